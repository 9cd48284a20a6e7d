"""What closes a garment at an edge, as small as it is: hooks with their eyes, a button in its loop."""

from __future__ import annotations

from measurements.figure.curves import Curve, Point

from . import hems
from .conventions import Layers, ring

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
    hems.button(layers, (x + radius + 0.4, y), radius)
