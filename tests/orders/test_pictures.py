"""The pictures of what is bought: on her own figure for herself alone, in letters on the stock figure."""

from __future__ import annotations

import io
import re
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.models import User
from configurator import share_cards
from configurator.models import Design, Likeness
from configurator.seeing import USUAL
from measurements.figure import SKINS
from orders import letters, picturing, tracking
from orders.models import BasketLine, Letter, Order, OrderLine
from orders.own_data import forget

from . import shop

pytestmark = pytest.mark.usefixtures("demo")


def ordered(client: Client) -> Order:
    shop.measure(client)
    shop.put_design(client)
    assert shop.check_out(client).status_code == 302
    return Order.objects.get()


def parts_of(message: Message) -> list[str]:
    return [part.get_content_type() for part in message.walk()]


def test_a_letter_brings_its_pictures_along(client: Client) -> None:
    order = ordered(client)
    assert letters.send_letter.call(order.letters.get(kind=Letter.Kind.PLACED).pk)
    message = mail.outbox[0].message()
    assert parts_of(message) == [
        "multipart/related", "multipart/alternative", "text/plain", "text/html", "image/png",
    ]  # fmt: skip
    html, image = list(message.walk())[3:]
    shown = html.get_payload(decode=True).decode()
    [(cid, alt)] = re.findall(r'<img src="cid:([^"]+)" alt="([^"]+)"', shown)
    assert image["Content-ID"] == f"<{cid}>"
    assert image["Content-Disposition"].startswith("inline")
    frozen = OrderLine.objects.get().frozen
    assert frozen["name"] in alt
    assert frozen["fabric"]["name"] in alt
    content = image.get_payload(decode=True)
    assert len(content) < 80_000
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.height) == ("PNG", letters.HIGH)


def test_a_letter_goes_out_though_its_picture_cannot_be_made(client: Client) -> None:
    order = ordered(client)
    OrderLine.objects.update(picture="<svg>")
    message = letters.message_of(order.letters.get()).message()
    assert "image/png" not in parts_of(message)
    assert "cid:" not in message.as_string()


def test_a_letter_shows_the_stock_figure(client: Client) -> None:
    ordered(client)
    line = OrderLine.objects.get()
    assert line.picture == picturing.picture(line.frozen)
    assert line.picture != picturing.own_picture(line.frozen)


def test_the_basket_draws_on_her_own_figure(client: Client) -> None:
    shop.measure(client)
    shop.put_design(client)
    address = reverse("orders:basket_picture", args=[BasketLine.objects.get().pk])
    hers = client.get(address)
    assert "no-store" in hers["Cache-Control"]
    shop.measure(client, bust_girth=1100.0, waist_girth=950.0, hip_girth=1150.0)
    assert client.get(address).content != hers.content
    assert Client().get(address).status_code == 404
    assert ", front" in shop.page(client, "basket")


def test_her_own_figure_is_for_her_account_alone(client: Client, customer: User) -> None:
    client.force_login(customer)
    order = ordered(client)
    line = order.lines.get()
    own = reverse("orders:own_picture", args=[tracking.signed(order), 1])
    assert own in shop.page(client, "tracking", tracking.signed(order))
    assert own in client.get(reverse("orders:mine")).content.decode(), "among her orders too"
    shown = client.get(own)
    assert shown.content.decode() == picturing.own_picture(line.frozen, USUAL.look)
    assert "no-store" in shown["Cache-Control"]
    stranger = Client()  # with the link, which may be passed on
    page = shop.page(stranger, "tracking", tracking.signed(order))
    assert own not in page
    assert reverse("orders:picture", args=[tracking.signed(order), 1]) in page
    assert stranger.get(own).status_code == 404
    other = User.objects.create_user("other@example.com", "a password for tests")
    stranger.force_login(other)
    assert stranger.get(own).status_code == 404


def test_a_guest_sees_her_own_order_on_her_own_figure(client: Client) -> None:
    order = ordered(client)
    signed = tracking.signed(order)
    own = reverse("orders:own_picture", args=[signed, 1])
    page = shop.page(client, "tracking", signed)
    assert own in page
    assert "Drawn on your own figure" in page
    shown = client.get(own).content.decode()
    line = order.lines.get()
    assert shown == picturing.own_picture(line.frozen, USUAL.look), "as the studio showed it"
    assert shown != line.picture
    stranger = Client()
    shop.measure(stranger)
    shop.put_design(stranger)
    shop.check_out(stranger)  # who ordered something else is a stranger too
    page = shop.page(stranger, "tracking", signed)
    assert own not in page
    assert "Drawn on your own figure" not in page
    assert stranger.get(own).status_code == 404


@pytest.mark.parametrize("hers", [True, False])
def test_whoever_signs_in_at_a_guests_browser_sees_what_is_hers(
    client: Client, customer: User, hers: bool
) -> None:
    order = ordered(client)
    if hers:
        Order.objects.update(email=customer.email.upper())
    client.post(
        reverse("account_login"), {"login": customer.email, "password": "a password for tests"}
    )
    signed = tracking.signed(order)
    own = reverse("orders:own_picture", args=[signed, 1])
    assert (own in shop.page(client, "tracking", signed)) == hers
    assert client.get(own).status_code == (200 if hers else 404)
    assert (order.number in shop.page(client, "mine")) == hers
    client.post(reverse("account_logout"))
    assert client.get(own).status_code == 404


def test_her_order_has_her_skin_and_hair(client: Client, customer: User) -> None:
    client.force_login(customer)
    order = ordered(client)
    Likeness.objects.create(user=customer, seeing={"skin": "deep", "figure": True})
    own = client.get(reverse("orders:own_picture", args=[tracking.signed(order), 1]))
    assert SKINS["deep"].skin in own.content.decode()
    assert SKINS["deep"].skin not in order.lines.get().picture


def test_her_cards_go_with_her(
    client: Client, customer: User, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(customer)
    design = shop.designed(client)
    Design.objects.update(owner=customer)
    card = share_cards.of_design(design).file
    default_storage.save(card, ContentFile(b"a card"))
    forget(customer)
    assert not default_storage.exists(card)


def test_what_is_forgotten_is_shown_as_it_was_ordered(client: Client, customer: User) -> None:
    client.force_login(customer)
    order = ordered(client)
    line = order.lines.get()
    line.frozen = {**line.frozen, "body": None}
    line.save()
    own = reverse("orders:own_picture", args=[tracking.signed(order), 1])
    assert client.get(own).content.decode() == line.picture
