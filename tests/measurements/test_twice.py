"""Measure twice: the first reading stays out of sight, and what came of both is told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from measurements import twice_views
from measurements.keeping import adopt, held_of
from measurements.models import Profile
from measurements.twice import names_asked, next_one, so_far, told, values_to_go_by, wants_another

FOUR = {"height": "165", "bust_girth": "91.37", "waist_girth": "74", "hip_girth": "99"}
TWICE = "measurements:twice"
NAMES = ("bust_girth", "waist_girth", "hip_girth")


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def measured(client: Client, db: None) -> Client:
    client.post(reverse("measurements:quick"), {"unit": "cm", **FOUR, "keep": "yes"})
    return client


def asked(client: Client, **query: str) -> tuple[str, str]:
    """Which reading the page asks for ("bust_girth:1": one is there), and the page."""
    shown = text(client.get(reverse(TWICE), query))
    found = re.search(r'name="reading" value="([\w:]+)"', shown)
    return (found[1] if found else ""), shown


def read(client: Client, value: str, unit: str = "cm", **more: str) -> Any:
    reading, _ = asked(client, **{k: v for k, v in more.items() if k in ("also", "skipped")})
    name = reading.split(":")[0]
    form = {"unit": unit, "reading": reading, name: value, "keep": "yes", **more}
    return client.post(reverse(TWICE), form)


def kept(client: Client) -> dict[str, Any]:
    return dict(client.session["measurements"])


# --- the rule -------------------------------------------------------------------------------------


def test_no_two_readings_of_one_follow_each_other() -> None:
    there = so_far(NAMES, {"bust_girth": 920.0, "hip_girth": 990.0}, {"hip_girth": [990.0, 992.0]})
    assert there == {"bust_girth": [920.0], "waist_girth": [], "hip_girth": [990.0, 992.0]}
    assert next_one(there) == "waist_girth"  # its first, before the second of the bust
    there["waist_girth"].append(740.0)
    assert next_one(there) == "bust_girth"
    assert next_one(there, skipped=["bust_girth"]) == "waist_girth"
    assert not wants_another("hip_girth", there)


def test_the_mean_of_two_the_middle_of_three_and_the_first_until_then() -> None:
    assert values_to_go_by({"bust_girth": [920.0], "hip_girth": [990.0, 996.0]}) == {
        "bust_girth": 920.0,
        "hip_girth": 993.0,
    }
    assert values_to_go_by({"hip_girth": [990.0, 1040.0]}) == {"hip_girth": 990.0}
    assert values_to_go_by({"hip_girth": [990.0, 1040.0, 1036.0]}) == {"hip_girth": 1036.0}


def test_all_is_told_in_words() -> None:
    there = {
        "bust_girth": [920.0, 926.0],
        "waist_girth": [740.0, 740.0],
        "hip_girth": [990.0, 1040.0, 993.0],
        "shoulder_length": [122.0],
        "neck_girth": [360.0, 390.0],
        "thigh_girth": [],
    }
    words = {one.name: one.words for one in told(there, "cm")}
    assert words["bust_girth"] == "92 cm and 92.6 cm agree. We take what lies half-way between."
    assert words["waist_girth"] == "Both readings are the same."
    assert "lay too far apart, and the third was 99.3 cm" in words["hip_girth"]
    assert words["shoulder_length"] == "Measured once."
    assert "A third reading will settle it" in words["neck_girth"]
    assert words["thigh_girth"] == "Not measured yet."
    assert told(there, "in")[0].value == "36 1/4 in"


def test_only_lengths_are_measured_twice() -> None:
    also = ["shoulder_length", "body_mass_kg", "shoulder_slope", "shoe", "hip_girth"]
    assert names_asked(also) == (*NAMES, "shoulder_length")


# --- the pages ------------------------------------------------------------------------------------


def test_the_first_reading_is_nowhere_on_the_page(measured: Client) -> None:
    reading, shown = asked(measured)
    assert reading == "bust_girth:1"
    assert "91.37" not in shown
    assert "913.7" not in shown
    assert "35.97" not in shown
    assert 'autocomplete="off"' in shown
    assert f'src="{reverse("measurements:picture", args=["bust_girth"])}"' in shown
    there = measured.post(reverse(TWICE), {"unit": "cm", "reading": reading, "switch": "yes"})
    assert "913.7" not in text(there)
    assert "36" not in re.findall(r'name="bust_girth"[^>]*', text(there))[0]


def test_two_that_agree_are_averaged_and_told(measured: Client) -> None:
    read(measured, "91.77")
    read(measured, "74")
    read(measured, "99.8")
    reading, shown = asked(measured)
    assert not reading
    assert "91.37 cm and 91.77 cm agree" in shown
    assert "Both readings are the same." in shown
    now = kept(measured)
    assert now["values"]["bust_girth"] == pytest.approx(915.7)
    assert now["values"]["hip_girth"] == pytest.approx(994)
    assert now["readings"]["bust_girth"] == pytest.approx([913.7, 917.7])
    overview = text(measured.get(reverse("measurements:overview")))
    assert re.search(r'id="hip_girth">.{0,80}Hip <span class="soft small">measured twice', overview)
    assert "What came of it" in overview


def test_two_that_do_not_agree_ask_for_a_third(measured: Client) -> None:
    for value in ("91.4", "74.2", "104"):
        read(measured, value)
    assert kept(measured)["values"]["hip_girth"] == 990  # until it is settled
    reading, shown = asked(measured)
    assert reading == "hip_girth:2"
    assert "too far apart" in shown
    assert "104" not in re.sub(r'csrf\w+" value="\w+', "", shown).split('id="measuring"')[1]
    assert "Go on measuring twice" in text(measured.get(reverse("measurements:overview")))
    read(measured, "103.6")
    assert kept(measured)["values"]["hip_girth"] == 1036
    assert "the third was 103.6 cm" in asked(measured)[1]


def test_those_that_matter_most_to_a_design_are_asked_for_too(measured: Client) -> None:
    also = "shoulder_length,back_width"
    reading, shown = asked(measured, also=also)
    assert reading == "shoulder_length:0"
    assert "First reading" in shown
    response = read(measured, "12.4", also=also)
    assert response["Location"] == f"{reverse(TWICE)}?also=shoulder_length%2Cback_width"
    assert kept(measured)["values"]["shoulder_length"] == 124
    assert not kept(measured)["readings"]
    assert asked(measured, also=also)[0] == "back_width:0"


def test_a_slip_of_the_unit_in_a_second_reading_is_put_right(measured: Client) -> None:
    shown = text(read(measured, "36"))
    assert "Bust 36 cm looks like inches. Did you mean 91.4 cm?" in shown
    assert "91.37" not in shown
    form = {"unit": "cm", "reading": "bust_girth:1", "bust_girth": "36"}
    measured.post(reverse(TWICE), {**form, "correct": "unit:inches:bust_girth"})
    assert kept(measured)["readings"]["bust_girth"] == pytest.approx([913.7, 914.4])


def test_skipped_and_left_and_taken_up_again(measured: Client) -> None:
    response = measured.post(reverse(TWICE), {"reading": "bust_girth:1", "skip": "yes"})
    assert response["Location"] == f"{reverse(TWICE)}?skipped=bust_girth"
    assert asked(measured, skipped="bust_girth")[0] == "waist_girth:1"
    read(measured, "74.2", skipped="bust_girth")
    assert asked(measured)[0] == "bust_girth:1"
    shown = asked(measured, skipped="bust_girth,hip_girth")[1]
    assert "Measured once." in shown
    assert "Take up what is open" in shown


def test_sent_twice_it_is_kept_once(measured: Client) -> None:
    form = {"unit": "cm", "reading": "bust_girth:1", "bust_girth": "91.5", "keep": "yes"}
    measured.post(reverse(TWICE), form)
    measured.post(reverse(TWICE), form)
    assert kept(measured)["readings"] == {"bust_girth": pytest.approx([913.7, 915])}


def test_a_changed_value_drops_its_readings(measured: Client) -> None:
    for value in ("91.5", "74.2", "99.4"):
        read(measured, value)
    form = {"unit": "cm", "bust_girth": "93", "keep": "yes"}
    measured.post(reverse("measurements:guided", args=["bust_girth"]), form)
    assert set(kept(measured)["readings"]) == {"waist_girth", "hip_girth"}
    assert asked(measured)[0] == "bust_girth:1"


def test_what_cannot_be_read_stays_in_its_field(measured: Client) -> None:
    assert 'value="9o"' in text(read(measured, "9o"))
    assert "or skip it for now" in text(read(measured, ""))
    assert not kept(measured)["readings"]


def test_readings_are_kept_in_her_profile_and_its_history(client: Client, customer: User) -> None:
    client.force_login(customer)
    client.post(reverse("measurements:quick"), {"unit": "cm", **FOUR, "keep": "yes"})
    read(client, "91.37")
    other = Client()
    other.force_login(customer)
    assert asked(other)[0] == "waist_girth:1"  # taken up on another device
    hers = Profile.objects.get()
    assert hers.readings == {"bust_girth": [913.7, 913.7]}
    assert hers.changes.first().way == "twice"  # type: ignore[union-attr]
    shown = text(client.get(reverse("measurements:profile", args=[hers.pk])))
    assert "measured twice" in shown
    assert 'Bust 91.37 cm <span class="soft">read again' in shown
    assert held_of(customer)[0]["readings"] == hers.readings
    client.post(reverse("measurements:copy_profile", args=[hers.pk]), {"name": "Before summer"})
    assert Profile.objects.get(name="Before summer").readings == hers.readings


def test_what_was_not_read_again_has_not_changed(client: Client, customer: User) -> None:
    client.force_login(customer)
    inches = {"height": "65", "bust_girth": "36", "waist_girth": "29 1/8", "hip_girth": "39"}
    client.post(reverse("measurements:quick"), {"unit": "in", **inches, "keep": "yes"})
    read(client, "36", unit="in")
    assert list(Profile.objects.get().changes.first().changed) == ["bust_girth"]  # type: ignore[union-attr]


def test_a_reading_that_another_device_kept_meanwhile_is_not_lost(
    client: Client, customer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(customer)
    client.post(reverse("measurements:quick"), {"unit": "cm", **FOUR, "keep": "yes"})
    hers = Profile.objects.get()
    first = hers.values["bust_girth"]
    usual = twice_views.keep_readings

    def after_the_other(*given: Any) -> None:
        Profile.objects.update(readings={"waist_girth": [hers.values["waist_girth"], 741.0]})
        usual(*given)

    monkeypatch.setattr(twice_views, "keep_readings", after_the_other)
    read(client, "91.5")
    assert Profile.objects.get().readings == {
        "bust_girth": [first, 915.0],
        "waist_girth": [hers.values["waist_girth"], 741.0],
    }


def test_a_measurement_that_another_device_dropped_meanwhile_is_read_anew(
    client: Client, customer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(customer)
    values = dict.fromkeys(NAMES, 900.0) | {"neck_girth": 350.0}
    readings = {name: [900.0, 900.0] for name in NAMES} | {"neck_girth": [350.0, 380.0]}
    Profile.objects.create(user=customer, values=values, readings=readings, is_default=True)
    usual = twice_views.keep_readings

    def after_the_other(*given: Any) -> None:
        Profile.objects.update(
            values=dict.fromkeys(NAMES, 900.0), readings={n: readings[n] for n in NAMES}
        )
        usual(*given)

    monkeypatch.setattr(twice_views, "keep_readings", after_the_other)
    assert asked(client)[0] == "neck_girth:2"
    assert read(client, "35.5").status_code == 302
    assert Profile.objects.get().values["neck_girth"] == 355.0


def test_a_guests_readings_move_into_her_account(measured: Client, customer: User) -> None:
    read(measured, "91.5")
    measured.force_login(customer)
    request = RequestFactory().get("/")
    request.user, request.session = customer, measured.session
    assert adopt(request)
    assert Profile.objects.get().readings == {"bust_girth": pytest.approx([913.7, 915])}


def test_it_is_offered_once_there_is_something_to_measure_twice(client: Client, db: None) -> None:
    overview = reverse("measurements:overview")
    assert reverse(TWICE) not in text(client.get(overview))
    client.post(reverse("measurements:quick"), {"unit": "cm", **FOUR, "keep": "yes"})
    assert f'href="{reverse(TWICE)}"' in text(client.get(overview))
    last = text(client.get(reverse("measurements:guided", args=["heel_height"])))
    assert f'href="{reverse(TWICE)}"' in last


def test_a_reading_takes_the_place_of_a_size(client: Client, db: None) -> None:
    client.post(reverse("measurements:size"), {"unit": "cm", "size": "38", "keep": "yes"})
    assert asked(client)[0] == "bust_girth:0"  # nobody has measured it yet
    read(client, "91")
    assert kept(client)["values"]["bust_girth"] == 910
    assert "bust_girth" not in kept(client)["how"]
    assert client.put(reverse(TWICE)).status_code == 405
