"""The shop's pages, as a visitor and as a merchandiser meets them."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from cms.models import GarmentPage, HomePage, StoryPage
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece, StockedSize

pytestmark = pytest.mark.usefixtures("demo")


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/", "Cut for one body: yours"),
        ("/catalogue/", "Catalogue"),
        ("/catalogue/sheath-dress/", "Sheath dress"),
        ("/catalogue/pencil-skirt/", "Pencil skirt"),
        ("/our-story/", "Our story"),
        ("/our-story/how-to-measure/", "How to measure"),
    ],
)
def test_every_page_opens_with_all_its_pictures(client: Client, path: str, heading: str) -> None:
    page = text(client, path)
    assert re.search(rf"<h1[^>]*>\s*{heading}\s*</h1>", page)
    assert "style=" not in page
    assert "<script>" not in page
    pictures = set(re.findall(r'src="(/studio/[^"]+)"', page))
    assert pictures or path == "/our-story/how-to-measure/"
    for picture in pictures:
        drawn = client.get(picture.replace("&amp;", "&"))
        assert drawn.status_code == 200, picture
        assert drawn.content.startswith(b"<svg")
        assert "immutable" in drawn["Cache-Control"]


def test_a_garment_shows_both_its_prices_and_that_ready_made_costs_less(client: Client) -> None:
    page = text(client, "/catalogue/sheath-dress/")
    assert "from" in page
    assert "€\N{NO-BREAK SPACE}249.00" in page
    assert "Ready-made costs less" in page
    assert reverse("studio:new", args=["sheath-dress"]) in page


def test_sizes_say_what_is_left(client: Client) -> None:
    StockedSize.objects.filter(size="38").update(quantity=0)
    StockedSize.objects.filter(size="40").update(quantity=1)
    page = text(client, "/catalogue/sheath-dress/")
    assert re.search(r"disabled>38, sold out", page)
    assert "40, last one" in page
    StockedSize.objects.update(quantity=0)
    page = text(client, "/catalogue/sheath-dress/")
    assert "All sizes are sold" in page
    assert "<select" not in page


def test_a_size_goes_into_the_basket(client: Client) -> None:
    page = text(client, "/catalogue/sheath-dress/")
    size = re.search(r'<option value="(\d+)">38', page)
    assert size is not None
    action = re.search(r'<form class="take-piece" method="post" action="([^"]+)"', page)
    assert action is not None
    basket = client.post(action[1], {"size": size[1]}, follow=True)
    assert "Sheath dress in navy, V-neck" in basket.content.decode()
    assert "basket-count" in text(client, "/")


def test_what_is_unpublished_is_not_offered(client: Client) -> None:
    PatternTemplate.objects.get(slug="sheath-dress").unpublish()
    page = text(client, "/catalogue/sheath-dress/")
    assert f'href="{reverse("studio:new", args=["sheath-dress"])}' not in page
    assert "Ready-made" in page
    ReadyMadePiece.objects.get(slug="sheath-dress-navy-v").unpublish()
    assert "not for sale at the moment" in text(client, "/catalogue/sheath-dress/")
    assert "Pencil skirt" in text(client, "/catalogue/")


def test_a_garment_without_any_cloth_still_opens(client: Client) -> None:
    for fabric in Fabric.objects.all():
        fabric.unpublish()
    assert "Ready-made" in text(client, "/catalogue/sheath-dress/")


def test_the_price_follows_what_is_published(client: Client) -> None:
    template = PatternTemplate.objects.get(slug="sheath-dress")
    before = text(client, "/catalogue/")
    template.price += 1000
    template.save_revision().publish()
    after = text(client, "/catalogue/")
    assert re.findall(r"from <span[^>]*>([^<]+)", before) != re.findall(
        r"from <span[^>]*>([^<]+)", after
    )


@pytest.mark.parametrize(
    "path",
    [
        "/studio/sheath-dress/wool-crepe-navy/front.svg?neckline=halter",
        "/studio/sheath-dress/wool-crepe-navy/front.svg?length=9000",
        "/studio/sheath-dress/nothing/front.svg",
        "/studio/nothing/wool-crepe-navy/front.svg",
        "/studio/sheath-dress/wool-crepe-navy/side.svg",
    ],
)
def test_no_picture_of_what_cannot_be_chosen(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_picture_of_an_older_state_is_not_kept_for_good(client: Client) -> None:
    answer = client.get("/studio/sheath-dress/wool-crepe-navy/back.svg?v=old")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("model", [HomePage, GarmentPage, StoryPage])
def test_staff_preview_a_page_before_it_is_published(
    client: Client, merchandiser: User, model: type[HomePage]
) -> None:
    page = model.objects.first()
    assert page is not None
    page.title = "A title not published yet"
    if isinstance(page, HomePage):
        page.heading = page.title
    page.save_revision()
    client.force_login(merchandiser)
    shown = text(client, reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "A title not published yet" in shown
    assert "A title not published yet" not in text(client, page.url)


def test_what_is_not_there_is_said_in_the_shops_own_frame(client: Client) -> None:
    answer = client.get("/catalogue/nothing/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()
    assert "Toile" in answer.content.decode()


def test_a_failure_is_said_without_asking_the_database(
    django_assert_num_queries: DjangoAssertNumQueries, rf: RequestFactory
) -> None:
    with django_assert_num_queries(0):
        answer = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "our mistake" in answer.content.decode()


def test_ready_made_is_compared_only_with_what_can_be_had(client: Client) -> None:
    PatternTemplate.objects.get(slug="sheath-dress").unpublish()
    page = text(client, "/catalogue/sheath-dress/")
    assert "€\N{NO-BREAK SPACE}249.00" in page
    assert "made to measure" not in page
