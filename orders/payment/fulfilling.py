"""What a payment has come to, and what then happens: one function for webhook, returning buyer,
till and sweep, safe to call twice and at once.
"""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone

from orders import letters, tracking
from orders.models import Letter, Order, Payment
from orders.states import State, move
from production.placing import place_work

from . import stripe
from .base import Report
from .providers import provider_of

logger = logging.getLogger(__name__)

Status = Payment.Status
AFTER: dict[str, Payment.Status] = {
    "processing": Status.PROCESSING,
    "declined": Status.DECLINED,
    "closed": Status.CLOSED,
}
"""The status that follows where no money came."""


def fulfil(payment: Payment) -> Payment:
    """Ask the provider how the payment stands, act on it, and give the payment as it is after.

    Paid: the order is paid and its work placed, once, whoever calls and however often. Declined or
    closed: the attempt is over and the order stays placed, to be paid by another. Raises CannotPay
    if the provider does not answer. Not inside a transaction: this goes out over the network.
    """
    report = provider_of(payment).report(payment)
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=payment.order_id)
        if report.standing == "paid":
            _take(order, payment, report)
        elif report.standing in AFTER:
            _end_unpaid(order, payment, AFTER[report.standing])
    return Payment.objects.select_related("order").get(pk=payment.pk)


def heard_of(session_id: str) -> Payment | None:
    """Something happened to a session at Stripe: fetch it, find its payment, see what came of it.

    Safe to call any number of times. Raises CannotPay.
    """
    session = stripe.fetch(session_id)
    payment = stripe.payment_of(session)
    if payment is None:
        return None
    if not payment.session:
        Payment.objects.filter(pk=payment.pk, session="").update(session=session.id)
        payment.session = session.id
    return fulfil(payment)


def _take(order: Order, payment: Payment, report: Report) -> None:
    """Book the money, and if the order waited for just this, set it to work."""
    right = report.amount == payment.amount and report.currency == payment.currency
    wanted = order.state == State.PLACED and right
    booked = Payment.objects.filter(pk=payment.pk).exclude(status=Status.PAID)
    if not booked.update(
        status=Status.PAID,
        reference=report.reference,
        refund_due=not wanted,
        settled=timezone.now(),
    ):
        return  # booked before: all of this has been done
    if not wanted:
        _owe(order, payment, "the amount is not the order's" if not right else order.state)
        return
    move(order, State.PAID, note=f"Payment {payment}")
    for line in order.lines.all():
        place_work(
            order_number=order.number,
            line_number=line.number,
            frozen=line.frozen,
            due=order.due,
            order_url=tracking.address(order),
            quantity=line.quantity,
        )
    letters.write(order, Letter.Kind.PAID)


def _owe(order: Order, payment: Payment, why: str) -> None:
    """Money came that the order cannot take: say so to the buyer and to us."""
    note = f"Payment {payment} arrived ({why}): a refund is due"
    order.events.create(from_state=order.state, to_state=order.state, note=note)
    letters.write(order, Letter.Kind.REFUND)
    logger.error("%s", note)


def _end_unpaid(order: Order, payment: Payment, status: Payment.Status) -> None:
    live = Payment.objects.filter(pk=payment.pk, status__in=Payment.LIVE).exclude(status=status)
    settled = None if status == Status.PROCESSING else timezone.now()
    if live.update(status=status, settled=settled):
        note = f"Payment {payment}: {status.label.lower()}"
        order.events.create(from_state=order.state, to_state=order.state, note=note)
