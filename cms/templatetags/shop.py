"""What every page's frame asks of the shop."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import template
from django.db.models import Q
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Site

from cms import structured
from cms.basepage.models import BasePage
from cms.models import CataloguePage
from orders import basket

register = template.Library()

_UNSAFE = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """The pages that stand around every page; `feet`: by heading, as staff sort them."""

    menu: Sequence[Link] = ()
    feet: Mapping[str, Sequence[Link]] = field(default_factory=dict)
    catalogue: str = ""


@register.filter
def starts(path: str | None, beginning: str) -> bool:
    """Whether a path lies under another: {% if request.path|starts:studio_url %}."""
    return path is not None and path.startswith(beginning)


@register.simple_tag(takes_context=True)
def basket_size(context: Context) -> int:
    """How many pieces lie in the visitor's basket; 0 where there is no request."""
    request = context.get("request")
    return basket.size(request) if request is not None else 0


@register.simple_tag(takes_context=True)
def shop_frame(context: Context) -> Frame:
    """What masthead and footer link to; nothing where there is no request."""
    request = context.get("request")
    if request is None:
        return Frame()
    known: Frame | None = getattr(request, "_shop_frame", None)
    if known is None:
        known = request._shop_frame = _frame(request)
    return known


def _frame(request: HttpRequest) -> Frame:
    site = Site.find_for_request(request)
    if site is None:
        return Frame()
    wanted = Q(show_in_menus=True, depth=site.root_page.depth + 1) | ~Q(foot="")
    pages = BasePage.objects.descendant_of(site.root_page).live().filter(wanted).order_by("path")
    menu, feet, catalogue = [], {heading: [] for heading, _ in BasePage.FEET}, ""
    for page in pages:
        url = page.get_url(request, site) or ""
        link = Link(page.title, url, request.path.startswith(url))
        if page.show_in_menus and page.depth == site.root_page.depth + 1:
            menu.append(link)
        if page.foot:
            feet[page.foot].append(link)
        if page.cached_content_type.model == CataloguePage._meta.model_name:
            catalogue = catalogue or url
    return Frame(menu, feet, catalogue)


@register.simple_tag
def shared_picture(page: Any = None) -> str:
    """The picture that a shared link to a page shows, 1200 × 630, with the store's host."""
    return structured.shared_picture(page)


@register.simple_tag
def absolute(address: str) -> str:
    """{% absolute page.url %}: an address of ours with the store's host."""
    return structured.absolute(address)


@register.simple_tag
def linked_data(said: Any) -> SafeString:
    """What a page says to machines, as JSON-LD; it cannot close its element early."""
    text = json.dumps(said, ensure_ascii=False).translate(_UNSAFE)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
