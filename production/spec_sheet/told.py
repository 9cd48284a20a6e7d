"""The box in which a tailor reads what she told him: no pattern knows it, so it is his to work in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from patterns.exports.pdf_paper import A4, BOLD, DISPLAY, INK, MM, SOFT, TEXT, text_width, wrap

from ..body import Told
from .book import BOTTOM, LEFT, RIGHT, TOP, WIDTH, Book

PADDING = 5.0
INSIDE = WIDTH - 2 * PADDING
LABEL, SIDE = 58.0, 62.0
WORTH_BEGINNING = 42.0
"""So much of the box, mm, stands on a page before it goes over to the next."""
OVERLEAF = "She told the tailor something herself: it stands on the next page."
ADVICE = (
    "The pattern is drafted alike on both sides and for an even stance: work this in by hand, and"
    " try it at the fitting."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the box: its height in mm, and how it is written at a baseline."""

    height: float
    write: Callable[[float], None]


def draw_told(book: Book, told: Told) -> None:
    """What she told the tailor, framed; a long note goes on in a frame on the next page."""
    if not told:
        return
    rows = list(_rows(book, told))
    whole = sum(row.height for row in rows) + 2 * PADDING
    if book.y + 5 + min(whole, WORTH_BEGINNING) > BOTTOM:
        book.text(LEFT, min(book.y + 7, BOTTOM + 2), OVERLEAF, font=BOLD)
        book.new_page()
        book.y -= 5
    top = book.y + 5
    y = top + PADDING
    for row in rows:
        if y + row.height + PADDING > BOTTOM:
            book.draw(partial(_frame, top=top, bottom=y + PADDING))
            book.new_page()
            top = TOP
            y = top + PADDING
        y += row.height
        row.write(y)
    book.draw(partial(_frame, top=top, bottom=y + PADDING))
    book.y = y + PADDING + 2


def _rows(book: Book, told: Told) -> Iterator[Row]:
    left = LEFT + PADDING

    def text(words: str, font: str = TEXT, size: float = 9.0, colour: Color = INK) -> Row:
        def write(y: float) -> None:
            book.text(left, y, words, font=font, size=size, colour=colour)

        return Row(size * 0.5, write)

    def gap(height: float) -> Row:
        return Row(height, lambda y: None)

    yield gap(-2.5)  # capitals stand lower than a line is high
    yield text("From her to the tailor", DISPLAY, 15)
    yield gap(2)
    if told.rows:
        for words in wrap(ADVICE, TEXT, 8.5, INSIDE):
            yield text(words, size=8.5, colour=SOFT)
        yield gap(1.5)
    for what, how, much in told.rows:
        yield Row(5.4, partial(_told_row, book, what, how, much))
    if told.notes:
        yield gap(2.5)
    for note in told.notes:
        for words in broken(note, TEXT, 9.5, INSIDE):
            yield text(words, size=9.5)
        yield gap(1.2)


def _told_row(book: Book, what: str, how: str, much: str, y: float) -> None:
    x = LEFT + PADDING
    book.text(x, y, what, size=8.5, colour=SOFT)
    book.text(x + LABEL, y, how, font=BOLD)
    book.text(x + LABEL + SIDE, y, much, font=BOLD, align="right")
    book.rule(y + 1.6, x, RIGHT - PADDING)


def broken(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines of the text no wider than `width` mm, also where a word alone would be."""
    lines = []
    for line in wrap(text, font, size, width):
        rest = line
        while text_width(rest, font, size) > width:
            most = next(
                n for n in range(len(rest) - 1, 0, -1) if text_width(rest[:n], font, size) <= width
            )
            lines.append(rest[:most])
            rest = rest[most:]
        lines.append(rest)
    return lines


def _frame(canvas: Canvas, top: float, bottom: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.setDash([])
    canvas.rect(LEFT * MM, (A4[1] - bottom) * MM, WIDTH * MM, (bottom - top) * MM, stroke=1, fill=0)
