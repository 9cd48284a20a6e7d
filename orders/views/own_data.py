"""A customer's own data: what there is, all of it in one file, and all of it gone."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from accounts.closing import ClosingForm
from accounts.models import User
from orders.own_data import NotForgotten, forget, gather, looks_of, why_not_forgotten


@login_required
@never_cache
@require_safe
def own_data(request: HttpRequest) -> HttpResponse:
    """Who looked at her measurements, and the ways to take her data along or away."""
    return render(request, "orders/own_data.html", {"looks": looks_of(cast(User, request.user))})


@login_required
@never_cache
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """All that is held of her, to keep."""
    response = JsonResponse(
        gather(cast(User, request.user)), json_dumps_params={"indent": 1, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="toile-my-data.json"'
    return response


@login_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Close her account for good, once she has shown that it is she and means it."""
    user = cast(User, request.user)
    why_not = why_not_forgotten(user)
    form = ClosingForm(user, request.POST or None)
    if request.method == "POST" and not why_not and form.is_valid():
        try:
            forget(user)
        except NotForgotten as sorry:
            why_not = sorry.message
        else:
            logout(request)
            messages.success(request, "Your account and all that we held of you are gone.")
            return redirect("/")
    return render(request, "orders/close.html", {"form": form, "why_not": why_not})
