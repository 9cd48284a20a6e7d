"""What is sealed: columns, sessions, files and dumps say nothing; no query looks into them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.contrib.sessions.models import Session
from django.core import serializers
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from measurements.models import Profile
from orders.models import OrderLine
from patterns.drafting.draft import Refusal
from production import documents
from production.models import KeptFiles, WorkOrder
from production.tasks import make_documents_task
from sealing.seals import BEGINNING, Unreadable, seal, unseal
from tests.production.frozen import placed

VALUES = {"bust_girth": 913.7, "waist_girth": 768.9}


def raw(table: str, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM "{table}"')
        (value,) = cursor.fetchone()
    return str(value)


@pytest.fixture
def profile(customer: User) -> Profile:
    return Profile.objects.create(user=customer, values=VALUES)


def test_a_sealed_column_gives_back_what_was_put_in(profile: Profile) -> None:
    assert Profile.objects.get().values == VALUES
    assert Profile.objects.values_list("values", flat=True).get() == VALUES
    assert raw("measurements_profile", "values").startswith(BEGINNING)
    Profile.objects.update(values={"height": 1700.5})
    assert Profile.objects.get().values == {"height": 1700.5}


def test_equal_values_look_unlike() -> None:
    assert seal(b"913.7") != seal(b"913.7")


@pytest.mark.parametrize(
    ("model", "lookup"),
    [
        (Profile, {"values": VALUES}),
        (Profile, {"values__bust_girth": 913.7}),
        (Profile, {"values__contains": "9"}),
        (Profile, {"values__in": [VALUES]}),
        (OrderLine, {"frozen__kind": "custom"}),
        (WorkOrder, {"frozen__name__icontains": "dress"}),
        (WorkOrder, {"problem": ""}),
    ],
)
def test_no_query_looks_into_it(model: Any, lookup: dict[str, Any]) -> None:
    with pytest.raises(FieldError, match="sealed"):
        model.objects.filter(**lookup)


def test_a_dump_of_the_database_is_sealed_and_can_be_laid_back(profile: Profile) -> None:
    dump = serializers.serialize("json", Profile.objects.all())
    assert "913" not in dump
    Profile.objects.all().delete()
    for kept in serializers.deserialize("json", dump):
        kept.save()
    assert Profile.objects.get().values == VALUES


@pytest.mark.django_db
def test_a_guests_session_is_sealed(client: Client) -> None:
    session = client.session
    session["measurements"] = {"values": VALUES, "unit": "cm"}
    session.save()
    assert Session.objects.get().session_data.startswith(BEGINNING)
    assert client.session["measurements"]["values"] == VALUES
    assert 'value="91.37"' in client.get(reverse("measurements:edit")).content.decode()


@pytest.mark.django_db
def test_a_session_that_no_key_opens_begins_anew(client: Client, settings: Any) -> None:
    session = client.session
    session["measurements"] = {"values": VALUES, "unit": "cm"}
    session.save()
    settings.DATA_KEYS = [Fernet.generate_key().decode()]
    assert "91.37" not in client.get(reverse("measurements:edit")).content.decode()


def test_files_are_sealed_and_read_through_their_storage(tmp_path: Path, settings: Any) -> None:
    settings.PRIVATE_ROOT = tmp_path
    storage = KeptFiles()
    name = storage.save("sheet.pdf", ContentFile(b"%PDF 913.7"))
    assert (tmp_path / name).read_text().startswith(BEGINNING)
    assert storage.open(name).read() == b"%PDF 913.7"
    assert storage.size(name) == 10


def test_without_its_key_it_is_unreadable_and_without_any_it_is_said(settings: Any) -> None:
    kept = seal(b"913.7")
    settings.DATA_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(Unreadable, match="No key in DATA_KEYS"):
        unseal(kept)
    settings.DATA_KEYS = []
    with pytest.raises(ImproperlyConfigured, match="DATA_KEYS has no key"):
        seal(b"913.7")


@pytest.mark.django_db
def test_a_task_that_fails_says_where_and_never_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any
) -> None:
    settings.PRIVATE_ROOT = tmp_path
    backend = "django_tasks.backends.immediate.ImmediateBackend"
    settings.TASKS = {"default": {"BACKEND": backend, "QUEUES": ["documents"]}}
    words = "A bust of 913.7 mm is more than this bodice can take."

    def refuses(*args: object) -> None:
        raise Refusal("dart_too_wide", words)

    monkeypatch.setattr(documents, "draft_frozen", refuses)
    work = placed()
    told = make_documents_task.enqueue(work.pk).errors[0].traceback
    assert "913" not in told
    assert "draft_frozen(work_order.frozen)" in told
    work.refresh_from_db()
    assert work.problem == words
    assert "913" not in raw("production_workorder", "problem")


@pytest.mark.django_db
def test_no_task_carries_more_than_keys(tmp_path: Path, settings: Any) -> None:
    """Every task of the house takes keys of rows alone."""
    from orders.letters import send_letter

    for task in (make_documents_task, send_letter):
        kinds = {name: kind for name, kind in task.func.__annotations__.items() if name != "return"}
        assert set(kinds.values()) == {"int"}, task.module_path
    placed()
    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [
        [WorkOrder.objects.get().pk]
    ]
