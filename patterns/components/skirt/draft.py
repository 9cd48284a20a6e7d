"""How a skirt is drafted: front whole, back in two, from a waist that it shares with what is above."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half, rim
from patterns.components.waists import meet
from patterns.drafting.cutting import Mouth, NotchAt, Part
from patterns.drafting.darts import Row, WaistDart, solve_row
from patterns.drafting.draft import FinishedMeasure, InsideLine, Level, Piece, Refusal, Seam, Side
from patterns.drafting.geometry import Cubic, Line, Path, Point, polar
from patterns.drafting.solving import NoRootError

from .block import BACK_DROP, Block, SideSeam, vent_height, work_out, zip_end

FS, BS = Half("FS", "front", whole=True), Half("BS", "back", whole=False)

NEAREST = 28.0  # between two darts, or a dart and the side, at the waist; our own
VENT_UNDERLAY, VENT_SLANT = 50.0, 25.0  # trade facts §6: 40-60; how much its top slants, our own


@dataclass(frozen=True, slots=True)
class _Half:
    """A half from centre to side: its waist row, its edges from the waist round to the hem, clockwise,
    the mouths of its darts, and its side seam."""

    row: Row
    parts: list[Part]
    mouths: list[Mouth]
    seam: Path

    @property
    def hem(self) -> float:
        return self.parts[-1].path.length

    @property
    def hip_at(self) -> float:
        """How far along the side seam the hip lies."""
        return self.seam.stretches[0].length


def draft(making: Making) -> None:
    """Adds FS and BS, their seams and measures to the garment, and the waist they meet a band at.

    Raises Refusal where hip and waist differ by more than darts and side seams can take.
    """
    block = work_out(making)
    try:
        front = _front_half(making, block)
        back = _back_half(making, block, front)
    except NoRootError as no_root:
        raise Refusal(
            "waist_line",
            "No waist line could be found for these hips and this waist. Please check both measurements.",
            ("waist_girth", "hip_girth", "waist_to_hip"),
        ) from no_root
    hem = 2 * (front.hem + back.hem)
    vent, opened = vent_height(making, block.length, hem), zip_end(making, block)
    making.parameters.update({
        "skirt.vent_height": round(vent, 1), "skirt.zip_length": round(opened - BACK_DROP, 1),
        "skirt.front_darts": float(block.front_count), "skirt.back_darts": float(block.back_count),
    })  # fmt: skip
    making.pieces.append(_front_piece(block, front))
    making.pieces.append(_back_piece(making, block, back, vent, opened))
    _seams(making, front, back, vent)
    meet(
        making, rim(FS, front.parts, *_stretches(front.row)), rim(BS, back.parts, *_stretches(back.row)),
        "back",
    )  # fmt: skip
    _measures(making, block, hem)


def _front_half(making: Making, block: Block) -> _Half:
    darts = _darts(
        block.front_count, block.meets.front, 0.0, block.front_longest, block.meets.front_darts
    )
    row = solve_row(
        (0.0, 0.0), (1.0, 0.0), lambda shift: block.side.at(block.front_hip, shift),
        darts, block.meets.front, False, block.front_intake,
    )  # fmt: skip
    return _half(making, row, block.side, block.front_hip, (0.0, block.length))


def _back_half(making: Making, block: Block, front: _Half) -> _Half:
    # Without a dart the front's side has moved to meet its waist: the back's is the same seam.
    side = block.side
    if not front.row.legs:
        side = replace(side, intake=block.front_hip - front.row.side[0])
    darts = _darts(
        block.back_count, block.meets.back, 12.0, block.back_longest, block.meets.back_darts
    )
    row = solve_row(
        (block.centre_in, BACK_DROP), polar(_centre_lean(block)),
        lambda shift: side.at(block.back_hip, shift),
        darts, block.meets.back, False, block.back_intake,
    )  # fmt: skip
    return _half(making, row, side, block.back_hip, (0.0, block.back_hem_y))


def _centre_lean(block: Block) -> float:
    """By how many degrees centre back leans at the waist."""
    tall = max(block.hip_y - BACK_DROP - 20.0, 40.0)
    return math.degrees(math.atan2(block.centre_in, tall)) * 1.3


def _darts(
    count: int, waist: float, shorter: float, length: float, given: tuple[float, ...]
) -> list[WaistDart]:
    """Darts below those given (of the bodice), the rest between them and the side; or spread over a half
    waist where there are none, or no room beside them."""
    places = given[:count]
    rest = count - len(places)
    step = (waist - places[-1]) / (rest + 1) if places else 0.0
    places += tuple(places[-1] + step * number for number in range(1, rest + 1) if places)
    if len(places) != count or (rest and step < NEAREST):
        shares = {0: (), 1: (0.5,), 2: (0.4, 0.7), 3: (0.3, 0.54, 0.77)}[count]
        places = tuple(waist * share for share in shares)
    return [
        WaistDart(at, 1.0 / count, length - shorter * number) for number, at in enumerate(places)
    ]


def _half(making: Making, row: Row, side: SideSeam, hip_x: float, hem_level: Point) -> _Half:
    waist = [
        Part(f"waist_{number}", path, 10.0, line="waist")
        for number, path in enumerate(row.stretches, start=1)
    ]
    parts: list[Part] = [waist[0]]
    mouths = []
    for number, (legs, stretch) in enumerate(zip(row.legs, waist[1:], strict=True), start=1):
        first, second = f"dart_{number}_inner", f"dart_{number}_outer"
        parts += [Part(first, legs[0], 0.0), Part(second, legs[1], 0.0), stretch]
        mouths.append(Mouth(first, second, "first"))
    seam = side.path(hip_x, row.side)
    parts.append(Part("side", seam, making.number("skirt.side_allowance")))
    hem = Cubic.leaving_arriving(seam.end, polar(180.0 - side.flare), hem_level, (-1.0, 0.0))
    parts.append(
        Part("hem", Path.of(hem), making.number("skirt.hem_allowance"), finish="hem", line="hem")
    )
    return _Half(row, parts, mouths, seam)


def _front_piece(block: Block, front: _Half) -> Piece:
    grain_x = 0.3 * block.front_hip
    return FS.cut(
        "front skirt", "skirt", front.parts, mouths=front.mouths,
        grainline=((grain_x, block.hip_y * 0.75), (grain_x, block.length * 0.8)),
        lines=[InsideLine("centre front", "centre", np.array(((0.0, 0.0), (0.0, block.length))))],
        levels={"hip": Level(y=block.hip_y)},
    )  # fmt: skip


def _back_piece(making: Making, block: Block, back: _Half, vent: float, opened: float) -> Piece:
    hem_y, bottom = block.back_hem_y, block.back_hem_y - vent
    seam_width = making.number("skirt.side_allowance")
    below, opening = _centre_back(block, bottom, opened)
    vent_parts, lines = [], []
    if vent:
        out, foot = -VENT_UNDERLAY, bottom + VENT_SLANT
        vent_parts = [
            Part("vent_hem", Path.straight((0.0, hem_y), (out, hem_y)),
                 making.number("skirt.hem_allowance"), finish="hem", line="hem"),
            Part("vent_edge", Path.straight((out, hem_y), (out, foot)), 10.0, finish="hem"),
            Part("vent_top", Path.straight((out, foot), (0.0, bottom)), 10.0),
        ]  # fmt: skip
        lines = [InsideLine("vent fold", "fold", np.array(((0.0, bottom), (0.0, hem_y))))]
    return BS.cut(
        "back skirt", "skirt",
        [
            *back.parts, *vent_parts,
            Part("centre_back", below, seam_width), Part("centre_back_zip", opening, seam_width),
        ],
        mouths=back.mouths,
        grainline=((block.back_hip * 0.5, block.hip_y * 1.05), (block.back_hip * 0.5, block.length * 0.85)),
        notches=[NotchAt("centre_back_zip", 0.0), *([NotchAt("vent_hem", 0.0)] if vent else [])],
        lines=lines, levels={"hip": Level(y=block.hip_y)},
    )  # fmt: skip


def _centre_back(block: Block, bottom: float, opened: float) -> tuple[Path, Path]:
    """Centre back from the vent (or hem) up to the zip's end, and from there up to the waist."""
    turn_y = block.hip_y - 10.0
    curve = Path.of(Cubic.leaving_arriving(
        (0.0, turn_y), (0.0, -1.0), (block.centre_in, BACK_DROP), polar(-90.0 + _centre_lean(block))
    ))  # fmt: skip
    if opened > turn_y:
        opening = Path.of(Line((0.0, opened), (0.0, turn_y))).then(curve)
        return Path.straight((0.0, bottom), (0.0, opened)), opening
    rest, opening = curve.split(curve.length - (opened - BACK_DROP))
    return Path.straight((0.0, bottom), (0.0, turn_y)).then(rest), opening


def _stretches(row: Row) -> tuple[str, ...]:
    return tuple(f"waist_{n}" for n in range(1, len(row.stretches) + 1))


def _seams(making: Making, front: _Half, back: _Half, vent: float) -> None:
    making.sew(
        "side", rim(FS, front.parts, "side"), rim(BS, back.parts, "side"),
        match=((front.hip_at, front.hip_at),),
    )  # fmt: skip
    making.darts("front skirt", FS, front.mouths)
    making.darts("back skirt", BS, back.mouths)
    making.seams.append(Seam(
        "centre back zip", "opening", (Side("BS", "centre_back_zip", copy=1),),
        (Side("BS", "centre_back_zip", copy=2),), closure="zip",
    ))  # fmt: skip
    for edge in ("centre_back", "vent_top") if vent else ("centre_back",):
        making.seams.append(Seam(
            edge.replace("_", " "), "join", (Side("BS", edge, copy=1),), (Side("BS", edge, copy=2),)
        ))  # fmt: skip
    if vent:
        making.seams.append(Seam(
            "vent", "opening", (Side("BS", line="vent fold", copy=1),),
            (Side("BS", line="vent fold", copy=2),), closure="vent",
        ))  # fmt: skip


def _measures(making: Making, block: Block, hem: float) -> None:
    making.finished += [
        FinishedMeasure("hip_girth", block.hip, making.body["hip_girth"], making.number("skirt.hip_ease"),
                        "skirt.hip_ease", level="hip"),
        FinishedMeasure("hem_girth", hem, edges=(*FS.edges("hem"), *BS.edges("hem"))),
        FinishedMeasure("skirt_length", block.length, lines=(("FS", "centre front", 1),)),
    ]  # fmt: skip
