"""Skirts for the tests: a template made of nothing but parameters, and bodies it is tried on."""

from __future__ import annotations

from functools import cache

from measurements.body import Body
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.checks import check
from patterns.drafting.draft import Draft
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.specs import Setting, TemplateSpec

from .shared_checker import kinds

EASES = {"regular": {"bust": 70.0, "waist": 10.0, "hip": 50.0}}

FLARE = {"a_line": 8.0, "six_panel": 4.0, "wrap": 4.0}
"""Degrees, for the styles that want some."""

SIZE_40 = complete(
    {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}
)
LARGE = complete(
    {"height": 1550.0, "bust_girth": 1300.0, "waist_girth": 1160.0, "hip_girth": 1360.0}
)


def skirt(style: str, *more: str, **parameters: Setting) -> TemplateSpec:
    """A skirt of this style with its band; `more` components, parameters as component__name."""
    said = {key.replace("__", "."): value for key, value in parameters.items()}
    said = {"skirt.style": style, "skirt.flare": FLARE.get(style, 0.0), **said}
    return TemplateSpec("skirt", "Skirt", "skirt", ("skirt", "waistband", *more), (), EASES, said)


@cache
def bodies() -> tuple[Body, ...]:
    """Ten women and six larger or taller ones."""
    rows = [*synthetic_women(10, 4), *larger_women(6, 4)]
    return (SIZE_40, LARGE, *(complete(row) for row in rows))


def drafted(spec: TemplateSpec, body: Body = SIZE_40) -> Draft:
    return make_draft(spec, {}, body)


def value(draft: Draft, name: str) -> float:
    measure = draft.measure(name)
    assert measure is not None, name
    return measure.value


def faults(draft: Draft) -> list[str]:
    """What either checker finds."""
    data = to_dict(draft)
    return [f"{fault.kind}: {fault.text}" for fault in check(data)] + sorted(kinds(data) or ())
