"""How broad a draft is as it is worn, at its levels. Half-breadths come from its finished girths by the
figure's own ratio of breadth to girth there, so that the drawing and the pattern cannot disagree. mm."""

from __future__ import annotations

from functools import cached_property

from measurements.figure.curves import Point

from . import drape
from .levels import Levels
from .reading import GATHERED, PLEATED

HEM = 1.6
"""How much more a hem bows than a line that lies against her: it stands off. Our own."""


class Breadths(Levels):
    """A view of a draft, with its breadths at the levels, and its hem, whose height hangs on them."""

    @cached_property
    def halves(self) -> dict[str, float]:
        """Finished half-breadths at bust, waist, hip and hem, as far as the draft has them."""
        halves: dict[str, float] = {}
        for level in ("bust", "waist", "hip", "hem"):
            girth = self.finished(f"{level}_girth")
            if girth is None or (level == "waist" and self.empire):
                continue
            halves[level] = girth * self.drawn_ratio(level) / 2
        if "waist" not in halves:
            body = self.draft.body["waist_girth"]
            ease = self.number("waistband.waist_ease", self.number("bodice.waist_ease", 10.0))
            halves["waist"] = (body + ease) * self.figure.ratios["waist"] / 2
        return halves

    def drawn_ratio(self, level: str) -> float:
        """Breadth over girth of a finished measure as it is drawn."""
        return self.ratio_at(self.low) if level == "hem" else self.figure.ratios[level]

    @cached_property
    def seam_half(self) -> float:
        """Half the breadth at the seam between bodice and skirt."""
        if not self.empire:
            return self.halves["waist"]
        girth = self.finished("underbust_girth") or self.finished("waist_girth")
        if girth is not None:
            return max(girth * self.figure.ratios["underbust"] / 2, self._at_body(self.seam))
        return self._at_body(self.seam)

    def _at_body(self, y: float) -> float:
        """The body's half-breadth let out by the bodice's ease at the waist."""
        return self.figure.half_at(y) * (1 + self.number("bodice.waist_ease", 40.0) / 900.0)

    @cached_property
    def fullness(self) -> float:
        """The cloth at the hem over what would lie straight down from the hip."""
        hem = self.halves.get("hem")
        if not hem:
            return 1.0
        if self.free:
            return hem / self._close(self.low)
        return hem / max(self.halves.get("hip", 0.0), self._close(self.low))

    def _close(self, y: float) -> float:
        """Half the breadth at which cloth hangs that is no wider than it must be."""
        figure, hip = self.figure, self.level["hip"]
        if self.empire and y < self.waist:
            return figure.half_at(self.waist) * 1.02 + 3
        return figure.half_at(min(y, hip)) * 1.02 + (3 if y < hip else 6)

    @cached_property
    def _stands(self) -> float:
        """Half the breadth at which a free skirt's hem hangs."""
        start = self.seam_half
        whole = max(self.low - self.sag(self.low) - self.seam, 1.0)
        return drape.hung(
            max(self._close(self.low), start),
            self.halves.get("hem", start),
            self.hang.stands * whole,
        )

    @cached_property
    def hem_sag(self) -> float:
        """How much lower the hem lies at the centre than at the side, mm: as level lines bow, and a side
        that leans out reaches less far down."""
        sag = HEM * self.sag(self.low)
        if self.free:
            top = self.waist if not self.empire else self.seam
            out = self._stands - self.halves["waist"]
            down = max(self.low - top, 1.0)
            sag += 0.9 * (down - max(down * down - out * out, 0.0) ** 0.5)
        return sag

    @cached_property
    def hem(self) -> float:
        """The hem's height at the side; at the centre it bows down to its length."""
        return self.low - self.hem_sag

    @cached_property
    def tier(self) -> float:
        """The height at the side of the seam between two tiers; nought without."""
        if self.style != "tiers":
            return 0.0
        down = self.number("skirt.upper_tier") or 0.42 * self.length
        share = min(max(down / max(self.low - self.seam, 1.0), 0.2), 0.8)
        return self.seam + share * (self.hem - self.seam)

    @cached_property
    def heights(self) -> dict[str, float]:
        """Where the levels lie whose girths are drawn."""
        return {**{name: self.level[name] for name in ("bust", "waist", "hip")}, "hem": self.hem}

    @cached_property
    def true_levels(self) -> list[str]:
        """The levels at which the drawing is as broad as the draft: all but a hem in folds, and the waist of
        what is loose there and hangs straight past it."""
        found: list[str] = [name for name in ("bust", "waist", "hip", "hem") if name in self.halves]
        if self.free:
            found = [name for name in found if name not in ("hip", "hem")]
        if self.style in PLEATED:
            found = [name for name in found if name != "hem"]
        if self.heights["hip"] > self.hem - 1 and "hip" in found:
            found.remove("hip")
        if self.kimono and "bust" in found:
            found.remove("bust")  # her side begins lower, under the arm
        if (self.empire or self.loose) and "waist" in found:
            found.remove("waist")
        if self.low < self.waist + 5 and "hem" in found:
            found.remove("hem")
        return found

    def hung(self, share: float) -> Point:
        """Half the breadth of a free skirt so far down (0..1) from its seam to its hem, and the height there:
        it falls over the hip and on out, as far as its cloth stands off."""
        start, y = self.seam_half, self.seam + share * (self.hem - self.seam)
        # gathers hold it off at once; of two tiers the upper has few, and falls straighter
        power = 1.0 if self.tier else self.hang.falls * (0.75 if self.style in GATHERED else 1.0)
        soft = 0.045  # it leaves the seam downward, and turns
        eased = ((share * share + soft * soft) ** 0.5 - soft) / ((1 + soft * soft) ** 0.5 - soft)
        falls = start + (self._stands - start) * float(eased**power)
        close = max(self._close(y), start)
        near = 30.0 * min(4.0 * share, 1.0, 4.0 * (1.0 - share))
        return float((falls + close + ((falls - close) ** 2 + near * near) ** 0.5) / 2), y
