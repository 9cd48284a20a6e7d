"""Her designs in a real browser: kept, named, copied, shared, taken by another, deleted; axe on each page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .looking import fits
from .test_served import OpenPage
from .test_ways import SIZES


def begin(page: Page, length: str = "72") -> None:
    """A sheath dress of that length, kept at its address."""
    page.goto("/studio/sheath-dress/")
    page.get_by_role("textbox", name="Length", exact=True).fill(length)
    page.get_by_role("textbox", name="What you call it").fill("For the wedding")
    press(page, "Make a share link")
    expect(page.get_by_label("Its share link")).to_be_visible()


def press(page: Page, name: str) -> None:
    """Press a button that leads on."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=re.compile(f"^{name}")).first.click()


@SIZES
def test_a_link_in_a_private_window_is_taken_as_a_start(
    open_page: OpenPage, width: int, scripts: bool
) -> None:
    hers = open_page(width=width, scripts=scripts)
    begin(hers)
    link = hers.get_by_label("Its share link").input_value()
    assert "/studio/shared/" in link
    private = hers.url.split("#")[0]

    theirs = open_page(width=width, scripts=scripts)
    theirs.goto(link)
    expect(theirs.get_by_role("heading", level=1)).to_contain_text("Sheath dress")
    expect(theirs.locator("main svg")).to_have_count(2)
    expect(theirs.get_by_text("For the wedding")).to_have_count(0)
    assert "72" not in theirs.get_by_role("main").inner_text()
    if scripts:
        fits(theirs)
    press(theirs, "Make it yours")
    assert "/studio/d/" in theirs.url
    assert theirs.url != private
    length = theirs.get_by_role("textbox", name="Length", exact=True)
    expect(length).to_have_value("72")
    length.fill("80")
    if scripts:
        with theirs.expect_response("**/change/"):
            length.press("Tab")
    else:
        press(theirs, "Update")
    theirs.goto(theirs.url)
    expect(length).to_have_value("80")

    hers.goto(private)
    expect(hers.get_by_role("textbox", name="Length", exact=True)).to_have_value("72")
    press(hers, "Stop sharing")
    assert theirs.context.request.get(link).status == 404
    assert theirs.context.request.get(private).status == 404


@SIZES
def test_she_names_copies_and_deletes(open_page: OpenPage, width: int, scripts: bool) -> None:
    page = open_page(width=width, scripts=scripts)
    begin(page)
    page.goto("/studio/designs/")
    expect(page.locator(".design")).to_have_count(1)
    press(page, "Copy")
    expect(page.locator(".design-name")).to_have_text(["For the wedding, copy", "For the wedding"])
    page.get_by_text("Rename").first.click()
    page.get_by_role("textbox", name="What you call it").first.fill("In red")
    if scripts:
        fits(page)
    press(page, "Keep the name")
    expect(page.locator(".design-name")).to_have_text(["In red", "For the wedding"])
    page.get_by_role("link", name="Delete In red").click()
    expect(page.get_by_role("heading", name="Delete In red?")).to_be_visible()
    if scripts:
        fits(page)
    page.get_by_role("link", name="Keep it").click()
    expect(page.get_by_role("textbox", name="What you call it")).to_have_value("In red")
    press(page, "Delete it")
    press(page, "Delete it for good")
    expect(page.locator(".design-name")).to_have_text(["For the wedding"])
    expect(page.get_by_text("In red is deleted.")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_name_is_kept_as_she_leaves_its_field(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width)
    page.goto("/studio/pencil-skirt/")
    with page.expect_response("**/change/"):
        page.get_by_role("textbox", name="What you call it").fill("Plain")
        page.get_by_role("textbox", name="What you call it").press("Tab")
    expect(page).to_have_url(re.compile("/studio/d/"))
    page.reload()
    expect(page.get_by_role("textbox", name="What you call it")).to_have_value("Plain")
    fits(page)
