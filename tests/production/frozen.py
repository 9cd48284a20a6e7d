"""Frozen designs for production's tests: what an order line would have kept."""

from __future__ import annotations

import datetime
import json
from functools import cache
from typing import Any

from cms.demo.templates import PENCIL_SKIRT, SHEATH_DRESS
from configurator.quoting import QuoteLine, reckon
from measurements.statistics import complete
from patterns.engine import ENGINE, make_draft
from patterns.laying import cloth_need
from patterns.specs import FabricSpec, TemplateSpec
from production.models import WorkOrder
from production.placing import place_work

NAVY = FabricSpec("navy", "Granat Łucja, wool crêpe", "#1d2a44", 1450.0, 4200, "100 % wool", 240)
HER = {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}
TOLD = {
    "sides": {"shoulder": {"side": "left", "by": 12.0}, "bust": {"side": "right", "by": None}},
    "posture": ["rounded", "head"],
    "notes": "Please spare the scar under my arm.\n\nThe left strap slips. Łucja",
}
DUE = datetime.date(2026, 12, 14)


def frozen(spec: TemplateSpec = SHEATH_DRESS, **changes: Any) -> dict[str, Any]:
    """A custom design of this template at its defaults, for one body."""
    return {**json.loads(_whole(spec.slug)), **changes}


@cache
def _whole(slug: str) -> str:
    spec = next(spec for spec in (SHEATH_DRESS, PENCIL_SKIRT) if spec.slug == slug)
    body = complete(HER)
    draft = make_draft(spec, {}, body)
    design: dict[str, Any] = {
        "version": 1,
        "kind": "custom",
        "name": spec.name,
        "engine": ENGINE,
        "template": spec.to_dict(),
        "template_revision": 1,
        "choices": dict(draft.choices),
        "fabric": NAVY.to_dict(),
        "body": body.to_dict(),
        "tailor": {},
        "size": None,
        "chart": None,
        "cloth": dict(cloth_need(draft, NAVY.width, NAVY.nap).lengths),
        "quote": reckon([QuoteLine("work", spec.name, 24900)]).to_dict(),
    }
    return json.dumps(design)


def placed(line: int = 1, design: dict[str, Any] | None = None, **changes: Any) -> WorkOrder:
    """Work that was placed with production, its documents asked for."""
    wanted: dict[str, Any] = {
        "order_number": "T-2026-0042",
        "line_number": line,
        "frozen": design or frozen(),
        "due": DUE,
        "order_url": "http://localhost:8000/orders/eyJvIjo0Mn0:signed/",
        **changes,
    }
    return place_work(**wanted)


def ready_made(size: str = "40") -> dict[str, Any]:
    """A ready-made piece in a stock size."""
    from measurements.charts import DEMO_CHART

    return frozen(kind="ready_made", name="Navy V dress", body=None, size=size, chart=DEMO_CHART)
