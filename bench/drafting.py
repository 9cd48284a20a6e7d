"""From a body to a draft and its pieces as SVG, by template: no Django, no database."""

from __future__ import annotations

import sys
from functools import partial

from bench.measuring import Row, median, milliseconds
from cms.demo.templates import TEMPLATES
from measurements.population import synthetic_women
from measurements.statistics import complete
from patterns.checks import check
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.exports.svg import pieces_svg
from patterns.flats import draw
from patterns.laying import cloth_need
from patterns.specs import FabricSpec, TemplateSpec

WOMEN, SEED, ROUNDS = 40, 7, 3
AIM = 10.0  # ms, draft and SVG
CLOTH = FabricSpec("wool", "Wool", "#2b2f3a", 1400.0, 3200)


def run() -> list[Row]:
    rows: list[Row] = []
    for spec in TEMPLATES:
        rows += _warm(spec)
    assert not [name for name in sys.modules if name == "django"], "drafting imports Django"
    return rows


def _warm(spec: TemplateSpec) -> list[Row]:
    bodies = [complete(row) for row in synthetic_women(WOMEN, SEED)]
    times: dict[str, list[float]] = {}
    refused = 0
    for _ in range(ROUNDS):
        for body in bodies:
            try:
                taken, draft = milliseconds(partial(make_draft, spec, {}, body))
            except Refusal:
                refused += 1
                continue
            drawn, _svg = milliseconds(partial(pieces_svg, draft))
            times.setdefault("draft and SVG", []).append(taken + drawn)
            times.setdefault("draft", []).append(taken)
            times.setdefault("SVG of the pieces", []).append(drawn)
            for name, call in (
                ("cloth need", partial(cloth_need, draft, CLOTH.width)),
                ("flat, front, on the figure", partial(draw, draft, CLOTH, "front")),
                ("all checks", partial(_checked, draft)),
            ):
                times.setdefault(name, []).append(milliseconds(call)[0])
    note = f"{refused // ROUNDS} of {WOMEN} bodies refused" if refused else ""
    return [
        Row(f"{spec.slug}: {name}", median(taken), "ms", *((AIM, note) if "and" in name else ()))
        for name, taken in times.items()
    ]


def _checked(draft: Draft) -> None:
    check(to_dict(draft, arrays=True))
