"""From a form, or from a kept design, to the choices of a template, and what is wrong in words.

Choices are in the template's own units: lengths in mm, angles in degrees. A form is filled in cm,
as a woman holds the tape: whatever comes as text is read as cm where the option is in mm, or in the
unit that she writes behind it ("23 1/2 in"). Knows no Django.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

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
    `proposals`: where the template has changed since the design was kept, a sentence by option name
    that says what is no longer offered and what was taken for it. `left`: what was chosen there,
    remembered till she chooses again.
    """

    choices: Mapping[str, Setting]
    set_aside: Mapping[str, Setting]
    written: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    proposals: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, Setting] = field(default_factory=dict)

    @property
    def shown(self) -> dict[str, Setting]:
        """A value of every option that has one, offered or set aside."""
        return {**self.set_aside, **self.choices}

    @property
    def kept(self) -> dict[str, Setting]:
        """What a design remembers."""
        return {**self.shown, **self.left}


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
    before = kept or {}
    left = {name: before[name] for name in unknown if name in before}
    return _read(spec, given, before, left, [name for name in unknown if name not in left])


def read_kept(spec: TemplateSpec, kept: Mapping[str, Setting]) -> Reading:
    """What a design that was kept says. What its template no longer offers is no error of hers: the
    nearest is taken, and said in `proposals`."""
    gone = {name: value for name, value in kept.items() if spec.option(name) is None}
    reading = _read(spec, kept, kept, gone, ())
    proposals, written, left = dict(reading.proposals), dict(reading.written), dict(reading.left)
    for option in spec.options:
        if option.name in reading.errors:  # it no longer goes with the rest
            left |= {option.name: kept[option.name]} if option.name in kept else {}
            taken = reading.choices[option.name]
            written[option.name] = in_field(option, taken)
            sentence = f"{reading.errors[option.name]} {_label(option, taken)} is taken for it."
            proposals[option.name] = sentence
    errors = {name: said for name, said in reading.errors.items() if spec.option(name) is None}
    return replace(reading, written=written, errors=errors, proposals=proposals, left=left)


def _read(
    spec: TemplateSpec,
    given: Mapping[str, Setting],
    before: Mapping[str, Setting],
    left: Mapping[str, Setting],
    unknown: Sequence[str],
) -> Reading:
    """`before` is what was kept: what she left as it was cannot be her mistake. `left` are values kept
    of options that are no more, `unknown` names that no design of hers had."""
    values: dict[str, Setting] = {}
    written: dict[str, str] = {}
    errors: dict[str, str] = {}
    proposals: dict[str, str] = {}
    left = dict(left)
    for option in spec.options:
        value = given.get(option.name, option.default)
        try:
            values[option.name] = _value(option, value)
            written[option.name] = in_field(option, values[option.name])
        except _Wrong as wrong:
            if _untouched(option, value, before):
                left[option.name] = before[option.name]
                values[option.name], proposals[option.name] = _nearest(option, before[option.name])
                written[option.name] = in_field(option, values[option.name])
                continue
            errors[option.name] = str(wrong)
            values[option.name] = option.default
            written[option.name] = value[:40] if isinstance(value, str) else in_field(option, value)
    errors |= _together(spec, values)
    choices = {o.name: values[o.name] for o in spec.offered(values)}
    # What is said of an option that is not offered concerns nobody now.
    errors = {name: sentence for name, sentence in errors.items() if name in choices}
    proposals = {name: sentence for name, sentence in proposals.items() if name in choices}
    if gone := [name for name in left if spec.option(name) is None]:
        proposals[""] = (
            f"{_names(gone)} {'is' if len(gone) == 1 else 'are'} not offered any more and left out. "
            "Everything else is as you chose it."
        )
    if unknown:
        errors[""] = (
            f"{spec.name} does not offer {_names(unknown)}. Everything else is as you chose it."
        )
    aside = {name: value for name, value in values.items() if name not in choices and name in given}
    return Reading(choices, aside, written, errors, proposals, left)


def _untouched(option: OptionSpec, value: Setting, before: Mapping[str, Setting]) -> bool:
    """Whether a value is the one that was kept, from a form or as it was."""
    if option.name not in before:
        return False
    return value in (before[option.name], in_field(option, before[option.name]))


def _nearest(option: OptionSpec, old: Setting) -> tuple[Setting, str]:
    """What comes nearest to a value that an option no longer takes, and a sentence that says so: the
    nearer end of a range, the choice with the most similar name, or else the default."""
    near = option.default
    if option.kind == "range" and isinstance(old, int | float) and not isinstance(old, bool):
        near = round(min(max(float(old), option.min), option.max), 1)
        between = f"between {bare(option, option.min)} and {shown(option, option.max)}"
        was = f"{option.label} can be {between} now, not {shown(option, float(old))} any more"
        return near, f"{was}: {shown(option, near)} is taken for it."
    if option.kind == "choice":
        near = next(iter(get_close_matches(str(old), option.values, 1)), near)
    was = f"{option.label}: “{str(old)[:40].replace('_', ' ')}” is not offered any more"
    return near, f"{was}. {_label(option, near)} is taken for it."


def _label(option: OptionSpec, value: Setting) -> str:
    if option.kind == "toggle":
        return "Yes" if value else "No"
    if option.kind == "range":
        return shown(option, float(value))
    return next((one.label for one in option.choices if one.value == value), str(value))


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


def _names(names: Sequence[str]) -> str:
    return _listed([f"“{name[:40].replace('_', ' ')}”" for name in names])


def _listed(words: list[str], last: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
