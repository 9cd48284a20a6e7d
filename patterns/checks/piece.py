"""Whether a piece could be cut and sewn, told from its finished geometry alone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from .reading import ReadPiece, Run, outward_distance

SEAM = 0.1  # mm that two sides sewn together may differ
ALLOWANCE = 0.5  # mm between a stated allowance and the cut line
HEM_TURN = 1.5  # mm that a turned up hem's edge may miss the seam it lies on
LEVELS_OFF = 0.2  # mm that a level line's end may miss the outline
READABLE = 8.0  # mm: a piece that holds no circle of this radius cannot be cut or written on
FISH_EYE = 30.0  # mm at the widest of a dart pointed at both ends, trade facts §4

GARMENT_LINES = {
    "neckline", "armhole", "waist", "hem", "sleeve hem", "crotch", "front edge", "collar edge",
}  # fmt: skip
LAYERS = {"shell", "facing", "lining", "interfacing", "pocket"}
FINISHES = {"seam", "hem", "fold", "raw"}


@dataclass(frozen=True, slots=True)
class Fault:
    kind: str
    text: str


Faults = Iterator[Fault]


def piece_faults(piece: ReadPiece) -> Faults:
    yield from _legible(piece)
    edges = piece.data["edges"]
    for here, following in zip(edges, [*edges[1:], edges[0]], strict=True):
        gap = math.dist(here["points"][-1], following["points"][0])
        if gap > 0.01:
            names = f"{here['name']} and {following['name']}"
            yield Fault("open outline", f"{piece.code}: {gap:.2f} mm between {names}")
    if not piece.outline.is_valid or piece.outline.area < 100:
        yield Fault("outline crosses itself", f"{piece.code}: the sewing line is no simple outline")
        return
    # A shape holds a circle of its area over its length around; only a thin one needs the search.
    if piece.outline.area / piece.outline.length < READABLE and (
        shapely.maximum_inscribed_circle(piece.outline, tolerance=1.0).length < READABLE
    ):
        yield Fault("piece unreadable", f"{piece.code}: a sliver, too narrow to cut or to write on")
    if not piece.cut.is_valid:
        yield Fault("cut line crosses itself", piece.code)
        return
    if not (piece.cut.covers(piece.outline) or piece.cut.buffer(0.05).covers(piece.outline)):
        outside = piece.outline.difference(piece.cut).area
        yield Fault(
            "cut inside sewing line", f"{piece.code}: {outside:.1f} mm² lie outside the cut"
        )
    yield from _allowance_faults(piece)
    yield from _hem_faults(piece)
    yield from _notch_faults(piece)
    yield from _inside_faults(piece)


def _legible(piece: ReadPiece) -> Faults:
    """What a person needs in order to cut the piece: its words and its counts."""
    data, cut = piece.data, piece.data["cut"]
    if len(piece.edges) != len(piece.order) or len(piece.lines) != len(data.get("lines") or ()):
        yield Fault("edge names", f"{piece.code}: a name stands twice")
    if not (data["code"] and data["name"] and data["material"]) or data["layer"] not in LAYERS:
        yield Fault("piece unreadable", f"{piece.code}: without code, name, material or layer")
    if cut["quantity"] < 1 or (cut["mirrored"] and cut["quantity"] % 2):
        yield Fault("piece unreadable", f"{piece.code}: cut {cut['quantity']}, some turned over")
    for edge in data["edges"]:
        if edge.get("line") not in GARMENT_LINES | {None}:
            yield Fault("line unknown", f"{piece.code}: {edge['name']} is part of {edge['line']!r}")
        if edge["finish"] not in FINISHES:
            yield Fault("finish unknown", f"{piece.code}: {edge['name']} is {edge['finish']!r}")
        if piece.runs[edge["name"]].length < 0.5:
            yield Fault("edge too short", f"{piece.code}: {edge['name']} has no length")


def _allowance_faults(piece: ReadPiece) -> Faults:
    names, points, normals, wanted = [], [], [], []
    for name, edge in piece.edges.items():
        run = piece.runs[name]
        if name in piece.dart_legs or run.length < 20:
            continue
        shares = (0.35, 0.5, 0.65) if run.length >= 60 else (0.5,)
        distances = np.array(shares) * run.length
        points.append(run.at(distances))
        normals.append(piece.outward(run.directions(distances)))
        names += [name] * len(shares)
        wanted += [edge["allowance"]] * len(shares)
    if not names:
        return
    ring = np.asarray(piece.data["cut_line"], dtype=float)
    found = outward_distance(np.vstack(points), np.vstack(normals), ring, slack=0.05)
    told = set()
    for name, got, asked in zip(names, found, wanted, strict=True):
        if abs(got - asked) > ALLOWANCE and name not in told:
            told.add(name)
            text = f"{piece.code}: {name} has {got:.1f} mm where {asked:g} was asked"
            yield Fault("seam allowance", text)


def _hem_faults(piece: ReadPiece) -> Faults:
    """Turned up along its line, a hem's allowance ends where the cut edge above it ends."""
    ring = np.asarray(piece.data["cut_line"], dtype=float)
    for name, edge in piece.edges.items():
        run = piece.runs[name]
        if edge["finish"] != "hem" or run.length < 40 or not edge["allowance"]:
            continue
        for at_end in (False, True):
            beside = piece.next_to(name, after=at_end)
            if beside["finish"] == "hem" or piece.runs[beside["name"]].length < 60:
                continue
            corner = run.points[-1] if at_end else run.points[0]
            outward_along = -run.away(from_end=at_end)  # past the end of the hem, along it
            start = run.directions([run.length if at_end else 0.0])
            down = piece.outward(start)[0]
            depths = np.array([0.3, 0.6, 0.9]) * edge["allowance"]
            sideways = np.tile(outward_along, (len(depths), 1))
            inset = corner - 10.0 * outward_along  # from inside the hem's end, past the seam
            below = outward_distance(inset + depths[:, None] * down, sideways, ring, slack=0.0)
            above = outward_distance(inset - depths[:, None] * down, sideways, ring, slack=0.0)
            off = float(np.abs(below - above).max())
            if not off <= HEM_TURN:
                text = f"{piece.code}: {name} turned up misses {beside['name']} by {off:.1f} mm"
                yield Fault("hem turned up", text)


def _notch_faults(piece: ReadPiece) -> Faults:
    for notch in piece.data.get("notches") or ():
        run = piece.runs.get(notch["edge"])
        point = np.array(notch["point"])
        line = None if run is None else shapely.linestrings(run.points)
        if run is None or shapely.distance(line, shapely.points(point)) > LEVELS_OFF:
            yield Fault("notch off its edge", f"{piece.code}: {notch['edge']}")
        elif math.dist(run.at([notch["at"]])[0], point) > 0.5 or not (
            -0.5 <= notch["at"] <= run.length + 0.5
        ):
            yield Fault("notch misplaced", f"{piece.code}: {notch['edge']} at {notch['at']:.1f} mm")


def _inside_faults(piece: ReadPiece) -> Faults:
    grain = piece.data.get("grainline")
    if not grain or math.dist(*grain) < 20:
        yield Fault("grainline", f"{piece.code}: missing or short")
    elif not _holds(piece.cut, grain, 0.5):
        yield Fault("grainline", f"{piece.code}: leaves the piece")
    for name, level in (piece.data.get("levels") or {}).items():
        for line in level.get("lines") or ():
            touches = any(
                piece.outline.exterior.distance(shapely.Point(end)) < LEVELS_OFF for end in line
            )
            if not touches or not _holds(piece.outline, line, LEVELS_OFF):
                yield Fault("level line", f"{piece.code}: {name} leaves the piece or hangs loose")
    for dart in piece.data.get("inner_darts") or ():
        a, b = Run.of(dart["a"]), Run.of(dart["b"])
        if abs(a.length - b.length) > SEAM:
            text = f"{piece.code}: {dart['name']} {a.length:.2f} against {b.length:.2f} mm"
            yield Fault("dart legs", text)
        if max(math.dist(a.points[i], b.points[i]) for i in (0, -1)) > SEAM:
            yield Fault("dart legs", f"{piece.code}: {dart['name']} is open at an end")
        shares = np.linspace(0, 1, 9)
        gap = a.at(shares * a.length) - b.at(shares * b.length)
        if float(np.hypot(*gap.T).max()) > FISH_EYE + SEAM:
            yield Fault("dart too wide", f"{piece.code}: {dart['name']} is over {FISH_EYE:g} mm")


def _holds(shape: shapely.Polygon, line: Sequence[Sequence[float]], slack: float) -> bool:
    drawn = shapely.LineString(line)
    return bool(shape.covers(drawn) or shape.buffer(slack).covers(drawn))
