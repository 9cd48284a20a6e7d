"""The spec sheet, page by page: the garment, its measures, its body, its pieces. No clock: the same
ticket, design and draft give the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from configurator.wording import summary
from measurements.body import Body
from patterns.drafting.draft import Draft
from patterns.exports.pdf_paper import (
    A4,
    BOLD,
    DISPLAY,
    MM,
    SOFT,
    TEXT,
    fit,
    text_width,
    wrap,
)
from patterns.exports.pdf_piece import cutting_words
from patterns.specs import FabricSpec, Setting, TemplateSpec

from ..body import Told, body_rows
from .book import BOTTOM, LEFT, RIGHT, TOP, WIDTH, Book, Column
from .drawings import Thumbnail, common_scale, draw_qr, draw_swatch
from .flats import draw_flats, letters
from .points import in_order, point_of
from .sewing import allowances, closures, darts, eased
from .told import draw_told
from .work import bill, order_of_work

FLATS_HEIGHT = 112.0
QR_SIZE = 27.0
SWATCH = 14.0
SIGNATURES = 18.0
"""The room that the lines to sign on take, mm: they stand under the last step, not alone on a page."""
CARD_GAP = 6.0
FINISHED_ROOM, CUTTING_ROOM = 150.0, 110.0
"""What these sections want of a page that others have begun, mm: else they have their own."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the sheet says of the order, in plain values."""

    reference: str
    order_number: str
    revision: int
    due: datetime.date
    order_url: str
    name: str
    quantity: int = 1
    cloth: Mapping[str, float] = field(default_factory=dict)
    engine: str = ""


def spec_sheet_pdf(
    ticket: Ticket,
    spec: TemplateSpec,
    choices: Mapping[str, Setting],
    fabric: FabricSpec,
    body: Body,
    draft: Draft,
    told: Told,
) -> bytes:
    """The spec sheet of one work order as a PDF on A4."""
    due = f"{ticket.due:%d.%m.%Y}"
    book = Book(
        (ticket.reference, f"{ticket.name} · revision {ticket.revision} · due {due}"),
        f"Toile · spec sheet · {ticket.reference}",
    )
    _front(book, ticket, due, fabric, draft)
    _design(book, spec, choices, fabric, ticket)
    draw_told(book, told)
    _warnings(book, draft)
    _section(book, FINISHED_ROOM)
    _finished(book, draft)
    _body(book, body)
    _section(book, CUTTING_ROOM)
    _cutting(book, draft, ticket.quantity)
    _sewing(book, draft)
    _materials(book, ticket, spec, fabric, draft)
    _order_of_work(book, spec, draft)
    _signed(book)
    assert book.y <= BOTTOM + 2
    return book.finish(f"{ticket.name}, spec sheet", ticket.reference)


def _section(book: Book, room: float) -> None:
    """Go on under what already runs over the first page where so much room is left, else on a new one."""
    if len(book.pages) == 1 or book.y + room > BOTTOM:
        book.new_page()
        book.y -= 4


# --- What it is --------------------------------------------------------------------------


def _front(book: Book, ticket: Ticket, due: str, fabric: FabricSpec, draft: Draft) -> None:
    top = TOP
    room = WIDTH - QR_SIZE - 8
    book.text(LEFT, top + 10, fit(ticket.name, DISPLAY, 30, room), font=DISPLAY, size=30)
    facts = (
        ("Order", ticket.order_number),
        ("Line", ticket.reference.rpartition("/")[2]),
        ("Revision", str(ticket.revision)),
        ("Due", due),
        ("Quantity", str(ticket.quantity)),
    )
    x = LEFT
    for label, value in facts:
        book.text(x, top + 20, label, size=8, colour=SOFT)
        book.text(x, top + 25.5, value, font=BOLD, size=12)
        x += max(text_width(value, BOLD, 12), text_width(label, TEXT, 8)) + 9
    book.draw(partial(draw_qr, words=ticket.order_url, left=RIGHT - QR_SIZE, top=top, size=QR_SIZE))
    book.text(
        RIGHT, top + QR_SIZE + 3.6, "scan for the order", size=7.5, colour=SOFT, align="right"
    )
    flats_top = top + QR_SIZE + 6
    draw_flats(book, draft, fabric, flats_top, FLATS_HEIGHT)
    book.y = flats_top + FLATS_HEIGHT + 8


def _design(
    book: Book,
    spec: TemplateSpec,
    choices: Mapping[str, Setting],
    fabric: FabricSpec,
    ticket: Ticket,
) -> None:
    """Two columns: what was chosen, and what it is cut from."""
    gap = 10.0
    half = (WIDTH - gap) / 2
    start = book.y
    book.rule(start)
    left_end = _pairs(book, LEFT, start, half, "As chosen", summary(spec, choices))
    cloth = [("Fabric", fabric.name)]
    if fabric.composition:
        cloth.append(("Of", fabric.composition))
    if fabric.weight:
        cloth.append(("Weight", f"{fabric.weight} g/m²"))
    cloth.append(("Width", f"{fabric.width:.0f} mm"))
    cloth.append(("Way of laying", "one way (nap)" if fabric.nap else "either way up"))
    for material, length in ticket.cloth.items():
        label = "Length to cut" if material == "main" else material.capitalize()
        words = f"{length / 1000:.2f} m"
        if ticket.quantity > 1:
            words += f" each, {length * ticket.quantity / 1000:.2f} m in all"
        cloth.append((label, words))
    x = LEFT + half + gap
    book.draw(
        partial(draw_swatch, fabric=fabric, left=RIGHT - SWATCH, top=start + 4.5, width=SWATCH)
    )
    right_end = _pairs(book, x, start, half - SWATCH - 2, "Fabric", cloth)
    book.y = max(left_end, right_end)


def _pairs(
    book: Book, left: float, top: float, width: float, title: str, rows: list[tuple[str, str]]
) -> float:
    """Labels and values under a title; gives where they end."""
    book.text(left, top + 9, title, font=DISPLAY, size=15)
    y = top + 15
    for label, value in rows:
        book.text(left, y, fit(label, TEXT, 8.5, 31), size=8.5, colour=SOFT)
        for line in wrap(value, TEXT, 9, width - 33):
            book.text(left + 33, y, line)
            y += 4.3
        y += 1.1
    return y


def _warnings(book: Book, draft: Draft) -> None:
    if not draft.warnings:
        return
    book.title("To know before cutting")
    for warning in draft.warnings:
        book.paragraph(f"· {warning.message}")


# --- Measures ----------------------------------------------------------------------------

_FINISHED = (
    Column("", 6, font=BOLD),
    Column("POM", 10, font=BOLD),
    Column("Measure", 32),
    Column("How", 52, size=7.5, colour=SOFT),
    Column("Body", 13, "right"),
    Column("Ease", 12, "right"),
    Column("Finished", 17, "right", BOLD),
    Column("±", 9, "right"),
    Column("Actual", 14.5, "middle"),
    Column("Revised", 14.5, "middle"),
)


def _finished(book: Book, draft: Draft) -> None:
    book.title("Finished measures")
    book.paragraph(
        "In mm, pressed and lying flat. Left and right differ by 3 at most. "
        "The letters are those on the drawings.",
        colour=SOFT,
    )
    lettered = letters(draft)
    rows = []
    for measure in in_order(draft.finished):
        point = point_of(measure)
        body = "" if measure.body is None else f"{measure.body:.0f}"
        ease = "" if measure.ease is None else f"{measure.ease:+.0f}"
        rows.append(
            (
                lettered.get(measure.name, ""), point.code, point.label, point.how, body, ease,
                f"{measure.value:.0f}", f"{point.tolerance:.0f}", "", "",
            )
        )  # fmt: skip
    book.table(_FINISHED, rows, size=8.5, row_height=7.0, uprights=(8, 9))


_BODY = (Column("Measurement", 42), Column("mm", 14, "right", BOLD), Column("", 32))


def _body(book: Book, body: Body) -> None:
    """Every measurement of hers: entered, or estimated and how surely. In two columns."""
    rows = body_rows(body)
    row_height, gap = 4.8, 4.0
    per_column = -(-len(rows) // 2)
    book.title("Body", keep=per_column * row_height + 8)
    top, end = book.y, book.y
    for number in range(2):
        book.y = top
        part = rows[number * per_column : (number + 1) * per_column]
        if part:
            left = LEFT + number * ((WIDTH - gap) / 2 + gap)
            book.table(_BODY, part, row_height=row_height, size=8.5, left=left)
        end = max(end, book.y)
    book.y = end


# --- Cutting and sewing ------------------------------------------------------------------


def _cutting(book: Book, draft: Draft, quantity: int) -> None:
    """Every piece drawn small, in rows of cards as high as their highest."""
    book.title("Cutting list")
    columns = 4
    width = (WIDTH - CARD_GAP * (columns - 1)) / columns
    scale = common_scale(draft.pieces, width, 78.0)
    words = f"Drawn at 1:{scale}. Seam allowances are included; arrows lie along the grain."
    if quantity > 1:
        words += f" Counts are for all {quantity} garments."
    book.paragraph(words, colour=SOFT)
    pieces = sorted(draft.pieces, key=lambda piece: _LAYERS.index(piece.layer))
    drawn = [(piece, Thumbnail.of(piece, scale, width)) for piece in pieces]
    for start in range(0, len(drawn), columns):
        row = drawn[start : start + columns]
        high = max(small.size[1] for _, small in row)
        book.need(high + 26)
        book.y += 5
        for number, (piece, small) in enumerate(row):
            left = LEFT + number * (width + CARD_GAP)
            top = book.y + high - small.size[1]
            book.draw(partial(small.draw, left=left, top=top))
            y = book.y + high + 4.6
            book.text(left, y, piece.code, font=BOLD, size=8)
            beside = text_width(f"{piece.code}  ", BOLD, 8)
            for words in wrap(piece.name, BOLD, 8, width - beside):
                book.text(left + beside, y, words, font=BOLD, size=8)
                y += 3.7
            for line in (cutting_words(piece, quantity), _GRAIN[piece.grain]):
                book.text(left, y, fit(line, TEXT, 7.5, width), size=7.5, colour=SOFT)
                y += 3.5
        book.y += high + 16


_LAYERS = ("shell", "facing", "pocket", "lining", "interfacing")
_GRAIN = {"both": "grain either way", "one-way": "grain one way", "bias": "on the bias"}


def _sewing(book: Book, draft: Draft) -> None:
    book.title("Allowances and closures", keep=30)
    rows = [(f"{row.width:g}", row.sort, row.where) for row in allowances(draft)]
    columns = (Column("mm", 14, "left", BOLD), Column("Edge", 26), Column("Where", WIDTH - 40))
    for width, sort, where in rows:
        lines = wrap(where, TEXT, 8.5, columns[2].width - 2)
        book.need(len(lines) * 4.2 + 3)
        book.y += 5
        book.text(LEFT, book.y, width, font=BOLD, size=9)
        book.text(LEFT + 14, book.y, sort, size=8.5)
        for number, line in enumerate(lines):
            book.text(LEFT + 40, book.y + number * 4.2, line, size=8.5, colour=SOFT)
        book.y += (len(lines) - 1) * 4.2 + 1.8
        book.rule(book.y)
    for words in (*eased(draft), *closures(draft)):
        book.need(6)
        book.y += 1
        book.paragraph(words)
    _darts(book, draft)


def _darts(book: Book, draft: Draft) -> None:
    rows = [
        (dart.piece, dart.name, f"{dart.width:.0f}", f"{dart.length:.0f}") for dart in darts(draft)
    ]
    if not rows:
        return
    row_height = 5.2
    book.title("Darts", keep=len(rows) * row_height + 14)
    book.paragraph(
        "In mm, each side; sewn to nothing at the point, 10 past the drill hole. One that is pointed at "
        "both ends takes in most at the waist.",
        colour=SOFT,
    )
    book.table(_DARTS, rows, row_height=row_height, size=8.5)


_DARTS = (
    Column("Piece", 14, font=BOLD),
    Column("Dart", 50),
    Column("Takes in at its widest", 36, "right"),
    Column("Long", 20, "right"),
)


def _materials(
    book: Book, ticket: Ticket, spec: TemplateSpec, fabric: FabricSpec, draft: Draft
) -> None:
    rows = bill(draft, spec, fabric, ticket.cloth, ticket.quantity)
    book.title("Materials and trims", keep=min(len(rows), 6) * 5.8 + 8)
    if ticket.quantity > 1:
        book.paragraph(f"Counts are for all {ticket.quantity} garments.", colour=SOFT)
    book.table(_BILL, [(row.use, row.what, row.much) for row in rows], row_height=5.8, size=8.5)


_BILL = (
    Column("For", 24, colour=SOFT),
    Column("Take", WIDTH - 24 - 46),
    Column("How much", 46, "right", BOLD),
)


def _order_of_work(book: Book, spec: TemplateSpec, draft: Draft) -> None:
    """The sewing steps, numbered, with a box to tick at the end of each."""
    steps = order_of_work(draft, spec)
    if not steps:
        return
    book.title("Order of work", keep=24)
    for number, words in enumerate(steps, start=1):
        lines = wrap(words, TEXT, 9, WIDTH - 18)
        book.need(len(lines) * 4.3 + 3 + (SIGNATURES if number == len(steps) else 0.0))
        book.y += 5
        book.text(LEFT + 6, book.y, str(number), font=BOLD, size=9, align="right")
        for line in lines:
            book.text(LEFT + 9, book.y, line)
            book.y += 4.3
        book.draw(partial(_box, left=RIGHT - 4, top=book.y - len(lines) * 4.3 - 3))
        book.y -= 2.6
        book.rule(book.y)


def _box(canvas: Canvas, left: float, top: float) -> None:
    canvas.setStrokeColor(SOFT)
    canvas.setLineWidth(0.5)
    canvas.setDash([])
    canvas.rect(left * MM, (A4[1] - top - 3.4) * MM, 3.4 * MM, 3.4 * MM, stroke=1, fill=0)


def _signed(book: Book) -> None:
    """Lines for those who did the work to sign."""
    book.need(16)
    book.y += 13
    width = (WIDTH - 3 * CARD_GAP) / 4
    for number, words in enumerate(("Cut by", "Sewn by", "Checked by", "Date")):
        left = LEFT + number * (width + CARD_GAP)
        book.rule(book.y, left, left + width)
        book.text(left, book.y + 3.6, words, size=7.5, colour=SOFT)
    book.y += 3
