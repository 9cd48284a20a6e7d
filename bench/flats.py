"""Every template's flat, front and back, on the figures of measured women: ms after the draft, and KB."""

from __future__ import annotations

from pathlib import Path
from time import thread_time_ns
from typing import Any, Literal

from bench.measuring import Row, median
from bench.women import read_women
from cms.demo.fabrics import FABRICS
from cms.demo.templates import TEMPLATES
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.flats import draw
from patterns.specs import TemplateSpec

WOMEN = 100
AIM_MS, AIM_KB = 8.0, 60.0
VIEWS: tuple[Literal["front", "back"], ...] = ("front", "back")


def report(women: Path) -> tuple[list[Row], dict[str, Any]]:
    """Median and worst of each template over up to a hundred women, spread over the file."""
    all_of_them = read_women(women)
    bodies = [complete(row) for row in all_of_them[:: max(len(all_of_them) // WOMEN, 1)][:WOMEN]]
    rows: list[Row] = []
    for spec in TEMPLATES:
        rows += _template(spec, bodies)
    slowest = max(row.value for row in rows if row.unit == "ms" and row.name.endswith("median"))
    largest = max(row.value for row in rows if row.unit == "KB")
    return rows, {"women": len(bodies), "slowest_median_ms": slowest, "largest_kb": largest}


def _template(spec: TemplateSpec, bodies: list[Any]) -> list[Row]:
    """Each view is drawn twice and the second timed: her figure is kept from the first, as it is in the
    studio, where she looks at many designs. Processor time: what else the machine does is not counted."""
    times: list[float] = []
    sizes: list[float] = []
    refused = 0
    for body in bodies:
        try:
            draft = make_draft(spec, {}, body)
        except Refusal:
            refused += 1
            continue
        for view in VIEWS:
            draw(draft, FABRICS[0], view)
            began = thread_time_ns()
            text = draw(draft, FABRICS[0], view)
            times.append((thread_time_ns() - began) / 1e6)
            sizes.append(len(text.encode()) / 1024)
    note = f"{refused} of {len(bodies)} women refused" if refused else ""
    return [
        Row(f"{spec.slug}: median", median(times), "ms", AIM_MS, note),
        Row(f"{spec.slug}: worst", max(times), "ms"),
        Row(f"{spec.slug}: median", median(sizes), "KB", AIM_KB),
        Row(f"{spec.slug}: worst", max(sizes), "KB", AIM_KB),
    ]
