"""Allowances: what a cutter checks at an edge, a corner, a hem and a dart's mouth."""

import math

import pytest
from shapely import LineString, Point, Polygon

from patterns.drafting.cutting import Mouth, NotchAt, Part, cut_piece, whole
from patterns.drafting.darts import WaistDart, fish_eye, lay_row, solve_row, split_intake
from patterns.drafting.geometry import Cubic, Path, polar
from patterns.drafting.solving import NoRootError

GRAIN = ((50.0, 30.0), (50.0, 90.0))


def square(allowance: float = 10.0, hem: float = 40.0) -> list[Part]:
    return [
        Part("top", Path.straight((0.0, 0.0), (100.0, 0.0)), allowance),
        Part("side", Path.straight((100.0, 0.0), (100.0, 120.0)), 20.0),
        Part("hem", Path.straight((100.0, 120.0), (0.0, 120.0)), hem, finish="hem", line="hem"),
        Part("centre", Path.straight((0.0, 120.0), (0.0, 0.0)), 15.0),
    ]


def test_each_edge_has_its_own_allowance() -> None:
    piece = cut_piece("A", "square", "skirt", square(), grainline=GRAIN)
    assert Polygon(piece.cut_line).bounds == pytest.approx((-15, -10, 120, 160))


def test_a_sharp_corner_s_allowance_is_cut_off_beyond_its_seams() -> None:
    """A princess panel's tip at the armhole: no spike, and the allowance is whole up to the corner."""
    tip = (0.0, 0.0)
    parts = [
        Part("armhole", Path.straight(tip, (60.0, 100.0)), 10.0),
        Part("foot", Path.straight((60.0, 100.0), (0.0, 100.0)), 10.0),
        Part("princess", Path.straight((0.0, 100.0), tip), 10.0),
    ]
    cut = Polygon(cut_piece("A", "panel", "bodice", parts, grainline=GRAIN).cut_line)
    assert max(math.dist(point, tip) for point in cut.exterior.coords if point[1] < 0) < 15.0
    assert Point(-9.9, 1.0).within(cut)


def test_a_slanted_hem_turned_up_lies_on_its_seams() -> None:
    """The hem's allowance mirrored in the hem line ends where the seam allowance's edge runs."""
    parts = [
        Part("top", Path.straight((0.0, 0.0), (100.0, 0.0)), 10.0),
        Part("side", Path.straight((100.0, 0.0), (140.0, 120.0)), 20.0),
        Part("hem", Path.straight((140.0, 120.0), (0.0, 120.0)), 40.0, finish="hem", line="hem"),
        Part("centre", Path.straight((0.0, 120.0), (0.0, 0.0)), 15.0),
    ]
    cut = Polygon(cut_piece("A", "flared", "skirt", parts, grainline=GRAIN).cut_line)
    turned = Polygon([(x, 240 - y) for x, y in cut.exterior.coords if y >= 120 - 1e-6])
    above = Polygon([(x, y) for x, y in cut.exterior.coords if y <= 120 + 1e-6])
    assert turned.difference(above.buffer(0.01)).area < 0.1
    assert turned.area > 4000


def darted(pressed: str = "first") -> tuple[list[Part], Mouth]:
    apex = (50.0, 80.0)
    left, right = (40.0, 0.0), (60.0, 0.0)
    parts = [
        Part("a", Path.straight((0.0, 4.0), left), 10.0, line="waist"),
        Part("in", Path.straight(left, apex), 0.0),
        Part("out", Path.straight(apex, right), 0.0),
        Part("b", Path.straight(right, (100.0, 5.0)), 10.0, line="waist"),
        Part("side", Path.straight((100.0, 5.0), (100.0, 120.0)), 10.0),
        Part("hem", Path.straight((100.0, 120.0), (0.0, 120.0)), 10.0),
        Part("centre", Path.straight((0.0, 120.0), (0.0, 4.0)), 10.0),
    ]
    return parts, Mouth("in", "out", pressed)  # type: ignore[arg-type]


@pytest.mark.parametrize("pressed", ["first", "second"])
def test_a_dart_mouth_folded_as_pressed_ends_where_the_edge_does(pressed: str) -> None:
    """The half of the intake that lies against the cloth, mirrored in its leg, lies on the cut edge
    of the side towards which the dart is pressed."""
    parts, mouth = darted(pressed)
    cut = Polygon(
        cut_piece("A", "darted", "skirt", parts, mouths=[mouth], grainline=GRAIN).cut_line
    )
    assert cut.is_valid
    (mx, my), (ax, ay) = ((40.0, 0.0) if pressed == "first" else (60.0, 0.0)), (50.0, 80.0)
    size = math.hypot(mx - ax, my - ay)
    ux, uy = (mx - ax) / size, (my - ay) / size
    peak = min(cut.exterior.coords, key=lambda p: abs(p[0] - 50.0) + (p[1] > 0) * 1000)
    dot = 2 * ((peak[0] - ax) * ux + (peak[1] - ay) * uy)
    folded = Point(ax + dot * ux - (peak[0] - ax), ay + dot * uy - (peak[1] - ay))
    line = parts[0] if pressed == "first" else parts[3]
    sewing = LineString([line.path.start, line.path.end])
    assert folded.distance(sewing) == pytest.approx(10.0, abs=0.3)


def test_notches_lie_on_the_sewing_line() -> None:
    piece = cut_piece(
        "A", "square", "skirt", square(), grainline=GRAIN, notches=[NotchAt("side", 30.0)]
    )
    assert piece.notches[0].point == (100.0, 30.0)


def test_a_whole_piece_is_its_half_and_the_mirror_of_it() -> None:
    half = [
        Part("neck", Path.of(Cubic((0.0, 20.0), (20.0, 20.0), (40.0, 10.0), (40.0, 0.0))), 6.0),
        Part("side", Path.straight((40.0, 0.0), (50.0, 100.0)), 10.0),
        Part("hem", Path.straight((50.0, 100.0), (0.0, 100.0)), 20.0, finish="hem"),
    ]
    parts = whole(half, "left", "right")
    assert [part.name for part in parts] == [
        "neck_left", "side_left", "hem_left", "hem_right", "side_right", "neck_right",
    ]  # fmt: skip
    for part, following in zip(parts, parts[1:] + parts[:1], strict=True):
        assert part.path.end == pytest.approx(following.path.start)
    piece = cut_piece("A", "whole", "bodice", parts, grainline=((0.0, 40.0), (0.0, 80.0)))
    cut = Polygon(piece.cut_line)
    mirrored = Polygon([(-x, y) for x, y in piece.cut_line])
    assert cut.symmetric_difference(mirrored).area < 0.01


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_row_of_darts_measures_what_was_asked(count: int) -> None:
    darts = [WaistDart(50.0 + 40.0 * n, 1 / max(count, 1), 100.0) for n in range(count)]
    row = solve_row(
        (0.0, 0.0), (1.0, 0.0), lambda shift: ((235.0 - shift, -12.0), polar(-14.0)),
        darts, 235.0 - 20.0 * count, False, 20.0 * count,
    )  # fmt: skip
    assert row.length == pytest.approx(235.0 - 20.0 * count, abs=1e-4)
    for inner, outer in row.legs:
        assert inner.length == pytest.approx(outer.length)


def test_the_row_is_square_to_every_dart_leg() -> None:
    row = lay_row((0.0, 0.0), (1.0, 0.0), (220.0, -10.0), polar(-12.0),
                  [WaistDart(80.0, 1.0, 100.0)], 24.0, False)  # fmt: skip
    (inner, outer), (before, after) = row.legs[0], row.stretches
    for way, leg in ((before.arriving, inner.leaving), (after.leaving, outer.arriving)):
        assert way[0] * leg[0] + way[1] * leg[1] == pytest.approx(0.0, abs=1e-9)


def test_an_intake_is_split_so_that_no_dart_is_too_wide() -> None:
    assert [split_intake(x, 35.0) for x in (3.0, 20.0, 32.0, 40.0, 80.0)] == [0, 1, 1, 2, 3]
    with pytest.raises(NoRootError):
        split_intake(100.0, 35.0)


def test_a_dart_pointed_at_both_ends_has_legs_that_match() -> None:
    dart = fish_eye("waist", (90.0, 100.0), (90.0, 320.0), 28.0, 0.45)
    assert (dart.a[0] == dart.b[0]).all()
    assert (dart.a[-1] == dart.b[-1]).all()
    legs = [LineString(leg).length for leg in (dart.a, dart.b)]
    assert legs[0] == pytest.approx(legs[1])
    assert dart.b[1][0] - dart.a[1][0] == pytest.approx(28.0)
    piece = cut_piece("A", "square", "skirt", square(), grainline=GRAIN, inner_darts=[dart])
    assert piece.inner_darts == (dart,)
