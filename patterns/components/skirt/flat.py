"""How a skirt is drawn: it leaves the waist over the hip, hangs straight below its fullest point,
and falls in folds where the hem is wider than the hip."""

from __future__ import annotations

from itertools import pairwise

from measurements.figure.curves import (
    Cubic,
    Curve,
    Point,
    at,
    back,
    both_sides,
    bowed,
    joined,
    line,
    mirror,
    spline,
)
from patterns.flats.conventions import Fold, Layers, Line, Panel, Shade
from patterns.flats.worn import Worn

WAVES = ((0.91, 0.5), (0.80, -0.7), (0.64, 0.8), (0.46, -0.7), (0.30, 0.6), (0.17, -0.4))
"""A full hem's wave: where it comes forward (down) and goes back (up), of its half-breadth."""


def flat(worn: Worn) -> Layers:
    """The skirt's layers, front or back."""
    layers = Layers()
    waist, hem = worn.waist, worn.hem
    side = worn.side.curve(waist, hem)
    hem_line = _hem(worn)
    top = _half_bow(worn, waist, worn.sag(waist))
    outline = both_sides(joined(top, side, hem_line))
    layers.panels.append(Panel("skirt", outline, (waist, hem)))
    layers.lines.append(Line(side, "outline", "side"))
    layers.lines.append(Line(mirror(side), "outline", "side"))
    layers.lines.append(Line(joined(hem_line, back(mirror(hem_line))), "outline", "hem"))
    _turned_hem(worn, layers)
    _fullness(worn, layers)
    for dart in worn.darts("FS" if worn.view == "front" else "BS"):
        mouth = (dart.mouth[0], _on_bow(worn, waist, dart.mouth[0]))
        middle = (
            (mouth[0] + dart.point[0]) / 2 + 1.5,
            (mouth[1] + dart.point[1]) / 2,
        )
        sewn = spline([mouth, middle, dart.point])
        layers.lines += [Line(sewn, "dart", "dart"), Line(mirror(sewn), "dart", "dart")]
    if worn.view == "back":
        _centre_back(worn, layers)
    _shade(worn, layers)
    return layers


def _on_bow(worn: Worn, y: float, x: float) -> float:
    """The height at x of the level line that bows at y."""
    half = worn.side.at(y)
    return y + worn.sag(y) * (1 - min(abs(x) / half, 1.0) ** 2)


def _half_bow(worn: Worn, y: float, sag: float) -> Curve:
    """From the centre out to the side, along a level line."""
    half = worn.side.at(y)
    return [((0.0, y + sag), (half / 3, y + sag), (half * 2 / 3, y + sag * 2 / 3), (half, y))]


def _fall(worn: Worn) -> float:
    """How full the hem is: its girth over the hip's, less 1."""
    hem, hip = worn.halves.get("hem"), worn.halves.get("hip")
    return max(hem / hip - 1.0, 0.0) if hem and hip else 0.0


def _wave(worn: Worn) -> float:
    """How far a full hem goes up and down, mm."""
    return 11.0 * max(_fall(worn) - 0.05, 0.0)


def _hem(worn: Worn) -> Curve:
    """From the side in to the centre; waved a little where the skirt is full."""
    if _wave(worn) < 0.3:
        return back(_half_bow(worn, worn.hem, worn.hem_sag))
    points = [_at_hem(worn, share, lift) for share, lift in ((1.0, 0.0), *WAVES, (0.0, 0.0))]
    return spline([*points, (-points[-2][0], points[-2][1])])[:-1]


def _at_hem(worn: Worn, share: float, lift: float = 0.0) -> Point:
    """A point of the hem, `share` of the way from the centre to the side."""
    y = worn.hem + worn.hem_sag * (1 - share * share) + _wave(worn) * lift
    return (worn.side.at(worn.hem) * share, y)


def _turned_hem(worn: Worn, layers: Layers) -> None:
    """The hem's stitches hardly show: a fine line at its depth, left out at the sides."""
    depth = min(worn.number("skirt.hem_allowance", 40.0), 45.0)
    y = worn.hem - depth
    half = worn.side.at(y) - 6.0
    layers.lines.append(Line([bowed((-half, y), (half, y), worn.sag(y) * 0.95)], "stitch", "hem"))


def _fullness(worn: Worn, layers: Layers) -> None:
    """Soft flutes that start below the hip and open towards the hem, deeper where it is fuller."""
    fall = _fall(worn)
    if fall < 0.04:
        return
    hem, hip = worn.hem, worn.level["hip"]
    half = worn.side.at(hem)
    strength = min(0.45 * (fall - 0.04), 0.10)
    for (share, lift), start in zip(WAVES[1::2], (0.12, 0.04, 0.20), strict=True):
        top = (worn.side.at(hip + start * (hem - hip)) * share * 0.90, hip + start * (hem - hip))
        foot = _at_hem(worn, share, lift)
        wide = half * (0.035 + 0.10 * min(fall, 0.45))
        for part in (1.0, 0.62, 0.28):
            flute = _flute(top, foot, wide * part)
            layers.folds += [Fold(flute, strength), Fold(mirror(flute), strength * 0.8)]
        if fall > 0.10:
            # the crease itself is seen only where the cloth has come together, at the hem
            crease: Curve = [_spine(top, foot)]
            near = [at(crease[0], t) for t in (0.70, 0.85, 1.0)]
            layers.lines += [
                Line(spline(near), "fold", "fold"),
                Line(mirror(spline(near)), "fold", "fold"),
            ]


def _spine(top: Point, foot: Point) -> Cubic:
    """The line a flute falls along: steep at first, then out with the skirt."""
    (xa, ya), (xb, yb) = top, foot
    return (
        top,
        (xa + 0.22 * (xb - xa), ya + 0.33 * (yb - ya)),
        (xa + 0.62 * (xb - xa), ya + 0.67 * (yb - ya)),
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


def _centre_back(worn: Worn, layers: Layers) -> None:
    """The centre back seam: zip above, seam below, vent at the hem."""
    top = worn.waist + worn.sag(worn.waist)
    hem = worn.hem + worn.hem_sag
    zip_end = top + worn.number("skirt.zip_length", 0.0)
    vent = worn.number("skirt.vent_height", 0.0)
    layers.lines.append(Line([line((0.0, top), (0.0, hem - vent))], "seam", "centre_back"))
    if zip_end > top:
        layers.lines.append(Line([line((-5.0, zip_end), (5.0, zip_end))], "zip", "zip_end"))
        layers.lines.append(Line([line((0.0, zip_end - 7), (0.0, zip_end))], "edge", "zip_end"))
    if vent <= 0:
        return
    under = hem - 2.5  # the underlay hangs a trifle higher and shows a sliver of shade
    corners = [
        (0.0, hem - vent), (7.0, hem - vent * 0.4), (11.0, under), (0.0, hem), (0.0, hem - vent)
    ]  # fmt: skip
    sliver: Curve = [line(a, b) for a, b in pairwise(corners)]
    layers.folds.append(Fold(sliver, 0.38))
    layers.lines.append(Line(sliver[:2], "seam", "vent"))
    layers.lines.append(Line([line((0.0, hem - vent), (0.0, hem))], "edge", "vent"))
    slant: Curve = [line((0.0, hem - vent), (-34.0, hem - vent + 22.0))]
    layers.lines.append(Line(slant, "stitch", "vent_top"))


def _shade(worn: Worn, layers: Layers) -> None:
    """Light on the fullest part, shade under it and towards the hem."""
    hip, hem, half = worn.level["hip"], worn.hem, worn.side.at(worn.level["hip"])
    long = hem - worn.waist
    layers.shades.append(Shade(-half * 0.34, hip - 10, half * 0.42, 0.34 * long, 0.13, light=True))
    layers.shades.append(Shade(half * 0.62, hip + 0.30 * long, half * 0.5, 0.55 * long, 0.12))
