"""A line that is known by its points alone: beside another, or off a finished piece."""

from __future__ import annotations

import math
from functools import cached_property

import numpy as np

from patterns.drafting.geometry import Path, Point, Points, unit
from patterns.drafting.polylines import lengths_along


class Traced(Path):
    """A polyline where a `Path` is asked for, without a stretch for each of its many chords.

    Its points are (n, 2), mm; no two neighbours may coincide. Read only.
    """

    points: Points

    def __init__(self, points: Points) -> None:
        object.__setattr__(self, "stretches", ())
        object.__setattr__(self, "points", points)

    @cached_property
    def so_far(self) -> Points:
        """How far along it each point lies."""
        return lengths_along(self.points)

    @cached_property
    def length(self) -> float:
        return float(self.so_far[-1])

    @property
    def start(self) -> Point:
        return _point(self.points[0])

    @property
    def end(self) -> Point:
        return _point(self.points[-1])

    @property
    def leaving(self) -> Point:
        return unit(_point(self.points[1] - self.points[0]))

    @property
    def arriving(self) -> Point:
        return unit(_point(self.points[-1] - self.points[-2]))

    def point_at(self, distance: float) -> Point:
        return (
            float(np.interp(distance, self.so_far, self.points[:, 0])),
            float(np.interp(distance, self.so_far, self.points[:, 1])),
        )

    def split(self, distance: float) -> tuple[Traced, Traced]:
        at = int(np.searchsorted(self.so_far, distance))
        here = np.array((self.point_at(distance),))
        first = self.points[:at]
        last = self.points[at:]
        if math.dist(first[-1], here[0]) < 1e-3:
            first = first[:-1]
        if math.dist(last[0], here[0]) < 1e-3:
            last = last[1:]
        return Traced(np.concatenate((first, here))), Traced(np.concatenate((here, last)))

    def then(self, other: Path) -> Traced:
        return Traced(np.concatenate((self.points, other.flatten()[1:])))

    def reversed(self) -> Traced:
        return Traced(self.points[::-1])

    def mirrored(self) -> Traced:
        return Traced(self.points * np.array((-1.0, 1.0)))

    def turned_over(self) -> Traced:
        over = Traced(self.points[::-1] * np.array((-1.0, 1.0)))
        over.__dict__["length"] = self.length
        return over

    def rotated(self, about: Point, degrees: float) -> Traced:
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        x, y = self.points[:, 0] - about[0], self.points[:, 1] - about[1]
        return Traced(np.column_stack((about[0] + x * cos - y * sin, about[1] + x * sin + y * cos)))

    def flatten(self) -> Points:
        return self.points


def _point(row: Points) -> Point:
    return float(row[0]), float(row[1])
