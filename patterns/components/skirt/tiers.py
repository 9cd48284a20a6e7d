"""Two tiers: the upper gathered on to the waist, the lower on to the upper's edge."""

from __future__ import annotations

import math

from patterns.components.base import Making
from patterns.drafting.draft import Refusal

from .figures import Figures, hem_allowance, zip_depth
from .sectors import Row, Width, quarter, room_for_hips, room_to_stride, told
from .shell import Shell, View

UPPER = 0.42  # of the whole length: the lower tier is the longer, our own
ON_WAIST = 1.3  # trade facts §4: gathers 1.3-1.5 slight
HEM = 30.0
MOST_UPPER = 0.62


def draft(making: Making, figures: Figures) -> Shell:
    """FS1 and BS1, FS2 and BS2; `fullness` is that of the lower tier on the upper."""
    top = figures.top
    ratio = ON_WAIST
    needed = room_for_hips(making, figures) / top.girth
    if needed > ratio:
        ratio = needed
        if needed > 1.5:
            told(making)
    lower = making.number("skirt.fullness")
    needed = room_to_stride(making, figures) / (ratio * top.girth)
    if needed > lower:
        told(making)
        lower = needed
    deep = zip_depth(making, figures) + 30.0 if figures.opening in ("back", "side") else 0.0
    if deep > MOST_UPPER * figures.hem_y:
        raise Refusal(
            "hip_to_waist",
            "The upper tier is too short for a zip that lets the hips in. Please choose a longer skirt.",
            ("waist_girth", "hip_girth"),
        )
    upper_long = max(UPPER * figures.hem_y, deep, top.level + 60.0)
    lower_long = figures.hem_y - upper_long
    hem = hem_allowance(making, HEM, math.inf)
    low_hip = figures.hip_y >= upper_long
    back = figures.opening != "back"
    rows = []
    upper: tuple[tuple[View, str, float, bool], ...] = (
        ("front", "FS", top.front, True), ("back", "BS", top.back, back)
    )  # fmt: skip
    for view, code, waist, whole in upper:
        rows.append(quarter(
            figures, Row(view, (f"{code}1", f"S{code}1"), f"{view} skirt, upper tier", lower="tier"),
            Width(ratio * waist), upper_long, 0.0, whole=whole,
            hip_y=None if low_hip else figures.hip_y,
        ))  # fmt: skip
    for view, code, waist, _ in upper:
        rows.append(quarter(
            figures, Row(view, (f"{code}2", f"S{code}2"), f"{view} skirt, lower tier", upper="tier"),
            Width(lower * ratio * waist), lower_long, hem, whole=True,
            hip_y=figures.hip_y - upper_long if low_hip else None,
        ))  # fmt: skip
    return Shell(
        rows[0], rows[1], fitted=False, ratio=ratio, lower=(rows[2], rows[3]), lower_ratio=lower,
        words=(
            (66, f"Sew the lower tier's sides, gather its top in two rows, {lower:.2g} times as wide, "
                 "and sew it to the upper tier."),
            (78, f"Gather the waist of the upper tier in two rows, {ratio:.2g} times as wide as sewn."),
        ),
        told={"skirt.upper_tier": round(upper_long, 1)},
    )  # fmt: skip
