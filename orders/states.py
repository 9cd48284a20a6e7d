"""The states of an order: one table of allowed moves, and the one function that makes a move.

Only placed, paid and cancelled are written to the order. In production, made and shipped are read
from production's log (see `orders.progress`), so that the two can never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import models, transaction

if TYPE_CHECKING:
    from accounts.models import User

    from .models import Order, OrderEvent


class State(models.TextChoices):
    PLACED = "placed", "Placed"
    PAID = "paid", "Paid"
    IN_PRODUCTION = "in_production", "In production"
    MADE = "made", "Made"
    SHIPPED = "shipped", "Shipped"
    CANCELLED = "cancelled", "Cancelled"


KEPT: tuple[State, ...] = (State.PLACED, State.PAID, State.CANCELLED)
"""What an order itself remembers; the rest is production's."""

MOVES: Mapping[str, tuple[str, ...]] = {
    State.PLACED: (State.PAID, State.CANCELLED),
    State.PAID: (State.IN_PRODUCTION,),
    State.IN_PRODUCTION: (State.MADE, State.PAID),
    State.MADE: (State.SHIPPED, State.IN_PRODUCTION),
    State.SHIPPED: (),
    State.CANCELLED: (),
}
"""From each state, where an order may go. The ways back in the workroom are slips of the hand put
right. Nothing leads out of cancelled: what is paid after it is flagged for refund."""


class MoveRefused(Exception):  # noqa: N818 - a refusal in words, as drafting's
    """The move is not in the table, not the order's own to make, or somebody was quicker."""


def move(order: Order, to: State, *, by: User | None = None, note: str = "") -> OrderEvent:
    """Move an order from the state at which it was read to `to`; record who, when and why.

    On success `order.state` is the new one. Raises MoveRefused, and then nothing has been written.
    """
    old = State(order.state)
    if to not in KEPT:
        raise MoveRefused(f"An order becomes {to.label.lower()} on the tailors’ bench, not here.")
    if to not in MOVES[old]:
        raise MoveRefused(f"An order that is {old.label.lower()} cannot become {to.label.lower()}.")
    rows = type(order)._default_manager
    with transaction.atomic():
        # SQLite has no row locks, so the update itself says from which state.
        rows.select_for_update().get(pk=order.pk)
        if not rows.filter(pk=order.pk, state=old).update(state=to):
            raise MoveRefused("This order has just changed. Please look at it again.")
        event = order.events.create(from_state=old, to_state=to, by=by, note=note)
    order.state = to
    return event
