"""Bows and knots, drawn plainly: two loops, a knot and two ends."""

from __future__ import annotations

from measurements.figure.curves import Curve, Point, joined, line, spline

from .conventions import Fold, Layers, Panel


def bow(layers: Layers, at: Point, loop: float, end: float, wide: float, name: str) -> None:
    """A bow with its knot at `at`: loops `loop` long, ends `end` long, of a tie `wide` across."""
    x, y = at
    knot = min(0.28 * wide, 11.0)
    for n, (hand, lean, long) in enumerate(((1.0, 0.13, end), (-1.0, 0.10, end * 0.93))):
        _end(layers, (x + hand * knot * 0.3, y + knot * 0.8), hand * lean * long, long, wide * 0.62,
             f"{name}-end{n}")  # fmt: skip
    for n, hand in enumerate((1.0, -1.0)):
        high = wide * 0.55
        upper = spline([
            (x + hand * knot * 0.7, y - knot * 0.6), (x + hand * 0.5 * loop, y - high * 0.95),
            (x + hand * loop, y - high * 0.30), (x + hand * 0.97 * loop, y + high * 0.55),
        ])  # fmt: skip
        lower = spline([
            (x + hand * 0.97 * loop, y + high * 0.55), (x + hand * 0.55 * loop, y + high * 0.62),
            (x + hand * knot * 0.7, y + knot * 0.6),
        ])  # fmt: skip
        shape = joined(upper, lower)
        layers.panels.append(
            Panel(f"{name}-loop{n}", shape, (y - high, y + high), grain=(at, 90.0))
        )
        layers.draw(shape, "edge", name)
        crease = spline([(x + hand * knot, y - 1), (x + hand * 0.45 * loop, y - high * 0.12),
                         (x + hand * 0.62 * loop, y - high * 0.28)])  # fmt: skip
        layers.draw(crease, "fold", name)
        layers.folds.append(Fold(joined(
            [line((x + hand * knot, y), (x + hand * 0.6 * loop, y + high * 0.1))],
            [line((x + hand * 0.6 * loop, y + high * 0.1), (x + hand * 0.5 * loop, y + high * 0.62))],
            [line((x + hand * 0.5 * loop, y + high * 0.62), (x + hand * knot, y + knot * 0.6))],
        ), 0.16))  # fmt: skip
    _knot(layers, at, knot, name)


def _knot(layers: Layers, at: Point, size: float, name: str) -> None:
    x, y = at
    shape = spline([(x - size, y - size * 0.8), (x + size, y - size * 0.9), (x + size * 0.9, y + size),
                    (x - size * 0.85, y + size * 0.95)], closed=True)  # fmt: skip
    layers.panels.append(Panel(f"{name}-knot", shape, (y - size, y + size), grain=(at, 90.0)))
    layers.draw(shape, "edge", name)


def _end(layers: Layers, top: Point, out: float, long: float, wide: float, name: str) -> None:
    """One end: it leaves the knot narrow and hangs to a slanted cut."""
    x, y = top
    slant = 0.35 * wide * (1 if out >= 0 else -1)
    left: Curve = spline([(x - 3, y), (x - wide * 0.40 + out * 0.4, y + 0.4 * long),
                          (x - wide * 0.5 + out, y + long - slant)])  # fmt: skip
    right: Curve = spline([(x + wide * 0.5 + out, y + long + slant),
                           (x + wide * 0.42 + out * 0.4, y + 0.4 * long), (x + 3, y)])  # fmt: skip
    shape = joined(left, [line(left[-1][3], right[0][0])], right)
    layers.panels.append(Panel(name, shape, (y, y + long), grain=(top, 0.0)))
    layers.draw(shape, "edge", name.partition("-")[0])
