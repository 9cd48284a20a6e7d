"""A draft as something that is put on: what the rules about a garment on its body ask it.

The numbers of these rules (`sleeves`, `getting_in`, `whole`) are those of `shared/data/trade_facts.md`
(§) or, where it has none, our own. A rule asks its question where the draft has the parts for it; that
the parts are there is a rule of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .reading import ReadPiece

Seam = Mapping[str, Any]
Side = Mapping[str, Any]
Edge = tuple[ReadPiece, str]


@dataclass(frozen=True)
class Garment:
    """A draft as something that is put on."""

    data: Mapping[str, Any]
    pieces: Mapping[str, ReadPiece]

    @cached_property
    def body(self) -> Mapping[str, float]:
        found: Mapping[str, float] = self.data["body"]
        return found

    @cached_property
    def parameters(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.data["parameters"]
        return found

    @cached_property
    def seams(self) -> Sequence[Seam]:
        found: Sequence[Seam] = self.data["seams"]
        return found

    @cached_property
    def finished(self) -> Mapping[str, float]:
        """The finished measures; that they are so is the draft's check."""
        return {measure["name"]: measure["value"] for measure in self.data["finished"]}

    @cached_property
    def shell(self) -> list[ReadPiece]:
        return [piece for piece in self.pieces.values() if piece.layer == "shell"]

    def made_of(self, component: str) -> bool:
        return any(piece.component == component for piece in self.shell)

    def edges(self, component: str, *lines: str) -> list[Edge]:
        """The shell's edges that are part of these lines of the garment."""
        return [
            (piece, name)
            for piece in self.shell if piece.component == component
            for name, edge in piece.edges.items() if edge.get("line") in lines
        ]  # fmt: skip

    @cached_property
    def openings(self) -> list[Seam]:
        return [seam for seam in self.seams if seam["kind"] == "opening"]

    def closed_by(self, *closures: str) -> list[Seam]:
        """The openings of the garment's body, not of a cuff."""
        return [
            seam for seam in self.openings
            if seam.get("closure") in closures
            and self.pieces[seam["a"][0]["piece"]].component not in ("sleeve", "cuff")
        ]  # fmt: skip

    @cached_property
    def sleeve_seams(self) -> list[tuple[Seam, bool]]:
        """The seams that set sleeves in, and whether the sleeve is their side a."""
        found = []
        for seam in self.seams:
            parts = [
                {self.pieces[side["piece"]].component for side in seam[end]} for end in ("a", "b")
            ]
            for end, other, first in (("a", "b", True), ("b", "a", False)):
                if parts[not first] != {"sleeve"} or "sleeve" in parts[first]:
                    continue
                if all(self._line(side) == "armhole" for side in seam[other]):
                    found.append((seam, end == "a"))
        return found

    def _line(self, side: Side) -> str | None:
        piece = self.pieces[side["piece"]]
        return piece.edges[side["edge"]].get("line") if side.get("edge") else None

    def level(self, name: str, layer: str = "shell", named: str = "") -> float | None:
        """The girth at a level, of one layer, of the pieces whose name has a word; None without any."""
        found = [
            piece.level_width(name) * piece.quantity
            for piece in self.pieces.values()
            if piece.layer == layer and named in piece.name
            and name in (piece.data.get("levels") or {})
        ]  # fmt: skip
        return sum(found) if found else None


def around(edges: Iterable[Edge]) -> float:
    """How long edges are together, each as often as its piece is cut."""
    return sum(piece.lengths[name] * piece.quantity for piece, name in edges)
