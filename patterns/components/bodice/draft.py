"""How a bodice is drafted: block, back, front; then their seams, measures and what others meet."""

from __future__ import annotations

from typing import cast

from patterns.components.base import Making, Match
from patterns.components.halves import one_hand
from patterns.components.meeting import Armhole, Neckline, Opening, Waist
from patterns.drafting.draft import FinishedMeasure, Refusal, Seam, Side
from patterns.drafting.solving import NoRootError

from .back import back_shell, draft_back
from .block import Block, work_out
from .front import draft_front
from .shell import Shell


def draft(making: Making) -> None:
    """Adds the front's and the back's pieces, their seams and measures, and the neckline, armhole and
    waist that others meet.

    Raises Refusal where bust, waist and lengths leave no bodice to draft.
    """
    block = work_out(making)
    try:
        back_lines = draft_back(making, block)
        front = draft_front(making, block)
    except NoRootError as no_root:
        raise Refusal(
            "bodice_lines",
            "Bust, waist and lengths do not go together: no bodice could be drawn. Please check them.",
            ("bust_girth", "waist_girth", "back_neck_to_waist", "front_neck_to_waist"),
        ) from no_root
    back = back_shell(making, block, back_lines)
    making.parameters["bodice.front_darts"] = float(len(front.dart_places))
    making.parameters["bodice.back_darts"] = float(len(back.dart_places))
    _agree_on_bust(front, back)
    making.pieces += [panel.cut() for panel in (*front.panels, *back.panels)]
    sew(making, front, back)
    meet(making, block, front, back)
    measure(making, block, front, back)


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


def sew(making: Making, front: Shell, back: Shell) -> None:
    """Darts, panel seams, shoulders, sides and the centre back."""
    eased = back.shoulder.length - front.shoulder.length
    making.sew(
        "shoulder", back.shoulder, front.shoulder,
        "ease" if eased > 0.01 else "join", ease=eased if eased > 0.01 else 0.0,
        where="shoulder" if eased > 0.01 else None,
    )  # fmt: skip
    marks: list[Match] = [(at, at) for at in sorted({*front.side_marks, *back.side_marks})]
    making.sew("bodice side", front.side, back.side, match=marks)
    for shell in (front, back):
        for join in shell.joins:
            making.sew(
                join.name, join.a, join.b, join.kind, ease=join.ease, where=join.where,
                ratio=join.ratio, match=join.match, breaks=join.breaks,
            )  # fmt: skip
        for panel in shell.panels:
            making.darts(shell.dart_words, panel.half, panel.mouths)
    making.seams.append(Seam(
        "bodice centre back", "opening", (Side("BB", "centre_back_zip", copy=1),),
        (Side("BB", "centre_back_zip", copy=2),), closure="zip",
    ))  # fmt: skip


def meet(making: Making, block: Block, front: Shell, back: Shell) -> None:
    """Set the neckline, the armhole and the waist."""
    opening = cast(Opening, "back")
    making.neckline = Neckline(
        front.neckline, back.neckline, front.neckline_path, back.neckline_path,
        front.shoulder_path, back.shoulder_path,
        room=block.waist_y - front.neckline_path.start[1], opening=opening,
    )  # fmt: skip
    making.armhole = Armhole(
        front.armhole, back.armhole, front.armhole_path, back.armhole_path, front.pitch, back.pitch,
        front.side_way, back.side_way, room=min(front.side_room, back.side_room),
    )  # fmt: skip
    if front.bottom and back.bottom:
        making.waist = Waist(
            front.bottom, back.bottom, opening, front.dart_places, back.dart_places, overlap=front.overlap
        )


def measure(making: Making, block: Block, front: Shell, back: Shell) -> None:
    """State the finished measures of a bodice."""
    body, number = making.body, making.number
    hole = making.armhole
    assert hole is not None
    bust, ease = body["bust_girth"], number("bodice.bust_ease")
    tape = (*front.listed("bust line"), *back.listed("bust line"))
    centre = back.panels[0]
    making.finished += [
        FinishedMeasure("bust_girth", bust + ease, bust, ease, "bodice.bust_ease",
                        level=None if tape else "bust", lines=tape),
        FinishedMeasure("across_back", 2 * back.across, body["back_width"],
                        number("bodice.across_back_ease"), "bodice.across_back_ease",
                        lines=back.listed("across back")),
        FinishedMeasure("across_front", 2 * front.across, lines=front.listed("across front")),
        FinishedMeasure("armhole_girth", hole.front.length + hole.back.length,
                        edges=one_hand((*hole.front.edges(), *hole.back.edges()))),
        FinishedMeasure("shoulder_length", block.shoulder, body["shoulder_length"],
                        number("bodice.shoulder_ease"), "bodice.shoulder_ease",
                        edges=one_hand(front.shoulder.edges())),
        FinishedMeasure("centre_back_length", centre.part("centre_back_zip").path.length,
                        edges=one_hand(centre.half.edges("centre_back_zip"))),
    ]  # fmt: skip
    if making.waist:
        waist = making.waist
        making.finished.append(
            FinishedMeasure("waist_girth", body["waist_girth"] + number("bodice.waist_ease"),
                            body["waist_girth"], number("bodice.waist_ease"), "bodice.waist_ease",
                            edges=(*waist.front.edges(), *waist.back.edges())),
        )  # fmt: skip
