"""What drafting gives: pieces, seams, finished measures, warnings. `contracts/draft.md` in values.

Points are (n, 2) float arrays in mm, x right, y down, flattened to 0.01 mm. Nothing here is changed
after it was made.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

import numpy as np

from measurements.body import Body
from patterns.specs import Setting

from .geometry import Point as Point
from .geometry import Points as Points
from .geometry import between
from .values import value

Finish = Literal["seam", "hem", "fold", "raw"]


class Refusal(Exception):  # noqa: N818 - the trade refuses, it does not err
    """A body or a choice that cannot be drafted well: why, in words for the buyer."""

    def __init__(self, code: str, message: str, measurements: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.measurements = code, message, measurements


@value
class Edge:
    name: str
    points: Points
    allowance: float
    finish: Finish = "seam"
    line: str | None = None
    length: float = 0.0
    """Of its curve, mm; its points' chords are shorter by some micrometres."""

    def points_at(self, distances: Sequence[float]) -> list[Point]:
        """The points so far along the edge."""
        if len(self.points) == 2:
            start, end = self.points.tolist()
            shares = [at / math.dist(start, end) for at in distances]
            return [between(start, end, min(max(share, 0.0), 1.0)) for share in shares]
        steps = self.points[1:] - self.points[:-1]
        so_far = np.concatenate(((0.0,), np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
        x = np.interp(distances, so_far, self.points[:, 0]).tolist()
        y = np.interp(distances, so_far, self.points[:, 1]).tolist()
        return list(zip(x, y, strict=True))


@value
class Notch:
    edge: str
    at: float
    point: Point
    kind: Literal["single", "double"] = "single"


@value
class InsideLine:
    name: str
    kind: Literal["centre", "fold", "roll", "stitch", "placement", "cut", "measure"]
    points: Points


@value
class InnerDart:
    name: str
    a: Points
    b: Points


@value
class Pleat:
    """Two lines that are brought together, each from the edge down to where the pleat is let go."""

    name: str
    start: tuple[Point, Point]
    end: tuple[Point, Point]


@value
class Level:
    """Where a girth is read off: at a height `y` (only between `x`), or along `lines`."""

    y: float | None = None
    x: tuple[float, float] | None = None
    lines: tuple[tuple[Point, Point], ...] = ()


@value
class Mark:
    kind: Literal["drill", "button", "buttonhole", "match"]
    points: tuple[Point, ...]


@value
class Piece:
    code: str
    name: str
    component: str
    layer: Literal["shell", "facing", "lining", "interfacing", "pocket"]
    material: str
    quantity: int
    mirrored: bool
    edges: tuple[Edge, ...]
    cut_line: Points
    grainline: tuple[Point, Point]
    grain: Literal["both", "one-way", "bias"] = "both"
    notches: tuple[Notch, ...] = ()
    lines: tuple[InsideLine, ...] = ()
    inner_darts: tuple[InnerDart, ...] = ()
    pleats: tuple[Pleat, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

    def edge(self, name: str) -> Edge:
        for edge in self.edges:
            if edge.name == name:
                return edge
        raise KeyError(name)


@value
class Side:
    """One side of a seam: an edge, or an inside line, of which copy, run from its end if reversed,
    less what the named pleats take up."""

    piece: str
    edge: str | None = None
    line: str | None = None
    copy: int = 1
    reversed: bool = False
    pleats: tuple[str, ...] = ()


@value
class Seam:
    name: str
    kind: Literal["join", "dart", "ease", "gather", "opening"]
    a: tuple[Side, ...]
    b: tuple[Side, ...]
    ease: float = 0.0
    where: str | None = None
    ratio: float | None = None
    closure: str | None = None
    match: tuple[tuple[float, float], ...] = ()
    breaks: tuple[str, ...] = ()


@value
class FinishedMeasure:
    """A point of measure. Just one of level, edges, lines says where it is measured;
    `edges` and `lines` hold (piece, edge or line name, times)."""

    name: str
    value: float
    body: float | None = None
    ease: float | None = None
    ease_parameter: str | None = None
    level: str | None = None
    pieces: tuple[tuple[str, int], ...] = ()
    edges: tuple[tuple[str, str, int], ...] = ()
    lines: tuple[tuple[str, str, int], ...] = ()


@value
class Remark:
    """What a tailor should know and the buyer may read."""

    code: str
    message: str


@value
class Trim:
    """What else is sewn in: a zip of 560 mm, two buttons of 15 mm. `size` in mm, None where it has none."""

    name: str
    quantity: int = 1
    size: float | None = None


@value
class Operation:
    """A step of the sewing, in words for the bench; a smaller `step` comes before a larger one."""

    step: int
    words: str


@value
class Draft:
    style: str
    kind: str
    engine: str
    body: Body
    choices: Mapping[str, Setting]
    parameters: Mapping[str, Setting]
    pieces: tuple[Piece, ...]
    seams: tuple[Seam, ...]
    finished: tuple[FinishedMeasure, ...]
    warnings: tuple[Remark, ...] = ()
    trims: tuple[Trim, ...] = ()
    operations: tuple[Operation, ...] = ()
    subject: str | None = None

    def piece(self, code: str) -> Piece:
        return next(piece for piece in self.pieces if piece.code == code)

    def measure(self, name: str) -> FinishedMeasure | None:
        return next((measure for measure in self.finished if measure.name == name), None)
