"""Whenever a way into her account changes, she gets a letter: what, when, and what if it was not she."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User

from .test_second_factor import PASSWORD, SECRET, code_now, enrol, prove, sign_in

# A letter goes out once what it tells of is kept, so what is kept must be.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
NEW = "linen-and-wool-42"


@pytest.fixture
def hers(client: Client, customer: User) -> Client:
    """Her browser, signed in a moment ago."""
    EmailAddress.objects.create(user=customer, email=customer.email, verified=True, primary=True)
    sign_in(client, customer)
    prove(client)
    return client


def letters() -> list[tuple[str, list[str]]]:
    """Subjects and addresses of all that was sent, and no more of them is waited for."""
    found = [(letter.subject, letter.to) for letter in mail.outbox]
    mail.outbox.clear()
    return found


def test_a_new_password(hers: Client, customer: User) -> None:
    change = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    hers.post(reverse("account_change_password"), change)
    [letter] = mail.outbox
    assert (letter.subject, letter.to) == ("Your password was changed", [customer.email])
    assert f"http://testserver{reverse('account_reset_password')}" in letter.body
    assert f"http://testserver{reverse('mfa_index')}" in letter.body
    assert re.search(
        r"on \d+ \w+ \d{4} at \d\d:\d\d CES?T, from the network address 127", letter.body
    )
    assert NEW not in letter.body
    assert "&#" not in letter.body


def test_a_first_password(client: Client, customer: User) -> None:
    customer.set_unusable_password()
    customer.save()
    client.force_login(customer)
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    assert letters() == [("Your account has a password now", [customer.email])]


def test_a_password_chosen_by_letter(client: Client, customer: User) -> None:
    client.post(reverse("account_reset_password"), {"email": customer.email})
    link = re.search(r"https?://\S+", mail.outbox[0].body)
    assert link
    action = client.get(link[0], follow=True).redirect_chain[-1][0]
    client.post(action, {"password1": NEW, "password2": NEW})
    assert "Your password was changed" in [subject for subject, _ in letters()]


def test_an_app_set_up_and_given_up(hers: Client, customer: User) -> None:
    secret = hers.get(reverse("mfa_activate_totp")).context["form"].secret
    hers.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    assert letters() == [("An app with codes was set up", [customer.email])], "and shown its codes"
    hers.post(reverse("mfa_deactivate_totp"))
    assert letters() == [("The app with codes is no longer asked for", [customer.email])]


def test_a_passkey_removed(hers: Client, customer: User) -> None:
    TOTP.activate(customer, SECRET)
    kept = {"name": "My telephone", "credential": {}}
    key = Authenticator.objects.create(user=customer, type=Authenticator.Type.WEBAUTHN, data=kept)
    hers.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert letters() == [("A passkey was removed", [customer.email])]


def test_recovery_codes_made_anew_and_looked_at(hers: Client, customer: User) -> None:
    enrol(customer)
    hers.post(reverse("mfa_generate_recovery_codes"), follow=True)
    assert letters() == [("New recovery codes were made", [customer.email])], (
        "not of being shown them"
    )
    for page in ("mfa_view_recovery_codes", "mfa_download_recovery_codes"):
        assert hers.get(reverse(page)).status_code == 200
    [letter] = mail.outbox
    assert (letter.subject, letter.to) == ("Your recovery codes were looked at", [customer.email])
    shown = hers.get(reverse("mfa_view_recovery_codes")).content.decode()
    codes = re.findall(r"<li>(\d{8})</li>", shown)
    assert len(codes) == 10
    assert not [code for code in codes if code in letter.body]


def test_who_is_not_let_in_to_the_codes_has_not_looked(client: Client, customer: User) -> None:
    enrol(customer)
    Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().mark_as_viewed()
    client.force_login(customer)
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 302
    assert Client().get(reverse("mfa_view_recovery_codes")).status_code in (302, 404)
    assert not mail.outbox


def test_an_address_that_nobody_has_shown_to_be_hers_is_not_written_to(
    client: Client, customer: User
) -> None:
    EmailAddress.objects.create(user=customer, email=customer.email, verified=False, primary=True)
    sign_in(client, customer)
    second = EmailAddress.objects.create(user=customer, email="second@example.com")
    client.post(reverse("account_confirm_email", args=[EmailConfirmationHMAC(second).key]))
    second.refresh_from_db()
    assert second.verified
    assert letters() == []


def test_the_letter_that_confirms_an_address_leads_on_to_where_she_was(
    client: Client, db: None
) -> None:
    passwords = {"password1": NEW, "password2": NEW}
    there = {"email": "onward@example.com", "next": "/measurements/", **passwords}
    client.post(reverse("account_signup"), there)
    link = re.search(r"https?://\S+", mail.outbox[0].body)
    assert link
    page = client.get(link[0]).content.decode()
    assert 'name="next" value="/measurements/"' in page
    answer = client.post(link[0].partition("?")[0], {"next": "/measurements/"})
    assert answer.headers["Location"] == "/measurements/"


def test_an_address_added_made_the_first_and_removed(hers: Client, customer: User) -> None:
    old, new = customer.email, "second@example.com"
    hers.post(reverse("account_email"), {"action_add": "", "email": new})
    [asking] = mail.outbox
    assert asking.to == [new]
    mail.outbox.clear()
    link = re.search(r"https?://\S+", asking.body)
    assert link
    hers.post(link[0])
    assert letters() == [("An address was added to your account", [old])]
    hers.post(reverse("account_email"), {"action_primary": "", "email": new})
    [changed] = mail.outbox
    assert changed.to == [old], "the one who would miss it"
    assert "Answer this letter at once" in changed.body
    mail.outbox.clear()
    hers.post(reverse("account_email"), {"action_remove": "", "email": old})
    assert letters() == [("An address was taken from your account", [new])]


def test_confirming_her_first_address_is_no_change(client: Client) -> None:
    client.post(reverse("account_signup"), {"email": "new@example.com", "password1": NEW})
    [asking] = mail.outbox
    link = re.search(r"https?://\S+", asking.body)
    assert link
    client.post(link[0])
    assert EmailAddress.objects.get().verified
    assert len(mail.outbox) == 1
