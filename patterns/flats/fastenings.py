"""What closes a garment, as small as it is: zips, buttons, hooks with their eyes."""

from __future__ import annotations

from math import pi, sin

from measurements.figure.curves import Curve, Point, line

from .conventions import Layers, redrawn, ring
from .worn import Worn

HOOK = 6.5
"""How far a hook reaches back from the edge, mm."""


def hook(layers: Layers, at: Point) -> None:
    """A hook and eye across an edge that runs down through the point: the hook sewn on the left of the
    drawing, the eye on its right."""
    x, y = at
    bend: Curve = [
        ((x - HOOK, y - 1.9), (x - 0.4 * HOOK, y - 1.9), (x + 1.6, y - 2.2), (x + 1.6, y)),
        ((x + 1.6, y), (x + 1.6, y + 2.2), (x - 0.4 * HOOK, y + 1.9), (x - HOOK, y + 1.9)),
    ]
    layers.draw(bend, "fine", "hook")
    layers.draw(ring((x + 4.4, y), 2.3), "fine", "eye")


def looped(layers: Layers, at: Point, radius: float = 4.0) -> None:
    """A button beside an edge that runs down through the point, and the loop that comes over to it."""
    x, y = at
    far = x + 2.0 * radius + 1.6
    loop: Curve = [
        ((x - 0.4, y - 1.6), (x + radius, y - radius - 2.2), (far, y - radius - 0.6), (far, y)),
        ((far, y), (far, y + radius + 0.6), (x + radius, y + radius + 2.2), (x - 0.4, y + 1.6)),
    ]
    layers.draw(loop, "seam", "loop")
    button(layers, (x + radius + 0.4, y), radius)


def side_zip(worn: Worn, layers: Layers, top: float, bottom: float) -> None:
    """A zip in her left side seam, seen edge on: its end and its pull just inside the outline."""
    hand = 1.0 if worn.front else -1.0
    long = max(bottom - top, 1.0)

    def beside(point: Point) -> Point:
        # it lies in the seam, and comes out of it and goes into it again
        share = min(max((point[1] - top) / long, 0.0), 1.0)
        return (hand * (point[0] - 1.6 - 2.2 * sin(pi * share) ** 0.5), point[1])

    layers.draw(redrawn(worn.side.curve(top, bottom), beside), "fine", "side_zip")
    x = worn.side.at(bottom)
    layers.draw([line((hand * (x - 6.0), bottom), (hand * (x - 0.5), bottom))], "zip", "side_zip")
    x = worn.side.at(top)
    layers.draw(
        [line((hand * (x - 4.0), top + 1), (hand * (x - 4.5), top + 12))], "edge", "zip_pull"
    )


def pull(layers: Layers, top: Point) -> None:
    """The zip's pull, below its upper end."""
    x, y = top
    drop: Curve = [
        ((x, y + 5), (x + 3.2, y + 10), (x + 3.0, y + 16), (x, y + 16)),
        ((x, y + 16), (x - 3.0, y + 16), (x - 3.2, y + 10), (x, y + 5)),
    ]
    layers.draw(drop, "seam", "zip_pull")
    hook = [((x - 3.5, y + 2.5), (x - 1.5, y + 0.5), (x + 1.5, y + 0.5), (x + 3.5, y + 2.5))]
    layers.draw(hook, "fine", "hook")


def button(layers: Layers, at: Point, radius: float = 5.5) -> None:
    """A button with its two holes."""
    x, y = at
    layers.draw(ring(at, radius), "seam", "button")
    for off in (-0.3 * radius, 0.3 * radius):
        layers.draw([line((x + off, y - 0.3), (x + off, y + 0.3))], "zip", "button_hole")
