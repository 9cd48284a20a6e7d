"""What no survey has: estimated widely, never over what she entered, never into the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from measurements.beyond_survey import ESTIMATES
from measurements.body import Body
from measurements.definitions import DEFINITIONS
from measurements.from_files import BadInput, read_body
from measurements.population import larger_women, synthetic_women
from measurements.statistics import NAMES, complete

FOUR = {"height": 1650.0, "bust_girth": 900.0, "waist_girth": 720.0, "hip_girth": 970.0}
ENTERED = {
    "high_bust_girth": 871.3, "across_front": 341.7, "bust_point_to_waist": 163.2,
    "front_over_bust_to_waist": 441.9, "high_hip_girth": 921.7, "belly_girth": 933.1,
    "hand_girth": 201.7, "seated_rise": 291.3, "nape_to_knee": 1003.9, "heel_height": 71.3,
}  # fmt: skip


def test_each_is_an_estimate_with_an_error_and_a_source() -> None:
    body = complete(FOUR)
    for name, estimate in ESTIMATES.items():
        assert body.is_estimated(name)
        assert body.errors[name] >= estimate.error - 0.05
        assert len(estimate.source) > 20
        assert name not in NAMES


def test_what_she_entered_is_never_overwritten_and_moves_nothing_else() -> None:
    plain, body = complete(FOUR), complete({**FOUR, **ENTERED})
    for name, value in ENTERED.items():
        assert body[name] == value
        assert body.entered(name) == value
    for name in NAMES:
        assert (body[name], body.errors.get(name)) == (plain[name], plain.errors.get(name))


def test_one_entered_leaves_the_others_estimated() -> None:
    body = complete({**FOUR, "hand_girth": 205.0})
    assert body.entered("hand_girth") == 205.0
    assert body.entered("seated_rise") is None


def test_they_follow_from_what_she_entered() -> None:
    body = complete({**FOUR, "wrist_girth": 170.0, "body_rise": 300.0})
    assert body["hand_girth"] == pytest.approx(1.23 * 170, abs=0.1)
    assert body["seated_rise"] == 320.0
    assert body.errors["seated_rise"] == 12.0


def test_they_lie_where_a_body_has_them() -> None:
    for woman in (*synthetic_women(60, seed=4), *larger_women(60, seed=4)):
        body = complete(woman)
        assert body["high_bust_girth"] <= body["bust_girth"]
        assert body["waist_girth"] < body["high_hip_girth"] < body["hip_girth"]
        assert body["wrist_girth"] < body["hand_girth"]
        assert body["across_front"] < body["back_width"] + 60
        for name in ESTIMATES:
            assert DEFINITIONS[name].lowest <= body[name] <= DEFINITIONS[name].highest, name


@pytest.mark.parametrize("value", [0.0, -5.0, float("nan")])
def test_what_is_no_measurement_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="hand_girth"):
        complete({**FOUR, "hand_girth": value})


def test_a_heel_may_be_none_at_all() -> None:
    body = complete({**FOUR, "heel_height": 0.0})
    assert body.entered("heel_height") == 0.0


def test_files_may_hold_them(tmp_path: Path) -> None:
    path = tmp_path / "body.json"
    path.write_text(json.dumps({**FOUR, "across_front": 333, "heel_height": 0}))
    body = read_body(path)
    assert body.entered("across_front") == 333
    assert body.entered("heel_height") == 0
    path.write_text(json.dumps({**FOUR, "across_front": 0}))
    with pytest.raises(BadInput, match="across_front"):
        read_body(path)


def test_a_body_kept_before_they_were_known_has_none() -> None:
    assert Body(FOUR).entered("hand_girth") is None
