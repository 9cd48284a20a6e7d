"""The card of what stands in the studio."""

from __future__ import annotations

from django import template

from configurator import share_cards
from patterns.models import PatternTemplate

register = template.Library()


@register.simple_tag
def share_card(pattern: PatternTemplate) -> str:
    """The address of a template's card; empty where no cloth is offered for it."""
    subject = share_cards.of_template(pattern)
    return subject.address if subject else ""
