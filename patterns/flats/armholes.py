"""Where shoulder seam and armhole lie on the figure, right side."""

from __future__ import annotations

from measurements.figure.build import Figure
from measurements.figure.curves import Curve, Point, bowed

LIFT = 3.5
"""How far cloth lies off the shoulder, mm: our own."""


def shoulder_line(figure: Figure, start: float, length: float) -> Curve:
    """The shoulder seam, from so far beside the neck to its tip."""
    (nx, ny), (sx, sy) = figure.shoulder_at(start), figure.shoulder_at(start + length)
    (tx, ty) = figure.shoulder_point
    if sx > tx + 2:
        sx, sy = tx + 2, ty + 1
    return [bowed((nx, ny - LIFT), (sx, sy - LIFT), 1.2)]


def armhole_line(tip: Point, under: Point, slope: float, hollow: float, most: float) -> Curve:
    """From the shoulder's tip down to the underarm, which the side leaves with `slope` (across over down).

    A little hollow: six tenths down it lies `hollow` of the way from the underarm out to the tip, and `most`
    mm from the centre at most. No further in than the side: an arm's root is broader than the ribs below.
    """
    x = min(most, under[0] + hollow * (tip[0] - under[0]))
    down = under[1] - tip[1]
    y = tip[1] + 0.60 * down
    lean = 0.50 * (tip[0] - x)
    # its round lies under the arm: all that is seen of it is that it comes in a little to the side
    turn = min(slope - 0.10, 0.0) * down
    return [
        (tip, (tip[0] - 0.36 * (tip[0] - x), tip[1] + 0.16 * down), (x + 0.22 * lean, y - 0.22 * down),
         (x, y)),
        ((x, y), (x - 0.20 * lean, y + 0.20 * down),
         (under[0] - 0.11 * turn, under[1] - 0.11 * down), under),
    ]  # fmt: skip
