"""A row of darts along a waist, the line trued so that it runs on when they are closed.

Every corner of the row is a right angle: the waist leaves the centre, each dart leg and the side seam
at 90°, so that any two that are sewn together add up to a straight line (the cutter's rule of squaring
a seam at both ends).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .draft import InnerDart
from .geometry import Cubic, Line, Path, Point, along, sub, unit
from .solving import NoRootError, root
from .values import value


@value
class WaistDart:
    """One dart of a row: how far along the closed waist its middle sits, its share of the row's whole
    intake, and how far its point lies from the waist."""

    at: float
    share: float
    length: float


@value
class Row:
    """A waist from the centre to the side, darts open: the stretches between them, and the darts."""

    stretches: tuple[Path, ...]
    legs: tuple[tuple[Path, Path], ...]
    widths: tuple[float, ...]

    @property
    def length(self) -> float:
        return sum(path.length for path in self.stretches)

    @property
    def side(self) -> Point:
        return self.stretches[-1].end


def _square(leg: Point) -> Point:
    """The direction rightwards at a right angle to a dart's leg."""
    across = unit((-leg[1], leg[0]))
    return across if across[0] > 0 else (-across[0], -across[1])


def lay_row(
    centre: Point,
    leaving: Point,
    side: Point,
    arriving: Point,
    darts: Sequence[WaistDart],
    intake: float,
    upward: bool,
) -> Row:
    """The row for a given whole intake. `upward`: the darts point up (a bodice), else down (a skirt).

    `leaving` and `arriving` are the waist's unit directions at centre and side, squared to the edges there.
    """
    stretches: list[Path] = []
    legs: list[tuple[Path, Path]] = []
    widths: list[float] = []
    start, direction, taken, first = centre, leaving, 0.0, centre[1]
    for dart in darts:
        width = dart.share * intake
        x = centre[0] + dart.at + taken + width / 2
        run = (x - centre[0]) / (side[0] - centre[0])
        y = centre[1] + (side[1] - centre[1]) * run * run
        # Upright it points at the bust; the waist, squared to its legs, falls to it in one bow.
        if upward:
            mouth, down = (1.0, 0.0), (0.0, -1.0)
            if not legs:
                fall = leaving[1] / leaving[0] + width / 2 / dart.length
                first = centre[1] + 0.5 * fall * (x - width / 2 - centre[0])
            y = first
        else:  # square to the waist as it rises to the side, so that the line does not wave
            mouth = unit((side[0] - centre[0], 2 * run * (side[1] - centre[1])))
            down = (-mouth[1], mouth[0])
        point = along((x, y), down, dart.length)
        left, right = along((x, y), mouth, -width / 2), along((x, y), mouth, width / 2)
        stretches.append(
            Path.of(Cubic.leaving_arriving(start, direction, left, _square(sub(left, point))))
        )
        legs.append((Path.of(Line(left, point)), Path.of(Line(point, right))))
        start, direction = right, _square(sub(right, point))
        taken += width
        widths.append(width)
    stretches.append(Path.of(Cubic.leaving_arriving(start, direction, side, arriving)))
    return Row(tuple(stretches), tuple(legs), tuple(widths))


def solve_row(
    centre: Point,
    leaving: Point,
    side: Callable[[float], tuple[Point, Point]],
    darts: Sequence[WaistDart],
    length: float,
    upward: bool,
    intake: float,
) -> Row:
    """The row whose stretches measure `length` together, darts closed.

    With darts their intake is found; without any, how far the side moves in. `side(shift)` gives the
    side point and the waist's direction there, moved towards the centre by `shift`. Raises NoRootError.
    """
    if darts:
        point, arriving = side(0.0)

        def miss(whole: float) -> float:
            return lay_row(centre, leaving, point, arriving, darts, whole, upward).length - length

        found = root(miss, intake - 14.0, intake + 14.0)
        return lay_row(centre, leaving, point, arriving, darts, found, upward)

    def miss_side(shift: float) -> float:
        return lay_row(centre, leaving, *side(shift), (), 0.0, upward).length - length

    return lay_row(centre, leaving, *side(root(miss_side, -20.0, 20.0)), (), 0.0, upward)


BENT = 2.5
"""A dart's mouth comes out up to so much wider than planned, since the waist bends between darts."""


def split_intake(intake: float, widest: float) -> int:
    """Into how many darts an intake is split so that none is wider than allowed; 0 where it is too
    small to be a dart (under 6 mm). Raises NoRootError where three darts can't take it.

    `BENT` is left to each.
    """
    if intake < 6.0:
        return 0
    for count in (1, 2, 3):
        if intake <= count * (widest - BENT):
            return count
    raise NoRootError(f"three darts of {widest:g} mm can't take {intake:.0f} mm")


def fish_eye(name: str, top: Point, bottom: Point, width: float, widest: float = 0.5) -> InnerDart:
    """A dart pointed at both ends, for a waist without a seam: from `top` down to `bottom`, `width`
    across at a share `widest` of its length, its two legs mirror images of each other.

    `top` and `bottom` lie on one upright line.
    """
    middle = top[1] + (bottom[1] - top[1]) * widest

    def leg(side: float) -> Path:
        return Path.straight(top, (top[0] + side * width / 2, middle), bottom)

    return InnerDart(name, leg(-1.0).flatten(), leg(1.0).flatten())
