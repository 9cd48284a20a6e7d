"""What hangs below the waist, alike for skirts and for bodices cut through: the hem and its folds, the
centre back with its zip, slits and vents."""

from __future__ import annotations

from itertools import pairwise

from measurements.figure.curves import (
    Curve,
    Point,
    back,
    both_sides,
    bowed,
    joined,
    line,
    mirror,
    spline,
)

from . import drape
from .conventions import BRUSH, Fold, Layers, Line, Panel, Shade, redrawn, ring
from .reading import GATHERED, PLEATED
from .worn import Worn

SHOWN = 0.62
"""Of a hem's stitching, the least share of the breadth worth drawing: less looks like a stray thread."""


def hem(worn: Worn) -> Curve:
    """From the side in to the centre; where the cloth is full its folds fall back, and lift it."""
    deep = _wave(worn)
    if worn.style in PLEATED or deep < 0.3:
        return back(worn.bow(worn.hem, worn.hem_sag))
    steep = min(deep / 7.0, 1.0)
    points = [(1.0, 0.0)]
    curve: Curve = []
    flutes = _flutes(worn)
    for n in reversed(range(len(flutes))):
        flute, inner = flutes[n], flutes[n - 1].share if n else -flutes[0].share
        lift = -flute.lift
        wide = flute.wide * (0.4 + 0.6 * min(deep / 6.0, 1.0))
        out, in_ = flute.share + wide, flute.share - wide
        points += [(out, lift * 0.45), (flute.share, lift), (in_, lift * 0.5)]
        points.append(((flute.share + inner) / 2 if n else 0.0, 0.0))
    placed = [at_hem(worn, share, lift * deep) for share, lift in points]
    for n, (a, b) in enumerate(pairwise(placed)):
        # the cloth turns upright at a fold's two edges, and runs level between
        upright = (0.0 if n % 4 in (0, 2) else steep, steep if n % 4 in (0, 2) else 0.0)
        dx, dy = b[0] - a[0], b[1] - a[1]
        curve.append((
            a, (a[0] + 0.45 * dx * (1 - upright[0]), a[1] + 0.5 * dy * upright[0]),
            (b[0] - 0.45 * dx * (1 - upright[1]), b[1] - 0.5 * dy * upright[1]), b,
        ))  # fmt: skip
    return curve


def _wave(worn: Worn) -> float:
    return drape.wave(worn.fullness, worn.length, worn.hang.deep)


def _flutes(worn: Worn) -> list[drape.Flute]:
    return drape.flutes(worn.style, worn.hang)


def at_hem(worn: Worn, share: float, lift: float = 0.0) -> Point:
    """A point of the hem, `share` of the way from the centre to the side, `lift` mm lower."""
    return (worn.side.at(worn.hem) * share, worn.hem + worn.hem_sag * (1 - share * share) + lift)


def inside(worn: Worn, layers: Layers) -> None:
    """The back of a full hem, seen from inside where the front's folds lift."""
    deep = _wave(worn)
    if worn.style in PLEATED or deep < 2.0:
        return
    half, y = worn.side.at(worn.hem), worn.hem
    rise, sag = min(0.3 * deep, 5.0), worn.hem_sag
    rim: Curve = [((half, y), (half * 0.67, y + sag * 0.67 - rise), (half / 3, y + sag - rise),
                   (0.0, y + sag - rise))]  # fmt: skip
    top = y - 3 * deep - 20
    upper = [line((0.0, top), (worn.side.at(top), top)), line((worn.side.at(top), top), (half, y))]
    layers.behind.append(Panel("hem-inside", both_sides(joined(upper, rim)), (top, y), inside=True))
    layers.behind_lines += [
        Line(rim, "seam", "hem_inside"),
        Line(mirror(rim), "seam", "hem_inside"),
    ]


def turned(worn: Worn, layers: Layers, depth: float) -> None:
    """The hem's stitches hardly show: a fine line at its depth, left out at the sides."""
    y = worn.hem - depth
    # where the hem falls into folds, so does its stitching: less and less of it is seen
    half = (worn.side.at(y) - 6.0) * min(max((2.0 - worn.fullness) / 0.95, 0.0), 1.0)
    if half < SHOWN * worn.side.at(y) or worn.style in PLEATED:
        return
    top = worn.on_bow(y, half, worn.hem_sag)
    sag = worn.hem_sag + y - top
    layers.draw([bowed((-half, top), (half, top), sag * 0.95)], "stitch", "hem_stitch")


def fullness(worn: Worn, layers: Layers) -> None:
    """Folds that rise from the hem where the cloth falls back: a line up each edge and shade between, longer
    and deeper where there is more to fold."""
    fall = worn.fullness - 1.0
    gathered = worn.style in GATHERED
    if worn.style in PLEATED or (fall < 0.04 and not gathered):
        return
    low, deep = worn.hem, _wave(worn)
    top = worn.tier or worn.seam if worn.free else min(worn.level["hip"], low - 40)
    grown = 1.0 if gathered else min((fall - 0.04) / (0.5 if worn.free else 0.4), 1.0)
    drawn = 1.0 if gathered else min(max(fall - 0.05, 0.0) / 0.46, 1.0)
    strength = min(max(0.42 * (fall - 0.04), 0.03), 0.15)
    for flute in _flutes(worn):
        long = flute.long * worn.hang.long * (0.5 + 0.5 * grown) * (1.0 if worn.free else 0.85)
        head = low - long * (low - top)
        wide = flute.wide * (0.4 + 0.6 * min(deep / 6.0, 1.0))
        edges = [
            _rising(worn, share, at_hem(worn, share, -0.47 * flute.lift * deep), head)
            for share in (flute.share + wide, flute.share - wide)
        ]
        if drawn:
            wide = BRUSH * (0.45 + 0.55 * grown)
            layers.both(_part(edges[0], drawn * 0.94), "fold", "fold", wide)
            layers.both(_part(edges[1], drawn * 0.62 * grown), "fold", "fold", wide)
        outer, inner = edges
        for part in (1.0, 0.5):
            side = _leaning(inner, outer, part)
            foot = (side[0][0][0], side[0][0][1] + 4.0)  # the clip cuts it at the hem
            out = (outer[0][0][0], outer[0][0][1] + 4.0)
            layers.fold(joined(back(outer), [line(out, foot)], side), strength, fades=True)


def _rising(worn: Worn, share: float, foot: Point, y: float) -> Curve:
    """The thread that ends at the hem's `share` of the breadth, from the hem up to the height y."""
    drop = foot[1] - y
    (xa, ya), xb = foot, worn.side.at(y) * share
    bend = (worn.side.at(ya - drop / 2) * share - (xa + xb) / 2) / 0.75
    third = (xb - xa) / 3
    return [(
        (xa, ya), (xa + third + bend, ya - drop / 3), (xb - third + bend, ya - drop * 2 / 3), (xb, y),
    )]  # fmt: skip


def _part(curve: Curve, share: float) -> Curve:
    """The first stretch of a single Bézier."""
    a, b, c, d = curve[0]
    ab, bc, cd = _mixed(a, b, share), _mixed(b, c, share), _mixed(c, d, share)
    abc, bcd = _mixed(ab, bc, share), _mixed(bc, cd, share)
    return [(a, ab, abc, _mixed(abc, bcd, share))]


def _mixed(p: Point, q: Point, share: float) -> Point:
    return (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)


def _leaning(curve: Curve, other: Curve, share: float) -> Curve:
    """A thread between two that end in one point above: `share` of the way from the other to the curve."""
    between = [_mixed(q, p, share) for p, q in zip(curve[0], other[0], strict=True)]
    a, b, c, _ = between
    return [(a, b, c, other[0][3])]


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
    for n in range(count):
        share = shares[0] + (shares[1] - shares[0]) * (n + 0.5) / count
        reach = long * REACH[n % 7] * (-1 if up else 1)
        x = worn.across(share, y)
        start = (x, worn.on_bow(y, x, sag))
        lean = (worn.across(share, y + reach) - x) * 0.9 + 1.6 * LEAN[n % 7]
        end = (x + lean, start[1] + reach)
        layers.both([(
            start, (x + 0.1 * lean - 0.8 * LEAN[n % 7], start[1] + 0.35 * reach),
            (x + 0.5 * lean, start[1] + 0.7 * reach), end,
        )], "fold", "gathers")  # fmt: skip


def centre_back(
    layers: Layers,
    top: Point,
    low: float,
    zip_end: float | None,
    vent: float,
    *,
    slit: bool = False,
) -> None:
    """A seam down the centre back from `top` to the height `low`: a zip above, a vent below, or a `slit`
    that shows no underlay."""
    layers.draw([line(top, (0.0, low - vent))], "seam", "centre_back")
    if zip_end is not None and zip_end > top[1] + 20:
        end = min(zip_end, low - vent - 5)
        layers.draw([line((-5.0, end), (5.0, end))], "zip", "zip_end")
        layers.draw([line((0.0, end - 7), (0.0, end))], "edge", "zip_end")
    if vent <= 0:
        return
    if slit:
        gap = [(0.0, low - vent), (3.0, low), (-3.0, low), (0.0, low - vent)]
        layers.folds.append(Fold([line(a, b) for a, b in pairwise(gap)], 0.38))
        for hand in (-1.0, 1.0):
            layers.draw([line((0.0, low - vent), (hand * 3.0, low))], "edge", "vent")
        return
    under = low - 2.5  # the underlay hangs a trifle higher and shows a sliver of shade
    corners = [(0.0, low - vent), (7.0, low - vent * 0.4), (11.0, under), (0.0, low),
               (0.0, low - vent)]  # fmt: skip
    sliver: Curve = [line(a, b) for a, b in pairwise(corners)]
    layers.folds.append(Fold(sliver, 0.38))
    layers.draw(sliver[:2], "seam", "vent")
    layers.draw([line((0.0, low - vent), (0.0, low))], "edge", "vent")
    layers.draw([line((0.0, low - vent), (-34.0, low - vent + 22.0))], "stitch", "vent_top")


def pull(layers: Layers, top: Point) -> None:
    """The zip's pull, below its upper end."""
    x, y = top
    drop: Curve = [
        ((x, y + 5), (x + 3.2, y + 10), (x + 3.0, y + 16), (x, y + 16)),
        ((x, y + 16), (x - 3.0, y + 16), (x - 3.2, y + 10), (x, y + 5)),
    ]
    layers.draw(drop, "seam", "zip_pull")
    hook = [((x - 3.5, y + 2.5), (x - 1.5, y + 0.5), (x + 1.5, y + 0.5), (x + 3.5, y + 2.5))]
    layers.draw(hook, "fine", "hook")


def button(layers: Layers, at: Point, radius: float = 5.5) -> None:
    """A button with its two holes."""
    x, y = at
    layers.draw(ring(at, radius), "seam", "button")
    for off in (-0.3 * radius, 0.3 * radius):
        layers.draw([line((x + off, y - 0.3), (x + off, y + 0.3))], "zip", "button_hole")


def side_zip(worn: Worn, layers: Layers, top: float, bottom: float) -> None:
    """A zip in her left side seam, seen edge on: its end and its pull just inside the outline."""
    hand = 1.0 if worn.front else -1.0
    stretch = worn.side.curve(top, bottom)
    inside = redrawn(stretch, lambda point: (hand * (point[0] - 5.0), point[1]))
    layers.draw(inside, "fine", "side_zip")
    x = worn.side.at(bottom)
    layers.draw([line((hand * (x - 9.0), bottom), (hand * x, bottom))], "zip", "side_zip")
    x = worn.side.at(top)
    layers.draw(
        [line((hand * (x - 6.0), top + 1), (hand * (x - 6.0), top + 10))], "dart", "zip_pull"
    )


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
    """Light on the fullest part, shade under it and towards the hem."""
    hip, low = worn.level["hip"], worn.hem
    if low < hip + 60:
        return
    half, long = worn.side.at(hip), low - worn.waist
    layers.shades.append(Shade(-half * 0.34, hip - 10, half * 0.42, 0.34 * long, 0.13, light=True))
    layers.shades.append(Shade(half * 0.62, hip + 0.30 * long, half * 0.5, 0.55 * long, 0.12))
