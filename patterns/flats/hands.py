"""Her hands where a garment stands out to them: they hang before it, whatever it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from measurements.body import Body
from measurements.figure import Look, figure_for, fine_lines
from measurements.figure.curves import Point, at, mirror
from measurements.figure.limbs import arm_curves, finger_curves

from . import waves
from .conventions import Layers
from .worn import Worn

CLEAR = 3.0
"""How far from her arm cloth may hang that does not reach it, mm."""


def reached(worn: Worn, sheets: Sequence[Layers]) -> float | None:
    """The height below which her arms hang before what stands out to them: as far down as they hang clear
    of it, and below her sleeves; None where nothing reaches them."""
    top = worn.waist
    if worn.through:
        ends = [c[3][1] for sheet in sheets for p in sheet.panels if p.limb for c in p.curve]
        top = max([top, *ends])
    beside = [point for point in _hanging(worn.draft.body) if top < point[1] < worn.hem]
    most = max(worn.side.x) + waves.STANDS + waves.SWAYS  # no cloth reaches out further
    met = next(
        (n for n, (x, y) in enumerate(beside) if x < most + CLEAR and x < _out(worn, y) + CLEAR),
        None,
    )
    if met is None or (worn.through and met == 0):
        return None
    return beside[met - 1][1] if met else top


@lru_cache(maxsize=64)
def _hanging(body: Body) -> list[Point]:
    """Places along the inside of her arm and round her hand, from above down."""
    arm = arm_curves(figure_for(body))
    return sorted((at(c, t / 8) for c in (*arm.inner, *arm.hand) for t in range(9)), key=_height)


def _out(worn: Worn, y: float) -> float:
    """How far from the centre the garment hangs at a height, on whichever side it hangs further."""
    return worn.side.at(y) + max(waves.swings(worn, 1, y), waves.swings(worn, -1, y))


def _height(point: Point) -> float:
    return point[1]


def drawn(worn: Worn, look: Look, top: float, prefix: str, cloth: str) -> str:
    """Her arms below a height once more, over what stands out so far, and their shade within the clip
    `cloth`; `prefix` stands before the drawing's ids."""
    wide = worn.figure.height
    arm = f"{prefix}she-arm"
    lines = _fingers(worn.draft.body, look)
    both = "".join(
        f'<use href="#{prefix}she-whole-arm"{turn}/>' for turn in ("", ' transform="scale(-1 1)"')
    )
    shade = "".join(
        f'<use href="#{arm}" transform="translate(7 5){turn}"/>' for turn in ("", "scale(-1 1)")
    )
    return (
        f'<clipPath id="{prefix}low"><path d="M-{wide:.0f} {top:.0f}H{wide:.0f}V{wide:.0f}H-{wide:.0f}z"/>'
        "</clipPath>"
        f'<g clip-path="url(#{cloth})"><g fill="#000" fill-opacity=".13" clip-path="url(#{prefix}low)">'
        f'{shade}</g></g><g clip-path="url(#{prefix}low)">{both}{lines}</g>'
    )


@lru_cache(maxsize=64)
def _fingers(body: Body, look: Look) -> str:
    fingers = finger_curves(figure_for(body))
    return fine_lines([*fingers, *map(mirror, fingers)], look)
