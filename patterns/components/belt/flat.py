"""How a belt is drawn: over the waist, with a buckle or tied."""

from __future__ import annotations

from measurements.figure.curves import Curve, both_sides, joined, line, spline
from patterns.flats import ties
from patterns.flats.conventions import Layers, Panel, redrawn
from patterns.flats.worn import Worn

OFF = 2.0
"""How far a belt stands off at each side, mm."""


def flat(worn: Worn) -> Layers:
    """The belt's layers, front or back."""
    layers = Layers()
    style = worn.text("belt.style", "tie")
    width = worn.number("belt.width", 40.0)
    top, low = worn.seam - width / 2, worn.seam + width / 2
    sag = worn.sag(worn.seam)
    # it draws in what is loose at the waist
    held = worn.halves["waist"] if not worn.loose else worn.figure.halves["waist"] * 1.06 + 4
    a, b = (min(worn.side.at(y), held + 6) + OFF for y in (top, low))
    upper: Curve = [((0.0, top + sag), (a / 3, top + sag), (a * 0.67, top + sag * 0.67), (a, top))]
    lower: Curve = [((b, low), (b * 0.67, low + sag * 0.67), (b / 3, low + sag), (0.0, low + sag))]
    side = [line((a, top), (b, low))]
    layers.panels.append(
        Panel("belt", both_sides(joined(upper, side, lower)), (top, low), grain=((0.0, top), 90.0))
    )
    layers.both(side, "outline", "belt")
    layers.both(upper, "edge", "belt")
    layers.both(lower, "edge", "belt")
    middle = worn.seam + sag
    if worn.front and style == "tie":
        ties.bow(layers, (0.0, middle), 78.0, 260.0, min(max(width, 34.0), 60.0), "belt-tie")
    elif worn.front:
        _buckle(layers, middle, width)
    else:
        x = 0.62 * a
        for at in (x, x + 7):
            layers.both(
                [line((at, top - 2 + sag * 0.6), (at, low + 2 + sag * 0.6))], "seam", "belt_loop"
            )
    return layers


def _buckle(layers: Layers, y: float, width: float) -> None:
    half, high = 0.55 * width, width / 2 + 4
    frame = [line(a, b) for a, b in (
        ((-half, y - high), (half, y - high)), ((half, y - high), (half, y + high)),
        ((half, y + high), (-half, y + high)), ((-half, y + high), (-half, y - high)),
    )]  # fmt: skip
    layers.panels.append(Panel("buckle", frame, (y - high, y + high), grain=((0.0, y), 90.0)))
    layers.draw(frame, "outline", "buckle")
    k = 0.68
    inner = redrawn(frame, lambda point: (point[0] * k, y + (point[1] - y) * k))
    layers.draw(inner, "seam", "buckle")
    layers.draw([line((-half, y), (half * k, y))], "edge", "prong")
    for n in range(2):
        x = half + 16.0 + 16.0 * n
        hole = spline([(x - 1.6, y), (x, y - 1.6), (x + 1.6, y), (x, y + 1.6)], closed=True)
        layers.draw(hole, "fine", "hole")
    tip = half + 58.0
    layers.draw([line((tip, y - width / 2 + 1), (tip, y + width / 2 - 1))], "edge", "belt_end")
