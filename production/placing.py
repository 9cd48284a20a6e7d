"""Placing work with the workroom: what a paid order line becomes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from .models import Stage, StageLog, WorkOrder
from .tasks import make_documents_task


@transaction.atomic
def place_work(
    *,
    order_number: str,
    line_number: int,
    frozen: Mapping[str, Any],
    due: datetime.date,
    order_url: str,
    quantity: int = 1,
) -> WorkOrder:
    """Place the work of one order line, once: asked again, the work that was placed comes back.

    To be called inside the caller's transaction, so that order, work and the task for the documents
    are kept or lost together. A ready-made line is work too, to pick and pack, without documents.
    """
    work_order, created = WorkOrder.objects.get_or_create(
        order_number=order_number,
        line_number=line_number,
        defaults={
            "kind": frozen["kind"],
            "name": frozen["name"],
            "frozen": dict(frozen),
            "due": due,
            "order_url": order_url,
            "quantity": quantity,
        },
    )
    if created:
        StageLog.objects.create(work_order=work_order, to_stage=Stage.WAITING)
        if work_order.is_custom:
            make_documents_task.enqueue(work_order.pk)
    return work_order
