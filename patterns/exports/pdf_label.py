"""Where a piece's label stands: clear of every line, as large as it can be. All mm, in the piece's axes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from patterns.drafting.draft import Piece, Points

from .pdf_paper import MM, lighter, text_width


@dataclass(frozen=True, slots=True)
class Spot:
    x: float
    y: float
    angle: float
    scale: float


def block_height(lines: list[tuple[str, str, float]]) -> float:
    sizes: float = sum(size for _, _, size in lines)
    return sizes * 1.2 / MM


def label_spot(
    piece: Piece,
    dart_legs: frozenset[str],
    lines: list[tuple[str, str, float]],
    joins: tuple[Points, ...],
) -> Spot:
    """Where the label stands clear of every line, as large as it can and as near the middle; where
    there is room for it, on one sheet."""
    room = _free_room(piece, dart_legs)
    size = max(text_width(*line) for line in lines), block_height(lines)
    if joins and not room.is_empty:
        paths = shapely.MultiLineString([join.tolist() for join in joins])
        spot = _clear_spot(room.difference(paths.buffer(7.0, cap_style="flat")), size, (1.0, 0.75))
        if spot:
            return spot
    spot = _clear_spot(room, size, (1.0, 0.8, 0.62, 0.5, 0.4, 0.32))
    if spot:
        return spot
    outline = shapely.Polygon(piece.cut_line).buffer(0)
    x, y = shapely.maximum_inscribed_circle(room if not room.is_empty else outline, 1.0).coords[0]
    return Spot(x, y, 0.0, 0.25)


def _clear_spot(
    room: BaseGeometry, size: tuple[float, float], scales: tuple[float, ...]
) -> Spot | None:
    """The spot nearest the middle of the room where a block of this size (mm) lies inside it, at
    the first of the scales at which there is one, upright or turned by a quarter."""
    if room.is_empty:
        return None
    shapely.prepare(room)
    middle = room.centroid
    left, top, right, bottom = room.bounds
    step = max(4.0, min(right - left, bottom - top) / 24)
    grid = np.meshgrid(np.arange(left, right, step), np.arange(top, bottom, step))
    x, y = grid[0].ravel(), grid[1].ravel()
    inside = np.flatnonzero(shapely.contains_xy(room, x, y))
    far = np.hypot(x[inside] - middle.x, y[inside] - middle.y)
    near = inside[np.argsort(far, kind="stable")]
    x, y = x[near], y[near]
    for scale in scales:
        for angle in (0.0, 90.0):
            wide, high = (length * scale / 2 for length in (size if angle == 0 else size[::-1]))
            for start in range(0, len(x), 64):  # nearest first: mostly one of the first fits
                some = slice(start, start + 64)
                boxes = shapely.box(x[some] - wide, y[some] - high, x[some] + wide, y[some] + high)
                fits = np.flatnonzero(shapely.covers(room, boxes))
                if len(fits):
                    spot = start + fits[0]
                    return Spot(float(x[spot]), float(y[spot]), angle, scale)
    return None


def _free_room(piece: Piece, dart_legs: frozenset[str]) -> BaseGeometry:
    """The inside of the sewing line, less a strip around every line drawn in it."""
    outline = np.vstack([lighter(edge.points, 0.3) for edge in piece.edges])
    room = shapely.Polygon(outline).buffer(0).buffer(-2.0, quad_segs=2)
    ink: list[BaseGeometry] = [
        shapely.LineString(lighter(line.points, 0.3)).buffer(2.0, quad_segs=2)
        for line in piece.lines
    ]
    for dart in piece.inner_darts:
        ink.append(shapely.MultiPoint(np.vstack([dart.a, dart.b])).convex_hull.buffer(2.0))
    ink += [
        shapely.LineString(line).buffer(2.0, quad_segs=2)
        for pleat in piece.pleats for line in (pleat.start, pleat.end)
    ]  # fmt: skip
    for name in sorted(dart_legs):
        leg = shapely.LineString(lighter(piece.edge(name).points, 0.3))
        ink.append(leg.buffer(2.5, quad_segs=2))
    ink.append(shapely.LineString(piece.grainline).buffer(5.5, quad_segs=1))
    for mark in piece.marks:
        ink.extend(shapely.Point(point).buffer(4.0, quad_segs=2) for point in mark.points)
    return room.difference(shapely.union_all(ink))
