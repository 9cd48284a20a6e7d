"""What `make run` serves opens in a browser, for every role, without one complaint from it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import Store

OpenPage = Callable[..., Page]


def sign_in(page: Page, store: Store, email: str, path: str) -> None:
    """Ask for `path`, sign in where that leads, and arrive."""
    page.goto(path)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(store.logins[email])
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{path}")


def test_a_tailor_gets_to_the_bench(open_page: OpenPage, store: Store) -> None:
    page = open_page()
    sign_in(page, store, "tailor@toile.example", "/bench/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_merchandiser_gets_to_a_template(open_page: OpenPage, store: Store) -> None:
    page = open_page()
    sign_in(page, store, "merchandiser@toile.example", "/admin/")
    page.goto("/admin/snippets/patterns/patterntemplate/")
    page.get_by_role("link", name="Sheath dress").first.click()
    expect(page.locator("input[name=name]")).to_have_value("Sheath dress")
