"""Where a seam stops and its line runs on: the end of a zip, the top of a slit or of a lining's vent. No
corner shows it there, so that the end is notched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from patterns.drafting.draft import Edge, Notch, Piece, Point, Points, Seam

RUNS_ON = 0.966
"""The cosine of the largest turn that is no corner: 15 degrees; our own."""


def mark_ends(pieces: Sequence[Piece], seams: Sequence[Seam]) -> Iterator[tuple[int, Notch]]:
    """The notches that are wanted, each with the number of its piece."""
    opened = {
        (code, side.edge)
        for seam in seams if seam.kind == "opening"
        for side in (*seam.a, *seam.b) for code in (side.piece, f"{side.piece}L")  # its lining's too
    }  # fmt: skip
    for number, piece in enumerate(pieces):
        if piece.layer not in ("shell", "lining"):
            continue

        def is_open(edge: Edge, code: str = piece.code) -> bool:
            return (code, edge.name) in opened or (edge.finish == "hem" and edge.line is None)

        for before, after in pairwise((*piece.edges, piece.edges[0])):
            if is_open(before) == is_open(after) or not _runs_on(before.points, after.points):
                continue
            if is_open(after):
                found = Notch(before.name, before.length, _point(before.points[-1]))
            else:
                found = Notch(after.name, 0.0, _point(after.points[0]))
            yield number, found


def _runs_on(before: Points, after: Points) -> bool:
    a, b = before[-1] - before[-2], after[1] - after[0]
    return float(a @ b) > RUNS_ON * float(np.hypot(*a) * np.hypot(*b))


def _point(row: Points) -> Point:
    return float(row[0]), float(row[1])
