"""The forms of the ways in that ask for more than measurements: a garment's flat measures, a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, cast

from django import forms

from measurements.asking import OTHER, in_range, unreadable
from measurements.charts import CHARTS, DEMO_CHART
from measurements.definitions import DEFINITIONS
from measurements.foreign import LARGEST, Found, read_file
from measurements.forms import EXACT, exact_values
from measurements.from_files import BadInput
from measurements.looking import Question, Seen, offered, questions
from measurements.reckoning import FITS, KINDS, LENGTHS, Fit, Kind, Reckoned, from_garment, takes
from measurements.slips import SLIPS, Finding, listed
from measurements.units import System, amount, read, suffix, written

# By the measurement that it tells of: what it is called on a garment, and how it is taken there.
FLATS: Final[Mapping[str, tuple[str, str]]] = {
    "bust_girth": (
        "Bust, flat",
        "Straight across from side seam to side seam, just under the arms.",
    ),
    "waist_girth": (
        "Waist, flat",
        "Across from side to side where it is narrowest, or at the band.",
    ),
    "hip_girth": ("Hip, flat", "Across from side to side where it is widest over the seat."),
    "shoulder_length": ("Shoulder seam", "Along the seam, from the neckline to the sleeve."),
    "back_neck_to_waist": (
        "Back, neck to waist",
        "At the back, from the seam at the nape straight down to the waist.",
    ),
    "outer_arm_length": (
        "Sleeve, if it ends at the wrist",
        "From the shoulder seam down the outside to the end of the sleeve.",
    ),
}
PREFIX: Final = "flat_"


class FlatField(forms.CharField):
    """A measure of a garment lying flat: text in her unit, mm once cleaned."""

    def __init__(self, name: str, system: System) -> None:
        self.name, self.system = name, system
        label, how = FLATS[name]
        mark = suffix("mm", system)
        super().__init__(
            label=label,
            help_text=how,
            required=False,
            max_length=40,
            widget=forms.TextInput(
                attrs={
                    "inputmode": "decimal",
                    "autocomplete": "off",
                    "class": "measure-input",
                    "aria-label": f"{label}, {mark}",
                }
            ),
        )

    def clean(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return read(text, "mm", self.system)
        except ValueError:
            fault = unreadable(DEFINITIONS[self.name], text, self.system)
            raise forms.ValidationError(fault.message) from None


class GarmentForm(forms.Form):
    """A garment that fits, measured flat; `reckoned` is the body under it once it is valid."""

    kind = forms.ChoiceField(label="What is it?", choices=list(KINDS.items()), initial="dress")
    fit = forms.ChoiceField(
        label="How does it sit on you?",
        help_text="Close: it follows you. Regular: a hand slips under it. Easy: it stands away.",
        choices=list(FITS.items()),
        initial="regular",
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        system: System,
        beside: Mapping[str, float] | None = None,
        seen: Seen | None = None,
        **kwargs: Any,
    ) -> None:
        """`beside` is what she has measured, and `seen` what she has looked at already."""
        super().__init__(*args, **kwargs)
        self.system = system
        self.beside, self.seen = beside or {}, seen or {}
        self.measures: dict[str, float] = {}
        self.questions: list[Question] = []
        self.reckoned: Reckoned = {}
        for name in FLATS:
            self.fields[PREFIX + name] = FlatField(name, system)
        self.fields[EXACT] = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def flats(self) -> list[tuple[forms.BoundField, str, list[Question]]]:
        """The fields of measures, each with its unit and what is asked beside it."""
        self.errors  # noqa: B018 - looks it through, if it was sent
        return [
            (
                self[PREFIX + name],
                suffix("mm", self.system),
                [question for question in self.questions if question.finding.names[0] == name],
            )
            for name in FLATS
        ]

    def round_her(self) -> dict[str, float]:
        """The garment's own girths and lengths, mm: near enough a body's to tell its unit by."""
        return {n: value * (1 if n in LENGTHS else 2) for n, value in self.measures.items()}

    def looked_through(self) -> dict[str, float]:
        """All that is looked through together: what she has measured, and the garment."""
        return {**self.beside, **self.round_her()}

    def _ask(self) -> None:
        """Find measures that look like another unit's; a question takes the place of a refusal."""
        worn = self.round_her()
        for question in questions(self.looked_through(), self.system, self.seen, worn):
            both = (question.finding, question.finding.other)
            finding = next((f for f in both if f and f.slip and f.slip != "half"), None)
            if finding is None or not set(finding.names) <= set(worn):
                continue
            finding = self._of_flats(finding, finding.corrected[finding.names[0]])
            stays = all(
                n in self.reckoned and in_range(DEFINITIONS[n], self.reckoned[n][0])
                for n in finding.names
            )
            self.questions.append(Question(finding, stays))
            for at, name in enumerate(finding.names):
                words = f"See the question at “{FLATS[finding.names[0]][0]}”." if at else ""
                self.add_error(PREFIX + name, words or finding.message)

    def _of_flats(self, finding: Finding, meant: float) -> Finding:
        """The finding in the words and with the numbers of what she measured flat."""
        factor = meant / self.round_her()[finding.names[0]]
        corrected = {name: self.measures[name] * factor for name in finding.names}
        looks = next(slip.looks for slip in SLIPS if slip.code == finding.slip)
        said = [f"“{FLATS[n][0]}” {amount(self.measures[n], 'mm', self.system)}" for n in corrected]
        right = listed([amount(value, "mm", self.system) for value in corrected.values()])
        message = f"{listed(said)} {'looks' if len(said) == 1 else 'look'} like {looks}. "
        return replace(
            finding,
            message=f"{message}Did you mean {right}?",
            corrected=corrected,
            answer=f"Yes, {right}",
            other=None,
        )

    def answered(self, correct: str, so: str) -> tuple[GarmentForm, Finding | None]:
        """The form again after an answer to one of its questions: with the correction in its fields, or
        with what is so, which is then to be kept as seen."""
        self.is_valid()
        if finding := offered(self.questions, correct):
            exact, data = exact_values(self.data.get(EXACT, ""), FLATS), dict(self.data.items())
            for name, value in finding.corrected.items():
                exact[name] = value
                data[PREFIX + name] = written(value, "mm", self.system)
            data[EXACT] = json.dumps(exact)
            again = GarmentForm(data, system=self.system, beside=self.beside, seen=self.seen)
            return again, None
        return self, offered(self.questions, so)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        exact = exact_values(data.get(EXACT, ""), FLATS)
        measures = self.measures
        for name in FLATS:
            value, behind = data.get(PREFIX + name), exact.get(name)
            text = str(self.data.get(PREFIX + name, "")).strip()
            if value is not None:
                same = behind is not None and text == written(behind, "mm", self.system)
                measures[name] = behind if same and behind is not None else value
        if "kind" not in data or "fit" not in data:
            return data
        kind, fit = cast(Kind, data["kind"]), cast(Fit, data["fit"])
        self.reckoned = from_garment(kind, fit, measures)
        self._ask()
        asked = {name for question in self.questions for name in question.finding.names}
        for name, (value, _) in self.reckoned.items():
            definition = DEFINITIONS[name]
            if name not in asked and not in_range(definition, value):
                said = amount(value, "mm", self.system)
                self.add_error(
                    PREFIX + name,
                    f"That would make your {definition.label.lower()} {said}, which cannot be. "
                    "Please measure flat, from side to side, and look at the unit.",
                )
        for name in measures:
            if not takes(kind, fit, name):
                self.add_error(
                    PREFIX + name,
                    f"{KINDS[kind]} that sits {FITS[fit].lower()} does not tell us that: "
                    "please leave it open.",
                )
        if not measures and not self.errors:
            raise forms.ValidationError("Give at least one measure of the garment.")
        return data


def garment_in_other_unit(data: Mapping[str, Any], system: System) -> GarmentForm:
    """The form again with what stood in it, shown in the other unit; nothing is lost."""
    other, exact = OTHER[system], exact_values(data.get(EXACT, ""), FLATS)
    initial: dict[str, Any] = {name: data.get(name, "") for name in ("kind", "fit")}
    behind: dict[str, float] = {}
    for name in FLATS:
        text = str(data.get(PREFIX + name, "")).strip()
        initial[PREFIX + name] = text
        try:
            value = read(text, "mm", system)
        except ValueError:
            continue
        if name in exact and text == written(exact[name], "mm", system):
            value = exact[name]
        behind[name] = value
        initial[PREFIX + name] = written(value, "mm", other)
    return GarmentForm(initial={**initial, EXACT: json.dumps(behind)}, system=other)


def garment_so_far(data: Mapping[str, Any], system: System) -> dict[str, float]:
    """The body under a garment whose form is still being filled in."""
    form = GarmentForm(data, system=system)
    form.is_valid()
    return {name: value for name, (value, _) in form.reckoned.items()}


class SizeForm(forms.Form):
    """A size of the chart."""

    size = forms.ChoiceField(
        label="Which size do you wear?",
        choices=[(size, size) for size in CHARTS[DEMO_CHART].sizes],
        widget=forms.RadioSelect,
        error_messages={"required": "Please pick the size that comes nearest."},
    )


class FileForm(forms.Form):
    """A file of measurements; `found` is what it holds once the form is valid."""

    file = forms.FileField(
        label="Your file",
        help_text=f"JSON, CSV, YAML, .smis or .vit, up to {LARGEST // 1024} KB. "
        "It is read and thrown away; nothing is kept until you say so.",
        widget=forms.FileInput(attrs={"accept": ".json,.csv,.yaml,.yml,.smis,.vit"}),
        error_messages={
            "required": "Please choose a file.",
            "empty": "That file is empty.",
            "missing": "Please choose a file.",
        },
        max_length=200,
    )
    found: Found

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                f"That file is larger than {LARGEST // 1024} KB: it cannot be measurements alone."
            )
        try:
            self.found = read_file(file.name, file.read())
        except BadInput as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return file
