"""Stripe Checkout: the buyer pays on Stripe's page, and we ask Stripe how it went.

Nothing that arrives from outside is believed: an event and a returning buyer only tell us which
session to fetch. Amounts are minor units on both sides.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import stripe
from django.conf import settings

from orders import tracking
from orders.models import Payment
from orders.shown import line_shown

from .base import CannotPay, Report, Standing

if TYPE_CHECKING:
    from stripe.checkout import Session
    from stripe.params.checkout import SessionCreateParams

logger = logging.getLogger(__name__)

API_VERSION = "2026-10-28.endive"
"""Pinned: Stripe answers in this version's shapes until we have read the next one's changes."""
TIMEOUT = (5, 20)  # seconds to connect, to answer
AWAY = "The payment service does not answer just now. Nothing was charged; please try again."


def http_client() -> stripe.HTTPClient:
    """What carries our requests; tests put their own in its place."""
    return stripe.RequestsClient(timeout=TIMEOUT)


def client() -> stripe.StripeClient:
    return stripe.StripeClient(
        settings.STRIPE_SECRET_KEY,
        stripe_version=API_VERSION,
        max_network_retries=2,
        http_client=http_client(),
    )


class StripeCheckout:
    """Payments as Checkout sessions. `payment.session` is the session's id."""

    def open(self, payment: Payment) -> tuple[str, str]:
        try:
            # Two clicks send the same key with the same words and get the same session.
            session = client().v1.checkout.sessions.create(
                session_params(payment), {"idempotency_key": f"{payment}-{payment.key}"}
            )
        except (stripe.APIConnectionError, stripe.RateLimitError) as error:
            raise CannotPay(AWAY) from error
        except stripe.StripeError as error:
            logger.error("Stripe would not open a session for %s: %s", payment, error)
            raise CannotPay(AWAY, for_good=True) from error
        return session.id, session.url or ""

    def report(self, payment: Payment) -> Report:
        if not payment.session:
            return Report("open")
        return report_of(fetch(payment.session))

    def close(self, payment: Payment) -> None:
        if not payment.session:
            return
        try:
            client().v1.checkout.sessions.expire(payment.session)
        except stripe.InvalidRequestError:
            pass  # no longer open: the report will say whether it was paid or had expired
        except stripe.StripeError as error:
            raise CannotPay(AWAY) from error


def session_params(payment: Payment) -> SessionCreateParams:
    """What Stripe is told: names, numbers and prices of what was frozen. Never a measurement."""
    order = payment.order
    marks = {"order": order.number, "payment": payment.key}
    return {
        "mode": "payment",
        "client_reference_id": order.number,
        "customer_email": order.email,
        "line_items": [
            {
                "quantity": line.quantity,
                "price_data": {
                    "currency": payment.currency.lower(),
                    "unit_amount": line.unit_amount,
                    "product_data": {"name": _product(line.frozen)},
                },
            }
            for line in order.lines.all()
        ],
        "shipping_options": [
            {
                "shipping_rate_data": {
                    "type": "fixed_amount",
                    "display_name": "Delivery",
                    "fixed_amount": {
                        "amount": order.shipping,
                        "currency": payment.currency.lower(),
                    },
                }
            }
        ],
        "metadata": marks,
        "payment_intent_data": {"metadata": marks, "description": f"Order {order.number}"},
        "success_url": tracking.address(order, "payment_return", payment.key),
        "cancel_url": tracking.address(order),
        "expires_at": int(payment.expires.timestamp()),
    }


def _product(frozen: dict[str, Any]) -> str:
    shown = line_shown(frozen)
    return f"{shown.name}, {shown.fabric}" + (f", size {shown.size}" if shown.size else "")


def fetch(session_id: str) -> Session:
    """A session as it stands at Stripe now. Raises CannotPay."""
    try:
        return client().v1.checkout.sessions.retrieve(session_id, {"expand": ["payment_intent"]})
    except stripe.StripeError as error:
        gone = isinstance(error, stripe.InvalidRequestError)
        raise CannotPay(AWAY, for_good=gone) from error


def report_of(session: Session) -> Report:
    """What a session says of its payment."""
    intent = session.payment_intent
    reference = intent if isinstance(intent, str) else (intent.id if intent else "")
    standing: Standing = "open"
    if session.payment_status != "unpaid":  # "paid", or nothing had to be
        standing = "paid"
    elif session.status == "expired":
        standing = "closed"
    elif session.status == "complete":
        # A bank's answer may take days; until it comes the intent is processing.
        waits = not isinstance(intent, stripe.PaymentIntent) or intent.status == "processing"
        standing = "processing" if waits else "declined"
    return Report(standing, session.amount_total or 0, (session.currency or "").upper(), reference)


def payment_of(session: Session) -> Payment | None:
    """The payment that a session is for; None for a session of somebody else's making.

    By its mark as well as by its id: an event can come before we have written down the id.
    """
    payment = Payment.objects.filter(provider="stripe", session=session.id).first()
    if payment is not None:
        return payment
    marks = session.metadata.to_dict() if session.metadata else {}
    key = str(marks.get("payment", ""))
    return Payment.objects.filter(provider="stripe", key=key, session="").first() if key else None
