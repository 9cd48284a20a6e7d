"""The Peter Pan collar: flat, round in front, drawn on back and front laid shoulder to shoulder."""

from __future__ import annotations

import math

from patterns.components.base import Making
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Point, Refusal
from patterns.drafting.geometry import (
    Cubic,
    Line,
    Path,
    add,
    along,
    between,
    mirror,
    rotate,
    sub,
    unit,
)  # fmt: skip
from patterns.drafting.solving import NoRootError, root

from .sewing import BASTED, ENDS, NECK, OUTER, layers

OVERLAP = 6.0
"""Degrees by which the front's shoulder is laid over the back's: 12 mm at the tip of a shoulder of 120
(CP 10-15), so that the collar rolls a little and hides the neck seam."""
TURN = 1.2
"""Trade facts §7, turn of cloth: 1-1.5 in light cloth; the upper collar's edge lies so much further out."""
ROUNDED = 0.62
"""How full its round front is: 0.55 a circle's, 1 a square corner; our own."""
FAIR = 35.0
"""Over the shoulder the neck edge runs as between two points so far from it on back and front, so that it
has no corner where they are laid together; our own."""


def draft_peter_pan(making: Making) -> None:
    """Raises Refusal where the neckline's curve leaves no collar to draw."""
    neck = making.neckline
    assert neck is not None
    width = making.number("collar.width")
    try:
        back, front = _neck_edge(
            neck.back_path, neck.front_path, neck.back_shoulder, neck.front_shoulder
        )
    except NoRootError as no_root:
        raise Refusal(
            "collar_neck",
            "No flat collar could be drawn on this neckline. Please choose a stand collar.",
            ("neck_base_girth", "shoulder_slope"),
        ) from no_root
    upper, under = _parts(back, front, width), _parts(back, front, width - TURN)
    foot = back.a
    layers(
        making, "Peter Pan collar", upper, under,
        ((0.2 * width, foot[1] + 0.2 * width), (0.2 * width, foot[1] + 0.8 * width)),
    )  # fmt: skip
    making.operation(
        BASTED, "Sew upper to under collar, trim, turn and press; roll it over the hand and tack the neck "
        "edges as they lie; baste it to the neck, its ends meeting at centre front.",
    )  # fmt: skip


def _neck_edge(
    back: Path, front: Path, back_shoulder: Path, front_shoulder: Path
) -> tuple[Cubic, Cubic]:
    """The collar's neck edge from centre back to the shoulder and on to centre front: as the two
    necklines lie with their shoulders overlapped, smoothed over the shoulder, each as long as it was."""
    meeting = back.end
    way = _degrees(back_shoulder.leaving)
    turn = way - _degrees(mirror(front_shoulder.leaving)) + OVERLAP

    def lay(point: Point) -> Point:
        """A point of the front where it lies: turned over, and about the side neck point."""
        here = rotate(sub(mirror(point), mirror(front.end)), (0.0, 0.0), turn)
        return add(meeting, here)

    end = lay(front.start)
    reach = min(FAIR, 0.5 * back.length, 0.5 * front.length)
    behind, before = back.point_at(back.length - reach), lay(front.point_at(front.length - reach))
    over = unit(sub(before, behind))
    last = unit(sub(end, lay(add(front.start, front.leaving))))
    return (
        _as_long(back.start, back.leaving, meeting, over, back.length),
        _as_long(meeting, over, end, last, front.length),
    )


def _degrees(way: Point) -> float:
    return math.degrees(math.atan2(way[1], way[0]))


def _as_long(a: Point, leaving: Point, d: Point, arriving: Point, length: float) -> Cubic:
    """The evenest curve between these ends and directions that has this length."""

    def curve(handle: float) -> Cubic:
        return Cubic(a, along(a, leaving, handle), along(d, arriving, -handle), d)

    return curve(root(lambda handle: curve(handle).length - length, 0.1 * length, 0.8 * length))


def _parts(back: Cubic, front: Cubic, width: float) -> list[Part]:
    """The half from centre back: neck edge, outer edge, centre back. The outer edge runs beside the neck
    edge, and rounds off to it at centre front."""
    t = front.at(max(front.length - 0.95 * width, 0.3 * front.length))
    along_side, rest = front.split(t)
    tip, corner = front.d, along(front.d, _square(front.arriving), width)
    here = along(rest.a, _square(rest.leaving), width)
    outer = Path.of(
        _beside(back, width), _beside(along_side, width),
        Cubic(here, along(here, rest.leaving, ROUNDED * math.dist(here, corner)),
              between(tip, corner, ROUNDED), tip),
    )  # fmt: skip
    foot = (back.a[0], back.a[1] + width)
    return [
        Part("neck", Path.of(back, front), NECK, line="neckline"),
        Part("outer", outer.reversed(), OUTER),
        Part("centre_back", Path.of(Line(foot, back.a)), ENDS),
    ]


def _square(way: Point) -> Point:
    """To the right of the way: out from the neck."""
    return -way[1], way[0]


def _beside(curve: Cubic, width: float) -> Cubic:
    """A curve beside another, on its right: same directions, handles longer as its chord is."""
    a, d = (
        along(curve.a, _square(curve.leaving), width),
        along(curve.d, _square(curve.arriving), width),
    )
    size = math.dist(a, d) / math.dist(curve.a, curve.d)
    first, last = math.dist(curve.a, curve.b), math.dist(curve.c, curve.d)
    return Cubic(
        a, along(a, curve.leaving, size * first), along(d, curve.arriving, -size * last), d
    )
