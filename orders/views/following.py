"""Following an order: thanks, the tracking page behind its link, and a customer's own orders."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET

from configurator.seeing import seeing
from orders import picturing, tracking
from orders.addresses import COUNTRIES
from orders.models import Order, OrderLine, Payment
from orders.progress import state_of, states_of, steps
from orders.shown import line_shown
from orders.states import State
from production.looking import looks_at


def _order_context(request: HttpRequest, order: Order) -> dict[str, object]:
    hers, lines = tracking.is_hers(request, order), list(order.lines.all())
    measured = any(line.frozen["body"] for line in lines)
    return {
        "hers": hers,
        "measured": measured,
        "own_figure": hers and measured,
        "order": order,
        "signed": tracking.signed(order),
        "lines": [(line, line_shown(line.frozen)) for line in lines],
        "country": COUNTRIES.get(order.country, order.country),
    }


@never_cache
@require_GET
def confirmation(request: HttpRequest, signed: str) -> HttpResponse:
    """Thanks for an order that is paid; one that is not has its tracking page."""
    order = tracking.order_of(signed)
    if order.state != State.PAID:
        return redirect(tracking.path(order))
    return render(request, "orders/confirmation.html", _order_context(request, order))


@never_cache
@require_GET
def track(request: HttpRequest, signed: str) -> HttpResponse:
    """How far an order is, what is in it, and who of the house saw the measurements for it: a guest
    has no other page that says so. No measurements: the link may be passed on."""
    order = tracking.order_of(signed)
    payments = list(order.payments.all())
    context = _order_context(request, order) | {
        "state": state_of(order),
        "steps": steps(order),
        "looks": looks_at([order.number]),
        "on_its_way": any(p.status == Payment.Status.PROCESSING for p in payments),
        "refund_due": any(p.refund_due for p in payments),
    }
    return render(request, "orders/tracking.html", context)


@cache_control(private=True, max_age=31_536_000, immutable=True)
@require_GET
def picture(request: HttpRequest, signed: str, number: int) -> HttpResponse:
    """A line's picture as it was drawn when it was ordered."""
    line = get_object_or_404(OrderLine, order=tracking.order_of(signed), number=number)
    if not line.picture:
        raise Http404("There is no picture of this.")
    return HttpResponse(line.picture, content_type="image/svg+xml")


@never_cache
@require_GET
def own_picture(request: HttpRequest, signed: str, number: int) -> HttpResponse:
    """A line drawn on her own figure, for herself; where that is not possible, as it was when ordered."""
    order = tracking.order_of(signed)
    if not tracking.is_hers(request, order):
        raise Http404("There is no picture of this.")
    line = get_object_or_404(OrderLine, order=order, number=number)
    drawn = picturing.own_picture(line.frozen, seeing(request).look) or line.picture
    if not drawn:
        raise Http404("There is no picture of this.")
    return HttpResponse(drawn, content_type="image/svg+xml")


@login_required
@never_cache
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The signed-in customer's own orders, the latest first."""
    orders = list(Order.objects.filter(customer_id=request.user.pk).prefetch_related("lines"))
    states = states_of(orders)
    rows = [
        {
            "order": order,
            "state": states[order.pk],
            "path": tracking.path(order),
            "signed": tracking.signed(order),
            "lines": [(line, line_shown(line.frozen)) for line in order.lines.all()],
        }
        for order in orders
    ]
    return render(request, "orders/mine.html", {"rows": rows})
