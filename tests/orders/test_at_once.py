"""Two at the same moment: real threads, each with its own connection to the database's file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from orders import placing, tracking
from orders.models import Letter, Order, Payment
from orders.states import State
from orders.sweeping import cancel_stale_orders
from patterns.models import StockedSize
from production.models import WorkOrder
from tests import furnished

from . import shop
from .fake_stripe import FakeStripe, tell

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def demo(transactional_db: None, django_db_serialized_rollback: None) -> None:
    furnished.lay()


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run all of them in threads of their own; gives what each gave."""

    def alone(call: Callable[[], Any]) -> Any:
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(alone, calls))


def wait_for_each_other(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    """Have two threads leave a function together, so that what follows meets."""
    barrier = threading.Barrier(2, timeout=20)
    function = getattr(owner, name)

    def together(*args: Any, **kwargs: Any) -> Any:
        answer = function(*args, **kwargs)
        barrier.wait()
        return answer

    monkeypatch.setattr(owner, name, together)


def test_success_page_and_webhook_at_the_same_moment(
    buyer: Client, at_stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    at_stripe.pay(at_stripe.last)
    back = urlsplit(at_stripe.sessions[at_stripe.last]["success_url"]).path
    event = at_stripe.event("checkout.session.completed", at_stripe.last)
    # Both have heard "paid" from Stripe before either has written it down.
    from orders.payment import stripe

    wait_for_each_other(monkeypatch, stripe, "report_of")
    page, told = at_once(lambda: buyer.get(back), lambda: tell(Client(), event))
    assert page.headers["Location"] == tracking.path(order, "confirmation")
    assert told.status_code == 204
    order.refresh_from_db()
    assert order.state == State.PAID
    assert at_stripe.charges == 1
    assert WorkOrder.objects.count() == 1
    assert Payment.objects.filter(status="paid", refund_due=False).count() == 1
    assert order.events.filter(from_state=State.PLACED, to_state=State.PAID).count() == 1
    assert Letter.objects.filter(kind=Letter.Kind.PAID).count() == 1


def test_the_last_piece_bought_by_two_at_once(
    buyer: Client, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = shop.stocked(1)
    shop.put_piece(buyer, size)
    shop.put_piece(stranger, size)
    forms = [shop.checkout_form(buyer), shop.checkout_form(stranger)]
    # Both have found the piece in stock before either has taken it.
    wait_for_each_other(monkeypatch, placing, "picture")
    answers = at_once(
        lambda: buyer.post("/checkout/", forms[0]), lambda: stranger.post("/checkout/", forms[1])
    )
    assert Order.objects.count() == 1
    assert StockedSize.objects.get(pk=size.pk).quantity == 0
    went_on = [answer.headers["Location"].startswith("/till/") for answer in answers]
    assert sorted(went_on) == [False, True]
    loser = (buyer, stranger)[went_on.index(False)]
    html = loser.get("/checkout/", follow=True).content.decode()
    assert "has just been sold" in html


def test_a_double_click_on_order_and_pay(
    buyer: Client, at_stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.put_design(buyer)
    form = shop.checkout_form(buyer)
    wait_for_each_other(monkeypatch, placing, "picture")
    first, second = at_once(
        lambda: buyer.post("/checkout/", form), lambda: buyer.post("/checkout/", form)
    )
    assert first.headers["Location"] == second.headers["Location"]
    assert Order.objects.count() == 1
    assert Payment.objects.count() == 1
    assert len(at_stripe.sessions) == 1


def test_a_double_click_at_the_till(buyer: Client) -> None:
    shop.put_design(buyer)
    order = shop.placed(buyer)
    till = reverse("orders:till", args=[order.payments.get().key])

    def pay() -> Any:
        return buyer.post(till, {"answer": "pay"})

    answers = at_once(pay, pay)
    assert {a.headers["Location"] for a in answers} == {tracking.path(order, "confirmation")}
    assert WorkOrder.objects.count() == 1


def test_paid_in_the_moment_of_its_cancelling(
    buyer: Client, at_stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.put_piece(buyer, size := shop.stocked(1))
    order = shop.placed(buyer)
    Order.objects.update(placed=timezone.now() - timedelta(days=2))
    at_stripe.pay(at_stripe.last)
    event = at_stripe.event("checkout.session.completed", at_stripe.last)
    from orders.payment import stripe

    wait_for_each_other(monkeypatch, stripe, "report_of")
    at_once(cancel_stale_orders, lambda: tell(Client(), event))
    order.refresh_from_db()
    assert order.state == State.PAID
    assert WorkOrder.objects.count() == 1
    assert StockedSize.objects.get(pk=size.pk).quantity == 0
