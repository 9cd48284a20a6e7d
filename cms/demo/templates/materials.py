"""What goes into a garment besides the buyer's cloth, by family."""

from __future__ import annotations

from typing import Final

from patterns.specs import Material

LINING: Final = Material("lining", "Viscose lining, 75 g/m², in the cloth's colour")
FIRM: Final = Material("interfacing", "Woven fusible, 60 g/m², for waistbands and stands")
LIGHT: Final = Material("interfacing", "Woven fusible, 35 g/m², for facings and collars")
THREAD: Final = Material("notions", "Polyester thread No. 120, in the cloth's colour")
TAPE: Final = Material("notions", "Stay tape, 8 mm, for shoulders, bias necklines and pocket edges")


def main(words: str) -> Material:
    """What the buyer's cloth should be like."""
    return Material("main", words)
