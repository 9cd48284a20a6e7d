"""What the bench asks of the work: which, in what order, how many of each, and where to next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from .models import Stage, WorkOrder
from .stages import MOVES

OPEN = (Stage.WAITING, Stage.IN_PRODUCTION, Stage.MADE)

_ON: Mapping[str, str] = {
    Stage.IN_PRODUCTION: "Start the work",
    Stage.MADE: "It is made",
    Stage.SHIPPED: "It is shipped",
}
_ON_READY_MADE: Mapping[str, str] = {
    Stage.IN_PRODUCTION: "Start picking",
    Stage.MADE: "It is packed",
    Stage.SHIPPED: "It is shipped",
}


@dataclass(frozen=True, slots=True)
class Move:
    """A move that the bench offers: where to, in what words, and whether it goes back."""

    to: str
    words: str
    back: bool


@dataclass(frozen=True, slots=True)
class StageCount:
    stage: str
    label: str
    count: int


def choose_work(*, stage: str = "", kind: str = "", wanted: str = "") -> QuerySet[WorkOrder]:
    """Work in one stage, or all that is not shipped; what is due first comes first, and of shipped
    work the latest. `wanted` is a part of an order's number or of a garment's name."""
    work = WorkOrder.objects.prefetch_related("documents")
    work = work.filter(stage=stage) if stage else work.filter(stage__in=OPEN)
    if kind:
        work = work.filter(kind=kind)
    if wanted:
        work = work.filter(Q(order_number__icontains=wanted) | Q(name__icontains=wanted))
    if stage == Stage.SHIPPED:
        return work.order_by("-due", "-order_number", "line_number")
    return work.order_by("due", "order_number", "line_number")


def counts_by_stage() -> list[StageCount]:
    """How much work there is in each stage, in the stages' order."""
    found = dict(WorkOrder.objects.order_by().values_list("stage").annotate(Count("pk")))
    return [StageCount(stage.value, stage.label, found.get(stage.value, 0)) for stage in Stage]


def moves_for(order: WorkOrder) -> list[Move]:
    """The moves that the table allows from where the work is, the way on first."""
    stages = list(Stage.values)
    here = stages.index(order.stage)
    words = _ON if order.is_custom else _ON_READY_MADE
    moves = []
    for to in MOVES[order.stage]:
        back = stages.index(to) < here
        moves.append(Move(to, f"Back to {Stage(to).label.lower()}" if back else words[to], back))
    return moves
