"""Stripe Checkout: whatever is heard, and however often, one order, one charge, one set of work."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import stripe
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from orders import tracking
from orders.models import Letter, Order, Payment
from orders.payment.stripe import API_VERSION
from orders.states import State
from orders.sweeping import ask_after_payments, cancel_stale_orders
from production.models import WorkOrder

from . import shop
from .fake_stripe import FakeStripe, tell

COMPLETED = "checkout.session.completed"
EXPIRED = "checkout.session.expired"
SUCCEEDED = "checkout.session.async_payment_succeeded"
FAILED = "checkout.session.async_payment_failed"


@pytest.fixture
def order(buyer: Client, at_stripe: FakeStripe) -> Order:
    shop.put_design(buyer)
    return shop.placed(buyer)


def come_back(client: Client, fake: FakeStripe, session: str = "") -> str:
    """The buyer returns from Stripe's page."""
    path = urlsplit(fake.sessions[session or fake.last]["success_url"]).path
    return client.get(path, follow=True).content.decode()


def pay_again(client: Client, order: Order) -> str:
    answer = client.post(reverse("orders:pay", args=[tracking.signed(order)]))
    return str(answer.headers["Location"])


def state(order: Order) -> str:
    order.refresh_from_db()
    return order.state


def one_of_all(order: Order, fake: FakeStripe) -> None:
    assert state(order) == State.PAID
    assert fake.charges == 1
    assert Order.objects.count() == 1
    assert order.payments.filter(status="paid", refund_due=False).count() == 1
    assert WorkOrder.objects.count() == order.lines.count()
    assert order.events.filter(to_state=State.PAID).exclude(from_state=State.PAID).count() == 1
    assert Letter.objects.filter(order=order, kind=Letter.Kind.PAID).count() == 1


def test_what_stripe_is_told(order: Order, at_stripe: FakeStripe) -> None:
    payment = order.payments.get()
    ((method, path, headers, words),) = at_stripe.requests
    assert (method, path) == ("post", "")
    assert headers["Stripe-Version"] == API_VERSION == stripe.api_version
    assert headers["Idempotency-Key"].startswith(f"{order.number}-1-")
    assert words["mode"] == "payment"
    assert words["line_items[0][price_data][currency]"] == "eur"
    assert int(words["line_items[0][price_data][unit_amount]"]) == order.lines.get().amount
    assert at_stripe.sessions[at_stripe.last]["amount_total"] == order.total
    assert words["customer_email"] == "anna@example.com"
    assert words["cancel_url"] == tracking.address(order)
    assert payment.key in words["success_url"]
    assert not any(
        name in "".join(words.values()) for name in ("girth", "bust", "waist", "hip_", "height")
    )
    assert payment.url == at_stripe.sessions[at_stripe.last]["url"]


def test_the_buyer_is_sent_to_stripe(buyer: Client, at_stripe: FakeStripe) -> None:
    shop.put_design(buyer)
    answer = shop.check_out(buyer)
    assert answer.headers["Location"] == at_stripe.sessions[at_stripe.last]["url"]


def test_webhook_and_return_make_it_paid_once(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    at_stripe.pay(at_stripe.last)
    assert tell(buyer, at_stripe.event(COMPLETED, at_stripe.last)).status_code == 204
    assert "Thank you" in come_back(buyer, at_stripe)
    one_of_all(order, at_stripe)


def test_the_return_alone_makes_it_paid(buyer: Client, order: Order, at_stripe: FakeStripe) -> None:
    at_stripe.pay(at_stripe.last)
    assert "Thank you" in come_back(buyer, at_stripe)
    one_of_all(order, at_stripe)


def test_a_repeated_event_changes_nothing(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    at_stripe.pay(at_stripe.last)
    event = at_stripe.event(COMPLETED, at_stripe.last)
    for _ in range(3):
        assert tell(buyer, event).status_code == 204
    one_of_all(order, at_stripe)


@pytest.mark.parametrize("late", [EXPIRED, FAILED, COMPLETED])
def test_events_out_of_order_change_nothing(
    buyer: Client, order: Order, at_stripe: FakeStripe, late: str
) -> None:
    at_stripe.pay(at_stripe.last)
    tell(buyer, at_stripe.event(SUCCEEDED, at_stripe.last))
    tell(buyer, at_stripe.event(late, at_stripe.last, status="expired", payment_status="unpaid"))
    one_of_all(order, at_stripe)


def test_what_an_event_claims_is_not_believed(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    claims = {"status": "complete", "payment_status": "paid", "amount_total": 1}
    assert tell(buyer, at_stripe.event(COMPLETED, at_stripe.last, **claims)).status_code == 204
    assert state(order) == State.PLACED
    assert not WorkOrder.objects.exists()


@pytest.mark.parametrize("signature", ["", "t=1,v1=abc", "nonsense", "t=,v1="])
def test_a_forged_signature_is_refused(
    buyer: Client, order: Order, at_stripe: FakeStripe, signature: str
) -> None:
    at_stripe.pay(at_stripe.last)
    event = at_stripe.event(COMPLETED, at_stripe.last)
    assert tell(buyer, event, signature=signature).status_code == 400
    assert tell(buyer, event, secret="whsec_another").status_code == 400
    assert state(order) == State.PLACED


def test_an_old_signature_is_refused(buyer: Client, order: Order, at_stripe: FakeStripe) -> None:
    event = at_stripe.event(COMPLETED, at_stripe.last)
    old = stripe.WebhookSignature.generate_signature_header(
        event, "whsec_toile", int(timezone.now().timestamp()) - 3600
    )
    assert tell(buyer, event, signature=old).status_code == 400


def test_a_shop_without_stripe_has_no_webhook(demo: None, client: Client) -> None:
    assert tell(client, FakeStripe().event(COMPLETED, "cs_test_1")).status_code == 404


def test_events_of_others_are_passed_over(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    assert tell(buyer, at_stripe.event("customer.created", "cus_1")).status_code == 204
    assert tell(buyer, at_stripe.event(COMPLETED, "cs_of_another_shop")).status_code == 204
    at_stripe.sessions["cs_other"] = {**at_stripe.sessions[at_stripe.last], "id": "cs_other"}
    at_stripe.sessions["cs_other"]["metadata"] = {}
    at_stripe.pay("cs_other")
    assert tell(buyer, at_stripe.event(COMPLETED, "cs_other")).status_code == 204
    assert state(order) == State.PLACED


def test_an_event_before_we_noted_the_session_is_understood(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    order.payments.update(session="", url="")
    at_stripe.pay(at_stripe.last)
    tell(buyer, at_stripe.event(COMPLETED, at_stripe.last))
    one_of_all(order, at_stripe)


def test_stripe_away_is_asked_again(buyer: Client, order: Order, at_stripe: FakeStripe) -> None:
    at_stripe.pay(at_stripe.last)
    event = at_stripe.event(COMPLETED, at_stripe.last)
    at_stripe.away = True
    assert tell(buyer, event).status_code == 503
    assert "still waiting to hear" in come_back(buyer, at_stripe)
    assert state(order) == State.PLACED
    at_stripe.away = False
    assert tell(buyer, event).status_code == 204
    one_of_all(order, at_stripe)


def test_stripe_away_at_checkout_keeps_the_order(buyer: Client, at_stripe: FakeStripe) -> None:
    shop.put_design(buyer)
    at_stripe.away = True
    form = shop.checkout_form(buyer)
    html = buyer.post("/checkout/", form, follow=True).content.decode()
    assert "does not answer just now" in html
    order = Order.objects.get()
    assert order.number in html
    at_stripe.away = False
    assert pay_again(buyer, order) == at_stripe.sessions[at_stripe.last]["url"]
    assert order.payments.count() == 1


def test_a_declined_payment_leaves_the_order_to_be_paid_again(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    first = at_stripe.last
    at_stripe.fail_transfer(first)
    tell(buyer, at_stripe.event(FAILED, first))
    assert "declined" in come_back(buyer, at_stripe)
    assert state(order) == State.PLACED
    assert pay_again(buyer, order).startswith("https://checkout.stripe.com/")
    assert at_stripe.last != first
    at_stripe.pay(at_stripe.last)
    tell(buyer, at_stripe.event(COMPLETED, at_stripe.last))
    tell(buyer, at_stripe.event(FAILED, first))
    one_of_all(order, at_stripe)


def test_an_abandoned_payment_can_be_taken_up_again(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    path = urlsplit(at_stripe.sessions[at_stripe.last]["cancel_url"]).path
    assert "wait for its payment" in buyer.get(path).content.decode()
    assert pay_again(buyer, order) == at_stripe.sessions["cs_test_1"]["url"]  # still open
    at_stripe.expire("cs_test_1")
    tell(buyer, at_stripe.event(EXPIRED, "cs_test_1"))
    assert order.payments.get().status == "closed"
    assert pay_again(buyer, order) == at_stripe.sessions["cs_test_2"]["url"]
    at_stripe.pay("cs_test_2")
    tell(buyer, at_stripe.event(COMPLETED, "cs_test_2"))
    one_of_all(order, at_stripe)


def test_who_has_paid_is_not_sent_to_pay_again(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    at_stripe.pay(at_stripe.last)  # and no event has come yet
    assert pay_again(buyer, order) == tracking.path(order)
    one_of_all(order, at_stripe)


def test_a_transfer_under_way_is_waited_for(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    at_stripe.begin_transfer(at_stripe.last)
    tell(buyer, at_stripe.event(COMPLETED, at_stripe.last))
    assert "on its way to us" in shop.page(buyer, "tracking", tracking.signed(order))
    assert pay_again(buyer, order) == tracking.path(order)
    assert order.payments.count() == 1
    Order.objects.update(placed=timezone.now() - timedelta(days=3))
    assert cancel_stale_orders() == 0
    at_stripe.pay(at_stripe.last)
    tell(buyer, at_stripe.event(SUCCEEDED, at_stripe.last))
    one_of_all(order, at_stripe)


def test_another_amount_than_the_orders_is_owed_back(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    at_stripe.sessions[at_stripe.last]["amount_total"] = 100
    at_stripe.pay(at_stripe.last)
    tell(buyer, at_stripe.event(COMPLETED, at_stripe.last))
    assert state(order) == State.PLACED
    assert order.payments.get().refund_due
    assert not WorkOrder.objects.exists()


def stale(order: Order) -> None:
    Order.objects.filter(pk=order.pk).update(placed=timezone.now() - timedelta(hours=30))


def test_a_stale_order_is_cancelled_and_its_session_expired(
    buyer: Client, at_stripe: FakeStripe
) -> None:
    size = shop.stocked(3)
    shop.put_piece(buyer, size)
    buyer.post("/basket/", {f"quantity-{line_key(buyer)}": "2"})
    order = shop.placed(buyer)
    size.refresh_from_db()
    assert size.quantity == 1
    stale(order)
    assert cancel_stale_orders() == 1
    assert cancel_stale_orders() == 0
    assert state(order) == State.CANCELLED
    assert at_stripe.sessions[at_stripe.last]["status"] == "expired"
    size.refresh_from_db()
    assert size.quantity == 3
    html = shop.page(buyer, "tracking", tracking.signed(order))
    assert "was cancelled" in html
    assert pay_again(buyer, order) == tracking.path(order)


def line_key(client: Client) -> int:
    from orders.models import BasketLine

    return BasketLine.objects.get().pk


def test_a_stale_order_that_turns_out_to_be_paid_is_paid(
    order: Order, at_stripe: FakeStripe
) -> None:
    at_stripe.pay(at_stripe.last)
    stale(order)
    assert cancel_stale_orders() == 0
    one_of_all(order, at_stripe)


def test_a_stale_order_waits_while_stripe_is_away(order: Order, at_stripe: FakeStripe) -> None:
    stale(order)
    at_stripe.away = True
    assert cancel_stale_orders() == 0
    assert state(order) == State.PLACED


def test_paid_after_it_was_cancelled_is_flagged_for_refund(
    buyer: Client, order: Order, at_stripe: FakeStripe
) -> None:
    stale(order)
    cancel_stale_orders()
    at_stripe.pay(at_stripe.last)  # as a page left open may
    for _ in range(2):
        tell(buyer, at_stripe.event(COMPLETED, at_stripe.last))
    assert state(order) == State.CANCELLED
    payment = order.payments.get()
    assert (payment.status, payment.refund_due) == (Payment.Status.PAID, True)
    assert Letter.objects.filter(order=order, kind=Letter.Kind.REFUND).count() == 1
    assert not WorkOrder.objects.exists()
    assert "send it back in full" in shop.page(buyer, "tracking", tracking.signed(order))


def test_a_lost_event_is_made_up_for_by_asking(order: Order, at_stripe: FakeStripe) -> None:
    at_stripe.pay(at_stripe.last)
    order.payments.update(expires=timezone.now() - timedelta(minutes=1))
    assert ask_after_payments() == 1
    one_of_all(order, at_stripe)


def test_an_attempt_that_never_reached_stripe_ends_by_itself(
    order: Order, at_stripe: FakeStripe, buyer: Client
) -> None:
    order.payments.update(session="", url="", expires=timezone.now() + timedelta(minutes=5))
    assert pay_again(buyer, order).startswith("https://checkout.stripe.com/")
    assert [p.status for p in order.payments.all()] == ["closed", "open"]


def test_secrets_are_asked_for(settings: Any) -> None:
    from orders.checks import payment_is_named

    assert payment_is_named() == []
    settings.PAYMENT_PROVIDER = "stripe"
    settings.STRIPE_SECRET_KEY = settings.STRIPE_WEBHOOK_SECRET = ""
    assert {error.id for error in payment_is_named()} == {"orders.E002"}
    settings.PAYMENT_PROVIDER = ""
    assert {error.id for error in payment_is_named()} == {"orders.E001"}
