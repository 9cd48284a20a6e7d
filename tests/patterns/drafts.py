"""A right draft made by hand, so that the checks can be tried without the engine.

A straight skirt: a whole front with one waist dart, a back cut twice with a zip above its centre
seam, a facing along the front's waist and one along each back's.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from measurements.body import Body
from patterns.drafting.draft import (
    Draft,
    Edge,
    FinishedMeasure,
    InsideLine,
    Level,
    Notch,
    Piece,
    Points,
    Seam,
    Side,
)

HALF, LONG, HIP = 252.5, 600.0, 200.0  # a quarter of the hip, the length, the hip line's depth
MOUTH, TIP = 20.0, 90.0
RISE = 50.0 * (MOUTH / 2) / TIP  # the waist climbs to the dart's mouth, square to its legs
FLAT = HALF - 60.0
SLOPE = float(np.hypot(50.0, RISE))
WAIST = FLAT + SLOPE  # one side of the front's waist


def points(*xy: tuple[float, float]) -> Points:
    return np.array(xy, dtype=float)


def front() -> Piece:
    left, right = -HALF, HALF
    mouth_left, mouth_right, tip = (-10.0, -RISE), (10.0, -RISE), (0.0, TIP - RISE)
    return Piece(
        code="FS",
        name="front skirt",
        component="skirt",
        layer="shell",
        material="main",
        quantity=1,
        mirrored=False,
        edges=(
            Edge("waist_left", points((left, 0), (-60, 0), mouth_left), 10, line="waist"),
            Edge("dart_left", points(mouth_left, tip), 0),
            Edge("dart_right", points(tip, mouth_right), 0),
            Edge("waist_right", points(mouth_right, (60, 0), (right, 0)), 10, line="waist"),
            Edge("side_right", points((right, 0), (right, LONG)), 20),
            Edge("hem", points((right, LONG), (left, LONG)), 40, "hem", "hem"),
            Edge("side_left", points((left, LONG), (left, 0)), 20),
        ),
        cut_line=points(
            (left - 20, -10), (-60, -10), (-10, -17), (0, -20), (10, -17), (60, -10),
            (right + 20, -10), (right + 20, LONG + 40), (left - 20, LONG + 40), (left - 20, -10),
        ),
        grainline=((50.0, 150.0), (50.0, 450.0)),
        notches=(
            Notch("side_right", HIP, (right, HIP)),
            Notch("side_left", LONG - HIP, (left, HIP)),
        ),
        lines=(InsideLine("centre", "centre", points((0, 100), (0, LONG))),),
        levels={"hip": Level(y=HIP)},
    )  # fmt: skip


def back() -> Piece:
    """Its centre at x = 0, its side at x = HALF."""
    return Piece(
        code="BS",
        name="back skirt",
        component="skirt",
        layer="shell",
        material="main",
        quantity=2,
        mirrored=True,
        edges=(
            Edge("waist", points((0, 0), (HALF, 0)), 10, line="waist"),
            Edge("side", points((HALF, 0), (HALF, LONG)), 20),
            Edge("hem", points((HALF, LONG), (0, LONG)), 40, "hem", "hem"),
            Edge("centre_back", points((0, LONG), (0, HIP)), 15),
            Edge("centre_back_zip", points((0, HIP), (0, 0)), 15),
        ),
        cut_line=points(
            (-15, -10), (HALF + 20, -10), (HALF + 20, LONG + 40), (-15, LONG + 40), (-15, -10)
        ),
        grainline=((120.0, 150.0), (120.0, 450.0)),
        notches=(Notch("side", HIP, (HALF, HIP), "double"),),
        levels={"hip": Level(y=HIP)},
    )


def facing(code: str, name: str, wide: float, quantity: int) -> Piece:
    return Piece(
        code=code,
        name=name,
        component="skirt",
        layer="facing",
        material="main",
        quantity=quantity,
        mirrored=quantity == 2,
        edges=(
            Edge("waist", points((0, 0), (wide, 0)), 6, line="waist"),
            Edge("side_right", points((wide, 0), (wide, 50)), 10),
            Edge("lower", points((wide, 50), (0, 50)), 0, "raw"),
            Edge("side_left", points((0, 50), (0, 0)), 10),
        ),
        cut_line=points((-10, -6), (wide + 10, -6), (wide + 10, 50), (-10, 50), (-10, -6)),
        grainline=((wide / 2, 5.0), (wide / 2, 45.0)),
    )


def side(piece: str, edge: str, copy: int = 1, *, backwards: bool = False) -> Side:
    return Side(piece, edge, copy=copy, reversed=backwards)


def join(name: str, a: Sequence[Side], b: Sequence[Side], *match: tuple[float, float]) -> Seam:
    return Seam(name, "join", tuple(a), tuple(b), match=match)


def seams() -> tuple[Seam, ...]:
    waist_front = [side("FS", "waist_left"), side("FS", "waist_right")]
    left_back = side("BS", "centre_back", 2)
    return (
        Seam("front dart", "dart", (side("FS", "dart_left"),),
             (side("FS", "dart_right", backwards=True),)),
        join("right side", [side("FS", "side_right")], [side("BS", "side")], (HIP, HIP)),
        join("left side", [side("FS", "side_left", backwards=True)], [side("BS", "side", 2)],
             (HIP, HIP)),
        join("centre back", [side("BS", "centre_back")], [left_back]),
        Seam("zip", "opening", (side("BS", "centre_back_zip"),),
             (side("BS", "centre_back_zip", 2),), closure="zip"),
        join("front facing", waist_front, [side("FWF", "waist")]),
        join("right back facing", [side("BS", "waist")], [side("BWF", "waist")]),
        join("left back facing", [side("BS", "waist", 2)], [side("BWF", "waist", 2)]),
        join("right facings", [side("FWF", "side_right")], [side("BWF", "side_right")]),
        join("left facings", [side("FWF", "side_left", backwards=True)],
             [side("BWF", "side_right", 2)]),
        Seam("facings at the zip", "opening", (side("BWF", "side_left"),),
             (side("BWF", "side_left", 2),), closure="zip"),
    )  # fmt: skip


def right_draft() -> Draft:
    return Draft(
        style="hand-made",
        kind="skirt",
        engine="by hand",
        body=Body({"hip_girth": 960.0, "height": 1650.0}, {"height": 60.0}),
        choices={"length": LONG},
        parameters={"skirt.hip_ease": 50.0, "skirt.length": LONG, "cloth": "woven"},
        pieces=(
            front(),
            back(),
            facing("FWF", "front waist facing", 2 * WAIST, 1),
            facing("BWF", "back waist facing", HALF, 2),
        ),
        seams=seams(),
        finished=(
            FinishedMeasure("hip_girth", 1010.0, 960.0, 50.0, "skirt.hip_ease", level="hip"),
            FinishedMeasure("hem_girth", 4 * HALF, edges=(("FS", "hem", 1), ("BS", "hem", 2))),
            FinishedMeasure("skirt_length", LONG, edges=(("BS", "side", 1),)),
            FinishedMeasure("front_length", LONG - 100, lines=(("FS", "centre", 1),)),
        ),
    )
