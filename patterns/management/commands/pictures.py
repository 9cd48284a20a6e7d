"""`manage.py pictures`: a sheet of all pieces of each template, for looking at, as SVG."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from django.conf import settings
from django.core.management.base import BaseCommand

from measurements.beyond_survey import taken_as_measured
from measurements.body import Body
from measurements.charts import DEMO_CHART, size_body
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.exports.svg import pieces_svg
from patterns.management.choosing import published
from patterns.specs import TemplateSpec

SIZE = "40"
HARD = (
    {"height": 1550.0, "bust_girth": 1300.0, "waist_girth": 1160.0, "hip_girth": 1360.0},
    {"height": 1820.0, "bust_girth": 860.0, "waist_girth": 640.0, "hip_girth": 1010.0},
)
"""Two bodies that are hard to draft for: short and large; tall, slight, with broad hips. mm; what is not
said is what the survey lets expect, taken as measured."""

COARSE = 15.0
"""Hundredths of a millimetre that a drawn curve may stray, and the unit they are drawn in."""
POINTS = re.compile(r'points="([-\d,]+)"')


def bodies() -> dict[str, Body]:
    """The bodies by the names of their sheets."""
    found = {f"size-{SIZE}": size_body(DEMO_CHART, SIZE)}
    for measured in HARD:
        bust, waist, hip, height = (
            round(measured[name]) for name in ("bust_girth", "waist_girth", "hip_girth", "height")
        )
        name = f"bust-{bust}-waist-{waist}-hip-{hip}-height-{height}"
        found[name] = taken_as_measured(complete(measured))
    return found


def coarser(svg: str) -> str:
    """The drawing with curves of fewer points: small enough to keep, and nobody sees it."""

    def thin(match: re.Match[str]) -> str:
        points = np.array(match[1].split(","), dtype=float).reshape(-1, 2)
        if len(points) < 4:
            return match[0]
        ring = np.vstack([points, points[:1]])
        kept = shapely.get_coordinates(shapely.simplify(shapely.linestrings(ring), COARSE))[:-1]
        return 'points="' + ",".join(str(int(value)) for value in kept.ravel()) + '"'

    return POINTS.sub(thin, svg)


def index(rows: list[tuple[TemplateSpec, dict[str, str | None]]]) -> str:
    """The pictures' own page: what was drawn, and what was refused and why."""
    names = list(bodies())
    lines = [
        "# Sheets of pieces",
        "",
        "All pieces of each template at its defaults, one unit a millimetre, by `manage.py pictures`.",
        "What a cutter objected to in them: [objections](objections.md).",
        "",
        "| template | " + " | ".join(name.replace("-", " ") for name in names) + " |",
        "| --- |" + " --- |" * len(names),
    ]
    for spec, told in rows:
        cells = (
            f"[{spec.slug}]({spec.slug}/{name}.svg)" if told[name] is None else str(told[name])
            for name in names
        )
        lines.append(f"| {spec.name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


class Command(BaseCommand):
    help = (
        "Draws a sheet of all pieces of each published template, at its defaults, in size "
        f"{SIZE} and for two bodies that are hard to draft for."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("template", nargs="*", help="slugs; all published templates without")
        parser.add_argument(
            "--out", type=Path, default=Path(settings.BASE_DIR) / "docs" / "pictures",
            help="a folder (docs/pictures)",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        specs = published(options["template"])
        out: Path = options["out"]
        rows = [(spec, self._sheets(spec, out)) for spec in specs]
        if not options["template"]:
            (out / "README.md").write_text(index(rows))

    def _sheets(self, spec: TemplateSpec, out: Path) -> dict[str, str | None]:
        """Writes a template's sheets; what was refused, by body."""
        told: dict[str, str | None] = {}
        (out / spec.slug).mkdir(parents=True, exist_ok=True)
        for name, body in bodies().items():
            try:
                draft = make_draft(spec, {}, body, subject=name)
            except Refusal as refusal:
                told[name] = f"refused: {refusal.message}"
                self.stdout.write(f"{spec.slug}, {name}: {told[name]}")
                continue
            path = out / spec.slug / f"{name}.svg"
            drawn = coarser(pieces_svg(draft))
            path.write_text(drawn)
            told[name] = None
            self.stdout.write(
                f"{spec.slug}, {name}: {len(draft.pieces)} pieces, {len(drawn) / 1024:.0f} KiB"
            )
        return told
