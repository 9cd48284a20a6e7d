"""A template on a card: what it costs at least, and the cloth that its picture is drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from measurements.charts import STOCK_BODY
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import Fabric, PatternTemplate
from patterns.specs import TemplateSpec

from .choosing import read_kept
from .drafting import Made
from .quoting import quote


@dataclass(frozen=True, slots=True)
class Card:
    """`price`: the least over its fabrics, as it is offered, for the stock figure; None where it
    cannot be drafted so."""

    template: PatternTemplate
    spec: TemplateSpec
    price: int | None


def cards() -> list[Card]:
    """Every template in the studio, by name."""
    templates = PatternTemplate.objects.filter(live=True).prefetch_related("fabrics")
    return [
        Card(template, spec, _least(spec, fabrics))
        for template in templates
        if (fabrics := template.offered_fabrics()) and (spec := template.spec)
    ]


def _least(spec: TemplateSpec, fabrics: list[Fabric]) -> int | None:
    choices = read_kept(spec, {}).choices
    made = Made(spec, choices, STOCK_BODY)
    prices = []
    for fabric in fabrics:
        cloth = fabric.spec
        try:
            prices.append(quote(spec, cloth, choices, made.cloth(cloth)["main"]).total)
        except (Refusal, BadChoice):
            continue
    return min(prices, default=None)
