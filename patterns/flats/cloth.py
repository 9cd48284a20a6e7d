"""Cloth as it is drawn: its colours. Its stripes and checks are drawn by `stripes`, all else is laid on by
`tiling`."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.specs import FabricSpec

STRIPE = (14.0, 4.0)  # repeat and width of a stripe, mm
CHECK = (20.0, 7.0)  # repeat and width of a check's bands, mm
"""Of cloth that does not say: such as was ordered before cloths did."""

Rgb = tuple[float, float, float]


def rgb(colour: str) -> Rgb:
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def hexed(colour: Rgb) -> str:
    return "#" + "".join(f"{round(min(max(c, 0), 1) * 255):02x}" for c in colour)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with `share` (0..1) of the other colour in it."""
    a, b = rgb(one), rgb(other)
    return hexed((
        a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share,
    ))  # fmt: skip


def lightness(colour: str) -> float:
    """Relative luminance as WCAG reckons it, 0 (black) to 1 (white)."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a drawing of one cloth. `base` is what lies lowest: under lace, its lining; `double`
    is cloth that lies on its own like, such as a collar's."""

    base: str
    double: str
    inside: str
    lining: str
    outline: str
    inner: str
    stitch: str
    motif: str
    shade: float
    light: float


def bands(fabric: FabricSpec) -> tuple[float, float]:
    """The repeat of a stripe or check and how broad each band is, mm."""
    if fabric.repeat:
        return (fabric.repeat, fabric.band)
    return STRIPE if fabric.pattern == "stripe" else CHECK


def palette(fabric: FabricSpec) -> Palette:
    """Lines are dark on light cloth and lighter than the cloth on dark."""
    base = fabric.colour
    light = lightness(base)
    dark = light < 0.11
    second = fabric.second_colour or mixed(base, "#ffffff" if dark else "#000000", 0.35)
    inner = mixed(base, "#ffffff", 0.30) if dark else mixed(base, "#14100e", 0.66)
    stitch = mixed(base, "#ffffff", 0.24) if dark else mixed(base, "#14100e", 0.45)
    if fabric.pattern == "denim":
        stitch = fabric.second_colour or "#c98f4e"
    return Palette(
        base=second if fabric.pattern == "lace" else base,
        double=mixed(base, "#14100e", 0.12) if fabric.pattern == "lace" else base,
        lining=second if fabric.pattern == "lace" else mixed(base, "#efe6d8", 0.42),
        inside=mixed(base, "#8c8178" if dark else "#4a4038", 0.45 if dark else 0.34),
        outline=mixed(base, "#0d0b0a", 0.72 if dark else 0.76),
        inner=inner,
        stitch=stitch,
        motif=second,
        shade=1.55 if dark else 1.15 if light < 0.4 else 0.85,
        light=0.8 if dark else 1.0 if light < 0.4 else 1.5,
    )
