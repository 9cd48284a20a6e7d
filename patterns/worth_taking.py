"""Which measurement is worth taking next for a garment, worked out by drafting it. Knows no Django.

    worth_taking(spec, choices, entered)  -> Advice: the fit as sure as it is, and a list, the best first

`entered` is what she gave (mm, degrees, kg by name; any of them, or none), `errors` the standard errors of
those among it that nobody measured, as from a size. The garment's fit is how its finished measures
(`MEASURES`, those it has) would differ, were it drafted on her true body instead of on the estimates. For
each measurement that the garment is drafted from and that was not measured, all estimates are moved as they
would move together were she one standard error from the estimate in that one, and the garment is drafted
anew: what its finished measures move by is what taking the measurement would settle, but for what she errs
by in taking it. How much there is to settle in all is found the same way, along the `DIRECTIONS` in which the
estimates vary most. What each settles once those before it are taken follows from the same drafts, as long
as measures move in proportion. One draft a measurement, and `DIRECTIONS` and one more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
FREE: Final = 200.0
"""mm. What is so much wider than the body hangs free of it, and fits whatever the body is: twice the ease of
an easy dress (shared/data's trade facts); the store's assumption."""
_TYPICAL: Final = 0.8
"""The mean absolute error is 0.8 of the standard error (normal distribution: the root of 2 over pi)."""
_DEGREES: Final = 2.0  # what a slope read from a photograph errs by: the store's assumption


@dataclass(frozen=True, slots=True)
class Worth:
    """A measurement worth taking once those before it are taken: the share (0 to 1) of the fit's variance
    that it would take away, and how far off the finished measures would then be on average (mm)."""

    name: str
    share: float
    then_mm: float


@dataclass(frozen=True, slots=True)
class Advice:
    """How far off this garment's finished measures are on average (mm) with what is known, each by name
    (mm), and what to take, in the order in which it is worth taking; empty when all was measured."""

    off_mm: float
    by_measure: Mapping[str, float]
    ranked: tuple[Worth, ...]


def worth_taking(
    spec: TemplateSpec,
    choices: Mapping[str, Setting],
    entered: Mapping[str, float],
    errors: Mapping[str, float] | None = None,
    *,
    fit: tuple[str, ...] | None = None,
    model: Model = SURVEY,
) -> Advice:
    """What to measure next for this design. `fit` are the finished measures that count: `MEASURES` but
    those that hang free, unless said. Raises BadChoice; Refusal where even the estimated body cannot be
    drafted."""
    settled = settle(spec, choices)
    body = estimate(entered, model)
    # Drafted as though all were measured: the ease that estimates call for is no part of the body.
    base = make_draft(spec, settled, Body(body.values_by_name))
    doubts = {name: error / entered[name] for name, error in (errors or {}).items()}
    names = tuple(n for n in needed(spec, settled) if body.is_estimated(n) or n in doubts)
    if not names:
        return Advice(0.0, {}, ())
    open_ = left_open(entered, names, model, doubts)
    spreads = np.sqrt(np.diag(open_))
    measures = tuple(n for n in fit or MEASURES if _counts(base, body, n, free=bool(fit)))

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
    known, columns = [], []
    for place in range(len(names)):
        shift = moved(open_[:, place] / spreads[place])
        if shift is not None:
            known.append(place)
            columns.append(shift * spreads[place])
    if not known:
        return Advice(round(_off(whole), 1), {}, ())
    reading = np.array([_reading_error(names[i]) / body[names[i]] for i in known])
    gains, open_ = np.array(columns).T, open_[np.ix_(known, known)]
    # The directions left out, and bends: never less than what one measurement settles.
    whole = np.maximum(whole, _settled(gains, open_, reading).max(axis=1))
    ranked = _in_order([names[i] for i in known], whole, gains, open_, reading)
    by_measure = dict(zip(measures, (_TYPICAL * np.sqrt(whole)).round(1).tolist(), strict=True))
    return Advice(round(_off(whole), 1), by_measure, tuple(ranked))


def _in_order(
    names: Sequence[str], whole: Array, gains: Array, open_: Array, reading: Array
) -> Iterator[Worth]:
    """Each measurement after those that are worth more. `whole` is the variance of each finished measure;
    `gains` (measures x names) how these vary with the names' logarithms, `open_` (names x names) how those
    vary, `reading` (names) what she errs by in taking them."""
    left, rest = list(range(len(names))), whole
    while left:
        gone = _settled(gains, open_, reading)
        then = {place: _off(rest - gone[:, place]) for place in left}
        best = min(left, key=then.__getitem__)
        share = gone[:, best].clip(max=rest).sum() / whole.sum() if whole.sum() > 0 else 0.0
        yield Worth(names[best], round(float(share), 3), round(then[best], 2))
        left.remove(best)
        rest = (rest - gone[:, best]).clip(min=0.0)
        weights = open_[best] / (open_[best, best] + reading[best] ** 2)
        gains = gains - np.outer(gains[:, best], weights)
        open_ = open_ - np.outer(open_[:, best], weights)


def _settled(gains: Array, open_: Array, reading: Array) -> Array:
    """What each measurement, taken alone, takes off each finished measure's variance (measures x names)."""
    settled: Array = gains**2 / (np.diag(open_) + reading**2)
    return settled


def _counts(draft: Draft, body: Body, name: str, free: bool) -> bool:
    """Whether the draft has that finished measure, and it lies near the body, or may hang `free` of it."""
    measure = draft.measure(name)
    return measure is not None and (free or measure.value - body.get(name, measure.value) <= FREE)


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
    return float(_TYPICAL * np.sqrt(variances.clip(min=0.0)).mean()) if len(variances) else 0.0


def _reading_error(name: str) -> float:
    return _DEGREES if DEFINITIONS[name].unit == "degrees" else own_spread(name)
