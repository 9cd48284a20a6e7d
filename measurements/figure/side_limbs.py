"""The arm that hangs at her side, as it is seen from there, mm."""

from __future__ import annotations

from math import hypot, pi
from typing import NamedTuple

from .build import OWN
from .curves import Curve, Point, spline
from .side import Side

_HAND: tuple[Point, ...] = (
    (0.02, 0.150), (0.14, 0.165), (0.28, 0.205), (0.42, 0.248), (0.54, 0.262), (0.605, 0.240),
    (0.58, 0.205), (0.52, 0.185), (0.62, 0.180), (0.76, 0.182), (0.90, 0.168), (0.985, 0.120),
    (0.985, 0.060), (0.91, -0.005), (0.78, -0.070), (0.62, -0.128), (0.44, -0.165), (0.26, -0.165),
    (0.10, -0.148), (0.02, -0.150),
)  # fmt: skip
"""Round a hanging hand seen from its back: (along, forward), of its length."""


class SideArm(NamedTuple):
    """The arm, closed, and of its outline what is seen: not where it goes over into the shoulder."""

    arm: Curve
    edge: Curve
    fingers: list[Curve]


def side_arm(side: Side) -> SideArm:
    """Her left arm, a little bent."""
    arm = side.figure.arm
    (cx, _), wide, _ = side.root
    upper = hypot(arm.elbow[0] - arm.joint[0], arm.elbow[1] - arm.joint[1])
    fore = hypot(arm.wrist[0] - arm.elbow[0], arm.wrist[1] - arm.elbow[1])
    u, k, r = (
        half / OWN[name] / pi
        for half, name in (
            (arm.upper, "upper_arm"),
            (arm.at_elbow, "elbow"),
            (arm.at_wrist, "wrist"),
        )
    )
    j = (cx, arm.joint[1])
    e = (cx - 0.07 * upper, j[1] + 0.9975 * upper)
    w = (e[0] + 0.17 * fore, e[1] + 0.985 * fore)
    reach = arm.hand
    ux, uy = (w[0] - e[0]) / fore, (w[1] - e[1]) / fore

    def hand(along: float, forward: float) -> Point:
        forward *= r / reach / 0.150 if along < 0.2 else 0.6 + 0.4 * r / reach / 0.150
        return (
            w[0] + reach * (along * ux * 0.7 + forward * uy),
            w[1] + reach * (along * uy - forward * ux),
        )

    top = side.figure.shoulder_point[1]
    edge = [
        (j[0] + 0.80 * max(wide, u), j[1] - 0.10 * u),
        _at(j, e, 0.20, 1.10 * u),
        _at(j, e, 0.45, 1.02 * u),
        _at(j, e, 0.75, 0.42 * u + 0.58 * k),
        _at(j, e, 0.98, k),
        _at(e, w, 0.20, 1.06 * k),
        _at(e, w, 0.60, 0.42 * k + 0.58 * r),
        _at(e, w, 0.92, r),
        *[hand(*point) for point in _HAND],
        _at(e, w, 0.92, -r),
        _at(e, w, 0.60, -(0.42 * k + 0.58 * r)),
        _at(e, w, 0.22, -1.02 * k),
        _at(e, w, 0.01, -1.04 * k),
        _at(j, e, 0.86, -0.98 * k),
        _at(j, e, 0.55, -0.96 * u),
        _at(j, e, 0.25, -1.06 * u),
        (j[0] - 0.84 * max(wide, u), j[1] - 0.06 * u),
    ]
    cap = [
        (j[0] - 0.62 * max(wide, u), top + 0.10 * u),
        (j[0], top - 0.10 * u),
        (j[0] + 0.60 * max(wide, u), top + 0.10 * u),
    ]
    whole = spline([*edge, *cap], closed=True)
    lines = (((0.55, 0.105), (0.74, 0.118), (0.93, 0.110)), ((0.56, 0.030), (0.72, 0.048), (0.90, 0.055)),
             ((0.54, -0.046), (0.68, -0.022), (0.81, -0.004)))  # fmt: skip
    fingers = [spline([hand(*point) for point in points]) for points in lines]
    return SideArm(whole, whole[: len(edge) - 1], fingers)


def _at(a: Point, b: Point, share: float, forward: float) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = hypot(dx, dy)
    return (a[0] + share * dx + dy / long * forward, a[1] + share * dy - dx / long * forward)
