"""What is left open at the hem of a centre back seam so that she can stride: a vent with an underlay, or
a plain slit. Trade facts §6: an underlay of 40-60."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.stride import VENT
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import InsideLine, Seam, Side
from patterns.drafting.geometry import Path

from .shell import Quarter

UNDERLAY, SLANT = 50.0, 25.0  # §6; how much an underlay's top slants, our own
WIDEST = 20.0  # of centre back's allowance over a vent: a wider one, an inlay, would lie over the underlay


def cut_vent(back: Quarter, height: float, slit: bool) -> Quarter:
    """The back with its centre seam open for `height` from the hem up."""
    panel = back.panels[0]
    seam = panel.part("centre_back")
    low, high = seam.path.split(height)
    closed = replace(seam, path=high)
    if slit:
        opened = panel.replaced(
            "centre_back", replace(seam, name="centre_back_slit", path=low), closed
        )
        return back.with_panel(0, opened)
    closed = replace(closed, allowance=min(seam.allowance, WIDEST))
    (x, hem_y), (_, bottom) = low.start, low.end
    out, foot = -UNDERLAY, bottom + SLANT
    hem = panel.part("hem").allowance
    opened = panel.replaced(
        "centre_back",
        Part("vent_hem", Path.straight((x, hem_y), (out, hem_y)), hem, finish="hem", line="hem"),
        Part("vent_edge", Path.straight((out, hem_y), (out, foot)), 10.0, finish="hem"),
        Part("vent_top", Path.straight((out, foot), (0.0, bottom)), 10.0),
        closed,
    )
    fold = InsideLine("vent fold", "fold", np.array(((0.0, bottom), (0.0, hem_y))))
    return back.with_panel(0, replace(
        opened, lines=(*opened.lines, fold), notches=(*opened.notches, NotchAt("vent_hem", 0.0))
    ))  # fmt: skip


def sew_vent(making: Making, code: str, slit: bool) -> None:
    if slit:
        making.seams.append(Seam(
            "centre back slit", "opening", (Side(code, "centre_back_slit", copy=1),),
            (Side(code, "centre_back_slit", copy=2),), closure="vent",
        ))  # fmt: skip
        making.operation(96, "Turn in the edges of the slit and sew them by hand.")
        return
    making.seams += [
        Seam("vent top", "join", (Side(code, "vent_top", copy=1),), (Side(code, "vent_top", copy=2),)),
        Seam("vent", "opening", (Side(code, line="vent fold", copy=1),),
             (Side(code, line="vent fold", copy=2),), closure="vent"),
    ]  # fmt: skip
    making.operation(96, VENT)
