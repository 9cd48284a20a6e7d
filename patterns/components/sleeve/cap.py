"""The cap of a sleeve: the curve from underarm over the crown to underarm, solved to its armhole.

Upper-arm ease sets the width, cap height follows, never the reverse (trade facts §5). Lengths are mm;
y = 0 is the upper-arm line, the crown stands at x = 0 above it, the front on paper's left.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.drafting.geometry import Cubic, Path, Point, along
from patterns.drafting.solving import NoRootError, root

LEAST_ARM_EASE = 35.0  # trade facts §2: never below, woven
LEAST_HEIGHT = 0.25  # of the armhole: the issue's own bound
LESS_EASE = 0.075  # of the armhole at most; the contract bounds cap ease at 8 %

EXACT = 1e-6
ROUNDS = 60


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
BACK = Shape(first=0.22, joint=(0.40, 0.40), steep=1.60, before=0.12, after=0.16, last=0.64)
LONGER = 1.047
"""How much longer either curve is than its chord, for a first guess and for `least_armhole`."""


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

    Broyden's method from the triangle of the chords. Raises NoRootError where there is no such cap.
    """
    chord_f, chord_b = front / LONGER, back / LONGER
    at = 0.5 * (wide + (chord_f * chord_f - chord_b * chord_b) / wide)
    high = math.sqrt(max(chord_f * chord_f - at * at, 400.0))
    if not 0.1 * wide < at < 0.9 * wide:
        raise NoRootError(f"no cap of {front:.0f} and {back:.0f} over {wide:.0f} mm")

    def draw(at: float, high: float) -> tuple[Path, Path]:
        slope = lean(high)
        return (
            half_cap(FRONT, at, high, slope), half_cap(BACK, wide - at, high, slope)
        )  # fmt: skip

    halves = draw(at, high)
    miss = halves[0].length - front, halves[1].length - back
    # d length / d width and / d height, as of a triangle
    on_f, on_b = front / (at * at + high * high), back / ((wide - at) ** 2 + high * high)
    j11, j12, j21, j22 = on_f * at, on_f * high, -on_b * (wide - at), on_b * high
    for _ in range(ROUNDS):
        if abs(miss[0]) < EXACT and abs(miss[1]) < EXACT:
            return Cap(halves[0], halves[1].mirrored().reversed(), at, wide - at, high)
        det = j11 * j22 - j12 * j21
        if not det:
            break
        dx = (-miss[0] * j22 + miss[1] * j12) / det
        dy = (-miss[1] * j11 + miss[0] * j21) / det
        at, high = at + dx, high + dy
        if not (0.0 < at < wide and 1.0 < high < 10.0 * wide):
            break
        halves = draw(at, high)
        now = halves[0].length - front, halves[1].length - back
        size = dx * dx + dy * dy
        if size > 0.0:  # Broyden: after this step the model is off by what is still missed
            off_f, off_b = now[0] / size, now[1] / size
            j11, j12 = j11 + off_f * dx, j12 + off_f * dy
            j21, j22 = j21 + off_b * dx, j22 + off_b * dy
        miss = now
    raise NoRootError(f"no cap of {front:.0f} and {back:.0f} over {wide:.0f} mm")


def widest(front: float, back: float, high: float, lean: float) -> float:
    """How wide a sleeve these armhole halves allow with a cap of at least this height."""

    def wide(shape: Shape, length: float) -> float:
        return root(lambda w: half_cap(shape, w, high, lean).length - length, 1.0, length)

    return wide(FRONT, front) + wide(BACK, back)


def least_armhole(making: Making) -> float:
    """The least armhole girth, mm, over which a cap of a quarter of it stands at the asked upper-arm and
    cap ease: for the bodice, which moves its armhole's depth to reach it. 0 where no sleeve is set in.

    From the triangle of the chords, on the safe side of what `solve_cap` needs.
    """
    if not making.has("sleeve") or making.text("sleeve.style") == "kimono":
        return 0.0
    wide = making.body["upper_arm_girth"] + making.number("sleeve.upper_arm_ease")
    ease = 0.0 if making.text("sleeve.style") == "puff" else making.number("sleeve.cap_ease")
    # length = LONGER × chord, chord² = (wide / 2)² + (armhole / 4)², twice that = armhole + ease
    a, b, c = 1.0 - LONGER**2 / 4, 2 * ease, ease * ease - (LONGER * wide) ** 2
    return (-b + math.sqrt(b * b - 4 * a * c)) / (2 * a)
