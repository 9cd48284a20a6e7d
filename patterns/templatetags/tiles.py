"""A cloth's tile in a page."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from patterns import tiles
from patterns.models import Fabric

register = template.Library()


@register.simple_tag
def tile(fabric: Fabric) -> Mapping[str, str]:
    """The addresses of a cloth's tile: small, large (WebP), plain (for browsers that don't know it);
    nothing where the cloth has none."""
    spec = fabric.spec
    small, large, plain = (
        tiles.at(spec, tiles.SIZES[0], "webp"),
        tiles.at(spec, tiles.SIZES[1], "webp"),
        tiles.at(spec, tiles.SIZES[1], "jpeg"),
    )
    return {"small": small, "large": large, "plain": plain} if small and large and plain else {}
