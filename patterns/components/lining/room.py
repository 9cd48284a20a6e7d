"""The room a lining has at the armhole, and a sleeve's lining that fits it there. Trade facts §7."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Rim
from patterns.components.meeting import Armhole
from patterns.drafting.draft import Points
from patterns.drafting.solving import NoRootError, root

from .bending import bent
from .sheet import Sheet

ACROSS_BACK = 5.0  # §7: a side
STEEPEST = 0.035  # how much a side may lean out for it, as a share of its length (2 degrees)
RAISED = (12.0, 8.0, 4.0)  # §7: 10-15, with a sleeve; less where its cap would not fit then
SLEEVE = 5.0  # §7: a sleeve is 10 wider
LEAST, WIDEST = 1.0, 20.0  # a sleeve's side may have instead, where its cap needs it; our own
MORE = 10.0  # that an armhole's end may be wider for it; our own


class _End:
    """The underarm's end of an armhole or a sleeve's cap: its last edge, bent below the notch, and the
    seam that runs down from it."""

    def __init__(self, sheet: Sheet, number: int, forward: bool, still: float) -> None:
        self.sheet, self.forward, self.still = sheet, forward, still
        self.border = sheet.borders[number]
        self.chain = sheet.chain(number + 1 if forward else number - 1, forward)
        seam, last = self.chain[0].points, self.chain[-1].points
        self.near, then = (seam[0], seam[1]) if forward else (seam[-1], seam[-2])
        self.far = last[-1] if forward else last[0]
        self.up = (self.near - then) / float(np.hypot(*(self.near - then)))
        self.side = math.copysign(1.0, float(self.border.points[:, 0].mean()))

    def longer(self, by: Points) -> float:
        """How much longer the edge is when its end moves."""
        moved = bent(self.border.points, self.forward, self.still, by)
        return float(np.hypot(*np.diff(moved, axis=0).T).sum()) - self.border.length

    def give(self, by: Points) -> float:
        """Move the edge's end, its corner kept. Returns how much longer it is."""
        border, before = self.border, self.border.length
        border.points = bent(border.points, self.forward, self.still, by)
        self.sheet.keep_corner(border, self.chain[0], self.forward)
        change = border.length - before
        if self.forward:
            border.after += change
        else:
            border.before += change
        return change


def _swung(end: _End, out: float, raised: float) -> Points:
    """Where an armhole's end goes when its side seam swings out and runs on higher."""
    way = end.near - end.far
    angle = math.copysign(out / float(np.hypot(*way)), -way[1] * end.side)
    cos, sin = math.cos(angle), math.sin(angle)
    turn = np.array(((cos, sin), (-sin, cos)))
    return np.asarray(way @ turn - way + end.up @ turn * raised)


def loosen(making: Making, sheets: Mapping[str, Sheet]) -> None:
    """Give the armhole its room: the back wider, with a sleeve all of it higher; the sleeve higher too,
    and by so much wider that below the notches it is as long as the armhole's lining. Where no such room
    can be had, the lining is the shell's shape."""
    assert making.armhole is not None
    hole, sleeve = making.armhole, sheets.get("SL")
    caps = _cap_ends(sleeve, hole) if sleeve else {}
    places = {
        "front": (hole.front, hole.front_pitch, 0.0),
        "back": (hole.back, hole.back_pitch, ACROSS_BACK),
    }
    ends = {
        place: found for place, (rim, pitch, _) in places.items()
        if (found := _hole_ends(sheets, rim, pitch))
    }  # fmt: skip
    room = _Room(
        0.0, 0.0, {place: _at_most(found[0], places[place][2]) for place, found in ends.items()}
    )
    if caps and len(ends) == 2:
        room = _matched(caps, {place: found[0] for place, found in ends.items()}, room.outs)
    for place, found in ends.items():
        change = 0.0
        for end in found:
            by = _swung(end, room.outs[place], room.raised)
            end.sheet.swing(end.chain, end.forward, room.outs[place])
            if room.raised:
                end.sheet.lengthen(end.chain[0], end.forward, room.raised)
            change = end.give(by)
        if place in caps and room.raised:
            cap = caps[place]
            wide = _width(cap, room.sleeve, change)
            cap.sheet.lengthen(cap.chain[0], cap.forward, room.sleeve)
            cap.sheet.move(cap.chain, cap.side * wide)
            cap.give(_wider(cap, room.sleeve, wide))
    if sleeve:
        sleeve.close_hem()


@dataclass(frozen=True, slots=True)
class _Room:
    """How much the armhole and the sleeve's cap are raised, and how much wider the armhole is at front
    and back."""

    raised: float
    sleeve: float
    outs: Mapping[str, float]


def _hole_ends(sheets: Mapping[str, Sheet], hole: Rim, pitch: float) -> list[_End]:
    """On both hands of a piece drawn whole."""
    run = hole.runs[-1]
    sheet = sheets.get(run.half.code)
    if sheet is None:
        return []
    still = max(pitch - sum(other.length for other in hole.runs[:-1]), 0.0)
    found = []
    for hand in HANDS if run.half.whole else (run.half.drafted,):
        side = run.half.side(run.edge, hand, run.reversed)
        found.append(_End(sheet, sheet.find(str(side.edge)), not side.reversed, still))
    return found


def _cap_ends(sheet: Sheet, hole: Armhole) -> dict[str, _End]:
    cap = [n for n, border in enumerate(sheet.borders) if border.line == "armhole"]
    return {
        place: _End(sheet, number, forward, max(sheet.borders[number].length - lower, 0.0))
        for place, number, forward, lower in (
            ("front", cap[0], False, hole.front.length - hole.front_pitch),
            ("back", cap[-1], True, hole.back.length - hole.back_pitch),
        )
    }


def _at_most(end: _End, out: float) -> float:
    return min(out, STEEPEST * float(np.hypot(*(end.near - end.far))))


def _wider(cap: _End, raised: float, wide: float) -> Points:
    return np.asarray(cap.up * raised + np.array((cap.side * wide, 0.0)))


def _width(cap: _End, raised: float, change: float) -> float:
    """How much wider a cap's end must be, so raised, to be so much longer; the rule's own where none is."""
    try:
        return root(lambda wide: cap.longer(_wider(cap, raised, wide)) - change, 0.0, WIDEST)
    except NoRootError:
        return SLEEVE


def _matched(
    caps: Mapping[str, _End], holes: Mapping[str, _End], outs: Mapping[str, float]
) -> _Room:
    """Room with which a sleeve no narrower than the shell's fits the armhole: the sleeve is raised a
    little more than the armhole, or the armhole made a little wider, or raised less; or there is none."""

    def over(place: str, raised: float, sleeve: float, out: float) -> float:
        """How much too long the cap is even when it is hardly wider."""
        cap, hole = caps[place], holes[place]
        return cap.longer(_wider(cap, sleeve, LEAST)) - hole.longer(_swung(hole, out, raised))

    for raised in RAISED:
        for sleeve in (raised, raised + 4.0, raised + 8.0):
            if all(over(place, raised, sleeve, outs[place]) <= 0.0 for place in holes):
                return _Room(raised, sleeve, outs)
        wider = {
            place: max(_at_most(hole, outs[place] + MORE), outs[place])
            for place, hole in holes.items()
        }
        if any(over(place, raised, sleeve, wider[place]) > 0.0 for place in holes):
            continue
        for place in holes:
            if over(place, raised, sleeve, outs[place]) > 0.0:
                wider[place] = root(partial(over, place, raised, sleeve), outs[place], wider[place])
            else:
                wider[place] = outs[place]
        return _Room(raised, sleeve, wider)
    return _Room(0.0, 0.0, dict.fromkeys(holes, 0.0))
