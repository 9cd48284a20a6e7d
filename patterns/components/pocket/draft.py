"""How pockets are drafted: by their style, on to a shell that is there already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from patterns.components.base import Making
from patterns.drafting.draft import Refusal

from . import inseam, patch

STYLES: Mapping[str, Callable[[Making], None]] = {"inseam": inseam.draft, "patch": patch.draft}


def draft(making: Making) -> None:
    """Adds the pockets' pieces, what marks their place on the shell, and the seams between. A patch that
    has no room on a front in two panels gives way to a pocket in the side seam, and that is told.

    Raises Refusal where the shell leaves no room for them.
    """
    try:
        STYLES[making.text("pocket.style")](making)
    except Refusal:
        if making.text("pocket.style") != "patch" or not _gives_way(making):
            raise
        making.parameters["pocket.style"] = "inseam"
        making.warn(
            "fallback_inseam_pocket",
            "A seam runs down the front where patch pockets would lie: the pockets open in the side seams.",
        )
        inseam.draft(making)


def _gives_way(making: Making) -> bool:
    """Whether the front is in two panels, and its side seams have no zip."""
    opening = making.parameters.get("bodice.opening", making.parameters.get("skirt.opening"))
    return opening != "side" and any(piece.code == "SFB" for piece in making.pieces)
