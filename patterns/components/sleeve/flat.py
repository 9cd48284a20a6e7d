"""How a sleeve is drawn on the hanging arm, from the armhole to its hem, by its finished girths."""

from __future__ import annotations

from measurements.figure.curves import Curve, Point, at, back, joined, line, mirror, spline
from patterns.flats import hems
from patterns.flats.arms import ArmLine
from patterns.flats.conventions import Fold, Layers, Panel, moved
from patterns.flats.worn import Worn

from .kimono_flat import behind_fold, kimono, slope
from .shape import SleeveShape

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


def _kimono(worn: Worn, layers: Layers) -> None:
    """The arms of a kimono: no seam parts them from its body."""
    lines = kimono(worn)
    under = back(moved(lines.crease, -UNDER, 0.0))
    outline = joined(lines.outer, lines.hem, lines.inner, under)
    level = (lines.outer[0][0][1], lines.hem[-1][3][1])
    _panels(layers, ArmLine(worn), outline, level, turned=slope(worn))
    layers.fold(behind_fold(lines.crease), 0.13, fades=True)
    layers.both(lines.outer, "outline", "sleeve")
    layers.both(lines.inner, "outline", "sleeve")
    layers.both(lines.hem, "outline", "sleeve_hem")
    x, y = ArmLine(worn).first
    layers.both(moved(lines.hem, -STITCHED * x, -STITCHED * y), "stitch", "hem_stitch")


STITCHED = 23.0
"""How far above a kimono's sleeve hem its stitches run, mm."""
UNDER = 4.0
"""How far a kimono's arm reaches in under its body, mm, so that nothing shows between the two."""


def _panels(
    layers: Layers,
    line_: ArmLine,
    outline: Curve,
    level: tuple[float, float],
    turned: float = 0.0,
) -> None:
    """The cloth of both arms, its grain along them or so many degrees aslant."""
    (x, y), lean = line_.at(line_.cap), line_.lean + turned
    layers.panels += [
        Panel("sleeve", outline, level, grain=((x, y), lean), limb=True),
        Panel("sleeve-left", mirror(outline), level, grain=((-x, y), -lean), limb=True),
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
    for n in range(max(worn.hang.breaks - 1, 1)):
        # from under the arm up and outward over the sleeve
        reach, slant = (44.0, 30.0)[n], (0.9, 0.35)[n]
        start = (under[0] + 2.0 + 2.5 * n, under[1] + (-6.0, 5.0)[n])
        end = (start[0] + reach * 0.62, start[1] - reach * slant * 0.62)
        layers.both([(
            start, (start[0] + 0.12 * reach, start[1] - 0.34 * reach * slant),
            (end[0] - 0.2 * reach, end[1] + 0.12 * reach * slant), end,
        )], "fold", "break")  # fmt: skip
    bend = line_.elbow
    darted = worn.is_on("sleeve.fitted") and not worn.front
    if shape.style != "set_in" or shape.end < bend + 70.0 or darted:
        return
    for n in range(worn.hang.breaks):
        along = bend + (0.0, -15.0, 14.0)[n]
        far, tilt = (0.35, -0.05, 0.08)[n], (10.0, -12.0, 20.0)[n]
        half = shape.half(along)
        start, middle, end = (
            line_.at(along + tilt * t * t, half * (-1.0 + (1.0 + far) * t) + 1.5)
            for t in (0.0, 0.5, 1.0)
        )
        layers.both(spline([start, middle, end]), "fold", "break")


def _flare(layers: Layers, shape: SleeveShape) -> None:
    """Two soft folds that rise from the bell's mouth, and the shade inside its mouth."""
    for off, start in ((0.35, 0.45), (-0.3, 0.55)):
        y = shape.end - (shape.end - shape.line.cap) * start
        head = shape.line.at(y, off * shape.half(y) * 0.8)
        foot = shape.line.at(shape.end + 2, off * shape.at_hem)
        layers.both(spline([foot, _mid(head, foot), head]), "fold", "fold")
        wide = shape.at_hem * 0.22
        tongue = joined([line(head, (foot[0] + wide, foot[1] + 4))],
                        [line((foot[0] + wide, foot[1] + 4), (foot[0] - wide, foot[1] + 4))],
                        [line((foot[0] - wide, foot[1] + 4), head)])  # fmt: skip
        layers.folds += [Fold(tongue, 0.07), Fold(mirror(tongue), 0.07)]


def _mid(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2 + 1.0, (a[1] + b[1]) / 2)
