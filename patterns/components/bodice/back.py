"""The back bodice: two halves, zip at centre back, waist darts, ease in the shoulder."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.neckline.shapes import back_line
from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.darts import Row, WaistDart, lay_row, solve_row, split_intake
from patterns.drafting.draft import Level
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, polar
from patterns.drafting.solving import root

from .block import (
    BACK_NECK_RISE,
    SIDE_DROP,
    STEEPEST_DART,
    WIDEST_WAIST_DART,
    Block,
    armhole,
)  # fmt: skip
from .shell import Panel, Shell, measured, rim_of


@dataclass(frozen=True, slots=True)
class Back:
    neckline: Path
    shoulder: Path
    armhole: Path
    side: Path
    row: Row
    darts: tuple[WaistDart, ...]
    centre: Path
    """From the waist up to the neck."""
    pitch: Point
    bust_x: float
    bust_y: float


def draft_back(making: Making, block: Block) -> Back:
    """The lines of the right half."""
    ease = making.number("bodice.back_shoulder_ease")
    along_shoulder = polar(block.back_slope)
    neck_point = (block.back_neck, -BACK_NECK_RISE)
    start = along(neck_point, along_shoulder, block.cut.width)
    tip = along(start, along_shoulder, block.shoulder + ease)
    shoulder = Path.of(Line(start, tip))

    neckline = back_line(block.cut, start, block.back_slope)
    nape = neckline.start

    spare = block.back_bust + block.front_bust - block.back_waist - block.front_waist
    centre_in = min(12.0, 0.07 * max(spare, 0.0))  # §3: Bunka's share at centre back
    turn_y = 0.45 * block.waist_y
    lean = 1.3 * math.degrees(math.atan2(centre_in, block.waist_y - turn_y))
    waist_centre = (centre_in, block.waist_y)
    curve = Cubic.leaving_arriving(waist_centre, polar(-90.0 - lean), (0.0, turn_y), (0.0, -1.0))
    centre = Path.of(curve, Line((0.0, turn_y), nape))

    side_y = block.waist_y + SIDE_DROP
    height = block.lengths.bust_to_waist
    underarm_y = side_y - block.lengths.side
    bust_y = max(block.waist_y - height, underarm_y + 6.0)
    t = curve.at_height(bust_y)
    bust_x = block.back_bust + (curve.point(t)[0] if t is not None else 0.0)
    room = bust_x - block.back_waist - centre_in
    longest = min(block.waist_y - bust_y - 4.0, 150.0)
    widest = min(WIDEST_WAIST_DART, STEEPEST_DART * longest)
    wanted = min(
        max(room - widest + 2.5, 0.3 * room), 0.42 * room
    )  # the side helps to keep one dart
    intake = min(wanted, 0.2 * (side_y - bust_y), 30.0)
    count = split_intake(room - intake, widest)

    def lean_in(intake: float) -> tuple[Point, float]:
        return (bust_x - intake, side_y), math.atan2(intake, side_y - bust_y)

    if not count:  # too little for a dart: the side seam takes it all

        def miss(intake: float) -> float:
            foot, slant = lean_in(intake)
            square = (math.cos(slant), math.sin(slant))
            bare = lay_row(waist_centre, polar(-lean), foot, square, (), 0.0, True)
            return bare.length - block.back_waist

        intake = root(miss, room - 12.0, room + 12.0)
    waist_side, slant = lean_in(intake)
    underarm = along(waist_side, (math.sin(slant), -math.cos(slant)), block.lengths.side)
    side = Path.of(Line(underarm, waist_side))

    pitch = (block.across_back, tip[1] + 0.55 * (underarm[1] - tip[1]))
    hole = armhole(tip, block.back_slope, pitch, underarm, (math.cos(slant), math.sin(slant)))

    whole = room - intake
    shares = {0: (), 1: (0.46,), 2: (0.36, 0.68), 3: (0.28, 0.52, 0.76)}[count]
    darts = tuple(
        WaistDart(share * block.back_waist, 1.0 / count, longest * (1.0 - 0.12 * n))
        for n, share in enumerate(shares)
    )
    degrees = math.degrees(slant)
    row = solve_row(
        waist_centre, polar(-lean), lambda shift: ((waist_side[0] - shift, side_y), polar(degrees)),
        darts, block.back_waist, True, whole,
    )  # fmt: skip
    return Back(neckline, shoulder, hole, side, row, darts, centre, pitch, bust_x, bust_y)


def back_shell(making: Making, block: Block, back: Back) -> Shell:
    """BB: two halves where the garment opens at centre back, else whole."""
    side = making.number("bodice.side_allowance")
    half = Half("BB", "back", whole=False)
    waist, mouths = waist_parts(back.row)
    x, left = 0.3 * back.pitch[0], back.bust_x - block.back_bust
    panel = Panel(
        half, "back bodice",
        [
            Part("neckline", back.neckline, 6.0, line="neckline"),
            Part("shoulder", back.shoulder, 10.0),
            Part("armhole", back.armhole, 10.0, line="armhole"),
            Part("side", back.side, side),
            *waist, Part("centre_back_zip", back.centre, side),
        ],
        mouths=mouths, grainline=((x, 0.2 * back.bust_y), (x, 0.95 * back.bust_y)),
        lines=[
            measured("across back", (0.0, back.pitch[1]), back.pitch),
            measured("bust line", (left, back.bust_y), (back.bust_x, back.bust_y)),
        ],
        levels={"bust": Level(y=back.bust_y)},
    )  # fmt: skip
    stretches = [part.name for part in reversed(waist) if part.line == "waist"]
    return Shell(
        [panel], rim_of(panel, "neckline"), rim_of(panel, "shoulder"), rim_of(panel, "armhole"),
        rim_of(panel, "side"), rim_of(panel, *stretches, reversed=True),
        back.neckline, back.shoulder, back.armhole, back.armhole.stretches[0].length,
        back.side.leaving, side_room=back.side.length, across=block.across_back, slope=block.back_slope,
        dart_places=tuple(dart.at for dart in back.darts), dart_words="bodice back",
    )  # fmt: skip


def waist_parts(row: Row) -> tuple[list[Part], list[Mouth]]:
    """A waist that is a piece's lower edge: run from the side to the centre."""
    parts: list[Part] = []
    mouths: list[Mouth] = []
    for number in range(len(row.stretches), 0, -1):
        parts.append(
            Part(f"waist_{number}", row.stretches[number - 1].reversed(), 10.0, line="waist")
        )
        if number > 1:
            inner, outer = row.legs[number - 2]
            name = f"waist_dart_{number - 1}"
            parts.append(Part(f"{name}_outer", outer.reversed(), 0.0))
            parts.append(Part(f"{name}_inner", inner.reversed(), 0.0))
            mouths.append(Mouth(f"{name}_outer", f"{name}_inner", "second"))
    return parts, mouths
