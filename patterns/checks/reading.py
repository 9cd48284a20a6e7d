"""A piece read back from a draft's data: its geometry and nothing else, for the checks.

It shares no code with drafting on purpose: what drafting got wrong must not be wrong here as well.
All lengths are mm, angles degrees; x runs right, y down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

Array = npt.NDArray[np.float64]

CORNER_REACH = 1.0  # an edge's direction at its end is taken over its last millimetre


@dataclass(frozen=True)
class Run:
    """A polyline with its length so far at each point."""

    points: Array
    so_far: Array

    @classmethod
    def of(cls, points: Sequence[Sequence[float]]) -> Run:
        array = np.asarray(points, dtype=float)
        steps = np.hypot(*np.diff(array, axis=0).T)
        return cls(array, np.concatenate(([0.0], np.cumsum(steps))))

    @property
    def length(self) -> float:
        return float(self.so_far[-1])

    def at(self, distances: Sequence[float] | Array) -> Array:
        """The points at these distances from the start, (n, 2)."""
        return np.column_stack(
            [np.interp(distances, self.so_far, self.points[:, axis]) for axis in (0, 1)]
        )

    def directions(self, distances: Sequence[float] | Array) -> Array:
        """The unit directions at these distances from the start, (n, 2)."""
        last = len(self.so_far) - 2
        index = np.clip(np.searchsorted(self.so_far, distances, side="right") - 1, 0, last)
        step = self.points[index + 1] - self.points[index]
        size = np.hypot(step[:, 0], step[:, 1])
        return np.asarray(step / np.where(size == 0, 1.0, size)[:, None])

    def away(self, from_end: bool) -> Array:
        """The direction from one end into the polyline."""
        reach = min(CORNER_REACH, self.length / 2)
        start = self.points[-1] if from_end else self.points[0]
        inner = self.at([self.length - reach if from_end else reach])[0]
        vector = inner - start
        size = float(np.hypot(*vector))
        return np.asarray(vector / size) if size else np.asarray(vector)


def polygon(points: Array) -> shapely.Polygon:
    shape: shapely.Polygon = shapely.polygons(points)
    return shape


class ReadPiece:
    """A piece of the contract with its edges as runs and its outline as a polygon."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.code: str = data["code"]
        self.component: str = data["component"]
        self.layer: str = data["layer"]
        self.quantity: int = data["cut"]["quantity"]
        self.edges: dict[str, Mapping[str, Any]] = {edge["name"]: edge for edge in data["edges"]}
        self.order: list[str] = [edge["name"] for edge in data["edges"]]
        self.runs = {name: Run.of(edge["points"]) for name, edge in self.edges.items()}
        self.lines = {line["name"]: Run.of(line["points"]) for line in data.get("lines") or ()}
        self.place = {name: index for index, name in enumerate(self.order)}
        self.dart_legs: set[str] = set()

    @cached_property
    def ring(self) -> Array:
        return np.vstack([self.runs[name].points[:-1] for name in self.order])

    @cached_property
    def outline(self) -> shapely.Polygon:
        return polygon(self.ring)

    @cached_property
    def cut(self) -> shapely.Polygon:
        return polygon(np.asarray(self.data["cut_line"], dtype=float))

    @cached_property
    def turn(self) -> float:
        """1 where the piece lies on the right hand of its edges as drawn on a y-down sheet, −1 on
        the left."""
        x, y = self.ring.T
        return 1.0 if float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) > 0 else -1.0

    def outward(self, directions: Array) -> Array:
        """The normals that point out of the piece, for directions along its edges."""
        return np.column_stack([directions[:, 1], -directions[:, 0]]) * self.turn

    def next_to(self, name: str, after: bool) -> Mapping[str, Any]:
        """The edge after this one around the outline, or the one before it."""
        step = 1 if after else -1
        return self.edges[self.order[(self.place[name] + step) % len(self.order)]]

    def corner(self, name: str, at_end: bool) -> float:
        """The inside angle, 0 to 360, where an edge meets the next (or the one before)."""
        other = self.next_to(name, at_end)["name"]
        before, after = (name, other) if at_end else (other, name)
        back = self.runs[before].away(from_end=True)
        on = self.runs[after].away(from_end=False)
        # From the way on, turning through the inside, to the way back.
        cross = float(on[0] * back[1] - on[1] * back[0]) * self.turn
        return float(np.degrees(np.arctan2(cross, float(on @ back))) % 360)

    def width_at(self, y: float, between: tuple[float, float] | None = None) -> float:
        """How much of the piece lies at a height, inner darts and pleats left out."""
        wide = _inside_at(self.ring, y, between)
        for dart in self.data.get("inner_darts") or ():
            wide -= _inside_at(_loop(dart["a"], dart["b"]), y, between)
        for pleat in self.data.get("pleats") or ():
            wide -= _inside_at(_loop(pleat["from"], pleat["to"]), y, between)
        return wide

    def level_width(self, level: Mapping[str, Any]) -> float:
        if "lines" in level:
            return float(sum(np.hypot(*np.subtract(end, start)) for start, end in level["lines"]))
        between = level.get("x")
        return self.width_at(level["y"], (min(between), max(between)) if between else None)

    def side_length(self, side: Mapping[str, Any]) -> float:
        """The length of an edge or inside line, less what its pleats take up."""
        run = self.runs[side["edge"]] if side.get("edge") else self.lines[side["line"]]
        taken = 0.0
        for pleat in self.data.get("pleats") or ():
            if pleat["name"] in (side.get("pleats") or ()):
                taken += float(np.hypot(*np.subtract(pleat["to"][0], pleat["from"][0])))
        return run.length - taken


def _loop(there: Sequence[Sequence[float]], back: Sequence[Sequence[float]]) -> Array:
    return np.vstack([there, list(back)[::-1]]).astype(float)


def _inside_at(ring: Array, y: float, between: tuple[float, float] | None) -> float:
    """The length of a horizontal line inside a closed ring, by the ring's crossings with it."""
    x0, y0 = ring.T
    x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
    crosses = (y0 > y) != (y1 > y)
    xs = np.sort(x0[crosses] + (y - y0[crosses]) / (y1 - y0)[crosses] * (x1 - x0)[crosses])
    starts, ends = xs[0::2], xs[1::2]
    if between is not None:
        starts, ends = np.maximum(starts, between[0]), np.minimum(ends, between[1])
    return float(np.maximum(ends - starts, 0.0).sum())


def outward_distance(points: Array, normals: Array, ring: Array, slack: float) -> Array:
    """How far from each point, along its normal, the closed ring lies; inf where it is not met.

    A ring up to `slack` behind the point counts as at the point.
    """
    start, step = ring, np.roll(ring, -1, axis=0) - ring
    away = start[None, :, :] - points[:, None, :]
    across = normals[:, None, 0] * step[None, :, 1] - normals[:, None, 1] * step[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        along = (away[..., 0] * step[None, :, 1] - away[..., 1] * step[None, :, 0]) / across
        share = (away[..., 0] * normals[:, None, 1] - away[..., 1] * normals[:, None, 0]) / across
    met = (share >= -1e-9) & (share <= 1 + 1e-9) & (along >= -slack)
    nearest: Array = np.where(met, along, np.inf).min(axis=1)
    return np.maximum(nearest, 0.0)
