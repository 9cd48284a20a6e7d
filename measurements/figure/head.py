"""A head without a face, and its hair: parted in front, a knot in the nape."""

from __future__ import annotations

from .build import Figure
from .curves import Curve, joined, mirror, path_data, spline
from .look import Look, View, strokes


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


def head(figure: Figure, view: View, look: Look, prefix: str) -> str:
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
        return "".join(parts) + strokes([outline], look.line, 2.0)
    if view == "front":
        parts.append(strokes([_jaw(figure)], look.line, 2.0))
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


def hair_front(w: float, h: float) -> tuple[Curve, list[Curve]]:
    """Smooth hair, parted a little off the centre and drawn back over the ears."""
    outer = [
        (-0.955 * w, 0.595 * h),
        (-1.0 * w, 0.635 * h),
        (-1.055 * w, 0.57 * h),
        (-1.10 * w, 0.42 * h),
        (-0.97 * w, 0.15 * h),
        (-0.56 * w, -0.025 * h),
        (0.0, -0.075 * h),
        (0.56 * w, -0.025 * h),
        (0.97 * w, 0.15 * h),
        (1.10 * w, 0.42 * h),
        (1.055 * w, 0.57 * h),
        (1.0 * w, 0.635 * h),
        (0.955 * w, 0.595 * h),
    ]
    right = spline(
        [
            (0.955 * w, 0.595 * h),
            (0.925 * w, 0.46 * h),
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
            (-0.91 * w, 0.45 * h),
            (-0.955 * w, 0.595 * h),
        ]
    )
    shape = joined(spline(outer), right, left)
    strands = [
        spline([(-0.14 * w, 0.09 * h), (0.35 * w, 0.13 * h), (0.86 * w, 0.27 * h)]),
        spline([(-0.10 * w, 0.05 * h), (0.42 * w, 0.06 * h), (0.95 * w, 0.24 * h)]),
        spline([(-0.19 * w, 0.09 * h), (-0.52 * w, 0.15 * h), (-0.88 * w, 0.30 * h)]),
        spline([(-0.17 * w, 0.05 * h), (-0.55 * w, 0.08 * h), (-0.95 * w, 0.25 * h)]),
    ]
    return shape, strands


def _hair_front(w: float, h: float, look: Look, prefix: str) -> str:
    shape, strands = hair_front(w, h)
    data = path_data(shape, close=True)
    return (
        f'<path d="{data}" fill="{look.hair}"/><path d="{data}" fill="url(#{prefix}hair)"/>'
        + strokes([shape], look.hair, 1.4)
        + strokes(strands, look.hair_light, 1.2, 0.7)
    )


def hair_back(figure: Figure) -> tuple[Curve, Curve, list[Curve], list[Curve]]:
    """The cap of hair, the knot on it, and the strands of each."""
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
    return cap, knot, strands, coil


def _hair_back(figure: Figure, look: Look, prefix: str) -> str:
    cap, knot, strands, coil = hair_back(figure)
    data, bun = path_data(cap, close=True), path_data(knot, close=True)
    return (
        f'<path d="{data}" fill="{look.hair}"/><path d="{data}" fill="url(#{prefix}hair)"/>'
        + strokes([cap], look.hair, 1.4)
        + strokes(strands, look.hair_light, 1.2, 0.7)
        + f'<path d="{bun}" fill="{look.hair}" stroke="{look.line}" stroke-width="2"/>'
        + f'<path d="{bun}" fill="url(#{prefix}hair)"/>'
        + strokes(coil, look.hair_light, 1.2, 0.8)
    )
