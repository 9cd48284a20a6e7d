"""The "from" price of a template: the least for which it can really be had.

On the stock figure, over the fabrics that it allows and over its options. It is one and the same on
the home page, in the catalogue, on the garment's page and in the studio.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from patterns.engine import ENGINE
from patterns.specs import FabricSpec, Setting, TemplateSpec

from .choosing import read_kept
from .drafting import Recent
from .stock_figure import prices

_prices: Recent[int | None] = Recent(32)


def least_price(spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    """In minor units, tax included; None where none of it can be drafted.

    From the defaults on, each option in turn takes the choice, or the end of its range, that costs
    least beside those taken before.
    """
    key = json.dumps([ENGINE, spec.to_dict(), [cloth.to_dict() for cloth in fabrics]])
    return _prices.get(key, lambda: _least(spec, fabrics))


def _least(spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    taken: dict[str, Setting] = {}
    least = _cheapest(spec, taken, fabrics)
    for option in spec.options:
        for value in option.ends:
            price = _cheapest(spec, {**taken, option.name: value}, fabrics)
            if price is not None and (least is None or price < least):
                least, taken = price, {**taken, option.name: value}
    return least


def _cheapest(
    spec: TemplateSpec, given: Mapping[str, Setting], fabrics: Sequence[FabricSpec]
) -> int | None:
    """The price in the cheapest cloth. What is given stands only where it is offered."""
    choices = read_kept(spec, given).choices
    known = [price for price in prices(spec, fabrics, choices) if price is not None]
    return min(known, default=None)
