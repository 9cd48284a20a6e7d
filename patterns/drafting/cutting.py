"""From sewing lines to a piece that can be cut: allowances, corners, dart mouths, notches.

The cut line is worked out edge by edge: each edge is offset by its own allowance, and what happens
where two meet depends on what they are (a hem turns up, a dart is pressed, a seam runs out).
Outlines run clockwise as seen (x right, y down), so that outward is to the left of the way.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Literal

import numpy as np
import shapely

from .draft import (
    Edge,
    Finish,
    InnerDart,
    InsideLine,
    Level,
    Mark,
    Notch,
    Piece,
    Pleat,
    Point,
    Points,
)
from .geometry import (
    Path,
    add,
    along,
    as_complex,
    as_points,
    between,
    crossing,
    reflect,
    scale,
    sub,
    unit,
)
from .values import value

MITRE = 2.0
"""How far a corner of the cut line may stand off, as a multiple of the wider allowance: one sharper than
60 degrees (a princess panel's at the armhole) is cut off, as it would be once sewn; our own."""

DRILL_SHORT = 10.0
"""How far inside a dart's point its drill hole lies, so that the sewn dart hides it: the trade's usual."""


class CrossedOutlineError(ArithmeticError):
    """A piece's sewing line crosses itself: these measurements leave no room for its darts and curves."""


@value
class Part:
    """A stretch of a piece's sewing line before it is flattened: one edge."""

    name: str
    path: Path
    allowance: float
    finish: Finish = "seam"
    line: str | None = None

    def mirrored(self, name: str) -> Part:
        """The same edge on the other half of a piece that is drawn whole: run the other way."""
        return Part(name, self.path.turned_over(), self.allowance, self.finish, self.line)


@value
class Mouth:
    """A dart that opens on an edge: its legs, and towards which of them it is pressed."""

    first: str
    second: str
    pressed: Literal["first", "second"]


@value
class NotchAt:
    edge: str
    at: float
    kind: Literal["single", "double"] = "single"


def offset(points: Points, allowance: float) -> Points:
    """A polyline moved outward (to the left of its way) by an allowance, mitred at its bends.

    Raises CrossedOutlineError where two neighbouring points coincide.
    """
    return _offsets([points], [allowance])[0]


def _offsets(lines: Sequence[Points], allowances: Sequence[float]) -> list[Points]:
    """Polylines moved outward, each by its own allowance: all of a piece's at once, which is what makes
    it quick."""
    counts = [len(line) for line in lines]
    cuts = list(accumulate(counts))
    starts, lasts = np.array((0, *cuts[:-1])), np.array(cuts) - 1
    points = as_complex(np.concatenate(lines))
    steps = points[1:] - points[:-1]
    sizes = np.abs(steps)
    sizes[lasts[:-1]] = 1.0  # from one line to the next: no step of any
    if not sizes.all():
        raise CrossedOutlineError("two points of a line coincide")
    before = np.empty_like(points)
    before[1:] = steps / (1j * sizes)  # turned to the left, one long
    after = np.empty_like(points)
    after[:-1] = before[1:]
    before[starts], after[lasts] = after[starts], before[lasts]
    turn = 1.0 + (before * after.conj()).real
    reach = np.repeat(np.asarray(allowances, dtype=float), counts) / np.maximum(turn, 0.2)
    moved = as_points(points + (before + after) * reach)
    return [moved[start:end] for start, end in pairwise((0, *cuts))]


class _Run:
    """An edge's offset on its way to become part of the cut line: `points[low:high]`, with what its
    corners put before and after."""

    def __init__(self, part: Part, moved: Points) -> None:
        self.part = part
        path, wide = part.path, part.allowance
        self.corner_in, self.corner_out = path.start, path.end
        self.leaving, self.arriving = path.leaving, path.arriving
        self.first = along(path.start, (self.leaving[1], -self.leaving[0]), wide)
        self.last = along(path.end, (self.arriving[1], -self.arriving[0]), wide)
        moved[0], moved[-1] = self.first, self.last  # square to the curve, where a chord leans
        self.points = moved
        self.low, self.high = 0, len(moved)
        self.before: list[Point] = []
        self.after: list[Point] = []

    def end_at(self, point: Point) -> None:
        """Let it end at a point of its last tangent: what lies beyond is dropped."""
        (dx, dy), (x, y) = self.arriving, point
        while self.high > self.low + 1:
            px, py = self.points[self.high - 1].tolist()
            if (px - x) * dx + (py - y) * dy < -1e-9:
                break
            self.high -= 1
        self.after = [point]

    def start_at(self, point: Point) -> None:
        (dx, dy), (x, y) = self.leaving, point
        while self.low < self.high - 1:
            px, py = self.points[self.low].tolist()
            if (px - x) * dx + (py - y) * dy > 1e-9:
                break
            self.low += 1
        self.before = [point]

    def inner(self) -> Points:
        """What is left of it between its corners."""
        if self.high - self.low == 1 and self.before and self.after:
            return self.points[:0]  # a straight edge, both of whose ends were moved
        return self.points[self.low : self.high]


def _meet(a: _Run, b: _Run) -> list[Point]:
    """Join two runs at a plain corner. Returns the points to put between them."""
    turn = a.arriving[0] * b.leaving[1] - a.arriving[1] * b.leaving[0]
    ahead = a.arriving[0] * b.leaving[0] + a.arriving[1] * b.leaving[1]
    if abs(turn) < 0.02 and ahead > 0:
        wide = a.part.allowance
        if wide == b.part.allowance:
            # One point for both: two would lie in a tiny loop where it bends in.
            bent = sub(add(a.last, b.first), scale(a.corner_out, 2.0))
            a.points[-1] = b.points[0] = along(a.corner_out, bent, 1.0 / (1.0 + ahead))
        return []
    if turn > 0:  # convex
        corner = crossing(a.last, a.arriving, b.first, b.leaving)
        wide = max(a.part.allowance, b.part.allowance)
        if corner is None or math.dist(corner, a.corner_out) > MITRE * max(wide, 1.0):
            return [along(a.last, a.arriving, wide), along(b.first, b.leaving, -wide)]
        a.end_at(corner)
        b.start_at(corner)
        return []
    where = _cross(a.points, b.points)
    if where is None:
        corner = crossing(a.last, a.arriving, b.first, b.leaving)
        return [corner] if corner else []
    i, j, point = where
    a.high, a.after = min(a.high, i + 1), [point]
    b.low, b.before = max(b.low, j + 1), [point]
    return []


def _cross(a: Points, b: Points) -> tuple[int, int, Point] | None:
    """Where the end of one polyline crosses the start of another: nearest the end of the first."""
    p, r = a[:-1], np.diff(a, axis=0)
    q, s = b[:-1], np.diff(b, axis=0)
    det = r[:, None, 0] * s[None, :, 1] - r[:, None, 1] * s[None, :, 0]
    gap = q[None, :, :] - p[:, None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (gap[..., 0] * s[None, :, 1] - gap[..., 1] * s[None, :, 0]) / det
        u = (gap[..., 0] * r[:, None, 1] - gap[..., 1] * r[:, None, 0]) / det
    hits = np.argwhere((t >= 0) & (t <= 1) & (u >= 0) & (u <= 1))
    if not len(hits):
        return None
    i, j = max(((int(i), int(j)) for i, j in hits), key=lambda hit: (hit[0], -hit[1]))
    x, y = (p[i] + t[i, j] * r[i]).tolist()
    return i, j, (x, y)


def _turn_up(seam: _Run, hem: _Run, seam_first: bool) -> list[Point]:
    """The end of a hem's allowance: the seam's cut line mirrored in the hem, so that it lies on the
    seam when turned up. Returns the points between the runs, in the outline's order."""
    if seam_first:
        corner, on_seam, way, on_hem, fold = (
            seam.corner_out,
            seam.last,
            seam.arriving,
            hem.first,
            hem.leaving,
        )
    else:
        corner, on_seam, way, on_hem, fold = (
            seam.corner_in,
            seam.first,
            seam.leaving,
            hem.last,
            hem.arriving,
        )
    knee = crossing(on_seam, way, corner, fold)
    if knee is None:
        return []
    turned = sub(reflect(sub(knee, way), knee, fold), knee)
    toe = crossing(knee, turned, on_hem, fold)
    if toe is None:
        return [knee]
    if seam_first:
        seam.end_at(knee)
        hem.start_at(toe)
        return []
    seam.start_at(knee)
    hem.end_at(toe)
    return []


def _close_mouth(
    a: _Run, b: _Run, first: Point, apex: Point, second: Point, pressed: str
) -> list[Point]:
    """The cut line over a dart's mouth, so that it runs on once the dart is folded and pressed."""
    u, v = unit(sub(first, apex)), unit(sub(second, apex))
    c1, c2 = crossing(a.last, a.arriving, apex, u), crossing(b.first, b.leaving, apex, v)
    axis = unit(add(u, v))
    if c1 is None or c2 is None:
        return []
    a.end_at(c1)
    b.start_at(c2)
    start, way, leg = (c1, scale(a.arriving, -1), u) if pressed == "first" else (c2, b.leaving, v)
    folded = sub(reflect(add(start, way), start, leg), start)
    peak = crossing(start, folded, apex, axis)
    return [peak] if peak else []


def _without_repeats(ring: Points) -> Points:
    points = as_complex(ring)
    steps = np.empty_like(points)
    steps[:-1], steps[-1] = points[1:] - points[:-1], points[0] - points[-1]
    return np.asarray(ring[np.abs(steps) > 1e-3])


def _cut_line(parts: Sequence[Part], points: Sequence[Points], mouths: Sequence[Mouth]) -> Points:
    if not any(part.allowance for part in parts):
        return _without_repeats(np.concatenate([flat[:-1] for flat in points]))
    pressed = {mouth.first: mouth.pressed for mouth in mouths}
    legs = {name for mouth in mouths for name in (mouth.first, mouth.second)}
    edges = [
        (part, flat) for part, flat in zip(parts, points, strict=True) if part.name not in legs
    ]
    moved = _offsets([flat for _, flat in edges], [part.allowance for part, _ in edges])
    runs = [_Run(part, line) for (part, _), line in zip(edges, moved, strict=True)]
    position = {part.name: number for number, part in enumerate(parts)}
    between: list[list[Point]] = []
    for a, b in zip(runs, runs[1:] + runs[:1], strict=True):
        after = (position[a.part.name] + 1) % len(parts)
        leg = parts[after]
        if leg.name in pressed:
            apex, second = leg.path.end, parts[(after + 1) % len(parts)].path.end
            between.append(_close_mouth(a, b, leg.path.start, apex, second, pressed[leg.name]))
        elif (a.part.finish == "hem") != (b.part.finish == "hem"):
            seam_first = b.part.finish == "hem"
            between.append(_turn_up(a, b, True) if seam_first else _turn_up(b, a, False))
        else:
            between.append(_meet(a, b))
    corners = np.array([
        point for run, corner in zip(runs, between, strict=True)
        for point in (*run.before, *run.after, *corner)
    ]).reshape(-1, 2)  # fmt: skip
    blocks: list[Points] = []
    at = 0
    for run, corner in zip(runs, between, strict=True):
        middle, end = at + len(run.before), at + len(run.before) + len(run.after) + len(corner)
        blocks += (corners[at:middle], run.inner(), corners[middle:end])
        at = end
    ring = _without_repeats(np.concatenate(blocks))
    if not _is_simple(ring):
        parts_of = shapely.get_parts(shapely.buffer(shapely.polygons(ring), 0.0))
        largest = parts_of[int(np.argmax(shapely.area(parts_of)))]
        sewn = shapely.polygons(np.concatenate([flat[:-1] for flat in points]))
        if shapely.area(largest) < shapely.area(sewn):
            raise CrossedOutlineError("the cut line's loops reach into the piece")
        ring = shapely.get_coordinates(shapely.get_exterior_ring(largest))[:-1]
    return ring


def _is_simple(ring: Points) -> bool:
    return bool(shapely.is_simple(shapely.linearrings(ring)))


def _dart_marks(
    parts: Sequence[Part], mouths: Sequence[Mouth]
) -> tuple[list[NotchAt], list[Point]]:
    """What marks a dart on cloth: a notch at each end of its mouth, on the edges beside it, and a
    drill hole a little inside its point."""
    notches: list[NotchAt] = []
    drills: list[Point] = []
    position = {part.name: number for number, part in enumerate(parts)}
    for mouth in mouths:
        first, second = parts[position[mouth.first]], parts[position[mouth.second]]
        before = parts[position[mouth.first] - 1]
        after = parts[(position[mouth.second] + 1) % len(parts)]
        notches += [NotchAt(before.name, before.path.length), NotchAt(after.name, 0.0)]
        point, opening = first.path.end, between(first.path.start, second.path.end, 0.5)
        short = min(DRILL_SHORT, 0.3 * math.dist(point, opening))
        drills.append(along(point, unit(sub(opening, point)), short))
    return notches, drills


def cut_piece(
    code: str,
    name: str,
    component: str,
    parts: Sequence[Part],
    *,
    grainline: tuple[Point, Point],
    layer: Literal["shell", "facing", "lining", "interfacing", "pocket"] = "shell",
    material: str = "main",
    quantity: int = 1,
    mirrored: bool = False,
    mouths: Sequence[Mouth] = (),
    notches: Sequence[NotchAt] = (),
    lines: Sequence[InsideLine] = (),
    inner_darts: Sequence[InnerDart] = (),
    pleats: Sequence[Pleat] = (),
    grain: Literal["both", "one-way", "bias"] = "both",
    levels: Mapping[str, Level] | None = None,
    marks: Sequence[Mark] = (),
) -> Piece:
    """A piece from its sewing line, edge by edge clockwise: flattened, with cut line and notches.

    Darts that open on an edge get their notches and drill holes here.

    Raises CrossedOutlineError where a piece of the shell is no simple outline; what is cut from the
    shell's lines needs no such look.
    """
    points = [part.path.flatten() for part in parts]
    for number, flat in enumerate(points):
        if parts[number].path.start != parts[number - 1].path.end:
            # The same corner to the last bit.
            points[number] = np.concatenate((points[number - 1][-1:], flat[1:]))
    if layer == "shell" and not _is_simple(np.concatenate([flat[:-1] for flat in points])):
        raise CrossedOutlineError(f"{code} crosses itself")
    by_name = {part.name: part for part in parts}
    dart_notches, drills = _dart_marks(parts, mouths)
    if drills:
        marks = (*marks, Mark("drill", tuple(drills)))
    return Piece(
        code=code, name=name, component=component, layer=layer, material=material,
        quantity=quantity, mirrored=mirrored,
        edges=tuple(
            Edge(part.name, flat, part.allowance, part.finish, part.line, part.path.length)
            for part, flat in zip(parts, points, strict=True)
        ),
        cut_line=_cut_line(parts, points, mouths),
        grainline=grainline,
        notches=tuple(
            Notch(notch.edge, notch.at, by_name[notch.edge].path.point_at(notch.at), notch.kind)
            for notch in (*notches, *dart_notches)
        ),
        grain=grain, lines=tuple(lines), inner_darts=tuple(inner_darts), pleats=tuple(pleats),
        levels=dict(levels or {}), marks=tuple(marks),
    )  # fmt: skip


def whole(half: Sequence[Part], here: str, there: str) -> list[Part]:
    """The outline of a piece drawn whole from its half on paper's right, which begins and ends on x = 0.

    Edges get the hand they are on as a suffix: `here` the half as given, `there` its mirror image.
    """
    return [
        *(Part(f"{p.name}_{here}", p.path, p.allowance, p.finish, p.line) for p in half),
        *(p.mirrored(f"{p.name}_{there}") for p in reversed(half)),
    ]
