"""What a garment can be had for: made to measure from a price, and ready-made off the rail."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.utils import timezone

from configurator import share_cards, stock_figure
from configurator.drafting import View
from configurator.least import least_price
from measurements.charts import CHARTS
from patterns.models import HEADINGS, Fabric, PatternTemplate, ReadyMadePiece, StockedSize
from patterns.specs import Setting, TemplateSpec

from .cloths import care_of


@dataclass(frozen=True)
class Size:
    """One size of a piece: `row` is its stock row, by which it is put into the basket."""

    row: int
    label: str
    quantity: int


@dataclass(frozen=True)
class Girths:
    """The body that a size is drafted for, in cm, as a table writes it: "70.5"."""

    label: str
    bust: str
    waist: str
    hip: str


@dataclass(frozen=True)
class ReadyMade:
    """A piece off the rail; `custom`: what the same design costs made to measure, if it can be."""

    piece: ReadyMadePiece
    custom: int | None
    sizes: tuple[Size, ...] = ()

    @property
    def in_stock(self) -> bool:
        return any(size.quantity > 0 for size in self.sizes)

    @property
    def measured(self) -> list[Girths]:
        """What the sizes measure, of those that it is made in."""
        chart = CHARTS[self.piece.chart].sizes
        return [
            Girths(
                size.label,
                *(
                    f"{chart[size.label][f'{part}_girth'] / 10:g}"
                    for part in ("bust", "waist", "hip")
                ),
            )
            for size in self.sizes
        ]

    @property
    def saving(self) -> int:
        """How much less it costs than the same made to measure; 0 if it does not."""
        return max(0, (self.custom or 0) - self.piece.price)

    @property
    def for_the_pattern(self) -> int:
        """Of that, what drafting one body's pattern costs."""
        return min(self.saving, self.piece.template.made_to_measure)

    @property
    def for_the_cutting(self) -> int:
        """And what it costs to cut and sew a single one."""
        return self.saving - self.for_the_pattern


@dataclass(frozen=True)
class Offer:
    """What one garment's page sells. `fabrics` are those a made-to-measure one may be cut from."""

    template: PatternTemplate
    fabrics: tuple[Fabric, ...]
    ready: tuple[ReadyMade, ...]

    @cached_property
    def spec(self) -> TemplateSpec:
        return self.template.spec

    @property
    def custom(self) -> bool:
        """Whether it can be had made to measure."""
        return self.template.live and bool(self.fabrics)

    @property
    def heading(self) -> str:
        """Of its kind, as a shop hangs them: "Dresses"."""
        return HEADINGS[self.template.kind]

    @cached_property
    def custom_from(self) -> int | None:
        """The least for which it can be had made to measure: what the studio says as well."""
        return least_price(self.spec, [fabric.spec for fabric in self.fabrics])

    @cached_property
    def chosen_of(self) -> list[str]:
        """What the buyer decides, by the headings under which the studio asks: "neckline", "sleeves"."""
        titles = (option.group or "details" for option in self.spec.options)
        return list(dict.fromkeys(title.lower() for title in titles))

    @cached_property
    def variants(self) -> list[tuple[str, str]]:
        """(option, its choices in words) of all that is chosen from a list."""
        return [
            (option.label, ", ".join(choice.label for choice in option.choices))
            for option in self.spec.options
            if option.kind == "choice"
        ]

    @cached_property
    def inside(self) -> list[tuple[str, str]]:
        """(what for, what) of all that goes into it beside the cloth."""
        found: dict[str, list[str]] = {}
        for material in self.spec.materials:
            if material.use != "main":
                found.setdefault(material.use, []).append(material.name)
        return [(use.capitalize(), "; ".join(names)) for use, names in found.items()]

    @cached_property
    def care(self) -> list[tuple[str, str]]:
        return care_of([fabric.composition for fabric in self.all_fabrics])

    @cached_property
    def all_fabrics(self) -> list[Fabric]:
        """Every cloth that it can be had in, made to measure or ready-made."""
        return list(dict.fromkeys([*self.fabrics, *(one.piece.fabric for one in self.ready)]))

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

    def picture(self, view: View = "front") -> str:
        """The address of its picture, or nothing where no cloth is on offer."""
        return self.pictures.get(view, "")

    @cached_property
    def pictures(self) -> Mapping[View, str]:
        fabric = self.shown_fabric
        if fabric is None:
            return {}
        views: tuple[View, View] = ("front", "back")
        return {view: self.picture_of(fabric, self.shown_choices, view) for view in views}

    @cached_property
    def share_card(self) -> str:
        """The address of its card, 1200 × 630, of what its picture shows; empty where it is not sold."""
        if self.ready:
            return share_cards.of_piece(self.ready[0].piece).address
        shown = share_cards.of_template(self.template) if self.custom else None
        return shown.address if shown else ""

    def picture_of(self, fabric: Fabric, choices: Mapping[str, Setting], view: View) -> str:
        return stock_figure.picture_address(self.spec, fabric.spec, choices, view)

    @property
    def due(self) -> datetime.date:
        """When it leaves the workroom if it is ordered made to measure today."""
        return timezone.localdate() + datetime.timedelta(days=settings.SEWING_DAYS)

    @property
    def packed(self) -> datetime.date:
        """When it leaves us if it is bought ready-made today."""
        return timezone.localdate() + datetime.timedelta(days=settings.PACKING_DAYS)


def offer_of(template: PatternTemplate, *, custom: bool = True, ready: bool = True) -> Offer:
    """What the shop can sell of a template now, without its stock: only what is published."""
    fabrics, pieces = published(template, custom=custom, ready=ready)
    return Offer(template, fabrics, tuple(_unstocked(piece) for piece in pieces))


def published(
    template: PatternTemplate, *, custom: bool, ready: bool
) -> tuple[tuple[Fabric, ...], tuple[ReadyMadePiece, ...]]:
    """The fabrics that it is cut from to measure, and its ready-made pieces."""
    pieces = template.ready_made.filter(live=True).select_related("template", "fabric")
    return (
        tuple(template.offered_fabrics()) if custom else (),
        tuple(pieces) if ready else (),
    )


def with_sizes(ready: Sequence[ReadyMade]) -> tuple[ReadyMade, ...]:
    """The pieces with their sizes, each in the order of its chart."""
    rows = StockedSize.objects.filter(piece__in=[one.piece.pk for one in ready]) if ready else []
    found: dict[int, list[StockedSize]] = {}
    for row in rows:
        found.setdefault(row.piece_id, []).append(row)
    return tuple(_sized(one, found.get(one.piece.pk, [])) for one in ready)


def ready_made(piece: ReadyMadePiece) -> ReadyMade:
    """One piece with its sizes and what it would cost made to measure."""
    return with_sizes([_unstocked(piece)])[0]


def _unstocked(piece: ReadyMadePiece) -> ReadyMade:
    return ReadyMade(
        piece, stock_figure.price(piece.template.spec, piece.fabric.spec, piece.choices)
    )


def _sized(one: ReadyMade, rows: list[StockedSize]) -> ReadyMade:
    order = list(CHARTS[one.piece.chart].sizes)
    rows.sort(key=lambda row: order.index(row.size))
    return replace(one, sizes=tuple(Size(row.pk, row.size, row.quantity) for row in rows))
