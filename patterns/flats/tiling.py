"""A cloth's tile laid on the garment at true scale: an SVG pattern for each way that the grain runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise
from math import asin, cos, pi, radians, sin

from measurements.figure.curves import Point, number
from patterns.specs import FabricSpec

from . import drape
from .conventions import Panel
from .worn import Worn

TileHref = Callable[[FabricSpec], str]
"""Where a cloth's tile is to be had: an address for a page, a `data:` one for a picture that stands alone;
empty where there is none, and then the cloth is drawn in its colour alone."""

WHOLE = 0.8
"""How much of a tile's breadth a stretch of cloth between two folds shows at the hem, at least."""

TURNED = {"quarter_circle": 22.5, "half_circle": 45.0, "circle": 90.0}
"""By how much the grain has turned at the side seam of a skirt cut round a point, degrees."""


class Tiling:
    """The fills of one picture; `defs` once all were asked for."""

    def __init__(self, fabric: FabricSpec, href: str, prefix: str) -> None:
        self._fabric, self._href, self._prefix = fabric, href, prefix
        self._ways: dict[str, str] = {}

    def fill(self, grain: tuple[Point, float] | None) -> str:
        """The paint of cloth whose grain runs so (as `Panel.grain`); without, down the centre."""
        (x, y), turn = grain or ((0.0, 0.0), 0.0)
        way = f"translate({number(x)} {number(y)}) rotate({turn:.1f})" if grain else ""
        name = self._ways.setdefault(way, f"{self._prefix}cloth{len(self._ways)}")
        return f"url(#{name})"

    def defs(self) -> str:
        size = f'width="{self._fabric.tile_width:g}" height="{self._fabric.tile_height:g}"'
        image = f"{self._prefix}tile"
        patterns = "".join(
            f'<pattern id="{name}" patternUnits="userSpaceOnUse" {size}'
            + (f' patternTransform="{way}"' if way else "")
            + f'><use href="#{image}"/></pattern>'
            for way, name in self._ways.items()
        )
        if not patterns:
            return ""
        return (
            f'<image id="{image}" href="{escape(self._href)}" {size} preserveAspectRatio="none"/>'
            f"{patterns}"
        )

    def laid(self, worn: Worn, panel: Panel, outline: str) -> tuple[str, bool]:
        """A panel's cloth as SVG, and whether it must be clipped to the panel."""
        if panel.name == "skirt" and worn.style in TURNED and panel.grain is None:
            gores = "".join(
                f'<path d="{data}" fill="{self.fill(grain)}"/>'
                for data, grain in _gores(worn, self._fabric.tile_width)
            )
            return gores, True
        return f'<path d="{outline}" fill="{self.fill(panel.grain)}"/>', False


def tiled(fabric: FabricSpec) -> bool:
    """Whether it is its tile that shows what the cloth looks like: not bands drawn one by one."""
    return bool(fabric.tile) and not banded(fabric)


def banded(fabric: FabricSpec) -> bool:
    """Whether its stripes or bands are drawn one by one, with the threads of the body."""
    return fabric.pattern in ("stripe", "check") and bool(fabric.repeat or not fabric.tile)


def _gores(worn: Worn, tile: float) -> Iterator[tuple[str, tuple[Point, float]]]:
    """The stretches of a skirt cut round a point between the flutes that it falls in, as wedges from that
    point, and how each one's grain runs. The cloth between two of them lies folded away; none is so
    narrow that it would cut up what is printed on a `tile` of that breadth."""
    top, low = worn.top, worn.hem
    upper, lower = worn.side.at(top), worn.side.at(low)
    apex = top - upper * (low - top) / max(lower - upper, 1.0)
    reach = worn.low + 60.0 - apex
    half = (lower - upper) / max(low - top, 1.0) * reach
    edges = [-1.2]
    folds = (
        hand * flute.over for hand in (1, -1) for flute in drape.flutes(worn.style, worn.hang, hand)
    )
    for share in sorted(folds):
        if lower * (share - edges[-1]) > WHOLE * tile:
            edges.append(share)
    edges.append(1.2)
    for left, right in pairwise(edges):
        middle = asin(max(min((left + right) / 2, 1.0), -1.0)) / (
            pi / 2
        )  # flutes crowd at the side
        turn = -middle * TURNED[worn.style]
        data = (
            f"M0 {number(apex)}L{number(half * left)} {number(apex + reach)}"
            f"H{number(half * right + 0.5)}Z"  # so that no gap shows between two
        )
        angle = radians(turn)
        # the thread that leaves the waist there, and the tile so far round as it has come by then
        x, y = -sin(angle) * (top - apex), apex + cos(angle) * (top - apex)
        round_ = middle * worn.quarter(top)
        x, y = x - cos(angle) * round_, y - sin(angle) * round_
        yield data, ((x, y), turn)
