"""What hangs below the waist, alike for skirts and for bodices cut through: the hem and its folds, the
centre back with its zip, slits and vents."""

from __future__ import annotations

from itertools import pairwise

from measurements.figure.curves import (
    Cubic,
    Curve,
    Point,
    at,
    back,
    bowed,
    joined,
    line,
    spline,
)

from . import drape
from .conventions import Fold, Layers, Shade, redrawn
from .reading import PLEATED
from .worn import Worn


def hem(worn: Worn) -> Curve:
    """From the side in to the centre; waved where the cloth is full."""
    if worn.style in PLEATED or drape.wave(worn.fullness, worn.length) < 0.3:
        return back(worn.bow(worn.hem, worn.hem_sag))
    points = [at_hem(worn, share, lift) for share, lift in ((1.0, 0.0), *_turns(worn))]
    return spline([*points, (-points[-2][0], points[-2][1])])[:-1]


def _turns(worn: Worn) -> list[tuple[float, float]]:
    return drape.turns(drape.flutes(worn.fullness))


def at_hem(worn: Worn, share: float, lift: float = 0.0) -> Point:
    """A point of the hem, `share` of the way from the centre to the side."""
    y = (
        worn.hem
        + worn.hem_sag * (1 - share * share)
        + drape.wave(worn.fullness, worn.length) * lift
    )
    return (worn.side.at(worn.hem) * share, y)


def turned(worn: Worn, layers: Layers, depth: float) -> None:
    """The hem's stitches hardly show: a fine line at its depth, left out at the sides."""
    y = worn.hem - depth
    half = worn.side.at(y) - 6.0
    if worn.fullness > 1.35:
        return
    layers.draw([bowed((-half, y), (half, y), worn.hem_sag * 0.95)], "stitch", "hem_stitch")


def fullness(worn: Worn, layers: Layers) -> None:
    """Soft flutes that start below the hip and open towards the hem, deeper where it is fuller."""
    fall = worn.fullness - 1.0
    if fall < 0.04 or worn.style in PLEATED:
        return
    low = worn.hem
    top = worn.seam if worn.free else min(worn.level["hip"], low - 40)
    half = worn.side.at(low)
    strength = min(0.45 * (fall - 0.04), 0.10)
    back_turns = [turn for turn in _turns(worn) if turn[1] < 0]
    for n, (share, lift) in enumerate(back_turns):
        start = (0.12, 0.04, 0.20, 0.08, 0.16)[n % 5] + (0.05 if worn.free else 0.0)
        y = top + start * (low - top)
        foot = at_hem(worn, share, lift)
        head = (worn.across(_round(worn, share), y), y)
        wide = half * (0.035 + 0.10 * min(fall, 0.45)) * (0.35 + 0.65 * (1 - share * share) ** 0.5)
        parts = (1.0, 0.62, 0.28) if len(back_turns) < 4 else (1.0, 0.5)
        for part in parts:
            flute = _flute(head, foot, wide * part)
            layers.fold(flute, strength) if share else layers.folds.append(Fold(flute, strength))
        if fall > 0.10:
            # the crease itself is seen only where the cloth has come together, towards the hem
            begin = max(0.70 - 0.35 * max(fall - 0.3, 0.0), 0.30) + 0.06 * (n % 3)
            near = [at(_spine(head, foot), begin + (1 - begin) * t) for t in (0.0, 0.5, 1.0)]
            if share:
                layers.both(spline(near), "fold", "fold")
            else:
                layers.draw(spline(near), "fold", "fold")


def _round(worn: Worn, share: float) -> float:
    """The share of the way round at which a thread lies that ends at this share of the hem's breadth."""
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if worn.across(middle, worn.hem) < share * worn.side.at(worn.hem)
            else (low, middle)
        )  # fmt: skip
    return (low + high) / 2


def _spine(top: Point, foot: Point) -> Cubic:
    """The line a flute falls along: steep at first, then out with the skirt."""
    (xa, ya), (xb, yb) = top, foot
    return (
        top,
        (xa + 0.25 * (xb - xa), ya + 0.33 * (yb - ya)),
        (xa + 0.64 * (xb - xa), ya + 0.67 * (yb - ya)),
        foot,
    )


def _flute(top: Point, foot: Point, wide: float) -> Curve:
    """A long tongue of shade about its spine: a point above, `wide` to both sides at the foot."""
    a, b, c, d = _spine(top, foot)
    right: Cubic = (a, (b[0] + 0.10 * wide, b[1]), (c[0] + 0.65 * wide, c[1]), (d[0] + wide, d[1]))
    left: Cubic = (a, (b[0] - 0.10 * wide, b[1]), (c[0] - 0.65 * wide, c[1]), (d[0] - wide, d[1]))
    low = d[1] + 8.0  # past the hem: the clip cuts it
    foot_line = [line(right[3], (right[3][0], low)), line((right[3][0], low), (left[3][0], low))]
    return joined([right], foot_line, back([left]))


def gathers(
    worn: Worn, layers: Layers, y: float, shares: tuple[float, float], count: int, long: float,
    *, up: bool = False,
) -> None:  # fmt: skip
    """Short folds that run out of a gathered seam at the height y, between two shares of the way round."""
    for n in range(count):
        share = shares[0] + (shares[1] - shares[0]) * (n + 0.5) / count
        reach = long * (1.0, 0.55, 0.8, 0.45, 0.9)[n % 5] * (-1 if up else 1)
        x = worn.across(share, y)
        start = (x, worn.on_bow(y, x))
        lean = worn.across(share, y + reach) - x
        end = (x + lean + (1.5 if n % 2 else -1.5), start[1] + reach)
        bend = _between(start, end, 0.5, 1.2)
        layers.both([(start, bend, bend, end)], "fold", "gathers")


def _between(a: Point, b: Point, share: float, out: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share + out, a[1] + (b[1] - a[1]) * share)


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
    layers.draw([line((0.0, top[1] + 2), (0.0, top[1] + 13))], "edge", "zip_pull")


def side_zip(worn: Worn, layers: Layers, top: float, bottom: float) -> None:
    """A zip in her left side seam, seen edge on: its end and its pull just inside the outline."""
    hand = 1.0 if worn.front else -1.0
    stretch = worn.side.curve(top, bottom)
    inside = redrawn(stretch, lambda point: (hand * (point[0] - 5.0), point[1]))
    layers.draw(inside, "fine", "side_zip")
    x = worn.side.at(bottom)
    layers.draw([line((hand * (x - 9.0), bottom), (hand * x, bottom))], "zip", "side_zip")
    x = worn.side.at(top)
    layers.draw([line((hand * (x - 5.0), top), (hand * (x - 5.0), top + 10))], "edge", "zip_pull")


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
