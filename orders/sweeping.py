"""What is looked after each minute: orders that nobody paid, payments of which nothing was heard,
letters that were not sent, designs that only a basket held.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from configurator.keeping import clear_away

from . import letters
from .models import Letter, Order, Payment
from .payment.base import CannotPay
from .payment.fulfilling import fulfil
from .payment.providers import provider_of
from .placing import return_stock
from .states import MoveRefused, State, move

logger = logging.getLogger(__name__)


def sweep() -> None:
    """All of it; for the worker."""
    ask_after_payments()
    cancel_stale_orders()
    letters.ask_for_unsent()
    clear_away()


def ask_after_payments() -> int:
    """Ask after attempts whose time is over: an event may have been lost. Gives how many ended."""
    ended = 0
    over = Payment.objects.filter(status__in=Payment.LIVE, expires__lt=timezone.now())
    for payment in over.select_related("order"):
        if payment.status == Payment.Status.PROCESSING and payment.expires > _days_ago(1):
            continue  # a bank's answer takes days, so ask once the first has passed
        ended += not _settle(payment).is_live
    return ended


def _days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def cancel_stale_orders() -> int:
    """Cancel orders that have stood unpaid too long and put their pieces back. Gives how many.

    Whatever attempt is open is closed at the provider first; if it turns out to be paid, the order
    is paid instead.
    """
    before = timezone.now() - timedelta(hours=settings.UNPAID_HOURS)
    cancelled = 0
    for order in Order.objects.filter(state=State.PLACED, placed__lt=before):
        live = order.payments.filter(status__in=Payment.LIVE).first()
        if live is None or not _settle(live).is_live:
            cancelled += cancel(order)
    return cancelled


def _settle(payment: Payment) -> Payment:
    """Close an attempt at its provider and book what came of it. If the provider does not answer,
    the attempt stays as it is till the next sweep."""
    try:
        provider_of(payment).close(payment)
        if payment.provider == "stripe" and not payment.session:
            return _end_unopened(payment)
        return fulfil(payment)
    except CannotPay as cannot:
        logger.warning("Payment %s could not be settled: %s", payment, cannot)
        return payment


def _end_unopened(payment: Payment) -> Payment:
    unopened = Payment.objects.filter(pk=payment.pk, session="", status=Payment.Status.OPEN)
    unopened.update(status=Payment.Status.CLOSED, settled=timezone.now())
    return Payment.objects.get(pk=payment.pk)


def cancel(order: Order) -> bool:
    """Cancel an order that is unpaid and has no live payment; its pieces go back to stock. False if
    it has been paid, is being paid, or was cancelled before."""
    with transaction.atomic():
        Order.objects.select_for_update().get(pk=order.pk)
        if order.payments.filter(status__in=Payment.LIVE).exists():
            return False
        order.refresh_from_db(fields=["state"])
        try:
            move(order, State.CANCELLED, note="Not paid in time")
        except MoveRefused:
            return False
        return_stock(order)
        letters.write(order, Letter.Kind.CANCELLED)
    return True
