"""The facing that finishes a neckline, cut from the bodice's own lines."""

from __future__ import annotations

from patterns.components.base import Making
from patterns.components.facings import add_facing, facing_width, parallel, straight
from patterns.components.halves import Half, rim
from patterns.drafting.cutting import Part
from patterns.drafting.geometry import along

NECK_DEEP = 60.0  # at centre front and back; our own
WIDE = 45.0  # at the shoulder; our own
BETWEEN = 2.0  # neck and armhole facing keep this far from the middle of the strap between them


def draft(making: Making) -> None:
    """Adds FNF and BNF with their interfacings, and the seams that set them in."""
    neck, hole = making.neckline, making.armhole
    assert neck is not None and hole is not None
    wide = facing_width(neck, hole, WIDE, BETWEEN)

    bottom = neck.front_path.start
    slant = neck.front_path.leaving[0]  # 1 where it leaves centre front squared, less in a V
    deep = NECK_DEEP if slant > 0.99 else min(WIDE / slant, 1.8 * NECK_DEEP)
    deep = max(min(deep, 0.7 * neck.room), 28.0)
    end = neck.front_shoulder.point_at(wide)
    outer = parallel(neck.front_path, deep * slant, end, hole.front_path, BETWEEN)
    front = [
        Part("neckline", neck.front_path, 6.0, line="neckline"),
        Part("shoulder", straight(neck.front_path.end, end), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
    ]
    fnf = Half("FNF", "front", whole=True)
    add_facing(
        making, fnf, "front neck facing", "neckline", front,
        ((0.0, bottom[1] + 1.0), (0.0, outer.start[1] - 1.0)),
    )  # fmt: skip

    nape = neck.back_path.start
    end = neck.back_shoulder.point_at(wide)
    foot = along(nape, (0.0, 1.0), NECK_DEEP)
    outer = parallel(neck.back_path, foot, end, hole.back_path, BETWEEN)
    back = [
        Part("neckline", neck.back_path, 6.0, line="neckline"),
        Part("shoulder", straight(neck.back_path.end, end), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
        Part("centre_back", straight(foot, nape), 10.0, finish="hem"),
    ]
    x = 0.18 * neck.back_path.end[0]
    bnf = Half("BNF", "back", whole=False)
    add_facing(
        making, bnf, "back neck facing", "neckline", back,
        ((x, nape[1] + 0.15 * NECK_DEEP), (x, nape[1] + 0.85 * NECK_DEEP)),
    )  # fmt: skip

    making.sew("neck facing shoulder", rim(fnf, front, "shoulder"), rim(bnf, back, "shoulder"))
    making.sew("back neck facing", neck.back, rim(bnf, back, "neckline"))
    making.sew("front neck facing", neck.front, rim(fnf, front, "neckline"))
