from __future__ import annotations

import numpy as np
import pytest

from measurements.beyond_survey import ESTIMATES
from measurements.charts import CHARTS, DEMO_CHART, STOCK_BODY, size_body
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.population import contradictions, larger_women, synthetic_women
from measurements.statistics import DEVIATIONS, LEAST_BETWEEN, MEANS, NAMES, complete


def test_the_same_seed_gives_the_same_women() -> None:
    assert synthetic_women(5, seed=1) == synthetic_women(5, seed=1)
    assert synthetic_women(5, seed=1) != synthetic_women(5, seed=2)
    assert synthetic_women(5, seed=1) == synthetic_women(9, seed=1)[:5]


def test_they_are_whole_and_never_contradict_themselves() -> None:
    for woman in synthetic_women(300, seed=7):
        assert tuple(woman) == NAMES
        assert not contradictions(woman)
        assert woman["waist_height"] - woman["hip_height"] == woman["waist_to_hip"]
        for name, value in complete(woman).items():
            assert DEFINITIONS[name].lowest <= value <= DEFINITIONS[name].highest, name


def test_they_are_like_the_women_surveyed() -> None:
    women = synthetic_women(2000, seed=11)
    for name in NAMES:
        values = [woman[name] for woman in women]
        assert np.mean(values) == pytest.approx(MEANS[name], abs=0.15 * DEVIATIONS[name]), name
        assert np.std(values) == pytest.approx(DEVIATIONS[name], rel=0.12), name
    busts, hips = ([woman[n] for woman in women] for n in ("bust_girth", "hip_girth"))
    assert 0.6 < np.corrcoef(busts, hips)[0, 1] < 0.85


def test_larger_women_are_drawn_by_a_seed_and_never_contradict_themselves() -> None:
    women = larger_women(300, seed=5)
    assert women == larger_women(300, seed=5)
    assert women[:20] == larger_women(20, seed=5)
    assert women != larger_women(300, seed=6)
    for woman in women:
        assert tuple(woman) == NAMES
        assert not contradictions(woman)
        assert 1400 <= woman["height"] <= 1950
        assert 1000 <= woman["hip_girth"] <= 1600
        for less, more, least in LEAST_BETWEEN:
            assert woman[more] - woman[less] >= least


def test_larger_women_reach_to_the_ends_of_the_rule() -> None:
    women = larger_women(1000, seed=1)
    for name, low, high in (("height", 1450, 1900), ("hip_girth", 1010, 1550)):
        values = [woman[name] for woman in women]
        assert min(values) < low
        assert max(values) > high


def test_larger_women_are_not_simply_scaled() -> None:
    """Hips a third broader come with a waist that is broader still, a little more neck, a longer arm by
    nothing, and a bust that stands further over the ribs."""
    women = [woman for woman in larger_women(3000, seed=2) if 1250 < woman["hip_girth"] < 1350]

    def grown(name: str) -> float:
        return float(np.mean([woman[name] for woman in women])) / MEANS[name]

    assert len(women) > 200
    assert grown("waist_girth") > grown("hip_girth") + 0.1
    assert grown("bust_girth") > grown("hip_girth")
    assert grown("upper_arm_girth") > grown("hip_girth")
    assert 1.08 < grown("neck_base_girth") < 1.2
    assert 1.15 < grown("back_width") < 1.35
    assert 0.96 < grown("shoulder_length") < 1.04
    assert 0.98 < grown("outer_arm_length") < 1.06
    cups = [woman["bust_girth"] - woman["underbust_girth"] for woman in women]
    assert 180 < np.mean(cups) < 240


def test_sizes_grow_in_every_measure() -> None:
    sizes = CHARTS[DEMO_CHART].sizes
    assert list(sizes) == [str(n) for n in range(34, 54, 2)]
    for smaller, larger in zip(list(sizes.values()), list(sizes.values())[1:], strict=False):
        for name in ("bust_girth", "waist_girth", "hip_girth"):
            assert smaller[name] < larger[name]
        assert set(smaller) == set(REQUIRED)


def test_a_size_is_a_whole_body() -> None:
    body = size_body(DEMO_CHART, "40")
    assert body["bust_girth"] == 920
    assert set(body) == set(DEFINITIONS)
    assert set(body.estimated) == set(ESTIMATES)
    assert STOCK_BODY["bust_girth"] == 880
    with pytest.raises(KeyError):
        size_body(DEMO_CHART, "99")
