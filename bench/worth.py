"""Worth taking next against a fixed order: how far the finished measures are off, per measurement taken.

Starting from height and weight, on women held back from the figures (worked out by the project's script from
the file's other women, where it has enough; else the shipped ones). After each measurement the garment is
drafted on what is estimated, and its finished measures are compared with those of the draft on all her own
measurements: mean absolute error, mm, of bust, waist, hip, back length, shoulder and sleeve length. `advised`
takes what patterns/worth_taking.py puts first; `store's order` is that of the pages that ask for one at a
time (the required ones, those most worth taking of all, then from the top down); `tailor's order` bust,
waist, hip, nape to waist, shoulder, arm. Both fixed orders pass over what the garment is not drafted from.

Writes docs/worth-taking.svg.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import numpy as np

from bench.measuring import Row, median, milliseconds
from bench.plotting import plot
from bench.women import Woman, read_women
from cms.demo.templates import TEMPLATES
from measurements.body import Body
from measurements.statistics import NAMES, SURVEY, Array, Model, estimate, model_of
from measurements.steps import STEPS
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft, settle
from patterns.specs import Setting, TemplateSpec
from patterns.worth_taking import Advice, finished, needed, worth_taking
from scripts.derive_statistics import figures

GARMENTS: Final[dict[str, dict[str, Setting]]] = {
    "sheath-dress": {"sleeves": "long"},
    "bow-blouse": {},
}
FIT: Final = (
    "bust_girth", "waist_girth", "hip_girth", "centre_back_length", "shoulder_length", "sleeve_length",
)  # fmt: skip
TAILOR: Final = (
    "bust_girth", "waist_girth", "hip_girth", "back_neck_to_waist", "shoulder_length", "outer_arm_length",
)  # fmt: skip
START: Final = ("height", "body_mass_kg")
WOMEN, SEED, TAKEN, ENOUGH = 60, 5, 6, 200
PLOT: Final = Path(__file__).resolve().parent.parent / "docs" / "worth-taking.svg"

Next = Callable[[Woman], str]


def report(file: Path) -> tuple[list[Row], dict[str, Any]]:
    women = read_women(file)
    women = [woman for woman in women if all(name in woman for name in NAMES)]
    order = np.random.default_rng(SEED).permutation(len(women))
    held = [women[i] for i in order[:WOMEN]]
    rest = [women[i] for i in order[WOMEN:]]
    model = model_of(figures(rest)) if len(rest) >= ENOUGH else SURVEY
    rows: list[Row] = []
    said: dict[str, Any] = {"women": len(held), "start": START, "garments": {}}
    curves: dict[str, dict[str, list[float]]] = {}
    for slug, choices in GARMENTS.items():
        spec = next(spec for spec in TEMPLATES if spec.slug == slug)
        found, times, firsts = _tried(spec, choices, held, model)
        curves[spec.name] = found
        areas = {name: round(fmean(curve), 3) for name, curve in found.items()}
        said["garments"][slug] = {
            "mean_error_mm_by_taken": found,
            "mean_over_all_steps_mm": areas,
            "advised_first": firsts,
            "advice_ms": round(median(times), 1),
        }
        rows += [
            Row(f"{slug}: {name}, after {TAKEN // 2} taken", curve[TAKEN // 2], "mm")
            for name, curve in found.items()
        ]
        rows += [
            Row(f"{slug}: {name}, mean of all steps", area, "mm") for name, area in areas.items()
        ]
        rows.append(Row(f"{slug}: one advice", median(times), "ms", 300.0))
    said["faster"] = all(
        areas["advised"] == min(areas.values())
        for areas in (of["mean_over_all_steps_mm"] for of in said["garments"].values())
    )
    PLOT.write_text(
        plot(curves, f"Mean error of the finished measures, mm: {len(held)} women held back")
    )
    return rows, said


def _tried(
    spec: TemplateSpec, choices: dict[str, Setting], women: list[Woman], model: Model
) -> tuple[dict[str, list[float]], list[float], list[str]]:
    """Mean errors by order and number taken, ms of each advice, and what was advised to the first woman."""
    settled = settle(spec, choices)
    needs = needed(spec, settled)
    times: list[float] = []
    firsts: list[str] = []

    def advised(given: Woman) -> str:
        took, advice = milliseconds(
            partial(worth_taking, spec, choices, given, fit=FIT, model=model)
        )
        times.append(took)
        assert isinstance(advice, Advice)
        name = advice.ranked[0].name
        if len(firsts) < TAKEN:
            firsts.append(name)
        return name

    def by(names: tuple[str, ...]) -> Next:
        return lambda given: next(name for name in names if name in needs and name not in given)

    orders: dict[str, Next] = {
        "advised": advised,
        "store's order": by(STEPS),
        "tailor's order": by((*TAILOR, *STEPS)),
    }
    errors: dict[str, list[list[float]]] = {name: [] for name in orders}
    for woman in women:
        try:
            curves = {
                name: _curve(spec, settled, woman, take, model) for name, take in orders.items()
            }
        except Refusal:  # a body that this garment is not drafted for
            continue
        for name, curve in curves.items():
            errors[name].append(curve)
    return {
        name: np.mean(of, axis=0).round(3).tolist() for name, of in errors.items()
    }, times, firsts  # fmt: skip


def _curve(
    spec: TemplateSpec, settled: dict[str, Setting], woman: Woman, take: Next, model: Model
) -> list[float]:
    """Her mean error (mm) with none, one, two ... measurements taken beside the first."""

    def measured(body: Body) -> Array:
        return finished(make_draft(spec, settled, Body(body.values_by_name)), FIT)

    true = measured(Body(woman))
    given = {name: woman[name] for name in START}
    found = []
    for step in range(TAKEN + 1):
        found.append(float(np.nanmean(np.abs(measured(estimate(given, model)) - true))))
        if step < TAKEN:
            name = take(given)
            given[name] = woman[name]
    return found
