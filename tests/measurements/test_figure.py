"""The drawn body: hers in breadth and height, smooth at every body, nothing that could clash."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from math import acos, degrees, hypot
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pytest

from measurements.body import Body
from measurements.figure import (
    View,
    drawing,
    figure_for,
)
from measurements.figure.build import OWN, breadth
from measurements.figure.curves import Curve, Profile, number, spline
from measurements.figure.drawing import body_curves
from measurements.figure.limbs import arm_curves, foot_lines
from measurements.figure.proportions import DEPTH, NAVEL_OVER_WAIST
from measurements.figure.side import DEPTH_OF, side_of, side_outline
from measurements.figure.side_limbs import side_arm
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete

ROOT: Final = Path(__file__).resolve().parents[2]
SURVEY: Final = ROOT.parent / "shared" / "data" / "women_1988.csv"
VIEWS: Final[tuple[View, ...]] = ("front", "back", "side")

BODIES: Final = {
    "average": {"height": 1628, "bust_girth": 903, "waist_girth": 723, "hip_girth": 965},
    "small": {"height": 1470, "bust_girth": 790, "waist_girth": 610, "hip_girth": 840},
    "tall": {"height": 1860, "bust_girth": 930, "waist_girth": 740, "hip_girth": 1010},
    "plus": {"height": 1640, "bust_girth": 1360, "waist_girth": 1180, "hip_girth": 1420},
    "full-bellied": {"height": 1600, "bust_girth": 1080, "waist_girth": 1040, "hip_girth": 1060},
}


@pytest.fixture(params=list(BODIES), scope="module")
def body(request: pytest.FixtureRequest) -> Body:
    return complete({name: float(value) for name, value in BODIES[request.param].items()})


@cache
def many() -> tuple[Body, ...]:
    """The survey's women where they stand beside the checkout, women drawn from its figures, larger
    women, and the ends of what is drawn: hips to 1600 and heights from 1400 to 1950."""
    return tuple(_many())


def _many() -> Iterator[Body]:
    if SURVEY.exists():
        with SURVEY.open(newline="") as opened:
            for row in csv.DictReader(opened):
                yield Body({name: float(value) for name, value in row.items() if _is_number(value)})
    for woman in (*synthetic_women(60, seed=3), *larger_women(200, seed=7)):
        yield Body(woman)
    for height, hip, share in product(
        (1400.0, 1650.0, 1950.0), (800.0, 1200.0, 1600.0), (0.7, 0.98)
    ):
        waist = share * hip
        bust = 0.5 * waist + 0.46 * hip
        yield complete(
            {"height": height, "bust_girth": bust, "waist_girth": waist, "hip_girth": hip}
        )


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", text))


Array = npt.NDArray[np.float64]


def points_of(curve: Curve, steps: int = 6) -> Array:
    """Points along a curve, ends included."""
    cubics = np.array(curve)
    t = (np.arange(steps) / steps)[None, :, None]
    a, b, c, d = (cubics[:, i, None] for i in range(4))
    u = 1 - t
    whole: Array = (u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d).reshape(-1, 2)
    return np.vstack([whole, cubics[-1, 3][None]])


def crosses_itself(points: Array) -> bool:
    a, b = points[:-1], points[1:]
    way = b - a

    def side(of: Array) -> Array:
        dx, dy = of[None, :, 0] - a[:, None, 0], of[None, :, 1] - a[:, None, 1]
        turned: Array = way[:, None, 0] * dy - way[:, None, 1] * dx
        return turned

    parted = side(a) * side(b) < 0
    number = np.arange(len(a))
    apart = np.abs(number[:, None] - number[None]) > 1
    apart[0, -1] = apart[-1, 0] = False
    return bool((parted & parted.T & apart).any())


def sharpest(points: Array) -> float:
    """The greatest turn from one step to the next, degrees; steps under 0.3 mm left out."""
    steps = np.diff(points, axis=0)
    steps = steps[np.hypot(steps[:, 0], steps[:, 1]) > 0.3]
    angle = np.arctan2(steps[:, 1], steps[:, 0])
    turned = (np.diff(angle) + np.pi) % (2 * np.pi) - np.pi
    return float(np.degrees(np.abs(turned)).max())


def test_no_outline_of_any_woman_crosses_itself() -> None:
    for woman in many():
        figure = figure_for(woman)
        side = side_of(figure)
        front, rear = body_curves(figure, "front"), body_curves(figure, "back")
        right = [*front.neck, *front.side]  # the left is the same, and neither crosses the centre
        for curve in (front.arm, right, rear.side, side_outline(side), side_arm(side).arm):
            points = points_of(curve, 3)
            assert np.isfinite(points).all()
            assert not crosses_itself(points), dict(woman)


def test_a_line_that_does_cross_itself_would_be_found() -> None:
    eight = spline([(0.0, 0.0), (100.0, 100.0), (200.0, 0.0), (100.0, -40.0), (20.0, 90.0)])
    assert crosses_itself(points_of(eight))


def test_no_line_of_any_woman_has_a_kink() -> None:
    for woman in many():
        figure = figure_for(woman)
        lv, side, arm = figure.levels, side_of(figure), arm_curves(figure)
        for curve in (
            figure.outer.curve(lv["axilla"], lv["ankle"]),
            figure.inner.curve(lv["crotch"], lv["ankle"]),
            side.front.curve(side.pit[1], lv["ankle"]),
            side.back.curve(side.nape[1], lv["ankle"]),
            arm.neck,
            arm.outer,
        ):
            assert sharpest(points_of(curve, 12)) < 15, dict(woman)


def test_levels_stand_in_order_on_every_woman() -> None:
    order = (
        "chin", "axilla", "bust", "underbust", "waist", "navel", "hip", "crotch", "thigh", "knee",
        "calf", "ankle", "floor",
    )  # fmt: skip
    for woman in many():
        levels = figure_for(woman).levels
        heights = [levels[name] for name in order]
        assert heights == sorted(heights)


def test_breadths_are_hers_on_every_woman() -> None:
    for woman in many():
        figure = figure_for(woman)
        lv = figure.levels
        for level in ("bust", "hip"):
            expected = breadth(level, woman[f"{level}_girth"], woman["height"])
            assert 2 * figure.half_at(lv[level]) == pytest.approx(expected, abs=0.5)
        assert figure.half_at(lv["waist"]) == pytest.approx(figure.halves["waist"], abs=0.5)
        for level, within in (("thigh", 0.13), ("knee", 0.03), ("calf", 0.03), ("ankle", 0.01)):
            drawn_so = figure.outer.at(lv[level]) - figure.inner.at(lv[level])
            assert drawn_so == pytest.approx(OWN[level] * woman[f"{level}_girth"], rel=within)
        arm = figure.arm
        for half, level in (
            (arm.upper, "upper_arm"),
            (arm.at_elbow, "elbow"),
            (arm.at_wrist, "wrist"),
        ):
            assert 2 * half == pytest.approx(OWN[level] * woman[f"{level}_girth"])
        assert 2 * figure.neck_half == pytest.approx(OWN["neck"] * woman["neck_girth"])


def test_depths_are_hers_on_every_woman() -> None:
    for woman in many():
        figure = figure_for(woman)
        side, height = side_of(figure), woman["height"]
        for level, girth in (
            ("bust", woman["bust_girth"]), ("navel", woman["waist_girth"] * NAVEL_OVER_WAIST),
            ("hip", woman["hip_girth"]),
        ):  # fmt: skip
            a, b = DEPTH[level]
            y = figure.levels[level]
            assert side.front.at(y) - side.back.at(y) == pytest.approx(
                height * a + b * girth, abs=0.5
            )


def test_what_is_our_own_of_breadth_and_depth_goes_about_as_far_round_as_her_girth() -> None:
    for level in ("neck", "thigh", "knee", "calf", "ankle"):
        a, b = OWN[level] / 2, DEPTH_OF[level] / 2
        # Ramanujan's girth of an ellipse
        assert np.pi * (3 * (a + b) - ((3 * a + b) * (a + 3 * b)) ** 0.5) == pytest.approx(
            1, abs=0.05
        )


def test_every_woman_has_calves_fullest_at_seven_tenths_of_her_knees_height() -> None:
    for woman in many():
        figure = figure_for(woman)
        knee, ankle = figure.levels["knee"], figure.levels["ankle"]
        heights = np.linspace(knee + 0.05 * (ankle - knee), ankle, 60)
        wide = [figure.outer.at(y) - figure.inner.at(y) for y in heights]
        fullest = woman["height"] - heights[int(np.argmax(wide))]
        if woman["calf_girth"] > 0.93 * woman["knee_girth"]:
            assert fullest == pytest.approx(0.70 * woman["knee_height"], rel=0.06), dict(woman)


def test_legs_never_cross_the_centre_nor_each_other() -> None:
    for woman in many():
        figure = figure_for(woman)
        heights = np.linspace(figure.levels["crotch"], figure.levels["ankle"], 41)
        assert all(0 < figure.inner.at(y) < figure.outer.at(y) for y in heights)


def test_the_arm_hangs_beside_her_and_rests_on_her_only_where_she_is_broad() -> None:
    for woman in many():
        figure = figure_for(woman)
        below = figure.levels["axilla"] + 25
        inner = points_of(arm_curves(figure).inner)
        deepest = max(figure.half_at(y) - x for x, y in inner if y > below)
        slim = woman["hip_girth"] < 0.60 * woman["height"]
        assert deepest < (14 if slim else 2.2 * figure.arm.upper)


def turns(curve: Curve) -> list[float]:
    """The angle between each stretch's end and the next one's start, degrees."""
    found = []
    for (_, _, c, d), (a, b, _, _) in pairwise(curve):
        u, v = (d[0] - c[0], d[1] - c[1]), (b[0] - a[0], b[1] - a[1])
        lengths = hypot(*u) * hypot(*v)
        if lengths > 1e-6:
            found.append(degrees(acos(max(-1, min(1, (u[0] * v[0] + u[1] * v[1]) / lengths)))))
    return found


def test_stretches_run_on_into_each_other(body: Body) -> None:
    figure = figure_for(body)
    arm = arm_curves(figure)
    for curve in (
        figure.outer.curve(figure.levels["axilla"], figure.levels["ankle"]),
        figure.inner.curve(figure.levels["crotch"], figure.levels["ankle"]),
        [*arm.neck, *arm.outer, *arm.hand, *arm.inner],
        foot_lines(figure, "front"),
        foot_lines(figure, "back"),
    ):
        assert max(turns(curve)) < 1.0


def test_heights_are_hers(body: Body) -> None:
    levels = figure_for(body).levels
    assert levels["waist"] == pytest.approx(body["height"] - body["waist_height"])
    assert levels["hip"] - levels["waist"] == pytest.approx(body["waist_to_hip"])
    assert levels["knee"] == pytest.approx(body["height"] - body["knee_height"])


def test_a_full_belly_shows_from_the_side() -> None:
    bodies = {name: complete({k: float(v) for k, v in of.items()}) for name, of in BODIES.items()}
    ahead = {}
    for name in ("average", "full-bellied"):
        side = side_of(figure_for(bodies[name]))
        lv = side.figure.levels
        ahead[name] = side.front.at(lv["navel"]) - side.front.at(lv["bust"])
    assert ahead["full-bellied"] > 0 > ahead["average"]


def test_the_same_body_gives_the_same_drawing(body: Body) -> None:
    again = Body(dict(body.values_by_name), dict(body.errors))
    for view in VIEWS:
        one = drawing(figure_for(body), view, prefix="a-")
        figure_for.cache_clear()
        assert drawing(figure_for(again), view, prefix="a-") == one


def test_a_figure_needs_no_more_than_four_measurements() -> None:
    figure = figure_for(Body({k: float(v) for k, v in BODIES["average"].items()}))
    assert figure.halves["waist"] < figure.halves["bust"] < figure.halves["hip"]
    assert "nan" not in drawing(figure, "side")


def test_a_profile_moves_as_smoothly_as_its_stations() -> None:
    before = None
    for step in range(201):
        x = 18.0 + 0.05 * step  # past both neighbours, where an extremum comes and goes
        profile = Profile([(10, 0), (20, 10), (x, 20), (24, 30), (12, 50)])
        now = [profile.at(y / 2) for y in range(100)]
        if before is not None:
            assert max(abs(a - b) for a, b in zip(now, before, strict=True)) < 0.12
        before = now


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
