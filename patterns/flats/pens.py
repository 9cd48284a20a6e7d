"""The pens that a flat is drawn with: lines of one weight stroked, folds with a brush that runs out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from math import hypot

from measurements.figure.curves import Cubic, Curve, Point, back, parted, path_data

from .cloth import Palette, lightness
from .conventions import BRUSHED, DASHES, OPACITIES, ORDER, SPECK, SWELL, WIDTHS, Line, Weight

CORNER = 0.9
"""The cosine of the least angle that is a corner."""

DEEP = 40.0
"""How long a dart is that is drawn at its full breadth, mm."""

_KEY: Callable[[Line], tuple[int, str]] = lambda line: (ORDER.index(line.weight), line.name)  # noqa: E731


def lines(drawn: Sequence[Line], colours: Palette) -> str:
    """Lines of one weight and name go into one path; heavier ones on top. On cloth, outlines swell where
    they turn from the light."""
    if not drawn:
        return ""
    parts: list[str] = []
    for (place, name), group in groupby(sorted(drawn, key=_KEY), key=_KEY):
        weight, same = ORDER[place], list(group)
        colour = _colour(weight, colours)
        faint = OPACITIES.get(weight)
        if weight in BRUSHED or (_dark(colours) and all(line.runs_out for line in same)):
            data = "".join(path_data(_stroke(line), close=True) for line in same)
            opacity = f' fill-opacity="{faint:g}"' if faint else ""
            parts.append(
                f'<path data-line="{name}" d="{data}" fill="{colour}" stroke="none"{opacity}/>'
            )
            continue
        data = "".join(path_data(line.curve) for line in same)
        dash = f' stroke-dasharray="{DASHES[weight]}"' if weight in DASHES else ""
        opacity = f' stroke-opacity="{faint:g}"' if faint else ""
        parts.append(
            f'<path data-line="{name}" d="{data}" stroke="{colour}" '
            f'stroke-width="{WIDTHS[weight]:g}"{dash}{opacity}/>'
        )
        if weight == "outline" and colours.shade:
            away = "".join(
                path_data(brushed(curve, SWELL, swells=True), close=True)
                for line in same for curve in _unbroken(line.curve) if _shaded(curve)
            )  # fmt: skip
            if away:
                parts.append(
                    f'<path data-line="swell" d="{away}" fill="{colour}" stroke="{colour}"/>'
                )
    return f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{"".join(parts)}</g>'


def _stroke(line: Line) -> Curve:
    """A fold by its own brush; a dart's line is as broad as it is deep, out to its point: a stub is fine."""
    if line.weight == "dart":
        (ax, ay), (bx, by) = line.curve[0][0], line.curve[-1][3]
        deep = (hypot(bx - ax, by - ay) - SPECK) / (DEEP - SPECK)
        # of one below a wrap's edge no more than a speck may be seen
        deep = min(max(deep, 0.0), 1.0)
        return brushed(line.curve, WIDTHS["dart"] * 1.5 * deep, line.swells)
    if line.runs_out:
        return brushed(line.curve, WIDTHS[line.weight] * 1.3)
    return brushed(line.curve, line.wide, line.swells)


def _unbroken(curve: Curve) -> list[Curve]:
    """The stretches of a line between its corners: a brush is lifted there."""
    stretches = [[curve[0]]]
    for before, after in pairwise(curve):
        (ax, ay), (bx, by) = (
            _across(before[2], before[3], before[3], before[0]),
            _across(*after[:2], after[3]),
        )
        if ax * bx + ay * by < CORNER:
            stretches.append([])
        stretches[-1].append(after)
    return stretches


def _shaded(curve: Curve) -> bool:
    """Whether a line runs down the side away from the light."""
    (ax, ay), (bx, by) = curve[0][0], curve[-1][3]
    return ax + bx > 0 and abs(by - ay) > 0.6 * abs(bx - ax) and abs(by - ay) > 60


def _colour(weight: Weight, colours: Palette) -> str:
    if weight in ("outline", "shade"):
        return colours.outline
    if weight in ("edge", "fold"):
        # on dark cloth an edge is seen as a seam is; what is cut in one has one colour all round
        return colours.inner if _dark(colours) else colours.outline
    return colours.stitch if weight in ("stitch", "fine") else colours.inner


def _dark(colours: Palette) -> bool:
    """Whether the cloth is so dark that its seams are drawn lighter than it."""
    return lightness(colours.base) < lightness(colours.inner)


def brushed(curve: Curve, wide: float, swells: bool = False) -> Curve:
    """The stroke of a brush set down where the curve begins and lifted where it ends: `wide` mm across
    there, a point at its end; or one that `swells` from a point and runs out to one. Closed."""
    if swells and len(curve) == 1:
        curve = [*parted(curve[0], 0.5)]
    count = len(curve)
    left: Curve = []
    right: Curve = []
    for n, cubic in enumerate(curve):
        a, b = (wide / 2 * (_pressed(k / count) if swells else 1 - k / count) for k in (n, n + 1))
        left.append(_beside(cubic, a, b))
        right.append(_beside(cubic, -a, -b))
    return [*left, *back(right)]


def _pressed(t: float) -> float:
    """How hard a brush is pressed that is set down and lifted softly."""
    return 4 * t * (1 - t)


def _beside(cubic: Cubic, start: float, end: float) -> Cubic:
    """The Bézier moved sideways, by one width at its start and another at its end."""
    a, b, c, d = cubic
    (ux, uy), (vx, vy) = _across(a, b, d), _across(c, d, d, a)
    third = start + (end - start) / 3
    rest = start + (end - start) * 2 / 3
    return (
        (a[0] + ux * start, a[1] + uy * start), (b[0] + ux * third, b[1] + uy * third),
        (c[0] + vx * rest, c[1] + vy * rest), (d[0] + vx * end, d[1] + vy * end),
    )  # fmt: skip


def _across(a: Point, b: Point, end: Point, start: Point | None = None) -> Point:
    """The unit normal of the way from a to b; of the chord where those two meet."""
    if hypot(b[0] - a[0], b[1] - a[1]) < 1e-6:
        a, b = start or a, end
    long = max(hypot(b[0] - a[0], b[1] - a[1]), 1e-6)
    return ((a[1] - b[1]) / long, (b[0] - a[0]) / long)
