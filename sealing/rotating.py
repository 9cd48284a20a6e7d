"""Sealing everything anew under the newest key, so that an older one can be taken away.

In batches, while the store is open: a row that is written meanwhile is left as it was written. What
is under the newest key already is passed over, so it may be stopped and run again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import ExpressionWrapper, F, Field, FileField, TextField, Value

from .fields import EncryptedField
from .files import PART, SealedFiles, write_whole
from .seals import Unreadable, sealed_anew

BATCH = 200


@dataclass(slots=True)
class Count:
    """What was found of one kind: sealed anew, under the newest key already, opened by no key."""

    kind: str
    anew: int = 0
    already: int = 0
    unreadable: int = 0


def rotate_all() -> Iterator[Count]:
    """Seal anew every sealed column of every model, the sessions, and every sealed folder."""
    for model, field in sealed_columns():
        yield _rotate_column(model, field)
    for folder in sealed_folders():
        yield _rotate_folder(folder)


def sealed_columns() -> list[tuple[type[models.Model], str]]:
    """Each model with the name of a column of it that is sealed."""
    columns: list[tuple[type[models.Model], str]] = [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedField) and field.model is model
    ]
    return [*columns, (Session, "session_data")]


def sealed_folders() -> list[Path]:
    """Each folder whose files are sealed."""
    folders = {
        Path(field.storage.location)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileField) and isinstance(field.storage, SealedFiles)
    }
    return sorted(folders)


def _rotate_column(model: type[models.Model], name: str) -> Count:
    count = Count(f"{model._meta.verbose_name_plural}: {name.replace('_', ' ')}")
    text: Field[str, str] = TextField()
    rows = (
        model._default_manager.order_by("pk")
        .annotate(sealed=ExpressionWrapper(F(name), output_field=text))
        .filter(sealed__isnull=False)
    )
    last = None
    while True:
        later = rows if last is None else rows.filter(pk__gt=last)
        batch = list(later.values_list("pk", "sealed")[:BATCH])
        if not batch:
            return count
        last = batch[-1][0]
        with transaction.atomic():
            for pk, sealed in batch:
                anew = _anew(sealed.encode(), count)
                if anew is not None:
                    unchanged = rows.filter(pk=pk, sealed=sealed)
                    value = Value(anew.decode(), output_field=text)
                    count.anew += unchanged.order_by().update(**{name: value})


def _rotate_folder(folder: Path) -> Count:
    count = Count(f"files in {folder.name}")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != PART:
            anew = _anew(path.read_bytes(), count)
            if anew is not None:
                write_whole(path, anew)
                count.anew += 1
    return count


def _anew(sealed: bytes, count: Count) -> bytes | None:
    try:
        anew = sealed_anew(sealed)
    except Unreadable:
        count.unreadable += 1
        return None
    count.already += anew is None
    return anew
