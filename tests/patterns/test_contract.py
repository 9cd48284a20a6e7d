"""The exports: a draft as the contract's data, and its pieces as SVG in mm."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from patterns.drafting.draft import Refusal, Seam, Side
from patterns.exports.as_json import refusal_to_dict, to_dict, to_line
from patterns.exports.svg import pieces_svg
from tests.patterns.drafts import HALF, LONG, right_draft

SVG = "{http://www.w3.org/2000/svg}"


def test_the_form_has_all_that_the_contract_names() -> None:
    data = to_dict(right_draft())

    assert data["format"] == "draft/1"
    assert set(data) == {
        "format", "style", "kind", "subject", "engine", "body", "estimated", "choices",
        "parameters", "pieces", "seams", "finished", "warnings",
    }  # fmt: skip
    assert data["body"] == {"hip_girth": 960.0, "height": 1650.0}
    assert data["estimated"] == ["height"]
    assert data["parameters"]["cloth"] == "woven"
    assert data["pieces"][1]["cut"] == {"quantity": 2, "mirrored": True}


def test_each_edge_begins_where_the_one_before_it_ends() -> None:
    for piece in to_dict(right_draft())["pieces"]:
        edges = piece["edges"]
        for here, following in zip(edges, [*edges[1:], edges[0]], strict=True):
            assert here["points"][-1] == following["points"][0]


def test_it_is_one_line_of_json_that_reads_back_the_same() -> None:
    data = to_dict(right_draft())
    line = to_line(data)

    assert "\n" not in line
    assert line.isascii()
    assert json.loads(line) == data
    assert line == to_line(to_dict(right_draft()))


def test_coordinates_are_rounded_finer_than_any_check() -> None:
    draft = right_draft()
    piece = draft.piece("FWF")
    third = np.array([[0.0, 0.0], [1 / 3, -1e-9]])
    moved = replace(piece, edges=(replace(piece.edges[0], points=third), *piece.edges[1:]))
    edge = to_dict(replace(draft, pieces=(moved,)))["pieces"][0]["edges"][0]

    assert edge["points"] == [[0.0, 0.0], [0.3333, 0.0]]
    assert math.copysign(1, edge["points"][1][1]) == 1  # and no -0.0


def test_a_ratio_has_six_decimals() -> None:
    gathered = Seam("g", "gather", (Side("FS", "hem"),), (Side("BS", "hem"),), ratio=2 / 3)
    data = to_dict(replace(right_draft(), seams=(gathered,)))

    assert data["seams"][0]["ratio"] == 0.666667


def test_a_figure_that_is_not_finite_is_never_written() -> None:
    draft = replace(right_draft(), parameters={"skirt.hip_ease": math.nan})

    with pytest.raises(ValueError, match="JSON"):
        to_line(to_dict(draft))


def test_a_refusal_stands_in_place_of_the_draft() -> None:
    refusal = Refusal("too_short", "That is very short.", ("height",))

    assert refusal_to_dict(refusal, "pencil-skirt", "157") == {
        "style": "pencil-skirt",
        "subject": "157",
        "refused": {
            "code": "too_short", "message": "That is very short.", "measurements": ["height"],
        },
    }  # fmt: skip


def test_the_svg_is_true_to_scale_and_names_each_piece() -> None:
    root = ElementTree.fromstring(pieces_svg(right_draft()))

    width, height = (float(root.attrib[key].removesuffix("mm")) for key in ("width", "height"))
    assert root.attrib["viewBox"] == f"0 0 {width} {height}"
    text = "".join(root.itertext())
    for piece in right_draft().pieces:
        assert f"{piece.code} · {piece.name}" in text
    scaled = root.findall(f".//{SVG}g[@transform='scale(.01)']")
    assert len(scaled) == len(right_draft().pieces)
    sewing = scaled[1].findall(f"{SVG}polygon")[1].attrib["points"]
    numbers = [float(number) / 100 for number in sewing.split(",")]
    assert max(numbers[0::2]) - min(numbers[0::2]) == HALF
    assert max(numbers[1::2]) - min(numbers[1::2]) == LONG


def test_the_svg_holds_no_style_and_no_script() -> None:
    assert not re.search(r"style=|<style|<script| on\w+=", pieces_svg(right_draft()))
