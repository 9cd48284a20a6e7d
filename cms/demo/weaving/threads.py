"""Cloth from its threads: warp and weft, which lies on top where, and the irregularity of yarn.

Pictures are arrays (side, side, 3) of 0..1 that repeat without a seam both ways: every pattern counts
whole threads to the tile and all noise is periodic. The same seed gives the same cloth.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

SIDE = 512
"""Pixels along a tile's edge as it is woven."""

Cloth = NDArray[np.float64]


def rgb(colour: str) -> Cloth:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def noise(seed: int, across: float, down: float, *, least: float = 0.0) -> Cloth:
    """Periodic noise of unit spread, (side, side): blots `across` × `down` px large, and none of it slower
    than `least` turns a tile, which would show the tile's repeat."""
    white = np.fft.fft2(np.random.default_rng(seed).standard_normal((SIDE, SIDE)))
    fx, fy = np.fft.fftfreq(SIDE)[None, :], np.fft.fftfreq(SIDE)[:, None]
    kept = np.exp(-2 * np.pi**2 * ((fx * across) ** 2 + (fy * down) ** 2))
    kept = kept * (1.0 - np.exp(-((np.hypot(fx, fy) * SIDE / max(least, 0.5)) ** 4)))
    made = np.fft.ifft2(white * kept).real
    return np.asarray(made / made.std(), dtype=float)


def over(kind: str, seed: int = 0) -> NDArray[np.bool_]:
    """Where the warp lies on top, (picks, ends): one repeat of a weave."""
    if kind == "crepe":  # no row alike: what makes crêpe pebbled
        return np.random.default_rng(seed).random((32, 32)) < 0.5
    pick, end = np.indices((8, 8))
    weaves = {
        "plain": (pick + end) % 2 == 0,
        "basket": (pick // 2 + end // 2) % 2 == 0,
        "twill": (pick + end) % 4 < 2,
        "denim": (pick + end) % 4 < 3,
        "satin": (end - 3 * pick) % 8 != 0,
        "weft": (end - 3 * pick) % 8 == 0,
    }
    return weaves[kind]


def woven(
    threads: int,
    top: NDArray[np.bool_],
    warp: Cloth,
    weft: Cloth,
    *,
    relief: float = 0.22,
    uneven: float = 0.03,
    seed: int = 1,
) -> Cloth:
    """Cloth of so many threads a tile each way. `warp` and `weft` are a colour each or one a thread,
    (threads, 3); `relief` how much darker a thread is at its edges, `uneven` how much yarns differ."""
    rng = np.random.default_rng(seed)
    turn = np.arange(SIDE) * threads / SIDE
    at = turn.astype(int)
    along = np.sin(np.pi * (turn - at))  # 0 at a thread's edges, 1 on its ridge
    rows, columns = top.shape
    shown = top[np.ix_(at % rows, at % columns)]
    ends = np.broadcast_to(warp, (threads, 3)) * (1 + uneven * _yarns(rng, threads))
    picks = np.broadcast_to(weft, (threads, 3)) * (1 + uneven * _yarns(rng, threads))
    round_warp = along[None, :] * (0.72 + 0.28 * along[:, None])
    round_weft = along[:, None] * (0.72 + 0.28 * along[None, :])
    light = np.where(shown, round_warp, round_weft)
    colour = np.where(shown[..., None], ends[at][None, :, :], picks[at][:, None, :])
    return np.asarray(colour * (1 - relief + relief * 1.25 * light)[..., None])


def _yarns(rng: np.random.Generator, threads: int) -> Cloth:
    """How each thread differs from its neighbours, (threads, 1): no band of them, which would show the
    tile's repeat from afar."""
    each = rng.standard_normal((threads, 1))
    return np.asarray((2 * each - np.roll(each, 1) - np.roll(each, -1)) / 6**0.5)


def shaded(cloth: Cloth, *layers: tuple[float, Cloth]) -> Cloth:
    """Cloth made lighter and darker by noise, each layer so strong."""
    light = 1.0 + sum(strength * layer for strength, layer in layers)
    return cloth * np.asarray(light)[..., None]


def as_coloured(cloth: Cloth, colour: str) -> Cloth:
    """The cloth as light and as tinted on the whole as its colour says."""
    return cloth + (rgb(colour) - cloth.mean(axis=(0, 1)))


def by_thread(*stretches: tuple[str, int]) -> Cloth:
    """The colours of threads, (threads, 3), from stretches of so many of one colour."""
    return np.concatenate([np.tile(rgb(colour), (count, 1)) for colour, count in stretches])


def printed(ground: Cloth, figure: Any, *, hold: float = 1.0) -> Cloth:
    """A figure (an RGBA picture of the tile's size) printed on cloth, whose weave shows through it."""
    layer = np.asarray(figure, dtype=float) / 255
    light = ground.mean(axis=2)
    weave = (light / light.mean())[..., None]
    share = layer[..., 3:] * hold
    return np.asarray(ground * (1 - share) + layer[..., :3] * weave * share)
