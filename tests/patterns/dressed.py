"""Dresses for the tests: a bodice with what is sewn to it, and bodies they are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from measurements.body import Body
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.drafting.draft import Draft, Piece, Points, Refusal
from patterns.engine import make_draft
from patterns.specs import Setting, TemplateSpec

EASES = {"regular": {"bust": 70.0, "waist": 40.0, "hip": 55.0, "upper_arm": 50.0}}
SIZE_40 = complete(
    {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}
)


def dress(*components: str, **parameters: Setting) -> TemplateSpec:
    """A garment of these components beside bodice and neckline, its parameters as component__name.
    Sleeveless unless it has a sleeve."""
    said = {key.replace("__", "."): value for key, value in parameters.items()}
    if "sleeve" in components:
        said = {"bodice.across_back_ease": 10.0, **said}
    else:
        components = ("armhole", *components)
    return TemplateSpec(
        "dress", "Dress", "dress", ("bodice", "neckline", *components), (), EASES, said
    )


@cache
def bodies() -> tuple[Body, ...]:
    """Ten women and five larger or taller ones."""
    rows = [*synthetic_women(10, 17), *larger_women(5, 17)]
    return (SIZE_40, *(complete(row) for row in rows))


def drafts(spec: TemplateSpec, step: int = 1) -> Iterator[tuple[Body, Draft]]:
    """Those of the bodies for which it can be drafted, three of four at least: a refusal is another
    test's."""
    women, refused = bodies()[::step], 0
    for body in women:
        try:
            yield body, make_draft(spec, {}, body)
        except Refusal:
            refused += 1
    assert refused <= len(women) / 4, f"{refused} of {len(women)} refused"


def outline(piece: Piece) -> Points:
    return np.concatenate([edge.points[:-1] for edge in piece.edges])


def long(draft: Draft, code: str, *edges: str) -> float:
    """How long edges of a piece are together."""
    points = [draft.piece(code).edge(edge).points for edge in edges]
    return float(sum(np.hypot(*np.diff(each, axis=0).T).sum() for each in points))
