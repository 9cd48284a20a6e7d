"""Light and still: what a page really brings of script and style, and that nothing on it moves by itself."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import Page, Response, expect

from .looking import DESK, PHONE, TABLET
from .test_served import OpenPage
from .test_studio import SHEATH, neckline

MOST = 40 * 1024  # bytes on the wire, of script and of style each
PAGES = ("/", "/catalogue/", "/catalogue/sheath-dress/", SHEATH, "/measurements/all/", "/basket/")
WATCH = """
    window.moved = [];
    new PerformanceObserver(list => window.moved.push(...list.getEntries().map(one =>
        [one.value, ...one.sources.map(source => source.node?.className ?? '')]
    ))).observe({type: 'layout-shift', buffered: true});
"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_brings_little_script_and_style(open_page: OpenPage, path: str) -> None:
    page = open_page()
    weights: dict[str, int] = defaultdict(int)

    def weigh(response: Response) -> None:
        kind = response.request.resource_type
        if kind in ("script", "stylesheet"):
            assert response.headers["content-encoding"] in ("gzip", "br"), response.url
            weights[kind] += response.request.sizes()["responseBodySize"]

    page.on("requestfinished", lambda request: weigh(request.response()))  # type: ignore[arg-type]  # it is there
    page.goto(path, wait_until="networkidle")
    assert 0 < weights["script"] <= MOST, weights
    assert 0 < weights["stylesheet"] <= MOST, weights
    within = page.evaluate(
        "[...document.querySelectorAll('script:not([src]), style')].map(one => one.type)"
    )
    assert set(within) <= {"application/json", "application/ld+json"}, (
        "none stands in the page itself"
    )


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_nothing_moves_while_a_page_comes(open_page: OpenPage, width: int) -> None:
    page = open_page(width)
    page.add_init_script(WATCH)
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert moved(page) < 0.001, (path, page.evaluate("window.moved"))


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_a_choice_moves_nothing_but_the_picture(open_page: OpenPage, width: int) -> None:
    """Not even within the half second after her hand, which the browsers' own reckoning forgives."""
    page = open_page(width)
    page.add_init_script(WATCH)
    page.goto(SHEATH, wait_until="networkidle")
    neckline(page, "v").scroll_into_view_if_needed()
    for value in ("square", "v", "square"):
        neckline(page, value).check(force=True)
        name = "Square" if value == "square" else "V-neck"
        expect(page.locator(".reckoning")).to_contain_text(f"Neckline: {name}")
    page.wait_for_timeout(300)  # for what settles after the swap
    assert moved(page) < 0.001, page.evaluate("window.moved")


def moved(page: Page) -> float:
    return sum(value for value, *_ in page.evaluate("window.moved"))
