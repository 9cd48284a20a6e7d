"""What a spec sheet draws: the QR code, and each piece small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import segno
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from patterns.drafting.draft import Piece, Points
from patterns.exports.pdf_layout import turned
from patterns.exports.pdf_paper import A4, INK, LINE, MM, lighter, stroke
from patterns.flats.cloth import CHECK, STRIPE
from patterns.specs import FabricSpec

SCALES = (10, 12, 15, 20, 25, 30, 40)
"""Pieces are drawn at 1 to one of these: the first at which all of them fit."""
MOTIFS = {"stripe": STRIPE, "check": CHECK}
MOTIF_SCALE = 0.15
"""A swatch is small: its stripes stand in it at so much of their size."""


def draw_qr(canvas: Canvas, words: str, left: float, top: float, size: float) -> None:
    """A QR code in a square of `size` mm whose upper left corner is given, mm, y down."""
    rows = [bytes(row) for row in segno.make(words, error="m", micro=False).matrix]
    module = size / len(rows)
    path = canvas.beginPath()
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = x
            while run < len(row) and row[run]:
                run += 1
            if run > x:
                bottom = A4[1] - top - (y + 1) * module
                path.rect(
                    (left + x * module) * MM, bottom * MM, (run - x) * module * MM, module * MM
                )
            x = run + 1
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


def draw_swatch(
    canvas: Canvas, fabric: FabricSpec, left: float, top: float, width: float, height: float = 8.0
) -> None:
    """The cloth in a box of mm: its colour, and small the stripes or checks that it is drawn with."""
    box = (left * MM, (A4[1] - top - height) * MM, width * MM, height * MM)
    canvas.saveState()
    canvas.setFillColor(HexColor(fabric.colour))
    canvas.rect(*box, stroke=0, fill=1)
    motif = MOTIFS.get(fabric.pattern)
    if motif and fabric.second_colour:
        clip = canvas.beginPath()
        clip.rect(*box)
        canvas.clipPath(clip, stroke=0, fill=0)
        step, wide = (length * MOTIF_SCALE for length in motif)
        canvas.setFillColor(
            HexColor(fabric.second_colour), alpha=0.5 if fabric.pattern == "check" else 1
        )
        for n in range(int(width / step) + 1):
            canvas.rect((left + n * step) * MM, box[1], wide * MM, box[3], stroke=0, fill=1)
        for n in range(int(height / step) + 1) if fabric.pattern == "check" else ():
            canvas.rect(box[0], box[1] + n * step * MM, box[2], wide * MM, stroke=0, fill=1)
    canvas.restoreState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.setDash([])
    canvas.rect(*box, stroke=1, fill=0)


def common_scale(pieces: Sequence[Piece], width: float, height: float) -> int:
    """The largest of SCALES at which every piece fits in a box of mm, upright or on its side."""
    spreads = [np.ptp(piece.cut_line, axis=0) for piece in pieces]
    for scale in SCALES:
        boxes = [spread / scale for spread in spreads]
        if all((x <= width and y <= height) or (y <= width and x <= height) for x, y in boxes):
            return scale
    return SCALES[-1]


def _legs(piece: Piece) -> list[Points]:
    """The legs of darts: on a piece with allowances, what is sewn and has none."""
    if not any(edge.allowance for edge in piece.edges):
        return []
    return [edge.points for edge in piece.edges if not edge.allowance and edge.finish == "seam"]


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A piece made small: its lines in mm on the paper from a corner at 0, 0."""

    size: tuple[float, float]
    cut: Points
    thin: tuple[Points, ...]
    inside: tuple[Points, ...]
    grain: Points

    @classmethod
    def of(cls, piece: Piece, scale: int, width: float) -> Thumbnail:
        """The piece at 1 to `scale`, lying on its side where it is wider than `width` mm."""
        spread = np.ptp(piece.cut_line, axis=0)
        turn = 0 if spread[0] / scale <= width else 1
        corner = turned(piece.cut_line, turn).min(axis=0)

        def small(points: Points) -> Points:
            return (turned(points, turn) - corner) / scale

        cut = small(lighter(piece.cut_line, 0.4))
        inside = [line.points for line in piece.lines]
        inside += [leg for dart in piece.inner_darts for leg in (dart.a, dart.b)]
        inside += [np.array(line) for pleat in piece.pleats for line in (pleat.start, pleat.end)]
        return cls(
            (float(spread[turn] / scale), float(spread[1 - turn] / scale)),
            cut,
            tuple(small(lighter(edge.points, 0.4)) for edge in piece.edges if edge.allowance),
            tuple(small(lighter(points, 0.4)) for points in (*inside, *_legs(piece))),
            small(np.array(piece.grainline)),
        )

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it with its corner at left, top (mm on the page, y down)."""
        canvas.saveState()
        canvas.translate(left * MM, (A4[1] - top) * MM)
        canvas.setLineJoin(1)
        stroke(canvas, self.cut, width=0.8, closed=True)
        for line in self.thin:
            stroke(canvas, line, width=0.3, dash=(1.6, 1.0))
        for line in self.inside:
            stroke(canvas, line, width=0.25)
        self._grain(canvas)
        canvas.restoreState()

    def _grain(self, canvas: Canvas) -> None:
        start, end = self.grain
        length = float(np.hypot(*(end - start)))
        if length < 1:
            return
        along = (end - start) / length
        across = np.array([-along[1], along[0]])
        stroke(canvas, self.grain, width=0.4)
        for tip, back in ((end, -along), (start, along)):
            head = np.array([tip + back * 1.4 + across * 0.6, tip, tip + back * 1.4 - across * 0.6])
            stroke(canvas, head, width=0.4)
