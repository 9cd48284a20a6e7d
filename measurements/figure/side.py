"""The same figure from its left, facing right: mm, x = 0 on the plumb line through the ear.

Depths at bust, navel and hip follow the 2012 survey (`proportions`). The other depths, and how much
of each lies behind the plumb line, are our own, as we draw it. The arm is left out, as on a
dressmaker's stand: it would hide what is measured at the side; its root is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from measurements.body import Body

from .build import Figure
from .curves import Curve, Point, Profile, back, joined, line, spline
from .proportions import DEPTH, NAVEL_OVER_WAIST, OF_HEIGHT

DEPTH_OF = {"neck": 0.315, "underbust": 0.262, "waist": 0.262, "thigh": 0.325, "knee": 0.318,
            "calf": 0.325, "ankle": 0.335}  # fmt: skip
"""Depth over girth where no survey of ours says it."""
BEHIND = {"bust": 0.44, "underbust": 0.46, "waist": 0.42, "navel": 0.45, "hip": 0.53, "thigh": 0.49,
          "knee": 0.47, "calf": 0.62, "ankle": 0.56}  # fmt: skip
"""The share of each depth behind the plumb line."""


@dataclass(frozen=True, slots=True)
class Side:
    """The side view. `front` and `back` are the edges from the neck's root to the ankle."""

    figure: Figure
    front: Profile
    back: Profile
    nape: Point
    pit: Point

    @property
    def root(self) -> tuple[Point, float, float]:
        """The arm's root: its centre, half its breadth and half its height."""
        top, bottom = self.figure.shoulder_point[1] - 4, self.figure.levels["axilla"] + 8
        tall = (bottom - top) / 2
        return (-0.007 * self.figure.height, top + tall), 0.86 * tall, tall


def side_of(body: Body, figure: Figure) -> Side:
    """The side view of the body whose front view is `figure`."""
    h, lv = figure.height, figure.levels

    def of(name: str) -> float:
        return float(body.get(name) or OF_HEIGHT[name] * h)

    def surveyed(level: str, girth: float) -> float:
        a, b = DEPTH[level]
        return h * a + b * girth

    navel = surveyed("navel", of("waist_girth") * NAVEL_OVER_WAIST)
    depth = {
        "bust": surveyed("bust", of("bust_girth")),
        "underbust": DEPTH_OF["underbust"] * of("underbust_girth"),
        "waist": min(DEPTH_OF["waist"] * of("waist_girth"), navel),
        "navel": navel,
        "hip": surveyed("hip", of("hip_girth")),
        **{
            name: DEPTH_OF[name] * of(f"{name}_girth")
            for name in ("thigh", "knee", "calf", "ankle")
        },
    }
    edges = {
        name: ((1 - BEHIND[name]) * deep, -BEHIND[name] * deep) for name, deep in depth.items()
    }
    # Under the bust she goes in softly, however full bust and belly are: no shelf.
    ahead_under, behind_under = edges["underbust"]
    softly = 0.45 * edges["bust"][0] + 0.50 * edges["waist"][0]
    rib = 0.6 * edges["bust"][1] + 0.4 * edges["waist"][1]
    edges["underbust"] = (max(ahead_under, softly), min(behind_under, rib))
    middle = lv["crotch"] + 0.5 * (lv["knee"] - lv["crotch"])
    mid = 0.5 * (depth["thigh"] + depth["knee"])
    nape = (-0.036 * h, lv["nape"])
    pit = (nape[0] + 0.305 * of("neck_base_girth"), lv["pit"])
    ahead = [
        pit,
        (0.30 * depth["bust"], lv["axilla"]),
        *((edges[name][0], lv[name]) for name in ("bust", "underbust", "waist", "navel", "hip")),
        (0.46 * depth["hip"], lv["crotch"]),
        (0.53 * mid, middle),
        *((edges[name][0], lv[name]) for name in ("knee", "calf", "ankle")),
    ]
    behind = [
        nape,
        (-0.46 * depth["bust"], 0.4 * lv["shoulder"] + 0.6 * lv["axilla"]),
        *((edges[name][1], lv[name]) for name in ("bust", "underbust", "waist", "navel", "hip")),
        (-0.43 * depth["hip"], lv["crotch"] + 0.012 * h),
        (-0.45 * mid, middle),
        *((edges[name][1], lv[name]) for name in ("knee", "calf", "ankle")),
    ]
    return Side(figure, Profile(ahead), Profile(behind), nape, pit)


def neck_curves(side: Side) -> tuple[Curve, Curve]:
    """The neck's front from the pit up under the chin; its back from the skull down to the nape."""
    lv, h = side.figure.levels, side.figure.height
    (px, py), (nx, ny) = side.pit, side.nape
    thick = side.figure.neck_half * 2 * DEPTH_OF["neck"] / 0.310
    chin, up = lv["chin"], nx + 0.014 * h
    throat = spline(
        [
            (px, py),
            (px - 0.005 * h, py - 0.014 * h),
            (up + thick, chin + 0.010 * h),
            (up + thick + 0.006 * h, chin - 0.022 * h),
        ]
    )
    below = neck_ends(side)
    nape = [(up + 0.006 * h, chin - 0.040 * h), (up, chin - 0.004 * h), (nx + 0.006 * h, ny)]
    return throat, spline([*nape, (side.back.at(below), below)])


def neck_ends(side: Side) -> float:
    """The height at which the line of the neck goes over into the back's: under the nape."""
    return side.nape[1] + 0.03 * side.figure.height


def foot_curve(side: Side) -> Curve:
    """The foot from the ankle's front over the toes to the heel and up to the ankle's back."""
    lv, h = side.figure.levels, side.figure.height
    a, floor = lv["ankle"], lv["floor"]
    front, rear = side.front.at(a), side.back.at(a)
    return spline(
        [
            (front, a),
            (front + 0.012 * h, a + 0.019 * h),
            (front + 0.052 * h, floor - 0.017 * h),
            (front + 0.076 * h, floor - 0.008 * h),
            (front + 0.073 * h, floor),
            (front + 0.03 * h, floor),
            (rear + 0.02 * h, floor),
            (rear - 0.008 * h, floor - 0.004 * h),
            (rear - 0.0095 * h, floor - 0.016 * h),
            (rear, a),
        ]
    )


def side_outline(side: Side) -> Curve:
    """Neck, trunk, leg and foot, closed."""
    throat, neck = neck_curves(side)
    ankle = side.figure.levels["ankle"]
    return joined(
        neck,
        side.back.curve(neck_ends(side), ankle),
        back(foot_curve(side)),
        back(side.front.curve(side.pit[1], ankle)),
        throat,
        [line(throat[-1][3], neck[0][0])],
    )


def head_curves(side: Side) -> tuple[Curve, Curve, Curve]:
    """A head without a face, the hair drawn back over the ear, and the knot in the nape."""
    h = side.figure.levels["chin"]
    deep = 0.88 * h
    x = side.nape[0] + 0.02 * h

    def at(along: float, down: float) -> Point:
        return (x + along * deep, down * h)

    skull = spline(
        [at(0.10, 0.62), at(-0.02, 0.42), at(0.06, 0.16), at(0.34, 0.0), at(0.66, 0.04),
         at(0.86, 0.22), at(0.905, 0.42), at(0.935, 0.60), at(0.90, 0.70), at(0.89, 0.86),
         at(0.80, 0.985), at(0.62, 0.95), at(0.44, 0.80), at(0.30, 0.74)],
        closed=True,
    )  # fmt: skip
    hair = spline(
        [at(0.14, 0.70), at(-0.05, 0.48), at(0.0, 0.16), at(0.32, -0.06), at(0.68, -0.02),
         at(0.86, 0.17), at(0.72, 0.26), at(0.56, 0.42), at(0.46, 0.58), at(0.30, 0.70)],
        closed=True,
    )  # fmt: skip
    knot = spline(
        [at(-0.02, 0.48), at(-0.19, 0.52), at(-0.24, 0.66), at(-0.13, 0.78), at(0.03, 0.74),
         at(0.09, 0.60)],
        closed=True,
    )  # fmt: skip
    return skull, hair, knot


def seated_leg(side: Side) -> tuple[Curve, float]:
    """Thigh and lower leg of the same figure sitting, and the height of the seat she sits on."""
    f, h = side.figure, side.figure.height
    lv = f.levels
    seat = lv["crotch"] + 0.012 * h
    deep_thigh = side.front.at(lv["crotch"]) - side.back.at(lv["crotch"])
    knee = side.front.at(lv["knee"]) - side.back.at(lv["knee"])
    reach = lv["knee"] - lv["hip"]
    rear = side.back.at(lv["hip"])
    top = seat - 0.86 * deep_thigh
    leg = spline(
        [
            (rear, lv["hip"]),
            (rear + 0.004 * h, seat - 0.022 * h),
            (rear + 0.035 * h, seat),
            (0.45 * reach, seat),
            (reach - 0.2 * knee, seat + 2),
            (reach - 0.02 * h, seat + 0.05 * h),
            (reach - 0.03 * h, seat + 0.14 * h),
            (reach - 0.005 * h, seat + 0.26 * h),
        ]
    )
    shin = spline(
        [
            (reach + 0.045 * h, seat + 0.26 * h),
            (reach + 0.052 * h, seat + 0.10 * h),
            (reach + 0.058 * h, seat - 0.01 * h),
            (reach + 0.035 * h, seat - 0.062 * h),
            (reach - 0.05 * h, seat - 0.072 * h),
            (0.5 * reach, top + 0.01 * h),
            (side.front.at(lv["navel"]) + 0.02 * h, top - 0.006 * h),
            (side.front.at(lv["navel"]) - 0.002 * h, lv["navel"] + 0.01 * h),
        ]
    )
    return joined(leg, shin), seat
