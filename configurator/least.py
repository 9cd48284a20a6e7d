"""The "from" price of a template: the least for which it can really be had.

On the stock figure, over the fabrics that it allows and over its options. It is one and the same on
the home page, in the catalogue, on the garment's page and in the studio. It takes some thirty drafts to
find, so it is kept, by its content: a template, a cloth or an engine that changes is another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from patterns.engine import ENGINE
from patterns.specs import FabricSpec, Setting, TemplateSpec

from .choosing import read_kept
from .drafting import Recent
from .models import LeastPrice
from .stock_figure import prices

_prices: Recent[int | None] = Recent(64)


def least_price(spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    """In minor units, tax included; None where none of it can be drafted.

    From the defaults on, each option in turn takes the choice, or the end of its range, that costs
    least beside those taken before.
    """
    content = json.dumps([ENGINE, spec.to_dict(), [cloth.to_dict() for cloth in fabrics]])
    key = hashlib.sha256(content.encode()).hexdigest()
    return _prices.get(key, lambda: _kept(key, spec, fabrics))


def _kept(key: str, spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    row = LeastPrice.objects.filter(key=key).first()
    if row is None:
        row, _ = LeastPrice.objects.get_or_create(
            key=key, defaults={"amount": _least(spec, fabrics)}
        )
    return row.amount


def _least(spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    cloths = _worth_pricing(fabrics)
    taken: dict[str, Setting] = {}
    least = _cheapest(spec, taken, cloths)
    for option in spec.options:
        for value in option.ends:
            price = _cheapest(spec, {**taken, option.name: value}, cloths)
            if price is not None and (least is None or price < least):
                least, taken = price, {**taken, option.name: value}
    return least


def _worth_pricing(fabrics: Sequence[FabricSpec]) -> list[FabricSpec]:
    """Of the fabrics that lay out alike, the cheapest."""
    found: dict[tuple[float, bool], FabricSpec] = {}
    for fabric in fabrics:
        alike = (fabric.width, fabric.nap)
        if alike not in found or fabric.price_per_metre < found[alike].price_per_metre:
            found[alike] = fabric
    return list(found.values())


def _cheapest(
    spec: TemplateSpec, given: Mapping[str, Setting], fabrics: Sequence[FabricSpec]
) -> int | None:
    """The price in the cheapest cloth. What is given stands only where it is offered."""
    choices = read_kept(spec, given).choices
    known = [price for price in prices(spec, fabrics, choices) if price is not None]
    return min(known, default=None)
