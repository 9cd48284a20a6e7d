"""Quarter, half and full circle: a ring whose inner arc is exactly the waist."""

from __future__ import annotations

import math
from dataclasses import replace

from patterns.components.base import Making
from patterns.components.waists import Segment
from patterns.drafting.draft import Refusal

from .figures import Figures, hem_allowance
from .sectors import Row, Width, quarter, room_for_hips, told
from .shell import Quarter, Shell, View

TURN = {"quarter_circle": math.pi / 2, "half_circle": math.pi, "circle": 2 * math.pi}
FULLEST = 2 * math.pi
HEM = {"quarter_circle": 25.0, "half_circle": 16.0, "circle": 8.0}
"""Trade facts §7: half circle 15-20, full circle or bias 6-10; a quarter between that and an A-line."""


def draft(making: Making, figures: Figures) -> Shell:
    """Front and back each half of the ring, by their waists: whole where the cloth is wide enough, else
    with a seam at the centre. Where the ring would not clear the hips it is opened further, and told."""
    top, style = figures.top, figures.style
    turn = TURN[style]
    if not figures.peplum:
        needed = (room_for_hips(making, figures) - top.girth) / figures.hip_y
        if needed > max(turn, FULLEST):
            raise Refusal(
                "hip_room",
                "The hips are too wide for this waist and so near it. Please check the measurements.",
                ("waist_girth", "hip_girth", "waist_to_hip"),
            )
        if needed > turn:
            told(making)
            turn = needed
    radius = top.girth / turn
    long = figures.hem_y - figures.band
    hem = hem_allowance(making, HEM[style], radius + figures.hem_y)
    share = (radius + figures.band) / radius
    # A contoured band is cut from the ring's top: the skirt begins below it.

    def half(view: View, code: str, waist: float, whole: bool) -> Quarter:
        found = quarter(
            figures, Row(view, (code, f"S{code}"), f"{view} skirt"),
            Width(waist * share, waist / radius), long, hem, whole=whole,
            hip_y=None if figures.peplum else figures.hip_y - figures.band,
        )  # fmt: skip
        if not figures.band or not found.segments:
            return found
        ring = Width(waist, waist / radius).lines(figures.hem_y)
        return replace(found, segments=(Segment(ring[0], ring[3].reversed(), ring[1]),))

    return Shell(
        half("front", "FS", top.front, True),
        half("back", "BS", top.back, figures.opening != "back"),
        fitted=False,
        words=(
            (
                94,
                "Let the skirt hang for a day and a night, for its bias to drop; then level the hem.",
            ),
        ),
    )
