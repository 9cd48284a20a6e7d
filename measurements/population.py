"""Women who were never measured: whole bodies drawn from the survey's figures, for tests anywhere.

Only means and covariances go in; no woman's own row is in the project. Knows no Django.

`larger_women` are beyond the survey, whose women were fit adults, by this rule (logarithms throughout):

1. Height is drawn from the survey's mean with twice its spread, between 1400 and 1950 mm.
2. Hips are drawn from 1000 to 1600 mm, ever fewer towards the end. A third of those over 1206 are over
   1340 (in a national survey of 2017-2020: 7 % of all women to 21 %); here somewhat more.
3. Bust, under-bust and waist grow with the hips as their spreads among women of one height do: who stands
   k spreads above such women by her hips is expected to by each of them. The survey's regression would
   let them lag, since it sees thin waists over broad hips as often as broad ones; with this rule waist and
   bust at hips of 1400 and 1520 come within 60 mm of what a retailer's chart to size 62 has. Each then
   varies as it does in the survey among women of one height and hip.
4. All else - neck, back width, arms, lengths, levels - is what the survey's regression expects of such a
   height and such girths, and varies as much: shoulders and lengths hardly grow, arms and thighs do.
5. No two levels of a body lie nearer each other than in one woman of a hundred of the survey
   (`one_in_a_hundred` in statistics_1988.json): the regression must not run on through her ribs.
6. Nor is an arm's root less of her upper arm than in one woman of a hundred (`LEAST_ROOT`): the
   regression lets arms grow past the armholes that they come out of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from measurements.statistics import (
    FROM_WAIST_HEIGHT,
    LEAST_BETWEEN,
    LEAST_ROOT,
    LOG_COVARIANCES,
    LOG_MEANS,
    NAMES,
    Array,
)

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

SHORTEST, TALLEST = 1400.0, 1950.0
BROADEST_FROM, BROADEST = 1000.0, 1600.0
_DRAWN: Final = tuple(name for name in NAMES if name not in FROM_WAIST_HEIGHT.values())
_SIZES: Final = ("bust_girth", "underbust_girth", "waist_girth")

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
    chosen = [NAMES.index(name) for name in _DRAWN]
    means = LOG_MEANS[chosen]
    root = np.linalg.cholesky(LOG_COVARIANCES[np.ix_(chosen, chosen)])
    spreads = np.sqrt(np.diag(LOG_COVARIANCES)[chosen])
    random = np.random.default_rng(seed)
    women: list[dict[str, float]] = []
    while len(women) < count:
        offset = root @ random.standard_normal(len(_DRAWN))
        if np.abs(offset / spreads).max() > _FURTHEST:
            continue
        woman = _whole(dict(zip(_DRAWN, means + offset, strict=True)))
        if not contradictions(woman):
            women.append(woman)
    return women


def larger_women(count: int, seed: int) -> list[dict[str, float]]:
    """`count` women larger (and taller, or shorter) than the survey's, by the rule above; the same seed
    gives the same women, in the units of `synthetic_women`."""
    frame, sizes = ("height", "hip_girth"), _Given(("height", "hip_girth"), _SIZES)
    others = _Given(
        (*frame, *_SIZES), tuple(name for name in _DRAWN if name not in (*frame, *_SIZES))
    )
    spread = _spreads_at_one_height((*_SIZES, "hip_girth"))
    growth = np.array([spread[name] / spread["hip_girth"] for name in _SIZES])
    mean, tall = LOG_MEANS[NAMES.index("height")], _spread("height")
    random = np.random.default_rng(seed)
    women: list[dict[str, float]] = []
    while len(women) < count:
        height = mean + 2 * tall * random.standard_normal()
        hip = np.log(BROADEST - (BROADEST - BROADEST_FROM) * np.sqrt(random.random()))
        if not SHORTEST <= np.exp(height) <= TALLEST:
            continue
        usual = _Given(("height",), (*_SIZES, "hip_girth")).expect([height])
        girths = usual[:-1] + growth * (hip - usual[-1]) + sizes.vary(random)
        known = [height, hip, *girths]
        rest = others.expect(known) + others.vary(random)
        names = (*frame, *_SIZES, *others.wanted)
        logs = dict(zip(names, (*known, *rest), strict=True))
        root = logs["upper_arm_girth"] + np.log(LEAST_ROOT)
        woman = _whole({**logs, "armscye_girth": max(logs["armscye_girth"], root)})
        if not contradictions(woman) and not _cramped(woman):
            women.append(woman)
    return women


def growth() -> Array:
    """How the logarithm of each of NAMES grows with that of the hip from size to size, at one height, by
    rules 3 and 4."""
    spread = _spreads_at_one_height((*_SIZES, "hip_girth"))
    known = {"height": 0.0, "hip_girth": 1.0}
    known |= {name: spread[name] / spread["hip_girth"] for name in _SIZES}
    others = tuple(name for name in NAMES if name not in known)
    rest = _Given(tuple(known), others)
    grown = rest.weights @ np.array(list(known.values()))
    by_name = {**known, **dict(zip(others, grown.tolist(), strict=True))}
    return np.array([by_name[name] for name in NAMES])


class _Given:
    """What the survey says of the logarithms of some measurements once those of others are known."""

    def __init__(self, known: tuple[str, ...], wanted: tuple[str, ...]) -> None:
        self.wanted = wanted
        k, w = ([NAMES.index(name) for name in names] for names in (known, wanted))
        across = LOG_COVARIANCES[np.ix_(w, k)]
        self.weights = across @ np.linalg.inv(LOG_COVARIANCES[np.ix_(k, k)])
        self._means, self._known_means = LOG_MEANS[w], LOG_MEANS[k]
        left = LOG_COVARIANCES[np.ix_(w, w)] - self.weights @ across.T
        self._root = np.linalg.cholesky(left)
        self._spreads = np.sqrt(np.diag(left))

    def expect(self, known: list[float]) -> Array:
        expected: Array = self._means + self.weights @ (np.array(known) - self._known_means)
        return expected

    def vary(self, random: np.random.Generator) -> Array:
        """How far one woman differs from what is expected."""
        while True:
            offset: Array = self._root @ random.standard_normal(len(self.wanted))
            if np.abs(offset / self._spreads).max() <= _FURTHEST:
                return offset


def _spread(name: str) -> float:
    number = NAMES.index(name)
    return float(np.sqrt(LOG_COVARIANCES[number, number]))


def _spreads_at_one_height(names: tuple[str, ...]) -> dict[str, float]:
    k, w = NAMES.index("height"), [NAMES.index(name) for name in names]
    across = LOG_COVARIANCES[w, k]
    left = np.diag(LOG_COVARIANCES)[w] - across**2 / LOG_COVARIANCES[k, k]
    return dict(zip(names, np.sqrt(left).tolist(), strict=True))


def _whole(logs: Mapping[str, float]) -> dict[str, float]:
    """A woman from the logarithms of her measurements."""
    woman = {
        name: round(float(np.exp(value)), 1 if name in _TO_TENTHS else 0)
        for name, value in logs.items()
    }
    for short, long in FROM_WAIST_HEIGHT.items():
        woman[long] = woman["waist_height"] - woman[short]
    return {name: woman[name] for name in NAMES}


def _cramped(woman: Mapping[str, float]) -> bool:
    """Whether two of her levels lie nearer each other than one woman's of a hundred."""
    return any(woman[more] - woman[less] < least for less, more, least in LEAST_BETWEEN)
