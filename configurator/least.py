"""The "from" price of a template: the least for which it can really be had.

On the stock figure, over the fabrics that it allows and over its options. It is one and the same on
the home page, in the catalogue, on the garment's page and in the studio. It takes some thirty drafts to
find, so it is kept, by its content: a template, a cloth or an engine that changes is another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

import numpy as np

from patterns.drafting.draft import Draft, Refusal
from patterns.engine import ENGINE, BadChoice
from patterns.specs import FabricSpec, Setting, TemplateSpec

from .choosing import read_kept
from .drafting import Recent
from .models import LeastPrice
from .quoting import quote
from .stock_figure import made

_prices: Recent[int | None] = Recent(64)


def least_price(spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    """In minor units, tax included; None where none of it can be drafted.

    From the defaults on, each option in turn takes the choice, or the end of its range, that costs
    least beside those taken before, till none can be had for less.
    """
    content = json.dumps([ENGINE, spec.content, [cloth.to_dict() for cloth in fabrics]])
    key = hashlib.sha256(content.encode()).hexdigest()
    return _prices.get(key, lambda: _kept(key, spec, fabrics))


def _kept(key: str, spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    row = LeastPrice.objects.filter(key=key).first()
    if row is None:
        row, _ = LeastPrice.objects.get_or_create(
            key=key, defaults={"amount": _least(spec, fabrics)}
        )
    return row.amount


Cost = tuple[int, float, float]
"""What a design costs, then the length of cloth that it takes, mm, and the size of its pieces, mm²: cloth
is sold in steps and laid in rows, so choices that each save a little may save money only together."""


def _least(spec: TemplateSpec, fabrics: Sequence[FabricSpec]) -> int | None:
    cloths = _worth_pricing(fabrics)
    taken: dict[str, Setting] = {}
    least = before = _cheapest(spec, taken, cloths)
    while True:
        for option in spec.options:
            for value in option.ends:
                cost = _cheapest(spec, {**taken, option.name: value}, cloths, least)
                if cost != least:
                    least, taken = cost, {**taken, option.name: value}
        if least == before:
            return None if least is None else least[0]
        before = least


def _worth_pricing(fabrics: Sequence[FabricSpec]) -> list[FabricSpec]:
    """Of the fabrics that lay out alike, the cheapest; the cheapest of these first."""
    found: dict[tuple[float, bool], FabricSpec] = {}
    for fabric in fabrics:
        alike = (fabric.width, fabric.nap)
        if alike not in found or fabric.price_per_metre < found[alike].price_per_metre:
            found[alike] = fabric
    return sorted(found.values(), key=lambda fabric: fabric.price_per_metre)


def _cheapest(
    spec: TemplateSpec,
    given: Mapping[str, Setting],
    fabrics: Sequence[FabricSpec],
    least: Cost | None = None,
) -> Cost | None:
    """The cost in the cheapest cloth, or `least` where that is less. What is given stands only where it
    is offered."""
    choices = read_kept(spec, given).choices
    design = made(spec, choices)
    try:
        size = _size(design.draft)
    except (Refusal, BadChoice):
        return least
    for fabric in fabrics:
        # Without a gap between pieces it would cost less than it can: too dear even so, it is not laid out.
        bound = quote(spec, fabric, choices, size / fabric.width, undone=design.undone)
        if least and bound.total > least[0]:
            continue
        try:
            need = design.main_cloth(fabric)
        except Refusal:  # one of its pieces is wider than the cloth
            continue
        cost = quote(spec, fabric, choices, need, undone=design.undone).total, need, size
        least = cost if least is None else min(cost, least)
    return least


def _size(draft: Draft) -> float:
    """The area of all that is cut from the main cloth, mm²."""
    area = 0.0
    for piece in draft.pieces:
        if piece.material == "main":
            x, y = piece.cut_line.T
            area += piece.quantity * abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2
    return area
