"""What search engines and shared links are told, and the pages at the foot of every page."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from cms.demo.house import HOUSE
from cms.models import GarmentPage, StoryPage
from patterns.models import PatternTemplate, StockedSize

pytestmark = pytest.mark.usefixtures("demo")

HOST = "http://localhost:8000"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def said(client: Client, path: str) -> list[dict[str, Any]]:
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', text(client, path), re.S
    )
    assert len(found) == 1
    values = json.loads(found[0])
    return values if isinstance(values, list) else [values]


def of_type(client: Client, path: str, kind: str) -> dict[str, Any]:
    return next(value for value in said(client, path) if value["@type"] == kind)


def meta(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page))


def test_a_product_says_its_prices_and_what_is_in_stock(client: Client) -> None:
    product = of_type(client, "/catalogue/sheath-dress/", "Product")
    ready, made = product["offers"]
    assert (ready["price"], ready["priceCurrency"]) == ("249.00", "EUR")
    assert ready["availability"].endswith("/InStock")
    assert made["@type"] == "AggregateOffer"
    assert float(made["lowPrice"]) > float(ready["price"])
    assert made["lowPrice"] in text(client, "/catalogue/sheath-dress/")
    StockedSize.objects.update(quantity=0)
    ready, _ = of_type(client, "/catalogue/sheath-dress/", "Product")["offers"]
    assert ready["availability"].endswith("/OutOfStock")


def test_what_is_not_for_sale_offers_nothing(client: Client) -> None:
    PatternTemplate.objects.get(slug="qipao").unpublish()
    assert "offers" not in of_type(client, "/catalogue/qipao/", "Product")


def test_the_way_to_a_product_is_said_and_shown(client: Client) -> None:
    trail = of_type(client, "/catalogue/sheath-dress/", "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in trail] == ["Toile", "Catalogue", "Dresses", "Sheath dress"]
    assert trail[2]["item"] == f"{HOST}/catalogue/?kind=dress"
    page = text(client, "/catalogue/sheath-dress/")
    assert page.index('aria-label="Where you are"') < page.index('href="/catalogue/?kind=dress"')


def test_the_front_says_whose_house_it_is(client: Client) -> None:
    assert of_type(client, "/", "Organization")["url"] == f"{HOST}/"


def test_a_title_cannot_break_out_of_what_machines_read(client: Client) -> None:
    page = GarmentPage.objects.get(slug="qipao")
    page.title = "</script><script>alert(1)</script>"
    page.save_revision().publish()
    shown = text(client, "/catalogue/qipao/")
    assert "<script>alert" not in shown
    assert of_type(client, "/catalogue/qipao/", "Product")["name"] == page.title


@pytest.mark.parametrize("path", ["/", "/catalogue/", "/catalogue/sheath-dress/", "/our-story/"])
def test_a_shared_link_has_title_words_and_a_picture(client: Client, path: str) -> None:
    page = text(client, path)
    tags = meta(page)
    assert tags["og:title"]
    assert tags["og:description"]
    assert tags["og:url"] == HOST + path
    assert tags["twitter:card"] == "summary_large_image"
    picture = tags["og:image"].removeprefix(HOST)
    assert client.get(picture, follow=True).status_code == 200, "the store's own till it is made"
    assert f'<link rel="canonical" href="{HOST}{path}">' in page


@pytest.mark.parametrize("query", ["?kind=dress", "?sort=price&to=300", "?q=silk"])
def test_filters_belong_to_the_one_page(client: Client, query: str) -> None:
    page = text(client, f"/catalogue/{query}")
    assert f'<link rel="canonical" href="{HOST}/catalogue/">' in page


def test_the_sitemap_lists_what_anybody_may_open(client: Client) -> None:
    StoryPage.objects.get(slug="terms").unpublish()
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [place.text or "" for place in tree.iter() if place.tag.endswith("loc")]
    assert f"{HOST}/catalogue/sheath-dress/" in found
    assert f"{HOST}/studio/sheath-dress/" in found
    assert f"{HOST}/terms/" not in found
    assert len(set(found)) == len(found)
    for address in found:
        assert client.get(address.removeprefix(HOST)).status_code == 200, address


def test_robots_keep_out_of_what_is_somebodys_own(client: Client) -> None:
    rules = client.get("/robots.txt").content.decode()
    for path in ("/measurements/", "/account/", "/basket/", "/checkout/", "/bench/", "/studio/d/"):
        assert f"Disallow: {path}\n" in rules
    assert f"Sitemap: {HOST}/sitemap.xml" in rules


@pytest.mark.parametrize("page", HOUSE, ids=lambda page: page.key)
def test_the_foot_leads_to_every_page_of_the_house(client: Client, page: Any) -> None:
    foot = text(client, "/").split("<footer")[1]
    assert f'href="/{page.key}/">{page.title}</a>' in foot
    shown = text(client, f"/{page.key}/")
    assert f"<h1>{page.title}</h1>" in shown


def test_staff_take_a_page_off_the_foot(client: Client) -> None:
    page = StoryPage.objects.get(slug="accessibility")
    page.foot = ""
    page.save_revision().publish()
    assert 'href="/accessibility/"' not in text(client, "/").split("<footer")[1]


def test_nothing_here_offers_a_search(client: Client) -> None:
    answer = client.get("/nothing/")
    assert answer.status_code == 404
    assert 'action="/catalogue/"' in answer.content.decode()


def test_a_product_tells_why_made_to_measure_costs_more(client: Client) -> None:
    page = text(client, "/catalogue/sheath-dress/")
    more = page.split("Why made to measure costs more")[1].split("</details>")[0]
    amounts = [float(one) for one in re.findall(r"€\xa0([\d.]+)", more)]
    custom, saving, *parts = amounts
    assert saving == pytest.approx(custom - 249.0)
    assert sum(parts) == pytest.approx(saving)


def test_a_product_tells_its_care_its_day_and_its_neighbours(client: Client) -> None:
    page = text(client, "/catalogue/sheath-dress/")
    assert "Air it overnight" in page
    assert re.search(r"leaves our workroom by <time datetime=\"\d{4}-\d\d-\d\d\">", page)
    beside = page.split("Hanging beside it")[1]
    assert "Sheath dress" not in re.findall(r'class="card-name"><a[^>]*>([^<]+)', beside)
    assert "/studio/sheath-dress/?fabric=" in page


def test_the_studio_is_two_clicks_from_the_front(client: Client) -> None:
    front = text(client, "/")
    assert re.search(r'<a class="button" href="/studio/[\w-]+/">Design your own', front)
