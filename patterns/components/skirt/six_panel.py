"""Six panels: centre and side panels front and back, shaped in the seams between them instead of by darts,
each seam leaning out by the flare below the hip."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.stride import vent_height
from patterns.components.waists import Segment
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import InsideLine, Level, Refusal
from patterns.drafting.geometry import Cubic, Path, Point
from patterns.drafting.solving import NoRootError, root

from .figures import BACK_DROP, Figures, hem_allowance
from .fitted import (
    DOES_NOT_FIT,
    WAIST_ALLOWANCE,
    SideSeam,
    cut_off,
    hip_tilt,
    mind_hip_level,
    steepness,
)
from .shell import Panel, Quarter, Shell, View

HEM = 30.0
MOST = 46.0  # what one edge of a panel seam may be taken in: our own
CENTRE = 0.47  # the centre panel's share of the waist, where no dart above says where the seam lies


@dataclass(frozen=True, slots=True)
class _Gores:
    """A half drawn: centre panel and side panel, each by waist, the seams beside it, run down, and hem."""

    centre_waist: Path
    centre_seam: Path
    centre: Path
    side_waist: Path
    side_seam: Path
    side: Path
    centre_hip: tuple[Point, Point]
    side_hip: tuple[Point, Point]


def draft(making: Making, figures: Figures) -> Shell:
    """FS whole and SFS, BS whole or a pair and SBS. Raises Refusal."""
    top, hip_y = figures.top, figures.hip_y
    lean = making.number("skirt.flare")
    mind_hip_level(figures)
    long = figures.hem_y - hip_y
    flare = math.radians(lean)
    about = figures.hip + 12 * long * math.tan(flare)
    pair = figures.opening == "back" or vent_height(making.body, figures.length, about) > 0
    # Each half has three leaning edges: the cone takes that much at the waist by itself.
    cone = 3 * hip_y * flare
    spare = figures.hip - top.girth - 4 * cone
    tilt = hip_tilt(figures)
    intake = min(35.0, 0.1 * spare)
    if intake < -25.0 - 0.4 * cone:
        raise Refusal("hip_to_waist", DOES_NOT_FIT, ("waist_girth", "hip_girth"))
    steep = steepness(intake, hip_y)
    rise = 0.3 * figures.hip / 4 * math.tan(math.radians(steep / 2)) + 1.5
    side = SideSeam(intake, rise, steep, hip_y, lean, long)
    try:
        front = _gores(figures, figures.hip / 4 - tilt, top.front, top.front_darts, side, 0.0)
        back = _gores(figures, figures.hip / 4 + tilt, top.back, top.back_darts, side, BACK_DROP)
    except NoRootError as no_root:
        raise Refusal("hip_to_waist", DOES_NOT_FIT, ("waist_girth", "hip_girth")) from no_root
    hem = hem_allowance(making, HEM, min(_hem_radius(half, flare) for half in (front, back)))
    return Shell(
        _quarter(figures, "front", front, hem, pair=False),
        _quarter(figures, "back", back, hem, pair=pair),
        fitted=True,
    )


def _hem_radius(half: _Gores, flare: float) -> float:
    """Of the rounder of a half's two hems: the centre panel leans out on one side, the other on both."""
    centre = math.dist(half.centre.end, half.centre_seam.end)
    side = math.dist(half.side_seam.end, half.side.end) / 2
    return min(centre, side) / flare if flare > 1e-6 else math.inf


def _gores(
    figures: Figures,
    hip: float,
    waist: float,
    places: tuple[float, ...],
    side: SideSeam,
    drop: float,
) -> _Gores:
    """A half, its waist exactly as long as the one it meets, its panel seam where that has a dart."""
    at = places[0] if places and 0.3 * waist < places[0] < 0.7 * waist else CENTRE * waist
    flare = math.radians(side.lean)

    def drawn(taken: float) -> tuple[_Gores, float]:
        seam = replace(side, intake=taken, steep=steepness(taken, side.hip_y), rise=0.3 * side.rise)
        wide = at + taken + side.hip_y * flare
        centre = _centre(figures, wide, seam, drop)
        # The seam stands where it should: its waist is hardly off, and moves as it does.
        for _ in range(2):
            wide += at - centre[0].length
            centre = _centre(figures, wide, seam, drop)
        gores = _beside(centre, hip - wide, seam, side)
        return gores, gores.centre_waist.length + gores.side_waist.length - waist

    planned = (hip - waist - side.intake) / 2 - 1.5 * side.hip_y * flare
    if planned > MOST or planned < -30.0 - side.hip_y * flare:
        raise NoRootError("the seams cannot take so much")
    found = root(lambda taken: drawn(taken)[1], planned - 14.0, planned + 14.0)
    return drawn(found)[0]


def _centre(
    figures: Figures, wide: float, seam: SideSeam, drop: float
) -> tuple[Path, Path, Path, tuple[Point, Point]]:
    """The centre panel: waist, seam and centre, both run down, and its hip line."""
    hip = seam.hip(wide)
    top, arriving = seam.top(hip)
    waist = Path.of(Cubic.leaving_arriving((0.0, drop), (1.0, 0.0), top, arriving))
    centre = Path.straight((0.0, drop), (0.0, figures.hem_y))
    return waist, seam.path(hip, top), centre, ((0.0, figures.hip_y), hip)


def _beside(
    centre: tuple[Path, Path, Path, tuple[Point, Point]],
    wide: float,
    seam: SideSeam,
    side: SideSeam,
) -> _Gores:
    """With the side panel: upright, its hip line level from x = 0, leaning out on both sides."""
    level = replace(seam, lean=0.0)
    hip = level.hip(wide)
    inner_top, inner_way = seam.top((0.0, seam.hip_y))
    inner = seam.path((0.0, seam.hip_y), inner_top).mirrored()
    top, arriving = side.top(hip)
    way = (inner_way[0], -inner_way[1])
    waist = Path.of(Cubic.leaving_arriving(inner.start, way, top, arriving))
    return _Gores(
        centre[0], centre[1], centre[2], waist, inner, side.path(hip, top), centre[3],
        ((0.0, seam.hip_y), hip),
    )  # fmt: skip


def _quarter(figures: Figures, view: View, drawn: _Gores, hem: float, *, pair: bool) -> Quarter:
    segments = (
        Segment(drawn.centre_waist, drawn.centre, drawn.centre_seam),
        Segment(drawn.side_waist, drawn.side_seam, drawn.side),
    )
    tops, lefts, rights = cut_off(segments, figures.band)
    code = "FS" if view == "front" else "BS"
    panels = []
    for number, (top, left, right) in enumerate(zip(tops, lefts, rights, strict=True)):
        outer, inner = ("panel_1", "") if number == 0 else ("side", "panel_1")
        if not number and pair:
            inner = f"centre_{view}"
        arriving = (-1.0, 0.0)
        if number:
            x, y = left.arriving
            arriving = (-y, x)
        x, y = right.arriving
        lower = Path.of(Cubic.leaving_arriving(right.end, (-y, x), left.end, arriving))
        parts = [
            Part("waist", top, WAIST_ALLOWANCE, line="waist"),
            Part(outer, right, figures.seam if number else 15.0),
            Part("hem", lower, hem, finish="hem", line="hem"),
        ]
        if inner:
            parts.append(Part(inner, left.reversed(), 15.0 if number else figures.seam))
        whole = not number and not pair
        hip = drawn.side_hip if number else drawn.centre_hip
        level = Level(y=figures.hip_y) if number or hip[1][1] > figures.hip_y - 1e-6 else Level(
            lines=((hip[1], hip[0]),)
        )  # fmt: skip
        x = 0.3 * hip[1][0] if whole else 0.5 * hip[1][0]
        centre = InsideLine(f"centre {view}", "centre", np.array((left.start, left.end)))
        half = Half(f"S{code}" if number else code, view, whole=whole)
        panels.append(Panel(
            half, f"{view} skirt, {'side' if number else 'centre'} panel", tuple(parts),
            grainline=figures.grainline(x),
            notches=() if number else (NotchAt(outer, right.stretches[0].length),),
            lines=(centre,) if whole else (), hip=level,
        ))  # fmt: skip
    return Quarter(tuple(panels), segments)
