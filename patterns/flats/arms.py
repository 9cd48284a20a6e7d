"""Her hanging arm as a sleeve sees it: points along it and beside it. Right arm, mm."""

from __future__ import annotations

from math import degrees, hypot

import numpy as np

from measurements.figure.curves import Point

from .worn import Worn

AROUND = 0.275
"""Breadth over girth of a sleeve that lies close, as of the upper arm itself."""


class ArmLine:
    """The line down the middle of the arm, in mm from the shoulder's tip along its outside."""

    def __init__(self, worn: Worn) -> None:
        arm = worn.figure.arm
        self.arm = arm
        self.cap = 0.80 * arm.upper
        self.above = hypot(arm.elbow[0] - arm.joint[0], arm.elbow[1] - arm.joint[1])
        below = hypot(arm.wrist[0] - arm.elbow[0], arm.wrist[1] - arm.elbow[1])
        self.elbow = self.cap + self.above
        self.wrist = self.elbow + below
        self.first = _unit(arm.joint, arm.elbow)
        self.second = _unit(arm.elbow, arm.wrist)

    def at(self, along: float, off: float = 0.0) -> Point:
        """The point `along` mm down from the shoulder's tip, `off` mm to the outside of the middle."""
        origin, way, rest = (
            (self.arm.joint, self.first, along - self.cap) if along <= self.elbow
            else (self.arm.elbow, self.second, along - self.elbow)
        )  # fmt: skip
        across = self.way(along)
        return (
            origin[0] + way[0] * rest + across[1] * off,
            origin[1] + way[1] * rest - across[0] * off,
        )

    def way(self, along: float) -> Point:
        """Which way the arm runs there; round the elbow it turns little by little."""
        t = min(max((along - self.elbow) / 120.0 + 0.5, 0.0), 1.0)
        x = self.first[0] + (self.second[0] - self.first[0]) * t
        y = self.first[1] + (self.second[1] - self.first[1]) * t
        long = hypot(x, y)
        return (x / long, y / long)

    def half(self, along: float) -> float:
        """Half the arm's own breadth there."""
        arm = self.arm
        return float(np.interp(
            along, (self.cap, self.elbow, self.wrist), (arm.upper, arm.at_elbow, arm.at_wrist)
        ))  # fmt: skip

    @property
    def lean(self) -> float:
        """Degrees from the vertical at which the upper arm hangs, as SVG turns (outward negative)."""
        return -degrees(np.arctan2(self.first[0], self.first[1]))


def _unit(a: Point, b: Point) -> Point:
    long = hypot(b[0] - a[0], b[1] - a[1])
    return ((b[0] - a[0]) / long, (b[1] - a[1]) / long)
