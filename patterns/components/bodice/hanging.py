"""The front's side seam, hung from the waist, and the darts above it that carry it out or down.

The front is drawn from both ends. Its upper part lies as the neckline and shoulder have it; its lower
part as centre front and waist have it; the darts between them are how the one is turned against the
other, each about its own end, so that open and closed the lines are the same to the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from patterns.drafting.draft import Refusal
from patterns.drafting.geometry import Line, Path, Point, along, between, polar, rotate, sub, unit
from patterns.drafting.solving import NoRootError, root

from .block import Block, armhole
from .lengths import refuse_lengths
from .shaping import SIDE_SHORT, Shaping, turn_of
from .shell import ON_SHOULDER

ARMHOLE_SHORT = 30.0  # trade facts §3: 25-40 mm round the bust point stay free of darts
SHOULDER_SHORT = 32.0  # §3: 25-40
PITCH, LOWEST_PITCH = 0.52, 0.7
"""How far down the armhole the front's pitch lies, its dart open; and at most, its dart closed. Our own."""
UNDER_PITCH, UNDER_MOST, LEAST_CROSSING = 0.08, 0.6, 35.0
"""How far below the pitch an armhole's dart opens, of what lies below it: so far as a rule, and up to so far
where it would leave the edge at less than so many degrees, its mouth then having no allowance. Our own."""
KIMONO_LOWEST = 45.0  # and so far above it where it opens as low as may be
LOWEST, BY_ALLOWANCE = 24.0, 1.35
"""The side dart's lower leg meets the side at least this far above the waist, or so many times the side's
allowance, which the folded mouth reaches into; our own."""
FRENCH_LOW, FRENCH_HIGH = 0.3, 0.5
"""Between what shares of the height from waist to bust a French dart's lower leg meets the side; our own."""
FOLDED = 3.4
"""The seam below a dart from the side is at least so many times as long as its folded mouth, which follows
the leg out through the allowance, reaches down on it were it upright; it leans in, and the mouth reaches
somewhat further. It has its own allowance over most of its length. Our own."""
UNDER_ARMHOLE = 6.0  # the bust is measured at least so far below the armhole; our own
UNDER_LEVEL = 6.0  # and so far below that, at least, a dart opens on the side; our own
WIDEST_MOUTH, MOST_MOUTH = 43.4, 45.0  # trade facts §4: 45 at most; less what the seam's lean adds


@dataclass(frozen=True, slots=True)
class Frame:
    """The upper part's points, darts closed, and what the shaping turns about."""

    start: Point
    """The shoulder seam's neck end."""
    tip: Point
    slope: float
    bust: Point
    radius: float
    """From the bust point to the side seam."""
    side_y: float
    turned: float = 0.0
    """Degrees by which the upper part was turned in about the bust point (a wrap's edge)."""

    lowest: float = LOWEST
    """How far above the waist a dart from the side must open."""
    allowance: float = 0.0
    """Of the side seam, inlay and all."""
    low: bool = False
    """Whether a dart from the side opens as low as may be (under a kimono's arm)."""

    def pitch(self, across: float, underarm_y: float) -> Point:
        """The armhole's pitch point, the chest being `across` wide there, over an underarm so high."""
        y = self.tip[1] + PITCH * (underarm_y - self.tip[1])
        return across - math.tan(math.radians(self.turned)) * (self.bust[1] - y), y

    @property
    def side_dart(self) -> Point:
        """Where a dart from the side ends."""
        return self.bust[0] + SIDE_SHORT, self.bust[1] + 6.0


@dataclass(frozen=True, slots=True)
class Hung:
    """A side seam hung from the waist: its ends, the bust dart's mouth on it and its point, the height at
    which the bust is measured, and the waist's direction squared to it."""

    waist: Point
    underarm: Point
    upper: Point
    lower: Point
    end: Point
    level: float
    square: Point
    wide: float
    """How wide the front is there."""

    @property
    def way(self) -> Point:
        """The unit direction down the seam from the underarm."""
        return unit(sub(self.upper, self.underarm))

    def swung(self, about: Point, turn: float) -> Hung:
        """The seam turned out about a point, for gathers to take up; one without a dart."""
        waist, underarm = (rotate(p, about, -turn) for p in (self.waist, self.underarm))
        return replace(
            self, waist=waist, underarm=underarm, upper=waist, lower=waist,
            square=rotate(self.square, (0.0, 0.0), -turn),
        )  # fmt: skip


def hang_side(
    block: Block,
    frame: Frame,
    shaping: Shaping,
    intake: float,
    swung: tuple[Point, float] | None,
    width: float | None = None,
    tape: Point | None = None,
) -> Hung:
    """The front's side seam, its lean found so that the front is as wide at the bust as it should be when
    the seam stands in by `intake` at the waist. `swung`: about what and by how many degrees the part below
    the bust is turned out, for a waist dart to take up (or gathers, or the hem). `width`: the width, if it is
    not the block's; `tape`: from where on the rest of it is measured, aslant if the armhole ends low. Of a
    loose bodice the lean is given: where the seam stands at the waist is found.

    Raises Refusal where there is none.
    """
    wide = block.front_bust if width is None else width
    length, french = block.lengths.side, shaping["french"]
    foot = (wide - intake, frame.side_y)
    share = french or shaping["side"]
    turn = turn_of(share, frame.radius)
    mouth_y, end = _mouth(block, frame, turn, bool(french), share, shaping["waist"])

    def at(slant: float, foot: Point = foot) -> tuple[Point, Point, Point, Point]:
        """Waist, underarm, upper and lower end of the dart's mouth."""
        way = math.degrees(slant) - 90.0
        waist = foot
        if swung:
            waist, way = rotate(foot, swung[0], -swung[1]), way - swung[1]
        up = polar(way)
        closed = along(waist, up, length)
        if not turn:
            return waist, closed, waist, waist
        lower = along(waist, up, (waist[1] - mouth_y) / -up[1])
        return waist, rotate(closed, end, -turn), rotate(lower, end, -turn), lower

    def clear(underarm: Point) -> float:
        """The height at which the bust is measured: at the bust point, but clear of the armhole."""
        return max(frame.bust[1], underarm[1] + UNDER_ARMHOLE)

    def miss(slant: float, foot: Point = foot) -> float:
        _, underarm, upper, lower = at(slant, foot)
        level = clear(underarm)
        across = _crossed(underarm, upper, level)
        if turn and level > end[1]:  # the dart is open there: what lies between its legs is none
            across -= _crossed(end, upper, level) - _crossed(end, lower, level)
        if tape:
            on = across - tape[0]
            across = tape[0] + math.copysign(math.hypot(on, level - tape[1]), on)
        return across - wide

    out = math.radians(swung[1]) if swung else 0.0
    try:
        if block.side_lean is None:
            slant = root(miss, out - 0.4, out + 0.6)
        else:
            slant, (x, y) = out - block.side_lean, foot
            foot = root(lambda x: miss(slant, (x, y)), x - 120.0, x + 120.0), y
    except (NoRootError, ZeroDivisionError) as no_root:
        raise refuse_lengths(
            "Bust, waist and lengths do not go together: no side seam could be drawn. "
            "Please check them."
        ) from no_root
    waist, underarm, upper, lower = at(slant, foot)
    if math.dist(upper, lower) > MOST_MOUTH:
        raise Refusal(
            "bust_dart_too_wide",
            "The bust would need a wider dart than can be sewn well at a side that leans so far. Please "
            "check bust and under-bust, or choose a style with princess seams.",
            ("bust_girth", "underbust_girth"),
        )
    square, level = polar(math.degrees(slant) - (swung[1] if swung else 0.0)), clear(underarm)
    if tape:
        wide = _crossed(underarm, upper, level)
    return Hung(waist, underarm, upper, lower, end, level, square, wide)


def _crossed(a: Point, b: Point, y: float) -> float:
    """Where the line from a to b lies at a height."""
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])


def _mouth(
    block: Block, frame: Frame, turn: float, french: bool, side: float, lifted: float
) -> tuple[float, Point]:
    """The height of the dart's lower leg at the side, and the dart's end. `lifted`: how much a waist dart
    lifts the waist there."""
    waist_y, across = block.waist_y, frame.radius - SIDE_SHORT
    level = _level(block, frame, side)
    tall, y = waist_y - level, frame.bust[1]
    # As far below the dart's end as a mouth of 45 lets it lie.
    reach = WIDEST_MOUTH / 2 / max(math.sin(math.radians(turn) / 2), 1e-3)
    deep = math.sqrt(max(reach * reach - across * across, 0.0))
    if not french:
        lowest = max(KIMONO_LOWEST, frame.lowest) if frame.low else frame.lowest
        room = max(tall - lowest - side - lifted - UNDER_LEVEL, 0.0)
        spare = min((1.0 if frame.low else 0.35) * room, max(deep - side - level + y, 0.0))
        highest = level + UNDER_LEVEL + side
        if not frame.low:  # as with a French dart, the seam below is longer than the mouth's fold
            steep = FOLDED * frame.allowance / across
            clear = (waist_y - lifted + steep * frame.side_dart[1]) / (1.0 + steep)
            spare = max(min(spare, clear - highest), 0.0)
        return highest + spare, frame.side_dart
    tall, long = waist_y - y, reach + SIDE_SHORT
    deep = math.sqrt(max(long * long - frame.radius * frame.radius, 0.0))
    deep = min(
        max(deep, (1 - FRENCH_HIGH) * tall, level - y + side + UNDER_LEVEL),
        _french_lowest(block, frame) - lifted,
    )
    return y + deep, along(frame.bust, unit((frame.radius, deep)), SIDE_SHORT)


def _level(block: Block, frame: Frame, share: float) -> float:
    """About where the bust is measured over a side dart of that share: at the bust point, but clear of the
    armhole, which the dart lowers no more once it is open."""
    return max(frame.bust[1], frame.side_y - block.lengths.side + share + UNDER_ARMHOLE)


def _french_lowest(block: Block, frame: Frame) -> float:
    """How far below the bust point a French dart's lower leg may meet the side: nearly as steep as the leg
    runs the allowance's fold, so much less than it is wide."""
    tall = block.lengths.bust_to_waist
    return min((1 - FRENCH_LOW) * tall, tall / (1.0 + FOLDED * frame.allowance / frame.radius))


def bust_level(block: Block, frame: Frame) -> float:
    """The lowest that the bust may be measured, darts closed: at the bust point, but clear of the armhole."""
    return max(frame.bust[1], frame.side_y - block.lengths.side + UNDER_ARMHOLE)


def room_on_side(block: Block, frame: Frame, french: bool) -> float:
    """What darts from side and waist can take together between the bust's level and the waist."""
    tall, length = block.lengths.bust_to_waist, block.lengths.side
    room = _french_lowest(block, frame) - 10.0 if french else tall - frame.lowest - UNDER_LEVEL
    # How far the armhole ends above the bust's level.
    spare = length - UNDER_ARMHOLE - (frame.side_y - frame.bust[1])
    if room <= spare:
        return room
    return max(spare, 0.5 * (room + spare))


def side_most(block: Block, frame: Frame) -> float:
    """What a dart from the side can take by its mouth. Its upper leg runs level, so that its mouth is a
    little wider than its share."""
    across = frame.radius - SIDE_SHORT
    most = WIDEST_MOUTH
    for _ in range(4):
        deep = most + _level(block, frame, most) - frame.bust[1]
        most = WIDEST_MOUTH / math.hypot(1.0, deep / across)
    return 0.99 * most


def french_most(block: Block, frame: Frame) -> float:
    """What a French dart can take where its mouth lies highest."""
    across, tall = frame.radius - SIDE_SHORT, block.lengths.bust_to_waist
    most = WIDEST_MOUTH
    for _ in range(2):
        deep = max(
            (1 - FRENCH_HIGH) * tall,
            _level(block, frame, most) - frame.bust[1] + most + UNDER_LEVEL,
        )
        most = 0.985 * WIDEST_MOUTH * across / (math.hypot(frame.radius, deep) - SIDE_SHORT)
    return most


@dataclass(frozen=True, slots=True)
class Upper:
    """The shoulder and the armhole, as they lie on the piece and with their darts closed."""

    hole: Path
    """Darts closed."""
    pitch: Point
    way: Point
    """The unit direction down the side seam from the underarm, darts closed."""
    shoulders: tuple[Path, ...]
    """Open: one, or the two beside a shoulder dart."""
    shoulder_legs: tuple[Path, Path] | None
    holes: tuple[Path, ...]
    """Open: one, or the two beside an armhole dart."""
    hole_legs: tuple[Path, Path] | None
    shoulder_turn: float
    shoulder_end: Point


def draw_upper(block: Block, frame: Frame, hung: Hung, shaping: Shaping) -> Upper:
    """Shoulder and armhole over a hung side seam, with the darts that open on them."""
    whole = Path.of(Line(frame.start, frame.tip))
    mouth = between(frame.start, frame.tip, ON_SHOULDER)
    shoulder_end = along(frame.bust, unit(sub(mouth, frame.bust)), SHOULDER_SHORT)
    from_shoulder = turn_of(shaping["shoulder"], frame.radius)
    from_hole = turn_of(shaping["armhole"], frame.radius)

    def closed(point: Point, about: Point) -> Point:
        return rotate(rotate(point, shoulder_end, -from_shoulder), about, -from_hole)

    under_y = rotate(hung.underarm, shoulder_end, -from_shoulder)[1]
    if from_hole:  # a wide dart lifts the underarm: the pitch stays above it
        lifted = closed(hung.underarm, frame.bust)[1] - frame.tip[1]
        under_y = min(under_y, frame.tip[1] + LOWEST_PITCH / PITCH * lifted)
    pitch = frame.pitch(block.across_front, under_y)
    way = rotate(hung.way, (0.0, 0.0), -from_shoulder - from_hole)

    def drawn(share: float) -> tuple[Path, Point]:
        """The armhole, its dart closed, and the end of one that opens so far below the pitch."""
        about = (pitch[0], pitch[1] + 0.05 * (under_y - pitch[1]))
        if share > UNDER_PITCH:
            about = drawn(UNDER_PITCH)[0].stretches[1].point(share)
        end = along(frame.bust, unit(sub(about, frame.bust)), ARMHOLE_SHORT)
        underarm = closed(hung.underarm, end)
        return armhole(frame.tip, frame.slope, pitch, underarm, (way[1], -way[0])), end

    share = _opening(drawn) if from_hole else UNDER_PITCH
    hole, hole_end = drawn(share)

    holes: tuple[Path, ...] = (hole,)
    hole_legs = shoulder_legs = None
    if from_hole:
        first = hole.stretches[0].length
        upper, lower = hole.split(first + share * hole.stretches[1].length)
        lower = lower.rotated(hole_end, from_hole)
        holes = (upper, lower)
        hole_legs = (Path.of(Line(upper.end, hole_end)), Path.of(Line(hole_end, lower.start)))
    shoulders: tuple[Path, ...] = (whole,)
    if from_shoulder:
        inner, outer = (Path.of(part) for part in Line(frame.start, frame.tip).split(ON_SHOULDER))
        outer = outer.rotated(shoulder_end, from_shoulder)
        shoulders = (inner, outer)
        shoulder_legs = (
            Path.of(Line(inner.end, shoulder_end)), Path.of(Line(shoulder_end, outer.start))
        )  # fmt: skip
        holes = tuple(part.rotated(shoulder_end, from_shoulder) for part in holes)
        if hole_legs:
            hole_legs = (
                hole_legs[0].rotated(shoulder_end, from_shoulder),
                hole_legs[1].rotated(shoulder_end, from_shoulder),
            )
    return Upper(
        hole, pitch, way, shoulders, shoulder_legs, holes, hole_legs, from_shoulder, shoulder_end
    )


def _opening(drawn: Callable[[float], tuple[Path, Point]]) -> float:
    """How far below the pitch an armhole's dart opens: by rule, but lower where a bust far below a short
    armhole would have it run along the edge.

    Raises Refusal where it meets the armhole squarely enough nowhere.
    """

    def crossed(share: float) -> float:
        hole, end = drawn(share)
        rest = hole.split(hole.stretches[0].length + share * hole.stretches[1].length)[1]
        (x, y), (u, v) = rest.leaving, unit(sub(end, rest.start))
        return math.degrees(math.atan2(x * v - y * u, x * u + y * v)) - LEAST_CROSSING

    if crossed(UNDER_PITCH) >= 0.0:
        return UNDER_PITCH
    try:
        return root(crossed, UNDER_PITCH, UNDER_MOST, exact=0.01)
    except NoRootError as no_root:
        raise Refusal(
            "armhole_dart",
            "The bust lies too far below the armhole for a dart from there. Please check how both were "
            "measured, or choose a style with princess seams.",
            ("side_neck_to_bust_point", "scye_depth", "armscye_girth"),
        ) from no_root


def armhole_most(block: Block, frame: Frame) -> float:
    """What a dart from the armhole can take."""
    bottom = block.front_top + block.lengths.front_armhole
    deep = frame.tip[1] + 0.56 * (bottom - frame.tip[1])
    reach = math.dist(frame.bust, (block.across_front, deep)) - ARMHOLE_SHORT
    return 0.95 * WIDEST_MOUTH * (frame.radius - SIDE_SHORT) / max(reach, 40.0)


def shoulder_most(frame: Frame) -> float:
    """What a dart from the shoulder can take."""
    reach = math.dist(frame.bust, between(frame.start, frame.tip, 0.5)) - SHOULDER_SHORT
    return WIDEST_MOUTH * (frame.radius - SIDE_SHORT) / max(reach, 40.0)
