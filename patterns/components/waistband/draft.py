"""How a waist is finished: by a straight band, a contoured one, or a facing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from patterns.components.base import Making

from . import shaped, straight

STYLES: Mapping[str, Callable[[Making], None]] = {
    "straight": straight.draft, "contoured": shaped.contoured, "faced": shaped.faced,
}  # fmt: skip


def draft(making: Making) -> None:
    """Adds the band's or the facing's pieces, and their seams to the skirt's waist."""
    STYLES[making.text("waistband.style")](making)
