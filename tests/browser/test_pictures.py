"""A drawing in Chromium is the drawing that CairoSVG makes a PNG of: each template, in a cloth of its own."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from typing import Literal

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser

from cms.demo.fabrics import allowed
from cms.demo.templates import TEMPLATES
from measurements.charts import STOCK_BODY
from patterns.engine import make_draft
from patterns.flats import draw
from patterns.specs import TemplateSpec
from tests.patterns.cloths import demo_cloth, seen

HEIGHT = 800


def dressed() -> Iterator[tuple[TemplateSpec, str, Literal["front", "back"]]]:
    """Each template with a cloth that it is offered in and no other here has, from both sides in turn."""
    taken: set[str] = set()
    views: Iterator[Literal["front", "back"]] = cycle(("front", "back"))
    for spec, view in zip(TEMPLATES, views, strict=False):
        cloth = next(slug for slug in reversed(allowed(spec.slug)) if slug not in taken)
        taken.add(cloth)
        yield spec, cloth, view


@pytest.mark.parametrize(
    ("spec", "cloth", "view"), dressed(), ids=lambda one: getattr(one, "slug", one)
)
def test_both_draw_it_alike(
    browser: Browser, spec: TemplateSpec, cloth: str, view: Literal["front", "back"]
) -> None:
    fabric, href = demo_cloth(cloth)
    svg = draw(make_draft(spec, {}, STOCK_BODY), fabric, view, tile_href=href)
    ours = seen(svg, HEIGHT)
    page = browser.new_page(viewport={"width": ours.shape[1], "height": HEIGHT})
    page.set_content(f'<body style="margin:0;display:flex">{svg}</body>')
    theirs = np.asarray(Image.open(BytesIO(page.screenshot())).convert("RGB")).astype(float)
    page.close()
    garment_is = np.abs(ours - 255).max(axis=2) > 6
    apart = np.abs(ours - theirs).mean(axis=2)[garment_is]
    assert apart.mean() < 9  # of 255: edges and threads finer than a pixel, smoothed otherwise
    # seen from afar they are one picture
    near = [np.asarray(Image.fromarray(np.uint8(one)).resize((50, 100), Image.Resampling.BOX))
            for one in (ours, theirs)]  # fmt: skip
    assert np.abs(near[0].astype(float) - near[1]).mean() < 1.5
