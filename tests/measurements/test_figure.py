"""The drawn body: hers in breadth and height, smooth at every body, nothing that could clash."""

from __future__ import annotations

import re
from itertools import pairwise
from math import acos, degrees, hypot

import pytest

from measurements.body import Body
from measurements.figure import drawing, figure_for
from measurements.figure.build import breadth
from measurements.figure.curves import Curve, Profile, number, spline
from measurements.figure.limbs import arm_lines, foot_lines, hand_lines
from measurements.statistics import complete

BODIES = {
    "average": {"height": 1628, "bust_girth": 903, "waist_girth": 723, "hip_girth": 965},
    "small": {"height": 1470, "bust_girth": 790, "waist_girth": 610, "hip_girth": 840},
    "tall": {"height": 1860, "bust_girth": 930, "waist_girth": 740, "hip_girth": 1010},
    "plus": {"height": 1640, "bust_girth": 1360, "waist_girth": 1180, "hip_girth": 1420},
    "full-bellied": {"height": 1600, "bust_girth": 1080, "waist_girth": 1040, "hip_girth": 1060},
}


@pytest.fixture(params=list(BODIES), scope="module")
def body(request: pytest.FixtureRequest) -> Body:
    return complete({name: float(value) for name, value in BODIES[request.param].items()})


def test_breadths_at_bust_and_hip_are_the_survey_s(body: Body) -> None:
    figure = figure_for(body)
    for level in ("bust", "hip"):
        expected = breadth(level, body[f"{level}_girth"], body["height"])
        assert 2 * figure.half_at(figure.levels[level]) == pytest.approx(expected, abs=0.5)


def test_heights_are_hers(body: Body) -> None:
    levels = figure_for(body).levels
    assert levels["waist"] == pytest.approx(body["height"] - body["waist_height"])
    assert levels["hip"] - levels["waist"] == pytest.approx(body["waist_to_hip"])
    assert levels["knee"] == pytest.approx(body["height"] - body["knee_height"])


def test_levels_stand_in_order(body: Body) -> None:
    levels = figure_for(body).levels
    order = (
        "chin",
        "axilla",
        "bust",
        "underbust",
        "waist",
        "navel",
        "hip",
        "crotch",
        "thigh",
        "knee",
        "calf",
        "ankle",
        "floor",
    )
    heights = [levels[name] for name in order]
    assert heights == sorted(heights)


def turns(curve: Curve) -> list[float]:
    """The angle between each stretch's end and the next one's start, degrees."""
    found = []
    for (_, _, c, d), (a, b, _, _) in pairwise(curve):
        u, v = (d[0] - c[0], d[1] - c[1]), (b[0] - a[0], b[1] - a[1])
        lengths = hypot(*u) * hypot(*v)
        if lengths > 1e-6:
            found.append(degrees(acos(max(-1, min(1, (u[0] * v[0] + u[1] * v[1]) / lengths)))))
    return found


def test_every_line_is_smooth(body: Body) -> None:
    figure = figure_for(body)
    arm_out, arm_in = arm_lines(figure)
    for curve in (
        figure.outer.curve(figure.levels["axilla"], figure.levels["ankle"]),
        figure.inner.curve(figure.levels["crotch"], figure.levels["ankle"]),
        arm_out,
        arm_in,
        hand_lines(figure),
        foot_lines(figure),
    ):
        assert max(turns(curve)) < 1.0


def test_legs_never_cross_the_centre_nor_each_other(body: Body) -> None:
    figure = figure_for(body)
    top, bottom = figure.levels["crotch"], figure.levels["ankle"]
    for step in range(41):
        y = top + (bottom - top) * step / 40
        assert 0 < figure.inner.at(y) < figure.outer.at(y)


def test_the_same_body_gives_the_same_drawing(body: Body) -> None:
    again = Body(dict(body.values_by_name), dict(body.errors))
    for view in ("front", "back"):
        one = drawing(figure_for(body), view, prefix="a-")
        figure_for.cache_clear()
        assert drawing(figure_for(again), view, prefix="a-") == one


def test_ids_bear_the_prefix_and_no_style_is_inline(body: Body) -> None:
    text = drawing(figure_for(body), "front", prefix="x7-")
    assert all(name.startswith("x7-") for name in re.findall(r'id="([^"]*)"', text))
    assert set(re.findall(r"url\(#([^)]*)\)", text)) <= set(re.findall(r'id="([^"]*)"', text))
    assert "style=" not in text
    assert "nan" not in text


def test_a_figure_needs_no_more_than_four_measurements() -> None:
    figure = figure_for(Body({k: float(v) for k, v in BODIES["average"].items()}))
    assert figure.halves["waist"] < figure.halves["bust"] < figure.halves["hip"]


def test_a_profile_passes_its_stations_and_never_overshoots() -> None:
    profile = Profile([(10, 0), (30, 10), (30, 20), (5, 50)])
    assert [profile.at(y) for y in (0, 10, 20, 50)] == pytest.approx([10, 30, 30, 5])
    assert max(profile.at(y / 2) for y in range(100)) <= 30 + 1e-9


def test_a_profile_s_stretch_is_the_same_curve() -> None:
    profile = Profile([(10, 0), (30, 10), (22, 20), (5, 50)])
    for a, b, c, d in profile.curve(4, 37):
        middle = ((a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8)
        assert profile.at(middle[1]) == pytest.approx(middle[0], abs=1e-6)


def test_a_spline_passes_its_points() -> None:
    points = [(0.0, 0.0), (10.0, 4.0), (12.0, 30.0), (-4.0, 31.0)]
    curve = spline(points)
    assert [curve[0][0], *[piece[3] for piece in curve]] == points


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (-0.04, "0"), (2.55001, "2.6"), (-12.34, "-12.3")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
