"""The checkout: whom the parcel is for, one last look at the prices, and the order."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.models import User
from measurements.keeping import kept_body
from measurements.profiles import chosen
from orders import tracking
from orders.addresses import DeliveryForm
from orders.basket import Words, basket_of, look
from orders.models import Order
from orders.placing import NotPlaced, place, placed_before

from .paying import go_and_pay

SESSION_KEY = "delivery"
STOPPED = "Nothing has been ordered yet: something in your basket needs another look."


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """The form of address and order. Sent twice, it gives the one order."""
    token = request.POST.get("token", "")
    if earlier := placed_before(token):
        return _placed(request, earlier)
    basket = basket_of(request)
    form = DeliveryForm(request.POST or None, initial=_initial(request))
    tailor = _for_the_tailor(request)
    if request.method == "POST":
        # Not to be typed again, whatever comes between.
        request.session[SESSION_KEY] = {name: form[name].data or "" for name in form.fields}
    if request.method == "POST" and basket is not None and form.is_valid():
        try:
            order = place(
                basket,
                token=token,
                fingerprint=request.POST.get("shown", ""),
                delivery=form.delivery,
                body=kept_body(request),
                tailor=tailor,
                customer=_customer(request),
            )
        except NotPlaced as sorry:
            now = look(basket, kept_body(request), tailor)
            # What is wrong with a line is said beside it, in the basket.
            messages.error(
                request, STOPPED if any(line.trouble for line in now.lines) else sorry.message
            )
            return redirect("orders:checkout")
        return _placed(request, order)
    now = look(basket, kept_body(request), tailor)
    if not now.ready:
        return redirect("orders:basket")
    told = tailor and any(line.shown and line.shown.made_to_measure for line in now.lines)
    context = {"basket": now, "form": form, "told_by": chosen(request) if told else None}
    return render(request, "orders/checkout.html", context)


def _placed(request: HttpRequest, order: Order) -> HttpResponse:
    """It is hers from here on, by this session too; now it is to be paid."""
    tracking.remember(request, order)
    return go_and_pay(request, order)


def _customer(request: HttpRequest) -> User | None:
    return request.user if request.user.is_authenticated else None


def _for_the_tailor(request: HttpRequest) -> Words:
    """What goes along with what is cut for the profile she works with; a guest has none."""
    profile = chosen(request)
    return profile.tailor if profile else {}


def _initial(request: HttpRequest) -> dict[str, str]:
    """What she told us before: in this session, else with her last order."""
    if known := request.session.get(SESSION_KEY):
        return dict(known)
    customer = _customer(request)
    if customer is None:
        return {}
    fields = list(DeliveryForm.base_fields)
    last = Order.objects.filter(customer=customer).values(*fields).first()
    return dict(last) if last else {"email": customer.email}
