"""The back bodice: whole or in two halves, in one panel or two, its waist shaped by darts or their seam."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.neckline.shapes import BACK_DROP
from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.darts import BENT, Row, WaistDart, lay_row, solve_row, split_intake
from patterns.drafting.draft import InsideLine, Level
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, polar
from patterns.drafting.solving import root

from .back_top import LEAST_SHOULDER, Top, draw_top
from .block import (
    MOST_SIDE,
    SIDE_DROP,
    STEEPEST_DART,
    WIDEST_WAIST_DART,
    Block,
    side_intake,
)  # fmt: skip
from .shell import Join, Panel, Shell, Station, joined, measured, rim_of

FISH_EYE = 28.0  # trade facts §4: a fish-eye dart at most 30
CENTRE_IN = 12.0  # at most, that a centre back seam goes in at the waist; our own
LEAST_BELOW = 25.0  # at least so far above the side's waist the bust is measured; our own
LONGEST = 150.0  # of a back waist dart; our own
UNDER_ARMHOLE = 8.0  # the bust is measured at least so far below the armhole; our own


@dataclass(frozen=True, slots=True)
class Waist:
    """What shapes the back's waist: a row of darts, a panel seam's gap, or stations of a back that is cut
    through. `side` is where the waist meets the side seam."""

    side: Point
    slant: float
    """By how many radians the side seam leans in."""
    spare: float
    """What darts or panel seam take up."""
    row: Row | None = None
    darts: tuple[WaistDart, ...] = ()
    stations: tuple[Station, ...] = ()
    stretches: tuple[Path, ...] = ()
    """Of the waist, where two panels meet there."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """The back's lower figures: its centre, and where the bust is measured."""

    half: Half
    centre: Path | None
    """From the waist up to the neck; None where the back is cut whole."""
    centre_in: float
    lean: float
    bust_x: float
    bust_y: float
    longest: float


def style_of(making: Making, block: Block) -> str:
    """How the back is drafted: ease, dart, shoulder_princess or armhole_princess. A shoulder too short for
    a dart is eased, and that is told."""
    asked = making.text("bodice.back", "ease")
    if asked == "princess":
        armhole = making.text("bodice.bust") == "armhole_princess"
        if armhole or block.shoulder >= LEAST_SHOULDER:
            return "armhole_princess" if armhole else "shoulder_princess"
        return "armhole_princess"
    if asked == "dart" and block.shoulder < LEAST_SHOULDER:
        making.warn(
            "dart_moved",
            "The shoulder seam is too short for a dart at the back: it is eased instead.",
        )
        return "ease"
    return asked


def draft_back(
    making: Making, block: Block, whole: bool, length: float, side_down: Point | None = None
) -> Shell:
    """The right half; `whole`: cut without a centre back seam. `length`: how long its half waist is, or
    would be where there is no seam. `side_down`: of a bodice cut through, the way (unit) down the front's
    side seam at the waist, which is the back's too.

    Raises NoRootError where no waist line can be had.
    """
    style = style_of(making, block)
    if style in ("dart", "shoulder_princess"):
        making.parameters["bodice.back_shoulder_ease"] = 0.0  # the dart is in its place
    loose = making.text("bodice.shaping", "darts") == "loose"
    panelled = style.endswith("princess")

    if side_down:
        slant = math.atan2(-side_down[0], side_down[1])
        under = block.waist_y - block.lengths.side * math.cos(slant)
        lines = _lines(block, whole, True, loose, max(block.bust_y, under + UNDER_ARMHOLE))
        waist = _through(block, lines, slant, length, panelled, loose)
    else:
        lines = _lines(block, whole, False, loose, _bust_y(block, whole, loose, length, panelled))
        waist = _seamed(block, lines, length, panelled)
    up = (math.sin(waist.slant), -math.cos(waist.slant))
    underarm = along(waist.side, up, block.lengths.side)
    parting = None
    if panelled:
        parting = (0.5 * (waist.stations[0].inner[0] + waist.stations[0].outer[0]), lines.bust_y)
    square = (math.cos(waist.slant), math.sin(waist.slant))
    top = draw_top(making, block, style, underarm, square, parting)
    side = Path.of(Line(underarm, waist.side))
    if panelled:
        return _two(making, block, lines, waist, top, side, style)
    return _one(making, block, lines, waist, top, side)


def _bust_y(block: Block, whole: bool, loose: bool, length: float, panelled: bool) -> float:
    """Where the bust is measured over a waist that is sewn to something: at the bust point, but clear of the
    armhole, which lies the lower the more its side seam leans in."""
    side, side_y = block.lengths.side, block.waist_y + SIDE_DROP

    def clear(bust_y: float) -> float:
        lines = _lines(block, whole, False, loose, bust_y)
        slant = _seamed(block, lines, length, panelled).slant
        return bust_y - UNDER_ARMHOLE - side_y + side * math.cos(slant)

    upright = max(block.bust_y, side_y - side + UNDER_ARMHOLE)
    if clear(upright) >= 0.0:
        return upright

    def steepest(tall: float) -> float:
        return side * math.cos(math.atan2(MOST_SIDE, tall)) - tall - UNDER_ARMHOLE

    tall = LEAST_BELOW
    if steepest(tall) > 0.0:
        tall = root(steepest, tall, side - UNDER_ARMHOLE, exact=0.01) - 0.1
    return root(clear, upright, max(side_y - tall, upright), exact=0.01)


def _lines(block: Block, whole: bool, through: bool, loose: bool, bust_y: float) -> _Lines:
    longest = min(block.waist_y - bust_y - 4.0, LONGEST)
    half = Half("BB", "back", whole=whole)
    if whole:
        return _Lines(half, None, 0.0, 0.0, block.back_bust, bust_y, longest)
    spare = block.back_bust + block.front_bust - block.back_waist - block.front_waist
    # §3: Bunka's share at centre back
    centre_in = 0.0 if loose else min(CENTRE_IN, 0.07 * max(spare, 0.0))
    nape = (0.0, BACK_DROP * block.cut.width + block.cut.back_depth)
    turn_y = max(0.45 * block.waist_y, nape[1] + 5.0)
    lean = 0.0
    if not through:  # cut through it stands upright at the waist, and runs on
        lean = 1.3 * math.degrees(math.atan2(centre_in, block.waist_y - turn_y))
    curve = Cubic.leaving_arriving(
        (centre_in, block.waist_y), polar(-90.0 - lean), (0.0, turn_y), (0.0, -1.0)
    )
    t = curve.at_height(bust_y) if centre_in and bust_y > turn_y else None
    bust_x = block.back_bust + (curve.point(t)[0] if t is not None else 0.0)
    centre = Path.of(curve, Line((0.0, turn_y), nape))
    return _Lines(half, centre, centre_in, lean, bust_x, bust_y, longest)


# --- The waist -----------------------------------------------------------------------------


def _seamed(block: Block, lines: _Lines, length: float, panelled: bool) -> Waist:
    """A waist that is sewn to something: as long as it should be, by its darts or the panel seam."""
    side_y, centre = block.waist_y + SIDE_DROP, (lines.centre_in, block.waist_y)
    room = lines.bust_x - length - lines.centre_in
    widest = min(WIDEST_WAIST_DART, STEEPEST_DART * lines.longest)
    intake = side_intake(room, widest, side_y - lines.bust_y, by_darts=not panelled)
    leaving = polar(-lines.lean)

    def side(intake: float) -> tuple[Point, float]:
        return (lines.bust_x - intake, side_y), math.atan2(intake, side_y - lines.bust_y)

    if panelled:
        at = 0.5 * (lines.centre_in + lines.bust_x - 0.2 * intake)
        foot, slant = side(intake)

        def laid(gap: float) -> tuple[Path, Path, Station]:
            station = Station((at - gap / 2, centre[1] + 1.0), (at + gap / 2, centre[1] + 1.0))
            return (
                Path.of(Cubic.leaving_arriving(centre, leaving, station.inner, (1.0, 0.0))),
                Path.of(Cubic.leaving_arriving(
                    station.outer, (1.0, 0.0), foot, (math.cos(slant), math.sin(slant)))),
                station,
            )  # fmt: skip

        gap = root(
            lambda g: sum(path.length for path in laid(g)[:2]) - length,
            room - intake - 14.0, room - intake + 14.0,
        )  # fmt: skip
        inner, outer, station = laid(gap)
        return Waist(foot, slant, gap, stations=(station,), stretches=(inner, outer))

    count = split_intake(room - intake, widest)
    if not count:  # too little for a dart: the side seam takes it all

        def miss(intake: float) -> float:
            foot, slant = side(intake)
            square = (math.cos(slant), math.sin(slant))
            return lay_row(centre, leaving, foot, square, (), 0.0, True).length - length

        intake = root(miss, room - 12.0, room + 12.0)
    foot, slant = side(intake)
    places = _places(count)
    darts = tuple(
        WaistDart(share * length, 1.0 / count, lines.longest * (1.0 - 0.12 * n))
        for n, share in enumerate(places)
    )
    degrees = math.degrees(slant)
    row = solve_row(
        centre, leaving, lambda shift: ((foot[0] - shift, side_y), polar(degrees)), darts, length, True,
        room - intake,
    )  # fmt: skip
    return Waist(foot, slant, room - intake, row, darts)


def _places(count: int) -> tuple[float, ...]:
    """Where darts stand on a half waist, as shares of it from the centre; our own."""
    return {0: (), 1: (0.46,), 2: (0.36, 0.68), 3: (0.28, 0.52, 0.76)}[count]


def _through(
    block: Block, lines: _Lines, slant: float, length: float, panelled: bool, loose: bool
) -> Waist:
    """A waist without a seam, its side leaning in by `slant` as the front's does."""
    y = block.waist_y
    side = (lines.bust_x - (y - lines.bust_y) * math.tan(slant), y)
    spare = 0.0 if loose else side[0] - lines.centre_in - length
    if panelled:
        at = 0.5 * (lines.centre_in + lines.bust_x)
        station = Station((at - spare / 2, y), (at + spare / 2, y))
        return Waist(side, slant, spare, stations=(station,))
    stations, taken = [], 0.0
    count = split_intake(spare, FISH_EYE + BENT)
    for n, share in enumerate(_places(count)):
        wide = spare / count
        x = lines.centre_in + share * length + taken + wide / 2
        top = (x, y - lines.longest * (1.0 - 0.12 * n))
        stations.append(Station((x - wide / 2, y), (x + wide / 2, y), top))
        taken += wide
    return Waist(side, slant, spare, stations=tuple(stations))


# --- The shell -----------------------------------------------------------------------------


def _grain(block: Block, lines: _Lines, x: float) -> tuple[Point, Point]:
    top = max(0.2 * lines.bust_y, block.cut.back_y + 15.0)  # below a neckline that is cut deep
    return (x, top), (x, 0.5 * (lines.bust_y + block.waist_y))


def _across(top: Top) -> list[InsideLine]:
    return [measured("across back", *ends) for ends in top.across]


def _one(making: Making, block: Block, lines: _Lines, waist: Waist, top: Top, side: Path) -> Shell:
    """BB in one panel."""
    allowance = making.number("bodice.side_allowance")
    parts = [Part("neckline", top.neckline, 6.0, line="neckline")]
    mouths: list[Mouth] = []
    shoulders = ["shoulder"]
    if len(top.shoulders) > 1:
        (inner, outer), point = top.shoulders, top.about
        shoulders = ["shoulder_inner", "shoulder_outer"]
        parts += [
            Part("shoulder_inner", inner, 10.0),
            Part("shoulder_dart_inner", Path.of(Line(inner.end, point)), 0.0),
            Part("shoulder_dart_outer", Path.of(Line(point, outer.start)), 0.0),
            Part("shoulder_outer", outer, 10.0),
        ]  # fmt: skip
        mouths.append(Mouth("shoulder_dart_inner", "shoulder_dart_outer", "first"))
    else:
        parts.append(Part("shoulder", top.shoulders[0], 10.0))
    parts += [Part("armhole", top.hole, 10.0, line="armhole"), Part("side", side, allowance)]
    stretches: list[str] = []
    if waist.row:
        below, waist_mouths = waist_parts(waist.row)
        parts += below
        mouths += waist_mouths
        stretches = [part.name for part in reversed(below) if part.line == "waist"]
    if lines.centre:
        parts.append(Part("centre_back_zip", lines.centre, allowance))
    left = lines.bust_x - block.back_bust
    panel = Panel(
        lines.half, "back bodice", parts, _grain(block, lines, 0.3 * top.pitch[0]), mouths,
        lines=[*_across(top),
               measured("bust line", (left, lines.bust_y), (lines.bust_x, lines.bust_y)),
               *_centre_line(lines, top, block)],
        levels={"bust": Level(y=lines.bust_y)},
    )  # fmt: skip
    return Shell(
        [panel], rim_of(panel, "neckline"), rim_of(panel, *shoulders), rim_of(panel, "armhole"),
        rim_of(panel, "side"), rim_of(panel, *stretches, reversed=True) if stretches else None,
        top.neckline, top.closed, top.closed_hole, top.hole.stretches[0].length, top.close(side.leaving),
        side_room=side.length, across=block.across_back, slope=block.back_slope,
        dart_places=tuple(dart.at for dart in waist.darts)
        or tuple(s.inner[0] for s in waist.stations),
        dart_words="bodice back", stations=waist.stations, spare=waist.spare, waist_side=waist.side,
        side_down=(-math.sin(waist.slant), math.cos(waist.slant)),
    )  # fmt: skip


def _two(
    making: Making, block: Block, lines: _Lines, waist: Waist, top: Top, side: Path, style: str
) -> Shell:
    """BB at the centre and SBB at the side, joined by a princess seam."""
    assert top.seam is not None
    allowance = making.number("bodice.side_allowance")
    station = waist.stations[0]
    inner = top.seam.then(_down(top.seam.end, 90.0 - top.turn / 2, station.inner))
    outer = top.seam.rotated(top.about, top.turn).then(
        _down(top.seam.end, 90.0 + top.turn / 2, station.outer)
    )
    centre = [Part("neckline", top.neckline, 6.0, line="neckline")]
    beside: list[Part] = []
    if style == "shoulder_princess":
        centre.append(Part("shoulder", top.shoulders[0], 10.0))
        beside += [Part("shoulder", top.shoulders[1], 10.0),
                   Part("armhole", top.hole, 10.0, line="armhole")]  # fmt: skip
    else:
        centre += [Part("shoulder", top.shoulders[0], 10.0),
                   Part("armhole_upper", top.holes[0], 10.0, line="armhole")]  # fmt: skip
        beside.append(Part("armhole_lower", top.holes[1], 10.0, line="armhole"))
    centre.append(Part("princess", inner, 10.0))
    beside.append(Part("side", side, allowance))
    if waist.stretches:
        centre.append(Part("waist_1", waist.stretches[0].reversed(), 10.0, line="waist"))
        beside.append(Part("waist_2", waist.stretches[1].reversed(), 10.0, line="waist"))
    beside.append(Part("princess", outer.reversed(), 10.0))
    if lines.centre:
        centre.append(Part("centre_back_zip", lines.centre, allowance))
    left, parted = lines.bust_x - block.back_bust, top.seam.end
    across = _across(top)
    bb = Panel(
        lines.half, "back bodice", centre, _grain(block, lines, 0.3 * top.pitch[0]),
        lines=[*across[:1], measured("bust line", (left, lines.bust_y), parted),
               *_centre_line(lines, top, block)],
        levels={"bust": Level(y=lines.bust_y)},
    )  # fmt: skip
    upright = 0.5 * (max(station.outer[0], parted[0]) + lines.bust_x) - 8.0
    down = min(0.2 * block.waist_y, 0.7 * (block.waist_y - lines.bust_y))
    sbb = Panel(
        Half("SBB", "back", whole=False), "side back bodice", beside,
        ((upright, lines.bust_y - 0.1 * block.waist_y), (upright, lines.bust_y + down)),
        lines=[*across[1:], measured("bust line", parted, (lines.bust_x, lines.bust_y))],
        levels={"bust": Level(y=lines.bust_y)},
    )  # fmt: skip
    shoulder = rim_of(bb, "shoulder")
    hole = rim_of(sbb, "armhole") if style == "shoulder_princess" else joined(
        rim_of(bb, "armhole_upper"), rim_of(sbb, "armhole_lower")
    )  # fmt: skip
    if style == "shoulder_princess":
        shoulder = joined(shoulder, rim_of(sbb, "shoulder"))
    bottom = None
    if waist.stretches:
        bottom = joined(rim_of(bb, "waist_1", reversed=True), rim_of(sbb, "waist_2", reversed=True))
    half_way = top.seam.length
    seam = Join(
        "back princess", rim_of(bb, "princess"), rim_of(sbb, "princess", reversed=True),
        match=((0.5 * half_way, 0.5 * half_way, "double"), (half_way, half_way, "double")),
        breaks=("armhole",) if style == "armhole_princess" else (),
    )  # fmt: skip
    return Shell(
        [bb, sbb], rim_of(bb, "neckline"), shoulder, hole, rim_of(sbb, "side"), bottom,
        top.neckline, top.closed, top.closed_hole,
        sum(part.length for part in top.hole.stretches[: len(top.hole.stretches) - 1]),
        top.close(side.leaving), side_room=side.length, across=block.across_back, slope=block.back_slope,
        joins=[seam], dart_places=(station.inner[0] - lines.centre_in,), dart_words="bodice back",
        stations=waist.stations, spare=waist.spare, waist_side=waist.side,
        side_down=(-math.sin(waist.slant), math.cos(waist.slant)),
    )  # fmt: skip


def _down(parting: Point, degrees: float, waist: Point) -> Path:
    """A princess seam from where its edges part down to the waist, upright there."""
    return Path.of(Cubic.leaving_arriving(parting, polar(degrees), waist, (0.0, 1.0)))


def _centre_line(lines: _Lines, top: Top, block: Block) -> list[InsideLine]:
    """Of a back that is cut whole: its centre, and its length to the waist."""
    if lines.centre:
        return []
    ends = top.neckline.start, (0.0, block.waist_y)
    return [
        InsideLine("centre back", "centre", np.array(ends)),
        measured("centre back length", *ends),
    ]


def waist_parts(row: Row) -> tuple[list[Part], list[Mouth]]:
    """A waist that is a piece's lower edge: run from the side to the centre."""
    parts: list[Part] = []
    mouths: list[Mouth] = []
    for number in range(len(row.stretches), 0, -1):
        parts.append(
            Part(f"waist_{number}", row.stretches[number - 1].reversed(), 10.0, line="waist")
        )
        if number > 1 and row.legs:
            inner, outer = row.legs[number - 2]
            name = f"waist_dart_{number - 1}"
            parts.append(Part(f"{name}_outer", outer.reversed(), 0.0))
            parts.append(Part(f"{name}_inner", inner.reversed(), 0.0))
            mouths.append(Mouth(f"{name}_outer", f"{name}_inner", "second"))
    return parts, mouths
