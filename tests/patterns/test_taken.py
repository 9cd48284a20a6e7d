"""What a garment asks for, and what changes where she took a measurement that no survey has."""

from __future__ import annotations

import pytest

from cms.demo.templates import TEMPLATES
from measurements.beyond_survey import ESTIMATES
from measurements.body import Body
from measurements.definitions import DEFINITIONS
from measurements.statistics import complete
from patterns.checks import check
from patterns.components import COMPONENTS
from patterns.drafting.draft import Draft
from patterns.engine import asked_for, components, make_draft, resolve
from patterns.exports.as_json import to_dict
from patterns.specs import TemplateSpec
from tests.patterns.dressed import dress

FOUR = {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}
PLAIN = complete(FOUR)


def without_estimates(body: Body) -> Body:
    """As it was kept before these measurements were known."""
    return Body(
        {n: v for n, v in body.items() if n not in ESTIMATES},
        {n: e for n, e in body.errors.items() if n not in ESTIMATES},
    )


def finished(draft: Draft, name: str) -> float:
    return next(measure.value for measure in draft.finished if measure.name == name)


@pytest.mark.parametrize("spec", TEMPLATES, ids=lambda spec: spec.slug)
def test_a_template_asks_for_the_union_of_what_its_components_need(spec: TemplateSpec) -> None:
    parameters = resolve(spec, {})
    asked = asked_for(spec, parameters)
    parts = [COMPONENTS[name] for name in components(spec, parameters)]
    assert set(asked) == {name for part in parts for name in (*part.needs, *part.helps)}
    assert asked == [name for name in DEFINITIONS if name in asked]


def test_nothing_is_asked_that_no_component_uses() -> None:
    skirt = TemplateSpec("skirt", "Skirt", "skirt", ("skirt", "waistband"), (), {}, {})
    asked = asked_for(skirt, {})
    assert "waist_to_hip" in asked
    assert not {"across_front", "hand_girth", "belly_girth", "heel_height"} & set(asked)


@pytest.mark.parametrize("sleeve", [(), ("sleeve",)])
def test_an_estimate_of_them_changes_no_draft(sleeve: tuple[str, ...]) -> None:
    spec = dress(*sleeve)
    new, old = (to_dict(make_draft(spec, {}, body)) for body in (PLAIN, without_estimates(PLAIN)))
    for data in (new, old):
        data.pop("body")
        data.pop("estimated")
    assert new == old


def test_a_chest_that_was_taken_is_drafted() -> None:
    plain = make_draft(dress("sleeve"), {}, PLAIN)
    for more in (-8.0, 12.0):
        body = complete({**FOUR, "across_front": PLAIN["across_front"] + more})
        moved = finished(make_draft(dress("sleeve"), {}, body), "across_front")
        assert moved - finished(plain, "across_front") == pytest.approx(more, abs=2.5)


def test_a_bust_point_to_waist_that_was_taken_counts() -> None:
    # By the four alone it is a guess, and the rest gives way to what was taken.
    spec = next(spec for spec in TEMPLATES if spec.slug == "sheath-dress")
    body = complete({**FOUR, "bust_point_to_waist": PLAIN["bust_point_to_waist"] + 15.0})
    longer = to_dict(make_draft(spec, {}, body))
    assert longer["pieces"] != to_dict(make_draft(spec, {}, PLAIN))["pieces"]
    assert not check(longer)


@pytest.mark.parametrize("hand", [172.0, 225.0])
def test_a_hand_that_was_taken_passes(hand: float) -> None:
    spec = dress("sleeve", sleeve__length="long")
    body = complete({**FOUR, "hand_girth": hand})
    data = to_dict(make_draft(spec, {}, body))
    hem = next(m["value"] for m in data["finished"] if m["name"] == "sleeve_hem")
    assert hem >= hand + 30.0 - 0.5
    assert not [fault for fault in check(data) if fault.kind == "sleeve"]
