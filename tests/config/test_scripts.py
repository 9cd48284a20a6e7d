"""The two commands' own behaviour: what they say when something is in the way, and how they end."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"
sys.path.insert(0, str(SCRIPTS))

import prepare  # noqa: E402
import run  # noqa: E402

import setup  # noqa: E402


def test_a_taken_port_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(1)
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit):
            run.free(port)
    said = capsys.readouterr().err
    assert said == (
        f"Port {port} is taken: end what uses it, or name another: make run PORT={port + 1}.\n"
    )


@pytest.mark.parametrize("text", ["", "web", "-1", "0", "65536", "80a"])
def test_a_port_that_is_none_is_one_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.port_of(text)
    assert capsys.readouterr().err.startswith(f"PORT={text} is no port: ")


def test_a_folder_that_can_not_be_written_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        setup.writable(Path("/proc/toile"))  # nobody may write there, not even root
    said = capsys.readouterr().err
    assert said.startswith("Toile can't write in /proc/toile (")
    assert said.count("\n") == 1


def test_a_missing_package_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        setup.debian("libcairo2", "the drawing library that CairoSVG needs")
    assert capsys.readouterr().err == (
        "libcairo2 is missing (the drawing library that CairoSVG needs): "
        "as root, apt-get install libcairo2\n"
    )


# --- a database of other migrations ---------------------------------------------------------------


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "toile.sqlite3"
    monkeypatch.setattr(prepare, "DATABASE", path)
    monkeypatch.setattr(prepare, "SCHEMA", tmp_path / "toile.schema.json")
    return path


def applied(path: Path, *names: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
        rows = [name.split(".") for name in names]
        connection.executemany("INSERT INTO django_migrations VALUES (?, ?)", rows)


def test_a_database_of_these_migrations_stays(database: Path) -> None:
    schema = prepare.our_schema()
    assert prepare.other_migrations(schema) is None  # none yet
    applied(database, "accounts.0001_initial", "an_app_since_removed.0001_initial")
    assert prepare.other_migrations(schema) is None


def test_a_database_with_a_migration_unknown_here_is_of_others(database: Path) -> None:
    applied(database, "accounts.0001_initial", "accounts.0099_later")
    why = prepare.other_migrations(prepare.our_schema())
    assert why == "was made by other migrations (accounts.0099_later is not here)"


def test_a_database_made_by_a_migration_since_changed_is_of_others(database: Path) -> None:
    applied(database, "accounts.0001_initial")
    prepare.SCHEMA.write_text('{"accounts.0001_initial": "0123456789abcdef"}')
    why = prepare.other_migrations(prepare.our_schema())
    assert why == "was made by other migrations (accounts.0001_initial has changed)"


def test_what_is_no_database_is_said(database: Path) -> None:
    database.write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    why = prepare.other_migrations(prepare.our_schema())
    assert why is not None
    assert why.startswith("can't be read")


def test_setting_aside_keeps_every_part_and_says_where(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    applied(database, "accounts.0099_later")
    database.with_name("toile.sqlite3-wal").write_bytes(b"wal")
    prepare.set_aside("was made by other migrations")
    kept = sorted(path.name for path in database.parent.iterdir())
    assert len(kept) == 2
    assert all(name.startswith("toile-20") for name in kept)
    assert str(database.parent / kept[0]) in capsys.readouterr().out


# --- logins ---------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_logins_are_made_once_and_kept_to_the_owner(
    tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    from accounts.models import User

    settings.VAR_DIR = tmp_path  # type: ignore[attr-defined]
    call_command("demo_logins")
    path = tmp_path / "demo_logins.txt"
    first = path.read_text()
    call_command("demo_logins")
    assert path.read_text() == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    logins = dict(line.split() for line in first.splitlines() if "@" in line)
    assert set(logins) == {
        "merchandiser@toile.example",
        "tailor@toile.example",
        "customer@toile.example",
    }
    for email, password in logins.items():
        assert User.objects.get(email=email).check_password(password)
    tailor = User.objects.get(email="tailor@toile.example")
    assert not tailor.has_perm("wagtailadmin.access_admin")


# --- ending -------------------------------------------------------------------------------------

# Serves as run.py does, with a web server and a worker of its own making; each child starts
# another process, which must end with it.
STAND_IN = """
import subprocess, sys
import run, setup
setup.set_up = lambda **_: None
commands = {"gunicorn": sys.argv[2], "python": "sleep 60 & sleep 60"}
run.gunicorn = lambda port: []
real = subprocess.Popen
def popen(command, **keywords):
    name = command[0].rsplit("/", 1)[1]
    return real(["sh", "-c", commands[name]], **keywords)
run.subprocess.Popen = popen
run.main([sys.argv[1]])
"""


def stand_in(port: int, web: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", STAND_IN, str(port), web],
        env={**os.environ, "PYTHONPATH": str(SCRIPTS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def descendants(pid: int) -> set[int]:
    """Every process below `pid`, read from /proc."""
    below: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        below.setdefault(int(fields[1]), []).append(int(status.parent.name))
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        for child in below.get(waiting.pop(), []):
            found.add(child)
            waiting.append(child)
    return found


def alive(pids: set[int]) -> set[int]:
    running = set()
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.add(pid)
    return running


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_nothing_running(number: signal.Signals) -> None:
    port = unused_port()
    server = f"exec {sys.executable} -m http.server {port} --bind 127.0.0.1"
    running = stand_in(port, server)
    assert running.stdout is not None
    for line in running.stdout:
        if "Ctrl-C" in line:
            break
    below = descendants(running.pid)
    assert len(below) >= 3
    running.send_signal(number)
    said, complaint = running.communicate(timeout=20)
    assert running.returncode == 0, complaint
    assert said.strip().endswith("Ended.")
    assert "Traceback" not in complaint
    time.sleep(0.2)
    assert not alive(below)


def test_when_one_child_ends_so_does_the_other_and_it_is_said() -> None:
    port = unused_port()
    running = stand_in(port, "sleep 0.5; exit 3")
    time.sleep(0.3)
    below = descendants(running.pid)
    said, complaint = running.communicate(timeout=20)
    assert running.returncode == 1
    assert complaint == ("The web server ended by itself (exit status 3), so all was ended.\n"), (
        said
    )
    time.sleep(0.2)
    assert not alive(below)
