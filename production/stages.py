"""The stages of a work order: one table of allowed moves, and the one function that moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction

from .models import Stage, StageLog, WorkOrder

if TYPE_CHECKING:
    from accounts.models import User

MOVES: Mapping[str, tuple[str, ...]] = {
    Stage.WAITING: (Stage.IN_PRODUCTION,),
    Stage.IN_PRODUCTION: (Stage.MADE, Stage.WAITING),
    Stage.MADE: (Stage.SHIPPED, Stage.IN_PRODUCTION),
    Stage.SHIPPED: (),
}
"""From each stage, where work may go: first the way on, then the way back after a slip of the hand.
What was shipped is out of the house."""


class MoveRefused(Exception):  # noqa: N818 - a refusal in words, as drafting's
    """The move is not in the table, or somebody else has moved the work meanwhile."""


def move(work_order: WorkOrder, to: str, by: User | None) -> StageLog:
    """Move work from the stage at which `work_order` was read to `to`, and record who and when.

    Raises MoveRefused, in words for the tailor, where the table has no such move or the stage is no
    longer the one that was read. On success `work_order.stage` is the new one.
    """
    old = work_order.stage
    if to not in MOVES.get(old, ()):
        wanted = Stage(to).label.lower() if to in Stage.values else to
        raise MoveRefused(f"Work that is {Stage(old).label.lower()} cannot become {wanted}.")
    with transaction.atomic():
        # SQLite has no row locks, so the update itself says from which stage.
        WorkOrder.objects.select_for_update().get(pk=work_order.pk)
        moved = WorkOrder.objects.filter(pk=work_order.pk, stage=old).update(stage=to)
        if not moved:
            raise MoveRefused("Somebody else has just moved this work. Look again, then move it.")
        log = StageLog.objects.create(work_order=work_order, from_stage=old, to_stage=to, by=by)
    work_order.stage = to
    return log
