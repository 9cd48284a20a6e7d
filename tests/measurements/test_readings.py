"""Measure twice: when two readings agree, when a third is wanted, and what is taken."""

from __future__ import annotations

import numpy as np
import pytest

from measurements.readings import ASSUMED, SPREADS, agree, own_spread, settle


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("waist_girth", 47.5), ("hip_girth", 25.0), ("neck_girth", 15.0), ("bust_girth", 20.0)],
)
def test_readings_agree_within_two_and_a_half_of_the_measurements_own_spread(
    name: str, allowed: float
) -> None:
    assert agree(name, 900.0, 900.0 + allowed)
    assert agree(name, 900.0, 900.0 - allowed)
    assert not agree(name, 900.0, 900.5 + allowed)
    assert settle(name, [900.0, 905.0]).allowed == allowed


def test_two_that_agree_give_their_mean_and_two_that_do_not_ask_for_a_third() -> None:
    assert settle("hip_girth", [968.0, 976.0]).value == 972.0
    assert not settle("hip_girth", [968.0, 976.0]).third
    asked = settle("hip_girth", [968.0, 1018.0])
    assert asked.third
    assert asked.difference == 50.0


def test_of_three_the_median_is_taken_so_that_the_slip_does_not_count() -> None:
    done = settle("hip_girth", [968.0, 1018.0, 971.0])
    assert done.value == 971.0
    assert not done.third


def test_one_reading_is_taken_as_it_is() -> None:
    assert settle("bust_girth", [900.0]).value == 900.0
    with pytest.raises(ValueError, match="one to three"):
        settle("bust_girth", [])


def test_a_steady_hand_elsewhere_makes_the_rule_stricter_and_never_laxer() -> None:
    steady = {"bust_girth": (900.0, 904.0), "hip_girth": (968.0, 974.0)}
    shaky = {"bust_girth": (900.0, 990.0), "hip_girth": (968.0, 1060.0)}
    assert ASSUMED < own_spread("waist_girth", steady) < SPREADS["waist_girth"]
    assert own_spread("waist_girth", shaky) == SPREADS["waist_girth"]
    assert own_spread("bust_girth", steady) == ASSUMED
    # Her two readings of the waist itself do not excuse themselves.
    assert own_spread("waist_girth", {"waist_girth": (700.0, 700.0)}) == SPREADS["waist_girth"]


def test_a_slip_of_50_mm_in_one_of_two_is_caught_in_nine_of_ten() -> None:
    random = np.random.default_rng(3)
    caught = []
    for _ in range(3000):
        pairs = {
            name: tuple(900 + 8 * random.standard_normal(2))
            for name in ("bust_girth", "waist_girth", "hip_girth")
        }
        for name, (first, second) in pairs.items():
            caught.append(not agree(name, first + 50, second, pairs))
    assert np.mean(caught) >= 0.9
