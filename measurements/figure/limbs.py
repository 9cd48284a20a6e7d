"""The lines of neck, arms, hands and feet, right side, mm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import atan2, cos, hypot, sin
from typing import NamedTuple

from .build import Figure
from .curves import Curve, Point, spline


class ArmCurves(NamedTuple):
    """One smooth line in four stretches: down the neck and over the shoulder to its point, down the
    arm's outside, round the hand, and up the inside to the armpit."""

    neck: Curve
    outer: Curve
    hand: Curve
    inner: Curve


def neck_points(figure: Figure) -> list[Point]:
    """From under the jaw down the neck, over the shoulder to its point (right side)."""
    (nx, ny), (sx, sy) = figure.neck_point, figure.shoulder_point
    n = figure.neck_half
    chin = min(figure.levels["chin"], ny - 0.013 * figure.height)  # some have hardly a neck to see
    top = chin - 0.045 * figure.height
    dx, dy = sx - nx, sy - ny
    return [
        (n * 1.03, top),
        (n, 0.5 * (top + chin)),
        (n + 0.06 * (nx - n), chin + 0.10 * (ny - chin)),
        (n + 0.42 * (nx - n), chin + 0.66 * (ny - chin)),
        (nx + 5, ny + 2),
        (nx + 0.30 * dx, ny + 0.275 * dy),
        (nx + 0.70 * dx, ny + 0.65 * dy),
    ]


def _along(a: Point, b: Point, share: float, off: float) -> Point:
    """A point `share` of the way from a to b, `off` to the outside (right) of it."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    return (a[0] + dx * share + dy / length * off, a[1] + dy * share - dx / length * off)


def arm_curves(figure: Figure) -> ArmCurves:
    """The lines of neck, shoulder, arm and hand."""
    arm = figure.arm
    j, e, w = arm.joint, arm.elbow, arm.wrist
    u, k, r = arm.upper, arm.at_elbow, arm.at_wrist
    hand = hand_at(figure)
    neck = [*neck_points(figure), figure.shoulder_point]
    outer = [
        _along(j, e, 0.0, u * 0.95),
        _along(j, e, 0.20, u * 1.07),
        _along(j, e, 0.42, u * 0.98),
        _along(j, e, 0.72, 0.40 * u + 0.55 * k),
        _along(j, e, 0.94, k * 0.97),
        _along(e, w, 0.17, k * 1.06),
        _along(e, w, 0.36, 0.76 * k + 0.26 * r),
        _along(e, w, 0.70, 0.26 * k + 0.74 * r),
        _along(e, w, 0.92, r * 0.99),
    ]
    inner = [
        _along(e, w, 0.93, -r * 0.99),
        _along(e, w, 0.70, -(0.28 * k + 0.72 * r)),
        _along(e, w, 0.40, -(0.72 * k + 0.28 * r)),
        _along(e, w, 0.16, -k * 1.02),
        _along(j, e, 0.97, -k * 0.97),
        _along(j, e, 0.76, -(0.34 * u + 0.62 * k)),
        *_armpit(figure),
    ]
    palm = [hand(along, out) for along, out in _HAND]
    whole = spline([*neck, *outer, *palm, *inner])
    a, b, c = len(neck) - 1, len(neck) + len(outer), len(neck) + len(outer) + len(palm) - 1
    return ArmCurves(whole[:a], whole[a:b], whole[b:c], whole[c:])


def _armpit(figure: Figure) -> list[Point]:
    """The end of the arm's inner line, where it meets the trunk."""
    arm, axilla = figure.arm, figure.levels["axilla"]
    j, e, u = arm.joint, arm.elbow, arm.upper
    trunk = figure.half_at(axilla)
    points = [_along(j, e, 0.50, -u * 0.94)]
    pit = max(0.30, (axilla - j[1]) / (e[1] - j[1]) + 0.04)
    x, y = _along(j, e, pit, -u * 0.98)
    if axilla + 8 < y < points[0][1] - 20:
        points.append((x, y))
    points.append((max(min(x, trunk + 14), trunk + 0.5), axilla))
    return points


def hand_at(figure: Figure) -> Callable[[float, float], Point]:
    """From shares of the hand's length, along it and outward, to the drawing."""
    arm = figure.arm
    (ex, ey), w, h = arm.elbow, arm.wrist, arm.hand
    lean = atan2(w[0] - ex, w[1] - ey)
    r = arm.at_wrist / h

    def at(along: float, out: float) -> Point:
        # a wrist that gives way: from the forearm's lean to half of it, in the palm's first third
        angle = lean * (1.0 - 0.75 * min(along / 0.5, 1.0))
        out *= r / 0.125 if along < 0.2 else 0.5 + 0.5 * r / 0.125
        return (
            w[0] + h * along * sin(angle) + h * out * cos(angle),
            w[1] + h * along * cos(angle) - h * out * sin(angle),
        )

    return at


_HAND: tuple[Point, ...] = (
    (0.01, 0.124), (0.12, 0.128), (0.26, 0.150), (0.40, 0.170), (0.51, 0.172), (0.64, 0.158),
    (0.75, 0.139), (0.803, 0.120), (0.800, 0.098), (0.845, 0.094), (0.898, 0.075), (0.912, 0.050),
    (0.955, 0.040), (0.985, 0.012), (0.975, -0.014), (0.935, -0.030), (0.905, -0.056),
    (0.84, -0.068), (0.70, -0.078), (0.585, -0.100), (0.600, -0.124), (0.660, -0.150),
    (0.672, -0.176), (0.625, -0.196), (0.50, -0.190), (0.36, -0.172), (0.20, -0.146), (0.09, -0.128),
    (0.01, -0.124),
)  # fmt: skip
"""Round a hanging hand, the back of it and the thumb seen: (along, out), of its length."""


def finger_curves(figure: Figure) -> list[Curve]:
    """What parts the fingers, and the thumb from the palm."""
    hand = hand_at(figure)
    lines = (
        ((0.56, -0.012), (0.72, -0.016), (0.925, -0.030)),
        ((0.57, 0.050), (0.74, 0.050), (0.912, 0.050)),
        ((0.55, 0.106), (0.68, 0.104), (0.800, 0.098)),
        ((0.28, -0.074), (0.42, -0.092), (0.585, -0.100)),
    )
    return [spline([hand(*point) for point in points]) for points in lines]


_FOOT: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "front": (
        (0.0, 0.0012, -0.0390), (0.0, 0.0004, -0.0270), (0.0, 0.0026, -0.0110),
        (0.0, 0.0098, 0.0050), (0.0, 0.0112, 0.0140), (0.0, 0.0066, 0.0195), (0.36, 0.0040, 0.0240),
        (0.70, 0.0020, 0.0272), (1.0, 0.0024, 0.0258), (1.0, -0.0008, 0.0170), (1.0, -0.0004, 0.0050),
        (1.0, 0.0030, -0.0120), (1.0, 0.0012, -0.0300), (1.0, -0.0012, -0.0420),
    ),
    "back": (
        (0.0, 0.0012, -0.0390), (0.0, -0.0012, -0.0270), (0.0, 0.0010, -0.0150),
        (0.0, 0.0046, -0.0060), (0.0, 0.0070, 0.0004), (0.0, 0.0046, 0.0044), (0.16, 0.0, 0.0056),
        (0.42, 0.0, 0.0088), (0.76, 0.0, 0.0086), (1.0, 0.0006, 0.0030), (1.0, 0.0002, -0.0100),
        (1.0, 0.0020, -0.0300), (1.0, -0.0012, -0.0420),
    ),
}  # fmt: skip
"""Round a foot from the outer ankle to the inner: share of the way between them, then right and down
from there and from the floor, of her height. From the front it is seen a little from above."""


def foot_lines(figure: Figure, view: str) -> Curve:
    """A foot from the outer ankle round toes or heel to the inner one."""
    ankle, floor, h = figure.levels["ankle"], figure.levels["floor"], figure.height
    o, i = figure.outer.x[-1], figure.inner.x[-1]
    above = ankle - 0.01 * h
    points = [
        (figure.outer.at(above), above),
        (o, ankle),
        *[(o + share * (i - o) + x * h, floor + y * h) for share, x, y in _FOOT[view]],
        (i, ankle),
        (figure.inner.at(above), above),
    ]
    return spline(points)[1:-1]


def toe_curves(figure: Figure) -> list[Curve]:
    """What parts the toes."""
    floor, h = figure.levels["floor"], figure.height
    o, i = figure.outer.x[-1], figure.inner.x[-1]
    ends = (
        (0.36, 0.0260, 0.012),
        (0.62, 0.0232, 0.014),
        (0.86, 0.0206, 0.015),
        (1.06, 0.0180, 0.0142),
    )
    return [
        spline([
            (i + share * (o - i) + 0.001 * h, floor + low * h),
            (i + share * (o - i) - 0.0004 * h, floor + 0.5 * (low + high) * h),
            (i + (share - 0.02) * (o - i), floor + high * h),
        ])
        for share, low, high in ends
    ]  # fmt: skip
