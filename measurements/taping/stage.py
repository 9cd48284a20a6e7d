"""The figure as the tape's pictures show it, front, back or side, and where a line meets its edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import hypot
from typing import Final

from measurements.body import Body
from measurements.definitions import View
from measurements.figure import QUIET, Figure, figure_for
from measurements.figure.curves import Curve, Point, at, back, joined, line, mirror, spline
from measurements.figure.drawing import body_curves, inner_curves
from measurements.figure.hair import hair_of
from measurements.figure.head import ears, head_outline
from measurements.figure.limbs import arm_curves
from measurements.figure.side import (
    FACED,
    Side,
    head_curves,
    neck_curves,
    neck_ends,
    seated_leg,
    side_of,
    side_outline,
)
from measurements.figure.side_hair import side_hair

LINE: Final = QUIET.line
_FINE: Final = 6  # points that a Bézier is looked at by, for where a line meets it


@dataclass(frozen=True)
class Shape:
    """A curve as it is drawn: filled, lined, or both."""

    curve: Curve
    fill: str = "none"
    stroke: str = "none"
    opacity: float = 1.0
    thin: bool = False

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, right, top, bottom of its Béziers' corners."""
        points = [p for cubic in self.curve for p in cubic]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return min(xs), max(xs), min(ys), max(ys)

    @property
    def style(self) -> tuple[str, str, float, bool]:
        return (self.fill, self.stroke, self.opacity, self.thin)


@dataclass(frozen=True)
class Stage:
    """A figure in one view: what is drawn, back to front, and its edges by part."""

    view: View
    body: Body
    figure: Figure
    side: Side | None
    shapes: Sequence[Shape]
    edges: Mapping[str, Sequence[Sequence[Point]]]

    @property
    def levels(self) -> Mapping[str, float]:
        return self.figure.levels

    def hit(self, part: str, point: Point, towards: Point) -> Point:
        """Where the line from `point` along `towards` first meets that part's edge."""
        best: float | None = None
        (px, py), (dx, dy) = point, towards
        for edge in self.edges[part]:
            for (ax, ay), (bx, by) in pairwise(edge):
                ex, ey = bx - ax, by - ay
                cross = dx * ey - dy * ex
                if abs(cross) < 1e-9:
                    continue
                along = ((ax - px) * ey - (ay - py) * ex) / cross
                share = ((ax - px) * dy - (ay - py) * dx) / cross
                if along > 1e-6 and -1e-9 <= share <= 1 + 1e-9 and (best is None or along < best):
                    best = along
        if best is None:
            raise ValueError(f"the line from {point} meets no edge of {part}")
        return (px + best * dx, py + best * dy)

    def off_edge(self, point: Point) -> float:
        """How far a point lies from the nearest edge of any part."""
        return min(
            _distance(point, a, b)
            for edges in self.edges.values()
            for edge in edges
            for a, b in pairwise(edge)
        )


def _distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy or 1e-12
    share = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square))
    return hypot(p[0] - a[0] - share * dx, p[1] - a[1] - share * dy)


def sampled(curve: Curve, steps: int = _FINE) -> list[Point]:
    points = [curve[0][0]]
    for cubic in curve:
        points += [at(cubic, i / steps) for i in range(1, steps + 1)]
    return points


@lru_cache(maxsize=64)
def stage_for(body: Body, view: View, seated: bool = False) -> Stage:
    """The stage of a body in a view; `seated` only from the side."""
    figure = figure_for(body)
    if view == "side":
        return _from_side(body, figure, seated)
    arm, trunk, neck, side = body_curves(figure, view)
    limb = arm_curves(figure)
    head = head_outline(figure)
    shapes = [
        *(Shape(a, QUIET.skin, LINE) for a in (arm, mirror(arm))),
        Shape(trunk, QUIET.skin),
        *(Shape(c, stroke=LINE) for c in (neck, mirror(neck), side, mirror(side))),
        *(Shape(c, stroke=LINE, opacity=0.55, thin=True) for c in inner_curves(figure, view)),
    ]
    hair = hair_of(figure, view, QUIET.hair_shape)
    shapes += [Shape(ear, QUIET.skin, LINE) for ear in ears(figure)]
    shapes.append(Shape(head, QUIET.skin, LINE))
    shapes += [Shape(c, QUIET.hair, LINE) for c in hair.on]
    edges = {
        "trunk": [sampled(side), sampled(mirror(side))],
        "neck": [sampled(neck), sampled(mirror(neck))],
        "head": [sampled(head)],
        "arm": [sampled(c) for c in limb],
    }
    return Stage(view, body, figure, None, shapes, edges)


def _from_side(body: Body, figure: Figure, seated: bool) -> Stage:
    side = side_of(figure)
    outline = side_outline(side)
    skull, ear = head_curves(side)
    hair = side_hair(side, QUIET.hair_shape)
    throat, nape = neck_curves(side)
    lv = figure.levels
    (cx, cy), wide, tall = side.root
    root = spline(
        [(cx, cy - tall), (cx + 0.72 * wide, cy - 0.70 * tall), (cx + wide, cy + 0.1 * tall),
         (cx + 0.66 * wide, cy + 0.78 * tall), (cx, cy + tall), (cx - 0.66 * wide, cy + 0.78 * tall),
         (cx - wide, cy + 0.1 * tall), (cx - 0.72 * wide, cy - 0.70 * tall)],
        closed=True,
    )  # fmt: skip
    front = side.front.curve(side.pit[1], lv["ankle"])
    rear = side.back.curve(side.nape[1], lv["ankle"])
    shapes = [Shape(outline, QUIET.skin, LINE)]
    trunk = [sampled(front), sampled(rear), sampled(outline)]
    if seated:
        leg, seat = seated_leg(side)
        upper = joined(
            nape,
            side.back.curve(neck_ends(side), lv["hip"]),
            leg,
            back(side.front.curve(side.pit[1], lv["navel"])),
            throat,
        )
        shapes = [*_stool(side, seat, figure.height), Shape(upper, QUIET.skin, LINE)]
        trunk = [sampled(upper)]
    shapes += [
        Shape(root, QUIET.shade, LINE, 0.55, thin=True),
        Shape(skull, QUIET.skin),
        Shape(skull[:FACED], stroke=LINE),
        Shape(ear, QUIET.skin, LINE, thin=True),
        *(Shape(c, QUIET.hair, LINE) for c in hair.on),
    ]
    edges = {
        "trunk": trunk,
        "root": [sampled(root)],
        "head": [sampled(skull)],
        "neck": [sampled(throat), sampled(nape)],
    }
    return Stage("side", body, figure, side, shapes, edges)


def _stool(side: Side, seat: float, height: float) -> list[Shape]:
    """A plain stool under her."""
    left, right, thick = side.back.at(side.figure.levels["hip"]) - 30, 0.17 * height, 0.016 * height
    corners = [(left, seat), (right, seat), (right, seat + thick), (left, seat + thick)]
    top = _straight([*corners, corners[0]])
    feet = [
        _straight([(x, seat + thick), (x + lean, seat + 0.27 * height)])
        for x, lean in ((left + 20, -12.0), (right - 20, 12.0))
    ]
    return [Shape(top, "#efe8db", LINE), *(Shape(foot, stroke=LINE) for foot in feet)]


def _straight(points: Sequence[Point]) -> Curve:
    return [line(a, b) for a, b in pairwise(points)]
