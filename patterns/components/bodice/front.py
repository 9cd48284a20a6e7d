"""The front bodice: the bust shaped by darts, or handed on to panels, gathers or a wrap's edge."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half
from patterns.components.neckline.shapes import front_line
from patterns.components.stretches import OVERLAP
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.darts import BENT, Row, WaistDart, lay_row, split_intake
from patterns.drafting.draft import InsideLine, Level
from patterns.drafting.geometry import Line, Path, Point, along, polar, rotate
from patterns.drafting.solving import NoRootError, root

from . import gathers, princess, wrap
from .block import LEAST_SIDE, SIDE_DROP, STEEPEST_DART, WIDEST_WAIST_DART, Block, side_intake
from .hanging import (
    BY_ALLOWANCE,
    LOWEST,
    Frame,
    Hung,
    Upper,
    armhole_most,
    bust_level,
    draw_upper,
    french_most,
    hang_side,
    room_on_side,
    shoulder_most,
    side_most,
)  # fmt: skip
from .lengths import MOST_OFF, refuse_lengths
from .shaping import ALL_TAKING, LEFT, PRINCESS, Shaping, share_out, turn_of
from .shell import Panel, Shell, Station, measured, rim_of, waist_parts
from .upper import across_lines, side_parts, upper_parts

DART_UNDER = 1.0
"""A waist dart ends so far below the height at which the bust is measured; our own."""
LEAST_TALL, LEAST_UNDER = 40.0, 25.0  # from the bust to the waist, to an empire seam; our own
WAIST_SHORT = 18.0  # trade facts §3: a waist dart ends 15-25 short of the bust point
TWIN_GAP = 32.0  # between two darts that stand side by side under the bust; our own
LEAST_FRENCH = 95.0  # from bust to waist, for a dart from low on the side; our own
SWUNG = 0.35  # of the bust's shaping, that may go into the hem; our own
FISH_EYE = 27.0  # §4: a dart pointed at both ends takes at most 30; less what its curve adds


def draft_front(making: Making, block: Block) -> Shell:
    """The left half. Raises Refusal where the lengths leave no room for a bodice; NoRootError."""
    lengths, style = block.lengths, making.text("bodice.bust", "side")
    least = LEAST_UNDER if making.text("bodice.cut") == "empire" else LEAST_TALL
    if lengths.bust_to_waist < least or lengths.side < LEAST_SIDE:
        raise refuse_lengths(
            "There is too little length between bust and waist for this bodice. "
            "Please check how the back and front lengths were taken."
        )
    frame = frame_of(making, block)
    if making.text("bodice.front") == "wrap":
        block, frame = wrap.fold_out(block, frame, making.body["bust_girth"])
    waist = _Waist.of(making, block, frame)
    if style in PRINCESS:
        return _princess(making, block, frame, waist, style == "armhole_princess")
    if style == "french" and block.lengths.bust_to_waist < LEAST_FRENCH:
        making.warn(
            "dart_moved", "The bust lies too near the waist for a low dart: it comes from the side."
        )
        style = "side"
    if style == "gathers":
        return _gathered(making, block, frame, waist)
    shaping = share_out(
        making, style, block.lengths.bust_dart, _most(making, block, frame, waist),
        room_on_side(block, frame, style == "french"),
    )  # fmt: skip
    if shaping["hem"]:  # centre front hangs so much lower than the side, for the bust to lift
        lower = lengths.bust_to_waist - shaping["hem"]
        block = replace(block, lengths=replace(lengths, bust_to_waist=lower))
        frame = frame_of(making, block)
        waist = _Waist.of(making, block, frame)
    hung, row, darts, stations = _lower(making, block, frame, waist, shaping)
    upper = draw_upper(block, frame, hung, shaping)
    for place in ("side", "french", "armhole", "shoulder", "waist", "hem"):
        if shaping[place]:
            making.parameters[f"bodice.bust_dart_{place}"] = round(shaping[place], 2)
    shell = _shell(making, block, frame, hung, upper, row, darts, stations)
    shell.hem_drop = shaping["hem"]
    return shell


def _princess(
    making: Making, block: Block, frame: Frame, waist: _Waist, from_armhole: bool
) -> Shell:
    """The front in two panels."""
    through = making.text("bodice.cut") == "through"
    spare = waist.spare - waist.intake if waist.darts or not through else 6.0

    def hang(wide: float, tape: Point) -> Hung:
        # What is wider at the bust stands in by so much more at the waist, where no row of it is solved.
        more = wide - block.front_bust if through else 0.0
        return hang_side(block, frame, Shaping(), waist.intake + more, None, wide, tape)

    lines = princess.draw(block, frame, hang, from_armhole, spare, through)
    panel, neckline, overlap = _centre(making, block, frame, lines.station.inner[0])
    making.parameters["bodice.bust_dart_princess"] = round(lines.turn, 2)
    return princess.shell(
        block, frame, lines, panel, neckline, overlap, making.number("bodice.side_allowance")
    )


def _gathered(making: Making, block: Block, frame: Frame, waist: _Waist) -> Shell:
    """The front gathered under the bust."""
    whole = max((1 - LEFT) * block.lengths.bust_dart, 0.0)
    hung = hang_side(block, frame, Shaping(), waist.intake, None)
    tape, turn = (hung.level, hung.wide), turn_of(whole, frame.radius)
    hung = hung.swung((frame.bust[0], hung.level), turn)
    edge = gathers.lower_edge(block, frame, hung)
    upper = draw_upper(block, frame, hung, Shaping())
    making.parameters["bodice.gathers"] = round(edge.ratio, 3)
    shell = _shell(making, block, frame, hung, upper, Row(edge.stretches, (), ()), (), ())
    assert shell.bottom
    *first, middle, last = shell.bottom.runs
    shell.bottom = replace(shell.bottom, runs=(*first, replace(middle, ratio=edge.ratio), last))
    panel = shell.panels[0]
    panel.notches += [NotchAt(middle.edge, 0.0), NotchAt(middle.edge, middle.length)]
    # The side was turned about the bust: the girth lies along two lines.
    panel.levels.pop("bust", None)
    panel.lines = [line for line in panel.lines if line.name != "bust line"]
    about = (frame.bust[0], tape[0])
    panel.lines += [
        measured("bust line", (0.0, tape[0]), about),
        measured("bust line outer", about, rotate((tape[1], tape[0]), about, -turn)),
    ]
    return shell


def frame_of(making: Making, block: Block) -> Frame:
    """The upper part's points."""
    start = along((block.front_neck, block.front_top), polar(block.front_slope), block.cut.width)
    through = making.text("bodice.cut") == "through"
    allowance = making.number("bodice.side_allowance") + making.number("bodice.inlay")
    return Frame(
        start, along(start, polar(block.front_slope), block.shoulder), block.front_slope,
        (block.bust_x, block.bust_y), block.front_bust - block.bust_x,
        block.waist_y + (0.0 if through else SIDE_DROP),
        lowest=max(LOWEST, BY_ALLOWANCE * allowance),
        allowance=allowance,
        low=making.text("sleeve.style") == "kimono",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Waist:
    """What is to be taken in at the waist, and what its darts can take."""

    spare: float
    intake: float
    """By the side seam."""
    longest: float
    widest: float
    darts: bool

    @classmethod
    def of(cls, making: Making, block: Block, frame: Frame) -> _Waist:
        tall = block.lengths.bust_to_waist
        spare = block.front_bust - block.front_waist
        longest = max(tall - WAIST_SHORT, min(60.0, tall - 8.0))
        through = making.text("bodice.cut") == "through"
        if not through:  # a dart open at the height at which the bust is measured takes it in
            longest = min(longest, block.waist_y - bust_level(block, frame) - DART_UNDER)
        widest = FISH_EYE if through else min(WIDEST_WAIST_DART, STEEPEST_DART * longest)
        intake = block.side_in
        if intake is None:
            by_darts = making.text("bodice.bust") not in ALL_TAKING
            intake = side_intake(spare, widest, block.tall, by_darts)
        darts = making.text("bodice.shaping", "darts") == "darts"
        return cls(spare, intake, longest, widest, darts)

    @property
    def room(self) -> float:
        """How wide a mouth two darts have beside what they take already."""
        return 2 * (self.widest - BENT) - (self.spare - self.intake)


def _most(making: Making, block: Block, frame: Frame, waist: _Waist) -> dict[str, float]:
    """What each place can take of the bust's shaping."""
    most = {
        "side": side_most(block, frame), "french": french_most(block, frame),
        "armhole": armhole_most(block, frame), "shoulder": shoulder_most(frame),
    }  # fmt: skip
    through = making.text("bodice.cut") == "through"
    if waist.darts and not through:
        most["waist"] = max(waist.room, 0.0) * turn_width(frame) / waist.longest
    if through and (not waist.darts or making.text("bodice.bust") == "eased"):
        # It shortens the front, which must hang straight.
        room = MOST_OFF + block.lengths.longer
        most["hem"] = min(SWUNG * max(block.lengths.bust_dart, 0.0), max(room, 0.0))
    # A kimono has no armhole, and a shoulder that runs on over the arm.
    if making.text("sleeve.style") == "kimono":
        del most["armhole"], most["shoulder"]
    return most


def turn_width(frame: Frame) -> float:
    """How wide a share is for each radian it turns by, nearly."""
    return max(frame.radius - 22.0, 20.0)


def _lower(
    making: Making, block: Block, frame: Frame, waist: _Waist, shaping: Shaping
) -> tuple[Hung, Row | None, tuple[WaistDart, ...], tuple[Station, ...]]:
    """The side seam and the waist with its darts; of a front that is cut through, where it is shaped."""
    bust, waist_y = frame.bust, block.waist_y
    turn = turn_of(shaping["waist"], frame.radius)
    pivot = (bust[0], waist_y - waist.longest)
    swung = (pivot, turn) if turn else None
    if making.text("bodice.cut") == "through":
        hung = hang_side(block, frame, shaping, waist.intake, swung)
        spare = waist.spare - waist.intake if waist.darts else 0.0
        return hung, None, (), _fish_eyes(block, waist, spare, hung.level)
    mouth = 2 * waist.longest * math.sin(math.radians(turn) / 2)
    whole = waist.spare - waist.intake + mouth
    count = split_intake(whole, waist.widest) if waist.darts else 0
    if not count:
        intake = _bare(block, frame, shaping, waist)
        hung = hang_side(block, frame, shaping, intake, None)
        row = lay_row((0.0, waist_y), (1.0, 0.0), hung.waist, hung.square, (), 0.0, True)
        return hung, row, (), ()
    hung = hang_side(block, frame, shaping, waist.intake, swung)
    while True:
        darts = _darts(block, waist, count, whole)
        row = _row(block, hung, darts, whole)
        if max(row.widths) <= waist.widest + 0.05:
            return hung, row, darts, ()
        if count == 3:
            raise NoRootError("three darts are too wide")
        count += 1


def _bare(block: Block, frame: Frame, shaping: Shaping, waist: _Waist) -> float:
    """Too little for a dart: how much the side seam takes in so that the waist is as long as it should be."""

    def miss(intake: float) -> float:
        hung = hang_side(block, frame, shaping, intake, None)
        bare = lay_row((0.0, block.waist_y), (1.0, 0.0), hung.waist, hung.square, (), 0.0, True)
        return bare.length - block.front_waist

    return root(miss, waist.spare - 14.0, waist.spare + 14.0)


def _darts(block: Block, waist: _Waist, count: int, whole: float) -> tuple[WaistDart, ...]:
    first = block.bust_x - whole / 2 - TWIN_GAP * (count - 1) / 2
    return tuple(
        WaistDart(
            max(first, 18.0) + TWIN_GAP * n, 1.0 / count, waist.longest - (12.0 if n else 0.0)
        )
        for n in range(count)
    )


def _row(block: Block, hung: Hung, darts: tuple[WaistDart, ...], guess: float) -> Row:
    centre, level = (0.0, block.waist_y), (1.0, 0.0)

    def laid(whole: float) -> Row:
        return lay_row(centre, level, hung.waist, hung.square, darts, whole, True)

    found = root(
        lambda whole: laid(whole).length - block.front_waist, max(guess - 20.0, 1.0), guess + 20.0
    )
    return laid(found)


def _fish_eyes(block: Block, waist: _Waist, spare: float, level: float) -> tuple[Station, ...]:
    """Where the front of a bodice cut through is taken in at the waist by darts pointed at both ends, all
    below the `level` at which the bust is measured."""
    count = split_intake(spare, waist.widest + BENT) if spare >= 6.0 else 0
    y, middle = block.waist_y, block.bust_x - 6.0
    found = []
    for n in range(count):
        x = middle + (n - (count - 1) / 2) * (TWIN_GAP + spare / count)
        top = max(y - waist.longest + (12.0 if n else 0.0), level + DART_UNDER)
        found.append(Station((x - spare / count / 2, y), (x + spare / count / 2, y), (x, top)))
    return tuple(found)


# --- The shell -----------------------------------------------------------------------------


def _shell(
    making: Making,
    block: Block,
    frame: Frame,
    hung: Hung,
    upper: Upper,
    row: Row | None,
    darts: tuple[WaistDart, ...],
    stations: tuple[Station, ...],
) -> Shell:
    """FB with its edges, drawn whole."""
    places = [dart.at for dart in darts] or [station.inner[0] for station in stations]
    panel, neckline, overlap = _centre(making, block, frame, min(places, default=80.0))
    for parts, mouths in (
        upper_parts(upper), side_parts(hung, making.number("bodice.side_allowance")),
        waist_parts(row) if row else ([], []), (wrap.lap(overlap, block.waist_y), []),
    ):  # fmt: skip
        panel.parts += parts
        panel.mouths += mouths
    panel.lines += [
        *across_lines(upper),
        measured("bust line", (0.0, hung.level), (block.front_bust, hung.level)),
    ]
    # Else the girth lies across the opening, as a tape would.
    if wrap.lowest(neckline, overlap) <= hung.level - 1.0:
        panel.levels["bust"] = Level(y=hung.level, x=wrap.past_centre(overlap))
    names = [part.name for part in panel.parts]
    run = Path.of(Line(hung.underarm, hung.upper)).length
    bottom_rim = None
    if row:
        bottom_rim = rim_of(
            panel,
            *((OVERLAP,) if overlap else ()),
            *(f"waist_{n}" for n in range(1, len(row.stretches) + 1)),
            reversed=True,
        )
    open_side = hung.upper != hung.waist
    return Shell(
        [panel], rim_of(panel, names[0]),
        rim_of(panel, *(n for n in names if n in ("shoulder", "shoulder_inner", "shoulder_outer"))),
        rim_of(panel, *(n for n in names if n in ("armhole", "armhole_upper", "armhole_lower"))),
        rim_of(panel, *(n for n in names if n in ("side", "side_upper", "side_lower"))), bottom_rim,
        neckline, Path.of(Line(frame.start, frame.tip)), upper.hole, upper.hole.stretches[0].length,
        upper.way, side_room=run - 6.0 if open_side else run * 0.5,
        across=upper.pitch[0], slope=block.front_slope,
        side_marks=(run if open_side else run * 0.5,),
        dart_places=tuple(places), stations=stations, waist_side=hung.waist,
        side_down=(-hung.square[1], hung.square[0]), overlap=overlap,
    )  # fmt: skip


def _centre(making: Making, block: Block, frame: Frame, first: float) -> tuple[Panel, Path, float]:
    """FB with its neckline (or its wrap's edge) only, that line, and how far it overlaps. `first`: how far
    from the centre its first dart stands."""
    overlap = wrap.overlap_of(making, block)
    bottom, beside = block.waist_y, 0.4 * first  # clear of the centre line
    if overlap:
        edge = wrap.draw_edge(block, frame, overlap)
        top = wrap.lowest(edge, overlap)
        grain = (beside, top + 0.15 * (bottom - top)), (beside, bottom - 0.1 * (bottom - top))
        return wrap.centre(block, edge, overlap, grain), edge, overlap
    bottom_y = block.front_top + block.front_drop + block.cut.depth
    neckline = front_line(block.cut, bottom_y, frame.start, frame.slope)
    top = neckline.start[1]
    return Panel(
        Half("FB", "front", whole=True), "front bodice",
        [Part("neckline", neckline, 6.0, line="neckline")],
        grainline=((beside, top + 0.25 * (bottom - top)), (beside, bottom - 0.1 * (bottom - top))),
        lines=[InsideLine("centre front", "centre", np.array(((0.0, top), (0.0, bottom))))],
    ), neckline, 0.0  # fmt: skip
