"""From measurements to the lines of a standing figure, mm, x = 0 on the centre, y = 0 at the crown.

Breadths at bust, navel and hip follow the 2012 survey (`proportions`). The others are our own:
an ellipse at each level whose breadth to girth is stated in `OWN`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from math import atan, cos, radians, sin, tan

from measurements.body import Body

from .curves import Point, Profile
from .proportions import (
    AXILLA_BELOW_SHOULDER,
    BREADTH,
    NAVEL_BELOW_WAIST,
    NAVEL_OVER_WAIST,
    OF_HEIGHT,
)

OWN = {
    "neck": 0.310,  # nearly round
    "underbust": 0.326,
    "waist_of_navel": 0.935,  # the natural waist is rounder than the navel's level, by this
    "thigh": 0.288,  # deeper than broad
    "knee": 0.284,  # deeper than broad, with the kneecap in front
    "calf": 0.316,  # nearly round
    "ankle": 0.285,
    "upper_arm": 0.275,
    "elbow": 0.280,
    "wrist": 0.262,  # seen from the thumb's side
    "head": 0.243,
}
"""Breadth over girth where no survey of ours says it: as we draw it."""

_Of = Callable[[str], float]

HEAD = 0.1255  # crown to chin, of the height: a little less than hers, as croquis have it
CARRYING = 1.12  # the forearm hangs off a little more than the upper arm, by this
MEAN_SLOPE = 21.2  # degrees, women_1988.csv


@dataclass(frozen=True, slots=True)
class Arm:
    """The right-hand arm as drawn: shoulder, elbow, wrist, and half its breadth at each."""

    joint: Point
    elbow: Point
    wrist: Point
    upper: float
    at_elbow: float
    at_wrist: float
    hand: float


@dataclass(frozen=True, slots=True)
class Figure:
    """The drawn body. `levels` are heights y on the drawing, `halves` half-breadths there,
    `ratios` breadth over girth there, which the garment's girths are drawn by too."""

    body: Body
    height: float
    levels: Mapping[str, float]
    halves: Mapping[str, float]
    ratios: Mapping[str, float]
    outer: Profile
    inner: Profile
    neck_point: Point
    shoulder_point: Point
    neck_half: float
    head_half: float
    arm: Arm
    bust_point: float

    def of(self, name: str) -> float:
        """Her measurement, or the survey's mean for her height if the body lacks it."""
        return measured(self.body, name)

    def half_at(self, y: float) -> float:
        """Half the breadth of trunk and legs at the height y."""
        return self.outer.at(y)

    def shoulder_at(self, along: float) -> Point:
        """The point on the shoulder line `along` mm from the side neck point, outward."""
        (ax, ay), (bx, by) = self.neck_point, self.shoulder_point
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        return (ax + (bx - ax) * along / length, ay + (by - ay) * along / length)


def breadth(level: str, girth: float, height: float) -> float:
    """Breadth from girth at bust, navel or hip, mm, by the 2012 survey's line."""
    a, b = BREADTH[level]
    return height * a + b * girth


def measured(body: Body, name: str) -> float:
    """The measurement of that name, or the survey's mean for her height if the body lacks it."""
    return float(body.get(name) or OF_HEIGHT[name] * body["height"])


@lru_cache(maxsize=256)
def figure_for(body: Body) -> Figure:
    """The figure of a body. What the body lacks is taken at the survey's mean for her height."""
    height = body["height"]

    of = partial(measured, body)

    slope = float(body.get("shoulder_slope") or MEAN_SLOPE)
    levels = _levels(height, of)
    ratios = _ratios(height, of)
    halves = _halves(of, ratios)

    neck_x = of("neck_base_girth") * 0.178
    shoulder = of("shoulder_length")
    neck_point = (neck_x, levels["side_neck"])
    shoulder_point = (
        neck_x + shoulder * cos(radians(slope)),
        neck_point[1] + shoulder * sin(radians(slope)),
    )
    outer, inner = _legs(height, levels, halves, of)
    return Figure(
        body=body,
        height=height,
        levels=levels,
        halves=halves,
        ratios=ratios,
        outer=outer,
        inner=inner,
        neck_point=neck_point,
        shoulder_point=shoulder_point,
        neck_half=of("neck_girth") * OWN["neck"] / 2,
        head_half=of("head_girth") * OWN["head"] / 2,
        arm=_arm(height, outer, shoulder_point, of),
        bust_point=of("bust_point_to_bust_point") / 1.045 / 2,  # the tape's back to the caliper's
    )


def _levels(height: float, of: _Of) -> dict[str, float]:
    """Heights of the levels, from the top of the head down, kept in their order."""
    waist = height - of("waist_height")
    side_neck = height - of("side_neck_height")
    shoulder = height - of("shoulder_height")
    axilla = shoulder + AXILLA_BELOW_SHOULDER * height
    bust = min(max(height - of("bust_height"), axilla + 12), waist - 45)
    hip = waist + max(of("waist_to_hip"), 90)
    crotch = max(height - of("inside_leg_length"), hip + 25)
    knee = height - of("knee_height")
    return {
        "chin": height * HEAD,
        "side_neck": side_neck,
        "nape": height - of("back_neck_height"),
        "pit": side_neck + of("neck_base_girth") * 0.187,  # A: neck / 5 less a little
        "shoulder": shoulder,
        "axilla": min(axilla, bust - 12),
        "bust": bust,
        "underbust": bust + 0.5 * (waist - bust),
        "waist": waist,
        "navel": waist + NAVEL_BELOW_WAIST * (hip - waist),
        "hip": hip,
        "crotch": crotch,
        "thigh": crotch + 0.08 * (knee - crotch),
        "knee": knee,
        "calf": height - 0.70 * of("knee_height"),
        "ankle": height - 0.052 * height,
        "floor": height,
    }


def _ratios(height: float, of: _Of) -> dict[str, float]:
    navel = of("waist_girth") * NAVEL_OVER_WAIST
    at_navel = breadth("navel", navel, height) / navel
    at_hip = breadth("hip", of("hip_girth"), height) / of("hip_girth")
    return {
        "bust": breadth("bust", of("bust_girth"), height) / of("bust_girth"),
        "underbust": OWN["underbust"],
        "waist": at_navel * OWN["waist_of_navel"],
        "navel": at_navel,
        "hip": at_hip,
        "hem": at_hip,
    }


def _halves(of: _Of, ratios: Mapping[str, float]) -> dict[str, float]:
    bust = of("bust_girth") * ratios["bust"] / 2
    waist = of("waist_girth") * ratios["waist"] / 2
    underbust = of("underbust_girth") * ratios["underbust"] / 2
    hip = of("hip_girth") * ratios["hip"] / 2
    navel = of("waist_girth") * NAVEL_OVER_WAIST * ratios["navel"] / 2
    return {
        "axilla": min(0.55 * bust + 0.45 * of("back_width") * 0.375, 0.965 * bust),
        "bust": bust,
        # never wider than half-way on the outside of bust and waist: a rib cage has no shelf
        "underbust": min(underbust, max(bust, waist) - 2, 0.55 * bust + 0.45 * waist + 5),
        "waist": waist,
        # an estimate over another: it may not make a shelf where waist and hip say there is none
        "navel": min(navel, waist + 0.50 * (hip - waist) + 3 if hip > waist else waist + 3),
        "hip": hip,
    }


def _legs(
    height: float, levels: Mapping[str, float], halves: Mapping[str, float], of: _Of
) -> tuple[Profile, Profile]:
    """Outer line from armpit to ankle, inner line from crotch to ankle."""
    thigh = of("thigh_girth") * OWN["thigh"]
    knee = of("knee_girth") * OWN["knee"]
    calf = of("calf_girth") * OWN["calf"]
    ankle = of("ankle_girth") * OWN["ankle"]
    top, down = levels["crotch"], levels["knee"]

    def between(share: float) -> float:
        return top + share * (down - top)

    knee_x = max(0.0370 * height, knee / 2 + 0.0030 * height)
    ankle_x = max(0.0275 * height, ankle / 2 + 0.0065 * height)
    calf_x = max(0.76 * knee_x + 0.24 * ankle_x, 0.465 * calf + 3.0)
    outer_thigh = min(max(halves["hip"] * 0.972, thigh * 0.97), halves["hip"] * 1.06)
    inner_thigh = 2.0
    mid = 0.66 * thigh + 0.34 * knee
    mid_x = 0.50 * (outer_thigh + inner_thigh) / 2 + 0.50 * knee_x
    above = 0.14 * thigh + 0.86 * knee
    above_x = 0.10 * outer_thigh / 2 + 0.90 * knee_x
    shin = levels["floor"] - levels["knee"]
    below_x = 0.92 * knee_x + 0.08 * calf_x
    lower = 0.36 * calf + 0.64 * ankle  # where calf has gone over into ankle
    outer = Profile(
        [
            (halves["axilla"], levels["axilla"]),
            (halves["bust"], levels["bust"]),
            (halves["underbust"], levels["underbust"]),
            (halves["waist"], levels["waist"]),
            (halves["navel"], levels["navel"]),
            (halves["hip"], levels["hip"]),
            (outer_thigh, levels["thigh"]),
            (mid_x + 0.53 * mid, between(0.50)),
            (above_x + above * 0.50, between(0.84)),
            (knee_x + knee * 0.50, levels["knee"]),
            (below_x + knee * 0.485, levels["knee"] + 0.075 * shin),
            (calf_x + calf * 0.535, levels["knee"] + 0.28 * shin),
            (0.35 * calf_x + 0.65 * ankle_x + 0.5 * lower, levels["knee"] + 0.59 * shin),
            (ankle_x + ankle * 0.5, levels["ankle"] - 0.01 * height),
            (ankle_x + ankle * 0.5, levels["ankle"]),
        ]
    )
    inner = Profile(
        [
            (inner_thigh, top),
            (max(mid_x - 0.47 * mid, 2.5), between(0.50)),
            (max(above_x - above * 0.485, 3.0), between(0.80)),
            (max(knee_x - knee * 0.50, 3.0), levels["knee"]),
            (max(below_x - knee * 0.475, 4.0), levels["knee"] + 0.10 * shin),
            (max(calf_x - calf * 0.465, 3.0), levels["knee"] + 0.34 * shin),
            (max(0.35 * calf_x + 0.65 * ankle_x - 0.48 * lower, 3.5), levels["knee"] + 0.64 * shin),
            (max(ankle_x - ankle * 0.5, 4.0), levels["ankle"] - 0.01 * height),
            (max(ankle_x - ankle * 0.5, 4.0), levels["ankle"]),
        ]
    )
    return outer, inner


def _arm(height: float, outer: Profile, shoulder_point: Point, of: _Of) -> Arm:
    """An arm that hangs a little off the body, just so far that it and the hip stay apart."""
    upper = of("upper_arm_girth") * OWN["upper_arm"] / 2
    at_elbow = of("elbow_girth") * OWN["elbow"] / 2
    at_wrist = of("wrist_girth") * OWN["wrist"] / 2
    joint = (shoulder_point[0] - 0.48 * upper, shoulder_point[1] + 0.80 * upper)
    reach = of("outer_arm_length") - 0.80 * upper
    above = 0.56 * reach

    def lean(y: float) -> float:
        """The slope at which the arm's inner line passes the trunk at y with room for ease."""
        down = y - joint[1]
        share = min(down / reach, 1.0)
        radius = upper + (at_wrist - upper) * share
        lever = min(down, above) + CARRYING * max(down - above, 0.0)
        return (outer.at(y) + 0.004 * height + 20 * share + radius - joint[0]) / lever

    steps = [0.25 + 0.05 * i for i in range(17)]
    leans = (atan(lean(joint[1] + t * reach)) for t in steps)
    # past 16 degrees she would soon stand like a doll: then the arm rests against her, behind
    wanted, easy = max(radians(6.0), *leans), radians(16)
    first = min(wanted, easy + 0.30 * max(wanted - easy, 0.0), radians(22))
    second = atan(CARRYING * tan(first))
    elbow = (joint[0] + above * sin(first), joint[1] + above * cos(first))
    below = reach - above
    return Arm(
        joint=joint,
        elbow=elbow,
        wrist=(elbow[0] + below * sin(second), elbow[1] + below * cos(second)),
        upper=upper,
        at_elbow=at_elbow,
        at_wrist=at_wrist,
        hand=0.098 * height,
    )
