"""The map of ease: how much wider than she the garment is, and where. Knows no Django.

Each finished girth less her own, in words and in her unit, and drawn on the picture as a band at its level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from measurements.body import Body
from measurements.figure import Figure, figure_for
from measurements.units import System, amount
from patterns.drafting.draft import Draft

PLACES = {
    "bust_girth": ("Bust", "bust"),
    "underbust_girth": ("Under the bust", "underbust"),
    "waist_girth": ("Waist", "waist"),
    "hip_girth": ("Hip", "hip"),
    "upper_arm_girth": ("Upper arm", ""),
}
"""Finished girth to its label and its level on the figure; an arm's has none."""

# Up to which share of her own girth an ease counts as what: our own bounds. Colours of 4.5 to 1 on paper.
WORDS = (
    (0.0, "tight", "#6f2421"),
    (0.045, "close", "#9b2318"),
    (0.09, "comfortable", "#8a5a00"),
    (0.15, "easy", "#3c5d3a"),
    (9.9, "loose", "#2b5876"),
)
PAPER = "#f8f4ec"
ASIDE = 30  # mm from the picture's edge to its labels


@dataclass(frozen=True, slots=True)
class Ease:
    """Of one girth: how much `more` than hers, with its sign, in `unit`; in words too."""

    measure: str
    label: str
    more: str
    unit: str
    words: str
    colour: str
    finished: float


def eases(draft: Draft, system: System = "cm") -> list[Ease]:
    """Of every girth that the draft has and that was taken or estimated of her, from the top down."""
    found = []
    for name, (label, _) in PLACES.items():
        measure = draft.measure(name)
        if measure is None or not measure.body or measure.ease is None:
            continue
        share = measure.ease / measure.body
        _, words, colour = next(row for row in WORDS if share <= row[0] or row is WORDS[-1])
        size, unit = amount(abs(measure.ease), "mm", system).split()
        more = ("+" if measure.ease >= 0 else "\N{MINUS SIGN}") + size
        found.append(Ease(name, label, more, unit, words, colour, measure.value))
    return found


def mapped(svg: str, found: Sequence[Ease], body: Body) -> str:
    """A picture with its figure, and the bands of its eases over it."""
    figure = figure_for(body)
    box = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', svg)
    if box is None:
        return svg
    edge = -float(box[1]) - ASIDE
    bands = "".join(_band(one, figure, edge) for one in found)
    return svg.removesuffix("</svg>") + f'<g class="ease" aria-hidden="true">{bands}</g></svg>'


def _band(ease: Ease, figure: Figure, edge: float) -> str:
    """A band across the garment, a leader to the picture's edge, and the ease there."""
    level = PLACES[ease.measure][1]
    if level:
        y = figure.levels[level]
        half = ease.finished * figure.ratios[level] / 2
        data, end = f"M{-half:.0f} {y:.0f}Q0 {y + 0.12 * half:.0f} {half:.0f} {y:.0f}", half
        anchor = "end"
    else:
        arm = figure.arm
        x, y = -(arm.joint[0] + arm.elbow[0]) / 2, (arm.joint[1] + arm.elbow[1]) / 2
        data, end = f"M{x - arm.upper:.0f} {y:.0f}H{x + arm.upper:.0f}", x - arm.upper
        edge, anchor = -edge, "start"
    return (
        f'<path d="{data}" fill="none" stroke="{PAPER}" stroke-width="18"/>'
        f'<path d="{data}" fill="none" stroke="{ease.colour}" stroke-width="10"/>'
        f'<path d="M{end:.0f} {y:.0f}H{edge:.0f}" stroke="{ease.colour}" stroke-width="2.5"/>'
        f'<text x="{edge:.0f}" y="{y - 10:.0f}" text-anchor="{anchor}" fill="{ease.colour}">'
        f'{ease.more}<tspan font-size=".65em">\N{NO-BREAK SPACE}{ease.unit}</tspan></text>'
    )
