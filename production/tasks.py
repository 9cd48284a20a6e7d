"""Work that waits for the worker."""

from __future__ import annotations

from django_tasks import task

from .documents import make_documents

QUEUE = "documents"


@task(queue_name=QUEUE)
def make_documents_task(work_order_id: int) -> list[str]:
    """Make what the work order's revision lacks; gives the digests of its documents."""
    return [document.sha256 for document in make_documents(work_order_id)]
