"""Files that tell of a body: sealed on the disk, and read only through their storage."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

from .seals import seal, unseal

PART = ".part"


class SealedFiles(FileSystemStorage):
    """A folder in which every file is sealed; `path` leads to the sealed bytes."""

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        if mode != "rb":
            raise ValueError("What is sealed is read as a whole, and written with `save`.")
        return File(io.BytesIO(unseal(Path(self.path(name)).read_bytes())), name=name)

    def _save(self, name: str, content: File[Any]) -> str:
        sealed = ContentFile(seal(content.read()), name=name)
        saved: str = super()._save(name, sealed)  # type: ignore[misc]
        return saved

    def size(self, name: str) -> int:
        with self.open(name) as file:
            return len(file.read())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that under its name it is there whole, on the disk, or not at all."""
    part = path.with_name(path.name + PART)
    with open(part, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
