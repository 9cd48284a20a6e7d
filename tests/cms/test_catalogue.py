"""The catalogue as a visitor narrows it, searches it and hands on its address."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cms.cloths import COLOURS, care_of, colour_family, fibres
from cms.demo.fabrics import FABRICS
from cms.models import CataloguePage, GarmentPage, Occasion
from patterns.models import Fabric, PatternTemplate, StockedSize

pytestmark = pytest.mark.usefixtures("demo")

CATALOGUE = "/catalogue/"


def page(client: Client, query: str = "") -> str:
    answer = client.get(CATALOGUE + query)
    assert answer.status_code == 200
    return answer.content.decode()


def names(text: str) -> list[str]:
    return re.findall(r'<h3 class="card-name"><a[^>]*>([^<]+)', text)


def count(text: str, name: str, value: str) -> int:
    found = re.search(rf'id="{name}-{value}".*?class="count">(\d+)', text, re.S)
    assert found is not None
    return int(found[1])


@pytest.fixture
def indexed(demo: None) -> None:
    call_command("update_index", verbosity=0)


@pytest.mark.parametrize(
    ("here", "onward"),
    [
        ("/catalogue/?kind=dress&colour=red", "/catalogue/?kind=dress&colour=red"),
        ("/measurements/quick/?next=/basket/", "/measurements/quick/?next=%2Fbasket%2F"),
        ("/measurements/quick/?next=https://evil.example/", "/measurements/quick/"),
        ("/accounts/signup/?next=/basket/", "/basket/"),
        ("/accounts/signup/?next=//evil.example/", ""),
        ("/", ""),
    ],
)
def test_signing_in_leads_back_to_the_page_as_it_was(
    client: Client, here: str, onward: str
) -> None:
    link = re.search(
        r'href="(/accounts/login/[^"]*)"[^>]*>Sign in', client.get(here).content.decode()
    )
    assert link is not None
    query = dict(parse_qsl(urlsplit(unescape(link[1])).query))
    assert query == ({"next": onward} if onward else {})


def test_a_facets_values_are_alternatives_and_facets_narrow_each_other(client: Client) -> None:
    dresses = names(page(client, "?kind=dress"))
    skirts = names(page(client, "?kind=skirt"))
    assert dresses
    assert skirts
    assert names(page(client, "?kind=dress&kind=skirt")) == [*dresses, *skirts]
    worn = names(page(client, "?kind=dress&occasion=evening"))
    assert set(worn) < set(dresses)


@pytest.mark.parametrize("beside", ["", "?kind=dress", "?colour=red&sold=made", "?to=200"])
def test_a_count_is_what_the_filter_would_show(client: Client, beside: str) -> None:
    text = page(client, beside)
    for name, value in re.findall(
        r'type="checkbox" id="[^"]+" name="(\w+)" value="([\w-]+)"', text
    ):
        chosen = [pair for pair in beside.lstrip("?").split("&") if pair]
        if any(pair.startswith(f"{name}=") for pair in chosen):
            continue
        alone = "?" + "&".join([*chosen, f"{name}={value}"])
        assert count(text, name, value) == len(names(page(client, alone))), (beside, name, value)


def test_cloth_and_price_must_hold_of_one_and_the_same_garment(client: Client) -> None:
    """The only silk that hangs ready-made is ecru: there is no blue silk off the rail."""
    assert names(page(client, "?sold=ready&fabric=silk")) == ["Bow blouse"]
    assert names(page(client, "?sold=ready&fabric=silk&colour=blue")) == []


def test_a_card_shows_the_garment_in_the_colour_asked_for(client: Client) -> None:
    text = page(client, "?kind=dress&colour=red")
    pictures = re.findall(r'class="flat" src="([^"?]+)', text)
    red = {row.slug for row in FABRICS if colour_family(row.colour) == "red"}
    assert pictures
    assert {picture.split("/")[3] for picture in pictures} <= red


def test_what_is_sold_out_does_not_hang_ready_made(client: Client) -> None:
    assert "Sheath dress" in names(page(client, "?sold=ready"))
    StockedSize.objects.filter(piece__template__slug="sheath-dress").update(quantity=0)
    assert "Sheath dress" not in names(page(client, "?sold=ready"))
    assert "Sheath dress" in names(page(client))


def test_prices_bound_what_is_shown(client: Client) -> None:
    cheap, dear = names(page(client, "?to=200")), names(page(client, "?from=200.01&sold=made"))
    assert cheap
    assert dear
    assert "Shell top" in cheap
    assert "Shell top" not in dear


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?from=cheap", "We cannot read “cheap” as a price"),
        ("?from=300&to=100", "nothing can cost both"),
    ],
)
def test_a_price_that_says_nothing_is_told_and_kept(client: Client, query: str, words: str) -> None:
    text = page(client, query)
    assert words in text
    assert 'aria-invalid="true"' in text
    assert re.search(r'name="from" value="(cheap|300)"', text)
    assert len(names(text)) == GarmentPage.objects.count()


@pytest.mark.parametrize(
    "query", ["?kind=hat", "?page=99", "?page=x", "?sort=worst", "?colour=%00"]
)
def test_an_address_that_makes_no_sense_shows_everything(client: Client, query: str) -> None:
    assert len(names(page(client, query))) == GarmentPage.objects.count()


def test_sorting(client: Client) -> None:
    by_name = names(page(client, "?sort=name"))
    assert by_name == sorted(by_name)
    up, down = (names(page(client, f"?sort={way}&sold=made")) for way in ("price", "-price"))
    assert up[0] == "Shell top"
    assert down[0] == "Princess dress"
    assert set(up) == set(down)


def test_pages_hang_a_few_each_and_keep_the_filters(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CataloguePage, "PER_PAGE", 3)
    first = page(client, "?kind=dress")
    assert len(names(first)) == 3
    assert 'href="?kind=dress&amp;page=2"' in first
    second = page(client, "?kind=dress&page=2")
    assert not set(names(first)) & set(names(second))


def test_nothing_found_says_what_to_loosen(client: Client) -> None:
    text = page(client, "?sold=ready&fabric=silk&colour=blue")
    assert "Nothing here is all of that" in text
    assert re.search(r'href="\?fabric=silk&amp;sold=ready">Without Blue</a>|Without Blue</a>', text)
    assert "Clear all" in text


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize(
    ("words", "found"),
    [("qipao", "Qipao"), ("brocade", "Qipao"), ("bow", "Bow blouse"), ("skirts", "Wrap skirt"),
     ("celebrations", "Circle skirt"), ("emeral", "Wrap dress"), ("breeze", "Wrap dress")],
)  # fmt: skip
def test_search_finds_names_cloths_kinds_occasions_and_stories(
    client: Client, words: str, found: str
) -> None:
    assert found in names(page(client, f"?q={words}"))


@pytest.mark.usefixtures("indexed")
def test_search_finds_our_own_pages_too(client: Client) -> None:
    assert "Delivery and returns" in page(client, "?q=parcel").split("In our pages")[1]


@pytest.mark.usefixtures("indexed")
def test_a_slip_of_the_pen_is_put_right(client: Client) -> None:
    text = page(client, "?q=slik+dres")
    assert not names(text)
    assert 'Did you mean <a href="?q=silk%20dress">silk dress</a>' in text
    assert 'href="?kind=dress"' in text
    assert "noindex" in text


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("words", ["\"'*)(", "a OR b NEAR", "%00", "<script>", "x" * 500, "-dress"])
def test_any_words_may_be_searched_for(client: Client, words: str) -> None:
    text = client.get(CATALOGUE, {"q": words})
    assert text.status_code == 200
    assert b"<script>" not in text.content


def test_a_fabric_that_is_renamed_is_found_by_its_new_name(client: Client) -> None:
    from django_tasks_db.models import DBTaskResult

    fabric = Fabric.objects.get(slug="silk-brocade-plum")
    DBTaskResult.objects.all().delete()
    fabric.name = "Brocade, aubergine"
    fabric.save_revision().publish()
    asked = [
        str(task.args_kwargs["args"][2])
        for task in DBTaskResult.objects.all()
        if task.args_kwargs["args"][1] == "garmentpage"
    ]
    qipao = GarmentPage.objects.get(slug="qipao")
    assert str(qipao.pk) in asked
    assert "aubergine" in qipao.sold_in()


def test_what_is_published_or_taken_away_shows_at_once(client: Client) -> None:
    assert "Qipao" in names(page(client))
    GarmentPage.objects.get(slug="qipao").unpublish()
    assert "Qipao" not in names(page(client))
    template = PatternTemplate.objects.get(slug="shell-top")
    before = page(client)
    template.price += 5000
    template.save_revision().publish()
    assert page(client) != before


def test_htmx_gets_the_shortest_address(client: Client) -> None:
    answer = client.get(
        f"{CATALOGUE}?q=&sort=&from=&to=&kind=dress", headers={"HX-Request": "true"}
    )
    assert answer["HX-Push-Url"] == "?kind=dress"
    answer = client.get(f"{CATALOGUE}?q=&sort=", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == CATALOGUE


def test_it_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page(client)
    for query in ("", "?kind=dress&colour=red&to=400", "?q=silk+dress", "?q=care"):
        with django_assert_max_num_queries(10):
            page(client, query)


def test_an_occasion_nobody_wears_is_no_filter(client: Client) -> None:
    Occasion.objects.create(slug="moon", name="On the moon")
    assert "On the moon" not in page(client)


@pytest.mark.parametrize(
    ("composition", "found"),
    [("100 % wool", ("wool",)), ("98 % wool, 2 % silk", ("wool",)), ("", ()),
     ("65 % silk, 35 % viscose", ("silk", "viscose"))],
)  # fmt: skip
def test_a_cloth_is_what_most_of_it_is(composition: str, found: tuple[str, ...]) -> None:
    assert fibres(composition) == found


@pytest.mark.parametrize(
    ("colour", "family"),
    [("#24304a", "blue"), ("#6d2536", "red"), ("#e8dcc3", "natural"), ("#a8502f", "orange"),
     ("#26262a", "black"), ("#7b7c80", "grey"), ("#1f6b52", "green"), ("#ffffff", "white"),
     ("#5d2a4a", "purple"), ("#4a3020", "brown"), ("#f2c0cb", "pink"), ("#e0b020", "yellow")],
)  # fmt: skip
def test_colours_go_by_family(colour: str, family: str) -> None:
    assert colour_family(colour) == family


def test_every_colour_has_a_family() -> None:
    for level in range(0, 4096, 7):
        shade = f"#{level:03x}"
        assert colour_family("#" + "".join(2 * digit for digit in shade[1:])) in COLOURS


def test_every_cloth_of_the_demo_says_how_to_look_after_it() -> None:
    for fabric in FABRICS:
        assert care_of([fabric.composition])
