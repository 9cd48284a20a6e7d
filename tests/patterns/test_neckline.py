"""Necklines: their shapes, how deep and how wide, the facing that finishes them, and how the head passes."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely

from patterns.components.neckline import NECKLINE
from patterns.components.neckline.shapes import LEAST_STRAP, SHAPES, Cut, front_line
from patterns.drafting.draft import Draft, Points
from patterns.engine import make_draft
from patterns.specs import Setting

from .dressed import SIZE_40, drafts, dress, long, outline
from .skirts import faults, value

DEEP: dict[str, Setting] = {
    "neckline__depth": 140.0, "neckline__width": 40.0, "neckline__back_depth": 90.0
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("extreme", [False, True])
def test_every_shape_is_drafted_without_fault(shape: str, extreme: bool) -> None:
    spec = dress("skirt", neckline__shape=shape, **(DEEP if extreme else {}))
    for _, draft in drafts(spec, 2):
        assert faults(draft) == []


@pytest.mark.parametrize("shape", ["square", "sweetheart", "v"])
@pytest.mark.parametrize("bust", ["shoulder", "shoulder_princess", "armhole_princess", "armhole"])
def test_corners_keep_clear_of_the_bust_s_shaping(shape: str, bust: str) -> None:
    for _, draft in drafts(dress("skirt", neckline__shape=shape, bodice__bust=bust, **DEEP), 4):
        assert faults(draft) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_front_and_back_facing_are_cut_from_the_shell_s_own_line(shape: str) -> None:
    for _, draft in drafts(dress("skirt", neckline__shape=shape), 5):
        for shell, facing in (("FB", "FNF"), ("BB", "BNF")):
            for edge in draft.piece(facing).edges:
                if edge.line == "neckline":
                    assert np.array_equal(edge.points, draft.piece(shell).edge(edge.name).points)


def test_a_corner_ends_an_edge_on_both_hands() -> None:
    draft = make_draft(dress("skirt", neckline__shape="square"), {}, SIZE_40)
    names = {edge.name for edge in draft.piece("FB").edges}
    assert {
        f"neckline{part}_{hand}" for part in ("", "_strap") for hand in ("left", "right")
    } <= names
    assert long(draft, "FB", "neckline_strap_left") == pytest.approx(
        long(draft, "FB", "neckline_strap_right"), abs=1e-6
    )


def lowest(draft: Draft, code: str, name: str) -> float:
    return float(draft.piece(code).edge(name).points[:, 1].max())


def test_depth_and_width_are_what_was_asked_front_and_back_apart() -> None:
    plain, deep, behind, wide = (
        make_draft(dress("skirt", neckline__shape="scoop", **asked), {}, SIZE_40)
        for asked in (
            {"neckline__depth": 60.0}, {"neckline__depth": 90.0},
            {"neckline__depth": 60.0, "neckline__back_depth": 50.0},
            {"neckline__depth": 60.0, "neckline__width": 35.0},
        )
    )  # fmt: skip
    front = [lowest(draft, "FB", "neckline_left") for draft in (plain, deep, behind)]
    assert front[1] - front[0] == pytest.approx(30.0, abs=0.01)
    assert front[2] == pytest.approx(front[0], abs=0.01)
    back = [lowest(draft, "BB", "neckline") for draft in (plain, deep, behind)]
    assert back[2] - back[0] == pytest.approx(50.0, abs=0.01)
    assert back[1] == pytest.approx(back[0], abs=0.01)
    seams = [long(draft, "FB", "shoulder_left") for draft in (plain, wide)]
    assert seams[0] - seams[1] == pytest.approx(20.0, abs=0.01)  # 35 for the usual 15


def test_a_strap_is_left_however_wide_the_neckline_is_asked_and_that_is_told() -> None:
    told = 0
    for _, draft in drafts(dress("skirt", neckline__shape="boat", neckline__width=50.0)):
        assert value(draft, "shoulder_length") >= LEAST_STRAP - 0.1
        told += any(
            remark.code.endswith(("neckline_width", "neckline_narrowed"))
            for remark in draft.warnings
        )
    assert told


def test_a_neckline_too_deep_for_the_bust_is_raised_and_told() -> None:
    told = 0
    for _, draft in drafts(dress("skirt", neckline__shape="square", neckline__depth=200.0)):
        depth = float(draft.parameters["neckline.depth"])
        assert (depth < 200.0) == any(
            remark.code == "fallback_neckline_depth" for remark in draft.warnings
        )
        told += depth < 200.0
    assert told


@pytest.mark.parametrize("shape", SHAPES)
def test_neck_and_armhole_facing_share_the_strap(shape: str) -> None:
    for _, draft in drafts(dress("skirt", neckline__shape=shape, **DEEP), 3):
        for neck, armhole in (("FNF", "FAF"), ("BNF", "BAF")):
            a, b = (shapely.Polygon(outline(draft.piece(code))) for code in (neck, armhole))
            assert a.distance(b) > 1.0


def passage(draft: Draft) -> float:
    """How far the neck opens: its line, and a slash twice."""
    around = sum(
        long(draft, piece.code, edge.name) * piece.quantity
        for piece in draft.pieces if piece.component == "bodice" and piece.layer == "shell"
        for edge in piece.edges if edge.line == "neckline"
    )  # fmt: skip
    cuts = [line for code in ("FB", "BB") for line in draft.piece(code).lines if line.kind == "cut"]
    return around + sum(2 * math.dist(*line.points) for line in cuts)


@pytest.mark.parametrize("shape", ["jewel", "boat", "scoop"])
def test_the_head_passes_a_garment_that_opens_nowhere(shape: str) -> None:
    """Trade facts §8: head + 20, + 40 with facing and hair."""
    spec = dress(
        neckline__shape=shape,
        bodice__cut="through",
        bodice__shaping="loose",
        bodice__opening="none",
    )
    for body, draft in drafts(spec, 2):
        assert passage(draft) >= body["head_girth"] + 39.0
        slashed = any(line.kind == "cut" for line in draft.piece("BB").lines)
        assert slashed == any(line.kind == "cut" for line in draft.piece("BNF").lines)
        assert draft.piece("BNF").quantity == 1  # over a seamless back
        assert faults(draft) == []


def test_a_wrap_is_faced_from_the_waist_to_centre_back() -> None:
    for _, draft in drafts(
        dress("skirt", bodice__front="wrap", bodice__opening="front", skirt__style="wrap"), 4
    ):
        facing = draft.piece("FNF")
        assert facing.quantity == 2
        front = draft.piece("FB")
        shell = sum(edge.length for edge in front.edges if edge.line in ("neckline", "front edge"))
        own = sum(edge.length for edge in facing.edges if edge.line == "neckline")
        assert own == pytest.approx(shell, abs=0.1)


def test_interfacing_lies_inside_the_seams() -> None:
    draft = make_draft(dress("skirt", neckline__shape="square"), {}, SIZE_40)
    for code in ("FNF", "BNF", "FAF", "BAF"):
        facing, inside = (shapely.Polygon(draft.piece(c).cut_line) for c in (code, f"{code}I"))
        assert facing.buffer(0.01).covers(inside)
        assert draft.piece(f"{code}I").material == "interfacing"


def test_a_shape_is_a_row_and_a_function() -> None:
    """The component offers what the table holds."""
    assert NECKLINE.parameters["shape"].values == tuple(SHAPES)
    for name in SHAPES:
        path = front_line(Cut(name, 20.0, 80.0, 8.0), 90.0, (85.0, -60.0), 22.0)
        assert path.start == (0.0, 90.0)
        assert path.end == pytest.approx((85.0, -60.0))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_back_neckline_is_level_at_the_centre_and_bends_up_without_a_hook(shape: str) -> None:
    for body, draft in drafts(dress("skirt", neckline__shape=shape)):
        points = draft.piece("BB").edge("neckline").points
        assert abs(turns(points[:2])[0]) < 0.5
        radius = tightest(points)
        assert radius > 12.0, (body, radius)


def test_a_wrap_s_back_neckline_has_no_hook() -> None:
    spec = dress(
        "skirt", "belt", bodice__front="wrap", bodice__opening="front", skirt__style="wrap",
        skirt__opening="front",
    )  # fmt: skip
    for body, draft in drafts(spec):
        radius = tightest(draft.piece("BB").edge("neckline_right").points)
        assert radius > 11.0, (body, radius)


@pytest.mark.parametrize("shape", ["jewel", "scoop", "boat", "v"])
def test_a_back_facing_s_outer_edge_has_no_corners(shape: str) -> None:
    for body, draft in drafts(dress("skirt", neckline__shape=shape)):
        turned = np.abs(np.diff(turns(draft.piece("BNF").edge("outer").points)))
        assert turned.max() < 14.0, (body, turned.max())


def turns(points: Points) -> Points:
    """The direction of each chord of a line, in degrees."""
    x, y = np.diff(points, axis=0).T
    return np.asarray(np.degrees(np.unwrap(np.arctan2(y, x))))


def tightest(points: Points) -> float:
    """The least radius to which a line bends, taken over 2 mm of it."""
    so_far = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    at = np.arange(0.0, so_far[-1], 1.0)
    even = np.column_stack([np.interp(at, so_far, points[:, axis]) for axis in (0, 1)])
    way = turns(even)
    return 2.0 / math.radians(float(np.abs(way[2:] - way[:-2]).max()))
