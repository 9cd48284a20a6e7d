"""Neck and armhole facings of a bodice, cut from its own lines with the darts closed."""

from __future__ import annotations

from patterns.components.base import Making
from patterns.components.facings import facing, narrowest, parallel, straight
from patterns.drafting.cutting import NotchAt, Part, whole
from patterns.drafting.draft import Seam, Side
from patterns.drafting.geometry import along

from .back import Back
from .front import Front

NECK_DEEP = 60.0  # at centre front and back; our own
WIDE = 45.0  # elsewhere; our own
BETWEEN = 2.0  # neck and armhole facing keep this far from the middle of the strap between them


def add_facings(making: Making, front: Front, back: Back) -> None:
    """Adds FNF, BNF, FAF and BAF with their interfacings and the seams that set them in."""
    strap = min(
        front.shoulder.length,
        narrowest(front.neckline, front.armhole), narrowest(back.neckline, back.armhole),
    )  # fmt: skip
    wide = min(WIDE, strap / 2 - BETWEEN)
    _neck(making, front, back, wide)
    _armholes(making, front, back, wide)


def _neck(making: Making, front: Front, back: Back, wide: float) -> None:
    bottom = front.neckline.start
    waist = front.row.stretches[0].start[1]
    slant = front.neckline.leaving[
        0
    ]  # 1 where the neckline leaves centre front squared, less in a V
    deep = min(
        NECK_DEEP if slant > 0.99 else min(WIDE / slant, 1.8 * NECK_DEEP), 0.7 * (waist - bottom[1])
    )
    deep = max(deep, 28.0)
    end = front.shoulder.point_at(wide)
    outer = parallel(front.neckline, deep * slant, end, front.armhole, BETWEEN)
    half = [
        Part("neckline", front.neckline, 6.0, line="neckline"),
        Part("shoulder", straight(front.neckline.end, end), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
    ]
    pointed = making.parameters["bodice.neckline"] == "v"
    parts = whole(
        half, {"outer": "outer"} if pointed else {"neckline": "neckline", "outer": "outer"}
    )
    notches = [] if pointed else [NotchAt("neckline", front.neckline.length)]
    making.pieces += facing(
        "FNF", "front neck facing", "bodice", parts,
        ((0.0, bottom[1] + 1.0), (0.0, outer.start[1] - 1.0)), notches, pair=False,
    )  # fmt: skip

    nape = back.neckline.start
    back_end = back.shoulder.point_at(wide)
    foot = along(nape, (0.0, 1.0), NECK_DEEP)
    outer = parallel(back.neckline, foot, back_end, back.armhole, BETWEEN)
    parts = [
        Part("neckline", back.neckline, 6.0, line="neckline"),
        Part("shoulder", straight(back.neckline.end, back_end), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
        Part("centre_back", straight(foot, nape), 10.0, finish="hem"),
    ]
    x = 0.18 * back.neckline.end[0]
    making.pieces += facing(
        "BNF", "back neck facing", "bodice", parts,
        ((x, nape[1] + 0.15 * NECK_DEEP), (x, nape[1] + 0.85 * NECK_DEEP)), [], pair=True,
    )  # fmt: skip

    for name, copy, backwards in (("left", 2, False), ("right", 1, True)):
        making.seams.append(Seam(
            f"neck facing shoulder {name}", "join", (Side("FNF", f"shoulder_{name}", reversed=backwards),),
            (Side("BNF", "shoulder", copy=copy),),
        ))  # fmt: skip
        making.seams.append(Seam(
            f"back neck facing {name}", "join", (Side("BB", "neckline", copy=copy),),
            (Side("BNF", "neckline", copy=copy),),
        ))  # fmt: skip
    edges = ("neckline_right", "neckline_left") if pointed else ("neckline",)
    for edge in edges:
        middle = front.neckline.length
        making.seams.append(Seam(
            f"front neck facing {edge.removeprefix('neckline').strip('_')}".strip(), "join",
            (Side("FB", edge),), (Side("FNF", edge),),
            match=() if pointed else ((middle, middle),),
            breaks=("neckline",) if pointed else (),
        ))  # fmt: skip


def _armholes(making: Making, front: Front, back: Back, wide: float) -> None:
    room = front.side_upper.length - 6.0 if front.side_legs else front.side_upper.length * 0.5
    deep = min(WIDE, room)

    tip, under = front.armhole.start, front.armhole.end
    on_shoulder = front.shoulder.point_at(front.shoulder.length - wide)
    on_side = along(under, front.closed_side, deep)
    outer = parallel(front.armhole, on_shoulder, on_side, front.neckline, BETWEEN)
    parts = [
        Part("armhole", front.armhole, 10.0, line="armhole"),
        Part("side", straight(under, on_side), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
        Part("shoulder", straight(on_shoulder, tip), 10.0),
    ]
    pitch = front.armhole.stretches[0].length
    making.pieces += facing(
        "FAF", "front armhole facing", "bodice", parts,
        _upright(front.pitch, wide), [NotchAt("armhole", pitch)], pair=True,
    )  # fmt: skip

    tip, under = back.armhole.start, back.armhole.end
    on_shoulder = back.shoulder.point_at(back.shoulder.length - wide)
    on_side = along(under, back.side.leaving, deep)
    outer = parallel(back.armhole, on_shoulder, on_side, back.neckline, BETWEEN)
    parts = [
        Part("armhole", back.armhole, 10.0, line="armhole"),
        Part("side", straight(under, on_side), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
        Part("shoulder", straight(on_shoulder, tip), 10.0),
    ]
    back_pitch = back.armhole.stretches[0].length
    making.pieces += facing(
        "BAF", "back armhole facing", "bodice", parts,
        _upright(back.pitch, wide), [NotchAt("armhole", back_pitch, "double")], pair=True,
    )  # fmt: skip

    upper = front.armhole_open
    for name, copy, own, backwards in (("left", 2, 1, False), ("right", 1, 2, True)):
        edges = ["armhole_upper", "armhole_lower"] if upper else ["armhole"]
        sides = tuple(Side("FB", f"{edge}_{name}", reversed=backwards) for edge in edges)
        making.seams += [
            Seam(f"front armhole facing {name}", "join", sides, (Side("FAF", "armhole", copy=own),),
                 match=((pitch, pitch),)),
            Seam(f"back armhole facing {name}", "join", (Side("BB", "armhole", copy=copy),),
                 (Side("BAF", "armhole", copy=copy),), match=((back_pitch, back_pitch),)),
            Seam(f"armhole facing shoulder {name}", "join", (Side("FAF", "shoulder", copy=own),),
                 (Side("BAF", "shoulder", copy=copy),)),
            Seam(f"armhole facing side {name}", "join", (Side("FAF", "side", copy=own),),
                 (Side("BAF", "side", copy=copy),)),
        ]  # fmt: skip


def _upright(
    pitch: tuple[float, float], wide: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """A grainline beside the armhole's pitch point, within a narrow facing."""
    x = pitch[0] - wide / 2 - 1.0
    return (x, pitch[1] - 22.0), (x, pitch[1] + 22.0)
