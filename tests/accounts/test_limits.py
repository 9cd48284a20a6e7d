"""Who tries too often is slowed, told so, and comes in again."""

from __future__ import annotations

import multiprocessing
import re
import time
from pathlib import Path
from typing import Any

import pytest
from allauth.core.internal import ratelimit
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connections
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User

from .test_second_factor import PASSWORD, SECRET, ask_for_link, code_now, is_in

pytestmark = pytest.mark.django_db


def attempt(client: Client, user: User, password: str = "not this one") -> Any:
    return client.post(reverse("account_login"), {"login": user.email, "password": password})


@pytest.fixture
def shut_out(client: Client, customer: User) -> Any:
    """The page after ten wrong passwords."""
    return [attempt(client, customer) for _ in range(10)][-1]


def test_ten_wrong_passwords_are_slowed_and_said(shut_out: Any, customer: User) -> None:
    assert shut_out.status_code == 429
    assert 0 < int(shut_out.headers["Retry-After"]) <= 300
    shown = shut_out.content.decode()
    assert "too many tries" in shown
    assert "try again in 5 minutes" in shown
    assert "Send me a link" in shown
    assert "Choose a new password" in shown
    assert shown.count(f'value="{customer.email}"') == 2  # to sign in, and to be sent a letter


def test_the_first_five_are_only_wrong(client: Client, customer: User) -> None:
    for _ in range(5):
        page = attempt(client, customer)
        assert page.status_code == 200
        assert "not correct" in page.content.decode()
    assert attempt(client, customer).status_code == 429


@pytest.mark.usefixtures("shut_out")
def test_the_right_one_must_wait_too(client: Client, customer: User) -> None:
    assert attempt(client, customer, PASSWORD).status_code == 429
    assert not is_in(client)


@pytest.mark.usefixtures("shut_out")
def test_after_the_time_she_comes_in(
    client: Client, customer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert attempt(client, customer, PASSWORD).status_code == 302
    assert is_in(client)


@pytest.mark.usefixtures("shut_out")
def test_after_a_new_password_she_comes_in_at_once(client: Client, customer: User) -> None:
    client.post(reverse("account_reset_password"), {"email": customer.email})
    link = re.search(r"https?://\S+", mail.outbox[-1].body)
    assert link
    path = client.get(link[0], follow=True).redirect_chain[-1][0]
    client.post(path, {"password1": "wool-and-linen-42", "password2": "wool-and-linen-42"})
    assert attempt(client, customer, "wool-and-linen-42").status_code == 302
    assert is_in(client)


@pytest.mark.usefixtures("shut_out")
def test_a_link_by_mail_lets_her_in_meanwhile(client: Client, customer: User) -> None:
    _, code = ask_for_link(client, customer)
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert is_in(client)


@pytest.mark.usefixtures("shut_out")
def test_others_elsewhere_are_not_slowed(tailor: User) -> None:
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert attempt(elsewhere, tailor, PASSWORD).status_code == 302


def test_one_address_is_slowed_whomever_it_tries(client: Client, customer: User) -> None:
    for number in range(10):
        form = {"login": f"woman{number}@example.com", "password": "a guess"}
        assert client.post(reverse("account_login"), form).status_code == 200
    page = attempt(client, customer)
    assert page.status_code == 429
    assert "try again in a minute" in page.content.decode()


def test_too_many_logins_at_all(client: Client, customer: User) -> None:
    for _ in range(30):
        page = attempt(client, customer)
    page = attempt(client, customer)
    assert page.status_code == 429
    shown = page.content.decode()
    assert "A moment, please" in shown
    assert f'value="{customer.email}"' in shown


def test_letters_with_a_new_password_are_few(client: Client, customer: User) -> None:
    form = {"email": customer.email}
    for _ in range(5):
        assert client.post(reverse("account_reset_password"), form).status_code == 302
    page = client.post(reverse("account_reset_password"), form)
    assert page.status_code == 429
    assert "try again in 15 minutes" in page.content.decode()
    assert f'value="{customer.email}"' in page.content.decode()
    assert len(mail.outbox) == 5


def test_letters_with_a_link_are_few(client: Client, customer: User) -> None:
    form = {"email": customer.email}
    for _ in range(5):
        assert Client().post(reverse("account_request_login_code"), form).status_code == 302
    page = client.post(reverse("account_request_login_code"), form)
    assert page.status_code == 429
    assert "try again in 15 minutes" in page.content.decode()
    assert f'value="{customer.email}"' in page.content.decode()
    assert len(mail.outbox) == 5


def test_wrong_codes_are_slowed_too(client: Client, customer: User) -> None:
    TOTP.activate(customer, SECRET)
    attempt(client, customer, PASSWORD)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    page = client.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert page.status_code == 429
    assert "try again in 5 minutes" in page.content.decode()
    assert not is_in(client)


def test_proving_oneself_is_slowed(client: Client, customer: User) -> None:
    client.force_login(customer)
    for _ in range(5):
        client.post(reverse("account_reauthenticate"), {"password": "a guess"})
    page = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert page.status_code == 429
    for _ in range(5):
        page = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert page.status_code == 429


def test_new_accounts_are_slowed(client: Client) -> None:
    for number in range(20):
        client.post(reverse("account_signup"), {"email": f"n{number}", "password1": "x"})
    page = client.post(reverse("account_signup"), {"email": "n@example.com", "password1": "x"})
    assert page.status_code == 429


@pytest.mark.usefixtures("shut_out")
def test_another_client_of_the_cache_counts_on(customer: User, rf: Any) -> None:
    """As another worker's would: one that shares nothing with ours but the table."""
    request = rf.post("/")
    [rate] = [
        r
        for r in ratelimit.get_rates(app="allauth.account", action="login_failed")
        if r.per == "key"
    ]
    key = ratelimit.get_cache_key(
        request,
        app="allauth.account",
        action="login_failed",
        rate=rate,
        key=f"testserver:{customer.email}",
    )
    others = DatabaseCache("cache", {})
    assert others is not caches["default"]
    assert len(others.get(key)) == 5
    assert not others.add(key, []), "and adding is refused where there is one"


def take_tries(path: str) -> None:
    """Try ten times, and leave in a file at `path` how many were let through."""
    request = RequestFactory().post("/")
    app, action = "allauth.account", "login_failed"
    taken = [ratelimit.consume(request, app=app, action=action, key="shared") for _ in range(10)]
    Path(path).write_text(str(sum(usage is not None for usage in taken)))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_processes_share_one_count(tmp_path: Path) -> None:
    """Two at once take five tries between them, not five each."""
    connections.close_all()  # none may be carried into another process
    files = [tmp_path / "one", tmp_path / "other"]
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=take_tries, args=(str(path),)) for path in files]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert sum(int(path.read_text()) for path in files) == 5
