"""A buyer with her measurements in her session, before the demo shop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests import furnished

from . import shop
from .fake_stripe import SECRET_KEY, WEBHOOK_SECRET, FakeStripe


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo catalogue, loaded once for a file's tests, each of which undoes only its own."""
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
        furnished.lay()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def demo(loaded: None, db: None) -> None:
    pass


@pytest.fixture
def buyer(demo: None, client: Client) -> Client:
    shop.measure(client)
    return client


@pytest.fixture
def stranger() -> Client:
    return Client()


@pytest.fixture
def at_stripe(settings: Any, monkeypatch: pytest.MonkeyPatch) -> FakeStripe:
    """The shop paid through Stripe, with Stripe in memory."""
    fake = FakeStripe()
    settings.PAYMENT_PROVIDER = "stripe"
    settings.STRIPE_SECRET_KEY = SECRET_KEY
    settings.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET
    monkeypatch.setattr("orders.payment.stripe.http_client", lambda: fake)
    return fake
