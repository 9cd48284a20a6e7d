"""How a lining is made: which pieces, loosened where, sewn to what. Trade facts §7.

The facing of the neck lies on the lining, which runs up to the neckline under it; a lined armhole has no
facing of its own. Gathered, pleated, circle, tiered and wrap skirts hang best unlined: of such a garment
the bodice alone is lined, down to the waist seam.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from patterns.components.base import Making
from patterns.drafting.draft import Piece
from patterns.specs import Setting

from .room import loosen
from .sewing import sew
from .sheet import HEMS, Sheet

LINED_SKIRTS = ("straight", "a_line", "six_panel")
CENTRE_PLEAT = 22.0  # §7: 20-25 a half
ABOVE_HEM = 18.0  # §7: finished 15-20 above the shell
LEVELS = ("bust", "waist", "hip")


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
    if making.armhole is not None:
        loosen(making, sheets)
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


def _darts(making: Making, code: str) -> list[str]:
    """A piece's open darts: of each the leg that the outline has first."""
    order = [edge.name for edge in making.piece(code).edges]
    found = []
    for seam in making.seams:
        if seam.kind == "dart" and seam.a[0].piece == code:
            found.append(min(str(seam.a[0].edge), str(seam.b[0].edge), key=order.index))
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
    borders = [border for sheet in sheets.values() for border in sheet.borders]
    neck = making.neckline is not None
    made = 88 if neck else 77  # a skirt's is caught in its waist
    if any(border.tuck for border in borders):
        making.operation(
            made, "Lining: fold the tucks, pressed away from the shell's darts, and baste them."
        )
    if any(sheet.shell.inner_darts for sheet in sheets.values()):
        making.operation(made, "Lining: sew the waist darts and press them away from the shell's.")
    set_in = ", and set its sleeves in" if making.has("sleeve") and making.armhole else ""
    making.operation(
        made,
        "Lining: join its seams, taken 2 mm less than the shell's, left open where the shell opens"
        f"{set_in}.",
    )
    if not neck:
        making.operation(77, "Baste the lining to the skirt's waist, wrong sides together.")
    elif not making.has("sleeve"):
        making.operation(
            91,
            "Turn in the armholes of the shell and, 2 mm further, those of the lining; fell them together.",
        )
    if neck and making.has("skirt") and "skirt" not in {s.shell.component for s in sheets.values()}:
        making.operation(91, "Turn in the lining along the waist seam and fell it to it.")
    if any(border.name.endswith("_zip") for border in borders):
        facing = " and neck facing" if neck else ""
        making.operation(91, f"Turn in lining{facing} beside the zip and sew to its tape by hand.")
    hems = {border.line for border in borders if border.finish == "hem"}
    if "hem" in hems:
        making.operation(97, f"Hem the lining {ABOVE_HEM:.0f} mm above the shell's hem.")
    if "sleeve hem" in hems:
        making.operation(
            97,
            f"Turn in the lining of the sleeves {ABOVE_HEM:.0f} mm above their hems and fell it to them.",
        )
    for opens, of in (("vent", "vent_slit"), ("slits", "side_slit"), ("slit", "centre_back_slit")):
        if any(border.name.startswith(of) for border in borders):
            making.operation(97, f"Sew the lining to the edges of the {opens} by hand.")
