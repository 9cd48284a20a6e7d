"""A line as it is shown: from the frozen design alone, so that it stays as it was sold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from configurator.freezing import thaw
from configurator.quoting import QuoteLine
from configurator.wording import summary


@dataclass(frozen=True, slots=True)
class LineShown:
    """What a buyer reads of one line. `options` are labels and values; `size` is of stock pieces.

    It has no measurement of hers: the pages that show it may be looked at over her shoulder.
    """

    name: str
    made_to_measure: bool
    size: str
    fabric: str
    composition: str
    options: Sequence[tuple[str, str]]
    prices: Sequence[QuoteLine]
    unit_amount: int
    currency: str


def line_shown(frozen: Mapping[str, Any]) -> LineShown:
    """What is shown of a frozen design or ready-made piece."""
    design = thaw(frozen)
    return LineShown(
        name=str(frozen["name"]),
        made_to_measure=frozen["kind"] == "custom",
        size=str(frozen["size"] or ""),
        fabric=design.fabric.name,
        composition=design.fabric.composition,
        options=summary(design.spec, design.choices),
        prices=design.quote.lines,
        unit_amount=design.quote.total,
        currency=design.quote.currency,
    )
