"""Every style of skirt on many bodies: what a tailor relies on, measured on the pieces."""

import math
from dataclasses import replace

import numpy as np
import pytest

from measurements.body import Body
from patterns.components import COMPONENTS
from patterns.components.skirt.draft import STYLES
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft, resolve
from patterns.specs import Setting

from .skirts import LARGE, SIZE_40, bodies, drafted, faults, skirt, value

ALL = tuple(STYLES)
FITTED = ("straight", "a_line", "six_panel", "knife_pleats", "box_pleats", "wrap")
CIRCLES = ("quarter_circle", "half_circle", "circle")
WOVEN = 1400.0  # the narrowest cloth


def conflicts(style: str, **parameters: Setting) -> list[str]:
    spec = skirt(style, **parameters)
    return COMPONENTS["skirt"].conflicts(resolve(spec, {}), spec.components)


def length(draft: Draft, name: str, *, line: str = "waist") -> float:
    """Of all edges of a garment's line on the skirt, pleats as they are cut."""
    return sum(
        edge.length * piece.quantity
        for piece in draft.pieces
        if piece.component == "skirt" and piece.layer == "shell"
        for edge in piece.edges
        if edge.line == line
    )


@pytest.mark.parametrize("style", ALL)
def test_it_is_without_fault_on_every_body(style: str) -> None:
    for opening in ("back", "side"):
        for body in bodies()[:: 1 if opening == "back" else 4]:
            spec = skirt(style, skirt__opening=opening)
            assert faults(drafted(spec, body)) == []


@pytest.mark.parametrize("style", ALL)
@pytest.mark.parametrize("long", [450.0, 1000.0])
def test_it_is_without_fault_short_and_long(style: str, long: float) -> None:
    for body in (SIZE_40, LARGE):
        draft = drafted(skirt(style, skirt__length=long), body)
        assert faults(draft) == []
        assert value(draft, "skirt_length") == pytest.approx(long, abs=0.1)


@pytest.mark.parametrize("style", FITTED)
def test_fitted_hips_are_the_body_s_and_the_ease_asked_for(style: str) -> None:
    for body in bodies():
        draft = drafted(skirt(style), body)
        measure = draft.measure("hip_girth")
        assert measure is not None
        assert measure.body == body["hip_girth"]
        assert measure.value == pytest.approx(body["hip_girth"] + 50.0, abs=0.01)


@pytest.mark.parametrize("style", [style for style in ALL if style not in FITTED])
def test_hips_left_free_are_stated_without_ease_and_have_room(style: str) -> None:
    for body in bodies():
        measure = drafted(skirt(style), body).measure("hip_girth")
        assert measure is not None
        assert measure.body is None
        assert measure.value > body["hip_girth"] + 55.0


@pytest.mark.parametrize("style", CIRCLES)
def test_a_circle_s_waist_is_exactly_what_the_band_takes_and_its_hem_level(style: str) -> None:
    for body in bodies():
        draft = drafted(skirt(style), body)
        assert length(draft, "waist") == pytest.approx(body["waist_girth"] + 20.0, abs=0.02)
        for code in ("FS", "BS"):
            piece = draft.piece(code)
            waist = next(edge.points for edge in piece.edges if edge.line == "waist")
            hem = next(edge.points for edge in piece.edges if edge.line == "hem")
            gaps = [np.hypot(*(waist - point).T).min() for point in hem[::12]]
            assert max(gaps) - min(gaps) < 0.6


@pytest.mark.parametrize("style", ALL)
def test_every_piece_fits_the_narrowest_cloth(style: str) -> None:
    for body in bodies():
        try:
            draft = drafted(skirt(style, skirt__length=900.0, skirt__fullness=2.5), body)
        except Refusal:
            continue
        for piece in draft.pieces:
            (xa, ya), (xb, yb) = piece.grainline
            across = np.array((ya - yb, xb - xa)) / math.hypot(xb - xa, yb - ya)
            reach = piece.cut_line @ across
            assert reach.max() - reach.min() <= WOVEN, piece.code


@pytest.mark.parametrize("style", ALL)
def test_the_raw_hem_is_at_most_3_percent_longer_than_its_line(style: str) -> None:
    for body in (SIZE_40, LARGE):
        draft = drafted(skirt(style), body)
        for piece in draft.pieces:
            for edge in piece.edges:
                if edge.line == "hem":
                    steps = np.diff(edge.points, axis=0)
                    ways = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
                    assert edge.allowance * abs(ways[-1] - ways[0]) <= 0.03 * edge.length


def test_a_hem_turned_up_too_deep_for_its_flare_is_told() -> None:
    draft = drafted(skirt("circle", skirt__hem_allowance=40.0))
    assert "hem_allowance" in {warning.code for warning in draft.warnings}
    assert "hem_allowance" not in {warning.code for warning in drafted(skirt("circle")).warnings}


@pytest.mark.parametrize("style", ["knife_pleats", "box_pleats"])
def test_pleats_take_three_times_the_cloth_and_lose_the_darts_in_their_depth(style: str) -> None:
    for body in bodies():
        draft = drafted(skirt(style), body)
        cut = length(draft, "waist")
        let_go = draft.parameters["skirt.stitched"]
        shown = draft.parameters["skirt.pleat_width"]
        assert isinstance(let_go, float)
        assert isinstance(shown, float)
        assert cut == pytest.approx(3 * shown * draft.parameters["skirt.pleats"], rel=0.002)
        assert let_go > body["waist_to_hip"]
        taken = sum(
            math.dist(pleat.start[0], pleat.end[0]) * piece.quantity
            for piece in draft.pieces for pleat in piece.pleats
        )  # fmt: skip
        assert cut - taken == pytest.approx(body["waist_girth"] + 20.0, abs=0.05)
        assert not [seam for seam in draft.seams if seam.kind == "dart"]


def test_gathers_are_as_full_as_asked_or_fuller_where_hips_or_stride_want_it() -> None:
    for body in bodies():
        for asked in (1.5, 3.0):
            draft = drafted(skirt("gathered", skirt__fullness=asked), body)
            ratio = next(seam.ratio for seam in draft.seams if seam.name == "band")
            assert ratio is not None
            assert ratio >= asked - 1e-9
            if ratio > asked + 1e-6:
                assert "hip_room" in {warning.code for warning in draft.warnings}


def test_the_lower_tier_is_gathered_on_to_the_upper() -> None:
    draft = drafted(skirt("tiers", skirt__fullness=1.8))
    upper = sum(edge.length for edge in draft.piece("FS1").edges if edge.name.startswith("tier"))
    lower = sum(edge.length for edge in draft.piece("FS2").edges if edge.name.startswith("tier"))
    assert lower == pytest.approx(1.8 * upper, abs=0.01)


@pytest.mark.parametrize("style", ALL)
def test_the_opening_lets_the_hips_through(style: str) -> None:
    """Trade facts §6: closed waist + 2 × zip at least hip + 20."""
    for opening in ("back", "side"):
        for body in bodies():
            draft = drafted(skirt(style, skirt__opening=opening), body)
            zips = [seam for seam in draft.seams if seam.closure == "zip"]
            if style == "wrap":
                assert not zips
                assert [seam.name for seam in draft.seams if seam.closure == "wrap"] == ["wrap"]
                continue
            (seam,) = zips
            opened = draft.piece(seam.a[0].piece).edge(str(seam.a[0].edge)).length
            assert body["waist_girth"] + 20 + 2 * opened >= body["hip_girth"] + 20
            where = "centre_back_zip" if opening == "back" else "side_zip"
            assert str(seam.a[0].edge).startswith(where)


def test_a_wrap_lies_over_at_least_half_the_front() -> None:
    for body in bodies():
        draft = drafted(skirt("wrap"), body)
        front = draft.piece("FS")
        for over, own in (("waist_overlap", "waist"), ("hem_overlap", "hem")):
            past = front.edge(over).length
            rest = sum(e.length for e in front.edges if e.name.startswith(own)) - past
            assert past >= 0.5 * rest
        assert front.edge("wrap_edge").line == "front edge"


def test_a_narrow_hem_gets_a_vent_or_a_slit_and_a_wide_one_none() -> None:
    vent = drafted(skirt("straight"))
    slit = drafted(skirt("straight", skirt__slit="slit"))
    for draft, edge in ((vent, "vent_edge"), (slit, "centre_back_slit")):
        assert edge in {e.name for e in draft.piece("BS").edges}
        assert any(seam.closure == "vent" for seam in draft.seams)
    flared = drafted(skirt("a_line"))
    assert not any(seam.closure == "vent" for seam in flared.seams)
    assert drafted(skirt("a_line", skirt__opening="side")).piece("BS").quantity == 1


def test_the_flare_takes_up_part_of_the_darts() -> None:
    def intake(flare: float) -> float:
        draft = drafted(skirt("a_line", skirt__flare=flare))
        found = 0.0
        for seam in draft.seams:
            if seam.kind == "dart":
                a, b = (
                    draft.piece(s.piece).edge(str(s.edge)).points for s in (seam.a[0], seam.b[0])
                )
                found += min(math.dist(p, q) for p in (a[0], a[-1]) for q in (b[0], b[-1]) if not
                             np.allclose(p, q))  # fmt: skip
        return found

    assert intake(4.0) > intake(8.0) > intake(12.0)


def test_a_large_difference_of_hip_and_waist_is_shaped_by_more_darts_and_told() -> None:
    pear = Body({**SIZE_40, "waist_girth": 660.0, "hip_girth": 1020.0}, SIZE_40.errors)
    draft = drafted(skirt("straight"), pear)
    assert faults(draft) == []
    assert {"dart_split", "dart_moved"} & {warning.code for warning in draft.warnings}


def test_six_panels_have_no_darts_and_their_seams_are_alike() -> None:
    draft = drafted(skirt("six_panel"))
    assert {piece.code for piece in draft.pieces} >= {"FS", "SFS", "BS", "SBS"}
    assert not [seam for seam in draft.seams if seam.kind == "dart"]
    assert draft.piece("FS").edge("panel_1_left").length == pytest.approx(
        draft.piece("SFS").edge("panel_1").length, abs=0.01
    )


def test_an_inlay_is_added_to_the_seams_and_told() -> None:
    plain, inlaid = (drafted(skirt("a_line", skirt__inlay=inlay)) for inlay in (0.0, 15.0))
    for edge in ("side", "centre_back", "centre_back_zip"):
        assert (
            inlaid.piece("BS").edge(edge).allowance == plain.piece("BS").edge(edge).allowance + 15
        )
    told = next(warning for warning in inlaid.warnings if warning.code == "inlay")
    assert "90 mm" in told.message
    vented = drafted(skirt("straight", skirt__inlay=30.0))
    assert (
        vented.piece("BS").edge("centre_back").allowance == 20.0
    )  # it would lie over the underlay
    told = next(warning for warning in vented.warnings if warning.code == "inlay")
    assert "120 mm" in told.message
    assert faults(vented) == []


@pytest.mark.parametrize("style", ["quarter_circle", "half_circle", "gathered"])
@pytest.mark.parametrize("long", [150.0, 250.0])
def test_a_peplum_has_no_hip_line_and_no_zip_below_its_hem(style: str, long: float) -> None:
    spec = skirt(style, skirt__length=long)
    dress = replace(
        spec, kind="top", components=("bodice", "neckline", "armhole", "skirt"),
        parameters={**spec.parameters, "bodice.opening": "side"},
    )  # fmt: skip
    draft = make_draft(dress, {}, SIZE_40)
    assert faults(draft) == []
    hip = draft.measure("hip_girth")
    assert hip is not None
    assert hip.body is None


@pytest.mark.parametrize("style", ["gathered", "tiers"])
def test_gathers_on_gathers_are_held_by_a_stay(style: str) -> None:
    spec = skirt(style)
    dress = replace(
        spec, kind="dress", components=("bodice", "neckline", "armhole", "skirt"),
        parameters={**spec.parameters, "bodice.cut": "empire", "bodice.bust": "gathers"},
    )  # fmt: skip
    draft = make_draft(dress, {}, SIZE_40)
    assert faults(draft) == []
    assert "ST" in {piece.code for piece in draft.pieces}
    assert value(draft, "skirt_length") == pytest.approx(600.0, abs=0.1)


def test_it_is_told_where_neither_vent_nor_slit_is_needed() -> None:
    for flare, slit in ((-2.0, "auto"), (-2.0, "slit"), (10.0, "auto"), (10.0, "slit")):
        draft = drafted(skirt("straight", skirt__flare=flare, skirt__slit=slit))
        opened = any(seam.closure == "vent" for seam in draft.seams)
        assert opened == (flare < 0)
        assert opened != any(warning.code == "no_vent" for warning in draft.warnings)


def test_each_trim_and_step_is_there() -> None:
    draft = drafted(skirt("straight"))
    assert [trim.name for trim in draft.trims] == ["invisible zip", "button"]
    assert {operation.step for operation in draft.operations} >= {10, 20, 65, 66, 80, 85, 95, 99}


def test_what_does_not_go_together_is_said() -> None:
    assert conflicts("a_line") == []
    assert conflicts("a_line", skirt__flare=0.0)
    assert conflicts("six_panel", skirt__flare=12.0)
    assert conflicts("straight", skirt__length=200.0)
    assert conflicts("half_circle", skirt__length=200.0) == []
    assert conflicts("half_circle", skirt__opening="none")
    assert conflicts("circle", skirt__opening="front")
