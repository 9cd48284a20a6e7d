"""What the engine promises of any template: choices checked in words, parameters resolved, one answer."""

from dataclasses import replace
from typing import Any

import pytest

from cms.demo.templates import TEMPLATES
from measurements.charts import STOCK_BODY
from patterns.engine import BadChoice, make_draft, resolve, settle
from patterns.exports.as_json import to_dict
from patterns.problems import problems
from patterns.specs import TemplateSpec

SPECS = {spec.slug: spec for spec in TEMPLATES}
SHEATH, PENCIL = SPECS["sheath-dress"], SPECS["pencil-skirt"]


def test_defaults_are_filled_in_and_options_not_offered_left_out() -> None:
    assert settle(SHEATH, {"neckline": "v"})["neck_depth"] == 80
    assert "neck_depth" not in settle(SHEATH, {"neckline": "jewel"})


@pytest.mark.parametrize(
    ("chosen", "option", "words"),
    [
        ({"cuff": "puff"}, "cuff", "no option"),
        ({"neckline": "keyhole"}, "neckline", "not “keyhole”"),
        ({"length": 1200.0}, "length", "450 to 1000"),
        ({"length": float("nan")}, "length", "450 to 1000"),
        ({"length": "long"}, "length", "450 to 1000"),
        ({"neckline": "jewel", "neck_depth": 100.0}, "neck_depth", "only when"),
    ],
)
def test_a_choice_that_is_not_allowed_is_named(chosen: Any, option: str, words: str) -> None:
    with pytest.raises(BadChoice, match=words) as bad:
        settle(SHEATH, chosen)
    assert bad.value.option == option


def test_the_fit_sets_every_component_s_ease() -> None:
    close = resolve(SHEATH, settle(SHEATH, {"fit": "close"}))
    assert (close["bodice.bust_ease"], close["skirt.hip_ease"]) == (50, 40)
    easy = resolve(SHEATH, settle(SHEATH, {"fit": "easy"}))
    assert (easy["bodice.waist_ease"], easy["skirt.waist_ease"]) == (70, 70)


def test_the_same_numbers_give_the_same_draft() -> None:
    assert to_dict(make_draft(SHEATH, {}, STOCK_BODY)) == to_dict(
        make_draft(SHEATH, {}, STOCK_BODY)
    )


def test_a_template_survives_being_written_down() -> None:
    for spec in TEMPLATES:
        again = TemplateSpec.from_dict(spec.to_dict())
        assert to_dict(make_draft(again, {}, STOCK_BODY)) == to_dict(
            make_draft(spec, {}, STOCK_BODY)
        )


def test_the_demo_templates_have_no_problems() -> None:
    assert [problems(spec) for spec in TEMPLATES] == [[] for _ in TEMPLATES]


def told(spec: TemplateSpec) -> set[tuple[str, str]]:
    """Where something is wrong with a template."""
    assert all(problem.message for problem in problems(spec))
    return {(problem.part, problem.name) for problem in problems(spec)}


def test_what_is_wrong_with_a_template_is_said_where_it_is() -> None:
    length = PENCIL.option("length")
    assert length is not None
    wide = replace(PENCIL, options=(replace(length, max=2000.0),))
    assert told(wide) == {("options", "length")}
    assert "2000" in problems(wide)[0].message
    lost = replace(PENCIL, options=(replace(length, parameter="skirt.colour"),))
    assert told(lost) == {("options", "length")}
    assert told(replace(PENCIL, components=(*PENCIL.components, "trousers"))) == {
        ("components", "trousers")
    }
    tight = {**PENCIL.eases, "close": {"waist": 5.0, "hip": 10.0}}
    assert told(replace(PENCIL, eases=tight)) == {("eases", "close")}
    gap = {**PENCIL.eases, "easy": {"hip": 75.0}}
    assert told(replace(PENCIL, eases=gap)) == {("eases", "easy")}
    fixed = {"skirt.length": 9000.0, "skirt.colour": "red"}
    assert told(replace(PENCIL, parameters=fixed)) == {
        ("parameters", "skirt.length"),
        ("parameters", "skirt.colour"),
    }


def test_a_component_that_is_spoken_of_and_not_there_is_said_beside_the_components() -> None:
    without = replace(SHEATH, components=("bodice", "neckline", "armhole"))
    said = [problem.message for problem in problems(without) if problem.part == "components"]
    assert any(words.startswith("The skirt is spoken of") for words in said)
