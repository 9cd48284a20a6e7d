"""Pictures of what is bought: on a figure that is nobody's, since a true one tells measurements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator.drafting import Made
from configurator.freezing import thaw
from measurements.charts import STOCK_BODY
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice


def picture(frozen: Mapping[str, Any]) -> str:
    """An SVG of the garment, front; empty where the stock figure cannot wear these choices."""
    design = thaw(frozen)
    try:
        return Made(design.spec, design.choices, STOCK_BODY).picture(design.fabric, "front")
    except (Refusal, BadChoice):
        return ""
