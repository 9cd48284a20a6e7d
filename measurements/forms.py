"""The measuring form: every measurement of the table, in the unit she has chosen."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from math import isfinite
from typing import Any, get_args

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
from measurements.looking import Question, Seen, offered, questions
from measurements.slips import Finding, Kind
from measurements.units import SYSTEM_NAMES, System, read, suffix, written

EXACT = "exact"
OUT_OF_RANGE, OTHER_UNIT, ASKED = "out_of_range", "other_unit", "asked"
"""Codes of errors: beyond what we can draft for, the same but right in the other unit, a question."""
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
            raise _error(fault, OUT_OF_RANGE)
        return number


def _in_feet(definition: Definition, system: System) -> bool:
    return definition.name == "height" and system == "in"


def _error(fault: Fault, code: str = "wrong") -> forms.ValidationError:
    return forms.ValidationError(fault.message, code=OTHER_UNIT if fault.other_unit else code)


class MeasurementsForm(forms.Form):
    """Fields by the measurements' names; `values()` gives what was entered, in mm.

    A hidden field carries the exact values behind the numbers shown, so that what she does not
    touch comes back as it was, however often the unit is changed.

    What may be a slip is asked in `questions` before any bounds refuse it: until each is answered (`seen`),
    or its correction taken (`put_right`), the form is not valid.
    """

    def __init__(
        self,
        *args: Any,
        system: System,
        names: Sequence[str] = ALL,
        required: Sequence[str] = REQUIRED,
        beside: Mapping[str, float] | None = None,
        taken: Mapping[str, float] | None = None,
        seen: Seen | None = None,
        kinds: Collection[Kind] = get_args(Kind),
        **kwargs: Any,
    ) -> None:
        """`names` are the measurements asked for, those of `required` must be given. `beside` are
        measured already; `taken` were not measured and are not asked about where they stand as they
        were. `seen` is what she has looked at; questions are of `kinds` alone."""
        super().__init__(*args, **kwargs)
        self.system = system
        self.names = tuple(names)
        self.beside = {n: v for n, v in (beside or {}).items() if n not in names}
        self.taken, self.seen, self.kinds = taken or {}, seen or {}, kinds
        self.questions: list[Question] = []
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
        exact = exact_values(data.pop(EXACT, ""))
        for name in self.names:
            definition, behind = DEFINITIONS[name], exact.get(name)
            if (
                data.get(name) is not None
                and behind is not None
                and _stands_for(self.data.get(name, ""), behind, definition, self.system)
                and in_range(definition, behind)
            ):
                data[name] = behind
        self._ask()
        among = {**self.beside, **self.values()}
        asked = {name for question in self.questions for name in question.finding.names}
        for fault in contradictions(among, self.system):
            at = fault.name if fault.name in self.names else fault.beside
            if at in self.names and not asked & set(fault.names):
                self.add_error(at, _error(fault))
        return data

    def _ask(self) -> None:
        """Find what to ask. What a correction puts right is asked in place of the bounds' refusal;
        what has none, and cannot be drafted for, is refused alone."""
        for question in questions(self.looked_through(), self.system, self.seen, self.typed()):
            finding = question.finding
            at = self._places_of(finding)
            if finding.kind not in self.kinds or not (finding.corrected or question.may_stay):
                continue
            self.questions.append(question)
            for name in at:
                out = (OUT_OF_RANGE, OTHER_UNIT)
                left = [e for e in self.errors.as_data().get(name, []) if e.code not in out]
                self.errors.pop(name, None)
                words = finding.message if name == at[0] else see(at[0])
                self.add_error(name, [*left, forms.ValidationError(words, code=ASKED)])

    def typed(self) -> dict[str, float]:
        """What can be read of what she entered here, of whatever size, by name."""
        read_so_far = entered_so_far(self.data, self.system)
        return {
            name: read_so_far[name]
            for name in self.names
            if name in read_so_far and self.taken.get(name) != read_so_far[name]
        }

    def looked_through(self) -> dict[str, float]:
        """All that is looked through together: what is measured already, and what she entered here."""
        return {**self.beside, **self.typed()}

    def put_right(self, finding: Finding) -> MeasurementsForm:
        """The form again with the correction in its fields, as if she had entered it."""
        exact = exact_values(self.data.get(EXACT, ""))
        data = {name: self.data.get(name, "") for name in (*self.names, EXACT)}
        for name, value in finding.corrected.items():
            exact[name] = value
            data[name] = written(value, DEFINITIONS[name].unit, self.system)
        return self.again({**data, EXACT: json.dumps(exact)}, beside=finding.corrected)

    def again(
        self,
        data: Mapping[str, Any],
        beside: Mapping[str, float] | None = None,
        seen: Seen | None = None,
    ) -> MeasurementsForm:
        """The same form bound to `data`; with these `beside` and `seen` changed."""
        required = [name for name in self.names if self.fields[name].required]
        return MeasurementsForm(
            data,
            system=self.system,
            names=self.names,
            required=required,
            beside={**self.beside, **(beside or {})},
            taken=self.taken,
            seen=self.seen if seen is None else seen,
            kinds=self.kinds,
        )

    def offered(self, key: str) -> Finding | None:
        """The finding of that key among what is asked here."""
        return offered(self.questions, key) if not self.is_valid() else None

    def values(self) -> dict[str, float]:
        """What was entered and understood, by name, in mm, degrees or kg."""
        return {
            name: self.cleaned_data[name]
            for name in self.names
            if self.cleaned_data.get(name) is not None
        }

    def _places_of(self, finding: Finding) -> list[str]:
        """The fields here that it concerns; it is asked at the first: of two that do not go together
        the stranger, else the one that comes first."""
        order = self.names if finding.corrected else finding.names
        return [name for name in order if name in finding.names and name in self.names]

    def said_of(self, name: str) -> tuple[list[str], list[Question], bool]:
        """What stands beside a field: what is wrong with it, what is asked there (each question at the
        first of its fields), and whether it was refused but would be right in the other unit."""
        if not self.is_bound:
            return [], [], False
        here = [q for q in self.questions if self._places_of(q.finding)[0] == name]
        words = {question.finding.message for question in here}
        errors = self.errors.as_data().get(name, [])
        said = [str(message) for error in errors for message in error.messages]
        refused = any(error.code == OTHER_UNIT for error in errors)
        return [message for message in said if message not in words], here, refused

    @property
    def better_in_other_unit(self) -> set[str]:
        """The names of those whose number would be right in the other unit."""
        if not self.is_bound:
            return set()
        refused = {
            name
            for name, errors in self.errors.as_data().items()
            if any(error.code == OTHER_UNIT for error in errors)
        }
        looks = [q.finding for q in self.questions if q.finding.slip in SYSTEM_NAMES.values()]
        return refused.union(*(finding.names for finding in looks))


def see(name: str) -> str:
    """Where the question is that concerns this field too."""
    return f"See the question at “{DEFINITIONS[name].label}”."


def entered_so_far(data: Mapping[str, Any], system: System) -> dict[str, float]:
    """What can be read of a form that is still being filled in, in mm, degrees or kg."""
    exact = exact_values(data.get(EXACT, ""))
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
    exact = exact_values(data.get(EXACT, ""))
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


def exact_values(text: Any, names: Collection[str] = DEFINITIONS) -> dict[str, float]:
    """The hidden field's values, of `names`; nothing where it was tampered with."""
    try:
        found = {n: float(v) for n, v in json.loads(text or "{}").items() if n in names}
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}
    return {name: value for name, value in found.items() if isfinite(value)}
