"""Facings cut from the shell's own lines, and their interfacing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.meeting import Armhole, Neckline
from patterns.drafting.cutting import Part, offset
from patterns.drafting.draft import Point, Points
from patterns.drafting.geometry import Line, Path, crossing, sub


def parallel(
    path: Path, first: Point | float, last: Point, other: Path | None = None, clear: float = 0.0
) -> Path:
    """A line beside a path, on its right as it runs (inside a clockwise outline).

    It begins at `first` and ends at `last`, each opposite an end of the path; what it keeps of the
    path's square there is shared out evenly along it, distance and turn alike. A `first` that is a
    number is the distance from a path that starts on the centre line x = 0, where the line begins too.
    It keeps to its own half, less `clear`, of the way to an `other` path.
    """
    points = path.flatten()
    points = points[np.unique(np.append(np.arange(0, len(points), 3), len(points) - 1))]
    steps = np.hypot(*np.diff(points, axis=0).T)
    share = np.concatenate(([0.0], np.cumsum(steps))) / steps.sum()
    inward = points - offset(points, 1.0)
    start = (
        (first, 0.0)
        if isinstance(first, float)
        else _polar(inward[0], np.subtract(first, points[0]))
    )
    end = _polar(inward[-1], np.subtract(last, points[-1]))
    distance = start[0] + (end[0] - start[0]) * share
    if other is not None:
        way = shapely.distance(shapely.points(points), shapely.linestrings(other.flatten()))
        distance[1:-1] = np.minimum(distance, way / 2 - clear)[1:-1]
    turn = start[1] + (end[1] - start[1]) * share
    cos, sin = np.cos(turn) * distance, np.sin(turn) * distance
    beside = points + np.column_stack((
        inward[:, 0] * cos - inward[:, 1] * sin, inward[:, 0] * sin + inward[:, 1] * cos
    ))  # fmt: skip
    if isinstance(first, float):
        beside = _from_centre(beside)
    return Path.straight(*((float(x), float(y)) for x, y in beside))


def narrowest(a: Path, b: Path) -> float:
    """How near two paths come to each other."""
    return float(shapely.distance(*(shapely.linestrings(path.flatten()) for path in (a, b))))


def _polar(inward: Points, way: Points) -> tuple[float, float]:
    """How far a displacement goes, and by what angle (radians) it is turned from the inward square."""
    turn = np.arctan2(inward[0] * way[1] - inward[1] * way[0], inward @ way)
    return float(np.hypot(*way)), float(turn)


def _from_centre(points: Points) -> Points:
    """Run on, or cut back, to the centre line."""
    inside = points[points[:, 0] > 0.01]
    start, then = (
        (float(inside[0][0]), float(inside[0][1])),
        (float(inside[1][0]), float(inside[1][1])),
    )
    centre = crossing(start, sub(then, start), (0.0, 0.0), (0.0, 1.0))
    return np.vstack((centre if centre else (0.0, start[1]), inside))


def facing_width(neck: Neckline, hole: Armhole, wide: float, between: float) -> float:
    """How wide neck and armhole facings may be, so that both lie on the narrowest strap."""
    strap = min(
        neck.front_shoulder.length,
        narrowest(neck.front_path, hole.front_path), narrowest(neck.back_path, hole.back_path),
    )  # fmt: skip
    return min(wide, strap / 2 - between)


def add_facing(
    making: Making,
    half: Half,
    name: str,
    component: str,
    parts: list[Part],
    grainline: tuple[Point, Point],
) -> None:
    """Add a facing and its interfacing: the same shape without allowances, fused inside the seams."""
    making.pieces += [
        half.cut(name, component, parts, grainline=grainline, layer="facing"),
        replace(half, code=f"{half.code}I").cut(
            f"{name} interfacing", component, [replace(part, allowance=0.0, finish="raw") for part in parts],
            grainline=grainline, layer="interfacing", material="interfacing",
        ),
    ]  # fmt: skip


def straight(a: Point, b: Point) -> Path:
    return Path.of(Line(a, b))
