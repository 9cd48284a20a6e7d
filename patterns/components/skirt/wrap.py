"""The wrap skirt: a back, and two fronts that lie over each other by at least half the front's width, her
right one on top."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.waists import strip
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import InsideLine
from patterns.drafting.geometry import Line, Path

from .figures import Figures, hem_allowance
from .fitted import fit, quarter, shape, tell_darts
from .shell import Quarter, Shell

HEM = 28.0
EDGE = 16.0  # the front edge is turned twice, or faced
OVERLAP = 0.52  # at the hem at least, of half the front


def draft(making: Making, figures: Figures) -> Shell:
    """FS a pair, BS whole. Raises Refusal."""
    lean = making.number("skirt.flare")
    found = fit(making, figures, lean, centre_seam=False)
    front, back = shape(figures, found)
    tell_darts(making, found)
    flare = math.radians(lean)
    wide = front.hip[0] + (figures.hem_y - figures.hip_y) * flare
    hem = hem_allowance(making, HEM, wide / flare if flare > 0 else math.inf)
    return Shell(
        _wrapped(
            figures, quarter(Half("FS", "front", whole=False), "front skirt", figures, front, hem, "inner")
        ),
        quarter(Half("BS", "back", whole=True), "back skirt", figures, back, hem),
        fitted=True,
        words=(
            (60, "Turn or face the front edges of the skirt."),
            (94, "Wrap the right front over the left, centre front on centre front: the hems lie level."),
        ),
        told={
            "skirt.front_darts": found.front_count, "skirt.back_darts": found.back_count,
            "skirt.overlap": round(figures.top.overlap, 1),
        },
    )  # fmt: skip


def _wrapped(figures: Figures, front: Quarter) -> Quarter:
    """The half run on past the centre: there it lies on the other front, and follows its waist and hem."""
    panel = front.panels[0]
    over = figures.top.overlap
    closed = strip(front.segments, 10.0).top
    waist = Path(closed.split(over)[0].stretches).mirrored().reversed()
    hem = panel.part("hem").path
    wide = max(over, OVERLAP * hem.length)
    hem_over = hem.split(hem.length - wide)[1].reversed().mirrored()
    edge = Path.of(Line(hem_over.end, waist.start))
    hemmed = panel.part("hem")
    parts = (
        Part("waist_overlap", waist, 10.0, line="waist"), *panel.parts[:-1],
        replace(hemmed, name="hem_overlap", path=hem_over),
        Part("wrap_edge", edge, EDGE, finish="hem", line="front edge"),
    )  # fmt: skip
    centre = InsideLine("centre front", "centre", np.array(((0.0, 0.0), (0.0, figures.hem_y))))
    hip = panel.hip
    if hip is not None and hip.y is not None:
        hip = replace(hip, x=(0.0, 1000.0))
    notches = (*panel.notches, NotchAt("waist_overlap", waist.length), NotchAt("hem_overlap", 0.0))
    return replace(front, panels=(replace(
        panel, parts=parts, waist=("waist_overlap", *panel.waist), lines=(centre,), hip=hip,
        notches=notches,
    ),))  # fmt: skip
