"""The same figure from its left, facing right: mm, x = 0 on the plumb line through the ear.

Depths at bust, navel and hip follow the 2012 survey (`proportions`). The other depths, and how much
of each lies behind the plumb line, are our own, as we draw it. The arm is left out, as on a
dressmaker's stand: it would hide what is measured at the side; its root is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .build import Figure
from .curves import Curve, Point, Profile, back, joined, line, spline
from .proportions import DEPTH, NAVEL_OVER_WAIST

DEPTH_OF = {"neck": 0.315, "underbust": 0.262, "waist": 0.262, "thigh": 0.325, "knee": 0.332,
            "calf": 0.325, "ankle": 0.335}  # fmt: skip
"""Depth over girth where no survey of ours says it."""
BEHIND = {"bust": 0.425, "underbust": 0.46, "waist": 0.42, "navel": 0.45, "hip": 0.53, "thigh": 0.49,
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


def side_of(figure: Figure) -> Side:
    """The side view of the body whose front view is `figure`."""
    h, lv, of = figure.height, figure.levels, figure.of

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
    bust_ahead = edges["bust"][0]
    below, waist_ahead = lv["underbust"] - lv["bust"], edges["waist"][0]
    softly = max(
        0.45 * bust_ahead + 0.50 * waist_ahead,
        min(bust_ahead - 0.46 * below, 0.5 * (bust_ahead + waist_ahead), bust_ahead - 3),
    )
    rib = 0.6 * edges["bust"][1] + 0.4 * edges["waist"][1]
    edges["underbust"] = (max(ahead_under, softly), min(behind_under, rib))
    # A belly hangs a little lower than the navel; nor is the small of a back a notch.
    ahead_hip = max(edges["hip"][0], 0.80 * edges["navel"][0])
    edges["hip"] = (ahead_hip, ahead_hip - depth["hip"])
    hollow = 0.5 * (edges["underbust"][1] + edges["navel"][1]) + 0.006 * h
    edges["waist"] = (edges["waist"][0], min(edges["waist"][1], hollow))
    thigh, down = 0.62 * depth["thigh"] + 0.38 * depth["knee"], lv["knee"] - lv["crotch"]
    shin = lv["floor"] - lv["knee"]
    nape = (-0.036 * h, lv["nape"])
    pit = (nape[0] + 0.305 * of("neck_base_girth"), lv["pit"])
    chest = lv["bust"] - lv["pit"]
    ahead = [
        pit,
        (pit[0] + 0.23 * (bust_ahead - pit[0]), lv["pit"] + 0.55 * chest),
        (0.975 * bust_ahead, lv["bust"] - 0.11 * chest),
        *((edges[name][0], lv[name]) for name in ("bust", "underbust", "waist", "navel", "hip")),
        (0.86 * ahead_hip + 0.14 * 0.60 * thigh, lv["crotch"]),
        (0.60 * thigh, lv["crotch"] + 0.36 * down),
        (0.555 * depth["knee"], lv["crotch"] + 0.84 * down),
        (edges["knee"][0], lv["knee"]),
        (0.62 * edges["knee"][0] + 0.38 * edges["calf"][0], lv["knee"] + 0.14 * shin),
        (edges["calf"][0], lv["calf"]),
        (edges["ankle"][0], lv["ankle"] - 0.008 * h),
        (edges["ankle"][0], lv["ankle"]),
    ]
    upper = edges["bust"][1] - 0.002 * h  # the back, where its shoulder blades stand out
    behind = [
        nape,
        (0.30 * nape[0] + 0.70 * upper, 0.52 * lv["nape"] + 0.48 * lv["axilla"]),
        (upper, lv["axilla"]),
        *((edges[name][1], lv[name]) for name in ("bust", "underbust", "waist", "navel", "hip")),
        (0.30 * edges["hip"][1] - 0.70 * 0.47 * depth["thigh"], lv["crotch"] + 0.010 * h),
        (-0.455 * thigh, lv["crotch"] + 0.42 * down),
        (-0.455 * depth["knee"], lv["knee"] + 0.01 * shin),
        (edges["calf"][1], lv["knee"] + 0.29 * shin),
        (0.30 * edges["calf"][1] + 0.70 * edges["ankle"][1], lv["knee"] + 0.60 * shin),
        (edges["ankle"][1], lv["ankle"] - 0.010 * h),
        (edges["ankle"][1], lv["ankle"]),
    ]
    return Side(figure, Profile(ahead), Profile(behind), nape, pit)


def neck_curves(side: Side) -> tuple[Curve, Curve]:
    """The neck's front from the pit up under the chin; its back from the skull down to the nape."""
    lv, h = side.figure.levels, side.figure.height
    (px, py), (nx, ny) = side.pit, side.nape
    thick = side.figure.neck_half * 2 * DEPTH_OF["neck"] / 0.310
    chin, up = lv["chin"], nx + 0.0065 * h
    under = head_at(side)(0.66, 0.955)
    throat = spline(
        [
            (side.front.at(py + 0.012 * h), py + 0.012 * h),
            (px, py),
            (px - 0.0025 * h, py - 0.012 * h),
            (0.50 * px + 0.50 * (up + thick), 0.5 * (py + chin) + 0.004 * h),
            (up + thick, chin + 0.010 * h),
            (under[0] + 0.002 * h, under[1] + 0.002 * h),
        ]
    )[1:]
    below = neck_ends(side)
    nape = [
        (up + 0.006 * h, chin - 0.040 * h),
        (up + 0.0015 * h, chin - 0.012 * h),
        (nx + 0.002 * h, ny),
    ]
    return throat, spline([*nape, (side.back.at(below), below)])


def neck_ends(side: Side) -> float:
    """The height at which the line of the neck goes over into the back's: under the nape."""
    return side.nape[1] + 0.03 * side.figure.height


def foot_curve(side: Side) -> Curve:
    """The foot from the ankle's front over the toes to the heel and up to the ankle's back."""
    lv, h = side.figure.levels, side.figure.height
    a, floor = lv["ankle"], lv["floor"]
    front, rear = side.front.at(a), side.back.at(a)
    points = [
        (side.front.at(a - 0.01 * h), a - 0.01 * h),
        (front, a),
        (front + 0.006 * h, a + 0.012 * h),
        (front + 0.026 * h, floor - 0.0235 * h),
        (front + 0.056 * h, floor - 0.0115 * h),
        (front + 0.073 * h, floor - 0.0085 * h),
        (front + 0.0795 * h, floor - 0.0030 * h),
        (front + 0.0745 * h, floor),
        (front + 0.055 * h, floor),
        (front + 0.026 * h, floor - 0.0020 * h),
        (rear + 0.022 * h, floor - 0.0006 * h),
        (rear + 0.002 * h, floor),
        (rear - 0.0085 * h, floor - 0.0060 * h),
        (rear - 0.0090 * h, floor - 0.0170 * h),
        (rear - 0.0030 * h, a + 0.016 * h),
        (rear, a),
        (side.back.at(a - 0.01 * h), a - 0.01 * h),
    ]
    return spline(points)[1:-1]


def side_outline(side: Side) -> Curve:
    """Neck, trunk, leg and foot, closed."""
    throat, neck = neck_curves(side)
    ankle = side.figure.levels["ankle"]
    within = head_at(side)(0.36, 0.60)
    return joined(
        neck,
        side.back.curve(neck_ends(side), ankle),
        back(foot_curve(side)),
        back(side.front.curve(side.pit[1], ankle)),
        throat,
        [line(throat[-1][3], within), line(within, neck[0][0])],
    )


def head_at(side: Side) -> Callable[[float, float], Point]:
    """From shares of the head's depth, forward from its back, and of its height to the drawing."""
    h = side.figure.levels["chin"]
    x, deep = side.nape[0] - 0.046 * h, 0.88 * h
    return lambda along, down: (x + along * deep, down * h)


_SKULL: tuple[Point, ...] = (
    (0.150, 0.760), (0.045, 0.620), (0.000, 0.430), (0.035, 0.235), (0.165, 0.075), (0.370, 0.0),
    (0.590, 0.012), (0.765, 0.095), (0.868, 0.235), (0.893, 0.350), (0.884, 0.430), (0.918, 0.515),
    (0.953, 0.590), (0.935, 0.632), (0.900, 0.660), (0.910, 0.712), (0.893, 0.770), (0.888, 0.815),
    (0.898, 0.880), (0.868, 0.962), (0.790, 0.995), (0.660, 0.955), (0.520, 0.865), (0.450, 0.740),
    (0.300, 0.720),
)  # fmt: skip
FACED = 22
"""So many stretches of the skull's line, from its base over the crown to the jaw's angle, are seen."""

_EAR: tuple[Point, ...] = (
    (0.432, 0.470), (0.485, 0.430), (0.535, 0.450), (0.540, 0.525), (0.500, 0.600), (0.468, 0.655),
    (0.436, 0.630), (0.432, 0.560),
)  # fmt: skip


def head_curves(side: Side) -> tuple[Curve, Curve]:
    """A head without features, closed, beginning at the skull's base and over the crown; the ear."""
    at = head_at(side)
    return (
        spline([at(*point) for point in _SKULL], closed=True),
        spline([at(*point) for point in _EAR], closed=True),
    )


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
