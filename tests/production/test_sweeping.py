"""What the worker's round finds: missing documents, failures that wait longer, orphans."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from production import sweeping
from production.documents import MAKERS
from production.models import Document, WorkOrder

from .frozen import placed, ready_made

pytestmark = pytest.mark.django_db


def the_task() -> DBTaskResult:
    return DBTaskResult.objects.latest("enqueued_at")


def dead_worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}:1"  # our number, but it started at boot


def documents_of(work: WorkOrder) -> None:
    for kind in MAKERS:
        Document.objects.create(
            work_order=work, kind=kind, revision=1, file="x.pdf", sha256="0" * 64, engine="toile"
        )


def test_what_is_in_the_queue_or_made_or_ready_made_is_not_asked_for() -> None:
    placed()
    placed(2, ready_made())
    done = placed(3)
    DBTaskResult.objects.filter(args_kwargs__args=[done.pk]).delete()
    documents_of(done)
    assert sweeping.ask_for_missing() == []


def test_what_was_lost_is_asked_for_once() -> None:
    work = placed()
    DBTaskResult.objects.all().delete()
    assert sweeping.ask_for_missing() == [work.pk]
    assert sweeping.ask_for_missing() == []


def test_an_earlier_revision_does_not_count() -> None:
    work = placed()
    DBTaskResult.objects.all().delete()
    documents_of(work)
    WorkOrder.objects.filter(pk=work.pk).update(revision=2)
    assert sweeping.ask_for_missing() == [work.pk]


def test_a_failure_is_asked_for_again_later_and_at_the_next_start_at_once() -> None:
    work = placed()
    the_task().set_failed(ValueError("no"))
    assert sweeping.ask_for_missing() == []
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(minutes=3))
    assert sweeping.ask_for_missing() == [work.pk]
    the_task().set_failed(ValueError("no"))
    assert sweeping.ask_for_missing(at_once=True) == [work.pk]


def test_the_work_of_a_dead_worker_goes_back_and_after_the_third_time_is_failed() -> None:
    placed()
    for _ in range(2):
        the_task().claim(dead_worker())
        assert sweeping.put_back_orphans() == 1
        assert the_task().status == "READY"
    the_task().claim(dead_worker())
    assert sweeping.put_back_orphans() == 1
    assert the_task().status == "FAILED"
    assert the_task().finished_at is not None


def test_the_work_of_a_living_worker_is_left() -> None:
    placed()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        the_task().claim(sweeping.worker_id(other.pid))
        assert sweeping.put_back_orphans() == 0
        other.communicate(b"\n")


def test_its_own_task_whose_end_could_not_be_written_goes_back() -> None:
    placed()
    the_task().claim(sweeping.worker_id())
    assert sweeping.put_back_orphans() == 1
    assert the_task().status == "READY"


def test_a_worker_of_whom_nothing_is_known_is_given_half_an_hour() -> None:
    placed()
    the_task().claim("another-host:12:345")
    assert sweeping.put_back_orphans() == 0
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=31))
    assert sweeping.put_back_orphans() == 1


def test_other_rooms_have_their_turn_and_one_that_fails_stops_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran = []

    def fails() -> None:
        raise RuntimeError("not today")

    monkeypatch.setattr(sweeping, "_others", [])
    sweeping.each_minute(fails)
    sweeping.each_minute(lambda: ran.append("mail"))
    sweeping.sweep()
    assert ran == ["mail"]
