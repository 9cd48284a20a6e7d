"""The pattern on A4 is true to the millimetre, complete, and comes together where sheets meet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import shapely
from pypdf import PdfReader
from pypdf.generic import ContentStream

from cms.demo.templates import PENCIL_SKIRT, SHEATH_DRESS
from measurements.statistics import complete
from patterns.drafting.draft import Draft, Points
from patterns.engine import make_draft
from patterns.exports.pdf import FRAME_LEFT, FRAME_TOP, OVERLAP, Heading, pattern_pdf, sheet_name
from patterns.exports.pdf_layout import FRAME, Paper, lay_on_paper, turned
from patterns.exports.pdf_paper import A4, MARGIN, MM, lighter
from patterns.exports.pdf_piece import CUT_WIDTH, point_along

HEADING = Heading("Sheath dress", "T-2026-0042/1", 1, datetime.date(2026, 12, 14))
BODY = complete({"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0})


@pytest.fixture(scope="module", params=[SHEATH_DRESS, PENCIL_SKIRT], ids=lambda spec: spec.slug)
def draft(request: pytest.FixtureRequest) -> Draft:
    return make_draft(request.param, {}, BODY)


@pytest.fixture(scope="module")
def reader(draft: Draft) -> PdfReader:
    return PdfReader(io.BytesIO(pattern_pdf(draft, HEADING)))


def paper_of(draft: Draft) -> Paper:
    return lay_on_paper([lighter(piece.cut_line, 0.2) for piece in draft.pieces])


@dataclass
class Stroke:
    """A painted path as it stands on the page: mm from its upper left corner, y down."""

    width: float
    points: Points


def strokes(reader: PdfReader, page: int) -> Iterator[Stroke]:
    """Every stroked path of a page, through its forms, with all transforms applied."""
    page_object = reader.pages[page]
    yield from _walk(reader, page_object, page_object.get_contents(), np.eye(3))


def _walk(reader: PdfReader, holder: Any, stream: Any, start: Points) -> Iterator[Stroke]:
    matrix, width, saved = start, 1.0, []
    path: list[tuple[float, float]] = []
    for operands, operator in ContentStream(stream, reader).operations:
        numbers = [float(n) for n in operands] if operator in OPERATORS else []
        if operator == b"q":
            saved.append((matrix, width))
        elif operator == b"Q":
            matrix, width = saved.pop()
        elif operator == b"cm":
            a, b, c, d, e, f = numbers
            matrix = np.array([[a, b, 0], [c, d, 0], [e, f, 1]]) @ matrix
        elif operator == b"w":
            width = numbers[0]
        elif operator in (b"m", b"l"):
            path = [] if operator == b"m" else path
            path.append((numbers[0], numbers[1]))
        elif operator == b"re":
            x, y, wide, high = numbers
            path = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
        elif operator == b"n":
            path = []
        elif operator == b"h" and path:
            path.append(path[0])
        elif operator in (b"S", b"s") and path:
            points = np.column_stack([np.array(path), np.ones(len(path))]) @ matrix
            yield Stroke(width, np.column_stack([points[:, 0] / MM, A4[1] - points[:, 1] / MM]))
            path = []
        elif operator == b"Do":
            form = holder["/Resources"]["/XObject"][operands[0]].get_object()
            yield from _walk(reader, form, form, matrix)


OPERATORS = {b"cm", b"w", b"m", b"l", b"re"}


def test_the_test_squares_are_100_mm_and_an_inch(reader: PdfReader) -> None:
    sides = [np.ptp(stroke.points, axis=0) for stroke in strokes(reader, 0)]
    assert any(np.allclose(side, (100, 100), atol=0.01) for side in sides)
    assert any(np.allclose(side, (25.4, 25.4), atol=0.01) for side in sides)
    assert "100 mm" in reader.pages[0].extract_text()


def test_every_page_is_a4_without_a_scale_of_its_own(reader: PdfReader) -> None:
    for page in reader.pages:
        assert [float(n) / MM for n in page.mediabox] == pytest.approx([0, 0, *A4], abs=0.01)
        assert "/UserUnit" not in page


def test_every_cut_line_lies_on_every_sheet_where_it_should_in_true_mm(
    draft: Draft, reader: PdfReader
) -> None:
    paper = paper_of(draft)
    for page, (row, column) in enumerate(paper.used, start=1):
        if page % 5 and page != len(paper.used):
            continue  # the form is the same: some of its places are enough
        shift = np.array([FRAME_LEFT - column * FRAME[0], FRAME_TOP - row * FRAME[1]])
        lines = [
            shapely.LineString(stroke.points - shift)
            for stroke in strokes(reader, page)
            if stroke.width == CUT_WIDTH and len(stroke.points) > 3
        ]
        assert len(lines) == len(draft.pieces)
        for piece, placed, line in zip(draft.pieces, paper.placed, lines, strict=True):
            wanted = shapely.LinearRing(placed.put(piece.cut_line))
            assert shapely.hausdorff_distance(wanted, line) < 0.05, piece.code


def test_every_used_sheet_has_a_page_with_its_name_and_no_other(
    draft: Draft, reader: PdfReader
) -> None:
    paper = paper_of(draft)
    assert len(reader.pages) == 1 + len(paper.used)
    for number, (sheet, page) in enumerate(zip(paper.used, reader.pages[1:], strict=True), start=2):
        text = page.extract_text()
        assert sheet_name(*sheet) in text
        assert f"page {number} of {len(reader.pages)}" in text
        assert "T-2026-0042/1" in text


def test_no_piece_is_lost_and_no_sheet_is_empty(draft: Draft) -> None:
    paper = paper_of(draft)
    sheets = shapely.union_all([
        shapely.box(c * FRAME[0], r * FRAME[1], (c + 1) * FRAME[0], (r + 1) * FRAME[1])
        for r, c in paper.used
    ])  # fmt: skip
    outlines = [
        shapely.Polygon(placed.put(piece.cut_line)).buffer(0)
        for piece, placed in zip(draft.pieces, paper.placed, strict=True)
    ]
    assert sheets.buffer(0.01).covers(shapely.union_all(outlines))
    for row, column in paper.used:
        corner = column * FRAME[0], row * FRAME[1]
        sheet = shapely.box(*corner, corner[0] + FRAME[0], corner[1] + FRAME[1])
        assert any(sheet.intersects(outline) for outline in outlines)


def test_pieces_do_not_touch_each_other(draft: Draft) -> None:
    paper = paper_of(draft)
    outlines = [
        shapely.Polygon(placed.put(piece.cut_line)).buffer(0)
        for piece, placed in zip(draft.pieces, paper.placed, strict=True)
    ]
    for number, outline in enumerate(outlines):
        for other in outlines[number + 1 :]:
            assert outline.distance(other) >= 3.0


def test_all_is_printed_inside_the_printable_area() -> None:
    assert FRAME_LEFT >= MARGIN
    assert FRAME_TOP >= MARGIN
    assert FRAME_LEFT + FRAME[0] + OVERLAP <= A4[0] - MARGIN
    assert FRAME_TOP + FRAME[1] + OVERLAP <= A4[1] - MARGIN - 4  # the foot stands below


def test_marks_of_neighbours_fall_on_each_other(draft: Draft, reader: PdfReader) -> None:
    """The diamond on the line between two sheets stands on both, at the same spot of the paper."""
    used = paper_of(draft).used
    row, column = next((row, column) for row, column in used if (row, column + 1) in used)

    def diamonds(sheet: tuple[int, int]) -> set[tuple[float, float]]:
        found = set()
        for stroke in strokes(reader, 1 + used.index(sheet)):
            if len(stroke.points) == 5 and np.allclose(
                np.ptp(stroke.points, axis=0), 10, atol=0.01
            ):
                middle = stroke.points[:4].mean(axis=0) - (
                    FRAME_LEFT - sheet[1] * FRAME[0],
                    FRAME_TOP,
                )
                found.add((round(float(middle[0]), 1), round(float(middle[1]), 1)))
        return found

    shared = diamonds((row, column)) & diamonds((row, column + 1))
    line = round((column + 1) * FRAME[0], 1)
    assert {(line, FRAME[1] * 0.25), (line, FRAME[1] * 0.75)} <= shared


def test_every_piece_says_what_it_is(draft: Draft, reader: PdfReader) -> None:
    """A label may lie in the form's text; every piece is also listed on the first page."""
    text = reader.pages[0].extract_text()
    for piece in draft.pieces:
        assert piece.code in text
        assert piece.name in text


def test_the_same_draft_is_the_same_bytes(draft: Draft) -> None:
    assert pattern_pdf(draft, HEADING) == pattern_pdf(draft, HEADING)


def test_without_an_order_it_needs_no_reference(draft: Draft) -> None:
    text = (
        PdfReader(io.BytesIO(pattern_pdf(draft, Heading("Pencil skirt")))).pages[1].extract_text()
    )
    assert "Pencil skirt" in text
    assert "revision" not in text


def test_sheets_are_named_by_row_and_column() -> None:
    assert [sheet_name(0, 0), sheet_name(0, 1), sheet_name(1, 0)] == ["A1", "A2", "B1"]
    assert sheet_name(26, 9) == "AA10"


def test_a_quarter_turn_four_times_is_none() -> None:
    points = np.array([(3.0, 1.0), (2.0, -7.0)])
    assert np.allclose(turned(turned(points, 1), 3), points)
    assert np.allclose(turned(points, 1)[0], (-1.0, 3.0))


def test_a_point_along_a_line_lies_at_its_length() -> None:
    line = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)])
    at, along = point_along(line, 14.0)
    assert np.allclose(at, (10, 4))
    assert np.allclose(along, (0, 1))
