"""Tiles as files: what pages fetch, what pictures carry, what merchandisers choose."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import resolve, reverse
from PIL import Image as Pillow
from wagtail.images.models import Image

from patterns import tiles
from patterns.models import Fabric, PatternTemplate
from patterns.specs import FabricSpec

pytestmark = pytest.mark.usefixtures("media")


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def chosen(
    size: tuple[int, int] = (300, 150), colour: tuple[int, ...] = (200, 30, 60, 255)
) -> Image:
    """A picture as a merchandiser uploads it."""
    file = BytesIO()
    Pillow.new("RGBA", size, colour).save(file, "PNG")
    return Image.objects.create(
        title="Our mill’s tile", file=SimpleUploadedFile("tile.png", file.getvalue())
    )


def fabric(**values: Any) -> Fabric:
    fields: dict[str, Any] = {
        "slug": "mill", "name": "Cloth of our mill", "colour": "#c81e3c", "width": 1400,
        "price_per_metre": 3000, **values,
    }  # fmt: skip
    return Fabric(**fields)


def opened(address: str) -> Pillow.Image:
    return Pillow.open(default_storage.open(address.removeprefix("/media/")))


@pytest.mark.django_db
class TestTile:
    def spec(self, **values: Any) -> FabricSpec:
        return fabric(tile=chosen(**values), tile_width=80.0).spec

    def test_it_is_as_high_on_the_cloth_as_its_shape_says(self) -> None:
        spec = self.spec()
        assert (spec.tile_width, spec.tile_height) == (80.0, 40.0)

    def test_pages_find_it_in_three_sizes_and_two_kinds(self) -> None:
        spec = self.spec()
        for size in tiles.SIZES:
            file = opened(tiles.at(spec, size, "webp"))
            assert (file.format, file.size) == ("WEBP", (size, size // 2))
        assert opened(tiles.at(spec, 256, "jpeg")).format == "JPEG"
        assert len(set(tiles.every(spec))) == 4

    def test_it_is_made_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        spec = self.spec()
        first = tiles.address(spec)
        monkeypatch.setattr(tiles, "scaled", None)
        assert tiles.address(spec) == first

    def test_what_is_open_in_a_lace_stays_open(self) -> None:
        spec = self.spec(colour=(255, 255, 255, 90))
        assert opened(tiles.address(spec)).convert("RGBA").getextrema()[3][1] < 130

    def test_a_picture_that_stands_alone_carries_it(self) -> None:
        href = tiles.embedded(self.spec())
        assert href.startswith("data:image/webp;base64,")
        file = Pillow.open(BytesIO(base64.b64decode(href.partition(",")[2])))
        assert file.size == (256, 128)

    def test_without_its_picture_there_is_none_and_nothing_breaks(self) -> None:
        for gone in (fabric().spec, replace(self.spec(), tile="original_images/gone.png")):
            assert tiles.address(gone) == tiles.embedded(gone) == ""

    def test_another_picture_has_another_address(self) -> None:
        assert tiles.address(self.spec()) != tiles.address(self.spec())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"tile": True}, "tile_width", "breadth measures"),
        ({"repeat": 20.0}, "band", "width of each band"),
        ({"repeat": 20.0, "band": 20.0}, "band", "narrower than its repeat"),
        ({"pattern": "check"}, "second_colour", "second colour"),
        ({"drape": "limp"}, "drape", "not a valid choice"),
    ],
)
def test_a_fabric_that_does_not_fit_together_is_told_so(
    values: dict[str, Any], field: str, words: str
) -> None:
    if values.get("tile"):
        values = {"tile": chosen()}
    with pytest.raises(ValidationError) as told:
        fabric(**values).full_clean()
    assert words in " ".join(told.value.message_dict[field])


@pytest.mark.usefixtures("demo")
class TestInTheShop:
    def dress(self) -> Fabric:
        """The sheath dress's first cloth, with a tile of our own."""
        row = PatternTemplate.objects.get(slug="sheath-dress").offered_fabrics()[0]
        row.tile, row.tile_width, row.pattern = chosen(), 80.0, "plain"
        row.save()
        return row

    def test_the_studio_s_page_fetches_it_and_shows_swatches(self, client: Client) -> None:
        spec = self.dress().spec
        page = client.get(reverse("studio:new", args=["sheath-dress"])).content.decode()
        pictures = re.findall(r"<image [^>]*>", page)
        assert len(pictures) == 2
        assert all(f'href="{tiles.address(spec)}"' in one for one in pictures)
        assert all('width="80" height="40"' in one for one in pictures)
        assert re.search(r'<picture class="swatch"><source type="image/webp" srcset="/media/', page)

    def test_a_picture_by_itself_is_whole(self, client: Client) -> None:
        spec = self.dress().spec
        address = reverse("studio:picture", args=["sheath-dress", spec.slug, "front"])
        svg = client.get(address).content.decode()
        assert '<image id="' in svg
        assert "/media/" not in svg

    def test_a_file_may_be_kept_for_good(
        self, rf: RequestFactory, client: Client, settings: Any
    ) -> None:
        address = tiles.address(self.dress().spec)
        way = resolve(address)
        there = {**way.kwargs, "document_root": settings.MEDIA_ROOT}  # the addresses know another
        answer = way.func(rf.get(address), **there)
        assert answer.status_code == 200
        assert "immutable" in answer["Cache-Control"]
        assert client.get("/media/original_images/tile.png").status_code == 404

    def test_listing_cloths_asks_the_database_once(self, django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(1):
            assert all(row.spec.tile for row in Fabric.objects.all())

    def test_a_merchandiser_chooses_it(self, client: Client, merchandiser: Any) -> None:
        client.force_login(merchandiser)
        row, image = Fabric.objects.get(slug="linen-oatmeal"), chosen()
        address = reverse("wagtailsnippets_patterns_fabric:edit", args=[row.pk])
        form = client.get(address).context["form"]
        data = {name: form[name].value() for name in form.fields if form[name].value() is not None}
        data = {name: value for name, value in data.items() if value is not False}
        data |= {
            "tile": image.pk,
            "tile_width": "80",
            "action-publish": "1",
            "price_per_metre": "30.00",
        }
        answer = client.post(address, data)
        assert answer.status_code == 302
        row.refresh_from_db()
        assert (row.tile, row.spec.tile_height) == (image, 40.0)
