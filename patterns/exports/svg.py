"""A draft's pieces side by side, true to scale: one user unit is a millimetre.

For looking and for programs, not for cutting: the 1:1 pattern is `patterns.exports.pdf`. Only
presentation attributes, so that it may stand in a page under a strict content policy.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

from patterns.drafting.draft import Draft, Edge, Piece, Pleat, Point, Points
from patterns.drafting.geometry import as_complex, between, sub, unit

MARGIN = 30.0  # mm around and between the pieces
ROW = 1900.0  # mm after which a new row of pieces begins
LETTER = 14.0  # mm, a label's letters
NOTCH = 4.0  # mm outward from the sewing line
ARROW = 8.0  # mm, the grainline's heads
THIN = 3  # of how many points of a curve one is drawn: its chords are then within 0.1 mm
BEND = 0.085  # mm that one chord of a curve leaves the last one's line by; more is a corner
INK, FAINT = "#1d1b19", "#6f6a63"
INSIDE_DASHES = {  # in hundredths of a millimetre, as the lines
    "fold": "1200 400 200 400", "centre": "1600 400 300 400", "stitch": "400 300", "roll": "800 400",
}  # fmt: skip


def _kept(points: Points) -> npt.NDArray[np.bool_]:
    """Of many lines in one: every THIN-th point and every corner. Drafting's chords are finer than any
    screen. A corner is also where long and short chords meet, as at a straight stretch's end."""
    numbers = as_complex(points)
    steps = numbers[1:] - numbers[:-1]
    size = np.abs(steps)
    before, after = size[:-1], size[1:]
    turned = steps[:-1].conj() * steps[1:]
    corner = np.abs(turned.imag) > BEND * before
    corner |= turned.real < 0.0
    corner |= (before > 2.0 * after) | (after > 2.0 * before)
    keep = np.zeros(len(points), dtype=bool)
    keep[1:-1] = corner
    keep[::THIN] = True
    return keep


def _coordinates(lines: Sequence[Points]) -> list[str]:
    """Lines as SVG has them, "x,y,x,y", in hundredths of a millimetre: whole numbers are written twice as
    quickly, and the group that they stand in is scaled. All of a draft's at once, which is quick too."""
    points = np.concatenate(lines)
    ends = np.cumsum([len(line) for line in lines])
    keep = _kept(points)
    keep[ends - 1] = keep[ends[:-1]] = True
    last = np.cumsum(keep)[ends - 1].tolist()
    hundredths = np.rint(points[keep] * 100).astype(np.int64).ravel().tolist()
    return [
        str(hundredths[2 * start : 2 * end])[1:-1].replace(", ", ",")
        for start, end in pairwise((0, *last))
    ]


def _lines(piece: Piece) -> list[Points]:
    """What is drawn of a piece point by point: cut line, sewing line, inside lines, inner darts."""
    return [
        piece.cut_line,
        np.concatenate([edge.points[:-1] for edge in piece.edges]),
        *(line.points for line in piece.lines),
        *(np.concatenate((dart.a, dart.b[::-1])) for dart in piece.inner_darts),
    ]


def _chord(edge: Edge, at: float) -> tuple[Point, Point]:
    """The ends of the chord that lies so far along an edge."""
    points = edge.points
    if at < 0.01 or len(points) == 2:  # at an end, as a dart's are
        index = 0
    elif at > edge.length - 0.01:
        index = len(points) - 2
    else:
        steps = points[1:] - points[:-1]
        way = np.hypot(steps[:, 0], steps[:, 1]).cumsum()
        index = min(int(way.searchsorted(at)), len(steps) - 1)
    (ax, ay), (bx, by) = points[index : index + 2].tolist()
    return (ax, ay), (bx, by)


def _ticks(piece: Piece) -> str:
    """At each notch a tick out of the sewing line, two beside one another for a double notch. Outlines run
    clockwise, so that out is to the left of their way."""
    edges = {edge.name: edge for edge in piece.edges}
    drawn = []
    for notch in piece.notches:
        (nx, ny), (start, end) = notch.point, _chord(edges[notch.edge], notch.at)
        dx, dy = unit(sub(end, start))
        out = f"l{dy * NOTCH:.2f},{-dx * NOTCH:.2f}"
        if notch.kind == "single":
            drawn.append(f"M{nx:.2f},{ny:.2f}{out}")
        else:
            drawn += [f"M{nx + dx * by:.2f},{ny + dy * by:.2f}{out}" for by in (-2.0, 2.0)]
    return "".join(drawn)


def _pleat(pleat: Pleat) -> str:
    """Both lines of a pleat, and an arrow from the one that is folded to the one that it meets."""
    (a, b), (c, d) = pleat.start, pleat.end
    drawn = "".join(f"M{p[0]:.2f},{p[1]:.2f}L{q[0]:.2f},{q[1]:.2f}" for p, q in ((a, b), (c, d)))
    share = min(0.5, 30.0 / (math.dist(a, b) or 1.0))
    tail, head = between(a, b, share), between(c, d, share)
    (dx, dy), long = sub(head, tail), math.dist(head, tail) or 1.0
    ux, uy = dx / long * ARROW, dy / long * ARROW
    drawn += f"M{tail[0]:.2f},{tail[1]:.2f}L{head[0]:.2f},{head[1]:.2f}"
    drawn += f"m{-ux - uy / 3:.2f},{-uy + ux / 3:.2f}L{head[0]:.2f},{head[1]:.2f}"
    return drawn + f"l{-ux + uy / 3:.2f},{-uy - ux / 3:.2f}"


def _grainline(start: Point, end: Point) -> str:
    (ax, ay), (bx, by) = start, end
    size = math.hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / size * ARROW, (by - ay) / size * ARROW
    path = f"M{ax:.2f},{ay:.2f}L{bx:.2f},{by:.2f}"
    for x, y, dx, dy in ((ax, ay, ux, uy), (bx, by, -ux, -uy)):
        path += f"M{x + dx - dy / 3:.2f},{y + dy + dx / 3:.2f}L{x:.2f},{y:.2f}"
        path += f"L{x + dx + dy / 3:.2f},{y + dy - dx / 3:.2f}"
    return path


def _label(piece: Piece) -> tuple[str, str]:
    """What the piece is and how often it is cut, in two lines."""
    cut = f"cut {piece.quantity}" + (", one turned over" if piece.mirrored else "")
    return f"{piece.code} · {piece.name}", f"{piece.material}, {cut}"


def _piece(piece: Piece, drawn: Sequence[str], right: float, down: float) -> str:
    """`drawn`: the piece's `_lines` as SVG has them."""
    cut, sewn, *inside = drawn
    parts = [
        f'<g transform="translate({right:.2f} {down:.2f})"><g transform="scale(.01)" stroke-width="120">',
        f'<polygon points="{cut}"/><polygon points="{sewn}" stroke-width="60" stroke="{FAINT}"/>',
    ]
    for line, points in zip(piece.lines, inside, strict=False):
        dashes = INSIDE_DASHES.get(line.kind, "200 300")
        parts.append(
            f'<polyline points="{points}" stroke="{FAINT}" stroke-width="50" stroke-dasharray="{dashes}"/>'
        )
    for points in inside[len(piece.lines) :]:
        parts.append(f'<polygon points="{points}" stroke-width="60"/>')
    parts.append("</g>")
    for pleat in piece.pleats:
        parts.append(f'<path d="{_pleat(pleat)}" stroke-width=".6" stroke="{FAINT}"/>')
    parts.append(f'<path d="{_grainline(*piece.grainline)}{_ticks(piece)}" stroke-width=".6"/>')
    for mark in piece.marks:
        parts += [f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.5"/>' for x, y in mark.points]
    return "".join(parts) + "</g>"


def _words(label: tuple[str, str], x: float, y: float) -> str:
    """A label under its piece, its middle at x."""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + row * LETTER * 1.25:.1f}">{escape(line)}</tspan>'
        for row, line in enumerate(label, start=1)
    )
    return f"<text>{spans}</text>"


def pieces_svg(draft: Draft) -> str:
    """All pieces as one SVG document in mm: cut and sewing lines, grain, notches, labels."""
    right = down = MARGIN
    deepest = widest = 0.0
    groups = []
    lines = [_lines(piece) for piece in draft.pieces]
    drawn = iter(_coordinates([line for each in lines for line in each]))
    for piece, each in zip(draft.pieces, lines, strict=True):
        (x0, y0), (x1, y1) = (
            piece.cut_line.min(axis=0).tolist(),
            piece.cut_line.max(axis=0).tolist(),
        )
        label = _label(piece)
        wide = max(x1 - x0, 0.55 * LETTER * max(len(line) for line in label))
        if right > MARGIN and right + wide + MARGIN > ROW:
            right, down, deepest = MARGIN, down + deepest + MARGIN, 0.0
        middle = right + wide / 2
        groups.append(
            _piece(piece, list(islice(drawn, len(each))), middle - (x0 + x1) / 2, down - y0)
        )
        groups.append(_words(label, middle, down + y1 - y0))
        right += wide + MARGIN
        widest, deepest = max(widest, right), max(deepest, y1 - y0 + 3 * LETTER)
    width, height = widest, down + deepest + MARGIN
    title = escape(f"{draft.style}, {len(draft.pieces)} pieces, 1 unit = 1 mm")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.1f}mm" height="{height:.1f}mm"'
        f' viewBox="0 0 {width:.1f} {height:.1f}"><title>{title}</title>'
        f'<g fill="none" stroke="{INK}" stroke-width="1.2" stroke-linejoin="round">'
        + "".join(groups).replace(
            "<text>",
            f'<text font-size="{LETTER:g}" text-anchor="middle" fill="{INK}" stroke="none">',
        )
        + "</g></svg>\n"
    )
