"""Printed cloths: flowers large and small, and dots."""

from __future__ import annotations

from math import pi

import numpy as np
from PIL import Image

from .figures import Figure, scattered

ROSE = ("#a8405a", "#d9808f", "#f4c5c0")
BLUSH = ("#c98a72", "#ecc3aa", "#fae6d6")
IVORY = ("#cbb58a", "#efe0bd", "#fcf5e3")
BLUE = ("#3c5a8c", "#7f9cc6", "#c6d6ea")
COBALT = ("#26406f", "#5277ad", "#9db7da")
CORAL = ("#b5442f", "#e07a5a", "#f6b79b")
MAUVE = ("#6f5487", "#a88bbd", "#dccbe4")
SAGE, MOSS, TEAL = "#8aa083", "#5f7a4c", "#4e7a76"


def garden() -> Image.Image:
    """Roses and open flowers with their sprays, for a dark ground."""
    figure = Figure(21)
    places = [(0.24, 0.14), (0.73, 0.62), (0.78, 0.98), (0.29, 0.48)]
    for (x, y), size in zip(places, (0.13, 0.14, 0.085, 0.095), strict=True):
        for n in range(5):
            turn = n * 2 * pi / 5 + figure.rng.random()
            leaf = (SAGE, TEAL, MOSS)[n % 3]
            figure.spray(x, y, turn, size * 1.95, leaf, CORAL[1] if n % 2 else IVORY[1])
    for n, (x, y) in enumerate(scattered(8, 12, 0.17)):
        figure.flower(x, y, 0.026 + 0.008 * (n % 3), (BLUE, MAUVE, IVORY)[n % 3], "#e3b552")
    for (x, y), size, kind in zip(places[:2], (0.13, 0.14), (ROSE, BLUSH), strict=True):
        figure.rose(x, y, size, kind)
    figure.flower(*places[2], 0.092, IVORY, "#d9a441", 6)
    figure.flower(*places[3], 0.100, CORAL, "#f0cf7a", 5)
    return figure.done()


def meadow() -> Image.Image:
    """Small flowers all over, for a light ground."""
    figure = Figure(33)
    places = scattered(12, 46, 0.112)
    for n, (x, y) in enumerate(places):
        turn = figure.rng.random() * 2 * pi
        for k in range(3):
            figure.leaf(x, y, turn + k * 2.1, 0.062, (MOSS, SAGE, TEAL)[(n + k) % 3])
    for n, (x, y) in enumerate(places):
        kind = (COBALT, ROSE, BLUE, CORAL, BLUE, MAUVE)[n % 6]
        figure.flower(x, y, (0.044, 0.034, 0.038)[n % 3], kind, "#e8bf55", 5 + n % 2)
    for x, y in scattered(14, 60, 0.085):
        if min(_apart(x, y, place) for place in places) > 0.05:
            figure.dot(x, y, 0.0065, COBALT[1], 0.8)
    return figure.done()


def _apart(x: float, y: float, place: tuple[float, float]) -> float:
    dx, dy = x - place[0], y - place[1]
    return float(np.hypot(dx - round(dx), dy - round(dy)))


def dots(colour: str, count: int, radius: float) -> Image.Image:
    """Dots in half drop, `count` rows of them a tile; the radius is a share of the tile."""
    figure = Figure(1)
    for row in range(count):
        for column in range(count // 2):
            x = (column + (row % 2) / 2 + 0.25) * 2 / count
            figure.dot(x, (row + 0.5) / count, radius, colour)
    return figure.done()


def stripes(colour: str, count: int, wide: float) -> Image.Image:
    """Upright stripes, `count` a tile, the middle of one where the tile begins."""
    figure = Figure(1)
    for n in range(count):
        x, half = n / count, wide / 2
        figure.shape([(x - half, -0.1), (x + half, -0.1), (x + half, 1.1), (x - half, 1.1)], colour)
    return figure.done()
