"""The cap of a sleeve: the curve from underarm over the crown to underarm, solved to its armhole.

Upper-arm ease sets the width, cap height follows, never the reverse (trade facts §5). Lengths are mm;
y = 0 is the upper-arm line, the crown stands at x = 0 above it, the front on paper's left.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from patterns.components.base import Making
from patterns.drafting.geometry import Cubic, Path, Point, Points, along
from patterns.drafting.solving import NoRootError, root

LEAST_ARM_EASE = 35.0  # trade facts §2: never below, woven
LEAST_HEIGHT, MOST_HEIGHT = 0.25, 0.42
"""Of the armhole: never lower than a quarter; §5: a blazer's up to 2/5."""
OF_ARMHOLE = 440.0  # the armhole's girth at which cap ease is as asked: it grows in proportion (§4)
MOST_EASE, MOST_LINED = 0.079, 0.076
"""Of the armhole; the contract bounds cap ease at 8 %. A lining has as much of it in an armhole that is up to
16 mm less around, for it is raised."""

EXACT = 1e-5
ROUNDS = 200  # near the lowest caps some twenty are needed


@dataclass(frozen=True, slots=True)
class Shape:
    """Half a cap in shares of its width and height: how far the first handle reaches from the underarm,
    the joint of its two curves, the steepness and the handles there, where the last handle begins."""

    first: float
    joint: Point
    steep: float
    before: float
    after: float
    last: float


# Front scooped, back fuller (trade facts §5); the figures are our own.
FRONT = Shape(first=0.25, joint=(0.46, 0.39), steep=1.72, before=0.13, after=0.15, last=0.70)
BACK = Shape(first=0.20, joint=(0.40, 0.40), steep=2.0, before=0.12, after=0.16, last=0.70)
LONGER = 1.047
"""How much longer either curve is than its chord, for a first guess."""
LOW = 1.043
"""The same of the lowest caps, a little on the safe side: what `least_armhole` gives is 1 to 7 mm more than
`solve_cap` needs."""


def half_cap(shape: Shape, wide: float, high: float, lean: float) -> Path:
    """From the underarm at (-wide, 0) up to the crown at (0, -high). `lean` is the slope of the underarm
    seam, to which the cap is squared so that it runs on across the seam."""
    start, crown = (-wide, 0.0), (0.0, -high)
    joint = (shape.joint[0] - 1.0) * wide, -shape.joint[1] * high
    way = wide, -shape.steep * high
    return Path.of(
        Cubic(start, along(start, (wide, -wide * lean), shape.first),
              along(joint, way, -shape.before), joint),
        Cubic(joint, along(joint, way, shape.after), ((shape.last - 1.0) * wide, -high), crown),
    )  # fmt: skip


class _Length:
    """How long half a cap is, without drawing it: its curve is the shape's, stretched to its width and
    height, so that the rates at which it runs across and up are known beforehand at the nodes of the same
    quadrature that `Cubic.length` uses."""

    def __init__(self, shape: Shape) -> None:
        flat, leaning = (self._rates(half_cap(shape, 1.0, 1.0, lean)) for lean in (0.0, 1.0))
        self.across, self.up = flat
        self.leaning = leaning[1] - flat[1]

    @staticmethod
    def _rates(path: Path) -> Points:
        rates = []
        for curve in path.stretches:
            assert isinstance(curve, Cubic)
            a, b, c, d = map(np.array, (curve.a, curve.b, curve.c, curve.d))
            t = _T[:, None]
            rates.append(3 * ((b - a) * (1 - t) ** 2 + 2 * (c - b) * (1 - t) * t + (d - c) * t * t))
        return np.concatenate(rates).T

    def __call__(self, wide: float, high: float, lean: float) -> float:
        up = high * self.up + wide * lean * self.leaning
        return float(_W @ np.hypot(wide * self.across, up))


_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(24)
_T, _W = 0.5 * (_NODES + 1.0), 0.5 * np.concatenate((_WEIGHTS, _WEIGHTS))
_FRONT, _BACK = _Length(FRONT), _Length(BACK)


@dataclass(frozen=True, slots=True)
class Cap:
    """`front` runs from the front underarm up to the crown, `back` from the crown down to the back
    underarm; how far from the crown either underarm lies, and the cap's height."""

    front: Path
    back: Path
    front_wide: float
    back_wide: float
    high: float


def solve_cap(front: float, back: float, wide: float, lean: Callable[[float], float]) -> Cap:
    """The cap whose halves have the given lengths, `wide` from underarm to underarm: its height and how
    its width is shared are found together. `lean(high)` is the underarm seam's slope.

    Each half spans a triangle of its width, the height and its chord: from how much longer than its chord
    a curve is, the triangles follow, and from them anew how much longer it is; five or six rounds agree.
    Raises NoRootError where there is no such cap.
    """
    by_front = by_back = LONGER
    for _ in range(ROUNDS):
        chord, other = front / by_front, back / by_back
        at = 0.5 * (wide + (chord * chord - other * other) / wide)
        square = chord * chord - at * at
        if square <= 0 or not 0 < at < wide:
            break
        high = math.sqrt(square)
        slope = lean(high)
        at_front, at_back = _FRONT(at, high, slope), _BACK(wide - at, high, slope)
        if abs(at_front - front) < EXACT and abs(at_back - back) < EXACT:
            over = half_cap(BACK, wide - at, high, slope).mirrored().reversed()
            return Cap(half_cap(FRONT, at, high, slope), over, at, wide - at, high)
        by_front, by_back = at_front / math.hypot(at, high), at_back / math.hypot(wide - at, high)
    raise NoRootError(f"no cap of {front:.0f} and {back:.0f} over {wide:.0f} mm")


def widest(front: float, back: float, high: float, lean: float) -> float:
    """How wide a sleeve these armhole halves allow with a cap of at least this height."""

    def wide(of: _Length, long: float) -> float:
        return root(lambda wide: of(wide, high, lean) - long, 1.0, long)

    return wide(_FRONT, front) + wide(_BACK, back)


def least_armhole(making: Making) -> float:
    """The least armhole girth, mm, over which a cap of a quarter of it stands at the asked upper-arm and
    cap ease: for the bodice, which moves its armhole's depth to reach it. 0 where no sleeve is set in.

    From the triangle of the chords.
    """
    if not making.has("sleeve") or making.text("sleeve.style") == "kimono":
        return 0.0
    wide = making.body["upper_arm_girth"] + making.number("sleeve.upper_arm_ease")
    # share × armhole = 2 × LOW × chord, chord² = (wide / 2)² + (armhole / 4)²
    share = 1.0 + making.number("sleeve.cap_ease") / OF_ARMHOLE
    return LOW * wide / math.sqrt(share * share - LOW * LOW / 4)
