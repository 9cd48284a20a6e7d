"""Measuring on a phone, with scripts and without: a slip of the unit, put right by one button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("scripts", [True, False])
def test_inches_under_centimetres_are_put_right_by_one_button(
    open_page: Callable[..., Page], scripts: bool
) -> None:
    page = open_page(width=360, height=740, scripts=scripts)
    page.goto("/measurements/all/")
    written = {"height": "65", "bust_girth": "37", "waist_girth": "29", "hip_girth": "39.5"}
    for name, text in written.items():
        page.locator(f"[name={name}]").fill(text)
    page.get_by_role("button", name="Keep my measurements").click()

    bust = page.locator("#field_id_bust_girth")
    expect(bust).to_contain_text("37 cm round the bust? If you measured in inches, choose inches.")
    for name, text in written.items():
        expect(page.locator(f"[name={name}]")).to_have_value(text)
    bust.get_by_role("button", name="Choose inches").click()
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
