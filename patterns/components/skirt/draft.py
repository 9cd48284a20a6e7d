"""How a skirt is drafted: its figures, the shell of its style, then openings, pieces, seams, measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Rim
from patterns.components.meeting import Strip, Waist
from patterns.components.stride import vent_height
from patterns.components.waists import meet, strip
from patterns.drafting.draft import FinishedMeasure, InsideLine, Notch, Piece, Seam, Side

from . import a_line, circle, gathered, pleats, six_panel, straight, tiers, wrap
from .figures import Figures, work_out, zip_depth
from .sewing import order_of_work
from .shell import Panel, Quarter, Shell, Style
from .vents import cut_vent, sew_vent

STYLES: Mapping[str, Style] = {
    "straight": straight.draft, "a_line": a_line.draft, "six_panel": six_panel.draft,
    "quarter_circle": circle.draft, "half_circle": circle.draft, "circle": circle.draft,
    "gathered": gathered.draft, "knife_pleats": pleats.draft, "box_pleats": pleats.draft,
    "tiers": tiers.draft, "wrap": wrap.draft,
}  # fmt: skip

FACING = 55.0  # how deep a waist facing is: our own


def draft(making: Making) -> None:
    """Adds the skirt's pieces, seams and measures to the garment, and the waist a band meets it at.

    Raises Refusal where hip and waist differ by more than the style can shape.
    """
    figures = work_out(making)
    shell = STYLES[figures.style](making, figures)
    shell = _with_length(figures, shell)
    depth = zip_depth(making, figures) - figures.band
    shell, vent = _opened(making, figures, shell, depth)
    parts = _parts_at_hem(shell)
    for panel in shell.panels():
        making.pieces.append(_cut(panel))
    _seams(making, figures, shell)
    hem = 2 * sum(quarter.hem for quarter in shell.lower or (shell.front, shell.back))
    making.parameters.update({
        "skirt.vent_height": round(vent, 1),
        "skirt.zip_length": round(depth, 1) if figures.opening in ("back", "side") else 0.0,
        **shell.told,
    })  # fmt: skip
    _measures(making, figures, shell, hem)
    _meet(making, figures, shell)
    order_of_work(making, figures, shell, parts)
    _note_let_out(making, shell)


def _parts_at_hem(shell: Shell) -> bool:
    """Whether a zip opens a short skirt (a peplum) all the way down: it must part there."""
    back = shell.back
    first, last = back.panels[0], back.panels[-1]
    at_centre = first.has("centre_back_zip") and not first.has("centre_back")
    return (at_centre and not first.has("vent_top")) or (
        last.has("side_zip") and not last.has("side")
    )


def _opened(making: Making, figures: Figures, shell: Shell, depth: float) -> tuple[Shell, float]:
    """With its vent and its zip cut; and how tall the vent is."""
    front, back = shell.front, shell.back
    vent = 0.0
    if shell.fitted and back.panels[0].has("centre_back") and not front.panels[0].pleats:
        hem = 2 * (front.hem + back.hem)
        vent = vent_height(making.body, figures.length, hem)
        if not vent and figures.style == "straight":
            making.warn(
                "no_vent",
                "It has neither vent nor slit: at this length its hem gives room to walk.",
            )
        if vent:
            back = cut_vent(back, vent, making.text("skirt.slit") == "slit")
    if figures.opening == "back":
        back = back.opened("centre_back", depth)
    elif figures.opening == "side":
        front, back = front.opened("side", depth), back.opened("side", depth)
    return replace(shell, front=front, back=back), vent


def _cut(panel: Panel) -> Piece:
    piece = panel.half.cut(
        panel.name, "skirt", panel.parts, grainline=panel.grainline, mouths=panel.mouths,
        notches=panel.notches, lines=panel.lines, pleats=panel.pleats,
        levels={"hip": panel.hip} if panel.hip else None,
    )  # fmt: skip
    if not panel.half.whole:
        return piece
    # Its centre is no corner: waist and lower edge are notched there.
    waist, foot = piece.edges[0], piece.edges[len(panel.parts) - 1]
    centres = (
        Notch(waist.name, 0.0, panel.parts[0].path.start),
        Notch(foot.name, foot.length, panel.parts[-1].path.end),
    )
    return replace(piece, notches=(*piece.notches, *centres))


def _seams(making: Making, figures: Figures, shell: Shell) -> None:
    for quarter in shell.quarters():
        _panel_seams(making, quarter)
    _side_seams(making, shell.front, shell.back, "side", figures.hip_y if shell.fitted else None)
    if shell.lower:
        upper = zip((shell.front, shell.back), shell.lower, ("front", "back"), strict=True)
        for above, below, view in upper:
            edge = Rim(
                tuple(run for p in above.panels for run in p.rim("tier").runs),
                above.panels[0].half.whole,
            )  # fmt: skip
            gathers = below.waist()
            half = edge.length / 2
            making.sew(
                f"tier {view}", gathers, _outward(edge), "gather",
                ratio=shell.lower_ratio, match=((shell.lower_ratio * half, half),),
            )  # fmt: skip
        _side_seams(making, *shell.lower, "lower side", None)


def _outward(edge: Rim) -> Rim:
    """A lower edge runs from the side in: turned, from the centre out."""
    return Rim(tuple(replace(run, reversed=True) for run in edge.runs), edge.centred)


def _panel_seams(making: Making, quarter: Quarter) -> None:
    first = quarter.panels[0]
    code = first.half.code
    for number, (a, b) in enumerate(zip(quarter.panels, quarter.panels[1:], strict=False), start=1):
        name = f"panel_{number}"
        at = [n.at for n in a.notches if n.edge == name]
        making.sew(
            f"{a.half.view} panel {a.half.code}", a.rim(name), b.rim(name, reversed=True),
            match=tuple((x, x) for x in at),
        )  # fmt: skip
    for panel in quarter.panels:
        if panel.mouths:
            making.darts(panel.name, panel.half, panel.mouths)
    for view in ("front", "back"):
        centre = f"centre_{view}"
        if first.has(f"{centre}_zip"):
            making.seams.append(Seam(
                f"centre {view} zip", "opening", (Side(code, f"{centre}_zip", copy=1),),
                (Side(code, f"{centre}_zip", copy=2),), closure="zip",
            ))  # fmt: skip
        if first.has(centre):
            making.seams.append(Seam(
                f"centre {view} {code}", "join", (Side(code, centre, copy=1),),
                (Side(code, centre, copy=2),),
            ))  # fmt: skip
    if first.has("vent_top") or first.has("centre_back_slit"):
        sew_vent(making, code, first.has("centre_back_slit"))
    if first.has("wrap_edge"):
        making.seams.append(Seam(
            "wrap", "opening", (first.half.line_side("centre front", "right"),),
            (first.half.line_side("centre front", "left"),), closure="wrap",
        ))  # fmt: skip


def _side_seams(
    making: Making, front: Quarter, back: Quarter, name: str, hip_y: float | None
) -> None:
    a, b = front.last, back.last
    if a.has("side_zip"):
        for hand in HANDS:
            left = hand == "left"
            making.seams.append(Seam(
                f"side zip {hand}" if left else f"side above {hand}", "opening" if left else "join",
                a.rim("side_zip").sides(hand), b.rim("side_zip").sides(hand),
                closure="zip" if left else None,
            ))  # fmt: skip
    if not a.has("side"):
        return
    stretches = a.part("side").path.stretches
    at = stretches[0].length if hip_y and len(stretches) > 1 else a.part("side").path.length / 2
    making.sew(name, a.rim("side"), b.rim("side"), match=((at, at),))


def _meet(making: Making, figures: Figures, shell: Shell) -> None:
    top = figures.top
    strips: list[Strip | None] = [None, None]
    style = making.text("waistband.style")
    if making.waist is None and style in ("contoured", "faced"):
        deep = figures.band or _facing_depth(shell)
        strips = [strip(quarter.segments, deep) for quarter in (shell.front, shell.back)]
    meet(making, Waist(
        shell.front.waist(), shell.back.waist(), figures.opening, top.front_darts, top.back_darts,
        top.level, top.overlap, strips[0], strips[1],
    ), shell.ratio)  # fmt: skip


def _facing_depth(shell: Shell) -> float:
    """Not as deep as the darts are long, which it is cut over closed."""
    legs = [
        panel.part(mouth.first).path.length
        for panel in shell.panels() for mouth in panel.mouths
    ]  # fmt: skip
    sides = [quarter.segments[-1].right.length - 30.0 for quarter in (shell.front, shell.back)]
    return min(FACING, *(leg - 12.0 for leg in legs), *sides)


def _measures(making: Making, figures: Figures, shell: Shell, hem: float) -> None:
    rows = shell.lower or (shell.front, shell.back)
    hems = tuple(e for q in rows for p in q.panels for e in p.half.edges("hem"))
    body, ease = making.body["hip_girth"], making.number("skirt.hip_ease")
    if shell.fitted and not figures.peplum:
        hip = FinishedMeasure("hip_girth", figures.hip, body, ease, "skirt.hip_ease", level="hip")
    elif any(panel.hip for panel in shell.panels()):
        wide = sum(_wide(panel) for panel in shell.panels() if panel.hip)
        hip = FinishedMeasure("hip_girth", wide, level="hip")
    else:
        lined = [p for p in shell.panels() if any(line.name == "hip line" for line in p.lines)]
        if lined:
            total = sum(2 * _length(panel) for panel in lined)
            found = tuple(each for p in lined for each in p.half.lines("hip line"))
            hip = FinishedMeasure("hip_girth", total, lines=found)
        else:
            hip = FinishedMeasure("hip_girth", hem, edges=hems)
    lines = [
        (q.panels[0].half.code, "skirt length", 1) for q in (shell.front, *(shell.lower or ())[:1])
    ]
    if figures.band:
        lines.append(("WB", "skirt length", 1))
    making.finished += [
        hip, FinishedMeasure("hem_girth", hem, edges=hems),
        FinishedMeasure("skirt_length", figures.length, lines=tuple(lines)),
    ]  # fmt: skip


def _wide(panel: Panel) -> float:
    return 2 * panel.parts[0].path.length


def _length(panel: Panel) -> float:
    line = next(line for line in panel.lines if line.name == "hip line")
    steps = line.points[1:] - line.points[:-1]
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def _with_length(figures: Figures, shell: Shell) -> Shell:
    """With the line along which the skirt's length is taken: at centre front, from the natural waist."""
    front = shell.front
    shell = replace(shell, front=front.with_panel(0, _lined(front.panels[0], figures.top.level)))
    if shell.lower:
        front, back = shell.lower
        shell = replace(shell, lower=(front.with_panel(0, _lined(front.panels[0], 0.0)), back))
    return shell


def _lined(panel: Panel, level: float) -> Panel:
    top = next(part.path.start for part in panel.parts if abs(part.path.start[0]) < 1e-6)
    foot = panel.part("hem" if panel.has("hem") else "tier").path.end
    line = InsideLine("skirt length", "centre", np.array(((0.0, top[1] + level), foot)))
    return replace(panel, lines=(*panel.lines, line))


def _note_let_out(making: Making, shell: Shell) -> None:
    """How much the inlay gives; at the waist no more than a bodice above it does."""
    behind = shell.back.panels[0]
    seams = 3 if behind.has("centre_back") and not behind.has("vent_top") else 2
    spare = 2 * seams * making.number("skirt.inlay")
    above = making.let_out.get("waist", 0.0) if making.has("bodice") else spare
    making.let_out.update(waist=min(above, spare), hips=spare)
