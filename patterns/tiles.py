"""The tiles of cloths as files: each in a few sizes, made once from the picture that its fabric names.

Addresses hold for good, since another picture has another name. `patterns.flats.draw` takes `address`
for a drawing that stands in a page, and `embedded` for one that stands alone: what an `<img>` shows, what
is sent by mail or turned into a PNG may fetch nothing.
"""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from .specs import FabricSpec

SIZES: Final = (128, 256, 512)
"""How many pixels wide."""
FOLDER = "images/tiles/"  # under /media/, where anyone may see it
PAPER = (231, 224, 214)
"""What shows through a lace where the file can't be transparent."""


def address(fabric: FabricSpec) -> str:
    """Where a page finds the tile, sharp enough for a close look; empty where there is none."""
    return at(fabric, SIZES[-1], "webp")


def embedded(fabric: FabricSpec) -> str:
    """The tile itself as a `data:` address; empty where there is none."""
    name = _kept(fabric, SIZES[1], "webp")
    if not name:
        return ""
    with default_storage.open(name) as file:
        return f"data:image/webp;base64,{base64.b64encode(file.read()).decode()}"


def at(fabric: FabricSpec, size: int, kind: str) -> str:
    """The address of the tile in one size, as "webp" or "jpeg"; empty where there is none."""
    name = _kept(fabric, size, kind)
    return default_storage.url(name) if name else ""


def every(fabric: FabricSpec) -> Iterator[str]:
    """All its files, made if they were not there yet."""
    for size in SIZES:
        yield at(fabric, size, "webp")
    yield at(fabric, SIZES[1], "jpeg")


def _kept(fabric: FabricSpec, size: int, kind: str) -> str:
    """The stored name of a tile in one size; empty where its picture is gone or can't be read."""
    if not fabric.tile:
        return ""
    mark = hashlib.sha256(fabric.tile.encode()).hexdigest()[:12]
    name = f"{FOLDER}{mark}-{size}.{kind}"
    if default_storage.exists(name):
        return name
    try:
        with default_storage.open(fabric.tile) as file:
            whole = Image.open(file).convert("RGBA")
    except OSError:
        return ""
    return default_storage.save(name, ContentFile(_written(scaled(whole, size), kind)))


def scaled(tile: Image.Image, wide: int) -> Image.Image:
    """The tile in another size, still seamless: its edges are reckoned with what lies beyond them."""
    width, height = tile.size
    around = Image.new(tile.mode, (3 * width, 3 * height))
    for x in range(0, 3 * width, width):
        for y in range(0, 3 * height, height):
            around.paste(tile, (x, y))
    size = (wide, max(round(wide * height / width), 1))
    middle = (width, height, 2 * width, 2 * height)
    return around.resize(size, Image.Resampling.LANCZOS, box=middle)


def _written(tile: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    if kind == "jpeg":
        flat = Image.new("RGB", tile.size, PAPER)
        flat.paste(tile, mask=tile.getchannel("A"))
        flat.save(file, "JPEG", quality=82, optimize=True)
    else:
        solid = tile.getchannel("A").getextrema()[0] == 255
        (tile.convert("RGB") if solid else tile).save(
            file, "WEBP", quality=78, method=2, alpha_quality=50
        )
    return file.getvalue()
