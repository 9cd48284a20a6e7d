"""Where staff may go: nowhere before their second factor, and into Wagtail's admin by right only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from accounts import second_factor

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_SAME_FOR_ALL: Final = frozenset({"measurements:picture"})
_ALWAYS: Final = frozenset({"account_logout", "wagtailadmin_logout"})
# What showing a second factor takes.
_SHOWING: Final = _ALWAYS | {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
# What enrolling one takes: the password once more, and an address that is confirmed.
_ENROLLING: Final = _ALWAYS | {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "account_email",
    "account_confirm_email",
    "account_email_verification_sent",
}


class SecondFactorMiddleware:
    """Staff who must show a second factor reach nothing else before they have (settings: base)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponseRedirect | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        if name in _SAME_FOR_ALL:  # who asks is not even looked up, so that it may be kept anywhere
            return None
        user = request.user
        if not user.is_authenticated or second_factor.was_shown(request):
            return None
        if not second_factor.must_have(user):
            return None
        if second_factor.has_one(user):
            request.second_factor = "unshown"  # type: ignore[attr-defined]  # the pages say why
            if name in _SHOWING:
                return None
            target = request.get_full_path() if request.method == "GET" else "/"
            page = reverse(second_factor.page_to_show_it(user))
            return redirect(f"{page}?{urlencode({'next': target})}")
        request.second_factor = "missing"  # type: ignore[attr-defined]
        return None if name in _ENROLLING else redirect("mfa_index")


class StaffOnlyMiddleware:
    """Wagtail's admin is for who may work there; everyone else who is signed in is told so (403).

    Wagtail would send them to sign in, which they are, and they would come back for ever.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> None:
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return
        if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
