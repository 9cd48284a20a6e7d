"""What the store estimates of a woman from height, weight, bust, waist and hip, beside her true measurements.

First the figures the store ships, on all rows of the file: `mae_mm` (mean absolute error, mm, one number
a target and their `mean`) and `interval_90` (the share of true values within the 90 % interval, over all
targets; `interval_90_by_target` one by one). Then, where the file has rows enough, `halves`: figures worked
out by the project's script on one half of the women and tried on the other, beside plain linear regression
on the same half.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import numpy as np

from bench.measuring import Row, median, milliseconds
from bench.women import Woman, read_women
from measurements.statistics import (
    NAMES,
    NINE_OF_TEN,
    Array,
    Model,
    estimate,
    interval_90,
    model_of,
)
from scripts.derive_statistics import figures

INPUTS: Final = ("height", "body_mass_kg", "bust_girth", "waist_girth", "hip_girth")
TARGETS: Final = (
    "underbust_girth", "upper_chest_girth", "neck_girth", "neck_base_girth", "shoulder_length", "back_width",
    "bust_point_to_bust_point", "side_neck_to_bust_point", "back_neck_to_waist", "front_neck_to_waist",
    "scye_depth", "armscye_girth", "outer_arm_length", "upper_arm_girth", "wrist_girth", "waist_to_hip",
    "waist_to_knee", "waist_height", "body_rise", "inside_leg_length", "total_crotch_length", "thigh_girth",
    "knee_girth", "calf_girth", "ankle_girth", "head_girth",
)  # fmt: skip
AIM_MS, AIM_RATIO, AIM_MAE = 1.0, 1.01, 13.3
HALVES, ENOUGH, SUBSETS = 10, 200, 300


def report(file: Path) -> tuple[list[Row], dict[str, Any]]:
    women = read_women(file)
    there = [name for name in (*INPUTS, *TARGETS) if all(name in woman for woman in women)]
    inputs = tuple(name for name in INPUTS if name in there)
    targets = tuple(name for name in TARGETS if name in there)
    errors, held = tried(women, inputs, targets)
    took = median([milliseconds(partial(estimate, _given(w, inputs)))[0] for w in women])
    of_subsets, held_of_subsets = subsets(women, there)
    mean = float(errors.mean())
    rows = [
        Row("shipped figures: mean absolute error", mean, "mm", AIM_MAE * AIM_RATIO),
        Row("shipped figures: within the 90 % interval", 100 * float(held.mean()), "%"),
        Row("one estimate", took, "ms", AIM_MS),
        Row(f"any inputs ({SUBSETS} subsets): within it", 100 * held_of_subsets, "%"),
    ]
    said: dict[str, Any] = {
        "women": len(women),
        "inputs": inputs,
        "mae_mm": {**_by_name(targets, errors.mean(axis=0)), "mean": round(mean, 3)},
        "interval_90": round(float(held.mean()), 4),
        "interval_90_by_target": _by_name(targets, held.mean(axis=0), 4),
        "estimate_ms": round(took, 4),
        "any_subset": {"tried": of_subsets, "interval_90": round(held_of_subsets, 4)},
    }
    if len(women) >= ENOUGH and all(name in woman for woman in women for name in NAMES):
        said["halves"] = halves = in_halves(women, inputs, targets)
        rows += [
            Row(
                "halves: of linear regression's error", 100 * halves["ratio"], "%", 100 * AIM_RATIO
            ),
            Row("halves: mean absolute error", halves["mae_mm"]["mean"], "mm"),
            Row("halves: linear regression's", halves["linear_mae_mm"]["mean"], "mm"),
            Row("halves: within the 90 % interval", 100 * halves["interval_90"], "%"),
        ]
    return rows, said


def tried(
    women: list[Woman],
    inputs: tuple[str, ...],
    targets: tuple[str, ...],
    model: Model | None = None,
) -> tuple[Array, Array]:
    """Absolute errors, mm, and whether the 90 % interval held (1 or 0): both women x targets."""
    errors, held = [], []
    for woman in women:
        given = _given(woman, inputs)
        body = estimate(given) if model is None else estimate(given, model)
        errors.append([abs(body[name] - woman[name]) for name in targets])
        within = (interval_90(body[name], body.errors[name]) for name in targets)
        held.append(
            [low <= woman[n] <= high for n, (low, high) in zip(targets, within, strict=True)]
        )
    return np.array(errors), np.array(held, dtype=float)


def subsets(women: list[Woman], there: list[str]) -> tuple[int, float]:
    """Estimates from inputs drawn at random, from none to all but one: how many, and the share held."""
    random = np.random.default_rng(0)
    shares = []
    for turn in range(SUBSETS):
        woman = women[turn % len(women)]
        given = [str(n) for n in random.permutation(there)[: random.integers(0, len(there))]]
        body = estimate(_given(woman, tuple(given)))
        # What follows from two heights that were given is no estimate of the survey's.
        asked = [n for n in there if n in body.errors]
        within = {n: interval_90(body[n], body.errors[n]) for n in asked}
        shares += [within[n][0] <= woman[n] <= within[n][1] for n in asked]
    return SUBSETS, fmean(shares)


def in_halves(
    women: list[Woman], inputs: tuple[str, ...], targets: tuple[str, ...]
) -> dict[str, Any]:
    """Ten seeded halves against the other: ours and plain linear regression's, the means of all ten."""
    ours, held, linear, linear_held = [], [], [], []
    for seed in range(HALVES):
        order = np.random.default_rng(seed).permutation(len(women))
        fit, rest = ([women[i] for i in part] for part in np.array_split(order, 2))
        found = tried(rest, inputs, targets, model_of(figures(fit)))
        ours.append(found[0].mean(axis=0))
        held.append(found[1].mean(axis=0))
        plain = regression(fit, rest, inputs, targets)
        linear.append(plain[0].mean(axis=0))
        linear_held.append(plain[1].mean(axis=0))
    mean, plain_mean = float(np.mean(ours)), float(np.mean(linear))
    return {
        "seeds": list(range(HALVES)),
        "mae_mm": {**_by_name(targets, np.mean(ours, axis=0)), "mean": round(mean, 3)},
        "linear_mae_mm": {
            **_by_name(targets, np.mean(linear, axis=0)),
            "mean": round(plain_mean, 3),
        },
        "ratio": round(mean / plain_mean, 4),
        "worst_ratio_of_a_half": round(
            max(float(o.mean() / p.mean()) for o, p in zip(ours, linear, strict=True)), 4
        ),
        "interval_90": round(float(np.mean(held)), 4),
        "interval_90_least_and_most_of_a_half": [
            round(pick(float(h.mean()) for h in held), 4) for pick in (min, max)
        ],
        "interval_90_by_target": _by_name(targets, np.mean(held, axis=0), 4),
        "linear_interval_90": round(float(np.mean(linear_held)), 4),
    }


def regression(
    fit: list[Woman], rest: list[Woman], inputs: tuple[str, ...], targets: tuple[str, ...]
) -> tuple[Array, Array]:
    """Plain linear regression by least squares with a constant: as `tried`."""

    def table(women: list[Woman], names: tuple[str, ...]) -> Array:
        return np.array([[woman[name] for name in names] for woman in women])

    def with_constant(women: list[Woman]) -> Array:
        return np.column_stack([np.ones(len(women)), table(women, inputs)])

    known, wanted = with_constant(fit), table(fit, targets)
    weights = np.linalg.lstsq(known, wanted, rcond=None)[0]
    left = wanted - known @ weights
    spread = np.sqrt((left**2).sum(axis=0) / (len(fit) - known.shape[1]))
    errors = np.abs(with_constant(rest) @ weights - table(rest, targets))
    return errors, (errors <= NINE_OF_TEN * spread).astype(float)


def _given(woman: Woman, names: tuple[str, ...]) -> Woman:
    return {name: woman[name] for name in names}


def _by_name(names: tuple[str, ...], values: Array, digits: int = 3) -> dict[str, float]:
    return {name: round(float(value), digits) for name, value in zip(names, values, strict=True)}
