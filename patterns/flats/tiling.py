"""A cloth's tile laid on the garment at true scale: an SVG pattern for each way that the grain runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from math import cos, radians, sin

from measurements.figure.curves import Point, number
from patterns.specs import FabricSpec

from .conventions import Panel
from .worn import Worn

TileHref = Callable[[FabricSpec], str]
"""Where a cloth's tile is to be had: an address for a page, a `data:` one for a picture that stands alone;
empty where there is none, and then the cloth is drawn in its colour alone."""

TURNED = {"quarter_circle": 22.5, "half_circle": 45.0, "circle": 90.0}
"""By how much the grain has turned at the side seam of a skirt cut round a point, degrees."""

GORES = 7
"""Into how many stretches such a skirt's half is divided, each with its own grain: between its flutes."""


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
                f'<path d="{data}" fill="{self.fill(grain)}"/>' for data, grain in _gores(worn)
            )
            return gores, True
        return f'<path d="{outline}" fill="{self.fill(panel.grain)}"/>', False


def tiled(fabric: FabricSpec) -> bool:
    """Whether it is its tile that shows what the cloth looks like: not bands drawn one by one."""
    return bool(fabric.tile) and not banded(fabric)


def banded(fabric: FabricSpec) -> bool:
    """Whether its stripes or bands are drawn one by one, with the threads of the body."""
    return fabric.pattern in ("stripe", "check") and bool(fabric.repeat or not fabric.tile)


def _gores(worn: Worn) -> Iterator[tuple[str, tuple[Point, float]]]:
    """The stretches of a skirt cut round a point, as wedges from there, and how each one's grain runs."""
    top, low = worn.top, worn.hem
    upper, lower = worn.side.at(top), worn.side.at(low)
    apex = top - upper * (low - top) / max(lower - upper, 1.0)
    reach = 1.2 * (worn.low + 40.0 - apex)
    lean = (lower - upper) / max(low - top, 1.0)  # of the side as it is drawn
    turned = TURNED[worn.style]
    for n in range(-GORES, GORES):
        first, last = (1.25 * lean * share / GORES for share in (n, n + 1))
        middle = (n + 0.5) / GORES
        edge = 0.4 / reach  # so that no gap shows between two
        data = (
            f"M0 {number(apex)}L{number(reach * (first - edge))} {number(apex + reach)}"
            f"L{number(reach * (last + edge))} {number(apex + reach)}Z"
        )
        turn = -min(max(1.25 * middle, -1.0), 1.0) * turned
        angle = radians(turn)
        # a thread through the middle of the waist's stretch
        x, y = -sin(angle) * (top - apex), apex + cos(angle) * (top - apex)
        yield data, ((x, y), turn)
