"""The facings that finish a sleeveless armhole, cut from the bodice's own lines with darts closed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from patterns.components.base import Making
from patterns.components.facings import (
    WIDE,
    add_facing,
    at_shoulder,
    beside,
    faces_armhole,
    straight,
)
from patterns.components.halves import Half, rim
from patterns.drafting.cutting import Part
from patterns.drafting.geometry import Path, Point, along
from patterns.specs import Setting


def draft(making: Making) -> None:
    """Adds FAF and BAF with their interfacings, and the seams that set them in; where the garment is
    lined its lining finishes the armhole, and nothing is added."""
    if not faces_armhole(making):
        return
    neck, hole = making.neckline, making.armhole
    assert neck is not None
    assert hole is not None
    wide = at_shoulder(making, neck)
    deep = min(WIDE, hole.room)
    front = _parts(
        hole.front_path, neck.front_shoulder, hole.front_side, neck.front_path, wide, deep
    )
    back = _parts(hole.back_path, neck.back_shoulder, hole.back_side, neck.back_path, wide, deep)
    faf, baf = Half("FAF", "front", whole=False), Half("BAF", "back", whole=False)
    for half, name, parts, pitch in (
        (faf, "front armhole facing", front, hole.front_path.point_at(hole.front_pitch)),
        (baf, "back armhole facing", back, hole.back_path.point_at(hole.back_pitch)),
    ):
        outer = next(part.path for part in parts if part.name == "outer").flatten()
        x = pitch[0] - 0.35 * float(np.hypot(*(outer - pitch).T).min())  # within a narrow facing
        grain = (x, pitch[1] - 20.0), (x, pitch[1] + 20.0)
        add_facing(making, half, name, "armhole", parts, grain)
    making.sew(
        "front armhole facing",
        hole.front,
        rim(faf, front, "armhole"),
        match=((hole.front_pitch, hole.front_pitch),),
    )
    making.sew(
        "back armhole facing",
        hole.back,
        rim(baf, back, "armhole"),
        match=((hole.back_pitch, hole.back_pitch, "double"),),
    )
    for edge in ("shoulder", "side"):
        making.sew(f"armhole facing {edge}", rim(faf, front, edge), rim(baf, back, edge))
    making.operation(
        20, "Fuse the armhole facings; join them at shoulder and side, neaten their outer edge."
    )
    making.operation(
        70,
        "Sew the armhole facings on, seam to seam at shoulder and side; clip, understitch, turn and catch "
        "them there.",
    )


def conflicts(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    found = []
    if "bodice" not in components:
        found.append("A faced armhole needs a bodice.")
    if "sleeve" in components:
        found.append("An armhole is either faced or has a sleeve.")
    return found


def _parts(
    hole: Path, shoulder: Path, down: Point, neckline: Path, wide: float, deep: float
) -> list[Part]:
    tip, under = hole.start, hole.end
    on_shoulder, on_side = shoulder.point_at(shoulder.length - wide), along(under, down, deep)
    outer = beside(hole, on_shoulder, on_side, neckline)
    return [
        Part("armhole", hole, 10.0, line="armhole"),
        Part("side", straight(under, on_side), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
        Part("shoulder", straight(on_shoulder, tip), 10.0),
    ]
