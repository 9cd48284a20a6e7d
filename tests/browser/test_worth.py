"""What is worth measuring next, in the studio: said once the page is there, followed, and back again."""

from __future__ import annotations

from playwright.sync_api import expect

from .looking import fits
from .test_served import OpenPage
from .test_ways import FOUR, SIZES, fill


@SIZES
def test_what_is_worth_measuring_next_follows_the_design_and_leads_back_to_it(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(width, scripts=scripts)
    page.goto("/measurements/quick/")
    fill(page, FOUR)
    page.get_by_role("button", name="Keep these").click()
    page.goto("/studio/sheath-dress/")
    long = page.locator("[name=sleeves][value=long]")
    if scripts:
        worth = page.locator("#worth")
        expect(worth).to_contain_text("Worth measuring next: across the back")
        long.check()
    else:
        long.check()
        page.get_by_role("button", name="What is worth measuring next?").click()
    sleeve = page.locator("#worth").get_by_role("link", name="shoulder to wrist")
    expect(sleeve).to_be_visible()
    if scripts:  # axe cannot run without them
        fits(page)
    address = page.url.split("?")[0]

    sleeve.click()
    fill(page, {"outer_arm_length": "58"})
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(address)
    if not scripts:
        page.get_by_role("button", name="What is worth measuring next?").click()
    expect(page.locator("#worth")).to_contain_text("Worth measuring next")
    expect(sleeve).to_have_count(0)
