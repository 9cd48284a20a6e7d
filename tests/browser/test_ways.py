"""The ways in, on a phone and on a desk, with scripts and without: left and taken up again."""

from __future__ import annotations

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from .looking import fits
from .test_served import OpenPage

FOUR = {"height": "165", "bust_girth": "92", "waist_girth": "74", "hip_girth": "99"}
SIZES = pytest.mark.parametrize(
    ("width", "scripts"),
    [(360, True), (1440, False)],
    ids=["phone", "desk without scripts"],
)
PASSWORD = "wool-and-linen-42"
_numbers = count(1)


def sign_up(page: Page) -> str:
    email = f"woman.{next(_numbers)}@example.com"
    page.goto("/accounts/signup/?next=/measurements/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url("**/measurements/")
    return email


def sign_in(page: Page, email: str) -> None:
    page.goto("/accounts/login/?next=/measurements/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/measurements/")


def fill(page: Page, values: dict[str, str]) -> None:
    for name, text in values.items():
        page.locator(f"[name={name}]").fill(text)


def line(page: Page, name: str) -> str:
    return page.locator(f"li#{name}").inner_text()


@SIZES
def test_left_half_way_and_taken_up_on_another_device(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(width=width, scripts=scripts)
    email = sign_up(page)
    page.get_by_role("link", name=re.compile("^One at a time")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Height")
    expect(page.get_by_text("One of the four")).to_be_visible()
    page.locator("[name=height]").fill("165")
    page.locator("[name=height]").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bust")
    page.locator("[name=bust_girth]").fill("92")
    page.get_by_role("button", name="Save and next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waist")
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hip")
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waist")
    page.context.close()

    other = open_page(width=1440 if width == 360 else 360, scripts=scripts)
    sign_in(other, email)
    expect(other.get_by_text("A good beginning.")).to_be_visible()
    other.get_by_role("link", name="Go on where you left off").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Hip")
    other.locator("[name=hip_girth]").fill("99")
    other.get_by_role("button", name="Save and next").click()
    other.get_by_role("link", name="Leave it here for today").click()
    expect(other.get_by_text("Before we can draft, we still need waist.")).to_be_visible()
    other.get_by_role("link", name="waist", exact=True).click()
    other.locator("[name=waist_girth]").fill("74")
    other.get_by_role("button", name="Save").last.click()
    expect(other.get_by_role("heading", name="What we estimate")).to_be_visible()


@SIZES
def test_inches_in_quarters_lose_nothing(open_page: OpenPage, width: int, scripts: bool) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "bust_girth": "92.3"})
    page.get_by_role("button", name="Show in inches").click()
    expect(page.locator("[name=bust_girth]")).to_have_value("36 1/4")
    page.locator("[name=waist_girth]").fill("29 1/2")
    page.get_by_role("button", name="Keep these").click()
    assert "36 1/4 in" in line(page, "bust_girth")
    assert "29 1/2 in" in line(page, "waist_girth")
    page.get_by_role("button", name="Show in centimetres").click()
    assert "92.3 cm" in line(page, "bust_girth")
    assert "74.93 cm" in line(page, "waist_girth")


@SIZES
def test_a_guests_measurements_move_into_her_account(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/measurements/size/")
    page.get_by_role("radio", name=re.compile("^38")).check()
    if not scripts:
        page.get_by_role("button", name="Show this size").click()
    expect(page.get_by_text("Size 38: 88 cm ± 4 cm")).to_be_visible()
    page.locator("[name=waist_girth]").fill("72")
    page.get_by_role("button", name="Keep these").click()
    assert "taken from a size" in line(page, "hip_girth")
    sign_up(page)
    expect(page.get_by_role("heading", name="Profiles")).to_be_visible()
    assert "72 cm" in line(page, "waist_girth")
    assert "taken from a size" in line(page, "hip_girth")
    page.get_by_role("link", name="Details of Me").click()
    expect(page.get_by_text("entered before signing in")).to_be_visible()


def test_her_figure_is_drawn_as_she_enters(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/measurements/quick/")
    drawn = page.locator("#figure")
    stock = drawn.inner_html()
    with page.expect_response("**/measurements/figure/"):
        page.locator("[name=height]").press_sequentially("165", delay=20)
    expect(drawn).to_contain_text("Drawn from height")
    with page.expect_response("**/measurements/figure/"):
        fill(page, {"bust_girth": "92", "waist_girth": "74", "hip_girth": "160"})
    expect(drawn).to_contain_text("Drawn from height, bust, waist and hip")
    slipped = drawn.inner_html()
    with page.expect_response("**/measurements/figure/") as answered:
        page.locator("[name=hip_girth]").fill("99")
    expect(drawn.locator("svg")).to_be_visible()
    page.wait_for_function(
        "before => document.querySelector('#figure').innerHTML !== before", arg=slipped
    )
    assert drawn.inner_html() != stock
    assert answered.value.request.method == "POST"
    assert "?" not in answered.value.url


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_studio_draws_on_the_profile_she_taps(open_page: OpenPage, scripts: bool) -> None:
    page = open_page(width=360, scripts=scripts)
    sign_up(page)
    page.goto("/measurements/quick/")
    fill(page, FOUR)
    page.get_by_role("button", name="Keep these").click()
    page.get_by_text("Another profile").click()
    page.get_by_label("Whose, or when").fill("My sister")
    page.get_by_role("button", name="Begin it").click()
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "bust_girth": "104", "hip_girth": "110", "waist_girth": "86"})
    page.get_by_role("button", name="Keep these").click()
    page.goto("/studio/sheath-dress/")
    tape = page.locator("#tape")
    expect(tape).to_contain_text("bust 104 cm")
    tape.get_by_role("button", name="Me", exact=True).click()
    page.wait_for_url("**/studio/d/**")
    expect(page.locator("#tape")).to_contain_text("bust 92 cm")
    expect(page.locator("#stage")).to_contain_text("On your figure")


def test_axe_finds_nothing_on_a_guests_pages_whatever_she_enters(open_page: OpenPage) -> None:
    page = open_page()
    for way in ("", "quick/", "guided/height/", "twice/", "all/"):
        page.goto(f"/measurements/{way}")
        fits(page)
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "bust_girth": "37"})
    page.get_by_role("button", name="Keep these").click()
    fits(page)  # with a slip
    page.locator("[name=bust_girth]").fill("92")
    page.get_by_role("button", name="Keep these").click()
    page.locator("details").first.evaluate("one => one.open = true")
    fits(page)  # with everything estimated
    sample = {"name": "me.csv", "mimeType": "text/csv", "buffer": b"bust_girth,920\nshoe,39"}
    page.goto("/measurements/file/")
    page.get_by_label("Your file").set_input_files(sample)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("Not among our measurements, and left out: shoe.")).to_be_visible()
    fits(page)
    sign_up(page)
    fits(page)
    page.get_by_role("link", name="Details of Me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Me")
    fits(page)
