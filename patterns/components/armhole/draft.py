"""The facings that finish a sleeveless armhole, cut from the bodice's own lines with darts closed."""

from __future__ import annotations

from patterns.components.base import Making
from patterns.components.facings import add_facing, facing_width, parallel, straight
from patterns.components.halves import Half, rim
from patterns.drafting.cutting import Part
from patterns.drafting.geometry import Path, Point, along

WIDE = 45.0  # our own
BETWEEN = 2.0  # neck and armhole facing keep this far from the middle of the strap between them


def draft(making: Making) -> None:
    """Adds FAF and BAF with their interfacings, and the seams that set them in."""
    neck, hole = making.neckline, making.armhole
    assert neck is not None and hole is not None
    wide = facing_width(neck, hole, WIDE, BETWEEN)
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
        x = pitch[0] - wide / 2 - 1.0  # beside the pitch point, within a narrow facing
        grain = (x, pitch[1] - 22.0), (x, pitch[1] + 22.0)
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


def _parts(
    hole: Path, shoulder: Path, down: Point, neckline: Path, wide: float, deep: float
) -> list[Part]:
    tip, under = hole.start, hole.end
    on_shoulder, on_side = shoulder.point_at(shoulder.length - wide), along(under, down, deep)
    outer = parallel(hole, on_shoulder, on_side, neckline, BETWEEN)
    return [
        Part("armhole", hole, 10.0, line="armhole"),
        Part("side", straight(under, on_side), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
        Part("shoulder", straight(on_shoulder, tip), 10.0),
    ]
