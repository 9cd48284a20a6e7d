"""What an install needs beyond its packages: database, demo catalogue, logins, static files.

Run by `setup.py` with `.venv`'s Python. When nothing that it reads has changed since the last time
it returns at once: `setup.stamp` in the install's folder holds a digest of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import sysconfig
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from console import say, stop

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("TOILE_VAR", ROOT / "var")).resolve()
DATABASE = VAR / "toile.sqlite3"
SCHEMA = VAR / "toile.schema.json"  # what our migrations said when they made the database
STAMP = VAR / "setup.stamp"
NOT_READ = {".git", ".venv", ".tools", ".ci", "var", "docs", "tests", "bench", "__pycache__"}


def main() -> None:
    sys.path.insert(0, str(ROOT))
    before = digest()
    if STAMP.exists() and STAMP.read_text() == before:
        return
    STAMP.unlink(missing_ok=True)
    try:
        import django
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import CommandError, call_command
        from django.db import Error as DatabaseError

        django.setup()
    except ImportError as error:
        if (ROOT / f"{error.name}".partition(".")[0]).exists():
            raise  # our own code's: whoever changed it wants to see where
        stop(f"A Python package is missing or broken ({error}): make clean, then make setup.")
    except ImproperlyConfigured as error:
        stop(str(error))
    try:
        schema = our_schema()
        if why := other_migrations(schema):
            set_aside(why)
        call_command("migrate", interactive=False, verbosity=0)
        SCHEMA.write_text(json.dumps(schema, indent=1, sort_keys=True))
        call_command("load_demo")
        call_command("demo_logins")
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    except (CommandError, DatabaseError, OSError) as error:
        stop(f"The install in {VAR} could not be prepared: {error}")
    STAMP.write_text(digest())


def digest() -> str:
    """One line that changes when the code, the packages or the database file do."""
    seen = hashlib.sha256()
    for path in read_files(ROOT):
        about = path.stat()
        seen.update(f"{path} {about.st_mtime_ns} {about.st_size}\n".encode())
    for name in sorted(os.listdir(sysconfig.get_path("purelib"))):
        seen.update(f"package {name}\n".encode())
    if DATABASE.exists():  # another file in its place is another database
        seen.update(f"database {DATABASE.stat().st_ino}\n".encode())
    for kept in (VAR / "static", VAR / "demo_logins.txt", SCHEMA):
        seen.update(f"{kept} {kept.exists()}\n".encode())
    return seen.hexdigest()


def read_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_READ or (path.name.startswith(".") and path.is_dir()):
            continue
        if path.is_dir():
            yield from read_files(path)
        elif path.suffix != ".pyc":
            yield path


# --- a database of other migrations ---------------------------------------------------------


def our_schema() -> dict[str, str]:
    """A digest of what each of our own migrations does, by "app.name"; comments don't count."""
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.writer import MigrationWriter

    ours = {app.label for app in apps.get_app_configs() if is_ours(Path(app.path))}
    written = {}
    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        if label in ours:
            source = MigrationWriter(migration, include_header=False).as_string()
            written[f"{label}.{name}"] = hashlib.sha256(source.encode()).hexdigest()[:16]
    return written


def is_ours(path: Path) -> bool:
    return path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / ".venv")


def other_migrations(schema: dict[str, str]) -> str | None:
    """Why the database there is not one that these migrations made or can go on from, if so."""
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    if not DATABASE.exists():
        return None
    try:
        with sqlite3.connect(f"file:{DATABASE}?mode=ro", uri=True) as connection:
            rows = connection.execute("SELECT app, name FROM django_migrations").fetchall()
    except sqlite3.OperationalError:
        return None  # empty: migrate makes it
    except sqlite3.DatabaseError as error:
        return f"can't be read ({error})"
    known = MigrationLoader(None).disk_migrations
    labels = {app.label for app in apps.get_app_configs()}
    made_by = json.loads(SCHEMA.read_text()) if SCHEMA.exists() else {}
    for label, name in rows:
        full = f"{label}.{name}"
        if label in labels and (label, name) not in known:
            return f"was made by other migrations ({full} is not here)"
        if full in made_by and schema.get(full) != made_by[full]:
            return f"was made by other migrations ({full} has changed)"
    return None


def set_aside(why: str) -> None:
    """Rename the database, keeping it beside the new one; what it would say is said."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    target = DATABASE.with_name(f"toile-{stamp}.sqlite3")
    for suffix in ("-wal", "-shm", ""):
        part = DATABASE.with_name(DATABASE.name + suffix)
        if part.exists():
            part.rename(target.with_name(target.name + suffix))
    SCHEMA.unlink(missing_ok=True)
    say(f"The database {why}: it is kept as {target}, and a new one is made.")


if __name__ == "__main__":
    main()
