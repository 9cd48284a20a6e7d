"""A drawing in Chromium is the drawing that CairoSVG makes a PNG of."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser

from patterns.flats import draw
from tests.patterns.cloths import demo_cloth, seen
from tests.patterns.flat_specs import drafted

HEIGHT = 800


@pytest.mark.parametrize(
    ("garment", "slug"),
    [
        ("bust side", "silk-satin-champagne"),
        ("flared half_circle", "viscose-floral-midnight"),
        ("bow blouse", "cotton-lace-ivory"),
        ("skirt circle", "wool-glen-stone"),
        ("princess", "velvet-bottle-green"),
        ("shift eased", "linen-check-sage"),
    ],
)
def test_both_draw_it_alike(browser: Browser, garment: str, slug: str) -> None:
    cloth, href = demo_cloth(slug)
    svg = draw(drafted(garment), cloth, tile_href=href)
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
