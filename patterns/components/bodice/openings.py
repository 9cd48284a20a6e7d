"""Where a bodice opens: the zip at centre back or in the left side, the vent or slits in a hem."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from patterns.components.base import Making, Match
from patterns.components.halves import Hand, Rim, Run
from patterns.components.stride import vent_height
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import InsideLine, Seam, Side
from patterns.drafting.geometry import Cubic, Line, Path

from .below import Figures, Skirt
from .shell import Panel, Shell

ABOVE_HIP = 15.0  # trade facts §6: a zip ends 10-20 above the hip line, or below
OVER_HIP = 20.0  # §6: waist and opening let the hips through with so much to spare
ABOVE_HEM = 40.0  # a zip in a short top ends so far above its hem; our own
UNDERARM = 35.0  # a side zip starts so far below the armhole; our own
UNDERLAY, SLANT = 50.0, 25.0  # §6: a vent's underlay 40-60; how much its top slants, our own
AT_END = 4.0  # no notch so near to an end of the side seam
TURN_Y = 10.0  # above the hip line centre back runs upright from there down; our own


def zip_depth(making: Making, figures: Figures, waist: float) -> float:
    """How far below the waist the zip of a bodice cut through opens, so that the hips pass; in a short
    one it may have to part at the hem."""
    needed = (making.body["hip_girth"] + OVER_HIP - waist) / 2
    if needed > figures.length - ABOVE_HEM:
        return figures.length + ABOVE_HEM
    return min(max(figures.drop - ABOVE_HIP, needed), figures.length - ABOVE_HEM)


def stride_opening(making: Making, figures: Figures, hem: float) -> tuple[str, float]:
    """Where the hem opens (side, back or nowhere) and how tall: only where a stride needs it."""
    tall = vent_height(making.body, figures.length, hem)
    if not tall:
        return "none", 0.0
    asked = making.text("bodice.slit", "side")
    if asked == "none":
        making.warn(
            "slit_added", "The hem is slit at the sides: it would be too narrow to walk in."
        )
    if asked == "back" and making.text("bodice.opening", "back") != "back":
        asked = "side"  # there is no seam to slit
    return ("back" if asked == "back" else "side"), tall


def end_at_hem(
    making: Making, figures: Figures, skirt: Skirt, front: Shell, back: Shell, waist: float
) -> None:
    """Cut the opening and the slits into the side and centre back seams of a bodice that is cut through."""
    opening = making.text("bodice.opening", "back")
    hem = 2 * sum(
        panel.part("hem").path.length for shell in (front, back) for panel in shell.panels
    )
    where, tall = stride_opening(making, figures, hem)
    depth = zip_depth(making, figures, waist)
    to_waist = front.side_marks[-2]
    long = front.side.length
    cuts: list[tuple[float, float, str]] = []
    if opening == "side":
        end = min(to_waist + skirt.side.path(depth, (0.0, 0.0)).length, long)
        cuts.append((UNDERARM, end, "zip"))
        making.parameters["bodice.zip_length"] = round(end - UNDERARM, 1)
        making.parameters["bodice.zip_parts"] = end > long - 1.0
    if where == "side":
        cuts.append((long - tall, long, "slit"))
    making.parameters["bodice.slit_height"] = round(tall, 1) if where == "side" else 0.0
    making.parameters["bodice.vent_height"] = round(tall, 1) if where == "back" else 0.0
    for shell in (front, back):
        shell.split_side(cuts)
        for panel in shell.panels:
            panel.parts = [
                replace(part, finish="hem") if part.name.endswith("_slit") else part
                for part in panel.parts
            ]
    if not back.panels[0].half.whole:
        _centre_back(making, figures, back, depth, tall if where == "back" else 0.0)


def _centre_back(making: Making, figures: Figures, back: Shell, depth: float, vent: float) -> None:
    """Carry centre back on to the hem, the zip to its end, with a vent where it needs one."""
    panel = back.panels[0]
    number = next(n for n, part in enumerate(panel.parts) if part.name == "centre_back_zip")
    above = panel.parts[number]
    hem_y, waist = panel.part("hem").path.end[1], above.path.start
    turn_y = min(waist[1] + figures.drop - TURN_Y, hem_y - 30.0)
    low = Path.of(
        Line((0.0, hem_y), (0.0, turn_y)),
        Cubic.leaving_arriving((0.0, turn_y), (0.0, -1.0), waist, (0.0, -1.0)),
    )
    bottom = hem_y - vent
    opened = max(low.length - depth, 0.0)  # along it from the hem
    if making.text("bodice.opening", "back") != "back":
        opened = low.length + above.path.length
    parts: list[Part] = []
    rest = low
    if vent:
        hem = making.number("bodice.hem_allowance")
        out, foot = -UNDERLAY, bottom + SLANT
        parts += [
            Part("vent_hem", Path.straight((0.0, hem_y), (out, hem_y)), hem, "hem", "hem"),
            Part("vent_edge", Path.straight((out, hem_y), (out, foot)), 10.0, "hem"),
            Part("vent_top", Path.straight((out, foot), (0.0, bottom)), 10.0),
        ]
        panel.lines.append(InsideLine("vent fold", "fold", np.array(((0.0, bottom), (0.0, hem_y)))))
        rest = low.split(vent)[1]
        opened -= vent
    whole, at_waist = rest.then(above.path), rest.length
    making.parameters["bodice.zip_parts"] = not opened
    if not opened:
        parts.append(replace(above, path=whole))
        making.parameters["bodice.zip_length"] = round(whole.length, 1)
    elif opened < whole.length:
        closed, zipped = whole.split(opened)
        parts += [replace(above, name="centre_back", path=closed),
                  replace(above, path=zipped)]  # fmt: skip
        making.parameters["bodice.zip_length"] = round(zipped.length, 1)
    else:
        parts.append(replace(above, name="centre_back", path=whole))
    panel.parts[number : number + 1] = parts
    for part in parts[-2:]:  # both sides of the opening lie level where the waist is notched
        if part.name.startswith("centre_back"):
            if AT_END < at_waist < part.path.length - AT_END:
                panel.notches.append(NotchAt(part.name, at_waist))
            at_waist -= part.path.length


# --- Sewing --------------------------------------------------------------------------------


def sew_sides(making: Making, front: Shell, back: Shell) -> None:
    """Join the side seams; where the left one has a zip it opens, where both have a slit they end."""
    marks = sorted({round(at, 6) for at in (*front.side_marks, *back.side_marks)})
    for hand in ("left", "right"):
        start = 0.0
        for (kind, of_front), (_, of_back) in zip(
            _stretches(front.side, hand), _stretches(back.side, hand), strict=True
        ):
            a, b = Rim(of_front), Rim(of_back)
            here: list[Match] = [
                (at - start, at - start)
                for at in marks if start + AT_END < at < start + a.length - AT_END
            ]  # fmt: skip
            start += a.length
            if kind:
                making.seam(Seam(
                    f"side {kind} {hand}", "opening", a.sides(hand), b.sides(hand),
                    closure="vent" if kind == "slit" else "zip",
                ), here)  # fmt: skip
            else:
                making.seam(Seam(f"bodice side {hand}", "join", a.sides(hand), b.sides(hand)), here)


def _stretches(side: Rim, hand: Hand) -> list[tuple[str, tuple[Run, ...]]]:
    """The edges of a side by how they are closed on a hand: the right one has no zip."""
    found: list[tuple[str, tuple[Run, ...]]] = []
    for run in side.runs:
        kind = "slit" if run.edge.endswith("_slit") else ""
        if run.edge.endswith("_zip") and hand == "left":
            kind = "zip"
        if found and found[-1][0] == kind:
            found[-1] = (kind, (*found[-1][1], run))
        else:
            found.append((kind, (run,)))
    return found


def sew_centre_back(making: Making, panel: Panel) -> None:
    """The centre back of a back in two halves: open at the zip, else joined, with its vent."""
    code = panel.half.code

    def sides(name: str, line: bool = False) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
        if line:
            return (Side(code, line=name, copy=1),), (Side(code, line=name, copy=2),)
        return (Side(code, name, copy=1),), (Side(code, name, copy=2),)

    for part in panel.parts:
        if part.name == "centre_back_zip":
            making.seam(Seam("bodice centre back", "opening", *sides(part.name), closure="zip"))
        elif part.name == "centre_back":
            making.seam(Seam("centre back", "join", *sides(part.name)))
        elif part.name == "vent_top":
            making.seam(Seam("vent top", "join", *sides(part.name)))
            making.seam(Seam("vent", "opening", *sides("vent fold", line=True), closure="vent"))


def let_out(making: Making, front: Shell, back: Shell) -> None:
    """Add the inlay to the allowances of side and centre back seams, and note how much it gives."""
    inlay = float(making.parameters.get("bodice.inlay", 0.0))
    if not inlay:
        return
    for shell in (front, back):
        own = {(run.half.code, run.edge) for run in shell.side.runs}
        for panel in shell.panels:
            panel.parts = [
                replace(part, allowance=part.allowance + inlay)
                if part.finish == "seam" and (
                    (panel.half.code, part.name) in own or part.name.startswith("centre_back")
                ) else part
                for part in panel.parts
            ]  # fmt: skip
    seams = 4 if back.panels[0].half.whole else 6
    girths = (
        ("bust", "waist", "hips") if making.text("bodice.cut") == "through" else ("bust", "waist")
    )
    making.let_out.update(dict.fromkeys(girths, seams * inlay))
