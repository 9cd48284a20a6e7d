"""Slips planted in measured women's rows: how many are found and named as what they are, and how often women
who made none are asked. Inputs are height, weight, bust, waist and hip, as typed in centimetres.

`named`: shares found with the right kind, on just the right measurements, corrected to within the rounding
of what was typed. `measure_twice`: two readings each of bust, waist and hip, one of the two off by 50 mm.
`false_alarms`: shares of women with any finding at all, among all rows, the half with the larger hips, the
heavier half, the tallest and shortest tenth, and made-up larger women (`population.larger_women`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import numpy as np

from bench.measuring import Row, median, milliseconds
from bench.women import Woman, read_women
from measurements.population import larger_women
from measurements.readings import agree
from measurements.slips import Finding, findings

INPUTS: Final = ("height", "body_mass_kg", "bust_girth", "waist_girth", "hip_girth")
GIRTHS: Final = ("bust_girth", "waist_girth", "hip_girth")
SLIP, SPREAD, SPREADS = 50.0, 8.0, (5, 8, 10, 12, 15, 20)  # mm
LARGER, SEED = 1000, 12


def report(file: Path) -> tuple[list[Row], dict[str, Any]]:
    women: list[Woman] = [
        {n: w[n] for n in (*INPUTS, "underbust_girth") if n in w}
        for w in read_women(file)
        if all(name in w for name in INPUTS)
    ]
    named = {name: round(share, 4) for name, share in _named(women).items()}
    twice = readings(women, SPREAD)
    curve = {str(spread): readings(women, spread) for spread in SPREADS}
    alarms = false_alarms(women)
    larger = larger_women(LARGER, SEED)
    named["made-up larger women, swapped: waist_girth, hip_girth"] = round(
        fmean(_swap_hit(woman, "waist_girth", "hip_girth") for woman in larger), 4
    )
    took = median([milliseconds(partial(findings, _five(w), "cm"))[0] for w in women[:200]])
    rows = [Row(name, 100 * share, "%") for name, share in named.items()]
    rows += [Row(f"twice: {name}", 100 * share, "%") for name, share in twice.items()]
    rows += [Row(f"false alarms: {n}", 100 * share, "%", 2.0) for n, share in alarms.items()]
    rows.append(Row("all findings of one body", took, "ms"))
    return rows, {
        "women": len(women),
        "named": named,
        "measure_twice": twice,
        "measure_twice_by_spread_mm": curve,
        "false_alarms": alarms,
        "findings_ms": round(took, 3),
    }


# --- Slips of unit and field -------------------------------------------------------------------------


def _named(women: list[Woman]) -> dict[str, float]:
    lengths = ("height", *GIRTHS)
    planted: dict[str, tuple[str, Iterable[tuple[str, ...]], Callable[[float], float]]] = {
        "inches": ("inches", [(name,) for name in lengths] + [lengths, GIRTHS], _in_inches),
        "half girths": ("half", [(name,) for name in GIRTHS] + [GIRTHS], _in_halves),
        "pounds": ("pounds", [("body_mass_kg",)], _in_pounds),
        "millimetres": ("millimetres", [("height",), lengths], lambda mm: mm * 10),
        "metres": ("metres", [("height",)], lambda mm: mm / 100),
    }  # fmt: skip
    found = {}
    for said, (code, sets, typed) in planted.items():
        hits = []
        for names in sets:
            share = fmean(_hit(_five(woman), names, code, typed) for woman in women)
            found[f"{said}: {', '.join(names)}"] = share
            hits.append(share)
        found[said] = fmean(hits)
    for one, other in (("waist_girth", "hip_girth"), ("bust_girth", "underbust_girth")):
        if all(other in woman for woman in women):
            found[f"swapped: {one}, {other}"] = fmean(_swap_hit(w, one, other) for w in women)
    return found


def _hit(woman: Woman, names: tuple[str, ...], code: str, typed: Callable[[float], float]) -> bool:
    """Whether the slip is named on just these, with a correction that gives back what was measured, and no
    other slip beside it. Where two slips explain it nearly as well, both are offered: either counts."""
    found = findings({**woman, **{name: typed(woman[name]) for name in names}}, "cm")
    slipped = [f for f in found if f.kind in ("unit", "swap")]
    offered = [f for first in slipped for f in (first, first.other) if f]
    return len(slipped) == 1 and any(
        f.slip == code and set(f.names) == set(names)
        and all(abs(value / woman[name] - 1) < 0.03 for name, value in f.corrected.items())
        for f in offered
    )  # fmt: skip


def _swap_hit(woman: Woman, one: str, other: str) -> bool:
    given = {**_five(woman), one: woman[one], other: woman[other]}
    found = findings({**given, one: given[other], other: given[one]}, "cm")
    return any(f.kind == "swap" and set(f.names) == {one, other} for f in found)


def _in_inches(mm: float) -> float:
    """mm as it is kept when quarters of an inch are typed as centimetres."""
    return round(mm / 25.4 * 4) / 4 * 10


def _in_halves(mm: float) -> float:
    return round(mm / 2)


def _in_pounds(kg: float) -> float:
    return round(kg / 0.45359237)


def _five(woman: Woman) -> Woman:
    return {name: woman[name] for name in INPUTS}


# --- Measuring twice -----------------------------------------------------------------------------------


def readings(women: list[Woman], spread: float) -> dict[str, float]:
    """Shares of pairs of readings that ask for a third: with a slip of 50 mm in one of the two, by the
    measurement's own spread alone and with her other pairs (the rule as the store has it); and with none."""
    random = np.random.default_rng(SEED)
    plain: dict[str, list[bool]] = {name: [] for name in GIRTHS}
    caught: dict[str, list[bool]] = {name: [] for name in GIRTHS}
    asked: list[bool] = []
    for woman in women:
        pairs = {n: tuple(woman[n] + spread * random.standard_normal(2)) for n in GIRTHS}
        for name, (first, second) in pairs.items():
            asked.append(not agree(name, first, second, pairs))
            slipped = first + SLIP * random.choice((-1, 1))
            plain[name].append(not agree(name, slipped, second))
            caught[name].append(not agree(name, slipped, second, pairs))
    return {
        **{f"caught, {name}": round(fmean(of), 4) for name, of in caught.items()},
        "caught": round(fmean(fmean(of) for of in caught.values()), 4),
        **{f"by its own spread alone, {name}": round(fmean(of), 4) for name, of in plain.items()},
        "by its own spread alone": round(fmean(fmean(of) for of in plain.values()), 4),
        "a third asked for without a slip": round(fmean(asked), 4),
    }


# --- False alarms --------------------------------------------------------------------------------------


def false_alarms(women: list[Woman]) -> dict[str, float]:
    def share(of: list[Woman], spread: float = 0.0) -> float:
        random = np.random.default_rng(SEED)
        found: list[list[Finding]] = []
        for woman in of:
            read = _five(woman)
            for name in GIRTHS:
                read[name] += spread * float(random.standard_normal())
            found.append(findings(read, "cm"))
        return round(fmean(bool(each) for each in found), 4)

    half, tenth = len(women) // 2, len(women) // 10
    by_hip = sorted(women, key=lambda woman: woman["hip_girth"])
    by_weight = sorted(women, key=lambda woman: woman["body_mass_kg"])
    by_height = sorted(women, key=lambda woman: woman["height"])
    return {
        "all": share(women),
        "larger half by hip": share(by_hip[half:]),
        "heavier half": share(by_weight[half:]),
        "tallest tenth": share(by_height[-tenth:]),
        "shortest tenth": share(by_height[:tenth]),
        "made-up larger women": share(larger_women(LARGER, SEED)),
        f"all, read {SPREAD:g} mm off": share(women, SPREAD),
        "larger half, read so": share(by_hip[half:], SPREAD),
    }
