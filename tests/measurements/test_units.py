from __future__ import annotations

import pytest

from measurements.units import System, amount, read, shown


@pytest.mark.parametrize(
    ("text", "system", "mm"),
    [
        ("92.5", "cm", 925.0),
        ("92,5", "cm", 925.0),
        (" 92 cm ", "cm", 920.0),
        ("36", "in", 914.4),
        ("36 1/2", "in", 927.1),
        ("36½", "in", 927.1),
        ('36.5"', "cm", 927.1),
        ("920mm", "in", 920.0),
        ("1.65 m", "cm", 1650.0),
        ("5'4\"", "in", 1625.6),
        ("5 4", "in", 1625.6),
        ("5 11 1/2", "cm", 1816.1),
        ("5 1/2", "in", 139.7),
        ("5 ft 4 in", "cm", 1625.6),
        ("5'", "in", 1524.0),
        ("9,000", "cm", 90000.0),
        ("-5", "cm", -50.0),
        ("−5", "cm", -50.0),
    ],
)
def test_lengths_are_read_as_people_write_them(text: str, system: System, mm: float) -> None:
    assert read(text, "mm", system) == pytest.approx(mm)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "ninety",
        "9o",
        "12 13",
        "1/0",
        "--5",
        "92 kg",
        "1e3",
        "nan",
        "inf",
        "∞",
        "9" * 400,
        "9" * 400 + "/1",
        "9" * 400 + " ft",
    ],
)
def test_what_is_no_length_is_not_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whatever float and int say)
        read(text, "mm", "cm")


def test_weight_and_slope_have_their_own_units() -> None:
    assert read("140", "kg", "in") == pytest.approx(63.5, abs=0.01)
    assert read("63,5 kg", "kg", "in") == 63.5
    assert read("21°", "degrees", "in") == 21
    assert amount(63.5, "kg", "in", 0) == "140 lb"
    assert amount(21.2, "degrees", "cm") == "21.2°"


def test_shown_and_read_again_is_the_same() -> None:
    for mm in range(100, 2000, 7):
        for system in ("cm", "in"):
            assert read(shown(mm, "mm", system), "mm", system) == pytest.approx(mm, abs=0.13)
    assert shown(1650, "mm", "cm") == "165"
    assert shown(1000, "mm", "cm") == "100"
