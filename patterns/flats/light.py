"""Light on cloth: shade where it turns away, gleam where it shines, the lit rim of a pile.

Plain gradients of black and white, which CairoSVG and browsers draw alike. The light stands high, before
her and to her right, the left of the picture. How strong it falls is our own, by eye on worn cloth.
"""

from __future__ import annotations

from measurements.figure.curves import number

from .worn import Worn

Stop = tuple[float, float]
"""Where across the body (0 left, 1 right), and how strong there."""

SHADE: tuple[Stop, ...] = ((0, 0.17), (0.16, 0.05), (0.30, 0), (0.55, 0), (0.82, 0.09), (1, 0.27))
LIMB_SHADE: tuple[Stop, ...] = ((0, 0.13), (0.3, 0), (0.55, 0), (1, 0.22))
SATIN: tuple[Stop, ...] = (
    (0.06, 0), (0.20, 0.10), (0.30, 0.44), (0.37, 0.34), (0.50, 0.02), (0.68, 0), (0.80, 0.20), (0.90, 0),
)  # fmt: skip
"""A narrow gleam where the light meets the cloth, a weaker one thrown back on the far side."""
LIMB_SATIN: tuple[Stop, ...] = (
    (0.08, 0),
    (0.3, 0.42),
    (0.5, 0.04),
    (0.78, 0.02),
    (0.9, 0.14),
    (1, 0),
)
PILE: tuple[Stop, ...] = (
    (0, 0.30),
    (0.10, 0.17),
    (0.24, 0.03),
    (0.5, 0),
    (0.8, 0.02),
    (0.93, 0.12),
    (1, 0.22),
)
"""A pile looked into is deepest; from aside its tips are seen, which shine."""
DEPTH: tuple[Stop, ...] = (
    (0, 0.10),
    (0.12, 0),
    (0.26, 0.10),
    (0.45, 0.24),
    (0.62, 0.24),
    (0.88, 0.08),
    (1, 0.14),
)
LIMB_PILE: tuple[Stop, ...] = ((0, 0.13), (0.25, 0.03), (0.5, 0), (0.75, 0.02), (1, 0.13))
LIMB_DEPTH: tuple[Stop, ...] = ((0, 0.10), (0.35, 0.20), (0.6, 0.22), (0.85, 0.14), (1, 0.12))
"""A limb's, of the trunk's tone where the two meet at the armhole."""

BESIDE = 0.3
"""How far beside a fold's shade its gleam lies, of the fold's breadth."""
CUT = 0.5
"""How strong the line of a fold is at its foot where it breaks what is printed; our own."""
FAINTEST = 0.025
"""A gleam weaker than this nobody sees."""


def across(
    sheen: float, shade: float, light: float, *, limb: bool = False
) -> list[tuple[str, list[Stop]]]:
    """The gradients that lie over one another on cloth of a sheen: a colour and its stops each.
    `shade` and `light` are how strongly the cloth's own colour takes them."""
    if sheen < 0:
        tips, deep = (LIMB_PILE, LIMB_DEPTH) if limb else (PILE, DEPTH)
        pile = [(at, much * -sheen) for at, much in tips]
        return [("#000", [(at, much * shade * 0.8) for at, much in deep]), ("#fff", pile)]
    deepened = 1.0 + 0.45 * sheen  # what shines has deeper shade beside it
    dark = [(at, much * shade * deepened) for at, much in (LIMB_SHADE if limb else SHADE)]
    gleam = [(at, much * sheen * light) for at, much in (LIMB_SATIN if limb else SATIN)]
    return [("#000", dark), *([("#fff", gleam)] if sheen else [])]


def defs(worn: Worn, layers: list[tuple[str, list[Stop]]], name: str, *, limb: bool = False) -> str:
    """The gradients as SVG, NAME0 the lowest: over the whole body, or over each limb for itself."""
    arm = worn.figure.arm
    # where body and arm are one cloth, no shade parts them
    half = number(arm.joint[0] + 3 * arm.upper if worn.kimono else max(worn.side.x))
    span = "" if limb else f' gradientUnits="userSpaceOnUse" x1="-{half}" y1="0" x2="{half}" y2="0"'
    return "".join(
        f'<linearGradient id="{name}{place}"{span}>'
        + "".join(
            f'<stop offset="{at:g}" stop-color="{colour}" stop-opacity="{min(much, 1.0):.3f}"/>'
            for at, much in stops
        )
        + "</linearGradient>"
        for place, (colour, stops) in enumerate(layers)
    )


def spots(prefix: str, deep: str) -> str:
    """The two soft spots, of shade and of light; and the shade of a fold that runs out upwards, of the
    colour `deep`."""
    stop = f'stop-color="{deep}"'
    return (
        _spot(f"{prefix}dim", "#000")
        + _spot(f"{prefix}lit", "#fff")
        + f'<linearGradient id="{prefix}fade" x1="0" y1="1" x2="0" y2="0"><stop offset="0" {stop}/>'
        f'<stop offset=".4" {stop} stop-opacity=".7"/><stop offset="1" {stop} stop-opacity="0"/>'
        "</linearGradient>"
    )


def cut(name: str, colour: str) -> str:
    """The line of a fold that breaks what is printed: of a colour, out of nothing at its head."""
    stop = f'stop-color="{colour}" stop-opacity'
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset=".2" {stop}="0"/>'
        f'<stop offset=".8" {stop}="{CUT:g}"/></linearGradient>'
    )


def _spot(name: str, colour: str) -> str:
    return (
        f'<radialGradient id="{name}"><stop offset="0" stop-color="{colour}"/>'
        f'<stop offset=".35" stop-color="{colour}" stop-opacity=".72"/>'
        f'<stop offset=".7" stop-color="{colour}" stop-opacity=".2"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )
