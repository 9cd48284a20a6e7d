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
SAME = 1e-3


def stretches(pieces: list[Piece], a: Rim, b: Rim) -> Iterator[tuple[Rim, Rim]]:
    """The stretches of `a` that are gathered alike, each with what of `b` it is sewn to, from the start of
    both; what laps over is one of its own. Edges of `b` are cut, in `pieces`, where two stretches meet,
    and notched there; where a cut was made at an edge's end instead, the stretches of `a` follow it."""
    groups = [
        Rim(tuple(runs))
        for _, runs in groupby(a.runs, key=lambda run: (run.ratio, run.edge == OVERLAP))
    ]
    groups[0] = replace(groups[0], centred=a.centred)
    rest = b
    for number in range(len(groups) - 1):
        here, rest = _cut(pieces, rest, groups[number].length)
        slack = here.length - groups[number].length
        if abs(slack) > SAME:
            groups[number], groups[number + 1] = _moved(
                pieces, groups[number], groups[number + 1], slack
            )
        yield groups[number], here
    yield groups[-1], rest


def _moved(pieces: list[Piece], one: Rim, other: Rim, slack: float) -> tuple[Rim, Rim]:
    """Two stretches of one line with the point where they meet moved on by `slack` mm, on both hands: the
    plain one of them is then as long as what it is sewn to, the gathered one takes up the rest."""
    last, first = one.runs[-1], other.runs[0]
    half = last.half
    number = next(n for n, piece in enumerate(pieces) if piece.code == half.code)
    for hand in HANDS if half.whole else (half.drafted,):
        suffix = f"_{hand}" if half.whole else ""
        piece = pieces[number]
        a, b = piece.edge(f"{last.edge}{suffix}"), piece.edge(f"{first.edge}{suffix}")
        onward = bool(np.allclose(a.points[-1], b.points[0]))
        before, after, at = (a, b, a.length + slack) if onward else (b, a, b.length - slack)
        pieces[number] = _cut_edge(
            _joined(piece, before, after), before.name, at, (before.name, after.name)
        )
    return (
        replace(one, runs=(*one.runs[:-1], replace(last, length=last.length + slack))),
        replace(other, runs=(replace(first, length=first.length - slack), *other.runs[1:])),
    )


def _joined(piece: Piece, before: Edge, after: Edge) -> Piece:
    """A piece with two of its edges made one, by the name of the first, and no notch where they met."""
    whole = replace(
        before, points=np.concatenate((before.points, after.points[1:])),
        length=before.length + after.length,
    )  # fmt: skip
    edges = [whole if each.name == before.name else each for each in piece.edges]
    notches = [
        replace(notch, edge=before.name, at=notch.at + before.length)
        if notch.edge == after.name else notch
        for notch in piece.notches
    ]  # fmt: skip
    kept = [
        n for n in notches if n.edge != before.name or abs(n.at - before.length) > SAME
    ]  # fmt: skip
    return replace(
        piece, edges=tuple(e for e in edges if e.name != after.name), notches=tuple(kept)
    )


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
