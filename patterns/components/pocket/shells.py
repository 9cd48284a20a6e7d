"""What a pocket needs to know of the shell it is sewn to: where its waist lies, and lines added to it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.drafting.draft import InsideLine, Piece, Points
from patterns.drafting.polylines import lengths_along

APART = 0.05
"""Two points of a line nearer than this, mm, say nothing of which way it runs."""


def natural_waist(making: Making, piece: Piece) -> float:
    """The height of the natural waist on a piece of skirt, or of a bodice cut through."""
    level = piece.levels.get("waist")
    if level is not None and level.y is not None:
        return level.y
    above = making.waist.level if making.waist else 0.0
    start = min(float(edge.points[:, 1].min()) for edge in piece.edges if edge.line == "waist")
    return max(above, 0.0) if piece.component == "skirt" else start


def add_lines(making: Making, code: str, *lines: InsideLine) -> None:
    number = next(n for n, piece in enumerate(making.pieces) if piece.code == code)
    piece = making.pieces[number]
    making.pieces[number] = replace(piece, lines=(*piece.lines, *lines))


def stretch(points: Points, start: float, end: float) -> Points:
    """A polyline from one distance along it to another."""
    so_far = lengths_along(points)
    ends = np.array(
        [[np.interp(at, so_far, points[:, axis]) for axis in (0, 1)] for at in (start, end)]
    )
    inside = points[(so_far > start + APART) & (so_far < end - APART)]
    return np.vstack((ends[:1], inside, ends[1:]))


def distance_at(points: Points, y: float) -> float:
    """How far along a polyline that runs down it passes a height."""
    so_far = lengths_along(points)
    return float(np.interp(y, np.maximum.accumulate(points[:, 1]), so_far))
