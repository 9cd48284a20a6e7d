"""The facing that finishes a neckline, cut from the bodice's own lines."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from patterns.components.base import Making
from patterns.components.facings import (
    WIDE,
    add_facing,
    at_shoulder,
    beside,
    faces_armhole,
    slant,
    straight,
    within,
)
from patterns.components.halves import Half, Rim, rim
from patterns.components.meeting import Neckline
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Point
from patterns.drafting.geometry import Path, add, along, between
from patterns.specs import Setting

from .corners import neckline_parts, split_shell
from .opening import Slash, cut_slash, slash

DEEP = 60.0  # at centre front and back; our own
DEEPER = (
    1.7  # at the centre as against the shoulder, at most, so that the outer edge runs even; our own
)
DEEPEST = 1.8 * DEEP  # in the point of a V
SHALLOW = 28.0  # the least; our own
PAST_SLASH = 35.0  # a slash's facing goes on past its point by this; our own
ALLOWANCE = 6.0  # trade facts §7: enclosed seams 6-7


def draft(making: Making) -> None:
    """Adds FNF and BNF with their interfacings, and the seams that set them in.

    Raises Refusal where neckline and armhole leave no strap for a facing to lie on.
    """
    neck = making.neckline
    assert neck is not None
    wide = at_shoulder(making, neck)
    neck = making.neckline = split_shell(making, neck)
    opened = slash(making, neck)
    wrap = neck.opening == "front"
    front, fnf = (
        (_wrap_front(making, neck, wide), Half("FNF", "front", whole=False))
        if wrap
        else (_front(making, neck, wide, opened), Half("FNF", "front", whole=True))
    )
    bnf = Half("BNF", "back", whole=neck.opening != "back")
    back = _back(making, neck, wide, opened, bnf.whole)
    for half, name, parts, place in (
        (fnf, "front neck facing", front, "front"), (bnf, "back neck facing", back, "back"),
    ):  # fmt: skip
        lines = [opened.line(parts[0].path.start)] if opened and opened.where == place else []
        add_facing(making, half, name, "neckline", parts, _grain(half, parts), lines)
    if opened:
        cut_slash(making, neck, opened)
    making.sew("neck facing shoulder", rim(fnf, front, "shoulder"), rim(bnf, back, "shoulder"))
    making.sew("back neck facing", neck.back, rim(bnf, back, "neckline"))
    edges = [part.name for part in front if part.line == "neckline"]
    making.sew("front neck facing", neck.front, rim(fnf, front, *edges))
    making.operation(
        20, "Fuse the neck facings; join them at the shoulders and neaten their outer edge."
    )
    making.operation(
        60,
        "Sew the neck facing on, clip curves and corners, understitch, turn and catch at the shoulders.",
    )


def conflicts(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    if "bodice" not in components:
        return ["A neckline needs a bodice."]
    return []


def _front(making: Making, neck: Neckline, wide: float, opened: Slash | None) -> list[Part]:
    """From centre front: neckline, shoulder, outer edge."""
    flat = slant(neck.front_path)
    deep = min(DEEP, DEEPER * wide) if flat > 0.9 else min(WIDE / flat, DEEPEST)
    if opened and opened.where == "front":
        deep = max(deep, opened.length + PAST_SLASH)
    deep = max(min(deep, 0.7 * neck.room), SHALLOW)
    return _parts(making, neck.front_path, deep, neck.front_shoulder, wide, neck.front, front=True)


def _back(
    making: Making, neck: Neckline, wide: float, opened: Slash | None, whole: bool
) -> list[Part]:
    """From centre back: neckline, shoulder, outer edge, and the centre where it is cut in two."""
    deep = max(min(DEEP, DEEPER * wide), SHALLOW)
    if opened and opened.where == "back":
        deep = opened.length + PAST_SLASH
    if whole:
        return _parts(
            making, neck.back_path, deep, neck.back_shoulder, wide, neck.back, front=False
        )
    nape = neck.back_path.start
    foot = along(nape, (0.0, 1.0), deep)
    parts = _parts(making, neck.back_path, foot, neck.back_shoulder, wide, neck.back, front=False)
    return [*parts, Part("centre_back", straight(foot, nape), 10.0, finish="hem")]


def _wrap_front(making: Making, neck: Neckline, wide: float) -> list[Part]:
    """Along the wrap's edge from the waist to the shoulder, its foot on the waist seam."""
    run = neck.front.runs[0]
    piece = making.piece(run.half.code)
    name = run.edge if any(edge.name == run.edge for edge in piece.edges) else f"{run.edge}_left"
    number = next(n for n, edge in enumerate(piece.edges) if edge.name == name)
    waist = piece.edges[number - 1].points[::-1]
    steps = np.hypot(*np.diff(waist, axis=0).T)
    share = min(WIDE / float(steps.sum()), 0.9)
    so_far = np.concatenate(([0.0], np.cumsum(steps)))
    at = share * so_far[-1]
    foot = (float(np.interp(at, so_far, waist[:, 0])), float(np.interp(at, so_far, waist[:, 1])))
    parts = _parts(making, neck.front_path, foot, neck.front_shoulder, wide, neck.front, front=True)
    return [*parts, Part("foot", straight(foot, neck.front_path.start), 10.0, finish="raw")]


def _parts(
    making: Making,
    path: Path,
    first: Point | float,
    shoulder: Path,
    wide: float,
    sewn: Rim,
    *,
    front: bool,
) -> list[Part]:
    hole = making.armhole
    end = shoulder.point_at(wide)
    other = None if hole is None else hole.front_path if front else hole.back_path
    outer = beside(path, first, end, other, alone=not faces_armhole(making))
    return [
        *neckline_parts(path, ALLOWANCE),
        Part("shoulder", straight(path.end, end), 10.0),
        Part("outer", outer.reversed(), 0.0, finish="raw"),
    ]


def _grain(half: Half, parts: list[Part]) -> tuple[Point, Point]:
    """Along the centre of a whole facing; upright in the middle of one that is cut in two."""
    neckline = parts[0].path
    outer = next(part.path for part in parts if part.name == "outer")
    if half.whole:
        return within((neckline.start, outer.end), 1.0)
    if parts[-1].name == "centre_back":
        deep = outer.end[1] - neckline.start[1]
        x = 0.1 * neckline.end[0]
        top = (x, neckline.start[1])
        return add(top, (0.0, 0.15 * deep)), add(top, (0.0, 0.85 * deep))
    middle = between(
        neckline.point_at(neckline.length * 0.4), outer.point_at(outer.length * 0.6), 0.5
    )
    return add(middle, (0.0, -24.0)), add(middle, (0.0, 24.0))
