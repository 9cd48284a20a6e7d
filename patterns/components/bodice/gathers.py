"""A front gathered under the bust: the whole bust dart, and what the waist is taken in by, turned into
fullness at the seam below, which is gathered on to what it is sewn to."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.drafting.geometry import Cubic, Path
from patterns.drafting.solving import NoRootError

from .block import Block
from .hanging import Frame, Hung

FULL = 1.65  # trade facts §4: 1.5-2 usual
LEAST, MOST = 1.22, 3.2  # the contract bounds a gathered seam by 1.2 and 4
NARROWEST = 60.0  # a gathered stretch, gathered; our own
BESIDE = 22.0  # it keeps so far from the centre and from the side; our own


@dataclass(frozen=True, slots=True)
class Edge:
    """The seam's line from the centre to the side in three stretches, the middle one gathered by `ratio`."""

    stretches: tuple[Path, Path, Path]
    ratio: float


def lower_edge(block: Block, frame: Frame, hung: Hung) -> Edge:
    """The lower edge over a side seam that was swung out for the bust. Raises NoRootError where there is no
    fullness to gather, or far too much."""
    (x, y), (side, side_y) = (0.0, block.waist_y), hung.waist
    reach = math.dist((x, y), (side, side_y))
    edge = Path.of(Cubic(
        (x, y), (x + 0.42 * reach, y),
        (side - 0.36 * reach * hung.square[0], side_y - 0.36 * reach * hung.square[1]), hung.waist,
    ))  # fmt: skip
    finished = block.front_waist
    more = edge.length - finished
    if more < 3.0:
        raise NoRootError("nothing to gather")
    room = finished - 2 * BESIDE
    wide = min(max(more / (FULL - 1.0), NARROWEST), more / (LEAST - 1.0), room)
    ratio = (wide + more) / wide
    if ratio > MOST:
        raise NoRootError("too much to gather")
    start = min(max(0.96 * frame.bust[0] - wide / 2, BESIDE), finished - BESIDE - wide)
    first, rest = edge.split(start)
    middle, last = rest.split(wide + more)
    return Edge((first, middle, last), ratio)
