"""The measuring form: every slip is answered beside its field, and nothing else is lost."""

from __future__ import annotations

from typing import Any

import pytest

from measurements.definitions import DEFINITIONS
from measurements.forms import MeasurementsForm, in_other_unit
from measurements.units import System

GOOD_CM = {"height": "165", "bust_girth": "92", "waist_girth": "74", "hip_girth": "99"}
GOOD_IN = {"height": "65", "bust_girth": "36 1/4", "waist_girth": "29", "hip_girth": "39"}


def filled(system: System = "cm", **changes: str) -> MeasurementsForm:
    good = GOOD_CM if system == "cm" else GOOD_IN
    return MeasurementsForm({**good, **changes}, system=system)


def said(form: MeasurementsForm, name: str) -> str:
    assert name in form.errors, form.errors
    return " ".join(form.errors[name])


def test_centimetres_and_inches_become_millimetres() -> None:
    form = filled(bust_girth="92,5", shoulder_length="12.2")
    assert form.is_valid(), form.errors
    assert form.values() == {
        "height": 1650,
        "bust_girth": 925,
        "waist_girth": 740,
        "hip_girth": 990,
        "shoulder_length": 122,
    }
    form = filled("in", height="5'5\"")
    assert form.is_valid(), form.errors
    assert form.values()["height"] == pytest.approx(1651)
    assert form.values()["bust_girth"] == pytest.approx(920.75)


@pytest.mark.parametrize(
    ("changes", "name", "words"),
    [
        ({"bust_girth": "abc"}, "bust_girth", "“abc” is not a number"),
        ({"bust_girth": ""}, "bust_girth", "Please give your bust in centimetres"),
        ({"bust_girth": "   "}, "bust_girth", "Please give your bust"),
        ({"bust_girth": "-92"}, "bust_girth", "-92 cm? A measurement cannot be less than nothing."),
        ({"bust_girth": "0"}, "bust_girth", "nothing cannot be right"),
        (
            {"bust_girth": "37"},
            "bust_girth",
            "Bust 37 cm looks like inches. Did you mean 94 cm?",
        ),
        ({"belly_girth": "40"}, "belly_girth", "If you measured in inches, choose inches."),
        ({"bust_girth": "9,000"}, "bust_girth", "9,000 cm round the bust?"),
        ({"bust_girth": "9000"}, "bust_girth", "60 to 170 cm"),
        ({"bust_girth": "920"}, "bust_girth", "looks like millimetres. Did you mean 92 cm?"),
        ({"height": "1.65"}, "height", "1.65 cm looks like metres. Did you mean 165 cm?"),
        ({"height": "65"}, "height", "65 cm looks like inches. Did you mean 165.1 cm?"),
        ({"thigh_girth": "two"}, "thigh_girth", "“two” is not a number"),
        ({"body_mass_kg": "900"}, "body_mass_kg", "30 to 300 kg"),
        ({"waist_girth": "95"}, "waist_girth", "Waist 95 cm and bust 92 cm seldom go together"),
        ({"knee_girth": "60", "thigh_girth": "55"}, "knee_girth", "is not less than thigh"),
        ({"bust_girth": "1e3"}, "bust_girth", "is not a number"),
        ({"bust_girth": "nan"}, "bust_girth", "is not a number"),
        ({"bust_girth": "<b>92</b>"}, "bust_girth", "is not a number"),
    ],
)
def test_each_slip_is_a_sentence_beside_its_field(
    changes: dict[str, str], name: str, words: str
) -> None:
    form = filled(**changes)
    assert not form.is_valid()
    assert words in said(form, name)
    for other, text in {**GOOD_CM, **changes}.items():
        assert form[other].value() == text  # all she wrote is still there


def test_centimetres_typed_as_inches_are_noticed() -> None:
    form = filled("in", bust_girth="92")
    assert not form.is_valid()
    assert "Bust 92 in looks like centimetres. Did you mean 36.2 in?" in said(form, "bust_girth")
    assert form.better_in_other_unit == {"bust_girth"}


@pytest.mark.parametrize(
    ("height", "bust", "waist", "hip"),
    [(130, 70, 55, 75), (200, 100, 80, 110), (165, 150, 140, 160), (150, 160, 150, 160)],
)
def test_no_woman_is_turned_away_for_her_size(height: int, bust: int, waist: int, hip: int) -> None:
    form = filled(
        height=str(height), bust_girth=str(bust), waist_girth=str(waist), hip_girth=str(hip)
    )
    assert form.is_valid(), form.errors


def test_a_bust_over_the_hip_and_a_waist_over_the_underbust_are_taken() -> None:
    form = filled(bust_girth="104", hip_girth="99", waist_girth="84", underbust_girth="82")
    assert form.is_valid(), form.errors


def test_every_field_says_how_it_is_taken() -> None:
    form = filled()
    for name, definition in DEFINITIONS.items():
        assert form.fields[name].help_text == definition.how
        assert len(definition.how) > 30
        assert definition.lowest < definition.highest


def switched(data: dict[str, Any], system: System) -> dict[str, str]:
    form = in_other_unit(data, system)
    return {name: str(form[name].value()) for name in data}


def test_the_unit_changes_the_numbers() -> None:
    assert switched(GOOD_CM, "cm") == {
        "height": "65",
        "bust_girth": "36 1/4",
        "waist_girth": "29 1/4",
        "hip_girth": "39",
    }


def test_there_and_back_loses_nothing() -> None:
    values = {"height": 1651.0, "bust_girth": 923.4, "waist_girth": 741.3, "hip_girth": 987.6}
    form = MeasurementsForm.showing(values, "cm")
    for system in ("cm", "in", "cm", "in", "cm", "in"):
        data = {name: form[name].value() for name in [*values, "exact"]}
        form = in_other_unit(data, system)
    data = {name: form[name].value() for name in [*values, "exact"]}
    done = MeasurementsForm(data, system="cm")
    assert done.is_valid(), done.errors
    assert done.values() == values


def test_a_number_changed_after_the_switch_counts() -> None:
    form = in_other_unit(GOOD_CM, "cm")
    data = {name: form[name].value() for name in [*GOOD_CM, "exact"]}
    done = MeasurementsForm({**data, "bust_girth": "37"}, system="in")
    assert done.is_valid()
    assert done.values()["bust_girth"] == pytest.approx(939.8)
    assert done.values()["height"] == 1650


def test_what_cannot_be_read_stays_when_the_unit_changes() -> None:
    assert switched({**GOOD_CM, "bust_girth": "9o"}, "cm")["bust_girth"] == "9o"


def test_inches_typed_under_centimetres_stay_when_inches_are_chosen() -> None:
    typed = {**GOOD_IN, "bust_girth": "37", "waist_to_hip": "9"}
    assert switched(typed, "cm") == typed


def test_a_tampered_hidden_field_is_passed_over() -> None:
    for exact in (
        "{",
        "[]",
        '{"bust_girth": "x"}',
        '{"bust_girth": 99999}',
        "NaN",
        "null",
        '{"height": Infinity}',
    ):
        form = filled(exact=exact)
        assert form.is_valid(), form.errors
        assert form.values()["bust_girth"] == 920
