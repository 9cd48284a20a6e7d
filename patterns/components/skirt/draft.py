"""How a skirt is drafted: front whole, back in two, from a waist that it shares with what is above."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from patterns.components.base import Making, Waist
from patterns.components.waists import join_waists
from patterns.drafting.cutting import Mouth, NotchAt, Part, cut_piece, whole
from patterns.drafting.darts import Row, WaistDart, solve_row, split_intake
from patterns.drafting.draft import FinishedMeasure, InsideLine, Level, Refusal, Seam, Side
from patterns.drafting.geometry import Cubic, Line, Path, Point, polar
from patterns.drafting.solving import NoRootError

WIDEST_DART = 30.0  # trade facts §4: skirt dart 15-25, at most 30
WIDEST_SIDE = 35.0  # §4: at most 35 a side at one seam edge
STEEPEST = 20.0  # §4: hip curve no steeper than about 20° at the waist
NEAREST = 28.0  # between two darts, or a dart and the side, at the waist; our own
A_LINE, A_LINE_HEM = 4.0, 30.0  # from this flare on (degrees), §7: an A-line's hem is 25-30 deep
BAND_EASE = 10.0  # §1: a skirt's waist is eased on to its band by 10
VENT_UNDERLAY = 50.0  # §6: 40-60
BACK_DROP = 8.0  # §6: centre back 5-15 lower than centre front
HEM_KNEE, HEM_MIDI = 1100.0, 1250.0  # §6: hem girths that stride freely at knee and at mid-calf


@dataclass(frozen=True, slots=True)
class _Side:
    """The side seam, the same on front and back: from the waist over the hip to the hem."""

    intake: float
    rise: float
    steep: float
    hip_y: float
    flare: float
    hem_y: float

    def at(self, hip_x: float, shift: float = 0.0) -> tuple[Point, Point]:
        """Its top for a half of this width at the hip, and the waist's direction there, squared to it."""
        return (hip_x - self.intake - shift, -self.rise), polar(-self.steep)

    def path(self, hip_x: float, top: Point) -> Path:
        hip = (hip_x, self.hip_y)
        down = polar(90.0 - self.flare)
        hem = (hip_x + (self.hem_y - self.hip_y) * math.tan(math.radians(self.flare)), self.hem_y)
        curve = Cubic.leaving_arriving(top, polar(90.0 - self.steep), hip, down, 0.3, 0.38)
        return Path.of(curve, Line(hip, hem))


def _stride(making: Making, length: float) -> float:
    """The hem girth that strides freely at this length: the two printed figures, and the line through
    them (our own reading between knee and mid-calf, 200 mm lower)."""
    return HEM_KNEE + (HEM_MIDI - HEM_KNEE) * (length - making.body["waist_to_knee"]) / 200.0


def _vent(making: Making, length: float, hem_girth: float) -> float:
    """How tall the back vent is; 0 where the hem strides freely, or ends so high that none is needed.

    §6: 180-250 tall, its top at least 150 below the crotch.
    """
    room = length - making.body["body_rise"] - 150.0
    short = _stride(making, length) - hem_girth
    if short <= 0 or room < 100.0:
        return 0.0
    tall = (
        180.0
        + min(max(short / 300.0, 0.0), 1.0) * 70.0
        + max(length - making.body["waist_to_knee"], 0.0) * 0.4
    )
    return min(tall, room)


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


def _half(
    row: Row, side: _Side, hip_x: float, making: Making, hem_level: Point
) -> tuple[list[Part], list[Mouth], Path]:
    """The edges of a half from the side's top round to the hem, run clockwise, and its darts."""
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
    return parts, mouths, seam


def draft(making: Making) -> None:
    """Adds FS and BS, their seams and measures to the garment, and the waist they meet a band at.

    Raises Refusal where hip and waist differ by more than darts and side seams can take.
    """
    body, number = making.body, making.number
    hip = body["hip_girth"] + number("skirt.hip_ease")
    waist = body["waist_girth"] + number("skirt.waist_ease")
    banded = "waistband" in making.components
    own = Waist(
        front=waist / 4 + 8.0 + (BAND_EASE / 4 if banded else 0.0),
        back=waist / 4 - 8.0 + (BAND_EASE / 4 if banded else 0.0),
    )
    meets = making.waist or own
    hip_y, length, flare = body["waist_to_hip"], number("skirt.length"), number("skirt.flare")
    if flare >= A_LINE:  # a deep hem would not lie flat in the flare
        making.parameters["skirt.hem_allowance"] = min(number("skirt.hem_allowance"), A_LINE_HEM)

    # The side seam takes 40 % of hip - waist over its four edges (§4: 30-50 %), at most 35 each.
    spare = hip - 2 * (meets.front + meets.back)
    tilt = 6.0 * min(1.0, max(spare, 0.0) / 200.0)
    front_hip, back_hip = hip / 4 - tilt, hip / 4 + tilt
    centre_in = min(10.0, max(0.0, 0.04 * spare))
    intake = min(WIDEST_SIDE, 0.1 * spare)
    front_intake = front_hip - meets.front - intake
    if front_intake < 6.0:  # too little for a dart: the side takes it
        intake += front_intake
        front_intake = 0.0
    back_intake = back_hip - meets.back - intake - centre_in

    front_longest, back_longest = min(95.0, 0.52 * hip_y), min(130.0, hip_y - 45.0)
    try:
        front_count = split_intake(front_intake, min(WIDEST_DART, 0.4 * front_longest))
        back_count = max(
            1, split_intake(back_intake, min(WIDEST_DART, 0.4 * (back_longest - 12.0)))
        )
        if intake < -25.0:
            raise NoRootError("the waist is wider than the hips")
    except NoRootError as too_much:
        raise Refusal(
            "hip_to_waist",
            "The hips and waist given differ by more than this skirt's darts and side seams can shape. "
            "Please check both measurements.",
            ("waist_girth", "hip_girth"),
        ) from too_much
    if front_count > 1:
        making.warn(
            "dart_split", "The front waist dart is split in two, so that neither is too wide."
        )
    if back_count > 2:
        making.warn(
            "dart_split",
            "The back waist is shaped by three darts a side, so that none is too wide.",
        )

    steep = min(STEEPEST, 1.5 * math.degrees(math.atan2(max(intake, 0.0), hip_y)))
    rise = 0.5 * front_hip * math.tan(math.radians(steep / 2)) + 2.0
    lean = math.tan(math.radians(flare))
    half_hem = front_hip + (length - hip_y) * lean
    hem_y = length - half_hem * math.tan(math.radians(flare) / 2)
    side = _Side(intake, rise, steep, hip_y, flare, hem_y)

    try:
        front_row = solve_row(
            (0.0, 0.0), (1.0, 0.0), lambda shift: side.at(front_hip, shift),
            _darts(front_count, meets.front, 0.0, front_longest, meets.front_darts),
            meets.front, False, front_intake,
        )  # fmt: skip
        top = (centre_in, BACK_DROP)
        centre_angle = (
            math.degrees(math.atan2(centre_in, max(hip_y - BACK_DROP - 20.0, 40.0))) * 1.3
        )
        if front_row.legs:
            back_side = side
        else:  # the front's side has moved to meet its waist: the back's is the same seam
            back_side = _Side(front_hip - front_row.side[0], rise, steep, hip_y, flare, hem_y)
        back_row = solve_row(
            top, polar(centre_angle), lambda shift: back_side.at(back_hip, shift),
            _darts(back_count, meets.back, 12.0, back_longest, meets.back_darts),
            meets.back, False, back_intake,
        )  # fmt: skip
    except NoRootError as no_root:
        raise Refusal(
            "waist_line",
            "No waist line could be found for these hips and this waist. Please check both measurements.",
            ("waist_girth", "hip_girth", "waist_to_hip"),
        ) from no_root

    half_front, front_mouths, front_seam = _half(front_row, side, front_hip, making, (0.0, length))
    back_hem_half = back_hip + (length - hip_y) * lean
    back_level = hem_y + back_hem_half * math.tan(math.radians(flare) / 2)
    half_back, back_mouths, back_seam = _half(
        back_row, back_side, back_hip, making, (0.0, back_level)
    )

    front_parts = whole(half_front, {half_front[0].name: "waist_centre", "hem": "hem"})
    hem_girth = 2 * (half_front[-1].path.length + half_back[-1].path.length)
    vent = _vent(making, length, hem_girth)

    closed = 2 * (meets.front + meets.back)
    needed = (body["hip_girth"] + 20.0 - closed) / 2  # §6: waist + 2 × zip >= hip + 20
    zip_end = max(hip_y - 15.0, needed + BACK_DROP)  # §6: ends 10-20 above the hip line, or below
    making.parameters.update({
        "skirt.vent_height": round(vent, 1), "skirt.zip_length": round(zip_end - BACK_DROP, 1),
        "skirt.front_darts": float(front_count), "skirt.back_darts": float(back_count),
    })  # fmt: skip

    centre = Path.of(
        Cubic.leaving_arriving((0.0, hip_y - 10.0), (0.0, -1.0), top, polar(-90.0 + centre_angle))
    )
    bottom = back_level - vent
    if zip_end > hip_y - 10.0:
        opening = Path.of(Line((0.0, zip_end), (0.0, hip_y - 10.0))).then(centre)
        below = Path.straight((0.0, bottom), (0.0, zip_end))
    else:
        rest, opening = centre.split(centre.length - (zip_end - BACK_DROP))
        below = Path.straight((0.0, bottom), (0.0, hip_y - 10.0)).then(rest)
    seam_width = number("skirt.side_allowance")
    back_parts = list(half_back)
    lines = []
    if vent:
        out, slant = -VENT_UNDERLAY, 25.0
        back_parts += [
            Part("vent_hem", Path.straight((0.0, back_level), (out, back_level)),
                 number("skirt.hem_allowance"), finish="hem", line="hem"),
            Part("vent_edge", Path.straight((out, back_level), (out, bottom + slant)), 10.0, finish="hem"),
            Part("vent_top", Path.straight((out, bottom + slant), (0.0, bottom)), 10.0),
        ]  # fmt: skip
        lines.append(InsideLine("vent fold", "fold", np.array(((0.0, bottom), (0.0, back_level)))))
    back_parts += [
        Part("centre_back", below, seam_width),
        Part("centre_back_zip", opening, seam_width),
    ]

    hip_at_front = _hip_at(front_seam)
    making.pieces.append(cut_piece(
        "FS", "front skirt", "skirt", front_parts,
        grainline=((0.3 * front_hip, hip_y * 0.75), (0.3 * front_hip, length * 0.8)),
        mouths=[Mouth(f"{m.first}_left", f"{m.second}_left", "first") for m in front_mouths]
        + [Mouth(f"{m.second}_right", f"{m.first}_right", "second") for m in front_mouths],
        notches=[
            NotchAt("side_left", hip_at_front),
            NotchAt("side_right", front_seam.length - hip_at_front),
            NotchAt("waist_centre", front_parts[0].path.length / 2),
            NotchAt("hem", half_front[-1].path.length),
        ],
        lines=[InsideLine("centre front", "centre", np.array(((0.0, 0.0), (0.0, length))))],
        levels={"hip": Level(y=hip_y)},
    ))  # fmt: skip
    making.pieces.append(cut_piece(
        "BS", "back skirt", "skirt", back_parts, quantity=2, mirrored=True,
        grainline=((back_hip * 0.5, hip_y * 1.05), (back_hip * 0.5, length * 0.85)),
        mouths=back_mouths,
        notches=[
            NotchAt("side", _hip_at(back_seam)), NotchAt("centre_back_zip", 0.0),
            *([NotchAt("vent_hem", 0.0)] if vent else []),
        ],
        lines=lines, levels={"hip": Level(y=hip_y)},
    ))  # fmt: skip
    _seams(making, front_row, back_row, front_seam, hip_at_front, vent)
    if making.waist is None:
        making.waist = meets
    else:
        join_waists(making, front_count + 1, back_count + 1)
    _measures(making, half_front, half_back, length, hip, hem_girth)


def _hip_at(seam: Path) -> float:
    """How far along the side seam the hip lies."""
    return seam.stretches[0].length


def _seams(making: Making, front: Row, back: Row, seam: Path, hip_at: float, vent: float) -> None:
    for sign, copy, backwards in (("left", 2, False), ("right", 1, True)):
        making.seams.append(Seam(
            f"side {sign}", "join",
            (Side("FS", f"side_{sign}", reversed=backwards),), (Side("BS", "side", copy=copy),),
            match=((hip_at, hip_at),),
        ))  # fmt: skip
        for n in range(1, len(front.legs) + 1):
            making.seams.append(Seam(
                f"front dart {n} {sign}", "dart",
                (Side("FS", f"dart_{n}_inner_{sign}", reversed=backwards),),
                (Side("FS", f"dart_{n}_outer_{sign}", reversed=not backwards),),
            ))  # fmt: skip
    for n in range(1, len(back.legs) + 1):
        making.seams.append(Seam(
            f"back skirt dart {n}", "dart",
            (Side("BS", f"dart_{n}_inner"),), (Side("BS", f"dart_{n}_outer", reversed=True),),
        ))  # fmt: skip
    for edge, kind, closure in (
        ("centre_back_zip", "opening", "zip"), ("centre_back", "join", None), ("vent_top", "join", None),
    ):  # fmt: skip
        if edge != "vent_top" or vent:
            making.seams.append(Seam(
                edge.replace("_", " "), "opening" if kind == "opening" else "join",
                (Side("BS", edge, copy=1),), (Side("BS", edge, copy=2),), closure=closure,
            ))  # fmt: skip
    if vent:
        making.seams.append(Seam(
            "vent", "opening", (Side("BS", line="vent fold", copy=1),),
            (Side("BS", line="vent fold", copy=2),), closure="vent",
        ))  # fmt: skip


def _measures(
    making: Making, front: list[Part], back: list[Part], length: float, hip: float, hem: float
) -> None:
    making.finished += [
        FinishedMeasure("hip_girth", hip, making.body["hip_girth"], making.number("skirt.hip_ease"),
                        "skirt.hip_ease", level="hip"),
        FinishedMeasure("hem_girth", hem, edges=(("FS", "hem", 1), ("BS", "hem", 2))),
        FinishedMeasure("skirt_length", length, lines=(("FS", "centre front", 1),)),
    ]  # fmt: skip
