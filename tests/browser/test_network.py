"""A design over a network that is slow, that breaks, and to a store that closes and opens again; back again,
in two tabs, and on two devices: what she chose last is what is kept, and nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from .conftest import Store
from .test_served import OpenPage
from .test_studio import SHEATH, kept, neckline

# A telephone at the edge of its cell: ms there and back, bytes a second.
THIN = {"offline": False, "latency": 200, "downloadThroughput": 100_000, "uploadThroughput": 20_000}

# Each request goes off so many ms late, by turns.
LATE = """
    const delays = %s;
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (...given) {
        delays.push(delays.shift());
        setTimeout(() => send.apply(this, given), delays.at(-1));
    };
"""


def test_over_a_slow_network_the_last_choice_wins_and_over_none_nothing_is_lost(
    store: Store, browser: Browser
) -> None:
    # A page of its own: what the browser says to the console of a lost network is no fault here.
    page = browser.new_context(base_url=store.url).new_page()
    sent: list[Request] = []
    page.on("request", lambda one: sent.append(one) if one.url.endswith("/change/") else None)
    held: list[Route] = []

    def slow(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.goto(SHEATH)
    page.route("**/change/", slow)
    neckline(page, "v").check()
    for value in ("jewel", "boat", "square"):
        neckline(page, value).check()
    page.wait_for_timeout(100)
    assert len(sent) == 1, "the others wait for the first"
    held[0].continue_()
    expect(page.locator(".reckoning")).to_contain_text("Neckline: Square")
    assert len(sent) == 2, "and only the last of them goes"
    page.unroute("**/change/")

    page.route("**/change/", lambda route: route.abort())
    neckline(page, "v").check()
    unreached = page.locator("#unreached")
    expect(unreached).to_be_visible()
    expect(neckline(page, "v")).to_be_checked()
    page.unroute("**/change/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(unreached).to_be_hidden()
    page.reload()
    expect(neckline(page, "v")).to_be_checked()
    page.context.close()


def test_a_sliders_step_is_asked_for_once(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(SHEATH)
    sent: list[Request] = []
    page.on("request", lambda one: sent.append(one) if one.url.endswith("/change/") else None)
    page.locator(".slider[data-mirrors=option-length]").focus()
    for cm in ("61", "62"):
        page.keyboard.press("ArrowRight")
        expect(page.locator("#words-length")).to_contain_text(cm)
    page.wait_for_load_state("networkidle")
    assert len(sent) == 2
    page.locator("#undo").click()
    expect(page.locator("#words-length")).to_contain_text("61")


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_over_a_thin_line_the_last_of_many_choices_is_shown_and_kept(
    open_page: OpenPage, width: int
) -> None:
    page = open_page(width)
    page.goto(SHEATH)
    line = page.context.new_cdp_session(page)
    line.send("Network.emulateNetworkConditions", THIN)
    sent: list[Request] = []
    page.on("request", lambda one: sent.append(one) if one.url.endswith("/change/") else None)
    for value in ("v", "jewel", "boat", "square"):
        neckline(page, value).check(force=True)
    page.locator("#option-length").fill("70")
    page.locator("#option-length").press("Tab")
    expect(page.locator("#words-length")).to_contain_text("70", timeout=15_000)
    expect(page.locator(".reckoning")).to_contain_text("Neckline: Square")
    assert len(sent) <= 3, "those in between are not sent"
    expect(neckline(page, "square")).to_be_checked()
    line.detach()
    kept(page)
    page.reload()
    expect(neckline(page, "square")).to_be_checked()
    expect(page.locator("#option-length")).to_have_value("70")


def test_a_store_that_closes_and_opens_again_loses_nothing(store: Store, browser: Browser) -> None:
    # A page of its own: what the browser says of a store that does not answer is no fault here.
    page = browser.new_context(base_url=store.url).new_page()
    page.goto(SHEATH)
    neckline(page, "v").check()
    kept(page)
    unreached = page.locator("#unreached")
    store.close()
    neckline(page, "square").check()
    expect(unreached).to_be_visible()
    expect(unreached).to_contain_text("What you chose stays on this page")
    page.locator("#option-length").fill("70")
    page.locator("#option-length").press("Tab")
    store.open()
    expect(unreached).to_be_hidden(timeout=15_000)  # it tries again each 4 s
    expect(page.locator(".reckoning")).to_contain_text("Neckline: Square")
    page.reload()
    expect(neckline(page, "square")).to_be_checked()
    expect(page.locator("#option-length")).to_have_value("70")
    page.context.close()


def test_back_and_in_two_tabs_it_is_one_design(open_page: OpenPage) -> None:
    page = open_page(768)
    page.goto(SHEATH)
    neckline(page, "v").check()
    kept(page)
    page.goto("/")
    page.go_back()
    expect(neckline(page, "v")).to_be_checked()
    expect(page.locator(".reckoning")).to_contain_text("Neckline: V-neck")

    other = page.context.new_page()
    other.goto(page.url)
    other.locator("#option-length").fill("70")
    other.locator("#option-length").press("Enter")
    expect(other.locator("#words-length")).to_contain_text("70")
    page.reload()
    expect(neckline(page, "v")).to_be_checked()
    expect(page.locator("#option-length")).to_have_value("70")
    page.goto("/studio/")
    expect(page.locator("[aria-labelledby=begun] li")).to_have_count(1)


def test_what_is_chosen_in_one_tab_shows_in_the_other(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(SHEATH)
    neckline(page, "v").check()
    kept(page)
    other = page.context.new_page()
    other.goto(page.url)
    neckline(page, "square").check()
    expect(neckline(other, "square")).to_be_checked()
    expect(other.locator(".reckoning")).to_contain_text("Neckline: Square")
    length(other, "70")
    expect(page.locator("#option-length")).to_have_value("70")
    page.reload()
    expect(neckline(page, "square")).to_be_checked()
    expect(page.locator("#option-length")).to_have_value("70")


@pytest.mark.parametrize("delays", [[900, 80, 500], [80, 900, 300, 600]])
@pytest.mark.parametrize("hands", ["first", "by turns"])
def test_five_quick_changes_in_two_tabs_over_a_slow_line_end_as_her_hand_did(
    open_page: OpenPage, hands: str, delays: list[int]
) -> None:
    page = open_page()
    page.goto(SHEATH)
    neckline(page, "v").check()
    kept(page)
    other = page.context.new_page()
    tabs = [page, other]
    for number, tab in enumerate(tabs):
        tab.add_init_script(LATE % [*delays[number:], *delays[:number]])
        tab.goto(page.url)
    sent: list[Request] = []
    other.on("request", lambda one: sent.append(one) if one.url.endswith("/change/") else None)
    for number, value in enumerate(("jewel", "boat", "scoop", "jewel", "square")):
        tab = tabs[number % 2 if hands == "by turns" else 0]
        neckline(tab, value).check(force=True)
        tab.wait_for_timeout(60)
    for tab in tabs:
        expect(tab.locator(".reckoning")).to_contain_text("Neckline: Square")
    page.wait_for_timeout(2000)  # the latest answer, and what may follow from it
    for tab in tabs:
        expect(neckline(tab, "square")).to_be_checked()
        expect(tab.locator(".reckoning")).to_contain_text("Neckline: Square")
    if hands == "first":
        keeps = [one for one in sent if "then-do=look" not in (one.post_data or "")]
        assert not keeps, "who only hears writes nothing"
        expect(other.locator("#undo")).to_be_disabled()
    for _ in range(5 if hands == "first" else 3):  # what she did here, and nothing else
        page.locator("#undo").click()
    expect(neckline(page, "v")).to_be_checked()
    page.locator("#redo").click()
    redone = "jewel" if hands == "first" else "boat"
    expect(neckline(other, redone)).to_be_checked()
    page.wait_for_timeout(2000)
    other.reload()
    expect(neckline(other, redone)).to_be_checked()


def test_of_two_devices_the_one_that_saves_last_keeps_what_it_shows(open_page: OpenPage) -> None:
    """Whole, not half of each: what she looks at as she saves is what she gets."""
    phone, desk = open_page(360), open_page(1440)
    phone.goto(SHEATH)
    neckline(phone, "v").check()
    kept(phone)
    desk.context.add_cookies(phone.context.cookies())  # type: ignore[arg-type]  # as they are given
    desk.goto(phone.url)
    neckline(phone, "square").check()
    expect(phone.locator(".reckoning")).to_contain_text("Neckline: Square")
    expect(neckline(desk, "v")).to_be_checked()  # it knows nothing of that
    length(desk, "70")
    for page in (desk, phone):
        page.reload()
        expect(neckline(page, "v")).to_be_checked()
        expect(page.locator("#option-length")).to_have_value("70")
        expect(page.locator(".reckoning")).to_contain_text("Neckline: V-neck")
    phone.goto("/studio/")
    expect(phone.locator("[aria-labelledby=begun] li")).to_have_count(1)


def length(page: Page, cm: str) -> None:
    page.locator("#option-length").fill(cm)
    page.locator("#option-length").press("Enter")
    expect(page.locator("#words-length")).to_contain_text(cm)


def test_an_answer_that_fails_leaves_the_picture_standing(store: Store, browser: Browser) -> None:
    page = browser.new_page(base_url=store.url)
    page.goto(SHEATH)
    page.route("**/change/", lambda route: route.fulfill(status=500, body="no"))
    neckline(page, "v").check(force=True)
    expect(page.locator("#unreached")).to_be_visible()
    expect(page.locator(".picture svg").first).to_be_visible()
    page.close()
