"""What a loom or a lace machine draws: a brocade's palmettes, a lace's flowers on their net."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np
from PIL import Image

from .figures import Figure, Points
from .threads import SIDE, Cloth, noise, over, rgb, woven

INK = "#ffffff"


def _lobe(x: float, y: float, turn: float, long: float, wide: float, point: float = 1.2) -> Points:
    """A petal the same on both sides: its foot at x, y, `turn` from upright."""
    ts = np.linspace(0, 1, 26)
    half = [wide * sin(pi * t**point) for t in ts]
    outline = [(v, -long * t) for t, v in zip(ts, half, strict=True)]
    shape = [*outline, *((-v, w) for v, w in reversed(outline))]
    return [
        (x + u * cos(turn) - v * sin(turn), y + u * sin(turn) + v * cos(turn)) for u, v in shape
    ]


def _scroll(x: float, y: float, hand: float, size: float, turns: float = 1.35) -> Points:
    """A tendril that rolls up, from its foot."""
    ts = np.linspace(0, 1, 40)
    return [
        (
            x + hand * size * (0.75 * t + 0.34 * (1 - t) * sin(turns * 2 * pi * t)),
            y - size * (0.9 * t - 0.32 * (1 - t) * (1 - cos(turns * 2 * pi * t))),
        )
        for t in ts
    ]


def _ogee(x: float, y: float, hand: float, s: float) -> Points:
    """One side of the frame round a palmette: what is left free is a frame again, in half drop."""
    return [
        (x + hand * s * 0.25 * (1 - cos(2 * pi * t)), y + s * (t - 0.5))
        for t in np.linspace(0, 1, 60)
    ]


def _palmette(figure: Figure, x: float, y: float) -> None:
    """A palmette in its frame, about its middle."""
    s = 0.94
    for hand in (1, -1):
        frame = _ogee(x, y, hand, 1.0)
        figure.line(frame, INK, 0.013)
        for n in range(6, 54, 6):
            turn = hand * (0.6 + 1.9 * n / 60)
            figure.shape(_lobe(*frame[n], -turn, 0.05, 0.013), INK)
        for turn, long, wide in ((0.5, 0.25, 0.05), (1.02, 0.235, 0.05), (1.55, 0.19, 0.046)):
            figure.shape(_lobe(x, y + 0.06 * s, hand * turn, long * s, wide * s), INK)
        figure.line(_scroll(x, y + 0.30 * s, hand, 0.17 * s), INK, 0.011 * s)
        figure.shape(_lobe(x, y + 0.32 * s, hand * 0.95, 0.15 * s, 0.034 * s), INK)
        figure.shape(_lobe(x, y + 0.33 * s, hand * 2.1, 0.08 * s, 0.022 * s), INK)
        figure.dot(x + hand * 0.085 * s, y - 0.24 * s, 0.014 * s, INK)
    figure.shape(_lobe(x, y + 0.05 * s, 0.0, 0.30 * s, 0.062 * s), INK)
    figure.shape(_lobe(x, y + 0.07 * s, pi, 0.20 * s, 0.05 * s), INK)
    figure.dot(x, y - 0.315 * s, 0.018 * s, INK)
    figure.dot(x, y - 0.365 * s, 0.012 * s, INK)
    figure.dot(x, y + 0.335 * s, 0.024 * s, INK)


def brocade(ground: str, figure: str, threads: int = 128) -> Cloth:
    """Palmettes in half drop: the ground of the warp, smooth; the figure of the weft, across it."""
    drawn = Figure(5)
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        _palmette(drawn, x, y)
    inside = np.asarray(drawn.done().getchannel("A"), dtype=float)[..., None] / 255
    floats = woven(threads, over("satin"), rgb(ground), rgb(ground) * 0.86, relief=0.16)
    raised = woven(threads, over("weft"), rgb(figure) * 0.88, rgb(figure), relief=0.2)
    rim = np.clip(np.roll(inside, (3, 3), (0, 1)) - inside, 0, 1) * 0.3  # it stands up a little
    return np.asarray((floats * (1 - inside) + raised * inside) * (1 - rim))


def lace(thread: str, threads: int = 44) -> Image.Image:
    """Flowers and leaves joined by their stems, corded round, on a fine six-sided net: RGBA."""
    solid, cord = Figure(11), Figure(11)
    for x, y in ((0.27, 0.26), (0.77, 0.76)):
        for n in range(6):
            _sprig(solid, cord, x, y, n * pi / 3 + pi / 6)
        _blossom(solid, cord, x, y, 0.19)
    for x, y in ((0.77, 0.26), (0.27, 0.76)):
        _blossom(solid, cord, x, y, 0.12)
    for x, y, turn in (
        (0.50, 0.09, 0.9), (0.06, 0.50, 2.5), (0.53, 0.42, -0.9), (0.02, 0.06, 2.2),
        (0.50, 0.90, 2.2), (0.97, 0.52, -0.6), (0.46, 0.58, 2.4), (0.53, 0.60, 0.6),
    ):  # fmt: skip
        leaf = _lobe(x, y, turn + pi / 2, 0.15, 0.042)
        solid.shape(leaf, INK, 0.8)
        cord.line([*leaf, leaf[0]], INK, 0.006)
        cord.line([leaf[0], leaf[25]], INK, 0.004)
    body = np.asarray(solid.done().getchannel("A"), dtype=float) / 255
    edge = np.asarray(cord.done().getchannel("A"), dtype=float) / 255
    cover = np.maximum.reduce([_net(threads), body * (0.86 + 0.06 * noise(3, 1.2, 1.2)), edge])
    light = 0.9 + 0.1 * edge - 0.07 * (body > 0.3) * (edge < 0.3) + 0.02 * noise(4, 2, 2)
    colour = np.clip(rgb(thread) * light[..., None], 0, 1)
    stacked = np.dstack([colour, np.clip(cover, 0, 1)])
    return Image.fromarray(np.uint8(np.round(stacked * 255)), "RGBA")


def _sprig(solid: Figure, cord: Figure, x: float, y: float, turn: float) -> None:
    """A stem out from a blossom's middle, with a bud at its end."""
    end = (x + 0.235 * sin(turn), y - 0.235 * cos(turn))
    cord.line([(x, y), end], INK, 0.007)
    for lean in (-0.75, 0.0, 0.75):
        bud = _lobe(*end, turn + lean, 0.062, 0.017)
        solid.shape(bud, INK, 0.8)
        cord.line([*bud, bud[0]], INK, 0.0045)


def _blossom(solid: Figure, cord: Figure, x: float, y: float, size: float) -> None:
    for n in range(6):
        turn = n * pi / 3
        petal = _lobe(x, y, turn, size, 0.33 * size, 1.5)
        solid.shape(petal, INK, 0.72)
        cord.line([*petal, petal[0]], INK, 0.0065)
        for lean in (-0.2, 0.0, 0.2):
            inner = _lobe(x, y, turn + lean, 0.66 * size, 0.01)
            cord.line([inner[0], inner[25]], INK, 0.0032)
    solid.dot(x, y, 0.2 * size, INK)
    cord.line([(x + 0.2 * size * cos(t), y + 0.2 * size * sin(t)) for t in np.linspace(0, 2 * pi, 24)],
              INK, 0.0065)  # fmt: skip


def _net(cells: int) -> Cloth:
    """How much a six-sided net of so many meshes a tile covers, (side, side)."""
    rows = round(cells / 2 / 0.866) * 2  # an even number, so that it runs on below
    y, x = np.indices((SIDE * 2, SIDE * 2)) / (SIDE * 2)
    first = second = np.full(x.shape, 9.0)
    for shift in (0.0, 0.5):
        u, v = (x * cells - shift) % 1.0, (y * rows / 2 - shift) % 1.0
        for du in (-0.5, 0.5, 1.5):
            for dv in (-0.5, 0.5, 1.5):
                far = np.hypot(u - du, (v - dv) * 2 * 0.866)
                second = np.minimum(second, np.maximum(first, far))
                first = np.minimum(first, far)
    wall = second - first  # nought halfway between two meshes
    drawn = np.clip((0.2 - wall) / 0.12, 0, 1) * 0.85
    return np.asarray(drawn.reshape(SIDE, 2, SIDE, 2).mean(axis=(1, 3)))
