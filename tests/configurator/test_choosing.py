"""What a form or a kept design says, and what is wrong with it in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cms.demo.templates import PENCIL_SKIRT, SHEATH_DRESS
from configurator.choosing import in_field, read_form, read_kept, why_not_offered
from patterns.engine import settle
from patterns.specs import OptionSpec, Setting, TemplateSpec

AS_OFFERED = {
    "neckline": "scoop",
    "neck_depth": "8",
    "neck_width": "1.5",
    "length": "60",
    "flare": "0",
    "fit": "regular",
}


def form(**changes: str) -> dict[str, str]:
    return {**AS_OFFERED, **changes}


def test_an_untouched_form_says_what_the_template_offers() -> None:
    reading = read_form(SHEATH_DRESS, AS_OFFERED)
    assert not reading.errors
    assert reading.choices == settle(SHEATH_DRESS, {})


def test_a_form_is_in_cm_and_choices_are_in_mm() -> None:
    reading = read_form(SHEATH_DRESS, form(length="58,5 cm", neck_depth=" 12.5 ", flare="8°"))
    assert reading.choices["length"] == 585.0
    assert reading.choices["neck_depth"] == 125.0
    assert reading.choices["flare"] == 8.0
    assert reading.written["length"] == "58.5"


@pytest.mark.parametrize("text", ["23.5 in", '23 1/2"', "23½ inches"])
def test_a_length_may_be_written_in_inches(text: str) -> None:
    reading = read_form(SHEATH_DRESS, form(length=text))
    assert reading.choices["length"] == 596.9


@pytest.mark.parametrize("text", ["long", "", "  ", "nan", "inf", "1e999", "5 8", "０x1"])
def test_what_is_no_number_is_said_and_everything_else_kept(text: str) -> None:
    reading = read_form(SHEATH_DRESS, form(length=text, neckline="v"))
    assert list(reading.errors) == ["length"]
    assert "between 45 and 100\N{NO-BREAK SPACE}cm" in reading.errors["length"]
    assert reading.written["length"] == text
    assert reading.choices["neckline"] == "v"
    assert reading.choices["length"] == 600.0


@pytest.mark.parametrize(("text", "said"), [("44.9", "44.9"), ("-60", "−60"), ("9000", "9000")])
def test_a_number_out_of_range_is_said_with_the_range(text: str, said: str) -> None:
    sentence = read_form(SHEATH_DRESS, form(length=text)).errors["length"]
    assert sentence == (
        f"Length can be between 45 and 100\N{NO-BREAK SPACE}cm, not {said}\N{NO-BREAK SPACE}cm."
    )


@pytest.mark.parametrize("text", ["45", "100"])
def test_both_ends_of_a_range_are_in_it(text: str) -> None:
    assert not read_form(SHEATH_DRESS, form(length=text)).errors


def test_a_choice_that_the_template_does_not_have_is_said() -> None:
    reading = read_form(SHEATH_DRESS, form(neckline="halter"))
    assert reading.errors["neckline"] == (
        "Neckline: “halter” is not offered. Please choose Jewel, Scoop, V-neck, Square, Boat or "
        "Sweetheart."
    )
    assert reading.choices["length"] == 600.0


def test_an_option_that_the_template_does_not_have_is_said() -> None:
    reading = read_form(SHEATH_DRESS, form(puff_sleeve="on"))
    assert "“puff sleeve”" in reading.errors[""]
    assert reading.choices == settle(SHEATH_DRESS, {})


def test_an_option_not_offered_beside_the_others_is_set_aside_and_remembered() -> None:
    jewel = read_form(SHEATH_DRESS, form(neckline="jewel", neck_depth="14"))
    assert not jewel.errors
    assert "neck_depth" not in jewel.choices
    assert settle(SHEATH_DRESS, jewel.choices) == jewel.choices
    again = read_form(SHEATH_DRESS, {"neckline": "v"}, jewel.kept)
    assert again.choices["neck_depth"] == 140.0


def test_what_is_wrong_with_an_option_not_offered_concerns_nobody() -> None:
    assert not read_form(SHEATH_DRESS, form(neckline="jewel", neck_depth="deep")).errors


def test_why_an_option_is_not_offered_is_said_in_labels() -> None:
    option = SHEATH_DRESS.option("neck_depth")
    assert option is not None
    assert why_not_offered(SHEATH_DRESS, option, {"neckline": "jewel"}) == (
        "Goes with neckline Scoop, V-neck, Square or Sweetheart."
    )


def test_a_field_that_was_not_sent_keeps_what_was_chosen() -> None:
    kept: dict[str, Setting] = {"length": 720.0, "band_height": 40.0}
    reading = read_form(PENCIL_SKIRT, {"fit": "easy"}, kept)
    assert reading.choices["length"] == 720.0
    assert reading.choices["band_height"] == 40.0
    assert reading.choices["fit"] == "easy"


def test_a_kept_design_says_what_its_template_no_longer_offers() -> None:
    shorter = replace(
        PENCIL_SKIRT,
        options=tuple(
            replace(o, max=650.0) if o.name == "length" else o
            for o in PENCIL_SKIRT.options
            if o.name != "band_height"
        ),
    )
    reading = read_kept(shorter, {"length": 720.0, "band_height": 40.0, "fit": "close"})
    assert not reading.errors
    assert reading.proposals["length"] == (
        "Length can be between 45 and 65\N{NO-BREAK SPACE}cm now, not 72\N{NO-BREAK SPACE}cm any "
        "more: 65\N{NO-BREAK SPACE}cm is taken for it."
    )
    assert "“band height” is not offered any more and left out" in reading.proposals[""]
    assert reading.choices["fit"] == "close"
    assert reading.choices["length"] == 650.0
    assert reading.written["length"] == "65"
    assert reading.kept == {**reading.choices, "length": 720.0, "band_height": 40.0}


@pytest.fixture
def lined() -> TemplateSpec:
    toggle = OptionSpec("lined", "skirt.lined", "toggle", "Lined", False, surcharge=2500)
    return replace(PENCIL_SKIRT, options=(*PENCIL_SKIRT.options, toggle))


def test_a_toggle_is_off_when_its_box_is_not_ticked(lined: TemplateSpec) -> None:
    assert read_form(lined, {"lined": "on"}).choices["lined"] is True
    assert read_form(lined, {"fit": "easy"}, {"lined": True}).choices["lined"] is False
    assert read_kept(lined, {"lined": True}).choices["lined"] is True
    assert read_kept(lined, {}).choices["lined"] is False
    assert "lined" in read_form(lined, {"lined": "perhaps"}).errors


def test_what_a_field_shows_is_read_back_as_the_same() -> None:
    for option in SHEATH_DRESS.options:
        if option.kind == "range":
            for value in (option.min, option.max, option.default, (option.min + option.max) / 2):
                text = in_field(option, value)
                assert read_form(SHEATH_DRESS, {option.name: text}).choices[option.name] == value
