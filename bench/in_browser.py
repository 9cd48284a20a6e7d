"""A change in the studio as she sees it: Chromium on loopback, from the event that her hand makes to the
swapped picture, the network and the browser's own work included."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bench.measuring import Row, median, percentile

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable")
TEMPLATES = ("sheath-dress", "fit-and-flare-dress", "bow-blouse")
AIM_P95 = 100.0
BODY_CM = {"height": "168", "bust_girth": "92", "waist_girth": "74", "hip_girth": "100"}
# Chooses one thing after the other: each choice of each option, each slider by two steps, a few fabrics.
# Gives of each, in ms, how long after the event of the hand the picture was swapped, and painted. The next
# comes before her hands would be at rest, when the choices' small pictures follow and take their turn.
CHOOSE = """async () => {
    const form = document.getElementById('design'), took = [];
    let began = 0, shown = () => {};
    for (const name of ['change', 'slide'])
        form.addEventListener(name, event => { began = event.timeStamp; }, true);
    form.addEventListener('htmx:afterSwap', event => {
        if (event.detail.requestConfig?.elt !== form) return;
        const swapped = performance.now() - began;
        requestAnimationFrame(() => setTimeout(() => shown([swapped, performance.now() - began])));
    });
    const all = selector => [...form.querySelectorAll(selector)];
    const sliders = all('.slider');
    const inputs = [
        ...all('[data-option] :is([type=radio], [type=checkbox])'), ...sliders, ...sliders,
        ...all('[name=fabric-slug]').slice(1, 6),
    ];
    for (const input of inputs) {
        if (!input.checkVisibility() || input.disabled) continue;
        if (input.type === 'radio' && input.checked) continue;
        const done = new Promise(resolve => { shown = resolve; });
        if (input.type === 'range') {
            input.stepUp();
            input.dispatchEvent(new Event('input', {bubbles: true}));
        } else input.click();
        took.push(await done);
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    return took;
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


def _changes(page: Page, slug: str) -> list[tuple[float, float]]:
    page.goto(f"/studio/{slug}/")
    page.wait_for_load_state("networkidle")
    return [(swapped, painted) for swapped, painted in page.evaluate(CHOOSE)]
