"""Where the cards of shared links are served."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from .share_cards import STAND_IN, find, is_there


@require_safe
def card(request: HttpRequest, kind: str, key: str) -> HttpResponseBase:
    """The card of a template, piece or design; the store's own where too many are being made just now."""
    subject = find(kind, key)
    if subject is None:
        raise Http404("nothing of that name may be shown")
    response: HttpResponseBase
    if not is_there(subject):
        response = redirect(static(STAND_IN))
        patch_cache_control(response, no_store=True)
        return response
    response = FileResponse(default_storage.open(subject.file), content_type="image/png")
    if request.GET.get("v") == subject.digest:
        patch_cache_control(response, public=True, immutable=True, max_age=365 * 24 * 3600)
    else:
        patch_cache_control(response, no_cache=True)
    return response
