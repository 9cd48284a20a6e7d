"""The gathered skirt: straight widths of cloth, or slightly flared ones, gathered on to the waist."""

from __future__ import annotations

import math

from patterns.components.base import Making
from patterns.drafting.draft import Refusal

from .figures import Figures, hem_allowance
from .sectors import Row, Width, quarter, room_for_hips, room_to_stride, told
from .shell import Shell

HEM = 40.0  # trade facts §7: straight 40-50
FLARED_HEM = 25.0
FULLEST = 4.0  # the most that the contract lets cloth be gathered


def draft(making: Making, figures: Figures) -> Shell:
    """Front and back by their waists, `fullness` times as wide; more where the hips would not fit."""
    top = figures.top
    angle = math.radians(making.number("skirt.flare"))
    ratio = making.number("skirt.fullness")
    needed = max(
        room_for_hips(making, figures) - 4 * angle * figures.hip_y,
        room_to_stride(making, figures) - 4 * angle * figures.hem_y,
    ) / top.girth  # fmt: skip
    if needed > FULLEST:
        raise Refusal(
            "hip_to_waist",
            "The hips are so much wider than the waist that cloth for them cannot be gathered into it. "
            "Please check both, or choose a flared skirt.",
            ("waist_girth", "hip_girth"),
        )
    if needed > ratio:
        told(making)
        ratio = needed
    wide = ratio * top.front / angle if angle else math.inf
    hem = hem_allowance(making, FLARED_HEM if angle else HEM, wide + figures.hem_y)
    hip_y = None if figures.peplum else figures.hip_y
    return Shell(
        quarter(figures, Row("front", ("FS", "SFS"), "front skirt"),
                Width(ratio * top.front, angle), figures.hem_y, hem, whole=True, hip_y=hip_y),
        quarter(figures, Row("back", ("BS", "SBS"), "back skirt"),
                Width(ratio * top.back, angle), figures.hem_y, hem,
                whole=figures.opening != "back", hip_y=hip_y),
        fitted=False, ratio=ratio,
        words=((78, f"Gather the waist of the skirt in two rows, {ratio:.2g} times as wide as it is sewn."),),
    )  # fmt: skip
