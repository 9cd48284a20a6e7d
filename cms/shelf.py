"""All that hangs in the shop, worked out once for each state of the shop and kept by the process.

What is kept is found by the state alone: the live revision of every page, template, fabric and piece.
Publishing, unpublishing, moving or deleting any of them makes another state, in every process. Stock
is no part of it: that is asked for anew each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import CharField, F, Value
from django.http import HttpRequest
from django.utils.safestring import SafeString

from configurator.drafting import Recent
from patterns.models import HEADINGS, Fabric, PatternTemplate, ReadyMadePiece, StockedSize
from patterns.specs import Setting

from .basepage.models import BasePage
from .cloths import colour_family, fibres
from .offers import Offer, offer_of

if TYPE_CHECKING:
    from .models import GarmentPage

EVER = datetime.min.replace(tzinfo=UTC)
State = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Variant:
    """One way to have a garment: made to measure in a cloth ("made"), or a piece ("ready")."""

    sold: str
    price: int
    fabric: Fabric
    choices: Mapping[str, Setting]
    picture: str
    piece: int | None = None

    @cached_property
    def fibres(self) -> tuple[str, ...]:
        return fibres(self.fabric.composition)

    @cached_property
    def colours(self) -> tuple[str, ...]:
        return (colour_family(self.fabric.colour),)


@dataclass(frozen=True, eq=False)
class Hanging:
    """A garment's page as cards, filters and search know it. `above`: title and address of its
    catalogue; `occasions`: their slugs."""

    page: int
    title: str
    url: str
    above: tuple[str, str]
    summary: str
    since: datetime
    offer: Offer
    occasions: tuple[str, ...]
    variants: tuple[Variant, ...]

    @cached_property
    def cards(self) -> dict[str, SafeString]:
        """Its cards as they were written, by the address of their picture."""
        return {}

    @property
    def kind(self) -> str:
        return self.offer.template.kind

    @property
    def price(self) -> int:
        """The least for which it can be had at all; 0 where it cannot."""
        return min((variant.price for variant in self.variants), default=0)


@dataclass(frozen=True, eq=False)
class Shelf:
    """Everything, in the order in which the shop hangs it; `occasions`: (slug, name), in theirs."""

    hangings: tuple[Hanging, ...]
    occasions: tuple[tuple[str, str], ...]

    @cached_property
    def by_page(self) -> Mapping[int, Hanging]:
        return {hanging.page: hanging for hanging in self.hangings}

    def related(self, hanging: Hanging, number: int = 4) -> list[Hanging]:
        """Those nearest to one: of its kind first, then for the same occasions."""

        def nearness(other: Hanging) -> tuple[bool, int]:
            shared = len(set(other.occasions) & set(hanging.occasions))
            return other.kind != hanging.kind, -shared

        others = [other for other in self.hangings if other.page != hanging.page]
        return sorted(others, key=nearness)[:number]


_shelves: Recent[Shelf] = Recent(2)


def shelf(request: HttpRequest) -> Shelf:
    """The shop as it stands now."""
    return _shelves.get(state(request), _hang)


def state(request: HttpRequest) -> State:
    """What tells one state of the shop from another. One query for each request."""
    known: State | None = getattr(request, "_shop_state", None)
    if known is None:
        known = _state()
        request._shop_state = known  # type: ignore[attr-defined]
    return known


def _state() -> State:
    with connection.cursor() as cursor:
        cursor.execute(*_question())
        return tuple(cursor.fetchall())


@lru_cache(1)
def _question() -> tuple[str, tuple[Any, ...]]:
    """The query that tells the state, compiled once: it is asked for every page."""
    rows = [
        model._default_manager.filter(live=True)
        .annotate(what=Value(model.__name__, output_field=CharField()))
        .order_by()
        .values_list("what", "pk", "live_revision_id", "last_published_at")
        for model in (PatternTemplate, Fabric, ReadyMadePiece)
    ]
    pages = BasePage.objects.live().annotate(what=F("path")).order_by()
    first = pages.values_list("what", "pk", "live_revision_id", "last_published_at")
    sql, params = first.union(*rows, all=True).query.sql_with_params()
    return sql, tuple(params)


def in_stock() -> set[int]:
    """The pieces of which at least one size hangs in the shop. One query."""
    return set(StockedSize.objects.filter(quantity__gt=0).values_list("piece_id", flat=True))


def _hang() -> Shelf:
    from .models import GarmentPage, Occasion

    pages = GarmentPage.objects.live().select_related("pattern").order_by("path")
    order = list(HEADINGS)
    hangings = [hang(page) for page in pages.prefetch_related("occasions")]
    hangings.sort(key=lambda hanging: order.index(hanging.kind))  # within a kind as staff put them
    return Shelf(tuple(hangings), tuple(Occasion.objects.values_list("slug", "name")))


def hang(page: GarmentPage) -> Hanging:
    """A page as it would hang in the shop, published or not."""
    offer = offer_of(page.pattern, **page.ways)
    above = page.get_parent()
    return Hanging(
        page=page.pk,
        title=page.title,
        url=page.url or "",
        above=(above.title, above.url or ""),
        summary=page.summary,
        since=page.first_published_at or EVER,
        offer=offer,
        occasions=tuple(occasion.slug for occasion in page.occasions.all()),
        variants=_variants(offer),
    )


def _variants(offer: Offer) -> tuple[Variant, ...]:
    """Ready-made pieces first: what hangs there can be had tomorrow."""
    found = [
        Variant(
            "ready",
            one.piece.price,
            one.piece.fabric,
            one.piece.choices,
            offer.picture_of(one.piece.fabric, one.piece.choices, "front"),
            one.piece.pk,
        )
        for one in offer.ready
    ]
    if offer.custom and offer.custom_from is not None:
        found += [
            Variant("made", offer.custom_from, fabric, {}, offer.picture_of(fabric, {}, "front"))
            for fabric in offer.fabrics
        ]
    return tuple(found)


def kinds(hangings: tuple[Hanging, ...]) -> list[tuple[str, str, int]]:
    """(kind, heading, how many) of what hangs here."""
    found: dict[str, int] = {}
    headings = {hanging.kind: hanging.offer.heading for hanging in hangings}
    for hanging in hangings:
        found[hanging.kind] = found.get(hanging.kind, 0) + 1
    return [(kind, headings[kind], number) for kind, number in found.items()]
