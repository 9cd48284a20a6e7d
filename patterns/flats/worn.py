"""A draft as it is worn: where its levels lie on the figure and how far it stands off the body.

Half-breadths come from the draft's finished girths by the figure's own ratio of breadth to girth at
that level, so that the drawing and the pattern cannot disagree. mm, y down from the crown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise
from math import pi, sin
from typing import Any, TypeVar

from measurements.figure.build import Figure, figure_for
from measurements.figure.curves import Curve, Point, Profile
from patterns.drafting.draft import Draft

from . import drape
from .armholes import armhole_line, shoulder_line
from .reading import GATHERED, PLEATED, Reading, View

Made = TypeVar("Made")

SURFACE = 0.96
"""A length taken down over the chest, seen from the front: our own."""

TURNS, LEAVES = 0.06, 0.25
"""How gently a flare turns out below the hip, as a share of its way to the hem, squared; and how much of its
slope it has there already: our own."""

FLAT = 1.01
"""Cloth whose slope at the centre is no more does not turn away at all."""

HEM = 1.6
"""How much more a hem bows than a line that lies against her: it stands off. Our own."""


def _turned(half: float, share: float, flat: float) -> float:
    """Cloth round a body: `flat` at the centre is its slope there, at the side it is nought."""
    share = min(max(share, 0.0), 1.0)
    if flat <= FLAT:
        return half * share
    bend: float = share ** (flat / (flat - 1))
    return half * (flat * share + (1 - flat) * bend)


def _eased(a: float, b: float) -> float:
    """The greater of two breadths, without a corner where one takes over from the other."""
    return float((a + b + ((a - b) ** 2 + 100.0) ** 0.5) / 2)


class Worn(Reading):
    """One view of one draft on its figure."""

    def __init__(
        self, draft: Draft, view: View, *, alone: bool = False, hang: drape.Hang = drape.CRISP
    ) -> None:
        """`hang`: how its cloth hangs."""
        super().__init__(draft, view, alone=alone)
        self.hang = hang
        self.figure: Figure = figure_for(draft.body)
        self.level = self.figure.levels
        self._once: dict[str, Any] = {}
        self._turns: dict[float, tuple[float, float, float]] = {}

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What several components ask for, such as a line, made when it is first asked for."""
        if name not in self._once:
            self._once[name] = make()
        made: Made = self._once[name]
        return made

    # -- heights -----------------------------------------------------------------------------

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
    def tier(self) -> float:
        """The height at the side of the seam between two tiers; nought without."""
        if self.style != "tiers":
            return 0.0
        down = self.number("skirt.upper_tier") or 0.42 * self.length
        share = min(max(down / max(self.low - self.seam, 1.0), 0.2), 0.8)
        return self.seam + share * (self.hem - self.seam)

    @cached_property
    def hem(self) -> float:
        """The hem's height at the side; at the centre it bows down to its length."""
        return self.low - self.hem_sag

    @cached_property
    def low(self) -> float:
        """The height of the hem at the centre."""
        return self.waist + self.sag(self.waist) + self.length

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

    # -- breadths ----------------------------------------------------------------------------

    def half(self, y: float, girth: float) -> float:
        """Half the breadth that a finished girth has at a height."""
        return girth * self.ratio_at(y) / 2

    @cached_property
    def heights(self) -> dict[str, float]:
        """Where the levels lie whose girths are drawn."""
        return {**{name: self.level[name] for name in ("bust", "waist", "hip")}, "hem": self.hem}

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

    def _hung(self, share: float) -> Point:
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

    @cached_property
    def side(self) -> Profile:
        """The garment's outline on the right, from the underarm (or the band's top) to the hem."""
        figure, level, halves = self.figure, self.level, self.halves
        stations: list[Point] = []
        if self.has_bodice:
            bust = halves.get("bust", figure.halves["bust"] * 1.03)
            stations.append((bust * 0.985, self.underarm))
            stations.append((bust, level["bust"]))
            if self.empire:
                stations.append((self.seam_half, self.seam))
            elif not self.loose:
                under = level["underbust"]
                share = (under - level["bust"]) / (self.waist - level["bust"])
                hangs = bust + (halves["waist"] - bust) * share**1.25
                stations.append((max(hangs, figure.half_at(under) + 1.5), under))
        else:
            top = self.number("waistband.height", 0.0)
            if top and self.text("waistband.style", "straight") == "straight":
                stations.append((halves["waist"], self.waist - top))
        if not self.empire and not self.loose:
            stations.append((halves["waist"], self.waist))
        if self.lower:
            stations.extend(
                self._free_stations() if self.free else self._hip_stations(stations[-1])
            )
        return Profile(stations)

    def _free_stations(self) -> Iterator[Point]:
        for share in (0.05, 0.12, 0.22, 0.36, 0.55, 0.78, 1.0):
            yield self._hung(share)

    def _hip_stations(self, last: Point) -> Iterator[Point]:
        figure, level, halves = self.figure, self.level, self.halves
        waist, hip, hem = self.waist, level["hip"], self.hem
        at_hip = halves.get("hip", figure.halves["hip"] * 1.03)
        hem_half = halves.get("hem", at_hip)
        if self.style in PLEATED:
            hem_half = drape.hung(at_hip, hem_half, self.hang.pleated * self.length)
        slope = max(hem_half - at_hip, 0.0) / (hem - hip) if hem > hip + 12 else 0.0
        if self.style not in PLEATED:
            slope *= LEAVES
        if self.loose or self.empire:
            # straight from where it was last held, past the waist; no narrower than the body
            y = waist
            straight = last[0] + (at_hip - last[0]) * (y - last[1]) / max(hip - last[1], 1.0)
            if hem > y + 12:
                yield (max(straight, figure.half_at(y) + 4), y)
        else:
            # the body's own line, let out from the ease at the waist to the ease at the hip
            end, there = (at_hip, hip) if hem > hip else (hem_half, hem)
            a, b = halves["waist"] / figure.halves["waist"], end / figure.half_at(there)
            for share in (0.2, 0.42, 0.64, 0.84):
                y = waist + share * (there - waist)
                own = figure.half_at(y) * (a + (b - a) * share)
                # but cloth bridges hollows
                bridge = halves["waist"] + (end - halves["waist"]) * sin(share * pi / 2)
                # and a flare has left the body above the hip already
                falls = min(_eased(end - slope * (there - y), figure.half_at(y) + 2.0), end)
                if (
                    self.style in PLEATED
                ):  # stitched down over the hip, it runs on as it hangs below
                    falls = drape.over(halves["waist"], end, slope * (there - waist), share)
                    own = min(falls, figure.half_at(y) + 4.0)
                if y < hem - 12:
                    yield (min(max(own, 0.5 * (own + bridge)), falls), y)
        if hem < hip + 12:
            yield (hem_half, hem)
            return
        yield (at_hip, hip)
        if self.style in PLEATED:
            yield (hem_half, hem)
            return
        # below its fullest point cloth hangs straight to the hem
        if hem_half > at_hip + 12:
            # a flare turns out from her fullest point, not at a corner
            for share in (0.1, 0.24, 0.46, 0.72):
                bent = ((share * share + TURNS) ** 0.5 - TURNS**0.5) / (
                    (1 + TURNS) ** 0.5 - TURNS**0.5
                )
                out = LEAVES * share + (1 - LEAVES) * bent
                yield (at_hip + (hem_half - at_hip) * out, hip + share * (hem - hip))
            yield (hem_half, hem)
            return
        slope = (hem_half - at_hip) / (hem - hip)
        full = min(hip + 0.30 * (hem - hip), max(level["thigh"], hip + 40))
        yield (at_hip + slope * (full - hip), full)
        yield (at_hip + slope * ((full + hem) / 2 - hip), (full + hem) / 2)
        yield (hem_half, hem)

    # -- shoulder and armhole ----------------------------------------------------------------

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

    def quarter(self, y: float) -> float:
        """A quarter of the garment's girth at y: from the centre round to the side seam."""
        return self.turn(y)[1]

    def across(self, share: float, y: float) -> float:
        """x on the drawing of the point `share` (0..1) of the way from centre to side seam.

        True to scale at the centre, closing up where the cloth turns away at the side.
        """
        half, _, flat = self.turn(y)
        return _turned(half, share, flat)

    def turn(self, y: float) -> tuple[float, float, float]:
        """At a height: the half-breadth, a quarter of the girth, and their ratio's inverse."""
        if y not in self._turns:
            half, ratio = self.side.at(y), self.ratio_at(y)
            self._turns[y] = (half, half / (2 * ratio), 1 / (2 * ratio))
        return self._turns[y]

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

    # -- how level lines bow, seen from the height of the eyes -------------------------------

    def sag(self, y: float) -> float:
        """How much lower a level line lies at the centre than at the side, mm."""
        down = (y - self.level["bust"]) / (self.level["floor"] - self.level["bust"])
        return 3.0 + 10.0 * min(max(down, 0.0), 1.0)

    def bow(self, y: float, sag: float | None = None) -> Curve:
        """A level line from the centre out to the side, whose end there lies at y."""
        half, low = self.side.at(y), self.sag(y) if sag is None else sag
        return [((0.0, y + low), (half / 3, y + low), (half * 2 / 3, y + low * 2 / 3), (half, y))]

    def on_bow(self, y: float, x: float, sag: float | None = None) -> float:
        """The height at x of the level line that bows at y."""
        half, *_ = self.turn(y)
        return y + (self.sag(y) if sag is None else sag) * (1 - min(abs(x) / half, 1.0) ** 2)
