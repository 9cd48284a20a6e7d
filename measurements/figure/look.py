"""How a figure looks: skin, hair and its colour by name, and how lines are stroked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from .curves import Curve, path_data

View = Literal["front", "back", "side"]


class Skin(NamedTuple):
    """A skin tone: in the light, in the shade, and its outline."""

    label: str
    skin: str
    shade: str
    line: str


class HairColour(NamedTuple):
    """A colour of hair, and of the strands that catch the light."""

    label: str
    hair: str
    light: str


SKINS: Final[Mapping[str, Skin]] = MappingProxyType(
    {
        "deep": Skin("Deep", "#6b4636", "#3a211a", "#2c1a15"),
        "brown": Skin("Brown", "#8f6149", "#59352a", "#3f271f"),
        "tan": Skin("Tan", "#b98763", "#855539", "#573a2a"),
        "olive": Skin("Olive", "#d3a983", "#a37450", "#6d4e3a"),
        "light": Skin("Light", "#ecd3c1", "#c2957c", "#7d6050"),
        "fair": Skin("Fair", "#f6e5da", "#d9ae9c", "#93705f"),
    }
)

HAIR_COLOURS: Final[Mapping[str, HairColour]] = MappingProxyType(
    {
        "black": HairColour("Black", "#2a2524", "#5d5654"),
        "brown": HairColour("Brown", "#54402f", "#927660"),
        "chestnut": HairColour("Chestnut", "#70412b", "#ad7a5b"),
        "red": HairColour("Red", "#a0552f", "#d1906a"),
        "blonde": HairColour("Blonde", "#c7a368", "#ead4a6"),
        "grey": HairColour("Grey", "#8f8a86", "#c4c0bb"),
        "white": HairColour("White", "#d8d3cc", "#f6f3ee"),
    }
)

HAIR_SHAPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "knot": "Knot",
        "bob": "Bob",
        "long": "Long",
        "crop": "Short crop",
        "curls": "Curls",
        "scarf": "Headscarf",
        "none": "None",
    }
)

SCARF: Final = HairColour("Scarf", "#b0a496", "#ddd4c8")
"""The headscarf's cloth: quiet beside any garment."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a figure and the shape of its hair."""

    skin: str
    shade: str
    line: str
    hair: str
    hair_light: str
    hair_shape: str


@cache
def _look(skin: str, hair: str, hair_colour: str) -> Look:
    tone = SKINS[skin]
    colour = SCARF if hair == "scarf" else HAIR_COLOURS[hair_colour]
    return Look(tone.skin, tone.shade, tone.line, colour.hair, colour.light, hair)


def look_of(skin: str = "light", hair: str = "knot", hair_colour: str = "brown") -> Look:
    """The look by names out of SKINS, HAIR_SHAPES and HAIR_COLOURS; the usual one for a name that
    is in none of them."""
    return _look(
        skin if skin in SKINS else "light",
        hair if hair in HAIR_SHAPES else "knot",
        hair_colour if hair_colour in HAIR_COLOURS else "brown",
    )


QUIET: Final = look_of()


def strokes(curves: Sequence[Curve], colour: str, width: float, opacity: float = 1) -> str:
    """Curves as one stroked path."""
    data = "".join(path_data(curve) for curve in curves)
    faint = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:g}"{faint} '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def fine_lines(curves: Sequence[Curve], look: Look) -> str:
    """Her lines within her outline, fine and faint, as one path; none is nothing."""
    return strokes(curves, look.line, 1.5, 0.5) if curves else ""


def filled(curves: Sequence[Curve], colour: str, opacity: float = 1) -> str:
    """Curves, each closed, as one filled path."""
    data = "".join(path_data(curve, close=True) for curve in curves)
    faint = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<path d="{data}" fill="{colour}"{faint}/>'


def darker(colour: str) -> str:
    """A colour #rrggbb in shade."""
    return "#" + "".join(f"{round(int(colour[i : i + 2], 16) * 0.78):02x}" for i in (1, 3, 5))
