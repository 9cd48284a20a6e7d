"""How a bodice is drafted: block, back, front; then its seams, measures and what others meet."""

from __future__ import annotations

from typing import Literal

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half, one_hand, rim
from patterns.components.meeting import Armhole, Neckline, Waist
from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.darts import Row
from patterns.drafting.draft import (
    FinishedMeasure,
    InsideLine,
    Level,
    Piece,
    Point,
    Refusal,
    Seam,
    Side,
)  # fmt: skip
from patterns.drafting.solving import NoRootError

from .back import Back, back_parts, draft_back
from .block import Block, work_out
from .front import Front, draft_front, front_parts

FB, BB = Half("FB", "front", whole=True), Half("BB", "back", whole=False)


def draft(making: Making) -> None:
    """Adds FB and BB, their seams and measures, and the neckline, armhole and waist that others meet.

    Raises Refusal where bust, waist and lengths leave no bodice to draft.
    """
    block = work_out(making)
    try:
        back = draft_back(making, block)
        front = draft_front(making, block)
    except NoRootError as no_root:
        raise Refusal(
            "bodice_lines",
            "Bust, waist and lengths do not go together: no bodice could be drawn. Please check them.",
            ("bust_girth", "waist_girth", "back_neck_to_waist", "front_neck_to_waist"),
        ) from no_root
    making.parameters["bodice.front_darts"] = float(len(front.darts))
    making.parameters["bodice.back_darts"] = float(len(back.darts))
    front_half, front_mouths = front_parts(making, front)
    back_half, back_mouths = back_parts(making, back)
    plunges = _plunges(front)
    making.pieces.append(_front_piece(block, front, front_half, front_mouths, plunges))
    making.pieces.append(_back_piece(block, back, back_half, back_mouths, plunges))
    _seams(making, front, front_half, back_half, (*front_mouths,), (*back_mouths,))
    _meet(making, block, front, back, front_half, back_half)
    _measures(making, block, front, back, plunges)


def _front_piece(
    block: Block, front: Front, parts: list[Part], mouths: list[Mouth], plunges: bool
) -> Piece:
    beside = 0.4 * min((dart.at for dart in front.darts), default=80.0)  # clear of the centre line
    top, bottom = front.neckline.start[1], front.row.stretches[0].start[1]
    return FB.cut(
        "front bodice", "bodice", parts, mouths=mouths,
        grainline=(
            (beside, top + 0.25 * (bottom - top)), (beside, bottom - 0.1 * (bottom - top))),
        lines=[
            InsideLine("centre front", "centre", np.array(((0.0, top), (0.0, bottom)))),
            _line("across front", "measure", (0.0, front.pitch[1]), front.pitch),
            *([_line("bust line", "measure", (0.0, front.bust_y), (block.front_bust, front.bust_y))]
              if plunges else []),
        ],
        levels={} if plunges else {"bust": Level(y=front.bust_y)},
    )  # fmt: skip


def _back_piece(
    block: Block, back: Back, parts: list[Part], mouths: list[Mouth], plunges: bool
) -> Piece:
    x, left = 0.3 * back.pitch[0], back.bust_x - block.back_bust
    return BB.cut(
        "back bodice", "bodice", parts, mouths=mouths,
        grainline=((x, 0.2 * back.bust_y), (x, 0.95 * back.bust_y)),
        lines=[
            _line("across back", "measure", (0.0, back.pitch[1]), back.pitch),
            *([_line("bust line", "measure", (left, back.bust_y), (back.bust_x, back.bust_y))]
              if plunges else []),
        ],
        levels={} if plunges else {"bust": Level(y=back.bust_y)},
    )  # fmt: skip


def _line(name: str, kind: Literal["measure"], a: Point, b: Point) -> InsideLine:
    return InsideLine(name, kind, np.array((a, b)))


def _side_mark(front: Front) -> float:
    """How far below the armhole the side seams are matched: at the bust dart's mouth, or half way."""
    return front.side_upper.length * (1.0 if front.side_legs else 0.5)


def _plunges(front: Front) -> bool:
    """Whether the neckline opens the front at the height of the bust: the girth is then measured
    along a line across the opening, as a tape would lie."""
    return front.neckline.start[1] > front.bust_y - 1.0


def _seams(
    making: Making,
    front: Front,
    front_half: list[Part],
    back_half: list[Part],
    front_mouths: tuple[Mouth, ...],
    back_mouths: tuple[Mouth, ...],
) -> None:
    eased = making.number("bodice.back_shoulder_ease")
    making.sew(
        "shoulder", rim(BB, back_half, "shoulder"), rim(FB, front_half, "shoulder"),
        "ease" if eased else "join", ease=eased, where="shoulder" if eased else None,
    )  # fmt: skip
    sides = ("side_upper", "side_lower") if front.side_legs else ("side",)
    at = _side_mark(front)
    making.sew(
        "bodice side", rim(FB, front_half, *sides), rim(BB, back_half, "side"), match=((at, at),)
    )
    making.darts("bodice", FB, front_mouths)
    making.darts("bodice back", BB, back_mouths)
    making.seams.append(Seam(
        "bodice centre back", "opening", (Side("BB", "centre_back_zip", copy=1),),
        (Side("BB", "centre_back_zip", copy=2),), closure="zip",
    ))  # fmt: skip


def _meet(
    making: Making,
    block: Block,
    front: Front,
    back: Back,
    front_half: list[Part],
    back_half: list[Part],
) -> None:
    holes = ("armhole_upper", "armhole_lower") if front.armhole_open else ("armhole",)
    making.neckline = Neckline(
        rim(FB, front_half, "neckline"), rim(BB, back_half, "neckline"),
        front.neckline, back.neckline, front.shoulder, back.shoulder,
        room=block.waist_y - front.neckline.start[1], opening="back",
    )  # fmt: skip
    making.armhole = Armhole(
        rim(FB, front_half, *holes), rim(BB, back_half, "armhole"), front.armhole, back.armhole,
        front.armhole.stretches[0].length, back.armhole.stretches[0].length,
        front.closed_side, back.side.leaving,
        room=front.side_upper.length - 6.0 if front.side_legs else front.side_upper.length * 0.5,
    )  # fmt: skip
    making.waist = Waist(
        rim(FB, front_half, *_stretches(front.row), reversed=True),
        rim(BB, back_half, *_stretches(back.row), reversed=True),
        opening="back",
        front_darts=tuple(dart.at for dart in front.darts),
        back_darts=tuple(dart.at for dart in back.darts),
    )  # fmt: skip


def _stretches(row: Row) -> tuple[str, ...]:
    return tuple(f"waist_{n}" for n in range(1, len(row.stretches) + 1))


def _measures(making: Making, block: Block, front: Front, back: Back, plunges: bool) -> None:
    body, number = making.body, making.number
    waist, hole = making.waist, making.armhole
    assert waist is not None and hole is not None
    bust, ease = body["bust_girth"], number("bodice.bust_ease")
    tape = (*FB.lines("bust line"), *BB.lines("bust line")) if plunges else ()
    making.finished += [
        FinishedMeasure("bust_girth", bust + ease, bust, ease, "bodice.bust_ease",
                        level=None if tape else "bust", lines=tape),
        FinishedMeasure("across_back", 2 * block.across_back, body["back_width"],
                        number("bodice.across_back_ease"), "bodice.across_back_ease",
                        lines=BB.lines("across back")),
        FinishedMeasure("across_front", 2 * block.across_front, lines=FB.lines("across front")),
        FinishedMeasure("armhole_girth", front.armhole.length + back.armhole.length,
                        edges=one_hand((*hole.front.edges(), *hole.back.edges()))),
        FinishedMeasure("shoulder_length", block.shoulder, body["shoulder_length"],
                        number("bodice.shoulder_ease"), "bodice.shoulder_ease",
                        edges=one_hand(FB.edges("shoulder"))),
        FinishedMeasure("centre_back_length", back.centre.length,
                        edges=one_hand(BB.edges("centre_back_zip"))),
        FinishedMeasure("waist_girth", body["waist_girth"] + number("bodice.waist_ease"),
                        body["waist_girth"], number("bodice.waist_ease"), "bodice.waist_ease",
                        edges=(*waist.front.edges(), *waist.back.edges())),
    ]  # fmt: skip
