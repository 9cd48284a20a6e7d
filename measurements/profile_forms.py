"""The form of a profile: its name, and what the tailor should know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms

from measurements.models import Profile
from measurements.units import SYSTEM_NAMES, System, read, suffix, written

SIDES: Final[Mapping[str, str]] = {
    "shoulder": "Shoulder, the lower one",
    "bust": "Bust, the fuller side",
    "arm": "Arm, the longer one",
    "hip": "Hip, the higher one",
    "leg": "Leg, the longer one",
}
POSTURE: Final[Mapping[str, str]] = {
    "upright": "Very upright, chest out",
    "rounded": "Rounded back",
    "head": "Head carried forward",
    "shoulders": "Shoulders forward",
    "hollow": "Hollow back",
    "belly": "Belly carried forward",
}
MOST_APART: Final = 100.0
"""mm between left and right; more is a slip of the pen."""


class NameForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=60,
        error_messages={"required": "Please give it a name, such as “Before summer”."},
    )


class ProfileForm(NameForm):
    """`words` is what the tailor should know, once it is valid."""

    posture = forms.MultipleChoiceField(
        label="How you stand",
        choices=list(POSTURE.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    notes = forms.CharField(
        label="A note to the tailor",
        help_text="Whatever a tape does not tell: a scar to spare, a strap that slips.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, system: System, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.system = system
        mark = suffix("mm", system)
        for key, label in SIDES.items():
            self.fields[f"side_{key}"] = forms.ChoiceField(
                label=label,
                choices=[("", "Alike"), ("left", "Left"), ("right", "Right")],
                required=False,
            )
            self.fields[f"by_{key}"] = forms.CharField(
                label=f"{label}, by how much",
                max_length=20,
                required=False,
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "autocomplete": "off", "placeholder": mark}
                ),
            )

    @classmethod
    def showing(cls, profile: Profile, system: System) -> ProfileForm:
        """The form as it opens on a profile."""
        words = profile.tailor
        initial: dict[str, Any] = {
            "name": profile.name,
            "posture": words.get("posture", []),
            "notes": words.get("notes", ""),
        }
        for key, side in words.get("sides", {}).items():
            initial[f"side_{key}"] = side["side"]
            if side["by"] is not None:
                initial[f"by_{key}"] = written(side["by"], "mm", system)
        return cls(initial=initial, system=system)

    @property
    def sides(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"side_{key}"], self[f"by_{key}"]) for key in SIDES]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for key, label in SIDES.items():
            text = data.get(f"by_{key}", "").strip()
            if not text:
                data[f"by_{key}"] = None
                continue
            try:
                apart = read(text, "mm", self.system)
            except ValueError:
                apart = -1.0
            if not 0 < apart <= MOST_APART:
                most = written(MOST_APART, "mm", self.system)
                self.add_error(
                    f"by_{key}",
                    f"Write by how many {SYSTEM_NAMES[self.system]} in figures, {most} at most.",
                )
            elif not data.get(f"side_{key}"):
                self.add_error(f"side_{key}", f"{label}: left or right?")
            data[f"by_{key}"] = apart
        return data

    def words(self) -> dict[str, Any]:
        """What the tailor should know, as a profile keeps it; lengths in mm."""
        data = self.cleaned_data
        sides = {
            key: {"side": data[f"side_{key}"], "by": data[f"by_{key}"]}
            for key in SIDES
            if data.get(f"side_{key}")
        }
        words = {"sides": sides, "posture": data["posture"], "notes": data["notes"].strip()}
        return {key: value for key, value in words.items() if value}
