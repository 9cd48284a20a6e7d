"""The tie bow: a folded band, sewn round the neck to near centre front, its long ends free to tie."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Half, Hand
from patterns.components.meeting import Neckline
from patterns.components.traced import Traced
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import InsideLine, Seam, Side
from patterns.drafting.geometry import Path, Point

from .sewing import BASTED

GAP = 25.0
"""How far from centre front the band leaves the neckline, so that the knot has room; CP 20-30."""
SLANT = 0.55
"""How much longer an end is at the fold, as a share of the band's width; our own."""
SEAT = "collar seat"
TI = Half("TI", "back", whole=False)


def draft_bow(making: Making) -> None:
    """Adds TI: each half of the band with its end, joined at centre back (open there with the garment)."""
    neck = making.neckline
    assert neck is not None
    wide, tie = making.number("collar.width"), making.number("collar.tie_length")
    sewn = neck.back.length + neck.front.length - GAP
    end, deep = sewn + tie, 2 * wide
    tip = (end + SLANT * wide, wide)

    def part(name: str, a: Point, b: Point, allowance: float = 6.0) -> Part:
        return Part(name, Path.straight(a, b), allowance)

    bias = making.text("collar.cut") == "bias"
    x, reach = 0.4 * sewn, 0.6 * wide
    making.pieces.append(TI.cut(
        "bow", "collar",
        [
            part("neck", (0.0, 0.0), (sewn, 0.0)), part("tie", (sewn, 0.0), (end, 0.0)),
            part("end", (end, 0.0), tip), part("end_inner", tip, (end, deep)),
            part("tie_inner", (end, deep), (sewn, deep)), part("neck_inner", (sewn, deep), (0.0, deep)),
            part("centre_back_inner", (0.0, deep), (0.0, wide), 10.0),
            part("centre_back", (0.0, wide), (0.0, 0.0), 10.0),
        ],
        grain="bias" if bias else "both",
        grainline=((x, wide + reach), (x + 2 * reach, wide - reach)) if bias
        else ((x, 0.7 * wide), (end - x, 0.7 * wide)),
        notches=[NotchAt("tie", 0.0), NotchAt("tie_inner", tie)],
        lines=[InsideLine("fold", "fold", np.array(((0.0, wide), tip)))],
    ))  # fmt: skip
    _seat(making, neck)
    at = neck.back.length
    for hand in HANDS:
        seat = (*neck.back.sides(hand), *_front_sides(neck, hand))
        making.seam(Seam(f"bow {hand}", "join", seat, (TI.side("neck", hand),)), ((at, at),))
        making.seam(
            Seam(f"bow inside {hand}", "join", seat, (TI.side("neck_inner", hand, reversed=True),)),
            ((at, at),),
        )
        for name in ("tie", "end"):
            making.seam(Seam(
                f"bow {name} {hand}", "join", (TI.side(name, hand),),
                (TI.side(f"{name}_inner", hand, reversed=True),),
            ))  # fmt: skip
    if neck.opening == "back":
        for hand in HANDS:
            making.seam(Seam(
                f"bow centre back {hand}", "join", (TI.side("centre_back", hand),),
                (TI.side("centre_back_inner", hand, reversed=True),),
            ))  # fmt: skip
        making.trim("hook and eye", 1)
        making.operation(92, "Sew a hook and eye to the bow's ends at centre back.")
    else:
        for name in ("centre_back", "centre_back_inner"):
            making.seam(Seam(
                f"bow {name.replace('_', ' ')}", "join",
                (TI.side(name, "right"),), (TI.side(name, "left"),),
            ))  # fmt: skip
    joined = "" if neck.opening == "back" else "Join the bow at centre back. "
    making.operation(
        BASTED, f"{joined}Fold the bow's band lengthwise, sew its free edges and ends, turn and press; baste "
        "it to the neck, up to the notches beside centre front.",
    )  # fmt: skip


def _seat(making: Making, neck: Neckline) -> None:
    """Draw on the shell how far the band is sewn on: a line along the neckline's edge."""
    run = neck.front.runs[0]
    number = next(n for n, piece in enumerate(making.pieces) if piece.code == run.half.code)
    piece = making.pieces[number]
    lines = []
    for hand in HANDS if run.half.whole else (run.half.drafted,):
        side = run.half.side(run.edge, hand)
        way = Traced(piece.edge(str(side.edge)).points)
        from_centre = way.reversed() if side.reversed is not run.reversed else way
        _, rest = from_centre.split(GAP)
        name = run.half.line_side(SEAT, hand).line
        lines.append(InsideLine(str(name), "placement", rest.points[::-1]))
    making.pieces[number] = replace(piece, lines=(*piece.lines, *lines))


def _front_sides(neck: Neckline, hand: Hand) -> tuple[Side, ...]:
    """The front's neckline from the shoulder to where the band leaves it."""
    run = neck.front.runs[0]
    sides = neck.front.sides(hand, reversed=True)
    return (*sides[:-1], run.half.line_side(SEAT, hand))
