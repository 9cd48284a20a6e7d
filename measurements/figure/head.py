"""A head without a face: its outline, jaw and ears, and the shade under the chin."""

from __future__ import annotations

from .build import Figure
from .curves import Curve, Point, at, mirror, spline

_HALF: tuple[Point, ...] = (
    (0.0, 0.0), (0.42, 0.034), (0.74, 0.122), (0.94, 0.245), (1.0, 0.385), (0.985, 0.515), (0.920, 0.660),
    (0.775, 0.805), (0.50, 0.932), (0.235, 0.992), (0.0, 1.0),
)  # fmt: skip
"""From crown to chin, in half-breadths and heights of the head."""

_EAR: tuple[Point, ...] = (
    (0.965, 0.465), (1.035, 0.435), (1.090, 0.465), (1.085, 0.540), (1.035, 0.620), (0.985, 0.660),
    (0.930, 0.640),
)  # fmt: skip


def on_head(figure: Figure, points: tuple[Point, ...]) -> list[Point]:
    """Points in half-breadths and heights of the head, on the drawing."""
    w, h = figure.head_half, figure.levels["chin"]
    return [(x * w, y * h) for x, y in points]


def whole(half: tuple[Point, ...]) -> tuple[Point, ...]:
    """All round, from a right half that runs from the centre line to it again."""
    return (*half, *[(-x, y) for x, y in reversed(half[1:-1])])


def head_outline(figure: Figure) -> Curve:
    """Crown to chin, no face."""
    return spline(on_head(figure, whole(_HALF)), closed=True)


def skull(figure: Figure) -> Curve:
    """Her head's outline from behind: its jaw lies hidden by her neck."""
    jaw = 0.7 * figure.levels["chin"]
    around = [at(cubic, t / 3) for cubic in head_outline(figure) for t in range(3)]
    seen = [p for p in around if p[1] < jaw or abs(p[0]) > figure.neck_half - 1]
    # from one side of the neck over the crown to the other
    start = max(range(len(seen)), key=lambda n: seen[n][1] if seen[n][0] < 0 else 0.0)
    return spline([*seen[start:], *seen[:start]])


def ears(figure: Figure) -> list[Curve]:
    """Both ears; the head lies over their roots."""
    ear = spline(on_head(figure, _EAR), closed=True)
    return [ear, mirror(ear)]


def jaw_shade(figure: Figure) -> Curve:
    """What the chin shades of the neck."""
    h, n, ny = figure.levels["chin"], figure.neck_half, figure.levels["side_neck"]
    low = h + 0.42 * (ny - h) + 0.008 * figure.height
    return spline(
        [
            (-n, h * 0.80), (-n * 0.995, h * 0.95), (-n * 0.80, h + 0.3 * (low - h)), (-0.12 * n, low),
            (0.46 * n, h + 0.75 * (low - h)), (n * 0.995, h * 1.04), (n, h * 0.80),
        ],
        closed=True,
    )  # fmt: skip
