"""The figure drawn, as SVG fragments in mm. Presentation attributes only; no face, no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, sin
from typing import Literal

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

View = Literal["front", "back"]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a figure and the shape of its hair."""

    skin: str = "#ecd9cb"
    shade: str = "#c49d86"
    line: str = "#7d6050"
    hair: str = "#5a463c"
    hair_light: str = "#94796a"
    hair_shape: Literal["knot", "none"] = "knot"


QUIET = Look()


def drawing(figure: Figure, view: View, look: Look = QUIET, *, prefix: str = "") -> str:
    """The whole figure as SVG; `prefix` goes before every id."""
    arm, trunk, neck, sides = _body(figure)
    arms = path_data(arm, close=True) + path_data(mirror(arm), close=True)
    body = path_data(trunk, close=True)
    parts = [_gradients(figure, look, prefix)]
    for data, lined in ((arms, True), (body, False)):
        parts.append(f'<path d="{data}" fill="{look.skin}"/>')
        stroke = f' stroke="{look.line}" stroke-width="2"' if lined else ""
        parts.append(f'<path d="{data}" fill="url(#{prefix}skin)"{stroke}/>')
    parts.append(_limb_shade(figure, look))
    parts.append(_strokes([neck, mirror(neck), sides, mirror(sides)], look.line, 2.0))
    parts.append(_inner_lines(figure, view, look))
    parts.append(_head(figure, view, look, prefix))
    return "".join(parts)


def _strokes(curves: Sequence[Curve], colour: str, width: float, opacity: float = 1) -> str:
    data = "".join(path_data(curve) for curve in curves)
    faint = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:g}"{faint} '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _body(figure: Figure) -> tuple[Curve, Curve, Curve, Curve]:
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
    trunk = both_sides(
        joined([line(top, neck[0][0])], neck, [line(shoulder, side[0][0])], side)
    )
    return arm, trunk, neck, side


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


def head_outline(figure: Figure) -> Curve:
    """Crown to chin, no face."""
    w, h = figure.head_half, figure.levels["chin"]
    right = [
        (0.0, 0.0),
        (0.52 * w, 0.035 * h),
        (0.90 * w, 0.18 * h),
        (1.0 * w, 0.39 * h),
        (0.955 * w, 0.57 * h),
        (0.84 * w, 0.74 * h),
        (0.60 * w, 0.895 * h),
        (0.30 * w, 0.982 * h),
        (0.0, 1.0 * h),
    ]
    left = [(-x, y) for x, y in reversed(right[1:-1])]
    return spline([*right, *left], closed=True)


def _head(figure: Figure, view: View, look: Look, prefix: str) -> str:
    w, h = figure.head_half, figure.levels["chin"]
    outline = head_outline(figure)
    data = path_data(outline, close=True)
    parts: list[str] = []
    if view == "front":
        ny = figure.levels["side_neck"]
        throat = spline(
            [
                (-figure.neck_half, h * 0.80),
                (-figure.neck_half * 0.97, h + 4),
                (0.0, h + 0.30 * (ny - h) + 22),
                (figure.neck_half * 0.97, h + 4),
                (figure.neck_half, h * 0.80),
            ]
        )
        parts.append(
            f'<path d="{path_data(throat, close=True)}" fill="{look.shade}" fill-opacity=".38"/>'
        )
    parts.append(f'<path d="{data}" fill="{look.skin}"/>')
    parts.append(f'<path d="{data}" fill="url(#{prefix}face)"/>')
    if look.hair_shape == "none":
        return "".join(parts) + _strokes([outline], look.line, 2.0)
    if view == "front":
        parts.append(_strokes([_jaw(figure)], look.line, 2.0))
        parts.append(_hair_front(w, h, look, prefix))
    else:
        parts.append(_hair_back(figure, look, prefix))
    return "".join(parts)


def _jaw(figure: Figure) -> Curve:
    w, h = figure.head_half, figure.levels["chin"]
    right = [
        (0.985 * w, 0.47 * h),
        (0.955 * w, 0.57 * h),
        (0.84 * w, 0.74 * h),
        (0.60 * w, 0.895 * h),
        (0.30 * w, 0.982 * h),
        (0.0, 1.0 * h),
    ]
    return spline([*right, *[(-x, y) for x, y in reversed(right[:-1])]])


def _hair_front(w: float, h: float, look: Look, prefix: str) -> str:
    """Smooth hair, parted a little off the centre and drawn back over the ears."""
    outer = [
        (-1.02 * w, 0.60 * h),
        (-1.10 * w, 0.42 * h),
        (-0.97 * w, 0.15 * h),
        (-0.56 * w, -0.025 * h),
        (0.0, -0.075 * h),
        (0.56 * w, -0.025 * h),
        (0.97 * w, 0.15 * h),
        (1.10 * w, 0.42 * h),
        (1.02 * w, 0.60 * h),
    ]
    right = spline(
        [
            (1.02 * w, 0.60 * h),
            (0.94 * w, 0.46 * h),
            (0.84 * w, 0.35 * h),
            (0.52 * w, 0.245 * h),
            (0.06 * w, 0.165 * h),
            (-0.16 * w, 0.115 * h),
        ]
    )
    left = spline(
        [
            (-0.16 * w, 0.115 * h),
            (-0.40 * w, 0.195 * h),
            (-0.74 * w, 0.305 * h),
            (-0.92 * w, 0.45 * h),
            (-1.02 * w, 0.60 * h),
        ]
    )
    shape = joined(spline(outer), right, left)
    strands = [
        spline([(-0.14 * w, 0.09 * h), (0.35 * w, 0.13 * h), (0.86 * w, 0.27 * h)]),
        spline([(-0.10 * w, 0.05 * h), (0.42 * w, 0.06 * h), (0.95 * w, 0.24 * h)]),
        spline([(-0.19 * w, 0.09 * h), (-0.52 * w, 0.15 * h), (-0.88 * w, 0.30 * h)]),
        spline([(-0.17 * w, 0.05 * h), (-0.55 * w, 0.08 * h), (-0.95 * w, 0.25 * h)]),
    ]
    data = path_data(shape, close=True)
    return (
        f'<path d="{data}" fill="{look.hair}"/><path d="{data}" fill="url(#{prefix}hair)"/>'
        + _strokes([shape], look.hair, 1.4)
        + _strokes(strands, look.hair_light, 1.2, 0.7)
    )


def _hair_back(figure: Figure, look: Look, prefix: str) -> str:
    w, h = figure.head_half, figure.levels["chin"]
    right = [
        (0.0, -0.075 * h),
        (0.56 * w, -0.025 * h),
        (0.97 * w, 0.15 * h),
        (1.08 * w, 0.42 * h),
        (0.97 * w, 0.62 * h),
        (0.70 * w, 0.79 * h),
        (0.36 * w, 0.885 * h),
        (0.0, 0.905 * h),
    ]
    cap = spline([*right, *[(-x, y) for x, y in reversed(right[1:-1])]], closed=True)
    knot_y, knot_w, knot_h = 0.70 * h, 0.50 * w, 0.165 * h
    knot = spline(
        [
            (0.0, knot_y - knot_h),
            (0.74 * knot_w, knot_y - 0.72 * knot_h),
            (knot_w, knot_y),
            (0.72 * knot_w, knot_y + 0.74 * knot_h),
            (0.0, knot_y + knot_h),
            (-0.72 * knot_w, knot_y + 0.74 * knot_h),
            (-knot_w, knot_y),
            (-0.74 * knot_w, knot_y - 0.72 * knot_h),
        ],
        closed=True,
    )
    strands: list[Curve] = []
    for x in (0.22, 0.5, 0.78):
        strand = spline(
            [
                (x * 0.55 * w, 0.0 * h + 0.05 * h * x),
                (x * 1.12 * w, 0.30 * h),
                (x * 0.92 * w, 0.52 * h),
                (x * 0.55 * w + 2, 0.64 * h),
            ]
        )
        strands += [strand, mirror(strand)]
    coil = [
        spline(
            [
                (-0.80 * knot_w, knot_y + 0.10 * knot_h),
                (-0.10 * knot_w, knot_y - 0.62 * knot_h),
                (0.66 * knot_w, knot_y - 0.18 * knot_h),
                (0.30 * knot_w, knot_y + 0.46 * knot_h),
                (-0.26 * knot_w, knot_y + 0.22 * knot_h),
            ]
        ),
        spline(
            [
                (-0.52 * knot_w, knot_y + 0.62 * knot_h),
                (0.24 * knot_w, knot_y + 0.80 * knot_h),
                (0.82 * knot_w, knot_y + 0.22 * knot_h),
            ]
        ),
    ]
    data, bun = path_data(cap, close=True), path_data(knot, close=True)
    return (
        f'<path d="{data}" fill="{look.hair}"/><path d="{data}" fill="url(#{prefix}hair)"/>'
        + _strokes([cap], look.hair, 1.4)
        + _strokes(strands, look.hair_light, 1.2, 0.7)
        + f'<path d="{bun}" fill="{look.hair}" stroke="{look.line}" stroke-width="2"/>'
        + f'<path d="{bun}" fill="url(#{prefix}hair)"/>'
        + _strokes(coil, look.hair_light, 1.2, 0.8)
    )


def _inner_lines(figure: Figure, view: View, look: Look) -> str:
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
            spline([(knee_x - 0.009 * h, under - 4), (knee_x, under), (knee_x + 0.009 * h, under - 4)])
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
    both = [curve for one in lines for curve in (one, mirror(one))]
    return _strokes(both, look.line, 1.4, 0.55)


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
    """The right-hand side of each limb lies in a narrow shade, the light coming from the left."""
    top, ankle = figure.levels["crotch"], figure.levels["ankle"]
    shades = [
        _crescent(figure.outer, top, ankle, -1),
        [
            ((-a[0], a[1]), (-b[0], b[1]), (-c[0], c[1]), (-d[0], d[1]))
            for a, b, c, d in _crescent(figure.inner, top, ankle, 1)
        ],
    ]
    data = "".join(path_data(shade, close=True) for shade in shades)
    return f'<path d="{data}" fill="{look.shade}" fill-opacity=".32"/>'


def _crescent(edge: Profile, top: float, bottom: float, towards: int) -> Curve:
    """Between an edge and a line that leaves it softly and comes back."""
    shares = (0.0, 0.2, 0.42, 0.6, 0.72, 0.86, 1.0)
    widths = (0.0, 13.0, 15.0, 11.0, 15.0, 9.0, 4.0)
    inside = [
        (edge.at(top + share * (bottom - top)) + towards * width, top + share * (bottom - top))
        for share, width in zip(shares, widths, strict=True)
    ]
    return joined(edge.curve(top, bottom), back(spline(inside)))
