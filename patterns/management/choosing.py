"""Which templates a command that draws them is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.management.base import CommandError

from patterns.models import PatternTemplate
from patterns.specs import TemplateSpec


def published(slugs: Sequence[str]) -> list[TemplateSpec]:
    """The published templates of these names, by name; all of them without. Raises CommandError for none."""
    templates = PatternTemplate.objects.filter(live=True).order_by("slug")
    if slugs:
        templates = templates.filter(slug__in=slugs)
    specs = [template.spec for template in templates]
    if not specs:
        raise CommandError("No published template of that name.", returncode=2)
    return specs
