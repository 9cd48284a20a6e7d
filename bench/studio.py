"""A change in the studio over HTTP: gunicorn with one worker on an install made for the bench.

A woman gives her measurements, then makes 500 changes, each another design, as htmx sends them. Then
eight women at once make theirs, each in a browser of her own. Then one makes some in Chromium.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench import in_browser
from bench.browsing import Answer, Browser, fields
from bench.measuring import Row, median, percentile
from cms.demo.templates import TEMPLATES
from configurator.choosing import in_field
from patterns.checks.choosing import random_sets

ROOT = Path(__file__).resolve().parent.parent
CHANGES, WARM_UP = 500, 20
CLIENTS, EACH = 8, 60  # women at once, and the changes that each makes
AIM_P95, AIM_QUERIES, AIM_RSS = 60.0, 12, 250.0
GROWTH = 4.0  # MiB over the second half: what a garbage collector may still be at
BODY_CM = {"height": "168", "bust_girth": "92", "waist_girth": "74", "hip_girth": "100"}


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as port:
        return [*_rows(Browser(port)), *_together(port), *in_browser.rows(port)]


def _measure(browser: Browser, body: Mapping[str, str] = BODY_CM) -> None:
    page = browser.get("/measurements/all/")
    measured = browser.post(
        "/measurements/all/", {**fields(page.text), **body, "unit": "cm", "system": "cm"}
    )
    if measured.status not in (302, 303):
        raise RuntimeError(f"the measurements were not taken: {measured.status}")


def _together(port: int) -> list[Row]:
    """Eight women at once, each with a height of her own, so that none finds another's drafts."""
    browsers = [Browser(port) for _ in range(CLIENTS)]
    for number, browser in enumerate(browsers):
        _measure(browser, {**BODY_CM, "height": str(160 + number)})
    with ThreadPoolExecutor(CLIENTS) as pool:
        made = pool.map(lambda browser: list(_changes(browser, EACH)), browsers)
        answers = [answer for each in made for answer in each]
    times = [answer.took for answer in answers]
    return [
        Row(f"{CLIENTS} at once, a change, median", median(times), "ms"),
        Row(f"{CLIENTS} at once, a change, 95 of 100", percentile(times, 0.95), "ms"),
        Row(f"{CLIENTS} at once, server CPU a change, median", median(_cpu(answers)), "ms"),
    ]


def _cpu(answers: Sequence[Answer]) -> list[float]:
    return [float(answer.headers["X-CPU"]) for answer in answers]


def _rows(browser: Browser) -> list[Row]:
    _measure(browser)
    times, queries, rss, answers = [], [], [], []
    worker = ""
    for number, answer in enumerate(_changes(browser, CHANGES + WARM_UP)):
        worker = answer.headers["X-Worker"]
        if number >= WARM_UP:
            answers.append(answer)
            times.append(answer.took)
            queries.append(int(answer.headers["X-Queries"]))
            rss.append(_rss(worker))
    half = len(rss) // 2
    return [
        Row("a change, median", median(times), "ms"),
        Row("a change, 95 of 100", percentile(times, 0.95), "ms", AIM_P95),
        Row("a change, slowest", max(times), "ms"),
        Row("server CPU a change, median", median(_cpu(answers)), "ms"),
        Row("server CPU a change, 95 of 100", percentile(_cpu(answers), 0.95), "ms"),
        Row("queries, most", max(queries), "", AIM_QUERIES),
        Row(f"worker after {CHANGES} changes", rss[-1], "MiB", AIM_RSS),
        Row("worker, growth over the second half", rss[-1] - rss[half], "MiB", GROWTH),
    ]


def _changes(browser: Browser, count: int) -> Iterator[Answer]:
    """About so many changes, to designs of each template in turn; checks that each is drawn."""
    each = max(count // len(TEMPLATES), 1)
    forms = {}
    for spec in TEMPLATES:
        page = browser.get(f"/studio/{spec.slug}/")
        forms[spec.slug] = fields(page.text)
    sets = [random_sets(spec, each, seed=3).sets for spec in TEMPLATES]
    for turn in range(each):
        for spec, chosen in zip(TEMPLATES, sets, strict=True):
            said = {
                option.name: in_field(option, chosen[turn][option.name])
                for option in spec.options
                if option.name in chosen[turn]
            }
            answer = browser.post(
                f"/studio/{spec.slug}/change/", {**forms[spec.slug], **said}, HX_Request="true"
            )
            if answer.status != 200 or "<svg" not in answer.text:
                raise RuntimeError(f"{spec.slug} {said}: {answer.status} {answer.text[:300]}")
            yield answer


def _rss(pid: str) -> float:
    """MiB that a process holds in memory."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """An install of its own, served by gunicorn with one worker; yields its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "TOILE_VAR": str(folder),
        "SITE_URL": f"http://localhost:{port}",
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
    }
    prepare = [sys.executable, str(ROOT / "scripts" / "prepare.py")]
    subprocess.run(prepare, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    environment["DJANGO_SETTINGS_MODULE"] = "bench.studio_settings"
    gunicorn = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "config.wsgi", f"--bind=127.0.0.1:{port}",
            "--workers=1", "--threads=2", "--log-level=warning", "--no-control-socket",
        ],
        cwd=ROOT, env=environment,
    )  # fmt: skip
    try:
        _wait_for(port, gunicorn)
        yield port
    finally:
        gunicorn.terminate()
        gunicorn.wait(timeout=20)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"gunicorn ended with {server.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("gunicorn does not answer")
