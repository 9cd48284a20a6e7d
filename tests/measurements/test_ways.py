"""Each way in: what it keeps, what it says of a slip, and what it never does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from measurements.models import Profile
from measurements.reckoning import EASE, FITS, from_garment, from_size
from measurements.sketching import sketched_body
from measurements.steps import STEPS

pytestmark = pytest.mark.django_db

FOUR = {"height": "165", "bust_girth": "92", "waist_girth": "74", "hip_girth": "99"}
QUICK = {"unit": "cm", "keep": "yes", **FOUR}


def at(name: str, *args: str) -> str:
    return reverse(f"measurements:{name}", args=args)


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def kept(client: Client) -> dict[str, Any]:
    return dict(client.session.get("measurements", {}))


# --- the overview ---------------------------------------------------------------------------------


def test_the_overview_leads_to_every_way_in(client: Client) -> None:
    shown = text(client.get(at("overview")))
    for way in ("quick", "guided_on", "size", "garment", "file", "edit"):
        assert f'href="{at(way)}"' in shown
    assert "What we estimate" not in shown


def test_the_overview_tells_what_was_given_and_what_is_estimated(client: Client) -> None:
    client.post(at("quick"), QUICK)
    shown = text(client.get(at("overview")))
    assert re.search(r'id="bust_girth">.*?92 cm.*?guided/bust_girth/\?once=1', shown)
    assert re.search(r"Shoulder</span> <span class=\"lines-value\">12\S* cm <span[^>]*>± ", shown)
    assert "guided/shoulder_length/?once=1" in shown  # each estimate can be replaced alone


def test_the_way_back_goes_along(client: Client) -> None:
    shown = text(client.get(at("overview"), {"next": "/basket/"}))
    assert f"{at('quick')}?next=%2Fbasket%2F" in shown
    assert client.post(at("quick"), {**QUICK, "next": "/basket/"})["Location"] == "/basket/"
    assert "evil" not in text(client.get(at("overview"), {"next": "https://evil.example/"}))


def test_the_unit_of_the_overview_is_changed_by_a_button(client: Client) -> None:
    client.post(at("quick"), QUICK)
    client.post(at("unit"), {"unit": "in"})
    assert "36 1/4 in" in text(client.get(at("overview")))
    assert kept(client)["values"]["bust_girth"] == 920  # nothing was lost
    assert client.post(at("unit"), {"unit": "ell"}).status_code == 404


# --- quick ----------------------------------------------------------------------------------------


def test_quick_keeps_the_four_and_her_weight(client: Client) -> None:
    assert client.post(at("quick"), {**QUICK, "body_mass_kg": "64"})["Location"] == at("overview")
    assert kept(client)["values"] == {
        "height": 1650,
        "bust_girth": 920,
        "waist_girth": 740,
        "hip_girth": 990,
        "body_mass_kg": 64,
    }


def test_quick_leaves_all_else_as_it_is(client: Client) -> None:
    client.post(at("guided", "shoulder_length"), {"unit": "cm", "shoulder_length": "12.5"})
    client.post(at("quick"), QUICK)
    assert kept(client)["values"]["shoulder_length"] == 125


def test_a_slip_in_quick_keeps_what_was_typed(client: Client) -> None:
    shown = text(client.post(at("quick"), {**QUICK, "bust_girth": "37", "waist_girth": "abc"}))
    assert 'value="37"' in shown
    assert 'value="abc"' in shown
    assert "Bust 37 cm looks like inches. Did you mean 94 cm?" in shown
    assert "values" not in kept(client)


@pytest.mark.parametrize("way", ["quick", "size", "file", "edit"])
def test_switching_there_and_back_loses_nothing(client: Client, way: str) -> None:
    form = {**QUICK, "bust_girth": "92.3", "size": "38"}
    form.pop("keep")
    there = text(client.post(at(way), {**form, "switch": "yes"}))
    assert 'name="unit" value="in"' in there
    assert 'value="36 1/4"' in there
    behind = re.search(r'name="exact" value="([^"]*)"', there)
    assert behind
    inches = dict(re.findall(r'name="(height|\w+_girth)" value="([^"]*)"', there))
    exact = behind[1].replace("&quot;", '"')
    back = text(
        client.post(at(way), {**form, **inches, "exact": exact, "unit": "in", "switch": "yes"})
    )
    assert 'value="92.3"' in back


# --- like a size ----------------------------------------------------------------------------------


def test_a_size_is_taken_as_an_estimate_but_for_what_differs(client: Client) -> None:
    form = {"unit": "cm", "size": "38", "waist_girth": "75", "keep": "yes"}
    client.post(at("size"), form)
    now = kept(client)
    assert now["values"]["waist_girth"] == 750
    assert now["values"]["bust_girth"] == from_size("38")["bust_girth"][0]
    assert set(now["how"]) == {"height", "bust_girth", "hip_girth"}
    shown = text(client.get(at("overview")))
    assert "taken from a size" in shown
    assert "± 4 cm" in shown


def test_what_she_measures_takes_the_place_of_a_size_and_never_the_other_way(
    client: Client,
) -> None:
    client.post(at("size"), {"unit": "cm", "size": "38", "keep": "yes"})
    client.post(at("guided", "bust_girth"), {"unit": "cm", "bust_girth": "95", "keep": "yes"})
    assert "bust_girth" not in kept(client)["how"]
    client.post(at("size"), {"unit": "cm", "size": "44", "keep": "yes"})
    now = kept(client)
    assert now["values"]["bust_girth"] == 950
    assert now["values"]["hip_girth"] == from_size("44")["hip_girth"][0]


def test_all_at_once_leaves_what_was_taken_as_taken(client: Client) -> None:
    client.post(at("size"), {"unit": "cm", "size": "38", "keep": "yes"})
    shown = text(client.get(at("edit")))
    assert "From a size or a garment" in shown
    values = kept(client)["values"]
    form = {name: f"{value / 10:g}" for name, value in values.items()}
    client.post(at("edit"), {"unit": "cm", **form, "hip_girth": "101", "keep": "yes"})
    assert set(kept(client)["how"]) == {"height", "bust_girth", "waist_girth"}


def test_a_size_gives_way_to_a_measurement_that_contradicts_it(client: Client) -> None:
    client.post(at("size"), {"unit": "cm", "size": "52", "keep": "yes"})
    client.post(at("guided", "bust_girth"), {"unit": "cm", "bust_girth": "90", "keep": "yes"})
    assert "waist_girth" not in kept(client)["values"]
    shown = text(client.get(at("overview")))
    assert re.search(r"we still need <a [^>]*>waist</a>", shown)


def test_a_size_must_be_picked(client: Client) -> None:
    shown = text(client.post(at("size"), {"unit": "cm", "waist_girth": "75", "keep": "yes"}))
    assert "Please pick the size that comes nearest." in shown
    assert 'value="75"' in shown
    shown = text(client.post(at("size"), {"unit": "cm", "size": "9", "keep": "yes"}))
    assert "Not kept yet" in shown or "not one of the available" in shown
    assert not kept(client)


def test_picking_a_size_shows_its_numbers_and_keeps_nothing(client: Client) -> None:
    shown = text(
        client.post(at("size"), {"unit": "cm", "size": "40", "waist_girth": "7x", "pick": "yes"})
    )
    assert "Size 40: 92 cm ± 4 cm" in shown
    assert 'value="7x"' in shown
    assert not kept(client)


def test_close_fit_is_not_offered_on_a_size(client: Client) -> None:
    from django.test import RequestFactory

    from measurements.keeping import kept_body

    client.post(at("size"), {"unit": "cm", "size": "38", "waist_girth": "75", "keep": "yes"})
    request = RequestFactory().get("/")
    request.session = client.session
    request.user = type("Guest", (), {"is_authenticated": False})()
    body = kept_body(request)
    assert body is not None
    assert body.is_estimated("bust_girth")
    assert body.errors["bust_girth"] == 40
    assert not body.is_estimated("waist_girth")


# --- one at a time --------------------------------------------------------------------------------


def test_guided_keeps_each_step_and_goes_on(client: Client) -> None:
    assert client.get(at("guided_on"))["Location"] == at("guided", "height")
    response = client.post(at("guided", "height"), {"unit": "cm", "height": "168", "keep": "yes"})
    assert response["Location"] == at("guided", "bust_girth")
    assert kept(client)["values"] == {"height": 1680}
    response = client.post(at("guided", "bust_girth"), {"skip": "yes", "bust_girth": ""})
    assert response["Location"] == at("guided", "waist_girth")
    assert client.get(at("guided_on"))["Location"] == at("guided", "waist_girth")
    assert "Go on where you left off" in text(client.get(at("overview")))


def test_guided_says_how_far_she_is(client: Client) -> None:
    assert "One of the four" in text(client.get(at("guided", "height")))
    for name in ("height", "bust_girth", "waist_girth"):
        client.post(at("guided", name), {"unit": "cm", name: FOUR[name], "keep": "yes"})
    assert "The last of the four" in text(client.get(at("guided", "hip_girth")))
    client.post(at("guided", "hip_girth"), {"unit": "cm", "hip_girth": "99", "keep": "yes"})
    assert "You have the four." in text(client.get(at("guided", "body_mass_kg")))
    assert f"Number {len(STEPS)} of" in text(client.get(at("guided", STEPS[-1])))


def test_the_last_step_leads_to_the_overview(client: Client) -> None:
    client.post(at("quick"), QUICK)
    assert client.post(at("guided", STEPS[-1]), {"skip": "yes"})["Location"] == at("overview")
    assert kept(client)["place"] == ""


def test_a_slip_in_guided_keeps_what_was_typed(client: Client) -> None:
    client.post(at("guided", "bust_girth"), {"unit": "cm", "bust_girth": "92", "keep": "yes"})
    shown = text(client.post(at("guided", "waist_girth"), {"unit": "cm", "waist_girth": "95"}))
    assert "Waist 95 cm and bust 92 cm" in shown
    assert "It is so, keep it</button>" in shown
    assert 'value="95"' in shown
    shown = text(client.post(at("guided", "bust_girth"), {"unit": "cm", "bust_girth": ""}))
    assert "or skip it for now" in shown
    assert kept(client)["values"] == {"bust_girth": 920}


def test_one_alone_leads_back_to_the_overview(client: Client) -> None:
    client.post(at("quick"), QUICK)
    form = {"unit": "cm", "shoulder_length": "12.8", "once": "yes", "keep": "yes"}
    response = client.post(at("guided", "shoulder_length"), form)
    assert response["Location"] == at("overview")
    assert kept(client)["place"] == ""
    assert client.get(at("guided", "no_such")).status_code == 404


def test_guided_is_taken_up_on_another_device(client: Client, customer: User) -> None:
    client.force_login(customer)
    client.post(at("guided", "height"), {"unit": "in", "height": "5'6\"", "keep": "yes"})
    other = Client()
    other.force_login(customer)
    assert other.get(at("guided_on"))["Location"] == at("guided", "bust_girth")
    assert Profile.objects.get().values["height"] == pytest.approx(1676.4)
    assert 'name="unit" value="in"' in text(other.get(at("guided", "bust_girth")))


def test_who_never_went_one_at_a_time_left_off_nowhere(client: Client) -> None:
    client.post(at("quick"), QUICK)
    assert "Go on where you left off" not in text(client.get(at("overview")))
    client.post(at("guided", "underbust_girth"), {"unit": "cm", "underbust_girth": "80"})
    assert "Go on where you left off" in text(client.get(at("overview")))


def test_what_leads_from_an_estimate_keeps_the_way_back(client: Client) -> None:
    client.post(at("size"), {"unit": "cm", "size": "40", "keep": "yes"})
    shown = text(client.get(at("edit"), {"next": "/basket/"}))
    assert 'guided/bust_girth/?once=1&amp;next=/basket/">measure it' in shown


# --- a garment that fits --------------------------------------------------------------------------


def test_the_ease_is_taken_off() -> None:
    found = from_garment(
        "dress", "regular", {"bust_girth": 495, "hip_girth": 520, "outer_arm_length": 602.5}
    )
    assert found["bust_girth"][0] == 2 * 495 - EASE["dress"]["bust_girth"][1] == 920
    assert found["hip_girth"][0] == 985
    assert found["outer_arm_length"][0] == 590
    assert all(error > 10 for _, error in found.values())


@pytest.mark.parametrize("fit", FITS)
def test_a_closer_fit_means_a_larger_body(fit: Any) -> None:
    assert from_garment("skirt", fit, {"waist_girth": 370})["waist_girth"][0] == {
        "close": 735,
        "regular": 730,
        "easy": 720,
    }.get(fit)


def test_a_garments_values_are_kept_as_estimates(client: Client) -> None:
    form = {"unit": "cm", "kind": "dress", "fit": "regular", "flat_bust_girth": "49.5"}
    assert client.post(at("garment"), {**form, "keep": "yes"})["Location"] == at("overview")
    now = kept(client)
    assert now["values"] == {"bust_girth": 920}
    assert now["how"]["bust_girth"]["way"] == "garment"
    shown = text(client.get(at("overview")))
    assert "from a garment that fits" in shown
    assert "we still need" in shown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"flat_bust_girth": "9.5"}, "which cannot be"),
        ({"flat_bust_girth": "wide"}, "“wide” is not a number"),
        ({"kind": "skirt"}, "does not tell us that"),
        ({"flat_bust_girth": ""}, "Give at least one measure"),
        ({"fit": "odd"}, "Not kept yet"),
    ],
)
def test_a_slip_with_a_garment_keeps_what_was_typed(
    client: Client, changes: dict[str, str], words: str
) -> None:
    form = {"unit": "cm", "kind": "dress", "fit": "regular", "flat_bust_girth": "49.5"}
    form |= {"flat_shoulder_length": "12.3", "keep": "yes"}
    if "flat_bust_girth" in changes and not changes["flat_bust_girth"]:
        form["flat_shoulder_length"] = ""
    shown = text(client.post(at("garment"), {**form, **changes}))
    assert words in shown
    if form["flat_shoulder_length"]:
        assert 'value="12.3"' in shown
    assert not kept(client)


def test_a_garment_is_measured_in_inches_too(client: Client) -> None:
    form = {"unit": "cm", "kind": "top", "fit": "easy", "flat_bust_girth": "49.6"}
    shown = text(client.post(at("garment"), {**form, "switch": "yes"}))
    assert 'value="19 1/2"' in shown
    assert re.search(r'value="easy"[^>]*checked', shown)
    exact = re.search(r'name="exact" value="([^"]*)"', shown)
    assert exact
    form |= {"unit": "in", "flat_bust_girth": "19 1/2", "exact": exact[1].replace("&quot;", '"')}
    client.post(at("garment"), {**form, "keep": "yes"})
    assert kept(client)["values"]["bust_girth"] == 2 * 496 - 150


# --- a file ---------------------------------------------------------------------------------------


def bring(client: Client, name: str, content: str) -> str:
    upload = SimpleUploadedFile(name, content.encode())
    return text(client.post(at("file"), {"file": upload}))


def test_a_file_is_shown_first_and_kept_when_she_says_so(client: Client) -> None:
    shown = bring(client, "me.csv", "bust_girth,920\nwaist_girth,740\nshoe,39\n")
    assert "left out: shoe." in shown
    assert not kept(client)
    fields = dict(re.findall(r'name="(\w+_girth)" value="([^"]*)"', shown))
    assert fields == {"bust_girth": "92", "waist_girth": "74"}
    client.post(at("file"), {"unit": "cm", **fields, "keep": "yes"})
    assert kept(client)["values"] == {"bust_girth": 920, "waist_girth": 740}


def test_what_cannot_be_in_a_file_is_said_beside_its_field(client: Client) -> None:
    shown = bring(client, "me.json", '{"height": 1680, "bust_girth": 920, "waist_girth": 74}')
    assert "7.4 cm round the waist?" in shown
    assert 'value="7.4"' in shown


def test_a_reading_of_a_file_that_is_no_number_says_so_and_has_its_field(client: Client) -> None:
    shown = bring(client, "me.csv", "bust_girth,35+1\nwaist_girth,740\n")
    assert "Bust is left out: “35+1” is no plain number" in shown
    assert 'name="bust_girth"' in shown
    form = {"unit": "cm", "bust_girth": "91", "waist_girth": "74", "keep": "yes"}
    client.post(at("file"), form)
    assert kept(client)["values"] == {"bust_girth": 910, "waist_girth": 740}


def test_a_file_over_kept_values_shows_both(client: Client) -> None:
    client.post(at("quick"), QUICK)
    shown = bring(client, "me.csv", "bust_girth,940\nwaist_girth,740\nneck_girth,350\n")
    assert shown.count("Kept now:") == 1, "of those that would change"
    assert re.search(r'value="94".*Kept now: 92 cm', shown)


@pytest.mark.parametrize("then", [{"neck_girth": "no"}, {"switch": "yes"}])
def test_what_a_file_would_not_change_is_not_said_to_either_after_a_slip(
    client: Client, then: dict[str, str]
) -> None:
    client.post(at("quick"), QUICK)
    form = {"unit": "cm", "bust_girth": "94", "waist_girth": "74", "neck_girth": "35", "keep": "y"}
    shown = text(client.post(at("file"), {**form, **then}))
    assert shown.count("Kept now:") == 1
    assert shown.index('name="bust_girth"') < shown.index("Kept now:")
    assert shown.index("Kept now:") < shown.index('name="waist_girth"')


def test_a_bad_file_is_answered_in_one_sentence(client: Client) -> None:
    assert "it is no whole XML" in bring(client, "me.smis", "<smis><unit>cm")
    assert "is empty" in bring(client, "me.csv", "")
    assert "larger than 64 KB" in bring(client, "me.csv", "x" * 70_000)
    assert "Please choose a file." in text(client.post(at("file"), {}))
    assert not kept(client)


# --- her figure -----------------------------------------------------------------------------------


def test_the_caption_says_what_is_hers_and_what_a_size_has(client: Client) -> None:
    form = {"unit": "cm", "way": "size", "size": "40", "waist_girth": "74"}
    shown = text(client.post(at("figure"), form))
    assert "Drawn from waist and size 40; the rest is likely." in shown
    client.post(at("size"), {**form, "keep": "yes"})
    assert "Drawn from waist and a size; the rest" in text(client.get(at("overview")))


def test_a_heel_is_no_estimate_of_her(client: Client) -> None:
    client.post(at("quick"), QUICK)
    assert "Heel height" not in text(client.get(at("overview")))
    field = text(client.get(at("guided", "heel_height")))
    assert "Estimated" not in field


def test_the_figure_is_drawn_as_she_enters_and_nothing_is_kept(client: Client) -> None:
    narrow = text(client.post(at("figure"), {"unit": "cm", "height": "170", "hip_girth": "90"}))
    wide = text(client.post(at("figure"), {"unit": "cm", "height": "170", "hip_girth": "140"}))
    assert narrow.startswith('<figure id="figure"')
    assert "Drawn from height and hip;" in narrow
    assert narrow != wide
    assert not kept(client)
    assert client.get(at("figure")).status_code == 405  # nothing of hers is ever in an address


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"unit": "cm", "bust_girth": "nonsense", "exact": "[["},
        {"unit": "cm", "bust_girth": "1e999", "waist_girth": "-4", "hip_girth": "0"},
        {"unit": "in", "height": "9'9\"", "bust_girth": "36"},
        {"unit": "cm", "way": "garment", "kind": "dress", "fit": "easy", "flat_bust_girth": "55"},
        {"unit": "cm", "size": "52", "waist_girth": "80"},
        {"unit": "cm", "size": "nine"},
    ],
)
def test_the_figure_is_drawn_of_anything(client: Client, form: dict[str, str]) -> None:
    response = client.post(at("figure"), form)
    assert response.status_code == 200
    assert "<svg" in text(response)


def test_a_slip_within_what_bodies_have_is_drawn() -> None:
    assert sketched_body({"height": 1700, "hip_girth": 1500})["hip_girth"] == 1500
    assert sketched_body({"bust_girth": 92})["bust_girth"] > 700  # no body has 92 mm


def test_pages_are_never_kept_by_a_cache(client: Client) -> None:
    for way in ("overview", "quick", "size", "garment", "file"):
        assert "no-store" in client.get(at(way))["Cache-Control"]
