"""The back bodice: whole or in two halves, in one panel or two, over the waist that `back_waist.py` draws."""

from __future__ import annotations

import math

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.draft import InsideLine, Level
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, polar

from .back_top import LEAST_SHOULDER, Top, draw_top
from .back_waist import Lines, Waist, seamed, through
from .block import Block
from .shell import Join, Panel, Shell, joined, measured, rim_of, waist_parts


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
        lines, waist = through(block, whole, loose, slant, length, panelled)
    else:
        lines, waist = seamed(block, whole, loose, length, panelled)
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


def _grain(block: Block, lines: Lines, x: float) -> tuple[Point, Point]:
    top = max(0.2 * lines.bust_y, block.cut.back_y + 15.0)  # below a neckline that is cut deep
    return (x, top), (x, 0.5 * (lines.bust_y + block.waist_y))


def _across(top: Top) -> list[InsideLine]:
    return [measured("across back", *ends) for ends in top.across]


def _one(making: Making, block: Block, lines: Lines, waist: Waist, top: Top, side: Path) -> Shell:
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
    making: Making, block: Block, lines: Lines, waist: Waist, top: Top, side: Path, style: str
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


def _centre_line(lines: Lines, top: Top, block: Block) -> list[InsideLine]:
    """Of a back that is cut whole: its centre, and its length to the waist."""
    if lines.centre:
        return []
    ends = top.neckline.start, (0.0, block.waist_y)
    return [
        InsideLine("centre back", "centre", np.array(ends)),
        measured("centre back length", *ends),
    ]
