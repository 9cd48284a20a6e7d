"""Beside FreeSewing: measurements to drawn SVG pieces, warm, on the ten models of its own.

The peer is `../shared/tools/freesewing-bench`, copied and installed (`npm install --legacy-peer-deps`)
outside this checkout: in ../freesewing-bench, in place, or wherever TOILE_FREESEWING says. For each pair
its runs and ours are made one after the other on the same models, so that a busy machine slows both.

Ours is one draft and the SVG of its pieces, from a body as it stands; theirs a new pattern, its draft and
its render. Neither has facings, linings or interfacing but where the peer's own design has a part for it.
What their models lack is estimated, before the clock runs (`body_of`).
"""

from __future__ import annotations

import csv
import json
import math
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measuring import Row, median
from measurements.beyond_survey import taken_as_measured
from measurements.body import Body
from measurements.statistics import MEANS, complete
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.exports.svg import pieces_svg
from patterns.problems import problems
from patterns.specs import Setting, TemplateSpec

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "tools" / "freesewing-bench"
PLACES = (ROOT.parent / "freesewing-bench", SHARED)
VARIABLE = "TOILE_FREESEWING"
RUNS, WARM_UP = 25, 8  # of each model; before the clock runs
AIM = 0.5

HPS_HEIGHT = MEANS["side_neck_height"] / MEANS["height"]
NAPE_BELOW = 15.0  # mm under the side neck point: trade facts §3, back neck rise

# What is drafted against each of the peer's designs. Eases are those of a regular fit.
BODICE: Mapping[str, Setting] = {"bodice.bust_ease": 70.0, "bodice.waist_ease": 40.0}
SKIRT: Mapping[str, Setting] = {
    "skirt.waist_ease": 10.0, "skirt.hip_ease": 50.0, "waistband.waist_ease": 10.0,
}  # fmt: skip
PAIRS: tuple[tuple[str, str, tuple[str, ...], Mapping[str, Setting]], ...] = (
    ("bodice with sleeve", "bella", ("bodice", "sleeve"), BODICE),
    ("bodice with sleeve", "breanna", ("bodice", "sleeve"), BODICE),
    ("princess bodice", "noble", ("bodice",),
     {**BODICE, "bodice.bust": "shoulder_princess", "bodice.back": "princess"}),
    ("pencil skirt", "penelope", ("skirt", "waistband"), {**SKIRT, "skirt.style": "straight"}),
    ("circle skirt", "sandy", ("skirt", "waistband"), {**SKIRT, "skirt.style": "circle"}),
    ("shell top", "diana", ("bodice",),
     {**BODICE, "bodice.cut": "through", "bodice.shaping": "loose", "bodice.opening": "none",
      "bodice.bust_ease": 100.0, "bodice.length": 220.0}),
    ("empire dress", "bee", ("bodice", "skirt"),
     {**BODICE, "bodice.cut": "empire", "bodice.bust": "gathers", "skirt.style": "a_line",
      "skirt.flare": 6.0}),
)  # fmt: skip


def spec_of(
    name: str, components: tuple[str, ...], parameters: Mapping[str, Setting]
) -> TemplateSpec:
    return TemplateSpec(
        slug=name.replace(" ", "-"), name=name, kind="dress" if "bodice" in components else "skirt",
        components=components, options=(), eases={"regular": {}}, parameters=dict(parameters),
    )  # fmt: skip


def body_of(model: Mapping[str, str]) -> Body:
    """One of the peer's models as a body of ours, mm. "HPS", high point shoulder, is our side neck point.

    As they are: chest, underbust, waist, seat (hip), biceps, wrist, neck (at its base), bust span, HPS to
    bust, waist to seat and knee, upper leg, knee, ankle, head. Height from that of the HPS over the floor,
    by the survey's ratio; the nape lies 15 under the HPS; the front neck point lies under it by what a
    draft drops it (neck / 5 − 2); a shoulder is half of shoulder to shoulder less half the neck's width,
    over the slope's cosine. The rest is estimated, then taken as measured.
    """
    m = {name: float(value) for name, value in model.items() if name != "model"}
    slope = m["shoulderSlope_deg"]
    neck_half, drop = m["neck"] / 5 - 2, m["neck"] / 5 - 2
    known = {
        "height": (m["waistToFloor"] + m["hpsToWaistBack"]) / HPS_HEIGHT,
        "bust_girth": m["chest"], "underbust_girth": m["underbust"], "waist_girth": m["waist"],
        "hip_girth": m["seat"], "upper_arm_girth": m["biceps"], "wrist_girth": m["wrist"],
        "neck_base_girth": m["neck"], "bust_point_to_bust_point": m["bustSpan"],
        "side_neck_to_bust_point": m["hpsToBust"],
        "shoulder_slope": slope,
        "shoulder_length": (m["shoulderToShoulder"] / 2 - neck_half) / math.cos(math.radians(slope)),
        "back_neck_to_waist": m["hpsToWaistBack"] - NAPE_BELOW,
        "front_neck_to_waist": m["hpsToWaistFront"] - drop,
        "scye_depth": m["hpsToWaistBack"] - NAPE_BELOW - m["waistToArmpit"],
        "outer_arm_length": m["shoulderToWrist"], "waist_height": m["waistToFloor"],
        "bust_height": m["waistToFloor"] + m["hpsToWaistFront"] - m["hpsToBust"],
        "waist_to_hip": m["waistToSeat"], "waist_to_knee": m["waistToKnee"],
        "body_rise": m["crotchDepth"], "total_crotch_length": m["crossSeam"],
        "thigh_girth": m["upperLeg"], "knee_girth": m["knee"], "ankle_girth": m["ankle"],
        "head_girth": m["head"],
    }  # fmt: skip
    return taken_as_measured(complete(known))


def models(peer: Path) -> list[Body]:
    with (peer / "female_models.csv").open() as file:
        return [body_of(row) for row in csv.DictReader(file)]


def installed() -> Path | None:
    """Where the peer is installed; None where it is not."""
    said = os.environ.get(VARIABLE)
    places = (Path(said),) if said else PLACES
    found = (place for place in places if (place / "node_modules" / "@freesewing").is_dir())
    return next(found, None) if shutil.which("node") else None


def run() -> list[Row]:
    peer = installed()
    if peer is None:
        return []
    bodies = models(peer)
    rows: list[Row] = []
    for name, design, components, parameters in PAIRS:
        title = f"{name} against {design}"
        spec = spec_of(name, components, parameters)
        if found := problems(spec):
            rows.append(Pair(title, math.nan, "ms", None, found[0].message))
            continue
        theirs = their_milliseconds(peer, design)
        ours, note = our_milliseconds(spec, bodies)
        rows.append(Pair(title, ours.middle, "ms", theirs.middle, note, ours.best, theirs.best))
    return rows


@dataclass(frozen=True, slots=True)
class Taken:
    """ms: the median of all runs of all models; and the least of each model's runs, the median of these
    over the models, which a busy machine disturbs less."""

    middle: float
    best: float


@dataclass(frozen=True, slots=True)
class Pair(Row):
    """Ours in ms, the peer's as what to aim at; the best runs of both."""

    best: float = math.nan
    peer_best: float = math.nan


def their_milliseconds(peer: Path, design: str) -> Taken:
    """A new pattern, its draft and its render."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "peer.json"
        subprocess.run(
            ["node", "bench.mjs", "--designs", design, "--runs", str(RUNS), "--warmup", str(WARM_UP),
             "--json", str(out)],
            cwd=peer, check=True, capture_output=True, text=True,
        )  # fmt: skip
        data: dict[str, Any] = json.loads(out.read_text())
    found = data["designs"][design]
    return Taken(float(found["median"]["total"]), float(found["best"]["total"]))


def our_milliseconds(spec: TemplateSpec, bodies: list[Body]) -> tuple[Taken, str]:
    """A draft and the SVG of its pieces, and what is to be said of it."""
    times: list[list[float]] = [[] for _ in bodies]
    refused: list[str] = []
    for turn in range(RUNS + WARM_UP):
        for body, kept in zip(bodies, times, strict=True):
            began = time.perf_counter()
            try:
                pieces_svg(make_draft(spec, {}, body))
            except Refusal as refusal:
                if not turn:
                    refused.append(refusal.code)
                continue
            if turn >= WARM_UP:
                kept.append((time.perf_counter() - began) * 1e3)
    note = f"{len(refused)} of {len(bodies)} models refused" if refused else ""
    drafted = [kept for kept in times if kept]
    if not drafted:
        return Taken(math.nan, math.nan), note
    whole = [taken for kept in drafted for taken in kept]
    return Taken(median(whole), median([min(kept) for kept in drafted])), note


def summary(rows: list[Row]) -> dict[str, Any]:
    """Of all pairs: the ratios, ours over theirs, and their geometric mean."""
    if not rows:
        return {
            "pairs": [],
            "geometric_mean_ratio": None,
            "said": "The peer is not installed: copy ../shared/tools/freesewing-bench to ../freesewing-bench "
            f"(or elsewhere, and say {VARIABLE}=DIR), and run npm install --legacy-peer-deps there.",
        }
    pairs: list[dict[str, Any]] = []
    for row in rows:
        ours, peer = row.name.split(" against ")
        timed = row.aim is not None and math.isfinite(row.value)
        pairs.append({
            "ours": ours, "peer": peer, "ours_ms": round(row.value, 3) if timed else None,
            "peer_ms": round(row.aim, 3) if row.aim else None,
            "ratio": round(row.value / row.aim, 3) if timed and row.aim else None, "note": row.note,
        })  # fmt: skip
    ratios = [pair["ratio"] for pair in pairs if pair["ratio"]]
    best = [
        row.best / row.peer_best for row in rows
        if isinstance(row, Pair) and row.aim is not None and math.isfinite(row.best)
    ]  # fmt: skip
    whole = len(ratios) == len(pairs)
    return {
        "pairs": pairs,
        "geometric_mean_ratio": _geometric_mean(ratios),
        "aim": AIM,
        "worst_ratio": max(ratios, default=None),
        "geometric_mean_ratio_of_best_runs": _geometric_mean(best),
        **({} if whole else {"said": "Some pairs are not there yet: the mean is over the others."}),
    }


def _geometric_mean(ratios: list[float]) -> float | None:
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios)) if ratios else None
