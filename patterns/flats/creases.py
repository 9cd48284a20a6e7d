"""Creases where cloth bends over the body: few, calm, none over a dart, none where it has room to spare."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

from measurements.figure.curves import Cubic, Point, at, parted

from .conventions import Layers
from .placing import Dart
from .worn import Worn

CLOSE = 30.0
"""Ease at the waist up to which cloth bends there, mm."""
LONG = 30.0
"""How far a crease runs in, mm."""
SHORTEST = 14.0
"""A crease that a dart leaves less room than this is not drawn, mm."""
CLEAR = 6.0
"""How far from a dart a crease has run out, mm."""

PROBES = 16
"""At how many points of a crease its way is looked at."""


def at_waist(worn: Worn, layers: Layers, darts: Sequence[Dart]) -> None:
    """One soft crease in from each side seam, where cloth that fits her waist closely bends over it; it ends
    before a dart. What has room to spare lies smooth."""
    girth = worn.finished("waist_girth")
    if girth is None or girth - worn.draft.body["waist_girth"] > CLOSE:
        return
    top = worn.waist - 12.0
    crease = _from((worn.side.at(top) - 1.0, top), LONG, -0.25)
    share = min((_until(crease, dart) for dart in darts), default=1.0)
    if share * LONG > SHORTEST:
        layers.both([parted(crease, share)[0]], "fold", "break", 1.8)


def _from(start: Point, reach: float, slant: float) -> Cubic:
    (x, y), down = start, slant * reach
    return (
        start, (x - 0.3 * reach, y + 0.05 * down), (x - 0.7 * reach, y + 0.5 * down),
        (x - reach, y + down),
    )  # fmt: skip


def _until(crease: Cubic, dart: Dart) -> float:
    """How much of a crease (0..1) lies before a dart."""
    for n in range(PROBES):
        if _away(at(crease, n / PROBES), dart) < CLEAR:
            return max(n - 1, 0) / PROBES
    return 1.0


def _away(point: Point, dart: Dart) -> float:
    """How far a point is from a dart."""
    (ax, ay), (bx, by) = dart.mouth, dart.point
    ux, uy = bx - ax, by - ay
    t = ((point[0] - ax) * ux + (point[1] - ay) * uy) / max(ux * ux + uy * uy, 1e-6)
    t = min(max(t, 0.0), 1.0)
    return dist(point, (ax + t * ux, ay + t * uy))
