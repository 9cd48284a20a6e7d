"""What a component is: its parameters, and how it drafts itself into a garment under way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from measurements.body import Body
from patterns.drafting.draft import FinishedMeasure, Piece, Remark, Seam
from patterns.specs import Setting


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


@dataclass(frozen=True, slots=True)
class Waist:
    """The interface at which a bodice, a skirt and a waistband meet, in mm of one half, darts closed.

    `front_darts` and `back_darts` are how far along the waist from the centre the darts sit.
    """

    front: float
    back: float
    front_darts: tuple[float, ...] = ()
    back_darts: tuple[float, ...] = ()


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
    waist: Waist | None = None

    def number(self, name: str) -> float:
        value = self.parameters[name]
        assert isinstance(value, int | float), name
        return float(value)

    def piece(self, code: str) -> Piece:
        return next(piece for piece in self.pieces if piece.code == code)

    def warn(self, code: str, message: str) -> None:
        self.warnings.append(Remark(code, message))


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a garment. `draft` adds its pieces, seams and measures to what is being made.

    `needs` are the measurements it is drafted from; `after` the components that, if they are there,
    must be drafted before it.
    """

    name: str
    parameters: Mapping[str, Parameter]
    needs: tuple[str, ...]
    draft: Callable[[Making], None]
    after: tuple[str, ...] = ()


def parameters(*listed: Parameter) -> dict[str, Parameter]:
    return {parameter.name: parameter for parameter in listed}
