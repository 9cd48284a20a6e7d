"""Profiles in the account: several, each with its history, and each its owner's alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from measurements import profiles
from measurements.models import Profile, ProfileChange

pytestmark = pytest.mark.django_db

QUICK = {
    "unit": "cm",
    "height": "165",
    "bust_girth": "92",
    "waist_girth": "74",
    "hip_girth": "99",
    "keep": "yes",
}


def at(name: str, *args: Any) -> str:
    return reverse(f"measurements:{name}", args=args)


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def hers(client: Client, customer: User) -> Client:
    client.force_login(customer)
    client.post(at("quick"), QUICK)
    return client


def named(name: str) -> Profile:
    return Profile.objects.get(name=name)


def test_the_first_is_made_by_entering_and_is_the_default(hers: Client) -> None:
    profile = Profile.objects.get()
    assert profile.is_default
    assert profile.values["bust_girth"] == 920


def test_a_sister_is_another_profile(hers: Client) -> None:
    hers.post(at("new_profile"), {"name": "My sister"})
    hers.post(at("quick"), {**QUICK, "bust_girth": "101", "hip_girth": "108"})
    assert named("My sister").values["bust_girth"] == 1010
    assert named("Me").values["bust_girth"] == 920
    assert not named("My sister").is_default
    assert "101 cm" in text(hers.get(at("overview")))  # the new one is in use
    hers.post(at("use"), {"profile": named("Me").pk})
    assert "92 cm" in text(hers.get(at("overview")))


def test_a_form_writes_to_the_profile_it_was_opened_on(hers: Client) -> None:
    hers.post(at("new_profile"), {"name": "My sister"})
    form = {**QUICK, "bust_girth": "95", "profile": named("Me").pk}
    hers.post(at("quick"), form)
    assert named("Me").values["bust_girth"] == 950
    assert named("My sister").values == {}


def test_another_session_draws_on_the_default(hers: Client, customer: User) -> None:
    hers.post(at("new_profile"), {"name": "My sister"})
    other = Client()
    other.force_login(customer)
    assert "92 cm" in text(other.get(at("overview")))
    hers.post(at("default_profile", named("My sister").pk))
    assert [p.name for p in Profile.objects.filter(is_default=True)] == ["My sister"]
    assert "92 cm" not in text(other.get(at("overview")))


def test_history_says_what_changed_and_by_which_way(hers: Client) -> None:
    hers.post(at("guided", "waist_girth"), {"unit": "cm", "waist_girth": "76", "keep": "yes"})
    hers.post(at("guided", "waist_girth"), {"unit": "cm", "waist_girth": "76", "keep": "yes"})
    assert ProfileChange.objects.count() == 2  # the same again is no change
    change = ProfileChange.objects.first()
    assert change is not None
    assert (change.way, change.changed) == ("guided", {"waist_girth": [740, 760]})
    shown = text(hers.get(at("profile", named("Me").pk)))
    assert "Waist 74 cm → 76 cm" in shown
    assert "one at a time" in shown


def test_a_copy_is_a_body_of_its_own(hers: Client) -> None:
    hers.post(at("copy_profile", named("Me").pk), {"name": "Before summer"})
    hers.post(at("guided", "waist_girth"), {"unit": "cm", "waist_girth": "72", "keep": "yes"})
    assert named("Before summer").values["waist_girth"] == 720
    assert named("Me").values["waist_girth"] == 740
    assert "copied" in text(hers.get(at("profile", named("Before summer").pk)))


def test_deleting_the_default_makes_the_oldest_the_default(hers: Client) -> None:
    hers.post(at("new_profile"), {"name": "My sister"})
    hers.post(at("new_profile"), {"name": "Before summer"})
    hers.post(at("delete_profile", named("Me").pk))
    assert named("My sister").is_default
    assert not ProfileChange.objects.exists()
    hers.post(at("delete_profile", named("My sister").pk))
    hers.post(at("delete_profile", named("Before summer").pk))
    assert not Profile.objects.exists()
    assert hers.get(at("overview")).status_code == 200


def test_what_the_tailor_should_know_is_kept_with_it(hers: Client) -> None:
    pk = named("Me").pk
    form = {
        "name": "Me, at forty",
        "side_shoulder": "left",
        "by_shoulder": "1",
        "side_hip": "right",
        "posture": ["upright", "hollow"],
        "notes": "A scar at the left side.",
    }
    assert hers.post(at("profile", pk), form).status_code == 302
    profile = Profile.objects.get()
    assert profile.name == "Me, at forty"
    assert profile.tailor == {
        "sides": {"shoulder": {"side": "left", "by": 10}, "hip": {"side": "right", "by": None}},
        "posture": ["upright", "hollow"],
        "notes": "A scar at the left side.",
    }
    shown = text(hers.get(at("profile", pk)))
    assert "A scar at the left side." in shown
    assert re.search(r'name="by_shoulder" value="1"', shown)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Please give it a name"),
        ({"by_arm": "long", "side_arm": "left"}, "in figures"),
        ({"by_arm": "50", "side_arm": "left"}, "10 at most"),
        ({"by_arm": "1"}, "left or right?"),
        ({"posture": ["nonsense"]}, "Not kept yet"),
        ({"notes": "x" * 2001}, "Not kept yet"),
    ],
)
def test_a_slip_keeps_what_was_written(hers: Client, changes: dict[str, Any], words: str) -> None:
    pk = named("Me").pk
    form = {"name": "Me", "notes": "A scar.", "by_leg": "0.5", "side_leg": "left"}
    shown = text(hers.post(at("profile", pk), {**form, **changes}))
    assert words in shown
    assert 'name="by_leg" value="0.5"' in shown
    assert Profile.objects.get().tailor == {}


def test_another_customers_profile_is_not_there(hers: Client, tailor: User) -> None:
    pk = named("Me").pk
    other = Client()
    other.force_login(tailor)
    other.post(at("quick"), {**QUICK, "bust_girth": "110", "hip_girth": "115"})
    htmx = {"HX-Request": "true"}
    for response in (
        other.get(at("profile", pk)),
        other.get(at("profile", pk), headers=htmx),
        other.post(at("profile", pk), {"name": "Mine"}),
        other.post(at("use"), {"profile": pk}),
        other.post(at("use"), {"profile": pk}, headers=htmx),
        other.post(at("use"), {}),
        other.post(at("copy_profile", pk), {"name": "Mine"}),
        other.post(at("default_profile", pk)),
        other.post(at("delete_profile", pk)),
        other.post(at("figure"), {"profile": pk}, headers=htmx),
        other.post(at("unit"), {"profile": pk, "unit": "in"}),
        *(
            other.post(at(way), {**QUICK, "bust_girth": "93", "profile": pk})
            for way in ("quick", "size", "garment", "file", "edit")
        ),
        other.post(at("guided", "height"), {"unit": "cm", "height": "150", "profile": pk}),
    ):
        assert response.status_code == 404
    profile = Profile.objects.get(pk=pk)
    assert (profile.name, profile.values["bust_girth"], profile.unit) == ("Me", 920, "cm")
    # A session that names it finds her own all the same.
    session = other.session
    session[profiles.CHOSEN] = pk
    session.save()
    assert "92 cm" not in text(other.get(at("overview")))
    guest = Client()
    assert guest.get(at("profile", pk))["Location"].startswith(reverse("account_login"))
    assert guest.post(at("quick"), {**QUICK, "profile": pk}).status_code == 404


def test_its_page_shows_what_it_holds_and_offers_its_use_only_beside_another(hers: Client) -> None:
    page = text(hers.get(at("profile", named("Me").pk)))
    assert re.search(r"Bust</span> <span class=\"lines-value\">92 cm", page)
    assert "In use" in page
    assert ">Use it<" not in page
    hers.post(at("new_profile"), {"name": "My sister"})
    assert ">Use it<" in text(hers.get(at("profile", named("Me").pk)))


def test_two_first_profiles_at_once_are_two_profiles(
    customer: User, monkeypatch: pytest.MonkeyPatch, rf: RequestFactory
) -> None:
    request = rf.get("/")
    request.user, request.session = customer, {}  # type: ignore[assignment]
    Profile.objects.create(user=customer, name="Me", is_default=True)  # unseen by the other request
    none = Profile.objects.none()
    monkeypatch.setattr(profiles.Profile.objects, "filter", lambda **_: none)
    assert not profiles.add(request, "Me too").is_default
    monkeypatch.undo()
    assert Profile.objects.count() == 2


def test_one_default_an_account(customer: User) -> None:
    Profile.objects.create(user=customer, is_default=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Profile.objects.create(user=customer, is_default=True)


def test_an_account_holds_so_many(hers: Client, customer: User) -> None:
    for number in range(profiles.MOST - 1):
        Profile.objects.create(user=customer, name=f"Number {number}")
    shown = text(hers.post(at("new_profile"), {"name": "One more"}, follow=True))
    assert "at most" in shown
    assert Profile.objects.count() == profiles.MOST


def test_a_full_account_lets_her_in_with_another_body(client: Client, customer: User) -> None:
    for number in range(profiles.MOST):
        values = {"underbust_girth": 950.0} if not number else {}
        Profile.objects.create(
            user=customer, name=f"Number {number}", is_default=not number, values=values
        )
    client.post(at("quick"), QUICK)
    client.post(
        reverse("account_login"), {"login": customer.email, "password": "a password for tests"}
    )
    assert "_auth_user_id" in client.session
    assert named("Number 0").values == {"underbust_girth": 950.0}
    assert named("Entered as a guest").values["waist_girth"] == 740


def test_a_guests_all_comes_along(client: Client, customer: User) -> None:
    client.post(at("size"), {"unit": "in", "size": "38", "waist_girth": "29 1/2", "keep": "yes"})
    client.post(at("guided", "shoulder_length"), {"unit": "in", "skip": "yes"})
    client.post(
        reverse("account_login"), {"login": customer.email, "password": "a password for tests"}
    )
    profile = Profile.objects.get()
    assert profile.is_default
    assert profile.unit == "in"
    assert set(profile.how) == {"height", "bust_girth", "hip_girth"}
    assert profile.values["waist_girth"] == pytest.approx(749.3)
    assert profile.place == "back_neck_to_waist" or profile.place
    change = ProfileChange.objects.get()
    assert change.way == "guest"


def test_a_guests_size_never_takes_the_place_of_what_was_measured(
    client: Client, customer: User
) -> None:
    Profile.objects.create(user=customer, values={"hip_girth": 1000}, is_default=True)
    client.post(at("size"), {"unit": "cm", "size": "38", "keep": "yes"})
    client.post(
        reverse("account_login"), {"login": customer.email, "password": "a password for tests"}
    )
    profile = Profile.objects.get()
    assert profile.values["hip_girth"] == 1000
    assert set(profile.how) == {"height", "bust_girth", "waist_girth"}
