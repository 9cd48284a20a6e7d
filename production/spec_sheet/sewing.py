"""How the pieces are sewn, in rows: allowances by edge, and what closes the garment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from patterns.drafting.draft import Draft, Side

_SORTS = {"hem": "hem", "seam": "seam", "fold": "fold", "raw": "raw edge"}


@dataclass(frozen=True, slots=True)
class Allowance:
    """Edges that have the same allowance (mm) and finish."""

    width: float
    sort: str
    where: str


def allowances(draft: Draft) -> list[Allowance]:
    """The allowances of all edges, widest first; the legs of darts have none to tell of."""
    legs = {
        (side.piece, side.edge)
        for seam in draft.seams
        if seam.kind == "dart"
        for side in (*seam.a, *seam.b)
    }
    found: dict[tuple[float, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for piece in draft.pieces:
        for edge in piece.edges:
            if (piece.code, edge.name) in legs or edge.finish == "fold":
                continue
            names = found[(edge.allowance, edge.finish)][piece.code]
            name = edge.name.removesuffix("_left").removesuffix("_right").replace("_", " ")
            if name not in names:
                names.append(name)
    rows = []
    for width, finish in sorted(found, key=lambda key: (-key[0], key[1])):
        where = "; ".join(
            f"{code} {', '.join(names)}" for code, names in found[(width, finish)].items()
        )
        rows.append(Allowance(width, _SORTS[finish], where))
    return rows


def closures(draft: Draft) -> list[str]:
    """What closes each kind of opening and how long all of it is, in words."""
    lengths: dict[str, float] = defaultdict(float)
    for seam in draft.seams:
        if seam.kind == "opening" and seam.closure:
            lengths[seam.closure] += sum(_length(draft, side) for side in seam.a)
    return [f"{closure.capitalize()}: {length:.0f} mm" for closure, length in lengths.items()]


def _length(draft: Draft, side: Side) -> float:
    piece = draft.piece(side.piece)
    points = (
        piece.edge(side.edge).points
        if side.edge
        else next(line.points for line in piece.lines if line.name == side.line)
    )
    return float(np.hypot(*np.diff(points, axis=0).T).sum())
