"""What the front and the back of a bodice each hand over to be sewn together: panels and their rims.

A shell is one half, as everything here: x = 0 is the centre, its panels stand from the centre outward,
each with its own outline. `draft.py` alone sews a front to a back and sets what other components meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from patterns.components.base import Match
from patterns.components.halves import Half, Rim, Run
from patterns.drafting.cutting import Mouth, NotchAt, Part
from patterns.drafting.darts import Row
from patterns.drafting.draft import InnerDart, InsideLine, Level, Mark, Piece, Pleat
from patterns.drafting.geometry import Path, Point

ON_SHOULDER = 0.5
"""Where a dart or a princess seam stands on the shoulder: a share of it from the neck; our own."""


@dataclass
class Panel:
    """One piece of a shell, by its half. What runs on below the waist is put to its parts later."""

    half: Half
    name: str
    parts: list[Part]
    """Its sewing line, clockwise; a centre that is cut whole has no edge."""
    grainline: tuple[Point, Point]
    mouths: list[Mouth] = field(default_factory=list)
    lines: list[InsideLine] = field(default_factory=list)
    inner_darts: list[InnerDart] = field(default_factory=list)
    levels: dict[str, Level] = field(default_factory=dict)
    notches: list[NotchAt] = field(default_factory=list)
    pleats: list[Pleat] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def part(self, name: str) -> Part:
        return next(part for part in self.parts if part.name == name)

    def cut(self) -> Piece:
        return self.half.cut(
            self.name, "bodice", self.parts, grainline=self.grainline, mouths=self.mouths,
            notches=self.notches, lines=self.lines, inner_darts=self.inner_darts, pleats=self.pleats,
            marks=self.marks, levels=self.levels,
        )  # fmt: skip

    def split(self, name: str, *at: tuple[float, str]) -> None:
        """Cut an edge in two or more: from each distance on (mm from its start) it bears another name.
        Its notches stay where they were."""
        number = next(n for n, part in enumerate(self.parts) if part.name == name)
        part, start = self.parts[number], 0.0
        found: list[Part] = []
        rest, called = part.path, name
        for distance, then in at:
            first, rest = rest.split(distance - start)
            found.append(replace(part, name=called, path=first))
            self._move_notches(name, called, start, distance)
            start, called = distance, then
        found.append(replace(part, name=called, path=rest))
        self._move_notches(name, called, start, part.path.length + 1.0)
        self.parts[number : number + 1] = found

    def _move_notches(self, old: str, new: str, start: float, end: float) -> None:
        self.notches = [
            NotchAt(new, notch.at - start, notch.kind)
            if notch.edge == old and start <= notch.at < end else notch
            for notch in self.notches
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Join:
    """A seam between two panels of one shell, run from its top: `a` is the longer where it is eased."""

    name: str
    a: Rim
    b: Rim
    kind: Literal["join", "ease", "gather"] = "join"
    ease: float = 0.0
    where: str | None = None
    ratio: float | None = None
    match: tuple[Match, ...] = ()
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Station:
    """Where a shell is shaped at the waist of a bodice that is cut through: the two points at waist height
    that are brought together. `top` is the point of the fish-eye dart above; None where a princess seam's
    two edges stand upright there."""

    inner: Point
    outer: Point
    top: Point | None = None


@dataclass
class Shell:
    """A front or a back. Rims run from the centre outward (neckline, shoulder, bottom), an armhole from
    the shoulder's tip to the underarm, a side from the underarm down; paths lie as one line, darts and
    panels closed."""

    panels: list[Panel]
    neckline: Rim
    shoulder: Rim
    armhole: Rim
    side: Rim
    bottom: Rim | None
    """The waist or empire seam; None where the bodice is cut through."""
    neckline_path: Path
    shoulder_path: Path
    armhole_path: Path
    pitch: float
    """How far along the armhole, from the tip, its sleeve is matched."""
    side_way: Point
    """The unit direction down the side seam from the closed armhole's underarm."""
    side_room: float
    """How far the side seam runs down from the underarm before a dart opens on it, or it ends."""
    across: float
    """The half's width at the pitch's height: what its lines "across front" or "across back" measure."""
    slope: float
    """Degrees by which the shoulder falls."""
    side_marks: tuple[float, ...] = ()
    """How far below the underarm the side seam asks to be matched."""
    joins: list[Join] = field(default_factory=list)
    dart_places: tuple[float, ...] = ()
    """How far from the centre, along the closed waist, its darts or princess seams stand."""
    dart_words: str = "bodice"
    """What the seams of its darts are called by."""
    stations: tuple[Station, ...] = ()
    spare: float = 0.0
    """What darts or panel seam take up at the waist (of a back; told also where it is too little for any)."""
    waist_side: Point = (0.0, 0.0)
    """Where the side seam meets the waist."""
    side_down: Point = (0.0, 1.0)
    """The unit direction down the side seam at the waist, of one that is cut through."""
    hem_drop: float = 0.0
    """How much lower than by its length the hem of one that is cut through hangs at the centre, for the
    bust to lift."""
    overlap: float = 0.0
    """How far a wrap front runs past the centre at the waist."""

    def measure_runs(self) -> None:
        """Bring its rims and seams up to date with edges that were lengthened."""

        def anew(rim: Rim) -> Rim:
            return replace(rim, runs=tuple(
                replace(run, length=self.panel(run.half.code).part(run.edge).path.length)
                for run in rim.runs
            ))  # fmt: skip

        self.side = anew(self.side)
        self.joins = [replace(join, a=anew(join.a), b=anew(join.b)) for join in self.joins]

    def panel(self, code: str) -> Panel:
        return next(panel for panel in self.panels if panel.half.code == code)

    def listed(self, line: str) -> tuple[tuple[str, str, int], ...]:
        """The inside lines of this name on all panels, as a finished measure lists them; of one in parts
        on one panel ("across front", "across front outer") all parts."""
        return tuple(
            found for panel in self.panels for each in panel.lines
            if each.name == line or each.name.startswith(f"{line} ")
            for found in panel.half.lines(each.name)
        )  # fmt: skip

    def split_side(self, cuts: Sequence[tuple[float, float, str]]) -> None:
        """Name stretches of the side seam: (from, to, suffix), mm below the underarm, for whatever of its
        edges lies there."""
        runs: list[Run] = []
        so_far = 0.0
        for run in self.side.runs:
            panel, end = self.panel(run.half.code), so_far + run.length
            names: list[tuple[float, str]] = [(0.0, run.edge)]
            for start, stop, suffix in cuts:
                if start < end - 0.5 and stop > so_far + 0.5:
                    names.append((max(start - so_far, 0.0), f"{run.edge}_{suffix}"))
                    if stop < end - 0.5:
                        names.append((stop - so_far, f"{run.edge}_below"))
            names = [
                each for n, each in enumerate(names) if n + 1 == len(names) or names[n + 1][0] > 0.5
            ]
            if names[0][1] != run.edge:
                self._rename(panel, run.edge, names[0][1])
            if len(names) > 1:
                panel.split(names[0][1], *names[1:])
            runs += [
                replace(run, edge=name, length=panel.part(name).path.length) for _, name in names
            ]
            so_far = end
        self.side = Rim(tuple(runs))

    @staticmethod
    def _rename(panel: Panel, old: str, new: str) -> None:
        panel.parts = [replace(p, name=new) if p.name == old else p for p in panel.parts]
        panel.notches = [replace(n, edge=new) if n.edge == old else n for n in panel.notches]


def rim_of(panel: Panel, *names: str, reversed: bool = False, centred: bool | None = None) -> Rim:
    """A rim of one panel's edges, named in the rim's order. `reversed`: the panel runs them the other way."""
    first = panel.part(names[0]).path
    at_centre = abs((first.end if reversed else first.start)[0]) < 1e-6
    return Rim(
        tuple(Run(panel.half, name, panel.part(name).path.length, reversed) for name in names),
        panel.half.whole and at_centre if centred is None else centred,
    )


def joined(*rims: Rim) -> Rim:
    """Rims of neighbouring panels as one, in the order given."""
    return Rim(tuple(run for each in rims for run in each.runs), rims[0].centred)


def measured(name: str, a: Point, b: Point) -> InsideLine:
    """A line along which a finished measure is taken."""
    return InsideLine(name, "measure", np.array((a, b)))


def waist_parts(row: Row) -> tuple[list[Part], list[Mouth]]:
    """A waist that is a piece's lower edge: run from the side to the centre."""
    parts: list[Part] = []
    mouths: list[Mouth] = []
    for number in range(len(row.stretches), 0, -1):
        parts.append(
            Part(f"waist_{number}", row.stretches[number - 1].reversed(), 10.0, line="waist")
        )
        if number > 1 and row.legs:
            inner, outer = row.legs[number - 2]
            name = f"waist_dart_{number - 1}"
            parts.append(Part(f"{name}_outer", outer.reversed(), 0.0))
            parts.append(Part(f"{name}_inner", inner.reversed(), 0.0))
            mouths.append(Mouth(f"{name}_outer", f"{name}_inner", "second"))
    return parts, mouths
