"""A question about what she entered, answered: put right at a tap, swapped back, or kept as it is."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from measurements.models import Profile

pytestmark = pytest.mark.django_db

FOUR = {"height": "165", "bust_girth": "92", "waist_girth": "74", "hip_girth": "99"}
MM = {"height": 1650, "bust_girth": 920, "waist_girth": 740, "hip_girth": 990}


def at(name: str, *args: str) -> str:
    return reverse(f"measurements:{name}", args=args)


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def values(client: Client) -> dict[str, float]:
    return dict(client.session.get("measurements", {}).get("values", {}))


def buttons(shown: str, name: str) -> list[tuple[str, str]]:
    """The keys and words of the buttons of that name."""
    return re.findall(rf'name="{name}" value="([\w:]+)"[^>]*>([^<]*)<', shown)


WAYS = pytest.mark.parametrize(
    ("way", "more"),
    [("quick", {}), ("edit", {}), ("size", {"size": "38"}), ("file", {})],
)


@WAYS
def test_a_height_in_inches_is_put_right_at_a_tap(
    client: Client, way: str, more: dict[str, str]
) -> None:
    form = {"unit": "cm", **FOUR, **more, "height": "64"}
    shown = text(client.post(at(way), {**form, "keep": "yes"}))
    assert "Height 64 cm looks like inches. Did you mean 162.6 cm?" in shown
    assert "We can work with" not in shown
    assert 'value="64"' in shown
    assert not values(client)
    [(key, words)] = buttons(shown, "correct")
    assert words == "Yes, 162.6 cm"
    client.post(at(way), {**form, "correct": key})
    assert values(client) == pytest.approx({**MM, "height": 1625.6})


@WAYS
def test_swapped_waist_and_hip_change_places_at_a_tap(
    client: Client, way: str, more: dict[str, str]
) -> None:
    form = {"unit": "cm", **FOUR, **more, "waist_girth": "99", "hip_girth": "74"}
    shown = text(client.post(at(way), {**form, "keep": "yes"}))
    assert "look swapped" in shown
    [(key, _)] = buttons(shown, "correct")
    client.post(at(way), {**form, "correct": key})
    assert values(client) == pytest.approx(MM)


def test_a_slip_that_may_be_either_has_a_button_for_both(client: Client) -> None:
    form = {"unit": "cm", **FOUR, "waist_girth": "33"}
    offered = dict(buttons(text(client.post(at("quick"), {**form, "keep": "yes"})), "correct"))
    assert set(offered.values()) == {"Yes, 83.8 cm", "Yes, 66 cm"}
    for key, words in offered.items():
        other = Client()
        other.post(at("quick"), {**form, "correct": key})
        assert values(other)["waist_girth"] == pytest.approx(838.2 if "83.8" in words else 660)


def test_what_is_put_right_leaves_what_is_wrong_elsewhere_in_its_field(client: Client) -> None:
    form = {"unit": "cm", **FOUR, "height": "64", "bust_girth": "9o"}
    shown = text(client.post(at("quick"), {**form, "correct": "unit:inches:height"}))
    assert 'value="162.56"' in shown
    assert "“9o” is not a number" in shown
    assert not values(client)


def test_a_button_of_another_time_changes_nothing(client: Client) -> None:
    client.post(at("quick"), {"unit": "cm", **FOUR, "correct": "unit:half:bust_girth"})
    assert values(client) == MM
    client.post(at("quick"), {"unit": "cm", **FOUR, "so": "nonsense"})
    assert values(client) == MM
    assert not client.session["measurements"]["seen"]


def test_guided_swaps_with_what_is_kept_already(client: Client) -> None:
    for name, typed in {**FOUR, "waist_girth": "99"}.items():
        page = at("guided", name)
        form = {"unit": "cm", name: {"hip_girth": "74"}.get(name, typed)}
        shown = text(client.post(page, {**form, "keep": "yes"}))
        if so := buttons(shown, "so"):  # a waist of 99 was asked about, and kept
            if name == "hip_girth":
                break
            client.post(page, {**form, "so": so[0][0]})
    [(key, words)] = buttons(shown, "correct")
    assert "waist 74 cm" in words
    assert "hip 99 cm" in words
    client.post(page, {**form, "correct": key})
    assert values(client) == pytest.approx(MM)


def test_it_is_so_is_asked_once_until_the_value_changes(client: Client, customer: User) -> None:
    client.force_login(customer)
    form = {"unit": "cm", **FOUR, "waist_girth": "57"}
    [(key, _)] = buttons(text(client.post(at("quick"), {**form, "keep": "yes"})), "so")
    client.post(at("quick"), {**form, "so": key})
    assert Profile.objects.get().values["waist_girth"] == 570
    assert client.post(at("quick"), {**form, "keep": "yes"}).status_code == 302
    # Not in the overview either, nor with another measurement beside it.
    assert not buttons(text(client.get(at("overview"))), "so")
    shoulder = {"unit": "cm", "shoulder_length": "12.2", "keep": "yes"}
    assert client.post(at("guided", "shoulder_length"), shoulder).status_code == 302
    changed = text(client.post(at("quick"), {**form, "waist_girth": "56", "keep": "yes"}))
    assert buttons(changed, "so")
    client.post(at("quick"), {"unit": "cm", **FOUR, "keep": "yes"})
    assert not Profile.objects.get().seen  # what was changed is no longer seen


def test_a_waist_larger_than_bust_and_hip_is_hers_to_keep(client: Client) -> None:
    form = {"unit": "cm", "height": "160", "bust_girth": "118", "waist_girth": "124"}
    form |= {"hip_girth": "120"}
    for _ in range(3):
        asked = buttons(text(client.post(at("quick"), {**form, "keep": "yes"})), "so")
        if not asked:
            break
        client.post(at("quick"), {**form, "so": asked[0][0]})
    assert values(client)["waist_girth"] == 1240


def test_what_no_body_can_have_is_refused_also_after_a_second_look(client: Client) -> None:
    form = {"unit": "cm", **FOUR, "knee_height": "60", "inside_leg_length": "59"}
    shown = text(client.post(at("edit"), {**form, "keep": "yes"}))
    for _ in range(4):
        if not (asked := buttons(shown, "so")):
            break
        shown = text(client.post(at("edit"), {**form, "so": asked[0][0]}))
    assert (
        "Floor to knee 60 cm is not less than inside leg 59 cm. One of the two cannot be" in shown
    )
    assert not values(client)


def test_a_guests_kept_answer_moves_into_her_account(client: Client, customer: User) -> None:
    form = {"unit": "cm", **FOUR, "waist_girth": "57"}
    [(key, _)] = buttons(text(client.post(at("quick"), {**form, "keep": "yes"})), "so")
    client.post(at("quick"), {**form, "so": key})
    client.post(reverse("account_login"), {"login": customer.email, "password": "x"})
    seen = client.session["measurements"]["seen"]
    assert set(seen) == {key}
    assert "57" not in key


def test_the_overview_asks_about_what_is_kept(client: Client, customer: User) -> None:
    Profile.objects.create(
        user=customer, name="Me", is_default=True, values={**MM, "height": 1650 / 2.54}
    )
    client.force_login(customer)
    shown = text(client.get(at("overview")))
    assert "looks like inches" in shown
    [(key, _)] = buttons(shown, "correct")
    assert client.post(at("answer"), {"correct": key})["Location"] == at("overview")
    assert Profile.objects.get().values["height"] == pytest.approx(1650)
    assert Profile.objects.get().changes.get().way == "slip"
    assert client.get(at("answer")).status_code == 405


def test_another_customers_profile_cannot_be_answered(
    client: Client, customer: User, tailor: User
) -> None:
    hers = Profile.objects.create(user=tailor, values={**MM, "height": 650}, is_default=True)
    client.force_login(customer)
    response = client.post(at("answer"), {"correct": "unit:inches:height", "profile": hers.pk})
    assert response.status_code == 404
    assert Profile.objects.get().values["height"] == 650


def test_a_garments_flat_measures_in_inches_are_put_right(client: Client) -> None:
    form = {"unit": "cm", "kind": "dress", "fit": "regular", "flat_bust_girth": "19.5"}
    shown = text(client.post(at("garment"), {**form, "keep": "yes"}))
    assert "“Bust, flat” 19.5 cm looks like inches. Did you mean 49.5 cm?" in shown
    [(key, _)] = buttons(shown, "correct")
    client.post(at("garment"), {**form, "correct": key})
    assert values(client)["bust_girth"] == pytest.approx(2 * 495.3 - 70)


def test_what_came_from_a_size_is_not_asked_about(client: Client) -> None:
    client.post(at("size"), {"unit": "cm", "size": "38", "keep": "yes"})
    taken = values(client)
    form = {n: f"{v / 10:g}" for n, v in taken.items()}
    form |= {"height": "193", "bust_girth": "70", "exact": json.dumps(taken)}
    shown = text(client.post(at("edit"), {"unit": "cm", **form, "keep": "yes"}))
    assert not any("hip" in key or "waist" in key for key, _ in buttons(shown, "so"))
