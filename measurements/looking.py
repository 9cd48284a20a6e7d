"""What to ask her about what she entered, and what she has looked at already. Knows no Django.

    questions(values, "cm", seen)             -> list[Question], slips first
    offered(asked, "unit:inches:height")      -> the finding of that key, also where it is another's `other`
    looked_at(finding, values)                -> what is kept of one that she has looked at: {key: values}

`seen` holds, by a finding's key, every value that stood there when she said "it is so": a value that has
changed since is asked about anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from measurements.asking import crossed, in_range
from measurements.definitions import DEFINITIONS
from measurements.slips import Finding, findings
from measurements.units import System

Seen = Mapping[str, Mapping[str, float]]

_SAME: Final = 0.05  # mm: nearer than this, two are the same value


@dataclass(frozen=True, slots=True)
class Question:
    """A finding, and whether she may say that it is so: not of what nobody can draft for."""

    finding: Finding
    may_stay: bool


def questions(
    values: Mapping[str, float],
    system: System,
    seen: Seen,
    about: Collection[str] | None = None,
) -> list[Question]:
    """What is to be asked about `values` (mm, degrees, kg, as read: of whatever size), less what she has
    looked at. Of `about` alone, where it is given."""
    given = {name: value for name, value in values.items() if isfinite(value) and value > 0}
    return [
        Question(finding, all(in_range(DEFINITIONS[n], given[n]) for n in finding.names))
        for finding in _one_each(given, system)
        if (about is None or set(about) & set(finding.names))
        and not _was_seen(finding, given, seen)
    ]


def _one_each(given: Mapping[str, float], system: System) -> list[Finding]:
    """The findings that speak of what she entered. One about values that an earlier one has put right waits
    until that is answered; a correction to what nobody can draft for helps nobody."""
    asked: list[Finding] = []
    touched: set[str] = set()
    for finding in findings(given, system):
        helps = all(in_range(DEFINITIONS[n], v) for n, v in finding.corrected.items())
        if helps and not touched & set(finding.names):
            asked.append(finding)
        if finding.corrected:
            touched |= set(finding.names)
    named = {name for finding in asked for name in finding.names}
    return asked + [
        Finding("together", fault.names, f"{fault.message} If it is so, keep it.")
        for fault in crossed(given, system)
        if not named & set(fault.names)
    ]


def offered(asked: Sequence[Question], key: str) -> Finding | None:
    """The finding of that key among what is asked; None when it is not (any more) there."""
    both = [f for question in asked for f in (question.finding, question.finding.other) if f]
    return next((finding for finding in both if finding.key == key), None)


def looked_at(finding: Finding, values: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """What is kept of a finding that she says is so."""
    return {finding.key: dict(values)}


def still_true(seen: Seen, values: Mapping[str, float]) -> Seen:
    """Those of `seen` whose own values are still what they were."""
    return {
        key: then
        for key, then in seen.items()
        if all(_same(then.get(name), values.get(name)) for name in _names_in(key))
    }


def _was_seen(finding: Finding, values: Mapping[str, float], seen: Seen) -> bool:
    """Whether she has looked at it, or at the same value when another stood out most beside it."""
    for key, then in seen.items():
        strange = finding.names[0] == _names_in(key)[0] and not finding.corrected
        if (key == finding.key or strange) and all(
            _same(then.get(name), values[name]) for name in finding.names
        ):
            return True
    return False


def _names_in(key: str) -> list[str]:
    return key.split(":")[2:]


def _same(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) < _SAME
