"""How a sleeve is drawn on the hanging arm, from the armhole to its hem, by its finished girths."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import dist

from measurements.figure.curves import Curve, Point, at, back, joined, line, mirror, parted, spline
from patterns.components.cuff.draft import JOINED, SHORTER
from patterns.flats import hems
from patterns.flats.arms import AROUND, ArmLine
from patterns.flats.conventions import Fold, Layers, Panel
from patterns.flats.worn import Worn

FALL = 0.86
"""How far down a bishop sleeve is widest, of its way from underarm to cuff."""

STANDS = 1.1
"""How much broader a bishop sleeve stands above its gathers than if it lay smooth."""

PIT = 62.0
"""How far below a set-in sleeve's underarm a kimono's lies on the hanging arm, mm."""

LEAST = 3.0
"""How far below the underarm a sleeve ends at least, mm."""

GATHERED = ("puff", "bishop")
"""Sleeves with more cloth down the arm than the arm is long."""

LENGTHS = {"short": 0.36, "elbow": 0.57, "three_quarter": 0.76, "long": 1.0}
"""Of the arm, where the draft does not state its sleeve's length."""

PUFFED = 14.0
"""How far a gathered cap stands off the shoulder, mm."""

CASING = 16.0
"""How high the elastic's casing is at the end of a sleeve, mm."""

NAMES = {
    "set_in": "sleeves",
    "puff": "puff sleeves",
    "bishop": "bishop sleeves",
    "bell": "bell sleeves",
    "kimono": "kimono sleeves",
}
"""What each style is called, for the alt text."""


def flat(worn: Worn) -> Layers:
    """The sleeves' layers, under the bodice's."""
    layers = Layers()
    if worn.kimono:
        _kimono(worn, layers)
        return layers
    shape = SleeveShape(worn)
    outline = joined(shape.outer, shape.hem, back(shape.inner), back(worn.armhole))
    _panels(layers, shape.line, outline, (worn.armhole[0][0][1], shape.hem[-1][3][1]))
    layers.both(shape.outer, "outline", "sleeve")
    layers.both(shape.inner, "outline", "sleeve")
    layers.both(shape.hem, "edge" if worn.has("cuff") else "outline", "sleeve_hem")
    _details(worn, layers, shape)
    return layers


def mirror_point(point: Point) -> Point:
    return (-point[0], point[1])


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
        return _long(self.outer)

    @property
    def pit(self) -> float:
        """How far down the arm the underarm lies."""
        worn, line_ = self.worn, self.line
        return line_.cap + (worn.underarm - line_.arm.joint[1]) / line_.first[1]

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
        pit, end = self.pit, self.end
        t = min(max((along - pit) / max(end - pit, 1.0), 0.0), 1.0)
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
            return max(bulge + (self.at_hem - bulge) * float(t**3.2), own)
        return max(self.upper + (self.at_hem - self.upper) * t, own)

    def _sides(self) -> tuple[Curve, Curve]:
        line_, end, pit = self.line, self.end, self.pit
        under = self.worn.armhole[-1][3]
        steps = [pit + (end - pit) * t for t in self._stations()]
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
            line_.at(s, -self.half(s) - stands.get(s, 0.0)) for s in steps if s > pit + 24 or s == end
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


@dataclass(frozen=True, slots=True)
class Kimono:
    """A kimono's lines on the right: the shoulder from the neck to its tip, the arm's outside from there,
    its hem, its inside up to the side; the line from the shoulder to there at which arm and body part, which is
    not seen; and the folds that run up from there."""

    shoulder: Curve
    outer: Curve
    hem: Curve
    inner: Curve
    crease: Curve
    folds: list[Curve]

    @property
    def pit(self) -> Point:
        return self.inner[-1][3]


def kimono(worn: Worn) -> Kimono:
    """The lines of a sleeve cut in one with its bodice, on the hanging arm."""
    shape = SleeveShape(worn)
    line_, end = shape.line, shape.end
    neck, tip = worn.shoulder[0][0], worn.shoulder[-1][3]
    # one line from the neck into the arm: cloth without a seam bridges the hollow outside the shoulder
    arm = line_.at(line_.cap + 34.0, line_.half(line_.cap) + 9.0)
    corner = _met(neck, tip, line_.at(end, shape.at_hem), arm)
    over = (neck, _towards(neck, corner, 0.92), _towards(arm, corner, 0.84), arm)
    shoulder, outside = parted(over, 0.58)
    asked = [worn.finished(name) for name in ("shoulder_length", "sleeve_length")]
    if all(asked):
        # it ends where it is as long as it is from the neck
        drawn = _long([over]) + dist(arm, line_.at(end, shape.at_hem))
        end += sum(length or 0.0 for length in asked) - drawn
    hem_end, low = line_.at(end, shape.at_hem), line_.at(end, -shape.at_hem)
    # the seam comes round under the arm in a curve, lower than a set-in sleeve's
    y = min(max(worn.underarm + PIT, low[1] - 90.0), low[1] - 20.0)
    under = (worn.side.at(y), y)
    a, deep = hem_end, 0.05 * (hem_end[0] - low[0]) + 2.0
    hem: Curve = [(
        a,
        (a[0] * 0.67 + low[0] * 0.33, a[1] * 0.67 + low[1] * 0.33 + deep),
        (a[0] * 0.33 + low[0] * 0.67, a[1] * 0.33 + low[1] * 0.67 + deep),
        low,
    )]  # fmt: skip
    inner: Curve = [(
        low,
        (low[0] - 1.0, low[1] + (under[1] - low[1]) * 0.6),
        (under[0] + 2, under[1] - 3),
        under,
    )]  # fmt: skip
    middle = (0.35 * under[0] + 0.65 * tip[0], 0.55 * under[1] + 0.45 * tip[1])
    crease = spline([shoulder[3], middle, (under[0] - 3, under[1] - 45), under])
    return Kimono(
        [shoulder], [outside, line(arm, hem_end)], hem, inner, crease, _soft(under, tip, neck)
    )


def _long(curve: Curve) -> float:
    points = [at(cubic, t / 6) for cubic in curve for t in range(7)]
    return sum(dist(a, b) for a, b in pairwise(points))


def _met(a: Point, b: Point, c: Point, d: Point) -> Point:
    """Where the line from a to b, run on, meets that from c to d."""
    (ux, uy), (vx, vy) = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx)
    return (a[0] + t * ux, a[1] + t * uy)


def _towards(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _soft(under: Point, tip: Point, neck: Point) -> list[Curve]:
    """The folds into which spare cloth falls between arm and body: up from the underarm, to the shoulder, the
    chest and the arm."""
    (x, y), rise = under, under[1] - tip[1]
    ends = (
        ((x - 1.0, y - 6.0), (x + 2.0, y - 0.34 * rise), (tip[0] - 14.0, y - 0.66 * rise)),
        ((x - 5.0, y - 24.0), (x - 12.0, y - 0.28 * rise), (0.6 * x + 0.4 * neck[0], y - 0.44 * rise)),
        ((x + 4.0, y - 26.0), (x + 10.0, y - 0.30 * rise), (tip[0] + 14.0, y - 0.40 * rise)),
    )
    return [spline(points) for points in ends]


def _kimono(worn: Worn, layers: Layers) -> None:
    """The arms of a kimono: no seam parts them from its body."""
    lines = kimono(worn)
    outline = joined(lines.outer, lines.hem, lines.inner, back(lines.crease))
    _panels(layers, ArmLine(worn), outline, (lines.outer[0][0][1], lines.hem[-1][3][1]))
    layers.both(lines.outer, "outline", "sleeve")
    layers.both(lines.inner, "outline", "sleeve")
    layers.both(lines.hem, "outline", "sleeve_hem")


def _panels(layers: Layers, line_: ArmLine, outline: Curve, level: tuple[float, float]) -> None:
    """The cloth of both arms, its grain along them."""
    x, y = line_.at(line_.cap)
    layers.panels += [
        Panel("sleeve", outline, level, grain=((x, y), line_.lean), limb=True),
        Panel("sleeve-left", mirror(outline), level, grain=((-x, y), -line_.lean), limb=True),
    ]


def _details(worn: Worn, layers: Layers, shape: SleeveShape) -> None:
    line_, end = shape.line, shape.end
    if shape.style == "puff":
        _cap_gathers(worn, layers)
    if shape.cuffed and shape.style in ("puff", "bishop"):
        _gathers(worn, layers, shape)
    elif shape.style == "bell":
        _flare(layers, shape)
    if shape.style != "puff":
        _breaks(worn, layers, shape)
    if not shape.cuffed:
        stitch = [line_.at(end - 24, shape.half(end - 24) - 3), line_.at(end - 22, 0.0),
                  line_.at(end - 24, -shape.half(end - 24) + 3)]  # fmt: skip
        if shape.style in ("set_in", "puff"):
            layers.both(spline(stitch), "stitch", "hem_stitch")
    if worn.is_on("sleeve.fitted") and end > line_.elbow and not worn.front:
        start = line_.at(line_.elbow, -shape.half(line_.elbow))
        dart = spline([start, line_.at(line_.elbow - 3, -shape.half(line_.elbow) * 0.1)])
        layers.both(dart, "dart", "elbow_dart")


def _cap_gathers(worn: Worn, layers: Layers) -> None:
    """Folds that fan out of the upper armhole."""
    count = round(6 * (0.5 + 0.5 * worn.hang.flutes))
    for n in range(count):
        t = 0.05 + 0.82 * n / (count - 1)
        x, y = at(worn.armhole[0], t)
        reach = (34.0, 50.0, 40.0, 56.0, 36.0, 44.0, 30.0)[n % 7] * (1.0 - 0.35 * t)
        down = -0.35 + 1.2 * t
        layers.both([(
            (x, y), (x + 0.3 * reach, y + (down - 0.20) * 0.3 * reach),
            (x + 0.7 * reach, y + (down + 0.05) * 0.7 * reach),
            (x + reach * 0.92, y + (down + 0.42) * reach),
        )], "fold", "gathers")  # fmt: skip


def _gathers(worn: Worn, layers: Layers, shape: SleeveShape) -> None:
    """Folds that rise from the cuff and fan out with the cloth."""
    count = round(7 * (0.5 + 0.5 * worn.hang.flutes))
    if shape.style == "bishop":  # the more cloth the more folds
        count = max(round(0.5 * count * shape.gathered / shape.at_hem), 4)
    longest = min(0.62 * (shape.end - shape.pit), 150.0 if shape.style == "bishop" else 70.0)
    for n in range(count):
        across = -0.84 + 1.68 * n / (count - 1)
        reach = longest * hems.REACH[n % 7] * (1.0 - 0.25 * across * across)
        foot, middle, head = (
            shape.line.at(shape.end - reach * t,
                          across * (shape.half(shape.end - reach * t) * (0.94 if t else 1.0)))
            for t in (0.0, 0.4, 1.0)
        )  # fmt: skip
        layers.both(spline([foot, middle, head]), "fold", "gathers")


def _breaks(worn: Worn, layers: Layers, shape: SleeveShape) -> None:
    """Creases where the sleeve leaves the body, and where a long one bends at the elbow."""
    line_, under = shape.line, worn.armhole[-1][3]
    for n in range(worn.hang.breaks):
        # from under the arm up and outward over the sleeve
        reach, slant = (44.0, 30.0, 36.0)[n], (0.9, 0.35, 1.5)[n]
        start = (under[0] + 2.0 + 2.5 * n, under[1] + (-6.0, 5.0, -17.0)[n])
        end = (start[0] + reach * 0.62, start[1] - reach * slant * 0.62)
        layers.both([(
            start, (start[0] + 0.12 * reach, start[1] - 0.34 * reach * slant),
            (end[0] - 0.2 * reach, end[1] + 0.12 * reach * slant), end,
        )], "fold", "break")  # fmt: skip
    bend = line_.elbow
    if shape.style != "set_in" or shape.end < bend + 70.0:
        return
    for n in range(worn.hang.breaks + 1):
        along = bend + (0.0, -15.0, 14.0, 27.0)[n]
        far, tilt = (0.35, -0.05, 0.08, -0.25)[n], (10.0, -12.0, 20.0, 26.0)[n]
        half = shape.half(along)
        start, middle, end = (
            line_.at(along + tilt * t * t, half * (-1.0 + (1.0 + far) * t) + 1.5)
            for t in (0.0, 0.5, 1.0)
        )
        layers.both(spline([start, middle, end]), "fold", "break")


def _flare(layers: Layers, shape: SleeveShape) -> None:
    """Two soft folds that fall into the bell, and the shade inside its mouth."""
    for off, start in ((0.35, 0.45), (-0.3, 0.55)):
        y = shape.end - (shape.end - shape.line.cap) * start
        head = shape.line.at(y, off * shape.half(y) * 0.8)
        foot = shape.line.at(shape.end + 2, off * shape.at_hem)
        layers.both(spline([head, _mid(head, foot), foot]), "fold", "fold")
        wide = shape.at_hem * 0.22
        tongue = joined([line(head, (foot[0] + wide, foot[1] + 4))],
                        [line((foot[0] + wide, foot[1] + 4), (foot[0] - wide, foot[1] + 4))],
                        [line((foot[0] - wide, foot[1] + 4), head)])  # fmt: skip
        layers.folds += [Fold(tongue, 0.07), Fold(mirror(tongue), 0.07)]


def _mid(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2 + 1.0, (a[1] + b[1]) / 2)
