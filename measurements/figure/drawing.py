"""The figure drawn, as SVG fragments in mm. Presentation attributes only; no face, no name."""

from __future__ import annotations

from math import atan2, cos, sin

from .build import Figure
from .curves import (
    Curve,
    Point,
    Profile,
    back,
    both_sides,
    joined,
    line,
    mirror,
    number,
    path_data,
    spline,
)
from .head import head
from .limbs import arm_lines, foot_lines, hand_lines, neck_points
from .look import QUIET, Look, View, strokes


def drawing(figure: Figure, view: View, look: Look = QUIET, *, prefix: str = "") -> str:
    """The whole figure as SVG; `prefix` goes before every id."""
    arm, trunk, neck, sides = body_curves(figure)
    arms = path_data(arm, close=True) + path_data(mirror(arm), close=True)
    body = path_data(trunk, close=True)
    parts = [_gradients(figure, look, prefix)]
    for data, lined in ((arms, True), (body, False)):
        parts.append(f'<path d="{data}" fill="{look.skin}"/>')
        stroke = f' stroke="{look.line}" stroke-width="2"' if lined else ""
        parts.append(f'<path d="{data}" fill="url(#{prefix}skin)"{stroke}/>')
    parts.append(_limb_shade(figure, look))
    parts.append(strokes([neck, mirror(neck), sides, mirror(sides)], look.line, 2.0))
    parts.append(strokes(inner_curves(figure, view), look.line, 1.4, 0.55))
    parts.append(head(figure, view, look, prefix))
    return "".join(parts)


def body_curves(figure: Figure) -> tuple[Curve, Curve, Curve, Curve]:
    """The right arm, the trunk with both legs (closed); the lines of neck and shoulder and of the
    side from the armpit round the foot to the crotch (right)."""
    outside, inside = arm_lines(figure)
    axilla, crotch = figure.levels["axilla"], figure.levels["crotch"]
    ankle = figure.levels["ankle"]
    neck = outside[: len(neck_points(figure)) + 1]
    shoulder = neck[-1][3]
    side = joined(
        figure.outer.curve(axilla, ankle),
        foot_lines(figure),
        back(figure.inner.curve(crotch, ankle)),
        [
            (
                (figure.inner.x[0], crotch),
                (figure.inner.x[0], crotch - 3),
                (0.6, crotch - 6),
                (0.0, crotch - 6),
            )
        ],
    )
    within = (figure.shoulder_point[0] - 0.9 * figure.arm.upper, figure.shoulder_point[1] + 30)
    arm = joined(outside[len(neck) :], hand_lines(figure), inside, [line(inside[-1][3], within)])
    top = (0.0, neck[0][0][1])
    trunk = both_sides(joined([line(top, neck[0][0])], neck, [line(shoulder, side[0][0])], side))
    return arm, trunk, neck, side


def inner_curves(figure: Figure, view: View) -> list[Curve]:
    """Collar bones or shoulder blades, knees, fingers: as little as tells front from back."""
    lv, h = figure.levels, figure.height
    arm = figure.arm
    lines: list[Curve] = []
    nx, ny = figure.neck_point
    sx, sy = figure.shoulder_point
    knee_x = (figure.outer.at(lv["knee"]) + figure.inner.at(lv["knee"])) / 2
    if view == "front":
        lines.append(
            spline(
                [
                    (9, lv["pit"] - 2),
                    (nx * 0.62, lv["pit"] - 9),
                    (0.5 * (nx + sx), (ny + sy) / 2 + 20),
                    (sx - 14, sy + 8),
                ]
            )
        )
        lines.append(
            spline([(figure.neck_half * 0.86, ny - 22), (26, ny + 26), (8, lv["pit"] - 6)])
        )
        under = lv["knee"] + 0.017 * h
        lines.append(
            spline(
                [(knee_x - 0.009 * h, under - 4), (knee_x, under), (knee_x + 0.009 * h, under - 4)]
            )
        )
    else:
        lines.append(
            spline(
                [
                    (0.50 * sx, lv["axilla"] - 36),
                    (0.42 * sx, lv["axilla"] + 10),
                    (0.50 * sx, lv["axilla"] + 44),
                ]
            )
        )
        lines.append(
            spline(
                [
                    (knee_x - 0.018 * h, lv["knee"] + 0.002 * h),
                    (knee_x, lv["knee"] + 0.007 * h),
                    (knee_x + 0.018 * h, lv["knee"] + 0.001 * h),
                ]
            )
        )
        lines.append(
            spline(
                [
                    (knee_x - 0.006 * h, lv["knee"] + 0.20 * (h - lv["knee"])),
                    (knee_x - 0.004 * h, lv["knee"] + 0.36 * (h - lv["knee"])),
                    (knee_x - 0.010 * h, lv["knee"] + 0.50 * (h - lv["knee"])),
                ]
            )
        )
    if view == "front":
        toes = (figure.outer.x[-1] + figure.inner.x[-1]) / 2
        lines.append(
            spline(
                [
                    (toes - 0.008 * h, lv["floor"] + 0.015 * h),
                    (toes - 0.006 * h, lv["floor"] + 0.008 * h),
                    (toes - 0.006 * h, lv["floor"] + 0.004 * h),
                ]
            )
        )
    w, e, k = arm.wrist, arm.elbow, arm.hand
    angle = atan2(w[0] - e[0], w[1] - e[1]) * 0.45

    def hand(along: float, out: float) -> Point:
        return (
            w[0] + k * along * sin(angle) + k * out * cos(angle),
            w[1] + k * along * cos(angle) - k * out * sin(angle),
        )

    if view == "front":
        lines.append(spline([hand(0.16, -0.05), hand(0.36, -0.085), hand(0.56, -0.125)]))
    lines.append(spline([hand(0.50, 0.055), hand(0.70, 0.040), hand(0.90, 0.010)]))
    return [curve for one in lines for curve in (one, mirror(one))]


def _gradients(figure: Figure, look: Look, prefix: str) -> str:
    """Light from the upper left; a little warmth towards the edges."""
    x = number(figure.arm.wrist[0] + 40)
    w, h = figure.head_half, figure.levels["chin"]
    shade = look.shade
    return (
        f'<defs><linearGradient id="{prefix}skin" gradientUnits="userSpaceOnUse" x1="-{x}" y1="0" '
        f'x2="{x}" y2="0"><stop offset="0" stop-color="{shade}" stop-opacity=".22"/>'
        f'<stop offset=".42" stop-color="{shade}" stop-opacity="0"/>'
        f'<stop offset="1" stop-color="{shade}" stop-opacity=".40"/></linearGradient>'
        f'<linearGradient id="{prefix}face" gradientUnits="userSpaceOnUse" x1="{number(-w)}" '
        f'y1="{number(0.4 * h)}" x2="{number(w)}" y2="{number(0.6 * h)}">'
        f'<stop offset=".35" stop-color="{shade}" stop-opacity="0"/>'
        f'<stop offset="1" stop-color="{shade}" stop-opacity=".42"/></linearGradient>'
        f'<linearGradient id="{prefix}hair" gradientUnits="userSpaceOnUse" x1="{number(-w)}" '
        f'y1="0" x2="{number(w)}" y2="{number(0.3 * h)}">'
        f'<stop offset="0" stop-color="#fff" stop-opacity=".03"/>'
        f'<stop offset=".3" stop-color="#fff" stop-opacity=".14"/>'
        f'<stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient></defs>'
    )


def _limb_shade(figure: Figure, look: Look) -> str:
    data = "".join(path_data(shade, close=True) for shade in limb_shades(figure))
    return f'<path d="{data}" fill="{look.shade}" fill-opacity=".32"/>'


def limb_shades(figure: Figure) -> list[Curve]:
    """The right-hand side of each limb lies in a narrow shade, the light coming from the left."""
    top, ankle = figure.levels["crotch"], figure.levels["ankle"]
    return [
        _crescent(figure.outer, top, ankle, -1),
        [
            ((-a[0], a[1]), (-b[0], b[1]), (-c[0], c[1]), (-d[0], d[1]))
            for a, b, c, d in _crescent(figure.inner, top, ankle, 1)
        ],
    ]


def _crescent(edge: Profile, top: float, bottom: float, towards: int) -> Curve:
    """Between an edge and a line that leaves it softly and comes back."""
    shares = (0.0, 0.2, 0.42, 0.6, 0.72, 0.86, 1.0)
    widths = (0.0, 13.0, 15.0, 11.0, 15.0, 9.0, 4.0)
    inside = [
        (edge.at(top + share * (bottom - top)) + towards * width, top + share * (bottom - top))
        for share, width in zip(shares, widths, strict=True)
    ]
    return joined(edge.curve(top, bottom), back(spline(inside)))
