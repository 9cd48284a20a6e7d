"""What a garment can be had for: made to measure from a price, and ready-made off the rail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from configurator import stock_figure
from configurator.least import least_price
from measurements.charts import CHARTS
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece
from patterns.specs import Setting


@dataclass(frozen=True)
class Size:
    """One size of a piece: `row` is its stock row, by which it is put into the basket."""

    row: int
    label: str
    quantity: int


@dataclass(frozen=True)
class Girths:
    """The body that a size is drafted for, in cm."""

    label: str
    bust: float
    waist: float
    hip: float


@dataclass(frozen=True)
class ReadyMade:
    piece: ReadyMadePiece
    sizes: tuple[Size, ...]

    @property
    def in_stock(self) -> bool:
        return any(size.quantity > 0 for size in self.sizes)

    @cached_property
    def custom(self) -> int | None:
        """The same design, made to measure."""
        piece = self.piece
        return stock_figure.price(piece.template.spec, piece.fabric.spec, piece.choices)

    @property
    def measured(self) -> list[Girths]:
        """What the sizes measure, of those that it is made in."""
        chart = CHARTS[self.piece.chart].sizes
        return [
            Girths(
                size.label,
                *(chart[size.label][f"{part}_girth"] / 10 for part in ("bust", "waist", "hip")),
            )
            for size in self.sizes
        ]

    @property
    def saving(self) -> int:
        """How much less it costs than the same made to measure; 0 if it does not."""
        return max(0, (self.custom or 0) - self.piece.price)


@dataclass(frozen=True)
class Offer:
    """What one garment's page sells. `fabrics` are those a made-to-measure one may be cut from."""

    template: PatternTemplate
    fabrics: tuple[Fabric, ...]
    ready: tuple[ReadyMade, ...]

    @property
    def custom(self) -> bool:
        """Whether it can be had made to measure."""
        return self.template.live and bool(self.fabrics)

    @cached_property
    def custom_from(self) -> int | None:
        """The least for which it can be had made to measure: what the studio says as well."""
        return least_price(self.template.spec, [fabric.spec for fabric in self.fabrics])

    @property
    def chosen_of(self) -> list[str]:
        """What the buyer decides, by the headings under which the studio asks: "neckline", "sleeves"."""
        titles = (option.group or "details" for option in self.template.spec.options)
        return list(dict.fromkeys(title.lower() for title in titles))

    @property
    def ready_from(self) -> int | None:
        return min((one.piece.price for one in self.ready), default=None)

    @property
    def shown_fabric(self) -> Fabric | None:
        """The cloth of its picture: that of the first ready-made piece, else the first allowed."""
        if self.ready:
            return self.ready[0].piece.fabric
        return self.fabrics[0] if self.fabrics else None

    @property
    def shown_choices(self) -> Mapping[str, Setting]:
        return self.ready[0].piece.choices if self.ready else {}


def offer_of(template: PatternTemplate, *, custom: bool = True, ready: bool = True) -> Offer:
    """What the shop can sell of a template now: only what is published."""
    pieces = template.ready_made.filter(live=True).select_related("template", "fabric")
    return Offer(
        template,
        tuple(template.offered_fabrics()) if custom else (),
        tuple(ready_made(piece) for piece in pieces.prefetch_related("sizes")) if ready else (),
    )


def ready_made(piece: ReadyMadePiece) -> ReadyMade:
    """A piece with its sizes in the order of its chart."""
    order = list(CHARTS[piece.chart].sizes)
    rows = sorted(piece.sizes.all(), key=lambda row: order.index(row.size))
    return ReadyMade(piece, tuple(Size(row.pk, row.size, row.quantity) for row in rows))
