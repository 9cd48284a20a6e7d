"""What does not go together, and a close fit on estimates: said at the option, and never a dead end."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from cms.demo.templates import SHEATH_DRESS, TEMPLATES
from configurator.barring import bars, needed
from configurator.choosing import read_form
from configurator.freezing import freeze
from configurator.models import Design
from measurements.charts import STOCK_BODY
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft, settle
from patterns.models import Fabric, PatternTemplate
from patterns.specs import Choice, OptionSpec, TemplateSpec

from .conftest import HER, measured
from .test_studio import CHANGE, HTMX, NEW, change, key_of, page

ARM = {**HER, "upper_arm_girth": 291.0}
CLOSE = {"fit": "close", "sleeves": "long"}


def option(spec: TemplateSpec, name: str) -> OptionSpec:
    found = spec.option(name)
    assert found is not None
    return found


@pytest.fixture
def collared() -> TemplateSpec:
    """A dress whose collar lies on a jewel or a scoop neckline only, with nothing to keep it there."""
    by_slug = {spec.slug: spec for spec in TEMPLATES}
    data = by_slug["fit-and-flare-dress"].to_dict()
    for one in data["options"]:
        if one["name"] == "collar":
            one["when"] = {}
    return TemplateSpec.from_dict(data)


class TestTogether:
    def test_what_does_not_go_with_the_rest_is_barred_with_its_reason(
        self, collared: TemplateSpec
    ) -> None:
        choices = settle(collared, {"neckline": "jewel", "collar": True})
        (bar,) = [
            one for one in bars(collared, option(collared, "neckline"), choices, None)
            if "v" in one.values
        ]  # fmt: skip
        assert "collar" in bar.words
        assert "V-neck" in bar.labels
        assert "jewel" not in bar.values

    def test_a_part_that_does_not_go_with_the_rest_cannot_be_switched_on(
        self, collared: TemplateSpec
    ) -> None:
        choices = settle(collared, {"neckline": "v"})
        (bar,) = bars(collared, option(collared, "collar"), choices, None)
        assert bar.values == (True,)

    def test_both_sent_all_the_same_are_told_of_and_the_rest_is_drawn(
        self, collared: TemplateSpec
    ) -> None:
        reading = read_form(collared, {"neckline": "v", "collar": "on", "length": "55"})
        assert len(reading.errors) == 1
        assert any("collar" in sentence.lower() for sentence in reading.errors.values())
        assert reading.choices["length"] == 550.0
        make_draft(collared, reading.choices, STOCK_BODY)
        assert (reading.written["neckline"], reading.written["collar"]) == ("v", "on")

    @pytest.mark.parametrize("spec", TEMPLATES, ids=lambda spec: spec.slug)
    def test_no_choice_of_the_wardrobe_leads_into_a_corner(self, spec: TemplateSpec) -> None:
        """From the defaults, whatever is barred has another way: each option keeps two open values."""
        choices = settle(spec, {})
        for name in choices:
            one = option(spec, name)
            barred = {value for bar in bars(spec, one, choices, None) for value in bar.values}
            assert choices[name] not in barred
            assert one.kind == "range" or len(set(one.ends) - barred) >= 2, (name, barred)


class TestCloseFit:
    def test_it_is_barred_while_a_girth_that_it_rests_on_is_estimated(self) -> None:
        fit = option(SHEATH_DRESS, "fit")
        choices = settle(SHEATH_DRESS, {"sleeves": "long"})
        (bar,) = bars(SHEATH_DRESS, fit, choices, complete(HER))
        assert bar.values == ("close",)
        assert bar.measure == (("upper_arm_girth", "Upper arm"),)
        assert not bars(SHEATH_DRESS, fit, choices, complete(ARM))

    def test_without_a_sleeve_the_arm_is_not_asked_for(self) -> None:
        fit = option(SHEATH_DRESS, "fit")
        assert not bars(SHEATH_DRESS, fit, settle(SHEATH_DRESS, {}), complete(HER))

    def test_the_studio_says_why_with_a_link_that_leads_there_and_back(self, her: Client) -> None:
        answer = page(change(her, sleeves="long"))
        kept = Design.objects.get()
        assert re.search(
            rf'data-bars="close">Close: .*href="/measurements/all/\?need=upper_arm_girth&amp;next='
            rf'{kept.get_absolute_url()}#id_upper_arm_girth">upper arm</a>',
            answer,
        )
        whole = page(her.get(kept.get_absolute_url()))
        assert re.search(r'name="fit" value="close" disabled', whole)
        assert re.search(r'name="fit" value="regular" checked', whole)

    def test_chosen_before_the_sleeves_it_is_kept_told_of_and_not_sold(self, her: Client) -> None:
        html = page(change(her, **CLOSE))
        kept = Design.objects.get()
        assert kept.choices["fit"] == "close", "nothing is lost"
        assert "A close fit is cut only to measurements" in html
        assert "Put in basket" not in html
        assert "On our stock figure" in html
        whole = page(her.get(kept.get_absolute_url()))
        assert re.search(r'name="fit" value="close" checked', whole)

    def test_once_measured_it_is_hers(self, demo: None) -> None:
        client = measured(Client(), ARM)
        html = page(change(client, **CLOSE))
        assert "Put in basket" in html
        assert "On your figure" in html

    def test_the_server_freezes_no_close_fit_on_estimates(
        self, sheath: PatternTemplate, navy: Fabric
    ) -> None:
        design = Design.objects.create(template=sheath, fabric=navy, choices=CLOSE)
        with pytest.raises(Refusal) as refused:
            freeze(design, complete(HER))
        assert refused.value.code == "fit_needs_measuring"
        assert freeze(design, complete(ARM))["choices"]["fit"] == "close"

    def test_a_guest_may_look_at_it_on_the_stock_figure(self, guest: Client, demo: None) -> None:
        html = page(change(guest, **CLOSE))
        assert "refused" not in html


class TestParts:
    def test_a_part_is_sewn_in_when_it_is_switched_on(self) -> None:
        plain, lined = (make_draft(SHEATH_DRESS, {"lined": on}, STOCK_BODY) for on in (False, True))
        assert not any(piece.layer == "lining" for piece in plain.pieces)
        assert any(piece.layer == "lining" for piece in lined.pieces)

    def test_the_studio_draws_and_prices_a_part(self, guest: Client, demo: None) -> None:
        html = page(guest.get(NEW))
        assert re.search(r'type="checkbox" name="lined"', html)
        lined = page(change(guest, lined="on", design__key=key_of(html)))
        assert "Lining</th>" in lined
        assert Design.objects.get().choices["lined"] is True
        change(guest, design__key=key_of(html))
        assert Design.objects.get().choices["lined"] is False

    def test_measuring_asks_what_the_garments_parts_need(self) -> None:
        bare, sleeved = (needed(SHEATH_DRESS, settle(SHEATH_DRESS, c)) for c in ({}, CLOSE))
        assert "wrist_girth" not in bare
        assert "wrist_girth" in sleeved
        assert "bust_girth" not in bare, "the four are asked of everybody"

    def test_what_choices_set_is_kept_by_a_frozen_design(
        self, sheath: PatternTemplate, navy: Fabric
    ) -> None:
        design = Design.objects.create(template=sheath, fabric=navy, choices={"sleeves": "elbow"})
        frozen = freeze(design, complete(ARM))
        sleeves = TemplateSpec.from_dict(frozen["template"]).option("sleeves")
        assert sleeves is not None
        elbow = next(choice for choice in sleeves.choices if choice.value == "elbow")
        assert isinstance(elbow, Choice)
        assert elbow.sets["components.sleeve"] is True

    def test_an_unknown_part_in_the_form_is_said(self, guest: Client, demo: None) -> None:
        html = page(guest.post(CHANGE, {"hood": "on"}, **HTMX))  # type: ignore[arg-type]
        assert "does not offer “hood”" in html
