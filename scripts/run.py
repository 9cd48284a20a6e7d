"""Serve Toile on this machine: `make run`.

Starts the worker and the web server, says where everything is, and ends both together: at Ctrl-C,
when asked to stop, or when either of them has ended by itself.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from types import FrameType

import setup
from console import say, stop

GRACE = 10.0  # seconds that the children have to end by themselves
ASKS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
Children = dict[str, subprocess.Popen[bytes]]
PATIENCE = 60.0  # seconds that the store may take to answer for the first time


class StopAskedError(Exception):
    """We were asked to end."""


def main(arguments: list[str]) -> None:
    port = port_of(arguments[0] if arguments else "8000")
    free(port)  # before the set-up, so that the answer is quick
    setup.set_up(for_tests=False)
    free(port)
    for number in ASKS:
        signal.signal(number, ask_to_stop)
    children: Children = {}
    fault = None
    try:
        children["worker"] = start(port, "python", "manage.py", "worker")
        children["web server"] = start(port, "gunicorn", *gunicorn(port))
        if answers(port, children):
            welcome(port)
            fault = first_to_end(children)
        else:
            fault = next(fallen(children), "The store does not answer")
    except StopAskedError:
        say("\nEnding the store …")
    finally:
        for number in ASKS:
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not cut this short
        end(children)
    if fault:
        stop(f"{fault}, so all was ended.")
    say("Ended.")


def port_of(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        stop(f"PORT={text} is no port: take a number from 1024 to 65535: make run PORT=8001.")
    return int(text)


def free(port: int) -> None:
    """End in words if something already answers on `port`, or we may not open it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen(1)
        except PermissionError:
            stop(f"Only root may open port {port}: name another: make run PORT=8001.")
        except OSError:
            taken(port)
    # "localhost" leads to ::1 first, so a program there would answer in our place.
    with socket.socket(socket.AF_INET6) if socket.has_ipv6 else socket.socket() as probe:
        probe.settimeout(1)
        if socket.has_ipv6 and probe.connect_ex(("::1", port)) == 0:
            taken(port)


def taken(port: int) -> None:
    stop(f"Port {port} is taken: end what uses it, or name another: make run PORT={port + 1}.")


def gunicorn(port: int) -> list[str]:
    return [
        "config.wsgi",
        f"--bind=127.0.0.1:{port}",
        "--workers=2",
        "--threads=2",
        "--log-level=warning",
        "--graceful-timeout=5",
        "--no-control-socket",
    ]


def start(port: int, program: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start one child in a group of its own, which the system ends should we be killed outright."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "SITE_URL": f"http://localhost:{port}",
        "PYTHONUNBUFFERED": "1",
    }
    command = [str(setup.VENV / "bin" / program), *arguments]
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, preexec_fn=follow_parent
    )


def follow_parent() -> None:
    os.setsid()
    set_death_signal = 1  # PR_SET_PDEATHSIG
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)


def ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise StopAskedError


def answers(port: int, children: Children) -> bool:
    """Whether the store comes to answer, with every child alive."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not any(fallen(children)):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5)
            return True
        except urllib.error.HTTPError:
            return True  # it answers; what it answers is its own affair
        except OSError:
            time.sleep(0.1)
    return False


def first_to_end(children: Children) -> str:
    while not (ended := next(fallen(children), None)):
        time.sleep(0.3)
    return ended


def fallen(children: Children) -> Iterator[str]:
    """Say of each child that has ended by itself that it has."""
    for name, child in children.items():
        if child.poll() is not None:
            yield f"The {name} ended by itself (exit status {child.returncode})"


def welcome(port: int) -> None:
    site = f"http://localhost:{port}"
    logins = setup.VAR / "demo_logins.txt"
    say("")
    say(f"  The store                 {site}/")
    say(f"  The studio                {site}/studio/")
    say(f"  The merchandisers' admin  {site}/admin/")
    say(f"  The tailors' bench        {site}/bench/")
    if logins.exists():
        say(f"\n  Logins of this install (kept in {logins}):")
        for line in logins.read_text().splitlines():
            if "@" in line:
                say(f"    {line}")
    say("  Staff of this demo sign in without a second factor; those of a real store need one")
    say("  (STAFF_NEED_SECOND_FACTOR). Passkeys work at localhost, not at 127.0.0.1.")
    say("\n  The till is the in-house one: no money moves. Mail goes to files in")
    say(f"  {setup.VAR / 'mail'}. Ctrl-C ends it all.\n")


def end(children: Children) -> None:
    """Ask every child to end, wait, and then make it; nothing of theirs is left running."""
    for child in children.values():
        tell(child, signal.SIGTERM, group=False)
    until = time.monotonic() + GRACE
    for child in children.values():
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, until - time.monotonic()))
        tell(child, signal.SIGKILL, group=True)
        child.wait()


def tell(child: subprocess.Popen[bytes], number: signal.Signals, *, group: bool) -> None:
    with suppress(ProcessLookupError):
        if group:
            os.killpg(child.pid, number)  # the group outlives its leader
        elif child.poll() is None:
            child.send_signal(number)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("Stopped.")
