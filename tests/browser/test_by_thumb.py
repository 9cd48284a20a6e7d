"""A whole design by thumb, from the front page to the till: taps alone, each on at least 44 px.

What is typed, a thumb types too, into a field that was tapped.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .looking import fits
from .test_served import OpenPage
from .test_studio import ONE_SIDE

THUMB = 44  # px, of the design system and of WCAG 2.5.5
HIT = """one => {
    const boxes = [one, ...(one.labels ?? [])].map(each => each.getBoundingClientRect());
    return [Math.max(...boxes.map(box => box.width)), Math.max(...boxes.map(box => box.height))];
}"""
# Words in a sentence may be as small as the sentence is; a field of a form may not.
PRESSED = "button, summary, select, input:not([type=hidden]), .button, a.tap"


def tap(target: Locator, at: tuple[float, float] = (0.5, 0.5)) -> None:
    """Tap what is seen, and can be hit; `at`: where, in shares of its breadth and height."""
    breadth, height = target.evaluate(HIT)
    assert breadth >= THUMB, (target, breadth)
    assert height >= THUMB, (target, height)
    box = target.bounding_box()
    assert box is not None
    target.tap(position={"x": at[0] * box["width"], "y": at[1] * box["height"]})


def tap_on(page: Page, target: Locator) -> None:
    """Tap what leads on to another page."""
    with page.expect_navigation():
        tap(target)


def write(page: Page, name: str, text: str) -> None:
    named = re.compile(f"^{name}")
    field = page.get_by_role("main").get_by_role("textbox", name=named).first
    tap(field)
    expect(field).to_be_focused()
    page.keyboard.type(text)


def too_small(page: Page) -> list[str]:
    return [
        f"{page.url.partition('?')[0]}: {one.evaluate('one => one.outerHTML.slice(0, 120)')}"
        for one in page.locator(f"main :is({PRESSED}):not(.visually-hidden)").all()
        if one.is_visible() and min(one.evaluate(HIT)) < THUMB - 0.5
    ]


@pytest.mark.parametrize("width", [360, 768])
def test_a_whole_design_by_thumb(open_page: OpenPage, width: int) -> None:
    page = open_page(width, height=740, touch=True)
    main = page.get_by_role("main")
    page.goto("/")
    tap_on(page, page.get_by_role("link", name="Studio").first)
    tap_on(page, main.get_by_role("link", name="Sheath dress").first)
    small = too_small(page)

    tap(pick(page, "neckline", "v"))
    expect(page.locator(".reckoning")).to_contain_text("Neckline: V-neck")
    words = page.locator("#words-length")
    before = words.inner_text()
    with page.expect_response("**/change/"):
        tap(page.locator(".slider[data-mirrors=option-length]"), at=(0.8, 0.5))
    expect(words).not_to_have_text(before)
    tap(page.locator("label.fabric").nth(3))
    cloth = page.locator("label.fabric .fabric-name").nth(3).inner_text()
    expect(page.locator("#said")).to_contain_text(f"Sheath dress in {cloth}")
    if width < ONE_SIDE:
        tap(page.locator(".segment", has_text="Back"))
        expect(page.locator(".picture").nth(0)).to_be_hidden()
    expect(page.locator(".picture").nth(1)).to_be_visible()
    tap(page.locator(".segment", has_text="Weave"))
    tap(page.locator("#undo"))
    expect(page.locator("#said")).not_to_contain_text(f"in {cloth}")
    tap(page.locator("#redo"))
    expect(page.locator("#said")).to_contain_text(f"in {cloth}")
    tap(page.locator("#reckoning"))
    expect(page.locator(".reckoning")).to_contain_text("of which")
    tap(page.locator("#reckoning"))
    fits(page)

    tap_on(page, main.get_by_role("button", name="Give your measurements"))
    small += too_small(page)
    for name, value in (("Height", "168"), ("Bust", "92"), ("Waist", "74"), ("Hip", "99")):
        write(page, name, value)
    tap_on(page, main.get_by_role("button", name="Keep and go on"))
    expect(page.locator("#stage")).to_contain_text("On your figure")
    expect(page.locator("[name=neckline][value=v]")).to_be_checked()

    tap_on(page, page.locator("#to-basket"))
    small += too_small(page)
    tap_on(page, main.get_by_role("button", name="To checkout"))
    small += too_small(page)
    for name, text in (
        ("E-mail", "thumb@example.com"),
        ("Name", "Anna Muster"),
        ("Street and number", "1 rue de la Paix"),
        ("Postcode", "75002"),
        ("Town or city", "Paris"),
    ):
        write(page, name, text)
    tap_on(page, main.get_by_role("button", name=re.compile("^Order and pay")))
    expect(page.get_by_text("No money moves here.")).to_be_visible()
    assert not small, "\n".join(small)


def pick(page: Page, option: str, value: str) -> Locator:
    return page.locator(f"label.pick:has([name={option}][value={value}])")
