"""How much work one change is."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from configurator import drafting
from configurator.drafting import Made
from configurator.models import Design
from measurements.charts import STOCK_BODY
from patterns.models import Fabric, PatternTemplate

from .test_studio import change, key_of, page


def test_a_change_takes_few_queries_signed_in_or_not(demo: None, customer: User) -> None:
    for client in (Client(), Client()):
        key = key_of(page(change(client)))
        with CaptureQueriesContext(connection) as queries:
            change(client, length="61", design__key=key)
        assert len(queries.captured_queries) <= 12
        client.force_login(customer)
        with CaptureQueriesContext(connection) as queries:
            change(client, length="62", design__key=key)
        assert len(queries.captured_queries) <= 12


def test_nothing_is_written_when_nothing_changed(demo: None, client: Client) -> None:
    key = key_of(page(change(client)))
    before = Design.objects.get().updated
    change(client, design__key=key)
    assert Design.objects.get().updated == before


def test_one_change_is_drafted_once(
    demo: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    real = drafting.proved_draft

    def counted(*args: object, **kwargs: object) -> object:
        made.append(args)
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(drafting, "proved_draft", counted)
    key = key_of(page(change(client, length="59.7")))
    assert len(made) == 1
    client.get(f"/studio/d/{key}/")
    assert len(made) == 1


def test_what_is_remembered_stays_small(sheath: PatternTemplate, navy: Fabric) -> None:
    recent: drafting.Recent[int] = drafting.Recent(3)
    for number in range(10):
        assert recent.get(number, lambda number=number: number) == number  # type: ignore[misc]
    assert len(recent._results) == 3


def test_what_is_remembered_is_found_by_content(sheath: PatternTemplate, navy: Fabric) -> None:
    spec = sheath.spec
    one = Made(spec, {"length": 600.0}, STOCK_BODY)
    assert Made(spec, {"length": 600.0}, STOCK_BODY).draft is one.draft
    assert Made(spec, {"length": 610.0}, STOCK_BODY).draft is not one.draft
