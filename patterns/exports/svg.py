"""A draft's pieces side by side, true to scale: one user unit is a millimetre.

For looking and for programs, not for cutting: the 1:1 pattern is `patterns.exports.pdf`. Only
presentation attributes, so that it may stand in a page under a strict content policy.
"""

from __future__ import annotations

import math
from html import escape

import numpy as np

from patterns.drafting.draft import Draft, InsideLine, Notch, Piece, Pleat, Point, Points
from patterns.drafting.geometry import between, sub, unit

MARGIN = 30.0  # mm around and between the pieces
ROW = 1900.0  # mm after which a new row of pieces begins
LETTER = 14.0  # mm, a label's letters
NOTCH = 4.0  # mm outward from the sewing line
ARROW = 8.0  # mm, the grainline's heads
THIN = 3  # of how many points of a curve one is drawn: its chords are then within 0.1 mm
SPARSE = 3.0  # mm between points that are too far apart to leave any out
SMOOTH = 0.06  # the tangent of the largest turn that still counts as a curve
INK, FAINT = "#1d1b19", "#6f6a63"
INSIDE_DASHES = {  # in hundredths of a millimetre, as the lines
    "fold": "1200 400 200 400", "centre": "1600 400 300 400", "stitch": "400 300", "roll": "800 400",
}  # fmt: skip


def _thinned(points: Points) -> Points:
    """Every THIN-th point and every corner: drafting's chords are finer than any screen."""
    if len(points) < 3 * THIN:
        return points
    steps = points[1:] - points[:-1]
    x, y = steps[:, 0], steps[:, 1]
    keep = np.zeros(len(points), dtype=bool)
    keep[::THIN] = keep[-1] = True
    corner = np.abs(x[:-1] * y[1:] - y[:-1] * x[1:]) > SMOOTH * (x[:-1] * x[1:] + y[:-1] * y[1:])
    far = x * x + y * y > SPARSE * SPARSE
    keep[1:-1] |= corner | far[:-1] | far[1:]
    thin: Points = points[keep]
    return thin


def _coordinates(points: Points) -> str:
    """Points as SVG has them, "x,y,x,y", in hundredths of a millimetre: whole numbers are written twice
    as quickly, and the group that they stand in is scaled."""
    hundredths = np.rint(_thinned(points) * 100).astype(np.int64)
    return str(hundredths.ravel().tolist())[1:-1].replace(", ", ",")


def _sewing_line(piece: Piece) -> str:
    ring = np.concatenate([edge.points[:-1] for edge in piece.edges])
    return f'<polygon points="{_coordinates(ring)}" stroke-width="60" stroke="{FAINT}"/>'


def _turn(piece: Piece) -> float:
    """1 where the outline runs with the piece on its right hand, −1 on its left."""
    ring = np.concatenate([edge.points[:-1] for edge in piece.edges])
    x, y = ring[:, 0], ring[:, 1]
    return 1.0 if float(x[:-1] @ y[1:] - y[:-1] @ x[1:] + x[-1] * y[0] - y[-1] * x[0]) > 0 else -1.0


def _notch(piece: Piece, notch: Notch, turn: float) -> str:
    """A tick out of the sewing line; two beside one another for a double notch."""
    points, (nx, ny) = piece.edge(notch.edge).points, notch.point
    if math.dist(notch.point, points[0].tolist()) < 0.01:  # at an end, as a dart's are
        index = 0
    elif math.dist(notch.point, points[-1].tolist()) < 0.01:
        index = len(points) - 2
    else:
        steps = points[1:] - points[:-1]
        way = np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))
        index = min(int(np.searchsorted(way, notch.at)), len(steps) - 1)
    dx, dy = unit(sub(points[index + 1].tolist(), points[index].tolist()))
    out = f"l{dy * turn * NOTCH:.2f},{-dx * turn * NOTCH:.2f}"
    return "".join(
        f"M{nx + dx * beside:.2f},{ny + dy * beside:.2f}{out}"
        for beside in ((-2.0, 2.0) if notch.kind == "double" else (0.0,))
    )


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


def _inside_line(line: InsideLine) -> str:
    dashes = INSIDE_DASHES.get(line.kind, "200 300")
    return (
        f'<polyline points="{_coordinates(line.points)}" stroke="{FAINT}" stroke-width="50"'
        f' stroke-dasharray="{dashes}"/>'
    )


def _label(piece: Piece) -> tuple[str, str]:
    """What the piece is and how often it is cut, in two lines."""
    cut = f"cut {piece.quantity}" + (", one turned over" if piece.mirrored else "")
    return f"{piece.code} · {piece.name}", f"{piece.material}, {cut}"


def _piece(piece: Piece, right: float, down: float) -> str:
    turn = _turn(piece) if piece.notches else 1.0
    ticks = "".join(_notch(piece, notch, turn) for notch in piece.notches)
    parts = [
        f'<g transform="translate({right:.2f} {down:.2f})"><g transform="scale(.01)" stroke-width="120">',
        f'<polygon points="{_coordinates(piece.cut_line)}"/>',
        _sewing_line(piece),
        *(_inside_line(line) for line in piece.lines),
    ]
    for dart in piece.inner_darts:
        ring = np.concatenate([dart.a, dart.b[::-1]])
        parts.append(f'<polygon points="{_coordinates(ring)}" stroke-width="60"/>')
    parts.append("</g>")
    for pleat in piece.pleats:
        parts.append(f'<path d="{_pleat(pleat)}" stroke-width=".6" stroke="{FAINT}"/>')
    parts.append(f'<path d="{_grainline(*piece.grainline)}{ticks}" stroke-width=".6"/>')
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
    for piece in draft.pieces:
        (x0, y0), (x1, y1) = (
            piece.cut_line.min(axis=0).tolist(),
            piece.cut_line.max(axis=0).tolist(),
        )
        label = _label(piece)
        wide = max(x1 - x0, 0.55 * LETTER * max(len(line) for line in label))
        if right > MARGIN and right + wide + MARGIN > ROW:
            right, down, deepest = MARGIN, down + deepest + MARGIN, 0.0
        middle = right + wide / 2
        groups.append(_piece(piece, middle - (x0 + x1) / 2, down - y0))
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
