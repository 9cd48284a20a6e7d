"""What the overview says of a body: what was given and how, and what is estimated from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from measurements.beyond_survey import MAY_BE_NOTHING
from measurements.definitions import DEFINITIONS, REGIONS, Definition
from measurements.keeping import Kept
from measurements.looking import Question, questions
from measurements.steps import STEPS
from measurements.units import System, amount, suffix, written

TAKEN: Final = {"size": "taken from a size", "garment": "from a garment that fits"}
TWICE: Final = "measured twice"


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement as she reads it: how it was taken where not by one reading of hers, its error where
    nobody measured it, and what is to be asked about it."""

    definition: Definition
    value: str
    how: str = ""
    error: str = ""
    questions: Sequence[Question] = ()
    measured: bool = False


def as_read(value: float, definition: Definition, system: System) -> str:
    """A value with its unit as she reads it: "92.5 cm", "36 1/4 in"."""
    mark = suffix(definition.unit, system)
    text = written(value, definition.unit, system)
    return text + mark if mark == "°" else f"{text} {mark}"


def entered_lines(kept: Kept) -> list[Line]:
    """What was given, in the order in which it is asked for."""
    asked = questions(kept.measured, kept.unit, kept.seen)
    lines = []
    for name in STEPS:
        if name not in kept.values:
            continue
        definition, how = DEFINITIONS[name], kept.how.get(name)
        lines.append(
            Line(
                definition,
                as_read(kept.values[name], definition, kept.unit),
                TAKEN[how["way"]] if how else TWICE if name in kept.readings else "",
                amount(how["error"], definition.unit, kept.unit) if how else "",
                [question for question in asked if question.finding.names[0] == name],
                how is None,
            )
        )
    return lines


def estimated_groups(kept: Kept) -> list[tuple[str, list[Line]]]:
    """What is estimated, from head to foot; nothing before the four are there."""
    return [
        (title, lines)
        for region, title in REGIONS.items()
        if (lines := list(_estimated(kept, region)))
    ]


def _estimated(kept: Kept, region: str) -> Iterator[Line]:
    body = kept.body
    for name, definition in DEFINITIONS.items():
        if name in kept.values or name in MAY_BE_NOTHING:  # a heel is chosen, not hers by nature
            continue
        if body and definition.region == region and name in body:
            yield Line(
                definition,
                amount(body[name], definition.unit, kept.unit),
                error=amount(body.errors[name], definition.unit, kept.unit),
            )
