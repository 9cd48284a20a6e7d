"""The doors: signing up, in and out, a new password, and what a guest brings with her."""

from __future__ import annotations

import re
from dataclasses import asdict, replace

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from configurator.models import Likeness
from configurator.seeing import USUAL, Seeing, seeing
from measurements.models import Profile

pytestmark = pytest.mark.django_db

PASSWORD = "a password for tests"
GUEST = {"height": "170", "bust_girth": "95", "waist_girth": "76", "hip_girth": "101"}


def measure(client: Client, **values: str) -> None:
    response = client.post(reverse("measurements:edit"), {"unit": "cm", **GUEST, **values})
    assert response.status_code == 302


def sign_in(client: Client, user: User, **extra: str) -> object:
    return client.post(
        reverse("account_login"), {"login": user.email, "password": PASSWORD, **extra}
    )


def test_signing_up_takes_the_guests_measurements_along(client: Client) -> None:
    measure(client)
    response = client.post(
        reverse("account_signup"),
        {
            "email": "New.Woman@Example.com",
            "password1": "wool-and-linen-42",
            "next": reverse("measurements:edit"),
        },
        follow=True,
    )
    assert "measurements you entered are now kept" in response.content.decode()
    profile = Profile.objects.get()
    assert profile.user.email == "new.woman@example.com"
    assert profile.values["bust_girth"] == 950
    assert "measurements" not in client.session


def test_signing_in_takes_them_along_too(client: Client, customer: User) -> None:
    measure(client, thigh_girth="60")
    sign_in(client, customer)
    assert Profile.objects.get(user=customer).values["thigh_girth"] == 600


def test_newest_wins_and_the_rest_of_the_account_stays(client: Client, customer: User) -> None:
    old = {"height": 1700, "bust_girth": 940, "waist_girth": 760, "hip_girth": 1000}
    Profile.objects.create(user=customer, values={**old, "shoulder_length": 120})
    measure(client)
    sign_in(client, customer)
    values = Profile.objects.get(user=customer).values
    assert values["bust_girth"] == 950
    assert values["shoulder_length"] == 120


def test_another_bodys_old_entries_do_not_mix_in(client: Client, customer: User) -> None:
    older = Profile.objects.create(user=customer, values={"underbust_girth": 1000}, is_default=True)
    measure(client)
    sign_in(client, customer)
    made = Profile.objects.get(user=customer, is_default=False)
    assert made.values["bust_girth"] == 950
    assert "underbust_girth" not in made.values
    older.refresh_from_db()
    assert older.values == {"underbust_girth": 1000}
    assert 'value="95"' in client.get(reverse("measurements:edit")).content.decode()


def test_a_body_that_differs_too_much_is_kept_beside_hers(client: Client, customer: User) -> None:
    sister = {"height": 1700, "bust_girth": 1050, "waist_girth": 880, "hip_girth": 1120}
    older = Profile.objects.create(user=customer, values=sister, is_default=True, name="Me")
    measure(client)
    page = client.post(
        reverse("account_login"), {"login": customer.email, "password": PASSWORD}, follow=True
    ).content.decode()
    assert "differ from those in your account, so both are kept" in page
    older.refresh_from_db()
    assert older.values == sister
    assert Profile.objects.get(is_default=False).values["bust_girth"] == 950


def test_the_same_other_body_again_is_one_profile(client: Client, customer: User) -> None:
    sister = {"height": 1700, "bust_girth": 1050, "waist_girth": 880, "hip_girth": 1120}
    Profile.objects.create(user=customer, values=sister, is_default=True, name="Me")
    said = []
    for waist in ("75", "76", "75"):
        guest = Client()
        measure(guest, waist_girth=waist)
        sign_in(guest, customer)
        page = guest.get(reverse("measurements:overview")).content.decode()
        said.append("so both are kept" in page)
    assert said == [True, False, False]
    assert Profile.objects.count() == 2
    assert Profile.objects.get(is_default=True).values == sister
    assert Profile.objects.get(is_default=False).values["waist_girth"] == 750


def test_signing_in_without_any_changes_nothing(client: Client, customer: User) -> None:
    Profile.objects.create(user=customer, values={"bust_girth": 940})
    sign_in(client, customer)
    assert Profile.objects.get().values == {"bust_girth": 940}


def wanted_by(client: Client) -> Seeing:
    request = RequestFactory().get("/")
    request.session, request.user = client.session, get_user(client)  # type: ignore[assignment]
    return seeing(request)


def see(client: Client, **how: str) -> None:
    """A guest who has chosen skin and hair in the studio."""
    session = client.session
    session["seeing"] = asdict(replace(USUAL, **how))  # type: ignore[arg-type]
    session.save()


def test_her_skin_and_hair_come_along_and_are_there_again(client: Client, customer: User) -> None:
    see(client, skin="deep", hair="curls")
    sign_in(client, customer)
    assert "seeing" not in client.session
    elsewhere = Client()
    sign_in(elsewhere, customer)
    assert wanted_by(elsewhere) == replace(USUAL, skin="deep", hair="curls")
    with connection.cursor() as cursor:
        cursor.execute("SELECT seeing FROM configurator_likeness")
        [(raw,)] = cursor.fetchall()
    assert "deep" not in str(raw), "sealed"


def test_what_she_did_not_choose_as_a_guest_stays_as_her_account_has_it(
    client: Client, customer: User
) -> None:
    Likeness.objects.create(user=customer, seeing=asdict(replace(USUAL, skin="deep", hair="long")))
    see(client, hair_colour="black")
    sign_in(client, customer)
    assert wanted_by(client) == replace(USUAL, skin="deep", hair="long", hair_colour="black")


def test_after_signing_out_the_browser_knows_nothing(client: Client, customer: User) -> None:
    measure(client)
    sign_in(client, customer)
    client.post(reverse("account_logout"))
    assert 'value="95"' not in client.get(reverse("measurements:edit")).content.decode()


def test_a_wrong_password_is_said_and_the_address_kept(client: Client, customer: User) -> None:
    response = client.post(
        reverse("account_login"), {"login": customer.email, "password": "not this one"}
    )
    shown = response.content.decode()
    assert "not correct" in shown
    assert f'value="{customer.email}"' in shown


def test_she_lands_where_she_was_going(client: Client, customer: User) -> None:
    response = sign_in(client, customer, next="/measurements/")
    assert response["Location"] == "/measurements/"  # type: ignore[index]


def test_she_is_never_sent_elsewhere(client: Client, customer: User) -> None:
    response = sign_in(client, customer, next="https://evil.example/")
    assert response["Location"] == "/"  # type: ignore[index]


def test_staff_land_in_their_own_room(merchandiser: User, tailor: User) -> None:
    assert sign_in(Client(), merchandiser)["Location"] == "/admin/"  # type: ignore[index]
    assert sign_in(Client(), tailor)["Location"] == "/bench/"  # type: ignore[index]


def test_wagtails_own_login_leads_here(client: Client) -> None:
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0].startswith(reverse("account_login"))
    response = client.get("/admin/login/")
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    client.post("/admin/login/", {"username": "x@example.com", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_a_new_password_by_letter(client: Client, customer: User) -> None:
    response = client.post(reverse("account_reset_password"), {"email": customer.email})
    assert response.status_code == 302
    [letter] = mail.outbox
    assert letter.subject == "Choose a new password"
    link = re.search(r"https?://\S+", letter.body)
    assert link is not None
    response = client.get(link.group(0), follow=True)
    action = response.redirect_chain[-1][0]
    client.post(action, {"password1": "wool-and-linen-42", "password2": "wool-and-linen-42"})
    assert client.login(email=customer.email, password="wool-and-linen-42")


def test_an_unknown_address_is_not_given_away(client: Client) -> None:
    response = client.post(reverse("account_reset_password"), {"email": "nobody@example.com"})
    assert response["Location"] == reverse("account_reset_password_done")


def test_signing_up_twice_tells_only_the_owner(client: Client, customer: User) -> None:
    client.post(
        reverse("account_signup"), {"email": customer.email, "password1": "wool-and-linen-42"}
    )
    assert User.objects.filter(email=customer.email).count() == 1
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_inactive",
        "account_email_verification_sent",
    ],
)
def test_pages_for_guests_wear_the_shops_frame(client: Client, name: str) -> None:
    shown = client.get(reverse(name)).content.decode()
    assert "masthead" in shown
    assert 'href="/static/css/account.' in shown
    assert "style=" not in shown


@pytest.mark.parametrize(
    "name", ["account_logout", "account_email", "account_change_password", "account_reauthenticate"]
)
def test_pages_for_customers_wear_it_too(client: Client, customer: User, name: str) -> None:
    sign_in(client, customer)
    shown = client.get(reverse(name)).content.decode()
    assert "masthead" in shown
    assert "style=" not in shown
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["account_email", "account_change_password"])
def test_guests_are_asked_to_sign_in(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
