"""Pictures of what is bought: on a figure that is nobody's, since a true one tells measurements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator import stock_figure
from configurator.freezing import thaw
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice


def picture(frozen: Mapping[str, Any]) -> str:
    """An SVG of the garment, front; empty where the stock figure cannot wear these choices."""
    design = thaw(frozen)
    try:
        return stock_figure.made(design.spec, design.choices).picture(design.fabric, "front")
    except (Refusal, BadChoice):
        return ""
