"""Light and shade, by what every renderer draws: a few gradients, and soft strokes inside an edge."""

from __future__ import annotations

from collections.abc import Sequence

from .build import Figure
from .curves import Curve, Point, number, path_data
from .hair import Hair
from .look import Look, strokes

SOFT = ((1.0, 0.055), (0.72, 0.055), (0.46, 0.065), (0.22, 0.075))
"""The shade inside an edge: one stroke over the other, as (share of its breadth, strength)."""


def shape_defs(ident: str, curve: Curve) -> str:
    """A closed shape to be used, and a clip of the same."""
    return (
        f'<path id="{ident}" d="{path_data(curve, close=True)}"/>'
        f'<clipPath id="{ident}-in"><use href="#{ident}"/></clipPath>'
    )


def rounded(
    ident: str, look: Look, breadth: float, *, edge: str | None = None, more: str = ""
) -> str:
    """The shape `ident` in her skin, darker towards its `edge` (if that is not all of it) and most on
    the side away from the light, which comes from the upper left; `more` is drawn within it."""
    rims = "".join(
        f'<use href="#{edge or ident}" stroke-width="{number(breadth * share)}" '
        f'stroke-opacity="{strength:g}" transform="translate({number(-0.18 * breadth * share)})"/>'
        for share, strength in SOFT
    )
    return (
        f'<use href="#{ident}" fill="{look.skin}"/><g clip-path="url(#{ident}-in)">'
        f'<g fill="none" stroke="{look.shade}" stroke-linecap="round">{rims}</g>{more}</g>'
    )


def shade_defs(figure: Figure, look: Look, prefix: str) -> str:
    """The gradients: a soft dark spot, a soft light one, and the sheen of hair."""
    w, h = figure.head_half, figure.levels["chin"]
    return (
        f'<radialGradient id="{prefix}dim"><stop offset="0" stop-color="{look.shade}" '
        f'stop-opacity=".34"/><stop offset=".5" stop-color="{look.shade}" stop-opacity=".15"/>'
        f'<stop offset="1" stop-color="{look.shade}" stop-opacity="0"/></radialGradient>'
        f'<linearGradient id="{prefix}sheen" gradientUnits="userSpaceOnUse" x1="{number(-1.2 * w)}" '
        f'y1="{number(-0.05 * h)}" x2="{number(1.2 * w)}" y2="{number(0.75 * h)}">'
        '<stop offset="0" stop-color="#fff" stop-opacity="0"/>'
        '<stop offset=".26" stop-color="#fff" stop-opacity=".17"/>'
        '<stop offset=".5" stop-color="#fff" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#000" stop-opacity=".26"/></linearGradient>'
    )


def spots(prefix: str, places: Sequence[tuple[Point, float, float, float]]) -> str:
    """Soft shades: each its middle, half its breadth and height, and its strength 0 to 1."""
    return "".join(
        f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(across)}" ry="{number(down)}" '
        f'fill="url(#{prefix}dim)" opacity="{strength:.2f}"/>'
        for (x, y), across, down, strength in places
    )


def tresses(hair: Hair, look: Look, prefix: str) -> str:
    """Masses of hair with their sheen, and the strands on them in light and in shade."""
    parts: list[str] = []
    for place, curve in enumerate(hair.on):
        lock = f"{prefix}lock{place}"
        parts.append(
            f'<g fill="{look.hair}" stroke="{look.hair}" stroke-width="1.4">'
            f'<path id="{lock}" d="{path_data(curve, close=True)}"/></g><use href="#{lock}" '
            f'fill="url(#{prefix}sheen)" stroke="#000" stroke-opacity=".3" stroke-width="1.5"/>'
        )
    if hair.dark:
        parts.append(strokes(hair.dark, "#000", 1.5, 0.26))
    if hair.light:
        parts.append(strokes(hair.light, look.hair_light, 1.5, 0.65))
    return "".join(parts)
