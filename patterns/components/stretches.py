"""Sewing something gathered for part of its way: what it is sewn to is cut in stretches to match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from patterns.drafting.draft import Edge, Notch, Piece
from patterns.drafting.polylines import lengths_along

from .halves import HANDS, Rim, Run

OVERLAP = "waist_overlap"
"""The edge of a wrap's waist past the centre."""
NEAR = 0.6
"""A cut nearer than this to an edge's end is made at the end, mm."""


def stretches(pieces: list[Piece], a: Rim, b: Rim) -> Iterator[tuple[Rim, Rim]]:
    """The stretches of `a` that are gathered alike, each with what of `b` it is sewn to, from the start of
    both; what laps over is one of its own. Edges of `b` are cut, in `pieces`, where two stretches meet,
    and notched there."""
    groups = [
        Rim(tuple(runs))
        for _, runs in groupby(a.runs, key=lambda run: (run.ratio, run.edge == OVERLAP))
    ]
    groups[0] = replace(groups[0], centred=a.centred)
    rest = b
    for number, group in enumerate(groups):
        if number == len(groups) - 1:
            yield group, rest
            return
        here, rest = _cut(pieces, rest, group.length)
        yield group, here


def _cut(pieces: list[Piece], rim: Rim, at: float) -> tuple[Rim, Rim]:
    """A rim in two at a distance from its start."""
    for number, run in enumerate(rim.runs):
        if at > run.finished - NEAR:
            at -= run.finished
            if at < NEAR:
                return (
                    replace(rim, runs=rim.runs[: number + 1]),
                    Rim(rim.runs[number + 1 :]),
                )
            continue
        assert not run.pleats, "an edge is cut where it has no pleats"
        first, last = _cut_run(pieces, run, at)
        return (
            replace(rim, runs=(*rim.runs[:number], first)), Rim((last, *rim.runs[number + 1 :]))
        )  # fmt: skip
    raise AssertionError("cut past the end of a rim")


def _cut_run(pieces: list[Piece], run: Run, at: float) -> tuple[Run, Run]:
    """A run in two: its edge on the piece is cut, on both hands of one drawn whole."""
    half = run.half
    from_start = run.length - at if run.reversed else at
    names = (f"{run.edge}a", f"{run.edge}b")
    number = next(n for n, piece in enumerate(pieces) if piece.code == half.code)
    for hand in HANDS if half.whole else (half.drafted,):
        suffix = f"_{hand}" if half.whole else ""
        ours = (f"{names[0]}{suffix}", f"{names[1]}{suffix}")
        if hand == half.drafted:
            pieces[number] = _cut_edge(pieces[number], f"{run.edge}{suffix}", from_start, ours)
        else:
            pieces[number] = _cut_edge(
                pieces[number], f"{run.edge}{suffix}", run.length - from_start, ours[::-1]
            )
    first = replace(run, edge=names[0], length=from_start)
    last = replace(run, edge=names[1], length=run.length - from_start)
    return (last, first) if run.reversed else (first, last)


def _cut_edge(piece: Piece, name: str, at: float, names: Sequence[str]) -> Piece:
    """A piece with one of its edges cut in two, so far from its start, and notched there."""
    edge = piece.edge(name)
    points = edge.points
    so_far = lengths_along(points)
    there = at / edge.length * so_far[-1]
    (point,) = edge.points_at([there])
    before, after = points[so_far < there - 1e-6], points[so_far > there + 1e-6]
    middle = np.array([point])
    parts = (
        replace(edge, name=names[0], points=np.concatenate((before, middle)), length=at),
        replace(
            edge, name=names[1], points=np.concatenate((middle, after)), length=edge.length - at
        ),
    )
    edges: list[Edge] = []
    for each in piece.edges:
        edges += parts if each.name == name else (each,)
    notches = [
        notch if notch.edge != name
        else replace(notch, edge=names[0]) if notch.at <= at
        else replace(notch, edge=names[1], at=notch.at - at)
        for notch in piece.notches
    ]  # fmt: skip
    return replace(piece, edges=tuple(edges), notches=(*notches, Notch(names[1], 0.0, point)))
