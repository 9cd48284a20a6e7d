"""Finding a root, and making measurements agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from .values import value


class NoRootError(ArithmeticError):
    """The function keeps its sign over the whole interval: what was asked for cannot be had."""


CLOSED = 1e-12
"""A bracket so narrow holds no other number worth trying."""


def root(function: Callable[[float], float], low: float, high: float, exact: float = 1e-5) -> float:
    """Where a continuous function is zero between `low` and `high`, its value there under `exact`.

    Regula falsi in the Illinois form: the bracket always holds the root.
    Raises NoRootError when the ends have the same sign, or the function jumps over nought.
    """
    at_low, at_high = function(low), function(high)
    if abs(at_low) <= exact:
        return low
    if abs(at_high) <= exact:
        return high
    if at_low * at_high > 0:
        raise NoRootError(f"no root between {low:g} and {high:g}: {at_low:g} and {at_high:g}")
    side = 0
    while True:
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        if not low < middle < high and not high < middle < low:
            middle = 0.5 * (low + high)
        here = function(middle)
        if abs(here) <= exact:
            return middle
        if abs(high - low) < CLOSED:
            raise NoRootError(f"it jumps over nought at {middle:g}, by {here:g}")
        if here * at_high > 0:
            high, at_high = middle, here
            if side == -1:
                at_low /= 2
            side = -1
        else:
            low, at_low = middle, here
            if side == 1:
                at_high /= 2
            side = 1


@value
class Reading:
    """What one measurement says of the unknowns: sum of weight × unknown = value, give or take error."""

    name: str
    weights: Mapping[str, float]
    value: float
    error: float


def reconcile(
    unknowns: Sequence[str], readings: Sequence[Reading]
) -> tuple[dict[str, float], dict[str, float]]:
    """The unknowns that agree best with all readings, and by how many errors each reading was moved.

    Least squares, each reading weighted by its own error.
    """
    rows = np.array(
        [
            [reading.weights.get(name, 0.0) / reading.error for name in unknowns]
            for reading in readings
        ]
    )
    values = np.array([reading.value / reading.error for reading in readings])
    solution = np.linalg.solve(rows.T @ rows, rows.T @ values)
    moved = rows @ solution - values
    return (
        {name: float(x) for name, x in zip(unknowns, solution, strict=True)},
        {reading.name: float(x) for reading, x in zip(readings, moved, strict=True)},
    )
