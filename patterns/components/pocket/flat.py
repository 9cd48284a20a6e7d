"""How pockets are drawn: a patch on the hip, or the mouth of one in the side seam."""

from __future__ import annotations

from measurements.figure.curves import (
    Cubic,
    Curve,
    Point,
    back,
    joined,
    line,
    mirror,
    parted,
    spline,
)
from patterns.drafting.draft import Piece
from patterns.flats.conventions import Layers, Panel, redrawn
from patterns.flats.placing import place
from patterns.flats.worn import Worn

BELOW_WAIST = 70.0
"""Where the mouth in a side seam begins, mm."""

GAPES = 8.0
"""How far a mouth in a seam stands open, mm; our own."""

HIGH, ROUNDED = 1.12, 0.14
"""A patch's height and its lower corners' rounding, shares of its breadth, as it is drafted."""

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
    """As it is placed on the front: it goes round her with the cloth that it is sewn to, narrower where that
    turns away."""
    size = worn.number("pocket.size", 150.0)
    high, round_ = HIGH * size, ROUNDED * size
    piece, (inner, top) = _placed(worn, size)
    outer, low = inner + size, top + high

    def on_her(point: Point) -> Point:
        x, y = place(worn, piece, point) if piece is not None else _by_rule(worn, point)
        return (x, worn.on_bow(y, x))

    level = (top + low) / 2
    patch: Curve = [
        *_in_two(line((inner, top), (outer, top))),
        *_in_two(line((outer, top), (outer, level))), line((outer, level), (outer, low - round_)),
        ((outer, low - round_), (outer, low - 0.3 * round_), (outer - 0.3 * round_, low),
         (outer - round_, low)),
        line((outer - round_, low), (inner + round_, low)),
        ((inner + round_, low), (inner + 0.3 * round_, low), (inner, low - 0.3 * round_),
         (inner, low - round_)),
        line((inner, low - round_), (inner, level)), *_in_two(line((inner, level), (inner, top))),
    ]  # fmt: skip
    outline = redrawn(patch, on_her)
    stitch = redrawn(_in_two(line((inner + 3, top + 24), (outer - 3, top + 24))), on_her)
    # her left front of a wrap lies under the right one, and its pocket with it
    drawn = [mirror] if worn.style == "wrap" else [lambda curve: curve, mirror]
    layers.casts = True
    for name, hand in zip(("pocket-left", "pocket"), reversed(drawn), strict=False):
        here = hand(outline)
        ys = [point[1] for cubic in here for point in (cubic[0], cubic[3])]
        layers.panels.append(Panel(name, here, (min(ys), max(ys))))
        layers.draw(here, "edge", "pocket")
        layers.draw(hand(stitch), "stitch", "pocket_stitch")


def _in_two(stretch: Cubic) -> Curve:
    return [*parted(stretch, 0.5)]


def _placed(worn: Worn, size: float) -> tuple[Piece | None, Point]:
    """The piece that the patch on her left is sewn to and its inner upper corner there; by our own measure,
    from the waist's centre, where the draft does not say."""
    for code in ("FS", "FB"):
        piece = worn.piece(code)
        lines = [] if piece is None else [
            each.points for each in piece.lines
            if each.kind == "placement" and each.name.startswith("pocket") and each.name != "pocket right"
        ]  # fmt: skip
        if lines:
            return piece, (float(abs(lines[0][:, 0]).min()), float(lines[0][:, 1].min()))
    top = min(95.0, worn.hem - worn.waist - HIGH * size - 45.0)
    return None, (max(0.5 * worn.quarter(worn.waist + top), size / 2 + 14.0) - size / 2, top)


def _by_rule(worn: Worn, point: Point) -> Point:
    """Where a point lies that is so far round from the centre and below the waist."""
    y = worn.waist + point[1]
    return worn.across(point[0] / worn.quarter(y), y), y
