"""Women who were never measured: whole bodies drawn from the survey's figures, for tests anywhere.

Only means and covariances go in; no woman's own row is in the project. Knows no Django.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from measurements.statistics import FROM_WAIST_HEIGHT, LOG_COVARIANCES, LOG_MEANS, NAMES

# (less, more): of 2,097 women in two surveys none had it otherwise, or none could.
NEVER_CONTRADICTED: Final = (
    ("underbust_girth", "bust_girth"),
    ("waist_girth", "bust_girth"),
    ("waist_girth", "hip_girth"),
    ("knee_girth", "thigh_girth"),
    ("knee_height", "inside_leg_length"),
    ("back_crotch_length", "total_crotch_length"),
    ("inside_leg_length", "hip_height"),
    ("hip_height", "waist_height"),
    ("waist_height", "bust_height"),
    ("bust_height", "shoulder_height"),
    ("shoulder_height", "side_neck_height"),
    ("back_neck_height", "height"),
    ("neck_girth", "neck_base_girth"),
    ("outer_arm_length", "back_neck_to_wrist"),
)

# Beyond this many standard deviations the bell curve is no longer the survey's.
_FURTHEST: Final = 3.5
_TO_TENTHS: Final = frozenset(
    {"body_mass_kg", "shoulder_slope", "shoulder_length", "bust_point_to_bust_point"}
)


def contradictions(body: Mapping[str, float]) -> list[tuple[str, str]]:
    """The pairs of NEVER_CONTRADICTED that `body`, where it has both, breaks."""
    return [
        (less, more)
        for less, more in NEVER_CONTRADICTED
        if less in body and more in body and body[less] >= body[more]
    ]


def synthetic_women(count: int, seed: int) -> list[dict[str, float]]:
    """`count` women with every measurement of the survey; the same seed gives the same women.

    mm (whole, a few to 0.1), degrees, kg. Lengths that are differences of heights are exactly so.
    """
    derived = set(FROM_WAIST_HEIGHT.values())
    names = [name for name in NAMES if name not in derived]
    chosen = [NAMES.index(name) for name in names]
    means = LOG_MEANS[chosen]
    root = np.linalg.cholesky(LOG_COVARIANCES[np.ix_(chosen, chosen)])
    spreads = np.sqrt(np.diag(LOG_COVARIANCES)[chosen])
    random = np.random.default_rng(seed)
    women: list[dict[str, float]] = []
    while len(women) < count:
        offset = root @ random.standard_normal(len(names))
        if np.abs(offset / spreads).max() > _FURTHEST:
            continue
        woman = {
            name: round(float(value), 1 if name in _TO_TENTHS else 0)
            for name, value in zip(names, np.exp(means + offset), strict=True)
        }
        for short, long in FROM_WAIST_HEIGHT.items():
            woman[long] = woman["waist_height"] - woman[short]
        if not contradictions(woman):
            women.append({name: woman[name] for name in NAMES})
    return women
