"""How cloth hangs that is wider than the body: what stands out, and what falls into folds.

A circle skirt's hem is metres round, yet hangs in a bell: the surplus lies in flutes. The rule is our
own, by eye on worn skirts. mm.
"""

from __future__ import annotations

from math import exp, pi, sin

CONE = 0.44
"""How steeply full cloth stands off at most: its breadth grows by this much of the drop, each side."""
PLEATED = 0.10
"""As `CONE`, for cloth that pressed pleats hold together."""
STRAIGHT = 0.25
"""Up to this share of the limit cloth stands out by all its breadth: no folds yet."""


def hung(close: float, cloth: float, limit: float) -> float:
    """Half the breadth at which cloth of a half-breadth `cloth` hangs that could lie at `close`:
    all of it while it is little more, never more than `limit` beyond."""
    surplus = cloth - close
    first = STRAIGHT * limit
    if surplus <= first or limit <= 0.0:
        return max(cloth, close) if limit > 0.0 else close
    rest = limit - first
    return close + first + rest * (1.0 - exp(-(surplus - first) / rest))


def limit(drop: float, *, pleated: bool = False) -> float:
    """How far from the body cloth stands at most, `drop` below where it is held."""
    return (PLEATED if pleated else CONE) * drop


def flutes(fullness: float) -> int:
    """How many turns (forward and back) half a hem makes that is `fullness` times as wide as the body."""
    return 6 if fullness < 1.45 else 8 if fullness < 2.3 else 10


def turns(count: int) -> list[tuple[float, float]]:
    """A waved hem from the side (share 1) to the centre (0): where it turns, and which way (1 forward and
    down, -1 back and up). Turns crowd towards the side, where the cloth goes round."""
    found = []
    for i in range(1, count):
        share = sin((1.0 - i / count) * pi / 2)
        # uneven on purpose: no two flutes of real cloth are alike
        lift = (1.0 if i % 2 else -1.0) * (1.0, 0.8, 0.9, 0.7)[i % 4]
        if share < 0.985:
            found.append((share, lift * min((1.0 - share) * 8.0, 1.0)))
    found.append((0.0, 0.0))  # the centre is where the length is measured
    return found


def wave(fullness: float, drop: float) -> float:
    """How far a hem so far below its waist goes forward and back, as drawn up and down, mm."""
    over = max(fullness - 1.05, 0.0)
    return 20.0 * (1.0 - exp(-over * 11.0 / 20.0)) * min(drop / 450.0, 1.0)
