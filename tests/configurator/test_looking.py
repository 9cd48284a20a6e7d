"""What the studio says of a design beside its picture: ease, comparison, surprises, how she sees it."""

from __future__ import annotations

import random
import re
from functools import partial

import pytest
from django.test import Client

from cms.demo.templates import TEMPLATES
from configurator import comparing, easing
from configurator.drafting import Made
from configurator.models import Design
from configurator.showing import ORDER
from configurator.surprising import surprise
from measurements.charts import DEMO_CHART, STOCK_BODY, size_body
from measurements.statistics import complete
from patterns.specs import FIT, TemplateSpec

from .conftest import HER, measured
from .test_studio import CHANGE, NEW, change, key_of, page

BY_SLUG = {spec.slug: spec for spec in TEMPLATES}
SHEATH = BY_SLUG["sheath-dress"]


@pytest.mark.parametrize("slug", ["sheath-dress", "bow-blouse", "pleated-skirt"])
def test_a_surprise_is_another_design_that_can_be_sewn_for_her(slug: str) -> None:
    spec: TemplateSpec = BY_SLUG[slug]
    body = complete(HER)
    for seed in range(3):
        chosen = surprise(spec, body, {FIT: "easy"}, random.Random(seed))
        assert chosen
        assert chosen[FIT] == "easy", "her fit is hers"
        assert Made(spec, chosen, body).draft.pieces
        for option in spec.options:
            if option.kind == "range" and option.name in chosen:
                off = abs(float(chosen[option.name]) - float(option.default))
                assert off <= (option.max - option.min) / 4 + option.step, option.name


def test_ease_is_the_finished_girth_less_hers_in_words_and_on_the_picture() -> None:
    draft = Made(SHEATH, {}, STOCK_BODY).draft
    bust = draft.measure("bust_girth")
    assert bust is not None
    assert bust.ease is not None
    found = {ease.label: ease for ease in easing.eases(draft)}
    assert found["Bust"].more == f"+{(bust.value - STOCK_BODY['bust_girth']) / 10:g}"
    assert found["Waist"].words == "comfortable"
    inches = easing.eases(draft, "in")[0]
    assert (inches.more, inches.unit) == (f"+{bust.ease / 25.4:.1f}", "in")
    close = Made(SHEATH, {FIT: "close"}, STOCK_BODY).draft
    assert {ease.label: ease.words for ease in easing.eases(close)}["Waist"] == "close"
    svg = easing.mapped('<svg viewBox="-450 -40 900 1800"></svg>', list(found.values()), STOCK_BODY)
    assert svg.endswith("</g></svg>")
    words = [re.sub(r"<.*?>", "", each) for each in re.findall(r"<text.*?</text>", svg)]
    assert words == [f"{ease.more}\N{NO-BREAK SPACE}{ease.unit}" for ease in found.values()]


def test_the_size_nearest_to_a_woman_of_that_size_is_hers() -> None:
    body = size_body(DEMO_CHART, "42")
    assert comparing.nearest(DEMO_CHART, ["36", "38", "40", "42", "44"], body) == "42"
    assert comparing.nearest(DEMO_CHART, ["36", "38"], body) == "38"


@pytest.mark.parametrize(
    ("more", "over_her", "words"),
    [
        (-35, 20, "3.5 cm tighter than yours, 2 cm wider than you"),
        (12, 80, "1.2 cm looser than yours, 8 cm wider than you"),
        (3, 60, "as yours, 6 cm wider than you"),
        (-80, -40, "would not close: 4 cm narrower than you"),
    ],
)
def test_how_another_girth_would_be_on_her(more: float, over_her: float, words: str) -> None:
    say = partial(comparing.said, system="cm")
    told = comparing.girth(more, over_her, "you", say)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == words


def test_it_is_told_in_inches_to_whoever_measures_in_them() -> None:
    told = comparing.girth(-25.4, 50.8, "you", partial(comparing.said, system="in"))
    assert told.replace("\N{NO-BREAK SPACE}", " ") == "1 in tighter than yours, 2 in wider than you"


@pytest.mark.usefixtures("demo")
class TestPages:
    def test_headings_stand_as_a_woman_thinks(self, guest: Client) -> None:
        found = re.findall(r'<h2 id="group-\d+">(\w+)</h2>', page(guest.get(NEW)))
        assert found == [title for title in ORDER if title in found]
        assert {"Shape", "Neckline", "Length", "Fabric", "Fit"} <= set(found)

    def test_each_choice_is_pictured_by_this_garment_and_kept_by_browsers(
        self, her: Client
    ) -> None:
        html = page(change(her, length="75"))
        address = re.search(r'"pictured-neckline-v": "([^"#]+)', html)
        assert address
        path = address[1].replace("\\u0026", "&")
        assert "neckline=v" in path
        assert "length=750" in path
        answer = Client().get(path)
        assert answer["Content-Type"] == "image/svg+xml"
        assert "immutable" in answer["Cache-Control"]
        for value in HER.values():
            assert f"{value:g}" not in path

    def test_how_she_sees_it_is_remembered_and_in_no_address(self, guest: Client) -> None:
        response = change(guest, htmx=False, see__asked="yes", see__skin="deep", see__ease="on")
        assert "see-" not in response["Location"]
        html = page(guest.get(NEW))
        assert re.search(r'name="see-skin" value="deep" checked', html)
        assert "#6b4636" in html.split("<svg xmlns")[1]
        assert re.search(r"Bust \+[\d.]+&nbsp;cm, \w+", html)
        assert Design.objects.get().choices.keys().isdisjoint({"see-skin", "skin"})

    def test_metres_and_the_day_it_leaves_stand_by_the_price(self, guest: Client) -> None:
        html = page(guest.get(NEW))
        assert re.search(r"[\d.]+&nbsp;m of cloth</span> <span>Leaves us <time datetime=", html)

    def test_a_look_from_another_tab_shows_and_keeps_nothing(self, guest: Client) -> None:
        key = key_of(page(change(guest, neckline="v", see__asked="yes", see__skin="deep")))
        html = page(
            change(
                guest, neckline="square", design__key=key, then__do="look",
                see__asked="yes", see__skin="light",
            )
        )  # fmt: skip
        assert "Neckline: Square" in html
        assert Design.objects.get(key=key).choices["neckline"] == "v"
        assert guest.session["seeing"]["skin"] == "deep"

    def test_as_first_offered_takes_all_back(self, guest: Client) -> None:
        change(guest, neckline="v", length="80")
        html = page(change(guest, neckline="v", length="80", then__do="reset"))
        assert '"neckline": "scoop"' in html
        assert '"length": "60"' in html

    def test_a_surprise_is_kept_like_any_choice(self, guest: Client) -> None:
        response = change(guest, htmx=False, then__do="surprise")
        kept = Design.objects.get()
        assert response["Location"] == kept.get_absolute_url()
        assert kept.choices["fit"] == "regular"

    def test_comparing_says_where_the_ready_made_size_is_tight(self, her: Client) -> None:
        change(her)
        html = page(her.get(f"{Design.objects.get().get_absolute_url()}compare/"))
        assert re.search(r"Ready-made in size \d\d", html)
        assert re.search(r"(tighter|looser) than yours|would not close", html)
        assert "Drawn on your figure." in html
        assert re.search(r"Drawn on the figure that size \d\d is cut for, not on yours", html)

    def test_a_size_that_would_not_close_on_her_says_so_beside_its_picture(
        self, guest: Client
    ) -> None:
        larger = {"bust_girth": 1420.0, "waist_girth": 1330.0, "hip_girth": 1480.0}
        measured(guest, {**HER, **larger})
        change(guest)
        html = page(guest.get(f"{Design.objects.get().get_absolute_url()}compare/"))
        assert re.search(r"On you it would not close at the [\w ,]*hip", html)

    def test_comparing_with_another_of_hers_names_what_differs(self, her: Client) -> None:
        change(her)
        first = Design.objects.get()
        her.post(CHANGE, {"neckline": "v", "fabric-slug": "wool-crepe-navy"})
        second = Design.objects.exclude(pk=first.pk).get()
        html = page(her.get(f"{first.get_absolute_url()}compare/?with={second.key}"))
        assert re.search(r"Neckline</th><td>Scoop</td><td>V-neck", html)

    def test_anothers_design_is_not_to_be_had_beside_hers(
        self, her: Client, design: Design
    ) -> None:
        change(her)
        mine = Design.objects.exclude(pk=design.pk).get()
        html = page(her.get(f"{mine.get_absolute_url()}compare/?with={design.key}"))
        # above it, signing in leads back to the address as she gave it
        shown = html.partition("</header>")[2]
        assert "<main" in shown
        assert design.key not in shown
