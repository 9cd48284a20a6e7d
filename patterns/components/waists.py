"""The waist as an interface: its edges in the order in which they are sewn, and the seam between two.

Stretches of a waist are numbered from the centre: `waist_1` … on a half; on a piece drawn whole the
first runs through the centre and is `waist_centre`.
"""

from __future__ import annotations

from patterns.components.base import Making
from patterns.drafting.draft import Seam, Side


def front_waist(code: str, stretches: int, *, below: bool) -> tuple[Side, ...]:
    """A whole front's waist from the wearer's right side to her left. `below`: the waist is the
    piece's lower edge (a bodice), so that its edges run the other way."""
    right = [Side(code, f"waist_{n}_right", reversed=below) for n in range(stretches, 1, -1)]
    left = [Side(code, f"waist_{n}_left", reversed=below) for n in range(2, stretches + 1)]
    return (*right, Side(code, "waist_centre", reversed=below), *left)


def back_waist(code: str, stretches: int, copy: int, *, below: bool) -> tuple[Side, ...]:
    """A back half's waist from the centre to the side."""
    return tuple(
        Side(code, f"waist_{n}", copy=copy, reversed=below) for n in range(1, stretches + 1)
    )


def join_waists(making: Making, front: int, back: int) -> None:
    """Sews a bodice to a skirt at the waist; `front` and `back` count the skirt's stretches."""
    bodice_front = 1 + int(making.number("bodice.front_darts"))
    bodice_back = 1 + int(making.number("bodice.back_darts"))
    middle = making.waist.front if making.waist else 0.0
    making.seams.append(
        Seam("waist front", "join", front_waist("FB", bodice_front, below=True),
             front_waist("FS", front, below=False), match=((middle, middle),))
    )  # fmt: skip
    making.seams.extend(
        Seam(f"waist back {name}", "join", back_waist("BB", bodice_back, copy, below=True),
             back_waist("BS", back, copy, below=False))
        for name, copy in (("right", 1), ("left", 2))
    )  # fmt: skip
