"""The upper back: neckline, shoulder with its ease or dart, armhole. All mm, of the right half."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.components.neckline.shapes import back_line
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, between, polar, rotate, sub

from .block import BACK_NECK_RISE, Block, armhole
from .shell import ON_SHOULDER

DART = 10.0  # trade facts §3: back shoulder dart 10 (A, close block) ...
DART_MORE, DART_MOST = 0.012, 12.0  # ... more for a larger bust, as B has it; over 13 is too much
DART_LONG = 78.0  # towards the shoulder blade; our own
LEAST_SHOULDER = 62.0  # a shorter seam has no room for a dart: it is eased; our own
PITCH = 0.55  # how far down the armhole the back's pitch lies
PRINCESS_PITCH = 0.88  # of the armhole's upper curve, where an armhole princess leaves it; our own


@dataclass(frozen=True, slots=True)
class Top:
    """What lies above the bust line. A dart or panel seam opens by `turn` degrees about `about`."""

    neckline: Path
    shoulders: tuple[Path, ...]
    """Open: one, or the inner and the outer part beside a dart or panel seam."""
    closed: Path
    """The shoulder seam with what opens on it closed."""
    holes: tuple[Path, ...]
    """One, or the two beside a panel seam that starts there."""
    about: Point
    turn: float
    seam: Path | None
    """A panel seam's inner edge, from its top down to where the waist's shaping starts."""
    pitch: Point
    across: tuple[tuple[Point, Point], ...]
    """The lines that the back's width is measured along, closed end to end."""

    @property
    def hole(self) -> Path:
        return self.holes[0] if len(self.holes) == 1 else self.holes[0].then(self.holes[1])

    @property
    def closed_hole(self) -> Path:
        """The armhole as it lies beside the closed shoulder: what a facing is cut from."""
        return self.hole.rotated(self.about, -self.turn) if self.turn else self.hole

    def close(self, way: Point) -> Point:
        """A direction, turned as the armhole is."""
        return rotate(way, (0.0, 0.0), -self.turn)


def shoulder_dart(making: Making) -> float:
    """How wide the shoulder dart is (or the shaping in a princess seam that starts there)."""
    return min(max(DART + DART_MORE * (making.body["bust_girth"] - 880.0), 8.0), DART_MOST)


def draw_top(
    making: Making,
    block: Block,
    style: str,
    underarm: Point,
    arriving: Point,
    parting: Point | None,
) -> Top:
    """`style`: ease, dart, shoulder_princess or armhole_princess. `parting`: where the panel seam's edges
    leave each other towards the waist. `arriving` squares the armhole to the side seam."""
    start = along((block.back_neck, -BACK_NECK_RISE), polar(block.back_slope), block.cut.width)
    ease = making.number("bodice.back_shoulder_ease")
    length = block.shoulder + ease
    about, turn, slope = (0.0, 0.0), 0.0, block.back_slope
    if style in ("dart", "shoulder_princess"):
        wide, at = shoulder_dart(making), ON_SHOULDER * length
        mouth = along(start, polar(slope), at)
        about = parting or along(mouth, polar(96.0), min(DART_LONG, 0.4 * (underarm[1] - mouth[1])))
        turn = 2 * math.degrees(math.asin(wide / 2 / math.dist(mouth, about)))
        slope -= _closing(start, about, turn, slope, length)
    closed = Line(start, along(start, polar(slope), length))
    if turn:
        inner, outer = (Path.of(part) for part in closed.split(ON_SHOULDER))
        shoulders: tuple[Path, ...] = (inner, outer.rotated(about, turn))
    else:
        shoulders = (Path.of(closed),)
    tip = shoulders[-1].end
    seam = None
    if style == "shoulder_princess" and parting:
        seam = _from_shoulder(shoulders[0].end, parting, turn)
    pitch_y = tip[1] + PITCH * (underarm[1] - tip[1])
    across, gap = [((0.0, pitch_y), (block.across_back, pitch_y))], 0.0
    if seam:
        met = _at_height(seam, pitch_y)
        other = _at_height(seam.rotated(about, turn), pitch_y)
        gap = other[0] - met[0]
        across = [((0.0, pitch_y), met), (other, (block.across_back + gap, pitch_y))]
    pitch = (block.across_back + gap, pitch_y)
    hole = armhole(tip, slope + turn, pitch, underarm, arriving)
    holes: tuple[Path, ...] = (hole,)
    if style == "armhole_princess" and parting:
        holes = hole.split(PRINCESS_PITCH * hole.stretches[0].length)
        seam = _from_armhole(holes[0], parting)
        if pitch_y > holes[0].end[1]:
            met = _at_height(seam, pitch_y)
            across = [((0.0, pitch_y), met), (met, pitch)]
    return Top(
        back_line(block.cut, start, slope), shoulders, Path.of(closed), holes, about, turn, seam, pitch,
        tuple(across),
    )  # fmt: skip


def _closing(start: Point, about: Point, turn: float, slope: float, length: float) -> float:
    """By how many degrees less a shoulder slopes with its dart closed: its open tip lies on the line that
    the slope says, and closing swings it up about the dart's point."""
    # The closed tip lies on that line swung back by `turn` about the point, `length` from the start.
    foot = rotate(start, about, -turn)
    way = polar(slope - turn)
    x, y = sub(foot, start)
    along_way = x * way[0] + y * way[1]
    rest = length * length - (x * x + y * y - along_way * along_way)
    tip = along(foot, way, along_way + math.sqrt(max(rest, 1.0)))
    return slope - math.degrees(math.atan2(tip[1] - start[1], tip[0] - start[0]))


def _from_shoulder(top: Point, parting: Point, turn: float) -> Path:
    """A princess seam's inner edge from the shoulder to the parting, where it leans out by half the turn:
    its fellow, swung about the parting, leans in by as much."""
    way = polar(90.0 - turn / 2)
    chord = math.dist(top, parting)
    down = sub(parting, top)
    leaving = polar(math.degrees(math.atan2(down[1], down[0])) + 3.0)
    return Path.of(Cubic(
        top, along(top, leaving, 0.33 * chord), along(parting, way, -0.33 * chord), parting
    ))  # fmt: skip


def _from_armhole(above: Path, parting: Point) -> Path:
    """A princess seam from the armhole: it leaves it squarely enough to be sewn, and falls to the parting."""
    top = above.end
    chord = math.dist(top, parting)
    down = polar(math.degrees(math.atan2(parting[1] - top[1], parting[0] - top[0])) + 28.0)
    return Path.of(Cubic(
        top, along(top, down, 0.38 * chord), along(parting, (0.0, -1.0), 0.42 * chord), parting
    ))  # fmt: skip


def _at_height(path: Path, y: float) -> Point:
    """Where a falling path of one curve lies at a height; its nearer end where it does not reach it."""
    curve = path.stretches[0]
    if isinstance(curve, Line):
        return between(curve.a, curve.d, (y - curve.a[1]) / (curve.d[1] - curve.a[1]))
    t = curve.at_height(y)
    if t is None:
        return curve.a if y < curve.a[1] else curve.d
    return curve.point(t)
