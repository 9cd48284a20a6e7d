"""Whether a piece could be cut and sewn, told from its finished geometry alone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from .reading import Array, ReadPiece, Run, outward_distance

SEAM = 0.1  # mm that two sides sewn together may differ
ALLOWANCE = 0.5  # mm between a stated allowance and the cut line
HEM_TURN = 1.5  # mm that a turned up hem's edge may miss the seam it lies on
HEM_LONGER = 0.03  # a raw hem may be longer than its line by this share of it, trade facts §7
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
    for here, following in zip(piece.order, [*piece.order[1:], piece.order[0]], strict=True):
        gap = math.dist(piece.end(here, True), piece.end(following, False))
        if gap > 0.01:
            names = f"{here} and {following}"
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
    if not (
        np.array_equal(piece.ring, piece.cut_ring)  # no allowance anywhere
        or piece.cut.covers(piece.outline)
        or piece.cut.buffer(0.05).covers(piece.outline)
    ):
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
        if piece.lengths[edge["name"]] < 0.5:
            yield Fault("edge too short", f"{piece.code}: {edge['name']} has no length")


def _allowance_faults(piece: ReadPiece) -> Faults:
    """The cut line runs beside each edge at the allowance it states: it is not met before, and is
    by then. Asked at one spot of an edge, or at three of a longer one, square to it."""
    names: list[str] = []
    ways: list[float] = []
    wanted: list[float] = []
    for name, edge in piece.edges.items():
        long = piece.lengths[name]
        if name in piece.dart_legs or long < 20:
            continue
        shares = (0.35, 0.5, 0.65) if long >= 60 else (0.5,)
        ways += [piece.begin[name] + share * long for share in shares]
        names += [name] * len(shares)
        wanted += [edge["allowance"]] * len(shares)
    if not names:
        return
    where, asked = np.array(ways), np.array(wanted, dtype=float)
    points, normals = piece.at(where), piece.outward_at(where)
    before, after = (
        points + normals * (asked + by)[:, None] for by in (-ALLOWANCE, ALLOWANCE)
    )  # fmt: skip
    right = ~shapely.contains_xy(piece.cut, after[:, 0], after[:, 1])
    some = asked > ALLOWANCE
    across = shapely.linestrings(np.stack((points[some], before[some]), axis=1))
    right[some] &= shapely.covers(piece.cut, across)
    told = set()
    for index in np.flatnonzero(~right):
        name = names[index]
        if name in told:
            continue
        (got,) = outward_distance(
            points[index : index + 1], normals[index : index + 1], piece.cut_ring, slack=0.05
        )
        if abs(got - asked[index]) > ALLOWANCE:
            told.add(name)
            text = f"{piece.code}: {name} has {got:.1f} mm where {asked[index]:g} was asked"
            yield Fault("seam allowance", text)


def _hem_faults(piece: ReadPiece) -> Faults:
    """Turned up along its line, a hem's allowance ends where the cut edge above it ends, and is not so
    much longer than the line that it would not lie flat."""
    names: list[tuple[str, str]] = []
    starts: list[Array] = []
    ways: list[Array] = []
    downs: list[Array] = []
    for name, edge in piece.edges.items():
        long, deep = piece.lengths[name], edge["allowance"]
        if edge["finish"] != "hem" or not deep or long < 5:
            continue
        if long >= 40:
            longer = deep * piece.run(name).turn * piece.turn
            if longer > HEM_LONGER * long + SEAM:
                text = f"{piece.code}: {name}, {deep:g} mm deep, is {longer / long:.1%} longer cut"
                yield Fault("raw hem longer", text + " than its line")
        for at_end in (False, True):
            beside = piece.next_to(name, after=at_end)
            if beside["finish"] == "hem" or beside["name"] in piece.dart_legs:
                continue
            corner = np.array(piece.end(name, at_end))
            outward_along = -np.array(piece.away(name, from_end=at_end))  # past its end, along it
            down = np.array((outward_along[1], -outward_along[0])) * piece.turn
            if not at_end:
                down = -down
            up = np.array(piece.away(beside["name"], from_end=not at_end))
            room = 0.9 * piece.lengths[beside["name"]] * max(float(-up @ down), 0.0)
            if room < 3.0:
                continue
            names.append((name, beside["name"]))
            starts.append(corner - min(10.0, long / 2) * outward_along)
            ways.append(outward_along)
            downs.append(down * min(float(deep), room))
    if not names:
        return
    depths = np.array([0.3, 0.6, 0.9, -0.3, -0.6, -0.9])
    points = np.array(starts)[:, None, :] + depths[:, None] * np.array(downs)[:, None, :]
    sideways = np.repeat(np.array(ways), len(depths), axis=0)
    found = outward_distance(points.reshape(-1, 2), sideways, piece.cut_ring, slack=0.0)
    for (name, seam), reached in zip(names, found.reshape(-1, 2, 3), strict=True):
        off = float(np.abs(reached[0] - reached[1]).max())
        if not off <= HEM_TURN:
            yield Fault(
                "hem turned up", f"{piece.code}: {name} turned up misses {seam} by {off:.1f} mm"
            )


def _notch_faults(piece: ReadPiece) -> Faults:
    for notch in piece.data.get("notches") or ():
        name, at, (x, y) = notch["edge"], notch["at"], notch["point"]
        if name not in piece.edges:
            yield Fault("notch off its edge", f"{piece.code}: {name}")
            continue
        ((found_x, found_y),) = piece.at(np.array([piece.begin[name] + at]))
        off = math.hypot(found_x - x, found_y - y)
        if off <= LEVELS_OFF and -LEVELS_OFF <= at <= piece.lengths[name] + LEVELS_OFF:
            continue
        line = shapely.linestrings(piece.run(name).points)
        if shapely.distance(line, shapely.Point(x, y)) > LEVELS_OFF:
            yield Fault("notch off its edge", f"{piece.code}: {name}")
        elif off > 0.5 or not -0.5 <= at <= piece.lengths[name] + 0.5:
            yield Fault("notch misplaced", f"{piece.code}: {name} at {at:.1f} mm")


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
    drawn = shapely.linestrings(np.asarray(line, dtype=float))
    return bool(shapely.covers(shape, drawn) or shape.buffer(slack).covers(drawn))
