"""A draft as plain data, in the form that other programs read: `contracts/draft.md`, "draft/1".

Coordinates, lengths and girths are rounded to a ten-thousandth of a millimetre: a thousandth of
what a seam may differ by. Ratios keep six decimals.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from patterns.drafting.draft import (
    Draft,
    Edge,
    FinishedMeasure,
    Level,
    Piece,
    Point,
    Points,
    Refusal,
    Seam,
    Side,
)

Polyline = Callable[[Points], object]

FORMAT = "draft/1"
DECIMALS = 4
RATIO_DECIMALS = 6


def _number(value: float) -> float:
    return round(float(value), DECIMALS) + 0.0  # + 0.0 turns -0.0 into 0.0


def _plain(value: object) -> object:
    """A parameter or choice as JSON has it: numpy's numbers become Python's."""
    if isinstance(value, (bool, str)):
        return value
    return _number(value)  # type: ignore[arg-type]  # a Setting is a number, a word or a truth


def _points(points: Points) -> list[list[float]]:
    rounded: list[list[float]] = (np.round(points, DECIMALS) + 0.0).tolist()
    return rounded


def _point(point: Point) -> list[float]:
    return [_number(point[0]), _number(point[1])]


def _as_they_are(points: Points) -> Points:
    return points


def _edge(edge: Edge, listed: Polyline) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": edge.name,
        "points": listed(edge.points),
        "allowance": _number(edge.allowance),
        "finish": edge.finish,
    }
    if edge.line is not None:
        data["line"] = edge.line
    return data


def _level(level: Level) -> dict[str, Any]:
    if level.lines:
        return {"lines": [[_point(start), _point(end)] for start, end in level.lines]}
    assert level.y is not None, "a level has a height or lines"
    data: dict[str, Any] = {"y": _number(level.y)}
    if level.x is not None:
        data["x"] = [_number(level.x[0]), _number(level.x[1])]
    return data


def _piece(piece: Piece, listed: Polyline) -> dict[str, Any]:
    return {
        "code": piece.code,
        "name": piece.name,
        "component": piece.component,
        "layer": piece.layer,
        "material": piece.material,
        "cut": {"quantity": piece.quantity, "mirrored": piece.mirrored},
        "grain": piece.grain,
        "edges": [_edge(edge, listed) for edge in piece.edges],
        "cut_line": listed(piece.cut_line),
        "grainline": [_point(point) for point in piece.grainline],
        "notches": [
            {
                "edge": notch.edge,
                "at": _number(notch.at),
                "point": _point(notch.point),
                "kind": notch.kind,
            }
            for notch in piece.notches
        ],
        "lines": [
            {"name": line.name, "kind": line.kind, "points": listed(line.points)}
            for line in piece.lines
        ],
        "inner_darts": [
            {"name": dart.name, "a": listed(dart.a), "b": listed(dart.b)}
            for dart in piece.inner_darts
        ],
        "pleats": [
            {
                "name": pleat.name,
                "from": [_point(point) for point in pleat.start],
                "to": [_point(point) for point in pleat.end],
            }
            for pleat in piece.pleats
        ],
        "levels": {name: _level(level) for name, level in piece.levels.items()},
        "marks": [
            {"kind": mark.kind, "points": [_point(point) for point in mark.points]}
            for mark in piece.marks
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    data: dict[str, Any] = {"piece": side.piece}
    if side.edge is not None:
        data["edge"] = side.edge
    else:
        data["line"] = side.line
    data["copy"] = side.copy
    data["reversed"] = side.reversed
    data["pleats"] = list(side.pleats)
    return data


def _seam(seam: Seam) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": seam.name,
        "kind": seam.kind,
        "a": [_side(side) for side in seam.a],
        "b": [_side(side) for side in seam.b],
        "ease": _number(seam.ease),
    }
    if seam.where is not None:
        data["where"] = seam.where
    if seam.ratio is not None:
        data["ratio"] = round(float(seam.ratio), RATIO_DECIMALS)
    if seam.closure is not None:
        data["closure"] = seam.closure
    data["match"] = [{"a": _number(a), "b": _number(b)} for a, b in seam.match]
    data["breaks"] = list(seam.breaks)
    return data


def _measure(measure: FinishedMeasure) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": measure.name,
        "value": _number(measure.value),
        "body": None if measure.body is None else _number(measure.body),
        "ease": None if measure.ease is None else _number(measure.ease),
    }
    if measure.ease_parameter is not None:
        data["ease_parameter"] = measure.ease_parameter
    if measure.level is not None:
        data["level"] = measure.level
        if measure.pieces:
            data["pieces"] = [{"piece": code, "times": times} for code, times in measure.pieces]
    elif measure.lines:
        data["lines"] = [
            {"piece": code, "line": line, "times": times} for code, line, times in measure.lines
        ]
    else:
        data["edges"] = [
            {"piece": code, "edge": edge, "times": times} for code, edge, times in measure.edges
        ]
    return data


def to_dict(draft: Draft, arrays: bool = False) -> dict[str, Any]:
    """The draft in the contract's form: JSON-able, the same for the same draft.

    With `arrays` the polylines stay the draft's own arrays: for a check, which reads them sooner.
    """
    listed = _as_they_are if arrays else _points
    return {
        "format": FORMAT,
        "style": draft.style,
        "kind": draft.kind,
        "subject": draft.subject,
        "engine": draft.engine,
        "body": {name: _number(value) for name, value in draft.body.items()},
        "estimated": list(draft.body.estimated),
        "choices": {name: _plain(value) for name, value in draft.choices.items()},
        "parameters": {name: _plain(value) for name, value in draft.parameters.items()},
        "pieces": [_piece(piece, listed) for piece in draft.pieces],
        "seams": [_seam(seam) for seam in draft.seams],
        "finished": [_measure(measure) for measure in draft.finished],
        "warnings": [
            {"code": warning.code, "message": warning.message} for warning in draft.warnings
        ],
    }


def refusal_to_dict(refusal: Refusal, style: str, subject: str | None) -> dict[str, Any]:
    """What stands in place of a draft for a body that cannot be drafted."""
    return {
        "style": style,
        "subject": subject,
        "refused": {
            "code": refusal.code,
            "message": refusal.message,
            "measurements": list(refusal.measurements),
        },
    }


def to_line(data: Mapping[str, Any]) -> str:
    """One line of JSON, without its line end; a figure that is not finite raises ValueError."""
    return json.dumps(data, allow_nan=False, separators=(",", ":"))
