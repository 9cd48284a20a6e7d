"""Second factors: enrolled, shown at sign-in, and asked of staff before anything else."""

from __future__ import annotations

import re
import time
from urllib.parse import parse_qs, urlparse

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import User
from tests.config.test_doors import admin_paths

pytestmark = pytest.mark.django_db

PASSWORD = "a password for tests"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_in(client: Client, user: User) -> str:
    """Sign in with the password; where that leads."""
    response = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert response.status_code == 302, response.content.decode()
    return str(response.headers["Location"])


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def enrol(user: User) -> None:
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)


def prove(client: Client, password: str = PASSWORD) -> None:
    client.post(reverse("account_reauthenticate"), {"password": password})


# --- for everybody --------------------------------------------------------------------------------


def test_an_app_is_set_up_and_then_asked_for(client: Client, customer: User) -> None:
    sign_in(client, customer)
    response = client.get(reverse("mfa_activate_totp"))
    assert response.headers["Location"].startswith(reverse("account_reauthenticate"))
    prove(client)
    page = client.get(reverse("mfa_activate_totp"))
    shown = page.content.decode()
    assert 'src="data:image/svg+xml;base64,' in shown
    secret = page.context["form"].secret
    assert secret in shown
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "That is not the right one" in wrong.content.decode()
    assert secret in wrong.content.decode(), "the same picture, or she would scan it again"
    done = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    codes = re.findall(r"<li>(\d{8})</li>", done.content.decode())
    assert len(codes) == 10

    client.post(reverse("account_logout"))
    assert sign_in(client, customer) == reverse("mfa_authenticate")
    assert not is_in(client)
    assert "One thing more" in client.get(reverse("mfa_authenticate")).content.decode()
    client.post(reverse("mfa_authenticate"), {"code": "123"})
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert is_in(client)

    client.post(reverse("account_logout"))
    sign_in(client, customer)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert is_in(client), "a recovery code gets in"
    client.post(reverse("account_logout"))
    sign_in(client, customer)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert not is_in(client), "but once only"


def test_recovery_codes_are_shown_saved_and_made_anew(client: Client, customer: User) -> None:
    sign_in(client, customer)
    enrol(customer)
    prove(client)
    shown = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    codes = re.findall(r"<li>(\d{8})</li>", shown)
    saved = client.get(reverse("mfa_download_recovery_codes"))
    assert "attachment" in saved.headers["Content-Disposition"]
    assert all(code in saved.content.decode() for code in codes)
    assert (
        "10 that are not used"
        in client.get(reverse("mfa_generate_recovery_codes")).content.decode()
    )
    fresh = client.post(reverse("mfa_generate_recovery_codes"), follow=True).content.decode()
    assert not set(codes) & set(re.findall(r"<li>(\d{8})</li>", fresh))


def test_the_app_is_given_up_and_its_codes_with_it(client: Client, customer: User) -> None:
    sign_in(client, customer)
    enrol(customer)
    prove(client)
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=customer).exists()


def test_who_has_not_confirmed_her_address_is_told_so(client: Client) -> None:
    new = {"email": "new@example.com", "password1": "wool-and-linen-42"}
    client.post(reverse("account_signup"), new)
    shown = client.get(reverse("mfa_activate_totp"), follow=True).content.decode()
    assert "confirm your e-mail address first" in shown


def test_making_a_passkey_begins(client: Client, customer: User) -> None:
    sign_in(client, customer)
    prove(client)
    page = client.get(reverse("mfa_add_webauthn"))
    asked = page.context["js_data"]["creation_options"]["publicKey"]
    assert asked["rp"]["id"] == "testserver"
    assert asked["user"]["name"] == customer.email
    shown = page.content.decode()
    assert "/static/mfa/js/webauthn.js" in shown
    assert "<noscript>" in shown
    without = client.post(reverse("mfa_add_webauthn"), {"name": "mine"}).content.decode()
    assert "No passkey was made yet" in without


def test_signing_in_with_a_passkey_begins(client: Client) -> None:
    assert "Use a passkey" in client.get(reverse("account_login")).content.decode()
    begun = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert begun.json()["request_options"]["publicKey"]["userVerification"] == "required"
    without = client.post(reverse("mfa_login_webauthn"), {"credential": ""}, follow=True)
    assert "they need scripts" in without.content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "account_reauthenticate",
    ],
)
def test_pages_wear_the_shops_frame(client: Client, customer: User, name: str) -> None:
    sign_in(client, customer)
    prove(client)
    shown = client.get(reverse(name)).content.decode()
    assert "masthead" in shown
    assert "style=" not in shown
    assert "<script>" not in shown


# --- a link by mail -------------------------------------------------------------------------------


def ask_for_link(client: Client, user: User, **more: str) -> tuple[str, str]:
    """The path of the link in the letter, and its code."""
    page = client.post(reverse("account_request_login_code"), {"email": user.email, **more})
    assert page.status_code == 302
    letter = mail.outbox[-1]
    assert letter.subject == "Your way in to Toile"
    link = re.search(r"http://testserver(\S+)", letter.body)
    code = re.search(r"^[A-Z]{4}-[A-Z]{4}$", letter.body, re.MULTILINE)
    assert link
    assert code
    return link[1], code[0]


def test_the_link_fills_the_code_in(client: Client, customer: User) -> None:
    assert (
        reverse("account_request_login_code")
        in client.get(reverse("account_login")).content.decode()
    )
    path, code = ask_for_link(client, customer)
    page = client.get(path, follow=True)
    assert f'value="{code}"' in page.content.decode()
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert is_in(client)


def test_the_code_alone_will_do_and_a_wrong_one_will_not(client: Client, customer: User) -> None:
    _, code = ask_for_link(client, customer)
    wrong = client.post(reverse("account_confirm_login_code"), {"code": "BBBB-BBBB"})
    assert "That is not the code" in wrong.content.decode()
    client.post(reverse("account_confirm_login_code"), {"code": code.lower().replace("-", " ")})
    assert is_in(client)


def test_she_comes_where_she_was_going(client: Client, customer: User) -> None:
    path, code = ask_for_link(client, customer, next="/measurements/")
    page = client.get(path)
    query = parse_qs(urlparse(page.headers["Location"]).query)
    assert query == {"code": [code], "next": ["/measurements/"]}
    response = client.post(
        reverse("account_confirm_login_code"), {"code": code, "next": "/measurements/"}
    )
    assert response.headers["Location"] == "/measurements/"


def test_she_can_turn_to_another_way(client: Client, customer: User) -> None:
    ask_for_link(client, customer)
    assert client.get(reverse("account_login")).status_code == 302, "the code is waited for"
    client.post(reverse("account_logout"), {"next": reverse("account_login")})
    assert client.get(reverse("account_login")).status_code == 200


def test_the_link_opens_nothing_in_another_browser(client: Client, customer: User) -> None:
    path, code = ask_for_link(client, customer)
    other = Client()
    shown = other.get(path, follow=True).content.decode()
    assert "Sign in where you asked" in shown
    assert code in shown
    assert not is_in(other)


def test_an_unknown_address_gets_a_letter_and_no_code(client: Client) -> None:
    client.post(reverse("account_request_login_code"), {"email": "nobody@example.com"})
    assert "no account" in mail.outbox[-1].subject
    client.post(reverse("account_confirm_login_code"), {"code": ""})
    assert not is_in(client)


def test_a_link_does_not_stand_in_for_the_second_factor(client: Client, customer: User) -> None:
    enrol(customer)
    _, code = ask_for_link(client, customer)
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert is_in(client)


# --- staff ----------------------------------------------------------------------------------------


@pytest.fixture
def strict(settings: Settings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True


def bench_paths() -> set[str]:
    return {reverse("bench:list"), "/bench/1/", "/bench/1/move/", "/bench/1/ask-again/"}


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("trade", ["merchandiser", "tailor"])
def test_staff_reach_nothing_but_enrolment(trade: str, request: pytest.FixtureRequest) -> None:
    user = request.getfixturevalue(trade)
    client = Client()
    sign_in(client, user)
    wrong = []
    others = {"/", "/studio/", "/measurements/", "/basket/", "/account/orders/", "/checkout/"}
    for path in admin_paths() | bench_paths() | others | {reverse("account_change_password")}:
        for answer in (client.get(path), client.post(path)):
            if answer.status_code != 302 or answer.headers["Location"] != reverse("mfa_index"):
                wrong.append(f"{path}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    page = client.get("/bench/", follow=True).content.decode()
    assert "You work here, so a password alone is not enough" in page
    client.post(reverse("account_logout"))
    assert not is_in(client)


@pytest.mark.usefixtures("strict")
def test_once_enrolled_she_shows_it_and_is_in(merchandiser: User) -> None:
    client = Client()
    sign_in(client, merchandiser)
    prove(client)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    page = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    assert "shows a second factor at each sign-in" in page.content.decode()
    target = reverse("mfa_view_recovery_codes")
    assert page.redirect_chain[-1][0] == f"{reverse('mfa_reauthenticate')}?next=%2F" + (
        target.strip("/").replace("/", "%2F") + "%2F"
    )
    assert client.get("/admin/").status_code == 302
    shown = client.post(
        reverse("mfa_reauthenticate"), {"code": code_now(secret), "next": target}, follow=True
    ).content.decode()
    assert "On to merchandising" in shown
    assert client.get("/admin/").status_code == 200
    client.post(reverse("account_logout"))
    assert sign_in(client, merchandiser) == reverse("mfa_authenticate")
    assert client.get("/admin/").headers["Location"].startswith(reverse("account_login"))


@pytest.mark.usefixtures("strict")
def test_a_session_from_before_there_was_one_stays_shut(tailor: User) -> None:
    thief = Client()
    sign_in(thief, tailor)
    enrol(tailor)
    response = thief.get("/bench/")
    assert response.headers["Location"] == f"{reverse('mfa_reauthenticate')}?next=%2Fbench%2F"
    prove(thief)  # the password does not stand in for it
    assert thief.get("/bench/").status_code == 302
    assert thief.get(reverse("mfa_index")).status_code == 302
    thief.post(reverse("mfa_reauthenticate"), {"code": code_now(), "next": "/bench/"})
    assert thief.get("/bench/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_one_with_a_passkey_only_is_asked_for_that(tailor: User) -> None:
    client = Client()
    sign_in(client, tailor)
    Authenticator.objects.create(user=tailor, type=Authenticator.Type.WEBAUTHN, data={})
    path = client.get("/bench/").headers["Location"]
    assert path.startswith(reverse("mfa_reauthenticate_webauthn"))


@pytest.mark.usefixtures("strict")
def test_a_link_by_mail_opens_no_more_than_the_password(tailor: User) -> None:
    client = Client()
    _, code = ask_for_link(client, tailor)
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert is_in(client)
    assert client.get("/bench/").headers["Location"] == reverse("mfa_index")


@pytest.mark.usefixtures("strict")
def test_customers_and_guests_are_asked_for_none(client: Client, customer: User) -> None:
    assert client.get("/measurements/").status_code == 200
    sign_in(client, customer)
    assert client.get("/measurements/").status_code == 200
    assert client.get("/account/orders/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_one_made_staff_in_the_admin_is_asked_too(client: Client, customer: User) -> None:
    customer.is_staff = True
    customer.save()
    sign_in(client, customer)
    assert client.get("/measurements/").headers["Location"] == reverse("mfa_index")


def test_with_the_setting_off_a_password_will_do(merchandiser: User) -> None:
    client = Client()
    sign_in(client, merchandiser)
    page = client.get("/admin/")
    assert page.status_code == 200
    assert "asks its staff for no second factor" in page.content.decode()


@pytest.mark.usefixtures("strict")
def test_with_it_on_wagtail_does_not_say_otherwise(merchandiser: User) -> None:
    enrol(merchandiser)
    client = Client()
    sign_in(client, merchandiser)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    page = client.get("/admin/")
    assert page.status_code == 200
    assert "asks its staff for no second factor" not in page.content.decode()


@pytest.mark.parametrize(
    ("door", "target"),
    [
        ("/admin/login/", "account_login"),
        ("/_util/login/", "account_login"),
        ("/admin/password_reset/", "account_reset_password"),
    ],
)
def test_wagtails_doors_lead_to_the_one(client: Client, door: str, target: str) -> None:
    for response in (client.get(door), client.post(door, {"email": "x@example.com"})):
        assert response.headers["Location"] == reverse(target)


def test_wagtails_account_page_changes_no_password(merchandiser: User) -> None:
    client = Client()
    client.force_login(merchandiser)
    shown = client.get("/admin/account/").content.decode()
    assert "old_password" not in shown
    assert 'name="name_email-email"' not in shown
