"""Every definition says how, what goes wrong and why, in short sentences."""

from __future__ import annotations

import pytest

from measurements.definitions import DEFINITIONS, Definition

MOST_WORDS = 14
TEN_BESIDE = {
    "high_bust_girth", "across_front", "bust_point_to_waist", "front_over_bust_to_waist",
    "high_hip_girth", "belly_girth", "hand_girth", "seated_rise", "nape_to_knee", "heel_height",
}  # fmt: skip


def test_the_ten_that_no_survey_has_are_there() -> None:
    assert set(DEFINITIONS) >= TEN_BESIDE
    assert len(DEFINITIONS) == 52


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=lambda d: d.name)
def test_each_is_said_in_three_short_sentences_a_mistake_and_a_reason(
    definition: Definition,
) -> None:
    assert len(definition.steps) == 3
    for sentence in (*definition.steps, definition.mistake, definition.why):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert len(sentence.split()) <= MOST_WORDS, sentence
    for one in (definition.mistake, definition.why):
        assert ". " not in one
    assert definition.iso_clause is None or definition.iso_name is not None


def test_no_two_say_the_same() -> None:
    for said in ("label", "how", "mistake"):
        assert len({getattr(d, said) for d in DEFINITIONS.values()}) == len(DEFINITIONS), said
