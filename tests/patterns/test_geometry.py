"""Curves are as long as they say, and stay so however they are cut, turned or mirrored."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from patterns.drafting.geometry import Cubic, Line, Path, Point, reflect, rotate
from patterns.drafting.solving import NoRootError, Reading, reconcile, root

coordinate = st.floats(-500, 500)
points = st.tuples(coordinate, coordinate)
shares = st.floats(0.02, 0.98)


@st.composite
def gentle_cubics(draw: st.DrawFn) -> Cubic:
    """Curves as garments have them: handles ahead of their ends, bends of at most 60° a side."""
    a, d = draw(points), draw(points)
    chord = math.dist(a, d)
    assume(chord > 20)
    way = ((d[0] - a[0]) / chord, (d[1] - a[1]) / chord)
    leaving = rotate(way, (0, 0), draw(st.floats(-60, 60)))
    arriving = rotate(way, (0, 0), draw(st.floats(-60, 60)))
    first, last = draw(st.floats(0.1, 0.6)), draw(st.floats(0.1, 0.6))
    return Cubic.leaving_arriving(a, leaving, d, arriving, first, last)


def measured(curve: Cubic) -> float:
    """The length over 20,000 chords."""
    t = np.linspace(0, 1, 20_001)[:, None]
    s = 1 - t
    a, b, c, d = (np.array(p) for p in (curve.a, curve.b, curve.c, curve.d))
    line = s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


@given(gentle_cubics())
def test_a_curve_is_as_long_as_it_says(curve: Cubic) -> None:
    assert curve.length == pytest.approx(measured(curve), abs=0.001)


@given(gentle_cubics(), shares)
def test_a_cut_curve_is_the_same_curve(curve: Cubic, share: float) -> None:
    first, last = Path.of(curve).split(share * curve.length)
    assert first.length == pytest.approx(share * curve.length, abs=1e-3)
    assert first.length + last.length == pytest.approx(curve.length, abs=1e-3)
    assert first.end == last.start


@given(gentle_cubics(), points, st.floats(-180, 180))
def test_turning_and_mirroring_keep_the_length(curve: Cubic, about: Point, degrees: float) -> None:
    path = Path.of(curve)
    for other in (path.rotated(about, degrees), path.mirrored(), path.reversed()):
        assert other.length == pytest.approx(path.length, abs=1e-4)


@given(gentle_cubics())
def test_no_chord_strays_over_a_hundredth_of_a_millimetre(curve: Cubic) -> None:
    flat = curve.flatten()
    count = len(flat) - 1
    for number in range(count):
        on_curve = curve.point((number + 0.5) / count)
        p, q = flat[number], flat[number + 1]
        chord = math.dist(p, q)
        cross = (q[0] - p[0]) * (on_curve[1] - p[1]) - (q[1] - p[1]) * (on_curve[0] - p[0])
        assert abs(cross) / max(chord, 1e-9) <= 0.01


def test_a_path_finds_its_points_across_its_stretches() -> None:
    path = Path.straight((0.0, 0.0), (30.0, 0.0), (30.0, 40.0))
    assert path.length == 70
    assert path.point_at(50) == (30.0, 20.0)
    assert path.reversed().point_at(50) == pytest.approx((20.0, 0.0))


def test_a_curve_is_met_at_a_height() -> None:
    curve = Cubic((0.0, 0.0), (0.0, 50.0), (20.0, 100.0), (20.0, 150.0))
    t = curve.at_height(75.0)
    assert t is not None
    assert curve.point(t) == pytest.approx((10.0, 75.0))
    assert curve.at_height(200.0) is None


@given(points, points, st.floats(0, 360))
def test_a_reflection_undoes_itself(p: Point, through: Point, degrees: float) -> None:
    way = (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    assert reflect(reflect(p, through, way), through, way) == pytest.approx(p, abs=1e-6)


def test_a_line_is_its_chord() -> None:
    assert Line((0.0, 0.0), (3.0, 4.0)).length == 5


@given(st.floats(-50, 50), st.floats(0.1, 4))
def test_a_root_is_found_where_there_is_one(zero: float, slope: float) -> None:
    found = root(lambda x: slope * (x - zero) ** 3 + (x - zero), -60, 60)
    assert found == pytest.approx(zero, abs=1e-4)


def test_no_root_is_said() -> None:
    with pytest.raises(NoRootError):
        root(lambda x: x * x + 1, -1, 1)


def test_readings_that_agree_are_left_alone_and_the_surer_weighs_more() -> None:
    agreed, moved = reconcile(
        ("front", "back"),
        (
            Reading("front", {"front": 1}, 400.0, 10.0),
            Reading("back", {"back": 1}, 380.0, 10.0),
            Reading("both", {"front": 1, "back": 1}, 780.0, 5.0),
        ),
    )
    assert agreed == pytest.approx({"front": 400.0, "back": 380.0})
    assert max(abs(x) for x in moved.values()) < 1e-9
    pulled, moved = reconcile(
        ("front",),
        (Reading("sure", {"front": 1}, 400.0, 2.0), Reading("rough", {"front": 1}, 430.0, 20.0)),
    )
    assert 400 < pulled["front"] < 401
    assert moved["rough"] == pytest.approx(-1.485, abs=0.01)
