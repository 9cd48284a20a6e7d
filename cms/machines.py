"""What search engines ask for: which pages there are, and which they should leave alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from patterns.models import PatternTemplate

from .basepage.models import BasePage
from .structured import absolute

KEPT_OUT = (
    "/admin/", "/bench/", "/accounts/", "/account/", "/basket/", "/checkout/", "/till/", "/orders/",
    "/measurements/", "/documents/", "/studio/d/",
)  # fmt: skip
"""What is somebody's own, or the house's."""


@require_safe
@cache_control(max_age=3600, public=True)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that anybody may open, and where each template is begun in the studio."""
    site = Site.find_for_request(request)
    pages = BasePage.objects.live().public().order_by("path")
    pages = pages.descendant_of(site.root_page, inclusive=True) if site else pages.none()
    found = [(absolute(page.get_url(request, site)), page.last_published_at) for page in pages]
    found.append((absolute(reverse("studio:index")), None))
    templates = PatternTemplate.objects.filter(live=True, fabrics__live=True).distinct()
    found += [
        (absolute(reverse("studio:new", args=[slug])), changed)
        for slug, changed in templates.values_list("slug", "last_published_at")
    ]
    return render(request, "sitemap.xml", {"pages": found}, content_type="application/xml")


@require_safe
@cache_control(max_age=3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Who crawls keeps to what is everybody's."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in KEPT_OUT), ""]
    lines.append(f"Sitemap: {absolute(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
