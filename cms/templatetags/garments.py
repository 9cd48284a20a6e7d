"""Where a garment is presented, for rooms that know only its template."""

from __future__ import annotations

from django import template

from cms.models import GarmentPage
from patterns.models import PatternTemplate

register = template.Library()


@register.simple_tag
def garment_address(pattern: PatternTemplate) -> str:
    """The address of a live page that sells this template ready-made; empty if there is none."""
    page = GarmentPage.objects.filter(pattern=pattern, live=True).exclude(sold="custom").first()
    return "" if page is None else page.url or ""
