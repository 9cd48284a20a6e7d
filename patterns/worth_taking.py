"""Which measurement is worth taking next for a garment, worked out by drafting it. Knows no Django.

    worth_taking(spec, choices, entered)  -> Advice: the fit as sure as it is, and a list, the best first

`entered` is what she gave (mm, degrees, kg by name; any of them, or none). The garment's fit is how its
finished measures (`MEASURES`, those it has) would differ, were it drafted on her true body instead of on the
estimates. For each measurement that the garment is drafted from and that was estimated, all estimates are
moved as they would move together were she one standard error from the estimate in that one, and the garment
is drafted anew: what its finished measures move by is what taking the measurement would settle, but for what
she errs by in taking it. How much there is to settle in all is found the same way, along the `DIRECTIONS` in
which the estimates vary most. One draft a measurement, and `DIRECTIONS` and one more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from measurements.body import Body
from measurements.definitions import DEFINITIONS
from measurements.readings import own_spread
from measurements.statistics import SURVEY, Array, Model, estimate, left_open
from patterns.components import COMPONENTS
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import components, make_draft, resolve, settle
from patterns.specs import Setting, TemplateSpec

MEASURES: Final = (
    "bust_girth", "waist_girth", "hip_girth", "centre_back_length", "shoulder_length", "sleeve_length",
    "across_back", "upper_arm_girth",
)  # fmt: skip
DIRECTIONS: Final = 8
_TYPICAL: Final = 0.8
"""The mean absolute error is 0.8 of the standard error (normal distribution: the root of 2 over pi)."""
_DEGREES: Final = 2.0  # what a slope read from a photograph errs by: the store's assumption


@dataclass(frozen=True, slots=True)
class Worth:
    """A measurement worth taking: the share (0 to 1) of the fit's variance that it would take away, how far
    off the finished measures would then be on average (mm), and both in a sentence."""

    name: str
    share: float
    then_mm: float
    words: str


@dataclass(frozen=True, slots=True)
class Advice:
    """How far off this garment's finished measures are on average (mm) with what is known, each by name
    (mm), and what to take next, the best first; empty when all was measured."""

    off_mm: float
    by_measure: Mapping[str, float]
    ranked: tuple[Worth, ...]


def worth_taking(
    spec: TemplateSpec,
    choices: Mapping[str, Setting],
    entered: Mapping[str, float],
    *,
    fit: tuple[str, ...] = MEASURES,
    model: Model = SURVEY,
) -> Advice:
    """What to measure next for this design, `fit` the finished measures that count. Raises BadChoice; Refusal
    where even the estimated body cannot be drafted."""
    settled = settle(spec, choices)
    body = estimate(entered, model)
    # Drafted as though all were measured: the ease that estimates call for is no part of the body.
    base = make_draft(spec, settled, Body(body.values_by_name))
    names = tuple(name for name in needed(spec, settled) if body.is_estimated(name))
    if not names:
        return Advice(0.0, {}, ())
    open_ = left_open([n for n in entered if n in DEFINITIONS], names, model)
    spreads = np.sqrt(np.diag(open_))
    measures = tuple(name for name in fit if base.measure(name))

    def moved(steps: Array) -> Array | None:
        """What the finished measures move by when the estimates' logarithms move by `steps`; to the other
        side, or half as far, where that cannot be drafted."""
        for far in (1.0, -1.0, 0.5, -0.5):
            values = dict(body.values_by_name)
            for name, step in zip(names, steps, strict=True):
                values[name] = values[name] * float(np.exp(far * step))
            try:
                draft = make_draft(spec, settled, Body(values))
            except Refusal:
                continue
            shift: Array = (finished(draft, measures) - finished(base, measures)) / far
            return np.nan_to_num(shift)
        return None

    variances, directions = np.linalg.eigh(open_)  # the least first
    whole = np.zeros(len(measures))
    for variance, direction in list(zip(variances, directions.T, strict=True))[-DIRECTIONS:]:
        shift = moved(direction * np.sqrt(max(variance, 0.0)))
        if shift is not None:
            whole += shift**2
    found = []
    for place, name in enumerate(names):
        shift = moved(open_[:, place] / spreads[place])
        if shift is not None:
            reading = _reading_error(name) / body[name]
            settles = spreads[place] ** 2 / (spreads[place] ** 2 + reading**2)
            found.append((name, shift**2 * settles))
    # The directions left out, and bends: never less than what one measurement settles.
    whole = np.max([whole, *(gone for _, gone in found)], axis=0)
    ranked = sorted(
        (_worth(name, whole, gone) for name, gone in found), key=lambda worth: worth.then_mm
    )
    by_measure = dict(zip(measures, (_TYPICAL * np.sqrt(whole)).round(1).tolist(), strict=True))
    return Advice(round(_off(whole), 1), by_measure, tuple(ranked))


def needed(spec: TemplateSpec, settled: Mapping[str, Setting]) -> tuple[str, ...]:
    """The measurements that the design is drafted from, in the order of DEFINITIONS."""
    present = components(spec, resolve(spec, settled))
    needs = {need for name in present for need in COMPONENTS[name].needs}
    return tuple(name for name in DEFINITIONS if name in needs)


def finished(draft: Draft, measures: tuple[str, ...]) -> Array:
    """The draft's finished `measures`, mm; NaN for one it has not: a blouse may end above the hip."""
    found = {measure.name: measure.value for measure in draft.finished}
    return np.array([found.get(name, np.nan) for name in measures])


def _off(variances: Array) -> float:
    return float(_TYPICAL * np.sqrt(variances).mean())


def _worth(name: str, whole: Array, gone: Array) -> Worth:
    share = float(gone.sum() / whole.sum()) if whole.sum() > 0 else 0.0
    now, then = _off(whole), _off(whole - gone)
    words = (
        f"{DEFINITIONS[name].label}: {_much(share)}. On average the finished measures would be "
        f"{then:.1f} mm off in place of {now:.1f}."
    )
    return Worth(name, round(share, 3), round(then, 2), words)


def _much(share: float) -> str:
    for least, words in (
        (0.5, "makes the fit surer than all else together"),
        (0.2, "makes the fit much surer"),
        (0.05, "makes the fit somewhat surer"),
    ):
        if share >= least:
            return words
    return "changes this garment little"


def _reading_error(name: str) -> float:
    return _DEGREES if DEFINITIONS[name].unit == "degrees" else own_spread(name)
