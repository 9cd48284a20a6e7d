"""Sealing everything anew under the newest key, so that an older one can be taken away.

In batches, while the store is open: a row that is written meanwhile is left as it was written. What
is under the newest key already is passed over, so it may be stopped and run again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
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
    """Seal anew every sealed column of every model, the sessions, the secrets of second factors, and
    every sealed folder."""
    for model, field in sealed_columns():
        yield _rotate_column(model, field)
    yield _rotate_factors()
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


def _rotate_factors() -> Count:
    """Second factors are allauth's own rows: in their JSON each word is a secret, and sealed. A passkey
    has none, its key is public."""
    count = Count("second factors")
    secret = Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN)
    for pk in secret.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            factor = secret.select_for_update().filter(pk=pk).first()
            if factor is None:
                continue
            before = count.anew
            factor.data = _within(factor.data, count)
            if count.anew > before:
                factor.save(update_fields=["data"])
    return count


def _within(value: Any, count: Count) -> Any:
    """The same JSON with each word in it sealed anew."""
    if isinstance(value, dict):
        return {key: _within(part, count) for key, part in value.items()}
    if isinstance(value, list):
        return [_within(part, count) for part in value]
    if not isinstance(value, str):
        return value
    anew = _anew(value.encode(), count)
    if anew is None:
        return value
    count.anew += 1
    return anew.decode()


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
