"""Run the tasks of every queue, and look after what is missing."""

from __future__ import annotations

import logging
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from production.sweeping import sweep, worker_id

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Run the tasks of all queues; at the start and each minute ask for what is missing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="Sweep, run what is waiting, and end."
        )
        parser.add_argument("--interval", type=float, default=1.0, help="Seconds between looks.")
        parser.add_argument("--sweep-every", type=float, default=60.0, help="Seconds.")

    def handle(self, *args: Any, **options: Any) -> None:
        # In a batch the library's worker runs what is waiting and returns, so that the sweep has
        # its turn. On a signal it leaves at once, or when the task that is running is done.
        worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id(),
            excluded_queue_names=[],
        )
        worker.configure_signals()
        _log_to_stderr()
        self._sweep(starting=True)
        swept = time.monotonic()
        while worker.running:
            self._run_waiting(worker)
            if options["once"] or not worker.running:
                return
            if time.monotonic() - swept >= options["sweep_every"]:
                self._sweep()
                swept = time.monotonic()
            time.sleep(options["interval"])

    def _sweep(self, *, starting: bool = False) -> None:
        try:
            sweep(starting=starting)
        except OperationalError:
            logger.exception("The database is busy; the sweep waits a minute")

    def _run_waiting(self, worker: Worker) -> None:
        close_old_connections()
        try:
            # A look costs no lock; the library's own asks for one, which would queue writers.
            waiting = DBTaskResult.objects.ready().filter(backend_name=worker.backend_name)
            while worker.running and waiting.exists():
                worker.run()
        except OperationalError:
            logger.exception("The database is busy; tasks wait for the next look")


def _log_to_stderr() -> None:
    levels = {
        "production": logging.INFO,
        "django_tasks": logging.WARNING,  # it tells of every task
        "django_tasks_db": logging.ERROR,  # it tells of every batch, and of being asked to end
    }
    for name, level in levels.items():
        log = logging.getLogger(name)
        if not log.hasHandlers():
            log.addHandler(logging.StreamHandler(sys.stderr))
        log.setLevel(level)
