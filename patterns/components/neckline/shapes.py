"""The neckline's lines: from the centre up to the shoulder, on front and back. All mm, of one half.

The bodice asks for them when it draws its pieces. A shape is a row of `SHAPES` and one small function
that draws its front; the back is round under all of them. Front and back meet at the shoulder as one
line: the front leaves its shoulder by `turn` degrees from the square, the back makes up for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.drafting.geometry import (
    Cubic,
    Line,
    Path,
    Point,
    along,
    between,
    crossing,
    polar,
    sub,
    unit,
)  # fmt: skip

LEAST_STRAP = 38.0
"""What a neckline leaves of the shoulder seam: both facings, and a bra's strap; our own."""
OVER_BUST = 15.0
"""How far above the bust line a neckline with a wide bottom stays; our own."""
FROM_SHOULDER = ("shoulder", "shoulder_princess")
OVER_POINT, BESIDE_BUST, LEAST_CORNER = 25.0, 18.0, 50.0
"""Where the bust is shaped from the shoulder a neckline ends so much higher still, above the dart's point,
and its corners lie so much nearer the centre than the bust points, though never nearer than the last."""
BACK_DROP = 0.45
"""How much lower a back neckline lies for each mm that it is widened at the shoulder; our own."""
SQUARED = 2.0
"""A bent line runs straight for so far to the shoulder, so that front and back meet as one; our own."""
DEEP_BACK = 0.5
"""A back neck deeper than this share of its half width is scooped; our own."""
EVEN, LATE, TIGHT = 0.6, 0.74, 0.95
"""How far a bend's handles reach towards the corner of its tangents: of two even ones, and of the longer
and the shorter of two that differ most. Found by what bends least at its tightest; our own."""
LEAST_TURN, MOST_TURN = 7.0, 18.0
"""An all but straight edge leaves the square at the shoulder by so much (degrees), bent a little where it
would by less or more, so that the back makes up for it roundly; our own."""
STRAIGHT = 12.0
"""A line runs straight for so far beside a corner, so that its allowance (6) turns it cleanly."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a front neckline is drawn between: its lowest point at centre front, the shoulder seam's neck
    end, and the direction (unit) in which it arrives there."""

    bottom: Point
    shoulder: Point
    arriving: Point
    clear: float = math.inf
    """How far from centre front a corner may lie."""

    @property
    def wide(self) -> float:
        return self.shoulder[0]

    @property
    def deep(self) -> float:
        return self.bottom[1] - self.shoulder[1]

    def at(self, wide: float, deep: float) -> Point:
        """A point by its shares of width and depth: (0, 1) the bottom, (1, 0) the shoulder."""
        return wide * self.wide, self.shoulder[1] + deep * self.deep

    def corner(self, wide: float, deep: float) -> Point:
        x, y = self.at(wide, deep)
        return min(x, self.clear), y


@dataclass(frozen=True, slots=True)
class Shape:
    """`turn` is the angle (degrees) by which the line leaves the square at the shoulder; None where a
    straight edge runs up to it from `foot` (shares of width and depth). `depth` and `width` stand in
    place of the buyer's, `wider` is added to hers; `over_bust` as above."""

    line: Callable[[Frame], Path]
    turn: float | None = None
    foot: Point = (0.0, 1.0)
    depth: float | None = None
    width: float | None = None
    wider: float = 0.0
    over_bust: float = OVER_BUST


def _round(flat: float) -> Callable[[Frame], Path]:
    """Level at centre front for a share of its width, then up in one curve."""

    def line(frame: Frame) -> Path:
        return Path.of(Cubic(
            frame.bottom, frame.at(flat, 1.0),
            along(frame.shoulder, frame.arriving, -0.45 * frame.deep), frame.shoulder,
        ))  # fmt: skip

    return line


def _v(frame: Frame) -> Path:
    chord = math.dist(frame.bottom, frame.shoulder)
    return Path.of(Cubic(
        frame.bottom, between(frame.bottom, frame.shoulder, 0.33),
        along(frame.shoulder, frame.arriving, -0.28 * chord), frame.shoulder,
    ))  # fmt: skip


def _strap(frame: Frame, corner: Point) -> tuple[Line, Cubic]:
    """From a corner up to the shoulder, all but straight."""
    way = unit(sub(frame.shoulder, corner))
    start = along(corner, way, STRAIGHT)
    rest = math.dist(start, frame.shoulder)
    return Line(corner, start), Cubic(
        start, along(start, way, 0.4 * rest),
        along(frame.shoulder, frame.arriving, -0.35 * rest), frame.shoulder,
    )  # fmt: skip


SQUARE, HEART = (0.86, 1.0), (0.92, 0.84)  # where their corners lie; our own


def _square(frame: Frame) -> Path:
    corner = frame.corner(*SQUARE)
    return Path.of(Line(frame.bottom, corner), *_strap(frame, corner))


def _boat(frame: Frame) -> Path:
    """Nearly straight across the collar bones, rounded up into the shoulder, straight at the seam."""
    end = along(frame.shoulder, frame.arriving, -SQUARED)
    return Path.of(_swept(frame.bottom, end, frame.arriving), Line(end, frame.shoulder))


def _sweetheart(frame: Frame) -> Path:
    """A heart's half: up from the dip at centre front, over the breast and level to the corner."""
    corner = frame.corner(*HEART)
    arriving = polar(14.0)
    end = along(corner, arriving, -STRAIGHT)
    wide = end[0]
    lobe = Cubic(
        frame.bottom, along(frame.bottom, polar(-62.0), 0.42 * wide), along(end, arriving, -0.40 * wide), end
    )  # fmt: skip
    return Path.of(lobe, Line(end, corner), *_strap(frame, corner))


SHAPES: Mapping[str, Shape] = {
    "jewel": Shape(_round(0.62), turn=13.0, depth=5.0, width=0.0),
    "scoop": Shape(_round(0.78), turn=18.0),
    "v": Shape(_v, over_bust=-25.0),
    "square": Shape(_square, foot=SQUARE),
    "boat": Shape(_boat, turn=14.0, depth=0.0, wider=40.0),
    "sweetheart": Shape(_sweetheart, foot=HEART),
}


@dataclass(frozen=True, slots=True)
class Cut:
    """What the neckline cuts away: `width` at each shoulder, `depth` below the front neck point,
    `back_depth` below the nape, the angle `turn` (degrees) at which it leaves the front's shoulder."""

    shape: str
    width: float
    depth: float
    turn: float
    back_depth: float = 0.0
    clear: float = math.inf

    @property
    def back_y(self) -> float:
        """How far below the nape the neckline lies at centre back."""
        return BACK_DROP * self.width + self.back_depth


def cut(
    making: Making,
    front_neck: float,
    front_drop: float,
    front_slope: float,
    *,
    seam: float | None = None,
    to_bust: float | None = None,
) -> Cut:
    """The neckline that was chosen, for a neck of this width and drop (half, mm) and a front shoulder
    that slopes by so many degrees. `seam` is how long the shoulder seam is before any widening, `to_bust`
    how far the bust line lies below the front neck point: where a neckline would leave no strap, or come
    down among the bust darts, it is made narrower or higher, and told. Writes the resolved width and depth
    into the parameters."""
    name = making.text("neckline.shape", "jewel")
    shape = SHAPES[name]
    width = making.number("neckline.width") + shape.wider if shape.width is None else shape.width
    depth = making.number("neckline.depth") if shape.depth is None else shape.depth
    if seam is not None and width > (most := max(seam - LEAST_STRAP, 0.0)):
        own, width = width - shape.wider, most
        making.warn(  # what a boat adds by itself gives way first
            "fallback_neckline_width" if width < own else "neckline_narrowed",
            f"The neckline is {width:.0f} mm wider at each shoulder: more would leave too narrow a strap.",
        )
    clear, over = math.inf, shape.over_bust
    if making.text("bodice.bust") in FROM_SHOULDER and over > 0.0:
        clear = max(making.body["bust_point_to_bust_point"] / 2 - BESIDE_BUST, LEAST_CORNER)
        over += OVER_POINT
    if to_bust is not None and depth > (most := max(to_bust - over, 0.0)):
        depth = most
        making.warn(
            "fallback_neckline_depth",
            f"The neckline lies {depth:.0f} mm below the hollow of the neck: deeper it would run into "
            "the shaping of the bust.",
        )
    making.parameters.update({"neckline.width": width, "neckline.depth": depth})
    turn = shape.turn
    if turn is None:
        slope = math.radians(front_slope)
        wide, deep = (
            front_neck + width * math.cos(slope),
            front_drop + depth - width * math.sin(slope),
        )
        lean = math.atan2((1.0 - shape.foot[0]) * wide, shape.foot[1] * deep)
        turn = max(LEAST_TURN, min(MOST_TURN, front_slope - math.degrees(lean)))
    back_depth = float(making.parameters.get("neckline.back_depth", 0.0))
    return Cut(name, width, depth, turn, back_depth, clear)


def front_line(cut: Cut, bottom_y: float, shoulder: Point, slope: float) -> Path:
    """From centre front at `bottom_y` up to the shoulder seam's neck end, `slope` that seam's degrees."""
    frame = Frame((0.0, bottom_y), shoulder, polar(slope - 90.0 - cut.turn), cut.clear)
    return SHAPES[cut.shape].line(frame)


def back_line(cut: Cut, shoulder: Point, slope: float) -> Path:
    """From centre back, y = 0 the nape, up to the shoulder seam's neck end."""
    foot = (0.0, cut.back_y)
    arriving = polar(slope - 90.0 + cut.turn)
    wide, deep = shoulder[0], foot[1] - shoulder[1]
    end = along(shoulder, arriving, -SQUARED)
    if deep > DEEP_BACK * wide:  # scooped: level further out, upright for less of the way
        sweep = Cubic(foot, (0.72 * wide, foot[1]), along(end, arriving, -0.45 * deep), end)
    else:
        sweep = _swept(foot, end, arriving)
    return Path.of(sweep, Line(end, shoulder))


def _swept(foot: Point, end: Point, arriving: Point) -> Cubic:
    """Level at its foot, then up in as wide a bend as fits between the two: what a French curve gives.
    Where one of its tangents is much the shorter, the line lies on the other and bends late."""
    corner = crossing(foot, (1.0, 0.0), end, arriving)
    assert corner is not None
    level, up = corner[0], math.dist(corner, end)
    uneven = 1.0 - min(level, up) / max(level, up)
    longer, shorter = EVEN + (LATE - EVEN) * uneven, EVEN + (TIGHT - EVEN) * uneven
    of_level, of_up = (longer, shorter) if level > up else (shorter, longer)
    return Cubic(foot, (of_level * level, foot[1]), along(end, arriving, -of_up * up), end)
