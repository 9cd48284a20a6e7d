"""How likely measurements are together, for women of every size. Knows no Django.

    among = Together(("bust_girth", "hip_girth"))     # names in the order of NAMES, sorted
    among.logs({"bust_girth": 900.0, ...})            # -> how far each lies from the mean, in logarithms
    among.likelihood(offsets)                         # -> log-likelihood, up to a constant of the names
    among.tails(offset)                               # -> how strange each is beside the others

The survey's women were fit adults; judged by them alone, a larger woman would be asked about again and
again for being larger. So women stand here in a row of sizes, each size as spread about its middle as the
survey is about its own, and the more so the larger it is (`SIZES`). From size to size the body grows as
`measurements/population.py` has it: girths by their spreads among women of one height, all else by the
survey's regression. Height is given twice the survey's spread. To all is added what a woman errs by when
she measures herself. The shares of the sizes follow a national survey (21 % of women have hips over
1206 mm, 7 % over 1340).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log
from typing import Final

import numpy as np

from measurements.population import growth
from measurements.statistics import (
    LOG_COVARIANCES,
    LOG_MEANS,
    NAMES,
    SELF_MEASURING_ERROR,
    Array,
)

SIZES: Final = np.arange(0.0, 0.60, 0.08)
"""How far the middles of the sizes lie from the survey's mean, as the logarithm of the hip: hips of 960 mm
to 1680."""
_SHARES: Final = np.array([0.30, 0.20, 0.16, 0.13, 0.10, 0.06, 0.03, 0.02])
_WIDER: Final = (1 + SIZES) ** 2
"""By how much a size's variances are wider than the survey's."""

_TALL: Final = LOG_COVARIANCES[:, NAMES.index("height")] / np.sqrt(
    LOG_COVARIANCES[NAMES.index("height"), NAMES.index("height")]
)
"""How all varies with one spread of height."""
_HEIGHT_WIDER: Final = 3.0  # added to the survey's variance of 1: twice its spread


class Together:
    """The measurements `names`, taken together. Arrays run in their order; offsets are logarithms less
    the survey's mean."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        places = [NAMES.index(name) for name in names]
        covariance = LOG_COVARIANCES[np.ix_(places, places)]
        covariance = covariance + _HEIGHT_WIDER * np.outer(_TALL[places], _TALL[places])
        covariance = covariance + np.eye(len(names)) * SELF_MEASURING_ERROR**2
        self.means = LOG_MEANS[places]
        self._precision: Array = np.asarray(np.linalg.inv(covariance), dtype=np.float64)
        self._growth = growth()[places]
        self._grown: Array = self._precision @ self._growth

    def logs(self, values: Mapping[str, float]) -> Array:
        """The offsets of `values`, which has every name and more, perhaps; each over 0."""
        offsets: Array = np.array([log(values[name]) for name in self.names]) - self.means
        return offsets

    def value(self, place: int, offset: float) -> float:
        """What the offset of the measurement at `place` stands for, in its own unit."""
        return float(np.exp(self.means[place] + offset))

    def likelihood(self, offsets: Array) -> Array:
        """The log-likelihoods of bodies (bodies x names), up to a constant that the names set."""
        squares = self._squares(offsets)
        by_size = np.log(_SHARES) - squares / (2 * _WIDER)
        by_size = by_size - len(self.names) / 2 * np.log(_WIDER)
        return _log_sum(by_size)

    def tails(self, offset: Array) -> tuple[Array, Array]:
        """For each measurement of one body beside all the others: the chance of one at least as far
        out, to either side; and the offset that the others let expect."""
        pulls = offset @ self._precision - np.outer(SIZES, self._grown)  # sizes x names
        own = np.diag(self._precision)
        of_rest = self._squares(offset[None, :]).T - pulls**2 / own
        weights = np.log(_SHARES)[:, None] - of_rest / (2 * _WIDER[:, None])
        weights = weights - (len(self.names) - 1) / 2 * np.log(_WIDER)[:, None]
        weights = np.exp(weights - _log_sum(weights.T))
        distances = pulls / np.sqrt(own * _WIDER[:, None])
        above = (weights * _beyond(distances)).sum(axis=0)
        below = (weights * _beyond(-distances)).sum(axis=0)
        expected = (weights * (offset - pulls / own)).sum(axis=0)
        return np.minimum(2 * np.minimum(above, below), 1.0), expected

    def _squares(self, offsets: Array) -> Array:
        """Mahalanobis distances squared from the middle of each size (bodies x sizes)."""
        moved = offsets @ self._precision
        own = (moved * offsets).sum(axis=1)[:, None]
        across = (moved @ self._growth)[:, None] * SIZES
        found: Array = own - 2 * across + SIZES**2 * float(self._growth @ self._grown)
        return found


@lru_cache(maxsize=2048)
def together(names: tuple[str, ...]) -> Together:
    """`Together`, kept: a form asks again and again about the same names."""
    return Together(names)


def _log_sum(rows: Array) -> Array:
    """The logarithm of the sum of each row's exponentials."""
    most = rows.max(axis=1)
    summed: Array = most + np.log(np.exp(rows - most[:, None]).sum(axis=1))
    return summed


def _beyond(distances: Array) -> Array:
    """The share of a normal distribution beyond so many spreads (Zelen and Severo's 26.2.17, to 1e-7, of
    the density: also far out it is right to some hundredths of itself)."""
    far = np.abs(distances)
    t = 1 / (1 + 0.2316419 * far)
    series = t * (
        0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))
    )
    tail = np.exp(-(far**2) / 2) / np.sqrt(2 * np.pi) * series
    shares: Array = np.where(distances >= 0, tail, 1 - tail)
    return shares
