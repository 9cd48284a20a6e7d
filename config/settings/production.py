"""What a label serves its store with: everything that differs comes from the environment.

| variable | what |
| --- | --- |
| SECRET_KEY | 50 or more random characters; signed links and sessions rest on it |
| TOILE_DATA_KEYS | what measurements are sealed under, the newest first, with commas between; one is |
| | made by `openssl rand -base64 32 | tr +/ -_`. Keep it apart from the database's copies: |
| | without it they say nothing, to you either. `manage.py rotate_keys` brings in a new one |
| DATABASE | `sqlite:////folder/toile.sqlite3`, or `postgres://user:password@host:5432/name` |
| | (and psycopg installed beside the locked packages) |
| PAYMENT_PROVIDER | `stripe`, or `till` for a store in which no money moves |
| STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET | with `stripe` |
| ALLOWED_HOSTS | the store's host names, with commas between |
| SITE_URL | the store's address, with https:// |
| EMAIL_HOST | the mail server (TLS), without which mail goes to files; with it EMAIL_PORT, |
| | EMAIL_HOST_USER and EMAIL_HOST_PASSWORD, if they are needed |
| DEFAULT_FROM_EMAIL | who the store's mail is from |
| TRUSTED_PROXIES | how many proxies stand before the store, each adding to X-Forwarded-For: 1 |
| | if not given; the limits on signing in count by the address that they tell |
| TOILE_VAR | the folder for documents, pictures and mail in files |
"""

import base64
import os
from importlib.util import find_spec
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import (
    CONTENT_SECURITY_POLICY,
    DATABASES,
    DEFAULT_FROM_EMAIL,
    EMAIL_BACKEND,
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
)
from .payment import allow_stripe

_missing: list[str] = []


def _given(name: str, meaning: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        _missing.append(f"{name} is not set: {meaning}.")
    return value


DEBUG = False
SECRET_KEY = _given("SECRET_KEY", "give it 50 or more random characters, and keep them")
DATA_KEYS = [
    key.strip()
    for key in _given(
        "TOILE_DATA_KEYS",
        "give the keys that measurements are sealed under, the newest first, with commas between; "
        "openssl rand -base64 32 | tr +/ -_ makes one",
    ).split(",")
    if key.strip()
]
for _place, _key in enumerate(DATA_KEYS, start=1):
    try:
        _whole = len(base64.b64decode(_key, altchars=b"-_", validate=True)) == 32
    except ValueError:
        _whole = False
    if not _whole:
        _missing.append(f"TOILE_DATA_KEYS: key {_place} is not 32 bytes in base64 with - and _.")
ALLOWED_HOSTS = [
    host.strip()
    for host in _given("ALLOWED_HOSTS", "name the store's hosts, with commas between").split(",")
    if host.strip()
]
SITE_URL = _given("SITE_URL", "give the store's address, such as https://toile.example").rstrip("/")
WAGTAILADMIN_BASE_URL = SITE_URL
if SITE_URL and not SITE_URL.startswith("https://"):
    _missing.append(f"SITE_URL is {SITE_URL}: it must begin with https://.")

# --- The till: asked for by name, so that no store takes orders for which nobody pays ----------
PAYMENT_PROVIDER = _given("PAYMENT_PROVIDER", "name the till: stripe, or till (no money moves)")
if PAYMENT_PROVIDER == "stripe":
    allow_stripe(CONTENT_SECURITY_POLICY)
    for _name, _value in (
        ("STRIPE_SECRET_KEY", STRIPE_SECRET_KEY),
        ("STRIPE_WEBHOOK_SECRET", STRIPE_WEBHOOK_SECRET),
    ):
        if not _value:
            _missing.append(f"{_name} is not set: PAYMENT_PROVIDER=stripe needs it.")
elif PAYMENT_PROVIDER not in ("", "till"):
    _missing.append(f"PAYMENT_PROVIDER is {PAYMENT_PROVIDER}: there are stripe and till.")

# --- The database -------------------------------------------------------------------------------
_database = urlsplit(_given("DATABASE", "such as sqlite:////srv/toile/toile.sqlite3"))
if _database.scheme == "sqlite":
    DATABASES["default"]["NAME"] = unquote(_database.path.removeprefix("/"))
elif _database.scheme in ("postgres", "postgresql"):
    try:
        _database_port = str(_database.port or "")
    except ValueError:
        _database_port = ""
        _missing.append("DATABASE names a port that is no number up to 65535, such as 5432.")
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(_database.path.removeprefix("/")),
        "USER": unquote(_database.username or ""),
        "PASSWORD": unquote(_database.password or ""),
        "HOST": _database.hostname or "",
        "PORT": _database_port,
        "CONN_MAX_AGE": 60,
    }
    if find_spec("psycopg") is None:
        _missing.append("DATABASE is PostgreSQL, which wants psycopg: uv pip install psycopg.")
elif _database.geturl():
    _missing.append("DATABASE begins neither with sqlite:// nor with postgres://.")

# --- Mail ---------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", DEFAULT_FROM_EMAIL)
if EMAIL_HOST := os.environ.get("EMAIL_HOST", ""):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    _port = os.environ.get("EMAIL_PORT", "587")
    EMAIL_PORT = int(_port) if _port.isdecimal() else 0
    if not EMAIL_PORT:
        _missing.append(f"EMAIL_PORT is {_port}: it must be a number, such as 587.")
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = True

# --- Accounts -----------------------------------------------------------------------------------
_proxies = os.environ.get("TRUSTED_PROXIES", "1")
ALLAUTH_TRUSTED_PROXY_COUNT = int(_proxies) if _proxies.isdecimal() else 0
if not _proxies.isdecimal():
    _missing.append(f"TRUSTED_PROXIES is {_proxies}: it must be a number, such as 1.")

# --- Safety -------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True

if _missing:
    raise ImproperlyConfigured("Toile does not start. " + " ".join(_missing))
