"""The figure from the side, drawn: SVG in mm."""

from __future__ import annotations

from .curves import Curve, Point, back, joined, path_data, spline
from .look import Look, filled, fine_lines, strokes
from .modelling import rounded, shade_defs, shape_defs, spots, tresses
from .side import FACED, Side, foot_curve, head_curves, neck_curves, neck_ends, side_outline
from .side_hair import side_hair
from .side_limbs import side_arm


def side_drawn(side: Side, look: Look, prefix: str) -> str:
    """The whole figure, its left side seen, facing right."""
    figure, h = side.figure, side.figure.height
    skull, ear = head_curves(side)
    arm = side_arm(side)
    hair = side_hair(side, look.hair_shape)
    outline = f'fill="none" stroke="{look.line}" stroke-width="2" stroke-linejoin="round"'
    trunk, limb, head, edges, edge = (
        f"{prefix}{name}" for name in ("trunk", "arm", "head", "edges", "arm-edge")
    )
    deep = side.front.at(figure.levels["navel"]) - side.back.at(figure.levels["navel"])
    scarf = look.hair_shape == "scarf"
    return "".join(
        [
            "<defs>",
            shape_defs(trunk, side_outline(side)),
            shape_defs(limb, arm.arm),
            shape_defs(head, skull),
            f'<path id="{edges}" d="{path_data(_edges(side))}"/>',
            f'<path id="{edge}" d="{path_data(arm.edge)}"/>',
            shade_defs(figure, look, prefix),
            "</defs>",
            rounded(trunk, look, 0.30 * deep, edge=edges, more=spots(prefix, _places(side))
                    + filled([_throat_shade(side)], look.shade, 0.36)),
            f'<use href="#{edges}" {outline}/>',
            fine_lines(_lines(side), look),
            rounded(head, look, 0.035 * h),
            strokes([skull[:FACED]], look.line, 2.0),
            "" if scarf else f'<path d="{path_data(ear, close=True)}" fill="{look.skin}" '
            f'stroke="{look.line}" stroke-width="1.6"/>',
            tresses(hair, look, prefix),
            rounded(limb, look, 0.75 * figure.arm.upper, edge=edge),
            f'<use href="#{edge}" {outline} stroke-linecap="round"/>',
            fine_lines(arm.fingers, look),
        ]
    )  # fmt: skip


def _edges(side: Side) -> Curve:
    """All of her outline below the head."""
    throat, neck = neck_curves(side)
    ankle = side.figure.levels["ankle"]
    return joined(
        neck,
        side.back.curve(neck_ends(side), ankle),
        back(foot_curve(side)),
        back(side.front.curve(side.pit[1], ankle)),
        throat,
    )


def _throat_shade(side: Side) -> Curve:
    """What the jaw shades of the neck."""
    throat, neck = neck_curves(side)
    (fx, fy), (bx, by) = throat[-1][3], neck[0][0]
    drop = 0.022 * side.figure.height
    return spline(
        [(fx + 10, fy), (fx - 6, fy + drop), (0.5 * (fx + bx), fy + 0.2 * drop), (bx + 20, by + 10),
         (bx + 20, by - 30), (fx, fy - 40)],
        closed=True,
    )  # fmt: skip


def _lines(side: Side) -> list[Curve]:
    """Collar bone, the seat's fold, knee, ankle."""
    lv, h = side.figure.levels, side.figure.height
    px, py = side.pit
    knee, rear = lv["knee"], side.back
    fold = lv["crotch"] + 0.008 * h
    ankle = 0.5 * (side.front.at(lv["ankle"]) + rear.at(lv["ankle"]))
    return [
        spline([(px - 0.004 * h, py + 0.001 * h), (0.62 * px, py - 0.010 * h),
                (0.20 * px, py - 0.016 * h)]),
        spline([(rear.at(fold) + 1, fold), (rear.at(fold) + 0.020 * h, fold + 0.005 * h),
                (rear.at(fold) + 0.042 * h, fold + 0.001 * h)]),
        spline([(side.front.at(knee) - 0.010 * h, knee - 0.010 * h),
                (side.front.at(knee) - 0.016 * h, knee + 0.004 * h),
                (side.front.at(knee) - 0.009 * h, knee + 0.016 * h)]),
        spline([(ankle - 0.005 * h, lv["ankle"] + 0.016 * h), (ankle, lv["ankle"] + 0.019 * h),
                (ankle + 0.006 * h, lv["ankle"] + 0.013 * h)]),
    ]  # fmt: skip


def _places(side: Side) -> list[tuple[Point, float, float, float]]:
    """Where she lies in soft shade: under the bust and the belly, behind the knee."""
    lv, h = side.figure.levels, side.figure.height
    front, rear = side.front, side.back
    low = 0.35 * lv["navel"] + 0.65 * lv["hip"]
    return [
        ((front.at(lv["underbust"]) - 0.012 * h, lv["underbust"] - 4), 0.040 * h, 0.016 * h, 0.8),
        ((front.at(low), low + 0.012 * h), 0.05 * h, 0.030 * h, 0.6),
        ((rear.at(lv["crotch"]) + 0.02 * h, lv["crotch"] + 0.008 * h), 0.05 * h, 0.016 * h, 0.7),
        ((rear.at(lv["knee"]), lv["knee"]), 0.024 * h, 0.036 * h, 0.8),
    ]
