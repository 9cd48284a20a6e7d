"""How pockets are drafted: by their style, on to a shell that is there already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from patterns.components.base import Making

from . import inseam, patch

STYLES: Mapping[str, Callable[[Making], None]] = {"inseam": inseam.draft, "patch": patch.draft}


def draft(making: Making) -> None:
    """Adds the pockets' pieces, what marks their place on the shell, and the seams between.

    Raises Refusal where the shell leaves no room for them.
    """
    STYLES[making.text("pocket.style")](making)
