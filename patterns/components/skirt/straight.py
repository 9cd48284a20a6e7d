"""The straight skirt: darts front and back, a centre back seam with a vent or slit where she could not
stride without."""

from __future__ import annotations

from patterns.components.base import Making
from patterns.components.halves import Half

from .figures import Figures, hem_allowance
from .fitted import fit, quarter, shape, tell_darts
from .shell import Shell

HEM = 40.0  # trade facts §7: straight 40-50
A_LINE, A_LINE_HEM = 4.0, 30.0  # from this flare on (degrees), §7: an A-line's hem is 25-30 deep


def draft(making: Making, figures: Figures) -> Shell:
    """FS whole, BS a pair. Raises Refusal."""
    lean = making.number("skirt.flare")
    found = fit(making, figures, lean, centre_seam=True)
    front, back = shape(figures, found)
    tell_darts(making, found)
    hem = hem_allowance(making, HEM if lean < A_LINE else A_LINE_HEM)
    return Shell(
        quarter(Half("FS", "front", whole=True), "front skirt", figures, front, hem),
        quarter(Half("BS", "back", whole=False), "back skirt", figures, back, hem, "centre_back"),
        fitted=True,
        told={"skirt.front_darts": found.front_count, "skirt.back_darts": found.back_count},
    )
