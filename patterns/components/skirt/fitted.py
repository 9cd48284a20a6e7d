"""Skirts fitted to the hips by darts and side seams: the figures of the fit, and the halves drawn by it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.waists import Segment
from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.darts import BENT, Row, WaistDart, solve_row
from patterns.drafting.draft import InsideLine, Level, Point, Refusal
from patterns.drafting.geometry import Cubic, Line, Path, polar, rotate
from patterns.drafting.solving import NoRootError, root

from .figures import BACK_DROP, Figures
from .shell import Panel, Quarter

WIDEST_DART = 30.0  # trade facts §4: skirt dart 15-25, at most 30
WIDEST_SIDE = 35.0  # §4: at most 35 a side at one seam edge
MOVED_SIDE = 48.0  # what a side seam takes at most where the darts can't take it all: our own
STEEPEST = 20.0  # §4: hip curve no steeper than about 20° at the waist
HIGHEST_HIP = 90.0  # below the waist: nearer nothing can be shaped between; our own
LEAST_DART = 6.0  # an intake under this is no dart: the side takes it
BENT_MORE = 0.12  # beside BENT, for each degree of flare over 6: it bends a waist further; our own
NEAREST = 28.0  # between two darts, or a dart and the side, at the waist; our own
MOST_FRONT, MOST_BACK = 3, 4  # darts of a half
SHARES = {0: (), 1: (0.5,), 2: (0.4, 0.7), 3: (0.3, 0.54, 0.77), 4: (0.25, 0.45, 0.64, 0.82)}
WAIST_ALLOWANCE = 10.0  # §7

DOES_NOT_FIT = (
    "The hips and waist given differ by more than this skirt's darts and side seams can shape. "
    "Please check both measurements."
)


@dataclass(frozen=True, slots=True)
class SideSeam:
    """A shaped seam, the same on both pieces it joins: from the waist over the hip to the hem.

    It leans out by `lean` degrees from the hip down, and the hip line with it: that is an arc on a cone,
    of which the chord is drawn. `intake` is taken off above the hip, `rise` added to its height there,
    and it leaves the waist `steep` degrees steeper than it leans. `long` is from hip to hem.
    """

    intake: float
    rise: float
    steep: float
    hip_y: float
    lean: float
    long: float

    def hip(self, wide: float) -> Point:
        """Where it crosses the hip line of a half this wide there."""
        half = math.radians(self.lean / 2)
        return wide * math.cos(half), self.hip_y - wide * math.sin(half)

    def top(self, hip: Point, shift: float = 0.0) -> tuple[Point, Point]:
        """Its upper end, and the waist's direction there, squared to it."""
        upright = (hip[0] - self.intake - shift, hip[1] - self.hip_y - self.rise)
        return rotate(upright, hip, -self.lean), polar(-self.steep - self.lean)

    def path(self, hip: Point, top: Point) -> Path:
        down = polar(90.0 - self.lean)
        leaving = polar(90.0 - self.steep - self.lean)
        end = (hip[0] + self.long * down[0], hip[1] + self.long * down[1])
        return Path.of(
            Cubic.leaving_arriving(top, leaving, hip, down, 0.3, 0.38), Line(hip, end)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fit:
    """How hip and waist are brought together, for one half: the hip's widths, what side seam and centre
    back take, and what the darts take, in so many of at most that length."""

    front_hip: float
    back_hip: float
    centre_in: float
    side: SideSeam
    front_intake: float
    back_intake: float
    front_longest: float
    back_longest: float
    front_count: int
    back_count: int


def fit(making: Making, figures: Figures, lean: float, centre_seam: bool) -> Fit:
    """The side seam takes 40 % of hip - waist over its four edges (§4: 30-50 %), at most 35 each, what the
    flare's own cone takes left out; a centre back seam a little; darts the rest. Where these would be too
    many the side takes more, told as dart_moved. Raises Refusal."""
    mind_hip_level(figures)
    top, hip_y = figures.top, figures.hip_y
    cone = hip_y * math.radians(lean)
    spare = figures.hip - top.girth - 4 * cone
    tilt = hip_tilt(figures)
    front_hip, back_hip = figures.hip / 4 - tilt, figures.hip / 4 + tilt
    centre_in = min(10.0, max(0.0, 0.04 * spare)) if centre_seam else 0.0
    front_spare = front_hip - cone - top.front
    back_spare = back_hip - cone - top.back - centre_in

    front_longest = min(95.0, 0.52 * hip_y) - 0.5 * figures.band
    back_longest = max(min(130.0, hip_y - 45.0) - 0.5 * figures.band, 60.0)
    bent = BENT + BENT_MORE * max(lean - 6.0, 0.0)
    front_wide = min(WIDEST_DART, 0.4 * front_longest) - bent
    back_wide = min(WIDEST_DART, 0.4 * (back_longest - 12.0)) - bent
    intake = min(WIDEST_SIDE, 0.1 * spare)
    beyond = max(front_spare - MOST_FRONT * front_wide, back_spare - MOST_BACK * back_wide)
    if beyond > intake:
        intake = beyond
        making.warn(
            "dart_moved",
            "More than usual is taken in at the side seams, so that no dart is too wide.",
        )
    front_intake = front_spare - intake
    if front_intake < LEAST_DART:
        intake, front_intake = intake + front_intake, 0.0
    back_intake = back_spare - intake
    front_count = _count(front_intake, front_wide)
    back_count = _count(back_intake, back_wide)
    if (
        intake > MOVED_SIDE or intake < -25.0 - 0.8 * cone
        or front_count > MOST_FRONT or back_count > MOST_BACK
    ):  # fmt: skip
        raise Refusal("hip_to_waist", DOES_NOT_FIT, ("waist_girth", "hip_girth"))
    steep = steepness(intake, hip_y)
    rise = 0.5 * front_hip * math.tan(math.radians(steep / 2)) + 2.0
    side = SideSeam(intake, rise, steep, hip_y, lean, figures.hem_y - hip_y)
    return Fit(
        front_hip, back_hip, centre_in, side, front_intake, max(back_intake, 0.0),
        front_longest, back_longest, front_count, back_count,
    )  # fmt: skip


def mind_hip_level(figures: Figures) -> None:
    """Refuse hips so near the waist that nothing could be shaped between."""
    if figures.hip_y < HIGHEST_HIP:
        raise Refusal(
            "hip_level",
            "The hips were measured too near the waist. Please measure the height between them again.",
            ("waist_to_hip",),
        )


def hip_tilt(figures: Figures) -> float:
    """By how much the back's hip is more than a quarter: 6 (our own) where the waist is small; the less
    there is to take in, the nearer to what leaves front and back the same to take."""
    same = (figures.top.back - figures.top.front) / 2
    share = min(1.0, max(figures.hip - figures.top.girth, 0.0) / 200.0)
    return same + (6.0 - same) * share


def steepness(intake: float, hip_y: float) -> float:
    """By how many degrees a shaped seam is steeper at the waist than below the hip (§4: 20 at most); less
    than nothing where the waist is so wide that it stands out."""
    return min(STEEPEST, 1.5 * math.degrees(math.atan2(intake, hip_y)))


def _count(intake: float, wide: float) -> int:
    return 0 if intake < LEAST_DART else math.ceil(intake / wide - 1e-9)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A half from centre to side: its waist row, the point where its side crosses the hip line, its side
    and centre seams, run down."""

    row: Row
    hip: Point
    side: Path
    centre: Path


def shape(figures: Figures, found: Fit) -> tuple[Shaped, Shaped]:
    """Front and back, their waists exactly as long as those they meet, their side seams alike.

    Raises Refusal where no such waist line can be drawn."""
    top = figures.top
    front_darts = darts(
        found.front_count, top.front, 0.0, found.front_longest, top.front_darts
    )  # fmt: skip
    back_darts = darts(found.back_count, top.back, 12.0, found.back_longest, top.back_darts)

    def front(wide: float) -> tuple[Shaped, SideSeam]:
        hip = found.side.hip(wide)
        row = solve_row(
            (0.0, 0.0), (1.0, 0.0), lambda shift: found.side.top(hip, shift), front_darts, top.front,
            False, found.front_intake,
        )  # fmt: skip
        centre = Path.straight((0.0, 0.0), (0.0, figures.hem_y))
        side = found.side
        if not front_darts:  # its side has moved to meet the waist: the back's is the same seam
            straight, _ = found.side.top(hip)
            moved = math.hypot(straight[0] - row.side[0], straight[1] - row.side[1])
            side = replace(
                side, intake=side.intake + math.copysign(moved, straight[0] - row.side[0])
            )
        return Shaped(row, hip, side.path(hip, row.side), centre), side

    def back_row(wide: float, side: SideSeam) -> Row:
        hip = side.hip(wide)
        start, leaving = (found.centre_in, BACK_DROP), polar(_centre_lean(found))
        if back_darts:
            return solve_row(
                start, leaving, lambda shift: side.top(hip, shift), back_darts, top.back, False,
                found.back_intake,
            )  # fmt: skip
        point, arriving = side.top(hip)
        return Row((Path.of(Cubic.leaving_arriving(start, leaving, point, arriving)),), (), ())

    try:
        tilt = 0.0
        if not back_darts:  # nothing else gives way: the side seam is set a little to front or back

            def miss(tilt: float) -> float:
                return (
                    back_row(found.back_hip + tilt, front(found.front_hip - tilt)[1]).length
                    - top.back
                )

            tilt = root(miss, -12.0, 12.0, exact=1e-4)
        drawn, side = front(found.front_hip - tilt)
        row = back_row(found.back_hip + tilt, side)
    except NoRootError as no_root:
        raise Refusal(
            "waist_line",
            "No waist line could be found for these hips and this waist. Please check both measurements.",
            ("waist_girth", "hip_girth", "waist_to_hip"),
        ) from no_root
    hip = side.hip(found.back_hip + tilt)
    return drawn, Shaped(row, hip, side.path(hip, row.side), _centre_back(figures, found))


def _centre_lean(found: Fit) -> float:
    """By how many degrees centre back leans at the waist."""
    tall = max(found.side.hip_y - BACK_DROP - 20.0, 40.0)
    return math.degrees(math.atan2(found.centre_in, tall)) * 1.3


def _centre_back(figures: Figures, found: Fit) -> Path:
    """Centre back from the waist down to the hem."""
    bottom = (0.0, figures.hem_y)
    if not found.centre_in:
        return Path.straight((0.0, BACK_DROP), bottom)
    turn = (0.0, figures.hip_y - 10.0)
    curve = Cubic.leaving_arriving(
        (found.centre_in, BACK_DROP), polar(90.0 + _centre_lean(found)), turn, (0.0, 1.0)
    )  # fmt: skip
    return Path.of(curve, Line(turn, bottom))


def darts(
    count: int, waist: float, shorter: float, length: float, given: tuple[float, ...]
) -> list[WaistDart]:
    """Darts below those given (of the bodice), the rest between them and the side. Where that leaves no
    room beside the last, one fewer is met; where none can be, they are spread over the half waist."""
    places = tuple(waist * share for share in SHARES[count])
    for kept in range(min(count, len(given)), 0, -1):
        last, rest = given[kept - 1], count - kept
        step = (waist - last) / (rest + 1)
        if not rest or step >= NEAREST:
            places = given[:kept] + tuple(last + step * number for number in range(1, rest + 1))
            break
    return [
        WaistDart(at, 1.0 / count, length - shorter * number) for number, at in enumerate(places)
    ]


def tell_darts(making: Making, found: Fit) -> None:
    if found.front_count > 1:
        making.warn(
            "dart_split",
            f"The front waist dart is split in {_WORDS[found.front_count]}, so that none is too wide.",
        )
    if found.back_count > 2:
        making.warn(
            "dart_split",
            f"The back waist is shaped by {_WORDS[found.back_count]} darts a side, so that none is too wide.",
        )


_WORDS = {2: "two", 3: "three", 4: "four"}


def quarter(
    half: Half, name: str, figures: Figures, drawn: Shaped, hem: float, inner: str = ""
) -> Quarter:
    """The half as one panel, its top cut off where a contoured band takes its place. `inner` names the
    centre seam of a half cut as a pair."""
    row = drawn.row
    lefts = [drawn.centre, *(legs[1].reversed() for legs in row.legs)]
    rights = [*(legs[0] for legs in row.legs), drawn.side]
    segments = tuple(
        Segment(top, left, right)
        for top, left, right in zip(row.stretches, lefts, rights, strict=True)
    )
    tops, left_edges, right_edges = cut_off(segments, figures.band)
    parts: list[Part] = []
    mouths: list[Mouth] = []
    names = tuple(f"waist_{number}" for number in range(1, len(tops) + 1))
    for number, (top, right) in enumerate(zip(tops, right_edges, strict=True), start=1):
        parts.append(Part(names[number - 1], top, WAIST_ALLOWANCE, line="waist"))
        if number < len(tops):
            first, second = f"dart_{number}_inner", f"dart_{number}_outer"
            parts += [Part(first, right, 0.0), Part(second, left_edges[number].reversed(), 0.0)]
            mouths.append(Mouth(first, second, "first"))
    side, end = right_edges[-1], drawn.centre.end
    leaving = polar(180.0 - _heading_from_down(side))
    hem_line = Path.of(Cubic.leaving_arriving(side.end, leaving, end, (-1.0, 0.0)))
    parts += [
        Part("side", side, figures.seam),
        Part("hem", hem_line, hem, finish="hem", line="hem"),
    ]
    if inner:
        parts.append(Part(inner, left_edges[0].reversed(), figures.seam))
    x = (0.5 if inner else 0.3) * drawn.hip[0]
    centre = f"centre {half.view}"
    down = left_edges[0]
    panel = Panel(
        half, name, tuple(parts),
        grainline=figures.grainline(x),
        waist=names, mouths=tuple(mouths),
        lines=() if inner else (
            InsideLine(centre, "centre", np.array((down.start, down.end))),
        ),
        hip=_hip_level(figures, drawn),
    )  # fmt: skip
    return Quarter((panel,), segments)


def _heading_from_down(side: Path) -> float:
    """By how many degrees a seam leans out where it ends."""
    x, y = side.arriving
    return math.degrees(math.atan2(x, y))


def _hip_level(figures: Figures, drawn: Shaped) -> Level:
    if abs(drawn.hip[1] - figures.hip_y) < 1e-6:
        return Level(y=figures.hip_y)
    return Level(lines=((drawn.hip, (0.0, figures.hip_y)),))


def cut_off(segments: Sequence[Segment], depth: float) -> tuple[list[Path], list[Path], list[Path]]:
    """The waist's stretches and the edges below them, a depth cut off the top of all."""
    if not depth:
        return (
            [segment.top for segment in segments], [segment.left for segment in segments],
            [segment.right for segment in segments],
        )  # fmt: skip
    return (
        [segment.below(depth) for segment in segments],
        [segment.left.split(depth)[1] for segment in segments],
        [segment.right.split(depth)[1] for segment in segments],
    )
