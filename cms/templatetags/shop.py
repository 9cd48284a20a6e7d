"""What every page's frame asks of the shop."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.safestring import SafeString, mark_safe

from cms import structured
from cms.framing import Frame, frame_for
from orders import basket

register = template.Library()

_UNSAFE = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def starts(path: str | None, beginning: str) -> bool:
    """Whether a path lies under another: {% if request.path|starts:studio_url %}."""
    return path is not None and path.startswith(beginning)


@register.simple_tag(takes_context=True)
def basket_size(context: Context) -> int:
    """How many pieces lie in the visitor's basket; 0 where there is no request."""
    request = context.get("request")
    return basket.size(request) if request is not None else 0


def _is_ours(path: str) -> bool:
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)


@register.simple_tag(takes_context=True)
def shop_frame(context: Context) -> Frame:
    """What masthead and footer link to; nothing where there is no request."""
    request = context.get("request")
    if request is None:
        return Frame()
    return frame_for(request)


@register.simple_tag(takes_context=True)
def sign_in_address(context: Context) -> str:
    """Where to sign in, and come back to this page as it is, with what its address asks for; from the
    account's own pages to where those were to lead."""
    address, request = reverse("account_login"), context.get("request")
    if request is None:
        return address
    asked = request.GET.copy()
    onward = asked.get("next", "")
    if not _is_ours(onward):
        onward = ""
        asked.pop("next", None)
    there = request.path + (f"?{asked.urlencode()}" if asked else "")
    if there.startswith("/accounts/"):
        there = onward
    known = _is_ours(there) and there != "/"
    return f"{address}?{urlencode({'next': there})}" if known else address


@register.simple_tag
def shared_picture(card: str = "") -> str:
    """The picture that a shared link shows, 1200 × 630, with the store's host: a card, or the store's own."""
    return structured.shared_picture(card)


@register.simple_tag
def absolute(address: str) -> str:
    """{% absolute page.url %}: an address of ours with the store's host."""
    return structured.absolute(address)


@register.simple_tag
def linked_data(said: Any) -> SafeString:
    """What a page says to machines, as JSON-LD; it cannot close its element early."""
    text = json.dumps(said, ensure_ascii=False).translate(_UNSAFE)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
