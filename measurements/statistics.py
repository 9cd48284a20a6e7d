"""What a woman's other measurements probably are, from those that she entered.

The figures come from a survey of 1,104 women (`scripts/derive_statistics.py`, which makes
`statistics_1988.json`). Measurements are taken as jointly normal in their logarithms: sizes grow
by proportion, an estimate can never fall to nothing or below, and on women left out of the fit it
errs as little as plain regression does. Knows no Django.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from math import exp, isfinite, log, sqrt
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from measurements.body import Body
from measurements.definitions import REQUIRED

Array = npt.NDArray[np.float64]

_FIGURES = json.loads((Path(__file__).parent / "statistics_1988.json").read_text())
NAMES: Final[tuple[str, ...]] = tuple(_FIGURES["names"])
WOMEN: Final[int] = _FIGURES["women"]
MEANS: Final[Mapping[str, float]] = dict(zip(NAMES, _FIGURES["mean"], strict=True))
DEVIATIONS: Final[Mapping[str, float]] = dict(zip(NAMES, _FIGURES["deviation"], strict=True))

# Heights whose differences the survey's own lengths are: short = waist_height - long.
FROM_WAIST_HEIGHT: Final[Mapping[str, str]] = {
    "waist_to_hip": "hip_height",
    "waist_to_knee": "knee_height",
    "body_rise": "inside_leg_length",
}

# One repeat of a measurement by a practised hand, as a share of its size. It keeps measurements
# that contradict each other slightly (three heights and their difference) from being taken as
# proof of a strange body.
_TAPE_ERROR: Final = 0.004


class MissingMeasurements(ValueError):  # noqa: N818 (named for what it says)
    """Some of the required measurements are not there; `names` says which."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"missing: {', '.join(names)}")
        self.names = names


def _log_model() -> tuple[Array, Array]:
    """Means and covariances of the logarithms, in the order of NAMES."""
    deviations = np.array(_FIGURES["log_deviation"])
    correlations = np.eye(len(NAMES))
    for row, values in enumerate(_FIGURES["log_correlation"]):
        correlations[row, :row] = values
        correlations[:row, row] = values
    return np.array(_FIGURES["log_mean"]), correlations * np.outer(deviations, deviations)


LOG_MEANS, LOG_COVARIANCES = _log_model()
_INDEX: Final = {name: index for index, name in enumerate(NAMES)}


@lru_cache(maxsize=512)
def _regression(known: tuple[int, ...]) -> tuple[tuple[int, ...], Array, Array, Array]:
    """What follows from the measurements at `known`: the others' indices, the weights
    (others x known), the others' deviations in logarithms, and the inverse covariance."""
    others = tuple(i for i in range(len(NAMES)) if i not in known)
    k, o = list(known), list(others)
    covariance = LOG_COVARIANCES[np.ix_(k, k)] + np.eye(len(k)) * _TAPE_ERROR**2
    inverse = np.linalg.inv(covariance)
    across = LOG_COVARIANCES[np.ix_(o, k)]
    weights = across @ inverse
    left = np.diag(LOG_COVARIANCES)[o] - np.einsum("ok,ok->o", weights, across)
    return others, weights, np.sqrt(np.maximum(left, 1e-8)), inverse


def complete(entered: Mapping[str, float]) -> Body:
    """A whole body: what was entered, and the rest estimated, each with its standard error.

    Values in mm, degrees or kg as in `NAMES`; names that no measurement bears are left out.
    Estimates are rounded to 0.1. Raises `MissingMeasurements` when one of REQUIRED is absent and
    ValueError for a value that is not a number over 0.
    """
    values = {name: float(entered[name]) for name in NAMES if name in entered}
    if missing := tuple(name for name in REQUIRED if name not in values):
        raise MissingMeasurements(missing)
    for name, value in values.items():
        if not (isfinite(value) and value > 0):
            raise ValueError(f"{name} must be a number over 0, not {value}")

    fixed = _with_differences(values)
    known = tuple(_INDEX[name] for name in NAMES if name in fixed)
    others, weights, deviations, inverse = _regression(known)
    offset = np.array([log(fixed[NAMES[i]]) for i in known]) - LOG_MEANS[list(known)]
    estimates = LOG_MEANS[list(others)] + weights @ offset
    # Far from the women surveyed, the regression itself is less sure.
    spread = deviations * sqrt(1 + (1 + float(offset @ inverse @ offset)) / WOMEN)

    found = dict(fixed)
    errors = {  # a difference of two heights has the tape's error twice
        name: _TAPE_ERROR * fixed["waist_height"] for name in fixed if name not in values
    }
    for index, estimate, deviation in zip(others, estimates, spread, strict=True):
        value = exp(estimate)
        found[NAMES[index]] = value
        errors[NAMES[index]] = value * float(deviation)
    _agree(found, errors)
    return Body(
        {n: round(found[n], 1) if n in errors else values[n] for n in NAMES},
        {n: max(round(errors[n], 1), 0.1) for n in NAMES if n in errors},
    )


def _with_differences(values: Mapping[str, float]) -> dict[str, float]:
    """`values` and those that follow from two heights by subtraction."""
    result = dict(values)
    for short, long in FROM_WAIST_HEIGHT.items():
        if "waist_height" in values and (short in values) != (long in values):
            there, absent = (short, long) if short in values else (long, short)
            difference = values["waist_height"] - values[there]
            if difference > 0:
                result[absent] = difference
    return result


def _agree(found: dict[str, float], errors: Mapping[str, float]) -> None:
    """Make the estimated heights agree with the lengths between them, in place."""
    if "waist_height" in errors:
        sums = [
            found[short] + found[long]
            for short, long in FROM_WAIST_HEIGHT.items()
            if long not in errors
        ]
        if sums:
            found["waist_height"] = sum(sums) / len(sums)
    for short, long in FROM_WAIST_HEIGHT.items():
        if long in errors:
            found[long] = found["waist_height"] - found[short]
