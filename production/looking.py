"""Who of the house saw whose measurements: written down at each look, to be shown to the woman."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from .models import Look, WorkOrder

if TYPE_CHECKING:
    from accounts.models import User


def record_look(work_order: WorkOrder, what: str, by: User) -> None:
    """Write down that `by` is shown the body of this work, if it has one. Her name is read behind a link
    that may be passed on, so for want of one not the whole address that she signs in with is."""
    if work_order.frozen["body"] is not None:
        name = by.get_full_name() or by.email.partition("@")[0]
        Look.objects.create(work_order=work_order, what=what, by=by, name=name)


def looks_at(order_numbers: Iterable[str]) -> QuerySet[Look]:
    """Every look at the bodies of these orders, the latest first."""
    looks = Look.objects.filter(work_order__order_number__in=list(order_numbers))
    return looks.select_related("work_order")
