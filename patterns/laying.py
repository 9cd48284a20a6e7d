"""Laying the pieces on the cloth: how much of it a draft needs, and where each piece lies.

The cloth's length runs down (y), its width across (x), mm. Pieces lie with their grainline along
the length, turned by 180° where that saves cloth and neither the piece nor the cloth forbids it.
They are set one after another, each where its own shape comes to lie highest over what lies there
already: the longest first, or the largest round; then again with that piece first which reached
furthest. The shortest of these few layouts counts. Quick rather than perfect: each change in the
studio is priced by it.
Same draft in, same layout out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided

from patterns.drafting.draft import Draft, Piece, Points, Refusal
from patterns.drafting.polylines import lengths_along

STEP = 10.0  # mm: pieces are set side by side to this grid across the cloth
GAP = 4.0  # mm left between pieces along the cloth
SAMPLE = 2.0  # mm between the points at which an outline's shape is read, under GAP
ROUND_UP = 10.0  # mm: cloth is cut and priced by the centimetre
AGAIN = 2
"""So many times each order is tried again; cloth is some 4 % shorter by it."""
SPARE = 1.02
"""A layout so little longer than it must be is good enough."""
INTERFACING_WIDTH = 900.0  # mm, as fusible interfacing is commonly sold

Profile = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece where it lies: `x`, `y` are the least of its cut line on the cloth.

    `turned`: by 180°. `mirrored`: turned over, as the second of a pair is.
    """

    piece: str
    copy: int
    material: str
    x: float
    y: float
    turned: bool
    mirrored: bool


@dataclass(frozen=True, slots=True)
class ClothNeed:
    """The length of each material to cut, mm, and the layout that needs it."""

    lengths: Mapping[str, float]
    layout: tuple[Laid, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A copy of a piece ready to lay: its extent, and where its cut line begins and ends along
    the cloth in each step across it."""

    piece: Piece
    copy: int
    mirrored: bool
    size: tuple[float, float]
    top: Profile
    bottom: Profile

    def turned(self) -> _Shape:
        top, bottom = self.size[1] - self.bottom[::-1], self.size[1] - self.top[::-1]
        return _Shape(self.piece, self.copy, self.mirrored, self.size, top, bottom)


def along_grain(piece: Piece, copy: int = 1) -> Points:
    """The cut line of a copy as it lies on the cloth, its least x and y at 0."""
    points = piece.cut_line
    if piece.mirrored and copy % 2 == 0:
        points = points * np.array([-1.0, 1.0])
    (x0, y0), (x1, y1) = piece.grainline
    dx, dy = (x1 - x0) * (-1.0 if piece.mirrored and copy % 2 == 0 else 1.0), y1 - y0
    if dy < 0 or (dy == 0 and dx < 0):  # an arrow has two heads: which is its start says nothing
        dx, dy = -dx, -dy
    if abs(dx) > 1e-9:
        size = math.hypot(dx, dy)
        turn = np.array([[dy, dx], [-dx, dy]]) / size
        points = points @ turn
    moved: Points = points - points.min(axis=0)
    return moved


def _shape(piece: Piece, copy: int) -> _Shape:
    points = along_grain(piece, copy)
    width, height = (float(most) for most in points.max(axis=0))
    closed = np.vstack([points, points[:1]])
    so_far = lengths_along(closed)
    where = np.concatenate([np.arange(0.0, so_far[-1], SAMPLE), so_far])
    x, y = np.interp(where, so_far, closed[:, 0]), np.interp(where, so_far, closed[:, 1])
    steps = max(1, math.ceil(width / STEP - 1e-9))
    column = np.minimum((x / STEP).astype(np.int64), steps - 1)
    top, bottom = np.full(steps, np.inf), np.full(steps, -np.inf)
    np.minimum.at(top, column, y)
    np.maximum.at(bottom, column, y)
    mirrored = piece.mirrored and copy % 2 == 0
    return _Shape(piece, copy, mirrored, (width, height), top, bottom)


def _shapes(pieces: list[Piece]) -> Iterator[_Shape]:
    for piece in pieces:
        first = _shape(piece, 1)
        over = _Shape(piece, 2, True, first.size, first.top[::-1], first.bottom[::-1])
        # Turned over, a shape that does not fill its last step lies a little to the left of it.
        if piece.mirrored and first.size[0] % STEP > 1e-9:
            over = _shape(piece, 2)
        for copy in range(1, piece.quantity + 1):
            base = over if piece.mirrored and copy % 2 == 0 else first
            yield _Shape(piece, copy, base.mirrored, base.size, base.top, base.bottom)


def _lay(shapes: list[_Shape], width: float, nap: bool) -> tuple[float, list[Laid]]:
    steps = int(width / STEP + 1e-9)
    edge = np.zeros(steps)  # how far down the cloth is taken, in each step across
    laid, length = [], 0.0
    for shape in shapes:
        free = not nap and shape.piece.grain == "both"
        best: tuple[float, float, int, bool, _Shape] | None = None
        for turned, candidate in (
            ((False, shape), (True, shape.turned())) if free else ((False, shape),)
        ):
            count = len(candidate.top)
            # Each row: the cloth's edge under the shape, one step further across than the last.
            under = as_strided(edge, (steps - count + 1, count), edge.strides * 2, writeable=False)
            starts = (under - candidate.top).max(axis=1)
            np.maximum(starts, 0.0, out=starts)
            ends = starts + candidate.size[1]
            at = int(np.argmin(np.maximum(ends, length) * 1e3 + starts))
            found = (max(float(ends[at]), length), float(starts[at]), at, turned, candidate)
            if best is None or found[:2] < (best[0] - 1e-6, best[1] - 1e-6):
                best = found
        assert best is not None
        _, start, at, turned, candidate = best
        taken = slice(at, at + len(candidate.bottom))
        edge[taken] = start + candidate.bottom + GAP
        length = max(length, start + candidate.size[1])
        laid.append(
            Laid(
                candidate.piece.code,
                candidate.copy,
                candidate.piece.material,
                at * STEP,
                start,
                turned,
                candidate.mirrored,
            )
        )
    return length, laid


def _shortest(shapes: list[_Shape], width: float, nap: bool) -> tuple[float, list[Laid]]:
    """The shortest of the layouts that are tried; the first of those as short."""
    taken = sum(float((shape.bottom - shape.top).sum()) * STEP for shape in shapes)
    least = SPARE * max(taken / width, *(shape.size[1] for shape in shapes))
    best: tuple[float, list[Laid]] = math.inf, []
    for order in (_by_length, _by_girth):
        row = sorted(shapes, key=order)
        for _ in range(1 + AGAIN):
            length, laid = _lay(row, width, nap)
            if length < best[0] - 1e-6:
                best = length, laid
            if best[0] <= least:
                return best
            ends = [place.y + shape.size[1] for place, shape in zip(laid, row, strict=True)]
            row.insert(0, row.pop(ends.index(max(ends))))
    return best


def _by_length(shape: _Shape) -> tuple[float, float, str, int]:
    return -shape.size[1], -shape.size[0], shape.piece.code, shape.copy


def _by_girth(shape: _Shape) -> tuple[float, float, str, int]:
    return -sum(shape.size), -shape.size[1], shape.piece.code, shape.copy


def cloth_need(draft: Draft, width: float, nap: bool = False) -> ClothNeed:
    """How much cloth of this width (mm) the draft needs, by material, in whole centimetres.

    `nap`: all pieces lie one way up. Interfacing comes in a width of its own. Raises Refusal where
    a piece is wider than the cloth.
    """
    lengths: dict[str, float] = {}
    layout: list[Laid] = []
    for material, shapes in _by_material(draft, width).items():
        lengths[material], laid = _need(material, shapes, width, nap)
        layout += laid
    return ClothNeed(lengths, tuple(layout))


def main_cloth(draft: Draft, width: float, nap: bool = False) -> float:
    """How much of its main cloth the draft needs, as `cloth_need` says, with nothing else laid out: what a
    change in the studio is priced by. Refuses the same."""
    return _need("main", _by_material(draft, width)["main"], width, nap)[0]


def _by_material(draft: Draft, width: float) -> dict[str, list[_Shape]]:
    """All that is to be laid, or Refusal."""
    by_material: dict[str, list[Piece]] = {}
    for piece in draft.pieces:
        by_material.setdefault(piece.material, []).append(piece)
    found = {material: list(_shapes(pieces)) for material, pieces in by_material.items()}
    for material, shapes in found.items():
        wide = _width(material, width)
        for shape in shapes:
            if len(shape.top) * STEP > wide + 1e-6:
                raise Refusal(
                    "cloth_too_narrow",
                    f"The {shape.piece.name} is {shape.size[0] / 10:.0f} cm wide, which this cloth"
                    f" of {wide / 10:.0f} cm cannot hold. Please choose a wider cloth.",
                    ("hip_girth",),
                )
    return found


def _width(material: str, width: float) -> float:
    return INTERFACING_WIDTH if material == "interfacing" else width


def _need(material: str, shapes: list[_Shape], width: float, nap: bool) -> tuple[float, list[Laid]]:
    length, laid = _shortest(shapes, _width(material, width), nap and material != "interfacing")
    return math.ceil(length / ROUND_UP - 1e-9) * ROUND_UP, laid
