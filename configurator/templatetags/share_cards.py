"""The card of what stands in the studio."""

from __future__ import annotations

from django import template

from configurator import share_cards
from patterns.models import PatternTemplate

register = template.Library()


@register.simple_tag
def share_card(pattern: PatternTemplate, design: str = "") -> str:
    """The address of a template's card, or of the design's that is kept under that key, which is asked for
    here, before a link to it is opened; empty where nothing can be shown."""
    subject = share_cards.find("design", design) if design else share_cards.of_template(pattern)
    if subject is None:
        return ""
    if design:
        share_cards.ask(subject)
    return subject.address
