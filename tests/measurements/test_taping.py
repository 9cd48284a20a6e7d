"""The tape's pictures: it lies on her, ends at her edge, and many stand on one page."""

from __future__ import annotations

from xml.etree import ElementTree

import cairosvg
import pytest

from measurements.body import Body
from measurements.charts import CHARTS, DEMO_CHART, STOCK_BODY, size_body
from measurements.definitions import DEFINITIONS
from measurements.statistics import complete
from measurements.taping import picture, sheet, stage_for, tape_for, taping_picture
from measurements.taping.rules import RULES
from measurements.taping.stage import Stage, sampled

SVG = "{http://www.w3.org/2000/svg}"
BODIES = {
    "stock": STOCK_BODY,
    "large": complete(
        {"height": 1600.0, "bust_girth": 1340.0, "waist_girth": 1220.0, "hip_girth": 1400.0}
    ),
    "tall": complete(
        {"height": 1860.0, "bust_girth": 860.0, "waist_girth": 660.0, "hip_girth": 960.0}
    ),
    "small": complete(
        {"height": 1450.0, "bust_girth": 800.0, "waist_girth": 640.0, "hip_girth": 860.0}
    ),
}
HANGS_FREE = {"inside_leg_length", "nape_to_knee"}  # between her legs
NEAR = 5.0  # mm on the figure
AT_HER_EDGE = {
    *(name for name in DEFINITIONS if name.endswith("_girth")), "shoulder_length", "shoulder_slope",
    "biacromial_breadth", "outer_arm_length", "total_crotch_length",
}  # fmt: skip
"""Those whose tape begins and ends where she does; the others run over her, or stand beside her."""


@pytest.fixture(params=BODIES, scope="module")
def body(request: pytest.FixtureRequest) -> Body:
    return BODIES[request.param]


def stage_of(name: str, body: Body) -> Stage:
    return stage_for(body, DEFINITIONS[name].view, name == "seated_rise")


def test_every_measurement_has_its_tape() -> None:
    assert set(RULES) == set(DEFINITIONS)


@pytest.mark.parametrize("name", sorted(AT_HER_EDGE))
def test_the_tape_ends_at_her_edge(name: str, body: Body) -> None:
    stage = stage_of(name, body)
    for end in tape_for(name, stage).ends:
        assert stage.off_edge(end) < NEAR


@pytest.mark.parametrize("name", sorted(set(DEFINITIONS) - AT_HER_EDGE))
def test_the_tape_lies_on_her_or_stands_beside_her(name: str, body: Body) -> None:
    stage = stage_of(name, body)
    tape = tape_for(name, stage)
    if tape.extra:
        return  # a shoe
    for curve in tape.seen:
        for x, y in sampled(curve):
            assert -0.03 * stage.figure.height <= y <= 1.04 * stage.figure.height
            if name not in HANGS_FREE:
                assert _within(stage, x, y) is not tape.stands
    for a, b in tape.guides:  # a rod's thin line leads to her
        assert a[1] == pytest.approx(b[1])


def _within(stage: Stage, x: float, y: float) -> bool:
    """Whether a point lies on the drawn figure, a hair's breadth of its edge included."""
    if stage.off_edge((x, y)) < NEAR:
        return True
    inside = False
    for shape in stage.shapes:
        if shape.fill == "none" or shape.opacity < 1:
            continue
        points = sampled(shape.curve)
        crossings = 0
        for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
        inside = inside or crossings % 2 == 1
    return inside


def test_a_girth_is_seen_in_front_and_dashed_behind(body: Body) -> None:
    for name in DEFINITIONS:
        if not name.endswith("_girth") or name == "armscye_girth":
            continue
        tape = tape_for(name, stage_of(name, body))
        (seen,), (hidden,) = tape.seen, tape.hidden
        assert seen[0][0] == hidden[0][0]
        assert seen[-1][3] == hidden[-1][3]


@pytest.mark.parametrize("name", DEFINITIONS)
def test_each_picture_is_small_has_words_and_no_ids(name: str, body: Body) -> None:
    drawn = picture(name, body)
    assert len(drawn) < 12 * 1024 + 512
    root = ElementTree.fromstring(drawn)
    assert DEFINITIONS[name].label in (root.findtext(f"{SVG}title") or "")
    assert root.findtext(f"{SVG}desc") == DEFINITIONS[name].how
    for element in root.iter():
        assert "id" not in element.attrib
        assert "style" not in element.attrib
    assert "nan" not in drawn


def test_a_printer_s_program_draws_them_too() -> None:
    for name in ("bust_girth", "nape_to_knee", "seated_rise", "heel_height"):
        assert cairosvg.svg2png(picture(name, STOCK_BODY).encode())[1:4] == b"PNG"


def test_the_sheet_has_them_all() -> None:
    root = ElementTree.fromstring(sheet(STOCK_BODY))
    labels = {text.text for text in root.iter(f"{SVG}text")}
    assert labels == {definition.label for definition in DEFINITIONS.values()}


def test_the_picture_shows_every_required_measurement() -> None:
    for size in CHARTS[DEMO_CHART].sizes:
        drawn = ElementTree.fromstring(taping_picture(size_body(DEMO_CHART, size)))
        words = {element.text for element in drawn.iter(f"{SVG}text")}
        assert words == {"Bust", "Waist", "Hip", "Height"}
        assert not any("style" in element.attrib for element in drawn.iter())
