"""The basket: what lies in it, at today's prices, and what stands in the way of buying it.

Nothing is frozen here. Each look drafts and prices every line anew, on the visitor's own body, so a
price that has risen or a cloth that has gone is said beside its line before anybody pays.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import F, Sum
from django.http import HttpRequest

from configurator.freezing import Frozen, freeze, freeze_piece
from configurator.models import Design
from configurator.quoting import QuoteLine, reckon
from measurements.body import Body
from measurements.charts import STOCK_BODY
from measurements.figure import QUIET, Look
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import StockedSize

from .models import MOST_OF_ONE, Basket, BasketLine
from .picturing import own_picture, picture
from .shown import LineShown, line_shown

SESSION_KEY = "basket"
Words = Mapping[str, Any]
"""What she tells the tailor beside her measurements, as a profile keeps it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a line cannot be bought as it is, in words; `code` says what would help."""

    code: str  # "gone", "choices", "measurements", "body", "price", "stock"
    message: str


@dataclass(frozen=True, slots=True)
class LineNow:
    """A basket line as it stands now. `frozen` is what an order made now would keep."""

    line: BasketLine
    frozen: Frozen | None
    shown: LineShown | None
    trouble: Trouble | None

    @property
    def unit_amount(self) -> int | None:
        return None if self.shown is None else self.shown.unit_amount

    @property
    def amount(self) -> int | None:
        return None if self.shown is None else self.shown.unit_amount * self.line.quantity

    @property
    def name(self) -> str:
        return self.line.name if self.shown is None else self.shown.name


@dataclass(frozen=True, slots=True)
class BasketNow:
    """All lines at today's prices. `total` and `tax` are meaningful when every line has a price."""

    basket: Basket | None
    lines: Sequence[LineNow] = field(default_factory=tuple)

    @property
    def ready(self) -> bool:
        """Whether this can be ordered as it stands."""
        return bool(self.lines) and all(line.trouble is None for line in self.lines)

    @property
    def priced(self) -> bool:
        return bool(self.lines) and all(line.amount is not None for line in self.lines)

    @property
    def subtotal(self) -> int:
        return sum(line.amount or 0 for line in self.lines)

    @property
    def shipping(self) -> int:
        return int(settings.SHIPPING_FLAT)

    @property
    def total(self) -> int:
        return self.subtotal + self.shipping

    @property
    def tax(self) -> int:
        return reckon([QuoteLine("total", "Total", self.total)]).tax

    @property
    def fingerprint(self) -> str:
        """Stands for all that the buyer was shown: what is ordered must still be that."""
        said = [[now.line.pk, now.line.quantity, now.frozen] for now in self.lines]
        token = "" if self.basket is None else self.basket.token
        written = json.dumps([token, self.total, said], sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()[:32]


def basket_of(request: HttpRequest) -> Basket | None:
    """The visitor's basket; None if nothing was ever put in."""
    key = request.session.get(SESSION_KEY)
    return Basket.objects.filter(key=key).first() if key else None


def basket_for(request: HttpRequest) -> Basket:
    """The visitor's basket, made if there is none."""
    basket = basket_of(request)
    if basket is None:
        basket = Basket.objects.create()
        request.session[SESSION_KEY] = basket.key
    return basket


def size(request: HttpRequest) -> int:
    """How many pieces lie in the visitor's basket, for the masthead."""
    key = request.session.get(SESSION_KEY) if hasattr(request, "session") else None
    if not key:
        return 0
    lines = BasketLine.objects.filter(basket__key=key)
    return int(lines.aggregate(pieces=Sum("quantity"))["pieces"] or 0)


def add_design(request: HttpRequest, design: Design) -> BasketLine:
    """Put a design of hers in the basket; there already, it stays once."""
    line, _made = basket_for(request).lines.get_or_create(
        design=design, defaults={"name": design.template.name}
    )
    return line


def add_piece(request: HttpRequest, stocked_size: StockedSize) -> BasketLine:
    """Put one more of a ready-made piece in the basket."""
    name = f"{stocked_size.piece.name}, size {stocked_size.size}"[:160]
    line, made = basket_for(request).lines.get_or_create(
        stocked_size=stocked_size, defaults={"name": name}
    )
    if not made:
        same = BasketLine.objects.filter(pk=line.pk, quantity__lt=MOST_OF_ONE)
        same.update(quantity=F("quantity") + 1)
        line.refresh_from_db(fields=["quantity"])
    return line


def look(basket: Basket | None, body: Body | None, tailor: Words | None = None) -> BasketNow:
    """Draft and price every line for this body, outside any transaction: drafting takes its time.
    `tailor` is what goes along with what is made to measure.

    A price that is seen for the first time is remembered as seen; a later one must be accepted.
    """
    if basket is None:
        return BasketNow(None)
    lines = basket.lines.select_related(
        "design__template", "design__fabric", "stocked_size__piece__template"
    )
    return BasketNow(basket, tuple(_look_at(line, body, tailor) for line in lines))


def _look_at(line: BasketLine, body: Body | None, tailor: Words | None = None) -> LineNow:
    if trouble := _gone(line):
        return LineNow(line, None, None, trouble)
    try:
        frozen = _freeze(line, body, tailor)
    except Refusal as refusal:
        return LineNow(line, None, None, Trouble("body", refusal.message))
    except BadChoice as bad:
        return LineNow(line, None, None, Trouble("choices", bad.message))
    if frozen is None:
        sentence = "We need your measurements before we can cut this, and to say what it costs."
        return LineNow(line, None, None, Trouble("measurements", sentence))
    shown = line_shown(frozen)
    if line.seen_amount is None:
        unseen = BasketLine.objects.filter(pk=line.pk, seen_amount=None)
        unseen.update(seen_amount=shown.unit_amount)
        line.seen_amount = shown.unit_amount
    return LineNow(line, frozen, shown, _short(line) or _dearer(line, shown))


def _freeze(line: BasketLine, body: Body | None, tailor: Words | None = None) -> Frozen | None:
    if line.stocked_size is not None:
        return freeze_piece(line.stocked_size.piece, line.stocked_size.size)
    return None if body is None or line.design is None else freeze(line.design, body, tailor)


def _gone(line: BasketLine) -> Trouble | None:
    """Whether what lies there is no longer sold at all."""
    if line.design is not None and line.design.template.live:
        return None
    if line.stocked_size is not None and line.stocked_size.piece.live:
        return None
    return Trouble("gone", f"{line.name} is no longer offered.")


def _short(line: BasketLine) -> Trouble | None:
    """Whether the shop has fewer of a ready-made piece than are asked for."""
    if line.stocked_size is None or line.stocked_size.quantity >= line.quantity:
        return None
    return Trouble("stock", short_of(line.name, line.stocked_size.quantity))


def short_of(name: str, left: int) -> str:
    """What is said when there are fewer than she wants."""
    if left == 0:
        return f"The last {name} has just been sold. It is out of stock now."
    pieces = "one piece" if left == 1 else f"{left} pieces"
    return f"We have only {pieces} of {name} left. Please take fewer."


def _dearer(line: BasketLine, shown: LineShown) -> Trouble | None:
    if line.seen_amount == shown.unit_amount:
        return None
    return Trouble("price", "The price of this has changed since you last saw it.")


def accept_price(line: BasketLine, amount: int, body: Body | None) -> bool:
    """Accept the new price that was shown. `amount` is never charged: it only says which price she
    saw, and if it is not today's, nothing is accepted."""
    now = _look_at(line, body)
    if now.unit_amount != amount:
        return False
    BasketLine.objects.filter(pk=line.pk).update(seen_amount=amount)
    return True


def draw_line(line: BasketLine, body: Body | None, look: Look = QUIET) -> str:
    """An SVG of what lies there, for whose basket it is alone: on her own figure with her `look` if her
    body is known and can wear it, else on the stock figure; empty where there is nothing to draw."""
    if _gone(line):
        return ""
    for worn_by in (body, STOCK_BODY):
        try:
            frozen = _freeze(line, worn_by)
        except (Refusal, BadChoice):
            continue
        if frozen is not None:
            return own_picture(frozen, look) or picture(frozen)
    return ""
