"""A merchandiser changes a template, previews it, publishes it, and the studio follows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from cms import previewing
from configurator import drafting
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece, published_template
from tests.cms.forms import address, posted

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def dress() -> PatternTemplate:
    return PatternTemplate.objects.get(slug="sheath-dress")


def preview(staff: Client, row: Any, data: dict[str, Any]) -> str:
    """What the preview beside the form shows of what stands in it."""
    answer = staff.post(address(row, "preview_on_edit"), data)
    assert answer.json() == {"is_valid": True, "is_available": True}, answer.json()
    page = staff.get(address(row, "preview_on_edit"))
    assert page.status_code == 200
    return page.content.decode()


def edited(dress: PatternTemplate) -> dict[str, Any]:
    """The form with a change of each kind that a merchandiser makes."""
    data = posted(dress)
    names = {option.value["name"]: index for index, option in enumerate(dress.options)}
    length, neck = names["length"], names["neckline"]
    data[f"options-{length}-value-max"] = "850"
    data[f"options-{length}-value-label"] = "Hem length"
    data[f"options-{neck}-value-choices-2-value-surcharge"] = "27.50"
    data["eases-1-value-bust"] = "84"
    data["price"] = "201.00"
    data["fabrics"] = [Fabric.objects.get(slug="linen-check-sage").pk]
    return data


def test_the_preview_shows_what_is_not_published(staff: Client, dress: PatternTemplate) -> None:
    page = preview(staff, dress, edited(dress))
    assert "Hem length" in page
    assert "450 to 850" in page
    assert "€\N{NO-BREAK SPACE}27.50" in page
    assert "+ 84 mm" in page
    assert "€\N{NO-BREAK SPACE}201.00" in page
    assert "Linen check, sage" in page
    assert "Wool crêpe" not in page
    assert "data:image/svg+xml" in page

    kept = PatternTemplate.objects.get(slug="sheath-dress").spec
    length = kept.option("length")
    assert length is not None
    assert (length.label, length.max) == ("Length", 1000)
    assert kept.price == 18900


def test_the_studio_follows_what_is_published(staff: Client, dress: PatternTemplate) -> None:
    data = edited(dress)
    assert staff.post(address(dress, "edit"), data).status_code == 302
    template = published_template("sheath-dress")
    assert template is not None
    assert template.spec.price == 18900, "a draft alone changes nothing"
    assert template.has_unpublished_changes

    assert staff.post(address(dress, "edit"), {**data, "action-publish": "1"}).status_code == 302
    template = published_template("sheath-dress")
    assert template is not None
    spec = template.spec
    length, neckline = spec.option("length"), spec.option("neckline")
    assert length is not None
    assert neckline is not None
    assert (length.label, length.max) == ("Hem length", 850)
    assert [choice.surcharge for choice in neckline.choices][:3] == [0, 0, 2750]
    assert spec.eases["regular"]["bust"] == 84
    assert spec.price == 20100
    assert [fabric.slug for fabric in template.offered_fabrics()] == ["linen-check-sage"]


def test_the_picture_in_the_preview_is_of_the_new_values(
    staff: Client, dress: PatternTemplate
) -> None:
    before = preview(staff, dress, posted(dress))
    data = posted(dress)
    length = next(i for i, one in enumerate(dress.options) if one.value["name"] == "length")
    data[f"options-{length}-value-default"] = "800"
    after = preview(staff, dress, data)
    assert before.split("data:image")[1] != after.split("data:image")[1]


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("max", "400", "more than 450"),
        ("max", "1200", "goes from 150 to 1100"),
        ("max", "1200", "cannot be 1200:"),
        ("default", "455", "No number of steps"),
        ("unit", "degrees", "told in mm, not degrees"),
        ("label", "x" * 41, "at most 40 characters"),
        ("default", "1001", "must lie between"),
        ("step", "0", "A step must be more than 0"),
        ("name", "Hem Length", "Use small letters"),
        ("surcharge", "-3", "greater than or equal to 0"),
        ("max", "long", "Enter a number"),
    ],
)
def test_a_wrong_option_is_said_beside_it(
    staff: Client, dress: PatternTemplate, key: str, typed: str, said: str
) -> None:
    data = posted(dress, name="Another name")
    length = next(i for i, one in enumerate(dress.options) if one.value["name"] == "length")
    data[f"options-{length}-value-{key}"] = typed
    page = staff.post(address(dress, "edit"), data)
    assert page.status_code == 200
    text = page.content.decode()
    assert said in text
    assert "Another name" in text, "what else was typed is kept"
    assert PatternTemplate.objects.get(pk=dress.pk).latest_revision == dress.latest_revision


@pytest.mark.parametrize("empty", ["min", "max", "step", "default"])
def test_a_draft_with_an_empty_number_is_kept_and_its_preview_says_so(
    staff: Client, dress: PatternTemplate, empty: str
) -> None:
    data = posted(dress)
    length = next(i for i, one in enumerate(dress.options) if one.value["name"] == "length")
    data[f"options-{length}-value-{empty}"] = ""
    assert "“Length” still lacks its" in preview(staff, dress, data)
    assert staff.post(address(dress, "edit"), data).status_code == 302


def test_nothing_is_made_of_a_template_that_is_not_finished(
    staff: Client, dress: PatternTemplate
) -> None:
    length = next(one for one in dress.options if one.value["name"] == "length")
    length.value["max"] = None
    dress.live = False
    dress.save()
    piece = ReadyMadePiece.objects.get(slug="sheath-dress-navy-v")
    page = staff.post(address(piece, "edit"), posted(piece)).content.decode()
    assert "This template is not finished. The option “Length” still lacks its end." in page


def test_a_condition_that_can_never_hold_is_said(staff: Client, dress: PatternTemplate) -> None:
    data = posted(dress)
    depth = next(i for i, one in enumerate(dress.options) if one.value["name"] == "neck_depth")
    data[f"options-{depth}-value-when-0-value-values-0-value"] = "halter"
    assert "neckline is never halter" in staff.post(address(dress, "edit"), data).content.decode()


def test_a_fabrics_preview_shows_its_new_colour_and_price(staff: Client) -> None:
    fabric = Fabric.objects.get(slug="wool-crepe-navy")
    page = preview(staff, fabric, posted(fabric, price_per_metre=9900, name="Night crêpe"))
    assert "Night crêpe" in page
    assert "€\N{NO-BREAK SPACE}99.00" in page
    assert Fabric.objects.get(pk=fabric.pk).price_per_metre == 4800


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g"])
def test_a_colour_that_is_none_is_refused(staff: Client, colour: str) -> None:
    fabric = Fabric.objects.get(slug="wool-crepe-navy")
    page = staff.post(address(fabric, "edit"), posted(fabric, colour=colour))
    assert "six hex digits" in page.content.decode()


def test_a_pieces_preview_and_its_price_stand_beside_made_to_measure(staff: Client) -> None:
    piece = ReadyMadePiece.objects.get(slug="sheath-dress-navy-v")
    page = preview(staff, piece, posted(piece, price=19900))
    assert "€\N{NO-BREAK SPACE}199.00" in page
    assert "Made to measure, the same piece costs" in page

    refused = staff.post(address(piece, "edit"), posted(piece, price=99900))
    assert "ready-made must cost less" in refused.content.decode()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("neckline: halter", "Neckline can be jewel, scoop, v"),
        ("sleeve: long", "no option"),
        ("neckline", "is not a choice"),
        ("neckline: jewel\nneck_depth: 90", "can be chosen only when"),
    ],
)
def test_a_pieces_choices_are_the_templates(staff: Client, lines: str, said: str) -> None:
    piece = ReadyMadePiece.objects.get(slug="sheath-dress-navy-v")
    page = staff.post(address(piece, "edit"), {**posted(piece), "choices": lines})
    assert said in page.content.decode()


def test_what_the_stock_figure_cannot_be_given_is_charged_nowhere_in_a_preview(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = PatternTemplate.objects.get(slug="sheath-dress")
    spec = row.spec
    dear = tuple(
        replace(one, choices=tuple(replace(choice, surcharge=1500) for choice in one.choices))
        for one in spec.options
    )
    monkeypatch.setattr(PatternTemplate, "spec", replace(spec, options=dear))
    usual = previewing.show_template(row)
    monkeypatch.setattr(drafting, "not_carried_out", lambda spec, draft: {"neckline"})
    shown = previewing.show_template(row)
    assert usual.quote
    assert shown.quote
    assert shown.quote.total == usual.quote.total - 1500
    assert dict(shown.fabrics)[shown.fabric] == shown.quote.total, "one price, wherever it stands"
