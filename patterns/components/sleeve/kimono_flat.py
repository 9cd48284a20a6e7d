"""The lines of a kimono sleeve as it is drawn on the hanging arm: one cloth with its bodice."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, dist

from measurements.figure.curves import Curve, Point, back, joined, line, parted, spline
from patterns.flats.worn import Worn

from .shape import SleeveShape, long

PIT = 62.0
"""How far below a set-in sleeve's underarm a kimono's lies on the hanging arm, mm."""


@dataclass(frozen=True, slots=True)
class Kimono:
    """A kimono's lines on the right: the shoulder from the neck to its tip, the arm's outside from there,
    its hem, its inside up to the side; the line, not seen, from the shoulder to there at which arm and body
    part; and the fold that runs up from there."""

    shoulder: Curve
    outer: Curve
    hem: Curve
    inner: Curve
    crease: Curve
    fold: Curve

    @property
    def pit(self) -> Point:
        return self.inner[-1][3]


def kimono(worn: Worn) -> Kimono:
    """The lines of a sleeve cut in one with its bodice, on the hanging arm."""
    shape = SleeveShape(worn)
    line_, end = shape.line, shape.end
    neck, tip = worn.shoulder[0][0], worn.shoulder[-1][3]
    # one line from the neck into the arm: cloth without a seam bridges the hollow outside the shoulder
    arm = line_.at(line_.cap + 34.0, line_.half(line_.cap) + 9.0)
    corner = _met(neck, tip, line_.at(end, shape.at_hem), arm)
    over = (neck, _towards(neck, corner, 0.92), _towards(arm, corner, 0.84), arm)
    shoulder, outside = parted(over, 0.58)
    asked = [worn.finished(name) for name in ("shoulder_length", "sleeve_length")]
    if all(asked):
        # it ends where it is as long as it is from the neck
        drawn = long([over]) + dist(arm, line_.at(end, shape.at_hem))
        end += sum(length or 0.0 for length in asked) - drawn
    hem_end, low = line_.at(end, shape.at_hem), line_.at(end, -shape.at_hem)
    # the seam comes round under the arm in a curve, lower than a set-in sleeve's
    y = min(max(worn.underarm + PIT, low[1] - 90.0), low[1] - 20.0)
    under = (worn.side.at(y), y)
    a, deep = hem_end, 0.05 * (hem_end[0] - low[0]) + 2.0
    hem: Curve = [(
        a,
        (a[0] * 0.67 + low[0] * 0.33, a[1] * 0.67 + low[1] * 0.33 + deep),
        (a[0] * 0.33 + low[0] * 0.67, a[1] * 0.33 + low[1] * 0.67 + deep),
        low,
    )]  # fmt: skip
    inner: Curve = [(
        low,
        (low[0] - 1.0, low[1] + (under[1] - low[1]) * 0.6),
        (under[0] + 2, under[1] - 3),
        under,
    )]  # fmt: skip
    middle = (0.35 * under[0] + 0.65 * tip[0], 0.55 * under[1] + 0.45 * tip[1])
    crease = spline([shoulder[3], middle, (under[0] - 3, under[1] - 45), under])
    return Kimono(
        [shoulder],
        [outside, line(arm, hem_end)],
        hem,
        inner,
        crease,
        _soft(crease),
    )


def slope(worn: Worn) -> float:
    """By how many degrees its arm is cut aslant of the grain."""
    codes = ("SFB", "FB") if worn.front else ("SBB", "BB")
    for piece in filter(None, map(worn.piece, codes)):
        for edge in piece.edges:
            if edge.name.startswith("overarm"):
                (ax, ay), (bx, by) = edge.points[0], edge.points[-1]
                return degrees(atan2(abs(bx - ax), abs(by - ay)))
    return 0.0


def _met(a: Point, b: Point, c: Point, d: Point) -> Point:
    """Where the line from a to b, run on, meets that from c to d."""
    (ux, uy), (vx, vy) = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx)
    return (a[0] + t * ux, a[1] + t * uy)


def _towards(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _soft(crease: Curve) -> Curve:
    """The fold into which spare cloth falls between arm and body: up from the underarm, along where they
    part."""
    return back([parted(crease[0], 0.55)[1], *crease[1:]])


def behind_fold(crease: Curve) -> Curve:
    """Where the arm's cloth lies in shade beside the fold between it and the body: closed."""
    (x, y), (u, v) = crease[0][0], crease[-1][3]
    deep = FALLS_BACK
    return joined(crease, [(
        (u, v), (u + deep, v - 0.30 * (v - y)), (x + 0.8 * deep, y + 0.25 * (v - y)), (x, y)
    )])  # fmt: skip


FALLS_BACK = 16.0
"""How broad that shade is at most, mm."""
