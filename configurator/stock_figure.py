"""What anybody may see of a design: its picture and its price on the stock figure, which is nobody's.

A true figure tells measurements, so cards, stories, previews and shared links are drawn on this one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from measurements.charts import STOCK_BODY
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
        return quote(design.spec, fabric, choices, design.cloth(fabric)["main"]).total
    except (Refusal, BadChoice):
        return None


def picture_address(spec: TemplateSpec, fabric: FabricSpec, choices: Choices, view: View) -> str:
    """Where the picture is served. It changes with the content: browsers may keep it for good."""
    path = reverse("studio:picture", args=[spec.slug, fabric.slug, view])
    asked = {name: written(value) for name, value in sorted(choices.items())}
    return f"{path}?{urlencode({**asked, 'v': digest(spec, fabric, choices)})}"


def digest(spec: TemplateSpec, fabric: FabricSpec, choices: Choices) -> str:
    """What a picture depends on, as sixteen hex digits."""
    content = [ENGINE, spec.to_dict(), fabric.to_dict(), sorted(choices.items())]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
