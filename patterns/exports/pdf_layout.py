"""Where the pieces lie on the paper: as few A4 sheets as quickly as may be. Knows no Django.

Paper has no grain, so a piece may be turned by quarters. Pieces are let fall, by their true
outlines, on to what lies already; several widths and orders are tried, the fewest sheets win.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from patterns.drafting.draft import Points

FRAME = (180.0, 260.0)
"""What one sheet of A4 carries, mm, without the overlap."""
GAP = 6.0
_COLUMN = 10.0
_WIDEST = 8  # sheets: what a cutting table holds

Heights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on the paper: turned by `turn` quarters (clockwise as seen), then moved by x, y."""

    turn: int
    x: float
    y: float

    def put(self, points: Points) -> Points:
        """Points of the piece as they lie on the paper, mm, y down."""
        moved: Points = turned(points, self.turn) + np.array([self.x, self.y])
        return moved

    def lift(self, points: Points) -> Points:
        """Points of the paper in the piece's own axes."""
        return turned(points - np.array([self.x, self.y]), -self.turn)


@dataclass(frozen=True, slots=True)
class Paper:
    """The laid paper: sheets across and down, where each piece lies, which sheets (row, column)
    carry something."""

    columns: int
    rows: int
    placed: tuple[Placed, ...]
    used: tuple[tuple[int, int], ...]

    @property
    def size(self) -> tuple[float, float]:
        return self.columns * FRAME[0], self.rows * FRAME[1]

    def joins(self) -> Iterator[Points]:
        """The lines at which sheets meet, each across the whole paper."""
        width, height = self.size
        for column in range(1, self.columns):
            yield np.array([(column * FRAME[0], 0.0), (column * FRAME[0], height)])
        for row in range(1, self.rows):
            yield np.array([(0.0, row * FRAME[1]), (width, row * FRAME[1])])


@dataclass(frozen=True, slots=True)
class _Shape:
    """A turned outline: its upper and lower edge over columns of 10 mm, half the gap around."""

    turn: int
    top: Heights
    bottom: Heights
    corner: tuple[float, float]

    @property
    def columns(self) -> int:
        return len(self.top)


def turned(points: Points, turn: int) -> Points:
    """Points turned by quarters about the origin; y runs down."""
    x, y = np.asarray(points, dtype=float).T
    return np.column_stack([(x, y), (-y, x), (-x, -y), (y, -x)][turn % 4])


def lay_on_paper(outlines: Sequence[Points]) -> Paper:
    """Lay closed outlines (mm) on a grid of sheets. Same outlines in, same paper out."""
    shapes = [[_shape(outline, turn) for turn in range(4)] for outline in outlines]
    best: tuple[tuple[float, ...], int, list[Placed], list[tuple[int, int]]] | None = None
    for columns in _widths(shapes):
        for order in _orders(shapes):
            laid = _drop(shapes, order, columns, best[0][0] if best else math.inf)
            if laid is None:
                continue
            placed, used = laid
            rows = 1 + max(row for row, _ in used)
            score = (len(used), columns * rows, abs(columns * FRAME[0] - rows * FRAME[1]))
            if best is None or score < best[0]:
                best = score, columns, placed, used
    assert best is not None  # the widest paper takes every outline, upright or turned
    _, columns, placed, used = best
    wide = 1 + max(column for _, column in used)
    return Paper(wide, 1 + max(row for row, _ in used), tuple(placed), tuple(sorted(used)))


def _shape(outline: Points, turn: int) -> _Shape:
    points = turned(outline, turn)
    low = points.min(axis=0) - GAP / 2
    points = points - low
    closed = np.vstack([points, points[:1]])
    steps = np.hypot(*np.diff(closed, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.union1d(np.arange(0.0, along[-1], 1.0), along)
    x, y = np.interp(at, along, closed[:, 0]), np.interp(at, along, closed[:, 1])
    count = int(np.ceil((points[:, 0].max() + GAP / 2) / _COLUMN))
    top, bottom = np.full(count, np.inf), np.full(count, -np.inf)
    for shift in (-GAP / 2, 0.0, GAP / 2):  # the gap at the sides
        column = np.clip(((x + shift) / _COLUMN).astype(int), 0, count - 1)
        np.minimum.at(top, column, y - GAP / 2)
        np.maximum.at(bottom, column, y + GAP / 2)
    return _Shape(turn, top, bottom, (float(low[0]), float(low[1])))


def _widths(shapes: list[list[_Shape]]) -> Iterator[int]:
    need = max(min(shape.columns for shape in turns) for turns in shapes) * _COLUMN
    least = max(1, int(np.ceil(need / FRAME[0])))
    yield from range(least, max(least, _WIDEST) + 1)


def _orders(shapes: list[list[_Shape]]) -> Iterator[list[int]]:
    def area(index: int) -> float:
        return float((shapes[index][0].bottom - shapes[index][0].top).sum())

    def longest(index: int) -> float:
        return max(float(shape.bottom.max()) for shape in shapes[index])

    def shortest(index: int) -> float:
        return min(float(shape.bottom.max()) for shape in shapes[index])

    for key in (area, longest, shortest):
        yield sorted(range(len(shapes)), key=lambda index: (-key(index), index))


def _drop(
    shapes: list[list[_Shape]], order: list[int], columns: int, most: float
) -> tuple[list[Placed], list[tuple[int, int]]] | None:
    """Let the shapes fall in this order; None if one is too wide, or `most` sheets do not do."""
    across = int(columns * FRAME[0] / _COLUMN)
    skyline = np.zeros(across)
    placed: dict[int, Placed] = {}
    used: set[tuple[int, int]] = set()
    for index in order:
        choices = []
        for shape in shapes[index]:
            if shape.columns > across:
                continue
            windows = np.lib.stride_tricks.sliding_window_view(skyline, shape.columns)
            rest = np.maximum((windows - shape.top).max(axis=1), 0.0)
            reach = rest + shape.bottom.max()
            waste = (rest[:, None] + shape.top - windows).sum(axis=1) * _COLUMN / 1000.0
            cost = reach + waste
            at = int(np.argmin(cost))
            choices.append((float(cost[at]), shape.turn, at, float(rest[at]), shape))
        if not choices:
            return None
        _, turn, at, rest_at, shape = min(choices, key=lambda choice: choice[:3])
        skyline[at : at + shape.columns] = rest_at + shape.bottom
        placed[index] = Placed(turn, at * _COLUMN - shape.corner[0], rest_at - shape.corner[1])
        used |= set(_sheets(shape, at, rest_at))
        if len(used) > most:
            return None
    return [placed[index] for index in range(len(shapes))], sorted(used)


def _sheets(shape: _Shape, at: int, rest: float) -> Iterator[tuple[int, int]]:
    """The sheets that a shape lies on; the empty gap around it does not count."""
    column = ((at + np.arange(shape.columns)) * _COLUMN // FRAME[0]).astype(int)
    for number in np.unique(column):
        here = column == number
        first = (rest + shape.top[here].min() + GAP / 2) // FRAME[1]
        last = (rest + shape.bottom[here].max() - GAP / 2) // FRAME[1]
        for row in range(int(first), int(last) + 1):
            yield row, int(number)
