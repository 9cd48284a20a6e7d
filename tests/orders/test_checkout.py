"""Checkout, the in-house till, and the order that comes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from orders import letters, tracking
from orders.models import BasketLine, Letter, Order, Payment
from orders.states import State
from patterns.models import Fabric, PatternTemplate, StockedSize
from production.models import WorkOrder
from production.stages import move as move_work

from . import shop

CHECKOUT = "/checkout/"


def send_letters() -> None:
    for letter in Letter.objects.filter(sent=None):
        letters.send_letter.call(letter.pk)


def test_an_order_is_placed_and_waits_at_the_till(buyer: Client) -> None:
    shop.put_design(buyer)
    answer = shop.check_out(buyer)
    order = Order.objects.get()
    payment = order.payments.get()
    assert answer.headers["Location"] == reverse("orders:till", args=[payment.key])
    assert order.state == State.PLACED
    assert order.name == "Łucja Brandt"
    assert order.total == order.lines.get().amount + 900
    assert order.tax == round(order.total / 6)
    assert not BasketLine.objects.exists()
    till = buyer.get(answer.headers["Location"]).content.decode()
    assert "No money moves here" in till


def test_paid_at_the_till_it_is_with_the_workroom(buyer: Client) -> None:
    shop.put_design(buyer)
    shop.put_piece(buyer, shop.stocked(2))
    order = shop.placed(buyer)
    html = shop.at_till(buyer, order, "pay").content.decode()
    assert "Thank you, Łucja Brandt" in html
    order.refresh_from_db()
    assert order.state == State.PAID
    work = list(WorkOrder.objects.order_by("line_number"))
    assert [w.line_number for w in work] == [1, 2]
    assert [w.frozen for w in work] == [line.frozen for line in order.lines.all()]
    assert {w.order_number for w in work} == {order.number}
    assert tracking.path(order) in work[0].order_url


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [("decline", "declined", "declined"), ("abandon", "closed", "Nothing was charged")],
)
def test_unpaid_the_order_is_kept_and_can_be_paid_again(
    buyer: Client, answer: str, status: str, said: str
) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    html = shop.at_till(buyer, order, answer).content.decode()
    assert said in html
    order.refresh_from_db()
    assert order.state == State.PLACED
    assert not WorkOrder.objects.exists()

    buyer.post(reverse("orders:pay", args=[tracking.signed(order)]))
    assert [p.status for p in order.payments.all()] == [status, "open"]
    shop.at_till(buyer, order, "pay")
    order.refresh_from_db()
    assert order.state == State.PAID
    assert WorkOrder.objects.count() == 1


def test_the_tills_first_answer_stands(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "pay")
    shop.at_till(buyer, order, "decline")
    shop.at_till(buyer, order, "pay")
    order.refresh_from_db()
    assert order.state == State.PAID
    assert WorkOrder.objects.count() == 1


def test_the_till_takes_no_other_answer(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "shut")
    assert order.payments.get().answer == ""


def test_a_shop_with_stripe_has_no_till(buyer: Client, settings: object) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    settings.PAYMENT_PROVIDER = "stripe"  # type: ignore[attr-defined]
    assert shop.at_till(buyer, order, "pay").status_code == 404
    order.refresh_from_db()
    assert order.state == State.PLACED


def test_the_same_form_sent_twice_is_one_order(buyer: Client) -> None:
    shop.put_design(buyer)
    form = shop.checkout_form(buyer)
    first = buyer.post(CHECKOUT, form)
    second = buyer.post(CHECKOUT, form)
    assert Order.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]
    assert Payment.objects.count() == 1


def test_paying_twice_leads_to_one_payment(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    pay = reverse("orders:pay", args=[tracking.signed(order)])
    assert buyer.post(pay).headers["Location"] == buyer.post(pay).headers["Location"]
    assert Payment.objects.count() == 1
    shop.at_till(buyer, order, "pay")
    html = buyer.post(pay, follow=True).content.decode()
    assert "paid already" in html
    assert Payment.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("email", "", "Give your e-mail address"),
        ("email", "anna@", "not a whole e-mail address"),
        ("name", "   ", "whom the parcel is for"),
        ("street", "", "street and number"),
        ("postcode", "", "Give the postcode"),
        ("postcode", "abc", "A postcode in France has five digits"),
        ("city", "", "town or city"),
        ("city", "x" * 81, "up to 80 letters"),
        ("country", "XX", "send there yet"),
    ],
)
def test_a_wrong_field_is_said_beside_it_and_nothing_is_lost(
    buyer: Client, field: str, value: str, sentence: str
) -> None:
    shop.put_design(buyer)
    html = shop.check_out(buyer, **{field: value}).content.decode()
    assert sentence in html
    for name, kept in shop.ADDRESS.items():
        if name not in (field, "country"):
            assert f'value="{kept}"' in html
    assert not Order.objects.exists()


def test_a_forged_price_is_not_looked_at(buyer: Client) -> None:
    shop.put_design(buyer)
    shop.page(buyer, "basket")
    price = BasketLine.objects.get().seen_amount
    shop.check_out(buyer, price="1", total="1", amount="1", seen_amount="1", shipping="0")
    order = Order.objects.get()
    assert order.lines.get().amount == price
    assert order.total == (price or 0) + 900
    assert order.payments.get().amount == order.total


def test_a_price_raised_while_she_fills_in_the_form_stops_the_order(buyer: Client) -> None:
    shop.put_design(buyer)
    form = shop.checkout_form(buyer)
    template = PatternTemplate.objects.get(slug="pencil-skirt")
    template.price += 500
    template.save_revision().publish()
    html = buyer.post(CHECKOUT, form, follow=True).content.decode()
    assert html.count("has changed since you last saw it") == 1
    assert "Nothing has been ordered yet" in html
    assert not Order.objects.exists()
    line = BasketLine.objects.get()
    buyer.post("/basket/", {"accept": line.pk, f"price-{line.pk}": (line.seen_amount or 0) + 500})
    html = buyer.get(CHECKOUT).content.decode()
    assert 'value="Łucja Brandt"' in html  # what she had written is still there


def test_nothing_is_lost_when_form_and_basket_are_both_wrong(buyer: Client) -> None:
    shop.put_piece(buyer, size := shop.stocked(1))
    form = shop.checkout_form(buyer, postcode="abc")
    StockedSize.objects.filter(pk=size.pk).update(quantity=0)
    html = buyer.post(CHECKOUT, form, follow=True).content.decode()
    assert "has just been sold" in html
    StockedSize.objects.filter(pk=size.pk).update(quantity=1)
    html = buyer.get(CHECKOUT).content.decode()
    assert 'value="abc"' in html
    assert 'value="12 rue des Lilas"' in html


def test_a_basket_changed_in_another_window_is_looked_over_again(buyer: Client) -> None:
    shop.put_design(buyer)
    form = shop.checkout_form(buyer)
    buyer.post("/basket/", {f"quantity-{BasketLine.objects.get().pk}": "2"})
    html = buyer.post(CHECKOUT, form, follow=True).content.decode()
    assert "Your basket has changed" in html
    assert not Order.objects.exists()


def test_a_template_unpublished_meanwhile_stops_the_order(buyer: Client) -> None:
    shop.put_design(buyer)
    form = shop.checkout_form(buyer)
    PatternTemplate.objects.get(slug="pencil-skirt").unpublish()
    html = buyer.post(CHECKOUT, form, follow=True).content.decode()
    assert "Pencil skirt is no longer offered" in html
    assert not Order.objects.exists()


def test_the_last_piece_goes_to_the_first_buyer(buyer: Client, stranger: Client) -> None:
    size = shop.stocked(1)
    shop.put_piece(buyer, size)
    shop.put_piece(stranger, size)
    late = shop.checkout_form(stranger)
    shop.check_out(buyer)
    html = stranger.post(CHECKOUT, late, follow=True).content.decode()
    assert "has just been sold" in html
    assert Order.objects.count() == 1
    assert StockedSize.objects.get(pk=size.pk).quantity == 0


def test_an_empty_basket_has_no_checkout(demo: None, client: Client) -> None:
    assert client.get(CHECKOUT).headers["Location"] == "/basket/"
    assert client.post(CHECKOUT, shop.ADDRESS).headers["Location"] == "/basket/"


def test_letters_tell_of_the_order_and_where_to_follow_it(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    send_letters()
    shop.at_till(buyer, order, "pay")
    send_letters()
    send_letters()
    assert [m.subject for m in mail.outbox] == [
        f"We have your order {order.number}",
        f"Your order {order.number} is confirmed",
    ]
    for message in mail.outbox:
        assert message.to == ["anna@example.com"]
        assert tracking.address(order) in message.body
        html = message.alternatives[0][0]  # type: ignore[attr-defined]
        assert tracking.address(order) in html
        assert "Pencil skirt" in html
    assert "Łucja Brandt" in mail.outbox[1].body


def test_a_letter_that_was_not_sent_is_asked_for_again(buyer: Client) -> None:
    shop.put_design(buyer)
    shop.placed(buyer)
    DBTaskResult.objects.all().delete()
    assert letters.ask_for_unsent() == 0
    Letter.objects.update(written=timezone.now() - timedelta(minutes=10))
    assert letters.ask_for_unsent() == 1
    assert letters.ask_for_unsent() == 0  # it is in the queue


def test_only_the_buyer_is_shown_where_we_write_to(buyer: Client, stranger: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "pay")
    thanks = tracking.path(order, "confirmation")
    assert "anna@example.com" in buyer.get(thanks).content.decode()
    assert "anna@example.com" not in stranger.get(thanks).content.decode()


def test_a_letter_that_is_outdated_is_not_sent(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "pay")
    send_letters()
    assert [m.subject for m in mail.outbox] == [f"Your order {order.number} is confirmed"]


def test_the_tracking_page_shows_how_far_it_is_and_no_measurements(buyer: Client) -> None:
    shop.put_design(buyer)
    shop.put_piece(buyer, shop.stocked(1))
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "pay")
    address = tracking.path(order)
    html = buyer.get(address).content.decode()
    assert "waiting its turn" in html
    assert "12 rue des Lilas" not in html
    assert "anna@example.com" not in html
    for centimetres in ("92 cm", "92\xa0cm", "920", "168\xa0cm", "1680"):
        assert centimetres not in html
    first, second = WorkOrder.objects.order_by("line_number")
    move_work(first, "in_production", None)
    assert "It is being made" in buyer.get(address).content.decode()
    move_work(first, "made", None)
    assert "It is being made" in buyer.get(address).content.decode()
    move_work(second, "in_production", None)
    move_work(second, "made", None)
    assert "about to be packed" in buyer.get(address).content.decode()
    move_work(first, "shipped", None)
    move_work(second, "shipped", None)
    html = buyer.get(address).content.decode()
    assert "on its way to you" in html
    assert html.count("step-done") == 5


def test_the_tracking_link_opens_without_a_session_and_cannot_be_guessed(
    buyer: Client, stranger: Client
) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    signed = tracking.signed(order)
    assert stranger.get(reverse("orders:tracking", args=[signed])).status_code == 200
    for forged in (
        order.number,
        f"{order.number}.",
        signed[:-1] + ("A" if signed[-1] != "A" else "B"),
    ):
        assert stranger.get(reverse("orders:tracking", args=[forged])).status_code == 404
        assert stranger.get(reverse("orders:confirmation", args=[forged])).status_code == 404
        assert stranger.get(reverse("orders:picture", args=[forged, 1])).status_code == 404
        assert stranger.post(reverse("orders:pay", args=[forged])).status_code == 404


def test_one_orders_payment_is_not_anothers(buyer: Client, stranger: Client) -> None:
    shop.put_design(buyer)
    mine = shop.placed(buyer)
    shop.measure(stranger)
    shop.put_design(stranger)
    hers = shop.placed(stranger)
    args = [tracking.signed(hers), mine.payments.get().key]
    assert buyer.get(reverse("orders:payment_return", args=args)).status_code == 404


def test_coming_back_proves_nothing(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    args = [tracking.signed(order), order.payments.get().key]
    buyer.get(reverse("orders:payment_return", args=args))
    order.refresh_from_db()
    assert order.state == State.PLACED


def test_a_customer_finds_her_own_orders(
    buyer: Client, stranger: Client, customer: object, tailor: object
) -> None:
    buyer.force_login(customer)  # type: ignore[arg-type]
    shop.put_design(buyer)
    order = shop.placed(buyer)
    assert order.customer == customer
    assert order.number in shop.page(buyer, "mine")
    stranger.force_login(tailor)  # type: ignore[arg-type]
    assert order.number not in shop.page(stranger, "mine")
    guest = Client().get(reverse("orders:mine"))
    assert guest.headers["Location"].startswith("/accounts/login/")


def test_the_line_stays_as_it_was_sold(buyer: Client) -> None:
    shop.put_design(buyer, "sheath-dress", length=650.0)
    shop.put_piece(buyer, shop.stocked(2))
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "pay")
    signed = tracking.signed(order)
    addresses = [
        reverse("orders:tracking", args=[signed]),
        reverse("orders:picture", args=[signed, 1]),
        reverse("orders:picture", args=[signed, 2]),
    ]
    before = [buyer.get(address).content for address in addresses]

    for template in PatternTemplate.objects.all():
        template.name = f"Renamed {template.pk}"
        template.price += 5000
        template.made_to_measure += 100
        for block in template.options:
            block.value["label"] = "Another label"
        template.save_revision().publish()
    for fabric in Fabric.objects.all():
        fabric.name, fabric.colour = f"Cloth {fabric.pk}", "#ff00ff"
        fabric.price_per_metre += 700
        fabric.save_revision().publish()

    assert not Fabric.objects.exclude(name__startswith="Cloth").exists()
    assert [buyer.get(address).content for address in addresses] == before
