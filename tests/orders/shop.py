"""What a buyer does, in the fewest words, for the tests of orders."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from configurator.models import Design
from orders.models import Order
from patterns.models import PatternTemplate, StockedSize

BODY = {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}
ADDRESS = {
    "email": "anna@example.com",
    "name": "Łucja Brandt",
    "street": "12 rue des Lilas",
    "extra": "2nd floor",
    "postcode": "75011",
    "city": "Paris",
    "country": "FR",
}


def measure(client: Client, **values: float) -> None:
    """Keep a guest's measurements, mm."""
    session = client.session
    session["measurements"] = {"values": {**BODY, **values}, "unit": "cm"}
    session.save()


def designed(client: Client, slug: str = "pencil-skirt", **choices: Any) -> Design:
    """A design of the visitor's own."""
    template = PatternTemplate.objects.get(slug=slug)
    design = Design.objects.create(
        template=template, fabric=template.offered_fabrics()[0], choices=choices
    )
    session = client.session
    session["designs"] = [*session.get("designs", []), design.key]
    session.save()
    return design


def put_design(client: Client, slug: str = "pencil-skirt", **choices: Any) -> Design:
    design = designed(client, slug, **choices)
    client.post(reverse("orders:add_design", args=[design.key]))
    return design


def stocked(quantity: int) -> StockedSize:
    """A size of a ready-made piece, with so many of it in stock."""
    size = StockedSize.objects.select_related("piece").first()
    assert size is not None
    StockedSize.objects.filter(pk=size.pk).update(quantity=quantity)
    size.refresh_from_db()
    return size


def put_piece(client: Client, size: StockedSize) -> HttpResponse:
    return client.post(reverse("orders:add_piece"), {"size": size.pk})


def page(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(f"orders:{name}", args=args), follow=True).content.decode()


def checkout_form(client: Client, **changes: str) -> dict[str, str]:
    """The checkout page's form as it came, filled in."""
    html = page(client, "checkout")
    hidden = dict(re.findall(r'type="hidden" name="(token|shown)" value="([^"]*)"', html))
    assert set(hidden) == {"token", "shown"}, html
    return {**hidden, **ADDRESS, **changes}


def check_out(client: Client, **changes: str) -> HttpResponse:
    """Fill in the checkout and send it."""
    return client.post(reverse("orders:checkout"), checkout_form(client, **changes))


def placed(client: Client) -> Order:
    """Check out, and give the order."""
    check_out(client)
    order = Order.objects.first()
    assert order is not None
    return order


def at_till(client: Client, order: Order, answer: str) -> HttpResponse:
    """Answer the till about the order's latest payment, and follow where it leads."""
    payment = order.payments.last()
    assert payment is not None
    return client.post(reverse("orders:till", args=[payment.key]), {"answer": answer}, follow=True)
