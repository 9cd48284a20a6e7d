"""How pressed pleats are drawn. They are stitched down from the waist over the hip; let go there, each face
hangs down as broad as it was, and the cloth laid in between opens a little towards the hem."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from measurements.figure.curves import Curve, Point, back, joined, line, mirror, spline
from patterns.flats.conventions import Fold, Layers
from patterns.flats.placing import waist_point
from patterns.flats.worn import Worn

STEP = 4.0
"""How much higher the cloth between two faces ends than they do, as it lies behind them, mm."""

NARROW, FAINT = 6.0, 2.1
"""Up to what breadth an opening is hardly seen, mm, as by the side, and how high the step there."""

OPENS = (1.0, 0.82, 1.16, 0.92, 1.1, 0.86, 1.14)
"""How far one pleat opens after another, of the mean: no two alike."""


class Gap(NamedTuple):
    """An opening of half a front or back: so many faces lie `before` it (a half one where the centre is cut
    whole); it opens by a share of all that the half does, `sofar` of which has opened before it."""

    before: float
    opens: float
    sofar: float


def hem(worn: Worn) -> Curve:
    """The hem from her left (the picture's right) to the other side, up a step wherever a pleat opens."""
    half, y = worn.side.at(worn.hem), worn.hem
    knife = worn.style == "knife_pleats"
    stops: list[Point] = [(-half, y)]
    for left, right in _mouths(worn):
        if knife and left < 1.0 - half:
            continue  # it lies in the side seam: its face goes on behind
        # a high step near the side would be a spike
        up = STEP if right - left > NARROW else FAINT
        stops += [_foot(worn, left, 0.0), _foot(worn, left, up)]
        if not knife:  # of a knife pleat the next face comes out from under the last
            stops += [_foot(worn, right, up), _foot(worn, right, 0.0)]
    stops.append((half, y))
    at_centre = _foot(worn, 0.0, 0.0 if _shown(worn)[2] else 0.5 * STEP)
    stops.insert(next(n for n, stop in enumerate(stops) if stop[0] > 0), at_centre)
    return back([line(a, b) for a, b in pairwise(stops) if b[0] > a[0] + 0.05 or a[1] != b[1]])


def edges(worn: Worn) -> list[Curve]:
    """The lines at which what is printed on it breaks, from the waist to the hem, left to right."""
    found = []
    for hand in (-1, 1):
        for gap in _gaps(worn, hand):
            if gap.before:
                curve = joined(_stitched(worn, gap), _opened(worn, gap, 0.5 * gap.opens))
                found.append(curve if hand > 0 else mirror(curve))
    return sorted(found, key=lambda curve: curve[0][0])


def drawn(worn: Worn, layers: Layers) -> None:
    """Each pleat's pressed edge from the waist to the hem: one a knife pleat, which all lie one way; two that
    meet a box pleat. Between, the cloth that lies behind, in shade."""
    knife = worn.style == "knife_pleats"
    for hand in (-1, 1):
        for gap in _gaps(worn, hand):
            if gap.before:
                head = _stitched(worn, gap)
                near, far = _opened(worn, gap, 0.0), _opened(worn, gap, gap.opens)
            else:  # in the centre back seam: its half is seen on either hand
                head = [line((0.0, _let_go(worn)), (0.0, _let_go(worn)))]
                near, far = [], _opened(worn, gap, gap.opens)
            left, right = (near, far) if hand > 0 else (far, near)
            if hand < 0:
                head, left, right = mirror(head), mirror(left), mirror(right)
            if gap.before and head:
                layers.draw(head, "seam", "pleat")
            for edge in (left,) if knife else (left, right):
                if edge:
                    layers.draw(edge, "edge", "pleat")
            start = head[-1][3]
            middle: Curve = [line(start, (0.0, worn.low))]
            one, other = left or middle, right or middle
            foot = (one[-1][3][0], one[-1][3][1] + 6), (other[-1][3][0], other[-1][3][1] + 6)
            opening = joined(one, [line(*foot)], back(other))
            layers.folds.append(Fold(opening, 0.2))
            shadow = joined(
                one, [line(foot[0], _mid(*foot, 0.55))], [line(_mid(*foot, 0.55), start)]
            )
            layers.folds.append(Fold(shadow, 0.17))  # that the face nearer the light casts


def _mid(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _shown(worn: Worn) -> tuple[int, float, bool]:
    """Of half the front or back: how many pleats it has; how many faces a quarter of the girth shows, by
    which both are drawn; and whether it is cut whole at the centre. The draft counts all its faces round."""
    seamed = worn.opening == "back"
    rest = 3 if seamed else 2
    sets = max(round((worn.number("skirt.pleats", 18.0) - rest) / 4), 1)
    return sets, sets + rest / 4, worn.front or not seamed


def _gaps(worn: Worn, hand: int) -> Iterator[Gap]:
    """The openings of one half, from the centre to the side. The pleat in the side seam is seen where the
    back is the broader half and reaches round to the front."""
    sets, shown, whole = _shown(worn)
    sizes = [OPENS[(2 * n + (3 if hand < 0 else 0)) % 7] for n in range(sets + 1)]
    befores = [n + (0.5 if whole else 1.0) for n in range(sets + 1)]
    if not whole:
        sizes, befores = [0.5, *sizes], [0.0, *befores]
    sofar = 0.0
    for before, size in zip(befores, sizes, strict=True):
        if before < shown - 0.01:
            yield Gap(before, size / shown, sofar / shown)
        sofar += size


def _mouths(worn: Worn) -> list[tuple[float, float]]:
    """Where the pleats stand open at the hem, from the picture's left to its right: x of both edges."""
    found = []
    for hand in (-1, 1):
        for gap in _gaps(worn, hand):
            near, far = (_x(worn, gap, part, worn.hem) for part in (0.0, gap.opens))
            found.append((near, far) if hand > 0 else (-far, -near))
    found.sort()
    middle = len(found) // 2
    if not _shown(worn)[2]:  # the two halves of one
        found[middle - 1 : middle + 1] = [(found[middle - 1][0], found[middle][1])]
    return found


def _let_go(worn: Worn) -> float:
    """The height at which the stitching ends."""
    held = worn.number("skirt.stitched") or 0.4 * worn.length
    return worn.seam + min(held, 0.8 * worn.length)


def _x(worn: Worn, gap: Gap, part: float, y: float) -> float:
    """How far from the centre a pleat's edge lies at a height below its stitching, once `part` of all that
    opens there has opened before it."""
    _, shown, _ = _shown(worn)
    faces, here = worn.quarter(_let_go(worn)), worn.quarter(y)
    round_ = faces * gap.before / shown + max(here - faces, 0.0) * (gap.sofar + part)
    return worn.across(min(round_ / here, 1.0), y)


def _foot(worn: Worn, x: float, up: float) -> Point:
    half = worn.side.at(worn.hem)
    return (x, worn.hem + worn.hem_sag * (1 - (x / half) ** 2) - up)


def _stitched(worn: Worn, gap: Gap) -> Curve:
    """The stitched stretch of a pleat (right half)."""
    share = gap.before / _shown(worn)[1]
    top, low = worn.seam, _let_go(worn)
    points = [waist_point(worn, share, top)]
    for part in (0.35, 0.7, 1.0):
        y = top + (low - top) * part
        points.append((worn.across(share, y), _level(worn, share, y)))
    return spline(points)


def _opened(worn: Worn, gap: Gap, part: float) -> Curve:
    """One edge of a pleat from the end of its stitching to the hem (right half)."""
    low = _let_go(worn)
    points = []
    for down in (0.0, 0.3, 0.65, 1.0):
        y = low + (worn.hem - low) * down
        x = _x(worn, gap, part, y)
        points.append((x, _level(worn, x / worn.side.at(y), y, flat=True)))
    return spline(points)


def _level(worn: Worn, share: float, y: float, *, flat: bool = False) -> float:
    """The height of a level line that lies at y at the side: as they bow, from the waist's to the hem's."""
    x = share if flat else worn.across(share, y) / worn.side.at(y)
    down = (y - worn.top) / max(worn.hem - worn.top, 1.0)
    sag = worn.sag(worn.top) + (worn.hem_sag - worn.sag(worn.top)) * down
    return y + sag * (1 - x * x)
