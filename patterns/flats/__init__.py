"""The drawn garment: front and back, on its figure in cloth, or as a spec sheet's line drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from measurements.figure import QUIET, Look
from patterns.components.belt import flat as belt
from patterns.components.bodice import flat as bodice
from patterns.components.collar import flat as collar
from patterns.components.cuff import flat as cuff
from patterns.components.pocket import flat as pocket
from patterns.components.skirt import flat as skirt
from patterns.components.sleeve import flat as sleeve
from patterns.components.waistband import flat as waistband
from patterns.drafting.draft import Draft
from patterns.specs import FabricSpec

from .callouts import callouts as called_out
from .conventions import Layers
from .drape import CRISP, hang
from .reading import View
from .render import box, lines_only, picture
from .tiling import TileHref
from .worn import Worn

__all__ = ["FLATS", "TileHref", "draw", "lettered", "line_drawing"]

FLATS: Mapping[str, Callable[[Worn], Layers]] = {
    # Looked up when called: a component's flat may be loaded first, and then loads this.
    "sleeve": lambda worn: sleeve.flat(worn),
    "cuff": lambda worn: cuff.flat(worn),
    "skirt": lambda worn: skirt.flat(worn),
    "bodice": lambda worn: bodice.flat(worn),
    "pocket": lambda worn: pocket.flat(worn),
    "waistband": lambda worn: waistband.flat(worn),
    "collar": lambda worn: collar.flat(worn),
    "belt": lambda worn: belt.flat(worn),
}
"""How each component is drawn, in the order in which they lie over one another. A neckline's line is
drawn with the bodice, linings where one sees inside."""

BELOW_ARMS = ("skirt", "pocket")
"""What her arms and sleeves hang over, where it hangs from a waist of its own."""


def draw(
    draft: Draft,
    fabric: FabricSpec,
    view: Literal["front", "back"] = "front",
    *,
    figure: bool = True,
    title: str | None = None,
    look: Look = QUIET,
    tile_href: TileHref | None = None,
) -> str:
    """The garment in its cloth as a complete <svg>, in mm; on her figure or by itself.

    `tile_href` says where the cloth's tile is to be had; without it the cloth is its colour alone.
    """
    worn = Worn(draft, view, alone=not figure, hang=hang(fabric.drape, fabric.weight))
    tile = tile_href(fabric) if tile_href and fabric.tile else ""
    below, above = _layers(worn)
    return picture(worn, below, above, fabric, figure=figure, title=title, look=look, tile=tile)


def line_drawing(
    draft: Draft,
    view: Literal["front", "back"] = "front",
    *,
    callouts: bool = False,
    fabric: FabricSpec | None = None,
) -> str:
    """The garment in black lines, as a spec sheet shows it: a complete <svg>, in mm. With `callouts` the
    finished measures are lettered on it: `lettered` names them. It hangs as the fabric does, if told."""
    worn = _alone(draft, view, fabric)
    sheets = _sheets(worn)
    return lines_only(worn, sheets, called_out(worn, box(sheets)) if callouts else ())


def lettered(draft: Draft, view: Literal["front", "back"] = "front") -> dict[str, str]:
    """The letters that a view shows with its callouts, each with its finished measure's name."""
    worn = _alone(draft, view, None)
    return {each.letter: each.measure for each in called_out(worn, box(_sheets(worn)))}


def _alone(draft: Draft, view: View, fabric: FabricSpec | None) -> Worn:
    return Worn(
        draft, view, alone=True, hang=hang(fabric.drape, fabric.weight) if fabric else CRISP
    )


def _sheets(worn: Worn) -> list[Layers]:
    """What every component that the draft has draws, from the lowest up."""
    below, above = _layers(worn)
    return below + above


def _layers(worn: Worn) -> tuple[list[Layers], list[Layers]]:
    """The same in two: what hangs below her arms, and the rest."""
    below: list[Layers] = []
    above: list[Layers] = []
    for name, flat in FLATS.items():
        if worn.has(name):
            hangs = worn.has_skirt and name in BELOW_ARMS
            (below if hangs else above).extend(flat(worn).whole())
    return below, above
