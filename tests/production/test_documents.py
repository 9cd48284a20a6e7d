"""A work order's documents are made once, from what was frozen, and kept for good."""

from __future__ import annotations

import hashlib
import io
import threading
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from patterns.drafting.draft import Refusal
from production import documents
from production.documents import make_documents, missing_kinds
from production.models import Document, WorkOrder

from .frozen import PENCIL_SKIRT, frozen, placed, ready_made


@pytest.fixture(autouse=True)
def _private(tmp_path: Path, settings: Any) -> None:
    settings.PRIVATE_ROOT = tmp_path / "private"


def files() -> list[Path]:
    return sorted(path for path in Path(settings.PRIVATE_ROOT).rglob("*") if path.is_file())


@pytest.mark.django_db
def test_placing_twice_places_once_and_asks_once() -> None:
    first, second = placed(), placed()
    assert first == second
    assert WorkOrder.objects.count() == 1
    assert DBTaskResult.objects.filter(queue_name="documents").count() == 1


@pytest.mark.django_db
def test_ready_made_is_work_without_documents() -> None:
    work = placed(design=ready_made())
    assert not DBTaskResult.objects.exists()
    assert missing_kinds(work) == []
    assert make_documents(work.pk) == []


@pytest.mark.django_db
def test_both_documents_are_kept_out_of_the_public_folder() -> None:
    work = placed()
    made = make_documents(work.pk)
    assert {document.kind for document in made} == {"spec_sheet", "pattern"}
    for document in made:
        content = document.file.open().read()
        assert document.sha256 == hashlib.sha256(content).hexdigest()
        assert not Path(document.file.path).is_relative_to(settings.MEDIA_ROOT)
        reader = PdfReader(io.BytesIO(content))
        for number, page in enumerate(reader.pages, start=1):
            text = page.extract_text()
            assert "T-2026-0042/1" in text
            assert f"page {number} of {len(reader.pages)}" in text
    assert len(files()) == 2


@pytest.mark.django_db
def test_made_twice_is_one_set() -> None:
    work = placed()
    first = make_documents(work.pk)
    assert make_documents(work.pk) == first
    assert Document.objects.count() == len(files()) == 2


@pytest.mark.django_db
def test_drawn_again_from_the_frozen_design_it_is_byte_for_byte_the_same() -> None:
    work = placed(design=frozen(PENCIL_SKIRT))
    first = {document.kind: document.sha256 for document in make_documents(work.pk)}
    Document.objects.all().delete()
    for path in files():
        path.unlink()
    assert {document.kind: document.sha256 for document in make_documents(work.pk)} == first


@pytest.mark.django_db
def test_under_a_later_engine_what_is_kept_is_not_drawn_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = placed()
    first = make_documents(work.pk)

    def must_not(*args: object) -> None:
        raise AssertionError("drafted again")

    monkeypatch.setattr(documents, "ENGINE", "toile 9")
    monkeypatch.setattr(documents, "draft_frozen", must_not)
    again = make_documents(work.pk)
    assert [(d.sha256, d.engine) for d in again] == [(d.sha256, d.engine) for d in first]


@pytest.mark.django_db
def test_one_that_failed_half_way_is_completed_and_the_kept_one_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = placed()

    def fails(*args: object) -> bytes:
        raise OSError("no room on the disk")

    with monkeypatch.context() as patch:
        patch.setattr(documents, "MAKERS", {**documents.MAKERS, "pattern": fails})
        with pytest.raises(OSError, match="no room"):
            make_documents(work.pk)
    work.refresh_from_db()
    assert "no room on the disk" in work.problem
    kept = Document.objects.get()
    assert kept.kind == "spec_sheet"
    assert kept in make_documents(work.pk)
    assert Document.objects.count() == len(files()) == 2


@pytest.mark.django_db
def test_a_refusal_stands_on_the_work_order_in_words_until_it_is_solved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = placed()

    def refuses(*args: object) -> None:
        raise Refusal("dart_too_wide", "The bust dart would be too wide for this bodice.")

    with monkeypatch.context() as patch:
        patch.setattr(documents, "draft_frozen", refuses)
        with pytest.raises(Refusal):
            make_documents(work.pk)
    work.refresh_from_db()
    assert work.problem == "The bust dart would be too wide for this bodice."
    assert len(make_documents(work.pk)) == 2
    work.refresh_from_db()
    assert work.problem == ""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_once_make_one_set() -> None:
    work = placed()
    start = threading.Barrier(2)
    made: list[list[str]] = []

    def make() -> None:
        start.wait()
        made.append(sorted(document.sha256 for document in make_documents(work.pk)))
        connection.close()

    threads = [threading.Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made[0] == made[1]
    assert Document.objects.count() == len(files()) == 2
