"""A cold process: from starting Python to its first draft, drawn. No Django, no database."""

from __future__ import annotations

import subprocess
import sys
import time

from bench.measuring import Row, median

STYLE, PROCESSES = "sheath-dress", 9
AIM = 400.0  # ms, from the start of the process to the drawn draft

FIRST = """
import time
began = time.perf_counter()
from cms.demo.templates import TEMPLATES
from measurements.charts import STOCK_BODY
from patterns.engine import make_draft
from patterns.exports.svg import pieces_svg
spec = next(spec for spec in TEMPLATES if spec.slug == {slug!r})
imported = time.perf_counter()
pieces_svg(make_draft(spec, {{}}, STOCK_BODY))
print((imported - began) * 1e3, (time.perf_counter() - imported) * 1e3)
"""


def run() -> list[Row]:
    wholes, imports, firsts = [], [], []
    for _ in range(PROCESSES):
        began = time.perf_counter()
        said = first(STYLE)
        wholes.append((time.perf_counter() - began) * 1e3)
        imports.append(said[0])
        firsts.append(said[1])
    return [
        Row(f"{STYLE}: a process from its start to its end", median(wholes), "ms", AIM),
        Row(f"{STYLE}: of it imports", median(imports), "ms"),
        Row(f"{STYLE}: of it draft and SVG", median(firsts), "ms"),
    ]


def first(slug: str) -> tuple[float, float]:
    """ms of importing, and of the first draft and SVG, in a fresh interpreter."""
    said = subprocess.run(
        [sys.executable, "-c", FIRST.format(slug=slug)],
        check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    return float(said[0]), float(said[1])
