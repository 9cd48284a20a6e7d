"""Where the points of a pattern piece lie on the figure: its darts, its seams, its neckline.

A point well inside a piece is placed by its distance from the centre and its height; one on an edge by
how far along its line it lies, since an open dart has swung the edge away. Right half, mm.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot

import numpy as np

from measurements.figure.curves import Curve, Point, at
from patterns.drafting.draft import Edge, Piece, Points

from .conventions import SPECK
from .worn import Worn

BENT = 14.0
"""Degrees by which a line must turn to have a corner there."""


@dataclass(frozen=True, slots=True)
class Dart:
    """A sewn dart as it lies on the figure (right half): from its mouth to its point. `line` is what it
    opens on ("waist", "side", "shoulder", "armhole", ...), empty for one pointed at both ends."""

    mouth: Point
    point: Point
    line: str


def is_whole(piece: Piece) -> bool:
    """Whether it spans both halves of the body (its right half is x > 0)."""
    return piece.quantity == 1 and any(edge.name.endswith("_left") for edge in piece.edges)


def stem(edge: Edge) -> str:
    """Which line of the garment an edge is part of: "waist", "side", "armhole", "princess" ..."""
    if edge.line in ("waist", "armhole", "neckline", "hem"):
        return edge.line
    return "dart" if "dart" in edge.name else edge.name.partition("_")[0]


def right_half(piece: Piece) -> list[Edge]:
    """Its edges on the right half, in order."""
    if not is_whole(piece):
        return list(piece.edges)
    return [edge for edge in piece.edges if _middle(edge) > 0]


def _middle(edge: Edge) -> float:
    """How far from the centre line the middle of an edge's chord lies."""
    return float(edge.points[0, 0] + edge.points[-1, 0]) / 2


def length(points: Points) -> float:
    steps = np.diff(points, axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def run(piece: Piece, line: str) -> float:
    """How long a line is on the right half of a piece, a wrap's overlap past the centre not counted."""
    return sum(_counted(edge) for edge in right_half(piece) if stem(edge) == line)


def _counted(edge: Edge) -> float:
    return 0.0 if _middle(edge) < -5.0 else length(edge.points)


def points_of(piece: Piece, line: str) -> Points | None:
    """All points of a line on the right half, in order; None where the piece has none."""
    found = [edge.points for edge in right_half(piece) if stem(edge) == line]
    return np.concatenate(found) if found else None


def darts(worn: Worn, *codes: str) -> list[Dart]:
    """The sewn darts of pieces, right half, placed on the figure; none that is a speck."""
    found: list[Dart] = []
    for code in codes:
        piece = worn.piece(code)
        if piece is None:
            continue
        for inner in piece.inner_darts:
            top, low = inner.a[0], inner.a[-1]
            if not is_whole(piece) or top[0] > 0:
                a, b = place(worn, piece, (top[0], top[1])), place(worn, piece, (low[0], low[1]))
                lower, upper = sorted((a, b), key=lambda p: -p[1])
                found.append(Dart(lower, upper, ""))
        for seam in worn.draft.seams:
            if seam.kind != "dart" or seam.a[0].piece != code or seam.a[0].copy != 1:
                continue
            first, second = seam.a[0].edge, seam.b[0].edge
            if first and second:
                dart = _dart(worn, piece, first, second)
                if dart is not None:
                    found.append(dart)
    return [dart for dart in found if dist(dart.mouth, dart.point) > SPECK]


def _dart(worn: Worn, piece: Piece, first: str, second: str) -> Dart | None:
    a, b = piece.edge(first).points, piece.edge(second).points
    ways = [(p, q) for p in (0, -1) for q in (0, -1)]
    p, q = min(ways, key=lambda way: hypot(*(a[way[0]] - b[way[1]])))
    tip = (float(a[p][0]), float(a[p][1]))
    mouth = (a[-1 - p] + b[-1 - q]) / 2
    if is_whole(piece) and float(mouth[0]) < 0.5:
        return None
    edges = right_half(piece)
    names = [edge.name for edge in edges]
    if first not in names or second not in names:
        return None
    here = sorted((names.index(first), names.index(second)))
    beside = [edges[i] for i in (here[0] - 1, (here[1] + 1) % len(edges)) if i >= 0]
    line = next(
        (s for e in beside if (s := stem(e)) in ("waist", "side", "shoulder", "armhole", "neckline",
                                                 "hem")),
        "",
    )  # fmt: skip
    before = sum(_counted(e) for e in edges[: here[0]] if stem(e) == line)
    whole = run(piece, line)
    share = before / whole if whole else 0.5
    point = place(worn, piece, tip)
    if line == "waist":
        # a skirt's waist runs outward, a bodice's back to the centre
        parts = [edge.points for edge in edges if stem(edge) == line and _counted(edge)]
        outward = abs(float(parts[0][0, 0])) < abs(float(parts[-1][-1, 0]))
        share = share if outward else 1.0 - share
        if piece.component != "skirt":
            return Dart(waist_point(worn, share, worn.seam), point, line)
        at_waist = waist_point(worn, share, worn.top)
        # as long as it is sewn, from wherever the drawn waist bows to
        return Dart(at_waist, (point[0], at_waist[1] + tip[1] - float(mouth[1])), line)
    if line == "side":
        bottom = worn.seam if not worn.through else worn.hem
        y = worn.underarm + share * (bottom - worn.underarm)
        return Dart((worn.side.at(y), y), point, line)
    if line in ("shoulder", "armhole"):
        curve = worn.shoulder if line == "shoulder" else worn.armhole
        return Dart(point_along(curve, share), point, line)
    return Dart(place(worn, piece, (float(mouth[0]), float(mouth[1]))), point, line)


def waist_point(worn: Worn, share: float, y: float | None = None) -> Point:
    """The point of a level line (the bodice's seam) so far round from the centre to the side."""
    height = worn.seam if y is None else y
    x = worn.across(share, height)
    return (x, worn.on_bow(height, x))


def point_along(curve: Curve, share: float) -> Point:
    """The point that share of a curve's length along it."""
    if share >= 1.0:
        return curve[-1][3]
    lengths = []
    for cubic in curve:
        p = [at(cubic, t / 4) for t in range(5)]
        lengths.append(sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(p)))
    left = max(share, 0.0) * sum(lengths)
    for cubic, long in zip(curve, lengths, strict=True):
        if left <= long:
            return at(cubic, left / long if long else 0.0)
        left -= long
    return curve[-1][3]


def place(worn: Worn, piece: Piece, point: Point) -> Point:
    """Where a point of a piece lies on the figure (right half)."""
    x, y = abs(float(point[0])), float(point[1])
    if piece.component == "skirt":
        height = worn.seam + y
    else:
        end, here, scale = worn.once(_lies, piece.code)
        height = here - (end - y) * scale
    return (worn.across(x / max(worn.quarter(height), 1.0), height), height)


def _lies(worn: Worn, code: str) -> tuple[float, float, float]:
    """A height on a bodice's piece, the same on the figure, and drawn heights over the piece's own."""
    piece = worn.codes[code]
    end, here = _anchor(worn, piece)
    return end, here, _scale(worn, piece, end, here)


def _anchor(worn: Worn, piece: Piece) -> tuple[float, float]:
    """A height on a bodice's piece and the same on the figure: its waist, or the seam below the bust."""
    waist = piece.levels.get("waist")
    if waist is not None and waist.y is not None:
        return waist.y, worn.waist
    ys = [float(e.points[:, 1].max()) for e in piece.edges if e.line == "waist"]
    if ys:
        return max(ys), worn.seam
    hip = piece.levels.get("hip")
    if hip is not None and hip.y is not None:
        return hip.y - (worn.level["hip"] - worn.waist), worn.waist
    return max(float(e.points[:, 1].max()) for e in piece.edges) - worn.length, worn.waist


def _scale(worn: Worn, piece: Piece, end: float, here: float) -> float:
    """Drawn height over the piece's own, between neck and waist."""
    top = min(float(e.points[:, 1].min()) for e in piece.edges)
    return min((here - worn.level["side_neck"]) / (end - top), 1.0) if end > top else 1.0


def drawn(points: Points) -> Curve:
    """A flattened line of a piece as a few smooth curves that leave and arrive as it does, its corners
    kept."""
    steps = np.diff(points, axis=0)
    sizes = np.hypot(steps[:, 0], steps[:, 1])
    keep = sizes > 1e-6
    points = np.concatenate((points[:1], points[1:][keep]))
    steps, sizes = steps[keep], sizes[keep]
    way = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
    turn = np.abs((np.diff(way) + 180.0) % 360.0 - 180.0)
    bends = [0, *(np.nonzero(turn > BENT)[0] + 1), len(points) - 1]
    far = np.concatenate(([0.0], np.cumsum(sizes)))
    ways = steps / sizes[:, None]
    curve: Curve = []
    for a, b in pairwise(bends):
        long = float(far[b] - far[a])
        count = 1 if b - a == 1 or long < 20 else 3
        at_ = np.linspace(far[a], far[b], count + 1)
        xs, ys = np.interp(at_, far, points[:, 0]), np.interp(at_, far, points[:, 1])
        # the way at a point within is that of the chord that holds it
        held = np.clip(np.searchsorted(far, at_, side="right") - 1, a, b - 1)
        held[-1] = b - 1
        third = long / count / 3
        for n in range(count):
            (ux, uy), (vx, vy) = ways[held[n]] * third, ways[held[n + 1]] * third
            (px, py), (qx, qy) = (xs[n], ys[n]), (xs[n + 1], ys[n + 1])
            curve.append((
                (float(px), float(py)), (float(px + ux), float(py + uy)),
                (float(qx - vx), float(qy - vy)), (float(qx), float(qy)),
            ))  # fmt: skip
    return curve
