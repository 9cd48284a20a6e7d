"""Templates on cards, a rail for each kind of garment: pictures, and what each costs at least."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.models import HEADINGS, PatternTemplate

from .least import least_price
from .stock_figure import picture_address


@dataclass(frozen=True, slots=True)
class Card:
    """`price`: the least for which it can be had; None where it cannot be drafted."""

    template: PatternTemplate
    picture: str
    price: int | None


@dataclass(frozen=True, slots=True)
class Rail:
    """The cards of one kind of garment."""

    kind: str
    heading: str
    cards: tuple[Card, ...]


def rails() -> list[Rail]:
    """Every template in the studio: by kind as a shop hangs them, then by name."""
    templates = PatternTemplate.objects.filter(live=True).prefetch_related("fabrics")
    found: dict[str, list[Card]] = {kind: [] for kind in HEADINGS}
    for template in templates:
        card = _card(template)
        if card is not None:
            found[template.kind].append(card)
    return [Rail(kind, HEADINGS[kind], tuple(cards)) for kind, cards in found.items() if cards]


def _card(template: PatternTemplate) -> Card | None:
    spec, fabrics = template.spec, [fabric.spec for fabric in template.offered_fabrics()]
    if not fabrics:
        return None
    picture = picture_address(spec, fabrics[0], {}, "front")
    return Card(template, picture, least_price(spec, fabrics))
