"""The figures that front and back of a bodice share, worked out once. All mm, of one half."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.components.neckline.shapes import Cut, cut
from patterns.drafting.geometry import Cubic, Path, Point, along, polar

from .lengths import Lengths, agree

BACK_NECK_RISE = 15.0  # trade facts §3: side neck point above the nape, dress
SLOPE_SPLIT = 2.0  # §3: front 22°, back 18° about their mean
SIDE_DROP = 4.0  # the waist at the side lies lower by this than at the centre
WIDEST_WAIST_DART = 35.0  # §4: bodice waist dart at most 35 each
STEEPEST_DART = 0.4  # §4: intake over length at most 0.4
TIP_OUT = 8.0  # how far a shoulder's tip stands outside the armhole's pitch point; our own
MOST_CUT = 12.0  # a side, that a sleeveless armhole is cut in over the chest; CP: about 10


@dataclass(frozen=True, slots=True)
class Block:
    """y = 0 is the nape, the waist lies at `waist_y` at the centre of front and back alike."""

    lengths: Lengths
    waist_y: float
    back_neck: float
    front_neck: float
    front_drop: float
    back_slope: float
    front_slope: float
    shoulder: float
    cut: Cut
    front_bust: float
    back_bust: float
    across_front: float
    across_back: float
    front_waist: float
    back_waist: float
    bust_x: float
    side_in: float | None = None
    """How far the side stands in at the waist from the bust's width; None where darts decide it."""

    @property
    def front_top(self) -> float:
        """The height of the front's side neck point."""
        return self.waist_y - self.lengths.front

    @property
    def bust_y(self) -> float:
        return self.waist_y - self.lengths.bust_to_waist


def work_out(making: Making) -> Block:
    """The block's figures for a body; its lengths reconciled."""
    body, number = making.body, making.number
    bust, neck = body["bust_girth"], body["neck_base_girth"]
    ease = number("bodice.bust_ease")
    half = (bust + ease) / 2
    cup = bust - body["underbust_girth"]

    across_back = (body["back_width"] + number("bodice.across_back_ease")) / 2
    # §3: chest 324 to back 344 at bust 880; A's table adds 12 to the chest and 10 to the back each 40
    # of bust. Not in the survey: the mean of what her back and what her bust say, cut in by 4 a side.
    by_back = body["back_width"] - 20.0 + 0.05 * (bust - 880.0)
    # Over 1040 the breasts grow, and the chest above them much less: our own.
    by_bust = 324.0 + 0.3 * (min(bust, 1040.0) - 880.0) + 0.1 * max(bust - 1040.0, 0.0)
    across_front = (by_back + by_bust) / 4 - 4.0

    back_slope, front_slope = (
        body["shoulder_slope"] - SLOPE_SPLIT,
        body["shoulder_slope"] + SLOPE_SPLIT,
    )
    # The shoulder ends outside the armhole's pitch points, or the armhole would hook in at the top: a
    # broad back keeps more of its shoulder, and a chest is cut in up to MOST_CUT a side.
    back_neck, front_neck = neck / 5 - 2, neck / 5 - 7  # §3
    whole = body["shoulder_length"]
    reaching = (across_back + TIP_OUT - back_neck) / math.cos(math.radians(back_slope))
    seam = max(
        whole - float(making.parameters.get("armhole.inset", 0.0)),
        reaching - number("bodice.back_shoulder_ease"),
    )
    seam = min(seam, whole)
    tip_x = front_neck + seam * math.cos(math.radians(front_slope))
    across_front = max(min(across_front, tip_x - TIP_OUT), across_front - MOST_CUT)

    # The front is the wider by the bust: our own rule, 16 mm at the median cup.
    front_bust = half / 2 + 8.0 + 0.06 * (cup - 134.0)
    back_bust = half - front_bust
    armhole_wide = half - across_back - across_front
    if back_bust - across_back < 0.32 * armhole_wide:  # a broad back takes the side seam forward
        back_bust = across_back + 0.32 * armhole_wide
        front_bust = half - back_bust

    bust_x = body["bust_point_to_bust_point"] / 2
    lower = ease / 10 - float(
        making.parameters.get("armhole.raise", 0.0)
    )  # §3: 5 lower close, 25 easy; raised 10-15
    tips = seam * (math.sin(math.radians(back_slope)) + math.sin(math.radians(front_slope)))
    lengths = agree(making, front_bust - bust_x, lower, armhole_wide, tips - BACK_NECK_RISE)
    waist = body["waist_girth"] + number("bodice.waist_ease")
    neckline = cut(making, front_neck, neck / 5 - 2, front_slope)
    shoulder = seam - neckline.width
    making.parameters.update({
        "bodice.shoulder_ease": shoulder - body["shoulder_length"],
        "bodice.front_neck_drop": neck / 5 - 2,
        "bodice.bust_dart": round(lengths.bust_dart, 2),
    })  # fmt: skip
    return Block(
        lengths=lengths, waist_y=body["back_neck_to_waist"],
        back_neck=back_neck, front_neck=front_neck, front_drop=neck / 5 - 2,  # §3
        back_slope=back_slope, front_slope=front_slope,
        shoulder=shoulder, cut=neckline, front_bust=front_bust, back_bust=back_bust,
        across_front=across_front, across_back=across_back,
        front_waist=waist / 4 + 8.0, back_waist=waist / 4 - 8.0, bust_x=bust_x,
    )  # fmt: skip


def armhole(tip: Point, slope: float, pitch: Point, underarm: Point, arriving: Point) -> Path:
    """The armhole from the shoulder's tip through its pitch point to the underarm: squared to the
    shoulder seam, upright at the pitch, arriving as told (squared to the side seam)."""
    # Where the pitch lies outside the tip the curve must swing back: as short a swing as may be.
    lead = min(0.3, max(0.2, 0.24 + 0.0125 * (tip[0] - pitch[0])))
    upper = Cubic.leaving_arriving(tip, polar(90.0 + slope), pitch, (0.0, 1.0), lead, 0.4)
    wide, deep = underarm[0] - pitch[0], underarm[1] - pitch[1]
    # Never so tight at the underarm that it no longer runs level across the side seam.
    reach = max(0.52 * wide, 22.0)
    lower = Cubic(
        pitch, (pitch[0], pitch[1] + 0.6 * deep), along(underarm, arriving, -reach), underarm
    )
    return Path.of(upper, lower)
