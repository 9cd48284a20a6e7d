"""What a woman relies on when she has slipped, and when she has not."""

from __future__ import annotations

import pytest

from measurements.population import larger_women, synthetic_women
from measurements.slips import Finding, findings

HER = {
    "height": 1650.0, "body_mass_kg": 62.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0,
}  # fmt: skip
GIRTHS = ("bust_girth", "waist_girth", "hip_girth")
FIVE = tuple(HER)


def only(found: list[Finding]) -> Finding:
    assert len(found) == 1, [finding.message for finding in found]
    return found[0]


def test_all_is_well_with_what_goes_together() -> None:
    assert findings(HER, "cm") == []
    assert findings({}, "cm") == []
    assert findings({"hip_girth": 990.0}, "cm") == []


@pytest.mark.parametrize("name", ["height", *GIRTHS])
def test_inches_typed_as_centimetres_are_named_and_put_right_at_a_tap(name: str) -> None:
    finding = only(findings({**HER, name: HER[name] / 2.54}, "cm"))

    assert (finding.kind, finding.slip, finding.names) == ("unit", "inches", (name,))
    assert finding.corrected == {name: pytest.approx(HER[name])}
    assert "looks like inches" in finding.message
    assert f"{HER[name] / 10:g} cm" in finding.answer


def test_all_in_inches_is_one_slip_not_four() -> None:
    typed = {name: HER[name] / 2.54 for name in ("height", *GIRTHS)}
    finding = only(findings({**HER, **typed}, "cm"))

    assert finding.slip == "inches"
    assert set(finding.names) == set(typed)
    assert all(finding.corrected[name] == pytest.approx(HER[name]) for name in typed)


@pytest.mark.parametrize("names", [("bust_girth",), ("hip_girth",), GIRTHS])
def test_half_a_girth_is_named_as_that(names: tuple[str, ...]) -> None:
    finding = only(findings({**HER, **{name: HER[name] / 2 for name in names}}, "cm"))

    assert finding.slip == "half"
    assert set(finding.names) == set(names)
    assert "measured flat" in finding.message


def test_a_waist_that_may_be_in_inches_or_halved_is_offered_as_both() -> None:
    finding = only(findings({**HER, "waist_girth": 330.0}, "cm"))  # 838 or 660 mm round

    assert finding.other is not None
    assert {finding.slip, finding.other.slip} == {"inches", "half"}
    assert " or like " in finding.message
    assert finding.corrected != finding.other.corrected


@pytest.mark.parametrize(
    ("system", "slip", "name", "typed"),
    [
        ("cm", "pounds", "body_mass_kg", 62.0 / 0.45359237),
        ("in", "kilograms", "body_mass_kg", 62.0 * 0.45359237),
        ("cm", "stone", "body_mass_kg", 62.0 / 6.35029318),
        ("cm", "millimetres", "waist_girth", 7400.0),
        ("cm", "metres", "height", 16.5),
        ("cm", "feet", "height", 1650 / 30.48),
        ("in", "centimetres", "hip_girth", 990 * 2.54),
    ],
)
def test_other_units_are_named(system: str, slip: str, name: str, typed: float) -> None:
    finding = only(findings({**HER, name: typed}, system))  # type: ignore[arg-type]  # a parameter

    assert (finding.slip, finding.names) == (slip, (name,))
    assert finding.corrected[name] == pytest.approx(HER[name])


@pytest.mark.parametrize(
    ("one", "other"), [("waist_girth", "hip_girth"), ("bust_girth", "underbust_girth")]
)
def test_two_fields_swapped_are_put_back_at_a_tap(one: str, other: str) -> None:
    right = {**HER, "underbust_girth": 775.0}
    finding = only(findings({**right, one: right[other], other: right[one]}, "cm"))

    assert finding.kind == "swap"
    assert finding.corrected == {one: right[one], other: right[other]}
    assert "swapped" in finding.message


def test_what_does_not_go_together_is_said_with_both_named() -> None:
    finding = findings({**HER, "waist_girth": 570.0}, "cm")[0]

    assert finding.kind == "together"
    assert "waist_girth" in finding.names
    assert len(finding.names) == 2
    assert "Waist 57 cm and " in finding.message
    assert "keep it" in finding.message
    assert not finding.corrected


def test_a_key_holds_no_measurement() -> None:
    keys = [finding.key for finding in findings({**HER, "waist_girth": 570.0}, "cm")]

    assert keys
    assert "57" not in "".join(keys)


def test_inches_are_spoken_of_in_inches() -> None:
    finding = only(findings({**HER, "waist_girth": HER["waist_girth"] * 2.54}, "in"))
    assert finding.slip == "centimetres"
    assert "29.1 in" in finding.answer


def test_hardly_any_woman_who_made_no_slip_is_asked() -> None:
    women = synthetic_women(100, seed=21)
    asked = sum(bool(findings({name: w[name] for name in FIVE}, "cm")) for w in women)
    assert asked <= 0.02 * len(women)


def test_larger_taller_and_shorter_women_are_not_flagged_for_being_so() -> None:
    women = larger_women(100, seed=22)
    asked = [w for w in women if findings({name: w[name] for name in FIVE}, "cm")]
    assert len(asked) <= 0.02 * len(women)
    for height in (1420.0, 1900.0):
        scaled = {name: HER[name] * height / HER["height"] for name in (*GIRTHS, "height")}
        assert findings(scaled, "cm") == []


def test_a_larger_womans_slips_are_found_too() -> None:
    for woman in larger_women(10, seed=23):
        given = {name: woman[name] for name in FIVE}
        first = findings({**given, "hip_girth": given["hip_girth"] / 2.54}, "cm")[0]
        assert (first.slip, first.names) == ("inches", ("hip_girth",))


def test_a_whole_body_is_looked_through() -> None:
    [woman] = synthetic_women(1, seed=24)
    assert findings(woman, "cm") == []
    swapped = {**woman, "thigh_girth": woman["knee_girth"], "knee_girth": woman["thigh_girth"]}
    assert {"thigh_girth", "knee_girth"} == set(only(findings(swapped, "cm")).names)
