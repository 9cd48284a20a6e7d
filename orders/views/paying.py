"""Paying: to the provider and back, the in-house till's page, Stripe's webhook."""

from __future__ import annotations

import logging

import stripe
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from orders import tracking
from orders.models import Order, Payment
from orders.payment import stripe as checkout
from orders.payment.base import CannotPay
from orders.payment.beginning import NotPayable, begin
from orders.payment.fulfilling import fulfil, heard_of
from orders.payment.till import ANSWERS, Till

logger = logging.getLogger(__name__)


def go_and_pay(request: HttpRequest, order: Order) -> HttpResponse:
    """Send the buyer to where she pays; if that cannot be, to her order, which says why."""
    try:
        return redirect(begin(order))
    except NotPayable as answer:
        messages.info(request, str(answer))
    except CannotPay as sorry:
        messages.error(request, f"{sorry.message} Your order is kept.")
    return redirect(tracking.path(order))


@require_POST
def pay(request: HttpRequest, signed: str) -> HttpResponse:
    """Pay an order that was placed: first, or again."""
    return go_and_pay(request, tracking.order_of(signed))


@never_cache
@require_GET
def payment_return(request: HttpRequest, signed: str, key: str) -> HttpResponse:
    """Where the buyer comes back to. That she comes proves nothing: the provider is asked."""
    order = tracking.order_of(signed)
    payment = get_object_or_404(Payment, order=order, key=key)
    try:
        payment = fulfil(payment)
    except CannotPay:
        messages.info(
            request, "We are still waiting to hear of your payment, and write as soon as we do."
        )
    return _after(request, payment)


def _after(request: HttpRequest, payment: Payment) -> HttpResponse:
    if payment.status == Payment.Status.PAID and not payment.refund_due:
        return redirect(tracking.path(payment.order, "confirmation"))
    if payment.status == Payment.Status.DECLINED:
        messages.error(
            request, "The payment was declined and nothing was charged. You can try again."
        )
    elif payment.status == Payment.Status.CLOSED:
        messages.info(request, "Nothing was charged. Your order is kept, and you can pay it here.")
    elif payment.status == Payment.Status.PROCESSING:
        messages.info(request, "Your payment is on its way. We write as soon as it has arrived.")
    return redirect(tracking.path(payment.order))


@never_cache
@require_http_methods(["GET", "POST"])
def till(request: HttpRequest, key: str) -> HttpResponse:
    """The in-house till. Not there unless the shop's settings name it."""
    if settings.PAYMENT_PROVIDER != "till":
        raise Http404("This shop has no till of its own.")
    payment = get_object_or_404(Payment.objects.select_related("order"), key=key, provider="till")
    if request.method == "POST":
        answer = request.POST.get("answer", "")
        if answer in ANSWERS:
            Till.answer(payment, answer)
            return _after(request, fulfil(payment))
    elif not payment.is_live:
        return _after(request, payment)
    order_path = tracking.path(payment.order)
    return render(request, "orders/till.html", {"payment": payment, "order_path": order_path})


@csrf_exempt
@require_POST
def stripe_webhook(request: HttpRequest) -> HttpResponse:
    """Stripe says that something happened to a session.

    Only the session's id is taken from the event, and what happened is fetched; so events that come
    twice or in the wrong order find nothing to do.
    """
    if not settings.STRIPE_WEBHOOK_SECRET:
        raise Http404("This shop has no Stripe account.")
    try:
        event = checkout.client().construct_event(
            request.body,
            request.headers.get("Stripe-Signature"),
            settings.STRIPE_WEBHOOK_SECRET,
        )
    except (ValueError, stripe.SignatureVerificationError):
        return HttpResponse("The signature is not Stripe’s.", status=400, content_type="text/plain")
    if not event.type.startswith("checkout.session."):
        return HttpResponse(status=204)
    try:
        heard_of(str(event.data.object["id"]))
    except CannotPay as sorry:
        if sorry.for_good:
            logger.warning("Stripe knows nothing of the session in event %s", event.id)
            return HttpResponse(status=204)
        return HttpResponse("Please send this again later.", status=503, content_type="text/plain")
    return HttpResponse(status=204)
