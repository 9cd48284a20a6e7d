"""What a draft says of itself, as the drawings ask it: its parameters, measures and pieces, what it is."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from patterns.drafting.draft import Draft, Piece

View = Literal["front", "back"]

GATHERED = ("gathered", "tiers")
CIRCLES = ("quarter_circle", "half_circle", "circle")
PLEATED = ("knife_pleats", "box_pleats")


class Reading:
    """One view of one draft, read."""

    def __init__(self, draft: Draft, view: View, *, alone: bool = False) -> None:
        """`alone`: the garment is drawn without the figure in it."""
        self.draft = draft
        self.alone = alone
        self.view: View = view
        self.front = view == "front"
        self.codes = {piece.code: piece for piece in draft.pieces}
        self.components = frozenset(name.partition(".")[0] for name in draft.parameters)

    def number(self, name: str, default: float = 0.0) -> float:
        """A parameter of the draft as a number; the default where it has none."""
        value = self.draft.parameters.get(name, default)
        return float(value) if isinstance(value, (int, float)) else default

    def text(self, name: str, default: str = "") -> str:
        value = self.draft.parameters.get(name, default)
        return value if isinstance(value, str) else default

    def is_on(self, name: str) -> bool:
        return self.draft.parameters.get(name) is True

    def finished(self, name: str) -> float | None:
        measure = self.draft.measure(name)
        return None if measure is None else measure.value

    def piece(self, code: str) -> Piece | None:
        return self.codes.get(code)

    def has(self, component: str) -> bool:
        return component in self.components

    @cached_property
    def has_bodice(self) -> bool:
        return self.has("bodice")

    @cached_property
    def has_skirt(self) -> bool:
        return self.has("skirt")

    @cached_property
    def through(self) -> bool:
        """The bodice is cut through to the hip or the hem."""
        return self.has_bodice and self.text("bodice.cut") == "through"

    @cached_property
    def empire(self) -> bool:
        return self.has_bodice and self.text("bodice.cut") == "empire"

    @cached_property
    def loose(self) -> bool:
        """Not shaped at the waist."""
        return self.through and self.text("bodice.shaping") == "loose"

    @cached_property
    def wraps(self) -> bool:
        return self.text("bodice.front") == "wrap"

    @cached_property
    def kimono(self) -> bool:
        return self.text("sleeve.style") == "kimono"

    @cached_property
    def sleeved(self) -> bool:
        return self.has("sleeve") and not self.kimono

    @cached_property
    def lower(self) -> str:
        """The component that hangs below the waist, or nothing."""
        return "skirt" if self.has_skirt else "bodice" if self.through else ""

    @cached_property
    def opening(self) -> str:
        """Where it opens: back, side, front, none."""
        if self.wraps or self.style == "wrap":
            return "front"
        return self.text("bodice.opening") or self.text("skirt.opening") or "back"

    def lined(self, component: str) -> bool:
        """Whether a component's pieces have lining behind them."""
        return component in self._lined

    @cached_property
    def _lined(self) -> frozenset[str]:
        """The components whose pieces are cut in lining too, under their own code and an L."""
        linings = {piece.code for piece in self.draft.pieces if piece.layer == "lining"}
        return frozenset(
            piece.component for piece in self.draft.pieces if f"{piece.code}L" in linings
        )

    def seamed(self, code: str) -> bool:
        """Whether a piece is cut as a pair, so that a seam runs down its centre."""
        piece = self.piece(code)
        return piece is not None and piece.quantity == 2

    @cached_property
    def style(self) -> str:
        return self.text("skirt.style", "straight") if self.has_skirt else ""

    @cached_property
    def free(self) -> bool:
        """Whether the skirt hangs by its own fullness and not by the hip."""
        return self.style in GATHERED or self.style in CIRCLES
