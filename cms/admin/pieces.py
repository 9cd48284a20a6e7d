"""What a ready-made piece must satisfy beyond its own fields."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from configurator import stock_figure
from patterns.blocks import UnfinishedError
from patterns.templatetags.money import written


class PieceForm(WagtailAdminModelForm):
    """Refuses a price that is not under what the same piece costs made to measure."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        template, fabric = cleaned.get("template"), cleaned.get("fabric")
        price, choices = cleaned.get("price"), cleaned.get("choices")
        if template is None or fabric is None or price is None or choices is None:
            return cleaned
        try:
            custom = stock_figure.price(template.spec, fabric.spec, choices)
        except UnfinishedError:
            return cleaned  # the model says so beside the template
        if custom is not None and price >= custom:
            self.add_error(
                "price",
                f"Made to measure, this comes to {written(custom)}: ready-made must cost less.",
            )
        return cleaned
