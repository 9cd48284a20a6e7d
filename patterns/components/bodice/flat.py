"""How a sleeveless bodice is drawn: shoulders, armholes, neckline, darts, the inside of the back
neck seen from the front."""

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
from patterns.flats.conventions import Layers, Line, Panel, Shade, Weight
from patterns.flats.worn import SURFACE, Worn

LIFT = 3.5
"""How far cloth lies off the shoulder, mm: our own."""


def flat(worn: Worn) -> Layers:
    """The bodice's layers, front or back."""
    layers = Layers()
    neck, tip = _shoulder(worn)
    under: Point = (worn.side.at(worn.underarm), worn.underarm)
    armhole = _armhole(worn, tip, under)
    neckline = _front_neck(worn, neck) if worn.view == "front" else _back_neck(worn, neck)
    seam: Curve = [bowed(neck, tip, 1.2)]
    side = worn.side.curve(worn.underarm, worn.waist)
    waist = _waist(worn)
    outline = both_sides(joined(back(neckline), seam, armhole, side, waist))
    layers.panels.append(Panel("bodice", outline, (tip[1], worn.waist)))
    drawn: tuple[tuple[Curve, Weight, str], ...] = (
        (seam, "outline", "shoulder"),
        (armhole, "edge", "armhole"),
        (side, "outline", "side"),
        (neckline, "edge", "neckline"),
    )
    for curve, weight, name in drawn:
        layers.lines += [Line(curve, weight, name), Line(mirror(curve), weight, name)]
    layers.lines.append(Line([*back(waist), *mirror(waist)], "seam", "waist"))
    if worn.view == "front":
        _inside(worn, neck, layers)
    _darts(worn, layers)
    if worn.view == "back":
        top = neckline[-1][3]
        layers.lines.append(
            Line([line(top, (0.0, worn.waist + worn.sag(worn.waist)))], "seam", "centre_back_zip")
        )
        pull: Curve = [line((0.0, top[1] + 2), (0.0, top[1] + 13))]
        layers.lines.append(Line(pull, "edge", "zip_pull"))
    _shade(worn, layers)
    return layers


def _shoulder(worn: Worn) -> tuple[Point, Point]:
    """The shoulder seam, from the neck to its tip, as it lies on the figure."""
    shape = worn.text("neckline.shape", "jewel")
    width = worn.number("neckline.width") if shape != "jewel" else 0.0
    length = worn.finished("shoulder_length") or worn.draft.body.get("shoulder_length") or 120.0
    start = width + 3.0
    (nx, ny), (sx, sy) = worn.figure.shoulder_at(start), worn.figure.shoulder_at(start + length)
    (tx, ty) = worn.figure.shoulder_point
    if sx > tx + 2:
        sx, sy = tx + 2, ty + 1
    return (nx, ny - LIFT), (sx, sy - LIFT)


def _armhole(worn: Worn, tip: Point, under: Point) -> Curve:
    front = worn.view == "front"
    measure = worn.finished("across_front" if front else "across_back")
    wide = measure / 2 * SURFACE if measure else under[0] * (0.93 if front else 1.0)
    inset = 9.0 if front else 5.0
    x = min(wide, tip[0] - inset, under[0] - (10.0 if front else 6.0))
    y = tip[1] + (0.66 if front else 0.62) * (under[1] - tip[1])
    down = under[1] - tip[1]
    return [
        (
            tip,
            (tip[0] - 0.05 * down - 0.30 * (tip[0] - x), tip[1] + 0.20 * down),
            (x, y - 0.26 * down),
            (x, y),
        ),
        (
            (x, y),
            (x, y + 0.22 * down),
            (under[0] - 0.70 * (under[0] - x) - 1, under[1] - 0.03 * down),
            under,
        ),
    ]


def _drop(worn: Worn, code: str) -> float | None:
    """How far a neckline lies below the neck end of its shoulder, from the draft's own piece."""
    piece = worn.piece(code)
    if piece is None:
        return None
    heights = [
        (float(edge.points[:, 1].min()), float(edge.points[:, 1].max()))
        for edge in piece.edges
        if edge.line == "neckline" or edge.name.startswith("neckline")
    ]
    if not heights:
        return None
    return max(high for _, high in heights) - min(low for low, _ in heights)


def _front_neck(worn: Worn, neck: Point) -> Curve:
    """From the shoulder to the centre front."""
    shape = worn.text("neckline.shape", "jewel")
    drop = _drop(worn, "FB")
    if drop is None:
        drop = worn.level["pit"] - worn.figure.neck_point[1]
        if shape != "jewel":
            drop += worn.number("neckline.depth", 80.0)
    low = neck[1] + drop * SURFACE
    x, y = neck
    d = low - y
    if shape == "v":
        return [((x, y), (x - 0.13 * x, y + 0.40 * d), (0.30 * x, y + 0.76 * d), (0.0, low))]
    if shape == "scoop":
        return [
            (
                (x, y),
                (x - 0.02 * x, y + 0.62 * d),
                (0.62 * x, low),
                (0.0, low),
            )
        ]
    return [((x, y), (x * 0.94, y + 0.58 * d), (0.55 * x, low), (0.0, low))]


def _back_neck(worn: Worn, neck: Point) -> Curve:
    """From the shoulder to the centre back, over the nape."""
    drop = _drop(worn, "BB") or 18.0
    x, y = neck
    low = y + drop * SURFACE
    return [((x, y), (0.86 * x, y + 0.80 * (low - y)), (0.45 * x, low), (0.0, low))]


def _inside(worn: Worn, neck: Point, layers: Layers) -> None:
    """The inside of the back neck. On a figure it stands a little off the neck; without one it
    is seen whole, with the facing's edge and a label."""
    x, y = neck
    if worn.alone:
        low = y + (_drop(worn, "BB") or 18.0) * 0.7
        rim: Curve = [((x, y), (0.86 * x, y + 0.7 * (low - y)), (0.45 * x, low), (0.0, low))]
        deep = low + 48.0
        facing: Curve = [((x, y + 44), (0.86 * x, deep - 4), (0.45 * x, deep), (0.0, deep))]
        wide, high = min(17.0, 0.4 * x), low + 12.0
        corners = [(0.0, high), (wide, high), (wide, high + 13), (0.0, high + 13)]
        label: Curve = [line(a, b) for a, b in pairwise(corners)]
        if _front_neck(worn, neck)[-1][3][1] > deep + 6:
            layers.behind_lines += [Line(facing, "seam", "facing")]
            layers.behind_lines += [Line(mirror(facing), "seam", "facing")]
        if _front_neck(worn, neck)[-1][3][1] > high + 18:
            layers.behind_lines += [Line(label, "fine", "label")]
            layers.behind_lines += [Line(mirror(label), "fine", "label")]
    else:
        stand = 8.0
        rim = [
            ((x, y), (0.93 * x, y - stand), (0.78 * x, y - 1.3 * stand), (0.60 * x, y - stand)),
            ((0.60 * x, y - stand), (0.40 * x, y - 0.6 * stand), (0.20 * x, y), (0.0, y)),
        ]
    front = _front_neck(worn, neck)
    layers.behind.append(
        Panel("inside", both_sides(joined(back(rim), front)), (y, worn.waist), True)
    )
    layers.behind_lines += [Line(rim, "edge", "back_neck"), Line(mirror(rim), "edge", "back_neck")]


def _waist(worn: Worn) -> Curve:
    """From the side in to the centre."""
    half, y = worn.side.at(worn.waist), worn.waist
    sag = worn.sag(y)
    return [((half, y), (half * 2 / 3, y + sag * 2 / 3), (half / 3, y + sag), (0.0, y + sag))]


def _darts(worn: Worn, layers: Layers) -> None:
    for dart in worn.darts("FB" if worn.view == "front" else "BB"):
        mouth = dart.mouth
        if dart.edge == "waist":
            half = worn.side.at(worn.waist)
            mouth = (mouth[0], mouth[1] + worn.sag(worn.waist) * (1 - (mouth[0] / half) ** 2))
            bow = -2.0
        else:
            bow = 0.0
        middle = ((mouth[0] + dart.point[0]) / 2 + bow, (mouth[1] + dart.point[1]) / 2)
        if dart.edge == "side":
            middle = (middle[0], middle[1] + 2.0)
        sewn = spline([mouth, middle, dart.point])
        layers.lines += [Line(sewn, "dart", "dart"), Line(mirror(sewn), "dart", "dart")]


def _shade(worn: Worn, layers: Layers) -> None:
    """Light on the bust, shade beneath it; between the shoulder blades at the back."""
    level, point = worn.level, worn.figure.bust_point
    bust, waist = level["bust"], worn.waist
    half = worn.halves.get("bust", worn.figure.halves["bust"])
    down = waist - bust
    if worn.view == "front":
        for side, shade, light in ((-1, 0.055, 0.12), (1, 0.085, 0.05)):
            x = side * min(point, half * 0.66)
            layers.shades.append(
                Shade(x + side * 5, bust + 0.50 * down, half * 0.55, 0.55 * down, shade)
            )
            layers.shades.append(Shade(x - 10, bust - 26, half * 0.50, 92.0, light, light=True))
    else:
        layers.shades.append(Shade(0.0, bust - 10, half * 0.30, 150.0, 0.07))
        for side, light in ((-1, 0.10), (1, 0.04)):
            layers.shades.append(
                Shade(side * half * 0.5, bust - 60, half * 0.5, 100.0, light, light=True)
            )
    layers.shades.append(Shade(half * 0.80, waist - 10, half * 0.45, 120.0, 0.07))
    layers.shades.append(Shade(-half * 0.84, waist - 5, half * 0.35, 100.0, 0.05))
