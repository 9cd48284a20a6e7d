"""A cloth's tile laid on the garment at true scale: an SVG pattern for each way that the grain runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from math import asin, atan, atan2, copysign, cos, degrees, pi, sin

from measurements.figure.curves import Curve, Point, back, joined, line, number, path_data
from patterns.specs import FabricSpec

from . import waves
from .cloth import bands
from .conventions import Panel, Part
from .placing import right_half, stem
from .reading import CIRCLES
from .worn import Worn

TileHref = Callable[[FabricSpec], str]
"""Where a cloth's tile is to be had: an address for a page, a `data:` one for a picture that stands alone;
empty where there is none, and then the cloth is drawn in its colour alone."""

EVEN = ("plain", "velvet")
"""Cloth that looks the same wherever a fold breaks it."""

LARGE = ("floral", "check", "jacquard")
"""Figures so large that one sees where they break."""

WHOLE = 0.8
"""How much of a tile's breadth a stretch of cloth between two folds shows at the hem, at least."""


class Tiling:
    """The fills of one picture; `defs` once all were asked for."""

    def __init__(
        self, fabric: FabricSpec, size: tuple[float, float], content: str, prefix: str
    ) -> None:
        """`content`: the tile of that breadth and height as an SVG element, its id PREFIX and "tile"."""
        self._size, self._content, self._prefix = size, content, prefix
        self._breaks = fabric.pattern not in EVEN
        # the line of a fold that breaks it (`light.cut`)
        self._cut = f' stroke="url(#{prefix}cut)"' if fabric.pattern in LARGE else ""
        self._ways: dict[str, str] = {}

    def fill(self, grain: tuple[Point, float] | None) -> str:
        """The paint of cloth whose grain runs so (as `Panel.grain`); without, down the centre."""
        (x, y), turn = grain or ((0.0, 0.0), 0.0)
        way = f"translate({number(x)} {number(y)}) rotate({turn:.1f})" if grain else ""
        name = self._ways.setdefault(way, f"{self._prefix}cloth{len(self._ways)}")
        return f"url(#{name})"

    def defs(self) -> str:
        size = f'width="{self._size[0]:g}" height="{self._size[1]:g}"'
        image = f"{self._prefix}tile"
        patterns = "".join(
            f'<pattern id="{name}" patternUnits="userSpaceOnUse" {size}'
            + (f' patternTransform="{way}"' if way else "")
            + f'><use href="#{image}"/></pattern>'
            for way, name in self._ways.items()
        )
        if not patterns:
            return ""
        return self._content + patterns

    def laid(self, worn: Worn, panel: Panel, outline: str) -> tuple[str, bool]:
        """A panel's cloth as SVG, and whether it must be clipped to the panel. `outline` begins an element
        that has the panel's shape."""
        if turned(worn, panel):
            return self._broken(_gores(worn, self._size[0])), True
        if panel.parts and self._breaks:
            return self._broken(
                (path_data(curve, close=True), grain) for curve, grain in panel.parts()
            ), True
        return f'{outline} fill="{self.fill(panel.grain)}"/>', False

    def _broken(self, stretches: Iterable[tuple[str, tuple[Point, float]]]) -> str:
        drawn = "".join(f'<path d="{d}" fill="{self.fill(grain)}"/>' for d, grain in stretches)
        return f"<g{self._cut}>{drawn}</g>"


def pictured(fabric: FabricSpec, href: str, prefix: str) -> Tiling:
    """By the cloth's own tile, which is to be had at `href`."""
    wide, high = fabric.tile_width, fabric.tile_height
    size = f'width="{wide:g}" height="{high:g}"'
    image = f'<image id="{prefix}tile" href="{escape(href)}" {size} preserveAspectRatio="none"/>'
    return Tiling(fabric, (wide, high), image, prefix)


def barred(fabric: FabricSpec, colour: str, prefix: str) -> Tiling:
    """By one repeat of its stripes or its checks' bands."""
    repeat, wide = bands(fabric)
    bars = f'<path d="M0 0H{wide:g}V{repeat:g}H0z"/>'
    faint = ""
    if fabric.pattern == "check":
        bars += f'<path d="M0 0H{repeat:g}V{wide:g}H0z"/>'
        faint = ' fill-opacity=".5"'
    return Tiling(
        fabric, (repeat, repeat), f'<g id="{prefix}tile" fill="{colour}"{faint}>{bars}</g>', prefix
    )


def strip(worn: Worn, edges: tuple[Curve, Curve], place: int, *, sewn: bool = False) -> Part:
    """A stretch of cloth between two edges that run down, for `Panel.parts`: its outline, a little past its
    lower end, and its grain down the middle, with another stretch of the cloth than its neighbours', which
    it is folded from or `sewn` to."""
    left, right = edges
    (ax, ay), (bx, by) = _middle(left[0][0], right[0][0]), _middle(left[-1][3], right[-1][3])
    turn = -degrees(atan2(bx - ax, by - ay))
    top = worn.top + (DROP * place if sewn else 0.0)
    return _between(left, right), ((ax + SHIFT * place, top), turn)


def fronts(worn: Worn, edge: Curve) -> list[Part]:
    """Two fronts, one over the other, for `Panel.parts`, by the upper one's edge from above down."""
    far, (x, y), foot = max(worn.side.x) + 120.0, edge[0][0], edge[-1][3]
    top, low = y - 400.0, foot[1] + 60.0
    cut = [line((x, top), (x, y)), *edge, line(foot, (foot[0], low))]
    return [
        (joined(cut, [line((hand * far, low), (hand * far, top))]), ((shift, worn.top + drop), 0.0))
        for hand, shift, drop in ((-1, 0.0, 0.0), (1, SHIFT, DROP))
    ]


SHIFT, DROP = 67.0, 83.0
"""How much of the cloth is lost in a fold or at a seam, so that its print breaks there, mm; and how much
lower in the cloth what is sewn to it was cut, or the same flower would stand beside itself. Our own."""


def _middle(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def tiled(fabric: FabricSpec) -> bool:
    """Whether it is its tile that shows what the cloth looks like: not bands drawn one by one."""
    return bool(fabric.tile) and not banded(fabric)


def turned(worn: Worn, panel: Panel) -> bool:
    """Whether its grain turns as it goes round her: it is cut round a point."""
    return panel.name == "skirt" and worn.style in CIRCLES


def banded(fabric: FabricSpec) -> bool:
    """Whether its stripes or bands are drawn one by one, with the threads of the body."""
    return fabric.pattern in ("stripe", "check") and bool(fabric.repeat or not fabric.tile)


def _gores(worn: Worn, tile: float) -> Iterator[tuple[str, tuple[Point, float]]]:
    """The stretches of a skirt cut round a point between the flutes that it falls in, as wedges from that
    point, and how each one's grain runs. The cloth between two of them lies folded away; none is so
    narrow that it would cut up what is printed on a `tile` of that breadth."""
    top, low = worn.top, worn.hem
    upper, lower = worn.side.at(top), worn.side.at(low)
    spread = (lower - upper) / max(low - top, 1.0)
    far = lower + 60.0
    edges: list[tuple[float, Curve]] = [(-1.2, [line((-far, top), (-far, low))])]
    for share, edge in waves.rolls(worn, top):
        if lower * (share - edges[-1][0]) > WHOLE * tile:
            edges.append((share, edge))
    edges.append((1.2, [line((far, top), (far, low))]))
    turns = _turns(worn)
    radius = worn.quarter(top) / max(sum(turns), 0.01)
    for (left, one), (right, other) in pairwise(edges):
        middle = max(min((left + right) / 2, 1.0), -1.0)
        away = _off_grain(turns, asin(middle) / (pi / 2))  # flutes crowd at the side
        turn = away - atan(spread * middle)
        data = path_data(_between(one, other), close=True)
        # where the wedge leaves the waist lies what was cut from so far round the ring
        across, down = radius * sin(away), radius * (cos(away) - 1.0)
        x = upper * middle - across * cos(turn) + down * sin(turn)
        y = top - across * sin(turn) - down * cos(turn)
        yield data, ((x, y), degrees(turn))


def _between(left: Curve, right: Curve) -> Curve:
    """A stretch of cloth between two edges that run down, and past their lower ends."""
    (cx, cy), (dx, dy) = left[-1][3], right[-1][3]
    foot = [line((cx, cy), (cx, cy + OVER)), line((cx, cy + OVER), (dx + 0.5, dy + OVER)),
            line((dx + 0.5, dy + OVER), (dx, dy))]  # fmt: skip
    return joined(left, foot, back(right), [line(right[0][0], left[0][0])])


OVER = 60.0
"""How far past a skirt's hem a stretch of its cloth is laid, mm: the skirt's own edge ends it."""


def _turns(worn: Worn) -> list[float]:
    """By what angle each piece of a quarter of a ring turns from its grain, from the centre to the side."""
    code = "FS" if worn.front else "BS"
    found = []
    for piece in (worn.piece(code), worn.piece(f"S{code}")):
        if piece is None:
            continue
        (ax, ay), (bx, by) = piece.grainline
        outer = next(edge for edge in right_half(piece) if stem(edge) != "waist")
        (px, py), (qx, qy) = sorted((outer.points[0], outer.points[-1]), key=lambda p: float(p[1]))
        found.append(float(atan2(qx - px, qy - py)) - atan2(bx - ax, by - ay))
    return found


def _off_grain(turns: Sequence[float], share: float) -> float:
    """How far the way down from the waist has turned from the grain, so far round (-1 to 1) to the side:
    each piece has a grain of its own."""
    left = abs(share) * sum(turns)
    for turn in turns[:-1]:
        if left <= turn:
            break
        left -= turn
    return copysign(left, share)
