"""Work moves only as the table allows, once, and it is written down who moved it."""

from __future__ import annotations

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from production.models import Stage, StageLog, WorkOrder
from production.stages import MOVES, MoveRefused, move

from .frozen import placed


def test_table_names_every_stage_once() -> None:
    assert set(MOVES) == set(Stage.values)
    assert all(to in Stage.values for moves in MOVES.values() for to in moves)


def test_a_garment_goes_its_way_and_the_log_tells_it(tailor: User) -> None:
    work = placed()
    for to in (Stage.IN_PRODUCTION, Stage.MADE, Stage.SHIPPED):
        move(work, to, tailor)
    work.refresh_from_db()
    assert work.stage == Stage.SHIPPED
    told = [(entry.from_stage, entry.to_stage, entry.by) for entry in work.log.all()]
    assert told == [
        ("", "waiting", None),
        ("waiting", "in_production", tailor),
        ("in_production", "made", tailor),
        ("made", "shipped", tailor),
    ]


def test_a_slip_of_the_hand_can_be_taken_back_until_it_is_shipped(tailor: User) -> None:
    work = placed()
    move(work, Stage.IN_PRODUCTION, tailor)
    move(work, Stage.WAITING, tailor)
    assert WorkOrder.objects.get(pk=work.pk).stage == Stage.WAITING


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["made", "shipped", "waiting", "burnt"])
def test_other_moves_are_refused_in_words(to: str) -> None:
    work = placed()
    with pytest.raises(MoveRefused, match="Work that is waiting cannot become"):
        move(work, to, None)
    assert StageLog.objects.filter(work_order=work).count() == 1


@pytest.mark.django_db
def test_who_looks_at_an_old_page_moves_nothing() -> None:
    work = placed()
    old_page = WorkOrder.objects.get(pk=work.pk)
    move(work, Stage.IN_PRODUCTION, None)
    with pytest.raises(MoveRefused, match="Somebody else"):
        move(old_page, Stage.IN_PRODUCTION, None)
    assert work.log.count() == 2


@pytest.mark.django_db
def test_no_row_can_hold_a_stage_that_is_not() -> None:
    work = placed()
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkOrder.objects.filter(pk=work.pk).update(stage="burnt")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_press_at_once_move_it_once() -> None:
    work = placed()
    start, said = threading.Barrier(2), []

    def press() -> None:
        seen = WorkOrder.objects.get(pk=work.pk)
        start.wait()
        try:
            move(seen, Stage.IN_PRODUCTION, None)
            said.append("moved")
        except MoveRefused:
            said.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["moved", "refused"]
    assert work.log.count() == 2
