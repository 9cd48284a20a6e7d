"""Making the documents of a work order: drafted from the frozen design once, then kept.

Safe to run twice and at once. A file is written whole under its own name before its row exists, so
whatever kills the worker, the next run finds either nothing, a file that it writes again with the
same content, or the finished document. Files are sealed; a document's digest is its content's.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from django.conf import settings
from django.db import transaction

from configurator.freezing import Thawed, draft_frozen, thaw
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import ENGINE
from patterns.exports.pdf import Heading, pattern_pdf
from sealing.files import PART, write_whole
from sealing.seals import seal

from .body import told
from .models import Document, WorkOrder
from .spec_sheet import Ticket, spec_sheet_pdf

Maker = Callable[[WorkOrder, Thawed, Draft], bytes]


def draw_spec_sheet(work_order: WorkOrder, design: Thawed, draft: Draft) -> bytes:
    ticket = Ticket(
        reference=work_order.reference,
        order_number=work_order.order_number,
        revision=work_order.revision,
        due=work_order.due,
        order_url=work_order.order_url,
        quantity=work_order.quantity,
        name=work_order.name,
        cloth=design.cloth,
        engine=design.engine,
    )
    return spec_sheet_pdf(
        ticket,
        design.spec,
        design.choices,
        design.fabric,
        design.drafted_for,
        draft,
        told(design.tailor),
    )


def draw_pattern(work_order: WorkOrder, design: Thawed, draft: Draft) -> bytes:
    heading = Heading(
        name=work_order.name,
        reference=work_order.reference,
        revision=work_order.revision,
        due=work_order.due,
    )
    return pattern_pdf(draft, heading)


MAKERS: Mapping[str, Maker] = {
    Document.Kind.SPEC_SHEET: draw_spec_sheet,
    Document.Kind.PATTERN: draw_pattern,
}


def missing_kinds(work_order: WorkOrder) -> list[str]:
    """The kinds of document that the work order's revision still lacks; none for ready-made."""
    if not work_order.is_custom or work_order.forgotten:
        return []
    made = set(
        work_order.documents.filter(revision=work_order.revision).values_list("kind", flat=True)
    )
    return [kind for kind in MAKERS if kind not in made]


def make_documents(work_order_id: int) -> list[Document]:
    """Make the documents that are missing, and give all of the revision.

    What is kept is never drawn again, whatever engine runs now. A refusal by the engine is written
    to the work order in words and raised.
    """
    work_order = WorkOrder.objects.get(pk=work_order_id)
    if missing_kinds(work_order):
        with _alone_in(work_folder(work_order) / f"r{work_order.revision}") as folder:
            _make_missing(work_order, folder)
    return list(work_order.documents.filter(revision=work_order.revision))


def _make_missing(work_order: WorkOrder, folder: Path) -> None:
    kinds = missing_kinds(work_order)  # again: another worker may have been here meanwhile
    if not kinds:
        return
    try:
        design = thaw(work_order.frozen)
        draft = draft_frozen(work_order.frozen)
        for kind in kinds:
            _keep(work_order, kind, MAKERS[kind](work_order, design, draft), folder)
    except Exception as error:
        words = error.message if isinstance(error, Refusal) else f"{type(error).__name__}: {error}"
        WorkOrder.objects.filter(pk=work_order.pk).update(problem=words)
        raise
    if work_order.problem:
        WorkOrder.objects.filter(pk=work_order.pk).update(problem="")


def _keep(work_order: WorkOrder, kind: str, content: bytes, folder: Path) -> None:
    path = folder / f"{kind.replace('_', '-')}.pdf"
    write_whole(path, seal(content))
    with transaction.atomic():
        Document.objects.create(
            work_order=work_order,
            kind=kind,
            revision=work_order.revision,
            file=str(path.relative_to(settings.PRIVATE_ROOT)),
            sha256=hashlib.sha256(content).hexdigest(),
            engine=ENGINE,
        )


def work_folder(work_order: WorkOrder) -> Path:
    """Where all documents of a work order are kept, a folder a revision."""
    name = f"{work_order.pk}-{work_order.order_number}-{work_order.line_number}"
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)
    return Path(settings.PRIVATE_ROOT) / "work" / safe


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[Path]:
    """Hold the folder's lock, which the system lets go when its holder dies; sweep what a dead one
    left half written."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for part in folder.glob(f"*{PART}"):
            part.unlink(missing_ok=True)
        yield folder
    finally:
        os.close(handle)
