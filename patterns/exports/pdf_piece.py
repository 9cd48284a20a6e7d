"""One pattern piece drawn at full size: what is cut, what is sewn, and what it is called.

Origin and axes are the piece's own, mm, y down; the canvas is moved and turned around it.
Knows no Django.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from reportlab.pdfgen.canvas import Canvas

from patterns.drafting.draft import (
    Draft,
    Edge,
    InsideLine,
    Notch,
    Piece,
    Pleat,
    Point,
    Points,
)  # fmt: skip

from .pdf_label import block_height, label_spot
from .pdf_paper import BOLD, DISPLAY, INK, MM, SOFT, TEXT, lighter, stroke, text_width

CUT_WIDTH, SEW_WIDTH, FINE = 1.1, 0.6, 0.45  # points
SEWING_DASH = (5.0, 2.6)
PLEAT_ARROW = 30.0
"""How far down its lines a pleat's arrow stands, mm."""
LINE_DASH: dict[str, tuple[float, ...]] = {
    "centre": (12.0, 3.0, 2.0, 3.0),
    "fold": (9.0, 4.0),
    "roll": (9.0, 3.0, 1.5, 3.0),
    "stitch": (2.5, 2.0),
    "placement": (),
    "cut": (),
    "measure": (1.0, 3.0),
}
_GRAIN = {"both": "grain", "one-way": "grain, one way", "bias": "bias"}

Vector = npt.NDArray[np.float64]


def cutting_words(piece: Piece, times: int = 1) -> str:
    """How it is cut, such as "Cut 2 (1 mirrored) in main"; `times` garments are made."""
    count = piece.quantity * times
    pair = f" ({count // 2} mirrored)" if piece.mirrored and count > 1 else ""
    return f"Cut {count}{pair} · {piece.material}"


@dataclass(frozen=True, slots=True)
class PieceDrawing:
    """A piece with what its drawing needs to know of its draft."""

    piece: Piece
    dart_legs: frozenset[str]
    reference: str
    turn: int = 0
    joins: tuple[Points, ...] = ()

    @classmethod
    def of(
        cls,
        draft: Draft,
        piece: Piece,
        reference: str,
        *,
        turn: int = 0,
        joins: tuple[Points, ...] = (),
    ) -> PieceDrawing:
        """`turn` is by how many quarters the piece lies turned, so that its words can be read;
        `joins` are the lines, in the piece's axes, at which its paper will be put together."""
        legs = frozenset(
            side.edge
            for seam in draft.seams
            if seam.kind == "dart"
            for side in (*seam.a, *seam.b)
            if side.piece == piece.code and side.edge
        )
        return cls(piece, legs, reference, turn, joins)

    def draw(self, canvas: Canvas) -> None:
        piece = self.piece
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        for edge in piece.edges:
            if edge.name in self.dart_legs:
                stroke(canvas, lighter(edge.points), width=SEW_WIDTH)
            elif edge.allowance > 0:
                dash = LINE_DASH["fold"] if edge.finish == "fold" else SEWING_DASH
                stroke(canvas, lighter(edge.points), width=SEW_WIDTH, dash=dash)
        for line in piece.lines:
            width = SEW_WIDTH if line.kind == "cut" else FINE
            stroke(canvas, lighter(line.points), width=width, dash=LINE_DASH[line.kind])
        for dart in piece.inner_darts:
            stroke(canvas, lighter(dart.a), width=SEW_WIDTH)
            stroke(canvas, lighter(dart.b), width=SEW_WIDTH)
        for pleat in piece.pleats:
            _draw_pleat(canvas, pleat)
        stroke(canvas, lighter(piece.cut_line), width=CUT_WIDTH, closed=True)
        self._marks(canvas)
        for notch in piece.notches:
            _draw_notch(canvas, piece, notch, self.dart_legs)
        _draw_grainline(canvas, piece, self.turn)
        _write_allowances(canvas, piece, self.dart_legs, self.turn)
        self._write_label(canvas)

    def _marks(self, canvas: Canvas) -> None:
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(SEW_WIDTH)
        canvas.setDash([])
        for mark in self.piece.marks:
            if mark.kind == "buttonhole" and len(mark.points) == 2:
                _draw_buttonhole(canvas, *mark.points)
                continue
            for x, y in mark.points:
                if mark.kind != "match":
                    canvas.circle(x * MM, -y * MM, 1.5 * MM, stroke=1, fill=0)
                arm = 2.6 if mark.kind in ("drill", "match") else 1.5
                canvas.line((x - arm) * MM, -y * MM, (x + arm) * MM, -y * MM)
                canvas.line(x * MM, -(y - arm) * MM, x * MM, -(y + arm) * MM)

    def label_lines(self) -> list[tuple[str, str, float]]:
        """Text, font and size in points of the label's lines."""
        name = self.piece.name
        return [
            (self.piece.code, DISPLAY, 30.0),
            (name[:1].upper() + name[1:], BOLD, 13.0),
            (cutting_words(self.piece), TEXT, 11.0),
            (self.reference, TEXT, 8.0),
        ]

    def _write_label(self, canvas: Canvas) -> None:
        lines = [line for line in self.label_lines() if line[0]]
        spot = label_spot(self.piece, self.dart_legs, lines, self.joins)
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.translate(spot.x * MM, -spot.y * MM)
        canvas.rotate(_readable(spot.angle, self.turn))
        top = -block_height(lines) * spot.scale / 2
        for text, font, size in lines:
            top += size * spot.scale * 1.2 / MM
            canvas.setFont(font, size * spot.scale)
            canvas.drawCentredString(0, -(top - size * spot.scale * 0.25 / MM) * MM, text)
        canvas.restoreState()


def _draw_pleat(canvas: Canvas, pleat: Pleat) -> None:
    """Its two lines, and an arrow across from the one that is folded to the one that it comes to lie on."""
    for line in (pleat.start, pleat.end):
        stroke(canvas, np.array(line), width=SEW_WIDTH)
    (top, low), (other, below) = np.array(pleat.start), np.array(pleat.end)
    share = min(PLEAT_ARROW / max(float(np.hypot(*(low - top))), 1e-9), 0.5)
    tail, tip = top + (low - top) * share, other + (below - other) * share
    reach = float(np.hypot(*(tip - tail)))
    if reach < 1.0:
        return
    along = (tip - tail) / reach
    across = np.array([-along[1], along[0]])
    head = min(5.0, reach / 3)
    stroke(canvas, np.array([tail, tip]), width=FINE)
    barbs = [tip - along * head + across * head / 3, tip, tip - along * head - across * head / 3]
    stroke(canvas, np.array(barbs), width=FINE)


def _draw_buttonhole(canvas: Canvas, start: Point, end: Point) -> None:
    """A slit from start to end with a bar across each."""
    a, b = np.asarray(start), np.asarray(end)
    along = (b - a) / np.hypot(*(b - a))
    across = np.array([-along[1], along[0]]) * 1.5
    for line in ((a, b), (a - across, a + across), (b - across, b + across)):
        stroke(canvas, np.array(line), width=SEW_WIDTH)


def _draw_grainline(canvas: Canvas, piece: Piece, turn: int) -> None:
    start, end = (np.asarray(point, dtype=float) for point in piece.grainline)
    length = float(np.hypot(*(end - start)))
    if length < 1.0:
        return
    along = (end - start) / length
    across = np.array([-along[1], along[0]])
    stroke(canvas, np.array([start, end]), width=0.7)
    tips = [(end, -along)] if piece.grain == "one-way" else [(end, -along), (start, along)]
    canvas.setFillColor(INK)
    for tip, back in tips:
        head = np.array([tip, tip + back * 6 + across * 1.9, tip + back * 6 - across * 1.9])
        path = canvas.beginPath()
        for number, (x, y) in enumerate((head * (MM, -MM)).tolist()):
            (path.moveTo if number == 0 else path.lineTo)(x, y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    words = _GRAIN[piece.grain]
    if length > text_width(words, TEXT, 8) + 18:
        _write_along(canvas, start + along * length * 0.5, along, words, 8.0, 1.4, turn)


def _write_along(
    canvas: Canvas,
    at: Vector,
    along: Vector,
    text: str,
    size: float,
    clear: float,
    turn: int,
) -> None:
    """Text centred at a point, running along a direction, `clear` mm above the line it names."""
    canvas.saveState()
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT, size)
    canvas.translate(at[0] * MM, -at[1] * MM)
    canvas.rotate(_readable(float(np.degrees(np.arctan2(-along[1], along[0]))), turn))
    canvas.drawCentredString(0, clear * MM, text)
    canvas.restoreState()


def _readable(angle: float, turn: int) -> float:
    """The angle of a text (degrees, to the left), or its opposite if on a piece turned by so many
    quarters it would stand on its head."""
    on_paper = (angle - 90 * turn + 180) % 360 - 180
    return angle if -89.9 < on_paper <= 90.1 else angle + 180


def _draw_notch(canvas: Canvas, piece: Piece, notch: Notch, dart_legs: frozenset[str]) -> None:
    """A snip from the cut edge inward, at most half the allowance and 4 mm deep, and a tick on the
    seam; a double notch has two, 5 mm apart. A dart's snip stands where its leg meets the cut edge."""
    edge = piece.edge(notch.edge)
    at, along = point_along(edge.points, notch.at)
    outward = _outward(piece, along)
    for name in sorted(dart_legs):
        leg = piece.edge(name).points
        for mouth, tip in ((leg[0], leg[-1]), (leg[-1], leg[0])):
            if np.hypot(*(mouth - at)) < 0.05:
                outward = (mouth - tip) / np.hypot(*(mouth - tip))
    offsets = (0.0,) if notch.kind == "single" else (-2.5, 2.5)
    cut = shapely.LinearRing(piece.cut_line)
    for offset in offsets:
        base = at + along * offset
        tick = np.array([base - outward * 1.5, base + outward * 1.5])
        stroke(canvas, tick, width=SEW_WIDTH)
        reach = shapely.LineString([base, base + outward * (edge.allowance + 15.0)])
        crossings = shapely.get_coordinates(shapely.intersection(reach, cut))
        if edge.allowance <= 0 or not len(crossings):
            continue
        far = np.hypot(*(crossings - base).T)
        meet = crossings[int(np.argmin(far))]
        depth = min(4.0, float(far.min()) / 2)
        stroke(canvas, np.array([meet, meet - outward * depth]), width=CUT_WIDTH)


def point_along(points: Points, at: float) -> tuple[Vector, Vector]:
    """The point at a length (mm) along a polyline, and the direction in which it runs there."""
    steps = np.diff(points, axis=0)
    lengths = np.hypot(*steps.T)
    ends = np.concatenate([[0.0], np.cumsum(lengths)])
    at = float(np.clip(at, 0.0, ends[-1]))
    number = int(np.clip(np.searchsorted(ends, at, side="right") - 1, 0, len(steps) - 1))
    along = steps[number] / lengths[number]
    return points[number] + along * (at - ends[number]), along


def _outward(piece: Piece, along: Vector) -> Vector:
    outline = np.vstack([edge.points for edge in piece.edges])
    x, y = outline.T
    area = float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())
    across = np.array([along[1], -along[0]])
    return across if area > 0 else -across


def _write_allowances(canvas: Canvas, piece: Piece, dart_legs: frozenset[str], turn: int) -> None:
    """How wide each edge's allowance is, written in it; inside lines get their names."""
    for edge in piece.edges:
        if edge.name in dart_legs or edge.allowance < 5.0:
            continue
        words = f"{edge.allowance:g}"
        if edge.finish == "hem":
            words = f"hem {words}" if edge.line == "hem" else f"turn in {words}"
        size = 8.0 if edge.allowance >= 8 else 6.0
        spot = _quiet_stretch(piece, edge, text_width(words, TEXT, size))
        if spot is None:
            continue
        at, along = spot
        middle = at + _outward(piece, along) * edge.allowance / 2
        _write_along(canvas, middle, along, words, size, -size * 0.35 / MM, turn)
    for line in piece.lines:
        _name_line(canvas, piece, line, turn)


def _quiet_stretch(piece: Piece, edge: Edge, width: float) -> tuple[Vector, Vector] | None:
    length = float(np.hypot(*np.diff(edge.points, axis=0).T).sum())
    taken = [notch.at for notch in piece.notches if notch.edge == edge.name]
    need = width / 2 + 4.0
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78):
        at = length * share
        if at < need or length - at < need:
            continue
        if all(abs(at - other) > need for other in taken):
            return point_along(edge.points, at)
    return None


def _name_line(canvas: Canvas, piece: Piece, line: InsideLine, turn: int) -> None:
    """An inside line's name beside it, where the grainline does not run."""
    words = line.name.replace("_", " ")
    length = float(np.hypot(*np.diff(line.points, axis=0).T).sum())
    half = text_width(words, TEXT, 7) / 2 + 3
    grain = shapely.LineString(piece.grainline)
    for share in (0.3, 0.7, 0.5, 0.9, 0.1, 0.95, 0.05):
        at, along = point_along(line.points, length * share)
        if min(share, 1 - share) * length < half:
            continue
        if grain.distance(shapely.LineString([at - along * half, at + along * half])) > 3:
            _write_along(canvas, at, along, words, 7.0, 1.0, turn)
            return
