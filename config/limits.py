"""What she is told who tried too often: what happened, for how long, and what else she can do.

allauth counts (settings: ACCOUNT_RATE_LIMITS) and refuses, in one of two ways: by answering at
once, for which `too_many` stands in, or by a form's error, which `SlowedMiddleware` looks for. Both
answer with status 429.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse

from .signing_in import Door

_ACCOUNT: Final = "allauth.account"
_MFA: Final = "allauth.mfa"
_FACTOR: Final = ((_ACCOUNT, "reauthenticate"), (_ACCOUNT, "login_failed"))
# What allauth counts at each page, by the page's name.
_COUNTED: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "account_login": ((_ACCOUNT, "login"), (_ACCOUNT, "login_failed")),
    "account_signup": ((_ACCOUNT, "signup"),),
    "account_request_login_code": ((_ACCOUNT, "request_login_code"),),
    "account_reset_password": ((_ACCOUNT, "reset_password"),),
    "account_reset_password_from_key": ((_ACCOUNT, "reset_password_from_key"),),
    "account_change_password": ((_ACCOUNT, "change_password"), (_ACCOUNT, "login_failed")),
    "account_email": ((_ACCOUNT, "manage_email"),),
    "account_reauthenticate": _FACTOR,
    "mfa_authenticate": ((_ACCOUNT, "login_failed"),),
    "mfa_reauthenticate": _FACTOR,
    "mfa_reauthenticate_webauthn": _FACTOR,
    "mfa_activate_totp": ((_ACCOUNT, "login_failed"),),
    "mfa_login_webauthn": ((_MFA, "webauthn_login"),),
}
_REFUSALS: Final = {"too_many_login_attempts", "rate_limited"}


@dataclass(frozen=True)
class Slowed:
    """That she must wait."""

    seconds: int
    email: str  # as she typed it

    @property
    def wait(self) -> str:
        """In words, rounded up: "in 4 minutes"."""
        if self.seconds <= 60:
            return "in a minute"
        return f"in {math.ceil(self.seconds / 60)} minutes"


def too_many(request: HttpRequest) -> HttpResponse:
    """The page that stands in for one that was asked for too often."""
    slowed = _slowed(request)
    page = render(request, "429.html", {"slowed": slowed, "page": _name(request)}, status=429)
    page["Retry-After"] = str(slowed.seconds)
    return page


class SlowedMiddleware:
    """A page of allauth's whose form was refused for being sent too often is such a page too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        if _name(request) in _COUNTED and response.context_data and _was_refused(response):
            slowed = _slowed(request, response.context_data.get("form"))
            response.context_data["slowed"] = slowed
            response.status_code = 429
            response["Retry-After"] = str(slowed.seconds)
        return response


def _was_refused(response: TemplateResponse) -> bool:
    return any(
        error.code in _REFUSALS
        for form in (response.context_data or {}).values()
        if isinstance(form, BaseForm) and form.is_bound
        for errors in form.errors.as_data().values()
        for error in errors
    )


def _slowed(request: HttpRequest, form: object = None) -> Slowed:
    typed = request.POST.get("login") or request.POST.get("email") or ""
    user = getattr(form, "user", None) or request.user
    keys = [typed.lower(), f"mfa-auth-user-{user.pk}"]
    keys += [
        Door(request)._get_login_attempts_cache_key(request, email=email)
        for email in {typed, getattr(user, "email", "")}
        if email
    ]
    waits = list(_waits(request, keys))
    return Slowed(seconds=max(1, *map(math.ceil, waits)) if waits else 1, email=typed.strip())


def _waits(request: HttpRequest, keys: list[str]) -> Iterator[float]:
    """Seconds until each full count, among those that this request may have run into, has room."""
    now = time.time()
    for app, action in _COUNTED.get(_name(request), ()):
        for rate in ratelimit.get_rates(app=app, action=action):
            if rate.per == "user" and not request.user.is_authenticated:
                continue
            for key in keys if rate.per == "key" else [None]:
                counted = ratelimit.get_cache_key(
                    request, app=app, action=action, rate=rate, key=key
                )
                times = cache.get(counted, [])  # newest first
                if len(times) >= rate.amount:
                    yield times[rate.amount - 1] + rate.duration - now


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
