"""The shop's pages over HTTP: gunicorn with one worker on an install made for the bench.

Each page is opened a hundred times; what counts is the server's own time.
"""

from __future__ import annotations

import gzip
import re
import tempfile
from pathlib import Path

from bench.browsing import Browser
from bench.measuring import Row, median, percentile
from bench.studio import served

TIMES, WARM_UP = 100, 5
AIM_QUERIES, AIM_CPU, AIM_KB = 10, 15.0, 40.0
PAGES = {
    "home": "/",
    "catalogue": "/catalogue/",
    "catalogue, filtered": "/catalogue/?kind=dress&colour=red&to=400",
    "catalogue, searched": "/catalogue/?q=silk+dress",
    "product": "/catalogue/sheath-dress/",
}
BOUND = ("catalogue", "catalogue, filtered", "catalogue, searched", "product")
"""What the aims are for; the others are told beside them."""
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as port:
        rows = [row for name, path in PAGES.items() for row in _page(Browser(port), name, path)]
        return [
            *rows,
            Row("styles of all of them, gzip", _kilobytes(port, _STYLE), "KB", AIM_KB),
            Row("scripts of all of them, gzip", _kilobytes(port, _SCRIPT), "KB", AIM_KB),
        ]


def _page(browser: Browser, name: str, path: str) -> list[Row]:
    cpu, took, queries = [], [], []
    for number in range(TIMES + WARM_UP):
        answer = browser.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {answer.text[:300]}")
        if number >= WARM_UP:
            cpu.append(float(answer.headers["X-CPU"]))
            took.append(answer.took)
            queries.append(int(answer.headers["X-Queries"]))
    bound = name in BOUND
    return [
        Row(f"{name}: queries, most", max(queries), "", AIM_QUERIES if bound else None),
        Row(f"{name}: server CPU, median", median(cpu), "ms", AIM_CPU if bound else None),
        Row(f"{name}: server CPU, 95 of 100", percentile(cpu, 0.95), "ms"),
        Row(f"{name}: over HTTP, median", median(took), "ms"),
    ]


def _kilobytes(port: int, linked: re.Pattern[str]) -> float:
    """What the pages link to, each once, compressed."""
    browser = Browser(port)
    found = {path for page in PAGES.values() for path in linked.findall(browser.get(page).text)}
    return sum(len(gzip.compress(browser.get(path).text.encode(), 9)) for path in found) / 1024
