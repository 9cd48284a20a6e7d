"""A demo install, made once as `make run` makes it, for all tests that need a shop with something in it;
and an empty database, migrated once.

Both lie under `var/`, by a digest of what they are made from, and are only ever copied.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("TOILE_VAR", ROOT / "var")).resolve() / "furnished"
NOT_IN_IT = {"tests", "docs", "bench", "var"}
"""Where other Python of ours or a package changes it is made anew; where templates or styles do, brought up
to date."""
UNUSED = 86400.0  # seconds after which one that nobody has used goes

PEOPLE = ("account", "auth_group", "wagtailcore_group")


@cache
def furnished() -> Path:
    """The install's folder: database, media, static files, logins. RuntimeError where it fails."""
    folder = HOME / _digest()
    with _alone() as lock:
        for old in HOME.iterdir():
            if old.is_dir() and old != folder and time.time() - old.stat().st_mtime > UNUSED:
                shutil.rmtree(old)
        folder.mkdir(exist_ok=True)
        os.utime(folder)
        _prepare(folder, "prepare.main()", lock)
    return folder


def copy_to(folder: Path) -> None:
    """The same install in another folder, which `make run` finds up to date."""
    made = furnished()
    with _alone() as lock:
        shutil.copytree(made, folder, dirs_exist_ok=True)
        _prepare(folder, "prepare.STAMP.write_text(prepare.digest())", lock)


def lay() -> None:
    """Put the install's rows into this test's database, in place of what is there but for its people,
    and its media beside it."""
    from django.conf import settings
    from django.db import connection, transaction
    from wagtail.models import Site

    rows = _rows()
    _copy_media(Path(settings.MEDIA_ROOT))
    with transaction.atomic(), connection.cursor() as cursor:
        for table, found in rows.items():
            cursor.execute(f'DELETE FROM "{table}"')
            if found:
                places = ", ".join(["%s"] * len(found[0]))
                cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', found)
    Site.clear_site_root_paths_cache()


@cache
def _rows() -> Mapping[str, Sequence[tuple[Any, ...]]]:
    """Each table's rows, but for who may sign in there and do what, and what SQLite derives for searching."""
    with sqlite3.connect(furnished() / "toile.sqlite3") as database:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return {
            table: database.execute(f'SELECT * FROM "{table}"').fetchall()
            for (table,) in database.execute(named).fetchall()
            if not table.startswith(PEOPLE) and "_fts" not in table
        }


@cache
def _copy_media(target: Path) -> None:
    media = furnished() / "media"
    with _alone():
        for path in media.rglob("*"):
            copy = target / path.relative_to(media)
            if path.is_file() and not _same_size(path, copy):
                copy.parent.mkdir(parents=True, exist_ok=True)
                fresh = copy.with_name(f"{copy.name}.new")
                shutil.copyfile(path, fresh)
                fresh.replace(copy)


def _same_size(one: Path, other: Path) -> bool:
    return other.exists() and other.stat().st_size == one.stat().st_size


def take_migrated(target: Path) -> None:
    """The migrated database in a test database's place, if there is one; whatever lay there goes."""
    for ending in ("", "-wal", "-shm", "-journal"):
        target.with_name(target.name + ending).unlink(missing_ok=True)
    if _migrated().exists():
        shutil.copyfile(_migrated(), target)


def keep_migrated(source: Path) -> None:
    """Keep a test database as it was migrated, for the next process to take."""
    with _alone():
        if not _migrated().exists():
            for old in HOME.glob("migrated-*"):
                old.unlink()
            fresh = _migrated().with_suffix(".new")
            with sqlite3.connect(source) as made, sqlite3.connect(fresh) as kept:
                made.backup(kept)
            fresh.replace(_migrated())


def _migrated() -> Path:
    return HOME / f"migrated-{_digest()}.sqlite3"


@contextmanager
def _alone() -> Iterator[int]:
    """Wait for the tests' other processes, which may be at it. Gives the lock's number: a process that we
    start holds it too, should we be killed."""
    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock.fileno()


@cache
def _digest() -> str:
    seen = hashlib.sha256("\n".join(sorted(os.listdir(sysconfig.get_path("purelib")))).encode())
    for room in sorted(ROOT.iterdir()):
        if room.is_dir() and not room.name.startswith(".") and room.name not in NOT_IN_IT:
            for path in sorted(room.rglob("*.py")):
                seen.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return seen.hexdigest()[:12]


def _prepare(folder: Path, what: str, lock: int) -> None:
    environment = {
        **os.environ,
        "TOILE_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "PYTHONPATH": str(ROOT / "scripts"),
    }
    command = [sys.executable, "-c", f"import prepare; {what}"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, pass_fds=(lock,)
    )
    if done.returncode:
        raise RuntimeError(f"the demo install could not be made:\n{done.stdout}{done.stderr}")
