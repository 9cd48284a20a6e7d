"""A page as it is looked at: whether it fits a telephone, a tablet and a desk, and what axe says of it."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

PHONE, TABLET, DESK = 360, 768, 1440
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
# All that it holds against a page, of WCAG 2.2's targets too, which it leaves out unless asked.
FAULTS = """async () => {
    const rules = {'target-size': {enabled: true}};
    const found = await axe.run(document, {rules, resultTypes: ['violations']});
    return found.violations.flatMap(
        one => one.nodes.map(node => `${one.id}: ${node.target} ${node.html.slice(0, 160)}`));
}"""
# The page as it stands: what is written, and what her hand changed since. No two have one token.
AS_IT_IS = """() => [
    document.documentElement.outerHTML.replace(
        /(nonce|csrfmiddlewaretoken" value|X-CSRFToken[^:]*:)="[^"]*"/g, ''),
    ...[...document.querySelectorAll('input:not([type=hidden]), select, textarea')].map(
        one => [one.value, one.checked, one.disabled]),
].join()"""
_clean: set[tuple[str, str]] = set()


def fits(page: Page, scripts: bool = True) -> None:
    """Nothing scrolls sideways at any breadth, and axe, which is a script itself, finds nothing.

    Axe takes a second or two, so the very same page in the very same state is not looked at by it again.
    """
    page.wait_for_load_state()
    was = page.viewport_size or {"width": DESK, "height": 900}
    state = (page.url, page.evaluate(AS_IT_IS))
    look = scripts and state not in _clean
    found: list[str] = []
    if look:
        page.evaluate(AXE)
    for width in (PHONE, TABLET, DESK):
        page.set_viewport_size({"width": width, "height": was["height"]})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{page.url} at {width} px: it scrolls sideways")
        if look and width != TABLET:
            found += [f"{page.url} at {width} px: {one}" for one in page.evaluate(FAULTS)]
    page.set_viewport_size(was)
    assert not found, "\n".join(found)
    if look:
        _clean.add(state)
