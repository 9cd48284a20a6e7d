"""Creases where cloth bends over the body or falls from its fullest points: few, calm, none over a dart."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

from measurements.figure.curves import Cubic, Point, at, parted, spline

from .conventions import Layers
from .placing import Dart
from .worn import Worn

SHORTEST = 9.0
"""A crease that a dart leaves less room than this is not drawn, mm."""
CLEAR = 6.0
"""How far from a dart a crease has run out, mm."""

PROBES = 16
"""At how many points of a crease its way is looked at."""


def from_side(
    worn: Worn, layers: Layers, y: float, way: float, long: float, darts: Sequence[Dart]
) -> None:
    """Soft creases that run in from the side seam at the height y, where cloth bends over the body: `way` is
    how steeply they fall (down positive) over a length of `long`. They end before a dart."""
    for n in range(worn.hang.breaks):
        top = y + (0.0, 15.0, -14.0)[n] * (1.0 if way >= 0 else -1.0)
        crease = _from(
            (worn.side.at(top) - 1.0, top), long * (1.0, 0.62, 0.8)[n], way * (1.0, 0.7, 1.1)[n]
        )
        share = min((_until(crease, dart) for dart in darts), default=1.0)
        if share * long > SHORTEST:
            layers.both([parted(crease, share)[0]], "fold", "break")


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


def over_hips(worn: Worn, layers: Layers) -> None:
    """What a straight skirt shows of the body in it: folds that fall from the hips, no two alike."""
    hip, low = worn.level["hip"], worn.hem
    # a flare has its own folds: the wider it is, the shorter these are, until there are none
    flared = worn.side.at(low) / worn.side.at(hip) - 1.0
    room = min(low - hip - 60.0, 420.0) * min(1.0 - flared / 0.5, 1.0)
    if room < 16.0:
        return
    for hand, places in ((1.0, ((0.93, -22.0, 0.80, 0.56), (0.885, 26.0, 0.70, 0.30))),
                         (-1.0, ((0.94, -10.0, 0.82, 0.44),))):  # fmt: skip
        for out, start, end, share in places[: worn.hang.breaks]:
            top, foot = hip + start, hip + start + share * room
            inward = (out - end) * room / 420.0
            points = [
                (hand * (out - inward * far) * worn.side.at(y), y)
                for far, y in ((0.0, top), (0.55, 0.5 * (top + foot)), (1.0, foot))
            ]
            layers.fold_line(spline(points), 2.0)


def from_bust(worn: Worn, layers: Layers, darts: Sequence[Dart]) -> None:
    """The folds in which loose cloth falls from the bust and from below its darts: long and soft, the left's
    the longer."""
    x = worn.figure.bust_point
    y = max([worn.level["bust"] + 46.0, *(_height(dart, 1.07 * x) + 14.0 for dart in darts)])
    room = min(worn.hem - y - 60.0, 420.0)
    if room < 40.0:
        return
    for hand, share, lean in ((-1.0, 0.62, 0.16), (1.0, 0.46, 0.22)):
        foot = y + share * room
        out = 1.06 + (lean - 0.06) * min(room / 300.0, 1.0)
        points = ((1.06, y), (1.08, y + 0.45 * (foot - y)), (out, foot))
        layers.fold_line(spline([(hand * far * x, down) for far, down in points]), 2.2)


def _height(dart: Dart, x: float) -> float:
    """How low a dart lies at x, if it comes so far."""
    (ax, ay), (bx, by) = sorted((dart.mouth, dart.point))
    return ay + (by - ay) * (x - ax) / (bx - ax) if ax < x < bx else 0.0
