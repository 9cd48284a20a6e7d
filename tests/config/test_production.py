"""Production takes what matters from the environment, and says in words what it lacks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
COMPLETE = {
    "SECRET_KEY": "k3Yx" * 16,
    "TOILE_DATA_KEYS": "k3Yx" * 10 + "k3Y=",
    "DATABASE": "sqlite:////srv/toile/toile.sqlite3",
    "PAYMENT_PROVIDER": "till",
    "ALLOWED_HOSTS": "toile.example,www.toile.example",
    "SITE_URL": "https://toile.example",
}
SHOW = (
    "from django.conf import settings as s; "
    "print(s.DEBUG, s.ALLOWED_HOSTS, s.DATABASES['default']['NAME'], s.PAYMENT_PROVIDER, "
    "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0)"
)


def start(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with production settings and only these variables of ours."""
    ours = {*COMPLETE, "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings.production", **variables}
    environment["TOILE_VAR"] = str(folder)
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_takes_everything_from_the_environment(tmp_path: Path) -> None:
    done = start(tmp_path, "-c", SHOW, **COMPLETE)
    assert done.stdout.strip() == (
        "False ['toile.example', 'www.toile.example'] /srv/toile/toile.sqlite3 till True True True"
    ), done.stderr


@pytest.mark.parametrize("missing", list(COMPLETE))
def test_does_not_start_without(missing: str, tmp_path: Path) -> None:
    variables = {name: value for name, value in COMPLETE.items() if name != missing}
    done = start(tmp_path, "manage.py", "check", **variables)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Toile does not start. {missing} is not set: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"PAYMENT_PROVIDER": "stripe"}, "STRIPE_SECRET_KEY is not set"),
        ({"PAYMENT_PROVIDER": "free"}, "PAYMENT_PROVIDER is free"),
        ({"TOILE_DATA_KEYS": f"{'k3Yx' * 10}k3Y=, short"}, "TOILE_DATA_KEYS: key 2 is not"),
        ({"SITE_URL": "http://toile.example"}, "must begin with https://"),
        ({"DATABASE": "toile.sqlite3"}, "DATABASE begins neither"),
        ({"DATABASE": "postgres://toile:x@db:5432/toile"}, "psycopg"),
        ({"DATABASE": "postgres://toile:x@db:xx/toile"}, "DATABASE names a port"),
        ({"EMAIL_HOST": "mail", "EMAIL_PORT": "abc"}, "EMAIL_PORT is abc"),
    ],
)
def test_refuses_what_can_not_be_meant(changes: dict[str, str], words: str, tmp_path: Path) -> None:
    done = start(tmp_path, "manage.py", "check", **{**COMPLETE, **changes})
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_web_server_says_it_too(tmp_path: Path) -> None:
    serve = ("-m", "gunicorn", "config.wsgi", "--bind=127.0.0.1:0", "--log-level=critical")
    done = start(tmp_path, *serve, "--no-control-socket")
    assert done.returncode == 3, "it ends, and does not try again for ever"
    assert done.stderr.startswith("Toile does not start. SECRET_KEY is not set")


def test_forms_may_lead_to_stripe_only_where_it_is_the_till(tmp_path: Path) -> None:
    show = "from django.conf import settings as s; print(s.CONTENT_SECURITY_POLICY)"
    stripe = {"STRIPE_SECRET_KEY": "sk_test_x", "STRIPE_WEBHOOK_SECRET": "whsec_x"}
    till = start(tmp_path, "-c", show, **COMPLETE)
    paid = start(tmp_path, "-c", show, **{**COMPLETE, **stripe, "PAYMENT_PROVIDER": "stripe"})
    assert "stripe.com" not in till.stdout
    assert "checkout.stripe.com" in paid.stdout
