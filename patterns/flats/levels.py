"""Where a draft's levels lie on the figure that wears it, and how they bow. mm, y down from the crown."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from measurements.figure.build import Figure, figure_for
from patterns.drafting.draft import Draft

from . import drape
from .reading import Reading, View

SURFACE = 0.96
"""A length taken down over the chest, seen from the front: our own."""


class Levels(Reading):
    """One view of one draft, and its heights on its figure as far as they are known before its breadths."""

    def __init__(
        self, draft: Draft, view: View, *, alone: bool = False, hang: drape.Hang = drape.CRISP
    ) -> None:
        """`hang`: how its cloth hangs."""
        super().__init__(draft, view, alone=alone)
        self.hang = hang
        self.figure: Figure = figure_for(draft.body)
        self.level = self.figure.levels

    @property
    def waist(self) -> float:
        return self.level["waist"]

    @cached_property
    def seam(self) -> float:
        """The height (at the side) of the seam between bodice and skirt: the waist or under the bust."""
        if not self.empire:
            return self.waist
        above = self.number("bodice.level") or 0.28 * self._back_length
        return min(max(self.waist - above, self.level["bust"] + 30), self.waist)

    @property
    def _back_length(self) -> float:
        return self.draft.body.get("back_neck_to_waist") or 0.24 * self.figure.height

    @cached_property
    def top(self) -> float:
        """The height at which the skirt's own cloth begins: below a contoured band, else at its seam."""
        if not self.has_bodice and self.text("waistband.style") == "contoured":
            return self.waist + self.number("waistband.height")
        return self.seam

    @cached_property
    def length(self) -> float:
        """Natural waist to hem at the centre front; nought where the bodice ends at its seam."""
        if not self.lower:
            return self.seam - self.waist
        return self.number(f"{self.lower}.length") or self.finished("skirt_length") or 600.0

    @cached_property
    def low(self) -> float:
        """The height of the hem at the centre."""
        return self.waist + self.sag(self.waist) + self.length

    @cached_property
    def underarm(self) -> float:
        """The height of the armhole's lowest point, from the draft's own back bodice."""
        nape, waist = self.level["nape"], self.waist
        lowest = [
            float(edge.points[:, 1].max())
            for code in ("BB", "SBB") if (piece := self.piece(code)) is not None
            for edge in piece.edges if edge.line == "armhole"
        ]  # fmt: skip
        if lowest:
            y = nape + (waist - nape) * max(lowest) / (self._back_length + 4.0)
        else:
            depth = self.draft.body.get("scye_depth") or 0.129 * self.figure.height
            y = nape + depth * SURFACE - 12
        return min(max(y, self.level["axilla"] - 4), self.level["bust"] - 6)

    def ratio_at(self, y: float) -> float:
        """Breadth over girth at any height, between the levels where it is known."""
        ratios, level = self.figure.ratios, self.level
        known = [(level[name], ratios[name]) for name in ("bust", "waist", "hip")]
        if y <= known[0][0]:
            return known[0][1]
        for (ya, ra), (yb, rb) in pairwise(known):
            if y <= yb:
                return ra + (rb - ra) * (y - ya) / (yb - ya)
        return known[-1][1]

    def sag(self, y: float) -> float:
        """How much lower a level line lies at the centre than at the side, mm."""
        down = (y - self.level["bust"]) / (self.level["floor"] - self.level["bust"])
        return 3.0 + 10.0 * min(max(down, 0.0), 1.0)
