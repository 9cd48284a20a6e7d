"""Contact sheets: every choice is in one, to one scale, as picture and as SVG."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from cms.demo.rows import template_fields
from cms.demo.templates import TEMPLATES
from patterns.management.commands.contact_sheets import (
    NOT_GIVEN,
    UNSEEN,
    WOMEN,
    bodies,
    box_of,
    on_bodies,
    sheet,
    with_choices,
)  # fmt: skip
from patterns.models import PatternTemplate

SPEC = next(spec for spec in TEMPLATES if spec.slug == "pencil-skirt")


def test_each_woman_is_drawn_from_both_sides() -> None:
    cells = list(on_bodies(SPEC))
    assert [cell.label for cell in cells] == [
        f"{who}, {view}" for who in WOMEN for view in ("front", "back")
    ]
    assert all(cell.svg for cell in cells)


def test_every_choice_of_every_option_is_there_and_a_refusal_is_told() -> None:
    cells = list(with_choices(SPEC, bodies()["average"]))
    assert len(cells) == sum(len(option.ends) for option in SPEC.options)
    assert all(cell.svg or "refused" in cell.label for cell in cells)


@lru_cache
def labels(slug: str) -> dict[str, bool]:
    """The cells of a template's options: what stands below each, and whether it is drawn from behind."""
    spec = next(spec for spec in TEMPLATES if spec.slug == slug)
    return {
        cell.label: 'data-view="back"' in cell.svg
        for cell in with_choices(spec, bodies()["average"])
    }


def test_lengths_are_in_cm_and_a_choice_that_shows_nowhere_says_so() -> None:
    found = labels("pencil-skirt")
    assert "Length from the waist\n45 cm" in found
    assert f"Lining\nyes\n{UNSEEN}" in found
    assert not any(UNSEEN in label for label in found if label.startswith(("Waist", "Length")))
    assert any(label.startswith("Fit\nClose\nwaist +0.5, hip +3") for label in found)
    assert f"Lining\nyes\n{UNSEEN}" in labels("qipao")  # its collar stands before it


def test_a_choice_is_seen_from_where_it_shows() -> None:
    found = labels("sheath-dress")
    assert found["Shaped at the elbow\nyes\nSleeves: Long"]
    assert found["Zip\nDown the back"]
    assert not found["Neckline\nScoop"]
    assert found["Length from the waist\n100 cm\nwith a vent, to walk in"]


def test_a_row_is_no_higher_than_its_highest_drawing() -> None:
    short, long = list(with_choices(SPEC, bodies()["average"]))[:2]
    one, _ = sheet([short] * 3)
    two, _ = sheet([short, long])
    rows, _ = sheet([short] * 20 + [long])
    assert one.height <= two.height
    assert rows.height < 3 * two.height


def test_a_sheet_shows_its_drawings_to_one_scale() -> None:
    cells = list(with_choices(SPEC, bodies()["average"]))[:4]
    picture, svg = sheet(cells)
    root = ElementTree.fromstring(svg)
    inner = root.findall("{http://www.w3.org/2000/svg}svg")
    scales = {round(float(each.attrib["width"]) / box_of(cell.svg)[0], 2)
              for each, cell in zip(inner, cells, strict=True)}  # fmt: skip
    assert len(scales) == 1
    assert root.attrib["viewBox"] == f"0 0 {picture.width} {picture.height}"


@pytest.mark.django_db
def test_the_command_keeps_picture_and_svg_and_says_what_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="No published template"):
        call_command("contact_sheets", "no-such", out=tmp_path)
    PatternTemplate.objects.create(live=True, **template_fields(SPEC, "A skirt"))
    call_command("contact_sheets", SPEC.slug, out=tmp_path)
    assert f"{SPEC.slug}-bodies: 10 drawings" in capsys.readouterr().out
    for name in (f"{SPEC.slug}-bodies", f"{SPEC.slug}-options"):
        picture = Image.open(tmp_path / f"{name}.png")
        svg = gzip.decompress((tmp_path / f"{name}.svgz").read_bytes())
        assert (
            ElementTree.fromstring(svg).attrib["viewBox"] == f"0 0 {picture.width} {picture.height}"
        )
        assert picture.mode == "P"


def test_a_cell_says_what_her_draft_made_otherwise_or_added_unasked() -> None:
    found = labels("sheath-dress")
    assert "Length from the waist\n100 cm\nwith a vent, to walk in" in found
    assert "Length from the waist\n45 cm" in found
    assert "Where the shaping sits\nAt the side\npart of the dart put elsewhere" in found
    assert "Where the shaping sits\nAll at the waist" in found
    assert "Where the shaping sits\nAt the side\ndarts split to suit her" in labels("qipao")


def test_a_choice_that_her_draft_could_not_carry_out_is_told() -> None:
    spec = next(spec for spec in TEMPLATES if spec.slug == "qipao")
    cells = with_choices(spec, bodies()["plus size"])
    assert any(NOT_GIVEN in cell.label for cell in cells)
