"""The worker as a process of its own: it makes documents, goes when it is told to, and what it left
behind when it was killed is made good by the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django_tasks_db.models import DBTaskResult

from production.documents import make_documents
from production.models import Document

from .frozen import PENCIL_SKIRT, frozen, placed

ROOT = Path(__file__).resolve().parent.parent.parent
Start = Callable[..., "subprocess.Popen[str]"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def start(tmp_path: Path, settings: Any) -> Iterator[Start]:
    """Start a Python process beside the test's own database and private folder."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    processes = []

    def starting(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "tests.production.worker_settings",
                "WORKER_DATABASE": str(connection.settings_dict["NAME"]),
                "WORKER_PRIVATE_ROOT": str(tmp_path / "private"),
                "PYTHONPATH": str(ROOT),
                "PYTHONHASHSEED": str(len(processes) + 1),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield starting
    for process in processes:
        process.kill()
        process.communicate()


def files() -> list[str]:
    root = Path(django_settings.PRIVATE_ROOT)
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def run_once(start: Start) -> None:
    process = start("manage.py", "worker", "--once")
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors


@pytest.mark.parametrize("where", ["half", "row"])
def test_killed_in_the_middle_of_a_document_it_leaves_one_set_after_a_restart(
    start: Start, where: str
) -> None:
    work = placed(design=frozen(PENCIL_SKIRT))
    doomed = start("tests/production/stalling_worker.py", where)
    assert doomed.stdout is not None
    assert doomed.stdout.readline() == "here\n"
    assert DBTaskResult.objects.get().status == "RUNNING"
    doomed.send_signal(signal.SIGKILL)
    doomed.wait()
    assert Document.objects.get().kind == "spec_sheet"
    kept = Document.objects.get().sha256

    run_once(start)

    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    made = Document.objects.filter(work_order=work)
    assert sorted(document.kind for document in made) == ["pattern", "spec_sheet"]
    assert made.get(kind="spec_sheet").sha256 == kept
    assert files() == ["pattern.pdf", "spec-sheet.pdf"]

    # Another process, another seed of its hashes, and yet the same bytes as drawn here.
    there = {document.kind: document.sha256 for document in made}
    made.delete()
    assert {document.kind: document.sha256 for document in make_documents(work.pk)} == there


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_goes_at_once_when_told_to(start: Start, told: signal.Signals) -> None:
    placed(design=frozen(PENCIL_SKIRT))
    process = start("manage.py", "worker")
    until = time.monotonic() + 60
    while Document.objects.count() < 2 and time.monotonic() < until:
        time.sleep(0.1)
    assert Document.objects.count() == 2
    time.sleep(0.3)  # it has nothing to do now and sleeps between two looks
    process.send_signal(told)
    assert process.wait(timeout=30) == 0  # a busy machine takes seconds to leave Python
