"""Facings cut from the shell's own lines, and their interfacing."""

from __future__ import annotations

import numpy as np

from patterns.drafting.cutting import NotchAt, Part, cut_piece, offset
from patterns.drafting.draft import Piece, Point, Points
from patterns.drafting.geometry import Line, Path, crossing, sub


def parallel(path: Path, at_start: float, at_end: float, last: Point, first: Point | None = None) -> Path:
    """A line beside a path, on its right as it runs (inside a clockwise outline), at a distance that
    goes evenly from `at_start` to `at_end`; ends at `last`, begins at `first` or where it meets x = 0."""
    points = path.flatten()[::3] if len(path.flatten()) > 24 else path.flatten()
    if tuple(points[-1]) != path.end:
        points = np.vstack((points, path.end))
    way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    distance = (at_start + (at_end - at_start) * way / way[-1])[:, None]
    inside = points + (points - offset(points, 1.0)) * distance
    ring = _begin(inside, first)
    ring[-1] = last
    return Path.straight(*((float(x), float(y)) for x, y in ring))


def _begin(points: Points, first: Point | None) -> Points:
    if first is not None:
        points = points.copy()
        points[0] = first
        return points
    # Run on, or cut back, to the centre line.
    inside = points[points[:, 0] > 0.01]
    start, then = (float(inside[0][0]), float(inside[0][1])), (float(inside[1][0]), float(inside[1][1]))
    centre = crossing(start, sub(then, start), (0.0, 0.0), (0.0, 1.0))
    return np.vstack((centre if centre else (0.0, start[1]), inside))


def interfacing(piece: Piece, parts: list[Part]) -> Piece:
    """The same shape without allowances, to be fused inside the seams."""
    return cut_piece(
        f"{piece.code}I", f"{piece.name} interfacing", piece.component,
        [Part(part.name, part.path, 0.0, finish="raw") for part in parts],
        layer="interfacing", material="interfacing", quantity=piece.quantity,
        mirrored=piece.mirrored, grainline=piece.grainline,
    )  # fmt: skip


def facing(
    code: str, name: str, component: str, parts: list[Part], grainline: tuple[Point, Point],
    notches: list[NotchAt], *, pair: bool,
) -> list[Piece]:
    """A facing and its interfacing."""
    piece = cut_piece(
        code, name, component, parts, layer="facing", quantity=2 if pair else 1, mirrored=pair,
        grainline=grainline, notches=notches,
    )  # fmt: skip
    return [piece, interfacing(piece, parts)]


def straight(a: Point, b: Point) -> Path:
    return Path.of(Line(a, b))
