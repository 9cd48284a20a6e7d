"""The kimono: sleeve and bodice cut in one. The bodice's front and back grow an arm each, before they are
cut: the shoulder seam runs on over the arm, the side seam comes in a curve from under it.

The arm leaves the shoulder but a little steeper than the shoulder falls, never under 45 degrees, and the
underarm is lowered until the upper arm has its room: so it lifts without a gusset (trade facts §5).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Rim, Run, one_hand
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import FinishedMeasure, InsideLine, Level, Refusal
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, crossing, polar, sub, unit
from patterns.drafting.solving import NoRootError, root

from .arm import Arm, arm_of, hem_at
from .below import HEM
from .cap import LEAST_ARM_EASE

if TYPE_CHECKING:
    from patterns.components.bodice.shell import Panel, Shell

STEEPER, FLATTER, STEEPEST = 3.0, 12.0, 44.0
"""Degrees: the arm hangs so much steeper than the shoulder; where the side is short up to so much flatter;
at most so far under the horizontal. Our own."""
BEND = 90.0  # over how much of the arm the seam bends down over the shoulder; our own
LOWERED = 15.0  # the underarm lies at least so far under a set-in sleeve's; our own
FILLET, LEAST_FILLET, ABOVE_WAIST, ABOVE_DART = 85.0, 42.0, 8.0, 18.0
"""How far to both sides of the corner under the arm the seam is rounded: sharper it tears; and how much of
the side seam is left below, or above a dart on it. Our own."""
SHORTEST, STRAIGHT = 118.0, 20.0
"""The least seam under the arm, and how much of it above the hem's turning runs straight; our own."""
TAPER = 0.04  # how steeply the seam under the arm may come in to the hem; our own
CAP = 0.30  # of the armhole: what a set-in sleeve's cap would take of a short one's length; our own
SHARED, SWUNG, MOST_SHARED = 28.0, 7.0, 2.0
"""Front and back share the arm's girth and swing so that their seams under it are as long: by so many mm,
and degrees, at a time, up to so many times; our own."""
TIGHTEST = 24.0  # the least radius of the curve under the arm: its allowance must lie in it
RADII = 9  # places where it is asked
MARKED = "upper arm"


@dataclass(frozen=True, slots=True)
class _Place:
    """A panel's shoulder tip and underarm, the unit direction down its side seam, how many degrees its
    shoulder falls, and how far down the side the arm may reach: to a dart, or nearly to its end."""

    tip: Point
    under: Point
    down: Point
    slope: float
    side: Path
    room: float


@dataclass(frozen=True, slots=True)
class _Arm:
    """The lines of one half's arm, clockwise; `lower` is how far below the old underarm the side seam is
    met, `across` where the upper arm is measured, `pit` the corner under the arm before it was rounded."""

    overarm: Path
    hem: Path
    underarm: Path
    lower: float
    across: tuple[Point, Point]
    pit: Point
    pit_along: float
    """How far down the arm that corner lies."""
    spare: float
    """How much further to both sides of it the seam is rounded than it must be; negative: less."""


def grow(making: Making, front: Shell, back: Shell) -> None:
    """Give both shells their arm in place of an armhole, on the panels that have it: parts, lines and
    side rim; and state the sleeve's measures. Call it before the panels are cut.

    The arm's girth is shared between front and back so that their underarm seams are as long. Raises
    Refusal where the side seam is too short for the curve under the arm.
    """
    arm, asked = arm_of(making), making.number("sleeve.upper_arm_ease")
    here, there = _place(front), _place(back)
    girth = front.armhole_path.length + back.armhole_path.length
    ends = hem_at(making, arm, CAP * girth)
    found = _hang(here, there, front.slope, arm, ends, asked)
    if found is None and asked > LEAST_ARM_EASE:
        found = _hang(here, there, front.slope, arm, ends, LEAST_ARM_EASE)
        making.warn(
            "fallback_upper_arm_ease",
            f"The side seam leaves the upper arm {LEAST_ARM_EASE:.0f} mm of ease, less than this fit's.",
        )
    if found is None:
        raise Refusal(
            "kimono",
            "The side is too short under the arm for a sleeve cut in one with the bodice. Please choose "
            "a set-in sleeve.",
            ("upper_arm_girth", "scye_depth", "back_neck_to_waist"),
        )
    angle, at_front, at_back = found
    ends = at_front.overarm.length
    making.parameters["sleeve.ends"] = round(ends, 2)
    making.parameters["sleeve.angle"] = round(angle, 2)
    hems = _apply(front, at_front), _apply(back, at_back)
    front.side_marks = (
        sum(each.length for each in at_front.underarm.stretches[:1]),
        *front.side_marks,
    )
    making.sleeve_hem = Rim((replace(hems[1], reversed=True), hems[0]))
    across = [math.dist(*drawn.across) for drawn in (at_front, at_back)]
    marked = one_hand((*front.listed(MARKED), *back.listed(MARKED)))
    making.finished += [
        FinishedMeasure("upper_arm_girth", sum(across), lines=marked),
        FinishedMeasure(
            "sleeve_length", ends, edges=one_hand(front.panels[-1].half.edges("overarm"))
        ),
        FinishedMeasure(
            "sleeve_hem", making.sleeve_hem.length, edges=one_hand(making.sleeve_hem.edges())
        ),
    ]


def _place(shell: Shell) -> _Place:
    """Where the arm grows on the panel as it lies, whatever darts stand open in it."""
    run = shell.armhole.runs[0]
    parts = shell.panel(run.half.code).parts
    number = next(n for n, part in enumerate(parts) if part.name == run.edge)
    falls, hole, side = parts[number - 1].path.arriving, parts[number].path, parts[number + 1].path
    room = side.length - (ABOVE_DART if "dart" in parts[number + 2].name else ABOVE_WAIST)
    if shell.bottom is None:  # cut through: not below the waist
        room = min(room, shell.waist_side[1] - hole.end[1] - ABOVE_WAIST)
    slope = math.degrees(math.atan2(falls[1], falls[0]))
    return _Place(hole.start, hole.end, side.leaving, slope, side, room)


def _hang(
    here: _Place, there: _Place, falls: float, arm: Arm, ends: float, ease: float
) -> tuple[float, _Arm, _Arm] | None:
    """At what angle the front's arm hangs, and both arms: flatter where the side seams would be too short
    for the curve under the arm; None where they are too short for any. `falls` is the shoulder's slope,
    darts closed."""
    if min(here.room, there.room) < LOWERED + LEAST_FILLET:
        return None
    wide = (arm.upper + ease) / 2
    for place in (here, there):  # a short one still clears the curve under the arm
        ends = max(ends, _draw(place, arm, ends, wide, wide, STEEPER).pit_along + SHORTEST)
    hem = max(min(arm.room_at(ends, ease) / 2, wide), wide - TAPER * ends)

    def shared(steeper: float, by: float) -> tuple[_Arm, _Arm]:
        more, turn = SHARED * by, SWUNG * by
        return (
            _draw(here, arm, ends, wide - more, hem - more, steeper - turn),
            _draw(there, arm, ends, wide + more, hem + more, steeper + turn),
        )

    def both(steeper: float) -> tuple[_Arm, _Arm]:
        def miss(by: float) -> float:
            front, back = shared(steeper, by)
            return front.underarm.length - front.lower - back.underarm.length + back.lower

        return shared(steeper, root(miss, -MOST_SHARED, MOST_SHARED))

    def spare(steeper: float) -> float:
        return min(drawn.spare for drawn in both(steeper))

    steeper = min(STEEPER, STEEPEST - falls)
    try:
        if spare(steeper) < 0:
            steeper = root(spare, -FLATTER, steeper, exact=0.1)
        return falls + steeper, *both(steeper)
    except NoRootError:
        return None


def _draw(place: _Place, arm: Arm, ends: float, wide: float, hem: float, steeper: float) -> _Arm:
    """The arm of one half, so much steeper than the shoulder; `wide` and `hem` are its share of girths."""
    tip, under, down = place.tip, place.under, place.down
    angle = place.slope + steeper
    way = polar(angle)
    inward = (-way[1], way[0])
    knee = along(tip, polar((place.slope + angle) / 2), BEND)
    bend = Cubic.leaving_arriving(tip, polar(place.slope), knee, way)
    outer = along(knee, way, ends - bend.length)
    inner = along(outer, inward, hem)
    biceps = along(knee, way, min(0.24 * arm.length, 0.7 * ends) - bend.length)
    # The seam under the arm runs straight, as far off as the upper arm needs, to where it meets the side.
    corner = crossing(inner, sub(along(biceps, inward, wide), inner), under, down) or under
    lower = (corner[0] - under[0]) * down[0] + (corner[1] - under[1]) * down[1]
    lower = max(lower, LOWERED)
    pit = along(under, down, lower)
    straight, beyond = unit(sub(pit, inner)), math.dist(inner, pit)
    reach = min(FILLET, place.room - lower)
    by_arm = max(min(reach, beyond - HEM - STRAIGHT), 10.0)
    by_side = max(min(reach, 1.2 * by_arm), 10.0)
    above, below = place.side.split(min(lower + by_side, place.side.length - 1.0))
    # A trial may meet the side where two of its stretches do: then there is nothing of one of them.
    last, first = above.stretches[-1], below.stretches[0]
    onward = last.arriving if last.length > first.length else first.leaving
    start, end = along(pit, straight, -by_arm), above.end
    turn = math.acos(straight[0] * down[0] + straight[1] * down[1])
    handle = 4 / 3 * math.tan(turn / 4) / math.tan(turn / 2)
    curve = Cubic(
        start, along(start, straight, handle * by_arm), along(end, onward, -handle * by_side), end
    )
    underarm = Path.of(Line(inner, start), curve)
    spare = min(min(reach, by_arm) - LEAST_FILLET, _radius(curve) - TIGHTEST)
    square = (straight[1], -straight[0])
    under_biceps = crossing(biceps, inward, inner, straight) or pit
    return _Arm(
        Path.of(bend, Line(knee, outer)),
        Path.of(Cubic.leaving_arriving(outer, inward, inner, square)),
        underarm, lower + by_side, (biceps, under_biceps), pit, ends - beyond, spare,
    )  # fmt: skip


def _radius(curve: Cubic) -> float:
    """The least radius of a curve, at so many places from end to end: between them it changes by less than
    what the tightest has over an allowance."""
    points = np.array((curve.a, curve.b, curve.c, curve.d))
    first, second = 3.0 * np.diff(points, axis=0), 6.0 * np.diff(points, 2, axis=0)
    t = np.linspace(0.0, 1.0, RADII)[:, None]
    (x, y) = (first[0] * (1 - t) ** 2 + 2 * first[1] * (1 - t) * t + first[2] * t * t).T
    (u, v) = (second[0] * (1 - t) + second[1] * t).T
    return float(1.0 / np.max(np.abs(x * v - y * u) / np.hypot(x, y) ** 3))


def _apply(shell: Shell, drawn: _Arm) -> Run:
    """Put the arm on the panel that has the armhole; its hem."""
    run = shell.armhole.runs[0]
    panel = shell.panel(run.half.code)
    number = next(n for n, part in enumerate(panel.parts) if part.name == run.edge)
    shoulder, side = panel.parts[number - 1], panel.parts[number + 1]
    _keep_levels(panel)
    _, rest = side.path.split(drawn.lower)
    panel.parts[number : number + 2] = [
        Part("overarm", drawn.overarm, shoulder.allowance),
        Part("sleeve_hem", drawn.hem, HEM, "hem", "sleeve hem"),
        Part("underarm", drawn.underarm, side.allowance),
        replace(side, path=rest),
    ]
    panel.notches = [
        *(replace(n, at=n.at - drawn.lower) if n.edge == side.name else n for n in panel.notches),
        NotchAt("overarm", 0.0),
    ]
    panel.lines += [
        InsideLine(MARKED, "measure", np.array(drawn.across)),
    ]
    first, *others = shell.side.runs
    longer = drawn.underarm.length - drawn.lower
    shell.side = Rim((
        Run(panel.half, "underarm", drawn.underarm.length),
        replace(first, length=rest.length), *others,
    ))  # fmt: skip
    shell.side_marks = tuple(mark + longer for mark in shell.side_marks if mark > drawn.lower + 1.0)
    shell.armhole = Rim(())
    overarm = Run(panel.half, "overarm", drawn.overarm.length)
    shell.shoulder = Rim((*shell.shoulder.runs, overarm), shell.shoulder.centred)
    return Run(panel.half, "sleeve_hem", drawn.hem.length)


def _keep_levels(panel: Panel) -> None:
    """At the height of bust or waist a kimono may be as wide as its sleeve: a girth is read off up to where
    the side seam would be."""
    for name, level in panel.levels.items():
        if level.y is None or level.x is not None:
            continue
        y, xs = level.y, [0.0] if panel.half.whole else []
        for part in panel.parts:
            for (x0, y0), (x1, y1) in pairwise(part.path.flatten().tolist()):
                if (y0 > y) != (y1 > y):
                    xs.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
        if xs:
            panel.levels[name] = Level(y=y, x=(min(xs), max(xs)))
