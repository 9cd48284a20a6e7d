"""What the worker looks after at its start and each minute: tasks that a dead worker left running,
documents and shared links' cards that are missing. The task library itself tries nothing twice.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.db.models import Count, F, Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from configurator import share_cards

from .documents import MAKERS
from .forgetting import remove_forgotten_files
from .models import WorkOrder
from .tasks import make_documents_task

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""How often a task that took its worker down with it is tried."""
LONGEST_TASK = timedelta(minutes=30)
"""After which a task is taken for dead, when nothing can be known of its worker."""
LONGEST_WAIT = timedelta(hours=1)

Sweep = Callable[[], object]
_others: list[Sweep] = []


def each_minute(sweep: Sweep) -> Sweep:
    """Have the worker run this too, at its start and each minute; for rooms above production, which
    production does not know. Call it in an AppConfig's `ready`, or as a decorator."""
    if sweep not in _others:
        _others.append(sweep)
    return sweep


def sweep(*, starting: bool = False) -> None:
    """Put back what dead workers left running, ask again for missing documents, run the others."""
    put_back_orphans()
    ask_for_missing(at_once=starting)
    remove_forgotten_files()  # of work whose forgetting was cut short
    for other in (share_cards.tidy, share_cards.ask_for_published, *_others):
        try:
            other()
        except Exception:
            logger.exception("A sweep failed and will be run again in a minute")


def ask_for_missing(*, at_once: bool = False) -> list[int]:
    """Ask for the documents of custom work that lacks them and is not in the queue already.

    Where making them failed, wait longer after each failure, unless `at_once`. Gives their keys.
    """
    kept = Count("documents", filter=Q(documents__revision=F("revision")))
    lacking = (
        WorkOrder.objects.filter(kind="custom", forgotten=False)
        .annotate(kept=kept)
        .filter(kept__lt=len(MAKERS))
        .values_list("pk", flat=True)
    )
    rows = DBTaskResult.objects.filter(task_path=make_documents_task.module_path)
    waiting = rows.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    queued = {args["args"][0] for args in waiting.values_list("args_kwargs", flat=True)}
    asked = []
    for pk in lacking:
        if pk in queued:
            continue
        failures = rows.filter(status=TaskResultStatus.FAILED, args_kwargs__args=[pk])
        last = failures.order_by("-finished_at").values_list("finished_at", flat=True).first()
        if last is not None and not at_once:
            wait = min(timedelta(minutes=2 ** min(failures.count(), 10)), LONGEST_WAIT)
            if timezone.now() < last + wait:
                continue
        make_documents_task.enqueue(pk)
        asked.append(pk)
    if asked:
        logger.info("Asked again for the documents of %d work orders", len(asked))
    return asked


def put_back_orphans() -> int:
    """Put tasks whose worker is dead back in the queue, or fail them after the third. All tasks of
    the house are safe to run twice. Gives how many there were.

    For the worker, between two tasks: one that is still running under its own name has ended
    without its end being written down.
    """
    orphans = 0
    here = worker_id()
    for row in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        worker = row.worker_ids[-1] if row.worker_ids else ""
        if worker != here and worker_lives(worker, since=row.started_at or row.enqueued_at):
            continue
        same = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.RUNNING)
        if len(row.worker_ids) < ATTEMPTS:
            orphans += same.update(status=TaskResultStatus.READY, started_at=None)
        else:
            orphans += same.update(
                status=TaskResultStatus.FAILED,
                finished_at=timezone.now(),
                exception_class_path="builtins.ChildProcessError",
                traceback=f"Its worker died in {ATTEMPTS} attempts.",
            )
    if orphans:
        logger.warning("%d tasks had lost their worker", orphans)
    return orphans


def worker_id(process: int | None = None) -> str:
    """A process's name as a worker, this one's if none is given: host, process, and when the
    process started, since the numbers of processes come back."""
    process = process or os.getpid()
    return f"{socket.gethostname()}:{process}:{_started(process)}"[:64]


def worker_lives(worker: str, since: datetime) -> bool:
    """Whether a worker may still be at the task that it took at `since`."""
    host, _, rest = worker.rpartition(":")[0].rpartition(":")
    started = worker.rpartition(":")[2]
    if host == socket.gethostname() and rest.isdigit() and started.isdigit():
        return _started(int(rest)) == started
    return timezone.now() < since + LONGEST_TASK


def _started(process: int) -> str:
    """When the process started, in the system's ticks; empty if there is no such process."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return ""
    state, *fields = stat.rpartition(")")[2].split()  # a name may hold spaces and brackets
    return "" if state == "Z" else fields[18]
