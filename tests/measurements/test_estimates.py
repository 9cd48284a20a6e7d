"""The estimates: near enough on women left out of the fit, sensible on every woman."""

from __future__ import annotations

import csv
import importlib.util
import itertools
import json
from pathlib import Path

import numpy as np
import pytest

from measurements.beyond_survey import ESTIMATES
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.population import contradictions, synthetic_women
from measurements.statistics import (
    NAMES,
    MissingMeasurements,
    complete,
    estimate,
    expect,
    interval_90,
)

ROOT = Path(__file__).resolve().parent.parent.parent
SURVEY = ROOT.parent / "shared" / "data" / "women_1988.csv"

FOUR = {"height": 1650.0, "bust_girth": 900.0, "waist_girth": 720.0, "hip_girth": 970.0}


@pytest.fixture(scope="module")
def women() -> list[dict[str, float]]:
    if not SURVEY.exists():
        pytest.skip("the survey is not beside this checkout (../shared/data)")
    with SURVEY.open(newline="") as file:
        return [{name: float(row[name]) for name in NAMES} for row in csv.DictReader(file)]


def test_every_measurement_is_defined_and_estimated() -> None:
    assert set(NAMES) | set(ESTIMATES) == set(DEFINITIONS)
    body = complete(FOUR)
    assert set(body) == set(DEFINITIONS)
    assert set(body.estimated) == set(DEFINITIONS) - set(REQUIRED)
    assert all(body[name] == FOUR[name] for name in REQUIRED)


def test_the_four_are_needed() -> None:
    with pytest.raises(MissingMeasurements) as caught:
        complete({"height": 1650, "hip_girth": 970})
    assert caught.value.names == ("bust_girth", "waist_girth")


@pytest.mark.parametrize("value", [0, -900, float("nan"), float("inf")])
def test_what_is_no_measurement_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="waist_girth"):
        complete({**FOUR, "waist_girth": value})


def test_names_that_no_measurement_bears_are_left_out() -> None:
    assert complete({**FOUR, "subject": 7, "shoe": 38}) == complete(FOUR)


def test_more_entered_makes_the_rest_surer() -> None:
    few = complete(FOUR)
    more = complete({**FOUR, "front_neck_to_waist": 330, "waist_height": 1090})
    assert more.errors["back_neck_to_waist"] < few.errors["back_neck_to_waist"]
    assert more["back_neck_to_waist"] != few["back_neck_to_waist"]


def test_heights_and_the_lengths_between_them_agree() -> None:
    for extra in ({}, {"waist_height": 1050.0}, {"waist_height": 1050.0, "hip_height": 830.0}):
        body = complete({**FOUR, **extra})
        for short, long in (
            ("waist_to_hip", "hip_height"),
            ("waist_to_knee", "knee_height"),
            ("body_rise", "inside_leg_length"),
        ):
            assert body["waist_height"] - body[long] == pytest.approx(body[short], abs=0.11)
    assert body["waist_to_hip"] == 220.0


def test_all_entered_leaves_nothing_to_estimate() -> None:
    [woman] = synthetic_women(1, seed=3)
    body = complete(woman)
    assert set(body.estimated) == set(ESTIMATES)
    assert {name: body[name] for name in NAMES} == woman


def test_sensible_far_beyond_the_survey() -> None:
    for height, bust, waist, hip in itertools.product(
        (1300, 1450, 1650, 1850, 2000),
        (620, 760, 900, 1150, 1400, 1600),
        (470, 600, 750, 1000, 1300, 1500),
        (660, 800, 960, 1200, 1600),
    ):
        likely = waist < bust and waist < hip and 0.6 < bust / hip < 1.5
        if not likely or waist < 0.6 * bust:
            continue
        body = complete(
            {"height": height, "bust_girth": bust, "waist_girth": waist, "hip_girth": hip}
        )
        assert not contradictions(body), (height, bust, waist, hip)
        assert 0.09 < body["waist_to_hip"] / height < 0.22
        assert 0.15 < body["back_neck_to_waist"] / height < 0.30
        assert 0.09 < body["scye_depth"] / height < 0.20
        assert 0.04 * bust < bust - body["underbust_girth"] < 0.35 * bust


def test_estimates_err_no_more_than_plain_regression(women: list[dict[str, float]]) -> None:
    """The survey's published mean absolute errors, by regression on height, weight, bust, waist
    and hip; a fit on other women would err about as much, since it has 4 numbers for 1,104."""
    published = {
        "underbust_girth": 17.2, "upper_chest_girth": 17.1, "neck_girth": 8.0,
        "neck_base_girth": 9.2, "shoulder_length": 6.8, "back_width": 16.8,
        "bust_point_to_bust_point": 11.5, "side_neck_to_bust_point": 13.6,
        "back_neck_to_waist": 17.3, "front_neck_to_waist": 16.9, "scye_depth": 9.8,
        "armscye_girth": 10.3, "outer_arm_length": 15.9, "upper_arm_girth": 9.2,
        "wrist_girth": 3.8, "waist_to_hip": 16.9, "waist_to_knee": 14.4, "waist_height": 17.3,
        "body_rise": 15.6, "inside_leg_length": 18.9, "total_crotch_length": 30.5,
        "thigh_girth": 11.8, "knee_girth": 9.0, "calf_girth": 10.6, "ankle_girth": 7.3,
        "head_girth": 9.9,
    }  # fmt: skip
    entered = (*REQUIRED, "body_mass_kg")
    bodies = [complete({name: woman[name] for name in entered}) for woman in women]
    for name, limit in published.items():
        error = np.mean([abs(b[name] - w[name]) for b, w in zip(bodies, women, strict=True)])
        assert error <= limit * 1.05, name


def test_left_out_women_are_estimated_as_well(women: list[dict[str, float]]) -> None:
    """Fit on half of the women, tried on the other half: as near as the figures of all."""
    rows = np.log([[woman[name] for name in NAMES] for woman in women])
    known = [NAMES.index(name) for name in REQUIRED]
    fit, held = rows[::2], rows[1::2]
    mean, covariance = fit.mean(axis=0), np.cov(fit.T)
    weights = np.linalg.solve(covariance[np.ix_(known, known)], covariance[known])
    half = np.exp(mean + (held[:, known] - mean[known]) @ weights)
    ours = [complete({name: woman[name] for name in REQUIRED}) for woman in women[1::2]]
    for index, name in enumerate(NAMES):
        if name in REQUIRED:
            continue
        truth = [woman[name] for woman in women[1::2]]
        by_half = np.mean(np.abs(half[:, index] - truth))
        by_all = np.mean([abs(body[name] - t) for body, t in zip(ours, truth, strict=True)])
        assert by_all == pytest.approx(by_half, rel=0.06), name


def test_the_standard_errors_are_true(women: list[dict[str, float]]) -> None:
    """About two women in three lie within one, hardly any beyond four."""
    within = beyond = count = 0
    for woman in women:
        body = complete({name: woman[name] for name in REQUIRED})
        for name in set(NAMES) - set(REQUIRED):
            distance = abs(body[name] - woman[name]) / body.errors[name]
            within += distance <= 1
            beyond += distance > 4
            count += 1
    assert 0.66 < within / count < 0.73
    assert beyond / count < 0.001


def test_the_committed_figures_are_the_surveys(women: list[dict[str, float]]) -> None:
    path = ROOT / "scripts" / "derive_statistics.py"
    spec = importlib.util.spec_from_file_location("derive_statistics", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    figures = script.derive(SURVEY)
    assert figures["women"] == len(women)
    committed = json.loads((ROOT / "measurements" / "statistics_1988.json").read_text())
    assert committed["names"] == figures["names"]
    assert committed["log_mean"] == pytest.approx(figures["log_mean"], abs=2e-6)


def test_expecting_from_two_gives_all_the_rest() -> None:
    expected = expect({"height": 1680.0, "bust_girth": 880.0})
    assert 680 < expected["waist_girth"][0] < 730
    assert len(expected) == len(NAMES) - 2


def test_what_follows_from_a_size_is_less_sure_than_what_follows_from_a_tape() -> None:
    sure = complete(FOUR)
    unsure = complete(FOUR, errors={"bust_girth": 40.0})
    assert unsure.errors["bust_girth"] == 40.0
    assert unsure["bust_girth"] == FOUR["bust_girth"]  # what was entered is never changed
    for name in ("underbust_girth", "upper_chest_girth", "back_width", "upper_arm_girth"):
        assert unsure.errors[name] > sure.errors[name], name
    assert unsure.errors["high_bust_girth"] > sure.errors["high_bust_girth"]  # beyond the survey


def test_an_error_of_nothing_and_a_huge_one_are_as_measured_and_as_not_given() -> None:
    three = {name: FOUR[name] for name in ("height", "waist_girth", "hip_girth")}
    assert complete(FOUR, errors={"thigh_girth": 9.0}) == complete(FOUR)
    without, drowned = estimate(three), estimate(FOUR, errors={"bust_girth": 1e5})
    for name in ("underbust_girth", "shoulder_length", "waist_to_hip"):
        assert drowned[name] == pytest.approx(without[name], rel=0.01)
        assert drowned.errors[name] == pytest.approx(without.errors[name], rel=0.05)


def test_intervals_hold_for_women_whose_bust_is_known_by_a_size_alone(
    women: list[dict[str, float]],
) -> None:
    """Her bust read off the middle of a size, 40 mm off in two of three: nine of ten still lie within."""
    random = np.random.default_rng(5)
    within: dict[bool, list[bool]] = {True: [], False: []}
    for woman in women:
        given = {name: woman[name] for name in REQUIRED}
        given["bust_girth"] += 40 * float(random.standard_normal())
        for told in (True, False):
            body = complete(given, errors={"bust_girth": 40.0} if told else None)
            low, high = interval_90(body["underbust_girth"], body.errors["underbust_girth"])
            within[told].append(low <= woman["underbust_girth"] <= high)
    assert 0.87 < np.mean(within[True]) < 0.93
    assert np.mean(within[False]) < np.mean(within[True]) - 0.04
