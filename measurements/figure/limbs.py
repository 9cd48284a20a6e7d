"""The lines of neck, arms, hands and feet, right side, mm."""

from __future__ import annotations

from math import atan2, cos, hypot, sin

from .build import Figure
from .curves import Curve, Point, spline


def neck_points(figure: Figure) -> list[Point]:
    """From under the jaw down the neck, over the shoulder to its point (right side)."""
    chin, n = figure.levels["chin"], figure.neck_half
    (nx, ny), (sx, sy) = figure.neck_point, figure.shoulder_point
    top = chin - 0.035 * figure.height
    dx, dy = sx - nx, sy - ny
    return [
        (n, top),
        (n * 0.985, chin - 0.10 * (ny - chin)),
        (n + 0.24 * (nx - n), chin + 0.58 * (ny - chin)),
        (nx + 3, ny + 0.5),
        (nx + 0.42 * dx, ny + 0.37 * dy),
        (nx + 0.80 * dx, ny + 0.74 * dy),
    ]


def _along(a: Point, b: Point, share: float, off: float) -> Point:
    """A point `share` of the way from a to b, `off` to the outside (right) of it."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    return (a[0] + dx * share + dy / length * off, a[1] + dy * share - dx / length * off)


def arm_lines(figure: Figure) -> tuple[Curve, Curve]:
    """From the neck over shoulder and arm to the wrist; the arm's inner line back to the pit."""
    arm = figure.arm
    j, e, w = arm.joint, arm.elbow, arm.wrist
    u, k, r = arm.upper, arm.at_elbow, arm.at_wrist
    outer = [
        *neck_points(figure),
        figure.shoulder_point,
        _along(j, e, 0.0, u * 0.94),
        _along(j, e, 0.22, u * 1.06),
        _along(j, e, 0.52, u * 0.95),
        _along(j, e, 0.86, k * 1.02),
        _along(e, w, 0.06, k * 1.02),
        _along(e, w, 0.26, k * 1.06),
        _along(e, w, 0.62, (k + r) * 0.53),
        _along(e, w, 0.93, r * 1.0),
        _along(e, w, 1.0, r * 1.0),
    ]
    pit = max(0.30, (figure.levels["axilla"] - j[1]) / (e[1] - j[1]) + 0.04)
    inner = [
        _along(e, w, 1.0, -r),
        _along(e, w, 0.93, -r),
        _along(e, w, 0.62, -(k + r) * 0.50),
        _along(e, w, 0.24, -k * 1.02),
        _along(e, w, 0.02, -k * 0.96),
        _along(j, e, 0.88, -k * 0.98),
        _along(j, e, 0.56, -u * 0.93),
    ]
    x, y = _along(j, e, pit, -u * 0.98)
    axilla = figure.levels["axilla"]
    meet = (max(min(x, figure.half_at(axilla) + 14), figure.half_at(axilla) + 0.5), axilla)
    if y > axilla + 8:
        inner.append((x, y))
    inner.append(meet)
    return spline(outer), spline(inner)


def hand_lines(figure: Figure) -> Curve:
    """A quiet hand, fingers together, from the wrist's outside round to its inside."""
    arm = figure.arm
    e, w, r, h = arm.elbow, arm.wrist, arm.at_wrist, arm.hand
    angle = atan2(w[0] - e[0], w[1] - e[1]) * 0.45

    def at(along: float, out: float) -> Point:
        return (
            w[0] + h * along * sin(angle) + h * out * cos(angle),
            w[1] + h * along * cos(angle) - h * out * sin(angle),
        )

    first = _along(e, w, 1.0, r)
    last = _along(e, w, 1.0, -r)
    return spline(
        [
            first,
            at(0.15, 0.128),
            at(0.38, 0.148),
            at(0.62, 0.118),
            at(0.84, 0.062),
            at(0.97, 0.012),
            at(1.0, -0.028),
            at(0.94, -0.066),
            at(0.76, -0.084),
            at(0.60, -0.118),
            at(0.52, -0.150),
            at(0.36, -0.160),
            at(0.15, -0.135),
            last,
        ]
    )


def foot_lines(figure: Figure) -> Curve:
    """A foot from the outer ankle round the toes to the inner one, turned out a little."""
    ankle, floor, h = figure.levels["ankle"], figure.levels["floor"], figure.height
    outer = figure.outer.x[-1]
    inner = figure.inner.x[-1]
    mid = (outer + inner) / 2
    reach = (outer - inner) / 2
    return spline(
        [
            (outer, ankle),
            (outer + 0.0015 * h, ankle + 0.012 * h),
            (outer - 0.0015 * h, ankle + 0.026 * h),
            (mid + reach + 0.004 * h, floor - 0.012 * h),
            (mid + reach + 0.0115 * h, floor + 0.008 * h),
            (mid + reach + 0.008 * h, floor + 0.022 * h),
            (mid + 0.006 * h, floor + 0.0275 * h),
            (mid - reach * 0.50, floor + 0.022 * h),
            (mid - reach * 0.94, floor + 0.004 * h),
            (inner + 0.0015 * h, floor - 0.016 * h),
            (inner - 0.001 * h, ankle + 0.012 * h),
            (inner, ankle),
        ]
    )
