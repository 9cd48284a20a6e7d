"""A template on a card: its picture, and what it costs at least."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.models import PatternTemplate

from .stock_figure import picture_address, prices


@dataclass(frozen=True, slots=True)
class Card:
    """`price`: the least over its fabrics, as it is offered, for the stock figure; None where it
    cannot be drafted so."""

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
    known = [price for price in prices(spec, fabrics, {}) if price is not None]
    return Card(template, picture_address(spec, fabrics[0], {}, "front"), min(known, default=None))
