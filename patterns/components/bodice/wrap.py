"""A wrap's front: its edge from the shoulder over the centre down to the far side of the waist.

An edge that runs aslant over the breast gapes: so much of its length as would stand off is folded out
towards the bust point and goes into the bust's own shaping; what is left is held by a tape.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Half, rim
from patterns.components.stretches import OVERLAP
from patterns.drafting.cutting import Part
from patterns.drafting.draft import FinishedMeasure, InsideLine, Mark, Notch, Seam
from patterns.drafting.geometry import Cubic, Line, Path, Point, along, polar, rotate, sub, unit
from patterns.drafting.solving import root

from .block import Block
from .hanging import Frame
from .shell import Panel, Shell

FOLDED_OUT = 7.0  # mm of the edge, at a bust of 880; our own
FAR = 0.62  # how far over the other front the edge reaches at the waist, as a share of its half; our own
BOW = 7.0
"""How far the edge bows out over the breast, so that it does not look hollow worn; our own."""
TAPE_SHORT = 0.985  # the tape is so much of the edge it holds; common practice
INNER, STUD = 300.0, 10.0
"""Each of the two tapes that hold the under front inside, and a press stud; CP."""
TIE_WIDE, TIE_LONG = 35.0, 1.0
"""A tie each side, of which one passes through the right side seam: its finished width, and its length as
a share of the waist's girth, with a bow; our own."""


def fold_out(block: Block, frame: Frame, bust: float) -> tuple[Block, Frame]:
    """The front's upper part turned in about the bust point so that the edge is the shorter; its bust shaping
    is the larger by that."""
    overlap = FAR * block.front_waist
    edge = unit((-overlap - frame.start[0], block.waist_y - frame.start[1]))
    to_bust = sub(frame.bust, frame.start)
    near = max(abs(edge[0] * to_bust[1] - edge[1] * to_bust[0]), 40.0)
    turn = math.degrees(FOLDED_OUT * bust / 880.0 / near)
    more = 2 * frame.radius * math.sin(math.radians(turn) / 2)
    lengths = replace(block.lengths, bust_dart=max(block.lengths.bust_dart, 0.0) + more)
    return replace(block, lengths=lengths), replace(
        frame, start=rotate(frame.start, frame.bust, -turn), tip=rotate(frame.tip, frame.bust, -turn),
        slope=frame.slope - turn, turned=turn,
    )  # fmt: skip


def overlap_of(making: Making, block: Block) -> float:
    """How far a wrap reaches past the centre at the waist; 0 where the front is whole."""
    return FAR * block.front_waist if making.text("bodice.front", "whole") == "wrap" else 0.0


def draw_edge(block: Block, frame: Frame, overlap: float) -> Path:
    """The wrap's edge from the waist on the far side up to the shoulder, turned into it as the back's
    neckline asks."""
    foot, top = (-overlap, block.waist_y), frame.start
    chord = unit(sub(top, foot))
    long = math.dist(foot, top)
    arriving = polar(frame.slope - 90.0 - block.cut.turn)
    out = (chord[1], -chord[0])  # up, and towards the other side
    return Path.of(Cubic(
        foot, along(along(foot, chord, 0.36 * long), out, 4 / 3 * BOW),
        along(top, arriving, -0.3 * long), top,
    ))  # fmt: skip


def lowest(neckline: Path, overlap: float) -> float:
    """How low a neckline, or the point where a wrap's edges cross, lies at the centre."""
    if not overlap:
        return neckline.start[1]
    curve = neckline.stretches[0]
    return curve.point(root(lambda t: curve.point(t)[0], 0.0, 1.0))[1]


def lap(overlap: float, y: float) -> list[Part]:
    """The edge of the waist past the centre, for the end of FB's outline."""
    return (
        [Part(OVERLAP, Path.of(Line((0.0, y), (-overlap, y))), 10.0, line="waist")]
        if overlap
        else []
    )


def past_centre(overlap: float) -> tuple[float, float] | None:
    """What counts of a level's width: an overlap does not."""
    return (0.0, 5000.0) if overlap else None


def centre(block: Block, edge: Path, overlap: float, grainline: tuple[Point, Point]) -> Panel:
    """FB with its edge only: two fronts, the right over the left."""
    over = (0.0, lowest(edge, overlap))
    foot = edge.start
    tie = along(foot, unit(sub(edge.point_at(TIE_WIDE), foot)), TIE_WIDE)
    return Panel(
        Half("FB", "front", whole=False), "front bodice",
        [Part("wrap_edge", edge, 6.0, line="neckline")], grainline,
        lines=[
            InsideLine("centre front", "centre", np.array((over, (0.0, block.waist_y)))),
            InsideLine("tie", "placement", np.array((foot, tie))),
        ],
        marks=[Mark("match", (over,))],
    )  # fmt: skip


def finish(making: Making, front: Shell) -> None:
    """Close the wrap: its ties, the tape that holds its edges, its measure, what is done."""
    half = front.panels[0].half
    edge = front.panels[0].part("wrap_edge").path
    line = "centre front"
    _notch_centre(making, half)
    making.seam(Seam(
        "wrap", "opening", (half.line_side(line, "right"),), (half.line_side(line, "left"),),
        closure="wrap",
    ))  # fmt: skip
    making.finished.append(FinishedMeasure(
        "wrap_edge", edge.length, edges=((half.code, "wrap_edge", 1),)))  # fmt: skip
    tape = round(TAPE_SHORT * edge.length)
    making.parameters["bodice.overlap"] = round(front.overlap, 1)
    making.trim("stay tape", 2, tape)
    making.operation(
        50,
        f"Stay both wrap edges with tape cut {tape} mm long, easing the edge on to it over the bust.",
    )
    making.trim("cotton tape to tie inside, 10 mm", 2, INNER)
    making.operation(
        84, "Sew an inner tape to the foot of the left wrap edge and one inside the right side seam, at the "
        "waist: tied, they hold the front that lies under.",
    )  # fmt: skip
    if making.has("belt"):
        making.trim("press stud, covered", 1, STUD)
        making.operation(
            84, "Sew a covered press stud to the foot of the right wrap edge, and its other half where that "
            "lies on the left front, centre front on centre front: the belt goes over it.",
        )  # fmt: skip
        return
    _ties(making, half)
    making.operation(55, "Make up the ties and baste one to the foot of each wrap edge, as marked.")
    making.operation(
        64, "Leave a slit of 40 mm in the right side seam, just above the waist: the left front's tie goes "
        "out through it, round the back, and is tied to the other at the left.",
    )  # fmt: skip


def _notch_centre(making: Making, half: Half) -> None:
    """Notch centre front on the waist, where one front is laid on the other."""
    for number, piece in enumerate(making.pieces):
        if piece.code == half.code and any(edge.name == OVERLAP for edge in piece.edges):
            centre = Notch(OVERLAP, 0.0, (0.0, float(piece.edge(OVERLAP).points[0, 1])))
            making.pieces[number] = replace(piece, notches=(*piece.notches, centre))


def _ties(making: Making, half: Half) -> None:
    """TI, one at each front, folded along its middle."""
    girth = making.body["waist_girth"]
    long = TIE_LONG * girth
    tie = Half("TI", "front", whole=False)

    def edge(name: str, a: Point, b: Point) -> Part:
        return Part(name, Path.of(Line(a, b)), 10.0)

    top, fold, bottom = 0.0, TIE_WIDE, 2 * TIE_WIDE
    parts = [
        edge("upper", (0.0, top), (long, top)),
        edge("end_upper", (long, top), (long, fold)),
        edge("end_lower", (long, fold), (long, bottom)),
        edge("lower", (long, bottom), (0.0, bottom)),
        edge("foot_lower", (0.0, bottom), (0.0, fold)),
        edge("foot_upper", (0.0, fold), (0.0, top)),
    ]
    making.pieces.append(tie.cut(
        "front tie", "bodice", parts, grainline=((0.15 * long, fold + 8.0), (0.85 * long, fold + 8.0)),
        lines=[InsideLine("fold", "fold", np.array(((0.0, fold), (long, fold))))],
    ))  # fmt: skip
    making.sew("tie", rim(tie, parts, "upper"), rim(tie, parts, "lower", reversed=True))
    making.sew("tie end", rim(tie, parts, "end_upper"), rim(tie, parts, "end_lower", reversed=True))
    for hand in HANDS:
        for name in ("foot_upper", "foot_lower"):
            making.seam(Seam(
                f"tie {name.replace('_', ' ')} {hand}", "join",
                (tie.side(name, hand, reversed=name == "foot_upper"),),
                (half.line_side("tie", hand),),
            ))  # fmt: skip
