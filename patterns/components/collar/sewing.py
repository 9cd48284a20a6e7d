"""What all collars share: the neckline as one rim, and the two layers sewn to it and to each other."""

from __future__ import annotations

from collections.abc import Sequence

from patterns.components.base import Making
from patterns.components.facings import interfacing
from patterns.components.halves import HANDS, Half, Rim, rim
from patterns.components.meeting import Neckline
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Point, Seam

OPEN = "back"
"""Where the garment opens at the neck, so that the collar is cut in two there."""

BASTED = 58
"""The step at which a collar is made and basted to the shell's neck: before the facing is sewn over it."""

NECK, OUTER, ENDS = 6.0, 6.0, 6.0  # trade facts §7: enclosed seams 6-7


def around(neck: Neckline) -> Rim:
    """The neckline of one half from centre back over the shoulder to centre front."""
    return Rim((*neck.back.runs, *neck.front.reversed().runs), neck.back.centred)


def layers(
    making: Making,
    name: str,
    upper: Sequence[Part],
    under: Sequence[Part],
    grainline: tuple[Point, Point],
    interfaced: str = "upper",
) -> None:
    """Add a collar of two layers, CO and COU, with the interfacing of the upper (or of both), and sew
    them to each other and to the neckline. Parts are of one half, x = 0 centre back: "neck", "outer", and
    "centre_back", which stands only where the collar is cut in two there."""
    neck = making.neckline
    assert neck is not None
    whole = neck.opening != OPEN
    co, cou = Half("CO", "back", whole), Half("COU", "back", whole)
    if whole:
        upper, under = ([p for p in parts if p.name != "centre_back"] for parts in (upper, under))
    for half, title, parts in ((co, name, upper), (cou, f"under {name}", under)):
        piece = half.cut(title, "collar", parts, grainline=grainline)
        making.pieces.append(piece)
        if half is co or interfaced == "both":
            making.pieces.append(interfacing(piece))
    both = interfaced == "both"
    making.operation(10, f"Fuse {'both layers' if both else 'the upper layer'} of the collar.")
    seat = around(neck)
    at = neck.back.length
    for title, half, parts in (("collar", co, upper), ("collar inside", cou, under)):
        inward = next(part.path.end[0] for part in parts if part.name == "neck") < 1e-6
        making.sew(title, seat, rim(half, parts, "neck", reversed=inward), match=((at, at),))
    for title, edge in (("edge", "outer"), ("centre back", "centre_back")):
        # Each hand by itself: turn of cloth is bounded by the seam.
        if edge == "outer" or not whole:
            a, b = rim(co, upper, edge, centred=False), rim(cou, under, edge, centred=False)
            making.sew(f"collar {title}", a, b, "ease", ease=a.length - b.length, where="turn")


def hooked(making: Making) -> None:
    """Close a stand that is cut in two at centre back, where its ends meet above the zip."""
    co = Half("CO", "back", False)
    right, left = (co.side("centre_back", hand) for hand in HANDS[::-1])
    making.seam(Seam("collar closing", "opening", (right,), (left,), closure="hooks"))
    making.trim("hook and eye", 1)
    making.operation(92, "Sew a hook and eye to the collar's ends at centre back.")
