"""Every page of the account on a phone and on a desk: nothing scrolls sideways, axe finds nothing, and
whoever sets a factor up gets in with it, and a letter about it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

from playwright.sync_api import Page, expect

from tests.accounts.test_second_factor import code_now

from .conftest import Store
from .looking import fits
from .test_passkeys import give_authenticator
from .test_served import OpenPage
from .test_ways import FOUR, PASSWORD, fill, sign_up

SECURITY = "/accounts/security/"


def look_at(page: Page, *paths: str) -> None:
    for path in paths:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        fits(page)


def send(page: Page) -> None:
    page.get_by_role("main").locator("form:not(.account-menu form) button.button").first.click()
    page.wait_for_load_state()


def prove(page: Page) -> None:
    """Give the password where it is asked for once more."""
    if "reauthenticate" in page.url:
        fits(page)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Go on").click()


def letters(store: Store, email: str) -> list[str]:
    """What the store has written to that address."""
    files = sorted((store.folder / "mail").iterdir())
    sent = re.split("^-{79}$", "\n".join(path.read_text() for path in files), flags=re.MULTILINE)
    return [letter for letter in sent if f"To: {email}" in letter]


def confirm_address(page: Page, store: Store, email: str) -> None:
    """Open the link in the letter that came when she made her account."""
    [letter] = letters(store, email)
    link = re.search(r"https?://[^/\s]+(/accounts/confirm-email/\S+)", letter)
    assert link
    page.goto(link[1])
    fits(page)
    page.get_by_role("button", name="Yes, it is mine").click()


def test_the_pages_of_who_is_not_signed_in(open_page: OpenPage) -> None:
    page = open_page(width=360)
    account = "/accounts/"
    look_at(page, account + "login/", account + "signup/", account + "password/reset/")
    send(page)  # with nothing in it
    fits(page)
    look_at(page, account + "password/reset/done/", account + "login/code/")
    look_at(page, account + "login/link/ABCD-EFGH/", account + "inactive/")
    page.goto(account + "login/")
    page.get_by_label("E-mail").fill("nobody@example.com")
    page.get_by_label("Password").fill("a guess")
    send(page)
    expect(page.get_by_text("That address or that password is not correct.")).to_be_visible()
    fits(page)
    page.goto(account + "login/code/")
    page.get_by_label("E-mail").fill("nobody@example.com")
    send(page)
    expect(page.get_by_role("heading", name="Look in your mail")).to_be_visible()
    fits(page)


def test_the_pages_of_her_account(open_page: OpenPage) -> None:
    page = open_page(width=360)
    sign_up(page)
    page.goto("/measurements/quick/")
    fill(page, FOUR)
    page.get_by_role("button", name="Keep these").click()
    page.get_by_role("link", name="Details of Me").click()
    page.get_by_label("Shoulder, the lower one", exact=True).select_option("Left")
    page.get_by_label("Shoulder, the lower one, by how much").fill("1.2")
    page.get_by_label("Rounded back").check()
    page.get_by_label("A note to the tailor").fill("Spare the scar. " * 30)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("Me is kept.")).to_be_visible()
    fits(page)
    look_at(page, "/accounts/email/", "/accounts/password/change/", SECURITY, "/accounts/logout/")
    look_at(page, "/account/orders/", "/account/data/", "/account/data/delete/")
    page.get_by_label("Password").fill("a guess")
    page.get_by_role("button", name="Delete it for good").click()
    expect(page.get_by_text("That is not your password.")).to_be_visible()
    fits(page)


def test_factors_are_set_up_used_and_taken_away(open_page: OpenPage, store: Store) -> None:
    page = open_page(width=360)
    give_authenticator(page)
    email = sign_up(page)
    page.goto(SECURITY + "totp/activate/")
    expect(page.get_by_text("Please confirm your e-mail address first")).to_be_visible()
    confirm_address(page, store, email)
    page.goto(SECURITY + "totp/activate/")
    prove(page)
    fits(page)
    secret = page.locator("code.secret").inner_text().strip()
    page.get_by_label("The code that the app shows now").fill("000000")
    page.get_by_role("button", name="Set it up").click()
    fits(page)
    page.get_by_label("The code that the app shows now").fill(code_now(secret))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    fits(page)
    recovery = page.locator(".recovery-codes li").first.inner_text()

    page.goto(SECURITY + "webauthn/add/")
    fits(page)
    page.get_by_label("What you call it").fill("My telephone")
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url(lambda address: not address.endswith("/add/"))
    look_at(page, SECURITY, SECURITY + "webauthn/", SECURITY + "recovery-codes/generate/")
    look_at(page, SECURITY + "totp/deactivate/")
    page.goto(SECURITY + "webauthn/")
    for name in ("Rename", "Remove"):
        page.get_by_role("link", name=f"{name} My telephone").click()
        fits(page)
        page.go_back()

    page.context.clear_cookies()
    page.goto(f"/accounts/login/?next={SECURITY}webauthn/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="One thing more")).to_be_visible()
    fits(page)
    page.get_by_label("Code from your app, or a recovery code").fill(recovery)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Remove My telephone").click()
    for another in ("a passkey", "a code"):
        page.get_by_role("link", name=f"Use {another} instead").click()
        expect(page.get_by_role("link", name="Use your password instead")).to_be_visible()
        fits(page)
        page.go_back()
    prove(page)
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("There are none yet.")).to_be_visible()
    said = "\n".join(letters(store, email))
    for subject in ("An app with codes was set up", "A passkey was added", "A passkey was removed"):
        assert f"Subject: {subject}" in said


def test_whoever_came_in_without_a_password_chooses_one(open_page: OpenPage, store: Store) -> None:
    page = open_page(width=360)
    email = sign_up(page)
    with closing(sqlite3.connect(store.folder / "toile.sqlite3")) as database, database:
        database.execute("UPDATE accounts_user SET password = '!' WHERE email = ?", [email])
    page.context.clear_cookies()
    page.goto("/accounts/login/code/")
    page.get_by_label("E-mail").fill(email)
    send(page)
    code = re.search("^[A-Z]{4}-[A-Z]{4}$", "\n".join(letters(store, email)), re.MULTILINE)
    assert code
    page.get_by_label("Code").fill(code[0])
    send(page)
    look_at(page, "/accounts/password/set/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose a password")
