"""Work that waits for the worker."""

from __future__ import annotations

from traceback import format_tb

from django_tasks import task

from .documents import make_documents

QUEUE = "documents"


class NotMade(Exception):  # noqa: N818 - a refusal as often as an error
    """Documents could not be made. Where it stopped, and no word of why: that may name a measurement,
    and stands, sealed, on the work order, where this is kept open with the task."""


@task(queue_name=QUEUE)
def make_documents_task(work_order_id: int) -> list[str]:
    """Make what the work order's revision lacks; gives the digests of its documents."""
    try:
        return [document.sha256 for document in make_documents(work_order_id)]
    except Exception as error:
        where = "".join(format_tb(error.__traceback__))
        raise NotMade(f"{type(error).__name__}, see the work order\n{where}") from None
