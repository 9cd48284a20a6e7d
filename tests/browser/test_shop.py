"""The shop in a real browser: filters by mouse and keyboard, with scripts and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .test_served import OpenPage


def open_filters(page: Page) -> None:
    """On a phone they stand behind one line."""
    summary = page.get_by_text("Search, filter and sort")
    if summary.is_visible():
        summary.click()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_filter_narrows_at_once_and_the_address_keeps_it(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width)
    page.goto("/catalogue/")
    everything = page.locator("#shelf .card").count()
    open_filters(page)
    page.get_by_role("checkbox", name=re.compile("^Skirts")).check()
    expect(page).to_have_url(re.compile(r"/catalogue/\?kind=skirt$"))
    expect(page.locator("#shelf .card .eyebrow").first).to_have_text("Skirts")
    few = page.locator("#shelf .card").count()
    assert 0 < few < everything
    expect(page.locator("#found")).to_contain_text(f"{few} garments")
    page.reload()
    assert page.locator("#shelf .card").count() == few
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator("#shelf .card")).to_have_count(everything)


def test_the_focus_stays_where_she_filters_and_back_undoes(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/catalogue/")
    page.locator("#kind-dress").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?kind=dress$"))
    expect(page.locator("#kind-dress")).to_be_focused()
    expect(page.locator("#kind-dress")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?kind=dress&kind=top$"))
    page.go_back()
    expect(page.locator("#kind-top")).not_to_be_checked()
    expect(page.locator("#kind-dress")).to_be_checked()


@pytest.mark.parametrize("width", [360, 1440])
def test_with_scripts_off_the_filters_are_a_plain_form(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width, scripts=False)
    page.goto("/catalogue/")
    open_filters(page)
    page.get_by_role("checkbox", name=re.compile("^Dresses")).check()
    page.get_by_label("To", exact=True).fill("280")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name=re.compile(r"^\d garments$"))).to_be_visible()
    assert set(page.locator("#shelf .card .eyebrow").all_inner_texts()) == {"Dresses"}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_search_at_the_top_of_any_page_leads_to_the_shelf(
    open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(width=360, scripts=scripts)
    page.goto("/our-story/")
    page.locator(".seek summary").click()
    page.get_by_label("Search the shop").fill("qipao")
    page.get_by_label("Search the shop").press("Enter")
    expect(page.get_by_role("link", name="Qipao", exact=True)).to_be_visible()


def test_from_the_front_to_the_studio_in_two_clicks(open_page: OpenPage) -> None:
    page = open_page(width=360)
    page.goto("/")
    page.locator("#garments").locator("xpath=ancestor::section").get_by_role(
        "link", name="Sheath dress"
    ).click()
    page.get_by_role("link", name="Design yours").click()
    expect(page).to_have_url(re.compile("/studio/sheath-dress/"))


@pytest.mark.parametrize("width", [360, 768])
def test_a_thumb_hits_whatever_can_be_pressed(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width)
    for path in ("/", "/catalogue/", "/catalogue/sheath-dress/"):
        page.goto(path)
        open_filters(page) if path == "/catalogue/" else None
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                'main .button, main summary, .facet li label, .facet .field input, .chip, .masthead a, ' +
                '.masthead summary, .cloths a'
            )].filter(one => one.offsetParent && (one.getBoundingClientRect().height < 44))
            .map(one => one.outerHTML.slice(0, 80))"""
        )
        assert not small, (path, small)
