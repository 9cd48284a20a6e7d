"""What becomes of work whose person asks to be forgotten: it stays, without her."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from configurator.freezing import without_body

from .documents import work_folder
from .models import WorkOrder


def forget_person(order_numbers: Iterable[str]) -> None:
    """Take the body, the documents and the looks from all work of these orders. For work that is
    done, and inside the caller's transaction; the files go with `remove_forgotten_files` after it.
    """
    for work in WorkOrder.objects.filter(order_number__in=list(order_numbers)):
        work.documents.all().delete()
        work.looks.all().delete()
        work.frozen, work.problem, work.forgotten = without_body(work.frozen), "", True
        work.save(update_fields=["frozen", "problem", "forgotten"])


def remove_forgotten_files() -> int:
    """Remove the folders of work whose person is forgotten; gives how many there still were."""
    removed = 0
    for work in WorkOrder.objects.filter(forgotten=True).defer("frozen", "problem"):
        folder = work_folder(work)
        if folder.exists():
            shutil.rmtree(folder)
            removed += 1
    return removed
