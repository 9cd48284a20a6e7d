"""Every variant that we can draft hangs in the shop, and the page that lists them is true."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cms.demo.fabrics import FABRICS, SUITS, allowed
from cms.demo.garments import GARMENTS
from cms.demo.templates import SUMMARIES, TEMPLATES
from patterns.problems import problems
from patterns.specs import Setting, TemplateSpec

from .wardrobe import PAGE, ROOT, ROWS, page, templates_with

GROUPS = {"Shape", "Neckline", "Sleeves", "Length", "Details", "Fit"}


@pytest.mark.parametrize(
    "parameters", [row[2] for row in ROWS], ids=[f"{row[0]}, {row[1]}" for row in ROWS]
)
def test_a_variant_is_in_at_least_one_template(parameters: Mapping[str, Setting]) -> None:
    assert templates_with(parameters)


def test_the_page_says_what_the_templates_offer() -> None:
    assert PAGE.read_text() == page()


def test_the_tests_that_it_names_are_there() -> None:
    for file, _, test in {row[3].partition("::") for row in ROWS}:
        path = ROOT / "tests" / "patterns" / f"{file}.py"
        assert path.exists(), file
        assert f"def {test}" in path.read_text(), test


@pytest.mark.parametrize("spec", TEMPLATES, ids=lambda spec: spec.slug)
class TestTemplate:
    def test_it_is_whole(self, spec: TemplateSpec) -> None:
        assert problems(spec) == []
        assert spec.slug in SUMMARIES
        assert spec.slug in {words.slug for words in GARMENTS}
        assert spec.materials
        assert spec.price > 0
        assert spec.made_to_measure > 0

    def test_it_asks_under_the_headings_that_the_studio_orders(self, spec: TemplateSpec) -> None:
        assert {option.group for option in spec.options} <= GROUPS

    def test_every_option_says_what_it_does(self, spec: TemplateSpec) -> None:
        for option in spec.options:
            assert option.label
            assert option.help or option.name in ("sleeves", "sleeve_length"), option.name

    def test_it_is_shown_in_a_cloth_that_suits_it(self, spec: TemplateSpec) -> None:
        cloths = {fabric.slug: fabric for fabric in FABRICS}
        shown, least, most = SUITS[spec.slug]
        assert least <= cloths[shown].weight <= most
        assert len(allowed(spec.slug)) >= 4
