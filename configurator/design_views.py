"""What she does with her designs as a whole, and what others see of one that is shared with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice

from . import keeping, share_cards, stock_figure
from .choosing import read_kept
from .drafting import VIEWS
from .models import NAME_LENGTH, Design
from .showing import show
from .surviving import cloth_of, nearest_template
from .wording import told_to_others

A_PAGE = 24


@never_cache
@require_safe
def designs(request: HttpRequest) -> HttpResponse:
    """Her designs, the latest first."""
    page = Paginator(keeping.designs_of(request), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "limit": keeping.SESSION_LIMIT, "name_length": NAME_LENGTH}
    return render(request, "configurator/designs.html", context)


@require_POST
def rename(request: HttpRequest, key: str) -> HttpResponse:
    """Call it what she wrote; empty: what it is."""
    design = _hers_or_404(request, key)
    keeping.rename(design, request.POST.get("name", ""))
    messages.success(request, f"It is called {design.called} now.")
    return redirect(_in_list(request, design))


@require_POST
def copy(request: HttpRequest, key: str) -> HttpResponse:
    """A copy beside it, on the page of all of them."""
    made = keeping.copy(request, _hers_or_404(request, key))
    messages.success(request, f"{made.called} is kept beside it.")
    return redirect(_in_list(request, made))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """What goes with it, and then its end."""
    design = _hers_or_404(request, key)
    if request.method != "POST":
        context = {"design": design, "held": keeping.held(design)}
        return render(request, "configurator/designs_delete.html", context)
    called = design.called
    share_cards.throw_away(share_cards.of_design(design))
    keeping.delete(design)
    messages.success(request, f"{called} is deleted.")
    return redirect("studio:designs")


@require_POST
def share(request: HttpRequest, key: str) -> HttpResponse:
    """Make its share link."""
    return redirect(share_it(request, _hers_or_404(request, key)))


@require_POST
def stop_sharing(request: HttpRequest, key: str) -> HttpResponse:
    """Have its share link open to nobody any more."""
    return redirect(stop_it(request, _hers_or_404(request, key)))


@never_cache
@require_safe
def shared(request: HttpRequest, share_key: str) -> HttpResponse:
    """A design that somebody shares, as anybody sees it: on the stock figure, without her lengths."""
    design = keeping.find_shared(share_key)
    if design is None:
        return private(request)
    spec, fabrics = design.template.spec, design.template.offered_fabrics()
    cloth = cloth_of(design.fabric, design.template, fabrics)
    reading = read_kept(spec, design.choices)
    showing = show(design.template, spec, reading, cloth.shown, fabrics, None)
    showing.errors |= {"fabric": cloth.error} if cloth.error else {}
    showing.proposals |= {"fabric": cloth.proposal} if cloth.proposal else {}
    card = share_cards.of_design(design)
    share_cards.ask(card)
    context = {
        "design": design,
        "showing": showing,
        "told": told_to_others(spec, reading.choices, showing.drawn_on),
        "hers": keeping.is_hers(request, design),
        "address": request.build_absolute_uri(design.shared_address),
        "card": card.address,
    }
    return render(request, "configurator/shared.html", context)


@require_POST
def take(request: HttpRequest, share_key: str) -> HttpResponse:
    """Begin with what was shared: a copy of her own, at an address of its own."""
    design = keeping.find_shared(share_key)
    if design is None:
        return private(request)
    return redirect(keeping.take(request, design))


@require_safe
def shared_picture(request: HttpRequest, share_key: str, view: str) -> HttpResponse:
    """A shared design on the stock figure."""
    return _picture(request, keeping.find_shared(share_key), view)


@require_safe
def design_picture(request: HttpRequest, key: str, view: str) -> HttpResponse:
    """Her design on the stock figure."""
    return _picture(request, keeping.find(request, key), view)


def private(request: HttpRequest) -> HttpResponse:
    """What is said, with 404, where no design opens to whoever asks: the same whether there is one."""
    return render(request, "configurator/shared_not.html", status=404)


def share_it(_request: HttpRequest, design: Design) -> str:
    """Share it; gives where its link stands, on its own page."""
    keeping.share(design)
    share_cards.ask(share_cards.of_design(design))  # before anybody opens the link
    return f"{design.get_absolute_url()}#keeping"


def stop_it(request: HttpRequest, design: Design) -> str:
    """Share it no longer; gives where that is said."""
    share_cards.throw_away(share_cards.of_design(design))
    keeping.stop_sharing(design)
    messages.success(request, "It is shared no longer: the link that you passed on opens nothing.")
    return f"{design.get_absolute_url()}#keeping"


def copy_it(request: HttpRequest, design: Design) -> str:
    """Copy it; gives the copy's address."""
    made = keeping.copy(request, design)
    messages.success(request, f"This is {made.called}. The first stays as it was.")
    return made.get_absolute_url()


def carry_it(request: HttpRequest, design: Design) -> str:
    """Take her choices from a template that has left the studio to what comes nearest to it; gives the
    address of what comes of it."""
    near = None if design.template.live else nearest_template(design.template)
    return (keeping.carry(request, design, near) if near else design).get_absolute_url()


AFTERWARDS: Mapping[str, Callable[[HttpRequest, Design], str]] = {
    "share": share_it,
    "stop-sharing": stop_it,
    "copy": copy_it,
    "carry": carry_it,
    "delete": lambda _request, design: reverse("studio:delete", args=[design.key]),
}
"""What the studio's own buttons do once all that stands in its form is kept; each gives where to go."""


def _hers_or_404(request: HttpRequest, key: str) -> Design:
    design = keeping.find(request, key)
    if design is None:
        raise Http404("no design of hers is kept here")
    return design


def _in_list(request: HttpRequest, design: Design) -> str:
    """The page of her designs that it stands on, at its place."""
    before = keeping.designs_of(request).filter(updated__gt=design.updated).count()
    page = before // A_PAGE + 1
    return f"{reverse('studio:designs')}{f'?page={page}' if page > 1 else ''}#design-{design.key}"


def _picture(request: HttpRequest, design: Design | None, view: str) -> HttpResponse:
    """A design on the stock figure, as whoever may see it fetches it; 404 where it cannot be drawn."""
    if design is None or view not in VIEWS:
        raise Http404("no such picture")
    spec, template = design.template.spec, design.template
    fabric = cloth_of(design.fabric, template, template.offered_fabrics()).shown.spec
    try:
        made = stock_figure.made(spec, read_kept(spec, design.choices).choices)
        svg = made.picture(fabric, view)
    except (Refusal, BadChoice) as refused:
        raise Http404(refused.message) from refused
    tag = f'"{hashlib.sha256(svg.encode()).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(svg, content_type="image/svg+xml", headers=headers)
