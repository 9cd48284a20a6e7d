"""No page shows staff what tells of a woman's body without writing down that it was looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from measurements.models import Profile
from production.documents import make_documents
from production.models import Look, WorkOrder
from tests.config.test_doors import admin_paths, routes

from .frozen import TOLD, frozen, placed

pytestmark = pytest.mark.django_db
WORD = "velvet-quince"
HERS = {**TOLD, "notes": f"Spare the {WORD}."}


@pytest.fixture
def keeper(client: Client) -> Client:
    """Who keeps the store: every right there is."""
    client.raise_request_exception = (
        False  # Wagtail has a page that fails, to see what is seen then
    )
    client.force_login(User.objects.create_superuser("keeper@example.com", "a password for tests"))
    return client


@pytest.fixture
def work(settings: Any, tmp_path: Path) -> WorkOrder:
    settings.PRIVATE_ROOT = tmp_path
    work = placed(design=frozen(tailor=HERS))
    make_documents(work.pk)
    WorkOrder.objects.filter(pk=work.pk).update(problem=f"It does not fit the {WORD}.")
    return work


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_whatever_is_shown_is_a_look(keeper: Client, customer: User, work: WorkOrder) -> None:
    Profile.objects.create(user=customer, name=WORD, values={"bust_girth": 913.7}, tailor=HERS)
    bench = [reverse("bench:list"), work.get_absolute_url()]
    bench += [document.get_absolute_url() for document in work.documents.all()]
    hers = [reverse("measurements:profile", args=[Profile.objects.get().pk])]
    users = [
        f"/admin/users/{page}/{customer.pk}/" for page in ("edit", "usage", "history", "delete")
    ]
    shown = []
    for path in [*bench, *hers, *users, *sorted(admin_paths())]:
        before = Look.objects.count()
        told = content(keeper.get(path))
        looked = Look.objects.count() > before
        assert looked or WORD.encode() not in told, path
        if looked:
            shown.append(path)
    assert shown == bench[1:], "the work order and its documents, and nothing else"


def test_the_bench_has_no_address_that_this_does_not_know(work: WorkOrder) -> None:
    known = {"", "<int:pk>/", "<int:pk>/move/", "<int:pk>/ask-again/"}
    known.add("<int:pk>/<slug:kind>-r<int:revision>.pdf")
    found = {route.removeprefix("bench/") for route, _ in routes() if route.startswith("bench/")}
    assert found == known, "does it show a body? Then it calls record_look"
