"""The basket: what lies in it at today's prices, and what is said when something has changed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from configurator.models import Design
from orders.models import Basket, BasketLine
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece
from patterns.templatetags.money import written

from . import shop

BASKET = "/basket/"


def line() -> BasketLine:
    return BasketLine.objects.get()


def raise_price(by: int = 1000) -> None:
    template = PatternTemplate.objects.get(slug="pencil-skirt")
    template.price += by
    template.save_revision().publish()


def test_an_empty_basket_says_so(demo: None, client: Client) -> None:
    assert "Nothing in it yet" in shop.page(client, "basket")
    assert not Basket.objects.exists()


def test_a_design_shows_its_name_fabric_choices_and_price(buyer: Client) -> None:
    design = shop.put_design(buyer, length=650.0)
    html = shop.page(buyer, "basket")
    assert "Pencil skirt" in html
    assert design.fabric.name in html
    assert "65\xa0cm" in html
    assert written(line().seen_amount or 0) in html
    assert "To checkout" in html


def test_a_design_put_in_twice_lies_there_once(buyer: Client) -> None:
    design = shop.put_design(buyer)
    buyer.post(reverse("orders:add_design", args=[design.key]))
    assert line().quantity == 1


def test_another_womans_design_does_not_come_in(buyer: Client, stranger: Client) -> None:
    shop.measure(stranger)
    shared = shop.designed(buyer, length=700.0)
    assert stranger.post(reverse("orders:add_design", args=[shared.key])).status_code == 404
    assert not BasketLine.objects.exists()


def test_a_design_that_is_not_there_is_not_found(buyer: Client) -> None:
    assert buyer.post(reverse("orders:add_design", args=["x" * 22])).status_code == 404


def test_a_piece_put_in_again_is_one_more(buyer: Client) -> None:
    size = shop.stocked(3)
    shop.put_piece(buyer, size)
    shop.put_piece(buyer, size)
    assert line().quantity == 2
    html = shop.page(buyer, "basket")
    assert f"size {size.size}" in html
    assert written(2 * size.piece.price) in html


def test_a_piece_that_is_sold_out_is_not_put_in(buyer: Client) -> None:
    size = shop.stocked(0)
    html = buyer.post(reverse("orders:add_piece"), {"size": size.pk}, follow=True).content.decode()
    assert "has just been sold" in html
    assert not BasketLine.objects.exists()


@pytest.mark.parametrize("size", ["", "navy", "-1", "²", "99999999", "9" * 40])
def test_a_size_that_is_none_is_no_error_of_ours(buyer: Client, size: str) -> None:
    assert buyer.post(reverse("orders:add_piece"), {"size": size}).status_code in (302, 404)


def test_quantities_are_set_and_lines_removed(buyer: Client) -> None:
    shop.put_design(buyer)
    buyer.post(BASKET, {f"quantity-{line().pk}": "3"})
    assert line().quantity == 3
    buyer.post(BASKET, {"remove": line().pk})
    assert not BasketLine.objects.exists()


@pytest.mark.parametrize("wrong", ["", "two", "-1", "0", "10", "1.5", "²", "00099", "9" * 5000])
def test_a_wrong_quantity_is_said_beside_it_and_the_others_kept(buyer: Client, wrong: str) -> None:
    shop.put_design(buyer)
    shop.put_piece(buyer, shop.stocked(5))
    first, second = BasketLine.objects.all()
    answer = buyer.post(
        BASKET,
        {f"quantity-{first.pk}": wrong, f"quantity-{second.pk}": "4", "then": "checkout"},
    )
    html = answer.content.decode()
    assert "whole number from 1 to 9" in html
    assert f'value="{wrong}"' in html
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.quantity, second.quantity) == (1, 4)


def test_more_than_the_shop_has_is_said(buyer: Client) -> None:
    shop.put_piece(buyer, shop.stocked(2))
    buyer.post(BASKET, {f"quantity-{line().pk}": "5"})
    html = shop.page(buyer, "basket")
    assert "only 2 pieces" in html
    assert "To checkout" not in html


def test_a_price_that_has_changed_is_said_and_must_be_accepted(buyer: Client) -> None:
    shop.put_design(buyer)
    shop.page(buyer, "basket")
    old = line().seen_amount or 0
    raise_price(1000)
    html = shop.page(buyer, "basket")
    assert "has changed since you last saw it" in html
    assert written(old) in html
    assert written(old + 1000) in html
    assert "To checkout" not in html
    assert buyer.get(reverse("orders:checkout")).headers["Location"] == BASKET

    buyer.post(BASKET, {"accept": line().pk, f"price-{line().pk}": str(old + 1000)})
    assert line().seen_amount == old + 1000
    assert "To checkout" in shop.page(buyer, "basket")


@pytest.mark.parametrize("forged", ["1", "", "free", "-5", "²", "9" * 50])
def test_a_price_of_her_own_is_not_accepted(buyer: Client, forged: str) -> None:
    shop.put_design(buyer)
    shop.page(buyer, "basket")
    old = line().seen_amount
    raise_price()
    answer = buyer.post(
        BASKET, {"accept": line().pk, f"price-{line().pk}": forged}, follow=True
    ).content.decode()
    assert "has changed again" in answer
    assert line().seen_amount == old


def test_without_measurements_a_design_has_no_price_yet(demo: None, client: Client) -> None:
    shop.put_design(client)
    html = shop.page(client, "basket")
    assert "need your measurements" in html
    assert "/measurements/all/?next=/basket/" in html
    assert line().seen_amount is None
    shop.measure(client)
    assert "To checkout" in shop.page(client, "basket")


def test_other_measurements_change_the_price_and_that_is_said(buyer: Client) -> None:
    shop.put_design(buyer, "sheath-dress")
    shop.page(buyer, "basket")
    shop.measure(buyer, height=1850.0, bust_girth=1120.0, waist_girth=960.0, hip_girth=1180.0)
    html = shop.page(buyer, "basket")
    assert "has changed since you last saw it" in html


def test_a_template_that_is_no_longer_offered_is_said(buyer: Client) -> None:
    shop.put_design(buyer)
    PatternTemplate.objects.get(slug="pencil-skirt").unpublish()
    html = shop.page(buyer, "basket")
    assert "Pencil skirt is no longer offered" in html
    assert "To checkout" not in html


def test_a_fabric_that_is_no_longer_offered_is_said(buyer: Client) -> None:
    design = shop.put_design(buyer)
    Fabric.objects.get(pk=design.fabric_id).unpublish()
    html = shop.page(buyer, "basket")
    assert f"not offered in {design.fabric.name} any more" in html
    assert "Change it in the studio" in html


def test_a_choice_that_is_no_longer_offered_is_said(buyer: Client) -> None:
    design = shop.put_design(buyer)
    Design.objects.filter(pk=design.pk).update(choices={"length": 5000.0})
    html = shop.page(buyer, "basket")
    assert "Change it in the studio" in html
    assert "To checkout" not in html


def test_a_piece_that_is_gone_is_said(buyer: Client) -> None:
    size = shop.stocked(1)
    shop.put_piece(buyer, size)
    ReadyMadePiece.objects.get(pk=size.piece_id).unpublish()
    assert "no longer offered" in shop.page(buyer, "basket")
    size.delete()
    assert "no longer offered" in shop.page(buyer, "basket")


def test_a_basket_is_its_owners_alone(buyer: Client, stranger: Client) -> None:
    shop.put_design(buyer)
    assert "Nothing in it yet" in shop.page(stranger, "basket")
    stranger.post(BASKET, {"remove": line().pk})
    assert line().quantity == 1
    picture = reverse("orders:basket_picture", args=[line().pk])
    assert stranger.get(picture).status_code == 404
    answer = buyer.get(picture)
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg" in answer.content


def test_the_picture_is_drawn_on_her_and_kept_by_no_cache(buyer: Client) -> None:
    shop.put_design(buyer, "sheath-dress")
    picture = reverse("orders:basket_picture", args=[line().pk])
    before = buyer.get(picture).content
    shop.measure(buyer, bust_girth=1100.0, waist_girth=950.0, hip_girth=1150.0)
    after = buyer.get(picture)
    assert len(after.content) > 0
    changed = (
        after.content != before
    )  # said apart: two whole drawings take minutes to compare in words
    assert changed
    assert "no-store" in after.headers["Cache-Control"]


def test_a_basket_outlives_signing_in(buyer: Client, customer: object) -> None:
    shop.put_design(buyer)
    buyer.force_login(customer)  # type: ignore[arg-type]
    assert "Pencil skirt" in shop.page(buyer, "basket")
