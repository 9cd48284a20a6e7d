"""The conventions of a technical flat: how heavy which line is, and in which order things lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from measurements.figure.curves import Curve, Point, back, mirror

Weight = Literal["outline", "edge", "seam", "dart", "stitch", "fold", "shade", "fine", "zip"]

ORDER: tuple[Weight, ...] = (
    "fine", "shade", "fold", "stitch", "dart", "seam", "zip", "edge", "outline",
)  # fmt: skip
"""From the lowest up."""

WIDTHS: Mapping[Weight, float] = {
    "outline": 3.0,
    "edge": 2.2,  # neckline, armhole, hem where they lie on the garment
    "seam": 1.6,
    "dart": 1.4,
    "stitch": 1.1,
    "fine": 1.0,
    "zip": 1.4,
}
"""Stroke widths in mm of the garment: outline heavy, seams medium, topstitching light."""

DASHES: Mapping[Weight, str] = {"stitch": "5 3.5"}
OPACITIES: Mapping[Weight, float] = {"fold": 0.55, "shade": 0.55, "fine": 0.8}

BRUSHED: frozenset[Weight] = frozenset({"fold", "shade", "dart"})
"""What is drawn by a brush and not by a pen."""

SPECK = 12.0
"""What a deep band leaves of a dart reads as a speck: one no longer than this is not drawn, mm."""

SWELL = 3.6
"""How much broader an outline is half-way down the side away from the light, mm."""

BRUSH = 2.6
"""How broad a fold's line is where the cloth lies deepest, mm; it runs out to a point. Its curve runs from
the deep end to the other."""


Part = tuple[Curve, tuple[Point, float]]
"""A closed stretch of cloth and how its grain runs, as `Panel.grain`."""


@dataclass(frozen=True, slots=True)
class Gore:
    """What lies within `curve` (all, if that is empty) of a panel whose stripes begin anew at a seam or edge.
    `origin` says how far round from the centre the thread lies at a height from which they are counted,
    `reach` how far its cloth goes inwards from there (mm); nought where it is the centre's."""

    curve: Curve
    origin: Callable[[float], float]
    reach: float = 0.0
    paired: bool = False
    """Whether its like is on the left."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A closed stretch of cloth: its right side, or the inside that is seen through an opening.

    `level` is the stretch of heights (top, bottom) that its stripes and checks run over. They run with
    the body's threads, or straight along `grain` (a point of a thread, and degrees from the vertical).
    """

    name: str
    curve: Curve
    level: tuple[float, float]
    inside: bool = False
    grain: tuple[Point, float] | None = None
    lining: bool = False
    """An inside that shows the lining."""
    parts: Callable[[], Iterable[Part]] | None = None
    """What it is cut or folded into, if a print breaks there; asked for by printed cloth alone."""
    gores: Callable[[], Iterable[Gore]] | None = None
    """The same of what is drawn one by one, stripes and checks."""
    limb: bool = False
    """Round by itself: lit as an arm is, not as part of the trunk."""


@dataclass(frozen=True, slots=True)
class Line:
    curve: Curve
    weight: Weight
    name: str = ""
    wide: float = BRUSH
    """Of a fold: how broad where it begins, mm."""
    swells: bool = False
    """Of a fold: a point at either end, broadest between them."""
    runs_out: bool = False
    """Of a seam that goes on as an outline: on dark cloth, where seams are pale and outlines are not, it
    thins to a point where it does."""


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
    fades: bool = False
    """Shaded by its foot only, and less and less above."""
    gleams: float = 1.0
    """How much the cloth beside it throws the light back, if it shines: beside an edge's shade not at all."""


def redrawn(curve: Curve, change: Callable[[Point], Point]) -> Curve:
    """The curve with each of its points moved."""
    return [(change(a), change(b), change(c), change(d)) for a, b, c, d in curve]


def moved(curve: Curve, right: float, down: float) -> Curve:
    """The curve so much further right and down."""
    return redrawn(curve, lambda point: (point[0] + right, point[1] + down))


ROUND = 0.5523
"""A quarter of a circle as a Bézier: its handles' length over the radius."""


def ring(at: Point, radius: float) -> Curve:
    """A circle."""
    x, y = at
    k = ROUND
    quarters = (((-1, 0), (-1, -k), (-k, -1), (0, -1)), ((0, -1), (k, -1), (1, -k), (1, 0)),
                ((1, 0), (1, k), (k, 1), (0, 1)), ((0, 1), (-k, 1), (-1, k), (-1, 0)))  # fmt: skip
    return [
        redrawn([quarter], lambda point: (x + point[0] * radius, y + point[1] * radius))[0]
        for quarter in quarters
    ]


@dataclass(slots=True)
class Layers:
    """What a component draws, over those before it. `behind` lies behind the figure, `over` on top: the lines
    of one sheet lie over all its panels, so what covers a line is a sheet of its own."""

    behind: list[Panel] = field(default_factory=list)
    behind_lines: list[Line] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    folds: list[Fold] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    over: list[Layers] = field(default_factory=list)
    casts: bool = False
    """Whether its panels cast an edge of shade on whatever lies below them."""

    def whole(self) -> list[Layers]:
        """These and all that lie over them, from the lowest up."""
        return [self, *(each for layers in self.over for each in layers.whole())]

    def draw(self, curve: Curve, weight: Weight, name: str) -> None:
        """A line that is there once."""
        self.lines.append(Line(curve, weight, name))

    def both(
        self, curve: Curve, weight: Weight, name: str, wide: float = BRUSH, *, swells: bool = False
    ) -> None:
        """A line on the right and its like on the left."""
        self.lines += [Line(each, weight, name, wide, swells) for each in (curve, mirror(curve))]

    def through_centre(self, curve: Curve, weight: Weight, name: str) -> None:
        """A line given from the side in to the centre, drawn from side to side as one."""
        self.lines.append(Line([*curve, *back(mirror(curve))], weight, name))

    def fold_line(self, curve: Curve, wide: float) -> None:
        """A soft fold in the cloth, there once, that begins and ends in nothing."""
        self.lines.append(Line(curve, "fold", "fold", wide, swells=True))

    def fold(self, curve: Curve, strength: float, *, fades: bool = False) -> None:
        """Shade on the right and, a little lighter, on the left."""
        self.folds += [
            Fold(curve, strength, fades), Fold(mirror(curve), strength * 0.8, fades),
        ]  # fmt: skip
