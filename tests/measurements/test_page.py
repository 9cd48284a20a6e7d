"""The measuring page, for a guest and for a customer: what is kept where, and the way back."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from accounts.models import User
from measurements.definitions import DEFINITIONS
from measurements.models import Profile

pytestmark = pytest.mark.django_db

PASSWORD = "a password for tests"
FOUR = {
    "unit": "cm",
    "height": "165",
    "bust_girth": "92",
    "waist_girth": "74",
    "hip_girth": "99",
    "keep": "yes",
}


@pytest.fixture
def page() -> str:
    return reverse("measurements:edit")


def text(response: object) -> str:
    return re.sub(r"\s+", " ", response.content.decode())  # type: ignore[attr-defined]


def test_a_guest_measures_and_sees_what_is_reckoned(client: Client, page: str) -> None:
    assert "Four are enough" in text(client.get(page))
    assert "Estimated" not in text(client.get(page))
    response = client.post(page, FOUR, follow=True)
    shown = text(response)
    assert "Your measurements are kept." in shown
    assert re.search(r"Estimated 12(\.\d)? cm <span class=\"soft\">± 0\.\d cm", shown)
    assert 'value="92"' in shown
    assert Profile.objects.count() == 0


def test_every_field_has_its_label_and_its_how_to(client: Client, page: str) -> None:
    shown = text(client.get(page))
    for name in ("bust_girth", "shoulder_slope", "head_girth"):
        assert f'for="id_{name}"' in shown
        assert f'aria-describedby="id_{name}_helptext"' in shown
        assert f'id="id_{name}_helptext"' in shown


def test_a_slip_keeps_everything_else(client: Client, page: str) -> None:
    response = client.post(page, {**FOUR, "bust_girth": "37", "thigh_girth": "57"})
    shown = text(response)
    assert "Bust 37 cm looks like inches. Did you mean 94 cm?" in shown
    assert 'aria-invalid="true"' in shown
    assert 'value="37"' in shown
    assert 'value="57"' in shown
    assert 'value="unit:inches:bust_girth" class="button">Yes, 94 cm</button>' in shown
    assert "Choose inches</button>" in shown  # or all of them, if she likes
    assert 'id="group-leg" open' in shown
    assert not client.session.get("measurements")


def test_the_unit_changes_without_scripts_and_without_loss(client: Client, page: str) -> None:
    shown = text(client.post(page, {**FOUR, "thigh_girth": "5x", "switch": "yes"}))
    assert 'name="unit" value="in"' in shown
    assert 'value="36 1/4"' in shown
    assert 'value="5x"' in shown
    assert not client.session.get("measurements")


def test_inches_are_remembered(client: Client, page: str) -> None:
    client.post(
        page,
        {"unit": "in", "height": "65", "bust_girth": "36", "waist_girth": "29", "hip_girth": "39"},
    )
    shown = text(client.get(page))
    assert 'name="unit" value="in"' in shown
    assert 'value="36"' in shown
    assert client.session["measurements"]["values"]["bust_girth"] == pytest.approx(914.4)


def test_she_goes_back_to_where_she_came_from(client: Client, page: str) -> None:
    shown = text(client.get(page, {"next": "/studio/d/x/?a=1"}))
    assert 'name="next" value="/studio/d/x/?a=1"' in shown
    response = client.post(page, {**FOUR, "next": "/studio/d/x/?a=1"})
    assert response.status_code == 302
    assert response["Location"] == "/studio/d/x/?a=1"


@pytest.mark.parametrize(
    "next_page",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "studio"],
)
def test_she_is_never_sent_elsewhere(client: Client, page: str, next_page: str) -> None:
    response = client.post(page, {**FOUR, "next": next_page})
    assert response["Location"] == page
    assert 'name="next"' not in text(client.get(page, {"next": next_page}))


def test_an_unusual_body_is_asked_about_once_and_never_refused(client: Client, page: str) -> None:
    unusual = {**FOUR, "back_neck_to_waist": "55", "next": "/basket/"}
    shown = text(client.post(page, unusual))
    assert "Nape to waist 55 cm and hip 99 cm seldom go together" in shown
    assert 'value="55"' in shown
    assert 'id="group-needed"' not in shown
    [so] = re.findall(r'name="so" value="([\w:]+)"[^>]*>It is so, keep it', shown)
    response = client.post(page, {**unusual, "so": so})
    assert response["Location"] == "/basket/"
    assert client.session["measurements"]["values"]["back_neck_to_waist"] == 550
    assert client.post(page, unusual)["Location"] == "/basket/"  # and not again
    shown = text(client.post(page, {**unusual, "back_neck_to_waist": "56"}))
    assert "Nape to waist 56 cm" in shown  # another value is another question


def test_a_customers_are_in_her_account_and_only_hers(
    client: Client, page: str, customer: User, tailor: User
) -> None:
    client.force_login(customer)
    client.post(page, FOUR)
    assert Profile.objects.get().user == customer
    assert Profile.objects.get().values["hip_girth"] == 990
    assert "measurements" not in client.session
    other = Client()
    other.force_login(tailor)
    assert 'value="92"' not in text(other.get(page))
    assert 'value="92"' not in text(Client().get(page))


def test_emptying_a_field_takes_it_away(client: Client, page: str, customer: User) -> None:
    client.force_login(customer)
    client.post(page, {**FOUR, "thigh_girth": "57"})
    client.post(page, {**FOUR, "thigh_girth": ""})
    assert "thigh_girth" not in Profile.objects.get().values


def test_she_can_have_them_forgotten(client: Client, page: str, customer: User) -> None:
    client.post(page, FOUR)
    client.post(page, {"forget": "yes"})
    assert "measurements" not in client.session
    client.force_login(customer)
    client.post(page, FOUR)
    client.post(page, {"forget": "yes"})
    assert not Profile.objects.exists()


def test_what_is_forgotten_is_the_profile_that_the_page_was_opened_on(
    client: Client, page: str, customer: User
) -> None:
    client.force_login(customer)
    client.post(page, FOUR)
    hers = Profile.objects.get()
    forms = text(client.get(page)).split("<form")
    (forget,) = (form for form in forms if 'name="forget"' in form)
    assert f'name="profile" value="{hers.pk}"' in forget
    client.post(reverse("measurements:new_profile"), {"name": "My sister"})  # in another tab
    client.post(page, {"forget": "yes", "profile": hers.pk})
    assert Profile.objects.get().name == "My sister"


def test_the_page_is_never_kept_by_a_cache(client: Client, page: str) -> None:
    assert "no-store" in client.get(page)["Cache-Control"]


def test_wrong_doors(client: Client, page: str) -> None:
    assert client.put(page).status_code == 405
    assert client.post(page, {**FOUR, "unit": "furlongs"}).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(page, FOUR).status_code == 403


def test_few_queries(
    client: Client, page: str, customer: User, django_assert_max_num_queries: object
) -> None:
    client.force_login(customer)
    client.post(page, FOUR)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        client.get(page)


def test_only_known_units_are_stored(customer: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Profile.objects.create(user=customer, values={}, unit="ell")


def test_each_measurement_opens_to_its_picture_and_its_words(client: Client, page: str) -> None:
    shown = text(client.get(page))
    assert shown.count('<details class="measure-how">') == len(DEFINITIONS)
    assert shown.count('loading="lazy"') >= len(DEFINITIONS)
    for definition in DEFINITIONS.values():
        assert f'src="/measurements/picture/{definition.name}.svg"' in shown
        assert escape(definition.mistake) in shown
        assert escape(definition.why) in shown


def test_a_picture_is_the_stock_figure_s_and_is_kept_long(client: Client, page: str) -> None:
    address = reverse("measurements:picture", args=["bust_girth"])
    before = client.get(address)
    client.post(page, {**FOUR, "bust_girth": "131"})
    after = client.get(address)
    assert after["Content-Type"] == "image/svg+xml"
    assert "public" in after["Cache-Control"]
    assert "Cookie" not in after.get("Vary", "")
    assert before.content == after.content
    assert client.get("/measurements/picture/shoe_size.svg").status_code == 404
    assert client.post(address).status_code == 405
