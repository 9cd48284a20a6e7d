"""Stand collars: the mandarin, and the qipao's, which is higher, closer and rounder.

A band as long as the neckline, curved up towards the front so that it leans in to the neck. In closed
form: one curve of that shape, scaled to the neckline's length.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.drafting.cutting import Part
from patterns.drafting.geometry import Cubic, Line, Path, Point, add, along, scale

from .sewing import BASTED, ENDS, NECK, OUTER, around, hooked, layers

LEVEL, BEND, LEAN = 0.42, 0.70, 0.32
"""The curve's control points as shares of its length: level from centre back to about the shoulder, bent
there, then straight up to centre front; our own."""
TURN = 1.0
"""Trade facts §7, turn of cloth: 1-1.5 in light cloth; the outer layer is so much higher."""
MADE = "Sew the stand's layers together round top and ends, trim, turn and press; baste both to the neck"
ROUND = 0.5523
"""A quarter circle's handles, as a share of its radius."""


@dataclass(frozen=True, slots=True)
class Stand:
    """`rise` is by how many degrees the front slants up, `corner` the front corner's radius as a share of
    the height. CP: 10-20 mm of rise for a stand that leans a little; the qipao's lies close."""

    rise: float
    corner: float
    interfaced: str


def draft_mandarin(making: Making) -> None:
    _draft(making, "stand collar", Stand(rise=12.0, corner=0.36, interfaced="upper"))
    making.operation(BASTED, f"{MADE}, its rounded ends meeting at centre front.")


def draft_qipao(making: Making) -> None:
    """Its side-front opening is left plain: the garment opens by a zip at the side (or back), and the
    neck by a slash under the collar's ends, closed by hooks."""
    _draft(making, "qipao collar", Stand(rise=19.0, corner=0.62, interfaced="both"))
    if making.neckline is not None and making.neckline.opening != "back":
        making.trim("hook and eye", 2)
        making.operation(92, "Sew two hooks and eyes to the collar's ends, edge to edge.")
    making.operation(BASTED, f"{MADE}, its round ends edge to edge at centre front.")


def _draft(making: Making, name: str, stand: Stand) -> None:
    neck = making.neckline
    assert neck is not None
    long, height = around(neck).length, making.number("collar.height")
    upper, under = _parts(stand, long, height + TURN), _parts(stand, long, height)
    middle = 0.5 * height
    layers(
        making, name, upper, under, ((0.08 * long, -middle), (0.38 * long, -middle)),
        interfaced=stand.interfaced,
    )  # fmt: skip
    if neck.opening == "back":
        hooked(making)


def _parts(stand: Stand, long: float, height: float) -> list[Part]:
    """The half from centre back, x = 0 and y = 0 the neck edge there: neck, centre back, outer edge."""
    rise = math.radians(stand.rise)
    forward, up = (math.cos(rise), -math.sin(rise)), (-math.sin(rise), -math.cos(rise))
    bend = (BEND, 0.0)
    one = Cubic((0.0, 0.0), (LEVEL, 0.0), bend, along(bend, forward, LEAN))
    size = long / one.length
    a, b, c, d = (scale(p, size) for p in (one.a, one.b, one.c, one.d))
    neck = Path.of(Cubic(a, b, c, d))

    # The top runs beside it: its control polygon is the neck's, moved out by the height.
    inner = c[0] - height * math.tan(rise / 2)
    top_end = along(d, up, height)
    top = Path.of(Cubic((0.0, -height), (b[0] * inner / c[0], -height), (inner, -height), top_end))
    radius = stand.corner * height
    level, _ = top.split(top.length - radius)
    outer = level.then(Path.of(
        _quarter(level.end, level.arriving, top_end, along(top_end, up, -radius)),
        Line(along(top_end, up, -radius), d),
    ))  # fmt: skip
    return [
        Part("outer", outer, OUTER),
        Part("neck", neck.reversed(), NECK, line="neckline"),
        Part("centre_back", Path.of(Line(a, (0.0, -height))), ENDS),
    ]


def _quarter(start: Point, way: Point, corner: Point, end: Point) -> Cubic:
    """A round corner from a line that arrives at `start` going `way`, to the one that leaves `corner`."""
    first = math.dist(start, corner) * ROUND
    back = scale(add(corner, scale(end, -1.0)), ROUND)
    return Cubic(start, along(start, way, first), add(end, back), end)
