"""How a bodice is drafted: block, back, front, facings; then its seams and finished measures."""

from __future__ import annotations

import numpy as np

from patterns.components.base import Making, Waist
from patterns.components.waists import back_waist, front_waist
from patterns.drafting.cutting import Mouth, NotchAt, cut_piece, whole
from patterns.drafting.draft import (
    FinishedMeasure,
    InsideLine,
    Level,
    Refusal,
    Seam,
    Side,
)  # fmt: skip
from patterns.drafting.solving import NoRootError

from .back import Back, back_parts, draft_back
from .block import Block, work_out
from .facings import add_facings
from .front import Front, draft_front, front_parts, neck_angle


def draft(making: Making) -> None:
    """Adds FB, BB, the facings, their seams and measures, and the waist that a skirt meets.

    Raises Refusal where bust, waist and lengths leave no bodice to draft.
    """
    block = work_out(making)
    turn = neck_angle(block, making)
    try:
        back = draft_back(making, block, turn)
        front = draft_front(making, block, turn)
    except NoRootError as no_root:
        raise Refusal(
            "bodice_lines",
            "Bust, waist and lengths do not go together: no bodice could be drawn. Please check them.",
            ("bust_girth", "waist_girth", "back_neck_to_waist", "front_neck_to_waist"),
        ) from no_root
    making.parameters["bodice.front_darts"] = float(len(front.darts))
    making.parameters["bodice.back_darts"] = float(len(back.darts))
    _pieces(making, block, front, back)
    add_facings(making, front, back)
    _seams(making, front, back)
    _measures(making, block, front, back)
    making.waist = Waist(
        block.front_waist, block.back_waist,
        tuple(dart.at for dart in front.darts), tuple(dart.at for dart in back.darts),
    )  # fmt: skip


def _pieces(making: Making, block: Block, front: Front, back: Back) -> None:
    plunges = _plunges(front)
    half, mouths = front_parts(making, front)
    merged = {"waist_1": "waist_centre"}
    pointed = making.parameters["bodice.neckline"] == "v"
    if not pointed:
        merged["neckline"] = "neckline"
    parts = whole(half, merged)
    lengths = {part.name: part.path.length for part in parts}
    pitch = front.armhole.stretches[0].length
    upper = "armhole_upper" if front.armhole_open else "armhole"
    notches = [
        NotchAt(f"{upper}_left", pitch),
        NotchAt(f"{upper}_right", lengths[f"{upper}_right"] - pitch),
        NotchAt("waist_centre", lengths["waist_centre"] / 2),
    ]
    if not pointed:
        notches.append(NotchAt("neckline", lengths["neckline"] / 2))
    side_mark = _side_mark(front)
    if not front.side_legs:  # else the bust dart's mouth is the mark
        notches += [
            NotchAt("side_left", side_mark), NotchAt("side_right", lengths["side_right"] - side_mark),
        ]  # fmt: skip
    beside = 0.4 * min((dart.at for dart in front.darts), default=80.0)  # clear of the centre line
    top, bottom = front.neckline.start[1], front.row.stretches[0].start[1]
    making.pieces.append(cut_piece(
        "FB", "front bodice", "bodice", parts,
        grainline=(
            (beside, top + 0.25 * (bottom - top)), (beside, bottom - 0.1 * (bottom - top))),
        mouths=[Mouth(f"{m.first}_left", f"{m.second}_left", m.pressed) for m in mouths]
        + [
            Mouth(f"{m.second}_right", f"{m.first}_right", "first" if m.pressed == "second" else "second")
            for m in mouths
        ],
        notches=notches,
        lines=[
            InsideLine("centre front", "centre", np.array(((0.0, top), (0.0, bottom)))),
            InsideLine("across front", "measure", np.array((
                (-front.pitch[0], front.pitch[1]), front.pitch))),
            *([_bust_line(-block.front_bust, block.front_bust, front.bust_y)] if plunges else []),
        ],
        levels={} if plunges else {"bust": Level(y=front.bust_y)},
    ))  # fmt: skip
    parts, mouths = back_parts(making, back)
    hole = back.armhole.stretches[0].length
    making.pieces.append(cut_piece(
        "BB", "back bodice", "bodice", parts, quantity=2, mirrored=True,
        grainline=((0.3 * back.pitch[0], 0.2 * back.bust_y), (0.3 * back.pitch[0], 0.95 * back.bust_y)),
        mouths=mouths,
        notches=[NotchAt("armhole", hole, "double"), NotchAt("side", side_mark)],
        lines=[
            InsideLine("across back", "measure", np.array(((0.0, back.pitch[1]), back.pitch))),
            *([_bust_line(back.bust_x - block.back_bust, back.bust_x, back.bust_y)] if plunges else []),
        ],
        levels={} if plunges else {"bust": Level(y=back.bust_y)},
    ))  # fmt: skip


def _side_mark(front: Front) -> float:
    """How far below the armhole the side seams are matched: at the bust dart's mouth, or half way."""
    return front.side_upper.length * (1.0 if front.side_legs else 0.5)


def _bust_line(left: float, right: float, y: float) -> InsideLine:
    return InsideLine("bust line", "measure", np.array(((left, y), (right, y))))


def _plunges(front: Front) -> bool:
    """Whether the neckline opens the front at the height of the bust: the girth is then measured
    along a line across the opening, as a tape would lie."""
    return front.neckline.start[1] > front.bust_y - 1.0


def _seams(making: Making, front: Front, back: Back) -> None:
    eased = making.number("bodice.back_shoulder_ease")
    for name, copy, backwards in (("left", 2, False), ("right", 1, True)):

        def fb(edge: str, name: str = name, backwards: bool = backwards) -> Side:
            return Side("FB", f"{edge}_{name}", reversed=backwards)

        making.seams.append(Seam(
            f"shoulder {name}", "ease" if eased else "join", (Side("BB", "shoulder", copy=copy),),
            (fb("shoulder"),), ease=eased, where="shoulder" if eased else None,
        ))  # fmt: skip
        side = (fb("side_upper"), fb("side_lower")) if front.side_legs else (fb("side"),)
        at = _side_mark(front)
        making.seams.append(Seam(
            f"bodice side {name}", "join", side, (Side("BB", "side", copy=copy),), match=((at, at),),
        ))  # fmt: skip
        darts = [f"waist_dart_{n}_{{}}" for n in range(1, len(front.darts) + 1)]
        legs = [(dart.format("inner"), dart.format("outer")) for dart in darts]
        if front.side_legs:
            legs.append(("bust_dart_lower", "bust_dart_upper"))
        if front.armhole_open:
            legs.append(("armhole_dart_lower", "armhole_dart_upper"))
        for first, second in legs:
            making.seams.append(Seam(
                f"{first.rsplit('_', 1)[0].replace('_', ' ')} {name}", "dart",
                (Side("FB", f"{first}_{name}", reversed=not backwards),),
                (Side("FB", f"{second}_{name}", reversed=backwards),),
            ))  # fmt: skip
    for n in range(1, len(back.darts) + 1):
        making.seams.append(Seam(
            f"back waist dart {n}", "dart", (Side("BB", f"waist_dart_{n}_inner", reversed=True),),
            (Side("BB", f"waist_dart_{n}_outer"),),
        ))  # fmt: skip
    making.seams.append(Seam(
        "bodice centre back", "opening", (Side("BB", "centre_back_zip", copy=1),),
        (Side("BB", "centre_back_zip", copy=2),), closure="zip",
    ))  # fmt: skip


def _measures(making: Making, block: Block, front: Front, back: Back) -> None:
    body, number = making.body, making.number
    holes = ("armhole_upper", "armhole_lower") if front.armhole_open else ("armhole",)
    front_edges = front_waist("FB", len(front.row.stretches), below=True)
    back_edges = back_waist("BB", len(back.row.stretches), 1, below=True)
    waist = tuple((s.piece, s.edge, 1) for s in front_edges if s.edge) + tuple(
        (s.piece, s.edge, 2) for s in back_edges if s.edge
    )
    bust, ease = body["bust_girth"], number("bodice.bust_ease")
    tape = (("FB", "bust line", 1), ("BB", "bust line", 2)) if _plunges(front) else ()
    making.finished += [
        FinishedMeasure("bust_girth", bust + ease, bust, ease, "bodice.bust_ease",
                        level=None if tape else "bust", lines=tape),
        FinishedMeasure("across_back", 2 * block.across_back, body["back_width"],
                        number("bodice.across_back_ease"), "bodice.across_back_ease",
                        lines=(("BB", "across back", 2),)),
        FinishedMeasure("across_front", 2 * block.across_front, lines=(("FB", "across front", 1),)),
        FinishedMeasure("armhole_girth", front.armhole.length + back.armhole.length,
                        edges=(*(("FB", f"{edge}_left", 1) for edge in holes), ("BB", "armhole", 1))),
        FinishedMeasure("shoulder_length", block.shoulder, body["shoulder_length"],
                        number("bodice.shoulder_ease"), "bodice.shoulder_ease",
                        edges=(("FB", "shoulder_left", 1),)),
        FinishedMeasure("centre_back_length", back.centre.length, edges=(("BB", "centre_back_zip", 1),)),
        FinishedMeasure("waist_girth", body["waist_girth"] + number("bodice.waist_ease"),
                        body["waist_girth"], number("bodice.waist_ease"), "bodice.waist_ease", edges=waist),
    ]  # fmt: skip
