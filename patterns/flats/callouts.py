"""Points of measure on a line drawing: where each finished measure is taken, lettered, with thin leaders
that cross neither each other nor a letter. mm.

Letters are strokes of our own, so that no font is needed wherever the drawing goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from measurements.figure.curves import Curve, Point, back, line, mirror, number, path_data, spline
from patterns.components.neckline import flat as neckline
from patterns.components.sleeve.kimono_flat import kimono
from patterns.components.sleeve.shape import SleeveShape

from .conventions import ring
from .worn import Worn

FRONT = (
    "bust_girth", "underbust_girth", "waist_girth", "hip_girth", "hem_girth", "shoulder_length",
    "across_front", "skirt_length", "upper_arm_girth", "sleeve_length", "sleeve_hem",
)  # fmt: skip
BACK = ("across_back", "centre_back_length")
"""The measures that are shown, in the order of their letters, each once."""

LETTERS = "ABCDEFGHIJKLM"
GIRTHS = ("bust_girth", "underbust_girth", "waist_girth", "hip_girth", "hem_girth")
RADIUS, APART, AWAY = 15.0, 42.0, 52.0
"""Of a letter's ring; how far apart letters stand at least, and how far from the garment."""

STROKES: Mapping[str, Sequence[Sequence[Point]]] = {
    "A": (((-3, 5), (0, -5), (3, 5)), ((-2, 1.6), (2, 1.6))),
    "B": (((-2.6, 5), (-2.6, -5), (1, -5), (2.4, -3.6), (2.2, -1.2), (0.8, -0.3), (-2.6, -0.3)),
          ((0.8, -0.3), (2.8, 1), (2.8, 3.6), (1.2, 5), (-2.6, 5))),
    "C": (((3, -3.4), (1.4, -5), (-1.4, -5), (-3, -2.6), (-3, 2.6), (-1.4, 5), (1.4, 5), (3, 3.4)),),
    "D": (((-2.8, -5), (-2.8, 5), (0.6, 5), (3, 2.6), (3, -2.6), (0.6, -5), (-2.8, -5)),),
    "E": (((2.6, -5), (-2.4, -5), (-2.4, 5), (2.6, 5)), ((-2.4, 0), (1.8, 0))),
    "F": (((2.6, -5), (-2.4, -5), (-2.4, 5)), ((-2.4, 0), (1.8, 0))),
    "G": (((3, -3.4), (1.4, -5), (-1.4, -5), (-3, -2.6), (-3, 2.6), (-1.4, 5), (1.4, 5), (3, 3.4),
           (3, 0.6), (0.6, 0.6)),),
    "H": (((-2.8, -5), (-2.8, 5)), ((2.8, -5), (2.8, 5)), ((-2.8, 0), (2.8, 0))),
    "I": (((0, -5), (0, 5)),),
    "J": (((2, -5), (2, 3), (0.8, 5), (-1.2, 5), (-2.6, 3)),),
    "K": (((-2.6, -5), (-2.6, 5)), ((2.8, -5), (-2.6, 0.8)), ((-0.6, -1.2), (3, 5))),
    "L": (((-2.2, -5), (-2.2, 5), (2.8, 5)),),
    "M": (((-3.4, 5), (-3.4, -5), (0, 2), (3.4, -5), (3.4, 5)),),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Callout:
    """A finished measure's letter, its name in the draft, the line it is taken along, and its leader: from
    where it touches that line to the middle of the letter's ring."""

    letter: str
    measure: str
    along: Curve
    touches: Point
    at: Point


def callouts(worn: Worn, box: tuple[float, float, float, float]) -> list[Callout]:
    """The measures that this view shows; `box` is what the drawing takes: x, y, breadth, height."""
    there = [
        (name, taken) for name in (*FRONT, *BACK)
        if worn.finished(name) is not None and (taken := _taken(worn, name))
    ]  # fmt: skip
    shown = [
        (letter, name, taken)
        for letter, (name, taken) in zip(LETTERS, there, strict=False)
        if (name in FRONT) == worn.front
    ]
    found: list[Callout] = []
    for hand, x in ((1.0, box[0] + box[2] + AWAY), (-1.0, box[0] - AWAY)):
        here = [
            (letter, name, along, touches)
            for letter, name, (along, touches) in shown if (touches[0] > 0) == (hand > 0)
        ]  # fmt: skip
        places = _places([touches for *_, touches in here], x, box)
        found += [
            Callout(letter, name, along, touches, at)
            for (letter, name, along, touches), at in zip(here, places, strict=True)
        ]
    return sorted(found, key=lambda each: each.letter)


def _places(
    points: Sequence[Point], x: float, box: tuple[float, float, float, float]
) -> list[Point]:
    """Places in a column for the letters of points, as near their heights as they can stand apart, and so
    that no two leaders cross: uncrossing two shortens both, so it comes to an end."""
    order = sorted(range(len(points)), key=lambda n: points[n][1])
    heights = [points[n][1] for n in order]
    for n in range(1, len(heights)):
        heights[n] = max(heights[n], heights[n - 1] + APART)
    # those pushed past the drawing's foot push back up
    low = box[1] + box[3]
    for n in reversed(range(len(heights))):
        heights[n] = min(heights[n], low - (len(heights) - 1 - n) * APART)
    places: dict[int, Point] = {n: (x, y) for n, y in zip(order, heights, strict=True)}
    crossing = True
    while crossing:
        crossing = False
        for a, b in combinations(range(len(points)), 2):
            if crosses((points[a], places[a]), (points[b], places[b])):
                places[a], places[b] = places[b], places[a]
                crossing = True
    return [places[n] for n in range(len(points))]


def crosses(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight lines cross."""

    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _taken(worn: Worn, name: str) -> tuple[Curve, Point] | None:
    """The line that a measure is taken along, and where its leader touches it."""
    if name in GIRTHS:
        return _girth(worn, name.removesuffix("_girth"))
    if name == "shoulder_length":
        curve = mirror(worn.shoulder)
        return curve, _middle(curve)
    if name in ("across_front", "across_back"):
        x, y = worn.armhole[0][3]
        return [line((-x, y), (x, y))], (-0.62 * x, y)
    if name == "skirt_length":
        top = worn.waist + worn.sag(worn.waist)
        return [line((0.0, top), (0.0, worn.low))], (0.0, top + 0.62 * (worn.low - top))
    if name == "centre_back_length":
        nape = neckline.back_line(worn)[-1][3]
        low = worn.waist + worn.sag(worn.waist)
        return [line(nape, (0.0, low))], (0.0, nape[1] + 0.4 * (low - nape[1]))
    return _sleeve(worn, name)


def _girth(worn: Worn, level: str) -> tuple[Curve, Point] | None:
    if level == "hem":
        y, sag = worn.hem, worn.hem_sag
    elif level == "underbust":
        y, sag = worn.level["underbust"], worn.sag(worn.level["underbust"])
    else:
        y, sag = worn.level[level], worn.sag(worn.level[level])
    if not worn.side.y[0] - 1 <= y <= worn.hem + 1 or (level == "waist" and worn.loose):
        return None
    half = worn.side.at(y)
    bow = worn.bow(y, sag)
    return [*back(mirror(bow)), *bow], (half, y)


def _sleeve(worn: Worn, name: str) -> tuple[Curve, Point] | None:
    """On the left sleeve."""
    if not worn.has("sleeve"):
        return None
    if worn.kimono:
        lines = kimono(worn)
        if name != "sleeve_hem":
            return None
        curve = mirror(lines.hem)
        return curve, _middle(curve)
    shape = SleeveShape(worn)
    arm = shape.line
    if name == "sleeve_hem":
        end = shape.end + shape.cuff
        half = shape.at_hem
        curve = mirror([line(arm.at(end, half), arm.at(end, -half))])
        return curve, curve[0][0]
    if name == "upper_arm_girth":
        along = max(shape.pit, arm.cap) + 6.0
        half = shape.half(along)
        curve = mirror([line(arm.at(along, half), arm.at(along, -half))])
        return curve, curve[0][0]
    # the length: down the outside, a little off it
    first = worn.shoulder[-1][3]
    ends = [arm.at(s, shape.half(s) + 14.0)
            for s in (arm.cap, (arm.cap + shape.end) / 2, shape.end + shape.cuff)]  # fmt: skip
    curve = mirror(spline([(first[0] + 8.0, first[1] - 9.0), *ends]))
    return curve, curve[1][3]


def _middle(curve: Curve) -> Point:
    a, b = curve[0][0], curve[-1][3]
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def around(
    found: Sequence[Callout], box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """The box that holds the drawing and its letters."""
    if not found:
        return box
    room = RADIUS + 6.0
    left = min(box[0], *(each.at[0] - room for each in found))
    right = max(box[0] + box[2], *(each.at[0] + room for each in found))
    top = min(box[1], *(each.at[1] - room for each in found))
    low = max(box[1] + box[3], *(each.at[1] + room for each in found))
    return (left, top, right - left, low - top)


def drawn(found: Sequence[Callout]) -> str:
    """The callouts as SVG: each its line with a bar at both ends, its leader, its letter in a ring."""
    return "".join(_drawn(each) for each in found)


def _drawn(each: Callout) -> str:
    (x, y), (px, py) = each.at, each.touches
    far = max(hypot(x - px, y - py), 1.0)
    stop = (x - (x - px) * RADIUS / far, y - (y - py) * RADIUS / far)
    letter = "".join(
        "M" + "L".join(f"{number(x + 1.6 * a)} {number(y + 1.6 * b)}" for a, b in stroke)
        for stroke in STROKES[each.letter]
    )
    bars = "".join(path_data([bar]) for bar in _bars(each.along))
    return (
        f'<g data-callout="{each.letter}" data-measure="{each.measure}" fill="none" stroke="#333333" '
        f'stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round">'
        f'<path data-part="along" d="{path_data(each.along)}{bars}" stroke-dasharray="9 4"/>'
        f'<path data-part="leader" d="{path_data([line(each.touches, stop)])}" stroke-width=".8"/>'
        f'<path d="{path_data(ring(each.at, RADIUS), close=True)}" fill="#fff"/>'
        f'<path d="{letter}" stroke-width="2.2"/></g>'
    )


def _bars(curve: Curve) -> Iterator[tuple[Point, Point, Point, Point]]:
    """A short bar across each end of a line."""
    for end, other in ((curve[0][0], curve[0][3]), (curve[-1][3], curve[-1][0])):
        dx, dy = other[0] - end[0], other[1] - end[1]
        long = max(hypot(dx, dy), 1e-6)
        ox, oy = -dy / long * 7.0, dx / long * 7.0
        yield line((end[0] - ox, end[1] - oy), (end[0] + ox, end[1] + oy))
