"""The front's lines as a shell: its edges clockwise, what is marked on it, where it is sewn."""

from __future__ import annotations

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.drafting.draft import InsideLine, Level

from .block import Block
from .front import Front, front_parts
from .shell import Panel, Shell, measured, rim_of


def front_shell(making: Making, block: Block, front: Front) -> Shell:
    """FB, drawn whole."""
    parts, mouths = front_parts(making, front)
    plunges = front.neckline.start[1] > front.bust_y - 1.0
    beside = 0.4 * min((dart.at for dart in front.darts), default=80.0)  # clear of the centre line
    top, bottom = front.neckline.start[1], front.row.stretches[0].start[1]
    panel = Panel(
        Half("FB", "front", whole=True), "front bodice", parts, mouths=mouths,
        grainline=((beside, top + 0.25 * (bottom - top)), (beside, bottom - 0.1 * (bottom - top))),
        lines=[
            InsideLine("centre front", "centre", np.array(((0.0, top), (0.0, bottom)))),
            measured("across front", (0.0, front.pitch[1]), front.pitch),
        ],
    )  # fmt: skip
    if plunges:  # the girth lies across the opening, as a tape would
        panel.lines.append(measured("bust line", (0.0, front.bust_y), (block.front_bust, front.bust_y)))
    else:
        panel.levels["bust"] = Level(y=front.bust_y)
    holes = ("armhole_upper", "armhole_lower") if front.armhole_open else ("armhole",)
    sides = ("side_upper", "side_lower") if front.side_legs else ("side",)
    waist = [f"waist_{n}" for n in range(1, len(front.row.stretches) + 1)]
    upper = front.side_upper.length
    return Shell(
        [panel], rim_of(panel, "neckline"), rim_of(panel, "shoulder"), rim_of(panel, *holes),
        rim_of(panel, *sides), rim_of(panel, *waist, reversed=True),
        front.neckline, front.shoulder, front.armhole, front.armhole.stretches[0].length,
        front.closed_side, side_room=upper - 6.0 if front.side_legs else upper * 0.5,
        across=block.across_front, slope=block.front_slope,
        side_marks=(upper if front.side_legs else upper * 0.5,),
        dart_places=tuple(dart.at for dart in front.darts),
    )  # fmt: skip
