"""From a form, or from a kept design, to the choices of a template, and what is wrong in words.

Choices are in the template's own units: lengths in mm, angles in degrees. A form is filled in cm,
as a woman holds the tape: whatever comes as text is read as cm where the option is in mm, or in the
unit that she writes behind it ("23 1/2 in"). Knows no Django.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from measurements.units import read
from patterns.engine import BadChoice, settle
from patterns.specs import OptionSpec, Setting, TemplateSpec

NOT_OPTIONS = frozenset({"wear", "csrfmiddlewaretoken"})
"""Form fields beside a template's options; so are all with a hyphen, which no option's name can have."""

ON = frozenset({"on", "true", "1", "yes"})
OFF = frozenset({"", "off", "false", "0", "no"})
UNIT_SIGNS = {"mm": "cm", "degrees": "°"}
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was chosen, as far as it holds.

    `choices`: every option that is offered, valid, to draft and price. `set_aside`: valid values of
    options that are not offered beside the others, remembered for when they are again.
    `written`: what each field shows, the buyer's own words where they could not be read.
    `errors`: a sentence by option name ("" for the design as a whole).
    """

    choices: Mapping[str, Setting]
    set_aside: Mapping[str, Setting]
    written: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def kept(self) -> dict[str, Setting]:
        """What a design remembers."""
        return {**self.set_aside, **self.choices}


class _Wrong(Exception):  # noqa: N818 - it is the value that is wrong
    """A value that an option does not take, in words."""


def read_form(
    spec: TemplateSpec, data: Mapping[str, str], kept: Mapping[str, Setting] | None = None
) -> Reading:
    """What a form says. A field that is not in it keeps its value in `kept`, or else its default.

    An unticked toggle is not in a form at all, so a form that says anything says toggles too.
    """
    given: dict[str, Setting] = dict(kept or {})
    for option in spec.options:
        if option.name in data:
            given[option.name] = data[option.name]
        elif option.kind == "toggle" and data:
            given[option.name] = False
    unknown = [
        name
        for name in data
        if name not in NOT_OPTIONS and "-" not in name and spec.option(name) is None
    ]
    return _read(spec, given, unknown)


def read_kept(spec: TemplateSpec, kept: Mapping[str, Setting]) -> Reading:
    """What a design that was kept says, where the template may have changed since."""
    return _read(spec, kept, [name for name in kept if spec.option(name) is None])


def _read(spec: TemplateSpec, given: Mapping[str, Setting], unknown: Iterable[str]) -> Reading:
    values: dict[str, Setting] = {}
    written: dict[str, str] = {}
    errors: dict[str, str] = {}
    for option in spec.options:
        value = given.get(option.name, option.default)
        try:
            values[option.name] = _value(option, value)
            written[option.name] = in_field(option, values[option.name])
        except _Wrong as wrong:
            errors[option.name] = str(wrong)
            values[option.name] = option.default
            written[option.name] = value[:40] if isinstance(value, str) else in_field(option, value)
    errors |= _together(spec, values)
    choices = {o.name: values[o.name] for o in spec.offered(values)}
    # What is wrong with an option that is not offered concerns nobody now.
    errors = {name: sentence for name, sentence in errors.items() if name in choices}
    names = [f"“{name[:40].replace('_', ' ')}”" for name in unknown]
    if names:
        errors[""] = (
            f"{spec.name} does not offer {_listed(names)}. Everything else is as you chose it."
        )
    aside = {name: value for name, value in values.items() if name not in choices and name in given}
    return Reading(choices, aside, written, errors)


def _together(spec: TemplateSpec, values: dict[str, Setting]) -> dict[str, str]:
    """What does not go with the rest, a sentence by option; `values` then hold its default, so that the
    others are drawn all the same."""
    errors: dict[str, str] = {}
    while True:
        try:
            settle(spec, {option.name: values[option.name] for option in spec.offered(values)})
        except BadChoice as bad:
            option = spec.option(bad.option)
            errors[bad.option if option else ""] = bad.message
            if option is None or values[option.name] == option.default:
                return errors  # the template itself: nothing that she could change
            values[option.name] = option.default
        else:
            return errors


def _value(option: OptionSpec, given: Setting) -> Setting:
    """The value of an option, or _Wrong. Text is as a buyer writes it: a length in cm."""
    if option.kind == "choice":
        if given not in option.values:
            said = str(given)[:40]
            labels = _listed([choice.label for choice in option.choices], "or")
            raise _Wrong(f"{option.label}: “{said}” is not offered. Please choose {labels}.")
        return given
    if option.kind == "toggle":
        if isinstance(given, bool):
            return given
        said = str(given).strip().lower()
        if said in ON | OFF:
            return said in ON
        raise _Wrong(f"{option.label} is either yes or no.")
    number = _number(option, given) if isinstance(given, str) else float(given)
    if not option.min <= number <= option.max:
        between = f"between {bare(option, option.min)} and {shown(option, option.max)}"
        raise _Wrong(f"{option.label} can be {between}, not {shown(option, number)}.")
    return round(number, 1)


def _number(option: OptionSpec, text: str) -> float:
    between = f"between {bare(option, option.min)} and {shown(option, option.max)}"
    if not text.strip():
        raise _Wrong(f"Please give a number {between}.")
    try:
        return read(text, "mm" if option.unit == "mm" else "degrees", "cm")
    except ValueError:
        sentence = f"“{text.strip()[:40]}” is not a number. Please give one {between}."
        raise _Wrong(sentence) from None


def in_field(option: OptionSpec, value: Setting) -> str:
    """A value as its form field has it: a length in cm."""
    if option.kind == "range" and not isinstance(value, str):
        return bare(option, float(value))
    if isinstance(value, bool):
        return "on" if value else ""
    return str(value)


def bare(option: OptionSpec, number: float) -> str:
    """A number in the buyer's unit, without its sign: 585 mm is "58.5"."""
    return f"{number / 10 if option.unit == 'mm' else number:.2f}".rstrip("0").rstrip(".")


def shown(option: OptionSpec, number: float) -> str:
    """A number in the buyer's unit, with its sign: "58.5 cm", "8°"."""
    sign = UNIT_SIGNS.get(option.unit, option.unit)
    space = "" if sign == "°" else "\N{NO-BREAK SPACE}"
    return f"{bare(option, number).replace('-', MINUS)}{space}{sign}"


def why_not_offered(spec: TemplateSpec, option: OptionSpec, values: Mapping[str, Setting]) -> str:
    """Beside which choices an option would be offered: "Goes with Neckline V or Scoop."."""
    parts = []
    for name, allowed in option.when.items():
        other = spec.option(name)
        if other is None or values.get(name) in allowed:
            continue
        if other.kind == "toggle":
            parts.append(other.label.lower() if True in allowed else f"no {other.label.lower()}")
            continue
        labels = [choice.label for choice in other.choices if choice.value in allowed]
        parts.append(f"{other.label.lower()} {_listed(labels, 'or')}")
    return f"Goes with {_listed(parts)}." if parts else ""


def _listed(words: list[str], last: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
