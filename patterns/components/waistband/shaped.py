"""What is cut from the skirt's own waist, its darts closed: the contoured band with its twin for a facing,
and the facing of a waist without a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from patterns.components.base import Making
from patterns.components.facings import add_facing
from patterns.components.halves import HANDS, Half, rim
from patterns.components.meeting import Strip, Waist
from patterns.drafting.cutting import Part
from patterns.drafting.draft import FinishedMeasure, InsideLine, Point, Refusal, Seam
from patterns.drafting.geometry import along, between

SHALLOWEST = 24.0  # mm: less is no facing


@dataclass(frozen=True, slots=True)
class _Cut:
    """Front or back as a half: its strip, and its edges clockwise."""

    half: Half
    parts: list[Part]
    grainline: tuple[Point, Point]


def contoured(making: Making) -> None:
    """Adds WB and WBB, front and back of the band, its twins WF and WFB, and interfacings."""
    waist, strips = _strips(making)
    shell = [_cut(code, view, s, waist, 10.0, "seam") for code, view, s in zip(
        ("WB", "WBB"), ("front", "back"), strips, strict=True)]  # fmt: skip
    inside = [_cut(code, view, s, waist, 10.0, "seam") for code, view, s in zip(
        ("WF", "WFB"), ("front", "back"), strips, strict=True)]  # fmt: skip
    for cut in shell:
        name = f"{cut.half.view} waistband"
        making.pieces += [
            cut.half.cut(name, "waistband", cut.parts, grainline=cut.grainline, lines=_length(cut)),
            replace(cut.half, code=f"{cut.half.code}I").cut(
                f"{name} interfacing", "waistband",
                [replace(part, allowance=0.0, finish="raw") for part in cut.parts],
                grainline=cut.grainline, layer="interfacing", material="interfacing",
            ),
        ]  # fmt: skip
    for cut in inside:
        making.pieces.append(cut.half.cut(
            f"{cut.half.view} waistband facing", "waistband", cut.parts, grainline=cut.grainline,
            layer="facing",
        ))  # fmt: skip
    for cut, twin, rim_of in zip(shell, inside, (waist.front, waist.back), strict=True):
        view = cut.half.view
        making.sew(f"band {view}", rim_of, rim(cut.half, cut.parts, "bottom", reversed=True))
        making.sew(
            f"band inside {view}", rim_of, rim(twin.half, twin.parts, "bottom", reversed=True)
        )
        making.sew(
            f"band top {view}", rim(cut.half, cut.parts, "top"), rim(twin.half, twin.parts, "top")
        )
    _ends(making, "band", shell, waist)
    _ends(making, "band facing", inside, waist)
    _measure(making, [(cut.half, "top") for cut in shell])
    making.operation(10, "Fuse the waistband.")
    making.operation(
        80,
        "Join the contoured band, and its facing, at the closed sides; sew the band to the skirt.",
    )
    making.operation(
        85,
        "Sew the facing to the band's top edge and to the zip's tape, turn it in, stitch it down inside.",
    )
    _hook(making)


def faced(making: Making) -> None:
    """Adds WF and WFB, the facing of front and back, and their interfacings."""
    waist, strips = _strips(making)
    cuts = [_cut(code, view, s, waist, 10.0, "raw") for code, view, s in zip(
        ("WF", "WFB"), ("front", "back"), strips, strict=True)]  # fmt: skip
    for cut, rim_of in zip(cuts, (waist.front, waist.back), strict=True):
        view = cut.half.view
        add_facing(
            making, cut.half, f"{view} waist facing", "waistband", cut.parts, cut.grainline
        )  # fmt: skip
        making.sew(f"waist facing {view}", rim_of, rim(cut.half, cut.parts, "top"))
    _ends(making, "waist facing", cuts, waist)
    body, ease = making.body["waist_girth"], making.number("waistband.waist_ease")
    making.finished.append(FinishedMeasure(
        "waist_girth", body + ease, body, ease, "waistband.waist_ease",
        edges=(*waist.front.edges(), *waist.back.edges()),
    ))  # fmt: skip
    making.operation(10, "Fuse the waist facings.")
    making.operation(
        80, "Join the waist facing; sew it to the waist with a stay tape, understitch it, turn it in, sew "
        "its ends to the zip's tape and catch it down at the seams.",
    )  # fmt: skip
    _hook(making)


def _hook(making: Making) -> None:
    making.trim("hook and eye", 1)
    making.operation(92, "Sew a hook and eye to the waist, above the zip.")


def _strips(making: Making) -> tuple[Waist, tuple[Strip, Strip]]:
    waist = making.waist
    assert waist is not None
    assert waist.front_strip is not None
    assert waist.back_strip is not None
    if min(waist.front_strip.side.length, waist.front_strip.centre.length) < SHALLOWEST:
        raise Refusal(
            "waist_facing",
            "The hips lie so high that a waist cannot be faced. Please choose a straight band.",
            ("waist_to_hip",),
        )
    return waist, (waist.front_strip, waist.back_strip)


def _cut(code: str, view: str, found: Strip, waist: Waist, wide: float, bottom: str) -> _Cut:
    whole = view == "front" or waist.opening != "back"
    x = found.centre.start[0]
    whole = whole and abs(x) < 1e-6
    opened = waist.opening == "side"
    parts = [
        Part("top", found.top, wide),
        Part("side", found.side, 20.0 if opened else 10.0),
        Part("bottom", found.bottom.reversed(), wide if bottom == "seam" else 0.0,
             finish="seam" if bottom == "seam" else "raw", line="waist" if bottom == "seam" else None),
    ]  # fmt: skip
    if not whole:
        parts.append(Part("centre_back", found.centre.reversed(), 20.0))
    top, foot = found.centre.start, found.centre.end
    aside = 0.0 if whole else 14.0
    grainline = (
        along(between(top, foot, 0.06), (1.0, 0.0), aside),
        along(between(top, foot, 0.94), (1.0, 0.0), aside),
    )
    return _Cut(Half(code, "front" if view == "front" else "back", whole=whole), parts, grainline)


def _length(cut: _Cut) -> list[InsideLine]:
    """The first of the skirt's length, which is taken from the natural waist."""
    if cut.half.view == "back":
        return []
    foot = cut.parts[2].path.end
    return [InsideLine("skirt length", "centre", np.array((cut.parts[0].path.start, foot)))]


def _ends(making: Making, name: str, cuts: Sequence[_Cut], waist: Waist) -> None:
    """Its sides, and its ends at the opening: along the zip, or, of a facing, sewn to its tape."""
    front, back = (rim(cut.half, cut.parts, "side") for cut in cuts)
    for hand in HANDS:
        opens = waist.opening == "side" and hand == "left"
        making.seams.append(Seam(
            f"{name} side {hand}", "opening" if opens else "join", front.sides(hand), back.sides(hand),
            closure="zip" if opens else None,
        ))  # fmt: skip
    half = cuts[1].half
    if half.whole:
        return
    back_ends = (half.side("centre_back", "right"),), (half.side("centre_back", "left"),)
    opens = waist.opening == "back"
    making.seams.append(Seam(
        f"{name} centre back", "opening" if opens else "join", *back_ends,
        closure="zip" if opens else None,
    ))  # fmt: skip


def _measure(making: Making, tops: Sequence[tuple[Half, str]]) -> None:
    body, ease = making.body["waist_girth"], making.number("waistband.waist_ease")
    making.finished.append(FinishedMeasure(
        "waist_girth", body + ease, body, ease, "waistband.waist_ease",
        edges=tuple(edge for half, name in tops for edge in half.edges(name)),
    ))  # fmt: skip
