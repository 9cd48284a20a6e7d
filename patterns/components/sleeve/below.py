"""A sleeve below the arm line: its underarm seam and its hem, by style and length.

y = 0 is the line from underarm to underarm, x = 0 lies under the crown. The two underarm seams mirror each
other in the sleeve's middle, so that they are as long as each other. A plain sleeve runs out square to its
hem: so the hem lies true when it is turned up. A flared one has its hem squared to its seams.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.drafting.cutting import Mouth
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, polar, rotate, unit
from patterns.drafting.solving import NoRootError, root

from .arm import BENT_ELBOW, PASSES, Arm, Cuffed, cuffed, hem_at

MOST_LEAN = 0.12
"""How steeply the underarm seam may lean in from the arm line: a fuller upper arm keeps its room longer."""
SHORTEST = (
    46.0  # below the arm line, a cuff apart: shorter, its seam is not square at both ends; our own
)
OUT = 1.3  # a full sleeve's seam leans out at the hem so much more than on the whole; our own
FLARED, LEAST_GATHER = 0.25, 1.24
"""A puff's hem is wider than its arm line by at most this share of its length, and gathers at least so:
the contract's 1.2 and a little more."""
MOST_TURN = 0.0005
"""Of a casing's length: what its cut edge may be longer (§7: 3 %) allows as slope."""
STEEPEST = 0.25  # how steeply it may lean in on the whole; our own
HOLLOW = 0.25
"""By how much it stands in from the straight, at most a quarter of this share; see `_side`. Our own."""
HEM = 30.0  # trade facts §7: a sleeve's hem 25-40; the seam runs square to it so far up
PLAIN = 0.2  # the foot of a plain seam, short so that it runs nearly straight; our own
BLOUSE, DROP = 25.0, 20.0
"""A bishop sleeve is longer to fall over its cuff, most at the back; our own."""
BELL_FROM_ELBOW = 60.0  # what a bell has round the elbow; our own
DART = 18.0  # trade facts §4, §5: an elbow dart takes 10-25
DART_REACH = 0.5  # how far into the back half it reaches; our own
FORWARD = 9.0  # a forearm may hang at most so far forward of the upper arm, degrees; our own

Named = tuple[tuple[str, Path], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All mm: how far below the shoulder the sleeve ends, cuff included; how long it is below the arm
    line, how wide its hem, how far down the elbow lies; how its underarm seam leans in at the top and
    out at the hem (slopes); its cuff."""

    ends: float
    long: float
    hem: float
    elbow: float
    lean: float
    slope: float
    cuff: Cuffed | None


@dataclass(frozen=True, slots=True)
class Below:
    """Both underarm seams run from the arm line down, the hem from the back seam to the front's."""

    front: Path
    back: Named
    hem: Named
    mouths: tuple[Mouth, ...] = ()
    slit: Point | None = None
    """Where the hem is slit for a cuff that opens."""


def figures(making: Making, arm: Arm, wide: float, high: float) -> Figures:
    """What a sleeve so wide at the arm line, under a cap so high, measures below."""
    style, full = making.text("sleeve.style"), making.number("sleeve.fullness") / 100
    ends = hem_at(making, arm, high)
    cuff = cuffed(making, arm, ends)
    long, elbow = ends - high - (cuff.height if cuff else 0.0), arm.elbow_at - high
    if style == "bell":
        steep = math.tan(math.radians(13.0 + 12.0 * full))
        return Figures(ends, long, wide, elbow, 0.0, min(steep, 0.05 + 0.003 * long), cuff)
    if style == "bishop" and cuff:
        long += BLOUSE
        hem = (1.6 + 0.8 * full) * cuff.closed  # trade facts §4: 1.5-2 usual, 2-3 in fine cloth
    elif style == "puff" and cuff:
        hem = min((1.3 + 0.2 * full) * cuff.closed, wide + FLARED * long)
        hem = max(hem, LEAST_GATHER * cuff.closed, wide)
    else:
        hem = _plain_hem(making, arm, ends, long, wide)
    in_by, tall = (wide - hem) / 2, max(long, SHORTEST)
    lean, slope = min(max(in_by / tall, 0.0), MOST_LEAN), max(0.0, -OUT * in_by / tall)
    if cuff and cuff.style == "casing":
        slope = min(slope, MOST_TURN * hem)
    return Figures(ends, long, hem, elbow, lean, slope, cuff)


def _plain_hem(making: Making, arm: Arm, ends: float, long: float, wide: float) -> float:
    """How wide the hem of a straight or fitted sleeve is: never so narrow that the bent elbow, or the
    slope of its seam, would not do."""
    hem = arm.room_at(ends, making.number("sleeve.upper_arm_ease"))
    if making.parameters["sleeve.fitted"]:
        hem = max(arm.hand + PASSES, arm.girth_at(ends) + 35.0)
    sloping, elbow = max(long, SHORTEST) - HEM, arm.elbow_at - (ends - long)
    if 0.0 < elbow < sloping:
        hem = max(hem, wide - (wide - arm.elbow - BENT_ELBOW) / _way_in(elbow / sloping))
    return min(max(hem, wide - 2 * STEEPEST * sloping), wide)


def _way_in(share: float) -> float:
    """How much of its way in a plain seam has gone at a share of its height."""
    return share + HOLLOW * share * (1.0 - share)


def draw(making: Making, arm: Arm, middle: float, wide: float, sizes: Figures) -> Below:
    """The sleeve below an arm line `wide` long whose middle lies at x = `middle`."""
    if making.parameters["sleeve.fitted"]:
        return _fitted(arm, middle, wide, sizes)
    if making.text("sleeve.style") == "bell":
        return _bell(arm, middle, wide, sizes)
    slope, banded = sizes.slope, sizes.cuff is not None and sizes.cuff.style == "band"
    corner = (sizes.hem / 2, sizes.long - _sag(sizes.hem, slope))
    if banded:
        side = Path.of(_side(wide / 2, 0.0, corner, sizes.lean, slope))
    else:  # what turns up lies on a straight seam
        end = (corner[0] - slope * HEM, corner[1] - HEM)
        foot = 1 / 3 if slope else PLAIN
        side = Path.of(_side(wide / 2, 0.0, end, sizes.lean, slope, foot), Line(end, corner))
    dipped = banded and making.text("sleeve.style") == "bishop"
    dip = (middle + sizes.hem / 4, sizes.long + DROP) if dipped else None
    return _with_hem(side, middle, sizes, dip)


def _side(
    half: float, top: float, corner: Point, lean: float, slope: float, foot: float = 1 / 3
) -> Cubic:
    """A seam on paper's right, from (half, top) down to its corner: leaning in by `lean` at the top, out
    by `slope` at the corner, where its handle is `foot` of its height."""
    tall = corner[1] - top
    return Cubic(
        (half, top), (half - lean * tall / 3, top + tall / 3),
        (corner[0] - slope * foot * tall, corner[1] - foot * tall), corner,
    )  # fmt: skip


def _sag(hem: float, slope: float) -> float:
    """How much higher the corners of a flared hem lie than its middle."""
    angle = math.atan(slope)
    return hem / 2 * math.tan(angle / 2)


def _with_hem(side: Path, middle: float, sizes: Figures, dip: Point | None) -> Below:
    """The seam on both sides and the hem between, squared to it: straight, an arc, or by way of a `dip`;
    slit at the back quarter for a cuff that opens."""
    back = side.moved((middle, 0.0))
    front = side.mirrored().moved((middle, 0.0))
    start, end = back.end, front.end
    if sizes.slope or dip:
        if dip is None:
            dip = (middle, start[1] + _sag(start[0] - end[0], sizes.slope))
        square = math.degrees(math.atan(sizes.slope))
        whole = Path.of(
            _arc(start, polar(180.0 - square), dip, (-1.0, 0.0), sizes.slope),
            _arc(dip, (-1.0, 0.0), end, polar(180.0 + square), sizes.slope),
        )
    else:
        whole = Path.straight(start, end)
    seam = (("underarm_back", back),)
    if sizes.cuff is None or not sizes.cuff.opens:
        return Below(front, seam, (("sleeve_hem", whole),))
    first, last = whole.split(0.25 * whole.length)
    return Below(front, seam, (("sleeve_hem_back", first), ("sleeve_hem", last)), slit=first.end)


def _arc(a: Point, leaving: Point, d: Point, arriving: Point, slope: float) -> Cubic:
    """Half of a flared hem: the arc's own handles."""
    angle = math.atan(slope)
    handle = 2 / 3 * math.tan(angle / 4) / math.sin(angle / 2) if angle > 1e-3 else 1 / 3
    return Cubic.leaving_arriving(a, leaving, d, arriving, handle, handle)


def _bell(arm: Arm, middle: float, wide: float, sizes: Figures) -> Below:
    """Flared from the elbow, or from the arm line where it ends above."""
    half, top = wide / 2, 0.0
    stretches: list[Cubic] = []
    if 90.0 < sizes.elbow < sizes.long - 60.0:
        half, top = min(half, (arm.elbow + BELL_FROM_ELBOW) / 2), sizes.elbow
        stretches.append(_side(wide / 2, 0.0, (half, top), 0.0, 0.0))
    hem_half = half + 0.6 * sizes.slope * (sizes.long - top)
    corner = (hem_half, sizes.long - _sag(2 * hem_half, sizes.slope))
    stretches.append(_side(half, top, corner, 0.0, sizes.slope))
    return _with_hem(Path(tuple(stretches)), middle, sizes, None)


def _fitted(arm: Arm, middle: float, wide: float, sizes: Figures) -> Below:
    """Bent at the elbow by a dart in the back seam: how far forward the forearm hangs is found so that
    the back seam, dart closed, is as long as the front's. Raises NoRootError."""
    if not HEM < sizes.elbow < sizes.long - 2 * HEM:
        raise NoRootError("the elbow lies too near the underarm or the hem for a dart")
    fore, half, slope = sizes.long - sizes.elbow, sizes.hem / 2, (wide - sizes.hem) / 2 / sizes.long
    elbow = wide - (wide - sizes.hem) * _way_in(sizes.elbow / (sizes.long - HEM))
    elbow = max(arm.elbow + BENT_ELBOW, elbow) / 2
    pivot, third = (middle, sizes.elbow), sizes.elbow / 3
    upper_end = (middle + elbow, sizes.elbow - DART / 2)
    upper = Path.of(Cubic(
        (middle + wide / 2, 0.0), (middle + wide / 2 - sizes.lean * third, third),
        along(upper_end, (-slope, 1.0), -third), upper_end,
    ))  # fmt: skip
    reach = DART_REACH * elbow
    turn = 2 * math.degrees(math.asin(DART / 2 / reach))
    point = along(upper_end, polar(180.0 - turn / 2), reach)
    lower_end = rotate(upper_end, point, turn)

    def lower(forward: float) -> tuple[Path, Path]:
        """Back seam below the dart, and the whole front seam, with the forearm so far forward."""
        down, across = polar(90.0 + forward), polar(forward)
        wrist = along(pivot, down, fore)
        back_hem, front_hem = along(wrist, across, half), along(wrist, across, -half)
        back_end, front_end = along(back_hem, down, -HEM), along(front_hem, down, -HEM)
        back = Cubic.leaving_arriving(
            lower_end, rotate(unit((-slope, 1.0)), (0.0, 0.0), turn), back_end, down
        )
        inside = along(pivot, polar(forward / 2), -elbow)
        way = rotate((slope, 1.0), (0.0, 0.0), forward / 2)
        start = (middle - wide / 2, 0.0)
        front = Path.of(
            Cubic(
                start, (start[0] + sizes.lean * third, third), along(inside, way, -third), inside
            ),
            Cubic.leaving_arriving(inside, unit(way), front_end, down),
            Line(front_end, front_hem),
        )
        return Path.of(back, Line(back_end, back_hem)), front

    def miss(forward: float) -> float:
        back, front = lower(forward)
        return upper.length + back.length - front.length

    back, front = lower(root(miss, 0.0, 12.0))
    return Below(
        front,
        (("underarm_back_upper", upper),
         ("elbow_dart_upper", Path.of(Line(upper_end, point))),
         ("elbow_dart_lower", Path.of(Line(point, lower_end))),
         ("underarm_back_lower", back)),
        (("sleeve_hem", Path.of(Line(back.end, front.end))),),
        mouths=(Mouth("elbow_dart_upper", "elbow_dart_lower", "second"),),
    )  # fmt: skip
