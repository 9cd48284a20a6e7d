"""The figures of a skirt, worked out before a line is drawn. All mm, of one half."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.drafting.darts import split_intake
from patterns.drafting.draft import Refusal
from patterns.drafting.geometry import Cubic, Line, Path, Point, polar
from patterns.drafting.solving import NoRootError

WIDEST_DART = 30.0  # trade facts §4: skirt dart 15-25, at most 30
WIDEST_SIDE = 35.0  # §4: at most 35 a side at one seam edge
STEEPEST = 20.0  # §4: hip curve no steeper than about 20° at the waist
A_LINE, A_LINE_HEM = 4.0, 30.0  # from this flare on (degrees), §7: an A-line's hem is 25-30 deep
BAND_EASE = 10.0  # §1: a skirt's waist is eased on to its band by 10
BACK_DROP = 8.0  # §6: centre back 5-15 lower than centre front
HEM_KNEE, HEM_MIDI = 1100.0, 1250.0  # §6: hem girths that stride freely at knee and at mid-calf


@dataclass(frozen=True, slots=True)
class SideSeam:
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


@dataclass(frozen=True, slots=True)
class Top:
    """The waist a skirt is drafted to, of one half: how long it is and where its darts should sit."""

    front: float
    back: float
    front_darts: tuple[float, ...] = ()
    back_darts: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """x = 0 is centre front and centre back, y = 0 the waist at centre front.

    `meets` is the waist it is sewn to; the intakes are what darts take up, in so many darts of at
    most that length.
    """

    meets: Top
    hip: float
    hip_y: float
    length: float
    front_hip: float
    back_hip: float
    centre_in: float
    side: SideSeam
    front_intake: float
    back_intake: float
    front_longest: float
    back_longest: float
    front_count: int
    back_count: int
    back_hem_y: float


def work_out(making: Making) -> Block:
    """The skirt's figures for a body. Raises Refusal where hip and waist differ by more than darts and
    side seams can take."""
    body, number = making.body, making.number
    hip = body["hip_girth"] + number("skirt.hip_ease")
    meets = _top(making)
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
    below = (length - hip_y) * math.tan(math.radians(flare))
    lift = math.tan(math.radians(flare) / 2)  # of the hem at the side, for each mm of its half
    hem_y = length - (front_hip + below) * lift
    return Block(
        meets=meets, hip=hip, hip_y=hip_y, length=length, front_hip=front_hip, back_hip=back_hip,
        centre_in=centre_in, side=SideSeam(intake, rise, steep, hip_y, flare, hem_y),
        front_intake=front_intake, back_intake=back_intake, front_longest=front_longest,
        back_longest=back_longest, front_count=front_count, back_count=back_count,
        back_hem_y=hem_y + (back_hip + below) * lift,
    )  # fmt: skip


def _top(making: Making) -> Top:
    """The waist of the bodice above, or the skirt's own."""
    above = making.waist
    if above:
        return Top(above.front.length, above.back.length, above.front_darts, above.back_darts)
    waist = making.body["waist_girth"] + making.number("skirt.waist_ease")
    eased = BAND_EASE / 4 if making.has("waistband") else 0.0
    return Top(front=waist / 4 + 8.0 + eased, back=waist / 4 - 8.0 + eased)


def zip_end(making: Making, block: Block) -> float:
    """The height at which the zip ends: it lets the hips through (§6: waist + 2 × zip at least hip + 20),
    and ends 10-20 above the hip line, or below."""
    needed = (making.body["hip_girth"] + 20.0) / 2 - block.meets.front - block.meets.back
    return max(block.hip_y - 15.0, needed + BACK_DROP)


def _stride(making: Making, length: float) -> float:
    """The hem girth that strides freely at this length: the two printed figures, and the line through
    them (our own reading between knee and mid-calf, 200 mm lower)."""
    return HEM_KNEE + (HEM_MIDI - HEM_KNEE) * (length - making.body["waist_to_knee"]) / 200.0


def vent_height(making: Making, length: float, hem_girth: float) -> float:
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
