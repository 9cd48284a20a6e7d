"""The studio's pages, with htmx and without, for guests, for her and for others."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from configurator.keeping import SESSION_KEY
from configurator.models import Design
from patterns.models import Fabric, PatternTemplate

from .conftest import HER, measured

AS_OFFERED = {
    "neckline": "scoop",
    "neck_depth": "8",
    "neck_width": "1.5",
    "length": "60",
    "flare": "0",
    "fit": "regular",
    "fabric-slug": "wool-crepe-navy",
}
NEW = "/studio/sheath-dress/"
CHANGE = "/studio/sheath-dress/change/"
HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": f"http://testserver{NEW}"}


def page(response: Any) -> str:
    text: str = response.content.decode()
    return text


def key_of(html: str) -> str:
    found = re.search(r'name="design-key" value="([\w-]{22})"', html)
    assert found
    return found[1]


def price_of(html: str) -> str:
    found = re.search(r'class="total"><span class="price">([^<]+)<', html)
    assert found
    return found[1]


def change(client: Client, htmx: bool = True, **fields: str) -> Any:
    data = {**AS_OFFERED, **{name.replace("__", "-"): value for name, value in fields.items()}}
    return client.post(CHANGE, data, **(HTMX if htmx else {}))  # type: ignore[arg-type]


@pytest.mark.usefixtures("demo")
class TestBeginning:
    def test_the_studio_lists_what_can_be_made_ones_own(self, guest: Client) -> None:
        html = page(guest.get("/studio/"))
        assert "Sheath dress" in html
        assert "Pencil skirt" in html
        assert re.search(r'href="/studio/sheath-dress/">\s*<img src="[^"]*/front', html)
        assert re.search(r"Made to measure from <span class=\"price\">€\s\d+\.\d\d", html)

    def test_a_template_is_shown_with_both_views_a_price_and_its_reckoning(
        self, guest: Client
    ) -> None:
        html = page(guest.get(NEW))
        assert html.count("<svg xmlns") == 2
        for part in (
            "cutting, sewing and notions",
            "Drafted for your measurements",
            "20&nbsp;% tax",
        ):
            assert part in html
        assert "Wool crêpe, navy" in html
        assert "+ €\N{NO-BREAK SPACE}15.00" in html

    def test_without_measurements_it_says_that_picture_and_price_are_the_stock_figures(
        self, guest: Client
    ) -> None:
        html = page(guest.get(NEW))
        assert "We don’t have your measurements yet" in html
        assert "On our stock figure" in html

    def test_with_measurements_it_is_on_her_figure(self, her: Client) -> None:
        html = page(her.get(NEW))
        assert "On your figure" in html
        assert "96.3 cm" in html
        assert "don’t have your measurements" not in html

    def test_the_ready_made_alternative_stands_beside_with_its_price(self, guest: Client) -> None:
        html = page(guest.get(NEW))
        assert "Or ready-made" in html
        assert re.search(r"36, 38, .*from <span class=\"price\">€", html)
        assert "See it ready-made" in html

    def test_the_address_that_forms_go_to_leads_back_to_the_template(self, guest: Client) -> None:
        assert guest.get(CHANGE)["Location"] == NEW

    def test_looking_keeps_nothing(self, guest: Client) -> None:
        guest.get(NEW)
        assert not Design.objects.exists()
        assert SESSION_KEY not in guest.session

    def test_nothing_that_the_content_policy_forbids_is_on_the_page(self, guest: Client) -> None:
        html = page(guest.get(NEW))
        assert " style=" not in html
        assert "<style" not in html
        assert not re.search(r"\son\w+=", html)

    @pytest.mark.parametrize("path", ["/studio/no-such/", "/studio/d/no-such/", f"{NEW}side.svg"])
    def test_what_is_not_there_is_404(self, guest: Client, path: str) -> None:
        assert guest.get(path).status_code == 404


@pytest.mark.usefixtures("demo")
class TestChanging:
    def test_a_change_swaps_picture_and_price_and_keeps_the_design(self, guest: Client) -> None:
        before = page(guest.get(NEW))
        response = change(guest, neckline="v", design__key=key_of(before))
        html = page(response)
        assert "<html" not in html
        assert html.count("<svg xmlns") == 2
        assert price_of(html) != price_of(before)
        assert "Neckline: V-neck" in html
        kept = Design.objects.get()
        assert kept.key == key_of(before)
        assert kept.choices["neckline"] == "v"
        assert response["HX-Replace-Url"] == kept.get_absolute_url()

    def test_two_changes_sent_at_once_are_one_design(self, guest: Client) -> None:
        key = key_of(page(guest.get(NEW)))
        change(guest, length="62", design__key=key)
        change(guest, length="64", design__key=key)
        assert Design.objects.get().choices["length"] == 640.0

    def test_the_price_is_the_same_by_htmx_and_by_the_button(self, her: Client) -> None:
        live = price_of(page(change(her, neckline="v", length="71", fit="easy")))
        response = change(her, htmx=False, neckline="v", length="71", fit="easy")
        assert response.status_code == 302
        assert price_of(page(her.get(response["Location"]))) == live

    def test_with_scripts_off_the_button_leads_to_the_designs_address(self, guest: Client) -> None:
        response = change(guest, htmx=False, neckline="jewel", fabric__slug="linen-check-sage")
        kept = Design.objects.get()
        assert response["Location"] == f"/studio/d/{kept.key}/"
        html = page(guest.get(response["Location"]))
        assert re.search(r'value="jewel" checked', html)
        assert re.search(r'value="linen-check-sage" checked', html)
        assert "Goes with neckline Scoop, V-neck, Square or Sweetheart." in html

    def test_what_a_choice_puts_aside_comes_back_with_it(self, guest: Client) -> None:
        first = change(guest, neckline="v", neck_depth="14")
        key = key_of(page(first))
        change(guest, neckline="jewel", neck_depth="14", design__key=key)
        html = page(guest.get(f"/studio/d/{key}/"))
        assert re.search(r'name="neck_depth" value="14"', html)

    def test_a_taller_womans_dress_takes_more_cloth(self, demo: None) -> None:
        lengths = []
        for height in (1550.0, 1850.0):
            client = measured(Client(), {**HER, "height": height})
            found = re.search(r"navy, ([\d.]+)\sm<", page(change(client, length="95")))
            assert found
            lengths.append(float(found[1]))
        assert lengths[0] < lengths[1]

    def test_where_the_hem_falls_is_told_of_her_own_legs(self, demo: None) -> None:
        tall = measured(Client(), {**HER, "height": 1850.0})
        assert "above the knee, 60" in page(change(tall))


@pytest.mark.usefixtures("demo")
class TestBadInput:
    @pytest.mark.parametrize("htmx", [True, False])
    def test_a_number_out_of_range_is_said_beside_its_field(
        self, guest: Client, htmx: bool
    ) -> None:
        response = change(guest, htmx=htmx, length="9000", neckline="v")
        html = page(response)
        assert response.status_code == (200 if htmx else 422)
        assert re.search(
            r'id="error-length" class="error"[^>]*>Length can be between 45 and 100\scm', html
        )
        assert not Design.objects.exists()
        assert "Put in basket" not in html
        assert 'Not drawn yet: <a href="#error-length">length</a>' in html
        if not htmx:
            assert 'name="length" value="9000" aria-invalid="true"' in html
            assert re.search(r'value="v" checked', html)

    def test_a_fabric_that_the_template_does_not_allow_is_said(self, guest: Client) -> None:
        html = page(change(guest, htmx=False, fabric__slug="denim-indigo", length="66"))
        assert "Denim" in html
        assert "is not offered for the sheath dress. Please choose another fabric." in html
        assert 'name="length" value="66"' in html

    def test_an_option_that_the_template_does_not_have_is_said(self, guest: Client) -> None:
        html = page(change(guest, puff_sleeve="on"))
        assert "Sheath dress does not offer “puff sleeve”" in html

    def test_a_price_that_is_sent_along_changes_nothing(self, guest: Client) -> None:
        html = page(change(guest, htmx=False, price="1", total="1"))
        assert "does not offer “price” and “total”" in html
        assert price_of(html) == price_of(page(change(guest)))

    def test_a_body_that_cannot_be_drafted_is_said_with_the_measurements_and_all_kept(
        self, demo: None
    ) -> None:
        odd = measured(Client(), {**HER, "bust_girth": 700.0, "waist_girth": 1500.0})
        html = page(change(odd, neckline="v"))
        kept = Design.objects.get()
        assert "refused" in html
        assert "All you chose is kept" in html
        assert "We only estimated your" in html
        assert re.search(
            rf"/measurements/all/\?need=(\w+)&amp;next=/studio/d/{kept.key}/#id_\1", html
        )
        assert "On our stock figure" in html
        assert "Put in basket" not in html
        assert kept.choices["neckline"] == "v"


@pytest.mark.usefixtures("demo")
class TestMerchandisersAtWork:
    def test_a_template_unpublished_while_she_designs_is_said_and_her_choices_kept(
        self, guest: Client, sheath: PatternTemplate
    ) -> None:
        key = key_of(page(guest.get(NEW)))
        sheath.unpublish()
        html = page(change(guest, neckline="v", length="70", design__key=key))
        assert "has left the studio" in html
        assert "Put in basket" not in html
        kept = Design.objects.get(key=key)
        assert (kept.choices["neckline"], kept.choices["length"]) == ("v", 700.0)
        assert "has left the studio" in page(guest.get(kept.get_absolute_url()))
        assert guest.get(NEW).status_code == 404
        assert "Sheath dress" not in page(guest.get("/studio/")).split("Your designs")[0]

    def test_a_template_that_was_never_published_does_not_exist(self, guest: Client) -> None:
        PatternTemplate.objects.filter(slug="sheath-dress").update(
            live=False, first_published_at=None
        )
        assert change(guest).status_code == 404

    def test_a_fabric_withdrawn_while_she_designs_is_said(
        self, guest: Client, navy: Fabric
    ) -> None:
        key = key_of(page(change(guest)))
        navy.unpublish()
        html = page(change(guest, design__key=key))
        assert "Wool crêpe, navy is not offered for the sheath dress" in html
        assert "is not offered for the sheath dress" in page(guest.get(f"/studio/d/{key}/"))

    def test_the_studio_follows_a_price_that_is_published(
        self, guest: Client, sheath: PatternTemplate
    ) -> None:
        before = price_of(page(guest.get(NEW)))
        sheath.price += 1000
        sheath.save_revision()
        assert price_of(page(guest.get(NEW))) == before
        sheath.save_revision().publish()
        assert price_of(page(guest.get(NEW))) != before


class TestInches:
    def test_who_measures_in_inches_reads_lengths_in_both(self, her: Client, guest: Client) -> None:
        session = her.session
        session["measurements"] = {**session["measurements"], "unit": "in"}
        session.save()
        assert "60\N{NO-BREAK SPACE}cm (23.6 in)" in page(her.get(NEW))
        assert "(23.6 in)" not in page(guest.get(NEW))


@pytest.mark.usefixtures("demo")
class TestBasketDoor:
    def test_it_is_kept_and_handed_on_to_the_basket(self, her: Client) -> None:
        response = change(her, htmx=False, then__do="basket", neckline="v")
        kept = Design.objects.get()
        assert response.status_code == 307
        assert response["Location"] == reverse("orders:add_design", args=[kept.key])
        assert kept.choices["neckline"] == "v"

    def test_without_measurements_it_asks_for_them_first(self, guest: Client) -> None:
        response = change(guest, htmx=False, then__do="basket")
        kept = Design.objects.get()
        address = urlsplit(response["Location"])
        asked = parse_qs(address.query)
        assert address.path == "/measurements/all/"
        assert asked["next"] == [kept.get_absolute_url()]
        assert "back_width" in asked["need"], "what a bodice is drafted from"
        assert "bust_girth" not in asked["need"], "the four are asked of everybody"
        form = page(guest.get(response["Location"]))
        assert "For what you are designing" in form
        assert form.count('id="id_back_width"') == 1

    def test_measuring_on_the_way_loses_nothing(self, guest: Client) -> None:
        response = change(guest, htmx=False, then__do="measure", length="83")
        assert response["Location"].startswith("/measurements/all/?next=")
        assert Design.objects.get().choices["length"] == 830.0

    def test_what_cannot_be_read_goes_no_further(self, her: Client) -> None:
        assert change(her, htmx=False, then__do="basket", length="x").status_code == 422
