"""Knife and box pleats: full ones, three times the finished width, stitched down to the hip line.

A half is a row of visible panels, all equally wide at the hip, with gaps of twice that width between them:
one knife pleat, or two that meet behind and so make boxes. Side seam, joins and a centre back seam lie in
the middle of a gap, where nobody sees them. What darts would take is lost in the gaps: each is so much
wider at the waist (trade facts §4).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import InsideLine, Level, Pleat, Point, Refusal

from .figures import CLOTH, Figures, hem_allowance
from .fitted import mind_hip_level
from .sectors import Width
from .shell import Panel, Quarter, Shell, View

WIDE = {"knife_pleats": 42.0, "box_pleats": 72.0}  # about how wide a panel shows: our own
HEM = 40.0
BELOW_HIP = 10.0  # the stitching ends so far below the hip line


@dataclass(frozen=True, slots=True)
class _Cloth:
    """What both halves share: a panel's width where the pleats are let go, and how far down that is."""

    panel: float
    let_go: float
    box: bool


def draft(making: Making, figures: Figures) -> Shell:
    """Pleats turn from centre front to centre back. Raises Refusal where they would close up."""
    mind_hip_level(figures)
    top = figures.top
    let_go = min(figures.hip_y + BELOW_HIP, figures.hem_y - 60.0)
    loose = top.girth + (figures.hip - top.girth) * let_go / figures.hip_y
    seam_back = figures.opening == "back"
    # Boxes and pleats all round: a whole half shows one more half panel, on its centre.
    rest = 3 if seam_back else 2
    sets = max(1, round((loose / WIDE[figures.style] - rest) / 4))
    panel = loose / (4 * sets + rest)
    front_shown, back_shown = sets + 0.5, sets + (1.0 if seam_back else 0.5)
    cloth = _Cloth(panel, let_go, figures.style == "box_pleats")
    hem = hem_allowance(making, HEM, math.inf)
    front = _quarter(figures, "front", top.front, front_shown, cloth, hem, whole=True)
    back = _quarter(figures, "back", top.back, back_shown, cloth, hem, whole=not seam_back)
    kind = "box" if cloth.box else "knife"
    return Shell(
        front, back, fitted=True, ratio=1.0,
        words=(
            (78, f"Fold and press the {kind} pleats, {panel:.0f} mm wide at the hip, and stitch them down to "
                 f"{let_go:.0f} mm below the waist."),
            (98, "Press the pleats again down to the hem."),
        ),
        told={"skirt.pleats": float(4 * sets + rest), "skirt.pleat_width": round(panel, 1),
              "skirt.stitched": round(let_go, 1)},
    )  # fmt: skip


def _quarter(
    figures: Figures,
    view: View,
    waist: float,
    shown: float,
    cloth: _Cloth,
    hem: float,
    *,
    whole: bool,
) -> Quarter:
    p = cloth.panel
    taper = (shown * p - waist) / shown  # by how much each gap is wider at the waist
    if not -0.6 * p < taper < 0.7 * p:
        raise Refusal(
            "pleats",
            "Hips and waist differ by more than such pleats can take in. Please choose another skirt.",
            ("waist_girth", "hip_girth"),
        )  # fmt: skip
    gaps: list[tuple[float, float]] = [] if whole else [(0.0, p)]
    x = 0.5 * p if whole else 2 * p
    wide = 3 * shown * p
    while x + 2 * p < wide:
        gaps.append((x, x + 2 * p))
        x += 3 * p
    gaps.append((wide - p, wide))
    joins = _joins(gaps, wide, whole, figures.seam)
    codes = ("FS", "SFS", "SFT") if view == "front" else ("BS", "SBS", "SBT")
    panels = []
    for number, (left, right) in enumerate(zip([0.0, *joins], [*joins, wide], strict=True)):
        half = Half(codes[number], view, whole=whole and not number)
        pleats = _pleats(gaps, left, right, wide, taper, cloth)
        upper, outer, lower, inner = Width(right - left).lines(figures.hem_y)
        last = right == wide
        parts = [
            Part("waist", upper, 10.0, line="waist"),
            Part("side" if last else f"panel_{number + 1}", outer, figures.seam),
            Part("hem", lower, hem, finish="hem", line="hem"),
        ]
        if number:
            parts.append(Part(f"panel_{number}", inner, figures.seam))
        elif not whole:
            parts.append(Part(f"centre_{view}", inner, figures.seam))
        lines = [
            InsideLine(f"{pleat.name} fold {end}", "fold", np.array((line[1], (line[1][0], figures.hem_y))))
            for pleat in pleats for end, line in (("a", pleat.start), ("b", pleat.end))
            if 0.5 < line[1][0] < right - left - 0.5
        ]  # fmt: skip
        if half.whole:
            lines.append(
                InsideLine(f"centre {view}", "centre", np.array(((0.0, 0.0), (0.0, figures.hem_y))))
            )
        x = 0.5 * p if not half.whole else 0.25 * p
        panels.append(Panel(
            half, f"{view} skirt" + (", side panel" if number else ""), tuple(parts),
            grainline=((x, 0.45 * figures.hem_y), (x, 0.85 * figures.hem_y)),
            notches=_mouths(pleats, right - left), lines=tuple(lines), pleats=tuple(pleats),
            hip=Level(y=figures.hip_y),
        ))  # fmt: skip
    return Quarter(tuple(panels))


def _joins(gaps: list[tuple[float, float]], wide: float, whole: bool, seam: float) -> list[float]:
    """Where widths of cloth are joined, if they must be: in the middle of gaps, so that the widths are about
    alike; a first one cut whole lies there twice as wide."""
    count, room = 1, CLOTH - 2 * seam - 2 * (gaps[-1][1] - gaps[-1][0])
    while (2 * wide / (2 * count - 1) if whole else wide / count) > room:
        count += 1
    each = wide / (count - 0.5) if whole else wide / count
    middles = [(a + b) / 2 for a, b in gaps if a > 0 and b < wide]
    return [
        min(middles, key=lambda middle: abs(middle - target))
        for target in (((n - 0.5) if whole else n) * each for n in range(1, count))
    ]


def _mouths(pleats: list[Pleat], wide: float) -> tuple[NotchAt, ...]:
    """A notch at each line of a pleat, on the waist."""
    places = {round(x, 6) for pleat in pleats for x in (pleat.start[0][0], pleat.end[0][0])}
    return tuple(NotchAt("waist", x) for x in sorted(places) if 1.0 < x < wide - 1.0)


def _pleats(
    gaps: list[tuple[float, float]],
    left: float,
    right: float,
    wide: float,
    taper: float,
    cloth: _Cloth,
) -> list[Pleat]:
    """The pleats of one panel of cloth. A seam in the middle of a gap parts its pleat in two."""
    found: list[Pleat] = []

    def line(x: float, out: float) -> tuple[Point, Point]:
        return (x + out - left, 0.0), (x - left, cloth.let_go)

    def pleat(a: tuple[Point, Point], b: tuple[Point, Point]) -> None:
        found.append(Pleat(f"pleat_{len(found) + 1}", a, b))

    for a, b in gaps:
        middle = a if a == 0.0 else b if b == wide else (a + b) / 2
        before, after = line(a, -taper / 2), line(b, taper / 2)
        at = line(middle, 0.0)
        if a < left < b or (a == left == 0.0):  # its second part only
            pleat(at, after)
        elif a < right < b or b == right == wide:
            pleat(before, at)
        elif a >= left and b <= right:
            if cloth.box:
                pleat(before, at)
                pleat(at, after)
            else:
                pleat(before, after)
    return found
