"""Facings cut from the shell's own lines, and their interfacing. All mm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.meeting import Neckline
from patterns.components.traced import Traced
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Edge, InsideLine, Piece, Point, Points, Refusal
from patterns.drafting.geometry import Line, Path, add, crossing, sub, unit
from patterns.drafting.polylines import lengths_along

WIDE = 45.0
"""A facing's width where it has room; our own."""
BETWEEN = 2.0
"""Neck and armhole facing keep this far from the middle of the strap between them; our own."""
ALONE = 8.0
"""A neck facing keeps this far from a sewn or lined armhole's seam; our own."""
NARROWEST = 10.0
"""A facing narrower than this cannot be turned; our own."""
STEP = 6.0
"""How far apart a facing's outer edge is plotted, however tightly the neckline bends: 0.06 mm off a
curve of radius 70, on a raw edge."""


def beside(
    path: Path, first: Point | float, last: Point, other: Path | None = None, alone: bool = False
) -> Traced:
    """A facing's outer edge: beside a path, on its right as it runs (inside a clockwise outline).

    It begins at `first` and ends at `last`, each opposite an end of the path; what it keeps of the
    path's square there is shared out evenly along it, distance and turn alike. A `first` that is a
    number is how far below a path that starts on the centre line x = 0 it begins, on that line too; up to
    a corner of the path it then runs parallel. It stays nearer to the path than to an `other` one, by
    twice `BETWEEN`; or just clear of the other by `ALONE` where it lies `alone`. Where the path bulges
    into the opening (a sweetheart's lobes) it runs straight past. Raises Refusal where the other leaves
    it no room.
    """
    taut = _taut(path.flatten())
    others = None if other is None else _spread(other.flatten())
    if not isinstance(first, float):
        found = _beside(taut, sub(first, path.start), sub(last, path.end), others, alone)
        found[0] = first
    else:
        x, y = _inward(taut[:2])[0].tolist()
        deep = first * y
        below = (deep * x, deep * y)
        at = _corner(taut)
        if at is None:
            found = _beside(taut, below, sub(last, path.end), others, alone)
        else:
            lower = _spread(taut[: at + 1])
            level = lower + _inward(lower) * deep
            wide = 0.8 * math.dist(last, path.end)
            x, y = _inward(taut[at : at + 2])[0].tolist()
            upper = _beside(taut[at:], (x * wide, y * wide), sub(last, path.end), others, alone)
            found = _joined(level, upper)
        found = _from_centre(found)
    found[-1] = last
    return Traced(found)


def _beside(taut: Points, first: Point, last: Point, others: Points | None, alone: bool) -> Points:
    """Points beside a line, from one displacement at its start to another at its end."""
    points = _spread(taut)
    so_far = lengths_along(points)
    along = so_far / so_far[-1]
    along = along**3 * (4.0 - 3.0 * along)  # parallel for most of the way, squared at both ends
    inward = _inward(points)
    start, end = _polar(inward[0], first), _polar(inward[-1], last)
    distance = start[0] + (end[0] - start[0]) * along
    turn = start[1] + (end[1] - start[1]) * along
    cos, sin = np.cos(turn), np.sin(turn)
    way = np.empty_like(points)
    way[:, 0] = inward[:, 0] * cos - inward[:, 1] * sin
    way[:, 1] = inward[:, 0] * sin + inward[:, 1] * cos
    if others is not None:
        kept = _kept_off(points, way, distance, others, alone)
        if kept is not distance:
            distance = distance * _smoothed(kept / distance)
        if distance.min() < NARROWEST:
            raise Refusal(
                "strap_too_narrow",
                "This neckline leaves too little between neck and armhole. Please choose a narrower one.",
                ("shoulder_length", "neck_base_girth"),
            )
    return np.asarray(points + way * distance[:, None])


def _inward(points: Points) -> Points:
    """To the right of the way at each point, 1 mm square to the line; at its bends to where both sides'
    squares meet."""
    steps = points[1:] - points[:-1]
    sizes = np.sqrt(steps[:, 0] ** 2 + steps[:, 1] ** 2)
    square = np.empty_like(steps)
    square[:, 0], square[:, 1] = -steps[:, 1] / sizes, steps[:, 0] / sizes
    found = np.empty_like(points)
    found[0], found[-1] = square[0], square[-1]
    before, after = square[:-1], square[1:]
    together = 1.0 + before[:, 0] * after[:, 0] + before[:, 1] * after[:, 1]
    found[1:-1] = (before + after) / np.maximum(together, 0.2)[:, None]
    return found


def _corner(points: Points) -> int | None:
    """The first point at which a line turns by more than 26 degrees; None where none does."""
    steps = points[1:] - points[:-1]
    sizes = np.sqrt((steps * steps).sum(1))
    ahead = (steps[1:] * steps[:-1]).sum(1) / (sizes[1:] * sizes[:-1])
    sharp = np.flatnonzero(ahead < 0.9)
    return int(sharp[0]) + 1 if len(sharp) else None


def _joined(lower: Points, upper: Points) -> Points:
    """Two lines run on to where they meet. Of the second, what lies before that is left out."""
    (x, y), (before_x, before_y) = lower[-1].tolist(), lower[-2].tolist()
    (ux, uy), (after_x, after_y) = upper[0].tolist(), upper[1].tolist()
    meeting = crossing((x, y), (x - before_x, y - before_y), (ux, uy), (after_x - ux, after_y - uy))
    if meeting is None:
        return np.concatenate((lower, upper))
    kept = lower[lower[:, 0] < meeting[0] - 0.5]
    above = upper[upper[:, 1] < meeting[1] - 0.5]
    return np.concatenate((kept, (meeting,), above))


def _kept_off(points: Points, way: Points, wanted: Points, others: Points, alone: bool) -> Points:
    """How far each point may go its way so as to keep clear of others: from what is surely too little,
    a few steps that never go too far."""
    own, gap = (0.0, ALONE) if alone else (1.0, 2 * BETWEEN)
    if (_nearest(points + way * wanted[:, None], others) >= own * wanted + gap).all():
        return wanted
    mitre = np.sqrt((way * way).sum(1))
    room = _nearest(points, others)
    distance = np.minimum(wanted, np.maximum((room - gap) / (mitre + own), 4.0))
    for _ in range(3):
        spare = _nearest(points + way * distance[:, None], others) - own * distance - gap
        distance = np.minimum(wanted, distance + np.maximum(spare, 0.0) / (mitre + own))
    return np.asarray(distance)


def _smoothed(values: Points) -> Points:
    """Values that wave less and are nowhere greater: the least of five neighbours, then their mean.
    Both ends stay."""
    least = np.asarray(np.minimum.reduce(_neighbours(values)))
    found = np.asarray(np.add.reduce(_neighbours(least)) / 5)
    found[0], found[-1] = values[0], values[-1]
    return found


def _neighbours(values: Points) -> list[Points]:
    first, last = values[:1], values[-1:]
    padded = np.concatenate((first, first, values, last, last))
    return [padded[n : n + len(values)] for n in range(5)]


def slant(path: Path) -> float:
    """How flat a path leaves the centre line, passing its bulges: 1 squared to it, less in a V."""
    (ax, ay), (bx, by) = _taut(path.flatten())[:2].tolist()
    return float((bx - ax) / math.hypot(bx - ax, by - ay))


def _taut(points: Points) -> Points:
    """A string stretched along a line, round the opening on its left: its points, but those where the
    line bulges into the opening."""
    steps = points[1:] - points[:-1]
    if (steps[:-1, 0] * steps[1:, 1] <= steps[:-1, 1] * steps[1:, 0] + 1e-9).all():
        return points
    rows = points.tolist()
    kept = rows[:1]
    for x, y in rows[1:]:
        while len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            if (bx - ax) * (y - by) - (by - ay) * (x - bx) <= 0.0:
                break
            kept.pop()
        kept.append((x, y))
    return np.array(kept)


def _spread(points: Points) -> Points:
    """A polyline's points as close as `STEP` on a line `WIDE` outside it, its corners among them."""
    steps = points[1:] - points[:-1]
    sizes = np.sqrt((steps * steps).sum(1))
    turn = steps[:-1, 0] * steps[1:, 1] - steps[:-1, 1] * steps[1:, 0]
    turn = np.abs(turn) / (sizes[:-1] * sizes[1:])
    sharp = np.flatnonzero(turn > 0.3) + 1
    bent = np.where(turn > 0.3, 0.0, turn)  # the sine of so small a turn is the turn
    outside = np.concatenate(([0.0], np.cumsum(sizes + WIDE * np.append(bent, 0.0))))
    count = max(2, math.ceil(outside[-1] / STEP))
    even = np.arange(count + 1) * (outside[-1] / count)
    if len(sharp):
        corners, inner = outside[sharp], even[1:-1]
        inner = inner[np.abs(inner[:, None] - corners[None, :]).min(1) > 0.4 * STEP]
        even = np.sort(np.concatenate((even[:1], inner, corners, even[-1:])))
    found = np.empty((len(even), 2))
    for axis in (0, 1):
        found[:, axis] = np.interp(even, outside, points[:, axis])
    return found


def _nearest(points: Points, others: Points) -> Points:
    """How far each point lies from the nearest of others."""
    dx = points[:, None, 0] - others[None, :, 0]
    dy = points[:, None, 1] - others[None, :, 1]
    return np.asarray(np.sqrt((dx * dx + dy * dy).min(1)))


def _polar(inward: Points, way: Point) -> tuple[float, float]:
    """How far a displacement goes, and by what angle (radians) it is turned from the inward square."""
    x, y = float(inward[0]), float(inward[1])
    turn = math.atan2(x * way[1] - y * way[0], x * way[0] + y * way[1])
    return math.hypot(*way), turn


def _from_centre(points: Points) -> Points:
    """Run on, or cut back, to the centre line."""
    inside = points[points[:, 0] > 0.5]
    start, then = (
        (float(inside[0][0]), float(inside[0][1])),
        (float(inside[1][0]), float(inside[1][1])),
    )
    centre = crossing(start, sub(then, start), (0.0, 0.0), (0.0, 1.0))
    return np.vstack((centre if centre else (0.0, start[1]), inside))


def at_shoulder(making: Making, neck: Neckline) -> float:
    """How wide a facing may be at the shoulder: half of the narrowest strap where neck and armhole are
    faced, all but a little of the shoulder where the neck alone is."""
    strap = min(neck.front_shoulder.length, neck.back_shoulder.length)
    if faces_armhole(making) and (hole := making.armhole):
        for line, other in ((neck.front_path, hole.front_path), (neck.back_path, hole.back_path)):
            way = _nearest(line.flatten()[::6], other.flatten()[::6])
            strap = min(strap, float(way.min()))
        return min(WIDE, strap / 2 - BETWEEN)
    return min(WIDE, strap - ALONE)


def faces_armhole(making: Making) -> bool:
    """Whether the armhole is finished by a facing: neither by a sleeve nor by the lining."""
    return making.has("armhole") and not making.has("lining") and not making.has("sleeve")


def add_facing(
    making: Making,
    half: Half,
    name: str,
    component: str,
    parts: Sequence[Part],
    grainline: tuple[Point, Point],
    lines: Sequence[InsideLine] = (),
) -> None:
    """Add a facing and its interfacing."""
    piece = half.cut(name, component, parts, grainline=grainline, layer="facing", lines=lines)
    making.pieces += [piece, interfacing(piece)]


def interfacing(piece: Piece) -> Piece:
    """A piece's interfacing: its shape without allowances, fused inside the seams (trade facts §7)."""
    edges = tuple(Edge(e.name, e.points, 0.0, "raw", None, e.length) for e in piece.edges)
    return replace(
        piece, code=f"{piece.code}I", name=f"{piece.name} interfacing", layer="interfacing",
        material="interfacing", edges=edges, notches=(), marks=(), levels={},
        cut_line=np.concatenate([edge.points[:-1] for edge in edges]),
        lines=tuple(line for line in piece.lines if line.kind == "cut"),
    )  # fmt: skip


def straight(a: Point, b: Point) -> Path:
    return Path.of(Line(a, b))


def within(points: tuple[Point, Point], by: float) -> tuple[Point, Point]:
    """A line shortened by so much at each end, a quarter of it at most."""
    a, b = points
    way = unit(sub(b, a))
    by = min(by, 0.25 * math.dist(a, b))
    return add(a, (way[0] * by, way[1] * by)), sub(b, (way[0] * by, way[1] * by))
