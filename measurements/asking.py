"""What is wrong with a measurement, said in a sentence. Knows no Django.

Hard: what no body can do, or what lies far outside anything we can draft. All else is asked about
(measurements/looking.py) and may be kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from measurements.charts import STOCK_BODY
from measurements.definitions import DEFINITIONS, Definition
from measurements.units import SYSTEM_NAMES, System, amount, shown, suffix

# (less, more): not one of 2,097 surveyed women has it otherwise. They were fit adults: asked, never refused.
CROSSED: Final = (
    ("waist_girth", "bust_girth"),
    ("waist_girth", "hip_girth"),
    ("underbust_girth", "bust_girth"),
    ("knee_girth", "thigh_girth"),
)
# (less, more): no body can have it otherwise.
IMPOSSIBLE: Final = (
    ("knee_height", "inside_leg_length"),
    ("inside_leg_length", "waist_height"),
    ("hip_height", "waist_height"),
    ("waist_height", "height"),
    ("back_neck_height", "height"),
    ("back_crotch_length", "total_crotch_length"),
)

OTHER: Final[Mapping[System, System]] = {"cm": "in", "in": "cm"}
_PER_WRITTEN: Final[Mapping[System, float]] = {"cm": 10.0, "in": 25.4}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one measurement, or with two; `other_unit` when the other unit would put it
    right."""

    name: str
    message: str
    other_unit: bool = False
    beside: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, self.beside) if self.beside else (self.name,)


def in_range(definition: Definition, value: float) -> bool:
    return definition.lowest <= value <= definition.highest


def missing(definition: Definition, system: System) -> Fault:
    """No value where one is needed."""
    mark = SYSTEM_NAMES[system]
    return Fault(
        definition.name, f"Please give your {_lower(definition)} in {mark}: all else starts there."
    )


def unreadable(definition: Definition, text: str, system: System) -> Fault:
    """`text` is no number."""
    example = str(round(float(shown(STOCK_BODY[definition.name], definition.unit, system))))
    shortened = text if len(text) <= 20 else text[:19] + "…"
    return Fault(
        definition.name,
        f"“{shortened}” is not a number. Write it in figures, such as {example}.",
    )


def out_of_range(definition: Definition, value: float, system: System) -> Fault | None:
    """Why `value` (mm, kg, degrees) cannot be, with the likeliest slip; None where it can."""
    if in_range(definition, value):
        return None
    name, unit = definition.name, definition.unit
    said = amount(value, unit, system, 2)
    if value < 0:
        return Fault(name, f"{said}? A measurement cannot be less than nothing.")
    if value == 0:
        return Fault(name, f"A {_lower(definition)} of nothing cannot be right.")
    question = f"{_grouped(value, definition, system)} {_where(definition)}?"
    if unit == "mm":
        written = value / _PER_WRITTEN[system]
        other = OTHER[system]
        if in_range(definition, written * _PER_WRITTEN[other]):
            names = SYSTEM_NAMES[other]
            return Fault(name, f"{question} If you measured in {names}, choose {names}.", True)
        if in_range(definition, written):
            right = shown(written, unit, system)
            return Fault(name, f"{question} If that is in millimetres, write {right}.")
        if name == "height" and in_range(definition, written * 1000):
            right = shown(written * 1000, unit, system)
            return Fault(name, f"{question} If that is in metres, write {right}.")
        if name.endswith("_girth") and in_range(definition, value * 2):
            return Fault(name, f"{question} If that is half of it, we need all the way round.")
    low, high = (shown(v, unit, system) for v in (definition.lowest, definition.highest))
    mark = suffix(unit, system)
    return Fault(name, f"{question} We can work with {low} to {high} {mark}. Please check it.")


def contradictions(values: Mapping[str, float], system: System) -> Iterator[Fault]:
    """Pairs of `values` that no body can have; each is said once, beside the smaller."""
    return _reversed(IMPOSSIBLE, values, system, "One of the two cannot be right: please")


def crossed(values: Mapping[str, float], system: System) -> Iterator[Fault]:
    """Pairs of `values` that hardly any body has; each is said once, beside the smaller."""
    return _reversed(CROSSED, values, system, "That is seldom so: please")


def _reversed(
    pairs: Sequence[tuple[str, str]], values: Mapping[str, float], system: System, please: str
) -> Iterator[Fault]:
    for less, more in pairs:
        if less in values and more in values and values[less] >= values[more]:
            small, large = DEFINITIONS[less], DEFINITIONS[more]
            yield Fault(
                less,
                f"{small.label} {amount(values[less], small.unit, system)} is not less than "
                f"{_lower(large)} {amount(values[more], large.unit, system)}. "
                f"{please} measure both again.",
                beside=more,
            )


def _lower(definition: Definition) -> str:
    return definition.label[0].lower() + definition.label[1:]


def _where(definition: Definition) -> str:
    label = _lower(definition)
    if definition.name == "height":
        return "tall"
    if definition.name.endswith("_girth"):
        return label if label.startswith("round ") else f"round the {label}"
    return f"for “{label}”"


def _grouped(value: float, definition: Definition, system: System) -> str:
    """The value as she may have written it, thousands parted: "9,000 cm"."""
    mark = suffix(definition.unit, system)
    number = float(shown(value, definition.unit, system))
    return f"{number:,.2f}".rstrip("0").rstrip(".") + (mark if mark == "°" else f" {mark}")
