"""SVG drawn as lines: the same shapes, at the size asked for."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from patterns.exports.pdf_paper import new_canvas
from patterns.exports.pdf_svg import draw_svg


def code_of(svg: str) -> str:
    target = io.BytesIO()
    canvas = new_canvas(target, title="t", subject="s")
    draw_svg(canvas, svg, 0, 0, 100, 100)
    canvas.showPage()
    canvas.save()
    contents = PdfReader(target).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode()


def drawing(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2 l3 4 H7 v1 z", ["1 2 m", "4 6 l", "7 6 l", "7 7 l", "h"]),
        ("M0 0 C1 1 2 1 3 0 S5 -1 6 0", ["1 1 2 1 3 0 c", "4 -1 5 -1 6 0 c"]),
        ("M0 0 q3 3 6 0", ["2 2 4 2 6 0 c"]),
        ("M1 1 2 2 3 1", ["2 2 l", "3 1 l"]),
        ("M0 0 A5 5 0 0 1 5 5", ["5 5 c"]),
    ],
)
def test_path_data_of_every_kind(data: str, expected: list[str]) -> None:
    code = code_of(drawing(f'<path d="{data}" fill="none" stroke="#000"/>'))
    for words in expected:
        assert words in code


def test_groups_hand_down_what_they_say() -> None:
    code = code_of(
        drawing('<g stroke="#f00" fill="none" stroke-width="2"><path d="M0 0L1 1"/></g>')
    )
    assert "1 0 0 RG" in code
    assert "2 w" in code


def test_short_colours_and_none() -> None:
    code = code_of(drawing('<rect width="2" height="2" fill="#fff" stroke="none"/>'))
    assert "1 1 1 rg" in code
    assert " S\n" not in code


def test_a_clip_is_kept() -> None:
    code = code_of(
        drawing(
            '<clipPath id="c"><rect width="5" height="5"/></clipPath>'
            '<g clip-path="url(#c)"><path d="M0 0L9 9" stroke="#000"/></g>'
        )
    )
    assert "0 0 5 5 re W* n" in code


def test_what_is_only_defined_or_cannot_be_drawn_is_left_out() -> None:
    code = code_of(
        drawing(
            '<title>A dress</title><defs><path d="M7 7L8 8" stroke="#000"/></defs>'
            '<rect width="4" height="4" fill="url(#twill)"/>'
        )
    )
    assert "7 7 m" not in code
    assert "re" not in code.split()


def test_a_broken_path_is_said_aloud() -> None:
    with pytest.raises(ValueError, match="too early"):
        code_of(drawing('<path d="M1 2 L3" stroke="#000"/>'))
