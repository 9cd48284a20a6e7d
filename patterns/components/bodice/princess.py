"""A front in two panels: the whole bust, and what the waist is taken in by, sewn into one seam.

The seam runs from the shoulder or the armhole over the bust point to the waist. Away from the bust both
edges are the same line, turned about the bust point; over it each is rounded by itself. What the side
panel, which bends more, thereby loses in length it gets back above, and a little ease with it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from patterns.components.base import Match
from patterns.components.halves import Half
from patterns.components.stretches import OVERLAP
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Level
from patterns.drafting.geometry import (
    Cubic,
    Line,
    Path,
    Point,
    add,
    along,
    polar,
    rotate,
    sub,
    unit,
)  # fmt: skip
from patterns.drafting.solving import NoRootError, root

from .block import Block, armhole
from .hanging import Frame, Hung
from .shell import ON_SHOULDER, Join, Panel, Shell, Station, joined, measured, rim_of
from .wrap import lap, lowest, past_centre

BEND = 50.0  # each edge is rounded so far above and below the bust; trade facts §4: ease within 60 of it
EASE, MOST_EASE, MOST_SEWN = 0.06, 4.0, 6.0
"""The side panel's ease over the bust: mm for each degree that it bends, the most of it as drafted, and the
most that is sewn; §4: at most 6."""
NEAR, SETTLING = 0.005, 0.5
"""How nearly the panels' widths at the bust, and how far the side's is moved, are settled, mm; and to what
share of the round before each round brings what is missing: they depend on themselves but little; our own."""
JOINED = 0.4  # ease under this is no ease: the seam is a plain one
INWARD = 7.0  # how much nearer to the centre the seam stands at the waist than at the bust; our own
UNDER_PITCH = 0.15
"""How far below the pitch it begins on the armhole, of what lies below it; our own."""
ABOVE_WAIST, LEAST_GRAIN = 8.0, 30.0
"""How far above the waist the side panel's grainline ends, and its least length; our own."""
LEAN = 0.5  # from the armhole the seam comes down on the bust so much less aslant than straight; our own


@dataclass(frozen=True, slots=True)
class Seam:
    """The seam's two edges from the top to the waist, and where they are matched (mm from the top)."""

    centre: Path
    side: Path
    marks: tuple[tuple[float, float], ...]
    centre_in: float
    """How much the rounding takes off the centre panel at the bust's height, and off the side panel."""
    side_in: float


def angle(way: Point) -> float:
    """Its degrees under the horizontal."""
    return math.degrees(math.atan2(way[1], way[0]))


def _round(bust: Point, up: Point, down: Point, above: float, below: float) -> Cubic:
    """From so far above the bust point to so far below it, rounding the corner there."""
    bend = math.acos(max(-1.0, min(1.0, -(up[0] * down[0] + up[1] * down[1]))))
    share = 4 / 3 * math.tan(bend / 4) / math.tan(bend / 2) if bend > 1e-4 else 2 / 3
    a, d = along(bust, up, above), along(bust, down, below)
    return Cubic(a, along(a, up, -share * above), along(d, down, -share * below), d)


def _across(curve: Cubic, y: float) -> float:
    """Where a rounding crosses the bust's height."""
    t = curve.at_height(y)
    if t is None:
        raise NoRootError("the rounding does not cross the bust's height")
    return curve.point(t)[0]


def square(way: Point) -> Point:
    """The waist's direction outward, squared to an edge that runs down to it."""
    return way[1], -way[0]


@dataclass(frozen=True, slots=True)
class Lines:
    """A princess front's lines: what its two panels are made of."""

    hung: Hung
    hole: Path
    """Closed, as the centre panel has it."""
    pitch: Point
    way: Point
    seam: Seam
    turn: float
    """By how many degrees the side panel's upper part is turned about the bust point, and moved up."""
    up: Point
    shoulders: tuple[Path, ...]
    """On the centre panel, and on the side panel if it has any."""
    holes: tuple[Path, ...]
    waists: tuple[Path, Path] | None
    station: Station


def draw(
    block: Block,
    frame: Frame,
    hang: Callable[[float, Point], Hung],
    from_armhole: bool,
    spare: float,
    upright: bool,
) -> Lines:
    """The lines over a side seam, which `hang` hangs for a given width at the bust, measured aslant from a
    point on. `spare`: what the seam takes in at the waist, nearly (exactly, where it is `upright` there).
    Raises NoRootError."""
    bust = frame.bust
    turn = 2 * math.degrees(
        math.asin(min(1.0, max(block.lengths.bust_dart, 0.0) / 2 / frame.radius))
    )
    centre_in, side_in, moved, last = 1.0, 4.0, (0.0, 0.0), math.inf
    while True:
        # The rounding takes a little off at the bust: the panels are so much wider.
        start = bust[0] + side_in
        hung = hang(start + frame.radius + centre_in, (start, bust[1]))
        upper = _Upper.of(block, frame, hung, turn, moved, from_armhole)
        bottom = _Bottom(block, bust, hung, upright)
        wide = bottom.solve(spare)
        inner, outer = bottom.points(wide)
        lift, up, seam = _edges(bust, upper, turn, inner, outer, upright)
        then = moved
        moved = (up[0] * lift, up[1] * lift)
        off = abs(seam.centre_in - centre_in) + abs(seam.side_in - side_in)
        off += math.dist(moved, then)
        centre_in, side_in = seam.centre_in, seam.side_in
        if off < NEAR:
            break
        if off > SETTLING * last:
            raise NoRootError("the panels do not settle")
        last = off
    return Lines(
        hung, upper.hole, upper.pitch, upper.way, seam, turn, moved, upper.shoulders, upper.holes,
        None if upright else bottom.waists(wide), Station(inner, outer),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Upper:
    """Shoulder and armhole, cut in two by the seam's top."""

    top: Point
    leaving: Point | None
    """The seam's direction there on the centre panel, where it does not run straight to the bust."""
    hole: Path
    pitch: Point
    way: Point
    shoulders: tuple[Path, ...]
    holes: tuple[Path, ...]

    @classmethod
    def of(
        cls, block: Block, frame: Frame, hung: Hung, turn: float, moved: Point, from_armhole: bool
    ) -> _Upper:
        """`turn`, then `moved`: how the side panel's upper part lies beside the centre's."""
        bust = frame.bust

        def opened(path: Path) -> Path:
            return path.rotated(bust, turn).moved(moved)

        underarm = rotate(sub(hung.underarm, moved), bust, -turn)
        way = rotate(hung.way, (0.0, 0.0), -turn)
        pitch = frame.pitch(block.across_front, underarm[1])
        hole = armhole(frame.tip, frame.slope, pitch, underarm, square(way))
        whole = Line(frame.start, frame.tip)
        if not from_armhole:
            inner, outer = whole.split(ON_SHOULDER)
            return cls(
                inner.d, None, hole, pitch, way, (Path.of(inner), opened(Path.of(outer))),
                (opened(hole),),
            )  # fmt: skip
        first = hole.stretches[0].length
        above, below = hole.split(first + UNDER_PITCH * hole.stretches[1].length)
        # Squared to the armhole, then turned down towards the bust.
        across, down = below.leaving, unit(sub(bust, above.end))
        leaving = unit((down[0] - across[1], down[1] + across[0]))
        return cls(above.end, leaving, hole, pitch, way, (Path.of(whole),), (above, opened(below)))


@dataclass(frozen=True, slots=True)
class _Bottom:
    """The waist, cut in two by the seam's foot."""

    block: Block
    bust: Point
    hung: Hung
    upright: bool

    def points(self, wide: float) -> tuple[Point, Point]:
        """The seam's foot on the centre panel and on the side panel, so far apart."""
        (x, y), waist_y = self.bust, self.block.waist_y
        if self.upright:
            return (x - wide / 2, waist_y), (x + wide / 2, waist_y)
        # Squared to a seam that leans, the waist falls towards it in one even bow.
        across = x - INWARD - wide / 2
        inner = (across, waist_y + 0.5 * across * (x - across) / (waist_y - y))
        half = math.degrees(math.asin(wide / 2 / math.dist(self.bust, inner)))
        return inner, rotate(inner, self.bust, -2 * half)

    def waists(self, wide: float) -> tuple[Path, Path]:
        inner, outer = self.points(wide)
        return (
            Path.of(Cubic.leaving_arriving(
                (0.0, self.block.waist_y), (1.0, 0.0), inner, square(unit(sub(inner, self.bust))))),
            Path.of(Cubic.leaving_arriving(
                outer, square(unit(sub(outer, self.bust))), self.hung.waist, self.hung.square)),
        )  # fmt: skip

    def solve(self, spare: float) -> float:
        """How far apart the feet are so that the waist is as long as it should be."""
        if self.upright:
            return spare
        return root(
            lambda wide: sum(path.length for path in self.waists(wide)) - self.block.front_waist,
            max(spare - 20.0, 0.0), spare + 90.0,
        )  # fmt: skip


def _edges(
    bust: Point,
    upper: _Upper,
    turn: float,
    inner: Point,
    outer: Point,
    upright: bool,
) -> tuple[float, Point, Seam]:
    """By how much and which way the side panel's upper part is moved; the two edges."""
    straight = unit(sub(upper.top, bust))
    aslant = angle(straight) + 90.0
    up_centre = polar(LEAN * aslant - 90.0) if upper.leaving else straight
    up_side = rotate(up_centre, (0.0, 0.0), turn)
    down_centre, down_side = unit(sub(inner, bust)), unit(sub(outer, bust))
    near = min(BEND, 0.45 * math.dist(bust, upper.top), 0.45 * math.dist(bust, inner))

    over_centre = _round(bust, up_centre, down_centre, near, near)
    over_side = _round(bust, up_side, down_side, near, near)
    bend = 180.0 - math.degrees(math.acos(
        max(-1.0, min(1.0, up_side[0] * down_side[0] + up_side[1] * down_side[1]))))  # fmt: skip
    wanted = over_centre.length + min(EASE * bend, MOST_EASE)
    more = _round(bust, up_side, down_side, near + 2.0, near).length - over_side.length
    lift = 2.0 * (wanted - over_side.length) / more
    over_side = _round(bust, up_side, down_side, near + lift, near)

    if upper.leaving:
        far = Path.of(Cubic.leaving_arriving(
            upper.top, upper.leaving, over_centre.a, (-up_centre[0], -up_centre[1]), 0.36, 0.36))  # fmt: skip
    else:
        far = Path.of(Line(upper.top, over_centre.a))
    far_side = far.rotated(bust, turn).moved((up_side[0] * lift, up_side[1] * lift))
    feet = []
    for foot, over, down in ((inner, over_centre, down_centre), (outer, over_side, down_side)):
        if upright:
            feet.append(Path.of(Cubic.leaving_arriving(over.d, down, foot, (0.0, 1.0))))
        else:
            feet.append(Path.of(Line(over.d, foot)))
    centre = far.then(Path.of(over_centre)).then(feet[0])
    side = far_side.then(Path.of(over_side)).then(feet[1])
    first, a, b = far.length, over_centre.length, over_side.length
    return lift, up_side, Seam(
        centre, side, ((first, first), (first + b / 2, first + a / 2), (first + b, first + a)),
        bust[0] - _across(over_centre, bust[1]), _across(over_side, bust[1]) - bust[0],
    )  # fmt: skip


def shell(
    block: Block,
    frame: Frame,
    lines: Lines,
    centre: Panel,
    neckline: Path,
    overlap: float,
    side: float,
) -> Shell:
    """FB (given with its neckline only) and SFB, joined."""
    bust, seam, hung = frame.bust, lines.seam, lines.hung
    last = []
    if lines.waists:
        last.append(Part("waist_1", lines.waists[0].reversed(), 10.0, line="waist"))
        last += lap(overlap, block.waist_y)
    holes = [Part("armhole", hole, 10.0, line="armhole") for hole in lines.holes]
    shoulders = [Part("shoulder", line, 10.0) for line in lines.shoulders]
    centre.parts += [
        shoulders[0],
        *holes[: len(holes) - 1],
        Part("princess", seam.centre, 10.0),
        *last,
    ]
    beside = Panel(
        Half("SFB", "front", whole=False), "side front bodice",
        [
            *shoulders[1:], holes[-1], Part("side", Path.of(Line(hung.underarm, hung.waist)), side),
            *([Part("waist_1", lines.waists[1].reversed(), 10.0, line="waist")] if lines.waists else []),
            Part("princess", seam.side.reversed(), 10.0),
        ],
        _grain(lines),
    )  # fmt: skip
    edge, start = (bust[0] - seam.centre_in, bust[1]), (bust[0] + seam.side_in, bust[1])
    end = (hung.wide, hung.level)
    centre.lines += [measured("bust line", (0.0, bust[1]), edge)]
    beside.lines += [measured("bust line", start, end)]
    if lowest(neckline, overlap) <= bust[1] - 1.0:
        centre.levels["bust"] = Level(y=bust[1], x=past_centre(overlap))
        beside.levels["bust"] = (
            Level(y=hung.level) if hung.level == bust[1] else Level(lines=((start, end),))
        )
    _chest(frame, lines, centre, beside)
    a, b = rim_of(beside, "princess", reversed=True), rim_of(centre, "princess", centred=False)
    ease = a.length - b.length
    marks: tuple[Match, ...] = tuple((of_side, of_centre) for of_side, of_centre in seam.marks)
    if ease < 0:
        a, b, marks = b, a, tuple((there, here) for here, there in seam.marks)
    if abs(ease) > MOST_SEWN:
        raise NoRootError("the panels are too unlike to be sewn")
    eased = abs(ease) > JOINED
    join = Join(
        "front princess", a, b, "ease" if eased else "join", abs(ease),
        "princess" if eased else None, match=marks,
    )  # fmt: skip
    laps = (OVERLAP,) if overlap else ()
    along_side = Path.of(Line(hung.underarm, hung.waist)).length
    return Shell(
        [centre, beside], rim_of(centre, centre.parts[0].name),
        joined(rim_of(centre, "shoulder"), *([rim_of(beside, "shoulder")] if len(shoulders) > 1 else [])),
        joined(*([rim_of(centre, "armhole")] if len(holes) > 1 else []), rim_of(beside, "armhole")),
        rim_of(beside, "side"),
        joined(rim_of(centre, *laps, "waist_1", reversed=True), rim_of(beside, "waist_1", reversed=True))
        if lines.waists else None,
        neckline, Path.of(Line(frame.start, frame.tip)), lines.hole, lines.hole.stretches[0].length,
        lines.way, side_room=0.5 * along_side, across=lines.pitch[0], slope=block.front_slope,
        side_marks=(0.5 * along_side,), joins=[join],
        dart_places=(lines.waists[0].length if lines.waists else lines.station.inner[0],),
        stations=() if lines.waists else (lines.station,),
        waist_side=hung.waist, side_down=(-hung.square[1], hung.square[0]), overlap=overlap,
    )  # fmt: skip


def _grain(lines: Lines) -> tuple[Point, Point]:
    """Upright through the side panel, between its waist and its armhole."""
    outer, hung = lines.station.outer, lines.hung
    x = 0.5 * (outer[0] + min(hung.waist[0], hung.underarm[0]))
    bottom = min(outer[1], hung.waist[1]) - ABOVE_WAIST
    return (x, min(hung.level, bottom - LEAST_GRAIN)), (x, bottom)


def _chest(frame: Frame, lines: Lines, centre: Panel, beside: Panel) -> None:
    """The chest's width at the pitch's height, in parts where the seam crosses it."""
    start, y = (0.0, lines.pitch[1]), lines.pitch[1]
    if len(lines.holes) > 1:
        centre.lines.append(measured("across front", start, lines.pitch))
        return
    first = lines.seam.centre.stretches[0]
    low, high = (first.point(t)[1] for t in (0.0, 1.0))
    if low < y < high:
        met = first.point(root(lambda t: first.point(t)[1] - y, 0.0, 1.0))
    else:
        met = (frame.bust[0], y)
    turned = [add(rotate(p, frame.bust, lines.turn), lines.up) for p in (met, lines.pitch)]
    centre.lines.append(measured("across front", start, met))
    beside.lines.append(measured("across front", turned[0], turned[1]))
