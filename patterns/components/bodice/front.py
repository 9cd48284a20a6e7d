"""The front bodice: drawn whole, bust shaped by a dart from the side, the armhole or both."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.components.neckline.shapes import front_line
from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.darts import Row, WaistDart, lay_row, solve_row, split_intake
from patterns.drafting.draft import Refusal
from patterns.drafting.geometry import (
    Line,
    Path,
    Point,
    along,
    polar,
    rotate,
    sub,
    unit,
)
from patterns.drafting.solving import NoRootError, root

from .back import waist_parts
from .block import SIDE_DROP, STEEPEST_DART, WIDEST_WAIST_DART, Block, armhole
from .lengths import refuse_lengths

WIDEST_DART = 45.0  # trade facts §4: bust dart at most 45 at its mouth
LEFT, MOST_LEFT = (
    0.10,
    0.25,
)  # §4: at most a quarter is left as ease in the armhole; a tenth as a rule
SIDE_SHORT = 22.0  # §3: a side dart ends 20-30 short of the bust point
ARMHOLE_SHORT = 30.0  # §3: within the 25-40 mm round the bust point that stay free of darts
WAIST_SHORT = 18.0  # §3: a waist dart ends 15-25 short
TWIN_GAP = 32.0  # between two darts that stand side by side under the bust; our own
NARROWEST = 15.0  # §4: darts of 10-30; a narrower one from the side is not worth sewing
LOWEST = 20.0  # the side dart's lower leg meets the side at least this far above the waist; our own


@dataclass(frozen=True, slots=True)
class Front:
    neckline: Path
    """From centre front to the shoulder."""
    shoulder: Path
    armhole: Path
    """Darts closed; what the facing is cut from."""
    armhole_open: tuple[Path, Path, Path, Path] | None
    """Upper part, the dart's two legs, lower part; None without an armhole dart."""
    side_upper: Path
    side_legs: tuple[Path, Path] | None
    side_lower: Path | None
    row: Row
    darts: tuple[WaistDart, ...]
    pitch: Point
    bust_y: float
    closed_side: Point
    """The unit direction down the side seam from the closed armhole's underarm."""


@dataclass(frozen=True, slots=True)
class Shaping:
    """How the bust's shaping is shared out, each as a dart's width at the side seam."""

    side: float
    armhole: float
    left: float


def share_out(making: Making, whole: float, room: float) -> Shaping:
    """§4: a tenth is left in the armhole, up to a quarter where that lets one dart do; what is wider
    still is split, or goes to the armhole where the side seam is too short under the bust for a dart.

    `room`: how wide a dart the side seam has room for between bust and waist.
    """
    if whole < 4.0:
        return Shaping(0.0, 0.0, max(whole, 0.0))
    tenth, quarter = (1 - LEFT) * whole, (1 - MOST_LEFT) * whole
    most = min(WIDEST_DART - 0.5, room)
    if quarter <= most:
        sewn = min(tenth, most)
        return Shaping(sewn, 0.0, whole - sewn)
    if room < NARROWEST:
        making.warn(
            "fallback_armhole_dart",
            "The side seam is too short under the bust for a dart: the bust is shaped from the armhole.",
        )
        return Shaping(0.0, tenth, whole - tenth)
    making.warn(
        "dart_split", "The bust is shaped by two darts, one from the side and one from the armhole."
    )
    side = min(most, max(0.6 * tenth, tenth - WIDEST_DART))
    armhole = max(min(tenth - side, WIDEST_DART), quarter - side)
    return Shaping(side, armhole, whole - side - armhole)


def draft_front(making: Making, block: Block) -> Front:
    """The lines of the left half. Raises Refusal where the lengths leave no room for a bodice."""
    lengths = block.lengths
    top, waist_y, bust = block.front_top, block.waist_y, (block.bust_x, block.bust_y)
    along_shoulder = polar(block.front_slope)
    start = along((block.front_neck, top), along_shoulder, block.cut.width)
    tip = along(start, along_shoulder, block.shoulder)
    bottom_y = top + block.front_drop + block.cut.depth
    neckline = front_line(block.cut, bottom_y, start, block.front_slope)
    if lengths.bust_to_waist < 40.0 or lengths.side < 70.0:
        raise refuse_lengths(
            "There is too little length between bust and waist for this bodice. "
            "Please check how the back and front lengths were taken."
        )
    whole = lengths.bust_dart
    side_y = waist_y + SIDE_DROP
    room = lengths.bust_to_waist - LOWEST - 6.0
    shaping = share_out(making, whole, room)

    spare = block.front_bust - block.front_waist
    longest = max(lengths.bust_to_waist - WAIST_SHORT, min(60.0, lengths.bust_to_waist - 8.0))
    widest = min(WIDEST_WAIST_DART, STEEPEST_DART * longest)
    wanted = min(
        max(spare - widest + 2.5, 0.3 * spare), 0.42 * spare
    )  # the side helps to keep one dart
    intake = min(wanted, 0.2 * lengths.bust_to_waist, 30.0)
    count = split_intake(spare - intake, widest)
    if not count:  # too little for a dart: the side seam takes it all

        def miss(intake: float) -> float:
            hung = _hang_side(block, shaping, intake)
            bare = lay_row((0.0, waist_y), (1.0, 0.0), hung.waist, hung.square, (), 0.0, True)
            return bare.length - block.front_waist

        intake = root(miss, spare - 12.0, spare + 12.0)
    hung = _hang_side(block, shaping, intake)
    underarm, upper, lower, waist_side = hung.underarm, hung.upper, hung.lower, hung.waist
    end = _dart_end(block)
    side_upper = Path.of(Line(underarm, upper))
    side_legs = (Path.of(Line(upper, end)), Path.of(Line(end, lower))) if shaping.side else None
    side_lower = Path.of(Line(lower, waist_side)) if shaping.side else None
    side_way = unit(sub(upper, underarm))

    pitch = (block.across_front, tip[1] + 0.52 * (underarm[1] - tip[1]))
    radius = block.front_bust - block.bust_x
    hole, opened, closed_way = _armhole(
        block, tip, pitch, underarm, side_way, bust, shaping.armhole, radius
    )

    left_over = spare - intake
    first = block.bust_x - left_over / 2 - TWIN_GAP * (count - 1) / 2
    darts = tuple(
        WaistDart(max(first, 18.0) + TWIN_GAP * n, 1.0 / count, longest - (12.0 if n else 0.0))
        for n in range(count)
    )
    row = solve_row(
        (0.0, waist_y), (1.0, 0.0), lambda shift: ((waist_side[0] - shift, side_y), hung.square),
        darts, block.front_waist, True, left_over,
    )  # fmt: skip
    making.parameters["bodice.bust_dart_side"] = round(shaping.side, 2)
    making.parameters["bodice.bust_dart_armhole"] = round(shaping.armhole, 2)
    return Front(
        neckline, Path.of(Line(start, tip)), hole, opened, side_upper, side_legs, side_lower,
        row, darts, pitch, hung.level, closed_way,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Hung:
    """A side seam hung from the waist: its ends, the bust dart's mouth on it, the height at which the
    bust is measured, and the waist's direction squared to it."""

    waist: Point
    underarm: Point
    upper: Point
    lower: Point
    level: float
    square: Point


def _dart_end(block: Block) -> Point:
    return block.bust_x + SIDE_SHORT, block.bust_y + 6.0


def _hang_side(block: Block, shaping: Shaping, intake: float) -> _Hung:
    """The front's side seam, its lean found so that the front is as wide at the bust as it should be
    when the seam stands in by `intake` at the waist. Raises Refusal where there is none."""
    side_y, length = block.waist_y + SIDE_DROP, block.lengths.side
    waist, end = (block.front_bust - intake, side_y), _dart_end(block)
    low = block.bust_y + shaping.side + 6.0
    mouth_y = low + 0.35 * max(block.waist_y - LOWEST - low, 0.0)

    def at(slant: float) -> tuple[Point, Point, Point]:
        """Underarm, upper and lower end of the dart's mouth."""
        up = (math.sin(slant), -math.cos(slant))
        closed = along(waist, up, length)
        if not shaping.side:
            return closed, waist, waist
        lower = along(waist, up, (side_y - mouth_y) / math.cos(slant))
        turn = 2 * math.degrees(math.asin(shaping.side / 2 / math.dist(end, lower)))
        return rotate(closed, end, -turn), rotate(lower, end, -turn), lower

    level = max(block.bust_y, at(0.1)[0][1] + 6.0)

    def miss(slant: float) -> float:
        underarm, upper, _ = at(slant)
        share = (level - underarm[1]) / (upper[1] - underarm[1])
        return underarm[0] + share * (upper[0] - underarm[0]) - block.front_bust

    try:
        slant = root(miss, -0.3, 0.6)
    except NoRootError as no_root:
        raise refuse_lengths(
            "Bust, waist and lengths do not go together: no side seam could be drawn. "
            "Please check them."
        ) from no_root
    return _Hung(waist, *at(slant), level, (math.cos(slant), math.sin(slant)))


def _armhole(
    block: Block,
    tip: Point,
    pitch: Point,
    underarm: Point,
    side_way: Point,
    bust: Point,
    taken: float,
    radius: float,
) -> tuple[Path, tuple[Path, Path, Path, Path] | None, Point]:
    """The armhole with its dart closed, its open parts if it has one, and the closed side's direction."""

    def square(way: Point) -> Point:
        return way[1], -way[0]

    if not taken:
        return armhole(tip, block.front_slope, pitch, underarm, square(side_way)), None, side_way
    angle = 2 * math.asin(min(1.0, taken / 2 / radius))
    nominal = math.dist(bust, (pitch[0] + 6.0, 0.5 * (pitch[1] + underarm[1])))
    mouth = 2 * nominal * math.sin(angle / 2)
    if mouth > WIDEST_DART:
        raise Refusal(
            "bust_dart_too_wide",
            "The bust would need a dart wider than can be sewn well in this style. "
            "Please check bust and under-bust, or choose a style with princess seams.",
            ("bust_girth", "underbust_girth"),
        )

    def closed(turn: float) -> tuple[Path, Point, Point, float]:
        about = apex
        way = sub(rotate(side_way, (0.0, 0.0), -turn), (0.0, 0.0))
        hole = armhole(tip, block.front_slope, pitch, rotate(underarm, about, -turn), square(way))
        upper = hole.stretches[0].length
        at = upper + 0.35 * hole.stretches[1].length
        return hole, way, hole.point_at(at), at

    apex = along(
        bust, unit(sub((pitch[0] + 6.0, 0.5 * (pitch[1] + underarm[1])), bust)), ARMHOLE_SHORT
    )
    turn = root(
        lambda t: 2 * math.dist(closed(t)[2], apex) * math.sin(math.radians(t) / 2) - mouth,
        0.0,
        60.0,
    )
    hole, way, _, at = closed(turn)
    upper, lower = hole.split(at)
    opened = lower.rotated(apex, turn)
    return hole, (
        upper, Path.of(Line(upper.end, apex)), Path.of(Line(apex, opened.start)), opened,
    ), way  # fmt: skip


def front_parts(making: Making, front: Front) -> tuple[list[Part], list[Mouth]]:
    """The edges of the left half of FB, clockwise from centre front, and its darts."""
    side = making.number("bodice.side_allowance")
    parts = [
        Part("neckline", front.neckline, 6.0, line="neckline"),
        Part("shoulder", front.shoulder, 10.0),
    ]
    mouths = []
    if front.armhole_open:
        upper, first, second, lower = front.armhole_open
        parts += [
            Part("armhole_upper", upper, 10.0, line="armhole"),
            Part("armhole_dart_upper", first, 0.0), Part("armhole_dart_lower", second, 0.0),
            Part("armhole_lower", lower, 10.0, line="armhole"),
        ]  # fmt: skip
        mouths.append(Mouth("armhole_dart_upper", "armhole_dart_lower", "second"))
    else:
        parts.append(Part("armhole", front.armhole, 10.0, line="armhole"))
    if front.side_legs and front.side_lower:
        parts += [
            Part("side_upper", front.side_upper, side),
            Part("bust_dart_upper", front.side_legs[0], 0.0),
            Part("bust_dart_lower", front.side_legs[1], 0.0),
            Part("side_lower", front.side_lower, side),
        ]
        mouths.append(Mouth("bust_dart_upper", "bust_dart_lower", "second"))
    else:
        parts.append(Part("side", front.side_upper, side))
    waist, waist_mouths = waist_parts(front.row)
    return parts + waist, mouths + waist_mouths
