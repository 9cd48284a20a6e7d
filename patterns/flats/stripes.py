"""Stripes and checks as bands that run with the grain round the body and close up where it turns away, 1:1 at
the centre; at a seam and where one front lies over the other they begin anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil, cos, radians, sin

import numpy as np

from measurements.figure.curves import (
    Curve,
    at,
    both_sides,
    bowed,
    joined,
    line,
    number,
    path_data,
)
from patterns.specs import FabricSpec

from . import threads
from .cloth import Palette, bands
from .conventions import Gore, Panel
from .tiling import SHIFT
from .worn import Worn

APART = 55.0
"""How far apart the heights are, at least, between which a stripe is drawn as one stretch, mm."""

ABOVE, BELOW = 300.0, 90.0
"""How far a gore's seam is led on past its ends, for its cloth to be cut there, mm."""

OUTWARD = 0.4
"""How a seam that begins in an armhole is led on upwards, so far out for each mm: above is the centre's."""


def motif(worn: Worn, panel: Panel, fabric: FabricSpec, colours: Palette, prefix: str) -> str:
    """A panel's stripes or checks as SVG, to be clipped to the panel; empty for other cloth."""
    if fabric.pattern not in ("stripe", "check"):
        return ""
    repeat, wide = bands(fabric)
    check = fabric.pattern == "check"
    if panel.grain is not None:
        return _straight(panel, repeat, wide, colours.motif, check=check)
    heights = _heights(worn, panel)
    gores = panel.gores() if panel.gores else [Gore([], lambda _: 0.0)]
    paint = f'fill="{colours.motif}" fill-opacity="{0.5 if check else 1:g}"'
    drawn = "".join(
        _lengthwise(worn, gore, repeat, wide, heights, paint, f"{prefix}-grain{n}")
        for n, gore in enumerate(gores)
    )
    if not check:
        return drawn
    return drawn + _crosswise(worn, panel, repeat, wide, colours.motif, 0.5)


def gores(worn: Worn, seam: Curve) -> list[Gore]:
    """Of a panel with a seam down its right half, and its like down its left: the centre, and the two sides,
    whose grain runs down their middle."""
    (x, y), foot = seam[0][0], seam[-1][3]
    cut = [
        line((x + OUTWARD * ABOVE, y - ABOVE), (x, y)),
        *seam,
        line(foot, (foot[0], foot[1] + BELOW)),
    ]
    xs, ys = _points(cut)

    @cache
    def side(height: float) -> tuple[float, float]:
        """How far round its seam and its middle lie."""
        height = max(height, worn.underarm) if worn.has_bodice else height
        seam = _along(worn, float(np.interp(height, ys, xs)), height)
        return seam, (seam + worn.quarter(height)) / 2

    reach = max(middle - seam for seam, middle in map(side, ys[:: len(ys) // 6]))
    return [
        Gore(both_sides(cut), lambda _: 0.0),
        Gore(_beside(cut, worn), lambda height: side(height)[1], reach, paired=True),
    ]


def fronts(worn: Worn, edge: Curve) -> list[Gore]:
    """Of two fronts: the upper one, whose `edge` is given from above down, and what shows of the lower."""
    (x, y), foot = edge[0][0], edge[-1][3]
    cut = [line((x, y - ABOVE), (x, y)), *edge, line(foot, (foot[0], foot[1] + BELOW))]
    start = SHIFT + min(_along(worn, *edge[n][0]) for n in (0, len(edge) // 2, -1))
    return [
        Gore(_beside(cut, worn, -1), lambda _: 0.0),
        Gore(_beside(cut, worn), lambda _: start, SHIFT),
    ]


def _beside(cut: Curve, worn: Worn, hand: int = 1) -> Curve:
    """All that lies on one side of a cut that runs down: 1 the picture's right, -1 its left."""
    (_, top), (_, low), far = cut[0][0], cut[-1][3], hand * _far(worn)
    return joined(cut, [line((far, low), (far, top))])


def _far(worn: Worn) -> float:
    return max(worn.figure.shoulder_point[0], *worn.side.x) + OUTWARD * ABOVE


def _points(curve: Curve) -> tuple[list[float], list[float]]:
    """Places along a curve that runs down: x and y."""
    points = [at(cubic, n / 6) for cubic in curve for n in range(7)]
    return [x for x, _ in points], [y for _, y in points]


def _along(worn: Worn, x: float, y: float) -> float:
    """How far round from the centre a thread lies that is drawn at x, mm."""
    low, high = 0.0, worn.quarter(y)
    for _ in range(12):
        middle = (low + high) / 2
        lies = worn.lie(middle, y)
        low, high = (middle, high) if lies is not None and lies < x else (low, middle)
    return (low + high) / 2


def _straight(panel: Panel, repeat: float, wide: float, colour: str, *, check: bool) -> str:
    """Stripes or checks that run straight along a panel's own grain."""
    assert panel.grain is not None
    (x, y), turn = panel.grain
    angle = radians(turn)
    corners = [(p[0] - x, p[1] - y) for cubic in panel.curve for p in cubic]
    across = [px * cos(angle) + py * sin(angle) for px, py in corners]
    down = [py * cos(angle) - px * sin(angle) for px, py in corners]
    left, right, top, low = min(across), max(across), min(down), max(down)
    bars = "".join(
        f"M{number(n * repeat)} {number(top)}V{number(low)}"
        for n in range(int(left // repeat), int(right // repeat) + 2)
    )
    if check:
        bars += "".join(
            f"M{number(left)} {number(n * repeat)}H{number(right)}"
            for n in range(int(top // repeat), int(low // repeat) + 2)
        )
    faint = ' stroke-opacity=".5"' if check else ""
    return (
        f'<path transform="translate({number(x)} {number(y)}) rotate({turn:.1f})" d="{bars}" '
        f'stroke="{colour}" stroke-width="{number(wide)}"{faint}/>'
    )


def _heights(worn: Worn, panel: Panel) -> list[float]:
    """The heights between which a panel's stripes are drawn: its ends, and where its sides bend."""
    ys = [point[1] for cubic in panel.curve for point in (cubic[0], cubic[3])]
    top, low = round(min(ys)) - 3.0, round(max(ys)) + 8.0
    found = [top]
    for y in (*worn.side.y, low):
        if (y - found[-1] > APART and low - y > APART) or y == low:
            found.append(y)
    return found


def _lengthwise(
    worn: Worn,
    gore: Gore,
    repeat: float,
    wide: float,
    heights: Sequence[float],
    paint: str,
    name: str,
) -> str:
    """A gore's bands along its grain at whole repeats, as far as the side seam: each as broad as the turn of
    the cloth lets it be seen."""
    round_ = max(worn.quarter(max(y, worn.underarm) if worn.has_bodice else y) for y in heights)
    count = ceil(max(round_, worn.figure.shoulder_point[0] + 5.0) / repeat)
    middles = repeat * np.arange(-ceil(gore.reach / repeat) if gore.reach else 1, count + 1)
    bands = np.column_stack((middles - wide / 2, middles + wide / 2))
    data = threads.outlines(worn, gore, bands, heights)
    drawn = f'<path id="{name}" d="{data}" {paint}/>'
    if not gore.reach:
        x, top, low = number(wide / 2), number(heights[0]), number(heights[-1])
        drawn = f'<path d="M-{x} {top}H{x}V{low}H-{x}Z" {paint}/>{drawn}{_mirrored(name)}'
    if not gore.curve:
        return drawn
    clip = f'<clipPath id="{name}-clip"><path d="{path_data(gore.curve, close=True)}"/></clipPath>'
    drawn = f'{clip}<g id="{name}-gore" clip-path="url(#{name}-clip)">{drawn}</g>'
    return drawn + (_mirrored(f"{name}-gore") if gore.paired else "")


def _mirrored(name: str) -> str:
    return f'<use href="#{name}" transform="scale(-1 1)"/>'


def _lowest(panel: Panel) -> float:
    return max(point[1] for cubic in panel.curve for point in (cubic[0], cubic[3]))


def _crosswise(
    worn: Worn, panel: Panel, repeat: float, wide: float, colour: str, opacity: float
) -> str:
    """Bands across the grain, counted from the waist, bowed as level lines are."""
    top = panel.level[0]
    first = int((top - 60 - worn.waist) // repeat)
    last = int((_lowest(panel) + 8 - worn.waist) // repeat)
    lines: Curve = []
    for step in range(first, last + 1):
        y = worn.waist + step * repeat
        half = worn.side.at(min(max(y, worn.side.y[0]), worn.side.y[-1])) + 2
        if y < worn.underarm:
            half = max(half, worn.figure.shoulder_point[0])
        lines.append(bowed((-half, y), (half, y), worn.sag(y)))
    return (
        f'<path d="{path_data(lines)}" fill="none" stroke="{colour}" '
        f'stroke-width="{number(wide)}" stroke-opacity="{opacity:g}"/>'
    )
