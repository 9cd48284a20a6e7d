"""Smooth lines for drawings: half-breadths as functions of height, splines through points.

Drawings are in mm, x right (0 on the centre line), y down. A path is a list of cubic Béziers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]
Curve = list[Cubic]

WRITTEN = 16_384
"""How many numbers are remembered as they are written: a drawing has thousands, most of them often."""

_SWEEPS = 16  # each leaves at most half of what is wrong: 0.00002 of it at the end


class Profile:
    """x as a smooth function of y through given stations, never overshooting between two of them.

    One continuous derivative, no extremum but at a station.
    """

    def __init__(self, stations: Iterable[Point]) -> None:
        """`stations` are (x, y) with y rising; two nearer than 0.5 mm count as one."""
        kept: list[Point] = []
        for x, y in sorted(stations, key=lambda station: station[1]):
            if not kept or y - kept[-1][1] > 0.5:
                kept.append((x, y))
        self.x = [x for x, _ in kept]
        self.y = [y for _, y in kept]
        self.slope = self._slopes()

    def _slopes(self) -> list[float]:
        """Of all slopes that overshoot nowhere those with the least bending: the second derivative
        is continuous too wherever that lets it. They change continuously with the stations."""
        step = [b - a for a, b in pairwise(self.y)]
        rise = [(b - a) / h for (a, b), h in zip(pairwise(self.x), step, strict=True)]
        # A slope of the sign of both neighbours and at most thrice the lesser keeps the piece monotone.
        least = [0.0] * len(self.x)
        most = [0.0] * len(self.x)
        for i, (a, b) in enumerate(pairwise([rise[0], *rise, rise[-1]])):
            if a * b > 0:
                steepest = 3 * min(abs(a), abs(b))
                least[i], most[i] = (0.0, steepest) if a > 0 else (-steepest, 0.0)
        slopes = [0.5 * (low + high) for low, high in zip(least, most, strict=True)]
        last = len(slopes) - 1
        for _ in range(_SWEEPS):
            for i in range(last + 1):
                if least[i] == most[i]:
                    continue
                pull = weight = 0.0
                if i:
                    pull += (3 * rise[i - 1] - slopes[i - 1]) / step[i - 1]
                    weight += 2 / step[i - 1]
                if i < last:
                    pull += (3 * rise[i] - slopes[i + 1]) / step[i]
                    weight += 2 / step[i]
                slopes[i] = min(max(pull / weight, least[i]), most[i])
        return slopes

    def _piece(self, y: float) -> int:
        return min(max(bisect_right(self.y, y) - 1, 0), len(self.y) - 2)

    def at(self, y: float) -> float:
        """x at the height y; beyond the ends the curve runs on straight."""
        if y <= self.y[0]:
            return self.x[0] + (y - self.y[0]) * self.slope[0]
        if y >= self.y[-1]:
            return self.x[-1] + (y - self.y[-1]) * self.slope[-1]
        i = self._piece(y)
        h = self.y[i + 1] - self.y[i]
        t = (y - self.y[i]) / h
        return (
            self.x[i] * (1 + 2 * t) * (1 - t) ** 2
            + self.slope[i] * h * t * (1 - t) ** 2
            + self.x[i + 1] * t * t * (3 - 2 * t)
            + self.slope[i + 1] * h * t * t * (t - 1)
        )

    def slope_at(self, y: float) -> float:
        """dx/dy at the height y."""
        if y <= self.y[0]:
            return self.slope[0]
        if y >= self.y[-1]:
            return self.slope[-1]
        i = self._piece(y)
        h = self.y[i + 1] - self.y[i]
        t = (y - self.y[i]) / h
        return (
            6 * t * (t - 1) * (self.x[i] - self.x[i + 1]) / h
            + self.slope[i] * (1 - t) * (1 - 3 * t)
            + self.slope[i + 1] * t * (3 * t - 2)
        )

    def curve(self, top: float, bottom: float) -> Curve:
        """The stretch between two heights as Béziers, from top to bottom; exact."""
        ys = [top, *[y for y in self.y if top + 0.5 < y < bottom - 0.5], bottom]
        curve: Curve = []
        for a, b in pairwise(ys):
            third = (b - a) / 3
            xa, xb = self.at(a), self.at(b)
            curve.append(
                (
                    (xa, a),
                    (xa + self.slope_at(a) * third, a + third),
                    (xb - self.slope_at(b) * third, b - third),
                    (xb, b),
                )
            )
        return curve


def spline(points: Sequence[Point], *, closed: bool = False) -> Curve:
    """A smooth curve through the points (centripetal Catmull-Rom: no loops, no overshoot)."""
    count = len(points)
    if count < 3 and not closed:
        return [line(a, b) for a, b in pairwise(points)]
    curve: Curve = []
    for i in range(count if closed else count - 1):
        p1, p2 = points[i], points[(i + 1) % count]
        p0 = points[i - 1] if closed or i else _beyond(p2, p1)
        p3 = points[(i + 2) % count] if closed or i + 2 < count else _beyond(p1, p2)
        d1, d2, d3 = (
            max(hypot(b[0] - a[0], b[1] - a[1]) ** 0.5, 1e-6)
            for a, b in ((p0, p1), (p1, p2), (p2, p3))
        )
        curve.append(
            (
                p1,
                _control(p0, p1, p2, d1, d2),
                _control(p3, p2, p1, d3, d2),
                p2,
            )
        )
    return curve


def _beyond(a: Point, b: Point) -> Point:
    return (2 * b[0] - a[0], 2 * b[1] - a[1])


def _control(before: Point, at: Point, after: Point, d1: float, d2: float) -> Point:
    whole = 3 * d1 * (d1 + d2)
    a, b, c = d1 * d1, 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2, d2 * d2
    return (
        (a * after[0] - c * before[0] + b * at[0]) / whole,
        (a * after[1] - c * before[1] + b * at[1]) / whole,
    )


def line(a: Point, b: Point) -> Cubic:
    """A straight line as a Bézier."""
    return (
        a,
        (a[0] + (b[0] - a[0]) / 3, a[1] + (b[1] - a[1]) / 3),
        (b[0] - (b[0] - a[0]) / 3, b[1] - (b[1] - a[1]) / 3),
        b,
    )


def bowed(a: Point, b: Point, sag: float) -> Cubic:
    """A shallow bow from a to b whose middle lies `sag` mm lower than the chord."""
    third = (b[0] - a[0]) / 3
    drop = sag * 4 / 3
    rise = (b[1] - a[1]) / 3
    return (a, (a[0] + third, a[1] + rise + drop), (b[0] - third, b[1] - rise + drop), b)


def back(curve: Curve) -> Curve:
    """The same curve, run from its end."""
    return [(d, c, b, a) for a, b, c, d in reversed(curve)]


def mirror(curve: Curve) -> Curve:
    """The curve on the other side of the centre line."""
    return [((-a[0], a[1]), (-b[0], b[1]), (-c[0], c[1]), (-d[0], d[1])) for a, b, c, d in curve]


def joined(*curves: Curve) -> Curve:
    """Curves one after another; a gap between two is closed by a straight line."""
    whole: Curve = []
    for curve in curves:
        if whole and curve:
            end, start = whole[-1][3], curve[0][0]
            if hypot(end[0] - start[0], end[1] - start[1]) > 0.05:
                whole.append(line(end, start))
        whole.extend(curve)
    return whole


def both_sides(half: Curve) -> Curve:
    """A closed outline from its right half, which runs down from the centre line to it again."""
    return joined(half, back(mirror(half)))


def at(cubic: Cubic, t: float) -> Point:
    """The point of a Bézier at t in 0..1."""
    a, b, c, d = cubic
    u = 1 - t
    w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return (
        w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
        w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
    )


def parted(cubic: Cubic, t: float) -> tuple[Cubic, Cubic]:
    """A Bézier cut in two at t in 0..1."""
    a, b, c, d = cubic

    def between(p: Point, q: Point) -> Point:
        return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)

    ab, bc, cd = between(a, b), between(b, c), between(c, d)
    first, second = between(ab, bc), between(bc, cd)
    middle = between(first, second)
    return (a, ab, first, middle), (middle, second, cd, d)


def number(value: float) -> str:
    """One decimal (a twentieth of a mm at worst), as short as can be."""
    return _tenths(round(value * 10))


@lru_cache(maxsize=WRITTEN)
def _tenths(value: int) -> str:
    return str(value / 10) if value % 10 else str(value // 10)


def path_data(curve: Curve, *, close: bool = False) -> str:
    """The `d` of an SVG path by its steps, in whole tenths, so that no error adds up; straight stretches
    become lines, gaps new subpaths."""
    parts: list[str] = []
    x = y = None
    for a, b, c, d in curve:
        from_x, from_y = round(a[0] * 10), round(a[1] * 10)
        if x is None or y is None or abs(from_x - x) + abs(from_y - y) > 1:
            parts += ("M", row(from_x, from_y))
            x, y = from_x, from_y
        to_x, to_y = round(d[0] * 10), round(d[1] * 10)
        if _is_straight(a, b, c, d):
            parts += ("l", row(to_x - x, to_y - y))
        else:
            parts += ("c", row(
                round(b[0] * 10) - x, round(b[1] * 10) - y, round(c[0] * 10) - x, round(c[1] * 10) - y,
                to_x - x, to_y - y,
            ))  # fmt: skip
        x, y = to_x, to_y
    return "".join(parts) + ("z" if close else "")


def row(*values: int) -> str:
    """Tenths as numbers as short as can be, each parted from the last by a blank or its sign."""
    return "".join(map(_parted, values)).lstrip()


@lru_cache(maxsize=WRITTEN)
def _parted(value: int) -> str:
    sign, size = "-" if value < 0 else " ", abs(value)
    whole = str(size // 10) if size >= 10 or not size else ""
    return f"{sign}{whole}.{size % 10}" if size % 10 else sign + whole


def _is_straight(a: Point, b: Point, c: Point, d: Point) -> bool:
    dx, dy = d[0] - a[0], d[1] - a[1]
    length = hypot(dx, dy)
    if length < 1e-9:
        return True
    return (
        abs((b[0] - a[0]) * dy - (b[1] - a[1]) * dx) / length < 0.02
        and abs((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / length < 0.02
    )
