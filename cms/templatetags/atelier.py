"""Designs on pages: where their pictures are, and pictures of what is not published yet."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any

from django import template
from django.core.exceptions import ValidationError
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from cms.previewing import Shown, show_fabric, show_piece, show_template
from cms.shelf import Hanging, state
from configurator import stock_figure
from configurator.drafting import VIEWS, Recent, View
from patterns.choices import from_lines
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece
from patterns.specs import Setting

register = template.Library()


@register.simple_tag
def picture(
    pattern: PatternTemplate,
    fabric: Fabric,
    choices: Mapping[str, Setting],
    view: View = "front",
) -> str:
    """The address of a picture of a published design on the stock figure."""
    return stock_figure.picture_address(pattern.spec, fabric.spec, choices, view)


_written: Recent[str] = Recent(160)


@register.simple_tag(takes_context=True)
def story(context: Context) -> SafeString:
    """The blocks of a page's body, kept."""
    page = context["page"]
    return _kept(context, "body", lambda said: "".join(block.render(said) for block in page.body))


@register.simple_tag(takes_context=True)
def kept(context: Context, name: str) -> SafeString:
    """Part of a page that is the same for everybody: {% kept "cms/details.html" %}."""
    return _kept(context, name, lambda said: render_to_string(name, said))


def _kept(context: Context, name: str, write: Callable[[Any], str]) -> SafeString:
    """Written once a day for each state of the shop; for a draft each time."""
    request, page, said = context["request"], context["page"], context.flatten()
    if getattr(request, "is_preview", False) or not page.live:
        return mark_safe(write(said))
    key = (state(request), page.pk, name, timezone.localdate())
    return mark_safe(_written.get(key, lambda: write(said)))


@register.simple_tag
def card(hanging: Hanging, picture: str = "") -> SafeString:
    """A garment's card, with its own picture or another; written once for each state of the shop."""
    src = picture or hanging.offer.picture()
    if src not in hanging.cards:
        hanging.cards[src] = render_to_string("cms/card.html", {"hanging": hanging, "src": src})
    return hanging.cards[src]


@register.simple_tag
def block_pictures(block: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """The pictures of a story's design block; none where its template or cloth has gone."""
    pattern, fabric = block["template"], block["fabric"]
    if pattern is None or not pattern.first_published_at:
        return []
    fabric = fabric or next(iter(pattern.offered_fabrics()), None)
    try:
        choices = from_lines(block["choices"] or "")
        if fabric is None or stock_figure.price(pattern.spec, fabric.spec, choices) is None:
            return []
    except ValidationError:
        return []
    views = VIEWS if block["view"] == "both" else (block["view"],)
    return [
        {
            "url": stock_figure.picture_address(pattern.spec, fabric.spec, choices, view),
            "alt": f"{pattern.name} in {fabric.name}, {view}",
        }
        for view in views
    ]


@register.simple_tag
def shown(row: PatternTemplate | Fabric | ReadyMadePiece) -> Shown:
    """All that a preview says of a row, from its values as they stand, published or not."""
    if isinstance(row, PatternTemplate):
        return show_template(row)
    return show_fabric(row) if isinstance(row, Fabric) else show_piece(row)


@register.simple_tag
def drawn(
    pattern: PatternTemplate,
    fabric: Fabric,
    choices: Mapping[str, Setting],
    view: View = "front",
) -> str:
    """A picture of unpublished values, whole in its address, or nothing if it cannot be drafted."""
    try:
        svg = stock_figure.made(pattern.spec, choices).picture(fabric.spec, view)
    except (Refusal, BadChoice):
        return ""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
