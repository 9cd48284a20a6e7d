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
MADE_OF = """() => {
    const kind = one => one && `${one.tagName} ${one.className} ${one.getAttributeNames()}`;
    const all = [...document.querySelectorAll('*:not(svg *)')];
    return [...new Set(all.map(one => `${kind(one.parentElement)} > ${kind(one)}`))];
}"""
_seen: set[str] = set()


def fits(page: Page, scripts: bool = True, again: bool = False) -> None:
    """Nothing scrolls sideways at any breadth, and axe, which is a script itself, finds nothing.

    Axe takes a second or two, so what is made of nothing but elements that it saw already, each within
    the same as before, is looked at by it only if that is said: `again`.
    """
    page.wait_for_load_state()
    was = page.viewport_size or {"width": DESK, "height": 900}
    made_of = set(page.evaluate(MADE_OF))
    look = scripts and (again or not made_of <= _seen)
    found: list[str] = []
    if look:
        _seen.update(made_of)
        page.evaluate(AXE)
    for width in (PHONE, TABLET, DESK):
        page.set_viewport_size({"width": width, "height": was["height"]})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{page.url} at {width} px: it scrolls sideways")
        if look and width != TABLET:
            found += [f"{page.url} at {width} px: {one}" for one in page.evaluate(FAULTS)]
    page.set_viewport_size(was)
    assert not found, "\n".join(found)
