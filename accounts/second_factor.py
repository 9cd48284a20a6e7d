"""Whether staff have a second factor, and have shown it where they are signed in."""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from .roles import works_here


def must_have(user: Any) -> bool:
    """Whether this install lets `user` do nothing without a second factor."""
    return settings.STAFF_NEED_SECOND_FACTOR and works_here(user)


def has_one(user: Any) -> bool:
    """Whether `user` has enrolled an app or a passkey; recovery codes alone are none."""
    return is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])


def was_shown(request: HttpRequest) -> bool:
    """Whether a second factor was shown in this session.

    To have one is not enough: a session opened with the password before there was one stays shut.
    """
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def page_to_show_it(user: Any) -> str:
    """The name of the page at which `user`, who has one, shows it."""
    if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        return "mfa_reauthenticate"
    return "mfa_reauthenticate_webauthn"
