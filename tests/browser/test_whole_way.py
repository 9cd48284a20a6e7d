"""The whole way in a browser: a dress for one body, from the home page to the spec sheet."""

from __future__ import annotations

import io
import re
import urllib.request

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from .conftest import Store
from .test_served import OpenPage, sign_in
from .test_ways import SIZES

BUST = 36.5 * 25.4  # mm, as entered below in inches
EASE = 70.0  # of the regular fit, trade_facts §2
ROUNDING = 1.0  # mm: the sheet tells whole ones


@SIZES
def test_from_the_home_page_to_the_spec_sheet(
    open_page: OpenPage, store: Store, width: int, scripts: bool
) -> None:
    page = open_page(width=width, scripts=scripts)
    design(page, scripts=scripts)
    measure(page)
    order(page)
    number = pay(page)
    follow(page, number)
    tailor = open_page(width=width, scripts=scripts)
    sign_in(tailor, store, "tailor@toile.example", "/bench/")
    text = spec_sheet(tailor, number)
    assert number in text
    assert finished_bust(text) == pytest.approx(BUST + EASE, abs=ROUNDING)


def design(page: Page, *, scripts: bool) -> None:
    """A V 120 mm deep: seen at once, or with scripts off at the press of a button."""
    page.goto("/")
    page.get_by_role("link", name="Studio").first.click()
    page.get_by_role("main").get_by_role("link", name="Sheath dress").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sheath dress")
    before = page.locator("#stage svg").first.inner_html()
    page.locator("input[name=neckline][value=v]").check(force=True)
    page.locator("input[name=neck_depth]").fill("12")
    if scripts:
        with page.expect_response(
            lambda answer: "neck_depth=12" in (answer.request.post_data or "")
        ):
            page.locator("input[name=neck_depth]").press("Tab")
    else:
        page.get_by_role("button", name="Update").click()
    page.wait_for_url("**/studio/d/**")
    expect(page.locator("#stage svg").first).to_be_visible()
    page.reload()  # the address keeps it
    assert page.locator("#stage svg").first.inner_html() != before
    expect(page.locator("input[name=neck_depth]")).to_have_value("12")


def measure(page: Page) -> None:
    page.get_by_role("button", name="Give your measurements").click()
    page.wait_for_url("**/measurements/**")
    page.get_by_role("button", name=re.compile("inches")).click()
    expect(page.locator("input[name=unit]")).to_have_value("in")
    for label, value in (
        ("Height", "5'6\""),
        ("Bust", "36.5"),
        ("Waist", "29 1/2"),
        ("Hip", "39,25"),
    ):
        page.get_by_role("textbox", name=re.compile(f"^{label}")).first.fill(value)
    page.get_by_role("button", name="Keep and go on").click()
    page.wait_for_url("**/studio/d/**")
    expect(page.locator("#stage")).to_contain_text("On your figure")


def order(page: Page) -> None:
    page.get_by_role("button", name="Put in basket").click()
    page.get_by_role("button", name="To checkout").click()
    for label, value in (
        ("E-mail", "anna@example.com"),
        ("Name", "Anna Łucja Muster"),
        ("Street and number", "1 rue de la Paix"),
        ("Postcode", "75002"),
        ("Town or city", "Paris"),
    ):
        page.get_by_role("main").get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name=re.compile("^Order and pay")).click()


def pay(page: Page) -> str:
    expect(page.get_by_text("No money moves here.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Pay")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you, Anna")
    return page.locator(".eyebrow").first.inner_text().split()[-1]


def follow(page: Page, number: str) -> None:
    page.get_by_role("link", name="Follow your order").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(number)
    expect(page.locator("[aria-current=step]")).to_contain_text("Paid")


def spec_sheet(page: Page, number: str) -> str:
    """The text of the order's spec sheet, as the tailor gets it from the bench."""
    page.get_by_label("Order or garment").fill(number)
    page.get_by_role("button", name="Show").click()
    row = page.get_by_role("listitem").filter(has_text=number)
    sheet = row.get_by_role("link", name="Spec sheet")
    for _ in range(60):  # the worker looks each second
        if sheet.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    pages = PdfReader(io.BytesIO(download(page, sheet.get_attribute("href") or ""))).pages
    return "\n".join(each.extract_text() for each in pages)


def download(page: Page, path: str) -> bytes:
    """What her browser would save of that address, by its cookies."""
    # By number: a bare system has no name for itself but the browser's own.
    site = "/".join(page.url.split("/")[:3]).replace("localhost", "127.0.0.1")
    cookies = "; ".join(f"{kept['name']}={kept['value']}" for kept in page.context.cookies())
    request = urllib.request.Request(site + path, headers={"Cookie": cookies})
    with urllib.request.urlopen(request, timeout=30) as response:
        assert response.headers["Content-Type"] == "application/pdf"
        return bytes(response.read())


def finished_bust(text: str) -> float:
    """The finished bust in mm that the sheet asks the tailor to check: body, ease, finished."""
    found = re.search(r"\bBust\n\D*?(\d+)\n([+-]\d+)\n(\d+)", text)
    assert found, text
    return float(found[3])
