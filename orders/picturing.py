"""Pictures of what is bought: on a figure that is nobody's, since a true one tells measurements; on her own
for herself alone, drawn when she looks and never kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator import stock_figure
from configurator.drafting import Made
from configurator.freezing import thaw
from measurements.figure import QUIET, Look
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.specs import FabricSpec


def picture(frozen: Mapping[str, Any]) -> str:
    """An SVG of the garment, front; empty where the stock figure cannot wear these choices."""
    design = thaw(frozen)
    return _drawn(stock_figure.made(design.spec, design.choices), design.fabric)


def own_picture(frozen: Mapping[str, Any], look: Look = QUIET) -> str:
    """The same on the body it is made for, with her `look`, for nobody but her; empty where there is none
    (any more), or where what was ordered cannot be drafted by today's engine."""
    design = thaw(frozen)
    if design.body is None:
        return ""
    return _drawn(Made(design.spec, design.choices, design.body), design.fabric, look)


def _drawn(made: Made, fabric: FabricSpec, look: Look = QUIET) -> str:
    try:
        return made.picture(fabric, "front", look=look)
    except (Refusal, BadChoice):
        return ""
