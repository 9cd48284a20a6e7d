"""Bring in all that Toile needs, on a machine that has only Python: `make setup`.

Runs on the standard library alone. Every step looks before it acts, so that a second run takes
about a second: uv, the locked packages in `.venv`, the libraries of the system, and then, but for
the tests, `prepare.py` (inside `.venv`) for the database, the demo catalogue and the static files.
"""

from __future__ import annotations

import configparser
import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from console import say, stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"  # holds uv where the machine has none
PYTHON = VENV / "bin" / "python"
VAR = Path(os.environ.get("TOILE_VAR", ROOT / "var")).resolve()
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable")


def main(arguments: list[str]) -> None:
    set_up(for_tests="--tests" in arguments)
    say("Toile is set up: make run serves it, make test proves it.")


def set_up(*, for_tests: bool) -> None:
    """Do every step; ends the program with one line where a step can't be done."""
    os.chdir(ROOT)
    writable(VAR)
    if not VENV.exists():
        writable(ROOT)
    with alone(VAR / "setup.lock"):
        packages(find_uv(), for_tests=for_tests)
        cairo()
        if for_tests:  # which furnish an install of their own
            chromium()
        else:
            prepare()


def writable(folder: Path) -> None:
    """End in words unless files can be made in `folder`, which is made where it is missing."""
    probe = folder / ".toile-writable"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        stop(f"Toile can't write in {folder} ({error.strerror}): put it where you may write.")


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait for another set-up of this folder, so that two at once can't spoil it."""
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work here: waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# --- packages of Python ---------------------------------------------------------------------


def find_uv() -> str:
    """The uv to use: the machine's own, else one in `.tools`, installed there if need be."""
    for candidate in (shutil.which("uv"), str(TOOLS / "bin" / "uv")):
        if candidate and quiet([candidate, "--version"]):
            return candidate
    if not quiet([sys.executable, "-c", "import ensurepip"]):
        debian("python3-venv", "Python's venv, which brings in uv")
    say("Bringing in uv …")
    shutil.rmtree(TOOLS, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(TOOLS)], "Python could not make a virtual environment")
    pip = [str(TOOLS / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    lock = str(ROOT / "requirements-uv.txt")
    run([*pip, "install", "--quiet", "--require-hashes", "-r", lock], "uv could not be fetched")
    return str(TOOLS / "bin" / "uv")


def packages(uv: str, *, for_tests: bool) -> None:
    """Make `.venv` hold the locked packages, hash by hash, and nothing else."""
    environment = {**pip_index(), **os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    if not quiet([str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]):
        say("Making .venv …")
        base = getattr(sys, "_base_executable", sys.executable)
        make = [uv, "venv", "--quiet", "--clear", "--python", base, str(VENV)]
        run(make, "The virtual environment .venv could not be made", environment)
    locks = ["requirements.txt"]
    if for_tests or (VENV / "bin" / "pytest").exists():
        locks.append("requirements-dev.txt")
    sync = [uv, "pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes", *locks]
    # What is installed or cached already needs no registry, and is answered in a blink.
    if not quiet([*sync, "--offline"], environment):
        say("Fetching the locked packages …")
        run(sync, "The locked packages could not be installed", environment)


def pip_index() -> dict[str, str]:
    """pip's own choice of registry, as uv's variable: uv does not read pip's settings."""
    settings = configparser.ConfigParser(interpolation=None)
    home = Path.home()
    settings.read(["/etc/pip.conf", home / ".pip/pip.conf", home / ".config/pip/pip.conf"])
    chosen = os.environ.get("PIP_INDEX_URL") or settings.get("global", "index-url", fallback="")
    return {"UV_DEFAULT_INDEX": chosen} if chosen else {}


# --- packages of the system -----------------------------------------------------------------


def loads(library: str) -> bool:
    """Whether the system has that shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def cairo() -> None:
    """CairoSVG loads libcairo2, which no Python package brings."""
    if not loads("libcairo.so.2"):
        debian("libcairo2", "the drawing library that CairoSVG needs")


def chromium() -> None:
    """Bring in the browser and what drives it, or say that the browser tests will be skipped."""
    missing = {}
    if not any(shutil.which(name) for name in CHROMIUM):
        missing["chromium"] = "the browser of the browser tests"
    if not loads("libatomic.so.1"):
        missing["libatomic1"] = "which Playwright, the browser's driver, needs"
    if missing and not may_install():
        names = " and ".join(missing)
        say(f"No {names} here, and only root may install it: the browser tests will be skipped.")
        return
    for package, purpose in missing.items():
        debian(package, purpose)


def may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def debian(package: str, purpose: str) -> None:
    """Install one of Debian's packages, or end with the line that says which is missing."""
    if not may_install():
        stop(f"{package} is missing ({purpose}): as root, apt-get install {package}")
    say(f"Installing {package}, {purpose} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    failed = f"apt-get could not install {package} ({purpose})"
    run(["apt-get", "-qq", "update"], failed, environment)
    run(
        ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", package],
        failed,
        environment,
    )


# --- the install itself ---------------------------------------------------------------------


def prepare() -> None:
    """Database, demo catalogue, logins and static files; done where Django is installed."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.demo"}
    done = subprocess.run([str(PYTHON), "scripts/prepare.py"], env=environment, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def quiet(command: list[str], environment: Mapping[str, str] | None = None) -> bool:
    """Whether `command` can be run and succeeds; nothing that it says is shown."""
    try:
        return (
            subprocess.run(command, capture_output=True, env=environment, check=False).returncode
            == 0
        )
    except OSError:
        return False


def run(command: list[str], failed: str, environment: Mapping[str, str] | None = None) -> None:
    """Run `command`; where it fails, end with `failed` and the last line that it said."""
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        stop(f"{failed}: {said[-1] if said else f'exit status {done.returncode}'}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("Stopped.")
