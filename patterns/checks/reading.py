"""A piece read back from a draft's data: its geometry and nothing else, for the checks.

It shares no code with drafting on purpose: what drafting got wrong must not be wrong here as well.
All lengths are mm, angles degrees; x runs right, y down.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

Array = npt.NDArray[np.float64]
Point = tuple[float, float]

CORNER_REACH = 1.0  # an edge's direction at its end is taken over its last millimetre


@dataclass(frozen=True)
class Run:
    """A polyline with its length so far at each point."""

    points: Array
    so_far: Array

    @classmethod
    def of(cls, points: Sequence[Sequence[float]] | Array) -> Run:
        array = np.asarray(points, dtype=float)
        return cls(array, _so_far(array))

    @property
    def length(self) -> float:
        return float(self.so_far[-1])

    def at(self, distances: Sequence[float] | Array) -> Array:
        """The points at these distances from the start, (n, 2)."""
        return _interpolate(distances, self.so_far, self.points)

    def away(self, from_end: bool) -> Point:
        """The unit direction from one end into the polyline."""
        return _away(self.points[::-1] if from_end else self.points, self.length)

    @cached_property
    def turn(self) -> float:
        """By how many radians it turns from its start to its end; positive to the right as it runs."""
        steps = self.points[1:] - self.points[:-1]
        x, y = steps[:, 0], steps[:, 1]
        cross = x[:-1] * y[1:] - y[:-1] * x[1:]
        return float(np.arctan2(cross, x[:-1] * x[1:] + y[:-1] * y[1:]).sum())


def _so_far(points: Array) -> Array:
    steps = points[1:] - points[:-1]
    so_far = np.empty(len(points))
    so_far[0] = 0.0
    np.cumsum(np.hypot(steps[:, 0], steps[:, 1]), out=so_far[1:])
    return so_far


def _interpolate(distances: Sequence[float] | Array, so_far: Array, points: Array) -> Array:
    found = np.empty((len(distances), 2))
    found[:, 0] = np.interp(distances, so_far, points[:, 0])
    found[:, 1] = np.interp(distances, so_far, points[:, 1])
    return found


def _away(points: Array, length: float) -> Point:
    """The direction of a polyline's first millimetre (or half of it)."""
    reach = min(CORNER_REACH, length / 2)
    (ax, ay), *others = points[:6].tolist()
    x, y, left = ax, ay, reach
    for bx, by in others:
        step = math.hypot(bx - x, by - y)
        if step >= left:
            share = left / step if step else 0.0
            x, y = x + share * (bx - x), y + share * (by - y)
            break
        x, y, left = bx, by, left - step
    size = math.hypot(x - ax, y - ay) or 1.0
    return (x - ax) / size, (y - ay) / size


def polygon(points: Array) -> shapely.Polygon:
    shape: shapely.Polygon = shapely.polygons(points)
    return shape


class ReadPiece:
    """A piece of the contract with its edges as runs and its outline as a polygon.

    `points` are those of all edges one after another, `so_far` the way along them; edge `name` is
    the slice `where[name]` of both.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.code: str = data["code"]
        self.name: str = data["name"]
        self.component: str = data["component"]
        self.layer: str = data["layer"]
        self.quantity: int = data["cut"]["quantity"]
        self.edges: dict[str, Mapping[str, Any]] = {edge["name"]: edge for edge in data["edges"]}
        self.order: list[str] = [edge["name"] for edge in data["edges"]]
        arrays = [np.asarray(edge["points"], dtype=float) for edge in data["edges"]]
        self.points = np.concatenate(arrays)
        self.so_far = _so_far(self.points)
        self.where: dict[str, slice] = {}
        start = 0
        for name, array in zip(self.order, arrays, strict=True):
            self.where[name] = slice(start, start + len(array))
            start += len(array)
        self.begin = {n: float(self.so_far[w.start]) for n, w in self.where.items()}
        self.lengths = {
            n: float(self.so_far[w.stop - 1]) - self.begin[n] for n, w in self.where.items()
        }
        self.lines = {line["name"]: Run.of(line["points"]) for line in data.get("lines") or ()}
        self.pleats = {
            pleat["name"]: math.dist(pleat["to"][0], pleat["from"][0])
            for pleat in data.get("pleats") or ()
        }  # fmt: skip
        self.place = {name: index for index, name in enumerate(self.order)}
        self.dart_legs: set[str] = set()
        self._ways: dict[tuple[str, bool], Point] = {}
        self._widths: dict[str, float] = {}

    def run(self, name: str) -> Run:
        where = self.where[name]
        return Run(self.points[where], self.so_far[where] - self.begin[name])

    def end(self, name: str, at_end: bool) -> Point:
        x, y = self.points[self.where[name].stop - 1 if at_end else self.where[name].start]
        return float(x), float(y)

    @cached_property
    def ring(self) -> Array:
        keep = np.ones(len(self.points), dtype=bool)
        keep[[where.stop - 1 for where in self.where.values()]] = False
        ring: Array = self.points[keep]
        return ring

    @cached_property
    def cut_ring(self) -> Array:
        return np.asarray(self.data["cut_line"], dtype=float)

    @cached_property
    def outline(self) -> shapely.Polygon:
        return polygon(self.ring)

    @cached_property
    def cut(self) -> shapely.Polygon:
        shape = polygon(self.cut_ring)
        shapely.prepare(shape)  # it is asked for every edge
        return shape

    @cached_property
    def turn(self) -> float:
        """1 where the piece lies on the right hand of its edges as drawn on a y-down sheet, −1 on
        the left."""
        x, y = self.ring[:, 0], self.ring[:, 1]
        twice = x[:-1] @ y[1:] - y[:-1] @ x[1:] + x[-1] * y[0] - y[-1] * x[0]
        return 1.0 if float(twice) > 0 else -1.0

    def at(self, ways: Array) -> Array:
        """The points so far along all edges, `begin` of an edge and a distance on it, (n, 2)."""
        return _interpolate(ways, self.so_far, self.points)

    def outward_at(self, ways: Array) -> Array:
        """The unit normals out of the piece there, (n, 2)."""
        last = len(self.so_far) - 2
        index = np.minimum(np.searchsorted(self.so_far, ways, side="right") - 1, last)
        step = self.points[index + 1] - self.points[index]
        size = np.hypot(step[:, 0], step[:, 1])
        size[size == 0] = 1.0
        normals = np.empty_like(step)
        normals[:, 0], normals[:, 1] = step[:, 1] / size, -step[:, 0] / size
        outward: Array = normals * self.turn
        return outward

    def next_to(self, name: str, after: bool) -> Mapping[str, Any]:
        """The edge after this one around the outline, or the one before it."""
        step = 1 if after else -1
        return self.edges[self.order[(self.place[name] + step) % len(self.order)]]

    def away(self, name: str, from_end: bool) -> Point:
        """The unit direction from one end of an edge into it."""
        key = (name, from_end)
        if key not in self._ways:
            points = self.points[self.where[name]]
            self._ways[key] = _away(points[::-1] if from_end else points, self.lengths[name])
        return self._ways[key]

    def corner(self, name: str, at_end: bool) -> float:
        """The inside angle, 0 to 360, where an edge meets the next (or the one before)."""
        other = self.next_to(name, at_end)["name"]
        before, after = (name, other) if at_end else (other, name)
        back, on = self.away(before, True), self.away(after, False)
        # From the way on, turning through the inside, to the way back.
        cross = (on[0] * back[1] - on[1] * back[0]) * self.turn
        return math.degrees(math.atan2(cross, on[0] * back[0] + on[1] * back[1])) % 360

    def width_at(self, y: float, between: tuple[float, float] | None = None) -> float:
        """How much of the piece lies at a height, inner darts and pleats left out."""
        wide = _inside_at(self.ring, y, between)
        for dart in self.data.get("inner_darts") or ():
            wide -= _inside_at(_loop(dart["a"], dart["b"]), y, between)
        for pleat in self.data.get("pleats") or ():
            wide -= _inside_at(_loop(pleat["from"], pleat["to"]), y, between)
        return wide

    def level_width(self, name: str) -> float:
        """How much of the piece lies at one of its levels. KeyError where it has none of that name."""
        if name not in self._widths:
            level = self.data["levels"][name]
            between = level.get("x")
            self._widths[name] = (
                float(sum(math.dist(start, end) for start, end in level["lines"]))
                if "lines" in level
                else self.width_at(level["y"], (min(between), max(between)) if between else None)
            )
        return self._widths[name]

    def side_length(self, side: Mapping[str, Any]) -> float:
        """The length of an edge or inside line, less what its pleats take up."""
        edge = side.get("edge")
        long = self.lengths[edge] if edge else self.lines[side["line"]].length
        return long - sum(self.pleats[name] for name in side.get("pleats") or ())


def _loop(there: Sequence[Sequence[float]], back: Sequence[Sequence[float]]) -> Array:
    return np.vstack([there, back[::-1]]).astype(float)


def _inside_at(ring: Array, y: float, between: tuple[float, float] | None) -> float:
    """The length of a horizontal line inside a closed ring, by the ring's crossings with it."""
    below = ring[:, 1] > y
    (over,) = np.nonzero(below[1:] != below[:-1])
    if below[0] != below[-1]:
        over = np.append(over, len(ring) - 1)
    start, end = ring[over], ring[(over + 1) % len(ring)]
    xs = np.sort(
        start[:, 0]
        + (y - start[:, 1]) / (end[:, 1] - start[:, 1]) * (end[:, 0] - start[:, 0])
    )  # fmt: skip
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
