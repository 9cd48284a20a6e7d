"""Our own flats as pictures: what can be seen of a design, always on the stock figure.

A picture is kept by its content: a template, a cloth or the engine that changes makes a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from django.core.cache import cache
from django.urls import reverse

from measurements.charts import STOCK_BODY
from patterns.engine import ENGINE, make_draft
from patterns.flats import draw
from patterns.specs import FabricSpec, Setting, TemplateSpec

VIEWS: Final = ("front", "back")


def digest(spec: TemplateSpec, fabric: FabricSpec, choices: Mapping[str, Setting]) -> str:
    """What a picture depends on, as sixteen hex digits."""
    content = [ENGINE, spec.to_dict(), fabric.to_dict(), sorted(choices.items())]
    return hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()[:16]


def drawn(spec: TemplateSpec, fabric: FabricSpec, choices: Mapping[str, Setting], view: str) -> str:
    """The SVG of a design on the stock figure. Raises Refusal or BadChoice as drafting does."""
    key = f"picture:{digest(spec, fabric, choices)}:{view}"
    svg = cache.get(key)
    if svg is None:
        draft = make_draft(spec, choices, STOCK_BODY)
        title = f"{spec.name} in {fabric.name}, {view}"
        svg = draw(draft, fabric, "back" if view == "back" else "front", title=title)
        cache.set(key, svg, timeout=None)
    return str(svg)


def address(
    spec: TemplateSpec, fabric: FabricSpec, choices: Mapping[str, Setting], view: str
) -> str:
    """Where the picture is served. It changes with the content: browsers may keep it for good."""
    path = reverse("pictures:design", args=[spec.slug, fabric.slug, view])
    asked = {name: _written(value) for name, value in sorted(choices.items())}
    return f"{path}?{urlencode({**asked, 'v': digest(spec, fabric, choices)})}"


def _written(value: Setting) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, int | float) else value
