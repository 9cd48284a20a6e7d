"""Pieces drafted as a half, and the lines at which halves meet others.

A component drafts the half on paper's right (x >= 0, x = 0 the centre). It is cut either whole, mirrored
in the centre line, or as a pair. Edges keep the half's names, with `_left` and `_right` (the wearer's)
on a piece drawn whole; whoever sews to them names a hand and need not know which it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import numpy as np

from patterns.drafting.cutting import Mouth, NotchAt, Part, cut_piece, whole
from patterns.drafting.draft import InnerDart, InsideLine, Level, Mark, Piece, Pleat, Point, Side
from patterns.drafting.geometry import mirror
from patterns.drafting.values import value

Hand = Literal["left", "right"]
HANDS: tuple[Hand, Hand] = ("left", "right")

_OVER = np.array((-1.0, 1.0))
_TURNED: Mapping[str, Literal["first", "second"]] = {"first": "second", "second": "first"}


@value
class Half:
    """A piece by its half. Paper's right is the wearer's left on a front (and a sleeve, whose front
    lies on paper's left), her right on a back."""

    code: str
    view: Literal["front", "back"]
    whole: bool

    @property
    def drafted(self) -> Hand:
        """Whose half was drafted: that on paper's right, copy 1 of a pair."""
        return "left" if self.view == "front" else "right"

    def side(
        self, edge: str, hand: Hand, reversed: bool = False, pleats: Sequence[str] = ()
    ) -> Side:
        """An edge of the half as a seam's side, run as the half runs it (clockwise) unless reversed."""
        first = hand == self.drafted
        if not self.whole:
            return Side(
                self.code, edge, copy=1 if first else 2, reversed=reversed, pleats=tuple(pleats)
            )
        return Side(
            self.code, f"{edge}_{hand}", reversed=reversed if first else not reversed,
            pleats=tuple(f"{name}_{hand}" for name in pleats),
        )  # fmt: skip

    def line_side(self, line: str, hand: Hand, reversed: bool = False) -> Side:
        """An inside line of the half as a seam's side."""
        if self.whole:
            return Side(self.code, line=f"{line} {hand}", reversed=reversed)
        return Side(self.code, line=line, copy=1 if hand == self.drafted else 2, reversed=reversed)

    def edges(self, *names: str) -> tuple[tuple[str, str, int], ...]:
        """Edges of both hands as a finished measure lists them."""
        return tuple(found for name in names for found in self._both(f"{name}_", name))

    def lines(self, *names: str) -> tuple[tuple[str, str, int], ...]:
        """Inside lines of both hands as a finished measure lists them."""
        return tuple(found for name in names for found in self._both(f"{name} ", name))

    def _both(self, stem: str, name: str) -> list[tuple[str, str, int]]:
        if self.whole:
            return [(self.code, f"{stem}{hand}", 1) for hand in HANDS]
        return [(self.code, name, 2)]

    def cut(
        self,
        name: str,
        component: str,
        parts: Sequence[Part],
        *,
        grainline: tuple[Point, Point],
        mouths: Sequence[Mouth] = (),
        notches: Sequence[NotchAt] = (),
        lines: Sequence[InsideLine] = (),
        inner_darts: Sequence[InnerDart] = (),
        pleats: Sequence[Pleat] = (),
        marks: Sequence[Mark] = (),
        levels: Mapping[str, Level] | None = None,
        **more: Any,
    ) -> Piece:
        """The piece, from all that its half has. A whole piece's lines of kind "centre" stand once, its
        levels count from side to side: a level given by `x` or `lines` is mirrored too. `more` goes to
        `cut_piece` as it is. Raises CrossedOutlineError."""
        if not self.whole:
            return cut_piece(
                self.code, name, component, parts, quantity=2, mirrored=True, grainline=grainline,
                mouths=mouths, notches=notches, lines=lines, inner_darts=inner_darts, pleats=pleats,
                marks=marks, levels=levels, **more,
            )  # fmt: skip
        here, there = self.drafted, HANDS[self.drafted == "left"]
        lengths = {part.name: part.path.length for part in parts}
        return cut_piece(
            self.code, name, component, whole(parts, here, there),
            grainline=grainline,
            mouths=[Mouth(f"{m.first}_{here}", f"{m.second}_{here}", m.pressed) for m in mouths]
            + [Mouth(f"{m.second}_{there}", f"{m.first}_{there}", _TURNED[m.pressed]) for m in mouths],
            notches=[NotchAt(f"{n.edge}_{here}", n.at, n.kind) for n in notches]
            + [NotchAt(f"{n.edge}_{there}", lengths[n.edge] - n.at, n.kind) for n in notches],
            lines=[line for each in lines for line in _both_lines(each, here, there)],
            inner_darts=[
                InnerDart(f"{dart.name} {hand}", dart.a * turn, dart.b * turn)
                for dart in inner_darts for hand, turn in ((here, 1.0), (there, _OVER))
            ],
            pleats=[p for each in pleats for p in (
                Pleat(f"{each.name}_{here}", each.start, each.end),
                Pleat(f"{each.name}_{there}", _over(each.start), _over(each.end)),
            )],
            marks=[m for each in marks for m in _both_marks(each)],
            levels={key: _whole_level(level) for key, level in (levels or {}).items()},
            **more,
        )  # fmt: skip


def _both_lines(line: InsideLine, here: Hand, there: Hand) -> list[InsideLine]:
    if line.kind == "centre":
        return [line]
    return [
        InsideLine(f"{line.name} {here}", line.kind, line.points),
        InsideLine(f"{line.name} {there}", line.kind, line.points * _OVER),
    ]


def _over(line: tuple[Point, Point]) -> tuple[Point, Point]:
    return mirror(line[0]), mirror(line[1])


def _both_marks(mark: Mark) -> list[Mark]:
    over = Mark(mark.kind, tuple(mirror(point) for point in mark.points))
    return [mark] if all(abs(x) < 0.01 for x, _ in mark.points) else [mark, over]


def _whole_level(level: Level) -> Level:
    """A half's level on the piece drawn whole: from x = 0 on means from side to side."""
    if level.lines:
        return Level(lines=(*level.lines, *(_over(line) for line in level.lines)))
    if level.x is None:
        return level
    reach = max(level.x)
    return Level(y=level.y, x=(-reach, reach))


@value
class Run:
    """An edge of a half as part of a rim."""

    half: Half
    edge: str
    length: float
    reversed: bool = False
    pleats: tuple[str, ...] = ()
    taken: float = 0.0
    """What its pleats take up, mm."""
    ratio: float = 1.0
    """By how much it is gathered when it is sewn."""

    @property
    def finished(self) -> float:
        return (self.length - self.taken) / self.ratio


@value
class Rim:
    """A line of one half of the garment at which others meet it, as edges in order: a waist or a neckline
    from the centre outward, an armhole from the shoulder's tip to the underarm, a seam from its top."""

    runs: tuple[Run, ...]
    centred: bool = False
    """It begins at the middle of a piece drawn whole, and runs on there."""

    @property
    def length(self) -> float:
        """Of one half, darts and pleats closed and gathers drawn up, mm."""
        return sum(run.finished for run in self.runs)

    def sides(self, hand: Hand, reversed: bool = False) -> tuple[Side, ...]:
        """The rim on one hand, from its start, or back to it."""
        runs = self.runs[::-1] if reversed else self.runs
        return tuple(
            run.half.side(run.edge, hand, run.reversed is not reversed, run.pleats) for run in runs
        )

    def across(self) -> tuple[Side, ...]:
        """From the wearer's right end through the centre to her left."""
        return (*self.sides("right", reversed=True), *self.sides("left"))

    def edges(self) -> tuple[tuple[str, str, int], ...]:
        """Its edges of both hands as a finished measure lists them."""
        return tuple(found for run in self.runs for found in run.half.edges(run.edge))

    def reversed(self) -> Rim:
        return Rim(tuple(replace(run, reversed=not run.reversed) for run in self.runs[::-1]))


def rim(
    half: Half,
    parts: Sequence[Part],
    *names: str,
    reversed: bool = False,
    centred: bool | None = None,
) -> Rim:
    """A rim of a half's own edges, named in the rim's order. `reversed`: the half runs them the other way.
    `centred` unless told otherwise where the half is cut whole and the first begins (ends) at x = 0."""
    by_name = {part.name: part for part in parts}
    first = by_name[names[0]].path
    at_centre = abs((first.end if reversed else first.start)[0]) < 1e-6
    return Rim(
        tuple(Run(half, name, by_name[name].path.length, reversed) for name in names),
        half.whole and at_centre if centred is None else centred,
    )


def one_hand(listed: Sequence[tuple[str, str, int]]) -> tuple[tuple[str, str, int], ...]:
    """What is listed for both hands, on the left alone."""
    return tuple((code, name, 1) for code, name, _ in listed if not name.endswith("right"))
