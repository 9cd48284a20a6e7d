"""How a cuff is drawn: a band round the end of the sleeve, or a casing that draws it in."""

from __future__ import annotations

from measurements.figure.curves import back, joined, line, mirror, spline
from patterns.components.sleeve.flat import mirror_point
from patterns.components.sleeve.shape import SleeveShape
from patterns.flats import fastenings
from patterns.flats.arms import AROUND
from patterns.flats.conventions import Layers, Panel
from patterns.flats.worn import Worn

from .draft import BUTTON


def flat(worn: Worn) -> Layers:
    """The cuffs' layers, over the sleeves."""
    layers = Layers()
    sleeve = SleeveShape(worn)
    arm, start, height = sleeve.line, sleeve.end, sleeve.cuff
    casing = worn.text("cuff.style") == "casing"
    girth = worn.finished("sleeve_hem")
    end = start + height
    half = sleeve.elastic * AROUND / 2 or max((girth or 0.0) * AROUND / 2, arm.half(start) + 1.5)
    low = half + 1.0 if casing else half
    outer = [line(arm.at(start, half), arm.at(end, low))]
    inner = [line(arm.at(start, -half), arm.at(end, -low))]
    foot = spline([arm.at(end, low), arm.at(end + 3.5, 0.0), arm.at(end, -low)])
    head = spline([arm.at(start, half), arm.at(start + 3.5, 0.0), arm.at(start, -half)])
    outline = joined(head, inner, back(foot), back(outer))
    level = (head[0][0][1], foot[0][0][1])
    grain = (arm.at(start), arm.lean)
    layers.panels += [
        Panel("cuff", outline, level, grain=grain, limb=True),
        Panel("cuff-left", mirror(outline), level, grain=(mirror_point(grain[0]), -grain[1]),
              limb=True),
    ]  # fmt: skip
    for curve in (outer, inner, foot):
        layers.both(curve, "outline", "cuff")
    layers.both(head, "seam", "cuff_seam")
    if casing:
        for n in range(6):
            off = half * (-0.8 + 0.32 * n)
            layers.both(
                [line(arm.at(start + 2, off), arm.at(end - 2, off * 1.08))], "fold", "gathers"
            )
    elif not worn.front:
        x, middle = half * 0.35, start + 0.5 * height
        layers.both([line(arm.at(start + 3, x), arm.at(end - 1, x))], "edge", "cuff_end")
        buttoned = any(trim.name.startswith("button") for trim in worn.draft.trims)
        for at in (
            (arm.at(middle, x - 9.0), mirror_point(arm.at(middle, x - 9.0))) if buttoned else ()
        ):
            fastenings.button(layers, at, 0.5 * BUTTON)
    return layers
