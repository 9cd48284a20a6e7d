"""A picture of cloth whose edges do not run on into each other: a merchandiser is warned, not refused."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Pillow
from wagtail.images.models import Image

from patterns.models import Fabric
from patterns.seams import broken_edges

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
