"""A bodice that is cut through runs on over waist and hip to its hem: the side seam, darts pointed at
both ends, panels and the hem. All mm, of one half; y = 0 is the nape.

Front and back have one and the same line at the side. What the hips need beyond the waist's outline is
shared out evenly among the edges that can give it: the side's, and those of princess seams.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from patterns.components.base import Making
from patterns.drafting.cutting import Part
from patterns.drafting.darts import fish_eye
from patterns.drafting.draft import InsideLine, Level, Mark
from patterns.drafting.geometry import Cubic, Line, Path, Point, polar, rotate

from .block import MOST_IN, STEEPEST_SIDE, Block
from .shell import Shell, measured

ROUNDED = 45.0  # the side seam is rounded out from so far above the waist; our own
MOST_TAKEN = 54.0  # by the darts of a quarter: two pointed at both ends (trade facts §4: 30 each)
MOST_OUT = 0.3  # of its length, that a loose side seam leans out to clear the waist; our own
ONE_DART, HELP = 26.0, 10.0  # what one dart takes, and how much the side seam helps it; our own
SHARE = 0.55
"""Of what bust and hips have beyond the waist, that darts take; the side seam has the rest. Our own."""
FRONT_DART, BACK_DART = 90.0, 130.0  # below the waist; §4: skirt darts 80-100 and 110-140 long
DIPS = 3.0
"""Degrees by which a hem may be off the square at the side, so that it dips evenly; our own."""
ABOVE_HEM = 18.0  # a dart ends so far above a hem; our own
DRILL = 10.0  # inside a dart's points; the trade's usual
SHORT, A_LINE = 300.0, 4.0
"""The length up to which it is a blouse; the flare (degrees) from which an A-line. Our own."""
BLOUSE_HEM, STRAIGHT_HEM, A_LINE_HEM = 20.0, 40.0, 30.0  # §7
HEM_FULL = 0.028  # §7: a hem's raw edge is at most 3 % longer than its line; a hair under


@dataclass(frozen=True, slots=True)
class Figures:
    """`side_in` is how far the side stands in at the waist from the bust's width (negative: out), `lean`
    by how many radians it leans out where it hangs loose from the bust; `waist` the half waist that is
    drafted to, None where it hangs free; `drop` from waist to hip."""

    side_in: float
    lean: float | None
    waist: float | None
    hip: float
    drop: float
    length: float
    flare: float


def figures(making: Making, block: Block) -> Figures:
    """The figures for a body."""
    body, number = making.body, making.number
    waist, drop = block.front_waist + block.back_waist, body["waist_to_hip"]
    hip = (body["hip_girth"] + number("bodice.hip_ease")) / 2
    at_bust = (block.front_bust + block.back_bust) / 2
    length, flare = number("bodice.length"), number("bodice.flare")
    # A loose one runs straight from bust to hip, but clear of the waist.
    if making.text("bodice.shaping") == "loose":
        tall = block.lengths.bust_to_waist
        out = max((hip / 2 - at_bust) / (tall + drop), (waist / 2 - at_bust) / tall, 0.0)
        return Figures(0.0, math.atan(min(out, MOST_OUT)), None, hip, drop, length, flare)
    spare = (at_bust + hip / 2) / 2 - waist / 2
    taken = min(max(SHARE * spare, 0.0), MOST_TAKEN)
    if ONE_DART < taken < ONE_DART + HELP:  # the side helps to keep one dart
        taken = ONE_DART
    side_in = min(at_bust - waist / 2 - taken, STEEPEST_SIDE * block.tall, MOST_IN)
    return Figures(side_in, None, waist, hip, drop, length, flare)


def rounding(block: Block, shell: Shell) -> tuple[float, float]:
    """How far above the waist the side seam of this shell leaves its straight line (below the bust), and
    how far out that brings it at the waist."""
    slant = math.atan2(-shell.side_down[0], shell.side_down[1])
    if slant < 0.01:
        return 0.0, 0.0
    last = shell.side.runs[-1]
    straight = shell.panel(last.half.code).part(last.edge).path.length
    reach = min(ROUNDED, 0.9 * straight, 0.6 * block.lengths.bust_to_waist)
    return reach, reach * math.tan(slant / 2)


def taken_up(shell: Shell) -> float:
    """What the shell's darts or panel seam take up at the waist."""
    return sum(station.outer[0] - station.inner[0] for station in shell.stations)


def waist_width(shell: Shell, out: float, waist_y: float) -> float:
    """How wide the shell is at the height of the waist, darts and seams closed; `out` by the rounding."""
    x, y = shell.waist_side
    down = shell.side_down
    leaning = 0.0 if out else (waist_y - y) * down[0] / down[1]
    return x + out + leaning - taken_up(shell)


# --- Lines that fall from the waist ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fall:
    """A seam from the waist at (0, 0) out over the hip and down, where it runs on straight."""

    curve: Cubic
    way: Point
    """The unit direction below the hip."""

    @classmethod
    def over(cls, leaving: Point, out: float, drop: float, flare: float) -> Fall:
        """`out` at the hip, `drop` below the waist; then leaning out by `flare` degrees."""
        way = polar(90.0 - flare)
        return cls(Cubic.leaving_arriving((0.0, 0.0), leaving, (out, drop), way, 0.36, 0.4), way)

    def at(self, depth: float) -> tuple[float, float]:
        """How far out it lies so far below the waist, and by how many radians it leans there."""
        (x, y), way = self.curve.d, self.way
        if depth < y:
            first = self.curve.split(self._share(depth))[0]
            (x, y), way = first.d, first.arriving
        return x + (depth - y) * way[0] / way[1], math.atan2(way[0], way[1])

    def path(self, depth: float, start: Point, hand: float = 1.0) -> Path:
        """So far down from a point; `hand` -1: turned over, so that it goes out to the left."""

        def put(point: Point) -> Point:
            return start[0] + hand * point[0], start[1] + point[1]

        hip = self.curve.d
        curve = self.curve if depth >= hip[1] else self.curve.split(self._share(depth))[0]
        drawn = Cubic(put(curve.a), put(curve.b), put(curve.c), put(curve.d))
        if depth <= hip[1]:
            return Path.of(drawn)
        return Path.of(drawn, Line(drawn.d, put((self.at(depth)[0], depth))))

    def _share(self, depth: float) -> float:
        t = self.curve.at_height(depth)
        return 1.0 if t is None else max(t, 0.01)


@dataclass(frozen=True, slots=True)
class Skirt:
    """How the part below the waist lies: the falls of its side seam and its panel seams, how far the
    side seam is rounded above the waist, and how deep below it the hem lies at the side."""

    side: Fall
    panel: Fall
    reach: float
    out: float
    waist_y: float
    side_depth: float

    def side_waist(self, shell: Shell) -> Point:
        return shell.waist_side[0] + self.out, shell.waist_side[1]

    def width(self, shell: Shell, depth: float) -> float:
        """How far from the centre the side seam lies so far below the waist at the centre."""
        x, y = self.side_waist(shell)
        return x + self.side.at(depth + self.waist_y - y)[0]


def run_on(making: Making, block: Block, figures: Figures, front: Shell, back: Shell) -> Skirt:
    """Carry both shells on from the waist to the hem: edges, darts, levels, notches."""
    reach, out = rounding(block, front)
    seams = sum(len(shell.panels) > 1 for shell in (front, back))
    gaps = sum(taken_up(shell) for shell in (front, back) if len(shell.panels) > 1)
    needed = figures.hip - front.waist_side[0] - back.waist_side[0] + gaps
    sharing = 2 + 2 * seams
    each = max(needed / sharing, 0.0)

    leaving = (0.0, 1.0) if reach else front.side_down
    skirt = Skirt(
        Fall.over(leaving, each - out, figures.drop, figures.flare),
        Fall.over((0.0, 1.0), each, figures.drop, figures.flare), reach, out, block.waist_y, 0.0,
    )  # fmt: skip
    hip = sum(skirt.width(shell, figures.drop) for shell in (front, back)) + 2 * seams * each - gaps
    _settle_hip(making, 2 * hip)
    depth, inner = _down_from_centre(skirt, front, figures.length)
    skirt = replace(skirt, side_depth=depth)
    at_front = figures.length + front.hem_drop
    _lengthen(skirt, front, at_front, inner)
    centre, inner = _up_to_centre(skirt, back)
    _lengthen(skirt, back, centre, inner)
    for shell, longest, at_centre in (
        (front, FRONT_DART, at_front), (back, BACK_DART, centre),
    ):  # fmt: skip
        _mark(skirt, figures, shell, longest, at_centre)
    _turn_up(making, figures, front, back)
    for shell in (front, back):
        shell.measure_runs()
    return skirt


def _settle_hip(making: Making, girth: float) -> None:
    """Where the waist or the bust rules, the hips have more ease than was asked for."""
    ease = girth - making.body["hip_girth"]
    if ease > making.number("bodice.hip_ease") + 10.0:
        making.warn(
            "hip_hangs_free",
            f"It hangs straight from above, which leaves {ease:.0f} mm of ease at the hips.",
        )
    making.parameters["bodice.hip_ease"] = ease


def _down_from_centre(skirt: Skirt, shell: Shell, depth: float) -> tuple[float, float]:
    """How deep below the side's waist the hem lies at the side, and below the waist at a panel seam,
    given its depth at the centre: squared to every seam, as arcs are."""
    inner, raised = 0.0, skirt.waist_y - shell.waist_side[1]
    if len(shell.panels) > 1:
        out, lean = skirt.panel.at(depth)
        inner = depth - (shell.stations[0].inner[0] + out) * math.tan(lean / 2)
        wide, turn = _side_panel(skirt, shell, inner)
        return inner + wide * math.tan(turn / 2) + raised, inner
    lean = skirt.side.at(depth)[1]
    return depth - skirt.width(shell, depth) * math.tan(lean / 2) + raised, inner


def _up_to_centre(skirt: Skirt, shell: Shell) -> tuple[float, float]:
    """The same from the side back to the centre."""
    depth, inner = skirt.side_depth - skirt.waist_y + shell.waist_side[1], 0.0
    if len(shell.panels) > 1:
        wide, turn = _side_panel(skirt, shell, depth)
        inner = depth - wide * math.tan(turn / 2)
        out, lean = skirt.panel.at(inner)
        return inner + (shell.stations[0].inner[0] + out) * math.tan(lean / 2), inner
    lean = skirt.side.at(depth)[1]
    return depth + skirt.width(shell, depth) * math.tan(lean / 2), inner


def _side_panel(skirt: Skirt, shell: Shell, depth: float) -> tuple[float, float]:
    """How wide a side panel is at a depth, and by how much more its inner edge leans than its outer."""
    out, lean = skirt.panel.at(depth)
    leaning = skirt.side.at(depth)[1]
    return skirt.width(shell, depth) - shell.stations[0].outer[0] + out, lean - leaning


# --- Edges ---------------------------------------------------------------------------------


def _lengthen(skirt: Skirt, shell: Shell, depth: float, inner: float) -> None:
    """Lengthen the side seam and the panel seams, and put the hem between them; `depth` below the waist
    at the centre, `inner` at a panel seam."""
    y, first, last = skirt.waist_y, shell.panels[0], shell.panels[-1]
    so_far = shell.side.length
    run = shell.side.runs[-1]
    above = last.part(run.edge)
    waist = skirt.side_waist(shell)
    path = above.path
    if skirt.reach:
        path = path.split(path.length - skirt.reach)[0]
        path = path.then(Path.of(
            Cubic.leaving_arriving(path.end, shell.side_down, waist, (0.0, 1.0))
        ))  # fmt: skip
    to_waist = so_far + path.length - above.path.length
    path = path.then(skirt.side.path(skirt.side_depth, waist))
    shell.side_marks = (*shell.side_marks, to_waist, to_waist + skirt.side.curve.length)
    number = last.parts.index(above)
    last.parts[number] = replace(above, path=path)
    leaving = _level(path.arriving)
    if len(shell.panels) == 1:
        raised = y - shell.waist_side[1] + shell.hem_drop  # for the bust: it dips at the centre
        off = min(math.atan2(2 * raised, path.end[0]), math.radians(DIPS))
        leaving = rotate(leaving, (0.0, 0.0), -math.degrees(off))
        last.parts.insert(number + 1, _hem(path.end, leaving, (0.0, y + depth), (-1.0, 0.0)))
        return
    station = shell.stations[0]
    outer = skirt.panel.path(inner, station.outer, -1.0)
    last.parts.insert(number + 1, _hem(path.end, leaving, outer.end, _level(outer.arriving)))
    up = last.parts[number + 2]
    last.parts[number + 2] = replace(up, path=outer.reversed().then(up.path))
    number = next(
        n for n, part in enumerate(first.parts) if math.dist(part.path.end, station.inner) < 1e-6
    )
    down = first.parts[number]
    edge = skirt.panel.path(inner, station.inner)
    first.parts[number] = replace(down, path=down.path.then(edge))
    first.parts.insert(
        number + 1, _hem(edge.end, _level(edge.arriving), (0.0, y + depth), (-1.0, 0.0))
    )
    join = shell.joins[-1]
    hip = skirt.panel.curve.length
    marks = [(join.a.length, join.b.length)]
    if hip < edge.length - 10.0:
        marks.append((join.a.length + hip, join.b.length + hip))
    shell.joins[-1] = replace(join, match=(*join.match, *marks))


def _level(down: Point) -> Point:
    """The way a hem takes leftwards, square to a seam that comes down to it."""
    return -down[1], down[0]


def _hem(start: Point, leaving: Point, end: Point, arriving: Point) -> Part:
    return Part(
        "hem", Path.of(Cubic.leaving_arriving(start, leaving, end, arriving)), 0.0, "hem", "hem"
    )  # fmt: skip


def _turn_up(making: Making, figures: Figures, front: Shell, back: Shell) -> None:
    """Give the hem its depth: by length and flare, and no deeper than lies flat once turned up."""
    panels = (*front.panels, *back.panels)
    asked = making.number("bodice.hem_allowance")
    if not asked:
        asked = A_LINE_HEM if figures.flare >= A_LINE else STRAIGHT_HEM
        asked = BLOUSE_HEM if figures.length <= SHORT else asked
    deep = asked
    for panel in panels:
        path = panel.part("hem").path
        turn = _turned(path)
        if turn > 1e-6:
            deep = min(deep, HEM_FULL * path.length / turn)
    deep = max(math.floor(deep), 6.0)
    if deep < asked and making.number("bodice.hem_allowance"):
        making.warn(
            "hem_narrowed", f"The hem is turned up by {deep:.0f} mm: deeper it would not lie flat."
        )
    making.parameters["bodice.hem_allowance"] = deep
    for panel in panels:
        panel.parts = [
            replace(part, allowance=deep) if part.name == "hem" else part for part in panel.parts
        ]


def _turned(path: Path) -> float:
    """By how many radians a hem turns."""
    (x0, y0), (x1, y1) = path.leaving, path.arriving
    return abs(math.atan2(x0 * y1 - y0 * x1, x0 * x1 + y0 * y1))


# --- What is marked ------------------------------------------------------------------------


def _mark(skirt: Skirt, figures: Figures, shell: Shell, longest: float, depth: float) -> None:
    """Darts pointed at both ends, levels, the centre line to the hem, a grainline that reaches down."""
    y = skirt.waist_y
    bottom = min(depth, skirt.side_depth - y + shell.waist_side[1])
    long = min(longest, 0.7 * figures.drop, bottom - ABOVE_HEM)
    first = shell.panels[0]
    for number, station in enumerate(shell.stations, start=1):
        if station.top is None:
            continue
        x, top = station.top
        foot = (x, y + long * (1.0 - 0.12 * (number - 1)))
        wide = station.outer[0] - station.inner[0]
        first.inner_darts.append(
            fish_eye(f"waist dart {number}", station.top, foot, wide, (y - top) / (foot[1] - top))
        )
        first.marks.append(Mark("drill", ((x, top + DRILL), (x, y), (x, foot[1] - DRILL))))
    hip = bottom > figures.drop + 1.0
    for panel in shell.panels:
        panel.levels["waist"] = Level(y=y)
        if hip:
            panel.levels["hip"] = Level(y=y + figures.drop)
        (x, above), (_, below) = panel.grainline
        panel.grainline = (x, above), (x, max(below, y + 0.8 * bottom))
        panel.lines = [
            InsideLine(line.name, "centre", np.array((line.points[0], (0.0, y + depth))))
            if line.kind == "centre" else line
            for line in panel.lines
        ]  # fmt: skip
    if shell.panels[0].half.view == "front":
        first.lines.append(measured("skirt length", (0.0, y + shell.hem_drop), (0.0, y + depth)))
