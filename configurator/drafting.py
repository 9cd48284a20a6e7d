"""A design's draft, its cloth and its pictures: each made once a change, and remembered briefly.

One change in the studio asks for the same draft several times (two views, the cloth, the page that
is loaded after it), and others look at the same stock figure. What is remembered is found by its
content alone, so it can never be stale.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cached_property
from threading import Lock
from typing import Generic, Literal, TypeVar

from measurements.body import Body
from measurements.figure import QUIET, Look
from patterns import flats, tiles
from patterns.carried_out import not_carried_out
from patterns.drafting.draft import Draft
from patterns.engine import ENGINE
from patterns.laying import cloth_need, main_cloth
from patterns.proved import proved_draft
from patterns.specs import FabricSpec, Setting, TemplateSpec

View = Literal["front", "back"]
VIEWS: tuple[View, ...] = ("front", "back")

T = TypeVar("T")


class Recent(Generic[T]):
    """The last few results by key; safe among threads."""

    def __init__(self, size: int) -> None:
        self._size, self._lock = size, Lock()
        self._results: OrderedDict[object, T] = OrderedDict()

    def get(self, key: object, make: Callable[[], T]) -> T:
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
        made = make()  # two threads may both make it: the same comes out
        with self._lock:
            self._results[key] = made
            while len(self._results) > self._size:
                self._results.popitem(last=False)
        return made


_drafts: Recent[Draft] = Recent(24)
_pictures: Recent[str] = Recent(48)
_shapes: Recent[str] = Recent(256)
_needs: Recent[Mapping[str, float]] = Recent(24)
_lengths: Recent[float] = Recent(96)


class Made:
    """A design on a body: its draft, and what follows from it, each when it is first asked for.

    Reading any of them may raise Refusal or BadChoice.
    """

    def __init__(self, spec: TemplateSpec, choices: Mapping[str, Setting], body: Body) -> None:
        self.spec, self.choices, self.body = spec, choices, body

    @cached_property
    def key(self) -> tuple[object, ...]:
        design = json.dumps([self.spec.content, dict(self.choices)], sort_keys=True)
        return ENGINE, design, self.body

    @cached_property
    def draft(self) -> Draft:
        return _drafts.get(self.key, lambda: proved_draft(self.spec, self.choices, self.body))

    @cached_property
    def undone(self) -> frozenset[str]:
        """The options whose choice this body's draft could not carry out."""
        return not_carried_out(self.spec, self.draft)

    def cloth(self, fabric: FabricSpec) -> Mapping[str, float]:
        """The length of each material that the pieces need on this fabric's width, mm."""
        key = (self.key, fabric.width, fabric.nap)
        return _needs.get(key, lambda: cloth_need(self.draft, fabric.width, fabric.nap).lengths)

    def main_cloth(self, fabric: FabricSpec) -> float:
        """The length of this fabric itself that the pieces need, mm."""
        key = (self.key, fabric.width, fabric.nap)
        return _lengths.get(key, lambda: main_cloth(self.draft, fabric.width, fabric.nap))

    def picture(
        self,
        fabric: FabricSpec,
        view: View,
        tile_href: flats.TileHref = tiles.embedded,
        *,
        figure: bool = True,
        look: Look = QUIET,
    ) -> str:
        """The garment on this body's figure, or without one, as SVG: whole in itself, unless its cloth's
        tile is to be fetched by the page that it stands in."""
        title = f"{self.spec.name} in {fabric.name}, {view}"
        return _pictures.get(
            (self.key, fabric, view, tile_href, figure, look),
            lambda: flats.draw(
                self.draft, fabric, view, figure=figure, title=title, look=look, tile_href=tile_href
            ),
        )

    def shape(self, fabric: FabricSpec, view: View) -> str:
        """The garment's lines alone, hanging as this cloth does, as SVG. Its draft is not remembered:
        the many shapes that a page shows would drive out the one that she works on."""

        def drawn() -> str:
            draft = proved_draft(self.spec, self.choices, self.body)
            return flats.line_drawing(draft, view, fabric=fabric)

        return _shapes.get((self.key, fabric.drape, fabric.weight, view), drawn)
