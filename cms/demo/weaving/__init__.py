"""The demo's cloths, woven and printed in pixels: seamless tiles at true scale, the same each time."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from . import figured, prints
from .threads import SIDE, Cloth, as_coloured, by_thread, noise, over, printed, rgb, shaded, woven

VERSION = 1
"""Raise it when a tile looks otherwise than before, so that installs weave theirs again."""


@dataclass(frozen=True, slots=True)
class Tile:
    """How a cloth's picture is made, and how much of the cloth it shows across, mm."""

    width: float
    weave: Callable[[], Cloth | Image.Image]


def picture(tile: Tile) -> bytes:
    """The tile as a WebP file, with what is transparent in a lace."""
    made = tile.weave()
    if isinstance(made, np.ndarray):
        made = Image.fromarray(np.uint8(np.round(np.clip(made, 0, 1) * 255)), "RGB")
    file = io.BytesIO()
    sheer = made.mode == "RGBA"  # what is transparent is slow to press tightly
    made.save(file, "WEBP", quality=92, method=2 if sheer else 6, alpha_quality=80)
    return file.getvalue()


def _crepe(colour: str, seed: int, lively: float = 1.0) -> Cloth:
    cloth = woven(96, over("crepe", seed), rgb(colour), rgb(colour) * 0.97, relief=0.2, uneven=0.05,
                  seed=seed)  # fmt: skip
    pebbles = noise(seed, 2.2, 3.4, least=10)
    return as_coloured(shaded(cloth, (0.075 * lively, pebbles)), colour)


def _plain(colour: str, threads: int, seed: int, slub: float = 0.0) -> Cloth:
    cloth = woven(threads, over("plain"), rgb(colour), rgb(colour) * 0.98, uneven=0.03 + slub,
                  relief=0.18, seed=seed)  # fmt: skip
    thick = (
        (slub, noise(seed + 1, 26, 1.3, least=3)),
        (slub * 0.8, noise(seed + 2, 1.3, 26, least=3)),
    )
    return as_coloured(shaded(cloth, *thick), colour)


def _flannel(colour: str) -> Cloth:
    cloth = woven(96, over("twill"), rgb(colour), rgb(colour) * 0.95, relief=0.1, uneven=0.08)
    wool = (0.075, noise(5, 1.1, 2.4)), (0.05, noise(6, 2.6, 1.2)), (0.02, noise(7, 5, 5, least=14))
    return as_coloured(shaded(cloth, *wool), colour)


def _twill(warp: str, weft: str) -> Cloth:
    return woven(80, over("twill"), rgb(warp), rgb(weft), relief=0.26, uneven=0.025)


def _denim(warp: str, weft: str) -> Cloth:
    cloth = woven(72, over("denim"), rgb(warp), rgb(weft), relief=0.26, uneven=0.09, seed=4)
    worn = (0.07, noise(8, 1.2, 40, least=14)), (0.035, noise(9, 1.5, 3))
    return as_coloured(shaded(cloth, *worn), warp)


def _chambray(warp: str, weft: str) -> Cloth:
    cloth = woven(112, over("plain"), rgb(warp) * 0.93, rgb(weft), relief=0.14, uneven=0.06, seed=6)
    uneven = (0.03, noise(3, 1.2, 30, least=14)), (0.03, noise(4, 30, 1.2, least=14))
    return as_coloured(shaded(cloth, *uneven), warp)


def _satin(colour: str, relief: float, gloss: float) -> Cloth:
    cloth = woven(128, over("satin"), rgb(colour), rgb(colour) * 0.92, relief=relief, uneven=0.012)
    return as_coloured(shaded(cloth, (gloss, noise(2, 1.0, 22, least=14))), colour)


def _velvet(colour: str) -> Cloth:
    pile = (
        (0.10, noise(1, 1.0, 1.0)),
        (0.07, noise(2, 2.4, 5, least=6)),
        (0.04, noise(3, 8, 12, least=4)),
    )
    return as_coloured(shaded(np.broadcast_to(rgb(colour), (SIDE, SIDE, 3)), *pile), colour)


def _pinstripe(ground: str, stripe: str, repeat: int, threads: int) -> Cloth:
    """Two ends in every `repeat`, on a twill."""
    once = by_thread((stripe, 1), (ground, repeat - 2), (stripe, 1))
    warp = np.tile(once, (threads // repeat, 1))
    return woven(threads, over("twill"), warp, rgb(ground), relief=0.16)


def _check(ground: str, band: str, repeat: int, wide: int, threads: int) -> Cloth:
    once = by_thread((band, wide), (ground, repeat - wide))
    both = np.roll(np.tile(once, (threads // repeat, 1)), -(wide // 2), axis=0)
    cloth = woven(threads, over("plain"), both, both, relief=0.16, uneven=0.05)
    return shaded(cloth, (0.025, noise(5, 26, 1.3, least=14)), (0.025, noise(6, 1.3, 26, least=14)))


def _glen(light: str, dark: str, line: str) -> Cloth:
    """Prince of Wales: fours and twos of light and dark in a 2/2 twill, under a fine overcheck."""
    fours = by_thread((dark, 4), (light, 4))
    twos = by_thread((dark, 2), (light, 2))
    both = np.concatenate([np.tile(fours, (8, 1)), np.tile(twos, (16, 1))])
    both[[30, 31, 94, 95]] = rgb(line)
    cloth = woven(128, over("twill"), both, both, relief=0.14, uneven=0.04)
    return shaded(cloth, (0.03, noise(5, 1.1, 2)), (0.03, noise(6, 2, 1.1)))


TILES: dict[str, Tile] = {
    "wool-crepe-navy": Tile(60, lambda: _crepe("#24304a", 1)),
    "wool-crepe-bordeaux": Tile(60, lambda: _crepe("#6d2536", 2)),
    "wool-flannel-grey": Tile(70, lambda: _flannel("#7b7c80")),
    "cotton-sateen-black": Tile(40, lambda: _satin("#26262a", 0.16, 0.03)),
    "wool-twill-ivory": Tile(56, lambda: as_coloured(_twill("#efe6d2", "#dccfb2"), "#e9dfc8")),
    "wool-glen-stone": Tile(96, lambda: _glen("#d8cfbf", "#57514b", "#9c4f33")),
    "linen-check-sage": Tile(80, lambda: _check("#a3ad92", "#6f7c62", 32, 11, 128)),
    "pinstripe-charcoal": Tile(48, lambda: _pinstripe("#3b3c43", "#c9c6bd", 24, 96)),
    "denim-indigo": Tile(50, lambda: _denim("#33496b", "#b9c3d0")),
    "chambray-blue": Tile(50, lambda: _chambray("#7f9ab8", "#eef1f3")),
    "cotton-lawn-white": Tile(32, lambda: _plain("#f2efe8", 128, 3, 0.008)),
    "cotton-poplin-sky": Tile(36, lambda: _plain("#b9cfe2", 112, 5, 0.01)),
    "cotton-stripe-navy": Tile(
        56, lambda: printed(_plain("#f0eee8", 112, 4, 0.01), prints.stripes("#2c3a5c", 4, 4 / 56))
    ),
    "cotton-floral-meadow": Tile(
        110, lambda: printed(_plain("#f6efe0", 128, 9, 0.006), prints.meadow())
    ),
    "silk-crepe-ecru": Tile(40, lambda: _crepe("#e8dcc3", 3, 0.5)),
    "silk-satin-champagne": Tile(40, lambda: _satin("#d9bf9c", 0.1, 0.02)),
    "silk-brocade-plum": Tile(120, lambda: figured.brocade("#5d2a4a", "#9a6480")),
    "viscose-crepe-emerald": Tile(50, lambda: _crepe("#1f6b52", 4, 0.8)),
    "viscose-crepe-rust": Tile(50, lambda: _crepe("#a8502f", 5, 0.8)),
    "viscose-floral-midnight": Tile(
        210, lambda: printed(_plain("#1d2436", 128, 7, 0.01), prints.garden(), hold=0.96)
    ),
    "viscose-dot-navy": Tile(
        72, lambda: printed(_twill("#263353", "#212c48"), prints.dots("#efe6d3", 6, 0.036))
    ),
    "linen-oatmeal": Tile(64, lambda: _plain("#cbb994", 80, 11, 0.05)),
    "velvet-bottle-green": Tile(50, lambda: _velvet("#1d4034")),
    "cotton-lace-ivory": Tile(100, lambda: figured.lace("#f4ecdd")),
}
"""By the cloth's slug; those with a stripe or a band show whole repeats."""
