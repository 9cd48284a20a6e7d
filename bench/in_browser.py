"""A change in the studio as she sees it: Chromium on loopback, from the event that her hand makes to the
swapped picture, the network and the browser's own work included."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.measuring import Row, median, percentile

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable")
TEMPLATES = ("sheath-dress", "fit-and-flare-dress", "bow-blouse")
AIM_P95 = 100.0
PAUSE = 250  # ms between two changes: before her hands rest, and the choices' small pictures follow
BODY_CM = {"height": "168", "bust_girth": "92", "waist_girth": "74", "hip_girth": "100"}
# When the last event of her hand was, when the picture was swapped for it, and when it was painted, in ms.
CLOCK = """() => {
    const form = document.getElementById('design');
    let began = 0;
    window.took = [];
    for (const name of ['change', 'slide'])
        form.addEventListener(name, event => { began = event.timeStamp; }, true);
    form.addEventListener('htmx:afterSwap', event => {
        if (event.detail.requestConfig?.elt !== form) return;
        const swapped = performance.now() - began;
        requestAnimationFrame(() => setTimeout(
            () => window.took.push([swapped, performance.now() - began])));
    });
}"""


def rows(port: int) -> list[Row]:
    """None where there is no Chromium, or nothing to drive it by: both come with the tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        return []
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        page = chromium.new_page(base_url=f"http://localhost:{port}")
        _measure(page)
        times = [times for slug in TEMPLATES for times in _changes(page, slug)]
        chromium.close()
    swapped, painted = zip(*times, strict=True)
    return [
        Row("in a browser, changes", len(times), ""),
        Row("in a browser, hand to picture, median", median(swapped), "ms"),
        Row("in a browser, hand to picture, 95 of 100", percentile(swapped, 0.95), "ms", AIM_P95),
        Row("in a browser, hand to painted, median", median(painted), "ms"),
        Row("in a browser, hand to painted, 95 of 100", percentile(painted, 0.95), "ms"),
    ]


def _measure(page: Page) -> None:
    page.goto("/measurements/quick/")
    for name, value in BODY_CM.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Keep these").click()
    page.wait_for_url("**/measurements/")


def _changes(page: Page, slug: str) -> Iterator[tuple[float, float]]:
    """Each choice of each option, each slider by two steps, and a few fabrics, one after the other: ms to
    the swap and to the paint."""
    page.goto(f"/studio/{slug}/")
    page.wait_for_load_state("networkidle")
    page.evaluate(CLOCK)
    options = page.locator("[data-option]")
    choices = options.locator("input[type=radio]").all()
    toggles, sliders = (
        options.locator("input[type=checkbox]").all(),
        options.locator(".slider").all(),
    )
    fabrics = page.locator("[name=fabric-slug]").all()[1:6]
    made = 0
    for act in (*choices, *toggles, *sliders, *sliders, *fabrics):
        if _act(page, act):
            page.wait_for_function("made => window.took.length > made", arg=made)
            made += 1
            swapped, painted = page.evaluate("window.took.at(-1)")
            yield swapped, painted
            page.wait_for_timeout(PAUSE)


def _act(page: Page, on: Locator) -> bool:
    """Choose it, or move it by a step; False where that changes nothing."""
    kind = on.get_attribute("type")
    if not on.is_visible() or on.is_disabled() or (kind == "radio" and on.is_checked()):
        return False
    if kind == "range":
        on.focus()
        page.keyboard.press("ArrowRight")
    else:
        on.click(force=True)
    return True
