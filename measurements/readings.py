"""Measure twice: do two readings agree, or is a third wanted? Knows no Django.

    settle("hip_girth", [968.0, 1012.0])             -> Settled(value=990.0, third=True, ...)
    settle("hip_girth", [968.0, 1012.0, 971.0])      -> Settled(value=971.0, third=False, ...)
    settle("waist_girth", [720.0, 761.0], others)    # the pairs of readings of her other measurements

The rule: two readings that differ by more than 2.5 of the measurement's own spread ask for a third, and the
median of the three is taken; two that agree give their mean. The spread is the standard error of one reading
(`SPREADS`), where it is not known `ASSUMED`.

What that catches, of a slip of 50 mm in one of two readings that otherwise spread by 8 mm: 99.6 % for the
bust, 98.6 % for the hip, but of the waist 58.8 % only, as its own spread of 19 mm lets two readings differ
by 47.5; 86 % over the three. To reach 90 % and more, her other pairs count where she has taken some: a
woman whose readings of bust and hip lie near each other is steadier than the 41 women that the 19 mm are
from, who measured without a ribbon, and her waist is judged by less (`own_spread`). They never make the rule
laxer. That a steady hand at one place is steady at another is the store's assumption.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median
from typing import Final

ALLOWED: Final = 2.5
"""Two readings may differ by so many spreads."""

SPREADS: Final[Mapping[str, float]] = {
    "waist_girth": 19.0,  # Barrios 2016: 41 women repeating their own; shared/data/README.md
    "hip_girth": 10.0,  # the same
    "neck_girth": 6.0,  # the same
}
ASSUMED: Final = 8.0
"""mm, of one reading, where no study is known: the store's assumption."""

_COUNTS_AS: Final = 2
"""The known spread counts as much as so many pairs of her own readings: the store's assumption."""

Pairs = Mapping[str, tuple[float, float]]
"""Two readings each, by measurement, mm."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What two or three readings give: the value to go by (mm), whether a third is wanted, by how much the
    first two differ and by how much they may (mm)."""

    value: float
    third: bool
    difference: float
    allowed: float


def own_spread(name: str, others: Pairs | None = None) -> float:
    """The standard error of one reading, mm: what is known of the measurement, and no more than what is
    known of it and her own other readings together show."""
    known = SPREADS.get(name, ASSUMED)
    pairs = [pair for other, pair in (others or {}).items() if other != name]
    if not pairs:
        return known
    # The difference of two readings has twice the variance of one.
    shown = sum((first - second) ** 2 / 2 for first, second in pairs)
    together = sqrt((_COUNTS_AS * known**2 + shown) / (_COUNTS_AS + len(pairs)))
    return min(known, max(together, ASSUMED))


def agree(name: str, first: float, second: float, others: Pairs | None = None) -> bool:
    """Whether two readings (mm) differ by no more than 2.5 of the measurement's own spread."""
    return abs(first - second) <= ALLOWED * own_spread(name, others)


def settle(name: str, readings: Sequence[float], others: Pairs | None = None) -> Settled:
    """The value of one, two or three `readings` (mm): of two the mean, of three the median when the first
    two disagree and the mean of those when they agree. `third` when one more reading is wanted."""
    if not 1 <= len(readings) <= 3:
        raise ValueError(f"one to three readings, not {len(readings)}")
    allowed = ALLOWED * own_spread(name, others)
    if len(readings) == 1:
        return Settled(readings[0], False, 0.0, allowed)
    difference = abs(readings[0] - readings[1])
    if difference <= allowed:
        return Settled(fmean(readings[:2]), False, difference, allowed)
    value = fmean(readings) if len(readings) == 2 else median(readings)
    return Settled(value, len(readings) == 2, difference, allowed)
