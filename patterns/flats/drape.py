"""How cloth hangs that is wider than the body: what stands out, and what falls into folds.

A circle skirt's hem is metres round, yet hangs in a bell: the surplus lies in flutes. Stiff cloth stands off
in few broad ones, fluid cloth falls close in many. The rules are our own, by eye on worn skirts. mm.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    "stiff": Hang(0.56, 0.13, 1.0, 0.72, 1.15, 0.74, 1),
    "crisp": Hang(0.44, 0.10, 0.92, 1.0, 1.0, 0.90, 2),
    "fluid": Hang(0.30, 0.07, 0.80, 1.4, 0.85, 1.0, 3),
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


@dataclass(frozen=True, slots=True)
class Flute:
    """A fold of half a hem, from the front: where it falls back (`share` of the half-breadth), half its
    breadth, how far it lifts (to the hem's wave) and how far up it runs (0..1)."""

    share: float
    wide: float
    lift: float
    long: float


def flutes(style: str, hang: Hang) -> list[Flute]:
    """The folds of half a hem from the centre to the side: crowded there, where the cloth goes round, and no
    two alike, as in real cloth."""
    count = max(round(FLUTES.get(style, FEW) * hang.flutes), 2)
    step = pi / 2 / (count + 0.22)
    found = []
    for i in range(count):
        angle = (i + 0.62 + (0.0, 0.10, -0.08, 0.07, -0.04)[i % 5]) * step
        found.append(Flute(
            sin(angle), 0.27 * step * cos(angle) * (1.0, 0.8, 1.15)[i % 3],
            (0.9, 0.7, 1.0, 0.78)[i % 4] * min((1.0 - sin(angle)) * 9.0, 1.0),
            (0.86, 0.58, 1.0, 0.68, 0.92)[i % 5],
        ))  # fmt: skip
    return found


def wave(fullness: float, drop: float, deep: float = 1.0) -> float:
    """How far a hem so far below its waist goes forward and back, as drawn up and down, mm."""
    over = max(fullness - 1.05, 0.0)
    return 26.0 * deep * (1.0 - exp(-over * 11.0 / 26.0)) * min(drop / 450.0, 1.0)
