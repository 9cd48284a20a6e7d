"""Bows: two ends that hang, two loops with their mouths, a knot over all."""

from __future__ import annotations

from math import atan2, degrees

from measurements.figure.curves import Curve, Point, joined, line, spline

from .conventions import Fold, Layers, Panel

SWAYS = (-0.12, 0.15)
"""How far a bow's ends swing out as they fall, left and right, as a share of their length."""


def bow(
    at: Point, loop: float, end: float, wide: float, name: str, sways: tuple[float, float] = SWAYS
) -> list[Layers]:
    """A bow with its knot at `at`, its parts from the lowest up: loops `loop` long, ends `end` long, of a tie
    `wide` across."""
    x, y = at
    knot = min(0.26 * wide, 12.0)
    ends = (
        _end(
            (x + side * knot * 0.2, y + knot * 0.5),
            sway * end,
            end * size,
            wide * 0.62,
            f"{name}-{hand}",
            name,
        )
        for hand, side, sway, size in zip(
            ("left", "right"), (-1.0, 1.0), sways, (0.93, 1.0), strict=True
        )
    )
    loops = (_loop(at, hand, loop * size, wide, knot, f"{name}-loop{n}", name)
             for n, (hand, size) in enumerate(((-1.0, 0.96), (1.0, 1.0))))  # fmt: skip
    return [*ends, *loops, _knot(at, knot, name)]


def lengthwise(start: Point, end: Point) -> tuple[Point, float]:
    """The grain of a strip that is cut lengthwise and runs from `start` to `end`, as `Panel.grain`."""
    return start, -degrees(atan2(end[0] - start[0], end[1] - start[1]))


def _loop(
    at: Point, hand: float, long: float, wide: float, knot: float, part: str, name: str
) -> Layers:
    """One loop: it leaves the knot gathered, swells, droops, and shows its mouth at the far end."""
    layers = Layers(casts=True)
    x, y = at

    def to(along: float, down: float) -> Point:
        return (x + hand * along * long, y + down * wide + 0.10 * along * along * wide)

    start, end = (x + hand * knot * 0.5, y - knot * 0.55), (x + hand * knot * 0.5, y + knot * 0.6)
    upper = spline(
        [start, to(0.32, -0.36), to(0.68, -0.50), to(0.90, -0.40), to(0.985, -0.16), to(1.0, 0.04)]
    )
    lower = spline(
        [to(1.0, 0.04), to(0.965, 0.26), to(0.86, 0.42), to(0.66, 0.42), to(0.38, 0.28), end]
    )
    shape = joined(upper, lower)
    high = 0.6 * wide
    layers.panels.append(Panel(part, shape, (y - high, y + high), grain=(at, 90.0)))
    layers.draw(shape, "edge", name)
    mouth: Curve = [
        (to(0.96, -0.26), to(0.86, -0.22), to(0.80, 0.18), to(0.90, 0.36)),
        (to(0.90, 0.36), to(0.98, 0.24), to(1.01, -0.10), to(0.96, -0.26)),
    ]
    layers.folds.append(Fold(mouth, 0.26))
    layers.draw(mouth[:1], "seam", f"{name}_mouth")
    for share, down in ((0.62, -0.20), (0.46, 0.02), (0.56, 0.22)):
        middle = to(share * 0.5, down * 0.5)
        layers.draw(spline([(x + hand * knot * 0.8, y + down * knot), middle, to(share, down)]), "fold",
                    "fold")  # fmt: skip
    return layers


def _knot(at: Point, size: float, name: str) -> Layers:
    layers = Layers()
    x, y = at
    shape = spline([
        (x - size * 0.7, y - size * 1.05), (x + size * 0.75, y - size * 1.0),
        (x + size * 0.95, y + size * 0.2), (x + size * 0.55, y + size * 1.1),
        (x - size * 0.6, y + size * 1.1), (x - size * 0.95, y + size * 0.1),
    ], closed=True)  # fmt: skip
    layers.panels.append(Panel(f"{name}-knot", shape, (y - size, y + size), grain=(at, 90.0)))
    layers.draw(shape, "edge", name)
    for off, low in ((-0.3, 0.5), (0.25, 0.7)):
        crease = spline([(x + off * size, y - size), (x + off * 1.5 * size, y - 0.2 * size),
                         (x + off * size, y + low * size)])  # fmt: skip
        layers.draw(crease, "fold", "fold")
    return layers


def _end(top: Point, out: float, long: float, wide: float, part: str, name: str) -> Layers:
    """One end: it leaves the knot gathered, sways as it falls and is cut aslant."""
    layers = Layers(casts=True)
    x, y = top
    hand = 1.0 if out >= 0 else -1.0
    slant = 0.42 * wide * hand
    middle = ((0.0, 0.0), (0.30, 0.26), (0.74, 0.58), (1.0, 1.0))  # out and down, shares of both

    def side(across: float, last: float) -> list[Point]:
        return [
            (x + out * a + across * wide * (0.16, 0.34, 0.46, 0.5)[n],
             y + b * long + (last if n == 3 else 0.0))
            for n, (a, b) in enumerate(middle)
        ]  # fmt: skip

    left, right = spline(side(-1.0, -slant)), spline(side(1.0, slant)[::-1])
    shape = joined(left, [line(left[-1][3], right[0][0])], right)
    grain = lengthwise((x + out * 0.30, y + long * 0.26), (x + out, y + long))
    layers.panels.append(Panel(part, shape, (y, y + long), grain=grain))
    layers.draw(shape, "edge", name)
    for across, reach in ((-0.12 * hand, 0.62), (0.2 * hand, 0.36)):
        points = [(px * 0.5 + qx * 0.5 + across * wide, py)
                  for (px, py), (qx, _) in zip(side(-1.0, 0.0), side(1.0, 0.0), strict=True)]  # fmt: skip
        points[0] = (x + across * wide * 0.4, y + 3.0)
        last = (points[1][0] + (points[2][0] - points[1][0]) * reach,
                points[1][1] + (points[2][1] - points[1][1]) * reach)  # fmt: skip
        layers.draw(spline([points[0], points[1], last]), "fold", "fold")
    return layers
