"""What is worth taking next, for this garment and this woman."""

from __future__ import annotations

import pytest

from cms.demo.templates import TEMPLATES
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.population import synthetic_women
from patterns.engine import settle
from patterns.specs import TemplateSpec
from patterns.worth_taking import DIRECTIONS, MEASURES, needed, worth_taking

START = {"height": 1650.0, "body_mass_kg": 62.0}
FOUR = {"height": 1650.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}


def template(slug: str) -> TemplateSpec:
    return next(spec for spec in TEMPLATES if spec.slug == slug)


def test_a_skirt_asks_for_hip_and_waist_and_a_blouse_for_the_bust() -> None:
    skirt = worth_taking(template("pencil-skirt"), {}, START)
    blouse = worth_taking(template("bow-blouse"), {}, START)

    assert {worth.name for worth in skirt.ranked[:2]} == {"hip_girth", "waist_girth"}
    assert blouse.ranked[0].name == "bust_girth"


def test_with_the_four_given_lengths_come_next() -> None:
    advice = worth_taking(template("sheath-dress"), {"sleeves": "long"}, FOUR)

    assert advice.ranked[0].name in ("back_neck_to_waist", "outer_arm_length", "back_width")
    assert not {worth.name for worth in advice.ranked} & set(FOUR)
    assert advice.by_measure["bust_girth"] == pytest.approx(0, abs=0.2)


def test_it_says_how_much_surer_in_mm() -> None:
    advice = worth_taking(template("bow-blouse"), {}, START)
    then = [advice.off_mm, *(worth.then_mm for worth in advice.ranked)]

    assert all(0 <= worth.share <= 1 for worth in advice.ranked)
    assert then[1] < then[0] - 1
    assert then == sorted(then, reverse=True)


def test_what_comes_second_is_what_the_first_leaves_open() -> None:
    """The waist's height tells much of nape to waist, so it is worth little once that is taken."""
    spec = template("sheath-dress")
    first, second, *_ = worth_taking(spec, {}, FOUR).ranked
    [woman] = synthetic_women(1, seed=4)
    after = worth_taking(spec, {}, {**FOUR, first.name: woman[first.name]})

    assert after.ranked[0].name == second.name
    assert after.ranked[0].then_mm == pytest.approx(second.then_mm, abs=1.0)


def test_what_hangs_free_of_the_body_does_not_count() -> None:
    advice = worth_taking(template("fit-and-flare-dress"), {}, FOUR)

    assert "hip_girth" not in advice.by_measure
    assert (
        "hip_girth"
        in worth_taking(template("fit-and-flare-dress"), {}, FOUR, fit=MEASURES).by_measure
    )
    assert "waist_girth" in advice.by_measure
    assert advice.ranked[0].name != "waist_to_hip"


def test_what_was_taken_from_a_size_is_still_worth_measuring() -> None:
    spec = template("pencil-skirt")
    errors = {"bust_girth": 15.0, "waist_girth": 15.0, "hip_girth": 15.0}
    sized = worth_taking(spec, {}, FOUR, errors)
    unknown = worth_taking(spec, {}, START)

    assert {worth.name for worth in sized.ranked[:2]} == {"hip_girth", "waist_girth"}
    assert worth_taking(spec, {}, FOUR).off_mm < sized.off_mm < unknown.off_mm


def test_more_taken_makes_the_fit_surer_and_all_taken_leaves_nothing_to_ask() -> None:
    [woman] = synthetic_women(1, seed=4)
    spec = template("sheath-dress")
    off = [
        worth_taking(spec, {}, {name: woman[name] for name in names}).off_mm
        for names in (("height",), REQUIRED, (*REQUIRED, "back_neck_to_waist", "back_width"))
    ]

    assert off[0] > off[1] > off[2]
    assert worth_taking(spec, {}, woman).ranked == ()
    assert worth_taking(spec, {}, woman).off_mm == 0


def test_a_close_fit_is_advised_on_though_it_is_not_drafted_on_estimates() -> None:
    assert worth_taking(template("sheath-dress"), {"fit": "close"}, START).ranked


def test_it_needs_about_a_draft_a_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    from patterns import worth_taking as module

    drafts = 0
    make_draft = module.make_draft

    def counted(*given, **named):  # type: ignore[no-untyped-def]  # passes on what it gets
        nonlocal drafts
        drafts += 1
        return make_draft(*given, **named)

    monkeypatch.setattr(module, "make_draft", counted)
    spec = template("bow-blouse")
    worth_taking(spec, {}, START)
    assert drafts <= len(needed(spec, settle(spec, {}))) + DIRECTIONS + 5


def test_what_is_needed_is_in_the_order_of_the_page() -> None:
    names = needed(template("bow-blouse"), settle(template("bow-blouse"), {}))
    assert list(names) == [name for name in DEFINITIONS if name in names]
    assert "outer_arm_length" in names
