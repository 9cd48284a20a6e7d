"""The "from" price of a template: the least for which it can really be had.

On the stock figure, over the fabrics that it allows and over its options. It is one and the same on
the home page, in the catalogue, on the garment's page and in the studio.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from measurements.charts import STOCK_BODY
from patterns.drafting.draft import Refusal
from patterns.engine import ENGINE, BadChoice, make_draft
from patterns.laying import cloth_need
from patterns.specs import FabricSpec, OptionSpec, Setting, TemplateSpec

from .choosing import read_kept
from .drafting import Recent
from .quoting import quote

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
    least = _price(spec, taken, fabrics)
    for option in spec.options:
        for value in _worth_trying(option):
            price = _price(spec, {**taken, option.name: value}, fabrics)
            if price is not None and (least is None or price < least):
                least, taken = price, {**taken, option.name: value}
    return least


def _worth_trying(option: OptionSpec) -> Iterator[Setting]:
    if option.kind == "choice":
        yield from option.values
    elif option.kind == "range":
        yield from (option.min, option.max)
    else:
        yield from (False, True)


def _price(
    spec: TemplateSpec, given: Mapping[str, Setting], fabrics: Sequence[FabricSpec]
) -> int | None:
    """The cheapest cloth's; drafted once, laid once for each width and lie."""
    choices = read_kept(spec, given).choices
    needs: dict[tuple[float, bool], float] = {}
    prices = []
    try:
        draft = make_draft(spec, choices, STOCK_BODY)
    except (Refusal, BadChoice):
        return None
    for fabric in fabrics:
        lie = fabric.width, fabric.nap
        try:
            if lie not in needs:
                needs[lie] = cloth_need(draft, *lie).lengths["main"]
        except Refusal:
            continue
        prices.append(quote(spec, fabric, choices, needs[lie]).total)
    return min(prices, default=None)
