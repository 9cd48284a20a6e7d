"""A picture of cloth whose edges do not run on into each other: a merchandiser is warned, not refused."""

from __future__ import annotations

import tracemalloc
from io import BytesIO

import numpy as np
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Pillow
from wagtail.images.models import Image

from cms import seams
from patterns.models import Fabric
from patterns.seams import TooLarge, broken_edges

from .forms import address, posted

pytestmark = pytest.mark.usefixtures("demo")
WORDS = "edges of the picture do not run on"


def picture(fabric: Fabric) -> Pillow.Image:
    with default_storage.open(fabric.spec.tile) as file:
        found = Pillow.open(file)
        found.load()
    return found


def lit_from_the_left(cloth: Pillow.Image) -> Pillow.Image:
    """As a photograph under a lamp."""
    rgb = np.asarray(cloth.convert("RGB"), dtype=float)
    light = np.linspace(1.1, 0.8, cloth.width)[None, :, None]
    return Pillow.fromarray(np.clip(rgb * light, 0, 255).astype("uint8"))


def uploaded(cloth: Pillow.Image) -> Image:
    file = BytesIO()
    cloth.save(file, "PNG")
    return Image.objects.create(
        title="Our mill’s", file=SimpleUploadedFile("mill.png", file.getvalue())
    )


def test_every_tile_of_the_demo_runs_on() -> None:
    fabrics = [fabric for fabric in Fabric.objects.all() if fabric.tile]
    assert len(fabrics) > 20
    assert {fabric.slug: broken_edges(picture(fabric)) for fabric in fabrics} == {
        fabric.slug: [] for fabric in fabrics
    }


@pytest.mark.parametrize(
    "slug", ["cotton-floral-meadow", "silk-brocade-plum", "cotton-stripe-navy"]
)
def test_a_part_of_a_print_does_not(slug: str) -> None:
    whole = picture(Fabric.objects.get(slug=slug))
    part = whole.crop((0, 0, round(0.7 * whole.width), whole.height))
    assert broken_edges(part) == ["left and right"]


@pytest.mark.parametrize("slug", ["wool-crepe-navy", "wool-flannel-grey", "cotton-poplin-sky"])
def test_a_light_from_one_side_is_seen_through_the_weave(slug: str) -> None:
    lit = lit_from_the_left(picture(Fabric.objects.get(slug=slug)))
    assert broken_edges(lit) == ["left and right"]
    assert broken_edges(lit.transpose(Pillow.Transpose.ROTATE_90)) == ["top and bottom"]


def test_a_large_picture_is_looked_at_in_little_room() -> None:
    whole = picture(Fabric.objects.get(slug="silk-brocade-plum")).convert("RGB")
    large = Pillow.new("RGB", (4000, 4000))
    for x in range(0, 4000, whole.width):
        for y in range(0, 4000, whole.height):
            large.paste(whole, (x, y))
    tracemalloc.start()
    found = broken_edges(large)  # cut off wherever 4000 px end
    peak = tracemalloc.get_traced_memory()[1]  # of numpy's arrays: Pillow's own are 64 MB each
    tracemalloc.stop()
    assert "left and right" in found
    assert peak < 150e6
    with pytest.raises(TooLarge):
        broken_edges(Pillow.new("L", (8000, 6000)))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError("gone"), "could not be read"),
        (Pillow.DecompressionBombError("a bomb"), "too large"),
        (TooLarge(), "too large"),
    ],
)
def test_a_picture_that_cannot_be_looked_at_is_said_and_looked_at_again(
    monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fails(_: object) -> list[str]:
        raise error

    seams._broken.cache_clear()
    navy = Fabric.objects.get(slug="wool-crepe-navy")
    with monkeypatch.context() as broken:
        broken.setattr(seams, "broken_edges", fails)
        assert words in seams.seam_words(navy)
    assert not seams.seam_words(navy)


def test_she_is_warned_as_she_chooses_saves_and_comes_back(staff: Client) -> None:
    navy = Fabric.objects.get(slug="wool-crepe-navy")
    assert WORDS not in staff.get(address(navy)).content.decode()
    data = posted(navy, tile=uploaded(lit_from_the_left(picture(navy))).pk)
    staff.post(address(navy, "preview_on_edit"), data)
    assert WORDS in staff.get(address(navy, "preview_on_edit")).content.decode()
    saved = staff.post(address(navy), data, follow=True)
    assert WORDS in saved.content.decode()
    page = staff.get(address(navy)).content.decode()
    assert f"The left and right {WORDS}" in page
    navy.refresh_from_db()
    latest = navy.get_latest_revision_as_object()
    assert latest.tile.title == "Our mill’s", "kept all the same"
