"""The pattern at full size on A4: a page to check the printer by and to see how the sheets lie,
then the sheets. Knows no Django.

All pieces are drawn once, as a form that every sheet shows through its own window.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass

import numpy as np
import shapely
from reportlab.pdfgen.canvas import Canvas

from patterns.drafting.draft import Draft, Points

from .pdf_layout import FRAME, Paper, lay_on_paper
from .pdf_paper import (
    A4,
    ACCENT,
    BOLD,
    DISPLAY,
    FAINT,
    INK,
    LINE,
    MARGIN,
    MM,
    SOFT,
    TEXT,
    fit,
    lighter,
    new_canvas,
    stroke,
    wrap,
)
from .pdf_piece import CUT_WIDTH, LINE_DASH, SEW_WIDTH, SEWING_DASH, PieceDrawing, cutting_words

OVERLAP = 8.5
"""How far a sheet's drawing runs on to the right and below its frame, mm."""
FRAME_LEFT, FRAME_TOP = 11.0, 11.0
"""Where the frame begins on the page, mm from its left and upper edge."""
_PIECES, _FRAMES = "pieces", "frames"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the pages say of themselves. `reference` is the order's number and line, or empty."""

    name: str
    reference: str = ""
    revision: int = 1
    due: datetime.date | None = None

    @property
    def line(self) -> str:
        parts = [self.reference, self.name]
        if self.reference:
            parts.append(f"revision {self.revision}")
        return " · ".join(part for part in parts if part)


def sheet_name(row: int, column: int) -> str:
    """A1 is the sheet at the top left, A2 to its right, B1 below it."""
    name = ""
    row += 1
    while row:
        row, letter = divmod(row - 1, 26)
        name = chr(ord("A") + letter) + name
    return f"{name}{column + 1}"


def pattern_pdf(draft: Draft, heading: Heading) -> bytes:
    """The whole pattern as a PDF on A4, at 1:1. Same draft and heading in, same bytes out."""
    paper = lay_on_paper([lighter(piece.cut_line, 0.2) for piece in draft.pieces])
    target = io.BytesIO()
    canvas = new_canvas(
        target, title=f"{heading.name}, pattern 1:1", subject=heading.reference or draft.style
    )
    _draw_pieces_once(canvas, draft, paper, heading)
    _draw_frames_once(canvas, paper)
    pages = 1 + len(paper.used)
    _first_page(canvas, draft, paper, heading, pages)
    for number, (row, column) in enumerate(paper.used, start=2):
        _sheet(canvas, heading, row, column, f"page {number} of {pages}")
    canvas.save()
    return target.getvalue()


def _draw_pieces_once(canvas: Canvas, draft: Draft, paper: Paper, heading: Heading) -> None:
    width, height = paper.size
    canvas.beginForm(_PIECES, 0, -height * MM, width * MM, 0)
    reference = heading.line if heading.reference else heading.name
    for piece, placed in zip(draft.pieces, paper.placed, strict=True):
        canvas.saveState()
        canvas.translate(placed.x * MM, -placed.y * MM)
        canvas.rotate(-90 * placed.turn)
        joins = tuple(placed.lift(join) for join in paper.joins())
        drawing = PieceDrawing.of(draft, piece, reference, turn=placed.turn, joins=joins)
        drawing.draw(canvas)
        canvas.restoreState()
    canvas.endForm()


# --- A sheet -----------------------------------------------------------------------------


def _sheet(canvas: Canvas, heading: Heading, row: int, column: int, page: str) -> None:
    left, top = FRAME_LEFT * MM, (A4[1] - FRAME_TOP) * MM
    width, height = FRAME[0] * MM, FRAME[1] * MM
    hair, strip = 0.4 * MM, OVERLAP * MM
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(left - hair, top - height - strip, width + hair + strip, height + hair + strip)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.setFillColor(FAINT)
    canvas.setFont(DISPLAY, 54)
    canvas.drawString(left + 6 * MM, top - 20 * MM, sheet_name(row, column))
    canvas.translate(left - column * width, top + row * height)
    canvas.doForm(_FRAMES)
    canvas.doForm(_PIECES)
    canvas.restoreState()
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT, 7.5)
    foot = (MARGIN + 2.2) * MM
    canvas.drawString(left, foot, fit(heading.line, TEXT, 7.5, 130))
    canvas.drawRightString(left + width + strip, foot, f"{sheet_name(row, column)} · {page}")
    canvas.showPage()


def _draw_frames_once(canvas: Canvas, paper: Paper) -> None:
    """The frames along which sheets meet, and the marks that come together where they do."""
    width, height = FRAME
    used = set(paper.used)
    canvas.beginForm(_FRAMES, -MM, -(paper.size[1] + 10) * MM, (paper.size[0] + 10) * MM, MM)
    canvas.setLineJoin(1)
    for row, column in paper.used:
        x, y = column * width, row * height
        box = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
        stroke(canvas, box, width=0.35, colour=LINE, closed=True)
        name = sheet_name(row, column)
        if (row, column + 1) in used:
            for share in (0.25, 0.75):
                words = f"{name}–{sheet_name(row, column + 1)}"
                _diamond(canvas, x + width, y + height * share, words)
        if (row + 1, column) in used:
            for share in (0.25, 0.75):
                words = f"{name}–{sheet_name(row + 1, column)}"
                _diamond(canvas, x + width * share, y + height, words)
    canvas.endForm()


def _diamond(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A diamond centred on a frame line: one sheet shows it whole, the sheet that is laid over it
    the half that must fall on it."""
    arm = 5.0
    points = np.array([(x, y - arm), (x + arm, y), (x, y + arm), (x - arm, y)])
    stroke(canvas, points, width=0.5, colour=ACCENT, closed=True)
    cross = ((-arm, 0.0), (arm, 0.0)), ((0.0, -arm), (0.0, arm))
    for (x1, y1), (x2, y2) in cross:
        stroke(canvas, np.array([(x + x1, y + y1), (x + x2, y + y2)]), width=0.25, colour=ACCENT)
    canvas.setFillColor(ACCENT)
    canvas.setFont(TEXT, 5.5)
    canvas.drawString((x + 0.9) * MM, -(y + arm + 1.2) * MM, words)


# --- The first page ----------------------------------------------------------------------


def _first_page(canvas: Canvas, draft: Draft, paper: Paper, heading: Heading, pages: int) -> None:
    left, right = MARGIN + 5, A4[0] - MARGIN - 5
    y = A4[1] - 24
    canvas.setFillColor(INK)
    canvas.setFont(DISPLAY, 26)
    canvas.drawString(left * MM, y * MM, fit(heading.name, DISPLAY, 26, 120))
    canvas.setFont(BOLD, 11)
    canvas.drawRightString(right * MM, y * MM, heading.reference)
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT, 9)
    y -= 6
    canvas.drawString(left * MM, y * MM, "Pattern at full size, on A4")
    words = []
    if heading.reference:
        words.append(f"Revision {heading.revision}")
    if heading.due:
        words.append(f"due {heading.due:%d.%m.%Y}")
    canvas.drawRightString(right * MM, y * MM, " · ".join(words))
    y -= 4
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.line(left * MM, y * MM, right * MM, y * MM)
    _test_squares(canvas, left, y - 8)
    _instructions(canvas, left + 110, y - 8, right - left - 110, draft)
    _map(canvas, draft, paper, left, y - 122, right - left)
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT, 7.5)
    canvas.drawString(left * MM, (MARGIN + 2.2) * MM, fit(heading.line, TEXT, 7.5, 130))
    canvas.drawRightString(right * MM, (MARGIN + 2.2) * MM, f"page 1 of {pages}")
    canvas.showPage()


def _test_squares(canvas: Canvas, left: float, top: float) -> None:
    """100 mm and, in its corner, one inch: measured on paper, they prove the printer."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.setDash([])
    canvas.rect(left * MM, (top - 100) * MM, 100 * MM, 100 * MM, stroke=1, fill=0)
    inch = 25.4
    canvas.rect(left * MM, (top - 100) * MM, inch * MM, inch * MM, stroke=1, fill=0)
    canvas.setLineWidth(0.4)
    for tick in range(10, 100, 10):
        length = 4 if tick == 50 else 2.5
        canvas.line((left + tick) * MM, top * MM, (left + tick) * MM, (top - length) * MM)
        side = (left + 100) * MM
        canvas.line(side, (top - tick) * MM, side - length * MM, (top - tick) * MM)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 12)
    canvas.drawCentredString((left + 56) * MM, (top - 46) * MM, "100 mm")
    canvas.setFont(TEXT, 9)
    canvas.setFillColor(SOFT)
    canvas.drawCentredString((left + 56) * MM, (top - 52) * MM, "Measure both before you cut.")
    canvas.drawCentredString((left + inch / 2) * MM, (top - 100 + inch / 2 - 1) * MM, "1 inch")


def _instructions(canvas: Canvas, left: float, top: float, width: float, draft: Draft) -> None:
    steps = (
        "Print at 100 % (“actual size”), never “fit to page”.",
        "Lay the sheets out as on the map below.",
        "Cut each sheet along the left and the upper line of its frame.",
        "Lay it over its neighbour’s strip so that the half diamonds fall on the whole ones; tape.",
        "Cut the pieces along the heavy line. Seam allowances are included.",
    )
    y = top - 3
    for number, step in enumerate(steps, start=1):
        canvas.setFont(BOLD, 9)
        canvas.setFillColor(ACCENT)
        canvas.drawString(left * MM, y * MM, str(number))
        canvas.setFont(TEXT, 9)
        canvas.setFillColor(INK)
        for line in wrap(step, TEXT, 9, width - 6):
            canvas.drawString((left + 6) * MM, y * MM, line)
            y -= 4.2
        y -= 1.4
    y -= 1.5
    _key(canvas, left, y, draft)


def _key(canvas: Canvas, left: float, y: float, draft: Draft) -> None:
    rows: tuple[tuple[str, float, tuple[float, ...]], ...] = (
        ("cut", CUT_WIDTH, ()),
        ("sew", SEW_WIDTH, SEWING_DASH),
        ("fold", SEW_WIDTH, LINE_DASH["fold"]),
        ("centre", SEW_WIDTH, LINE_DASH["centre"]),
    )
    for words, width, dash in rows:
        line = np.array([(left, -y - 1.0), (left + 22, -y - 1.0)])
        stroke(canvas, line, width=width, dash=dash)
        canvas.setFillColor(SOFT)
        canvas.setFont(TEXT, 8)
        canvas.drawString((left + 25) * MM, y * MM, words)
        y -= 4.6
    middle = left + 11.0
    signs = [("grain", _grain_sign), ("notch", _notch_sign), ("drill hole", _drill_sign)]
    if any(piece.pleats for piece in draft.pieces):
        signs.append(("pleat: fold along the arrow", _pleat_sign))
    for words, draw in signs:
        draw(canvas, middle, y + 1.0)
        canvas.setFillColor(SOFT)
        canvas.setFont(TEXT, 8)
        canvas.drawString((left + 25) * MM, y * MM, words)
        y -= 4.6


def _grain_sign(canvas: Canvas, x: float, y: float) -> None:
    """As on the pieces; x, y in mm from the page's lower left corner, as for all signs."""
    stroke(canvas, np.array([(x - 11, -y), (x + 11, -y)]), width=0.7)
    canvas.setFillColor(INK)
    for way in (-1, 1):
        path = canvas.beginPath()
        path.moveTo((x + way * 11) * MM, y * MM)
        path.lineTo((x + way * 7) * MM, (y + 1.3) * MM)
        path.lineTo((x + way * 7) * MM, (y - 1.3) * MM)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)


def _notch_sign(canvas: Canvas, x: float, y: float) -> None:
    """Single for a front, double for a back: snips into the cut edge."""
    stroke(canvas, np.array([(x - 11, -(y + 1.2)), (x + 11, -(y + 1.2))]), width=CUT_WIDTH)
    for at in (-5.0, 3.0, 5.5):
        stroke(canvas, np.array([(x + at, -(y + 1.2)), (x + at, -(y - 1.6))]), width=CUT_WIDTH)


def _drill_sign(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(SEW_WIDTH)
    canvas.setDash([])
    canvas.circle(x * MM, y * MM, 1.5 * MM, stroke=1, fill=0)
    stroke(canvas, np.array([(x - 2.6, -y), (x + 2.6, -y)]), width=SEW_WIDTH)
    stroke(canvas, np.array([(x, -(y - 2.6)), (x, -(y + 2.6))]), width=SEW_WIDTH)


def _pleat_sign(canvas: Canvas, x: float, y: float) -> None:
    for at in (-7.0, 7.0):
        stroke(canvas, np.array([(x + at, -(y - 2.2)), (x + at, -(y + 2.2))]), width=SEW_WIDTH)
    stroke(canvas, np.array([(x - 7, -y), (x + 7, -y)]), width=0.45)
    stroke(canvas, np.array([(x + 3, -(y + 1)), (x + 7, -y), (x + 3, -(y - 1))]), width=0.45)


def _map(canvas: Canvas, draft: Draft, paper: Paper, left: float, top: float, width: float) -> None:
    """The sheets and the pieces on them, small; beside it what there is to cut."""
    list_width = 62.0
    room = (width - list_width - 6, top - MARGIN - 8)
    scale = min(room[0] / paper.size[0], room[1] / paper.size[1])
    canvas.saveState()
    canvas.translate(left * MM, top * MM)
    canvas.setDash([])
    for row, column in paper.used:
        corner = np.array([column, row]) * FRAME * scale
        box = corner + np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * FRAME * scale
        stroke(canvas, box, width=0.35, colour=LINE, closed=True)
        canvas.setFillColor(LINE)
        canvas.setFont(TEXT, 6.5)
        canvas.drawString((corner[0] + 0.8) * MM, -(corner[1] + 2.8) * MM, sheet_name(row, column))
    for piece, placed in zip(draft.pieces, paper.placed, strict=True):
        outline = placed.put(lighter(piece.cut_line, 0.5)) * scale
        stroke(canvas, outline, width=0.7, closed=True)
        _code_on_map(canvas, piece.code, outline)
    canvas.restoreState()
    x, y = left + width - list_width, top - 3
    for piece in draft.pieces:
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 8)
        canvas.drawString(x * MM, y * MM, piece.code)
        canvas.setFont(TEXT, 8)
        canvas.drawString((x + 13) * MM, y * MM, fit(piece.name, TEXT, 8, list_width - 13))
        canvas.setFillColor(SOFT)
        canvas.setFont(TEXT, 7)
        canvas.drawString((x + 13) * MM, (y - 3.2) * MM, cutting_words(piece))
        y -= 7.6


def _code_on_map(canvas: Canvas, code: str, outline: Points) -> None:
    x, y = shapely.maximum_inscribed_circle(shapely.Polygon(outline).buffer(0), 0.5).coords[0]
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 6.5)
    canvas.drawCentredString(x * MM, -(y + 0.8) * MM, code)
