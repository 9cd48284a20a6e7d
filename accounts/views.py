"""What allauth has no page for: the link in the letter that carries a login code."""

from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.account.utils import get_next_redirect_url
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache


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
