"""The figures that front and back of a bodice share, worked out once. All mm, of one half."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from measurements.beyond_survey import chest_width
from patterns.components.base import Making
from patterns.components.neckline.shapes import Cut, cut
from patterns.drafting.darts import BENT
from patterns.drafting.draft import Refusal
from patterns.drafting.geometry import Cubic, Path, Point, along, polar

from .lengths import Lengths, agree, easy_sleeve

BACK_NECK_RISE = 15.0  # trade facts §3: side neck point above the nape, dress
SLOPE_SPLIT = 2.0  # §3: front 22°, back 18° about their mean
SIDE_DROP = 4.0  # the waist at the side lies lower by this than at the centre
WIDEST_WAIST_DART = 35.0  # §4: bodice waist dart at most 35 each
STEEPEST_DART = 0.4  # §4: intake over length at most 0.4
SIDE_LEAST, SIDE_MOST = 0.3, 0.42  # of what is taken in at the waist, by the side seam; §4: 30-50 %
STEEPEST_SIDE, MOST_IN = 0.2, 30.0  # its lean from bust to waist, and mm, as a rule; our own
MOST_SIDE = 35.0  # §4: it takes at most 35 at one seam edge
TIP_OUT = 8.0  # how far a shoulder's tip stands outside the armhole's pitch point; our own
LEAST_OUT = 2.0  # the least of it, for which a shoulder is made longer
MOST_LONGER = 32.0  # that a shoulder seam is drafted longer than it was measured; our own
GIRTH_BY_DEPTH = 1.75
"""mm of armhole's girth for each that front and back are deeper: fitted to our own armholes."""
UNDER_BUST, MOST_UNDER = 0.088, 0.85
"""How far under the bust point an empire seam lies, as a share of the bust (77 at 880) and at most of the
way to the waist; our own."""
LEAST_SIDE, EMPIRE_SIDE = 40.0, 62.0
"""What is left of a side seam between armhole and waist; over an empire seam, that its darts have length.
Our own."""
LEAST_ABOVE = 10.0  # that an empire seam lies over the natural waist, else it were one; our own
LEAST_FRONT, MOST_FRONT = 0.472, 0.618  # the front's part of the bust's girth; our own
CUT_IN = 4.0  # a side, that a sleeveless armhole is cut in over the chest as a rule; our own
MOST_CUT = 12.0  # a side, that a sleeveless armhole is cut in over the chest; CP: about 10
TIGHTEST, MOST_DOWN = 14.0, 0.85
"""The radius at an armhole's pitch is no less, mm: its allowance is 10. The curve's handle there ends above
the underarm, at most this share of the way. Our own."""
LEAST_WRAP_TURN = 1.0
"""Degrees by which a wrap's edge leaves the square at the shoulder, at least; our own."""


@dataclass(frozen=True, slots=True)
class Block:
    """y = 0 is the nape, the waist (or empire seam) lies at `waist_y` at the centre of front and back
    alike; `front_waist` and `back_waist` are its length, darts closed."""

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
    level: float = 0.0
    """How far above the natural waist `waist_y` lies: 0 unless it is an empire seam."""
    side_in: float | None = None
    """How far the side stands in at the waist from the bust's width; None where darts decide it."""
    side_lean: float | None = None
    """By how many radians the side seam of a loose bodice leans out below the bust."""

    @property
    def front_top(self) -> float:
        """The height of the front's side neck point."""
        return self.waist_y - self.lengths.front

    @property
    def bust_y(self) -> float:
        return self.waist_y - self.lengths.bust_to_waist

    @property
    def tall(self) -> float:
        """How far above the waist the bust is measured at the side: not above a low armhole."""
        return min(self.lengths.bust_to_waist, self.lengths.side)


def work_out(making: Making, lowered: float = 0.0) -> Block:
    """The block's figures for a body; its lengths reconciled. `lowered`: how much deeper the armhole is cut
    than by rule."""
    body, number = making.body, making.number
    bust, neck = body["bust_girth"], body["neck_base_girth"]
    ease = number("bodice.bust_ease")
    half = (bust + ease) / 2
    cup = bust - body["underbust_girth"]
    across_back = (body["back_width"] + number("bodice.across_back_ease")) / 2
    back_slope = body["shoulder_slope"] - SLOPE_SPLIT
    front_slope = body["shoulder_slope"] + SLOPE_SPLIT
    back_neck, front_neck = neck / 5 - 2, neck / 5 - 7  # §3
    seam = _shoulder(making, across_back - back_neck, back_slope)
    # A chest is cut in up to MOST_CUT a side to end inside the shoulder.
    chest = body.entered("across_front") or chest_width(body["back_width"], bust)
    across_front = chest / 2 - (CUT_IN if making.has("armhole") else 1.0)
    tip_x = front_neck + seam * math.cos(math.radians(front_slope))
    across_front = max(min(across_front, tip_x - TIP_OUT), across_front - MOST_CUT)

    # The front is the wider by the bust: our own rule, 16 mm at the median cup.
    front_bust = half / 2 + 8.0 + 0.06 * (cup - 134.0)
    back_bust = half - front_bust
    armhole_wide = half - across_back - across_front
    if back_bust - across_back < 0.32 * armhole_wide:  # a broad back takes the side seam forward
        back_bust = across_back + 0.32 * armhole_wide
        front_bust = half - back_bust

    if not LEAST_FRONT <= front_bust / half <= MOST_FRONT:
        raise Refusal(
            "bust_and_back",
            "Bust and back do not go together: one would leave no room for the other. Please check the "
            "bust, the under-bust and the back's width.",
            ("bust_girth", "underbust_girth", "back_width"),
        )
    bust_x = body["bust_point_to_bust_point"] / 2
    # §3: 5 lower close, 25 easy; raised 10-15 where there is no sleeve
    lower = ease / 10 + easy_sleeve(making) / GIRTH_BY_DEPTH
    lower -= float(making.parameters.get("armhole.raise", 0.0))
    tips = seam * (math.sin(math.radians(back_slope)) + math.sin(math.radians(front_slope)))
    lengths = agree(making, front_bust - bust_x, lower, armhole_wide, tips - BACK_NECK_RISE)
    lengths = replace(
        lengths, side=lengths.side - lowered, front_armhole=lengths.front_armhole + lowered
    )
    level, waist = 0.0, body["waist_girth"] + number("bodice.waist_ease")
    if making.text("bodice.cut") == "empire":
        level, waist = (
            _under_bust(lengths, bust),
            body["underbust_girth"] + number("bodice.waist_ease"),
        )
        lengths = replace(
            lengths, bust_to_waist=lengths.bust_to_waist - level, side=lengths.side - level
        )
    if making.text("bodice.front") == "wrap":
        deep = lengths.front
        neckline = _wrap_cut(making, front_neck, front_slope, 0.62 * (waist / 4 + 8.0), deep)
    else:
        neckline = cut(
            making, front_neck, neck / 5 - 2, front_slope, seam=seam,
            to_bust=lengths.neck_to_bust - (neck / 5 - 2),
        )  # fmt: skip
    shoulder = seam - neckline.width
    _tell_longer(making, seam, shoulder)
    making.parameters.update({
        "bodice.shoulder_ease": shoulder - body["shoulder_length"],
        "bodice.front_neck_drop": neck / 5 - 2,
        "bodice.bust_dart": round(lengths.bust_dart, 2),
        "bodice.level": round(level, 1),
    })  # fmt: skip
    return Block(
        lengths=lengths, waist_y=body["back_neck_to_waist"] - level, level=level,
        back_neck=back_neck, front_neck=front_neck, front_drop=neck / 5 - 2,  # §3
        back_slope=back_slope, front_slope=front_slope,
        shoulder=shoulder, cut=neckline, front_bust=front_bust, back_bust=back_bust,
        across_front=across_front, across_back=across_back,
        front_waist=waist / 4 + 8.0, back_waist=waist / 4 - 8.0, bust_x=bust_x,
    )  # fmt: skip


def side_intake(spare: float, widest: float, tall: float, by_darts: bool) -> float:
    """How much of what a half is taken in at the waist its side seam takes, over a height so `tall`: enough
    to keep one dart of at most `widest`, if it can; and, where the rest is taken `by_darts`, what three
    cannot."""
    wanted = min(max(spare - widest + BENT, SIDE_LEAST * spare), SIDE_MOST * spare)
    intake = min(wanted, STEEPEST_SIDE * tall, MOST_IN)
    return max(intake, min(spare - 3 * (widest - BENT) + 1.0, MOST_SIDE)) if by_darts else intake


def _wrap_cut(making: Making, neck: float, slope: float, overlap: float, deep: float) -> Cut:
    """A wrap's edge runs all but straight from the shoulder, turned up so far that the back's neckline,
    which makes up for it, has room to bend; it has no depth of its own."""
    width = float(making.parameters.get("neckline.width", 0.0))
    lean = math.degrees(math.atan2(neck + width * math.cos(math.radians(slope)) + overlap, deep))
    turn = max(LEAST_WRAP_TURN, min(14.0, slope - 3.5 - lean))
    return Cut("v", width, 0.0, turn, float(making.parameters.get("neckline.back_depth", 0.0)))


def _shoulder(making: Making, across: float, slope: float) -> float:
    """The front shoulder seam before a neckline widens it. It ends outside the armhole's pitch points, or the
    armhole would hook in at the top: a broad back keeps more of its shoulder, and is given a little more
    than she has where that does not do. `across`: from the neck to the back's pitch."""
    whole, fall = making.body["shoulder_length"], math.cos(math.radians(slope))
    eased = making.number("bodice.back_shoulder_ease")
    wanted, needed = ((across + out) / fall - eased for out in (TIP_OUT, LEAST_OUT))
    inset = float(making.parameters.get("armhole.inset", 0.0))
    seam = max(whole - inset, min(wanted, whole), min(needed, whole + MOST_LONGER))
    return seam


def _tell_longer(making: Making, seam: float, shoulder: float) -> None:
    """Told with the seam's own length, as finished, beside the neckline."""
    hers = making.body["shoulder_length"]
    if seam <= hers + 0.5:
        return
    known = "estimated" if making.body.is_estimated("shoulder_length") else "measured"
    beside = "this neckline would leave of " if seam - shoulder > 0.5 else ""
    making.warn(
        "shoulder_lengthened",
        f"The back is broad for the shoulder: its seam is {shoulder:.0f} mm long, {seam - hers:.0f} mm more "
        f"than {beside}the {known} {hers:.0f} mm.",
    )


def _under_bust(lengths: Lengths, bust: float) -> float:
    """How far above the natural waist an empire seam lies: under the bust, but clear of the armhole."""
    under = min(UNDER_BUST * bust, MOST_UNDER * lengths.bust_to_waist)
    return max(min(lengths.bust_to_waist - under, lengths.side - EMPIRE_SIDE), LEAST_ABOVE)


def armhole(tip: Point, slope: float, pitch: Point, underarm: Point, arriving: Point) -> Path:
    """The armhole from the shoulder's tip through its pitch point to the underarm: squared to the
    shoulder seam, upright at the pitch, arriving as told (squared to the side seam)."""
    # Where the pitch lies outside the tip the curve must swing back: as short a swing as may be.
    lead = min(0.3, max(0.28, 0.24 + 0.0125 * (tip[0] - pitch[0])))
    upper = Cubic.leaving_arriving(tip, polar(90.0 + slope), pitch, (0.0, 1.0), lead, 0.4)
    wide, deep = underarm[0] - pitch[0], underarm[1] - pitch[1]
    # Never so tight at the underarm that it no longer runs level across the side seam.
    level = along(underarm, arriving, -max(0.52 * wide, 22.0))
    # Nor so tight at the pitch that its allowance would fold: a cubic's radius there is 3/2 handle² over
    # how far its next handle stands off.
    rounded = math.sqrt(2 / 3 * TIGHTEST * max(level[0] - pitch[0], 0.0))
    down = max(0.6 * deep, min(rounded, MOST_DOWN * deep))
    lower = Cubic(pitch, (pitch[0], pitch[1] + down), level, underarm)
    return Path.of(upper, lower)
