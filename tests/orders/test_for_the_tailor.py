"""What a profile tells the tailor goes along with what is cut for it, and nobody else reads it."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from accounts.models import User
from measurements.models import Profile
from orders import tracking
from orders.models import Order
from production.models import WorkOrder

from . import shop


def test_what_she_told_the_tailor_goes_along(demo: None, client: Client, customer: User) -> None:
    client.force_login(customer)
    told = {"posture": ["rounded"], "notes": "A scar at the left side."}
    hers = Profile.objects.create(
        user=customer, name="Me", values=shop.BODY, tailor=told, is_default=True
    )
    Profile.objects.create(
        user=customer, name="My sister", values=shop.BODY, tailor={"notes": "No"}
    )
    shop.put_design(client)
    shop.put_piece(client, shop.stocked(2))
    seen = shop.page(client, "checkout")
    assert f'<a href="{reverse("measurements:profile", args=[hers.pk])}">Me</a>' in seen
    assert "scar" not in seen, "the page may be looked at over her shoulder"
    form = shop.checkout_form(client)
    Profile.objects.filter(pk=hers.pk).update(tailor={"notes": "Another."})
    client.post(reverse("orders:checkout"), form)
    assert not Order.objects.exists(), "she looks once more at what has changed"
    Profile.objects.filter(pk=hers.pk).update(tailor=told)
    order = shop.placed(client)
    assert [line.frozen["tailor"] for line in order.lines.all()] == [told, {}]
    Profile.objects.update(tailor={})
    shop.at_till(client, order, "pay")
    assert [work.frozen["tailor"] for work in WorkOrder.objects.order_by("line_number")] == [
        told,
        {},
    ]
    assert "scar" not in client.get(tracking.path(order)).content.decode()


def test_of_nothing_told_nothing_is_said(buyer: Client) -> None:
    shop.put_design(buyer)
    assert "For the tailor" not in shop.page(buyer, "checkout")
