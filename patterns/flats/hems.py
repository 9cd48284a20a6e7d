"""What hangs below the waist, alike for skirts and for bodices cut through: the hem and its folds, the
centre back with its zip, slits and vents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from measurements.figure.curves import (
    Cubic,
    Curve,
    Point,
    back,
    both_sides,
    joined,
    line,
    mirror,
    parted,
    spline,
)

from . import drape, waves
from .conventions import BRUSH, Fold, Layers, Line, Panel, Shade, moved, redrawn
from .reading import GATHERED, PLEATED
from .waves import SPREADS, at_hem, corner, wave
from .worn import Worn

TURNED = 0.35
"""How much of a stretch of a hem's edge the end is that turns up round the edge of a roll, our own."""

SHADED = ((1.0, 0.40), (0.72, 0.52), (0.42, 0.66))
"""How far from a roll's edge a fold lies in shade, and how deep: the nearer the deeper."""
SHADED_NARROW = ((1.0, 0.75), (0.45, 0.85))
"""The same of gathers in fluid cloth, which are narrow and many."""
SHADED_UPPER = SHADED_NARROW[:1]
"""The same of those of an upper tier."""
GLEAM = 2.0
"""How much a fold gleams, of its first shade; drawn once for all its shades."""

FAINT = 0.2
"""Below this share of a fold's whole length its line is the finer the shorter."""


class Roll(NamedTuple):
    """The edge of a roll, as on the right: it runs `along`; beside it shade leans as `edge` does and, where
    the next roll comes out, as `beyond` (one stretch each)."""

    along: Curve
    edge: Curve
    beyond: Curve


def inside(worn: Worn, layers: Layers) -> None:
    """The back of a full hem, seen from inside where the front's folds lift."""
    deep = wave(worn)
    if worn.style in PLEATED or deep < 2.0:
        return
    half, y = worn.side.at(worn.hem) - 8.0, worn.hem - corner(worn) - 1.0
    rise, sag = min(0.3 * deep, 5.0), worn.hem_sag
    rim: Curve = [((half, y), (half * 0.67, y + sag * 0.67 - rise), (half / 3, y + sag - rise),
                   (0.0, y + sag - rise))]  # fmt: skip
    top = y - 3 * deep - 20
    broad = worn.side.at(top) - 10.0
    upper = [line((0.0, top), (broad, top)), line((broad, top), (half, y))]
    layers.behind.append(Panel("hem-inside", both_sides(joined(upper, rim)), (top, y), inside=True))
    layers.behind_lines += [
        Line(rim, "seam", "hem_inside"),
        Line(mirror(rim), "seam", "hem_inside"),
    ]


def turned(worn: Worn, layers: Layers, foot: Curve, depth: float) -> None:
    """The stitches of a hem that is turned up: a fine line at its depth from side to side, which steps and
    waves as the hem's edge `foot` does."""
    y = worn.hem - depth
    shrunk = waves.reach(worn, y) / waves.reach(worn, worn.hem)
    edge = redrawn(foot, lambda p: (p[0] * shrunk, p[1] - depth))
    if corner(worn):  # where the edge turns up into the side, they run on to it
        (right, *_, first), (last, *_, left) = edge[0], edge[-1]
        edge[0], edge[-1] = line((right[0], first[1]), first), line(last, (left[0], last[1]))
    flat = [
        _unturned(piece) for piece in edge
        if abs(piece[3][0] - piece[0][0]) > 0.5 * abs(piece[3][1] - piece[0][1])
    ]  # fmt: skip
    layers.draw(flat, "stitch", "hem_stitch")


def _unturned(piece: Cubic) -> Cubic:
    """A stretch of a hem's edge without the end that turns up round the edge of a roll: so far up it is the
    roll's other side."""
    a, b, c, d = piece
    if abs(b[1] - a[1]) > abs(b[0] - a[0]):
        return parted(piece, TURNED)[1]
    return parted(piece, 1.0 - TURNED)[0] if abs(d[1] - c[1]) > abs(d[0] - c[0]) else piece


def fullness(worn: Worn, layers: Layers) -> None:
    """Folds that rise from the hem where the cloth falls back: a line up the edge of the roll that lies over
    each and shade beside it, longer and deeper where there is more to fold."""
    gathered = worn.style in GATHERED
    fall = worn.fullness - 1.0 - (0.0 if worn.free else SPREADS)
    if worn.style in PLEATED or (fall < 0.04 and not gathered):
        return
    low, deep = worn.hem, wave(worn)
    top = worn.tier or worn.seam if worn.free else min(worn.level["hip"], low - 40)
    grown = 1.0 if gathered else min((fall - 0.04) / (0.5 if worn.free else 0.4), 1.0)
    drawn = 1.0 if gathered else min(max(fall - 0.05, 0.0) / 0.46, 1.0)
    strength = min(max(0.42 * (fall - 0.04), 0.03 if gathered else 0.0), 0.15)
    steps = SHADED_NARROW if _many(worn) else SHADED
    for hand in (1, -1):
        for flute in drape.flutes(worn.style, worn.hang, hand):
            long = flute.long * worn.hang.long * (0.5 + 0.5 * grown) * (1.0 if worn.free else 0.85)
            head = low - long * (low - top)
            start, whole = waves.roll_foot(worn, flute), waves.roll(worn, flute, top)
            share = (start[1] - head) / (start[1] - top)
            edge = waves.rising(worn, flute.over, start, head, flute.sway)
            foot = at_hem(worn, flute.under, -0.3 * flute.lift * deep)
            beyond = waves.rising(worn, flute.under, foot, head, flute.sway)
            if drawn:
                # a short one would look like a nick
                wide = BRUSH * (0.45 + 0.55 * grown) * min(drawn / FAINT, 1.0)
                line_ = waves.up_to(whole, 0.94 * drawn * share)
                layers.lines.append(
                    Line(line_ if hand > 0 else mirror(line_), "fold", "fold", wide)
                )
            roll = Roll(waves.up_to(whole, share), edge, beyond)
            _shaded(layers, hand, roll, steps, strength, past=deep + 4.0)


def _many(worn: Worn) -> bool:
    """Whether its folds are narrow and many, as gathers are in fluid cloth."""
    return worn.style in GATHERED and worn.hang.flutes > 1.0


def _shaded(
    layers: Layers,
    hand: int,
    roll: Roll,
    steps: Sequence[tuple[float, float]],
    strength: float,
    past: float,
) -> None:
    """Shade beside a roll, in steps as SHADED, and `past` its foot by so many mm: by nought where it ends in
    a seam, and then none of it gleams."""
    if hand < 0:
        # the light comes from the picture's left: there the roll's own edge catches it
        roll = Roll(*map(mirror, roll))
        strength *= 0.8
    down, (x, y) = back(roll.along), roll.edge[0][0]
    for n, (part, share) in enumerate(steps):
        outer = _leaning(roll.edge, roll.beyond, part)
        out, low = outer[0][0]
        shape = joined(down, [line((x, y + past), (out, low + past))], outer)
        gleams = GLEAM if past and not n else 0.0
        layers.folds.append(Fold(shape, strength * share, fades=True, gleams=gleams))


def upper_tier(worn: Worn, layers: Layers, sag: float) -> None:
    """The folds of the upper of two tiers, that run on down to the seam between them (`sag` lower at the
    centre): less deep than the lower one's."""
    y, high = worn.tier, worn.tier - worn.seam
    steps = SHADED_UPPER if _many(worn) else SHADED
    for hand in (1, -1):
        for flute in drape.flutes(worn.style, worn.hang, hand):
            edge, beyond = (
                waves.rising(
                    worn, share, (worn.side.at(y) * share, worn.on_bow(y, worn.side.at(y) * share, sag)),
                    y - (0.5 + 0.42 * flute.long) * high, flute.sway,
                )
                for share in flute.edges
            )  # fmt: skip
            layers.lines.append(
                Line(edge if hand > 0 else mirror(edge), "fold", "fold", 0.6 * BRUSH)
            )
            _shaded(layers, hand, Roll(edge, edge, beyond), steps, 0.09, past=0.0)


def _mixed(p: Point, q: Point, share: float) -> Point:
    return (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)


def _leaning(curve: Curve, other: Curve, share: float) -> Curve:
    """A thread between two that end in one point above: `share` of the way from the curve to the other."""
    (a, b, c, end), (p, q, r, _) = curve[0], other[0]
    return [(_mixed(a, p, share), _mixed(b, q, share), _mixed(c, r, share), end)]


REACH = (1.0, 0.45, 0.74, 0.38, 0.86, 0.52, 0.66)
LEAN = (0.6, -1.0, 0.2, 1.0, -0.5, 0.9, -0.2)
"""How long gathers are one after another, and how they lean: no two alike, as in cloth."""


def gathers(
    worn: Worn, layers: Layers, y: float, shares: tuple[float, float], count: int, long: float,
    *, up: bool = False, sag: float | None = None,
) -> None:  # fmt: skip
    """Folds that run out of a gathered seam at the height y, between two shares of the way round; the seam
    lies `sag` lower at the centre, or as level lines do."""
    count = round(count * (0.6 + 0.4 * worn.hang.flutes))
    step = (shares[1] - shares[0]) / count
    for hand in (1, -1):
        for n in range(count):
            place = n if hand > 0 else n + 3
            share = shares[0] + step * (n + 0.5 + 0.3 * LEAN[(place + 2) % 7])
            reach = long * REACH[place % 7] * (-1 if up else 1)
            x = worn.across(share, y)
            start = (x, worn.on_bow(y, x, sag))
            lean = (worn.across(share, y + reach) - x) * 0.9 + 1.6 * LEAN[place % 7]
            fold: Curve = [(
                start, (x + 0.1 * lean - 0.8 * LEAN[place % 7], start[1] + 0.35 * reach),
                (x + 0.5 * lean, start[1] + 0.7 * reach), (x + lean, start[1] + reach),
            )]  # fmt: skip
            layers.lines.append(Line(fold if hand > 0 else mirror(fold), "fold", "gathers"))


def centre_back(
    layers: Layers,
    top: Point,
    low: float,
    zip_end: float | None,
    vent: float,
    *,
    slit: bool = False,
    lined: bool = False,
) -> None:
    """A seam down the centre back from `top` to the height `low`: a zip above, a vent below, or a `slit`
    that shows no underlay but the inside of her front, `lined` or not."""
    layers.draw([line(top, (0.0, low - vent))], "seam", "centre_back")
    if zip_end is not None and zip_end > top[1] + 20:
        end = min(zip_end, low - vent - 5)
        layers.draw([line((-5.0, end), (5.0, end))], "zip", "zip_end")
        layers.draw([line((0.0, end - 7), (0.0, end))], "edge", "zip_end")
    if vent <= 0:
        return
    start = (0.0, low - vent)
    if slit:
        # each edge turns aside, and the inside of her front is seen between, in shade
        wide = min(0.045 * vent + 2.0, 11.0)
        edges = [
            _aside(start, vent, hand * wide * much) for hand, much in ((1.0, 1.0), (-1.0, 0.7))
        ]
        feet = [edge[-1][3] for edge in edges]
        gap = joined(edges[0], [line(*feet)], back(edges[1]))
        layers.panels.append(Panel("slit", gap, (start[1], low), inside=True, lining=lined))
        layers.folds.append(Fold(gap, 0.4))
        for edge in edges:
            layers.draw(edge, "edge", "vent")
        layers.draw([line((-4.0, start[1]), (4.0, start[1]))], "seam", "vent_bar")
        return
    # her left side laps over; below the seam's end it leaves a sliver of the underlay to be seen
    over = _aside(start, vent, -min(0.03 * vent + 2.0, 8.0))
    foot = over[-1][3]
    under = _aside(start, vent, min(0.02 * vent + 1.0, 5.0))
    hem_ = [
        line(foot, (foot[0] + 1.0, low - 3.0)),
        line((foot[0] + 1.0, low - 3.0), (under[-1][3][0], low - 3.0)),
    ]
    layers.folds.append(Fold(joined(over, hem_, back(under)), 0.34))
    layers.draw(under, "fine", "vent")
    layers.draw(over, "edge", "vent")
    # what holds it up inside is stitched through aslant, as far as the vent is deep
    deep = min(VENT, 0.5 * vent)
    corner = (-deep, start[1] + 0.5 * deep)
    layers.draw([line(start, corner), line(corner, (-deep - 1.5, low - 6.0))], "stitch", "vent_top")


VENT = 42.0
"""How deep the underlay of a vent is, mm."""


def _aside(top: Point, long: float, wide: float) -> Curve:
    """An edge that hangs free below `top`, and turns aside by so much at the hem."""
    (x, y), low = top, top[1] + long
    return [((x, y), (x, y + 0.45 * long), (x + 0.55 * wide, y + 0.8 * long), (x + wide, low))]


LAPS = (7.0, 0.2)
"""How far beside an edge that lies over other cloth its shade reaches, mm, and how deep."""


def lapped(layers: Layers, edge: Curve) -> None:
    """The thin shade that the edge of an upper front, given from above down, casts on the lower one."""
    wide, deep = LAPS
    shade = joined(edge, back(moved(edge, wide, -0.2 * wide)))
    layers.folds.append(Fold(shade, deep, gleams=0.0))


def side_slits(worn: Worn, layers: Layers, height: float) -> None:
    """Open side seams: each shows a sliver of shade where the back hangs behind."""
    low = worn.hem
    top = low - height
    x = worn.side.at(top)
    edge = spline([(x, top), (worn.side.at(low - height * 0.4) - 3, low - height * 0.4),
                   (worn.side.at(low) - 9, low + 1.0)])  # fmt: skip
    layers.both(edge, "edge", "slit")
    sliver = joined(edge, [line(edge[-1][3], (worn.side.at(low), low))],
                    back(worn.side.curve(top, low)))  # fmt: skip
    layers.fold(sliver, 0.30)


def shade(worn: Worn, layers: Layers) -> None:
    """A broad soft light down the side that the light comes from: over the hip and on down the thigh."""
    hip, low = worn.level["hip"], worn.hem
    if low < hip + 60:
        return
    half, long = worn.side.at(hip), low - worn.waist
    layers.shades.append(
        Shade(-half * 0.30, worn.waist + 0.5 * long, half * 0.62, 0.62 * long, 0.09, light=True)
    )
