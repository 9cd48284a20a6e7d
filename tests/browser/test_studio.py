"""A design from beginning to end in a real browser: by keyboard alone, without scripts, and looked at from
all sides."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from .looking import fits
from .test_served import OpenPage
from .test_ways import FOUR, fill

SHEATH = "/studio/sheath-dress/"
ONE_SIDE = 640
"""Narrower than this the picture's two sides take turns, px."""


def neckline(page: Page, value: str) -> Any:
    return page.locator(f"[name=neckline][value={value}]")


def kept(page: Page) -> None:
    """Wait till the design has its address."""
    expect(page).to_have_url(re.compile("/studio/d/"))


def tab_to(page: Page, selector: str) -> None:
    for _ in range(150):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the Tab key never comes to {selector}")


@pytest.mark.parametrize("width", [360, 1440])
def test_a_whole_design_by_keyboard_alone(open_page: OpenPage, width: int) -> None:
    page = open_page(width)
    page.goto(SHEATH)
    tab_to(page, "[name=neckline]")
    page.keyboard.press("ArrowRight")
    kept(page)
    expect(neckline(page, "v")).to_be_focused()
    expect(page.locator("#said")).to_contain_text("Sheath dress in Wool crêpe")

    tab_to(page, ".slider[data-mirrors=option-length]")
    words = page.locator("#words-length")
    page.keyboard.press("ArrowRight")
    expect(words).to_contain_text("61")
    page.keyboard.press("Control+z")
    expect(words).to_contain_text("60")
    page.keyboard.press("Control+Shift+z")
    expect(words).to_contain_text("61")

    tab_to(page, "[name=fabric-slug]")
    before = page.locator("[name=fabric-slug]:checked").get_attribute("value")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"[name=fabric-slug][value={before}]")).not_to_be_checked()
    page.keyboard.press("Control+z")
    expect(page.locator(f"[name=fabric-slug][value={before}]")).to_be_checked()

    tab_to(page, "[name=view-zoom]")  # round the page's end to its beginning
    page.keyboard.press("ArrowRight")
    tab_to(page, ".picture")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#to-basket")
    page.keyboard.press("Enter")
    page.wait_for_url("**/measurements/all/**")  # it is drafted from them
    expect(page.get_by_text("Your sheath dress is kept")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_looked_at_from_all_sides_axe_finds_nothing(open_page: OpenPage, width: int) -> None:
    page = open_page(width)
    page.goto("/measurements/quick/")
    fill(page, FOUR)
    page.get_by_role("button", name="Keep these").click()
    page.goto("/studio/fit-and-flare-dress/")
    pictures = page.locator(".picture")
    if width < ONE_SIDE:
        page.locator(".segment", has_text="Back").click()
        expect(pictures.nth(0)).to_be_hidden()
        expect(pictures.nth(1)).to_be_visible()
    else:
        front, back = (pictures.nth(n).bounding_box() for n in (0, 1))
        assert front is not None
        assert back is not None
        assert front["x"] + front["width"] <= back["x"], "the two do not overlap"
    page.get_by_label("Show where it is close and where easy").check()
    expect(page.locator("#eases")).to_contain_text(re.compile(r"Bust \+[\d.]+\scm, \w+"))
    page.locator(".segment", has_text="Near").click()
    page.locator(".look summary").click()
    fits(page)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    fits(page)


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_without_scripts_buttons_do_it_all(open_page: OpenPage, width: int) -> None:
    page = open_page(width, scripts=False)
    page.goto(SHEATH)
    page.get_by_role("button", name="Surprise me").click()
    kept(page)
    page.get_by_label("Show the figure").uncheck()
    page.get_by_role("button", name="Update").click()
    expect(page.get_by_label("Show the figure")).not_to_be_checked()
    page.get_by_role("button", name="As first offered").click()
    expect(neckline(page, "scoop")).to_be_checked()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    if width < ONE_SIDE:
        page.locator(".segment", has_text="Back").click()
    expect(page.locator(".picture").nth(1)).to_be_visible()
    page.locator("#option-length").fill("62")
    page.locator("[name=fabric-slug]").nth(2).check(force=True)
    page.get_by_role("button", name="Update").click()
    expect(page.locator("#option-length")).to_have_value("62")
    expect(page.locator("[name=fabric-slug]").nth(2)).to_be_checked()
    page.get_by_role("button", name="Give your measurements").click()
    fill(page, FOUR)
    page.get_by_role("button", name="Keep and go on").click()
    expect(page.locator("#stage")).to_contain_text("On your figure")
    page.get_by_role("button", name="Put in basket").click()
    expect(page.get_by_role("button", name="To checkout")).to_be_visible()
    fits(page, scripts=False)


def test_a_surprise_that_waited_for_its_turn_is_pictured_and_priced(open_page: OpenPage) -> None:
    page = open_page(1440)
    page.goto(SHEATH)
    held: list[Route] = []
    page.route("**/change/", lambda one: one.continue_() if held else held.append(one))
    neckline(page, "v").check()
    page.get_by_role("button", name="Surprise me").click()
    with page.expect_response(lambda one: "then-do" in (one.request.post_data or "")):
        held[0].continue_()
    page.wait_for_timeout(500)  # the answers differ only once the second has settled
    price = page.locator("#stage .total .price").text_content()
    expect(page.locator("#said")).to_contain_text(price or "no price")


def test_what_her_page_has_no_place_for_holds_up_nothing_and_focus_stays(
    open_page: OpenPage,
) -> None:
    """Of a template that has one option more since her page came."""
    page = open_page()

    def one_more(route: Route) -> None:
        answer = route.fetch()
        told = '<template id="told">'
        body = answer.text().replace(told, f'{told}<p id="why-newer">Newer</p>')
        assert "why-newer" in body
        route.fulfill(response=answer, body=body)

    page.goto(SHEATH)
    page.route("**/change/", one_more)
    page.locator("#make-link").focus()
    neckline(page, "v").evaluate("one => one.click()")  # as another hand would
    expect(page.locator("#said")).to_contain_text("Sheath dress in Wool crêpe")
    expect(page.locator("#keep-design")).to_have_count(0)  # it is begun, which is told there
    expect(page.locator("#make-link")).to_be_focused()
