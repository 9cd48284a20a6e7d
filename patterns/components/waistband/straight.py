"""The straight band: a rectangle of twice its height, folded lengthwise, with an underlap; a wrap skirt's
runs out into ties instead."""

from __future__ import annotations

import numpy as np

from patterns.components.base import Making, Match
from patterns.components.meeting import Waist
from patterns.components.waists import around, corners
from patterns.drafting.cutting import Part, cut_piece
from patterns.drafting.draft import FinishedMeasure, InsideLine, Mark, Seam, Side
from patterns.drafting.geometry import Path

UNDERLAP = 30.0  # trade facts §8: a stand of at least a button's diameter past the closing
HOLE, PAST = 21.0, 3.0  # §8: diameter (18) + 3, beginning 3 past the button toward the end
GATHERS = 1.2  # from so full a waist on it is gathered, not eased
TIE = 420.0  # of a tie, past half the waist: enough for a bow
WORDS = {"back": "centre back", "side": "left side"}


def draft(making: Making) -> None:
    """Adds WB and WBI, for a wrap TI too. The band's long edges lie along x, its outer half below the
    fold; x = 0 is the end that lies on top, the underlap beyond the other end."""
    waist = making.waist
    assert waist is not None
    wraps = waist.opening == "front"
    body, eased = making.body["waist_girth"], making.number("waistband.waist_ease")
    height = making.number("waistband.height")
    closed = body + eased
    long = closed + 2 * waist.overlap
    raw = 2 * (waist.front.length + waist.back.length)
    end = long if wraps else long + UNDERLAP
    deep = 2 * height

    _band(making, waist, long, end, height)
    making.pieces.append(cut_piece(
        "WBI", "waistband interfacing", "waistband",
        [Part(name, path, 0.0, finish="raw") for name, path in (
            ("top", Path.straight((0.0, 0.0), (end, 0.0))),
            ("underlap_end", Path.straight((end, 0.0), (end, deep))),
            ("bottom", Path.straight((end, deep), (0.0, deep))),
            ("end", Path.straight((0.0, deep), (0.0, 0.0))),
        )],
        layer="interfacing", material="interfacing",
        grainline=((end * 0.25, deep * 0.3), (end * 0.75, deep * 0.3)),
    ))  # fmt: skip
    if wraps:
        _ties(making, body / 2 + TIE, deep)

    ratio = raw / long
    skirt, places = around(waist), corners(waist)
    for name, side in (
        ("band", Side("WB", "outer", reversed=True)), ("band inside", Side("WB", "inner")),
    ):  # fmt: skip
        match: list[Match] = [(at, at / ratio) for at in places]
        if ratio >= GATHERS:
            making.seam(Seam(name, "gather", skirt, (side,), ratio=ratio), match)
        else:
            making.seam(Seam(name, "ease", skirt, (side,), ease=raw - long, where="band"), match)
    making.finished.append(
        FinishedMeasure("waist_girth", closed, body, eased, "waistband.waist_ease",
                        lines=(("WB", "waist", 1),))
    )  # fmt: skip
    making.operation(10, "Fuse the waistband.")
    onto = "the waist, lying open from wrap edge to wrap edge" if wraps else "the waist"
    making.operation(80, f"Sew the band to {onto}, turn it in and stitch it down on the inside.")
    if wraps:
        making.operation(
            85,
            "Work a slit into the band at the right side seam: the left front's tie goes out through it.",
        )
    else:
        making.trim("button", 1, HOLE - 3.0)
        making.operation(
            85, f"Work the buttonhole, sew the button to the underlap ({WORDS[waist.opening]})."
        )


def _band(making: Making, waist: Waist, long: float, end: float, height: float) -> None:
    wraps, deep = waist.opening == "front", 2 * height
    closing = "seam" if wraps else "hem"
    inner = [Part("inner", Path.straight((0.0, 0.0), (long, 0.0)), 10.0)]
    outer = [Part("outer", Path.straight((long, deep), (0.0, deep)), 10.0, line="waist")]
    far = Part("tie_end" if wraps else "underlap_end", Path.straight((end, 0.0), (end, deep)), 10.0,
               finish="seam" if wraps else "hem")  # fmt: skip
    if not wraps:
        inner.append(
            Part("inner_underlap", Path.straight((long, 0.0), (end, 0.0)), 10.0, finish="hem")
        )
        outer.insert(
            0, Part("outer_underlap", Path.straight((end, deep), (long, deep)), 10.0, finish="hem")
        )
    middle, low = np.array(((0.0, height), (end, height))), height * 1.5
    first, last = waist.overlap, long - waist.overlap
    lines = [
        InsideLine("fold", "fold", middle),
        InsideLine("waist", "measure", np.array(((first, low), (last, low)))),
    ]
    if wraps:
        right = corners(waist)[0] * long / (2 * (waist.front.length + waist.back.length))
        marks = [Mark("buttonhole", ((right, height + 6.0), (right, deep - 6.0)))]
        lines += [
            InsideLine(f"centre front {hand}", "placement", np.array(((x, 0.0), (x, deep))))
            for hand, x in (("right", first), ("left", last))
        ]
    else:
        marks = [
            Mark("button", ((long + UNDERLAP / 2, low),)),
            Mark("buttonhole", ((UNDERLAP / 2 - PAST, low), (UNDERLAP / 2 - PAST + HOLE, low))),
        ]
        lines.append(
            InsideLine(WORDS[waist.opening], "placement", np.array(((long, 0.0), (long, deep))))
        )
    making.pieces.append(cut_piece(
        "WB", "waistband", "waistband",
        [*inner, far, *outer, Part("end", Path.straight((0.0, deep), (0.0, 0.0)), 10.0,
                                   finish="seam" if closing == "seam" else "hem")],
        grainline=((end * 0.25, deep * 0.3), (end * 0.75, deep * 0.3)), lines=lines, marks=marks,
    ))  # fmt: skip


def _ties(making: Making, long: float, deep: float) -> None:
    """Two ties, each folded lengthwise like the band and sewn to one of its ends."""
    making.pieces.append(cut_piece(
        "TI", "waist tie", "waistband",
        [
            Part("top", Path.straight((0.0, 0.0), (long, 0.0)), 10.0, finish="hem"),
            Part("point", Path.straight((long, 0.0), (long, deep)), 10.0, finish="hem"),
            Part("bottom", Path.straight((long, deep), (0.0, deep)), 10.0, finish="hem"),
            Part("band_end", Path.straight((0.0, deep), (0.0, 0.0)), 10.0),
        ],
        quantity=2, mirrored=True, grainline=((long * 0.25, deep * 0.3), (long * 0.75, deep * 0.3)),
        lines=[InsideLine("fold", "fold", np.array(((0.0, deep / 2), (long, deep / 2))))],
    ))  # fmt: skip
    making.seams += [
        Seam("tie left", "join", (Side("WB", "tie_end"),), (Side("TI", "band_end", reversed=True),)),
        Seam("tie right", "join", (Side("WB", "end"),), (Side("TI", "band_end", copy=2),)),
    ]  # fmt: skip
    making.operation(80, "Stitch the ties, turn them and sew them to the ends of the band.")
