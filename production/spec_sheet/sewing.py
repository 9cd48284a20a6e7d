"""How the pieces are sewn, in rows: allowances by edge, darts, what is eased, what closes it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from patterns.drafting.draft import Draft, InnerDart, Piece, Side

_SORTS = {"hem": "hem", "seam": "seam", "fold": "fold", "raw": "raw edge"}
ZIP_LOSS, ZIP_STEP = 25.0, 50.0
"""A concealed zip opens less than its length by so much (Coats' brochure); zips are sold in steps."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Edges that have the same allowance (mm) and finish."""

    width: float
    sort: str
    where: str


def allowances(draft: Draft) -> list[Allowance]:
    """The allowances of all edges, widest first; the legs of darts have none to tell of."""
    legs = _dart_legs(draft)
    found: dict[tuple[float, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for piece in draft.pieces:
        bare = all(edge.finish == "raw" for edge in piece.edges)
        for edge in piece.edges:
            if (piece.code, edge.name) in legs or edge.finish == "fold":
                continue
            sort = _SORTS[edge.finish]
            if edge.finish == "hem" and edge.line is None:
                sort = "turned in"
            names = found[(edge.allowance, sort)][piece.code]
            name = "all round" if bare else _plain(edge.name)
            if name not in names:
                names.append(name)
    rows = []
    for width, sort in sorted(found, key=lambda key: (-key[0], key[1])):
        by_names: dict[str, list[str]] = defaultdict(list)
        for code, names in found[(width, sort)].items():
            by_names[", ".join(names)].append(code)
        where = "; ".join(f"{', '.join(codes)} {names}" for names, codes in by_names.items())
        rows.append(Allowance(width, sort, where))
    return rows


def _plain(edge: str) -> str:
    """An edge's name as a tailor says it: without its side, its number, its part."""
    name = re.sub(r"_(left|right)$", "", edge)
    name = re.sub(r"^(waist)_(centre|\d+)$", r"\1", name)
    return re.sub(r"^(side|armhole)_(upper|lower)$", r"\1", name).replace("_", " ")


@dataclass(frozen=True, slots=True)
class SewnDart:
    """A dart of one piece: what it takes in at its mouth, or at its widest, and how long it is, mm."""

    piece: str
    name: str
    width: float
    length: float


def darts(draft: Draft) -> list[SewnDart]:
    """Every kind of dart once, those within a piece too: left and right are mirror images."""
    found: dict[tuple[str, str], SewnDart] = {}
    for seam in draft.seams:
        if seam.kind != "dart":
            continue
        piece = draft.piece(seam.a[0].piece)
        name = re.sub(r"_(left|right)$", "", str(seam.a[0].edge))
        name = re.sub(r"_(inner|outer|upper|lower)$", "", name).replace("_", " ")
        ends = [end for side in (*seam.a, *seam.b) for end in _ends(piece, side)]
        point = next(end for end in ends if sum(math.dist(end, other) < 1e-6 for other in ends) > 1)
        first, second = (end for end in ends if math.dist(end, point) > 1e-6)
        middle = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
        dart = SewnDart(piece.code, name, math.dist(first, second), math.dist(middle, point))
        found.setdefault((piece.code, name), dart)
    for piece in draft.pieces:
        for inner in piece.inner_darts if piece.layer == "shell" else ():
            name = re.sub(r"[_ ](left|right)$", "", inner.name)
            found.setdefault((piece.code, name), _pointed_at_both_ends(piece.code, name, inner))
    return sorted(found.values(), key=lambda dart: (_place(draft, dart.piece), dart.name))


def _pointed_at_both_ends(code: str, name: str, dart: InnerDart) -> SewnDart:
    """As wide as its legs are apart, measured across from corner to corner."""
    down = dart.a[-1] - dart.a[0]
    long = float(np.hypot(*down))
    across = np.array((-down[1], down[0])) / long
    return SewnDart(code, name, sum(float(np.ptp(leg @ across)) for leg in (dart.a, dart.b)), long)


def eased(draft: Draft) -> list[str]:
    """What is eased on to what, and by how much, in words; left and right once."""
    lines: list[str] = []
    for seam in draft.seams:
        if seam.kind != "ease" or seam.ease < 0.5:
            continue  # a turn of cloth too small to tell
        longer, shorter = (_codes(side) for side in (seam.a, seam.b))
        name = re.sub(r" (left|right|inside)$", "", seam.name).capitalize()
        words = f"{name}: {longer} eased on to {shorter} by {seam.ease:.0f} mm"
        if words not in lines:
            lines.append(words)
    return lines


def closures(draft: Draft) -> list[str]:
    """What closes each kind of opening and how long all of it is, in words; buttons and their holes."""
    lengths: dict[str, float] = defaultdict(float)
    for seam in draft.seams:
        if seam.kind == "opening" and seam.closure:
            lengths[seam.closure] += sum(_length(draft, side) for side in seam.a)
    lines = []
    told = any("zip" in trim.name for trim in draft.trims)
    for closure, length in lengths.items():
        words = f"{closure.capitalize()}: {length:.0f} mm"
        if closure == "zip" and told:
            words += " open"
        elif closure == "zip":
            take = math.ceil((length + ZIP_LOSS) / ZIP_STEP) * ZIP_STEP
            words += f" open; take a concealed zip of {take / 10:.0f} cm"
        lines.append(words)
    for kind, word in (("button", "Buttons"), ("buttonhole", "Buttonholes")):
        count = sum(
            (1 if kind == "buttonhole" else len(mark.points)) * piece.quantity
            for piece in draft.pieces
            for mark in piece.marks
            if mark.kind == kind
        )
        if count:
            lines.append(
                f"{word}: {count}, where the pattern marks {'it' if count == 1 else 'them'}"
            )
    return lines


def _dart_legs(draft: Draft) -> set[tuple[str, str | None]]:
    return {
        (side.piece, side.edge)
        for seam in draft.seams
        if seam.kind == "dart"
        for side in (*seam.a, *seam.b)
    }


def _place(draft: Draft, code: str) -> int:
    return [piece.code for piece in draft.pieces].index(code)


def _codes(sides: Sequence[Side]) -> str:
    return " and ".join(dict.fromkeys(side.piece for side in sides))


def _ends(piece: Piece, side: Side) -> list[tuple[float, float]]:
    points = piece.edge(str(side.edge)).points
    return [(float(x), float(y)) for x, y in (points[0], points[-1])]


def _length(draft: Draft, side: Side) -> float:
    piece = draft.piece(side.piece)
    points = (
        piece.edge(side.edge).points
        if side.edge
        else next(line.points for line in piece.lines if line.name == side.line)
    )
    return float(np.hypot(*np.diff(points, axis=0).T).sum())
