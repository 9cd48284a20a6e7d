"""A draft as it is worn: its outline, its shoulder and armhole, and how its cloth lies between them.

Parted as one builds on the other: what the draft says (`reading`), where its levels lie (`levels`), how
broad it is there (`breadths`), the outline through those (`sides`). mm, y down from the crown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar, TypeVarTuple, cast

from measurements.figure.curves import Curve, Profile
from patterns.drafting.draft import Draft

from . import drape, sides
from .armholes import armhole_line, shoulder_line
from .breadths import Breadths
from .levels import SURFACE
from .reading import View

Made = TypeVar("Made")
Of = TypeVarTuple("Of")

FLAT = 1.01
"""Cloth whose slope at the centre is no more does not turn away at all."""


class Worn(Breadths):
    """One view of one draft on its figure."""

    def __init__(
        self, draft: Draft, view: View, *, alone: bool = False, hang: drape.Hang = drape.CRISP
    ) -> None:
        super().__init__(draft, view, alone=alone, hang=hang)
        self._once: dict[tuple[object, ...], object] = {}
        self._turns: dict[float, tuple[float, float, float]] = {}

    def once(self, make: Callable[[Worn, *Of], Made], *of: *Of) -> Made:
        """What several components ask for, such as a line: `make(self, *of)`, made when first asked for."""
        asked = make, *of
        if asked not in self._once:
            self._once[asked] = make(self, *of)
        return cast(Made, self._once[asked])

    @cached_property
    def side(self) -> Profile:
        """The garment's outline on the right, from the underarm (or the band's top) to the hem."""
        return sides.side(self)

    @cached_property
    def shoulder(self) -> Curve:
        """The shoulder seam, from the neck to its tip, as it lies on the figure."""
        width = self.number("neckline.width")
        length = self.finished("shoulder_length") or self.draft.body.get("shoulder_length") or 120.0
        return shoulder_line(self.figure, width + 3.0, length)

    @cached_property
    def armhole(self) -> Curve:
        """From the shoulder's tip down to the underarm."""
        y = self.underarm
        under = (self.side.at(y), y)
        measure = self.finished("across_front" if self.front else "across_back")
        most = measure / 2 * SURFACE if measure else under[0] * 1.2
        hollow = 0.09 if self.front else 0.18
        return armhole_line(self.shoulder[-1][3], under, self.side.slope_at(y), hollow, most)

    def turn(self, y: float) -> tuple[float, float, float]:
        """At a height: the half-breadth, a quarter of the girth, and their ratio's inverse."""
        if y not in self._turns:
            half, ratio = self.side.at(y), self.ratio_at(y)
            self._turns[y] = (half, half / (2 * ratio), 1 / (2 * ratio))
        return self._turns[y]

    def quarter(self, y: float) -> float:
        """A quarter of the garment's girth at y: from the centre round to the side seam."""
        return self.turn(y)[1]

    def across(self, share: float, y: float) -> float:
        """x on the drawing of the point `share` (0..1) of the way from centre to side seam.

        True to scale at the centre, closing up where the cloth turns away at the side.
        """
        half, _, flat = self.turn(y)
        return _turned(half, share, flat)

    def lie(self, along: float, y: float) -> float | None:
        """x on the drawing, at the height y, of a thread of the grain `along` mm from the centre;
        None where the side seam has cut it off. Above the underarm cloth lies flat on the chest."""
        if y >= self.underarm or not self.has_bodice:
            half, quarter, flat = self.turn(y)
            return _turned(half, along / quarter, flat) if along <= quarter else None
        half, quarter, flat = self.turn(self.underarm)
        round_it = _turned(half, along / quarter, flat) + max(along - quarter, 0.0)
        return round_it + (along - round_it) * self.on_chest(y)

    def on_chest(self, y: float) -> float:
        """How flat (0..1) cloth lies on the chest at a height: not at all from the underarm down."""
        if not self.has_bodice or y >= self.underarm:
            return 0.0
        return min((self.underarm - y) / max(self.underarm - self.level["shoulder"], 1.0), 1.0)

    def bow(self, y: float, sag: float | None = None) -> Curve:
        """A level line from the centre out to the side, whose end there lies at y."""
        half, low = self.side.at(y), self.sag(y) if sag is None else sag
        return [((0.0, y + low), (half / 3, y + low), (half * 2 / 3, y + low * 2 / 3), (half, y))]

    def on_bow(self, y: float, x: float, sag: float | None = None) -> float:
        """The height at x of the level line that bows at y."""
        half, *_ = self.turn(y)
        return y + (self.sag(y) if sag is None else sag) * (1 - min(abs(x) / half, 1.0) ** 2)


def _turned(half: float, share: float, flat: float) -> float:
    """Cloth round a body: `flat` at the centre is its slope there, at the side it is nought."""
    share = min(max(share, 0.0), 1.0)
    if flat <= FLAT:
        return half * share
    bend: float = share ** (flat / (flat - 1))
    return half * (flat * share + (1 - flat) * bend)
