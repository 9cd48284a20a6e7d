"""The measuring form: every measurement of the table, in the unit she has chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from measurements.asking import (
    OTHER,
    Fault,
    contradictions,
    in_range,
    missing,
    out_of_range,
    unreadable,
)
from measurements.definitions import DEFINITIONS, REQUIRED, Definition
from measurements.units import System, read, suffix, written

EXACT = "exact"
ALL = (*REQUIRED, *(name for name in DEFINITIONS if name not in REQUIRED))


class MeasurementField(forms.CharField):
    """One measurement: text in her unit, a number of mm, degrees or kg once cleaned."""

    def __init__(self, definition: Definition, system: System) -> None:
        self.definition = definition
        self.system = system
        super().__init__(
            label=definition.label,
            help_text=definition.how,
            required=definition.name in REQUIRED,
            max_length=40,
            widget=forms.TextInput(
                attrs={
                    # 5'4" needs the whole keyboard; all else is quickest on the keypad.
                    "inputmode": "text" if _in_feet(definition, system) else "decimal",
                    "autocomplete": "off",
                    "class": "measure-input",
                }
            ),
        )
        mark = suffix(definition.unit, system)
        self.widget.attrs["aria-label"] = (
            f"{definition.label}, {'degrees' if mark == '°' else mark}"
        )

    def clean(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            if self.required:
                raise _error(missing(self.definition, self.system))
            return None
        try:
            number = read(text, self.definition.unit, self.system)
        except ValueError:
            raise _error(unreadable(self.definition, text, self.system)) from None
        if fault := out_of_range(self.definition, number, self.system):
            raise _error(fault)
        return number


def _in_feet(definition: Definition, system: System) -> bool:
    return definition.name == "height" and system == "in"


def _error(fault: Fault) -> forms.ValidationError:
    return forms.ValidationError(fault.message, code="other_unit" if fault.other_unit else "wrong")


class MeasurementsForm(forms.Form):
    """Fields by the measurements' names; `values()` gives what was entered, in mm.

    A hidden field carries the exact values behind the numbers shown, so that what she does not
    touch comes back as it was, however often the unit is changed.
    """

    def __init__(
        self,
        *args: Any,
        system: System,
        names: Sequence[str] = ALL,
        required: Sequence[str] = REQUIRED,
        beside: Mapping[str, float] | None = None,
        **kwargs: Any,
    ) -> None:
        """`names` are the measurements asked for, those of `required` must be given. `beside` are
        measured already, and what is entered must not contradict them."""
        super().__init__(*args, **kwargs)
        self.system = system
        self.names = tuple(names)
        self.beside = {n: v for n, v in (beside or {}).items() if n not in names}
        for name in self.names:
            self.fields[name] = MeasurementField(DEFINITIONS[name], system)
            self.fields[name].required = name in required
        self.fields[EXACT] = forms.CharField(required=False, widget=forms.HiddenInput)

    @classmethod
    def showing(
        cls, values: Mapping[str, float], system: System, **kwargs: Any
    ) -> MeasurementsForm:
        """The form as it opens on `values` (mm, degrees, kg)."""
        texts = {n: written(v, DEFINITIONS[n].unit, system) for n, v in values.items()}
        return cls(initial={**texts, EXACT: json.dumps(dict(values))}, system=system, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        exact = _exact_values(data.pop(EXACT, ""))
        for name in self.names:
            definition, behind = DEFINITIONS[name], exact.get(name)
            if (
                data.get(name) is not None
                and behind is not None
                and _stands_for(self.data.get(name, ""), behind, definition, self.system)
                and in_range(definition, behind)
            ):
                data[name] = behind
        for fault in contradictions({**self.beside, **self.values()}, self.system):
            at = fault.name if fault.name in self.names else next(iter(self.values()), None)
            if at is not None and fault not in list(contradictions(self.beside, self.system)):
                self.add_error(at, _error(fault))
        return data

    def values(self) -> dict[str, float]:
        """What was entered and understood, by name, in mm, degrees or kg."""
        return {
            name: self.cleaned_data[name]
            for name in self.names
            if self.cleaned_data.get(name) is not None
        }

    @property
    def better_in_other_unit(self) -> set[str]:
        """The names of those whose number would be right in the other unit."""
        if not self.is_bound:
            return set()
        return {
            name
            for name, errors in self.errors.as_data().items()
            if any(error.code == "other_unit" for error in errors)
        }


def entered_so_far(data: Mapping[str, Any], system: System) -> dict[str, float]:
    """What can be read of a form that is still being filled in, in mm, degrees or kg."""
    exact = _exact_values(data.get(EXACT, ""))
    found: dict[str, float] = {}
    for name, definition in DEFINITIONS.items():
        text = str(data.get(name, "")).strip()
        behind = exact.get(name)
        try:
            found[name] = read(text, definition.unit, system)
        except ValueError:
            continue
        if behind is not None and _stands_for(text, behind, definition, system):
            found[name] = behind
    return found


def _stands_for(text: Any, behind: float, definition: Definition, system: System) -> bool:
    """Whether the text in a field is the exact value as it was shown there."""
    return str(text).strip() == written(behind, definition.unit, system)


def in_other_unit(data: Mapping[str, Any], system: System, **kwargs: Any) -> MeasurementsForm:
    """The form again with what stood in it (`data`, in `system`), shown in the other unit.

    Numbers are converted; what cannot be read stays as it is. Where the numbers make sense only
    in the other unit (37 for a bust "in cm"), she has measured in it already, and they stay.
    """
    other = OTHER[system]
    exact = _exact_values(data.get(EXACT, ""))
    texts: dict[str, str] = {}
    read_as: dict[str, tuple[float, float]] = {}
    for name, definition in DEFINITIONS.items():
        text = str(data.get(name, "")).strip()
        if not text:
            continue
        texts[name] = text
        try:
            here, there = (read(text, definition.unit, s) for s in (system, other))
        except ValueError:
            continue
        behind = exact.get(name)
        if behind is not None and _stands_for(text, behind, definition, system):
            here = behind
        read_as[name] = (here, there)
    only_there = {
        n
        for n, (here, there) in read_as.items()
        if in_range(DEFINITIONS[n], there) and not in_range(DEFINITIONS[n], here)
    }
    only_here = {
        n
        for n, (here, there) in read_as.items()
        if in_range(DEFINITIONS[n], here) and not in_range(DEFINITIONS[n], there)
    }
    converted: dict[str, float] = {}
    if len(only_there) <= len(only_here):
        for name, (here, _) in read_as.items():
            if name not in only_there:
                converted[name] = here
                texts[name] = written(here, DEFINITIONS[name].unit, other)
    exactly = {EXACT: json.dumps(converted)}
    return MeasurementsForm(initial={**texts, **exactly}, system=other, **kwargs)


def _exact_values(text: Any) -> dict[str, float]:
    """The hidden field's values; nothing where it was tampered with."""
    try:
        found = json.loads(text or "{}")
        return {n: float(v) for n, v in found.items() if n in DEFINITIONS}
    except (ValueError, TypeError, AttributeError):
        return {}
