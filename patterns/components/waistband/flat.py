"""How a waistband is drawn: a straight band standing above the waist, a contoured one shaped to the body,
or only the edge that a facing finishes."""

from __future__ import annotations

from measurements.figure.curves import Curve, back, both_sides, joined, line, mirror
from patterns.flats import fastenings, ties
from patterns.flats.conventions import Layers, Line, Panel
from patterns.flats.worn import Worn


def flat(worn: Worn) -> Layers:
    """The band's layers, front or back; none of its own where the waist is faced."""
    layers = Layers()
    height = worn.number("waistband.height", 35.0)
    if worn.text("waistband.style", "straight") == "faced" or height <= 0:
        _faced(worn, layers)
        return layers
    contoured = worn.text("waistband.style") == "contoured"
    # a straight band stands above the waist, a contoured one lies below it
    low, top = (worn.waist + height, worn.waist) if contoured else (worn.waist, worn.waist - height)
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
    # a straight band is cut along the grain: its stripes run round her
    layers.panels.append(
        Panel(
            "waistband",
            both_sides(joined(upper, side, lower)),
            (top, low),
            grain=None if contoured else ((0.0, top), 90.0),
        )
    )
    layers.both(side, "outline", "side")
    layers.draw([*upper, *mirror(upper)], "outline", "band_top")
    layers.draw([*lower, *mirror(lower)], "seam", "waist")
    if worn.front and worn.alone:
        _inside(layers, upper, sag)
    if worn.style == "wrap":
        if worn.front:
            x = min(0.52 * half, half - 68.0)  # its loops no further out than the band
            at = (x, (top + low) / 2 + sag * 0.6)
            layers.over += ties.bow(at, 56.0, 200.0, 38.0, "tie")
    elif worn.opening == "back" and not worn.front:
        end: Curve = [line((0.0, top + sag), (0.0, low + sag))]
        layers.draw(end, "edge", "band_end")
        if not contoured:
            fastenings.button(layers, (-14.0, (top + low) / 2 + sag))
    return layers


def _inside(layers: Layers, upper: Curve, sag: float) -> None:
    """The inside of the back behind her, over the front edge."""
    half, y = upper[-1][3]
    rise = 0.4 * sag + 4.0
    rim: Curve = [((0.0, y - rise), (half / 3, y - rise), (half * 0.72, y - rise * 0.7), (half, y))]
    shape = both_sides(joined(rim, back(upper)))
    layers.behind.append(Panel("waistband-inside", shape, (y - rise, y + sag), inside=True))
    layers.behind_lines += [Line(rim, "edge", "band_back"), Line(mirror(rim), "edge", "band_back")]


def _faced(worn: Worn, layers: Layers) -> None:
    """The waist's edge, its inside behind her, and the pull of its zip."""
    bow = worn.bow(worn.waist)
    layers.draw([*bow, *mirror(bow)], "outline", "waist")
    if worn.front and worn.alone:
        _inside(layers, bow, worn.sag(worn.waist))
    if worn.opening == "back" and not worn.front:
        y = worn.waist + worn.sag(worn.waist)
        fastenings.pull(layers, (0.0, y))
