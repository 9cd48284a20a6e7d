"""`manage.py draft` and `manage.py proof`, as a program or a person would call them."""

from __future__ import annotations

import csv
import json
import math
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from django.core.management import call_command
from django.db import connections

from cms.demo.rows import template_fields
from cms.demo.templates import TEMPLATES
from measurements.beyond_survey import ESTIMATES
from measurements.population import synthetic_women
from patterns.checks import KINDS, Fault, check
from patterns.checks.choosing import pair_sets
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.management.commands.draft import Command as DraftCommand
from patterns.management.commands.pictures import Command as PicturesCommand
from patterns.management.commands.pictures import bodies, coarser
from patterns.management.commands.proof import SEED
from patterns.management.commands.proof import Command as ProofCommand
from patterns.models import PatternTemplate
from tests.patterns import shared_checker

FOUR = {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 1000.0}
SPECS = {spec.slug: spec for spec in TEMPLATES}
Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def published(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both templates as they are offered; a command may not close the test's own database."""
    for spec in TEMPLATES:
        PatternTemplate.objects.create(live=True, **template_fields(spec, ""))
    monkeypatch.setattr(connections, "close_all", lambda: None)


@pytest.fixture
def body(tmp_path: Path) -> Path:
    path = tmp_path / "body.json"
    path.write_text(json.dumps(FOUR))
    return path


def draft(*arguments: object) -> int:
    """Calls the command as a shell would; its exit status."""
    command = DraftCommand()
    try:
        command.run_from_argv(["manage.py", "draft", *map(str, arguments)])
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def refused(capsys: Out, *arguments: object) -> str:
    """The one line that bad input is answered with."""
    assert draft(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    return err


def drafted(capsys: Out, *arguments: object) -> dict[str, Any]:
    assert draft(*arguments) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def test_the_list_names_each_style_and_its_options(capsys: Out) -> None:
    assert draft("--list") == 0
    styles = {style["style"]: style for style in json.loads(capsys.readouterr().out)}

    assert styles["pencil-skirt"]["kind"] == "skirt"
    options = {option["name"]: option for option in styles["sheath-dress"]["options"]}
    shapes = ["jewel", "scoop", "v", "square", "boat", "sweetheart"]
    assert options["neckline"]["values"] == shapes
    assert options["neckline"]["default"] == "scoop"
    depth = options["neck_depth"]
    assert (depth["min"], depth["max"], depth["step"]) == (40, 140, 5)
    assert depth["when"] == {"neckline": ["scoop", "v", "square", "sweetheart"]}
    assert "when" not in options["length"]


def test_a_draft_for_one_body_proves_itself(capsys: Out, body: Path) -> None:
    data = drafted(capsys, "pencil-skirt", "--body", body)

    assert check(data) == []
    assert shared_checker.kinds(data) in (None, set())
    assert data["subject"] is None
    assert data["body"]["hip_girth"] == 1000.0
    assert "waist_to_hip" in data["estimated"]
    assert "hip_girth" not in data["estimated"]


def test_choices_are_set_and_stand_in_the_draft(capsys: Out, body: Path) -> None:
    data = drafted(
        capsys, "pencil-skirt", "--body", body, "--set", "length=720", "--set", "fit=easy"
    )

    assert data["choices"]["length"] == 720.0
    assert data["parameters"]["skirt.length"] == 720.0
    assert data["parameters"]["skirt.hip_ease"] == 75.0


def test_svg_and_pdf_are_written_to_a_file(body: Path, tmp_path: Path) -> None:
    for form, begins in (("svg", b"<svg"), ("pdf", b"%PDF"), ("json", b'{"format":"draft/1"')):
        out = tmp_path / f"skirt.{form}"
        assert draft("pencil-skirt", "--body", body, "--format", form, "--out", out) == 0
        assert out.read_bytes().startswith(begins)


def test_many_bodies_are_drafted_in_row_order(capsys: Out, tmp_path: Path) -> None:
    path = tmp_path / "women.csv"
    rows = synthetic_women(5, 3)
    with path.open("w", newline="") as file:
        names = ["subject", *rows[0], "shoe_size"]
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        for number, row in enumerate(rows):
            writer.writerow({**row, "subject": f"w{number}", "shoe_size": "?", "neck_girth": ""})

    assert draft("pencil-skirt", "--bodies", path) == 0
    drafts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [data["subject"] for data in drafts] == ["w0", "w1", "w2", "w3", "w4"]
    for data, row in zip(drafts, rows, strict=True):
        assert data["body"]["hip_girth"] == row["hip_girth"]
        assert set(data["estimated"]) == {"neck_girth", *ESTIMATES}


def test_a_body_that_cannot_be_drafted_is_refused_and_the_run_goes_on(
    capsys: Out, tmp_path: Path
) -> None:
    path = tmp_path / "women.csv"
    path.write_text(
        "subject,height,bust_girth,waist_girth,hip_girth\n"
        "odd,1680,920,500,1500\n"
        "usual,1680,920,740,1000\n"
    )

    assert draft("pencil-skirt", "--bodies", path) == 0
    odd, usual = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert set(odd) == {"style", "subject", "refused"}
    assert odd["subject"] == "odd"
    assert odd["refused"]["code"]
    assert odd["refused"]["message"]
    assert "hip_girth" in odd["refused"]["measurements"]
    assert usual["format"] == "draft/1"


def test_a_refusal_is_json_whatever_the_format(tmp_path: Path) -> None:
    body, out = tmp_path / "odd.json", tmp_path / "odd.svg"
    body.write_text(json.dumps({**FOUR, "waist_girth": 500, "hip_girth": 1500}))

    assert draft("pencil-skirt", "--body", body, "--format", "svg", "--out", out) == 0
    assert json.loads(out.read_text())["refused"]["code"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no-such-style"], "no-such-style"),
        ([], "Name a style"),
        (["pencil-skirt"], "--body"),
        (["pencil-skirt", "--set", "sleeve=long"], "sleeve"),
        (["pencil-skirt", "--set", "length"], "OPTION=VALUE"),
        (["pencil-skirt", "--set", "length=long"], "number"),
        (["pencil-skirt", "--set", "length=2000"], "not 2000"),
        (["pencil-skirt", "--set", "length=nan"], "nan"),
        (["pencil-skirt", "--set", "fit=tight"], "tight"),
        (["sheath-dress", "--set", "neckline=jewel", "--set", "neck_depth=60"], "Depth"),
        (["pencil-skirt", "--format", "dxf"], "not there yet"),
        (["pencil-skirt", "--format", "png"], "png"),
        (["pencil-skirt", "--body", "nowhere.json"], "nowhere.json"),
        (["pencil-skirt", "--bodies", "nowhere.csv"], "nowhere.csv"),
        (["pencil-skirt", "--colour", "red"], "--colour"),
    ],
)
def test_bad_input_ends_it_with_one_line(
    capsys: Out, arguments: list[str], words: str, body: Path
) -> None:
    given = arguments
    if "--set" in given or "--format" in given:
        given = [*arguments, "--body", str(body)]
    assert words in refused(capsys, *given)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('{"height": 1680, "bust_girth": 920, "waist_girth": 740}', "hip_girth"),
        ('{"height": "tall", "bust_girth": 920, "waist_girth": 740, "hip_girth": 1000}', "height"),
        ('{"height": -5, "bust_girth": 920, "waist_girth": 740, "hip_girth": 1000}', "over 0"),
        ("[1, 2]", "object"),
        ("{", "not JSON"),
    ],
)
def test_a_body_that_cannot_be_read_ends_it(
    capsys: Out, tmp_path: Path, written: str, words: str
) -> None:
    path = tmp_path / "body.json"
    path.write_text(written)

    assert words in refused(capsys, "pencil-skirt", "--body", path)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("subject,height,bust_girth,hip_girth\n1,1680,920,1000\n", "waist_girth"),
        ("height,bust_girth,waist_girth,hip_girth\n1680,920,,1000\n", "line 2: waist_girth"),
        ("height,bust_girth,waist_girth,hip_girth\n1680,920,wide,1000\n", "wide"),
    ],
)
def test_rows_that_cannot_be_read_end_it_before_the_first_is_drafted(
    capsys: Out, tmp_path: Path, written: str, words: str
) -> None:
    path = tmp_path / "women.csv"
    path.write_text(written)

    assert words in refused(capsys, "pencil-skirt", "--bodies", path)


def test_a_style_that_is_not_published_is_not_there(capsys: Out, body: Path) -> None:
    PatternTemplate.objects.filter(slug="pencil-skirt").update(live=False)

    assert "pencil-skirt" in refused(capsys, "pencil-skirt", "--body", body)
    assert draft("--list") == 0
    assert "pencil-skirt" not in capsys.readouterr().out


def proved(capsys: Out, *arguments: object) -> tuple[int, str]:
    """The proof's exit status, and what it printed."""
    status = 0
    try:
        ProofCommand().run_from_argv(
            ["manage.py", "proof", *map(str, arguments), "--processes", "1"]
        )
    except SystemExit as ended:
        status = int(ended.code or 0)
    return status, capsys.readouterr().out


def test_the_proof_tells_what_it_drafted(capsys: Out) -> None:
    spec = SPECS["pencil-skirt"]
    status, told = proved(capsys, "pencil-skirt", "--women", 3, "--pairs", 2, "--sets", 4)

    pairs = len(pair_sets(spec, SEED).sets)
    assert status == 0
    assert f"3 women × (defaults + 4 sets at random), 2 × {pairs} sets for all pairs" in told
    assert f"pencil-skirt: {3 * 5 + 2 * pairs} drafts, 0 faulty" in told
    assert "refused 0.00% (at most 0.2%)" in told
    assert "by check:" in told
    for kind in KINDS:
        assert f"  {kind} " in told


def test_the_proof_makes_up_larger_women_too(capsys: Out) -> None:
    status, told = proved(capsys, "pencil-skirt", "--women", "larger:3", "--pairs", 0)

    assert status == 0
    assert "pencil-skirt: 3 drafts, 0 faulty" in told
    assert "(at most 2.0%)" in told


def test_the_proof_reads_women_from_a_file(capsys: Out, tmp_path: Path) -> None:
    path = tmp_path / "women.csv"
    path.write_text("subject,height,bust_girth,waist_girth,hip_girth\nanna,1680,920,740,1000\n")

    status, told = proved(capsys, "pencil-skirt", "--women", path, "--pairs", 0)
    assert status == 0
    assert "pencil-skirt: 1 drafts" in told


def test_the_proof_fails_on_a_fault_and_on_too_many_refusals(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "women.csv"
    path.write_text("height,bust_girth,waist_girth,hip_girth\n1680,920,500,1500\n")
    status, told = proved(capsys, "pencil-skirt", "--women", path, "--pairs", 0)
    assert status == 1
    assert "refused 100.00%" in told

    monkeypatch.setattr(
        "patterns.checks.proving.check", lambda data: [Fault("seam lengths", "too long")]
    )
    status, told = proved(capsys, "pencil-skirt", "--women", 2, "--pairs", 0)
    assert status == 1
    assert "2 faulty, 2 faults" in told
    assert "too long" in told


@pytest.mark.parametrize(
    "arguments",
    [[], ["no-such-style"], ["pencil-skirt", "--women", "nowhere.csv"],
     ["pencil-skirt", "--women", "0"]],
)  # fmt: skip
def test_a_proof_of_nothing_ends_with_status_2(capsys: Out, arguments: list[str]) -> None:
    assert proved(capsys, *arguments)[0] == 2


def test_the_pictures_are_a_sheet_for_each_body_and_a_page_that_lists_them(
    capsys: Out, tmp_path: Path
) -> None:
    call_command(PicturesCommand(), out=tmp_path)

    page, told = (tmp_path / "README.md").read_text(), capsys.readouterr().out
    for slug, spec in SPECS.items():
        assert spec.name in page
        for name, body in bodies().items():
            try:
                pieces = make_draft(spec, {}, body).pieces
            except Refusal as refusal:
                assert f"{slug}, {name}: refused: {refusal.message}" in told  # noqa: PT017
                continue
            drawn = (tmp_path / slug / f"{name}.svg").read_text()
            text = "".join(ElementTree.fromstring(drawn).itertext())
            assert all(f"{piece.code} · " in text for piece in pieces)
            assert len(drawn) < 120_000
    assert "size-40: refused" not in told


def test_a_coarser_drawing_keeps_its_corners_and_its_shape() -> None:
    curve = ",".join(
        f"{round(1e4 * math.cos(a / 99))},{round(1e4 * math.sin(a / 99))}" for a in range(99)
    )
    drawn = coarser(f'<polygon points="{curve},0,0"/><polygon points="0,0,9,0,9,9"/>')

    (first, second) = re.findall(r'points="([^"]+)"', drawn)
    points = np.array(first.split(","), dtype=float).reshape(-1, 2)
    assert len(points) < 30
    assert np.hypot(*points[:-1].T) == pytest.approx(1e4, abs=2)
    assert (points[-1] == 0).all()
    assert second == "0,0,9,0,9,9"
