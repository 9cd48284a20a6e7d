"""A passkey, made and used in a real browser, whose authenticator is a virtual one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import Store
from .test_served import sign_in

EMAIL = "customer@toile.example"


def give_authenticator(page: Page) -> None:
    """A device that vouches for her at once, and can keep passkeys."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_made_and_signs_her_in_alone(
    open_page: Callable[..., Page], store: Store
) -> None:
    page = open_page(width=360)
    give_authenticator(page)
    security = "/accounts/security/"
    sign_in(page, store, EMAIL, security)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(store.logins[EMAIL])
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("What you call it").fill("My telephone")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.get_by_role("navigation", name="Your account").get_by_text("Sign out").click()

    page.goto(f"/accounts/login/?next={security}")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"**{security}")
    expect(page.get_by_text("1 kept: My telephone.")).to_be_visible()

    # Left as it was found: other tests sign her in with her password alone.
    page.get_by_role("link", name="Rename or remove").click()
    page.get_by_role("link", name="Remove My telephone").click()
    page.get_by_label("Password").fill(store.logins[EMAIL])
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("There are none yet.")).to_be_visible()
