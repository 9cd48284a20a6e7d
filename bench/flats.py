"""Every template's flat, front and back, ms after the draft and KB: its defaults in one cloth on the figures
of measured women, and whatever can be chosen, in every kind of cloth, on the stock figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from time import thread_time_ns
from typing import Any, Literal

from bench.measuring import Row, median, percentile
from bench.women import read_women
from cms.demo.fabrics import FABRICS
from cms.demo.templates import TEMPLATES
from cms.demo.weaving import TILES
from measurements.body import Body
from measurements.charts import STOCK_BODY
from measurements.statistics import complete
from patterns.checks.choosing import Choices, random_sets
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.flats import draw
from patterns.flats.tiling import banded
from patterns.specs import FabricSpec, TemplateSpec

WOMEN = 100
SETS, SEED = 25, 3
"""How many sets of choices of each template are drawn, in a cloth of each kind, and by which seed."""
AIM_MS, AIM_KB = 8.0, 60.0
VIEWS: tuple[Literal["front", "back"], ...] = ("front", "back")
KINDS = ("plain", "stripe", "check", "tile")


@dataclass(frozen=True, slots=True)
class Drawn:
    template: str
    kind: str
    ms: float
    kb: float


def report(women: Path) -> tuple[list[Row], dict[str, Any]]:
    """Median and worst of each template over up to a hundred women, spread over the file; then median, 95th
    percentile and largest of each template and each kind of cloth over random sets of choices."""
    all_of_them = read_women(women)
    bodies = [complete(row) for row in all_of_them[:: max(len(all_of_them) // WOMEN, 1)][:WOMEN]]
    rows = [row for spec in TEMPLATES for row in _by_default(spec, bodies)]
    drawn = [each for spec in TEMPLATES for each in _at_random(spec)]
    rows += _grouped(drawn, "template", "any choices")
    rows += _grouped(sorted(drawn, key=lambda each: KINDS.index(each.kind)), "kind", "any garment")
    slowest = max(row.value for row in rows if row.unit == "ms" and row.name.endswith("median"))
    largest = max(row.value for row in rows if row.unit == "KB")
    return rows, {"women": len(bodies), "slowest_median_ms": slowest, "largest_kb": largest}


def _by_default(spec: TemplateSpec, bodies: list[Body]) -> Iterator[Row]:
    drafts = [draft for body in bodies if (draft := _draft(spec, {}, body))]
    drawn = [each for draft in drafts for each in _drawn(draft, FABRICS[0], "")]
    times, sizes = [each.ms for each in drawn], [each.kb for each in drawn]
    refused = len(bodies) - len(drafts)
    note = f"{refused} of {len(bodies)} women refused" if refused else ""
    yield Row(f"{spec.slug}: median", median(times), "ms", AIM_MS, note)
    yield Row(f"{spec.slug}: worst", max(times), "ms")
    yield Row(f"{spec.slug}: median", median(sizes), "KB", AIM_KB)
    yield Row(f"{spec.slug}: worst", max(sizes), "KB", AIM_KB)


def _at_random(spec: TemplateSpec) -> Iterator[Drawn]:
    """Random sets of choices, each in one cloth of every kind, by turns."""
    cloths = {kind: [cloth for cloth in _cloths() if _kind(cloth) == kind] for kind in KINDS}
    for n, chosen in enumerate(random_sets(spec, SETS, SEED).sets):
        if draft := _draft(spec, chosen, STOCK_BODY):
            for kind, some in cloths.items():
                yield from _drawn(draft, some[n % len(some)], kind)


def _draft(spec: TemplateSpec, chosen: Choices, body: Body) -> Draft | None:
    try:
        return make_draft(spec, chosen, body)
    except Refusal:
        return None


def _drawn(draft: Draft, cloth: FabricSpec, kind: str) -> Iterator[Drawn]:
    """Each view is drawn twice and the second timed: her figure is kept from the first, as it is in the
    studio, where she looks at many designs. Processor time: what else the machine does is not counted."""
    for view in VIEWS:
        draw(draft, cloth, view, tile_href=attrgetter("tile"))
        began = thread_time_ns()
        text = draw(draft, cloth, view, tile_href=attrgetter("tile"))
        ms = (thread_time_ns() - began) / 1e6
        yield Drawn(draft.style, kind, ms, len(text.encode()) / 1024)


def _cloths() -> Iterator[FabricSpec]:
    """The demo's cloths with tiles, as the shop has them."""
    for cloth in FABRICS:
        wide = TILES[cloth.slug].width
        yield replace(cloth, tile=f"/tiles/{cloth.slug}.webp", tile_width=wide, tile_height=wide)


def _kind(cloth: FabricSpec) -> str:
    """What makes a cloth dear to draw: stripes and checks one by one, a tile's breaks at folds and seams."""
    return cloth.pattern if banded(cloth) or cloth.pattern == "plain" else "tile"


def _grouped(drawn: list[Drawn], by: Literal["template", "kind"], of: str) -> Iterator[Row]:
    for name, group in groupby(drawn, key=attrgetter(by)):
        some = list(group)
        times = [each.ms for each in some]
        yield Row(f"{name}, {of}: median", median(times), "ms", AIM_MS)
        yield Row(f"{name}, {of}: 95 %", percentile(times, 0.95), "ms", AIM_MS)
        yield Row(f"{name}, {of}: largest", max(each.kb for each in some), "KB", AIM_KB)
