"""The lining's seams, told from the shell's: what the shell joins the lining joins, and where the shell
meets something else, or opens, the lining is sewn to the shell's own edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from patterns.components.base import Making, Match
from patterns.drafting.draft import Seam, Side

from .sheet import Border, Sheet

SAME = 0.05
"""Two edges that differ by less than this, mm, are as long as each other."""

_Sewn = set[tuple[str, str, int]]


def sew(making: Making, sheets: Mapping[str, Sheet]) -> None:
    """Add the seams of all lining pieces."""
    sewn: _Sewn = set()
    for seam in tuple(making.seams):
        if seam.kind in ("join", "ease", "gather") and _within(seam, sheets):
            _copy(making, sheets, seam, sewn)
    for sheet in sheets.values():
        for copy in range(1, sheet.shell.quantity + 1):
            _sew_in(making, sheet, copy, sewn)


def _within(seam: Seam, sheets: Mapping[str, Sheet]) -> bool:
    return all(
        side.piece in sheets and side.edge is not None and sheets[side.piece].has(side.edge)
        for side in (*seam.a, *seam.b)
    )


def _copy(making: Making, sheets: Mapping[str, Sheet], seam: Seam, sewn: _Sewn) -> None:
    a, b = _sides(sheets, seam.a), _sides(sheets, seam.b)
    for side in (*a, *b):
        sewn.add((side.piece, str(side.edge), side.copy))
    long_a, long_b = (
        sum(sheets[s.piece[:-1]].finished(str(s.edge)) for s in sides) for sides in (a, b)
    )
    start_a, start_b = (_put_on(sheets, sides[0]) for sides in (a, b))
    match: list[Match] = [
        (at_a + start_a, at_b + start_b) for at_a, at_b in seam.match
        if 1.0 < at_a + start_a < long_a - 1.0 and 1.0 < at_b + start_b < long_b - 1.0
    ]  # fmt: skip
    kind, ease, where, ratio = seam.kind, seam.ease, seam.where, seam.ratio
    if kind == "gather":
        ratio = long_a / long_b
    elif abs(long_a - long_b) < SAME:
        kind, ease, where = "join", 0.0, None
    elif long_a > long_b:
        kind, ease, where = "ease", long_a - long_b, where or "lining"
    else:
        kind, ease, where = "ease", long_b - long_a, "lining"
        a, b, match = b, a, [(at_b, at_a) for at_a, at_b in ((m[0], m[1]) for m in match)]
    making.seam(
        replace(seam, name=f"lining {seam.name}", kind=kind, a=a, b=b, ease=ease, where=where, ratio=ratio,
                match=()),
        match,
    )  # fmt: skip


def _put_on(sheets: Mapping[str, Sheet], side: Side) -> float:
    """How much longer the lining is at the beginning of a seam's side."""
    border = sheets[side.piece[:-1]].border(str(side.edge))
    return border.after if side.reversed else border.before


def _sides(sheets: Mapping[str, Sheet], shell: Sequence[Side]) -> tuple[Side, ...]:
    """The lining's sides for the shell's, with the tucks that lie between them."""
    found: list[Side] = []
    for number, side in enumerate(shell):
        sheet = sheets[side.piece]
        found.append(_side(sheet, sheet.border(str(side.edge)), side.copy, side.reversed))
        following = shell[number + 1] if number + 1 < len(shell) else None
        if following and (following.piece, following.copy) == (side.piece, side.copy):
            at = sheet.find(str(side.edge)) + (-1 if side.reversed else 1)
            between = sheet.borders[at % len(sheet.borders)]
            if between.tuck:
                found.append(_side(sheet, between, side.copy, side.reversed))
    return tuple(found)


def _side(sheet: Sheet, border: Border, copy: int, reversed: bool) -> Side:
    return Side(sheet.code, border.name, copy=copy, reversed=reversed, pleats=tuple(border.pleats))


def _sew_in(making: Making, sheet: Sheet, copy: int, sewn: _Sewn) -> None:
    """Sew to the shell what is sewn to nothing yet, each stretch of one line as one seam."""
    groups: list[list[Border]] = []
    ring = sheet.borders
    first = next((n for n, border in enumerate(ring) if not _runs_on(ring[n - 1], border)), 0)
    for border in (*ring[first:], *ring[:first]):
        free = border.finish == "seam" and (sheet.code, border.name, copy) not in sewn
        if not free:
            groups.append([])
        elif groups and groups[-1] and _runs_on(groups[-1][-1], border):
            groups[-1].append(border)
        else:
            groups.append([border])
    for group in groups:
        own = [border for border in group if not border.tuck]
        if not own:
            continue
        lining = tuple(_side(sheet, border, copy, False) for border in group)
        shell = tuple(Side(sheet.shell.code, border.name, copy=copy) for border in own)
        longer = sum(sheet.finished(border.name) for border in group) - sum(
            sheet.shell.edge(border.name).length for border in own
        )
        name = f"lining to {sheet.shell.code} {own[0].name.replace('_', ' ')}"
        name += f" {copy}" if sheet.shell.quantity > 1 else ""
        if longer > SAME:
            making.seam(Seam(name, "ease", lining, shell, longer, "lining"))
        elif longer < -SAME:
            making.seam(Seam(name, "ease", shell, lining, -longer, "lining"))
        else:
            making.seam(Seam(name, "join", lining, shell))


def _runs_on(before: Border, after: Border) -> bool:
    """Whether an edge goes on in the next as one line of the garment."""
    return before.tuck or after.tuck or (before.line is not None and before.line == after.line)
