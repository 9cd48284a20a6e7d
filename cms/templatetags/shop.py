"""What every page's frame asks of the shop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from wagtail.models import Site

from cms.basepage.models import BasePage
from orders import basket

register = template.Library()


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
def menu_pages(context: Context) -> list[Mapping[str, Any]]:
    """The live pages right under the home page that staff show in menus."""
    request = context.get("request")
    site = Site.find_for_request(request) if request is not None else None
    if request is None or site is None:
        return []
    known = getattr(request, "_menu_pages", None)
    if known is None:
        pages = BasePage.objects.child_of(site.root_page).live().in_menu()
        known = [{"title": page.title, "url": page.get_url(request, site)} for page in pages]
        for item in known:
            item["current"] = request.path.startswith(item["url"])
        request._menu_pages = known
    return known
