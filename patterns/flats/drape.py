"""How cloth hangs that is wider than the body: what stands out, and what falls into folds.

A circle skirt's hem is metres round, yet hangs in a bell: the surplus lies in flutes. Stiff cloth stands off
in few broad ones, fluid cloth falls close in many. The rules are our own, by eye on worn skirts. mm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, exp, pi, sin

STRAIGHT = 0.25
"""Up to this share of the limit cloth stands out by all its breadth: no folds yet."""

USUAL = 200.0
"""The weight of cloth that the table is for, g/m²."""


@dataclass(frozen=True, slots=True)
class Hang:
    """How a cloth hangs. `stands`: how steeply full cloth stands off at most, its breadth growing by this
    much of the drop at each side; `pleated` the same where pressed pleats hold it; `falls`: the power by
    which its breadth grows from seam to hem, 1 for a cone, less for a bell; `flutes` how many to crisp
    cloth's, `deep` how deep, `long` how far up they run; `breaks`: creases where it bends."""

    stands: float
    pleated: float
    falls: float
    flutes: float
    deep: float
    long: float
    breaks: int


HANGS: Mapping[str, Hang] = {
    "stiff": Hang(0.56, 0.10, 1.0, 0.72, 1.15, 0.74, 1),
    "crisp": Hang(0.44, 0.08, 0.92, 1.0, 1.0, 0.90, 2),
    "fluid": Hang(0.30, 0.06, 0.80, 1.4, 0.85, 1.0, 3),
}
CRISP = HANGS["crisp"]

FLUTES: Mapping[str, int] = {
    "circle": 5, "half_circle": 4, "quarter_circle": 4, "gathered": 6, "tiers": 6, "six_panel": 3,
}  # fmt: skip
"""Of crisp cloth, half a hem's; by the cut and not by its breadth, so that none springs up."""
FEW = 3


def hang(drape: str, weight: float = 0.0) -> Hang:
    """Of a cloth by its drape and weight (g/m², 0 where unknown): heavy cloth falls closer, light cloth in
    more and shallower folds."""
    base = HANGS.get(drape, CRISP)
    heavy = min(max((weight - USUAL) / 200.0, -0.6), 1.0) if weight else 0.0
    return replace(
        base, stands=base.stands * (1 - 0.12 * heavy), flutes=base.flutes * (1 - 0.18 * heavy),
        deep=base.deep * (1 + 0.15 * heavy),
    )  # fmt: skip


def hung(close: float, cloth: float, limit: float) -> float:
    """Half the breadth at which cloth of a half-breadth `cloth` hangs that could lie at `close`:
    all of it while it is little more, never more than `limit` beyond."""
    surplus = cloth - close
    first = STRAIGHT * limit
    if surplus <= first or limit <= 0.0:
        return max(cloth, close) if limit > 0.0 else close
    rest = limit - first
    return close + first + rest * (1.0 - exp(-(surplus - first) / rest))


def over(start: float, end: float, slope: float, share: float) -> float:
    """A half-breadth so far down (0..1) from `start` to `end`, where the outline runs on with `slope` (of
    that way): round over the hip and without a corner."""
    s, t = share, 1.0 - share
    steep = max(2.1 * (end - start) - 0.6 * slope, 0.0)
    return (
        start * (1 + 2 * s) * t * t
        + steep * s * t * t
        + end * s * s * (3 - 2 * s)
        - slope * s * s * t
    )


@dataclass(frozen=True, slots=True)
class Flute:
    """A fold of half a hem, from the front: the edge of the roll that lies `over` it and where the next
    roll comes out from `under` it, shares of the half-breadth; how far it lifts (to the hem's wave), how
    far up it runs (0..1), and how it sways on its way."""

    over: float
    under: float
    lift: float
    long: float
    sway: float

    @property
    def edges(self) -> tuple[float, float]:
        return (self.over, self.under)


PLACES = {1: (0.04, 0.15, -0.10, 0.10, -0.06), -1: (-0.10, 0.09, 0.16, -0.08, 0.05)}
BREADTHS = {1: (1.0, 0.72, 1.2, 0.9), -1: (0.8, 1.22, 0.86, 1.06, 0.7)}
LIFTS = {1: (0.86, 0.66, 1.0, 0.76), -1: (1.0, 0.7, 0.82, 0.94, 0.62)}
LENGTHS = {1: (0.86, 0.55, 1.0, 0.68, 0.92), -1: (0.62, 1.0, 0.72, 0.95, 0.5)}
SWAYS = {1: (0.5, -0.8, 0.3, 1.0), -1: (-0.4, 0.9, -1.0, 0.2, 0.7)}
"""On her left and on her right: no two folds are alike, and no side is the other's like, as in real cloth.
By the place of a fold alone, so that it stays itself while a length or a fullness is chosen."""


def flutes(style: str, hang: Hang, hand: int = 1) -> list[Flute]:
    """The folds of half a hem from the centre to the side: crowded there, where the cloth goes round.
    `hand`: 1 the picture's right, -1 its left."""
    count = max(round(FLUTES.get(style, FEW) * hang.flutes), 2)
    step = pi / 2 / (count + 0.22)
    found = []
    for i in range(count):
        angle = (i + 0.62 + _of(PLACES[hand], i)) * step
        wide = 0.27 * step * cos(angle) * _of(BREADTHS[hand], i)
        if i == 0 and hand < 0:
            wide = -wide  # so that no roll stands in the middle like a board
        found.append(Flute(
            sin(angle) - wide, sin(angle) + wide,
            _of(LIFTS[hand], i) * min((1.0 - sin(angle)) * 6.0, 1.0),
            _of(LENGTHS[hand], i), _of(SWAYS[hand], i),
        ))  # fmt: skip
    return found


def _of(table: Sequence[float], place: int) -> float:
    return table[place % len(table)]


def wave(fullness: float, drop: float, deep: float = 1.0) -> float:
    """How far a hem so far below its waist goes forward and back, as drawn up and down, mm."""
    over = max(fullness - 1.05, 0.0)
    return 34.0 * deep * (1.0 - exp(-over * 20.0 / 34.0)) * min(drop / 330.0, 1.0)
