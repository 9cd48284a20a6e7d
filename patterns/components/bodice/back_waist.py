"""The back's lower part: where its bust is measured, its centre seam, and its waist with what shapes it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.halves import Half
from patterns.components.neckline.shapes import BACK_DROP
from patterns.drafting.darts import BENT, Row, WaistDart, lay_row, solve_row, split_intake
from patterns.drafting.geometry import Cubic, Line, Path, Point, polar
from patterns.drafting.solving import root

from .block import MOST_SIDE, SIDE_DROP, STEEPEST_DART, WIDEST_WAIST_DART, Block, side_intake
from .shell import Station

FISH_EYE = 28.0  # trade facts §4: a fish-eye dart at most 30
CENTRE_IN = 12.0  # at most, that a centre back seam goes in at the waist; our own
LEAST_BELOW = 25.0  # at least so far above the side's waist the bust is measured; our own
LONGEST = 150.0  # of a back waist dart; our own
UNDER_ARMHOLE = 8.0  # the bust is measured at least so far below the armhole; our own


@dataclass(frozen=True, slots=True)
class Waist:
    """What shapes the back's waist: a row of darts, a panel seam's gap, or stations of a back that is cut
    through. `side` is where the waist meets the side seam."""

    side: Point
    slant: float
    """By how many radians the side seam leans in."""
    spare: float
    """What darts or panel seam take up."""
    row: Row | None = None
    darts: tuple[WaistDart, ...] = ()
    stations: tuple[Station, ...] = ()
    stretches: tuple[Path, ...] = ()
    """Of the waist, where two panels meet there."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The back's lower figures: its centre, and where the bust is measured."""

    half: Half
    centre: Path | None
    """From the waist up to the neck; None where the back is cut whole."""
    centre_in: float
    lean: float
    bust_x: float
    bust_y: float
    longest: float


def seamed(
    block: Block, whole: bool, loose: bool, length: float, panelled: bool
) -> tuple[Lines, Waist]:
    """Over a waist that is sewn to something."""
    lines = _lines(block, whole, False, loose, _bust_y(block, whole, loose, length, panelled))
    return lines, _seamed(block, lines, length, panelled)


def through(
    block: Block, whole: bool, loose: bool, slant: float, length: float, panelled: bool
) -> tuple[Lines, Waist]:
    """Over a waist without a seam, the side leaning in by `slant` (radians) as the front's does."""
    under = block.waist_y - block.lengths.side * math.cos(slant)
    lines = _lines(block, whole, True, loose, max(block.bust_y, under + UNDER_ARMHOLE))
    return lines, _through(block, lines, slant, length, panelled, loose)


def _bust_y(block: Block, whole: bool, loose: bool, length: float, panelled: bool) -> float:
    """Where the bust is measured over a waist that is sewn to something: at the bust point, but clear of the
    armhole, which lies the lower the more its side seam leans in."""
    side, side_y = block.lengths.side, block.waist_y + SIDE_DROP

    def clear(bust_y: float) -> float:
        lines = _lines(block, whole, False, loose, bust_y)
        slant = _seamed(block, lines, length, panelled).slant
        return bust_y - UNDER_ARMHOLE - side_y + side * math.cos(slant)

    upright = max(block.bust_y, side_y - side + UNDER_ARMHOLE)
    if clear(upright) >= 0.0:
        return upright

    def steepest(tall: float) -> float:
        return side * math.cos(math.atan2(MOST_SIDE, tall)) - tall - UNDER_ARMHOLE

    tall = LEAST_BELOW
    if steepest(tall) > 0.0:
        tall = root(steepest, tall, side - UNDER_ARMHOLE, exact=0.01) - 0.1
    return root(clear, upright, max(side_y - tall, upright), exact=0.01)


def _lines(block: Block, whole: bool, through: bool, loose: bool, bust_y: float) -> Lines:
    longest = min(block.waist_y - bust_y - 4.0, LONGEST)
    half = Half("BB", "back", whole=whole)
    if whole:
        return Lines(half, None, 0.0, 0.0, block.back_bust, bust_y, longest)
    spare = block.back_bust + block.front_bust - block.back_waist - block.front_waist
    # §3: Bunka's share at centre back
    centre_in = 0.0 if loose else min(CENTRE_IN, 0.07 * max(spare, 0.0))
    nape = (0.0, BACK_DROP * block.cut.width + block.cut.back_depth)
    turn_y = max(0.45 * block.waist_y, nape[1] + 5.0)
    lean = 0.0
    if not through:  # cut through it stands upright at the waist, and runs on
        lean = 1.3 * math.degrees(math.atan2(centre_in, block.waist_y - turn_y))
    curve = Cubic.leaving_arriving(
        (centre_in, block.waist_y), polar(-90.0 - lean), (0.0, turn_y), (0.0, -1.0)
    )
    t = curve.at_height(bust_y) if centre_in and bust_y > turn_y else None
    bust_x = block.back_bust + (curve.point(t)[0] if t is not None else 0.0)
    centre = Path.of(curve, Line((0.0, turn_y), nape))
    return Lines(half, centre, centre_in, lean, bust_x, bust_y, longest)


def _seamed(block: Block, lines: Lines, length: float, panelled: bool) -> Waist:
    """A waist that is sewn to something: as long as it should be, by its darts or the panel seam."""
    side_y, centre = block.waist_y + SIDE_DROP, (lines.centre_in, block.waist_y)
    room = lines.bust_x - length - lines.centre_in
    widest = min(WIDEST_WAIST_DART, STEEPEST_DART * lines.longest)
    intake = side_intake(room, widest, side_y - lines.bust_y, by_darts=not panelled)
    leaving = polar(-lines.lean)

    def side(intake: float) -> tuple[Point, float]:
        return (lines.bust_x - intake, side_y), math.atan2(intake, side_y - lines.bust_y)

    if panelled:
        at = 0.5 * (lines.centre_in + lines.bust_x - 0.2 * intake)
        foot, slant = side(intake)

        def laid(gap: float) -> tuple[Path, Path, Station]:
            station = Station((at - gap / 2, centre[1] + 1.0), (at + gap / 2, centre[1] + 1.0))
            return (
                Path.of(Cubic.leaving_arriving(centre, leaving, station.inner, (1.0, 0.0))),
                Path.of(Cubic.leaving_arriving(
                    station.outer, (1.0, 0.0), foot, (math.cos(slant), math.sin(slant)))),
                station,
            )  # fmt: skip

        gap = root(
            lambda g: sum(path.length for path in laid(g)[:2]) - length,
            room - intake - 14.0, room - intake + 14.0,
        )  # fmt: skip
        inner, outer, station = laid(gap)
        return Waist(foot, slant, gap, stations=(station,), stretches=(inner, outer))

    count = split_intake(room - intake, widest)
    if not count:  # too little for a dart: the side seam takes it all

        def miss(intake: float) -> float:
            foot, slant = side(intake)
            square = (math.cos(slant), math.sin(slant))
            return lay_row(centre, leaving, foot, square, (), 0.0, True).length - length

        intake = root(miss, room - 12.0, room + 12.0)
    foot, slant = side(intake)
    places = _places(count)
    darts = tuple(
        WaistDart(share * length, 1.0 / count, lines.longest * (1.0 - 0.12 * n))
        for n, share in enumerate(places)
    )
    degrees = math.degrees(slant)
    row = solve_row(
        centre, leaving, lambda shift: ((foot[0] - shift, side_y), polar(degrees)), darts, length, True,
        room - intake,
    )  # fmt: skip
    return Waist(foot, slant, room - intake, row, darts)


def _places(count: int) -> tuple[float, ...]:
    """Where darts stand on a half waist, as shares of it from the centre; our own."""
    return {0: (), 1: (0.46,), 2: (0.36, 0.68), 3: (0.28, 0.52, 0.76)}[count]


def _through(
    block: Block, lines: Lines, slant: float, length: float, panelled: bool, loose: bool
) -> Waist:
    """What shapes a waist without a seam."""
    y = block.waist_y
    side = (lines.bust_x - (y - lines.bust_y) * math.tan(slant), y)
    spare = 0.0 if loose else side[0] - lines.centre_in - length
    if panelled:
        at = 0.5 * (lines.centre_in + lines.bust_x)
        station = Station((at - spare / 2, y), (at + spare / 2, y))
        return Waist(side, slant, spare, stations=(station,))
    stations, taken = [], 0.0
    count = split_intake(spare, FISH_EYE + BENT)
    for n, share in enumerate(_places(count)):
        wide = spare / count
        x = lines.centre_in + share * length + taken + wide / 2
        top = (x, y - lines.longest * (1.0 - 0.12 * n))
        stations.append(Station((x - wide / 2, y), (x + wide / 2, y), top))
        taken += wide
    return Waist(side, slant, spare, stations=tuple(stations))
