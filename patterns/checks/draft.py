"""Whether a draft would sew up, told from its finished geometry alone.

Reads the contract's form (`patterns.exports.as_json.to_dict`, or any program's) and trusts none of
its statements: every length, angle and girth is measured again. Knows no Django.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from .garment import Garment
from .getting_in import getting_in_faults
from .piece import SEAM, Fault, Faults, piece_faults
from .reading import Array, ReadPiece
from .sleeves import sleeve_faults
from .whole import whole_faults

EASED_JOIN = 0.5  # mm that a join may state as ease, and an opening's sides may differ
GIRTH = 1.0  # mm between a stated finished measure and the piece
TRUE_WITHIN = 4.0  # degrees that a line may break across a seam

DART_MOUTH = 45.0  # mm, trade facts §4
WAIST_DART_MOUTH = {"bodice": 35.0, "skirt": 30.0}  # mm, by component, for darts open on the waist

EASE_BOUND = {  # a share of the shorter side, and mm on top
    "cap": (0.08, 0.0), "shoulder": (0.0, 10.0), "princess": (0.0, 6.0), "band": (0.0, 25.0),
    "elbow": (0.0, 15.0), "inseam": (0.0, 12.0), "lining": (0.05, 0.0), "turn": (0.0, 6.0),
}  # fmt: skip
CLOSURES = {"zip", "buttons", "hooks", "wrap", "vent"}
STATED = {
    "bodice": (
        "bust_girth", "across_back", "across_front", "armhole_girth", "shoulder_length",
        "centre_back_length",
    ),
    "sleeve": ("upper_arm_girth", "sleeve_length", "sleeve_hem"),
    "skirt": ("hip_girth", "hem_girth", "skirt_length"),
    "trousers": (
        "hip_girth", "thigh_girth", "knee_girth", "hem_girth", "crotch_seam", "inside_leg",
    ),
}  # fmt: skip
LEAST_EASE = {
    "bust_girth": 40.0, "hip_girth": 30.0, "upper_arm_girth": 35.0, "thigh_girth": 25.0,
    "waist_girth": 0.0,
}  # fmt: skip


Side = Mapping[str, Any]
Seam = Mapping[str, Any]
Pieces = Mapping[str, ReadPiece]


def check(draft: Mapping[str, Any]) -> list[Fault]:
    """Every fault of a draft in the contract's form; none means that it would sew up."""
    try:
        return _faults(draft)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return [Fault("not in the form", f"{type(error).__name__}: {error}")]


def _faults(draft: Mapping[str, Any]) -> list[Fault]:
    if draft.get("format") != "draft/1":
        return [Fault("format", f"the format is {draft.get('format')!r}, not 'draft/1'")]
    if not _finite(draft):
        return [Fault("not a number", "a figure is not finite")]
    if not (draft["pieces"] and draft["seams"] and draft["finished"]):
        return [Fault("empty", "no pieces, no seams or no finished measures")]
    pieces = {data["code"]: ReadPiece(data) for data in draft["pieces"]}
    faults = []
    if len(pieces) != len(draft["pieces"]):
        faults.append(Fault("piece codes", "two pieces have the same code"))
    for seam in draft["seams"]:
        for side in (*seam["a"], *seam["b"]) if seam["kind"] == "dart" else ():
            if side["piece"] in pieces and side.get("edge"):
                pieces[side["piece"]].dart_legs.add(side["edge"])
    for piece in pieces.values():
        faults += piece_faults(piece)
    for seam in draft["seams"]:
        faults += _seam_faults(seam, pieces)
    faults += _unsewn(draft["seams"], pieces)
    faults += _finished_faults(draft, pieces)
    if not any(fault.kind == "seam names nothing" for fault in faults):
        garment = Garment(draft, pieces)
        faults += [
            *whole_faults(garment), *sleeve_faults(garment), *getting_in_faults(garment)
        ]  # fmt: skip
    return faults


def _finite(draft: Mapping[str, Any]) -> bool:
    """Whether every figure is one. As JSON is written, which is quick, but not its arrays of points.

    Raises TypeError for what is no data.
    """
    arrays: list[Array] = []

    def kept(value: object) -> None:
        if not isinstance(value, np.ndarray):
            raise TypeError(f"{type(value).__name__} is no data")
        arrays.append(value)

    try:
        json.dumps(draft, allow_nan=False, default=kept)
    except ValueError:
        return False
    return all(bool(np.isfinite(array).all()) for array in arrays)


# --- A seam -------------------------------------------------------------------------------


def _seam_faults(seam: Seam, pieces: Pieces) -> Faults:
    for side in (*seam["a"], *seam["b"]):
        piece = pieces.get(side["piece"])
        named = piece is not None and (
            side["edge"] in piece.edges if side.get("edge") else side.get("line") in piece.lines
        )
        if piece is None or not named or not 1 <= side.get("copy", 1) <= piece.quantity:
            what = f"{side['piece']} {side.get('edge') or side.get('line')}"
            yield Fault("seam names nothing", f"{seam['name']}: {what}, copy {side.get('copy', 1)}")
            return
    a, b = (sum(pieces[s["piece"]].side_length(s) for s in seam[end]) for end in ("a", "b"))
    yield from _length_faults(seam, a, b)
    if seam["kind"] == "dart":
        yield from _mouth_faults(seam, pieces)
    if seam["kind"] in ("join", "ease", "gather"):
        yield from _match_faults(seam, pieces, a, b)
    if seam["kind"] in ("join", "dart", "ease"):
        yield from _trueing_faults(seam, pieces)


def _length_faults(seam: Seam, a: float, b: float) -> Faults:
    kind, ease, where = seam["kind"], seam.get("ease") or 0.0, seam.get("where")
    said = f"{seam['name']}: {a:.2f} against {b:.2f} mm"
    if kind == "join":
        if abs(a - b - ease) > SEAM or abs(ease) > EASED_JOIN:
            yield Fault("seam lengths", f"{said}, ease {ease:g}")
    elif kind == "dart":
        if abs(a - b) > SEAM:
            yield Fault("dart legs", said)
    elif kind == "ease":
        share, more = EASE_BOUND.get(where or "", (-1.0, -1.0))
        if abs(a - b - ease) > SEAM or not 0 <= ease <= share * b + more + SEAM:
            yield Fault("seam lengths", f"{said}, ease {ease:g} at {where}")
    elif kind == "gather":
        ratio = seam.get("ratio") or 0.0
        if abs(a - ratio * b) > SEAM or not 1.2 <= ratio <= 4:
            yield Fault("seam lengths", f"{said}, gathered by {ratio:g}")
    elif kind == "opening":
        if abs(a - b) > EASED_JOIN or seam.get("closure") not in CLOSURES:
            yield Fault("seam lengths", f"{said}, closed by {seam.get('closure')}")
    else:
        yield Fault("seam kind", f"{seam['name']}: {kind!r}")


def _mouth_faults(seam: Seam, pieces: Pieces) -> Faults:
    """A dart's mouth: how far apart its legs begin, where they leave the outline's other edges."""
    first, second = seam["a"][0], seam["b"][0]
    if first["piece"] != second["piece"]:
        yield Fault("dart legs", f"{seam['name']}: its legs are on two pieces")
        return
    piece = pieces[first["piece"]]
    legs = {side["edge"] for side in (*seam["a"], *seam["b"])}
    ends = []
    for leg in sorted(legs):
        for at_end in (False, True):
            beside = piece.next_to(leg, after=at_end)
            if beside["name"] not in legs:
                ends.append((piece.end(leg, at_end), beside))
    if len(ends) != 2:
        yield Fault("dart legs", f"{seam['name']}: does not open on an edge")
        return
    mouth = math.dist(ends[0][0], ends[1][0])
    on_waist = any(beside.get("line") == "waist" for _, beside in ends)
    widest = WAIST_DART_MOUTH.get(piece.component, DART_MOUTH) if on_waist else DART_MOUTH
    if mouth > widest + SEAM:
        text = f"{seam['name']} ({piece.code}): {mouth:.1f} mm at its mouth, over {widest:g}"
        yield Fault("dart too wide", text)


def _match_faults(seam: Seam, pieces: Pieces, a: float, b: float) -> Faults:
    marks = [(mark["a"], mark["b"]) for mark in seam.get("match") or ()]
    if seam.get("where") == "cap" and len(marks) < 3:
        yield Fault("match marks", f"{seam['name']}: a cap needs front, back and crown")
    stretches = [(0.0, 0.0), *marks, (a, b)]
    most = {
        "join": EASED_JOIN, "ease": max(seam.get("ease") or 0.0, EASED_JOIN), "gather": math.inf,
    }[seam["kind"]]  # fmt: skip
    for (a0, b0), (a1, b1) in pairwise(stretches):
        over = (a1 - a0) - (b1 - b0)
        if a1 < a0 or b1 < b0 or not -EASED_JOIN - SEAM <= over <= most + SEAM:
            text = f"{seam['name']}: {over:.1f} mm between {a0:.0f} and {a1:.0f} mm"
            yield Fault("match marks", text)
    for mark in marks:
        for sides, at in zip((seam["a"], seam["b"]), mark, strict=True):
            if not _notched(sides, at, pieces):
                yield Fault("match marks", f"{seam['name']}: no notch at {at:.1f} mm")


def _notched(sides: Sequence[Side], at: float, pieces: Pieces) -> bool:
    """Whether a notch, an edge's end or an inside line stands so far along a side."""
    for side in sides:
        piece = pieces[side["piece"]]
        whole = piece.side_length(side)
        if at <= whole + 0.5:
            if not side.get("edge") or side.get("pleats"):
                return True
            if at < 1.0 or at > whole - 1.0:  # no notch at a corner: the corner is the mark
                return True
            here = whole - at if side.get("reversed") else at
            return any(
                notch["edge"] == side["edge"] and abs(notch["at"] - here) <= 0.5
                for notch in piece.data.get("notches") or ()
            )
        at -= whole
    return False


End = tuple[float, str | None]
"""The inside angle at an end of a sewn edge, and the garment's line that goes on from it."""


def _end(side: Side, at_end: bool, pieces: Pieces) -> End:
    piece = pieces[side["piece"]]
    beside = piece.next_to(side["edge"], after=at_end)
    if beside["name"] in piece.dart_legs and side["edge"] not in piece.dart_legs:
        return 0.0, None  # a dart closes this end
    line = beside.get("line")
    return (piece.corner(side["edge"], at_end) if line else 0.0), line


def _outer_ends(sides: Sequence[Side], pieces: Pieces) -> list[End]:
    """The first and the last end of a side as it is sewn."""
    first, last = sides[0], sides[-1]
    return [
        _end(first, bool(first.get("reversed")), pieces),
        _end(last, not last.get("reversed"), pieces),
    ]


def _inner_ends(sides: Sequence[Side], pieces: Pieces) -> Iterator[End]:
    """The ends between, where one edge of a side goes over into the next: a line that leaves there, at
    another seam that this one crosses. Not those where two of its own edges meet on one piece."""
    own = {(side["piece"], side["edge"]) for side in sides}
    for before, after in pairwise(sides):
        for side, at_end in (
            (before, not before.get("reversed")), (after, bool(after.get("reversed"))),
        ):  # fmt: skip
            beside = pieces[side["piece"]].next_to(side["edge"], after=at_end)
            if (side["piece"], beside["name"]) not in own:
                yield _end(side, at_end, pieces)


def _trueing_faults(seam: Seam, pieces: Pieces) -> Faults:
    """A garment's line that leaves one side of the seam goes on smoothly from the other."""
    if any(not side.get("edge") for side in (*seam["a"], *seam["b"])):
        return
    a, b = (_outer_ends(seam[end], pieces) for end in ("a", "b"))
    lines_a, lines_b = ([line for _, line in ends] for ends in (a, b))
    if lines_a != lines_b and lines_a == lines_b[::-1]:
        yield Fault("seam direction", f"{seam['name']}: its sides run against each other")
        return
    breaks = seam.get("breaks") or ()
    offs = [
        (line, abs(angle + other - 180))
        for (angle, line), (other, line_b) in zip(a, b, strict=True)
        if line is not None and line == line_b and line not in breaks
    ]
    if len(seam["a"]) > 1 and len(seam["b"]) > 1:
        others = list(_inner_ends(seam["b"], pieces))
        for angle, line in _inner_ends(seam["a"], pieces):
            there = [abs(angle + other - 180) for other, goes_on in others if goes_on == line]
            if line is not None and line not in breaks and there:
                offs.append((line, min(there)))
    for line, off in offs:
        if off > TRUE_WITHIN:
            yield Fault("untrued", f"{seam['name']}: the {line} breaks by {off:.1f}° across it")


def _unsewn(seams: Sequence[Seam], pieces: Pieces) -> Faults:
    sewn = {
        (side["piece"], side.get("edge"), side.get("copy", 1))
        for seam in seams
        for side in (*seam["a"], *seam["b"])
    }
    for piece in pieces.values():
        for name, edge in piece.edges.items():
            copies = 1 if name in piece.dart_legs else piece.quantity  # a dart stands once
            for copy in range(1, copies + 1) if edge["finish"] == "seam" else ():
                if (piece.code, name, copy) not in sewn:
                    yield Fault("edge sewn to nothing", f"{piece.code}: {name}, copy {copy}")


# --- Finished measures --------------------------------------------------------------------


def _finished_faults(draft: Mapping[str, Any], pieces: Pieces) -> Faults:
    stated = {measure["name"] for measure in draft["finished"]}
    components = {piece.component for piece in pieces.values() if piece.layer == "shell"}
    for component in sorted(components):
        wanted = STATED.get(component, ())
        if component == "bodice" and "bodice.waist_ease" in draft["parameters"]:
            empire = draft["parameters"].get("bodice.cut") == "empire"
            wanted = (*wanted, "underbust_girth" if empire else "waist_girth")
        for name in wanted:
            if name not in stated:
                yield Fault("measure not stated", f"{component}: {name}")
    for measure in draft["finished"]:
        try:
            got = _measured(measure, pieces)
        except KeyError as missing:
            yield Fault("finished measure", f"{measure['name']}: there is no {missing}")
            continue
        if got is None:
            yield Fault("finished measure", f"{measure['name']}: nothing says where it is measured")
            continue
        yield from _measure_faults(measure, got, draft)


def _measured(measure: Mapping[str, Any], pieces: Pieces) -> float | None:
    """The measure taken from the pieces; None where it does not say how."""
    level = measure.get("level")
    if level and measure.get("pieces"):
        return sum(
            pieces[part["piece"]].level_width(level) * int(part.get("times", 1))
            for part in measure["pieces"]
        )
    if level:
        return sum(
            piece.level_width(level) * piece.quantity
            for piece in pieces.values()
            if piece.layer == "shell" and level in (piece.data.get("levels") or {})
        )
    for key, what in (("lines", "line"), ("edges", "edge")):
        if measure.get(key):
            total = 0.0
            for part in measure[key]:
                piece = pieces[part["piece"]]
                named = part[what]
                long = piece.lengths[named] if what == "edge" else piece.lines[named].length
                total += long * part.get("times", 1)
            return float(total)
    return None


def _measure_faults(measure: Mapping[str, Any], got: float, draft: Mapping[str, Any]) -> Faults:
    name, body, ease = measure["name"], measure.get("body"), measure.get("ease")
    if abs(got - measure["value"]) > GIRTH:
        text = f"{name}: says {measure['value']:.1f}, measures {got:.1f} mm"
        yield Fault("finished measure", text)
    if (body is None) != (ease is None):
        yield Fault("finished measure", f"{name}: body and ease go together")
    if body is None or ease is None:
        return
    if abs(body + ease - got) > GIRTH:
        text = f"{name}: {body:.1f} + {ease:.1f} asked, {got:.1f} mm drafted"
        yield Fault("finished measure", text)
    own = draft["body"].get(name)
    if own is not None and abs(own - body) > 0.5:
        yield Fault("finished measure", f"{name}: the body has {own:.1f}, not {body:.1f} mm")
    asked = draft["parameters"].get(measure.get("ease_parameter"))
    if asked is None or abs(asked - ease) > 0.05:
        text = f"{name}: ease {ease:.1f}, {measure.get('ease_parameter')} is {asked}"
        yield Fault("ease not asked for", text)
    if draft["parameters"].get("cloth") != "knit" and ease < LEAST_EASE.get(name, -1e9) - 0.05:
        yield Fault("too close", f"{name}: ease {ease:.1f} mm")
