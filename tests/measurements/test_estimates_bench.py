"""What `python -m bench estimates` says of measured women: near enough, and as sure as it claims."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from bench.estimates import INPUTS, TARGETS, report
from bench.women import BESIDE
from measurements.beyond_survey import ESTIMATES
from measurements.definitions import REQUIRED
from measurements.population import larger_women, synthetic_women
from measurements.statistics import NAMES, complete, estimate, left_open


def written(women: list[dict[str, float]], folder: Path) -> Path:
    file = folder / "women.csv"
    with file.open("w", newline="") as opened:
        rows = csv.DictWriter(opened, ["subject", *NAMES])
        rows.writeheader()
        rows.writerows({"subject": number, **woman} for number, woman in enumerate(women))
    return file


def test_the_shipped_figures_are_tried_on_any_file_of_women(tmp_path: Path) -> None:
    rows, said = report(written(synthetic_women(120, 4), tmp_path))

    assert set(said["mae_mm"]) == {*TARGETS, "mean"}
    assert len(TARGETS) == 26
    assert said["mae_mm"]["mean"] == pytest.approx(
        np.mean([said["mae_mm"][name] for name in TARGETS]), abs=0.01
    )
    assert 0.87 <= said["interval_90"] <= 0.93
    assert "halves" not in said  # too few to work figures out from half of them
    assert {row.name for row in rows} >= {"one estimate"}


@pytest.mark.skipif(not BESIDE.exists(), reason="the survey is not beside this checkout")
def test_women_left_out_are_estimated_as_by_regression_and_as_surely_as_is_said() -> None:
    halves = report(BESIDE)[1]["halves"]

    assert halves["ratio"] <= 1.01
    assert 0.87 <= halves["interval_90"] <= 0.93
    for name, share in halves["interval_90_by_target"].items():
        assert 0.87 <= share <= 0.93, name


@pytest.mark.parametrize("women", [synthetic_women(20, 9), larger_women(20, 9)])
def test_any_inputs_give_the_rest_and_none_is_overwritten(women: list[dict[str, float]]) -> None:
    random = np.random.default_rng(2)
    for woman in women:
        for count in (0, 1, 2, 7, 30):
            given = {str(name): woman[str(name)] for name in random.permutation(NAMES)[:count]}
            body = estimate(given)
            assert set(body) == {*NAMES, *ESTIMATES}
            assert {name: body[name] for name in given} == given
            assert set(body.estimated) == {*NAMES, *ESTIMATES} - set(given)
            assert all(body[name] > 0 for name in NAMES)


def test_the_required_four_give_what_any_would() -> None:
    [woman] = synthetic_women(1, seed=8)
    given = {name: woman[name] for name in (*REQUIRED, "body_mass_kg")}
    assert set(given) == set(INPUTS)
    assert estimate(given) == complete(given)


def test_what_is_left_open_is_what_the_errors_say() -> None:
    wanted = ("back_neck_to_waist", "shoulder_length")
    body = estimate({"height": 1650.0, "body_mass_kg": 61.0})
    spread = np.sqrt(np.diag(left_open(("height", "body_mass_kg"), wanted)))
    for name, share in zip(wanted, spread, strict=True):
        assert body.errors[name] == pytest.approx(body[name] * share, rel=0.01)
