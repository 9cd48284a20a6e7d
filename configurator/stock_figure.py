"""What anybody may see of a design: its picture and its price on the stock figure, which is nobody's.

A true figure tells measurements, so cards, stories, previews and shared links are drawn on this one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from measurements.charts import STOCK_BODY
from measurements.figure import figure_for
from patterns.choices import written
from patterns.drafting.draft import Refusal
from patterns.engine import ENGINE, BadChoice, settle
from patterns.specs import FabricSpec, Setting, TemplateSpec

from .drafting import Made, View
from .quoting import quote

Choices = Mapping[str, Setting]


def made(spec: TemplateSpec, choices: Choices) -> Made:
    """The design on the stock figure."""
    return Made(spec, choices, STOCK_BODY)


def prices(spec: TemplateSpec, fabrics: Sequence[FabricSpec], choices: Choices) -> list[int | None]:
    """What the design costs made to measure in each of these cloths; None where it cannot be made."""
    design = made(spec, choices)
    return [_price(design, fabric) for fabric in fabrics]


def price(spec: TemplateSpec, fabric: FabricSpec, choices: Choices) -> int | None:
    """What the design costs made to measure in this cloth, or None if it cannot be made."""
    return _price(made(spec, choices), fabric)


def _price(design: Made, fabric: FabricSpec) -> int | None:
    try:
        choices = settle(design.spec, design.choices)
        need = design.main_cloth(fabric)
        return quote(design.spec, fabric, choices, need, undone=design.undone).total
    except (Refusal, BadChoice):
        return None


@cache
def frames() -> Mapping[str, str]:
    """Parts of the stock figure to be looked at from near, as an SVG's fragment: squares from the nape
    down to the waist, and to the hands."""
    figure = figure_for(STOCK_BODY)
    top = figure.levels["nape"] - 50
    lows = {"bodice": figure.levels["waist"] + 15, "arms": figure.arm.wrist[1] + 60}
    sides = {name: round(low - top) for name, low in lows.items()}
    return {
        name: f"#svgView(viewBox({-side // 2},{round(top)},{side},{side}))"
        for name, side in sides.items()
    }


class Addresses:
    """Where the pictures of a template in a cloth are served. Each changes with all that the picture
    follows from, so browsers may keep it for good; what all have in common is reckoned once."""

    def __init__(self, spec: TemplateSpec, fabric: FabricSpec) -> None:
        self.spec, self.fabric = spec, fabric
        content = [ENGINE, spec.content, fabric.to_dict()]
        self._common = hashlib.sha256(json.dumps(content).encode())
        self._path = cache(lambda name, view: reverse(name, args=[spec.slug, fabric.slug, view]))

    def digest(self, choices: Choices) -> str:
        """What a picture depends on, as sixteen hex digits."""
        return self._digest(_asked(choices))

    def _digest(self, asked: str) -> str:
        whole = self._common.copy()
        whole.update(asked.encode())
        return whole.hexdigest()[:16]

    def picture(self, choices: Choices, view: View) -> str:
        """In its cloth on the stock figure."""
        return self._address("studio:picture", choices, view)

    def shape(self, choices: Choices, view: View, frame: str = "") -> str:
        """Its lines alone: whole, or what lies in one of `frames`."""
        return self._address("studio:shape", choices, view) + (frames()[frame] if frame else "")

    def _address(self, name: str, choices: Choices, view: View) -> str:
        asked = _asked(choices)
        return f"{self._path(name, view)}?{asked}{'&' if asked else ''}v={self._digest(asked)}"


def _asked(choices: Choices) -> str:
    """Choices as an address says them."""
    return "&".join(_pair(name, value) for name, value in sorted(choices.items()))


@lru_cache(maxsize=4096, typed=True)
def _pair(name: str, value: Setting) -> str:
    return urlencode({name: written(value)})


def picture_address(spec: TemplateSpec, fabric: FabricSpec, choices: Choices, view: View) -> str:
    """Where one picture of a design on the stock figure is served."""
    return Addresses(spec, fabric).picture(choices, view)
