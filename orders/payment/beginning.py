"""Beginning to pay: one live attempt an order at a time, however often she clicks."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from orders.models import Order, Payment
from orders.states import State

from .base import CannotPay
from .fulfilling import fulfil
from .providers import provider_of

WINDOW = timedelta(minutes=60)
"""How long an attempt can be paid."""
LEAST = timedelta(minutes=32)
"""Stripe opens no session that ends within half an hour."""


class NotPayable(Exception):  # noqa: N818 - a plain answer, in words
    """The order needs no payment now, or takes none any more."""


def begin(order: Order) -> str:
    """The address where the buyer pays this order: that of its live attempt, or of a new one.

    What a live attempt has come to is asked first, so nobody is sent to pay what she has paid.
    Raises NotPayable if nothing is to be paid (any more), CannotPay if the provider is away.
    """
    live = order.payments.filter(status__in=Payment.LIVE).first()
    if live is not None and (live.session or live.answer):
        live = fulfil(live)
        if live.status == Payment.Status.PROCESSING:
            raise NotPayable("Your payment is on its way. We write as soon as it has arrived.")
    payment = _live_attempt(order)
    if payment.url:
        return payment.url
    try:
        session, url = provider_of(payment).open(payment)
    except CannotPay as cannot:
        if cannot.for_good:
            _give_up(payment)
        raise
    Payment.objects.filter(pk=payment.pk, url="").update(session=session, url=url)
    return url


def _live_attempt(order: Order) -> Payment:
    """The order's live attempt, made if there is none."""
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order.pk)
        if order.state == State.CANCELLED:
            raise NotPayable("This order was cancelled, so there is nothing to pay.")
        if order.state != State.PLACED:
            raise NotPayable("This order is paid already. Thank you.")
        now = timezone.now()
        live = order.payments.filter(status__in=Payment.LIVE).first()
        if live is not None:
            ours = live.provider == settings.PAYMENT_PROVIDER
            if ours and (live.url or live.expires > now + LEAST):
                return live
            # Never opened and too late for it now, or begun at a till that the shop has no more.
            Payment.objects.filter(pk=live.pk).update(status=Payment.Status.CLOSED, settled=now)
        return Payment.objects.create(
            order=order,
            attempt=order.payments.count() + 1,
            provider=settings.PAYMENT_PROVIDER,
            amount=order.total,
            currency=order.currency,
            expires=now + WINDOW,
        )


def _give_up(payment: Payment) -> None:
    never_opened = Payment.objects.filter(pk=payment.pk, status=Payment.Status.OPEN, url="")
    never_opened.update(status=Payment.Status.CLOSED, settled=timezone.now())
