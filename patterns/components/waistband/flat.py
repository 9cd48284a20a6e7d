"""How a waistband is drawn: a straight band standing above the waist, closed at centre back."""

from __future__ import annotations

from measurements.figure.curves import Curve, both_sides, joined, line, mirror, spline
from patterns.flats.conventions import Layers, Line, Panel
from patterns.flats.worn import Worn


def flat(worn: Worn) -> Layers:
    """The band's layers, front or back."""
    layers = Layers()
    height = worn.number("waistband.height", 35.0)
    low, top = worn.waist, worn.waist - height
    half, half_top = worn.side.at(low), worn.side.at(top)
    sag = worn.sag(low)
    upper: Curve = [
        (
            (0.0, top + sag),
            (half_top / 3, top + sag),
            (half_top * 0.67, top + sag * 0.67),
            (half_top, top),
        )
    ]
    lower: Curve = [
        ((half, low), (half * 0.67, low + sag * 0.67), (half / 3, low + sag), (0.0, low + sag))
    ]
    side = worn.side.curve(top, low)
    layers.panels.append(Panel("waistband", both_sides(joined(upper, side, lower)), (top, low)))
    layers.lines += [
        Line(side, "outline", "side"),
        Line(mirror(side), "outline", "side"),
        Line([*upper, *mirror(upper)], "outline", "band_top"),
        Line([*lower, *mirror(lower)], "seam", "waist"),
    ]
    if worn.view == "back":
        end: Curve = [line((0.0, top + sag), (0.0, low + sag))]
        layers.lines.append(Line(end, "edge", "band_end"))
        x, y = -14.0, (top + low) / 2 + sag
        layers.lines.append(Line([line((x - 6, y), (x + 6, y))], "edge", "buttonhole"))
        r = 5.5
        button = spline([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], closed=True)
        layers.lines.append(Line(button, "seam", "button"))
    return layers
