"""Columns of the merchandisers' lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.admin.ui.tables import Column

from patterns.templatetags.money import written


class PriceColumn(Column):
    """An amount as the shop writes it."""

    def get_value(self, instance: Any) -> str:
        return written(super().get_value(instance))


class SwatchColumn(Column):
    """A cloth's tile, or its colours as a dot."""

    cell_template_name = "cms/admin/swatch_cell.html"


def words(name: str, label: str, value: Callable[[Any], str]) -> Column:
    """A column of words that no one field holds."""
    return Column(name, label=label, accessor=value)
