"""The A-line skirt: its sides lean out, and so much of the darts is closed into that flare; what is left
of them is sewn. The hip line is drawn as the chord of the arc that it is on the flared cone."""

from __future__ import annotations

import math

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.stride import vent_height

from .figures import Figures, hem_allowance
from .fitted import fit, quarter, shape, tell_darts
from .shell import Shell

LEAST_FLARE = 4.0  # degrees: less is a straight skirt
HEM = 28.0  # trade facts §7: A-line 25-30


def draft(making: Making, figures: Figures) -> Shell:
    """FS whole, BS whole, or a pair where it opens or is slit. Raises Refusal."""
    lean = making.number("skirt.flare")
    long = figures.hem_y - figures.hip_y
    about = figures.hip + 4 * long * math.radians(lean)
    pair = figures.opening == "back" or vent_height(making.body, figures.length, about) > 0
    found = fit(making, figures, lean, centre_seam=pair)
    front, back = shape(figures, found)
    tell_darts(making, found)
    wide = front.hip[0] + long * math.radians(lean)
    hem = hem_allowance(making, HEM, wide / math.radians(lean))
    return Shell(
        quarter(Half("FS", "front", whole=True), "front skirt", figures, front, hem),
        quarter(
            Half("BS", "back", whole=not pair), "back skirt", figures, back, hem,
            "centre_back" if pair else "",
        ),
        fitted=True,
        told={"skirt.front_darts": found.front_count, "skirt.back_darts": found.back_count},
    )  # fmt: skip
