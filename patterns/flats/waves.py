"""The lower edge and the sides of what hangs below the waist: full cloth falls back in folds that lift
its hem, and lies over them in rolls. mm."""

from __future__ import annotations

from math import copysign, cos, pi, sin

from measurements.figure.curves import Curve, Point, back, joined, line, mirror, parted

from . import drape
from .conventions import redrawn
from .reading import GATHERED, PLEATED
from .worn import Worn

SWAYS = 5.0
"""How far outwards a side of free cloth hangs beside the mean, at most, mm; our own."""
STANDS = 9.0
"""How far the lower of two tiers stands out from the seam that it is gathered into, mm; our own."""


def sides(worn: Worn, top: float) -> tuple[Curve, Curve]:
    """Both side outlines from a height down to the hem, the picture's right and its left: free cloth hangs on
    neither side quite as on the other."""
    low = worn.hem - corner(worn)
    ends = [(top, worn.tier), (worn.tier + 0.1, low)] if worn.tier else [(top, low)]
    stretches = [worn.side.curve(*each) for each in ends]

    def swayed(hand: int) -> Curve:
        return joined(*(
            redrawn(stretch, lambda p: (hand * (p[0] + swings(worn, hand, p[1])), p[1]))
            for stretch in stretches
        ))  # fmt: skip

    return swayed(1), swayed(-1)


def swings(worn: Worn, hand: int, y: float) -> float:
    """How far outwards one side hangs beside the mean at a height, mm: one held at the hip not there."""
    if worn.free:
        out = 0.0
        if 0.0 < worn.tier < y:
            round_ = 0.5 + 0.5 * min((y - worn.tier) / 15.0, 1.0)
            out = STANDS * round_ * (worn.hem - y) / (worn.hem - worn.tier)
        down = min(max((y - worn.seam) / max(worn.hem - worn.seam, 1.0), 0.0), 1.0)
        wide = SWAYS * min(wave(worn) / 12.0, 1.0)
        return out + (
            wide
            * down
            * down
            * (sin(pi * (1.7 * down + 0.25)) if hand > 0 else -sin(pi * 1.4 * down))
        )
    long = worn.hem - worn.level["hip"]
    down = (y - worn.level["hip"]) / max(long, 1.0)
    if not 0.0 < down < 1.0 or worn.style in PLEATED:
        return 0.0
    # her left hangs straight, her right a trifle closer between hip and hem
    return min(0.006 * long, 2.8) * sin(pi * down) * (0.2 * cos(pi * down) if hand > 0 else -1.0)


def corner(worn: Worn) -> float:
    """How far up a free hem's end turns round, mm."""
    return min(0.4 * wave(worn), 6.0) if worn.free else 0.0


def reach(worn: Worn, y: float) -> float:
    """How far out the garment reaches a hem's depth up: a line sewn there ends at its outline."""
    return worn.side.at(min(y, worn.hem - corner(worn)))


def outline(upper: Curve, sides: tuple[Curve, Curve], foot: Curve) -> Curve:
    """A closed outline: `upper` is its upper edge's right half out from the centre, `foot` its lower edge
    from the right to the left."""
    return joined(upper, sides[0], foot, back(sides[1]), back(mirror(upper)))


def hem(worn: Worn) -> Curve:
    """From the right side of the picture to the left; where the cloth is full its folds fall back, and lift
    it: the next roll's edge lies over each."""
    deep = wave(worn)
    if worn.style in PLEATED or deep < 0.3:
        half = worn.bow(worn.hem, worn.hem_sag)
        return [*back(half), *mirror(half)]
    return [*_half_hem(worn, 1, deep), *back(mirror(_half_hem(worn, -1, deep)))]


def _half_hem(worn: Worn, hand: int, deep: float) -> Curve:
    """From the side in to the centre (as on the right)."""
    flutes, rises = drape.flutes(worn.style, worn.hang, hand), step(deep)
    half, turn = worn.side.at(worn.hem), corner(worn)
    beside = at_hem(worn, 1.0 - 1.6 * turn / half)
    curve: Curve = []
    if turn:
        out = worn.side.at(worn.hem - turn) + swings(worn, hand, worn.hem - turn)
        end = (out, worn.hem - turn)
        lean = worn.side.slope_at(worn.hem - turn)
        curve = [(end, (out + 0.8 * turn * lean, worn.hem - 0.2 * turn),
                  (beside[0] + 0.9 * turn, beside[1]), beside)]  # fmt: skip
    here = curve[-1][3] if curve else (half, worn.hem)
    for n in reversed(range(len(flutes))):
        flute = flutes[n]
        rise = flute.lift * deep
        inner = at_hem(worn, 0.0)  # where it is as long as it was drafted
        if n:  # a roll hangs lowest in its middle
            low, high = max(flutes[n - 1].edges), min(flute.edges)
            inner = at_hem(worn, (low + 2 * high) / 3, SWELLS * rise)
        over, back_ = at_hem(worn, flute.over), at_hem(worn, flute.under)
        if flute.over < flute.under:
            curve += _fallen(here, back_, over, inner, rise, rises)
        else:
            curve += back(_fallen(inner, back_, over, here, rise, rises))
        here = inner
    return curve


def _fallen(
    start: Point, under: Point, over: Point, end: Point, rise: float, rises: float
) -> Curve:
    """The hem through one fold: from the roll that begins at `under` up behind the edge `over` of the
    next, and down round that."""
    meets, edge = (over[0], over[1] - rise), (over[0], over[1] - rises * rise)
    (sx, sy), wide = start, over[0] - under[0]
    # round the edge of a step it sets out backwards, along a mere wave it runs on
    stepped = (1.0 - rises) / (1.0 - EDGE)
    out = stepped * copysign(0.1 * rise, -wide) + (1.0 - stepped) * 0.12 * (end[0] - over[0])
    return [
        (start, (under[0] + 0.35 * (sx - under[0]), sy + 0.15 * (under[1] - sy)),
         (over[0] - 0.6 * wide, meets[1] - 0.1 * rise), meets),
        line(meets, edge),
        (edge, (edge[0] + out, over[1] + 0.1 * rise),
         (over[0] + 0.35 * (end[0] - over[0]), end[1]), end),
    ]  # fmt: skip


EDGE, SWELLS = 0.4, 0.22
"""Where a roll's edge turns into its hem, and how much lower the roll hangs between, of a fold's lift."""


def step(deep: float) -> float:
    """Where a roll's edge turns into its hem, of the fold's lift: a shallow one is no step but a wave."""
    return 1.0 - (1.0 - EDGE) * min(deep / 6.0, 1.0)


def wave(worn: Worn) -> float:
    """How far the hem goes forward and back, as drawn up and down, mm."""
    return worn.once(_wave)


def _wave(worn: Worn) -> float:
    least = SPREADS if worn.style not in GATHERED else 0.0
    full = worn.fullness if worn.free else worn.fullness - least
    if worn.style in GATHERED:
        full = max(full, 0.0) + 0.15  # however little of it, it lies in folds
    deep = drape.wave(full, worn.length, worn.hang.deep)
    share = min(deep / SHALLOW, 1.0)
    return deep * share * share * (3 - 2 * share)


SHALLOW = 3.0
"""A hem that goes less far forward and back (mm) is all but even: what is left would look like nicks."""


SPREADS = 0.09
"""So much wider than the hip a hem spreads before it falls into folds; our own."""


def at_hem(worn: Worn, share: float, lift: float = 0.0) -> Point:
    """A point of the hem, `share` of the way from the centre to the side, `lift` mm lower."""
    return (worn.side.at(worn.hem) * share, worn.hem + worn.hem_sag * (1 - share * share) + lift)


def roll(worn: Worn, flute: drape.Flute, top: float) -> Curve:
    """The edge of the roll that lies over a fold (as on the right), from the hem up to the height `top`: in
    two stretches, as the outline beside it bends over the hip and back."""
    foot, sway = roll_foot(worn, flute), 0.5 * flute.sway
    lower = rising(worn, flute.over, foot, (foot[1] + top) / 2, sway)
    return [*lower, *rising(worn, flute.over, lower[0][3], top, -0.5 * sway)]


def roll_foot(worn: Worn, flute: drape.Flute) -> Point:
    """Where the edge of the roll that lies over a fold meets the hem."""
    deep = wave(worn)
    return at_hem(worn, flute.over, -step(deep) * flute.lift * deep)


def up_to(edge: Curve, share: float) -> Curve:
    """The lower `share` of a roll's edge."""
    lower, upper = edge
    if share <= 0.5:
        return [parted(lower, 2 * share)[0]]
    return [lower, parted(upper, 2 * share - 1)[0]]


def rolls(worn: Worn, top: float) -> list[tuple[float, Curve]]:
    """The edges of all rolls of a hem, from left to right and each from above down, with its share of the
    half-breadth: where what is printed on the cloth breaks."""
    found = []
    for hand in (-1, 1):
        for flute in drape.flutes(worn.style, worn.hang, hand):
            edge = back(roll(worn, flute, top))
            found.append((hand * flute.over, edge if hand > 0 else mirror(edge)))
    return sorted(found, key=lambda each: each[0])


def rising(worn: Worn, share: float, foot: Point, y: float, sway: float = 0.0) -> Curve:
    """The thread that ends at the hem's `share` of the breadth, from the hem up to the height y."""
    drop = foot[1] - y
    (xa, ya), xb = foot, worn.side.at(y) * share
    bend = (worn.side.at(ya - drop / 2) * share - (xa + xb) / 2) / 0.75
    third = (xb - xa) / 3
    sway *= 0.022 * drop
    return [(
        (xa, ya), (xa + third + bend + sway, ya - drop / 3),
        (xb - third + bend - 0.4 * sway, ya - drop * 2 / 3), (xb, y),
    )]  # fmt: skip
