"""The figure drawn, as SVG fragments in mm. Presentation attributes only; no face, no name."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from .build import Figure
from .curves import Curve, Point, back, both_sides, joined, line, mirror, path_data, spline
from .hair import FACE_IN_SCARF, Hair, hair_of
from .head import ears, head_outline, jaw_shade, on_head, skull
from .limbs import arm_curves, finger_curves, foot_lines, toe_curves
from .look import QUIET, Look, View, darker, filled, fine_lines, strokes
from .modelling import rounded, shade_defs, shape_defs, spots, tresses
from .side import side_of
from .side_drawing import side_drawn


class Drawn(NamedTuple):
    """A figure in four parts, to be drawn in this order with what she wears between: `behind` all of
    it, and below the inside of a garment's back, the hair that falls behind her; the `body`; the `head`
    with its hair; and `over` the garment the hair that hangs down her back, by gradients in `head`."""

    behind: str
    body: str
    head: str
    over: str


def drawing(figure: Figure, view: View, look: Look = QUIET, *, prefix: str = "") -> str:
    """The whole figure as SVG; `prefix` goes before every id."""
    return "".join(drawn(figure, view, look, prefix=prefix))


def drawn(
    figure: Figure,
    view: View,
    look: Look = QUIET,
    *,
    prefix: str = "",
    knees: bool = True,
    neck: bool = True,
) -> Drawn:
    """The figure as SVG in its four parts; `prefix` goes before every id. Without `knees` their lines are
    left out, as where a hem would cut through them; without `neck` those of `neck_lines`."""
    prefix += "she-"  # what she wears has ids of its own
    if view == "side":
        return Drawn("", side_drawn(side_of(figure), look, prefix), "", "")
    hair = hair_of(figure, view, look.hair_shape)
    head = _head(figure, view, look, prefix)
    locks = tresses(hair, look, prefix)
    body = _body(figure, view, look, prefix, inner_curves(figure, view, knees=knees, neck=neck))
    if view == "back" and look.hair_shape != "scarf":  # which is tucked into the neckline
        return Drawn("", body, head, locks)
    if view == "back":
        return Drawn("", body, head + locks, "")
    return Drawn(_behind(hair, look), body, head + locks + _face(figure, look), "")


class BodyCurves(NamedTuple):
    """The right `arm` with its hand and the `trunk` with both legs, closed; the lines of the right
    `neck` and shoulder and of the right `side` from the armpit round the foot to the crotch."""

    arm: Curve
    trunk: Curve
    neck: Curve
    side: Curve


def body_curves(figure: Figure, view: View) -> BodyCurves:
    """The outlines of the body without its head."""
    neck, outer, hand, inner = arm_curves(figure)
    axilla, crotch, ankle = (figure.levels[name] for name in ("axilla", "crotch", "ankle"))
    x = figure.inner.x[0]
    side = joined(
        figure.outer.curve(axilla, ankle),
        foot_lines(figure, view),
        back(figure.inner.curve(crotch, ankle)),
        [((x, crotch), (x, crotch - 3), (0.6, crotch - 6), (0.0, crotch - 6))],
    )
    shoulder = figure.shoulder_point
    within = (shoulder[0] - 1.5 * figure.arm.upper, shoulder[1] + 45)
    arm = joined(outer, hand, inner, [line(inner[-1][3], within)])
    top = neck[0][0]
    trunk = joined([line((0.0, top[1]), top)], neck, [line(shoulder, side[0][0])], side)
    return BodyCurves(arm, both_sides(trunk), neck, side)


def inner_curves(
    figure: Figure, view: View, *, knees: bool = True, neck: bool = True
) -> list[Curve]:
    """Collar bones or shoulder blades, knees, fingers, toes: as little as tells front from back."""
    lines = _front_lines(figure) if view == "front" else _back_lines(figure)
    if neck:
        lines += neck_lines(figure, view)
    if knees:
        lines += knee_lines(figure, view)
    lines += finger_curves(figure)
    return [curve for one in lines for curve in (one, mirror(one))]


def _front_lines(figure: Figure) -> list[Curve]:
    lv, h = figure.levels, figure.height
    x, y, r = figure.bust_point, lv["bust"], 0.42 * figure.halves["bust"]
    out = min(x + 0.80 * r, 0.90 * figure.half_at(y + 0.3 * r))
    under_bust = [
        (x - 0.66 * r, y + 0.50 * r),
        (x - 0.10 * r, y + 0.78 * r),
        (0.5 * (x + out), y + 0.66 * r),
        (out, y + 0.22 * r),
    ]
    axilla = lv["axilla"]
    edge = figure.half_at(axilla)
    crease = [
        (edge, axilla),
        (edge - 0.002 * h, axilla - 0.010 * h),
        (edge + 0.001 * h, axilla - 0.022 * h),
    ]
    return [spline(crease), spline(under_bust), *toe_curves(figure)]


def neck_lines(figure: Figure, view: View) -> list[Curve]:
    """The right collar bone and the tendon of the neck, or the shoulder blade."""
    lv, h = figure.levels, figure.height
    (nx, ny), (sx, sy) = figure.neck_point, figure.shoulder_point
    pit = lv["pit"]
    if view == "back":
        y = lv["axilla"]
        return [spline([(0.56 * sx, y - 0.018 * h), (0.44 * sx, y + 0.010 * h),
                        (0.42 * sx, y + 0.032 * h), (0.50 * sx, y + 0.040 * h)])]  # fmt: skip
    bone = [
        (0.0055 * h, pit + 0.0025 * h),
        (0.014 * h, pit - 0.0030 * h),
        (0.030 * h, pit - 0.0058 * h),
        (nx + 0.22 * (sx - nx), pit - 0.0080 * h),
        (nx + 0.48 * (sx - nx), 0.55 * pit + 0.45 * sy - 0.0045 * h),
        (nx + 0.70 * (sx - nx), 0.18 * pit + 0.82 * sy + 0.0015 * h),
    ]
    tendon = [
        (figure.neck_half * 0.40, ny + 0.42 * (pit - ny)),
        (figure.neck_half * 0.30, ny + 0.70 * (pit - ny)),
        (figure.neck_half * 0.13, pit - 0.004 * h),
    ]
    return [spline(bone), spline(tendon)]


def knee_lines(figure: Figure, view: View) -> list[Curve]:
    """Round the right kneecap, or the hollow behind it."""
    knee, h = figure.levels["knee"], figure.height
    x = (figure.outer.at(knee) + figure.inner.at(knee)) / 2
    if view == "back":
        return [spline([(x - 0.018 * h, knee + 0.001 * h), (x, knee + 0.006 * h),
                        (x + 0.017 * h, knee - 0.001 * h)])]  # fmt: skip
    under = knee + 0.016 * h
    return [
        spline([(x - 0.014 * h, under - 0.022 * h), (x - 0.0155 * h, under - 0.012 * h),
                (x - 0.010 * h, under - 0.002 * h), (x - 0.001 * h, under + 0.001 * h)]),
        spline([(x + 0.0125 * h, under - 0.017 * h), (x + 0.0125 * h, under - 0.009 * h),
                (x + 0.009 * h, under - 0.003 * h)]),
    ]  # fmt: skip


def _back_lines(figure: Figure) -> list[Curve]:
    lv, h = figure.levels, figure.height
    knee, shin = lv["knee"], h - lv["knee"]
    calf_x = (figure.outer.at(lv["calf"]) + figure.inner.at(lv["calf"])) / 2
    ankle_x = (figure.outer.x[-1] + figure.inner.x[-1]) / 2
    fold = lv["crotch"] + 0.004 * h
    return [
        [line((0.0, lv["hip"] - 0.010 * h), (0.0, lv["crotch"] - 6))],
        spline([(2.0, fold), (0.30 * figure.halves["hip"], fold + 0.007 * h),
                (0.62 * figure.halves["hip"], fold - 0.001 * h)]),
        spline([(calf_x - 0.002 * h, knee + 0.30 * shin), (calf_x - 0.004 * h, knee + 0.42 * shin),
                (calf_x - 0.010 * h, knee + 0.50 * shin)]),
        *[spline([(ankle_x + side * 0.0085 * h, lv["ankle"] - 0.012 * h),
                  (ankle_x + side * 0.0070 * h, lv["ankle"] + 0.008 * h),
                  (ankle_x + side * 0.0085 * h, lv["ankle"] + 0.024 * h)]) for side in (-1, 1)],
    ]  # fmt: skip


def _body(figure: Figure, view: View, look: Look, prefix: str, inner: list[Curve]) -> str:
    curves = body_curves(figure, view)
    arm, trunk, edges = f"{prefix}arm", f"{prefix}trunk", f"{prefix}edges"
    wide = figure.halves["bust"] + figure.halves["hip"]
    outline = f'fill="none" stroke="{look.line}" stroke-width="2" stroke-linejoin="round"'
    more = spots(prefix, _places(figure, view))
    if view == "front":
        more += filled([jaw_shade(figure)], look.shade, 0.42)
    return "".join(
        [
            "<defs>",
            shape_defs(arm, curves.arm),
            # its edges, and the chest between them, which has none where the arms are
            f'<path id="{edges}" d="{_edges(curves)}"/><path id="{prefix}chest" d="{_chest(figure)}"/>'
            f'<clipPath id="{trunk}-in"><use href="#{edges}"/><use href="#{prefix}chest"/></clipPath>'
            f'<g id="{trunk}"><use href="#{edges}"/><use href="#{prefix}chest"/></g>',
            shade_defs(figure, look, prefix),
            f'</defs><g id="{prefix}whole-arm">',
            rounded(arm, look, 0.70 * figure.arm.upper),
            f'<use href="#{arm}" {outline}/></g>',
            f'<use href="#{prefix}whole-arm" transform="scale(-1 1)"/>',
            rounded(trunk, look, 0.19 * wide, edge=edges, more=more),
            f'<use href="#{edges}" {outline}/>',
            fine_lines(inner, look),
        ]
    )


def _edges(curves: BodyCurves) -> str:
    """From shoulder to shoulder over the neck, and from armpit to armpit round the feet."""
    neck = joined(back(mirror(curves.neck)), curves.neck)
    return path_data(neck) + path_data([*curves.side, *back(mirror(curves.side))])


def _chest(figure: Figure) -> str:
    """What lies between those two, and a little over either."""
    (nx, ny), shoulder, y = figure.neck_point, figure.shoulder_point, figure.levels["axilla"]
    half = [
        (0.0, ny + 6), (nx, ny + 6), shoulder, (figure.half_at(y), y), (figure.half_at(y) - 6, y + 12),
        (0.0, y + 12),
    ]  # fmt: skip
    return path_data(both_sides([line(a, b) for a, b in pairwise(half)]), close=True)


def _places(figure: Figure, view: View) -> list[tuple[Point, float, float, float]]:
    """Where the trunk and the legs lie in soft shade."""
    lv, h, halves = figure.levels, figure.height, figure.halves
    knee_x = (figure.outer.at(lv["knee"]) + figure.inner.at(lv["knee"])) / 2
    sx = figure.shoulder_point[0]
    places: list[tuple[Point, float, float, float]] = []
    if view == "front":
        bx, by, r = figure.bust_point, lv["bust"], 0.42 * halves["bust"]
        for side in (-1, 1):
            places += [
                ((side * bx + 0.08 * r, by + 0.55 * r), 1.15 * r, 0.62 * r, 0.55),
                ((side * 0.52 * sx, lv["pit"] + 0.002 * h), 0.30 * sx, 0.012 * h, 0.6),
                ((side * knee_x, lv["knee"] + 0.014 * h), 0.020 * h, 0.016 * h, 0.6),
            ]
        belly = max(0.0, min(1.0, (halves["waist"] / halves["hip"] - 0.68) / 0.16))
        low = 0.45 * lv["navel"] + 0.55 * lv["hip"]
        places.append(((0.0, low + 0.02 * h), 0.62 * halves["hip"], 0.030 * h, 0.35 + 0.45 * belly))
        places.append(((0.0, lv["navel"]), 0.006 * h, 0.008 * h, 1.0))
        places.append(((0.0, lv["bust"]), 0.16 * halves["bust"], 0.036 * h, 0.30))
    else:
        middle, seat = 0.5 * (lv["axilla"] + lv["navel"]), lv["crotch"] + 0.004 * h
        places.append(
            ((0.0, middle), 0.16 * halves["bust"], 0.5 * (lv["navel"] - lv["axilla"]), 0.8)
        )
        for side in (-1, 1):
            places += [
                ((side * 0.50 * sx, lv["axilla"] + 0.014 * h), 0.24 * sx, 0.030 * h, 0.55),
                (
                    (side * 0.46 * halves["hip"], seat),
                    0.44 * halves["hip"],
                    0.018 * h,
                    0.7,
                ),
                ((side * knee_x, lv["knee"] + 0.002 * h), 0.024 * h, 0.020 * h, 0.6),
            ]
    return places


def _head(figure: Figure, view: View, look: Look, prefix: str) -> str:
    head = f"{prefix}head"
    covered = look.hair_shape in ("scarf",)
    ear = "".join(path_data(one, close=True) for one in ears(figure))
    return (
        f"<defs>{shape_defs(head, head_outline(figure))}</defs>"
        + (
            ""
            if covered
            else f'<path d="{ear}" fill="{look.skin}" stroke="{look.line}" stroke-width="1.8"/>'
        )
        + rounded(head, look, 0.50 * figure.head_half)
        + (
            f'<use href="#{head}" fill="none" stroke="{look.line}" stroke-width="2"/>'
            if view == "front" or covered
            else f'<path d="{path_data(skull(figure))}" fill="none" stroke="{look.line}" '
            'stroke-width="2"/>'
        )
    )


def _face(figure: Figure, look: Look) -> str:
    """Her face in its scarf."""
    if look.hair_shape != "scarf":
        return ""
    face = spline(on_head(figure, FACE_IN_SCARF), closed=True)
    return (
        f'<path d="{path_data(face, close=True)}" fill="{look.skin}" stroke="{look.line}" '
        f'stroke-width="1.8"/>{strokes([face], look.shade, 12, 0.26)}'
    )


def _behind(hair: Hair, look: Look) -> str:
    """The hair behind her, in shade."""
    return filled(hair.behind, darker(look.hair)) if hair.behind else ""
