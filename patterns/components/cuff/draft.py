"""How a cuff is drafted: a band folded at its edge with its interfacing, or elastic for a casing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Half, Rim, rim
from patterns.components.sleeve.arm import arm_of, cuffed
from patterns.drafting.cutting import Part
from patterns.drafting.draft import FinishedMeasure, InsideLine, Mark, Seam
from patterns.drafting.geometry import Path

CU, CUI, PL = (Half(code, "front", whole=False) for code in ("CU", "CUI", "PL"))

UNDERLAP = 20.0  # trade facts §8: a stand of at least a button's diameter past the closing
BUTTON, HOLE, PAST = 11.0, 14.0, 3.0  # §8: hole = diameter + 3, beginning 3 past the button
LAP, TURNED = 20.0, 6.0  # a slit is bound with a strip that finishes 10 wide; §7: enclosed seams 6
SHORTER, JOINED = 10.0, 20.0  # elastic is cut a little under the arm's girth and lapped; our own
ELASTIC = 8.0


def draft(making: Making) -> None:
    """Adds CU and its interfacing CUI (and PL, the slit's binding) with their seams; or the elastic."""
    hem = making.sleeve_hem
    assert hem is not None
    arm = arm_of(making)
    cuff = cuffed(making, arm, making.number("sleeve.ends"))
    assert cuff is not None
    if cuff.style == "casing":
        making.trim(f"elastic, {ELASTIC:g} mm wide", 2, round(cuff.closed - SHORTER + JOINED))
        making.operation(70, "Turn each sleeve's hem as a casing, leaving a gap; draw the elastic in, lap "
                         "its ends by 20 mm and close the gap.")  # fmt: skip
        return
    parts = _band(making, cuff.closed, cuff.height, cuff.opens)
    outer = rim(CU, parts, "outer")
    ratio = hem.length / cuff.closed
    at = hem.runs[0].length
    match = ((at, at / ratio),) if len(hem.runs) > 1 else ((hem.length / 2, cuff.closed / 2),)
    making.sew("cuff", hem, outer, "gather", ratio=ratio, match=match)
    making.sew("cuff inside", hem, rim(CU, parts, "inner", reversed=True), "gather", ratio=ratio)
    if cuff.opens:
        _binding(making, hem)
        making.sew(
            "cuff closing", rim(CU, parts, "end"), rim(CU, parts, "underlap_end", reversed=True),
            "opening", closure="buttons",
        )  # fmt: skip
    else:
        making.sew("cuff ends", rim(CU, parts, "end"), rim(CU, parts, "other_end", reversed=True))
    _measures(making, cuff.closed, cuff.height)
    _work(making, cuff.opens)


def _band(making: Making, closed: float, height: float, opens: bool) -> list[Part]:
    """Twice its height, long edges along x; where it opens, the underlap lies beyond x = closed."""
    deep, long = 2 * height, closed + (UNDERLAP if opens else 0.0)
    if opens:
        parts = [
            Part("inner", Path.straight((0.0, 0.0), (closed, 0.0)), TURNED, line="sleeve hem"),
            Part("inner_underlap", Path.straight((closed, 0.0), (long, 0.0)), TURNED, "hem"),
            Part("underlap_end", Path.straight((long, 0.0), (long, deep)), TURNED, "hem"),
            Part("outer_underlap", Path.straight((long, deep), (closed, deep)), TURNED, "hem"),
            Part("outer", Path.straight((closed, deep), (0.0, deep)), TURNED, line="sleeve hem"),
            Part("end", Path.straight((0.0, deep), (0.0, 0.0)), TURNED, "hem"),
        ]
    else:
        parts = [
            Part("inner", Path.straight((0.0, 0.0), (closed, 0.0)), TURNED),
            Part("other_end", Path.straight((closed, 0.0), (closed, deep)), TURNED),
            Part("outer", Path.straight((closed, deep), (0.0, deep)), TURNED),
            Part("end", Path.straight((0.0, deep), (0.0, 0.0)), TURNED),
        ]
    middle = 1.5 * height
    marks = [
        Mark("button", ((closed + UNDERLAP / 2, middle),)),
        Mark("buttonhole", ((UNDERLAP / 2 - PAST, middle), (UNDERLAP / 2 - PAST + HOLE, middle))),
    ] if opens else []  # fmt: skip
    grain = ((0.25 * long, 0.3 * deep), (0.75 * long, 0.3 * deep))
    making.pieces.append(CU.cut(
        "cuff", "cuff", parts, grainline=grain, marks=marks,
        lines=[
            InsideLine("fold", "fold", np.array(((0.0, height), (long, height)))),
            InsideLine("closed", "measure", np.array(((0.0, middle), (closed, middle)))),
            InsideLine("height", "measure", np.array(((closed / 2, height), (closed / 2, deep)))),
        ],
    ))  # fmt: skip
    making.pieces.append(CUI.cut(
        "cuff interfacing", "cuff",
        [Part(name, path, 0.0, "raw") for name, path in (
            ("top", Path.straight((0.0, 0.0), (long, 0.0))),
            ("side", Path.straight((long, 0.0), (long, deep))),
            ("bottom", Path.straight((long, deep), (0.0, deep))),
            ("end", Path.straight((0.0, deep), (0.0, 0.0))),
        )],
        layer="interfacing", material="interfacing", grainline=grain,
    ))  # fmt: skip
    return parts


def _binding(making: Making, hem: Rim) -> None:
    """A strip along both sides of the sleeve's slit (a continuous lap)."""
    sleeve = hem.runs[0].half
    line = next(each for each in making.piece(sleeve.code).lines if each.name == "opening")
    long = 2 * float(np.hypot(*(line.points[1] - line.points[0])))
    parts = [
        Part("outer", Path.straight((0.0, 0.0), (long, 0.0)), TURNED),
        Part("end", Path.straight((long, 0.0), (long, LAP)), TURNED, "raw"),
        Part("inner", Path.straight((long, LAP), (0.0, LAP)), TURNED),
        Part("other_end", Path.straight((0.0, LAP), (0.0, 0.0)), TURNED, "raw"),
    ]
    making.pieces.append(PL.cut(
        "sleeve opening binding", "cuff", parts, grainline=((0.2 * long, LAP / 2), (0.8 * long, LAP / 2)),
        lines=[InsideLine("fold", "fold", np.array(((0.0, LAP / 2), (long, LAP / 2))))],
    ))  # fmt: skip
    for hand in HANDS:
        around = (
            sleeve.line_side("opening", hand),
            sleeve.line_side("opening", hand, reversed=True),
        )
        making.seams += [
            Seam(f"slit {hand}", "join", around, (PL.side("outer", hand),)),
            Seam(f"slit inside {hand}", "join", around, (PL.side("inner", hand, reversed=True),)),
        ]


def _measures(making: Making, closed: float, height: float) -> None:
    """The sleeve's length and hem are the cuffed sleeve's."""
    for number, measure in enumerate(making.finished):
        if measure.name == "sleeve_length":
            making.finished[number] = replace(
                measure, value=measure.value + height, lines=(*measure.lines, ("CU", "height", 1))
            )
        elif measure.name == "sleeve_hem":
            making.finished[number] = FinishedMeasure(
                "sleeve_hem", closed, lines=(("CU", "closed", 1),)
            )


def _work(making: Making, opens: bool) -> None:
    making.operation(10, "Fuse the cuffs.")
    if opens:
        making.trim(f"button, {BUTTON:g} mm", 2, BUTTON)
        making.operation(40, "Slit the sleeves and bind the slits with one strip each.")
        making.operation(85, "Work a buttonhole in each cuff and sew on its button.")
    making.operation(70, "Gather each sleeve's hem evenly on to its cuff, turn the cuff to the inside "
                     "along its fold and sew it down.")  # fmt: skip
