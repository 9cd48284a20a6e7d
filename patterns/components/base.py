"""What a component is: its parameters, and how it drafts itself into a garment under way."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

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

from .halves import HANDS, Half, Rim, Run
from .meeting import Armhole, Neckline, Waist
from .seam_ends import mark_ends
from .stretches import stretches

Match = tuple[float, float] | tuple[float, float, Literal["single", "double"]]
"""How far along each side of a seam its two are matched, and by which notch."""

PRESSED = 99
"""The last step of the sewing."""
AT_CORNER = 1.0
"""A notch nearer than this to an edge's end would be at a corner, which is mark enough, mm."""
FLATTENED = 0.01
"""mm that a point on a flattened edge may lie beside where it is by its length."""


def and_list(words: Sequence[str]) -> str:
    """“the side, the armhole and the shoulder”."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


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
    let_out: dict[str, float] = field(default_factory=dict)
    """How much wider each girth can be made from what is left over in its seams, mm."""
    _asked: dict[tuple[str, str], list[tuple[float, Literal["single", "double"]]]] = field(
        default_factory=dict
    )

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
        remark = Remark(code, message)
        if remark not in self.warnings:  # what is drawn again says the same again
            self.warnings.append(remark)

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
    ) -> Rim:
        """Sew two rims together on both hands, from the start of each. Ease and match are those of one half.

        Where both run on through the centre it is one seam, from right to left; else one for each hand.
        Matches get their notches on both pieces. Where some of `a` is gathered, each stretch is a seam of
        its own, and the edges of `b` are cut where they meet; `b` as it then is comes back.
        """
        if kind == "join" and any(run.ratio != 1.0 for run in a.runs):
            runs: list[Run] = []
            for number, (part, other) in enumerate(stretches(self.pieces, a, b), start=1):
                runs += other.runs
                gathered = part.runs[0].ratio != 1.0
                drawn = replace(part, runs=tuple(replace(run, ratio=1.0) for run in part.runs))
                # The ratio is what it came to: a cut gives way to an end of an edge that is near.
                self.sew(
                    f"{name} {number}", drawn, other, "gather" if gathered else "join",
                    ratio=drawn.length / other.length if gathered else None, breaks=("waist", *breaks),
                )  # fmt: skip
            return replace(b, runs=tuple(runs))
        if a.centred and b.centred:
            of_a, of_b = a.length, b.length
            there = [(of_a - m[0], of_b - m[1], *m[2:]) for m in reversed(match)]
            here = [(of_a + m[0], of_b + m[1], *m[2:]) for m in match]
            self.seam(Seam(
                name, kind, a.across(), b.across(), 2 * ease, where, ratio, closure, breaks=breaks,
            ), [*there, (of_a, of_b), *here])  # fmt: skip
            return b
        for hand in HANDS:
            self.seam(Seam(
                f"{name} {hand}", kind, a.sides(hand), b.sides(hand), ease, where, ratio, closure,
                breaks=breaks,
            ), match)  # fmt: skip
        return b

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
        self.seams.append(
            replace(seam, match=tuple((m[0], m[1]) for m in match)) if match else seam
        )

    def _notch(self, sides: Sequence[Side], at: float, kind: Literal["single", "double"]) -> None:
        for side in sides:
            if side.edge is None:
                return
            piece = self.piece(side.piece)
            taken = sum(
                math.dist(pleat.start[0], pleat.end[0])
                for pleat in piece.pleats if pleat.name in side.pleats
            )  # fmt: skip
            long = piece.edge(side.edge).length - taken
            if at > long + AT_CORNER:
                at -= long
                continue
            here = long - at if side.reversed else at
            if not taken and (
                AT_CORNER < here < long - AT_CORNER or _centre(piece, side.edge, here)
            ):
                asked = self._asked.setdefault((side.piece, side.edge), [])
                if all(abs(earlier - here) >= AT_CORNER for earlier, _ in asked):
                    asked.append((here, kind))
            return

    def finish(self) -> None:
        """Say what all of it together comes to, and put the notches on the pieces: those that seams asked
        for, and those at which they stop."""
        self.operation(PRESSED, "Press the whole garment.")
        self._tell_let_out()
        for number, piece in enumerate(self.pieces):
            notches = list(piece.notches)
            for edge in piece.edges:
                asked = self._asked.get((piece.code, edge.name))
                if not asked:
                    continue
                points = edge.points_at([at for at, _ in asked])
                notches += [
                    Notch(edge.name, max(at, 0.0), point, kind)
                    for (at, kind), point in zip(asked, points, strict=True)
                    if all(
                        math.dist(point, notch.point) >= AT_CORNER - FLATTENED for notch in notches
                    )
                ]
            if len(notches) > len(piece.notches):
                self.pieces[number] = replace(piece, notches=tuple(notches))
        for number, notch in mark_ends(self.pieces, self.seams):
            piece = self.pieces[number]
            if all(math.dist(notch.point, other.point) >= AT_CORNER for other in piece.notches):
                self.pieces[number] = replace(piece, notches=(*piece.notches, notch))

    def _tell_let_out(self) -> None:
        by_amount: dict[float, list[str]] = {}
        for girth, spare in self.let_out.items():
            by_amount.setdefault(round(spare), []).append(girth)
        words = [
            f"{and_list(girths)} by up to {spare:.0f} mm"
            for spare, girths in by_amount.items()
            if spare
        ]
        if words:
            self.warn(
                "inlay",
                f"It can be let out, from cloth that is left over in its seams: {', '.join(words)}.",
            )


def _centre(piece: Piece, edge: str, at: float) -> bool:
    """Whether an edge's end lies on the centre of a piece drawn whole, and runs on there level: no corner."""
    points = piece.edge(edge).points
    end, beside = (points[0], points[1]) if at < AT_CORNER else (points[-1], points[-2])
    level = abs(end[1] - beside[1]) < 0.1 * abs(end[0] - beside[0])
    return piece.quantity == 1 and abs(end[0]) < 1e-6 and bool(level)


def _nothing(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a garment. `draft` adds its pieces, seams and measures to what is being made.

    `needs` are the measurements it is drafted from, `helps` those that it uses where they were taken and
    does without where not; `after` the components that, if they are there, must be drafted before it.
    `conflicts` tells of all resolved parameters and the garment's components what does not go together, a
    sentence each.
    """

    name: str
    parameters: Mapping[str, Parameter]
    needs: tuple[str, ...]
    draft: Callable[[Making], None]
    helps: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    conflicts: Callable[[Mapping[str, Setting], tuple[str, ...]], list[str]] = _nothing


def parameters(*listed: Parameter) -> dict[str, Parameter]:
    return {parameter.name: parameter for parameter in listed}
