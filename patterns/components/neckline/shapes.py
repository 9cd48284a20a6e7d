"""The neckline's lines: from the centre up to the shoulder, on front and back. All mm, of one half.

The bodice asks for them when it draws its pieces. Front and back meet at the shoulder as one line: the
front leaves its shoulder by `turn` degrees from the square, the back makes up for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.drafting.geometry import Cubic, Path, Point, along, between, polar

JEWEL_DROP = 5.0
"""A jewel neckline lies this much below the front neck point; our own."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What the neckline cuts away: `width` at each shoulder, `depth` below the front neck point, the
    angle `turn` (degrees) at which it leaves the front's shoulder."""

    shape: str
    width: float
    depth: float
    turn: float


def cut(making: Making, front_neck: float, front_drop: float, front_slope: float) -> Cut:
    """The neckline that was chosen, for a neck of this width and drop (half, mm) and a front shoulder
    that slopes by so many degrees. Writes the resolved width and depth into the parameters."""
    shape = making.text("neckline.shape")
    jewel = shape == "jewel"
    width = 0.0 if jewel else making.number("neckline.width")
    depth = JEWEL_DROP if jewel else making.number("neckline.depth")
    making.parameters.update({"neckline.width": width, "neckline.depth": depth})
    return Cut(
        shape, width, depth, _turn(shape, front_neck, width, front_drop + depth, front_slope)
    )


def _turn(shape: str, neck: float, width: float, deep: float, slope: float) -> float:
    if shape == "jewel":
        return 4.0
    if shape == "scoop":
        return 14.0
    wide = neck + width * math.cos(math.radians(slope))
    return max(-8.0, min(14.0, slope - math.degrees(math.atan2(wide, deep))))


def front_line(cut: Cut, bottom_y: float, shoulder: Point, slope: float) -> Path:
    """From centre front at `bottom_y` up to the shoulder seam's neck end, `slope` that seam's degrees."""
    bottom = (0.0, bottom_y)
    arriving = polar(slope - 90.0 - cut.turn)
    wide, deep = shoulder[0], bottom[1] - shoulder[1]
    if cut.shape == "v":
        chord = math.hypot(wide, deep)
        return Path.of(Cubic(
            bottom, between(bottom, shoulder, 0.33), along(shoulder, arriving, -0.28 * chord), shoulder
        ))  # fmt: skip
    flat = 0.62 if cut.shape == "jewel" else 0.78
    return Path.of(Cubic(
        bottom, (flat * wide, bottom[1]), along(shoulder, arriving, -0.45 * deep), shoulder
    ))  # fmt: skip


def back_line(cut: Cut, shoulder: Point, slope: float) -> Path:
    """From centre back, y = 0 the nape, up to the shoulder seam's neck end."""
    nape = (0.0, 0.45 * cut.width)
    arriving = polar(slope - 90.0 + cut.turn)
    wide, deep = shoulder[0], nape[1] - shoulder[1]
    reach = max(0.9 * deep, 14.0)
    return Path.of(Cubic(nape, (0.62 * wide, nape[1]), along(shoulder, arriving, -reach), shoulder))
