"""Baskets, orders, payments and letters. Money is integer minor units, tax included."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from configurator.models import Design
from patterns.models import StockedSize
from sealing.fields import EncryptedJSONField

from .states import KEPT, State

NUMBER_SIGNS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"  # none that is taken for another when read out
MOST_OF_ONE = 9
"""How many of one thing a line can ask for."""


def unguessable() -> str:
    return secrets.token_urlsafe(24)


def new_number() -> str:
    """An order's number: short enough to say on the telephone, and no count of the others."""
    return "T" + "".join(secrets.choice(NUMBER_SIGNS) for _ in range(7))


class Basket(models.Model):
    """What one visitor means to buy, found by the key in her session.

    `token` is that of the order which this basket becomes: it goes through the checkout form, so a
    form sent twice finds the order that it has made already.
    """

    key = models.CharField(max_length=32, unique=True, default=unguessable, editable=False)
    token = models.CharField(max_length=32, default=unguessable, editable=False)
    updated = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Basket of {self.updated:%d %B %Y}"


class BasketLine(models.Model):
    """A design, or a size of a ready-made piece. Nothing is frozen yet.

    `seen_amount` is the price of one that the visitor has seen and accepted; None until there was a
    price to see. `name` is what it was called, for when the shop no longer has it.
    """

    basket = models.ForeignKey(Basket, on_delete=models.CASCADE, related_name="lines")
    design = models.ForeignKey(
        Design, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    stocked_size = models.ForeignKey(
        StockedSize, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=160)
    quantity = models.PositiveIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_OF_ONE)]
    )
    seen_amount = models.PositiveIntegerField(null=True, blank=True)
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["added", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(design=None) | Q(stocked_size=None),
                name="basket_line_is_a_design_or_a_piece",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gte=1) & Q(quantity__lte=MOST_OF_ONE),
                name="basket_line_is_for_one_to_nine",
            ),
            models.UniqueConstraint(fields=["basket", "design"], name="a_design_once_a_basket"),
            models.UniqueConstraint(fields=["basket", "stocked_size"], name="a_size_once_a_basket"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.name}"


class Order(models.Model):
    """What somebody has bound herself to buy, where it goes, and how far it is."""

    number = models.CharField(max_length=16, unique=True, default=new_number, editable=False)
    token = models.CharField(max_length=32, unique=True, editable=False)
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="orders",
    )
    name = models.CharField(max_length=120)
    email = models.EmailField()
    street = models.CharField(max_length=160)
    extra = models.CharField(max_length=160, blank=True)
    postcode = models.CharField(max_length=12)
    city = models.CharField(max_length=80)
    country = models.CharField(max_length=2)
    state = models.CharField(
        max_length=16, choices=[(s.value, s.label) for s in KEPT], default=State.PLACED
    )
    shipping = models.PositiveIntegerField()
    total = models.PositiveIntegerField()
    tax = models.PositiveIntegerField()
    tax_percent = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    due = models.DateField()
    placed = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-placed"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in KEPT]),
                name="order_keeps_only_its_own_states",
            ),
            models.CheckConstraint(
                condition=Q(total__gte=F("shipping")), name="order_total_has_its_shipping"
            ),
        ]
        indexes = [models.Index(fields=["state", "placed"], name="orders_by_state_and_age")]

    def __str__(self) -> str:
        return self.number

    @property
    def subtotal(self) -> int:
        """All pieces, without their shipping."""
        return self.total - self.shipping


class OrderLine(models.Model):
    """What was sold, frozen: the design or the piece, its price and its picture.

    `picture` is an SVG of the garment on a stock figure, drawn once; it tells no measurements.
    `stocked_size` is only where stock goes back to, should the order be cancelled.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    frozen = EncryptedJSONField()
    quantity = models.PositiveIntegerField()
    unit_amount = models.PositiveIntegerField()
    amount = models.PositiveIntegerField()
    picture = models.TextField(blank=True)
    stocked_size = models.ForeignKey(
        StockedSize, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["order", "number"], name="one_order_line_a_number"),
            models.CheckConstraint(
                condition=Q(quantity__gte=1), name="order_line_is_for_one_or_more"
            ),
            models.CheckConstraint(
                condition=Q(amount=F("unit_amount") * F("quantity")),
                name="order_line_amount_is_units_times_quantity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order.number}/{self.number}"


class OrderEvent(models.Model):
    """What happened to an order, when, and by whom. No `by`: the buyer, or the shop by itself.

    Where the states are equal, something happened that moved nothing, and `note` says what.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="events")
    from_state = models.CharField(max_length=16, choices=State.choices, blank=True)
    to_state = models.CharField(max_length=16, choices=State.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.get_to_state_display()}"


class Payment(models.Model):
    """One attempt at paying an order.

    `answer` is what the buyer told the in-house till; `session` and `url` are Stripe's.
    `refund_due`: money came that the order could not take (it was cancelled, or paid already).
    """

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        PROCESSING = "processing", "On its way"
        PAID = "paid", "Paid"
        DECLINED = "declined", "Declined"
        CLOSED = "closed", "Closed unpaid"

    LIVE = (Status.OPEN, Status.PROCESSING)

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="payments")
    attempt = models.PositiveIntegerField()
    key = models.CharField(max_length=32, unique=True, default=unguessable, editable=False)
    provider = models.CharField(max_length=8)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    answer = models.CharField(max_length=12, blank=True)
    session = models.CharField(max_length=255, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    reference = models.CharField(max_length=255, blank=True)
    refund_due = models.BooleanField(default=False)
    opened = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    settled = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "attempt"]
        constraints = [
            models.UniqueConstraint(fields=["order", "attempt"], name="one_payment_an_attempt"),
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(status="paid", refund_due=False),
                name="an_order_is_paid_once",
            ),
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(status__in=["open", "processing"]),
                name="one_live_payment_an_order",
            ),
            models.UniqueConstraint(
                fields=["session"], condition=~Q(session=""), name="one_payment_a_stripe_session"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order.number}-{self.attempt}"

    @property
    def is_live(self) -> bool:
        """Whether money may still come of this attempt."""
        return self.status in self.LIVE


class Letter(models.Model):
    """An e-mail about an order: written down with what it tells of, then sent by the worker."""

    class Kind(models.TextChoices):
        PLACED = "placed", "We have your order"
        PAID = "paid", "Your order is confirmed"
        CANCELLED = "cancelled", "Your order was cancelled"
        REFUND = "refund", "A refund is due"

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    written = models.DateTimeField(auto_now_add=True)
    sent = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["written", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["order", "kind"], name="one_letter_of_a_kind_an_order")
        ]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.get_kind_display()}"
