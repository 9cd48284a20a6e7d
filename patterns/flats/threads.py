"""The bands of a stripe or check along the grain, all of a gore's at once: where their threads lie on her, as
far as the side seam leaves them, and their outlines. mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan

import numpy as np
import numpy.typing as npt

from measurements.figure.curves import Point, row

from .conventions import Gore
from .worn import FLAT, Worn

Array = npt.NDArray[np.float64]
Stretch = tuple[list[Point], list[Point]]
"""What is seen of a band in one piece: its left edge and its right, at the same heights from above down."""

STRAIGHT = 0.3
"""A stripe that bends by less than this between two heights is drawn straight there, mm."""


def outlines(worn: Worn, gore: Gore, bands: Array, heights: Sequence[float]) -> str:
    """Closed paths round bands, given by how far each one's two edges lie along from the gore's own thread
    (n, 2); none that lies wholly past the widest place."""
    wide = bands[:, 1] - bands[:, 0]
    edges = lie(worn, gore, bands.ravel(), heights)
    inner, outer = edges[:, ::2], edges[:, 1::2]
    # past the side seam the clip cuts it anyhow
    outer = np.where(np.isnan(outer), inner + wide, outer)
    widest = max(worn.figure.shoulder_point[0], *worn.side.x) + 5.0
    return _written([
        (left, right)
        for band, near, far in zip(bands.tolist(), inner.T.tolist(), outer.T.tolist(), strict=True)
        for left, right in _stretches(worn, gore, band, heights, near, far)
        if len(left) > 1 and min(x for x, _ in left) < widest
    ])  # fmt: skip


def lie(worn: Worn, gore: Gore, along: Array, heights: Sequence[float]) -> Array:
    """`Worn.lie` of threads at heights, (heights, threads); nan where the side seam has cut one off."""
    top = worn.underarm if worn.has_bodice else heights[0]
    turns = np.array([(*worn.turn(max(y, top)), gore.origin(y), worn.on_chest(y)) for y in heights])
    half, quarter, flat, origin, chest = turns.T[:, :, None]
    along = origin + along
    share = np.clip(along / quarter, 0.0, 1.0)
    turned = flat > FLAT
    bend = share ** np.where(turned, flat / np.where(turned, flat - 1, 1.0), 1.0)
    flat = np.where(turned, flat, 1.0)
    x = half * (flat * share + (1 - flat) * bend)
    over = np.maximum(along - quarter, 0.0)
    x += np.where(chest > 0, over, np.where(over > 0, np.nan, 0.0))
    return np.asarray(x + (along - x) * chest)


def _stretches(
    worn: Worn,
    gore: Gore,
    band: Sequence[float],
    heights: Sequence[float],
    near: Sequence[float],
    far: Sequence[float],
) -> Iterator[Stretch]:
    """What the side seam leaves of a band whose edges lie at `near` and `far`, nan where it has cut them."""
    left: list[Point] = []
    right: list[Point] = []
    for n, y in enumerate(heights):
        hidden = isnan(near[n])
        if n and hidden != isnan(near[n - 1]):
            seen, gone = (heights[n - 1], y) if hidden else (y, heights[n - 1])
            for _ in range(6):
                middle = (seen + gone) / 2
                there = worn.lie(gore.origin(middle) + band[0], middle)
                seen, gone = (seen, middle) if there is None else (middle, gone)
            start = worn.lie(gore.origin(seen) + band[0], seen)
            x = worn.side.at(seen) if start is None else start
            left.append((x, seen))
            right.append((x + band[1] - band[0], seen))
        if not hidden:
            left.append((near[n], y))
            right.append((far[n], y))
        if left and (hidden or n == len(heights) - 1):
            yield left, right
            left, right = [], []


def _written(stretches: Sequence[Stretch]) -> str:
    """Stretches by their steps, half as long as by their places: x to a tenth of a mm, y to a whole one,
    which is not to be seen in a stripe that runs down; all but straight steps as lines."""
    edges = [edge for left, right in stretches for edge in (left, right[::-1])]
    if not edges:
        return ""
    points = np.array([point for edge in edges for point in edge])
    cubics = splines(points, np.cumsum([len(edge) for edge in edges]))
    a, b, c, d = cubics[:, :, 0].T
    bends = np.maximum(abs(b - a - (d - a) / 3), abs(c - a - (d - a) * 2 / 3))
    places = np.rint(cubics * (10.0, 1.0)).astype(int)
    places[..., 1] *= 10
    steps: list[list[int]] = (places[:, 1:] - places[:, :1]).reshape(-1, 6).tolist()
    drawn = iter([
        "l" + row(*step[4:]) if bend < STRAIGHT else "c" + row(*step)
        for step, bend in zip(steps, bends.tolist(), strict=True)
    ])  # fmt: skip
    parts: list[str] = []
    for left, right in stretches:
        (x, y), low, beside = left[0], round(left[-1][0] * 10), round(right[-1][0] * 10)
        down = [next(drawn) for _ in left[1:]]
        up = [next(drawn) for _ in right[1:]]
        across = "l" + row(beside - low, 0) if beside > low else ""
        parts += ("M", row(round(x * 10), round(y) * 10), *down, across, *up, "z")
    return "".join(parts)


def splines(points: Array, ends: npt.NDArray[np.int_]) -> Array:
    """Smooth curves through rows of points (n, 2), of which each ends before one of `ends`, as
    `curves.spline` draws each: Béziers (m, 4, 2)."""
    within = np.ones(len(points), dtype=bool)
    within[ends - 1] = False
    here = np.nonzero(within)[0]
    p1, p2 = points[here], points[here + 1]
    first, last = ~within[here - 1], ~within[here + 1]
    p0 = np.where(first[:, None], 2 * p1 - p2, points[here - 1])
    p3 = np.where(last[:, None], 2 * p2 - p1, points[np.minimum(here + 2, len(points) - 1)])
    d1, d2, d3 = (
        np.maximum(np.hypot(*(b - a).T) ** 0.5, 1e-6)[:, None]
        for a, b in ((p0, p1), (p1, p2), (p2, p3))
    )
    return np.stack((p1, _control(p0, p1, p2, d1, d2), _control(p3, p2, p1, d3, d2), p2), axis=1)


def _control(before: Array, at: Array, after: Array, d1: Array, d2: Array) -> Array:
    a, b, c = d1 * d1, 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2, d2 * d2
    return (a * after - c * before + b * at) / (3 * d1 * (d1 + d2))
