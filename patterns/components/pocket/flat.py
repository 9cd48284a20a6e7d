"""How pockets are drawn: a patch on the hip, or the mouth of one in the side seam."""

from __future__ import annotations

from measurements.figure.curves import line, mirror, spline
from patterns.flats.conventions import Layers, Panel
from patterns.flats.worn import Worn

NAMES = {"inseam": "side pockets", "patch": "patch pockets"}
"""What each style is called, for the alt text."""


def flat(worn: Worn) -> Layers:
    """The pockets' layers: patches on the front only, mouths where they are to be seen."""
    layers = Layers()
    if worn.text("pocket.style", "inseam") == "patch":
        if worn.front:
            _patch(worn, layers)
    else:
        _mouth(worn, layers)
    return layers


def _mouth(worn: Worn, layers: Layers) -> None:
    """A line just inside the side seam with a bar at each end."""
    low = min(worn.waist + 225.0, worn.hem - 50.0)
    top = max(low - 155.0, worn.seam + 30.0)
    if low - top < 60:
        return
    heights = (top, (2 * top + low) / 3, (top + 2 * low) / 3, low)
    mouth = spline([(worn.side.at(y) - 4.5, y) for y in heights])
    layers.both(mouth, "seam", "pocket")
    for y in (top, low):
        x = worn.side.at(y)
        layers.both([line((x - 9.0, y), (x - 0.5, y))], "edge", "pocket_bar")


def _patch(worn: Worn, layers: Layers) -> None:
    size = worn.number("pocket.size", 140.0)
    high = 1.12 * size
    top = min(worn.waist + 95.0, worn.hem - high - 45.0)
    if top < worn.waist - 40:
        return
    half = worn.side.at(top + high / 2)
    middle = max(0.50 * half, size / 2 + 14)
    left, right = middle - size / 2, min(middle + size / 2, half - 8)
    corner = 0.14 * size
    low = top + high
    outline = [
        line((left, top), (right, top + 3)),
        line((right, top + 3), (right, low - corner)),
        ((right, low - corner), (right, low - 0.3 * corner), (right - 0.3 * corner, low),
         (right - corner, low)),
        line((right - corner, low), (left + corner, low)),
        ((left + corner, low), (left + 0.3 * corner, low), (left, low - 0.3 * corner),
         (left, low - corner)),
        line((left, low - corner), (left, top)),
    ]  # fmt: skip
    layers.panels += [Panel("pocket", outline, (top, low)),
                      Panel("pocket-left", mirror(outline), (top, low))]  # fmt: skip
    layers.both(outline, "edge", "pocket")
    layers.both([line((left + 3, top + 24), (right - 3, top + 26))], "stitch", "pocket_stitch")
