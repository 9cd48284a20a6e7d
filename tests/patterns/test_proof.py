"""Every draft of the demo templates would sew up and be worn: made-up women, defaults, pairs of
options' values, sets at random, and bodies that no survey has seen."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.demo.templates import TEMPLATES
from measurements.definitions import REQUIRED
from measurements.population import larger_women, synthetic_women
from measurements.statistics import DEVIATIONS, MEANS, NAMES, complete
from patterns.checks import check
from patterns.checks.choosing import goes_together, option_sets, pair_sets, random_sets
from patterns.checks.proving import Trial, Woman, prove, prove_chunk, sample
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft, settle
from patterns.exports.as_json import to_dict, to_line
from patterns.exports.svg import pieces_svg
from patterns.laying import cloth_need
from patterns.proved import proved_draft
from patterns.specs import Setting, TemplateSpec
from tests.patterns import shared_checker

WOMEN, SEED = 60, 2026
MOST_REFUSED_LARGER = 0.02
BY_SLUG = [pytest.param(spec, id=spec.slug) for spec in TEMPLATES]


@cache
def women() -> list[Woman]:
    rows = synthetic_women(WOMEN, SEED)
    return [(f"made up {number}", complete(row)) for number, row in enumerate(rows, 1)]


@cache
def larger() -> list[Woman]:
    rows = larger_women(WOMEN, SEED)
    return [(f"larger {number}", complete(row)) for number, row in enumerate(rows, 1)]


@pytest.mark.parametrize("spec", BY_SLUG)
def test_no_fault_in_any_draft_at_the_defaults(spec: TemplateSpec) -> None:
    tally = prove_chunk(spec, [{}], women())

    assert tally.drafts == WOMEN
    assert not tally.faults, tally.examples
    # At most 0.2 % refused and 5 % with those that fell back: of sixty, none and three.
    assert tally.refusals == 0, tally.examples
    assert tally.fell_back <= 3, tally.examples


def test_larger_women_are_seldom_turned_away() -> None:
    tallies = [prove_chunk(spec, [{}], larger()) for spec in TEMPLATES]

    for tally in tallies:
        assert not tally.faults, tally.examples
    # At most 2 % refused, over all templates: sixty women of each are too few to say it of one alone.
    assert sum(t.refusals for t in tallies) <= MOST_REFUSED_LARGER * sum(t.drafts for t in tallies)


@cache
def mismeasured() -> list[Woman]:
    """Women who took two of their measurements 10 % wrong, as many do."""
    random = np.random.default_rng(SEED)
    found: list[Woman] = []
    for number, row in enumerate(synthetic_women(WOMEN // 2, SEED + 1), 1):
        values = dict(row)
        for name in random.choice([name for name in values if name != "height"], 2, replace=False):
            values[str(name)] *= random.choice([0.9, 1.1])
        found.append((f"mismeasured {number}", complete(values)))
    return found


@pytest.mark.parametrize("spec", BY_SLUG)
def test_a_woman_who_measured_wrong_gets_a_draft_without_fault_or_a_refusal(
    spec: TemplateSpec,
) -> None:
    tally = prove_chunk(spec, [{}], mismeasured())

    assert tally.drafts == WOMEN // 2
    assert not tally.faults, tally.examples


@pytest.mark.parametrize("spec", BY_SLUG)
def test_all_pairs_of_choices_make_no_fault(spec: TemplateSpec) -> None:
    tally = prove_chunk(spec, pair_sets(spec).sets, sample(women(), 3))

    assert not tally.faults, tally.examples


@pytest.mark.parametrize("spec", BY_SLUG)
def test_options_pushed_about_at_random_make_no_fault(spec: TemplateSpec) -> None:
    tally = prove_chunk(spec, random_sets(spec, 8).sets, sample(women(), 10))

    assert not tally.faults, tally.examples


@pytest.mark.parametrize("spec", BY_SLUG)
def test_a_woman_who_knows_four_measurements_gets_a_right_draft(spec: TemplateSpec) -> None:
    for _, body in women()[:12]:
        four = {name: body[name] for name in REQUIRED}
        assert check(to_dict(make_draft(spec, {}, complete(four)))) == []


@pytest.mark.parametrize("spec", BY_SLUG)
def test_the_shared_checker_agrees(spec: TemplateSpec) -> None:
    for (_, body), chosen in zip(women(), option_sets(spec), strict=False):
        try:
            data = to_dict(make_draft(spec, chosen, body))
        except Refusal:
            continue
        assert shared_checker.kinds(data) in (None, set()), chosen


@pytest.mark.parametrize("spec", BY_SLUG)
def test_the_same_numbers_give_the_same_draft(spec: TemplateSpec) -> None:
    _, body = women()[0]
    first, again = (make_draft(spec, {}, body) for _ in range(2))

    assert to_line(to_dict(first)) == to_line(to_dict(again))
    assert pieces_svg(first) == pieces_svg(again)
    assert cloth_need(first, 1400.0) == cloth_need(again, 1400.0)


# --- Which choices are tried ---------------------------------------------------------------------


@pytest.mark.parametrize("spec", BY_SLUG)
def test_each_end_of_every_option_is_drafted(spec: TemplateSpec) -> None:
    sets = option_sets(spec)

    assert sets[0] == {}
    settled = [settle(spec, chosen) for chosen in sets]
    for option in spec.options:
        for value in option.ends:
            alone = goes_together(spec, {option.name: value})
            assert not alone or any(chosen.get(option.name) == value for chosen in settled)


@pytest.mark.parametrize("spec", BY_SLUG)
def test_any_two_values_that_go_together_stand_together_in_a_set(spec: TemplateSpec) -> None:
    found = pair_sets(spec)
    met = {
        frozenset(pair) for chosen in found.sets for pair in combinations(chosen.items(), 2)
    }  # fmt: skip

    for chosen in found.sets:
        assert goes_together(spec, chosen)
    for first, second in combinations(spec.options, 2):
        if first.when or second.when:
            continue
        for pair in (((first.name, a), (second.name, b)) for a in first.ends for b in second.ends):
            if goes_together(spec, dict(pair)):
                assert frozenset(pair) in met
    assert len(found.sets) < 80  # far fewer than all combinations


@pytest.mark.parametrize("spec", BY_SLUG)
def test_sets_drawn_by_a_seed_are_the_same_and_go_together(spec: TemplateSpec) -> None:
    assert random_sets(spec, 12, 3) == random_sets(spec, 12, 3)
    assert pair_sets(spec, 3) == pair_sets(spec, 3)
    drawn = random_sets(spec, 12, 3)
    assert len(drawn.sets) == 12
    for chosen in drawn.sets:
        assert settle(spec, chosen) == chosen


def test_a_proof_over_two_processes_counts_every_draft() -> None:
    spec, sets = TEMPLATES[-1], option_sets(TEMPLATES[-1])[:2]
    parts = list(prove([Trial(spec, sets, women()[:15]), Trial(spec, [{}], women()[:3])], 2))

    assert {slug for slug, _ in parts} == {spec.slug}
    assert sum(tally.drafts for _, tally in parts) == 15 * 2 + 3


def test_a_sample_is_spread_evenly() -> None:
    assert [who for who, _ in sample(women(), 3)] == ["made up 1", "made up 21", "made up 41"]
    assert sample(women(), 500) == women()


# --- Any body at all -----------------------------------------------------------------------------


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """A draft that hangs fails instead of holding up the suite."""

    def late(*_: object) -> None:
        raise TimeoutError(f"no draft within {seconds:g} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _twice_the_range(name: str) -> st.SearchStrategy[float]:
    """A survey of a thousand reaches some 3.5 deviations to both sides of its mean."""
    low, high = (MEANS[name] + side * 7 * DEVIATIONS[name] for side in (-1, 1))
    return st.floats(max(low, 0.1 * MEANS[name]), high)


ANY_BODY = st.one_of(
    st.fixed_dictionaries({name: _twice_the_range(name) for name in NAMES}),
    st.fixed_dictionaries({name: _twice_the_range(name) for name in REQUIRED}),
    st.builds(
        lambda woman, moved: {**woman, **moved},
        st.sampled_from(synthetic_women(20, SEED) + larger_women(20, SEED)),
        st.fixed_dictionaries({}, optional={name: _twice_the_range(name) for name in NAMES}),
    ),
)


@pytest.mark.parametrize("spec", BY_SLUG)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(measured=ANY_BODY, seed=st.integers(0, 10_000))
def test_any_body_is_drafted_without_fault_or_refused_in_words(
    spec: TemplateSpec, measured: dict[str, float], seed: int
) -> None:
    (chosen,) = random_sets(spec, 1, seed).sets
    assert_drafted_or_refused(spec, chosen, measured)


def assert_drafted_or_refused(
    spec: TemplateSpec, chosen: dict[str, Setting], measured: dict[str, float]
) -> None:
    refusal: Refusal | None = None
    try:
        with within(20.0):
            draft = proved_draft(spec, chosen, complete(measured))
    except Refusal as refused:
        refusal = refused
    if refusal is None:
        assert [fault.text for fault in check(to_dict(draft))] == []
    else:
        assert refusal.code
        assert refusal.message.endswith((".", "?", "!"))
        assert set(refusal.measurements) <= set(NAMES)
