"""How the head passes where no zip reaches the neck: a faced slash from the neckline down."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from patterns.components.base import Making
from patterns.components.meeting import Neckline
from patterns.drafting.draft import InsideLine, Point

HAIR = 40.0
"""Trade facts §8: head + 20; + 40 with facing and hair."""
SHORTEST = 60.0
"""A shorter slash is not worth facing; our own."""
NAME = "neck opening"
IN_FRONT = ("mandarin", "qipao", "tie_bow")
"""Collars that open at centre front, where their ends meet; under others the slash lies at the back."""


@dataclass(frozen=True, slots=True)
class Slash:
    where: Literal["front", "back"]
    length: float

    def line(self, top: Point) -> InsideLine:
        return InsideLine(NAME, "cut", np.array((top, (top[0], top[1] + self.length))))

    @property
    def words(self) -> str:
        """What is done at it while the facing is sewn on."""
        return (
            f"; at centre {self.where} stitch on down the line of the opening and up again, 3 mm beside it, "
            "one stitch across its point; slash to the point"
        )

    @property
    def closing(self) -> str:
        if self.where == "back":
            return "Work a loop at the neck's opening and sew on its button."
        return "Sew a hook and eye to the neck's opening, edge to edge."


def slash(making: Making, neck: Neckline) -> Slash | None:
    """What must open for the head to pass, if anything must: at centre back, or at centre front where
    the collar opens there or the back has a seam."""
    if neck.opening in ("back", "front"):
        return None
    lacking = making.body["head_girth"] + HAIR - 2 * (neck.front.length + neck.back.length)
    if lacking <= 0:
        return None
    front = making.text("collar.style") in IN_FRONT or not neck.back.runs[0].half.whole
    length = max(SHORTEST, 5.0 * math.ceil(lacking / 2 / 5.0))
    return Slash("front" if front else "back", length)


def cut_slash(making: Making, neck: Neckline, found: Slash) -> None:
    """Draw the slash on the shell, tell of it, and add what closes it at the neck."""
    side, path = (
        (neck.front, neck.front_path) if found.where == "front" else (neck.back, neck.back_path)
    )
    code = side.runs[0].half.code
    number = next(n for n, piece in enumerate(making.pieces) if piece.code == code)
    piece = making.pieces[number]
    making.pieces[number] = replace(piece, lines=(*piece.lines, found.line(path.start)))
    making.parameters["neckline.slash"] = found.length
    making.trim("button with loop", 1, 10.0) if found.where == "back" else making.trim(
        "hook and eye", 1
    )
    making.warn(
        "neck_opening",
        f"The neck is opened by {found.length:.0f} mm at centre {found.where}, so that the head passes.",
    )
