"""The lengths a bodice hangs on, made to agree with each other and with the cup.

Down the front, from the side neck point over the bust to the waist, lie the armhole's depth, the bust
dart and the side seam: front = armhole + dart + side. A woman's measurements say something of each,
and seldom the same; least squares finds what agrees best with all, each with its own error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from measurements.definitions import DEFINITIONS
from patterns.components.base import Making
from patterns.drafting.draft import Refusal
from patterns.drafting.solving import Reading, reconcile

NEEDS = (
    "bust_girth", "underbust_girth", "waist_girth", "neck_base_girth", "shoulder_length",
    "shoulder_slope", "back_width", "bust_point_to_bust_point", "side_neck_to_bust_point",
    "back_neck_to_waist", "front_neck_to_waist", "scye_depth", "armscye_girth", "bust_height",
    "waist_height",
)  # fmt: skip

CUP_ANGLE = 19.5 / 134.0
"""Degrees of bust dart for each mm of bust - under-bust: Bunka's angle for bust 880 (B/4 - 2.5 in cm)
at the median cup of the 1988 survey, in proportion to the cup. Our own reading of both."""

FRONT_SCYE = -40.0
"""Front armhole's depth below the side neck point, dart closed, less scye depth: the median over the
1988 survey when all else is taken as measured."""

BARE, SLEEVED = 25.0, 47.0
"""Trade facts §3: a sleeveless armhole is her armscye + 25, one for a sleeve + 40-55."""

ARMHOLE_DEEP, ARMHOLE_WIDE, ARMHOLE_MORE = 0.92, 0.78, 2.0
"""An armhole's girth from its two depths under the shoulder's tips and its two widths beside the pitch
points: fitted to our own armholes on the 1988 survey's bodies, to 5 mm."""


BY_TAPE = 8.0
"""The error of a bust point to waist that was taken: surer than the difference of two heights. Our own."""

MOST_OFF, HELD = 46.0, 0.01
"""mm that the front, over the bust, may be longer or shorter than hers, or it would hang forward or back; and
the error that holds it there. Our own."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """All mm. `neck_to_bust` and `bust_to_waist` down the front, `side` the side seam from armhole to
    waist, `bust_dart` the whole bust shaping as a dart's width at the side seam, `front_armhole` the
    armhole's depth below the front's side neck point with that dart closed."""

    neck_to_bust: float
    bust_to_waist: float
    side: float
    bust_dart: float
    front_armhole: float
    longer: float
    """By how much the front is longer over the bust than hers."""

    @property
    def front(self) -> float:
        return self.neck_to_bust + self.bust_to_waist


def easy_sleeve(making: Making) -> float:
    """By how much a wide sleeve's armhole is larger as a rule, mm: half of what its upper arm has over the
    regular 50, up to the blazer's (§3: 60-80). A kimono has no armhole to widen."""
    if making.text("sleeve.style") == "kimono":
        return 0.0
    ease = float(making.parameters.get("sleeve.upper_arm_ease", 0.0))
    return min(max(0.5 * (ease - 50.0), 0.0), 30.0)


def agree(
    making: Making, radius: float, armhole_lower: float, armhole_wide: float, tips_drop: float
) -> Lengths:
    """The lengths of this body. `radius` from bust point to side seam; `armhole_lower` how much lower
    than her scye depth the armhole's bottom is drafted (negative: raised); `armhole_wide` the widths
    of front and back armhole together; `tips_drop` how far both shoulder tips lie under their side neck
    points, less how far the nape lies under its own."""
    body = making.body

    def error(own: float, *names: str) -> float:
        return math.sqrt(own * own + sum(body_error(name) ** 2 for name in names))

    def body_error(name: str) -> float:
        return body.errors.get(name, 0.0)

    cup = body["bust_girth"] - body["underbust_girth"]
    dart = 2 * radius * math.sin(math.radians(cup * CUP_ANGLE) / 2)
    neck_drop = body["neck_base_girth"] / 5 - 2
    sideways = body["bust_point_to_bust_point"] / 2 - (body["neck_base_girth"] / 5 - 7)
    neck_to_bust = math.sqrt(max(body["side_neck_to_bust_point"] ** 2 - sideways**2, 1.0))
    set_in = making.has("sleeve") and making.text("sleeve.style") != "kimono"
    armhole_ease = SLEEVED + easy_sleeve(making) if set_in else BARE
    names = ("neck_to_bust", "bust_to_waist", "front_armhole", "side")
    readings: tuple[Reading, ...] = (
        Reading("side_neck_to_bust_point", {"neck_to_bust": 1}, neck_to_bust,
                error(10.0, "side_neck_to_bust_point")),
        Reading("bust_height", {"bust_to_waist": 1}, body["bust_height"] - body["waist_height"] + 5.0,
                error(10.0, "bust_height", "waist_height")),
        Reading("front_neck_to_waist", {"neck_to_bust": 1, "bust_to_waist": 1},
                body["front_neck_to_waist"] + neck_drop, error(12.0, "front_neck_to_waist")),
        Reading("scye_depth", {"front_armhole": 1}, body["scye_depth"] + FRONT_SCYE + armhole_lower,
                error(18.0, "scye_depth")),
        Reading("back_neck_to_waist", {"side": 1},
                body["back_neck_to_waist"] - body["scye_depth"] - armhole_lower + 4.0,
                error(10.0, "back_neck_to_waist", "scye_depth")),
        Reading("armscye_girth", {"front_armhole": ARMHOLE_DEEP, "side": -ARMHOLE_DEEP},
                body["armscye_girth"] + armhole_ease - ARMHOLE_MORE - ARMHOLE_WIDE * armhole_wide
                - ARMHOLE_DEEP * (body["back_neck_to_waist"] + 4.0 - tips_drop),
                error(10.0, "armscye_girth")),
        Reading("underbust_girth",
                {"neck_to_bust": 1, "bust_to_waist": 1, "front_armhole": -1, "side": -1}, dart,
                error(8.0, *(("underbust_girth",) if body_error("underbust_girth") < 1 else ()))),
    )  # fmt: skip
    taken = body.entered("bust_point_to_waist")
    if taken is not None:
        readings = (
            *readings,
            Reading("bust_point_to_waist", {"bust_to_waist": 1}, taken, BY_TAPE),
        )
    solved, moved = reconcile(names, readings)
    whole = solved["neck_to_bust"] + solved["bust_to_waist"]
    own = body["front_neck_to_waist"] + neck_drop
    if abs(whole - own) > MOST_OFF:  # held there, and the rest agrees with that as well as may be
        most_off = own + math.copysign(MOST_OFF, whole - own)
        held = Reading("", {"neck_to_bust": 1, "bust_to_waist": 1}, most_off, HELD)
        solved, moved = reconcile(names, (*readings, held))
        del moved[held.name]
    most = max(moved, key=lambda name: abs(moved[name]))
    if abs(moved[most]) > 3.0:
        making.warn(
            "lengths_contradict",
            f"The lengths do not go together: “{DEFINITIONS[most].label}” is far from what the others "
            "say. Please have it measured again.",
        )
    elif abs(moved[most]) > 1.5:
        making.warn(
            "lengths_reconciled",
            f"The lengths differ a little from each other: “{DEFINITIONS[most].label}” was brought "
            "into line with the rest.",
        )
    front = solved["neck_to_bust"] + solved["bust_to_waist"]
    return Lengths(
        neck_to_bust=solved["neck_to_bust"], bust_to_waist=solved["bust_to_waist"],
        side=solved["side"], front_armhole=solved["front_armhole"],
        bust_dart=front - solved["front_armhole"] - solved["side"], longer=front - own,
    )  # fmt: skip


def refuse_lengths(message: str) -> Refusal:
    return Refusal("lengths", message, (
        "back_neck_to_waist", "front_neck_to_waist", "side_neck_to_bust_point", "scye_depth",
    ))  # fmt: skip
