"""The basket's page and what is put in."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from configurator.keeping import find
from configurator.seeing import seeing
from measurements.keeping import kept_body
from orders.basket import (
    LineNow,
    accept_price,
    add_design,
    add_piece,
    basket_of,
    draw_line,
    look,
    short_of,
)
from orders.models import MOST_OF_ONE, Basket, BasketLine
from patterns.models import StockedSize

QUANTITIES = frozenset(str(count) for count in range(1, MOST_OF_ONE + 1))


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its quantity as it was written, and what is wrong with that."""

    now: LineNow
    written: str
    error: str


@never_cache
@require_http_methods(["GET", "POST"])
def basket(request: HttpRequest) -> HttpResponse:
    """The basket at today's prices; a POST sets quantities, removes, accepts a price, goes on."""
    kept = basket_of(request)
    errors: dict[int, str] = {}
    if request.method == "POST" and kept is not None:
        errors = _change(request, kept)
        if not errors:
            onward = request.POST.get("then") == "checkout"
            return redirect("orders:checkout" if onward else "orders:basket")
    now = look(kept, kept_body(request))
    rows = [
        Row(
            line,
            request.POST.get(f"quantity-{line.line.pk}", str(line.line.quantity)),
            errors.get(line.line.pk, ""),
        )
        for line in now.lines
    ]
    return render(request, "orders/basket.html", {"basket": now, "rows": rows})


def _change(request: HttpRequest, kept: Basket) -> dict[int, str]:
    """Do what the form asks for; gives a sentence by line for each quantity that is none."""
    errors: dict[int, str] = {}
    for line in kept.lines.all():
        if request.POST.get("remove") == str(line.pk):
            line.delete()
            continue
        written = request.POST.get(f"quantity-{line.pk}", str(line.quantity)).strip()
        if written not in QUANTITIES:
            errors[line.pk] = f"Give a whole number from 1 to {MOST_OF_ONE}, or remove the line."
        elif int(written) != line.quantity:
            line.quantity = int(written)
            line.save(update_fields=["quantity"])
        if request.POST.get("accept") == str(line.pk):
            _accept(request, line)
    return errors


def _accept(request: HttpRequest, line: BasketLine) -> None:
    seen = request.POST.get(f"price-{line.pk}", "")
    if not (seen.isdecimal() and accept_price(line, int(seen[:12]), kept_body(request))):
        messages.error(
            request, f"The price of {line.name} has changed again. Please look once more."
        )


@require_POST
def put_design(request: HttpRequest, key: str) -> HttpResponse:
    """Put her design of that key in the basket."""
    design = find(request, key)
    if design is None:
        raise Http404("There is no such design.")
    add_design(request, design)
    return redirect("orders:basket")


@require_POST
def put_piece(request: HttpRequest) -> HttpResponse:
    """Put a size of a ready-made piece in the basket."""
    size = request.POST.get("size", "")
    if not size.isdecimal():
        messages.error(request, "Please choose a size first.")
        return redirect("orders:basket")
    stocked = get_object_or_404(
        StockedSize.objects.select_related("piece"), pk=size[:12], piece__live=True
    )
    if stocked.quantity == 0:
        messages.error(request, short_of(f"{stocked.piece.name}, size {stocked.size}", 0))
    else:
        add_piece(request, stocked)
    return redirect("orders:basket")


@never_cache
@require_GET
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """What lies in the visitor's own basket, drawn on her own figure if we know it."""
    kept = basket_of(request)
    line = get_object_or_404(BasketLine, pk=pk, basket=kept) if kept else None
    drawn = draw_line(line, kept_body(request), seeing(request).look) if line else ""
    if not drawn:
        raise Http404("There is no picture of this.")
    return HttpResponse(drawn, content_type="image/svg+xml")
