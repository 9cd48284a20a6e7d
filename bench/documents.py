"""What the tailor prints: the spec sheet and the 1:1 pattern, from a body to finished PDFs."""

from __future__ import annotations

import datetime
import os
import tempfile
from functools import partial

from bench.measuring import Row, median, milliseconds

WOMEN, SEED = 12, 11
AIM = 400.0  # ms, both together


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TOILE_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.demo"
        import django

        django.setup()
        return _rows()


def _rows() -> list[Row]:
    from cms.demo.templates import TEMPLATES
    from measurements.population import synthetic_women
    from measurements.statistics import complete
    from patterns.drafting.draft import Refusal
    from patterns.engine import make_draft, settle
    from patterns.exports.pdf import Heading, pattern_pdf
    from patterns.laying import cloth_need
    from patterns.specs import FabricSpec
    from production.spec_sheet import Ticket, spec_sheet_pdf

    cloth = FabricSpec("wool", "Wool", "#2b2f3a", 1400.0, 3200)
    due = datetime.date(2030, 1, 31)
    rows = []
    for spec in TEMPLATES:
        times: dict[str, list[float]] = {
            "draft, spec sheet and pattern": [], "spec sheet": [], "pattern": [],
        }  # fmt: skip
        sizes = []
        for woman in synthetic_women(WOMEN, SEED):
            body, choices = complete(woman), settle(spec, {})
            try:
                drafted, draft = milliseconds(partial(make_draft, spec, choices, body))
            except Refusal:
                continue
            ticket = Ticket(
                "T-1-1", "T-1", 1, due, "http://localhost:8000/orders/T-1", spec.name,
                cloth=cloth_need(draft, cloth.width).lengths, engine=draft.engine,
            )  # fmt: skip
            heading = Heading(spec.name, "T-1-1", 1, due)
            sheet, a = milliseconds(
                partial(spec_sheet_pdf, ticket, spec, choices, cloth, body, draft)
            )
            pattern, b = milliseconds(partial(pattern_pdf, draft, heading))
            times["draft, spec sheet and pattern"].append(drafted + sheet + pattern)
            times["spec sheet"].append(sheet)
            times["pattern"].append(pattern)
            sizes.append((len(a) + len(b)) / 1024)
        for name, taken in times.items():
            aim = AIM if "and" in name else None
            rows.append(Row(f"{spec.slug}: {name}", median(taken), "ms", aim))
        rows.append(Row(f"{spec.slug}: both files", median(sizes), "KiB"))
    return rows
