"""Pictures of designs for whoever looks: cards, stories, shared pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from patterns.blocks import setting
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import Fabric, PatternTemplate

from . import pictures

A_YEAR = 365 * 24 * 3600


@require_safe
def picture(request: HttpRequest, template: str, fabric: str, view: str) -> HttpResponse:
    """A design on the stock figure, as SVG; 404 for what cannot be chosen or seen."""
    published = {"first_published_at__isnull": False}
    spec = get_object_or_404(PatternTemplate, slug=template, **published).spec
    cloth = get_object_or_404(Fabric, slug=fabric, **published).spec
    choices = {name: setting(str(value)) for name, value in request.GET.items() if name != "v"}
    try:
        svg = pictures.drawn(spec, cloth, choices, view)
    except (Refusal, BadChoice) as refusal:
        raise Http404(str(refusal)) from refusal
    response = HttpResponse(svg, content_type="image/svg+xml")
    current = request.GET.get("v") == pictures.digest(spec, cloth, choices)
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if current else "no-cache"
    return response
