"""A whole store, served as `make run` serves it, and a real Chromium to walk through it with.

The store has a folder, a database and a port of its own. Without Chromium these tests are skipped
with the reason; where CI=true is set, that is a failure.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import furnished

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable")
# What htmx says when she leaves a page while its figure is being drawn: nobody's fault. A request that
# failed is told as htmx:sendError or htmx:responseError beside it.
LEFT = ("htmx:sendAbort", "htmx:afterRequest")
PATIENCE = 300.0  # seconds for the database to be made and the store to answer
# Off: what Playwright turns off itself (this list stands in place of its own), and the two pages that each
# new window's address bar draws for itself, which nobody here sees and which cost a third of all its work.
WITHOUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints",
    "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
)  # fmt: skip
ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--in-process-gpu",
    f"--disable-features={','.join(WITHOUT)}",
]  # fmt: skip


class Store:
    """The store under test: its address, its folder (mail, documents) and its logins."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, unused_port()
        self.url = f"http://localhost:{self.port}"
        self.logins = read_logins(folder / "demo_logins.txt")  # e-mail address to password

    def open(self) -> None:
        """Serve it, at the same address each time; comes back once it answers."""
        environment = {**os.environ, "TOILE_VAR": str(self.folder)}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        log = self.folder / "run.log"
        with log.open("wb") as output:
            self._server = subprocess.Popen(
                [sys.executable, "scripts/run.py", str(self.port)],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        wait_for(f"http://127.0.0.1:{self.port}/", self._server, log)

    def close(self) -> None:
        self._server.send_signal(signal.SIGINT)
        self._server.wait(30)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def chromium() -> str:
    """The path of the browser; skips, or fails in CI, where there is none."""
    found = [path for name in CHROMIUM if (path := shutil.which(name))]
    missing = [] if found else ["chromium"]
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        missing.append("libatomic1")  # Playwright's driver loads it
    if not missing:
        return found[0]
    names = " ".join(missing)
    reason = f"no {names} here: run `make test` as root, or apt-get install {names}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="package")
def store(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("store")
    furnished.copy_to(folder)
    made = Store(folder)
    try:
        made.open()
        yield made
    finally:
        made.close()


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, at which Django would refuse every query.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            yield running
            running.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(store: Store, browser: Browser) -> Iterator[Callable[..., Page]]:
    """`open_page(width=360, scripts=False)`: an empty page of a visitor of its own.

    Whatever the browser complains of while it is open (a script's error, something that the
    content security policy refused) fails the test.
    """
    complaints: list[str] = []
    contexts = []

    def complain(text: str) -> None:
        complaints.append(text)

    def open_one(
        width: int = 1440, height: int = 900, scripts: bool = True, touch: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            base_url=store.url,
            accept_downloads=True,
            has_touch=touch,
            is_mobile=touch,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complain(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda message: (
                complain(f"{page.url}: {message.text}")
                if message.type == "error" and not message.text.startswith(LEFT)
                else None
            ),
        )
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=10)
            return
        except urllib.error.HTTPError as error:
            pytest.fail(f"the store answers {error.code}:\n{log.read_text()[-3000:]}")
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the store does not answer:\n{log.read_text()[-3000:]}")


def read_logins(path: Path) -> dict[str, str]:
    return dict(line.split() for line in path.read_text().splitlines() if "@" in line)
