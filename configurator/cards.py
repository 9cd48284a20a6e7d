"""A template on a card: its picture, and what it costs at least."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.models import PatternTemplate

from .least import least_price
from .stock_figure import picture_address


@dataclass(frozen=True, slots=True)
class Card:
    """`price`: the least for which it can be had; None where it cannot be drafted."""

    template: PatternTemplate
    picture: str
    price: int | None


def cards() -> list[Card]:
    """Every template in the studio, by name."""
    templates = PatternTemplate.objects.filter(live=True).prefetch_related("fabrics")
    return [card for template in templates if (card := _card(template))]


def _card(template: PatternTemplate) -> Card | None:
    spec, fabrics = template.spec, [fabric.spec for fabric in template.offered_fabrics()]
    if not fabrics:
        return None
    picture = picture_address(spec, fabrics[0], {}, "front")
    return Card(template, picture, least_price(spec, fabrics))
