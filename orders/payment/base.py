"""What every way of being paid can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from orders.models import Payment

Standing = Literal["open", "processing", "paid", "declined", "closed"]


@dataclass(frozen=True, slots=True)
class Report:
    """How a payment stands at the provider, asked just now. `amount` in minor units, where paid."""

    standing: Standing
    amount: int = 0
    currency: str = ""
    reference: str = ""


class CannotPay(Exception):  # noqa: N818 - the provider cannot, in words for the buyer
    """The provider does not answer, or will not have this payment.

    `for_good`: this attempt can never be paid, and another must be made.
    """

    def __init__(self, message: str, *, for_good: bool = False) -> None:
        super().__init__(message)
        self.message, self.for_good = message, for_good


class Provider(Protocol):
    """All of these may go out over the network: never call them inside a transaction."""

    def open(self, payment: Payment) -> tuple[str, str]:
        """The provider's name for this payment and the address where the buyer pays. Asked again,
        the same. Raises CannotPay."""

    def report(self, payment: Payment) -> Report:
        """How the payment stands. Raises CannotPay."""

    def close(self, payment: Payment) -> None:
        """See to it that an open payment can no longer be paid; what was paid stays paid. Raises
        CannotPay."""
