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
from patterns.components.halves import Half, rim
from patterns.components.meeting import Neckline
from patterns.components.traced import Traced
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Point
from patterns.drafting.geometry import Cubic, Path, add, between, sub, unit
from patterns.drafting.polylines import lengths_along
from patterns.specs import Setting

from .corners import neckline_parts, split_shell
from .opening import IN_FRONT, Slash, cut_slash, slash

DEEP = 60.0  # at centre front and back; our own
DEEPER = 1.7
"""At the centre as against the shoulder, at most, so that the outer edge runs even; our own."""
DEEPEST = 1.8 * DEEP  # in the point of a V
SHALLOW = 28.0  # the least; our own
PAST_SLASH, TONGUE = 35.0, 30.0
"""How far a slash's facing goes on past its point, and to both sides; our own."""
HOLLOW = 14.0
"""How far the corner above such a tongue is rounded, so that its raw edge can be neatened; our own."""
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
    _work(making, neck, opened)


def _work(making: Making, neck: Neckline, opened: Slash | None) -> None:
    """A lined garment's facing lies on its lining: the two are sewn to the neck as one, at the end."""
    making.operation(
        20, "Fuse the neck facings; join them at the shoulders and neaten their outer edge."
    )
    over = ", over the collar" if making.has("collar") else ""
    turned = f"{over}{opened.words if opened else ''}; clip curves and corners, understitch, turn and press"
    if making.has("lining"):
        making.operation(
            90,
            "Lay the neck facing on the lining, neck edges level, and edge-stitch its outer edge down.",
        )
        making.operation(90, f"Sew facing and lining to the neck as one{turned}.")
    else:
        making.operation(60, f"Sew the neck facing on{turned}; catch it at the shoulder seams.")
    if opened:
        making.operation(92, opened.closing)
    elif neck.opening == "back":
        if not making.has("lining"):  # which is sewn to the zip with it
            making.operation(
                85, "Turn in the ends of the neck facing beside the zip and sew them to its tape."
            )
        if making.text("collar.style") not in IN_FRONT:  # these bring their own
            making.trim("hook and eye", 1)
            making.operation(92, "Sew a hook and eye to the neck, above the zip.")


def conflicts(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    if "bodice" not in components:
        return ["A neckline needs a bodice."]
    return []


def _front(making: Making, neck: Neckline, wide: float, opened: Slash | None) -> list[Part]:
    """From centre front: neckline, shoulder, outer edge."""
    flat = slant(neck.front_path)
    deep = min(DEEP, DEEPER * wide) if flat > 0.9 else min(WIDE / flat, DEEPEST)
    deep = max(min(deep, 0.7 * neck.room), SHALLOW)
    outer = _outer(making, neck.front_path, deep, neck.front_shoulder, wide, front=True)
    if opened and opened.where == "front":
        outer = _tongue(outer, neck.front_path.start[1] + opened.length + PAST_SLASH)
    return _parts(neck.front_path, outer)


def _back(
    making: Making, neck: Neckline, wide: float, opened: Slash | None, whole: bool
) -> list[Part]:
    """From centre back: neckline, shoulder, outer edge, and the centre where it is cut in two."""
    deep = max(min(DEEP, DEEPER * wide), SHALLOW)
    outer = _outer(making, neck.back_path, deep, neck.back_shoulder, wide, front=False)
    nape = neck.back_path.start
    if opened and opened.where == "back":
        outer = _tongue(outer, nape[1] + opened.length + PAST_SLASH)
    parts = _parts(neck.back_path, outer)
    if whole:
        return parts
    return [*parts, Part("centre_back", straight(outer.start, nape), 10.0, finish="hem")]


def _tongue(outer: Traced, bottom: float) -> Traced:
    """A facing's outer edge let down at the centre round a slash, to a height y."""
    points = outer.points
    y = float(np.interp(TONGUE, points[:, 0], points[:, 1]))
    if bottom < points[0, 1] + 5.0:
        return outer
    way = np.linspace(0.0, np.pi / 2, 9)
    tip = np.column_stack((TONGUE * np.sin(way), bottom - TONGUE * (1.0 - np.cos(way))))
    side = bottom - TONGUE - y
    if side < 2.0:
        return Traced(np.concatenate((tip, points[points[:, 0] > TONGUE + 0.5])))
    by = min(HOLLOW, side - 1.0)
    to = TONGUE + by
    end = (to, float(np.interp(to, points[:, 0], points[:, 1])))
    onward = unit(sub(end, (TONGUE, y)))
    bend = Cubic.leaving_arriving((TONGUE, y + by), (0.0, -1.0), end, onward)
    hollow = np.array([bend.point(t) for t in np.linspace(0.0, 1.0, 7)])
    return Traced(np.concatenate((tip, hollow, points[points[:, 0] > to + 0.5])))


def _wrap_front(making: Making, neck: Neckline, wide: float) -> list[Part]:
    """Along the wrap's edge from the waist to the shoulder, its foot on the waist seam."""
    run = neck.front.runs[0]
    piece = making.piece(run.half.code)
    name = run.edge if any(edge.name == run.edge for edge in piece.edges) else f"{run.edge}_left"
    number = next(n for n, edge in enumerate(piece.edges) if edge.name == name)
    waist = piece.edges[number - 1].points[::-1]
    so_far = lengths_along(waist)
    share = min(WIDE / float(so_far[-1]), 0.9)
    at = share * so_far[-1]
    foot = (float(np.interp(at, so_far, waist[:, 0])), float(np.interp(at, so_far, waist[:, 1])))
    outer = _outer(making, neck.front_path, foot, neck.front_shoulder, wide, front=True)
    parts = _parts(neck.front_path, outer)
    return [*parts, Part("foot", straight(foot, neck.front_path.start), 10.0, finish="raw")]


def _outer(
    making: Making, path: Path, first: Point | float, shoulder: Path, wide: float, *, front: bool
) -> Traced:
    hole = making.armhole
    other = None if hole is None else hole.front_path if front else hole.back_path
    return beside(path, first, shoulder.point_at(wide), other, alone=not faces_armhole(making))


def _parts(path: Path, outer: Traced) -> list[Part]:
    return [
        *neckline_parts(path, ALLOWANCE),
        Part("shoulder", straight(path.end, outer.end), 10.0),
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
        return add(top, (0.0, 0.1 * deep)), add(top, (0.0, 0.9 * deep))
    middle = between(
        neckline.point_at(neckline.length * 0.4), outer.point_at(outer.length * 0.6), 0.5
    )
    return add(middle, (0.0, -24.0)), add(middle, (0.0, 24.0))
