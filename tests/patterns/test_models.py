"""What a row of the catalogue must satisfy, and what it turns into."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from patterns.choices import as_lines, from_lines
from patterns.faults import faults
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece, StockedSize, published_template
from patterns.prices import PriceBlock, PriceFormField
from patterns.templatetags.money import money, written

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("cents", "words"),
    [(24900, "249.00"), (5, "0.05"), (0, "0.00"), (123456789, "1,234,567.89")],
)
def test_money_is_written_as_the_shop_writes_it(cents: int, words: str) -> None:
    assert money(cents) == f"€{NBSP}{words}"


def test_money_of_nothing_and_of_other_currencies() -> None:
    assert money(None) == ""
    assert written(-1250) == f"−€{NBSP}12.50"
    assert written(1250, "CHF") == f"CHF{NBSP}12.50"


@pytest.mark.parametrize(("typed", "kept"), [("129", 12900), ("129.5", 12950), ("0.05", 5)])
def test_prices_are_typed_with_decimals_and_kept_in_cents(typed: str, kept: int) -> None:
    assert PriceFormField().clean(typed) == kept
    block = PriceBlock()
    assert block.clean(typed) == kept
    assert block.clean(kept) == kept, "cleaning twice changes nothing"


@pytest.mark.parametrize("typed", ["-1", "12.345", "free", ""])
def test_what_is_no_price_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PriceFormField().clean(typed)
    with pytest.raises(ValidationError):
        PriceBlock().clean(typed)


def test_choices_are_written_as_lines() -> None:
    choices: dict[str, Any] = {"neckline": "v", "neck_depth": 110.0, "pockets": True}
    assert as_lines(choices) == "neckline: v\nneck_depth: 110\npockets: true"
    assert from_lines(as_lines(choices)) == choices
    for bad in ("neckline", "neckline:", "neckline: v\nneckline: scoop"):
        with pytest.raises(ValidationError):
            from_lines(bad)


def cloth(**changed: Any) -> Fabric:
    values: dict[str, Any] = {
        "slug": "loden", "name": "Loden", "colour": "#335544", "width": 1400,
        "price_per_metre": 4000,
    }  # fmt: skip
    return Fabric(**values | changed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"colour": "green"}, "colour"),
        ({"second_colour": "#12"}, "second_colour"),
        ({"pattern": "check"}, "second_colour"),
        ({"pattern": "paisley"}, "pattern"),
        ({"width": 140}, "width"),
        ({"width": 14000}, "width"),
    ],
)
def test_a_fabric_that_cannot_be_is_refused(changed: dict[str, Any], field: str) -> None:
    cloth().full_clean()
    with pytest.raises(ValidationError) as refused:
        cloth(**changed).full_clean()
    assert field in refused.value.error_dict


@pytest.mark.usefixtures("demo")
def test_only_published_rows_are_offered() -> None:
    dress = published_template("sheath-dress")
    assert dress is not None
    offered = [fabric.slug for fabric in dress.offered_fabrics()]
    assert offered[0] == "wool-crepe-navy", "the cloth that it is shown in"
    Fabric.objects.get(slug="wool-crepe-navy").unpublish()
    assert [fabric.slug for fabric in dress.offered_fabrics()] == offered[1:]
    dress.unpublish()
    assert published_template("sheath-dress") is None
    assert published_template("nothing") is None


@pytest.mark.usefixtures("demo")
def test_a_fault_names_the_block_that_it_is_about() -> None:
    dress = PatternTemplate.objects.get(slug="sheath-dress")
    assert faults(dress) == []
    dress.eases[0].value["hip"] = 5.0
    length = [option.value["name"] for option in dress.options].index("length")
    dress.options[length].value["max"] = 1500.0
    found = {(field, index): text for field, index, text in faults(dress)}
    assert "hip ease of the close fit" in found["eases", 0]
    assert "1100" in found["options", length]
    with pytest.raises(ValidationError) as refused:
        dress.full_clean()
    assert {"eases", "options"} <= set(refused.value.error_dict)


@pytest.mark.usefixtures("demo")
def test_a_piece_chooses_only_what_its_template_offers() -> None:
    piece = ReadyMadePiece.objects.get(slug="sheath-dress-navy-v")
    assert piece.settled["neckline"] == "v"
    assert piece.settled["length"] == 600
    piece.choices = {"neckline": "halter"}
    with pytest.raises(ValidationError, match="Neckline can be"):
        piece.full_clean()


@pytest.mark.usefixtures("demo")
def test_stock_never_falls_below_none_and_stands_once_a_size() -> None:
    stocked = StockedSize.objects.filter(size="38").first()
    assert stocked is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        StockedSize.objects.filter(pk=stocked.pk).update(quantity=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockedSize.objects.create(piece=stocked.piece, size="38", quantity=1)
    with pytest.raises(ValidationError, match="the sizes 34, 36"):
        StockedSize(piece=stocked.piece, size="7", quantity=1).full_clean()


@pytest.mark.usefixtures("demo")
def test_an_older_revision_of_a_piece_does_not_bring_stock_back() -> None:
    piece = ReadyMadePiece.objects.get(slug="sheath-dress-navy-v")
    older = piece.latest_revision
    StockedSize.objects.filter(piece=piece).update(quantity=0)
    piece.price = 23900
    piece.save_revision().publish()
    older.publish()
    assert {size.quantity for size in piece.sizes.all()} == {0}
