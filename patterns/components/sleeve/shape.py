"""The lines of a set-in sleeve as it is drawn on the hanging arm, by its finished girths and lengths."""

from __future__ import annotations

from itertools import pairwise
from math import dist

from measurements.figure.curves import Curve, Point, at, spline
from patterns.components.cuff.draft import JOINED, SHORTER
from patterns.flats.arms import AROUND, ArmLine
from patterns.flats.worn import Worn

FALL = 0.86
"""How far down a bishop sleeve is widest, of its way from underarm to cuff."""

STANDS = 1.1
"""How much broader a bishop sleeve stands above its gathers than if it lay smooth."""

PUFF = 84.0
"""Over how much of its length a puff sleeve is drawn in to its end, mm, if its underarm is shorter."""

PUFFED = 14.0
"""How far a gathered cap stands off the shoulder, mm."""

CASING = 16.0
"""How high the elastic's casing is at the end of a sleeve, mm."""

LEAST = 3.0
"""How far below the underarm a sleeve ends at least, mm."""

GATHERED = ("puff", "bishop")
"""Sleeves with more cloth down the arm than the arm is long."""

LENGTHS = {"short": 0.36, "elbow": 0.57, "three_quarter": 0.76, "long": 1.0}
"""Of the arm, where the draft does not state its sleeve's length."""


class SleeveShape:
    """The lines of the right sleeve, and where it ends."""

    def __init__(self, worn: Worn) -> None:
        self.worn = worn
        self.line = ArmLine(worn)
        self.style = worn.text("sleeve.style", "set_in")
        self.cuffed = worn.has("cuff")
        casing = worn.text("cuff.style") == "casing"
        self.cuff = (CASING if casing else worn.number("cuff.height", 40.0)) if self.cuffed else 0.0
        upper = worn.finished("upper_arm_girth")
        self.upper = upper * AROUND / 2 if upper else self.line.half(self.line.cap) + 8
        self._ends_at(self._stated())
        if not worn.kimono:
            # seen from the front a sleeve's way down leans and bends: it ends where it is as long as it is
            self._ends_at(self.end + self._asked() - self._drawn())

    def _ends_at(self, end: float) -> None:
        """Draw it so that its own cloth ends so far down the arm (a cuff goes on from there)."""
        self.end = max(end, self.pit + LEAST)
        self.at_hem = self._at_hem()
        self.outer, self.inner = self._sides()
        self.hem = self._hem()

    def _stated(self) -> float:
        stated = self.worn.number("sleeve.ends")
        if not stated:
            stated = LENGTHS[self.worn.text("sleeve.length", "long")] * self.line.wrist
        return stated - self.cuff

    def _asked(self) -> float:
        """How long it is to be drawn: a smooth one its finished length, a gathered one as far down as it
        reaches, since some of its length lies in its fullness."""
        finished = self.worn.finished("sleeve_length")
        if self.style in GATHERED or not finished:
            return self._stated()
        return finished - self.cuff

    def _drawn(self) -> float:
        if self.style in GATHERED:
            return dist(self.outer[0][0], self.outer[-1][3])
        return long(self.outer)

    @property
    def pit(self) -> float:
        """How far down the arm the underarm lies."""
        worn, line_ = self.worn, self.line
        return line_.cap + (worn.underarm - line_.arm.joint[1]) / line_.first[1]

    @property
    def begins(self) -> float:
        """From where on down the arm it narrows or widens to its hem: a puff needs room to be drawn in."""
        return min(self.pit, self.end - PUFF) if self.style == "puff" else self.pit

    def _at_hem(self) -> float:
        """Half the sleeve's breadth at its end."""
        girth = self.worn.finished("sleeve_hem")
        least = self.line.half(self.end) + 1.5
        if girth is None:
            return max(self.upper * (1.0 - 0.3 * self.end / self.line.wrist), least)
        if self.elastic:
            return self.elastic * AROUND / 2
        return max(girth * AROUND / 2, least)

    @property
    def elastic(self) -> float:
        """How far round the arm an elastic lies at its end; nought without."""
        cut = next((t.size for t in self.worn.draft.trims if t.name.startswith("elastic")), None)
        return cut - JOINED + SHORTER if cut else 0.0

    @property
    def gathered(self) -> float:
        """Half the breadth of what is gathered into the cuff, if it lay smooth."""
        return self.worn.number("sleeve.hem_width") * AROUND / 2

    def half(self, along: float) -> float:
        """Half the sleeve's breadth down the arm: from the upper arm to the hem, as its style falls."""
        start, end = self.begins, self.end
        t = min(max((along - start) / max(end - start, 1.0), 0.0), 1.0)
        own = self.line.half(along) + 2.0
        if self.style == "bishop":
            full = max(STANDS * self.gathered, self.at_hem * 1.5)
            # the cloth falls over the cuff: widest a little above it
            if t < FALL:
                return max(self.upper + (full - self.upper) * float((t / FALL) ** 1.6), own)
            return max(full * (1.0 - 0.55 * ((t - FALL) / (1.0 - FALL)) ** 2), own)
        if self.style == "bell":
            return max(self.upper + (self.at_hem - self.upper) * float(t**1.8), own)
        if self.style == "puff":
            bulge = self.upper + 16.0
            return max(bulge + (self.at_hem - bulge) * float(t**2.6), own if t < 1.0 else 0.0)
        return max(self.upper + (self.at_hem - self.upper) * t, own)

    def _sides(self) -> tuple[Curve, Curve]:
        line_, end, pit, start = self.line, self.end, self.pit, self.begins
        under = self.worn.armhole[-1][3]
        steps = [start + (end - start) * t for t in self._stations()]
        bend = line_.elbow
        broken = self.style == "set_in" and end > bend + 70.0
        if broken:
            # cloth breaks where the arm bends: it stands out above and below, and falls in between
            steps = [s for s in steps if abs(s - bend) > 60.0] + [bend - 34.0, bend, bend + 34.0]
        stands = {bend - 34.0: 1.2, bend: -2.6, bend + 34.0: 1.0} if broken else {}
        steps.sort()
        outer = [
            line_.at(s, self.half(s) + (0.8 if s == bend and broken else 0.0))
            for s in steps if s > line_.cap + 40
        ]  # fmt: skip
        inner = [under]
        inner += [
            line_.at(s, -self.half(s) - stands.get(s, 0.0))
            for s in steps
            if s > pit + 24 or s == end
        ]
        crown = self._crown(outer[0])
        return [*crown, *spline([crown[-1][3], *outer])], spline(inner)

    def _crown(self, after: Point) -> Curve:
        """From the shoulder's tip over the round of the cap to the arm's outside."""
        line_, tip, before = self.line, self.worn.armhole[0][0], self.worn.shoulder[-1][0]
        lift = PUFFED if self.style == "puff" else 0.0
        low = line_.at(line_.cap + lift, line_.half(line_.cap) * 0.98 + 3.5 + lift)
        long = ((low[0] - tip[0]) ** 2 + (low[1] - tip[1]) ** 2) ** 0.5
        dx, dy = tip[0] - before[0], tip[1] - before[1]
        out = (dx / (dx * dx + dy * dy) ** 0.5, dy / (dx * dx + dy * dy) ** 0.5)
        if lift:
            # its gathers stand up from the seam before they fall
            out = (0.72, -0.69)
        dx, dy = after[0] - low[0], after[1] - low[1]
        way = (dx / (dx * dx + dy * dy) ** 0.5, dy / (dx * dx + dy * dy) ** 0.5)
        reach = 0.42 if lift else 0.27
        return [(
            tip, (tip[0] + out[0] * long * reach, tip[1] + out[1] * long * reach),
            (low[0] - way[0] * long * 0.42, low[1] - way[1] * long * 0.42), low,
        )]  # fmt: skip

    def _stations(self) -> tuple[float, ...]:
        """Where its sides are reckoned, as shares of the way from underarm to end."""
        if self.style == "bishop":
            return (0.0, 0.3, 0.6, FALL, 0.95, 1.0)
        if self.style == "puff":
            return (0.0, 0.4, 0.75, 1.0)
        return (0.0, 0.35, 0.7, 1.0) if self.end > self.line.elbow else (0.0, 0.5, 1.0)

    def _hem(self) -> Curve:
        """From the outside to the inside, bowed as it goes round the arm."""
        a, b = self.outer[-1][3], self.inner[-1][3]
        way = self.line.way(self.end)
        wide = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
        deep = 0.06 * wide + 2.0
        third = ((b[0] - a[0]) / 3, (b[1] - a[1]) / 3)
        return [(
            a,
            (a[0] + third[0] + way[0] * deep, a[1] + third[1] + way[1] * deep),
            (b[0] - third[0] + way[0] * deep, b[1] - third[1] + way[1] * deep),
            b,
        )]  # fmt: skip


def long(curve: Curve) -> float:
    """How long a curve is, mm."""
    points = [at(cubic, t / 6) for cubic in curve for t in range(7)]
    return sum(dist(a, b) for a, b in pairwise(points))
