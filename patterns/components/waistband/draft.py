"""How the band is drafted: a rectangle of twice its height, and its interfacing."""

from __future__ import annotations

import numpy as np

from patterns.components.base import Making
from patterns.components.waists import around
from patterns.drafting.cutting import Part, cut_piece
from patterns.drafting.draft import FinishedMeasure, InsideLine, Mark, Seam, Side
from patterns.drafting.geometry import Path

UNDERLAP = 30.0  # trade facts §8: a stand of at least a button's diameter past the closing
HOLE, PAST = 21.0, 3.0  # §8: diameter (18) + 3, beginning 3 past the button toward the end
EASED = 10.0  # §1: the skirt's waist is 10 longer and eased on


def draft(making: Making) -> None:
    """Adds WB and WBI. The band's long edges lie along x; it closes at centre back, x = 0 the end that
    lies on top (the wearer's left back), the underlap beyond the other end."""
    assert making.waist is not None
    waist = making.body["waist_girth"] + making.number("waistband.waist_ease")
    height = making.number("waistband.height")
    ease = EASED / 4
    back, front = making.waist.back.length - ease, making.waist.front.length - ease
    long, deep = waist + UNDERLAP, 2 * height
    places = (back, back + front, back + 2 * front)

    parts = [
        Part("inner", Path.straight((0.0, 0.0), (waist, 0.0)), 10.0),
        Part("inner_underlap", Path.straight((waist, 0.0), (long, 0.0)), 10.0, finish="hem"),
        Part("underlap_end", Path.straight((long, 0.0), (long, deep)), 10.0, finish="hem"),
        Part("outer_underlap", Path.straight((long, deep), (waist, deep)), 10.0, finish="hem"),
        Part("outer", Path.straight((waist, deep), (0.0, deep)), 10.0, line="waist"),
        Part("end", Path.straight((0.0, deep), (0.0, 0.0)), 10.0, finish="hem"),
    ]
    middle = np.array(((0.0, height), (long, height)))
    making.pieces.append(cut_piece(
        "WB", "waistband", "waistband", parts,
        grainline=((long * 0.25, deep * 0.3), (long * 0.75, deep * 0.3)),
        lines=[
            InsideLine("fold", "fold", middle),
            InsideLine("waist", "measure", np.array(((0.0, height * 1.5), (waist, height * 1.5)))),
            InsideLine("centre back", "placement", np.array(((waist, 0.0), (waist, deep)))),
        ],
        marks=[
            Mark("button", ((waist + UNDERLAP / 2, height * 1.5),)),
            Mark("buttonhole", (
                (UNDERLAP / 2 - PAST, height * 1.5), (UNDERLAP / 2 - PAST + HOLE, height * 1.5),
            )),
        ],
    ))  # fmt: skip
    making.pieces.append(cut_piece(
        "WBI", "waistband interfacing", "waistband",
        [Part(name, path, 0.0, finish="raw") for name, path in (
            ("top", Path.straight((0.0, 0.0), (long, 0.0))),
            ("underlap_end", Path.straight((long, 0.0), (long, deep))),
            ("bottom", Path.straight((long, deep), (0.0, deep))),
            ("end", Path.straight((0.0, deep), (0.0, 0.0))),
        )],
        layer="interfacing", material="interfacing",
        grainline=((long * 0.25, deep * 0.3), (long * 0.75, deep * 0.3)),
    ))  # fmt: skip

    skirt = around(making.waist)
    match = tuple(
        (at + share * EASED, at) for at, share in zip(places, (0.25, 0.5, 0.75), strict=True)
    )
    for name, side in (
        ("band", Side("WB", "outer", reversed=True)), ("band inside", Side("WB", "inner")),
    ):  # fmt: skip
        making.seam(Seam(name, "ease", skirt, (side,), ease=EASED, where="band"), match)
    making.finished.append(
        FinishedMeasure("waist_girth", waist, making.body["waist_girth"],
                        making.number("waistband.waist_ease"), "waistband.waist_ease",
                        lines=(("WB", "waist", 1),))
    )  # fmt: skip
