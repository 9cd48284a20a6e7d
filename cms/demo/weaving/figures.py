"""Flowers, leaves and dots, painted on a tile that runs on at its edges; and lace made of them.

A figure is painted at twice the tile's size as RGBA, each shape over again where it crosses an edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

import numpy as np
from PIL import Image, ImageDraw

from .threads import SIDE

FINE = 2
WHOLE = SIDE * FINE
Points = list[tuple[float, float]]
Colour = tuple[int, int, int]


def _rgb(colour: str) -> Colour:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Figure:
    """A picture that repeats; lengths are shares of the tile, so 1.0 is its edge."""

    def __init__(self, seed: int) -> None:
        self.picture = Image.new("RGBA", (WHOLE, WHOLE), (0, 0, 0, 0))
        self.rng = np.random.default_rng(seed)

    def shape(self, points: Points, colour: str, opacity: float = 1.0) -> None:
        """A filled shape."""
        self._put(
            points, lambda pen, moved: pen.polygon(moved, (*_rgb(colour), round(255 * opacity)))
        )

    def line(self, points: Points, colour: str, wide: float, opacity: float = 1.0) -> None:
        px = max(round(wide * WHOLE), 1)
        ink = (*_rgb(colour), round(255 * opacity))
        self._put(points, lambda pen, moved: pen.line(moved, ink, px, joint="curve"), px)

    def _put(self, points: Points, draw: object, margin: int = 0) -> None:
        assert callable(draw)
        xs = [x * WHOLE for x, _ in points]
        ys = [y * WHOLE for _, y in points]
        left, top = int(min(xs)) - margin - 1, int(min(ys)) - margin - 1
        size = (int(max(xs)) - left + margin + 2, int(max(ys)) - top + margin + 2)
        patch = Image.new("RGBA", size, (0, 0, 0, 0))
        draw(ImageDraw.Draw(patch), [(x - left, y - top) for x, y in zip(xs, ys, strict=True)])
        for dx in _turns(left, size[0]):
            for dy in _turns(top, size[1]):
                _over(self.picture, patch, left + dx, top + dy)

    def done(self) -> Image.Image:
        """The figure at the tile's size."""
        return self.picture.resize((SIDE, SIDE), Image.Resampling.BOX)

    # -- what is painted ---------------------------------------------------------------------

    def dot(self, x: float, y: float, radius: float, colour: str, opacity: float = 1.0) -> None:
        self.shape(_ring(x, y, radius, 28), colour, opacity)

    def petal(self, x: float, y: float, turn: float, long: float, wide: float) -> Points:
        """From its foot at x, y outward: broad beyond the middle, its rim a little uneven."""
        wave = 1 + 0.07 * self.rng.standard_normal(3)
        outline = []
        for t in np.linspace(0, 1, 22):
            half = wide * sin(pi * t**1.35) ** 0.8 * (1 + 0.05 * sin(9 * t * wave[0]))
            outline.append((long * t * wave[1], half))
        shape = [*outline, *((u, -v * wave[2]) for u, v in reversed(outline))]
        return [
            (x + u * cos(turn) - v * sin(turn), y + u * sin(turn) + v * cos(turn)) for u, v in shape
        ]

    def flower(
        self, x: float, y: float, size: float, colours: Sequence[str], heart: str, petals: int = 5
    ) -> None:
        """Open, seen from above: each petal washed light over dark from its foot to its rim."""
        dark, middle, pale = colours
        first = self.rng.random() * 2 * pi
        order = [
            first + 2 * pi * n / petals + 0.12 * self.rng.standard_normal() for n in range(petals)
        ]
        for turn in order:
            self.shape(self.petal(x, y, turn, size, 0.46 * size), middle)
            self.shape(self.petal(x, y, turn + 0.1, 0.93 * size, 0.34 * size), pale, 0.55)
            self.shape(self.petal(x, y, turn - 0.05, 0.62 * size, 0.25 * size), dark, 0.45)
            self.line([(x, y), (x + 0.72 * size * cos(turn), y + 0.72 * size * sin(turn))],
                      dark, 0.0016, 0.5)  # fmt: skip
        self.dot(x, y, 0.2 * size, mixed(heart, "#000000", 0.25))
        self.dot(x, y, 0.15 * size, heart)
        for n in range(9):
            turn, far = 2 * pi * n / 9 + first, 0.3 * size
            self.dot(x + far * cos(turn), y + far * sin(turn), 0.035 * size, heart)

    def rose(self, x: float, y: float, size: float, colours: Sequence[str]) -> None:
        """Full and half open: rings of petals that grow smaller and deeper towards the heart."""
        dark, middle, pale = colours
        first = self.rng.random() * 2 * pi
        for ring, (count, far, wide) in enumerate(((7, 1.0, 0.5), (6, 0.78, 0.44), (5, 0.55, 0.36),
                                                   (4, 0.36, 0.28))):  # fmt: skip
            tone = mixed(pale, middle, ring / 3)
            for n in range(count):
                turn = first + ring * 0.6 + 2 * pi * n / count + 0.1 * self.rng.standard_normal()
                shape = self.petal(x, y, turn, far * size, wide * size)
                self.shape(shape, mixed(tone, dark, 0.32))
                self.shape(
                    self.petal(x, y, turn + 0.04, far * 0.95 * size, wide * 0.86 * size), tone
                )
        self.dot(x, y, 0.15 * size, dark)
        swirl = [(x + 0.04 * size * t * cos(2.2 * t + first), y + 0.04 * size * t * sin(2.2 * t + first))
                 for t in np.linspace(0, 5, 30)]  # fmt: skip
        self.line(swirl, mixed(dark, "#000000", 0.3), 0.03 * size, 0.8)

    def leaf(self, x: float, y: float, turn: float, long: float, colour: str) -> None:
        bend = 0.25 * self.rng.standard_normal()
        spine = [
            (x + long * t * cos(turn + bend * t), y + long * t * sin(turn + bend * t))
            for t in np.linspace(0, 1, 14)
        ]
        halves: tuple[Points, Points] = ([], [])
        for n, (px, py) in enumerate(spine):
            t = n / 13
            wide = 0.24 * long * sin(pi * t**0.85)
            way = turn + 2 * bend * t + pi / 2
            halves[0].append((px + wide * cos(way), py + wide * sin(way)))
            halves[1].append((px - wide * cos(way), py - wide * sin(way)))
        self.shape([*halves[0], *reversed(halves[1])], colour)
        self.shape([*halves[0], *reversed(spine)], mixed(colour, "#ffffff", 0.18), 0.6)
        self.line(spine, mixed(colour, "#000000", 0.3), 0.0022, 0.7)

    def spray(
        self, x: float, y: float, turn: float, long: float, leaf: str, berries: str, pairs: int = 3
    ) -> None:
        """A bent stem with leaves in pairs and a berry at its end."""
        bend = 0.5 * self.rng.standard_normal()
        stem = [
            (x + long * t * cos(turn + bend * t), y + long * t * sin(turn + bend * t))
            for t in np.linspace(0, 1, 20)
        ]
        self.line(stem, mixed(leaf, "#000000", 0.2), 0.0035)
        for n in range(pairs):
            px, py = stem[6 + n * 4]
            way = turn + 2 * bend * (6 + n * 4) / 20
            for hand in (1, -1):
                self.leaf(px, py, way + hand * 0.85, long * (0.36 - 0.05 * n), leaf)
        self.dot(*stem[-1], 0.05 * long, berries)
        self.dot(
            stem[-1][0] - 0.012 * long, stem[-1][1] - 0.014 * long, 0.018 * long, "#ffffff", 0.5
        )


def _turns(start: int, long: int) -> Iterator[int]:
    """By how much a stretch is shifted to be seen on the tile wherever it comes back."""
    turn = -((start + long) // WHOLE) * WHOLE
    while start + turn < WHOLE:
        if start + turn + long > 0:
            yield turn
        turn += WHOLE


def _over(picture: Image.Image, patch: Image.Image, x: int, y: int) -> None:
    left, top = max(-x, 0), max(-y, 0)
    right, low = min(patch.width, WHOLE - x), min(patch.height, WHOLE - y)
    if right > left and low > top:
        picture.alpha_composite(patch.crop((left, top, right, low)), (x + left, y + top))


def _ring(x: float, y: float, radius: float, count: int) -> Points:
    return [
        (x + radius * cos(2 * pi * n / count), y + radius * sin(2 * pi * n / count))
        for n in range(count)
    ]


def scattered(seed: int, count: int, apart: float) -> list[tuple[float, float]]:
    """Places on the tile, at least so far apart, its edges run on into each other."""
    rng = np.random.default_rng(seed)
    found: list[tuple[float, float]] = []
    for _ in range(4000):
        x, y = float(rng.random()), float(rng.random())
        if all(_far(x - a, y - b) >= apart for a, b in found):
            found.append((x, y))
        if len(found) == count:
            break
    return found


def _far(dx: float, dy: float) -> float:
    return hypot(dx - round(dx), dy - round(dy))
