"""What becomes of a kept design when the shop changes: said in words, the nearest proposed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from configurator.models import Design
from configurator.surviving import nearest_fabric, unlikeness
from patterns.models import Fabric, PatternTemplate

from .test_keeping import kept, shared
from .test_studio import change, page


def without(template: PatternTemplate, name: str) -> None:
    """Publish the template without that option."""
    at = next(n for n, block in enumerate(template.options) if block.value["name"] == name)
    del template.options[at]
    template.save_revision().publish()


def edited(template: PatternTemplate, name: str, **values: Any) -> None:
    """Publish the template with an option changed."""
    block = next(block for block in template.options if block.value["name"] == name)
    for key, value in values.items():
        block.value[key] = value
    template.save_revision().publish()


@pytest.fixture
def before(demo: None, her: Client) -> Design:
    """Hers, kept before the template changes."""
    return kept(her, neckline="v", neck_depth="14", length="90", flare="3")


class TestTheShopChanges:
    def test_an_option_that_is_no_more_is_said_and_left_out(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        without(sheath, "flare")
        html = page(her.get(before.get_absolute_url()))
        assert "“flare” is not offered any more and left out" in html
        assert "Put in basket" in html
        before.refresh_from_db()
        assert before.choices["flare"] == 3.0

    def test_a_tab_that_still_has_the_option_is_told_and_loses_nothing(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        without(sheath, "flare")
        fields = {"neckline": "v", "neck_depth": "14", "length": "88", "flare": "3"}
        html = page(change(her, design__key=before.key, **fields))
        assert "“flare” is not offered any more" in html
        before.refresh_from_db()
        assert (before.choices["length"], before.choices["flare"]) == (880.0, 3.0)

    def test_a_choice_that_is_no_more_is_said_and_the_default_taken(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        block = next(b for b in sheath.options if b.value["name"] == "neckline")
        at = next(n for n, c in enumerate(block.value["choices"]) if c["value"] == "v")
        del block.value["choices"][at]
        for other in sheath.options:
            for when in other.value["when"]:
                if "v" in when["values"]:
                    when["values"].remove("v")
        sheath.save_revision().publish()
        html = page(her.get(before.get_absolute_url()))
        assert "Neckline: “v” is not offered any more. Scoop is taken for it." in html
        assert re.search(r'value="scoop" checked', html)
        before.refresh_from_db()
        assert before.choices["neckline"] == "v"

    def test_a_range_that_is_narrower_takes_its_nearer_end(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        edited(sheath, "length", max=750.0)
        html = page(her.get(before.get_absolute_url()))
        assert "not 90\N{NO-BREAK SPACE}cm any more: 75\N{NO-BREAK SPACE}cm is taken" in html
        assert 'name="length" value="75"' in html
        assert 'class="error" aria' not in html
        before.refresh_from_db()
        assert before.choices["length"] == 900.0

    def test_what_she_changes_then_is_all_that_is_remembered(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        edited(sheath, "length", max=750.0)
        change(her, design__key=before.key, neckline="v", neck_depth="14", length="75", flare="2")
        before.refresh_from_db()
        assert before.choices["length"] == 750.0
        assert "taken for it" not in page(her.get(before.get_absolute_url()))

    def test_the_basket_sells_no_proposal_that_she_has_not_seen(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        her.post(reverse("orders:add_design", args=[before.key]))
        edited(sheath, "length", max=750.0)
        html = page(her.get(reverse("orders:basket")))
        assert "75\N{NO-BREAK SPACE}cm is taken for it" in html
        assert "Change it in the studio" in html
        taken = {"neckline": "v", "neck_depth": "14", "length": "75", "flare": "3"}
        change(her, htmx=False, design__key=before.key, then__do="basket", **taken)
        assert "taken for it" not in page(her.get(reverse("orders:basket")))

    def test_a_fabric_that_is_withdrawn_gives_way_to_the_one_most_like_it(
        self, her: Client, before: Design, sheath: PatternTemplate, navy: Fabric
    ) -> None:
        navy.unpublish()
        near = nearest_fabric(navy.spec, sheath.offered_fabrics())
        assert near is not None
        html = page(her.get(before.get_absolute_url()))
        assert f"{near.name} comes nearest and is taken for it" in html
        assert re.search(rf'value="{near.slug}" checked', html)
        before.refresh_from_db()
        assert before.fabric == navy

    def test_a_template_that_left_the_studio_proposes_the_one_nearest_to_it(
        self, her: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        sheath.unpublish()
        html = page(her.get(before.get_absolute_url()))
        assert "has left the studio" in html
        found = re.search(r'value="carry">Take your choices to the ([^<]+)<', html)
        assert found
        fields = {"neckline": "v", "neck_depth": "14", "length": "90", "flare": "3"}
        answer = change(her, htmx=False, design__key=before.key, then__do="carry", **fields)
        carried = Design.objects.exclude(pk=before.pk).get()
        assert answer["Location"] == carried.get_absolute_url()
        assert carried.template.name.lower() == found[1]
        assert carried.template.kind == "dress"
        assert carried.choices == before.choices
        assert her.get(answer["Location"]).status_code == 200
        assert before.template == sheath

    def test_one_that_is_shared_says_so_without_her_lengths(
        self, guest: Client, before: Design, sheath: PatternTemplate
    ) -> None:
        edited(sheath, "length", max=750.0)
        html = page(guest.get(shared(before)))
        assert "You see what comes nearest" in html
        words = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
        assert "90\N{NO-BREAK SPACE}cm" not in words


def test_likeness_of_cloth_is_seen_before_it_is_felt(demo: None) -> None:
    cloths = {one.slug: one for one in Fabric.objects.all()}
    navy = cloths["wool-crepe-navy"].spec
    assert unlikeness(navy, navy) == 0
    dark, check = cloths["denim-indigo"].spec, cloths["linen-check-sage"].spec
    assert unlikeness(navy, dark) < unlikeness(navy, check)
    assert nearest_fabric(navy, []) is None
