"""How a belt is drawn: over the waist, with a buckle or tied."""

from __future__ import annotations

from measurements.figure.curves import Curve, back, both_sides, joined, line, mirror, spline
from patterns.flats import ties
from patterns.flats.conventions import Fold, Layers, Line, Panel, redrawn, ring
from patterns.flats.worn import Worn

OFF = 0.8
"""How far a belt stands off at each side, mm."""
TURN = 4.0
"""How far from its edges it begins to turn over her side, mm."""
SHADE = 7.0
"""How broad the shade below it is at the centre, mm, half of it under the belt."""


def flat(worn: Worn) -> Layers:
    """The belt's layers, front or back, over the slight shade below it."""
    under, layers = Layers(), Layers()
    under.over.append(layers)
    style = worn.text("belt.style", "tie")
    width = worn.number("belt.width", 40.0)
    top, low = worn.seam - width / 2, worn.seam + width / 2
    sag = worn.sag(worn.seam)
    a, b = _edge(worn, top), _edge(worn, low)
    upper, lower = _level(a - TURN, top, sag), back(_level(b - TURN, low, sag))
    side = _side(worn, top, low)
    layers.panels.append(
        Panel("belt", both_sides(joined(upper, side, lower)), (top, low), grain=((0.0, top), 90.0))
    )
    layers.both(side, "outline", "belt")
    layers.both(upper, "edge", "belt")
    layers.both(lower, "edge", "belt")
    cast = _level(b - 8.0, low + 0.8, sag)
    under.lines.append(
        Line([*back(mirror(cast)), *cast], "shade", "belt_shade", SHADE, swells=True)
    )
    middle = worn.seam + sag
    if worn.front and style == "tie":
        layers.over += ties.bow((0.0, middle), 80.0, 260.0, min(max(width, 36.0), 60.0), "belt-tie")
    elif worn.front:
        layers.over.append(_buckle(middle, width))
    else:
        x = 0.62 * a
        for at in (x, x + 7):
            layers.both(
                [line((at, top - 2 + sag * 0.6), (at, low + 2 + sag * 0.6))], "seam", "belt_loop"
            )
    return under


def _edge(worn: Worn, y: float) -> float:
    """How far out it lies: along the outline at the waist, but it draws in what is loose there."""
    held = worn.halves["waist"] if not worn.loose else worn.figure.halves["waist"] * 1.06 + 4
    return min(worn.side.at(y), held + 6.0) + OFF


def _level(half: float, y: float, sag: float) -> Curve:
    """One of its edges, from the centre out."""
    return [((0.0, y + sag), (half / 3, y + sag), (half * 0.67, y + sag * 0.67), (half, y))]


def _side(worn: Worn, top: float, low: float) -> Curve:
    """Its end round her side, from the upper edge to the lower: it turns over, and has no corners."""
    heights = (top + TURN, worn.seam, low - TURN)
    down = spline([(_edge(worn, y), y) for y in heights])
    (x, y), (u, v) = down[0][0], down[-1][3]
    return [
        ((_edge(worn, top) - TURN, top), (x - 0.4 * TURN, top), (x, y - 0.6 * TURN), (x, y)), *down,
        ((u, v), (u, v + 0.6 * TURN), (u - 0.4 * TURN, low), (_edge(worn, low) - TURN, low)),
    ]  # fmt: skip


def _buckle(y: float, width: float) -> Layers:
    """A covered buckle and the belt's end, drawn through it to her left."""
    layers = Layers()
    half, high = 0.62 * width, width / 2 + 5
    long, tip = half + 62.0, width * 0.34
    end = [
        line((0.0, y - width / 2), (long - tip, y - width / 2)),
        ((long - tip, y - width / 2), (long - tip * 0.3, y - width / 2), (long, y - tip * 0.6), (long, y)),
        ((long, y), (long, y + tip * 0.6), (long - tip * 0.3, y + width / 2), (long - tip, y + width / 2)),
        line((long - tip, y + width / 2), (0.0, y + width / 2)),
    ]  # fmt: skip
    layers.panels.append(Panel("belt-end", end, (y - high, y + high), grain=((0.0, y), 90.0)))
    layers.draw(end, "edge", "belt_end")
    for n in range(3):
        x = half + 10.0 + 14.0 * n
        layers.draw(ring((x, y), 1.8), "seam", "hole")
    shade = _rounded(half + 3.0, high + 2.0, 8.0, y + 2.5)
    layers.folds.append(Fold(shade, 0.16))
    frame = Layers()
    outer, inner = _rounded(half, high, 7.0, y), _rounded(half - 7.0, high - 7.0, 3.5, y)
    frame.panels.append(Panel("buckle", outer, (y - high, y + high), grain=((0.0, y), 90.0)))
    frame.folds.append(Fold(inner, 0.22))
    frame.draw(outer, "outline", "buckle")
    frame.draw(inner, "seam", "buckle")
    frame.draw([line((-half + 3.0, y), (half - 3.0, y))], "edge", "prong")
    layers.over.append(frame)
    return layers


def _rounded(half: float, high: float, corner: float, y: float) -> Curve:
    """A rectangle about (0, y) with round corners."""
    a, b, k = half - corner, high - corner, 0.45 * corner
    quarter = [
        line((-a, -high), (a, -high)), ((a, -high), (half - k, -high), (half, -high + k), (half, -b)),
        line((half, -b), (half, b)), ((half, b), (half, high - k), (half - k, high), (a, high)),
        line((a, high), (-a, high)), ((-a, high), (k - half, high), (-half, high - k), (-half, b)),
        line((-half, b), (-half, -b)), ((-half, -b), (-half, k - high), (k - half, -high), (-a, -high)),
    ]  # fmt: skip
    return redrawn(quarter, lambda point: (point[0], y + point[1]))
