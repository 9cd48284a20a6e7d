"""The order in which a bodice is sewn, in words for the bench, and what else is sewn in."""

from __future__ import annotations

import math

from patterns.components.base import Making
from patterns.components.stride import VENT

from .shell import Shell

ZIP_STEP, ZIP_MORE = 10.0, 25.0
"""Zips come in steps; an invisible one opens 25 less than its length (§6)."""


def order_of_work(making: Making, front: Shell, back: Shell) -> None:
    """Add the bodice's own operations and, where no skirt below has it, its zip."""
    through = making.text("bodice.cut") == "through"
    panels = (*front.panels, *back.panels)
    mouths = [mouth.first for panel in panels for mouth in panel.mouths]
    inner = [dart for panel in panels for dart in panel.inner_darts]
    if mouths or inner:
        upright = any(name.startswith(("waist", "shoulder")) for name in mouths) or inner
        way = "upright ones to the centre" if upright else ""
        level = any(name.startswith(("bust", "armhole")) for name in mouths)
        ways = [words for words in (way, "those from the side down" if level else "") if words]
        making.operation(20, f"Sew the darts of the bodice and press them, {', '.join(ways)}.")
    if inner:
        making.operation(20, "Clip the waist darts at the waist, so that they lie flat.")
    for view, shell in (("front", front), ("back", back)):
        if len(shell.panels) > 1:
            making.operation(
                30,
                f"Join the {view} panels, matching the notches; clip the seams and press them open.",
            )
    eased = back.shoulder.length > front.shoulder.length + 0.01
    kimono = making.text("sleeve.style") == "kimono"
    making.operation(
        50, "Sew the shoulders" + (" and on over the arms" if kimono else "")
        + (", easing the back on to the front." if eased else "."),
    )  # fmt: skip
    sides = "Sew the bodice's side seams, matching the notches"
    if kimono:
        sides += "; on round the underarm, stay the curve with tape and clip it"
    if making.text("bodice.opening", "back") == "side":
        parts = not through or making.parameters.get("bodice.zip_parts") is True
        sides += "; leave the left one open for the zip, " + (
            "from its notch down" if parts else "between its notches"
        )
    making.operation(65, f"{sides}.")
    if not through:
        return
    _close(making)
    hem = making.number("bodice.hem_allowance")
    making.operation(95, f"Turn up the hem, {hem:g} mm, and sew it by hand.")


def _close(making: Making) -> None:
    """The zip, vent and slits of a bodice that is cut through."""
    opening, length = (
        making.text("bodice.opening", "back"),
        making.parameters.get("bodice.zip_length"),
    )
    if isinstance(length, float):
        parting = making.parameters.get("bodice.zip_parts") is True
        kind = "separating zip" if parting else "invisible zip"
        size = length if parting else ZIP_STEP * math.ceil((length + ZIP_MORE) / ZIP_STEP)
        making.trim(kind, 1, size)
        where = "centre back" if opening == "back" else "the left side seam"
        vent = making.parameters.get("bodice.vent_height")
        down = " down to the vent and across its top" if vent else ""
        below = f", then close the seam below it{down}" if opening == "back" and not parting else ""
        making.operation(66, f"Set the zip into {where}{below}.")
    elif opening == "back":
        making.operation(30, "Sew the centre back seam.")
    if making.parameters.get("bodice.vent_height"):
        making.operation(96, VENT)
    if making.parameters.get("bodice.slit_height"):
        making.operation(96, "Turn in the edges of the side slits and sew them by hand.")
