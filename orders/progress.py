"""How far an order is: its own state, and after it is paid, what production's log says."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models

from production.models import Stage, StageLog, WorkOrder

from .models import Order
from .states import State

# An order is as far as its last piece; it is in production as soon as its first is.
STAGES: Sequence[str] = (Stage.WAITING, Stage.IN_PRODUCTION, Stage.MADE, Stage.SHIPPED)


def state_of(order: Order) -> State:
    """The state to show, of all in the table."""
    return states_of([order])[order.pk]


def states_of(orders: Iterable[Order]) -> dict[int, State]:
    """The states to show of many orders, by their key, in one query."""
    orders = list(orders)
    paid = [order.number for order in orders if order.state == State.PAID]
    stages: dict[str, list[str]] = defaultdict(list)
    if paid:
        work = WorkOrder.objects.filter(order_number__in=paid)
        for number, stage in work.values_list("order_number", "stage"):
            stages[number].append(stage)
    return {order.pk: _shown(order, stages[order.number]) for order in orders}


def _shown(order: Order, stages: Sequence[str]) -> State:
    if order.state != State.PAID or not stages:
        return State(order.state)
    reached = [STAGES.index(stage) for stage in stages]
    if min(reached) >= STAGES.index(Stage.SHIPPED):
        return State.SHIPPED
    if min(reached) >= STAGES.index(Stage.MADE):
        return State.MADE
    return State.IN_PRODUCTION if max(reached) > 0 else State.PAID


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an order's way, as its tracking page shows it."""

    state: State
    done: bool
    current: bool
    at: datetime.datetime | None

    @property
    def label(self) -> str:
        return self.state.label


WAY: Sequence[State] = (
    State.PLACED,
    State.PAID,
    State.IN_PRODUCTION,
    State.MADE,
    State.SHIPPED,
)


def steps(order: Order) -> list[Step]:
    """The order's way from placed to shipped, with when each step was reached."""
    shown = state_of(order)
    if shown == State.CANCELLED:
        return []
    times = _times(order)
    here = WAY.index(shown)
    return [
        Step(state, index <= here, index == here, times.get(state) if index <= here else None)
        for index, state in enumerate(WAY)
    ]


def _times(order: Order) -> dict[State, datetime.datetime]:
    """When the order came to each state: work begins with the first piece and is made and shipped
    with the last."""
    moved = order.events.exclude(from_state=models.F("to_state"))
    times = {State(state): at for state, at in moved.values_list("to_state", "at")}
    log = StageLog.objects.filter(work_order__order_number=order.number).order_by("at", "pk")
    for stage, at in log.values_list("to_stage", "at"):
        if stage == Stage.IN_PRODUCTION:
            times.setdefault(State.IN_PRODUCTION, at)
        elif stage in (Stage.MADE, Stage.SHIPPED):
            times[State(stage)] = at
    return times
