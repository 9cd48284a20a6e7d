"""How likely measurements are together, for women of every size. Knows no Django.

    among = Together(("bust_girth", "hip_girth"))     # names in the order of NAMES, sorted
    among.logs({"bust_girth": 900.0, ...})            # -> how far each lies from the mean, in logarithms
    among.likelihood(offsets)                         # -> log-likelihood, up to a constant of the names
    among.each_moved(offset, by)                      # -> that of as many bodies, in each one value moved
    among.each_swapped(offset, ones, others)          # -> that of as many bodies, in each two swapped
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
import numpy.typing as npt

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


Places = npt.NDArray[np.intp]
"""Places of names in a `Together`."""


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
        moved = offsets @ self._precision
        return self._likelihood((moved * offsets).sum(axis=1), moved @ self._growth)

    def each_moved(self, offset: Array, by: Array) -> Array:
        """The log-likelihoods of as many bodies as there are names: in each, that one lies `by` further."""
        pulls = self._precision @ offset
        own = offset @ pulls + 2 * by * pulls + by**2 * np.diag(self._precision)
        return self._likelihood(own, offset @ self._grown + by * self._grown)

    def each_swapped(self, offset: Array, ones: Places, others: Places) -> Array:
        """The log-likelihoods of bodies in which the values at one place and the other are swapped, for
        each pair of `ones` and `others`."""
        logs, pulls, own = offset + self.means, self._precision @ offset, np.diag(self._precision)
        by = logs[others] - logs[ones]  # what the one gains the other loses
        bent = own[ones] + own[others] - 2 * self._precision[ones, others]
        squares = offset @ pulls + 2 * by * (pulls[ones] - pulls[others]) + by**2 * bent
        along = offset @ self._grown + by * (self._grown[ones] - self._grown[others])
        return self._likelihood(squares, along)

    def _likelihood(self, own: Array, along: Array) -> Array:
        """From the squares of bodies about the survey's mean, and how far they lie along its growth."""
        squares = self._squares(own, along)
        by_size = np.log(_SHARES) - squares / (2 * _WIDER)
        by_size = by_size - len(self.names) / 2 * np.log(_WIDER)
        return _log_sum(by_size)

    def tails(self, offset: Array) -> tuple[Array, Array]:
        """For each measurement of one body beside all the others: the chance of one at least as far
        out, to either side; and the offset that the others let expect."""
        pulls = offset @ self._precision - np.outer(SIZES, self._grown)  # sizes x names
        own = np.diag(self._precision)
        squares = self._squares(
            np.array([offset @ (self._precision @ offset)]), offset[None] @ self._grown
        )
        of_rest = squares.T - pulls**2 / own
        weights = np.log(_SHARES)[:, None] - of_rest / (2 * _WIDER[:, None])
        weights = weights - (len(self.names) - 1) / 2 * np.log(_WIDER)[:, None]
        weights = np.exp(weights - _log_sum(weights.T))
        distances = pulls / np.sqrt(own * _WIDER[:, None])
        above = (weights * _beyond(distances)).sum(axis=0)
        below = (weights * _beyond(-distances)).sum(axis=0)
        expected = (weights * (offset - pulls / own)).sum(axis=0)
        return np.minimum(2 * np.minimum(above, below), 1.0), expected

    def _squares(self, own: Array, along: Array) -> Array:
        """Mahalanobis distances squared from the middle of each size (bodies x sizes)."""
        found: Array = own[:, None] - 2 * along[:, None] * SIZES
        return found + SIZES**2 * float(self._growth @ self._grown)


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
