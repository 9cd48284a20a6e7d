"""Points, lines, cubic curves and paths of them, with exact lengths.

Units are mm, x runs right, y runs down. Points are plain tuples while drafting; curves become point
arrays only on the way out (`flatten`), where no chord is further than `FLAT` from its curve.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .values import once, value

Point = tuple[float, float]
Points = npt.NDArray[np.float64]
"""A polyline: (n, 2)."""

Numbers = npt.NDArray[np.complex128]
"""The same as complex numbers, (n,): x is real, y imaginary. Turns and lengths are one product there."""

FLAT = 0.0095
"""How far a chord may lie from its curve, mm: just under the 0.01 that a draft promises."""

_OVER = np.array((-1.0, 1.0))

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(24)
_T = 0.5 * (_NODES + 1.0)
_W = 0.5 * _WEIGHTS
_POWERS = np.stack((np.ones(24), _T, _T * _T), axis=1).astype(complex)
"""Of the nodes; a curve's velocity there as complex numbers is one product."""


def add(p: Point, q: Point) -> Point:
    return p[0] + q[0], p[1] + q[1]


def sub(p: Point, q: Point) -> Point:
    return p[0] - q[0], p[1] - q[1]


def scale(p: Point, k: float) -> Point:
    return p[0] * k, p[1] * k


def along(p: Point, direction: Point, distance: float) -> Point:
    """The point at a distance from `p` in a unit direction."""
    return p[0] + direction[0] * distance, p[1] + direction[1] * distance


def between(p: Point, q: Point, share: float) -> Point:
    return p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share


def unit(p: Point) -> Point:
    size = math.hypot(*p)
    return p[0] / size, p[1] / size


def polar(degrees: float) -> Point:
    """The unit direction at an angle under the horizontal: 0 right, 90 down."""
    radians = math.radians(degrees)
    return math.cos(radians), math.sin(radians)


def rotate(p: Point, about: Point, degrees: float) -> Point:
    """`p` turned about a point; positive turns from right towards down (clockwise as seen)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = p[0] - about[0], p[1] - about[1]
    return about[0] + x * cos - y * sin, about[1] + x * sin + y * cos


def mirror(p: Point) -> Point:
    """`p` on the other side of the centre line x = 0."""
    return -p[0], p[1]


def reflect(p: Point, through: Point, direction: Point) -> Point:
    """`p` mirrored in the line through a point in a unit direction."""
    x, y = p[0] - through[0], p[1] - through[1]
    dot = 2 * (x * direction[0] + y * direction[1])
    return through[0] + dot * direction[0] - x, through[1] + dot * direction[1] - y


def crossing(p: Point, u: Point, q: Point, v: Point) -> Point | None:
    """Where the line through `p` along `u` meets the line through `q` along `v`; None if parallel."""
    det = u[0] * v[1] - u[1] * v[0]
    if abs(det) < 1e-9:
        return None
    t = ((q[0] - p[0]) * v[1] - (q[1] - p[1]) * v[0]) / det
    return p[0] + t * u[0], p[1] + t * u[1]


def as_complex(points: Points) -> Numbers:
    """Points that lie side by side in memory as complex numbers: the same memory."""
    numbers: Numbers = np.ascontiguousarray(points).view(complex)[:, 0]
    return numbers


def as_points(numbers: Numbers) -> Points:
    return numbers.view(float).reshape(-1, 2)


@value
class Line:
    """A straight stretch from `a` to `d`."""

    a: Point
    d: Point

    @once
    def length(self) -> float:
        return math.dist(self.a, self.d)

    @once
    def leaving(self) -> Point:
        """The unit direction at its start."""
        return unit(sub(self.d, self.a))

    @property
    def arriving(self) -> Point:
        return self.leaving

    def point(self, t: float) -> Point:
        return between(self.a, self.d, t)

    def at(self, distance: float) -> float:
        """The parameter at a distance from the start."""
        return distance / self.length

    def split(self, t: float) -> tuple[Line, Line]:
        middle = self.point(t)
        return Line(self.a, middle), Line(middle, self.d)

    def reversed(self) -> Line:
        return Line(self.d, self.a)

    def mirrored(self) -> Line:
        return Line(mirror(self.a), mirror(self.d))

    def rotated(self, about: Point, degrees: float) -> Line:
        return Line(rotate(self.a, about, degrees), rotate(self.d, about, degrees))

    def turned_over(self) -> Line:
        """Mirrored and run the other way."""
        return Line(mirror(self.d), mirror(self.a))

    def moved(self, by: Point) -> Line:
        return Line(add(self.a, by), add(self.d, by))

    def flatten(self) -> Points:
        return np.array((self.a, self.d))


@value
class Cubic:
    """A cubic Bézier curve from `a` to `d` with handles `b` and `c`."""

    a: Point
    b: Point
    c: Point
    d: Point

    @classmethod
    def leaving_arriving(
        cls,
        a: Point,
        leaving: Point,
        d: Point,
        arriving: Point,
        first: float = 1 / 3,
        last: float = 1 / 3,
    ) -> Cubic:
        """A curve with unit directions at its ends, handles as shares of the chord."""
        chord = math.dist(a, d)
        return cls(a, along(a, leaving, first * chord), along(d, arriving, -last * chord), d)

    @once
    def velocity(self) -> tuple[Point, Point, Point]:
        """Coefficients of the derivative: v0 + v1 t + v2 t²."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.a, self.b, self.c, self.d
        return (
            (3 * (bx - ax), 3 * (by - ay)),
            (6 * (ax - 2 * bx + cx), 6 * (ay - 2 * by + cy)),
            (3 * (dx - ax + 3 * (bx - cx)), 3 * (dy - ay + 3 * (by - cy))),
        )

    def _length_to(self, t: float) -> float:
        v0, v1, v2 = self.velocity
        speeds = _POWERS @ np.array((complex(*v0), complex(*v1) * t, complex(*v2) * (t * t)))
        return t * float(_W @ np.abs(speeds))

    @once
    def length(self) -> float:
        """By Gauss-Legendre quadrature with 24 nodes: good to 0.0001 mm on any curve of a garment."""
        return self._length_to(1.0)

    @property
    def leaving(self) -> Point:
        return unit(sub(self.b, self.a))

    @property
    def arriving(self) -> Point:
        return unit(sub(self.d, self.c))

    def point(self, t: float) -> Point:
        s = 1 - t
        k0, k1, k2, k3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        return (
            k0 * self.a[0] + k1 * self.b[0] + k2 * self.c[0] + k3 * self.d[0],
            k0 * self.a[1] + k1 * self.b[1] + k2 * self.c[1] + k3 * self.d[1],
        )

    def at(self, distance: float) -> float:
        """The parameter at a distance along the curve, by Newton's method."""
        if distance == 0.0 or distance == self.length:  # most notches stand at an end
            return 0.0 if distance == 0.0 else 1.0
        t = min(max(distance / self.length, 0.0), 1.0)
        v0, v1, v2 = self.velocity
        for _ in range(20):
            miss = self._length_to(t) - distance
            if abs(miss) < 1e-7:
                break
            t -= miss / math.hypot(v0[0] + t * (v1[0] + t * v2[0]), v0[1] + t * (v1[1] + t * v2[1]))
        return t

    def at_height(self, y: float) -> float | None:
        """The first parameter where the curve lies at height `y`; None where it never does."""
        (_, a), (_, b), (_, c), (_, d) = self.a, self.b, self.c, self.d
        if a <= b <= c <= d or a >= b >= c >= d:  # it only falls, or only rises: one place at most
            return self._falling_at(y) if min(a, d) - 1e-9 <= y <= max(a, d) + 1e-9 else None
        roots = np.roots((d - a + 3 * (b - c), 3 * (a - 2 * b + c), 3 * (b - a), a - y))
        real = [float(r.real) for r in roots if abs(r.imag) < 1e-9 and -1e-9 <= r.real <= 1 + 1e-9]
        return min(real, default=None)

    def _falling_at(self, y: float) -> float:
        """The same on a curve that only falls or only rises: Newton's method, kept between its bounds."""
        (_, a), (_, d) = self.a, self.d
        (_, v0), (_, v1), (_, v2) = self.velocity
        low, high, t = 0.0, 1.0, (y - a) / (d - a) if d != a else 0.0
        t = min(max(t, 0.0), 1.0)
        for _ in range(60):
            miss = a + t * (v0 + t * (v1 / 2 + t * v2 / 3)) - y
            if abs(miss) < 1e-10:
                break
            low, high = (t, high) if (miss < 0) == (d > a) else (low, t)
            steep = v0 + t * (v1 + t * v2)
            step = t - miss / steep if abs(steep) > 1e-12 else low
            t = step if low < step < high else 0.5 * (low + high)
        return t

    def split(self, t: float) -> tuple[Cubic, Cubic]:
        ab, bc, cd = (
            between(self.a, self.b, t),
            between(self.b, self.c, t),
            between(self.c, self.d, t),
        )
        abc, bcd = between(ab, bc, t), between(bc, cd, t)
        middle = between(abc, bcd, t)
        return Cubic(self.a, ab, abc, middle), Cubic(middle, bcd, cd, self.d)

    def reversed(self) -> Cubic:
        return Cubic(self.d, self.c, self.b, self.a)

    def mirrored(self) -> Cubic:
        return Cubic(mirror(self.a), mirror(self.b), mirror(self.c), mirror(self.d))

    def rotated(self, about: Point, degrees: float) -> Cubic:
        return Cubic(*(rotate(p, about, degrees) for p in (self.a, self.b, self.c, self.d)))

    def turned_over(self) -> Cubic:
        """Mirrored and run the other way."""
        over = Cubic(mirror(self.d), mirror(self.c), mirror(self.b), mirror(self.a))
        over.__dict__["length"] = self.length
        return over

    def moved(self, by: Point) -> Cubic:
        return Cubic(*(add(p, by) for p in (self.a, self.b, self.c, self.d)))

    def flatten(self) -> Points:
        """Points on the curve; a chord over a step h strays at most h² |B''| / 8."""
        _, v1, v2 = self.velocity
        bend = max(math.hypot(*v1), math.hypot(v1[0] + 2 * v2[0], v1[1] + 2 * v2[1]))
        count = max(1, math.ceil(math.sqrt(bend / (8 * FLAT))))
        points: Points = _blends(count) @ np.array((self.a, self.b, self.c, self.d))
        return points


@lru_cache(maxsize=512)
def _blends(count: int) -> Points:
    """By how much each control point of a cubic counts at its points, `count` even steps of the parameter:
    no curve of a garment takes hundreds."""
    t = np.arange(count + 1) / count
    s = 1.0 - t
    return np.stack((s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t), axis=1)


Stretch = Line | Cubic


@value
class Path:
    """Stretches end to end, as one line: a neckline, a side seam, a row of a waist between two darts."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, *stretches: Stretch) -> Path:
        return cls(stretches)

    @classmethod
    def straight(cls, *points: Point) -> Path:
        return cls(tuple(Line(p, q) for p, q in pairwise(points)))

    @once
    def length(self) -> float:
        return sum(stretch.length for stretch in self.stretches)

    @property
    def start(self) -> Point:
        return self.stretches[0].a

    @property
    def end(self) -> Point:
        return self.stretches[-1].d

    @property
    def leaving(self) -> Point:
        return self.stretches[0].leaving

    @property
    def arriving(self) -> Point:
        return self.stretches[-1].arriving

    def _find(self, distance: float) -> tuple[int, float]:
        for number, stretch in enumerate(self.stretches[:-1]):
            if distance <= stretch.length:
                return number, stretch.at(distance)
            distance -= stretch.length
        return len(self.stretches) - 1, self.stretches[-1].at(distance)

    def point_at(self, distance: float) -> Point:
        number, t = self._find(distance)
        return self.stretches[number].point(t)

    def split(self, distance: float) -> tuple[Path, Path]:
        """Cut in two at a distance from the start."""
        number, t = self._find(distance)
        first, last = self.stretches[number].split(t)
        return (
            Path((*self.stretches[:number], first)),
            Path((last, *self.stretches[number + 1 :])),
        )

    def then(self, other: Path) -> Path:
        return Path(self.stretches + other.stretches)

    def reversed(self) -> Path:
        return Path(tuple(stretch.reversed() for stretch in reversed(self.stretches)))

    def mirrored(self) -> Path:
        """On the other side of x = 0, still run from the mirrored start."""
        return Path(tuple(stretch.mirrored() for stretch in self.stretches))

    def turned_over(self) -> Path:
        """Mirrored and run the other way, as the outline of a piece's other half has it: its points and its
        length are those of this one."""
        over = Path(tuple(stretch.turned_over() for stretch in reversed(self.stretches)))
        over.__dict__["length"] = self.length
        over.__dict__["_flat"] = self.flatten()[::-1] * _OVER
        return over

    def rotated(self, about: Point, degrees: float) -> Path:
        return Path(tuple(stretch.rotated(about, degrees) for stretch in self.stretches))

    def moved(self, by: Point) -> Path:
        return Path(tuple(stretch.moved(by) for stretch in self.stretches))

    @once
    def _flat(self) -> Points:
        if len(self.stretches) == 1:
            return self.stretches[0].flatten()
        if all(isinstance(stretch, Line) for stretch in self.stretches):
            return np.array([self.start, *(stretch.d for stretch in self.stretches)])
        parts = [stretch.flatten() for stretch in self.stretches]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    def flatten(self) -> Points:
        """Its points, the same array each time: a facing asks for the shell's line again. Read only."""
        return self._flat
