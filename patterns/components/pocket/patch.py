"""The patch pocket: its upper edge hemmed, its other edges turned in and stitched to the front along a
placement line."""

from __future__ import annotations

import math

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Hand
from patterns.drafting.cutting import Part, cut_piece
from patterns.drafting.draft import InsideLine, Piece, Refusal, Seam, Side
from patterns.drafting.geometry import Cubic, Line, Path

from .shells import add_lines, natural_waist

BELOW_WAIST = 95.0  # this, the proportions and the hem our own
TALL, CORNER, HEM = 1.12, 0.14, 25.0
ACROSS = 0.54  # its middle, of the front's half width there
CLEAR = 14.0  # from centre front, and from the side seam
ONE_ONLY = ", right front only"
"""What its place says on fronts that are cut two, where one has it."""
FRONTS = ("FS", "FB")


def draft(making: Making) -> None:
    """Adds PP and its place on FS, or on an FB cut through. Raises Refusal where the front is too narrow."""
    front = next(piece for code in FRONTS for piece in making.pieces if piece.code == code)
    size = making.number("pocket.size")
    tall = TALL * size
    waist = natural_waist(making, front)
    hem = float(max(edge.points[:, 1].max() for edge in front.edges))
    top = min(waist + BELOW_WAIST, hem - tall - 45.0)
    top = max(top, *(_tip(front) or [top]))
    wide = min(_half_width(front, top), _half_width(front, min(top + tall, hem - 1.0)))
    middle = min(max(ACROSS * wide, size / 2 + CLEAR), wide - size / 2 - CLEAR)
    if middle - size / 2 < CLEAR - 0.5 or top + tall > hem - 20.0:
        raise Refusal(
            "pocket_room",
            "The front leaves no room for patch pockets. Please choose a smaller pocket, or none.",
            ("hip_girth",),
        )
    edge = _outline(middle - size / 2, middle + size / 2, top, top + tall)
    parts = [
        Part("top", Path.of(Line(edge.end, edge.start)), HEM, finish="hem"),
        Part("edge", edge, 10.0),
    ]
    # Under a wrap's upper front nobody reaches a pocket: then only that one, the right, has it.
    wraps = making.waist is not None and making.waist.opening == "front"
    grainline = ((middle, top + 0.2 * tall), (middle, top + 0.85 * tall))
    making.pieces.append(cut_piece(
        "PP", "front patch pocket", "pocket", parts, layer="pocket", grainline=grainline,
        quantity=1 if wraps else 2, mirrored=not wraps,
    ))  # fmt: skip
    whole = front.quantity == 1
    hands: tuple[Hand, ...] = ("right",) if wraps else HANDS
    single = f"pocket{ONE_ONLY}" if wraps else "pocket"
    points = edge.flatten()
    for hand in hands if whole else hands[:1]:
        over = points if hand == "left" or not whole else points * np.array((-1.0, 1.0))
        name = f"pocket {hand}" if whole else single
        add_lines(making, front.code, InsideLine(name, "placement", over))
    for hand in hands:
        name, copy = (f"pocket {hand}", 1) if whole else (single, 1 if hand == "left" else 2)
        making.seams.append(Seam(
            f"patch pocket {hand}", "join",
            (Side("PP", "edge", copy=2 if hand == "right" and not wraps else 1),),
            (Side(front.code, line=name, copy=copy),),
        ))  # fmt: skip
    words = "patch pocket, press its edges in over a template and stitch it to the right front only"
    if not wraps:
        words = "patch pockets, press their edges in over a template and stitch them to the front"
    making.operation(40, f"Hem the {words}, the upper corners secured.")


def _tip(front: Piece) -> list[float]:
    """Below the points of waist darts, which it would else half cover."""
    drills = [y for mark in front.marks if mark.kind == "drill" for _, y in mark.points]
    return [max(drills) + 14.0] if drills and front.component == "skirt" else []


def _half_width(front: Piece, y: float) -> float:
    """From the centre to the side at a height."""
    found = 0.0
    for edge in front.edges:
        points = edge.points
        above = points[:, 1] < y
        for number in np.flatnonzero(above[1:] != above[:-1]):
            (xa, ya), (xb, yb) = points[number], points[number + 1]
            found = max(found, float(xa + (xb - xa) * (y - ya) / (yb - ya)))
    return found


def _outline(left: float, right: float, top: float, low: float) -> Path:
    """From its upper right corner down, round the bottom and up to the left; its corners are rounded."""
    r = CORNER * (right - left)
    k = r * (1 - 4 / 3 * math.tan(math.pi / 8))
    return Path.of(
        Line((right, top), (right, low - r)),
        Cubic((right, low - r), (right, low - k), (right - k, low), (right - r, low)),
        Line((right - r, low), (left + r, low)),
        Cubic((left + r, low), (left + k, low), (left, low - k), (left, low - r)),
        Line((left, low - r), (left, top)),
    )
