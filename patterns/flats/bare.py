"""Her own lines at her neck, where the garment leaves her bare: each ends clear of its edges."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import dist

import numpy as np
from numpy.typing import NDArray

from measurements.figure import neck_lines
from measurements.figure.curves import Curve, Point, at, mirror, spline
from patterns.drafting.draft import Points

from . import quiet
from .conventions import Layers
from .worn import Worn

CLEAR = 8.0
"""About how far from the garment's edge a line of hers has ended, mm: it is measured to places along
the edge; our own."""
SHORTEST = 20.0
"""What is left of a line below this length is no longer read as one, mm; our own."""

_STEPS = np.linspace(0.0, 1.0, 8, endpoint=False)
_WEIGHTS = np.column_stack(
    ((1 - _STEPS) ** 3, 3 * (1 - _STEPS) ** 2 * _STEPS, 3 * (1 - _STEPS) * _STEPS**2, _STEPS**3)
)


def lines(worn: Worn, sheets: Sequence[Layers]) -> list[Curve]:
    """Her collar bones and the tendons of her neck, or her shoulder blades, as far as they are seen."""
    hers = [each for curve in neck_lines(worn.figure, worn.view) for each in (curve, mirror(curve))]
    low = max(point[1] for curve in hers for cubic in curve for point in cubic) + CLEAR
    shapes = [
        panel.curve for sheet in sheets for panel in sheet.panels if not panel.limb and not panel.inside
    ]  # fmt: skip
    if not worn.has_bodice:
        shapes.append(quiet.top_outline(worn))
    covers = [_flat(shape) for shape in shapes if any(cubic[0][1] < low for cubic in shape)]
    points = [
        [at(cubic, n / 6) for cubic in curve for n in range(6)] + [curve[-1][3]] for curve in hers
    ]
    clear = _clear(np.concatenate(points), covers).tolist()
    parts = []
    for curve, along in zip(hers, points, strict=True):
        seen, clear = clear[: len(along)], clear[len(along) :]
        parts.append(_seen(curve, along, seen))
    return [part for part in parts if part]


def _flat(curve: Curve) -> Points:
    """Points along a closed curve."""
    points: Points = np.einsum("tk,nkx->ntx", _WEIGHTS, np.array(curve)).reshape(-1, 2)
    return points


def _seen(curve: Curve, points: Sequence[Point], clear: Sequence[bool]) -> Curve:
    """The longest stretch of a line whose points along it are clear; the line itself if all are."""
    if all(clear):
        return curve
    runs = [list(run) for free, run in groupby(range(len(points)), clear.__getitem__) if free]
    if not runs:
        return []
    run = max(runs, key=len)
    if dist(points[run[0]], points[run[-1]]) < SHORTEST:
        return []
    through = np.linspace(run[0], run[-1], min(len(run), 5)).round().astype(int)
    return spline([points[n] for n in through])


def _clear(points: Points, covers: Sequence[Points]) -> NDArray[np.bool_]:
    """Which points lie outside all closed shapes and away from their edges."""
    clear = np.ones(len(points), dtype=bool)
    x, y = points.T[:, :, None]
    for cover in covers:
        after = np.roll(cover, -1, axis=0)
        above = np.minimum(cover[:, 1], after[:, 1]) < y.max() + CLEAR  # the rest is below them all
        (ax, ay), (bx, by) = cover[above].T, after[above].T
        ax, ay, bx, by = ax - x, ay - y, bx - x, by - y
        crossed = (ay > 0) != (by > 0)
        right = ax - ay * (bx - ax) / np.where(crossed, by - ay, 1.0) > 0
        clear &= (ax * ax + ay * ay).min(axis=1, initial=np.inf) >= CLEAR * CLEAR
        clear &= (crossed & right).sum(axis=1) % 2 == 0
    return clear
