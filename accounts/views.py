"""What allauth has no page for: the link in the letter that carries a login code; and its pages that
show the recovery codes, of which their owner is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_codes
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

View = Callable[[HttpRequest], HttpResponse]
_TOLD_FOR: Final = 60 * 60
"""Seconds: who looks at the codes and then saves them gets one letter."""


@never_cache
def open_login_link(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the confirmation with `code` filled in, in the browser that asked for it.

    In any other it is shown to be typed there: whoever only reads the letter does not come in.
    """
    if request.user.is_authenticated:
        return redirect(get_next_redirect_url(request) or "/")
    if not LoginStageController.enter(request, LoginByCodeStage.key):
        return render(request, "account/login_link_elsewhere.html", {"code": code})
    carried = {"code": code}
    if target := get_next_redirect_url(request):
        carried["next"] = target
    return redirect(f"{reverse('account_confirm_login_code')}?{urlencode(carried)}")


def telling_of_looks(view: View) -> View:
    """A page that shows recovery codes, with a letter to their owner. None for the first look: that is
    where she is led when they are made, and of that she is told."""

    @wraps(view)
    def telling(request: HttpRequest) -> HttpResponse:
        seen_before = _codes_were_seen(request)
        response = view(request)
        told = f"accounts.codes_seen.{request.user.pk}"
        if seen_before and response.status_code == 200 and cache.add(told, 1, _TOLD_FOR):
            get_adapter(request).send_notification_mail(
                "mfa/email/recovery_codes_seen", request.user
            )
        return response

    return telling


def _codes_were_seen(request: HttpRequest) -> bool:
    if not request.user.is_authenticated:
        return False
    kind = Authenticator.Type.RECOVERY_CODES
    codes = Authenticator.objects.filter(user_id=request.user.pk, type=kind).first()
    return codes is not None and codes.wrap().did_view


show_recovery_codes = telling_of_looks(recovery_codes.view_recovery_codes)
save_recovery_codes = telling_of_looks(recovery_codes.download_recovery_codes)
