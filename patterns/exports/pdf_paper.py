"""Paper: fonts, ink and the few strokes that the pattern and the spec sheet share. Knows no Django.

Lengths are mm unless a name says points; ReportLab's own unit is the point, its y runs up.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import shapely
from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from patterns.drafting.draft import Points

MM = float(mm)
"""A millimetre in points."""
A4 = (210.0, 297.0)
MARGIN = 10.0
"""What a printer may leave white at each side of the sheet."""

TEXT, BOLD, DISPLAY = "ToileText", "ToileTextBold", "ToileDisplay"
INK = HexColor("#1b1a19")
SOFT = HexColor("#6a645d")
LINE = HexColor("#b9b1a6")
FAINT = HexColor("#e6e0d6")
ACCENT = HexColor("#8a3b2a")

_FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts" / "ttf"
_FILES = {TEXT: "Text-Regular.ttf", BOLD: "Text-Bold.ttf", DISPLAY: "Display-Regular.ttf"}

SMOOTH = 0.015
"""How far (mm) a printed line may leave the draft's; a printer's dot is 0.04."""


@cache
def register_fonts() -> None:
    """Make the house's fonts known to ReportLab, once a process; and let it write streams as bytes,
    not as text, which is larger and slower."""
    rl_config.useA85 = 0
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / file)))


def new_canvas(target: object, *, title: str, subject: str) -> Canvas:
    """An A4 canvas that writes the same bytes for the same strokes: no clock, no random id."""
    register_fonts()
    canvas = Canvas(
        target,
        pagesize=(A4[0] * MM, A4[1] * MM),
        invariant=1,
        pageCompression=1,
        initialFontName=TEXT,
    )
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor("Toile")
    canvas.setCreator("Toile")
    return canvas


def text_width(text: str, font: str, size: float) -> float:
    """Width in mm of a line of text, its size in points."""
    register_fonts()
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width / MM


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Break text into lines no wider than `width` mm; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, font, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def fit(text: str, font: str, size: float, width: float) -> str:
    """The text, cut short with an ellipsis where it is wider than `width` mm."""
    if text_width(text, font, size) <= width:
        return text
    while text and text_width(text + "…", font, size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def lighter(points: Points, tolerance: float = SMOOTH) -> Points:
    """The same line with fewer points, none of it farther than `tolerance` mm from where it was."""
    if len(points) < 3:
        return points
    line = shapely.LineString(points)
    return np.asarray(shapely.simplify(line, tolerance, preserve_topology=False).coords)


def trace(canvas: Canvas, points: Points, *, closed: bool = False) -> PDFPathObject:
    """A path along points in mm, y down: what is drawn below the origin."""
    path = canvas.beginPath()
    first, *rest = (np.asarray(points) * (MM, -MM)).tolist()
    path.moveTo(*first)
    # Written at once: a call of lineTo a point costs more than all else on these pages.
    path._code.extend([f"{x:.3f} {y:.3f} l" for x, y in rest])
    if closed:
        path.close()
    return path


def stroke(
    canvas: Canvas,
    points: Points,
    *,
    width: float = 0.5,
    dash: tuple[float, ...] = (),
    colour: Color = INK,
    closed: bool = False,
) -> None:
    """Draw a line along points in mm (y down); width and dash in points."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setDash(list(dash))
    canvas.drawPath(trace(canvas, points, closed=closed), stroke=1, fill=0)
