"""What `make run` serves: SQLite, the in-house till, secrets kept under var/."""

import base64
import os
import secrets

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import CONTENT_SECURITY_POLICY, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, VAR_DIR
from .payment import allow_stripe

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

# Whoever tries the demo has no telephone enrolled; `make run` and Wagtail's home page say so.
STAFF_NEED_SECOND_FACTOR = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers allow passkeys over http at localhost

# The in-house till, in which no money moves, unless Stripe's two secrets are given.
PAYMENT_PROVIDER = "till"
if STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET:
    if not (STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET):
        raise ImproperlyConfigured(
            "Stripe needs both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET; one of them is missing."
        )
    PAYMENT_PROVIDER = "stripe"
    allow_stripe(CONTENT_SECURITY_POLICY)


def _kept(name: str, new: str) -> str:
    """A secret of the install's own: `new` on first use, and from then on what was kept."""
    path = VAR_DIR / name
    try:
        return path.read_text()
    except FileNotFoundError:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{name}-{os.getpid()}")
    made.touch(mode=0o600)
    made.write_text(new)
    try:
        os.link(made, path)  # whole or not at all, and never over another's
    except FileExistsError:
        pass
    finally:
        made.unlink()
    return path.read_text()


SECRET_KEY = _kept("secret_key", secrets.token_urlsafe(50))  # signed links live on
# Measurements are sealed under these, the newest first: without this file they are gone.
DATA_KEYS = _kept("data_keys", base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()).split()
