"""What a woman's other measurements probably are, from those that she entered.

The figures come from a survey of 1,104 women (`scripts/derive_statistics.py`, which makes
`statistics_1988.json`). Measurements are taken as jointly normal in their logarithms: sizes grow
by proportion, an estimate can never fall to nothing or below, and on women left out of the fit it
errs as little as plain regression does. Knows no Django.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, log, sqrt
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from measurements.beyond_survey import with_beyond
from measurements.body import Body
from measurements.definitions import REQUIRED

Array = npt.NDArray[np.float64]

_FIGURES = json.loads((Path(__file__).parent / "statistics_1988.json").read_text())
NAMES: Final[tuple[str, ...]] = tuple(_FIGURES["names"])
WOMEN: Final[int] = _FIGURES["women"]
MEANS: Final[Mapping[str, float]] = dict(zip(NAMES, _FIGURES["mean"], strict=True))
DEVIATIONS: Final[Mapping[str, float]] = dict(zip(NAMES, _FIGURES["deviation"], strict=True))
LEAST_BETWEEN: Final[tuple[tuple[str, str, float], ...]] = tuple(
    (less, more, least) for less, more, least in _FIGURES["one_in_a_hundred"]
)
"""(less, more, mm): nearer than this the two are in one woman of a hundred only."""

# Heights whose differences the survey's own lengths are: short = waist_height - long.
FROM_WAIST_HEIGHT: Final[Mapping[str, str]] = {
    "waist_to_hip": "hip_height",
    "waist_to_knee": "knee_height",
    "body_rise": "inside_leg_length",
}

# (less, more, ratio): no surveyed woman comes nearer than this, and far from them the regression
# alone would (a waist as wide as a small bust).
_NEAREST: Final = (
    ("underbust_girth", "bust_girth", 0.95),
    ("knee_girth", "thigh_girth", 0.80),
    ("back_crotch_length", "total_crotch_length", 0.65),
)

LEAST_ROOT = 1.159
"""The arm's root over the upper arm: of the survey's 1,104 women eleven have less, none under 1.10. Beyond
them the regression alone would let arms grow past the armholes that they come out of."""

# One repeat of a measurement by a practised hand, as a share of its size. It keeps measurements
# that contradict each other slightly (three heights and their difference) from being taken as
# proof of a strange body.
_TAPE_ERROR: Final = 0.004

NINE_OF_TEN: Final = 1.645
"""Standard errors to either side between which nine of ten lie (normal distribution)."""

# One repeat by a woman measuring herself, as a share of its size: 19 mm of a waist, 10 of a hip.
SELF_MEASURING_ERROR: Final = 0.015


class MissingMeasurements(ValueError):  # noqa: N818 (named for what it says)
    """Some of the required measurements are not there; `names` says which."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"missing: {', '.join(names)}")
        self.names = names


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What is known of women: `means` (42) and `covariances` (42 x 42) of the logarithms, in the order
    of NAMES, and how many women they were worked out from."""

    means: Array
    covariances: Array
    women: int


def model_of(figures: Mapping[str, Any]) -> Model:
    """The model in the figures that scripts/derive_statistics.py works out; they name NAMES in order."""
    deviations = np.array(figures["log_deviation"])
    correlations = np.eye(len(deviations))
    for row, values in enumerate(figures["log_correlation"]):
        correlations[row, :row] = values
        correlations[:row, row] = values
    covariances = correlations * np.outer(deviations, deviations)
    return Model(np.array(figures["log_mean"]), covariances, figures["women"])


SURVEY: Final = model_of(_FIGURES)
LOG_MEANS, LOG_COVARIANCES = SURVEY.means, SURVEY.covariances


@dataclass(frozen=True, slots=True)
class _Regression:
    """What follows from the measurements at `known` (indices into NAMES)."""

    known: tuple[int, ...]
    others: tuple[int, ...]
    weights: Array  # others x known
    deviations: Array  # of the others' logarithms, once the known are known
    inverse: Array  # of the known's covariance


@lru_cache(maxsize=512)
def _regression(
    model: Model, known: tuple[int, ...], unsure: tuple[float, ...] = ()
) -> _Regression:
    """`unsure`: the standard error of each of the known, as a share of it; none where all were measured."""
    others = tuple(i for i in range(len(NAMES)) if i not in known)
    k, o = list(known), list(others)
    covariance = model.covariances[np.ix_(k, k)] + np.eye(len(k)) * _TAPE_ERROR**2
    if unsure:
        covariance = covariance + np.diag(unsure) ** 2
    inverse: Array = np.asarray(np.linalg.inv(covariance), dtype=np.float64)
    across = model.covariances[np.ix_(o, k)]
    weights: Array = across @ inverse
    left = np.diag(model.covariances)[o] - np.einsum("ok,ok->o", weights, across)
    return _Regression(known, others, weights, np.sqrt(np.maximum(left, 1e-8)), inverse)


def expect(
    known: Mapping[str, float], model: Model = SURVEY, errors: Mapping[str, float] | None = None
) -> dict[str, tuple[float, float]]:
    """What the survey lets expect of every measurement that is not in `known`.

    `known` has any names of NAMES or none, every value over 0; `errors` the standard errors of those that
    nobody measured, in their own unit. Gives (value, standard error).
    """
    places = _places(known)
    # To a thousandth, so that one regression serves all of one size or garment.
    shares = [
        round((errors or {}).get(NAMES[i], 0.0) / known[NAMES[i]], 3) if errors else 0.0
        for i in places
    ]
    regression = _regression(model, places, tuple(shares) if any(shares) else ())
    offset = np.array([log(known[NAMES[i]]) for i in regression.known])
    offset -= model.means[list(regression.known)]
    estimates = np.exp(model.means[list(regression.others)] + regression.weights @ offset)
    # Far from the women surveyed, the regression itself is less sure.
    far = float(offset @ regression.inverse @ offset)
    errors = estimates * regression.deviations * sqrt(1 + (1 + far) / model.women)
    return {
        NAMES[i]: (float(value), float(error))
        for i, value, error in zip(regression.others, estimates, errors, strict=True)
    }


def left_open(
    known: Iterable[str],
    wanted: Sequence[str],
    model: Model = SURVEY,
    doubts: Mapping[str, float] | None = None,
) -> Array:
    """How the logarithms of `wanted` vary, and together, among women alike in all that is `known`:
    their covariances (wanted x wanted). `doubts` are the standard errors, as shares of the value, of those
    known that nobody measured; only such a name may be in both."""
    k, w = list(_places(known)), [NAMES.index(name) for name in wanted]
    noise = [max(_TAPE_ERROR, (doubts or {}).get(NAMES[i], 0.0)) ** 2 for i in k]
    across = model.covariances[np.ix_(w, k)]
    weights = np.linalg.solve(model.covariances[np.ix_(k, k)] + np.diag(noise), across.T)
    open_: Array = model.covariances[np.ix_(w, w)] - across @ weights
    return open_


def _places(names: Iterable[str]) -> tuple[int, ...]:
    there = set(names)
    return tuple(i for i, name in enumerate(NAMES) if name in there)


def interval_90(value: float, error: float) -> tuple[float, float]:
    """Between which two values nine women of ten lie, by an estimate and its standard error."""
    return value - NINE_OF_TEN * error, value + NINE_OF_TEN * error


def complete(
    entered: Mapping[str, float], model: Model = SURVEY, errors: Mapping[str, float] | None = None
) -> Body:
    """A whole body: what was entered, and the rest estimated, each with its standard error.

    Values in mm, degrees or kg as in `NAMES`; names that no measurement bears are left out. Those that
    the survey has not follow by `beyond_survey`, and change nothing of the survey's. `errors` are the
    standard errors of those of `entered` that nobody measured, each in its own unit: they count as
    estimated, and what follows from them is as much less sure.
    Estimates are rounded to 0.1. Raises `MissingMeasurements` when one of REQUIRED is absent and
    ValueError for a value that is not a number over 0.
    """
    if missing := tuple(name for name in REQUIRED if name not in entered):
        raise MissingMeasurements(missing)
    return estimate(entered, model, errors)


def estimate(
    entered: Mapping[str, float], model: Model = SURVEY, errors: Mapping[str, float] | None = None
) -> Body:
    """As `complete`, from whatever was entered, even nothing: to reckon with, not to cut cloth by."""
    values = {name: float(entered[name]) for name in NAMES if name in entered}
    for name, value in values.items():
        if not (isfinite(value) and value > 0):
            raise ValueError(f"{name} must be a number over 0, not {value}")

    taken = {name: errors[name] for name in values if name in errors} if errors else {}
    fixed = _with_differences(values)
    found = dict(fixed)
    open_ = {  # a difference of two heights has the tape's error of both
        name: _TAPE_ERROR * fixed["waist_height"] for name in fixed if name not in values
    }
    for name, (value, error) in expect(fixed, model, taken).items():
        found[name], open_[name] = value, error
    _agree(found, open_)
    body = Body(
        {n: round(found[n], 1) if n in open_ else values[n] for n in NAMES},
        {n: max(round(e, 1), 0.1) for n in NAMES if (e := {**taken, **open_}.get(n)) is not None},
    )
    return with_beyond(body, entered)


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
    """Make the estimates agree with each other and with what was entered, in place."""
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
    for less, more, ratio in _NEAREST:
        if less in errors:
            found[less] = min(found[less], ratio * found[more])
        elif more in errors:
            found[more] = max(found[more], found[less] / ratio)
    if "armscye_girth" in errors:
        found["armscye_girth"] = max(found["armscye_girth"], LEAST_ROOT * found["upper_arm_girth"])
    elif "upper_arm_girth" in errors:
        found["upper_arm_girth"] = min(
            found["upper_arm_girth"], found["armscye_girth"] / LEAST_ROOT
        )
