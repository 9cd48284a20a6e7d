"""Sewing to a waist: whoever comes first makes it, whoever comes later is sewn to it; and strips cut from
a waist's own shape, its darts closed, for contoured bands and facings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from patterns.components.base import Making
from patterns.components.halves import Half, Rim, rim
from patterns.components.meeting import Strip, Waist
from patterns.drafting.cutting import Part
from patterns.drafting.draft import FinishedMeasure, Side
from patterns.drafting.geometry import Cubic, Line, Path, Point, rotate, sub

STAY = 20.0  # how wide a waist stay is


def meet(making: Making, waist: Waist, ratio: float = 1.0) -> None:
    """Sew a skirt's waist to the bodice's above it, gathered where `ratio` says so; or make it the
    garment's waist."""
    above = making.waist
    if above is None:
        making.waist = waist
        return
    for name, ours, theirs in (
        ("waist front", waist.front, above.front), ("waist back", waist.back, above.back)
    ):  # fmt: skip
        if ratio == 1.0:
            sewn = making.sew(name, theirs, ours)
            if theirs is above.front and above.gathered:
                making.operation(79, "Gather the front bodice between its notches, in two rows.")
                making.finished.append(girth(making, above, sewn))
        else:
            if any(run.ratio != 1.0 for run in theirs.runs):
                theirs = _stayed(making, name, theirs)
                making.finished.append(girth(making, above, theirs))
            half = theirs.length / 2
            making.sew(name, ours, theirs, "gather", ratio=ratio, match=((ratio * half, half),))


def girth(making: Making, waist: Waist, front: Rim) -> FinishedMeasure:
    """A bodice's waist, or the girth at its empire seam, less what a wrap laps over: along `front`, which
    begins at a wrap's edge, and the waist's back."""
    name, ease = (
        "underbust_girth" if waist.level else "waist_girth",
        making.number("bodice.waist_ease"),
    )
    body, runs = making.body[name], front.runs[1:] if waist.overlap else front.runs
    return FinishedMeasure(
        name, body + ease, body, ease, "bodice.waist_ease",
        edges=(*Rim(runs).edges(), *waist.back.edges()),
    )  # fmt: skip


def _stayed(making: Making, name: str, gathered: Rim) -> Rim:
    """Where both sides of a waist are gathered, a stay as long as it is sewn holds it: the bodice is
    gathered on to it, then the skirt. Gives the edge that is left for the skirt."""
    view = gathered.runs[0].half.view
    half = Half("ST" if view == "front" else "STB", view, whole=gathered.centred)
    long = gathered.length
    parts = [
        Part("top", Path.straight((0.0, 0.0), (long, 0.0)), 10.0),
        Part("end", Path.straight((long, 0.0), (long, STAY)), 10.0, finish="hem"),
        Part("bottom", Path.straight((long, STAY), (0.0, STAY)), 10.0),
    ]
    if not half.whole:
        parts.append(Part("centre_end", Path.straight((0.0, STAY), (0.0, 0.0)), 10.0, finish="hem"))
    making.pieces.append(half.cut(
        f"{view} waist stay", "skirt", parts, layer="interfacing", material="interfacing",
        grainline=((0.2 * long, STAY / 2), (0.8 * long, STAY / 2)),
    ))  # fmt: skip
    making.sew(f"{name} on stay", gathered, rim(half, parts, "top"))
    making.operation(80, f"Gather the {view} bodice on to its waist stay, then the skirt.")
    return rim(half, parts, "bottom", reversed=True)


def around(waist: Waist) -> tuple[Side, ...]:
    """The whole waist from the end that lies on top where it opens, round to the other: from her left at
    centre back by the front, from her left side by the front, or from a wrap's right edge by the back."""
    front, back = waist.front, waist.back
    if waist.opening == "front":
        return (
            *front.sides("right"), *back.sides("right", reversed=True),
            *back.sides("left"), *front.sides("left", reversed=True),
        )  # fmt: skip
    across = (*front.sides("left", reversed=True), *front.sides("right"))
    if waist.opening == "side":
        return (*across, *back.sides("right", reversed=True), *back.sides("left"))
    return (*back.sides("left"), *across, *back.sides("right", reversed=True))


def corners(waist: Waist) -> tuple[float, ...]:
    """How far along `around` the side seams, and the centre between them, lie."""
    front, back = waist.front.length, waist.back.length
    if waist.opening == "front":
        return (front, front + back, front + 2 * back)
    if waist.opening == "side":
        return (front, 2 * front, 2 * front + back)
    return (back, back + front, back + 2 * front)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an open waist between darts or seams, and the edges that run down from its ends."""

    top: Path
    left: Path
    right: Path

    def below(self, depth: float) -> Path:
        """The line at a depth below the waist, square to the edges at both ends."""
        (_, left), (_, right) = self.left.split(depth), self.right.split(depth)
        leaving, arriving = _across(left.leaving), _across(right.leaving)
        turn = math.acos(max(-1.0, min(1.0, leaving[0] * arriving[0] + leaving[1] * arriving[1])))
        # the handles of an arc, so that a ring's strip has the length of the ring
        handle = 2 / 3 * math.tan(turn / 4) / math.sin(turn / 2) if turn > 1e-3 else 1 / 3
        return Path.of(Cubic.leaving_arriving(
            left.start, leaving, right.start, arriving, handle, handle
        ))  # fmt: skip


def _across(down: Point) -> Point:
    """The direction rightwards, square to one that runs down."""
    return (down[1], -down[0])


def strip(segments: Sequence[Segment], depth: float) -> Strip:
    """The top of a piece down to a depth, its darts and seams closed: each segment is laid against the
    one before along the edge they are sewn by."""
    tops: list[Path] = []
    bottoms: list[Path] = []
    first = last = None
    for segment in segments:
        top, bottom = segment.top, segment.below(depth)
        left, right = segment.left.split(depth)[0], segment.right.split(depth)[0]
        if last is not None:
            turn = _heading(sub(last.end, last.start)) - _heading(sub(left.end, left.start))
            top, bottom, right = (
                _laid(path, left.start, last.start, turn) for path in (top, bottom, right)
            )
        else:
            first = left
        tops.append(top)
        bottoms.append(bottom)
        last = right
    assert first is not None
    assert last is not None
    return Strip(_joined(tops), _joined(bottoms), first, last)


def _heading(way: Point) -> float:
    return math.degrees(math.atan2(way[1], way[0]))


def _laid(path: Path, about: Point, to: Point, turn: float) -> Path:
    """A path turned about a point, and that point moved to another."""
    by = sub(to, about)

    def at(p: Point) -> Point:
        x, y = rotate(p, about, turn)
        return x + by[0], y + by[1]

    return Path(tuple(
        Line(at(s.a), at(s.d)) if isinstance(s, Line) else Cubic(at(s.a), at(s.b), at(s.c), at(s.d))
        for s in path.stretches
    ))  # fmt: skip


def _joined(paths: Sequence[Path]) -> Path:
    whole = paths[0]
    for path in paths[1:]:
        start = whole.end  # the same corner to the last bit
        head = replace(path.stretches[0], a=start)
        whole = Path((*whole.stretches, head, *path.stretches[1:]))
    return whole
