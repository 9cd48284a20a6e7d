"""Measuring on a phone and on a desk, with scripts and without: slips put right at a tap, and twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .looking import fits
from .test_served import OpenPage
from .test_ways import FOUR, SIZES, fill, line


@pytest.mark.parametrize("scripts", [True, False])
def test_inches_under_centimetres_are_put_right_by_one_button(
    open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(width=360, height=740, scripts=scripts)
    page.goto("/measurements/all/")
    written = {"height": "65", "bust_girth": "37", "waist_girth": "29", "hip_girth": "39.5"}
    for name, text in written.items():
        page.locator(f"[name={name}]").fill(text)
    page.get_by_role("button", name="Keep my measurements").click()

    bust = page.locator("#field_id_bust_girth")
    height = page.locator("#field_id_height")
    expect(height).to_contain_text("hip 39.5 cm and waist 29 cm look like inches.")
    expect(bust).to_contain_text("See the question at “Height”.")
    for name, text in written.items():
        expect(page.locator(f"[name={name}]")).to_have_value(text)
    page.get_by_role("button", name="Choose inches").click()
    expect(bust.locator(".measure-unit")).to_have_text("in")
    for name, text in written.items():
        expect(page.locator(f"[name={name}]")).to_have_value(text)

    page.get_by_role("button", name="Keep my measurements").click()
    expect(page.get_by_text("Your measurements are kept.")).to_be_visible()
    page.get_by_text("The ones most worth taking").click()
    expect(page.locator("#field_id_shoulder_length")).to_contain_text("Estimated 4.8 in ± 0.3 in")

    page.get_by_role("button", name="Show in centimetres").first.click()
    expect(page.locator("[name=bust_girth]")).to_have_value("93.98")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@SIZES
def test_a_slip_is_put_right_at_a_tap(open_page: OpenPage, width: int, scripts: bool) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "height": "64"})
    page.get_by_role("button", name="Keep these").click()
    height = page.locator("#field_id_height")
    expect(height).to_contain_text("Height 64 cm looks like inches. Did you mean 162.6 cm?")
    expect(page.locator("[name=height]")).to_have_attribute("aria-invalid", "true")
    fits(page, scripts)
    height.get_by_role("button", name="Yes, 162.6 cm").click()
    expect(page.get_by_text("Your measurements are kept.")).to_be_visible()
    assert "162.56 cm" in line(page, "height")
    assert page.url.endswith("/measurements/")  # and nothing of hers in it


@SIZES
def test_swapped_fields_change_places_at_a_tap(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "waist_girth": FOUR["hip_girth"], "hip_girth": FOUR["waist_girth"]})
    page.get_by_role("button", name="Keep these").click()
    expect(page.locator("#field_id_waist_girth")).to_contain_text("look swapped")
    fits(page, scripts)
    page.get_by_role("button", name="Yes, hip 99 cm and waist 74 cm").click()
    assert "74 cm" in line(page, "waist_girth")
    assert "99 cm" in line(page, "hip_girth")


@SIZES
def test_it_is_so_is_kept_and_not_asked_again(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "waist_girth": "57"})
    page.get_by_role("button", name="Keep these").click()
    fits(page, scripts)
    page.get_by_role("button", name="It is so, keep it").click()
    assert "57 cm" in line(page, "waist_girth")
    expect(page.locator(".question")).to_have_count(0)
    page.goto("/measurements/quick/")
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_text("Your measurements are kept.")).to_be_visible()


@SIZES
def test_measured_twice_and_settled_by_a_third(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/measurements/quick/")
    fill(page, {**FOUR, "bust_girth": "91.37"})
    page.get_by_role("button", name="Keep these").click()
    page.get_by_role("link", name="Measure twice").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bust")
    assert "91.37" not in page.content()
    expect(page.locator("[name=bust_girth]")).to_have_value("")
    expect(page.locator(".taking-tape")).to_be_visible()
    fits(page, scripts)
    take(page, "bust_girth", "91.77")
    take(page, "waist_girth", "74")
    page.get_by_role("link", name="Leave it here for today").click()
    page.get_by_role("link", name="Go on measuring twice").click()
    take(page, "hip_girth", "104")
    expect(page.get_by_text("Third reading")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("104")
    expect(page.locator("[name=hip_girth]")).to_have_value("")
    fits(page, scripts)
    take(page, "hip_girth", "99.4")
    expect(page.get_by_role("heading", level=1)).to_have_text("Measured twice")
    expect(page.locator("li#bust_girth")).to_contain_text("91.37 cm and 91.77 cm agree")
    expect(page.locator("li#waist_girth")).to_contain_text("Both readings are the same.")
    expect(page.locator("li#hip_girth")).to_contain_text("the third was 99.4 cm")
    fits(page, scripts)
    page.get_by_role("link", name="To your measurements").click()
    assert "measured twice" in line(page, "hip_girth")
    assert "99.4 cm" in line(page, "hip_girth")


def take(page: Page, name: str, value: str) -> None:
    page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Save and next").click()
