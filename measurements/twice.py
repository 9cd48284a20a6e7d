"""Measure twice: whose reading comes next, which value to go by, and what to tell of it. Knows no Django.

`so_far` holds the readings of each measurement, mm: the first is the value that was measured, and none is
there of one that nobody measured yet. Everything else follows from them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from measurements.definitions import DEFINITIONS
from measurements.readings import Settled, settle
from measurements.units import System, suffix, written

ALWAYS: Final = ("bust_girth", "waist_girth", "hip_girth")
ORDINALS: Final = ("First", "Second", "Third")

SoFar = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Told:
    """What came of measuring one twice, in a sentence."""

    name: str
    label: str
    value: str
    words: str


def names_asked(also: Iterable[str], begun: Iterable[str] = ()) -> tuple[str, ...]:
    """Bust, waist and hip, those that matter most to a design (`also`), and those that are `begun`."""
    lengths = (n for n in (*also, *begun) if n in DEFINITIONS and DEFINITIONS[n].unit == "mm")
    return tuple(dict.fromkeys((*ALWAYS, *lengths)))


def so_far(
    names: Iterable[str], measured: Mapping[str, float], readings: SoFar
) -> dict[str, list[float]]:
    """The readings there are of `names`."""
    return {
        name: list(readings.get(name) or ([measured[name]] if name in measured else []))
        for name in names
    }


def wants_another(name: str, there: SoFar) -> bool:
    """Whether one more reading of it is wanted: up to two, and a third where those disagree."""
    return len(there[name]) < 2 or _settled(name, there).third


def next_one(there: SoFar, skipped: Collection[str] = ()) -> str:
    """Whose reading comes next: all that lack a first, then a second, then a third, so that no two
    readings of one follow each other; empty when no more is wanted."""
    wanted = [n for n in there if n not in skipped and wants_another(n, there)]
    return min(wanted, key=lambda name: len(there[name]), default="")


def values_to_go_by(there: SoFar) -> dict[str, float]:
    """By name, of those with a reading: the mean of two that agree, the middle one of three, else the first
    (mm)."""
    return {name: _value(name, there) for name, readings in there.items() if readings}


def told(there: SoFar, system: System) -> list[Told]:
    """What came of each, as she reads it."""
    return [_told(name, there, system) for name in there]


def _told(name: str, there: SoFar, system: System) -> Told:
    label, readings = DEFINITIONS[name].label, there[name]
    said = [_said(value, system) for value in readings]
    if not readings:
        return Told(name, label, "", "Not measured yet.")
    taken = _said(_value(name, there), system)
    settled = _settled(name, there)
    if len(readings) == 1:
        words = "Measured once."
    elif settled.third:
        words = (
            f"{said[0]} and {said[1]} lie too far apart. A third reading will settle it; "
            "until then we go by the first."
        )
    elif settled.difference > settled.allowed:
        words = (
            f"{said[0]} and {said[1]} lay too far apart, and the third was {said[2]}. "
            "We take the one in the middle."
        )
    elif said[0] == said[1]:
        words = "Both readings are the same."
    else:
        words = f"{said[0]} and {said[1]} agree. We take what lies half-way between."
    return Told(name, label, taken, words)


def _value(name: str, there: SoFar) -> float:
    settled = _settled(name, there)
    if len(there[name]) == 1 or settled.third:
        return there[name][0]  # to the last digit: what she did not read again has not changed
    return round(settled.value, 2)


def _settled(name: str, there: SoFar) -> Settled:
    pairs = {n: (r[0], r[1]) for n, r in there.items() if len(r) > 1}
    return settle(name, there[name], pairs)


def _said(value: float, system: System) -> str:
    return f"{written(value, 'mm', system)} {suffix('mm', system)}"
