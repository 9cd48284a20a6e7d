"""The order in which measurements are asked for, one at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from measurements.definitions import DEFINITIONS, REGIONS, REQUIRED
from measurements.laying_out import WORTH_TAKING

_FIRST: Final = (*REQUIRED, "body_mass_kg", *WORTH_TAKING)
STEPS: Final = (
    *_FIRST,
    *(
        name
        for region in REGIONS
        for name, definition in DEFINITIONS.items()
        if definition.region == region and name not in _FIRST
    ),
)
"""The four that are needed, her weight, those most worth taking, and then from head to foot."""


def before(name: str) -> str:
    """The step before; empty at the first."""
    at = STEPS.index(name)
    return STEPS[at - 1] if at else ""


def after(name: str) -> str:
    """The step after; empty at the last."""
    at = STEPS.index(name)
    return STEPS[at + 1] if at + 1 < len(STEPS) else ""


def place_of(place: str, measured: Collection[str]) -> str:
    """Where she goes on: where she left off, else at the first that she has not measured."""
    if place in STEPS:
        return place
    return next((name for name in STEPS if name not in measured), STEPS[0])


def progress(name: str, measured: Collection[str]) -> str:
    """How far she is, in words."""
    if left := [n for n in REQUIRED if n not in measured]:
        after_this = len([n for n in left if n != name])
        if name not in left:
            return f"{_many(after_this, 'of the four')} still to come."
        if not after_this:
            return "The last of the four: with it we can draft for you."
        return f"One of the four that are needed; {_many(after_this, 'more').lower()} after it."
    if name in REQUIRED:
        return "One of the four that are needed. You have them all."
    if name in _FIRST:
        rest: Sequence[str] = [n for n in _FIRST if n not in measured and n != name]
        if not rest:
            return "The last of those most worth taking."
        return f"You have the four. {_many(len(rest), 'more')} worth taking after this one."
    return f"Number {STEPS.index(name) + 1} of {len(STEPS)}. You may stop whenever you like."


def _many(count: int, what: str) -> str:
    words = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    word = words[count] if count < len(words) else str(count)
    return f"{word} {what}"
