"""How pockets are drawn: a patch on the hip, or the mouth of one in the side seam."""

from __future__ import annotations

from measurements.figure.curves import Point, back, joined, line, mirror, spline
from patterns.flats.conventions import Layers, Panel
from patterns.flats.placing import place
from patterns.flats.worn import Worn

BELOW_WAIST = 70.0
"""Where the mouth in a side seam begins, mm."""

GAPES = 8.0
"""How far a mouth in a seam stands open, mm; our own."""

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
    """The mouth in the side seam, which gapes a little, and a bar at each end."""
    low = worn.waist + BELOW_WAIST + worn.number("pocket.size", 150.0)
    low = min(low, worn.hem - 55.0)
    top = max(low - worn.number("pocket.size", 150.0), worn.seam + 25.0)
    heights = (top, (2 * top + low) / 3, (top + 2 * low) / 3, low)
    gapes = (1.0, GAPES, 0.9 * GAPES, 1.0)
    mouth = spline([(worn.side.at(y) - x, y) for x, y in zip(gapes, heights, strict=True)])
    layers.both(mouth, "seam", "pocket")
    layers.fold(joined(mouth, back(worn.side.curve(top, low))), 0.3)
    for y in (top, low):
        x = worn.side.at(y)
        layers.both([line((x - 9.0, y), (x - 0.5, y))], "edge", "pocket_bar")


def _patch(worn: Worn, layers: Layers) -> None:
    """As it is placed on the front; by our own measure where the draft does not say."""
    size = worn.number("pocket.size", 150.0)
    high = 1.12 * size
    placed = _placed(worn)
    if placed is None:
        top = min(worn.waist + 95.0, worn.hem - high - 45.0)
        half = worn.side.at(top + high / 2)
        middle = max(0.50 * half, size / 2 + 14)
        left, right = middle - size / 2, min(middle + size / 2, half - 8)
    else:
        (left, top), (right, _) = placed
        spare = max(0.84 * size - (right - left), 0.0)  # not squeezed, where the cloth turns away
        left, right = left - spare * 0.6, right + spare * 0.4
    corner = 0.14 * size
    low = top + high
    past = max(right + 7.0 - min(worn.side.at(top), worn.side.at(low)), 0.0)
    left, right = left - past, right - past
    outline = [
        line((left, top), (right, top)),
        line((right, top), (right, low - corner)),
        ((right, low - corner), (right, low - 0.3 * corner), (right - 0.3 * corner, low),
         (right - corner, low)),
        line((right - corner, low), (left + corner, low)),
        ((left + corner, low), (left + 0.3 * corner, low), (left, low - 0.3 * corner),
         (left, low - corner)),
        line((left, low - corner), (left, top)),
    ]  # fmt: skip
    stitch = [line((left + 3, top + 24), (right - 3, top + 24))]
    layers.panels.append(Panel("pocket-left", mirror(outline), (top, low)))
    if worn.style == "wrap":
        # her left front lies under the right one, and its pocket with it
        layers.draw(mirror(outline), "edge", "pocket")
        layers.draw(mirror(stitch), "stitch", "pocket_stitch")
        return
    layers.panels.append(Panel("pocket", outline, (top, low)))
    layers.both(outline, "edge", "pocket")
    layers.both(stitch, "stitch", "pocket_stitch")


def _placed(worn: Worn) -> tuple[Point, Point] | None:
    """The upper corners of the patch on her left, from its placement line on the front's piece."""
    for code in ("FS", "FB"):
        piece = worn.piece(code)
        lines = [] if piece is None else [
            each.points for each in piece.lines
            if each.kind == "placement" and each.name.startswith("pocket") and each.name != "pocket right"
        ]  # fmt: skip
        if piece is not None and lines:
            xs, y = abs(lines[0][:, 0]), float(lines[0][:, 1].min())
            return (
                place(worn, piece, (float(xs.min()), y)),
                place(worn, piece, (float(xs.max()), y)),
            )
    return None
