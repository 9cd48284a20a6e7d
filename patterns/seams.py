"""Whether a picture of cloth can be laid edge to edge, or would show a seam where it begins anew. Knows no
Django."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image

BOUND: Final = 1.25
"""What steps over an edge is seen where it steps so much more than anywhere within the picture; seamless
pictures of ours stay under 1.2."""
LEAST: Final = 4.0
"""Less than this of 255 levels no eye sees."""
BROAD: Final = 32
"""Also looked at in bands of so much of the picture: a light that falls from one side is lost in a weave's
grain from pixel to pixel."""
SIDE: Final = 1200
"""A larger picture is looked at made smaller, to about so many pixels a side."""
MOST: Final = 40_000_000
"""No picture of more pixels is read: 160 MB, in a process that serves the shop."""

Levels = npt.NDArray[np.float32]


class TooLarge(ValueError):  # noqa: N818 - named for what it says
    """The picture has more than MOST pixels."""


def broken_edges(picture: Image.Image) -> list[str]:
    """Those pairs of opposite edges, in words, that do not run on into each other. Raises TooLarge."""
    if picture.width * picture.height > MOST:
        raise TooLarge
    less = max(picture.size) // SIDE
    smaller = picture.convert("RGBA")
    if less > 1:
        smaller = smaller.reduce(less)
    ground = Image.new("RGBA", smaller.size, (128, 128, 128, 255))
    ground.alpha_composite(smaller)
    levels: Levels = np.asarray(ground.convert("RGB"), dtype=np.float32)
    turned = levels.transpose(1, 0, 2)
    pairs = (("left and right", levels), ("top and bottom", turned))
    broad = max(min(smaller.size) // BROAD, 1)
    return [words for words, each in pairs if _steps(each, 1) or _steps(each, broad)]


def _steps(levels: Levels, wide: int) -> bool:
    """Whether more changes from the last column to the first than between any two neighbours, in squares
    `wide` pixels each way."""
    last = _squares(levels[:, -wide:], wide)
    columns = _squares(levels, wide)
    if columns.shape[1] < 3:
        return False
    over_edge = float(np.abs(columns[:, :1] - last).mean())
    within = float(np.abs(np.diff(columns, axis=1)).mean(axis=(0, 2)).max())
    return over_edge > max(LEAST, BOUND * within)


def _squares(levels: Levels, wide: int) -> Any:
    """Means of squares, those at the right and bottom that are not whole left out."""
    high, long = (side // wide for side in levels.shape[:2])
    return (
        levels[: high * wide, : long * wide].reshape(high, wide, long, wide, -1).mean(axis=(1, 3))
    )
