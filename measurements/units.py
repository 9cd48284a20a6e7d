"""Centimetres and inches: a value as she writes it, and as we show it. Knows no Django.

A `System` is what her tape says: "cm" (with kg) or "in" (with lb). Values are kept in mm, degrees
and kg whatever she chose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import gcd, isfinite
from typing import Final, Literal

from measurements.definitions import Unit

System = Literal["cm", "in"]
SYSTEMS: Final[tuple[System, ...]] = ("cm", "in")
SYSTEM_NAMES: Final[Mapping[System, str]] = {"cm": "centimetres", "in": "inches"}

_SUFFIX: Final[Mapping[tuple[Unit, System], str]] = {
    ("mm", "cm"): "cm",
    ("mm", "in"): "in",
    ("kg", "cm"): "kg",
    ("kg", "in"): "lb",
    ("degrees", "cm"): "°",
    ("degrees", "in"): "°",
}
# How many of the kept unit (mm, kg, degrees) one of the written unit is.
_FACTOR: Final[Mapping[str, float]] = {
    "mm": 1.0,
    "cm": 10.0,
    "m": 1000.0,
    "in": 25.4,
    "kg": 1.0,
    "lb": 0.45359237,
    "°": 1.0,
}
_SPELLINGS: Final[Mapping[str, str]] = {
    '"': "in",
    "″": "in",
    "”": "in",
    "inch": "in",
    "inches": "in",
    "lbs": "lb",
    "deg": "°",
    "degrees": "°",
}
_FRACTIONS: Final[Mapping[str, str]] = {
    "¼": " 1/4",
    "½": " 1/2",
    "¾": " 3/4",
    "⅛": " 1/8",
    "⅜": " 3/8",
    "⅝": " 5/8",
    "⅞": " 7/8",
}
_THOUSANDS = re.compile(r"^[-+]?[1-9]\d{0,2}(?:,\d{3})+$")
_DECIMAL = re.compile(r"^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$")
_MIXED = re.compile(r"^(?:(\d+)\s+)?(\d+)\s*/\s*(\d+)$")
_FEET = re.compile(r"^(\d+)\s*(?:'|’|′|ft|feet|foot)\s*(.*)$")
_FEET_APART = re.compile(r"^([4-6])\s+((?:1[01]|\d)(?:\s+\d/\d)?)$")
"""A height as a form's two boxes would have it, "5 4": between the least and the greatest of women's."""
_WITH_UNIT = re.compile(r"^(.*?)\s*([a-z°\"″”]+)$")


def suffix(unit: Unit, system: System) -> str:
    """What stands behind a value of `unit`: cm, in, kg, lb or °."""
    return _SUFFIX[unit, system]


def shown(value: float, unit: Unit, system: System) -> str:
    """`value` (mm, kg, degrees) as a plain number of her system, two decimals at most."""
    text = f"{value / _FACTOR[_SUFFIX[unit, system]]:.2f}"
    return text.rstrip("0").rstrip(".")


def written(value: float, unit: Unit, system: System) -> str:
    """`value` as it stands in a field of hers: as `shown`, but inches in quarters, "36 1/4", or in
    eighths where it is one exactly."""
    if unit != "mm" or system != "in":
        return shown(value, unit, system)
    eighths = value / 25.4 * 8
    whole = round(eighths) if abs(eighths - round(eighths)) < 0.01 else 2 * round(eighths / 2)
    inches, part = divmod(whole, 8)
    if not part:
        return str(inches)
    below = 8 // gcd(part, 8)
    fraction = f"{part * below // 8}/{below}"
    return f"{inches} {fraction}" if inches else fraction


def amount(value: float, unit: Unit, system: System, decimals: int = 1) -> str:
    """`value` with its unit, to read: "92.5 cm", "36.4 in", "21°"."""
    mark = _SUFFIX[unit, system]
    text = f"{value / _FACTOR[mark]:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + mark if mark == "°" else f"{text} {mark}"


def read(text: str, unit: Unit, system: System) -> float:
    """What she wrote, in mm, kg or degrees.

    Takes a decimal comma, "36 1/2", "36½", 5'4", "5 4" and a unit written behind the number, which then
    counts in place of `system`. A comma before just three digits parts thousands: nobody writes
    hundredths of a millimetre. Raises ValueError when there is no number in it, or none that could be
    reckoned with.
    """
    try:
        number = _read(text, unit, system)
    except OverflowError:
        raise ValueError(text) from None
    if not isfinite(number):
        raise ValueError(text)
    return number


def _read(text: str, unit: Unit, system: System) -> float:
    written = text.strip().lower().replace("−", "-")
    for sign, fraction in _FRACTIONS.items():
        written = written.replace(sign, fraction)
    mark = _SUFFIX[unit, system]
    if unit == "mm" and (feet := _FEET.match(written) or _FEET_APART.match(written)):
        inches = feet[2].strip().rstrip('"″”').removesuffix("inches").removesuffix("in").strip()
        return int(feet[1]) * 304.8 + (_number(inches) * 25.4 if inches else 0.0)
    if found := _WITH_UNIT.match(written):
        named = _SPELLINGS.get(found[2], found[2])
        if named not in _FACTOR or not _same_kind(named, unit):
            raise ValueError(text)
        written, mark = found[1], named
    return _number(written) * _FACTOR[mark]


def _same_kind(mark: str, unit: Unit) -> bool:
    return {"kg": "kg", "lb": "kg", "°": "degrees"}.get(mark, "mm") == unit


def _number(text: str) -> float:
    text = text.strip()
    if mixed := _MIXED.match(text):
        if not int(mixed[3]):
            raise ValueError(text)
        return int(mixed[1] or 0) + int(mixed[2]) / int(mixed[3])
    if _THOUSANDS.match(text):
        return float(text.replace(",", ""))
    if _DECIMAL.match(text):
        return float(text.replace(",", "."))
    raise ValueError(text)
