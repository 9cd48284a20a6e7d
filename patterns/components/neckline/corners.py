"""Corners that are meant, in a square or a sweetheart neckline: an edge ends there, so that each side
of the corner has its own allowance and is sewn, checked and clipped by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import HANDS, Rim, Run
from patterns.components.meeting import Neckline
from patterns.drafting.cutting import Part
from patterns.drafting.draft import Edge
from patterns.drafting.geometry import Path
from patterns.drafting.polylines import lengths_along

SHARP = 0.9
"""The cosine of the least angle that is a corner: 26 degrees."""


def at_corner(path: Path) -> tuple[Path, Path] | None:
    """A neckline below and above its corner; None where it has none."""
    for number, (here, following) in enumerate(pairwise(path.stretches), start=1):
        (ax, ay), (bx, by) = here.arriving, following.leaving
        if ax * bx + ay * by < SHARP:
            return Path(path.stretches[:number]), Path(path.stretches[number:])
    return None


def neckline_parts(path: Path, allowance: float) -> list[Part]:
    """A neckline as edges of a facing, from the centre to the shoulder."""
    found = at_corner(path)
    if found is None:
        return [Part("neckline", path, allowance, line="neckline")]
    below, above = found
    return [
        Part("neckline", below, allowance, line="neckline"),
        Part("neckline_strap", above, allowance, line="neckline"),
    ]


def split_shell(making: Making, neck: Neckline) -> Neckline:
    """Let the shell's front neckline edge end at its corner, on both hands. Returns the neckline with
    its rim of the edges that there are now."""
    found = at_corner(neck.front_path)
    if found is None:
        return neck
    at = found[0].length
    runs: list[Run] = []
    for run in neck.front.runs:
        if not 1.0 < at < run.length - 1.0:
            runs.append(run)
        else:
            _split(making, run, at)
            below = replace(run, length=at)
            above = replace(run, edge=f"{run.edge}_strap", length=run.length - at)
            runs += [below, above]
        at -= run.length
    return replace(neck, front=Rim(tuple(runs), neck.front.centred))


def _split(making: Making, run: Run, at: float) -> None:
    number = next(n for n, piece in enumerate(making.pieces) if piece.code == run.half.code)
    piece = making.pieces[number]
    sides = {
        run.half.side(run.edge, hand).edge: run.half.side(f"{run.edge}_strap", hand)
        for hand in HANDS
    }
    edges: list[Edge] = []
    for edge in piece.edges:
        if edge.name not in sides:
            edges.append(edge)
            continue
        strap = sides[edge.name]
        other_way = strap.reversed is not run.reversed
        so_far = lengths_along(edge.points)
        here = so_far[-1] - at if other_way else at
        row = int(np.argmin(np.abs(so_far - here)))
        first, last = edge.points[: row + 1], edge.points[row:]
        names = (str(strap.edge), edge.name) if other_way else (edge.name, str(strap.edge))
        long = edge.length - at if other_way else at
        edges += [
            replace(edge, name=names[0], points=first, length=long),
            replace(edge, name=names[1], points=last, length=edge.length - long),
        ]
    making.pieces[number] = replace(piece, edges=tuple(edges))
