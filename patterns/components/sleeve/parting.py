"""Cutting an armhole's edges in two at a notch, where a puff is gathered above it and sewn plain below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Rim, Run
from patterns.drafting.draft import Edge, FinishedMeasure, Notch, Seam, Side
from patterns.drafting.polylines import lengths_along

NEAR = 1.0
"""Where two edges meet this near to the notch they are the two parts already, mm."""

_Renamed = Mapping[tuple[str, str], tuple[str, str]]
"""Of an edge: the names of its two parts, as the outline runs."""


def part_rim(
    making: Making, rim: Rim, at: float, kind: Literal["single", "double"]
) -> tuple[Rim, Rim]:
    """A rim in two, parted `at` mm from its start and notched there, on both hands: the edge that lies
    there becomes two, in its piece, its seams and its measures."""
    so_far = 0.0
    for number, run in enumerate(rim.runs):
        here = at - so_far
        if here < run.length + NEAR or number == len(rim.runs) - 1:
            break
        so_far += run.length
    if here > run.length - NEAR:
        return Rim(rim.runs[: number + 1]), Rim(rim.runs[number + 1 :])
    along = run.length - here if run.reversed else here
    first, last = f"{run.edge}_top", f"{run.edge}_under"
    renamed: dict[tuple[str, str], tuple[str, str]] = {}
    if run.half.whole:
        other = "right" if run.half.drafted == "left" else "left"
        cuts = (
            (run.half.drafted, along, run.reversed),
            (other, run.length - along, not run.reversed),
        )
        for hand, distance, backward in cuts:
            names = f"{first}_{hand}", f"{last}_{hand}"
            parts = (names[1], names[0]) if backward else names
            renamed[run.half.code, f"{run.edge}_{hand}"] = parts
            _cut(making, run.half.code, f"{run.edge}_{hand}", parts, distance, kind)
    else:
        parts = (last, first) if run.reversed else (first, last)
        renamed[run.half.code, run.edge] = parts
        _cut(making, run.half.code, run.edge, parts, along, kind)
    making.seams[:] = [_renamed_seam(seam, renamed) for seam in making.seams]
    making.finished[:] = [_renamed_measure(measure, renamed) for measure in making.finished]
    top = Run(run.half, first, here, run.reversed)
    under = Run(run.half, last, run.length - here, run.reversed)
    return Rim((*rim.runs[:number], top)), Rim((under, *rim.runs[number + 1 :]))


def _cut(
    making: Making, code: str, name: str, parts: tuple[str, str], at: float,
    kind: Literal["single", "double"],
) -> None:  # fmt: skip
    number = next(n for n, piece in enumerate(making.pieces) if piece.code == code)
    piece = making.pieces[number]
    edges: list[Edge] = []
    for edge in piece.edges:
        edges += _halves(edge, parts, at) if edge.name == name else (edge,)
    notches = [_moved(notch, name, parts, at) for notch in piece.notches]
    x, y = next(edge for edge in edges if edge.name == parts[1]).points[0].tolist()
    notches.append(Notch(parts[1], 0.0, (x, y), kind))
    making.pieces[number] = replace(piece, edges=tuple(edges), notches=tuple(notches))


def _halves(edge: Edge, names: tuple[str, str], at: float) -> tuple[Edge, Edge]:
    points = edge.points
    so_far = lengths_along(points)
    point = np.array(edge.points_at([at]))
    before, after = points[so_far < at - 1e-6], points[so_far > at + 1e-6]
    return (
        replace(edge, name=names[0], points=np.concatenate((before, point)), length=at),
        replace(
            edge, name=names[1], points=np.concatenate((point, after)), length=edge.length - at
        ),
    )


def _moved(notch: Notch, name: str, parts: tuple[str, str], at: float) -> Notch:
    if notch.edge != name:
        return notch
    if notch.at < at:
        return replace(notch, edge=parts[0])
    return replace(notch, edge=parts[1], at=notch.at - at)


def _renamed_seam(seam: Seam, renamed: _Renamed) -> Seam:
    if not any((s.piece, s.edge) in renamed for s in (*seam.a, *seam.b)):
        return seam
    return replace(seam, a=_renamed_sides(seam.a, renamed), b=_renamed_sides(seam.b, renamed))


def _renamed_sides(sides: tuple[Side, ...], renamed: _Renamed) -> tuple[Side, ...]:
    found: list[Side] = []
    for side in sides:
        parts = renamed.get((side.piece, side.edge or ""), (side.edge,))
        found += [replace(side, edge=p) for p in (parts[::-1] if side.reversed else parts)]
    return tuple(found)


def _renamed_measure(measure: FinishedMeasure, renamed: _Renamed) -> FinishedMeasure:
    if not any((code, edge) in renamed for code, edge, _ in measure.edges):
        return measure
    edges = [
        (code, part, times)
        for code, edge, times in measure.edges
        for part in renamed.get((code, edge), (edge,))
    ]
    return replace(measure, edges=tuple(edges))
