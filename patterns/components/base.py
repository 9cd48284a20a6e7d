"""What a component is: its parameters, and how it drafts itself into a garment under way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from measurements.body import Body
from patterns.drafting.cutting import Mouth
from patterns.drafting.draft import (
    FinishedMeasure,
    Notch,
    Operation,
    Piece,
    Remark,
    Seam,
    Side,
    Trim,
)  # fmt: skip
from patterns.specs import Setting

from .halves import HANDS, Half, Rim
from .meeting import Armhole, Neckline, Waist

Match = tuple[float, float] | tuple[float, float, Literal["single", "double"]]
"""How far along each side of a seam its two are matched, and by which notch."""

AT_CORNER = 1.0
"""A notch nearer than this to an edge's end would be at a corner, which is mark enough, mm."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a component can be told. Ranges are in `unit`; the default holds where a template says nothing."""

    name: str
    default: Setting
    kind: Literal["choice", "range", "toggle"] = "range"
    unit: str = "mm"
    min: float = 0.0
    max: float = 0.0
    values: tuple[str, ...] = ()
    help: str = ""


@dataclass
class Making:
    """A garment under way: what its components have drafted so far, and what they meet at."""

    body: Body
    parameters: dict[str, Setting]
    components: tuple[str, ...]
    pieces: list[Piece] = field(default_factory=list)
    seams: list[Seam] = field(default_factory=list)
    finished: list[FinishedMeasure] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    trims: list[Trim] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)
    waist: Waist | None = None
    neckline: Neckline | None = None
    armhole: Armhole | None = None
    sleeve_hem: Rim | None = None

    def number(self, name: str) -> float:
        value = self.parameters[name]
        assert isinstance(value, int | float), name
        return float(value)

    def text(self, name: str, default: str = "") -> str:
        """A choice; the default where the garment has no such component."""
        return str(self.parameters.get(name, default))

    def has(self, component: str) -> bool:
        return component in self.components

    def piece(self, code: str) -> Piece:
        return next(piece for piece in self.pieces if piece.code == code)

    def warn(self, code: str, message: str) -> None:
        self.warnings.append(Remark(code, message))

    def trim(self, name: str, quantity: int = 1, size: float | None = None) -> None:
        self.trims.append(Trim(name, quantity, size))

    def operation(self, step: int, words: str) -> None:
        self.operations.append(Operation(step, words))

    def sew(
        self,
        name: str,
        a: Rim,
        b: Rim,
        kind: Literal["join", "ease", "gather", "opening"] = "join",
        *,
        ease: float = 0.0,
        where: str | None = None,
        ratio: float | None = None,
        closure: str | None = None,
        match: Sequence[Match] = (),
        breaks: tuple[str, ...] = (),
    ) -> None:
        """Sew two rims together on both hands, from the start of each. Ease and match are those of one half.

        Where both run on through the centre it is one seam, from right to left; else one for each hand.
        Matches get their notches on both pieces.
        """
        if a.centred and b.centred:
            of_a, of_b = a.length, b.length
            there = [(of_a - m[0], of_b - m[1], *m[2:]) for m in reversed(match)]
            here = [(of_a + m[0], of_b + m[1], *m[2:]) for m in match]
            self.seam(Seam(
                name, kind, a.across(), b.across(), 2 * ease, where, ratio, closure, breaks=breaks,
            ), [*there, (of_a, of_b), *here])  # fmt: skip
            return
        for hand in HANDS:
            self.seam(Seam(
                f"{name} {hand}", kind, a.sides(hand), b.sides(hand), ease, where, ratio, closure,
                breaks=breaks,
            ), match)  # fmt: skip

    def darts(self, name: str, half: Half, mouths: Sequence[Mouth]) -> None:
        """Sew up the darts of a half, on both hands of a piece drawn whole."""
        for mouth in mouths:
            stem = mouth.first.rsplit("_", 1)[0].replace("_", " ")
            for hand in HANDS if half.whole else (half.drafted,):
                self.seams.append(Seam(
                    f"{name} {stem}" + (f" {hand}" if half.whole else ""), "dart",
                    (half.side(mouth.first, hand),), (half.side(mouth.second, hand, reversed=True),),
                ))  # fmt: skip

    def seam(self, seam: Seam, match: Sequence[Match] = ()) -> None:
        """Add a seam; where its sides are matched, both get a notch."""
        for mark in match:
            kind = mark[2] if len(mark) == 3 else "single"
            self._notch(seam.a, mark[0], kind)
            self._notch(seam.b, mark[1], kind)
        self.seams.append(replace(seam, match=tuple((m[0], m[1]) for m in match)))

    def _notch(self, sides: Sequence[Side], at: float, kind: Literal["single", "double"]) -> None:
        for side in sides:
            if side.edge is None:
                return
            number = next(n for n, piece in enumerate(self.pieces) if piece.code == side.piece)
            piece = self.pieces[number]
            points = piece.edge(side.edge).points
            so_far = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
            long = float(so_far[-1])
            taken = sum(
                float(np.hypot(*np.subtract(pleat.start[0], pleat.end[0])))
                for pleat in piece.pleats if pleat.name in side.pleats
            )  # fmt: skip
            if at > long - taken + AT_CORNER:
                at -= long - taken
                continue
            here = long - at if side.reversed else at
            if taken or here < AT_CORNER or here > long - AT_CORNER:
                return
            if any(n.edge == side.edge and abs(n.at - here) < AT_CORNER for n in piece.notches):
                return
            point = tuple(float(np.interp(here, so_far, points[:, axis])) for axis in (0, 1))
            notch = Notch(side.edge, here, (point[0], point[1]), kind)
            self.pieces[number] = replace(piece, notches=(*piece.notches, notch))
            return


def _nothing(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a garment. `draft` adds its pieces, seams and measures to what is being made.

    `needs` are the measurements it is drafted from (a function where they depend on its parameters);
    `after` the components that, if they are there, must be drafted before it. `conflicts` tells of all
    resolved parameters and the garment's components what does not go together, a sentence each.
    """

    name: str
    parameters: Mapping[str, Parameter]
    needs: tuple[str, ...]
    draft: Callable[[Making], None]
    after: tuple[str, ...] = ()
    conflicts: Callable[[Mapping[str, Setting], tuple[str, ...]], list[str]] = _nothing


def parameters(*listed: Parameter) -> dict[str, Parameter]:
    return {parameter.name: parameter for parameter in listed}
