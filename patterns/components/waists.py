"""Sewing to a waist: whoever comes first makes it, whoever comes later is sewn to it."""

from __future__ import annotations

from patterns.components.base import Making
from patterns.components.halves import Rim
from patterns.components.meeting import Opening, Waist
from patterns.drafting.draft import Side


def meet(making: Making, front: Rim, back: Rim, opening: Opening) -> None:
    """Sew a skirt's waist to the bodice's above it; or make it the garment's waist."""
    above = making.waist
    if above is None:
        making.waist = Waist(front, back, opening)
        return
    making.sew("waist front", above.front, front)
    making.sew("waist back", above.back, back)


def around(waist: Waist) -> tuple[Side, ...]:
    """The whole waist from the opening at centre back: left back, front from left to right, right back."""
    return (
        *waist.back.sides("left"), *waist.front.sides("left", reversed=True),
        *waist.front.sides("right"), *waist.back.sides("right", reversed=True),
    )  # fmt: skip
