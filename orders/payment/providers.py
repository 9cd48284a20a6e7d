"""Which ways of being paid there are."""

from __future__ import annotations

from orders.models import Payment

from .base import Provider
from .stripe import StripeCheckout
from .till import Till


def provider_of(payment: Payment) -> Provider:
    """The provider with which a payment was begun."""
    return StripeCheckout() if payment.provider == "stripe" else Till()
