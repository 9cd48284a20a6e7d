"""The spec sheet says, in text that can be read back, what the tailor must know."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from pypdf import PdfReader

from cms.demo.templates import TEMPLATES
from configurator.freezing import Thawed, draft_frozen, thaw
from measurements.statistics import complete
from patterns.drafting.draft import Draft, FinishedMeasure, Operation, Remark, Trim
from patterns.engine import make_draft
from patterns.exports.pdf_paper import TEXT, text_width
from patterns.flats import line_drawing
from patterns.specs import Instruction, Material
from production.body import told
from production.spec_sheet import Ticket, spec_sheet_pdf
from production.spec_sheet.book import BOTTOM, Book
from production.spec_sheet.points import in_order, point_of
from production.spec_sheet.sewing import allowances, closures, darts, eased
from production.spec_sheet.told import INSIDE, OVERLEAF, draw_told
from production.spec_sheet.work import bill, order_of_work

from .frozen import DUE, HER, NAVY, PENCIL_SKIRT, SHEATH_DRESS, TOLD, frozen

TICKET = Ticket(
    reference="T-2026-0042/3",
    order_number="T-2026-0042",
    revision=2,
    due=DUE,
    order_url="http://localhost:8000/orders/signed/",
    name="Sheath dress",
    cloth={"main": 1450.0, "interfacing": 150.0},
)


@pytest.fixture(scope="module")
def dress() -> tuple[Thawed, Draft]:
    design = frozen(SHEATH_DRESS)
    return thaw(design), draft_frozen(design)


def sheet(design: Thawed, draft: Draft, ticket: Ticket = TICKET) -> bytes:
    return spec_sheet_pdf(
        ticket,
        design.spec,
        design.choices,
        design.fabric,
        design.drafted_for,
        draft,
        told(design.tailor),
    )


def text_of(content: bytes, page: int | None = None) -> str:
    """What can be read on all pages, or on one."""
    pages = list(PdfReader(io.BytesIO(content)).pages)
    pages = pages if page is None else [pages[page]]
    return "\n".join(page.extract_text() for page in pages)


def test_it_tells_the_order_the_design_and_the_cloth(dress: tuple[Thawed, Draft]) -> None:
    text = text_of(sheet(*dress))
    for words in (
        "T-2026-0042/3", "Sheath dress", "14.12.2026", "revision 2", "Granat Łucja, wool crêpe",
        "1450 mm", "1.45 m", "0.15 m", "Scoop", "60 cm",
    ):  # fmt: skip
        assert words in text


def test_every_finished_measure_stands_there_with_its_tolerance(
    dress: tuple[Thawed, Draft],
) -> None:
    design, draft = dress
    text = text_of(sheet(design, draft))
    for measure in draft.finished:
        point = point_of(measure)
        assert point.code != "–", measure.name
        row = text[text.index(point.how) :]
        numbers = re.findall(r"[+-]?\d+", row)
        wanted = [f"{measure.value:.0f}", f"{point.tolerance:.0f}"]
        if measure.body is not None:
            wanted.insert(0, f"{measure.body:.0f}")
        assert all(number in numbers[:4] for number in wanted), (measure.name, numbers[:4])
    bust = draft.measure("bust_girth")
    assert bust is not None
    assert f"{bust.value:.0f}" in text


def test_the_letters_on_the_drawings_are_those_of_the_table(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    text = text_of(sheet(design, draft))
    table = {
        point_of(measure).code: letter
        for measure in draft.finished
        if (letter := _letter_before(text, point_of(measure).code, point_of(measure).label))
    }
    drawn = {}
    for view in ("front", "back"):
        svg = line_drawing(draft, view, callouts=True, fabric=design.fabric)
        for letter, name in re.findall(r'data-callout="(\w)" data-measure="(\w+)"', svg):
            measure = draft.measure(name)
            assert measure is not None
            drawn[point_of(measure).code] = letter
    assert len(drawn) > 6
    assert table == drawn


def _letter_before(text: str, code: str, label: str) -> str:
    """The letter in a row of the table of finished measures, if it has one."""
    found = re.search(rf"(?:^|\n)(?:([A-Z])\s+)?{code}\s+{label}", text)
    assert found is not None, code
    return found[1] or ""


def test_what_she_gave_and_what_was_estimated_are_told_apart(
    dress: tuple[Thawed, Draft],
) -> None:
    lines = text_of(sheet(*dress)).splitlines()
    joined = " ".join(lines)
    assert re.search(r"Bust\s+920\s+entered", joined)
    assert re.search(r"Nape to waist\s+\d{3}\s+estimated ± \d+", joined)


def test_what_she_told_the_tailor_stands_in_a_box(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    text = text_of(sheet(replace(design, tailor=TOLD), draft))
    assert re.search(r"Shoulder, the lower one\s+left\s+12 mm", text)
    assert re.search(r"Bust, the fuller side\s+right\s+not measured", text)
    assert re.search(r"Posture\s+Rounded back\s+Posture\s+Head carried forward", text)
    assert "Please spare the scar under my arm." in text
    assert "The left strap slips. Łucja" in text
    assert "drafted alike on both sides" in text
    assert OVERLEAF in text_of(sheet(replace(design, tailor=TOLD), draft), 0)
    assert "to the tailor" not in text_of(sheet(design, draft)), "no box for nothing"


@pytest.mark.parametrize(
    "notes",
    ["mind the left hip " * 110, "W" * 2000, "y\r\n" * 660],
    ids=["long", "one word", "many lines"],
)
def test_a_note_of_any_length_stands_whole_in_its_frame(notes: str) -> None:
    book = Book(("T-2026-0042/3", ""), "")
    book.y = BOTTOM - 30
    draw_told(book, told({**TOLD, "notes": notes}))
    assert book.y <= BOTTOM, "what follows has its place"
    text = text_of(book.finish("", ""))
    assert Counter("".join(notes.split())) <= Counter(text)
    widest = max(text_width(line, TEXT, 9.5) for line in text.splitlines())
    assert widest <= INSIDE + 1


def test_every_piece_stands_in_the_cutting_list(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    text = text_of(sheet(design, draft))
    for piece in draft.pieces:
        assert piece.code in text
        assert re.search(r"\s+".join(piece.name.split()), text), piece.name
    assert "Cut 2 (1 mirrored) · main" in text


def test_counts_and_cloth_are_for_all_that_are_ordered(dress: tuple[Thawed, Draft]) -> None:
    text = text_of(sheet(*dress, replace(TICKET, quantity=3)))
    assert "Cut 6 (3 mirrored) · main" in text
    assert "4.35 m in all" in text


def test_warnings_and_closures_are_not_left_out(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    warned = replace(draft, warnings=(Remark("dart_split", "The bust dart was split in two."),))
    text = text_of(sheet(design, warned))
    assert "The bust dart was split in two." in text
    assert any(words.startswith("Zip: ") for words in closures(draft))
    for words in closures(draft):
        assert words in text


def test_the_same_strokes_are_the_same_bytes(dress: tuple[Thawed, Draft]) -> None:
    assert sheet(*dress) == sheet(*dress)


def test_a_measure_nobody_has_named_yet_is_printed_all_the_same() -> None:
    strange = FinishedMeasure("cuff_girth", 210.0)
    point = point_of(strange)
    assert (point.label, point.tolerance) == ("Cuff girth", 10.0)
    bust = FinishedMeasure("bust_girth", 990.0)
    assert in_order((strange, bust)) == [bust, strange]


def test_a_waist_in_a_band_is_held_to_less() -> None:
    band = FinishedMeasure("waist_girth", 750.0, 740.0, 10.0, "waistband.waist_ease")
    assert point_of(band).tolerance == 5
    assert point_of(replace(band, ease_parameter="bodice.waist_ease")).tolerance == 8


def test_allowances_name_every_edge_that_has_one() -> None:
    draft = draft_frozen(frozen(PENCIL_SKIRT))
    rows = allowances(draft)
    assert [row.width for row in rows] == sorted((row.width for row in rows), reverse=True)
    hem = next(row for row in rows if row.sort == "hem")
    assert "FS hem" in hem.where
    assert "BS hem" in hem.where
    assert not any("dart" in row.where for row in rows)
    assert next(row for row in rows if row.width == 0).where == "WBI all round"


def test_a_tailor_reads_how_wide_and_long_each_dart_is(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    text = text_of(sheet(design, draft))
    rows = darts(draft)
    assert {(row.piece, row.name) for row in rows} >= {("FB", "bust dart"), ("BS", "dart 1")}
    assert len({(row.piece, row.name) for row in rows}) == len(rows)
    for row in rows:
        assert row.width <= 45 <= row.length
        assert re.search(rf"{row.piece}\s+{row.name}\s+{row.width:.0f}\s+{row.length:.0f}", text)


def test_a_dart_pointed_at_both_ends_stands_in_the_table_too() -> None:
    """Once for both sides, with what it takes in at the waist."""
    spec = next(spec for spec in TEMPLATES if spec.slug == "puff-sleeve-blouse")
    draft = make_draft(spec, {}, complete(HER))
    rows = [row for row in darts(draft) if row.name.startswith("waist dart")]
    assert {row.piece for row in rows} == {"FB", "BB"}
    assert len({(row.piece, row.name) for row in rows}) == len(rows)
    for row in rows:
        dart = draft.piece(row.piece).inner_darts[0]
        assert row.width == pytest.approx(abs(dart.a[:, 0] - dart.b[:, 0]).max(), abs=0.1)
        assert row.length == pytest.approx(dart.a[-1, 1] - dart.a[0, 1], abs=0.1)


def test_no_page_is_left_to_a_few_lines_that_ran_over(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    lines = tuple(Remark("told", f"Remark number {n} of the tailor's to know.") for n in range(9))
    pages = [page.extract_text() for page in PdfReader(
        io.BytesIO(sheet(design, replace(draft, warnings=lines)))).pages]  # fmt: skip
    assert "Remark number 8" in pages[1]
    assert "Finished measures" in pages[1]


def test_a_swatch_shows_the_stripe_that_is_cut(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    plain = replace(design.fabric, second_colour="#ff0000")
    striped = replace(plain, pattern="stripe")
    red = "1 0 0 rg"
    for fabric, shown in ((plain, False), (striped, True)):
        page = PdfReader(io.BytesIO(sheet(replace(design, fabric=fabric), draft))).pages[0]
        content = page.get_contents()
        assert content is not None
        assert (red in content.get_data().decode("latin-1")) == shown


def test_what_is_eased_and_what_closes_it_is_said_once() -> None:
    skirt = draft_frozen(frozen(PENCIL_SKIRT))
    assert eased(skirt) == ["Band: BS and FS eased on to WB by 10 mm"]
    words = closures(skirt)
    assert "Buttons: 1, where the pattern marks it" in words
    opening = float(re.findall(r"\d+", next(line for line in words if line.startswith("Zip")))[0])
    row = next(row for row in bill(skirt, PENCIL_SKIRT, NAVY, {}) if "zip" in row.what)
    zip_length = float(re.findall(r"\d+", row.what)[0])
    assert opening <= zip_length < opening + 75
    assert row.much == "1"


def test_the_bill_tells_cloths_by_length_and_trims_by_number(dress: tuple[Thawed, Draft]) -> None:
    design, draft = dress
    trimmed = replace(draft, trims=(Trim("button", 2, 15.0), Trim("button", 1, 15.0)))
    made = replace(
        design.spec, materials=(Material("lining", "Viscose"), Material("notions", "Thread"))
    )
    rows = bill(trimmed, made, design.fabric, {"main": 1450.0, "lining": 900.0}, 2)
    assert [(row.use, row.what, row.much) for row in rows] == [
        ("Cloth", "Granat Łucja, wool crêpe, 1450 mm wide", "1.45 m each, 2.90 m in all"),
        ("Lining", "Viscose", "0.90 m each, 1.80 m in all"),
        ("Trim", "Button, 15 mm", "6"),
        ("Notions", "Thread", ""),
    ]


def test_the_order_of_work_is_that_of_all_parts_and_of_the_template(
    dress: tuple[Thawed, Draft],
) -> None:
    design, draft = dress
    worked = replace(
        draft, operations=(Operation(20, "Sew the darts."), Operation(95, "Turn up the hem."))
    )
    spec = replace(design.spec, instructions=(Instruction(94, "Let it hang a day."),))
    steps = order_of_work(worked, spec)
    assert steps == ["Sew the darts.", "Let it hang a day.", "Turn up the hem."]
    text = text_of(sheet(replace(design, spec=spec), worked))
    assert [text.index(words) for words in steps] == sorted(text.index(words) for words in steps)
