"""A piece's choices, which staff write as lines: "neckline: v"."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from .blocks import setting
from .specs import Setting


def as_lines(choices: Any) -> Any:
    """{"neckline": "v", "neck_depth": 120.0} as two lines; what was typed stays as it is."""
    if not isinstance(choices, dict):
        return choices
    return "\n".join(f"{name}: {written(value)}" for name, value in choices.items())


def written(value: Setting) -> str:
    """A value as staff and addresses write it; `blocks.setting` reads it back."""
    if isinstance(value, bool):
        return json.dumps(value)
    return f"{value:g}" if isinstance(value, int | float) else value


def from_lines(text: str) -> dict[str, Setting]:
    """The choices that lines of "name: value" mean; ValidationError names the line that is none."""
    choices: dict[str, Setting] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not (colon and name and value):
            raise ValidationError(f"“{line}” is not a choice: write it as neckline: v.")
        if name in choices:
            raise ValidationError(f"{name} is set twice.")
        choices[name] = setting(value)
    return choices


class ChoicesFormField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 5, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        return as_lines(value)

    def clean(self, value: Any) -> dict[str, Setting]:
        return from_lines(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(as_lines(initial), data))


class ChoicesField(models.JSONField):
    """Option names and their values, typed as lines in forms."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = "One a line, such as neckline: v. What is not named stays at the default."
        super().__init__(*args, **{"default": dict, "blank": True, "help_text": words, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": ChoicesFormField, **kwargs})
