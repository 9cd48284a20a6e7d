"""The order in which a skirt is sewn, in words for the bench, and its zip."""

from __future__ import annotations

import math

from patterns.components.base import Making

from .figures import Figures
from .shell import Shell

ZIP_ENDS = 25.0  # trade facts §6 (Coats): so much less than its length an invisible zip opens


def order_of_work(making: Making, figures: Figures, shell: Shell, parts: bool) -> None:
    """Add the skirt's own operations and the garment's zip, which `parts` where it runs out at the hem."""
    dress = making.has("bodice")
    if any(panel.mouths for panel in shell.panels()):
        making.operation(20, "Sew the darts of the skirt and press them to the centre.")
    if any(len(quarter.panels) > 1 for quarter in shell.quarters()):
        making.operation(30, "Sew the panels of the skirt together.")
    making.operation(65, _closing_seams(figures, shell))
    if dress:
        wraps = figures.opening == "front"
        lying = ", both lying open from wrap edge to wrap edge" if wraps else ""
        making.operation(
            80,
            f"Sew the skirt to the bodice at the waist{lying}, darts, seams and centres on each other.",
        )
    if figures.opening in ("back", "side"):
        kind = "separating zip" if parts else "invisible zip"
        making.trim(kind, 1, _zip_size(making, figures, parts))
        # A dress's bodice has its share of the zip, as a contoured band: they are sewn on first.
        making.operation(82 if dress or figures.band else 66, _zip_words(figures, shell))
    for step, words in shell.words:
        making.operation(step, words)
    making.operation(95, f"Turn up the skirt's hem, {making.number('skirt.hem_allowance'):g} mm.")


def _closing_seams(figures: Figures, shell: Shell) -> str:
    """Which seams close the skirt round. Centre back waits for its zip, which is set in before the seam
    below it is closed, unless a tier is sewn to that."""
    words = "Sew the skirt's side seams"
    if figures.opening == "side":
        below = shell.front.last.has("side")
        words += ", the left one only below the zip's notch" if below else (
            ", all but the left one, which the zip closes")  # fmt: skip
    if shell.back.panels[0].has("centre_back"):
        if figures.opening != "back":
            words += f", and centre back{_down(shell)}"
        elif shell.lower:
            words += ", and centre back below the zip's notch"
    return f"{words}."


def _zip_words(figures: Figures, shell: Shell) -> str:
    where = "centre back" if figures.opening == "back" else "the left side"
    band = " of skirt and band" if figures.band else ""
    waits = (
        figures.opening == "back" and not shell.lower and shell.back.panels[0].has("centre_back")
    )
    below = f", then close the seam below it{_down(shell)}" if waits else ""
    return f"Set the zip into {where}{band}{below}."


def _down(shell: Shell) -> str:
    """How far centre back is closed."""
    behind = shell.back.panels[0]
    if behind.has("vent_top"):
        return " down to the vent and across its top"
    return " down to the slit" if behind.has("centre_back_slit") else ""


def _zip_size(making: Making, figures: Figures, parts: bool) -> float:
    """What to buy for all of the garment's opening: an invisible zip opens 25 less than its length (§6), one
    that parts opens all of it."""
    opened = figures.band
    for seam in making.seams:
        side = seam.a[0]
        if seam.closure == "zip" and side.edge and making.piece(side.piece).layer == "shell":
            opened += making.piece(side.piece).edge(side.edge).length
    return round(opened, 1) if parts else math.ceil((opened + ZIP_ENDS) / 10) * 10.0
