"""How a belt is drafted: a folded band to tie, or a stiff one to buckle. It is sewn to nothing but itself."""

from __future__ import annotations

import numpy as np

from patterns.components.base import Making
from patterns.components.facings import interfacing
from patterns.components.halves import HANDS, Half
from patterns.drafting.cutting import Part, cut_piece
from patterns.drafting.draft import FinishedMeasure, InsideLine, Mark, Seam, Side
from patterns.drafting.geometry import Path, Point

OVER_WAIST = 20.0  # a belt lies over the cloth of the waist: so much longer than her waist; our own
TO_TIE = 560.0  # each end of a tie belt, from the middle of the knot; CP 500-650
SLANT = 0.6  # how much longer a tie's end is at the fold, as a share of its width; our own
TONGUE, BUCKLED = 150.0, 40.0  # past the closing, and turned round the buckle's bar; CP
HOLES, APART = 5, 25.0  # CP: five holes an inch apart, she wears the middle one
POINT = 0.5  # how far a stiff belt's point stands out, as a share of its width
ALLOWANCE = 6.0  # trade facts §7: enclosed seams 6-7


def draft(making: Making) -> None:
    """Adds BE (and BEU, a stiff belt's backing), with its seams, length and trims."""
    if making.text("belt.style") == "tie":
        _tie(making)
    else:
        _stiff(making)


def _around(making: Making) -> float:
    """What the belt goes round: the garment's finished waist where it is shaped there, else hers."""
    finished = next((m.value for m in making.finished if m.name == "waist_girth"), None)
    loose = making.body["waist_girth"] + 2 * OVER_WAIST
    return OVER_WAIST + min(loose, finished if finished is not None else loose)


def _tie(making: Making) -> None:
    """One half of the band, x = 0 centre back, folded along its middle; two halves joined there."""
    wide, long = making.number("belt.width"), _around(making) / 2 + TO_TIE
    deep, tip = 2 * wide, (long + SLANT * wide, wide)
    belt = Half("BE", "back", whole=False)
    outline: tuple[tuple[str, Point, Point], ...] = (
        ("edge", (0.0, 0.0), (long, 0.0)), ("end", (long, 0.0), tip),
        ("end_inner", tip, (long, deep)), ("edge_inner", (long, deep), (0.0, deep)),
        ("centre_back", (0.0, deep), (0.0, 0.0)),
    )  # fmt: skip
    making.pieces.append(belt.cut(
        "tie belt", "belt",
        [Part(name, Path.straight(a, b), 10.0 if name == "centre_back" else ALLOWANCE)
         for name, a, b in outline],
        grainline=((0.1 * long, 0.7 * wide), (0.9 * long, 0.7 * wide)),
        lines=[InsideLine("fold", "fold", np.array(((0.0, wide), tip)))],
    ))  # fmt: skip
    for hand in HANDS:
        for name in ("edge", "end"):
            making.seam(Seam(
                f"belt {name} {hand}", "join", (belt.side(name, hand),),
                (belt.side(f"{name}_inner", hand, reversed=True),),
            ))  # fmt: skip
    making.seam(Seam(
        "belt centre back", "join",
        (belt.side("centre_back", "right"),), (belt.side("centre_back", "left"),),
    ))  # fmt: skip
    making.finished.append(
        FinishedMeasure("belt_length", 2 * long, edges=(("BE", "edge", 2),))
    )  # fmt: skip
    making.operation(
        85, "Tie belt: join at centre back, fold lengthwise, sew all round but for a gap to turn; turn, "
        "close, press. Thread loops at the side seams, 5 mm longer than it is wide.",
    )  # fmt: skip


def _stiff(making: Making) -> None:
    """The belt flat, its buckle end at x = 0, its point on the right; the backing is the same."""
    wide, around = making.number("belt.width"), _around(making)
    end, tip = around + TONGUE, (around + TONGUE + POINT * wide, wide / 2)
    start = -BUCKLED
    outline: tuple[tuple[str, Point, Point], ...] = (
        ("top", (start, 0.0), (end, 0.0)), ("point_top", (end, 0.0), tip),
        ("point_bottom", tip, (end, wide)), ("bottom", (end, wide), (start, wide)),
        ("buckle_end", (start, wide), (start, 0.0)),
    )  # fmt: skip
    parts = [Part(name, Path.straight(a, b), ALLOWANCE) for name, a, b in outline]
    middle = wide / 2
    grain = (0.1 * around, 0.3 * wide), (0.9 * around, 0.3 * wide)
    holes = tuple((around + (n - HOLES // 2) * APART, middle) for n in range(HOLES))
    lines = [
        InsideLine("buckle", "fold", np.array(((0.0, 0.0), (0.0, wide)))),
        InsideLine("belt waist", "measure", np.array(((0.0, middle), (around, middle)))),
    ]
    for code, name in (("BE", "belt"), ("BEU", "belt backing")):
        piece = cut_piece(
            code, name, "belt", parts, grainline=grain, lines=lines, marks=[Mark("drill", holes)],
        )  # fmt: skip
        making.pieces += [piece, interfacing(piece)]
    for name, _, _ in outline:
        making.seam(
            Seam(
                f"belt {name.replace('_', ' ')}", "join", (Side("BE", name),), (Side("BEU", name),)
            )
        )
    making.finished.append(
        FinishedMeasure("belt_length", around, lines=(("BE", "belt waist", 1),))
    )  # fmt: skip
    making.trim("belt buckle", 1, wide)
    making.trim("eyelet", HOLES, 4.0)
    making.operation(
        85, "Stiff belt: fuse both layers, sew them together round the point, turn, press and topstitch 2 mm "
        "from the edge; set five eyelets, sew the buckle on. Thread loops at the side seams.",
    )  # fmt: skip
