"""The demo catalogue: whole, loaded once however often, and never over what staff did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db.models import Model

from cms.demo import load
from cms.demo.fabrics import FABRICS
from cms.demo.load import load_demo
from cms.demo.pieces import PIECES
from cms.demo.templates import TEMPLATES
from cms.demo.weaving import TILES
from cms.models import CataloguePage, GarmentPage, HomePage, LoadedRow, StoryPage
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece, StockedSize

pytestmark = pytest.mark.usefixtures("demo")

MODELS: tuple[Any, ...] = (
    Fabric, PatternTemplate, ReadyMadePiece, StockedSize, HomePage, CataloguePage, GarmentPage,
    StoryPage, LoadedRow,
)  # fmt: skip


def counts() -> list[int]:
    return [model.objects.count() for model in MODELS]


@pytest.mark.parametrize("value", TEMPLATES, ids=lambda value: value.slug)
def test_a_template_row_says_what_the_demo_wrote(value: Any) -> None:
    assert PatternTemplate.objects.get(slug=value.slug, live=True).spec == value


@pytest.mark.parametrize("value", FABRICS, ids=lambda value: value.slug)
def test_a_fabric_row_says_what_the_demo_wrote(value: Any) -> None:
    row = Fabric.objects.get(slug=value.slug, live=True)
    assert replace(row.spec, tile="", tile_width=0.0, tile_height=0.0) == value
    assert row.spec.tile_width == row.spec.tile_height == TILES[value.slug].width
    assert default_storage.exists(row.spec.tile)


@pytest.mark.parametrize("model", [Fabric, PatternTemplate, ReadyMadePiece, StockedSize])
def test_nothing_in_it_is_wrong(model: Any) -> None:
    for row in model.objects.all():
        row.full_clean()


def test_ready_made_costs_less(client: Any) -> None:
    from cms.offers import ready_made

    for piece in ReadyMadePiece.objects.all():
        assert ready_made(piece).saving > 0
        assert not ready_made(piece).piece.has_unpublished_changes


def test_loading_again_doubles_nothing() -> None:
    before, last = counts(), Fabric.objects.latest("pk").latest_revision_id
    call_command("load_demo", verbosity=0)
    assert counts() == before
    assert Fabric.objects.latest("pk").latest_revision_id == last


def change(row: Any, **values: Any) -> None:
    """As staff do it: a new revision, published."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save_revision().publish()


def reworded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version of the demo catalogue, with another price for every cloth."""
    dearer = [fabric.to_dict() | {"price_per_metre": 7777} for fabric in FABRICS]
    monkeypatch.setattr(load, "FABRICS", [type(FABRICS[0]).from_dict(one) for one in dearer])


def test_a_later_catalogue_changes_only_what_staff_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = Fabric.objects.get(slug="denim-indigo")
    change(mine, name="Denim from our mill")
    Fabric.objects.get(slug="linen-check-sage").unpublish()
    drafted = Fabric.objects.get(slug="wool-flannel-grey")
    drafted.name = "A name that is not published yet"
    drafted.save_revision()
    reworded(monkeypatch)
    load_demo()

    prices = dict(Fabric.objects.values_list("slug", "price_per_metre"))
    assert prices["wool-crepe-navy"] == 7777
    assert prices["denim-indigo"] == 2200
    assert prices["linen-check-sage"] == 3400
    assert prices["wool-flannel-grey"] == 5200
    assert Fabric.objects.get(slug="denim-indigo").name == "Denim from our mill"
    assert not Fabric.objects.get(slug="linen-check-sage").live


@pytest.mark.parametrize(
    "row",
    [
        lambda: StockedSize.objects.filter(piece__slug=PIECES[0].slug).first(),
        lambda: ReadyMadePiece.objects.get(slug=PIECES[1].slug),
        lambda: GarmentPage.objects.get(slug="pencil-skirt"),
        lambda: StoryPage.objects.get(slug="how-to-measure"),
    ],
    ids=["size", "piece", "garment", "story"],
)
def test_what_staff_deleted_stays_away(row: Any) -> None:
    gone: Model = row()
    gone.delete()
    before = counts()
    load_demo()
    assert counts() == before


def test_what_was_sold_does_not_come_back() -> None:
    stocked = StockedSize.objects.filter(quantity__gt=0).first()
    assert stocked is not None
    StockedSize.objects.filter(pk=stocked.pk).update(quantity=0)
    load_demo()
    stocked.refresh_from_db()
    assert stocked.quantity == 0


def test_a_page_that_staff_rewrote_stays_theirs() -> None:
    page = StoryPage.objects.get(slug="our-story")
    change(page, lead="Our own words.")
    load_demo()
    assert StoryPage.objects.get(slug="our-story").lead == "Our own words."
