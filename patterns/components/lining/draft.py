"""How a lining is made: which pieces, loosened where, sewn to what. Trade facts §7.

The facing of the neck lies on the lining, which runs up to the neckline under it; a lined armhole has no
facing of its own. Gathered, pleated, circle, tiered and wrap skirts hang best unlined: of such a garment
the bodice alone is lined, down to the waist seam.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Rim
from patterns.drafting.draft import Piece, Points
from patterns.drafting.solving import NoRootError, root
from patterns.specs import Setting

from .sewing import sew
from .sheet import HEMS, Border, Sheet

LINED_SKIRTS = ("straight", "a_line", "six_panel")
CENTRE_PLEAT = 22.0  # §7: 20-25 a half
ACROSS_BACK = 5.0  # §7: a side
STEEPEST = (
    0.035  # how much the back's side may lean out for it, as a share of its length (2 degrees)
)
RAISED = 12.0  # §7: 10-15, with a sleeve
SLEEVE = 5.0  # §7: a sleeve is 10 wider
ABOVE_HEM = 18.0  # §7: finished 15-20 above the shell
LEVELS = ("bust", "waist", "hip")
LEAST, WIDEST = 0.5, 20.0  # a sleeve's side may have instead, where its cap needs it; our own


def draft(making: Making) -> None:
    """Adds a lining piece, its code the shell's and L, for every piece of the shell that is lined, and
    the seams that join them and sew them in."""
    shell = [piece for piece in making.pieces if _lined(making, piece)]
    turned, kept = _left_open(making)
    sheets = {
        piece.code: Sheet(
            piece,
            _darts(making, piece.code),
            turned.get(piece.code, set()),
            kept.get(piece.code, set()),
        )
        for piece in shell
    }
    sleeved = "SL" in sheets
    if making.armhole is not None and not (making.has("sleeve") and not sleeved):
        change = {
            place: _loosen(making, sheets, rim, pitch, place == "back", sleeved)
            for place, rim, pitch in (
                ("front", making.armhole.front, making.armhole.front_pitch),
                ("back", making.armhole.back, making.armhole.back_pitch),
            )
        }
        if sleeved:
            _sleeve(making, sheets["SL"], change)
    for sheet in sheets.values():
        sheet.take_up(ABOVE_HEM)
    _pleat(making, sheets)
    levels = _common_levels(sheets)
    making.pieces += [sheet.cut(levels) for sheet in sheets.values()]
    sew(making, sheets)
    _work(making, sheets)


def conflicts(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    style = str(parameters.get("skirt.style", "straight"))
    if "bodice" in components or ("skirt" in components and style in LINED_SKIRTS):
        return []
    if "skirt" in components:
        return [f"A {style.replace('_', ' ')} skirt hangs best without a lining."]
    return ["A lining needs a bodice or a skirt."]


def _lined(making: Making, piece: Piece) -> bool:
    if piece.layer != "shell" or piece.material != "main":
        return False
    if piece.component == "skirt":
        return making.text("skirt.style", "straight") in LINED_SKIRTS
    return piece.component in ("bodice", "sleeve")


def _darts(making: Making, code: str) -> list[tuple[str, str]]:
    """A piece's open darts: their legs as the outline has them."""
    order = [edge.name for edge in making.piece(code).edges]
    found = []
    for seam in making.seams:
        if seam.kind == "dart" and seam.a[0].piece == code:
            legs = sorted((str(seam.a[0].edge), str(seam.b[0].edge)), key=order.index)
            found.append((legs[0], legs[1]))
    return found


def _left_open(making: Making) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Of each piece: the edges of slits, and those of a zip that runs out at the hem."""
    slits: dict[str, set[str]] = {}
    zips: dict[str, set[str]] = {}
    for seam in making.seams:
        for side in (*seam.a, *seam.b) if seam.kind == "opening" else ():
            if side.edge and seam.closure == "vent":
                slits.setdefault(side.piece, set()).add(side.edge)
            elif side.edge and _at_hem(making.piece(side.piece), side.edge):
                zips.setdefault(side.piece, set()).add(side.edge)
    return slits, zips


def _at_hem(piece: Piece, name: str) -> bool:
    number = next(n for n, edge in enumerate(piece.edges) if edge.name == name)
    beside = piece.edges[number - 1], piece.edges[(number + 1) % len(piece.edges)]
    return any(edge.line in HEMS for edge in beside)


# --- Room --------------------------------------------------------------------------------------


def _loosen(
    making: Making, sheets: Mapping[str, Sheet], hole: Rim, pitch: float, back: bool, sleeved: bool
) -> float:
    """Give an armhole's end its room: wider at the back, higher with a sleeve. Returns how much longer
    the armhole is for it, below the pitch."""
    run = hole.runs[-1]
    sheet = sheets.get(run.half.code)
    if sheet is None:
        return 0.0
    still = max(pitch - sum(other.length for other in hole.runs[:-1]), 0.0)
    change = 0.0
    for hand in HANDS if run.half.whole else (run.half.drafted,):
        side = run.half.side(run.edge, hand, run.reversed)
        number = sheet.find(str(side.edge))
        border, forward = sheet.borders[number], not side.reversed
        chain = sheet.chain(number + 1 if forward else number - 1, forward)
        old = border.points[-1 if forward else 0].copy()
        if back:
            long = math.dist(
                chain[0].points[0 if forward else -1], chain[-1].points[-1 if forward else 0]
            )
            sheet.swing(chain, forward, min(ACROSS_BACK, STEEPEST * long))
        end = chain[0].points[0 if forward else -1]
        if sleeved:
            end = sheet.lengthen(chain[0], forward, RAISED)
        change = _bend(border, forward, still, end - old)
        long = border.length
        sheet.keep_corner(border, chain[0], forward)
        change += border.length - long
        if forward:
            border.after += border.length - long
        else:
            border.before += border.length - long
    return change


def _bend(border: Border, at_end: bool, still: float, by: Points) -> float:
    """Move one end of a curve, what lies within `still` of the other staying as it is, and its direction
    at both ends. Returns how much longer it is."""
    before, points = border.length, border.points
    border.points = bent(points, at_end, still, by)
    change = border.length - before
    if at_end:
        border.after += change
    else:
        border.before += change
    return change


def bent(points: Points, at_end: bool, still: float, by: Points) -> Points:
    steps = points[1:] - points[:-1]
    so_far = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    from_fixed = so_far if at_end else so_far[-1] - so_far
    share = np.clip((from_fixed - still) / max(so_far[-1] - still, 1.0), 0.0, 1.0)
    share = share * share * (3.0 - 2.0 * share)
    return np.asarray(points + share[:, None] * by)


def _sleeve(making: Making, sheet: Sheet, change: Mapping[str, float]) -> None:
    """Raise the sleeve's cap at the underarm, and widen it by about 5 a side: by just so much that below
    the notches it is as long as the armhole's lining. Where no width does, it is raised a little more."""
    assert making.armhole is not None
    hole = making.armhole
    cap = [n for n, border in enumerate(sheet.borders) if border.line == "armhole"]
    ends = (
        _CapEnd(sheet, cap[0], False, hole.front.length - hole.front_pitch, change["front"]),
        _CapEnd(sheet, cap[-1], True, hole.back.length - hole.back_pitch, change["back"]),
    )
    raised, wide = RAISED, [SLEEVE, SLEEVE]
    for higher in (0.0, 2.0, 4.0, 6.0, 8.0, 10.0):
        try:
            wide = [end.wide(RAISED + higher) for end in ends]
        except NoRootError:
            continue
        raised = RAISED + higher
        break
    for end, out in zip(ends, wide, strict=True):
        end.give(raised, out)
    sheet.close_hem()


class _CapEnd:
    """One end of a sleeve's cap, and the underarm seam that runs down from it."""

    def __init__(
        self, sheet: Sheet, number: int, forward: bool, lower: float, change: float
    ) -> None:
        self.sheet, self.forward = sheet, forward
        self.border = sheet.borders[number]
        self.chain = sheet.chain(number + 1 if forward else number - 1, forward)
        self.still = max(self.border.length - lower, 0.0)
        self.wanted = self.border.length + change
        points = self.border.points
        self.side = math.copysign(1.0, float(points[-1 if forward else 0][0]))
        seam = self.chain[0].points
        a, b = (seam[0], seam[1]) if forward else (seam[-1], seam[-2])
        self.up = (a - b) / float(np.hypot(*(a - b)))

    def by(self, raised: float, wide: float) -> Points:
        return np.asarray(self.up * raised + np.array((self.side * wide, 0.0)))

    def wide(self, raised: float) -> float:
        """How much wider it must be so raised. Raises NoRootError."""

        def miss(wide: float) -> float:
            moved = bent(self.border.points, self.forward, self.still, self.by(raised, wide))
            return float(np.hypot(*np.diff(moved, axis=0).T).sum()) - self.wanted

        return root(miss, LEAST, WIDEST)

    def give(self, raised: float, wide: float) -> None:
        by = self.by(raised, wide)
        self.sheet.lengthen(self.chain[0], self.forward, raised)
        self.sheet.move(self.chain, self.side * wide)
        _bend(self.border, self.forward, self.still, by)


def _pleat(making: Making, sheets: Mapping[str, Sheet]) -> None:
    """A pleat at centre back where the back is whole and closed at the neck."""
    neck = making.neckline
    if neck is None:
        return
    half = neck.back.runs[0].half
    sheet = sheets.get(half.code)
    slashed = any(line.kind == "cut" for line in making.piece(half.code).lines)
    if sheet is not None and half.whole and not slashed:
        sheet.pleat(CENTRE_PLEAT)


def _common_levels(sheets: Mapping[str, Sheet]) -> set[str]:
    """The levels at which the lining can be measured beside the shell: on all its pieces that have them,
    above its hem, and not across a dart, which is no dart any more."""
    found: dict[str, bool] = {}
    for sheet in sheets.values():
        hems = [border.points for border in sheet.borders if border.line in HEMS]
        hem = min((float(points[:, 1].min()) for points in hems), default=math.inf)
        for name, level in sheet.shell.levels.items():
            ends = all(any(sheet.on_outline(end) for end in line) for line in level.lines)
            found[name] = found.get(name, name in LEVELS) and ends and (level.y or 0.0) < hem
    return {name for name, can in found.items() if can}


def _work(making: Making, sheets: Mapping[str, Sheet]) -> None:
    tucks = any(border.tuck for sheet in sheets.values() for border in sheet.borders)
    if tucks:
        making.operation(
            90, "Lining: fold the tucks, pressed away from the shell's darts, and baste them."
        )
    making.operation(90, "Join the lining's seams, taken 2 mm less than the shell's.")
    if making.neckline is not None:
        making.operation(
            90,
            "Lay the neck facing on the lining, edge-stitch its outer edge down, sew both to the neck.",
        )
        if not making.has("sleeve"):
            making.operation(
                90, "Bag the lining out at the armholes, clip, understitch as far as it goes."
            )
    if any(border.name.endswith("_zip") for sheet in sheets.values() for border in sheet.borders):
        making.operation(90, "Sew the lining to the zip's tape by hand.")
    if any(
        border.line in HEMS and border.finish == "hem"
        for s in sheets.values()
        for border in s.borders
    ):
        making.operation(95, f"Hem the lining {ABOVE_HEM:.0f} mm above the shell's hem.")
