"""How a skirt is drawn: it leaves the waist over the hip, hangs straight below its fullest point,
and falls in folds where the hem is wider than the hip."""

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
    top = _half_bow(worn, waist)
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


def _half_bow(worn: Worn, y: float) -> Curve:
    """From the centre out to the side, along a level line."""
    half, sag = worn.side.at(y), worn.sag(y)
    return [((0.0, y + sag), (half / 3, y + sag), (half * 2 / 3, y + sag * 2 / 3), (half, y))]


def _fall(worn: Worn) -> float:
    """How full the hem is: its girth over the hip's, less 1."""
    hem, hip = worn.halves.get("hem"), worn.halves.get("hip")
    return max(hem / hip - 1.0, 0.0) if hem and hip else 0.0


def _hem(worn: Worn) -> Curve:
    """From the side in to the centre; waved a little where the skirt is full."""
    y = worn.hem
    half, sag = worn.side.at(y), worn.sag(y + worn.sag(y))
    wave = 11.0 * max(_fall(worn) - 0.05, 0.0)
    if wave < 0.5:
        level: Curve = [
            ((0.0, y + sag), (half / 3, y + sag), (half * 2 / 3, y + sag * 2 / 3), (half, y))
        ]
        return back(level)
    points: list[Point] = [(half, y)]
    for share, lift in WAVES:
        points.append((half * share, y + sag * (1 - share * share) + wave * lift))
    points += [(0.0, y + sag), (-points[-1][0], points[-1][1])]
    return spline(points)[:-1]


def _turned_hem(worn: Worn, layers: Layers) -> None:
    """The hem's stitches hardly show: a fine line at its depth, left out at the sides."""
    depth = min(worn.number("skirt.hem_allowance", 40.0), 45.0)
    y = worn.hem - depth
    half = worn.side.at(y) - 6.0
    layers.lines.append(Line([bowed((-half, y), (half, y), worn.sag(y) * 0.95)], "stitch", "hem"))


def _fullness(worn: Worn, layers: Layers) -> None:
    """Folds that start below the hip and open towards the hem, more of them the fuller it is."""
    fall = _fall(worn)
    hem, hip = worn.hem, worn.level["hip"]
    half = worn.side.at(hem)
    hem_curve = _hem(worn)
    if fall < 0.06:
        return
    strength = min(0.12 + 0.5 * fall, 0.30)
    for share, start in ((0.80, 0.10), (0.46, 0.02), (0.17, 0.20)):
        top = hip + start * (hem - hip)
        x_top = worn.side.at(top) * share * 0.90
        foot = _point_near(hem_curve, half * share)
        wide = half * (0.10 + 0.16 * min(fall, 0.5))
        fold = _wedge((x_top, top), foot, wide)
        layers.folds += [
            Fold(fold, strength, deep=1),
            Fold(mirror(fold), strength * 0.8, deep=-1),
        ]
        # the crease itself is seen only where the cloth has come together, towards the hem
        begin = (x_top + 0.48 * (foot[0] - x_top), top + 0.55 * (foot[1] - top))
        crease = spline(
            [
                begin,
                (x_top + 0.74 * (foot[0] - x_top) + 0.4, top + 0.78 * (foot[1] - top)),
                foot,
            ]
        )
        layers.lines += [Line(crease, "fold", "fold"), Line(mirror(crease), "fold", "fold")]


def _point_near(curve: Curve, x: float) -> Point:
    """The end of a stretch of the curve that lies nearest to x."""
    return min((cubic[3] for cubic in curve), key=lambda point: abs(point[0] - x))


def _wedge(top: Point, foot: Point, wide: float) -> Curve:
    """A long tongue of shade: a point above, `wide` at the foot, towards the centre."""
    (xa, ya), (xb, yb) = top, foot
    outer: Curve = [
        (
            (xa, ya),
            (xa, ya + 0.35 * (yb - ya)),
            (xb - 0.10 * (xb - xa), yb - 0.30 * (yb - ya)),
            (xb, yb),
        )
    ]
    inner: Curve = [
        (
            (xb - wide, yb),
            (xb - wide * 0.85, yb - 0.34 * (yb - ya)),
            (xa - 1, ya + 0.45 * (yb - ya)),
            (xa, ya),
        )
    ]
    return joined(outer, inner)


def _centre_back(worn: Worn, layers: Layers) -> None:
    """The centre back seam: zip above, seam below, vent at the hem."""
    top = worn.waist + worn.sag(worn.waist)
    hem = worn.hem + worn.sag(worn.hem + worn.sag(worn.hem))
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
