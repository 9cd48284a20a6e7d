"""Prices as staff type them, "129.00", and as they are kept: whole minor units, tax included."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils.functional import cached_property
from wagtail import blocks

LIMITS: dict[str, Any] = {"min_value": 0, "max_digits": 9, "decimal_places": 2}


def as_typed(cents: Any) -> Any:
    """What stands in the box for an amount; whatever was typed already stays as it is."""
    is_amount = isinstance(cents, int) and not isinstance(cents, bool)
    return f"{cents // 100}.{cents % 100:02d}" if is_amount else cents


def as_kept(amount: Decimal | None) -> int | None:
    return None if amount is None else int((amount * 100).to_integral_value())


class PriceInput(forms.TextInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})


class PriceFormField(forms.DecimalField):
    """Takes "129.00" and cleans it to 12900."""

    widget = PriceInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**LIMITS, **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}

    def prepare_value(self, value: Any) -> Any:
        return as_typed(value)

    def clean(self, value: Any) -> int | None:
        return as_kept(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(as_typed(initial), data)


class PriceField(models.PositiveIntegerField):
    """An amount in minor units, tax included, typed with two decimals in forms."""

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": PriceFormField, **kwargs})


class PriceBlock(blocks.FieldBlock):
    """An amount in minor units inside a StreamField."""

    def __init__(self, required: bool = True, help_text: str | None = None, **kwargs: Any) -> None:
        self._options: dict[str, Any] = {"required": required, "help_text": help_text}
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> forms.Field:
        return forms.DecimalField(widget=PriceInput(), **LIMITS, **self._options)

    def value_for_form(self, value: Any) -> Any:
        return as_typed(value)

    def value_from_form(self, value: Any) -> Any:
        # Also called with the raw text of the box, which only clean() may judge.
        return as_kept(value) if isinstance(value, Decimal) else value

    class Meta:
        icon = "tag"
        default = 0
