"""The pocket in the side seam: two bags a side, one sewn to the front's seam allowance and one to the
back's, between notches, and to each other around their edge."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Half, Hand
from patterns.drafting.cutting import Part
from patterns.drafting.draft import InsideLine, Points, Refusal, Seam, Side
from patterns.drafting.geometry import Cubic, Path, Point

from .shells import add_lines, distance_at, natural_waist, stretch

FRONT, BACK = Half("PO", "front", whole=False), Half("POB", "back", whole=False)

BELOW_WAIST = 70.0  # where the mouth begins; this and the bag's depth our own
DEEP, WIDE = 115.0, 150.0
"""How far the bag hangs below its mouth, how far it reaches to the front."""
ROOM = 40.0  # left between the bag and the hem's turn
BESIDE = 4.0
SHORTEST = 110.0
BELOW_MOUTH, HIGHEST = 15.0, 30.0  # of seam left below the mouth, and above it at least


def draft(making: Making) -> None:
    """Adds PO and POB. Raises Refusal where the side seam is too short for a hand."""
    placed: dict[str, list[InsideLine]] = {}
    mouths: dict[Hand, Points] = {}
    asked = size = making.number("pocket.size")
    sewn: list[Seam] = []
    low = 0.0
    for hand in HANDS:
        seam = _side_seam(making, hand)
        start, size, low = _mouth(making, seam, asked)
        for sides, bag in ((seam.a, FRONT), (seam.b, BACK)):
            side, before = _on(making, sides, start)
            there = stretch(_run(making, side), start - before, start - before + size)
            if bag is FRONT:
                mouths[hand] = there
            name = f"pocket {hand}" if making.piece(side.piece).quantity == 1 else "pocket"
            lines = placed.setdefault(side.piece, [])
            if all(other.name != name for other in lines):
                lines.append(InsideLine(name, "placement", there))
            sewn.append(Seam(
                f"pocket {bag.view} {hand}", "join", (Side(side.piece, line=name, copy=side.copy),),
                (bag.side("mouth", hand),),
            ))  # fmt: skip
        sewn.append(Seam(
            f"pocket bag {hand}", "join", (FRONT.side("round", hand),), (BACK.side("round", hand),)
        ))  # fmt: skip
        making.seams.remove(seam)
        making.seam(seam, sorted({*seam.match, (start, start), (start + size, start + size)}))
    for code, lines in placed.items():
        add_lines(making, code, *lines)
    shape = _on_paper(mouths)
    parts = _bag(shape, min(DEEP, low))
    x, y = shape[0][0] - 0.4 * WIDE, shape[0][1]
    grainline = ((x, y + 0.2 * size), (x, y + 0.9 * size))
    making.pieces += [
        FRONT.cut("front pocket bag", "pocket", parts, grainline=grainline, layer="pocket",
                  material="lining"),
        BACK.cut("back pocket bag", "pocket", parts, grainline=grainline, layer="pocket"),
    ]  # fmt: skip
    making.seams += sewn
    making.operation(
        40, "Tape the front edges of the pocket mouths; sew on the bags between the notches, lining in front."
    )  # fmt: skip
    making.operation(
        64,
        "Baste the pocket mouths shut: the side seams are sewn above and below them, and round the bags.",
    )


def _mouth(making: Making, seam: Seam, asked: float) -> tuple[float, float, float]:
    """How far down the side seam the mouth begins, how long it is, and how much room is left below it for
    the bag. A mouth too long for its seam is shortened, and told."""
    side, before = _reaching(making, seam.a)
    points = _run(making, side)
    long = making.piece(side.piece).edge(str(side.edge)).length
    size = min(asked, long - HIGHEST - BELOW_MOUTH)
    start = min(_waist_on(making, side, points) + BELOW_WAIST, long - size - BELOW_MOUTH)
    start = before + max(start, HIGHEST)
    for mark, _ in seam.match:  # two notches beside each other would be read as one
        if abs(start - mark) < BESIDE:
            start = mark
        elif abs(start + size - mark) < BESIDE:
            size = mark - start
    low = _hem_below(making, long) + before - start - size - ROOM
    if low < 40.0 or size < SHORTEST:
        raise Refusal(
            "pocket_room",
            "The side seams are too short for pockets. Please choose a longer skirt, or no pockets.",
            ("waist_to_hip",),
        )
    if size < asked - BESIDE:
        making.warn(
            "pocket_smaller",
            f"The pockets' mouths are {size:.0f} mm long: the seam has no more room.",
        )
    return start, size, low


def _reaching(making: Making, sides: Sequence[Side]) -> tuple[Side, float]:
    """The edge of a side seam that goes down to the hem, and how much of the seam lies above it."""
    lengths = [making.piece(side.piece).edge(str(side.edge)).length for side in sides]
    return sides[-1], sum(lengths[:-1])


def _on(making: Making, sides: Sequence[Side], start: float) -> tuple[Side, float]:
    """The edge on which so much of a seam lies, and how much lies above it."""
    above = 0.0
    for side in sides[:-1]:
        long = making.piece(side.piece).edge(str(side.edge)).length
        if start < above + long - 1e-6:
            return side, above
        above += long
    return sides[-1], above


def _side_seam(making: Making, hand: Hand) -> Seam:
    """The seam that joins the shell's front and back at the hip: of a skirt, else of a bodice cut through."""
    found = [
        seam for seam in making.seams
        if seam.name.endswith(f"side {hand}") and seam.kind == "join"
        and making.piece(seam.a[0].piece).component in ("skirt", "bodice")
    ]  # fmt: skip
    return next((s for s in found if making.piece(s.a[0].piece).component == "skirt"), found[-1])


def _run(making: Making, side: Side) -> Points:
    """An edge's points as the seam runs: from the top down."""
    points = making.piece(side.piece).edge(str(side.edge)).points
    return points[::-1] if side.reversed else points


def _waist_on(making: Making, side: Side, points: Points) -> float:
    """How far down the seam the natural waist lies."""
    piece = making.piece(side.piece)
    if piece.component == "skirt":
        band = (
            making.number("waistband.height")
            if making.text("waistband.style") == "contoured"
            else 0.0
        )
        return (making.waist.level if making.waist else 0.0) - band
    return distance_at(points, natural_waist(making, piece))


def _hem_below(making: Making, long: float) -> float:
    """How far along the seam the hem lies: a tier's seam ends before it."""
    if making.text("skirt.style") == "tiers":
        return making.number("skirt.length") + (making.waist.level if making.waist else 0.0)
    return long


def _on_paper(mouths: dict[Hand, Points]) -> list[Point]:
    """The mouth of the front's drafted half as the bag is drawn: on paper's right, run straight down, for
    on a circle skirt the side seam may lie level."""
    points = mouths[FRONT.drafted]
    if points[:, 0].mean() < 0:
        points = points * np.array((-1.0, 1.0))
    start, (across, down) = points[0], points[-1] - points[0]
    size = math.hypot(across, down)
    cos, sin = down / size, across / size
    x, y = (points - start).T
    return [(float(a), float(b)) for a, b in zip(x * cos - y * sin, x * sin + y * cos, strict=True)]


def _bag(mouth: list[Point], deep: float) -> list[Part]:
    """The bag: its mouth, then round below it, up in front and back over the mouth's top."""
    top, bottom = mouth[0], mouth[-1]
    low = (bottom[0] - 0.45 * WIDE, bottom[1] + deep)
    far = (bottom[0] - WIDE, top[1] + 0.55 * (bottom[1] - top[1]))
    return [
        Part("mouth", Path.straight(*mouth), 10.0),
        Part("round", Path.of(
            Cubic.leaving_arriving(bottom, (0.0, 1.0), low, (-1.0, 0.0), 0.45, 0.35),
            Cubic.leaving_arriving(low, (-1.0, 0.0), far, (0.0, -1.0), 0.4, 0.4),
            Cubic.leaving_arriving(far, (0.0, -1.0), top, (0.98, 0.199), 0.45, 0.4),
        ), 10.0),
    ]  # fmt: skip
