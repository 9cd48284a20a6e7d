"""Halves cut from a ring (circle skirts, flared gathers) or, where there is no turn, from a straight width:
the waist along one edge, the hem level beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.stride import BELOW_CROTCH, stride
from patterns.components.waists import Segment
from patterns.drafting.cutting import Part
from patterns.drafting.draft import InsideLine, Level, Points
from patterns.drafting.geometry import Cubic, Line, Path, Point

from .figures import CLOTH, FREE, Figures
from .shell import Panel, Quarter, View

ARC = math.pi / 4 + 1e-9  # one cubic follows no more of an arc: it then strays 0.004 mm at a hem

LEVEL_POINTS = 61  # of a hip line, which is measured and not sewn: within 0.1 mm


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """An arc about a point; angles (radians) from straight down, positive to paper's right."""
    count = max(1, math.ceil(abs(end - start) / ARC))
    step = (end - start) / count
    handle = 4 / 3 * math.tan(step / 4) * radius
    stretches = []
    for number in range(count):
        a, b = start + number * step, start + (number + 1) * step
        sa, ca, sb, cb = math.sin(a), math.cos(a), math.sin(b), math.cos(b)
        p = (centre[0] + radius * sa, centre[1] + radius * ca)
        q = (centre[0] + radius * sb, centre[1] + radius * cb)
        stretches.append(Cubic(
            p, (p[0] + handle * ca, p[1] - handle * sa), (q[0] - handle * cb, q[1] + handle * sb), q
        ))  # fmt: skip
    return Path(tuple(stretches))


@dataclass(frozen=True, slots=True)
class Width:
    """A panel of a half: how long its upper edge is and by what angle (radians) its sides part."""

    top: float
    angle: float = 0.0

    def across(self, long: float) -> float:
        """How wide it lies, whole where it is mirrored."""
        if self.angle < 1e-9:
            return self.top
        return (self.top / self.angle + long) * math.sin(min(self.angle, math.pi / 2))

    def lines(self, long: float) -> tuple[Path, Path, Path, Path]:
        """Upper edge, outer side run down, lower edge run back, inner side run up."""
        if self.angle < 1e-9:
            wide = self.top
            corners: tuple[Point, ...] = ((0.0, 0.0), (wide, 0.0), (wide, long), (0.0, long))
            a, b, c, d = corners
            return (
                Path.of(Line(a, b)), Path.of(Line(b, c)), Path.of(Line(c, d)), Path.of(Line(d, a))
            )  # fmt: skip
        radius = self.top / self.angle
        apex = (0.0, -radius)
        upper = arc(apex, radius, 0.0, self.angle)
        lower = arc(apex, radius + long, self.angle, 0.0)
        return (
            upper, Path.of(Line(upper.end, lower.start)), lower, Path.of(Line(lower.end, upper.start))
        )  # fmt: skip

    def level(self, y: float) -> Points:
        """The arc at a distance below the upper edge, to measure along."""
        radius = self.top / self.angle
        turn = np.linspace(0.0, self.angle, LEVEL_POINTS)
        found: Points = np.column_stack((np.sin(turn), np.cos(turn))) * (radius + y)
        found[:, 1] -= radius
        return found


def widths(
    width: Width, long: float, whole: bool, seam: float, hem: float
) -> tuple[list[Width], bool]:
    """A half in so many panels that each fits the cloth, its allowances on; and whether the first is cut
    whole, and so lies there twice as wide."""
    out = seam * max(math.cos(width.angle), 0.0) + hem * math.sin(width.angle)
    first, room = width.across(long), CLOTH - seam - out
    if first <= (CLOTH / 2 - out if whole else room):
        return [width], whole
    if not whole or width.angle > 0.3:
        return _parted(width, math.ceil(first / room)), False
    share = min((CLOTH / 2 - out) / first, 0.5)  # of the half: centre and side panels about alike
    rest = Width(width.top * (1 - share), width.angle * (1 - share))
    centre = Width(width.top * share, width.angle * share)
    return [centre, *_parted(rest, math.ceil(rest.across(long) / room))], True


def _parted(width: Width, count: int) -> list[Width]:
    return [Width(width.top / count, width.angle / count)] * count


@dataclass(frozen=True, slots=True)
class Row:
    """What the panels of a half are called: codes by their order, edges, and where the hip lies."""

    view: View
    codes: Sequence[str]
    name: str
    upper: str = "waist"
    lower: str = "hem"


def quarter(
    figures: Figures,
    row: Row,
    width: Width,
    long: float,
    hem: float,
    *,
    whole: bool,
    hip_y: float | None,
) -> Quarter:
    """A half of front or back as panels of equal fullness; the first whole only where the cloth is wide
    enough, else with a seam at the centre. `hip_y`: where along its length the hip line lies, if it does.
    """
    view = row.view
    found, whole = widths(width, long, whole, figures.seam, hem)
    panels = []
    for number, (each, code) in enumerate(zip(found, row.codes, strict=False)):
        upper, outer, lower, inner = each.lines(long)
        last = number == len(found) - 1
        hemmed = row.lower == "hem"
        parts = [
            Part(row.upper, upper, 10.0, line="waist" if row.upper == "waist" else None),
            Part("side" if last else f"panel_{number + 1}", outer, figures.seam),
            Part(row.lower, lower, hem if hemmed else 10.0, finish="hem" if hemmed else "seam",
                 line="hem" if hemmed else None),
        ]  # fmt: skip
        if number:
            parts.append(Part(f"panel_{number}", inner, figures.seam))
        elif not whole:
            parts.append(Part(f"centre_{view}", inner, figures.seam))
        half = Half(code, view, whole=whole and not number)
        centre = f"centre {view}"
        lines = []
        if half.whole:
            lines.append(InsideLine(centre, "centre", np.array((upper.start, lower.end))))
        level = None
        if hip_y is not None and 10.0 < hip_y < long:
            if each.angle < 1e-9:
                level = Level(y=hip_y)
            else:
                lines.append(InsideLine("hip line", "measure", each.level(hip_y)))
        x, y = 0.25 * min(each.top, 300.0), 0.3 * long  # clear of the waist's curve
        panels.append(Panel(
            half, row.name if not number else f"{row.name}, side panel", tuple(parts),
            grainline=((x, y), (x, y + min(0.4 * long, 300.0))), waist=(row.upper,),
            lines=tuple(lines), hip=level,
        ))  # fmt: skip
    first = panels[0]
    segments: tuple[Segment, ...] = ()
    if len(panels) == 1:
        down = first.parts[-1].path if not whole else Path.straight((0.0, long), (0.0, 0.0))
        segments = (
            Segment(first.parts[0].path, down.reversed(), first.parts[1].path),
        )  # fmt: skip
    return Quarter(tuple(panels), segments)


def room_for_hips(making: Making, figures: Figures) -> float:
    """The girth that hips left free must at least have."""
    return 0.0 if figures.peplum else making.body["hip_girth"] + FREE


def room_to_stride(making: Making, figures: Figures) -> float:
    """The girth that the hem must at least have, so that no vent is wanted in folds; a short one strides."""
    if figures.length < making.body["body_rise"] + BELOW_CROTCH:
        return 0.0
    return stride(making.body, figures.length) + 1.0


def told(making: Making) -> None:
    making.warn(
        "hip_room",
        "The skirt is cut fuller than asked, so that it clears the hips and its hem lets you stride.",
    )
