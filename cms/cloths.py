"""What a buyer asks of a cloth: its fibre, its colour in a word, and how to look after it.

All of it is read from what merchandisers keep anyway: the composition and the colour.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from typing import Final

_SHARE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*%\s*([^\W\d_]+)")
_TELLS: Final = 25.0
"""Per cent: a fibre of which there is less does not decide how a cloth wears or is washed."""

COLOURS: Final[Mapping[str, str]] = {
    "white": "#f4f1ea",
    "natural": "#d9cbaa",
    "grey": "#8a8a8d",
    "black": "#26262a",
    "brown": "#6b4a34",
    "red": "#86283a",
    "pink": "#d79aa6",
    "orange": "#b0582f",
    "yellow": "#d8b24a",
    "green": "#3f7358",
    "blue": "#2f4a78",
    "purple": "#5d2f55",
}
"""The families by which a shop sorts colours, in its order, each with a swatch."""

_HUES: Final = (
    (12, "red"), (42, "orange"), (66, "yellow"), (170, "green"), (262, "blue"), (326, "purple"),
    (360, "red"),
)  # fmt: skip
"""Where each family ends on the wheel, degrees."""

CARE: Final[Mapping[str, str]] = {
    "wool": "Air it overnight rather than wash it. When it must be cleaned, have it dry-cleaned, or wash "
    "it by hand, cold, with wool soap. Dry it flat; iron with steam through a cloth.",
    "cotton": "Machine wash at 30 °C with like colours, inside out. Hang to dry. Iron while it is still "
    "a little damp.",
    "linen": "Machine wash at 30 °C, with room to move. Hang to dry and iron damp, or wear it "
    "crumpled: linen may.",
    "silk": "Wash by hand, cold, with silk soap, and do not wring it; or have it dry-cleaned. Dry it in "
    "the shade. Iron on the inside, cool.",
    "viscose": "Wash by hand or on the gentlest cycle, cold; it is weak when wet, so do not wring it. Dry "
    "it on a hanger. Iron on the inside, medium.",
}
OTHER_CARE: Final = (
    "Follow the label that we sew into the side seam; if in doubt, wash by hand, cold."
)


def fibres(composition: str) -> tuple[str, ...]:
    """The fibres that make a cloth what it is: "98 % wool, 2 % silk" is ("wool",)."""
    shares = [(float(share), name.lower()) for share, name in _SHARE.findall(composition)]
    return tuple(name for share, name in sorted(shares, reverse=True) if share >= _TELLS)


def colour_family(colour: str) -> str:
    """The family, one of COLOURS, of a colour as # and six hex digits."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, _ = colorsys.rgb_to_hls(red, green, blue)
    chroma, hue = max(red, green, blue) - min(red, green, blue), hue * 360
    if chroma < 0.07:
        return "black" if light < 0.2 else "white" if light > 0.9 else "grey"
    if 18 <= hue <= 60 and light > 0.6 and chroma < 0.35:
        return "natural"
    if 10 <= hue <= 50 and light < 0.38:
        return "brown"
    if light > 0.65 and (hue > 300 or hue < 18):
        return "pink"
    return next(name for end, name in _HUES if hue <= end)


def care_of(compositions: list[str]) -> list[tuple[str, str]]:
    """(fibre, how to look after it), each fibre once; a fibre that we have no advice for is told so."""
    named = dict.fromkeys(fibre for text in compositions for fibre in fibres(text))
    return [(fibre.capitalize(), CARE.get(fibre, OTHER_CARE)) for fibre in named]
