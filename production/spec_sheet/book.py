"""Pages that are written top down and know, when they are drawn, how many they are.

Lengths in mm; y runs down from the upper edge of the page.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from patterns.exports.pdf_paper import (
    A4,
    BOLD,
    DISPLAY,
    INK,
    LINE,
    MARGIN,
    MM,
    SOFT,
    TEXT,
    fit,
    new_canvas,
    wrap,
)

LEFT, RIGHT = 16.0, A4[0] - 14.0
WIDTH = RIGHT - LEFT
TOP, BOTTOM = 27.0, A4[1] - 20.0

Stroke = Callable[[Canvas], None]
Align = Literal["left", "right", "middle"]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, width in mm, and how its cells stand."""

    heading: str
    width: float
    align: Align = "left"
    font: str = TEXT
    size: float = 0.0  # the table's own, if 0
    colour: Color = INK


class Book:
    """Collects strokes by page; `y` is where the next thing goes."""

    def __init__(self, head: tuple[str, str], foot: str) -> None:
        self.head, self.foot = head, foot
        self.pages: list[list[Stroke]] = [[]]
        self.y = TOP

    def draw(self, stroke: Stroke) -> None:
        self.pages[-1].append(stroke)

    def new_page(self) -> None:
        self.pages.append([])
        self.y = TOP

    def need(self, height: float) -> None:
        """Go on to a new page unless so much room is left."""
        if self.y + height > BOTTOM:
            self.new_page()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        font: str = TEXT,
        size: float = 9.0,
        colour: Color = INK,
        align: Align = "left",
    ) -> None:
        """A line of text, its baseline at y; no move of the cursor."""

        def write(canvas: Canvas) -> None:
            canvas.setFont(font, size)
            canvas.setFillColor(colour)
            at = (x * MM, (A4[1] - y) * MM, words)
            if align == "right":
                canvas.drawRightString(*at)
            elif align == "middle":
                canvas.drawCentredString(*at)
            else:
                canvas.drawString(*at)

        self.draw(write)

    def rule(
        self, y: float, left: float = LEFT, right: float = RIGHT, *,
        width: float = 0.4, colour: Color = LINE,
    ) -> None:  # fmt: skip
        def line(canvas: Canvas) -> None:
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(width)
            canvas.setDash([])
            canvas.line(left * MM, (A4[1] - y) * MM, right * MM, (A4[1] - y) * MM)

        self.draw(line)

    def title(self, words: str, *, keep: float = 20.0) -> None:
        """A section's heading, kept together with `keep` mm of what follows."""
        self.need(keep + 12)
        self.y += 9
        self.text(LEFT, self.y, words, font=DISPLAY, size=17)
        self.y += 3

    def paragraph(
        self, words: str, *, left: float = LEFT, width: float = WIDTH, size: float = 9.0,
        colour: Color = INK,
    ) -> None:  # fmt: skip
        for line in wrap(words, TEXT, size, width):
            self.need(size * 0.5)
            self.y += size * 0.48
            self.text(left, self.y, line, size=size, colour=colour)
        self.y += 1

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        row_height: float = 7.0,
        size: float = 9.0,
        left: float = LEFT,
        uprights: Sequence[int] = (),
    ) -> None:
        """Rows under headings, a hairline under each; headings again on each new page. `uprights`
        are the columns that a vertical line leads, to be written in by hand."""
        right = left + sum(column.width for column in columns)

        def upright(top: float, bottom: float) -> None:
            for number in uprights:
                x = left + sum(column.width for column in columns[:number])
                self.draw(partial(_vertical, x=x, top=top, bottom=bottom))

        def headings() -> None:
            self.y += 4.6
            for x, column in self._across(columns, left):
                self._cell(x, self.y, column, column.heading, TEXT, 7.5, SOFT)
            self.y += 1.8
            self.rule(self.y, left, right, width=0.7, colour=INK)

        self.need(row_height * 2 + 7)
        headings()
        for row in rows:
            if self.y + row_height > BOTTOM:
                self.new_page()
                headings()
            baseline = self.y + row_height / 2 + size * 0.12
            for (x, column), words in zip(self._across(columns, left), row, strict=True):
                self._cell(
                    x, baseline, column, words, column.font, column.size or size, column.colour
                )
            upright(self.y, self.y + row_height)
            self.y += row_height
            self.rule(self.y, left, right)

    @staticmethod
    def _across(columns: Sequence[Column], left: float) -> list[tuple[float, Column]]:
        found = []
        for column in columns:
            found.append((left, column))
            left += column.width
        return found

    def _cell(
        self, x: float, y: float, column: Column, words: str, font: str, size: float, colour: Color
    ) -> None:
        words = fit(words, font, size, column.width - 1.5)
        if column.align == "right":
            x += column.width - 2.5
        elif column.align == "middle":
            x += column.width / 2
        self.text(x, y, words, font=font, size=size, colour=colour, align=column.align)

    def finish(self, title: str, subject: str) -> bytes:
        """All pages as a PDF, the order's number and "page x of y" on each."""
        target = io.BytesIO()
        canvas = new_canvas(target, title=title, subject=subject)
        for number, strokes in enumerate(self.pages, start=1):
            canvas.setFillColor(INK)
            canvas.setFont(BOLD, 10)
            canvas.drawString(LEFT * MM, (A4[1] - 17) * MM, self.head[0])
            canvas.setFont(TEXT, 9)
            canvas.setFillColor(SOFT)
            canvas.drawRightString(RIGHT * MM, (A4[1] - 17) * MM, self.head[1])
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.6)
            canvas.line(LEFT * MM, (A4[1] - 20) * MM, RIGHT * MM, (A4[1] - 20) * MM)
            for stroke in strokes:
                stroke(canvas)
            canvas.setFont(TEXT, 8)
            canvas.setFillColor(SOFT)
            canvas.drawString(LEFT * MM, (MARGIN + 2) * MM, self.foot)
            canvas.drawRightString(
                RIGHT * MM, (MARGIN + 2) * MM, f"page {number} of {len(self.pages)}"
            )
            canvas.showPage()
        canvas.save()
        return target.getvalue()


def _vertical(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.setDash([])
    canvas.line(x * MM, (A4[1] - top) * MM, x * MM, (A4[1] - bottom) * MM)
