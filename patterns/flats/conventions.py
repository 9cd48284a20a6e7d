"""The conventions of a technical flat: how heavy which line is, and in which order things lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from measurements.figure.curves import Curve

Weight = Literal["outline", "edge", "seam", "dart", "stitch", "fold", "fine", "zip"]

WIDTHS: Mapping[Weight, float] = {
    "outline": 3.0,
    "edge": 2.2,  # neckline, armhole, hem where they lie on the garment
    "seam": 1.6,
    "dart": 1.4,
    "stitch": 1.1,
    "fold": 1.6,
    "fine": 1.0,
    "zip": 1.4,
}
"""Stroke widths in mm of the garment: outline heavy, seams medium, topstitching light."""

DASHES: Mapping[Weight, str] = {"stitch": "5 3.5"}
OPACITIES: Mapping[Weight, float] = {"fold": 0.42, "fine": 0.8}


@dataclass(frozen=True, slots=True)
class Panel:
    """A closed stretch of cloth: its right side, or the inside that is seen through an opening.

    `level` is the stretch of heights (top, bottom) that its stripes and checks run over.
    """

    name: str
    curve: Curve
    level: tuple[float, float]
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    curve: Curve
    weight: Weight
    name: str = ""


@dataclass(frozen=True, slots=True)
class Shade:
    """A soft spot of shade (or light, if `light`): an ellipse that fades to nothing at its rim."""

    x: float
    y: float
    across: float
    down: float
    strength: float
    light: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of cloth that falls away from the light: a closed shape, evenly shaded."""

    curve: Curve
    strength: float


@dataclass(slots=True)
class Layers:
    """What a component draws. `behind` lies behind the figure."""

    behind: list[Panel] = field(default_factory=list)
    behind_lines: list[Line] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    folds: list[Fold] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, other: Layers) -> None:
        """Lay another component's layers over these."""
        self.behind += other.behind
        self.behind_lines += other.behind_lines
        self.panels += other.panels
        self.folds += other.folds
        self.shades += other.shades
        self.lines += other.lines
