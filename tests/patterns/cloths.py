"""Cloths with a tile for the drawings' tests, no store needed."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import cairosvg
import numpy as np
from PIL import Image

from cms.demo.fabrics import FABRICS
from cms.demo.weaving import TILES, picture
from patterns.specs import FabricSpec

BY_SLUG = {fabric.slug: fabric for fabric in FABRICS}


@lru_cache(maxsize=32)
def woven(slug: str) -> Image.Image:
    return Image.open(BytesIO(picture(TILES[slug])))


def data_uri(image: Image.Image) -> str:
    file = BytesIO()
    image.save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def demo_cloth(slug: str) -> tuple[FabricSpec, Callable[[FabricSpec], str]]:
    """A demo cloth with its tile, and where that is to be had."""
    width = TILES[slug].width
    cloth = replace(BY_SLUG[slug], tile=slug, tile_width=width, tile_height=width)
    href = data_uri(woven(slug).resize((256, 256), Image.Resampling.BOX))
    return cloth, lambda _: href


def seen(svg: str, height: int = 800) -> np.ndarray:
    """A drawing as CairoSVG shows it on white, (height, width, 3)."""
    png = cairosvg.svg2png(bytestring=svg.encode(), output_height=height, background_color="#fff")
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(float)
