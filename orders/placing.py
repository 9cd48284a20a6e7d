"""Placing an order: from a basket to something that somebody has bound herself to buy.

Drafting, pricing and drawing are done before the transaction, which only checks that the basket is
still the one that was priced, takes the stock and writes.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from configurator.quoting import QuoteLine, reckon
from measurements.body import Body
from patterns.models import StockedSize

from . import letters
from .addresses import Delivery
from .basket import BasketNow, LineNow, Words, look, short_of
from .models import Basket, Letter, Order, OrderLine, new_number, unguessable
from .picturing import picture
from .states import State

if TYPE_CHECKING:
    from accounts.models import User


class NotPlaced(Exception):  # noqa: N818 - the shop declines, nothing has gone wrong
    """The order was not placed, and nothing was written: why, in words for the buyer."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


CHANGED = "Your basket has changed since this page was shown. Please look it over once more."


def place(
    basket: Basket,
    *,
    token: str,
    fingerprint: str,
    delivery: Delivery,
    body: Body | None,
    tailor: Words,
    customer: User | None,
) -> Order:
    """Place an order for all that lies in the basket, and empty it.

    `token` is the one that the checkout page was given: the same token again gives the same order.
    `fingerprint` stands for what the buyer was shown; prices are the server's own, today's, and if
    they are not those that she saw, the order is not placed. `tailor` is what she told the tailor
    beside her measurements. Raises NotPlaced.
    """
    if earlier := placed_before(token):
        return earlier
    now = look(basket, body, tailor)
    if not now.ready:
        raise NotPlaced(_why_not(now))
    if now.fingerprint != fingerprint:
        raise NotPlaced(CHANGED)
    pictures = [picture(line.frozen) if line.frozen else "" for line in now.lines]
    with transaction.atomic():
        locked = Basket.objects.select_for_update().get(pk=basket.pk)
        if earlier := placed_before(token):  # the other click of a double click
            return earlier
        if locked.token != token or not _unchanged(locked, now):
            raise NotPlaced(CHANGED)
        _take_stock(now.lines)
        order = _write(now, pictures, token, delivery, customer)
        locked.lines.all().delete()
        locked.token = unguessable()
        locked.save(update_fields=["token", "updated"])
    return order


def placed_before(token: str) -> Order | None:
    """The order that this token has made already, if any."""
    return Order.objects.filter(token=token).first() if token else None


def _why_not(now: BasketNow) -> str:
    troubles = [line.trouble.message for line in now.lines if line.trouble]
    return " ".join(troubles) or "Your basket is empty."


def _unchanged(basket: Basket, now: BasketNow) -> bool:
    """Whether the basket's lines are still those that were looked at."""
    fields = ("pk", "quantity", "design_id", "stocked_size_id")
    rows = sorted(basket.lines.values_list(*fields))
    return rows == sorted(tuple(getattr(line.line, name) for name in fields) for line in now.lines)


def _take_stock(lines: Sequence[LineNow]) -> None:
    """Take ready-made pieces from stock, each only if there are enough of it at this moment."""
    for now in lines:
        size = now.line.stocked_size
        if size is None:
            continue
        wanted = now.line.quantity
        enough = StockedSize.objects.filter(pk=size.pk, quantity__gte=wanted)
        if not enough.update(quantity=F("quantity") - wanted):
            left = StockedSize.objects.filter(pk=size.pk).values_list("quantity", flat=True).first()
            raise NotPlaced(short_of(now.line.name, left or 0))


def _write(
    now: BasketNow,
    pictures: Sequence[str],
    token: str,
    delivery: Delivery,
    customer: User | None,
) -> Order:
    tax = reckon([QuoteLine("total", "Total", now.total)])
    order = Order.objects.create(
        number=_free_number(),
        token=token,
        customer=customer,
        **delivery.to_dict(),
        shipping=now.shipping,
        total=now.total,
        tax=tax.tax,
        tax_percent=tax.tax_percent,
        currency=tax.currency,
        due=due_date(now.lines),
    )
    for number, (line, drawn) in enumerate(zip(now.lines, pictures, strict=True), start=1):
        assert line.shown is not None  # the basket was ready
        OrderLine.objects.create(
            order=order,
            number=number,
            frozen=line.frozen,
            quantity=line.line.quantity,
            unit_amount=line.shown.unit_amount,
            amount=line.shown.unit_amount * line.line.quantity,
            picture=drawn,
            stocked_size=line.line.stocked_size,
        )
    order.events.create(to_state=State.PLACED, by=customer)
    letters.write(order, Letter.Kind.PLACED)
    return order


def _free_number() -> str:
    number = new_number()
    while Order.objects.filter(number=number).exists():
        number = new_number()
    return number


def due_date(lines: Sequence[LineNow]) -> datetime.date:
    """When the parcel leaves us: sewing takes its weeks, a ready-made piece only wants packing."""
    sewn = any(line.line.design_id is not None for line in lines)
    days = settings.SEWING_DAYS if sewn else settings.PACKING_DAYS
    return timezone.localdate() + datetime.timedelta(days=days)


def return_stock(order: Order) -> None:
    """Put an order's ready-made pieces back, inside the caller's transaction."""
    for size, quantity in order.lines.values_list("stocked_size_id", "quantity"):
        if size is not None:
            StockedSize.objects.filter(pk=size).update(quantity=F("quantity") + quantity)
