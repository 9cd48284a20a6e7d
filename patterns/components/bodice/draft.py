"""How a bodice is drafted: block, back, front; then their seams, measures and what others meet."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Rim, one_hand
from patterns.components.meeting import Armhole, Neckline, Opening, Waist
from patterns.components.sleeve import kimono
from patterns.components.waists import girth
from patterns.drafting.cutting import CrossedOutlineError
from patterns.drafting.draft import FinishedMeasure, InsideLine, Refusal
from patterns.drafting.solving import NoRootError
from patterns.specs import Setting

from . import below, depth, wrap
from .back import draft_back
from .block import Block, work_out
from .front import draft_front
from .openings import UNDERARM, end_at_hem, let_out, sew_centre_back, sew_sides
from .sewing import order_of_work
from .shaping import ALL_TAKING
from .shell import Shell

SETTLED = ("bodice.hip_ease", "bodice.hem_allowance", "bodice.back_shoulder_ease")
"""Parameters that are asked for, and settled while it is drafted."""
OVER_BUST = 20.0  # trade facts §6: what passes has so much to spare
ARMHOLE_LINE = "armhole line"
LEAST_DART = 6.0  # §4: a narrower dart is no dart
ROUNDS = 12  # of finding the waist without darts: three or four do


def draft(making: Making) -> None:
    """Adds the front's and the back's pieces, their seams and measures, and the neckline, armhole and
    waist that others meet.

    Raises Refusal where bust, waist and lengths leave no bodice to draft.
    """
    _ease_for_passing(making)
    asked = {name: making.parameters[name] for name in SETTLED}
    if making.text("sleeve.style") == "kimono" and _draft_kimono(making, asked):
        return
    told = len(making.warnings)
    try:
        _draft(making, asked)
    except (Refusal, CrossedOutlineError):
        if making.text("bodice.bust", "side") in ALL_TAKING:
            raise
        del making.warnings[told:]
        making.parameters["bodice.bust"] = "shoulder_princess"
        making.warn(
            "fallback_princess",
            "The bust is shaped by a seam from the shoulder: darts would be too wide to be sewn well.",
        )
        _draft(making, asked)


def _draft_kimono(making: Making, asked: Mapping[str, Setting]) -> bool:
    """Whether a kimono could be drafted; where not, its sleeve is to be set in."""
    told, stated = len(making.warnings), len(making.finished)
    try:
        _draft(making, asked)
    except (Refusal, CrossedOutlineError):
        del making.warnings[told:], making.finished[stated:]
        making.sleeve_hem = None
        making.parameters["sleeve.style"] = "set_in"
        making.warn(
            "fallback_set_in",
            "The sleeve is set in: the side is too short under the arm for one cut in one with the bodice.",
        )
        return False
    return True


def _draft(making: Making, asked: Mapping[str, Setting]) -> None:
    """`asked`: what drafting settles, as it was asked for."""
    told, before = making.warnings[:], {**making.parameters, **asked}

    def drawn(moved: float) -> tuple[Block, Shell, Shell, float]:
        making.warnings, making.parameters = told[:], dict(before)
        block = work_out(making, moved)
        return block, *_drawn(making, block)

    tries = {0.0: drawn(0.0)}

    def girth_at(moved: float) -> float:
        if moved not in tries:
            tries[moved] = drawn(moved)
        _, front, back, _ = tries[moved]
        return front.armhole_path.length + back.armhole_path.length

    moved = depth.move(making, tries[0.0][0], girth_at)
    block, front, back, waist = tries[moved]
    if moved != list(tries)[-1]:  # `making` holds what the last try settled and told: draw it again
        block, front, back, waist = drawn(moved)
    depth.tell(making, moved)
    making.parameters["bodice.front_darts"] = float(len(front.dart_places))
    making.parameters["bodice.back_darts"] = float(len(back.dart_places))
    tips = back.shoulder.length, front.shoulder.length
    shoulder = front.shoulder
    if making.text("sleeve.style") == "kimono":
        _grow_arms(making, front, back)
    let_out(making, front, back)
    _agree_on_bust(front, back)
    making.pieces += [panel.cut() for panel in (*front.panels, *back.panels)]
    sew(making, front, back, tips)
    meet(making, block, front, back)
    measure(making, block, front, back, shoulder, waist)
    order_of_work(making, front, back)
    if front.overlap:
        wrap.finish(making, front)


def _grow_arms(making: Making, front: Shell, back: Shell) -> None:
    """Let a kimono's arms grow out of both shells. Where its armhole would be stays marked as a line."""
    for shell in (front, back):
        for run in shell.armhole.runs:
            panel = shell.panel(run.half.code)
            line = InsideLine(ARMHOLE_LINE, "measure", panel.part(run.edge).path.flatten())
            panel.lines.append(line)
    kimono.grow(making, front, back)


def _drawn(making: Making, block: Block) -> tuple[Shell, Shell, float]:
    """Front, back, and how wide the waist is."""
    try:
        if making.text("bodice.cut") == "through":
            front, back, waist = _cut_through(making, block)
        else:
            back = draft_back(making, block, _back_whole(making), block.back_waist)
            front = draft_front(making, block)
            waist = making.body["waist_girth"] + making.number("bodice.waist_ease")
            _zip_to_waist(making, front, back)
        if abs(front.side.length - back.side.length) > 0.02:
            raise NoRootError("the side seams cannot be made equal")
    except NoRootError as no_root:
        raise Refusal(
            "bodice_lines",
            "Bust, waist and lengths do not go together: no bodice could be drawn. Please check them.",
            ("bust_girth", "waist_girth", "back_neck_to_waist", "front_neck_to_waist"),
        ) from no_root
    return front, back, waist


def _opening(making: Making) -> Opening:
    if making.text("bodice.front", "whole") == "wrap":
        return "front"
    return cast(Opening, making.text("bodice.opening", "back"))


def _back_whole(making: Making) -> bool:
    return _opening(making) != "back"


def _ease_for_passing(making: Making) -> None:
    """A bodice that opens nowhere goes over the head: its waist lets shoulders and bust through."""
    if _opening(making) != "none":
        return
    body = making.body
    least = min(body["bust_girth"], body["hip_girth"]) + OVER_BUST - body["waist_girth"]
    if making.number("bodice.waist_ease") < least:
        making.parameters["bodice.waist_ease"] = float(math.ceil(least))
        if making.text("bodice.shaping", "darts") == "darts":
            making.warn(
                "waist_to_pass",
                f"It opens nowhere and goes on over the head: the waist has {math.ceil(least)} mm of ease.",
            )


def _cut_through(making: Making, block: Block) -> tuple[Shell, Shell, float]:
    """Front and back that run on to a hem, and how wide the waist is. Where the back has no darts there,
    how far the side seam stands in is found so that the waist is as wide as it should be."""
    figures = below.figures(making, block)
    side_in, tried, told = figures.side_in, (0.0, 0.0), len(making.warnings)
    for _ in range(ROUNDS):
        del making.warnings[told:]
        front = draft_front(making, replace(block, side_in=side_in, side_lean=figures.lean))
        _, out = below.rounding(block, front)
        at_front = below.waist_width(front, out, block.waist_y)
        length = (figures.waist or 0.0) - at_front - out
        back = draft_back(making, block, _back_whole(making), length, front.side_down)
        spare = back.spare
        if (
            figures.waist is None
            or len(back.panels) > 1
            or spare >= LEAST_DART
            or abs(spare) < 0.01
        ):
            break
        last, then = tried
        slope = (spare - then) / (side_in - last) if then else (-1.0 if front.stations else -2.0)
        tried = side_in, spare
        side_in -= spare / min(slope, -0.5)
    else:
        raise NoRootError("the waist cannot be had")
    skirt = below.run_on(making, block, figures, front, back)
    waist = 2 * (figures.waist or sum(
        skirt.width(shell, 0.0) - below.taken_up(shell) for shell in (front, back)
    ))  # fmt: skip
    end_at_hem(making, figures, skirt, front, back, waist)
    return front, back, waist


def _zip_to_waist(making: Making, front: Shell, back: Shell) -> None:
    """A side zip from below the armhole to the waist, where the skirt's goes on."""
    if _opening(making) == "side":
        cut = ((UNDERARM, front.side.length, "zip"),)
        front.split_side(cut)
        back.split_side(cut)


def _agree_on_bust(front: Shell, back: Shell) -> None:
    """The bust's girth is read off at a level, or along lines on all pieces where some has no level: a
    neckline that plunges lays it bare."""
    panels = (*front.panels, *back.panels)
    by_line = any(
        line.name == "bust line" and "bust" not in panel.levels
        for panel in panels for line in panel.lines
    )  # fmt: skip
    for panel in panels:
        if by_line:
            panel.levels.pop("bust", None)
        else:
            panel.lines = [line for line in panel.lines if line.name != "bust line"]


def sew(making: Making, front: Shell, back: Shell, tips: tuple[float, float]) -> None:
    """Darts, panel seams, shoulders, sides and the centre back. `tips`: how far along the back's and the
    front's shoulder rims the shoulder ends, where an arm may go on."""
    eased = back.shoulder.length - front.shoulder.length
    making.sew(
        "shoulder", back.shoulder, front.shoulder,
        "ease" if eased > 0.01 else "join", ease=eased if eased > 0.01 else 0.0,
        where="shoulder" if eased > 0.01 else None,
        match=(tips,) if tips[1] < front.shoulder.length - 1.0 else (),
    )  # fmt: skip
    sew_sides(making, front, back)
    for shell in (front, back):
        for join in shell.joins:
            making.sew(
                join.name, join.a, join.b, join.kind, ease=join.ease, where=join.where,
                ratio=join.ratio, match=join.match, breaks=join.breaks,
            )  # fmt: skip
        for panel in shell.panels:
            making.darts(shell.dart_words, panel.half, panel.mouths)
    if not back.panels[0].half.whole:
        sew_centre_back(making, back.panels[0])


def meet(making: Making, block: Block, front: Shell, back: Shell) -> None:
    """Set the neckline, the armhole and the waist."""
    opening = _opening(making)
    making.neckline = Neckline(
        front.neckline, back.neckline, front.neckline_path, back.neckline_path,
        front.shoulder_path, back.shoulder_path,
        room=block.waist_y - front.neckline_path.start[1], opening=opening,
    )  # fmt: skip
    if front.armhole.runs:
        making.armhole = Armhole(
            front.armhole, back.armhole, front.armhole_path, back.armhole_path, front.pitch, back.pitch,
            front.side_way, back.side_way, room=min(front.side_room, back.side_room),
        )  # fmt: skip
    if front.bottom and back.bottom:
        making.waist = Waist(
            front.bottom, back.bottom, opening, front.dart_places, back.dart_places, block.level,
            front.overlap,
        )  # fmt: skip


def measure(
    making: Making, block: Block, front: Shell, back: Shell, shoulder: Rim, around: float
) -> None:
    """State the finished measures of a bodice; `shoulder` is the front's, no arm with it, `around` how
    wide the waist is."""
    body, number = making.body, making.number
    bust, ease = body["bust_girth"], number("bodice.bust_ease")
    tape = (*front.listed("bust line"), *back.listed("bust line"))
    making.finished += [
        FinishedMeasure("bust_girth", bust + ease, bust, ease, "bodice.bust_ease",
                        level=None if tape else "bust", lines=tape),
        FinishedMeasure("across_back", 2 * back.across, body["back_width"],
                        number("bodice.across_back_ease"), "bodice.across_back_ease",
                        lines=back.listed("across back")),
        FinishedMeasure("across_front", 2 * front.across, lines=front.listed("across front")),
        _armhole_girth(making, front, back),
        FinishedMeasure("shoulder_length", block.shoulder, body["shoulder_length"],
                        number("bodice.shoulder_ease"), "bodice.shoulder_ease",
                        edges=one_hand(shoulder.edges())),
        _centre_length(back),
    ]  # fmt: skip
    through = making.text("bodice.cut") == "through"
    if making.waist:
        if not making.waist.gathered:  # else measured on what it is sewn to
            making.finished.append(girth(making, making.waist, making.waist.front))
    elif through:
        _measure_below(making, front, back, around)


def _armhole_girth(making: Making, front: Shell, back: Shell) -> FinishedMeasure:
    value, hole = front.armhole_path.length + back.armhole_path.length, making.armhole
    if hole:
        edges = one_hand((*hole.front.edges(), *hole.back.edges()))
        return FinishedMeasure("armhole_girth", value, edges=edges)
    lines = one_hand((*front.listed(ARMHOLE_LINE), *back.listed(ARMHOLE_LINE)))
    return FinishedMeasure("armhole_girth", value, lines=lines)


def _centre_length(back: Shell) -> FinishedMeasure:
    """From the nape to the waist, or as far as the back goes."""
    panel = back.panels[0]
    if panel.half.whole:
        name = "centre back length"
        line = next(line for line in panel.lines if line.name == name)
        return FinishedMeasure(
            "centre_back_length", float(np.ptp(line.points[:, 1])),
            lines=((panel.half.code, f"{name} left", 1),),
        )  # fmt: skip
    names = [part.name for part in panel.parts if part.name.startswith("centre_back")]
    return FinishedMeasure(
        "centre_back_length", sum(panel.part(name).path.length for name in names),
        edges=one_hand([edge for name in names for edge in panel.half.edges(name)]),
    )  # fmt: skip


def _measure_below(making: Making, front: Shell, back: Shell, girth: float) -> None:
    """The measures of what runs on below the waist."""
    body, number = making.body, making.number
    panels = (*front.panels, *back.panels)
    if making.text("bodice.shaping", "darts") == "loose":
        making.finished.append(FinishedMeasure("waist_girth", girth, level="waist"))
    else:
        ease = number("bodice.waist_ease")
        making.finished.append(
            FinishedMeasure("waist_girth", body["waist_girth"] + ease, body["waist_girth"], ease,
                            "bodice.waist_ease", level="waist"),
        )  # fmt: skip
    if all("hip" in panel.levels for panel in panels):
        ease = number("bodice.hip_ease")
        making.finished.append(
            FinishedMeasure("hip_girth", body["hip_girth"] + ease, body["hip_girth"], ease,
                            "bodice.hip_ease", level="hip"),
        )  # fmt: skip
    making.finished += [
        FinishedMeasure(
            "hem_girth", 2 * sum(panel.part("hem").path.length for panel in panels),
            edges=tuple(edge for panel in panels for edge in panel.half.edges("hem")),
        ),
        FinishedMeasure("skirt_length", number("bodice.length"), lines=(("FB", "skirt length left", 1),)),
    ]  # fmt: skip
