"""The numbers a tailor would lay a tape to, on many bodies; trade facts named where they are from."""

import math
from functools import cache

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.demo.templates import TEMPLATES
from measurements.body import Body
from measurements.population import synthetic_women
from measurements.statistics import complete
from patterns.checks import check
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.specs import Setting

SPECS = {spec.slug: spec for spec in TEMPLATES}
SHEATH, PENCIL = SPECS["sheath-dress"], SPECS["pencil-skirt"]

BOOK_SIZE = complete({
    "height": 1660.0, "bust_girth": 880.0, "waist_girth": 680.0, "hip_girth": 940.0,
    "underbust_girth": 750.0, "neck_base_girth": 370.0, "shoulder_length": 122.0,
    "shoulder_slope": 21.0, "back_width": 344.0, "scye_depth": 210.0, "back_neck_to_waist": 385.0,
})  # fmt: skip


@cache
def women() -> tuple[Body, ...]:
    return tuple(complete(row) for row in synthetic_women(40, 7))


def value(draft: Draft, name: str) -> float:
    measure = draft.measure(name)
    assert measure is not None
    return measure.value


def test_a_book_s_size_is_drafted_as_the_book_says() -> None:
    """Aldrich's size 12, bust 880: back 344, chest 324, shoulder 122; the armhole of a sleeve 0.46 to
    0.50 of the bust."""
    draft = make_draft(SHEATH, {"neckline": "jewel", "sleeves": "long"}, BOOK_SIZE)
    ease = float(draft.parameters["bodice.across_back_ease"])
    assert value(draft, "across_back") - ease == pytest.approx(344, abs=6)
    assert value(draft, "across_front") == pytest.approx(324, abs=6)
    assert value(draft, "shoulder_length") == pytest.approx(122, abs=4)
    assert 0.46 <= value(draft, "armhole_girth") / 880 <= 0.50


def test_without_a_sleeve_the_armhole_is_cut_in_and_raised() -> None:
    draft = make_draft(SHEATH, {"neckline": "jewel"}, BOOK_SIZE)
    assert value(draft, "across_back") == pytest.approx(344 - 12, abs=6)
    assert value(draft, "across_front") == pytest.approx(324 - 8, abs=6)
    assert value(draft, "shoulder_length") == pytest.approx(122 - 12, abs=0.1)
    assert 0.42 <= value(draft, "armhole_girth") / 880 <= 0.50


def test_no_armhole_is_smaller_than_the_arm_that_goes_through_it() -> None:
    for body in women():
        draft = make_draft(SHEATH, {}, body)
        assert value(draft, "armhole_girth") > body["armscye_girth"] + 5


def test_a_fuller_cup_gets_a_wider_dart() -> None:
    def dart(underbust: float) -> float:
        body = Body({**BOOK_SIZE, "underbust_girth": underbust}, BOOK_SIZE.errors)
        found = make_draft(SHEATH, {}, body).parameters["bodice.bust_dart"]
        assert isinstance(found, float)
        return found

    assert dart(800) < dart(760) < dart(720) < dart(690)


def mouths(draft: Draft, code: str, names: str) -> list[float]:
    """How wide the piece's darts of this name open."""
    piece = draft.piece(code)
    legs = [seam for seam in draft.seams if seam.kind == "dart" and seam.a[0].piece == code]
    wide = []
    for seam in legs:
        ends = [piece.edge(str(side.edge)).points for side in (*seam.a, *seam.b)]
        if names in str(seam.a[0].edge):
            wide.append(max(
                min(math.dist(p, q) for q in (ends[1][0], ends[1][-1])) for p in (ends[0][0], ends[0][-1])
            ))  # fmt: skip
    return wide


@pytest.mark.parametrize(
    ("code", "names", "widest"),
    [("FB", "bust_dart", 45), ("FB", "armhole_dart", 45), ("FB", "waist_dart", 35),
     ("BB", "waist_dart", 35), ("FS", "dart", 30), ("BS", "dart", 30)],
)  # fmt: skip
def test_no_dart_is_wider_than_the_trade_sews(code: str, names: str, widest: float) -> None:
    """Trade facts §4."""
    for body in women():
        for wide in mouths(make_draft(SHEATH, {}, body), code, names):
            assert 0 < wide <= widest + 0.1


def test_at_most_a_quarter_of_the_bust_shaping_is_left_in_the_armhole() -> None:
    for body in women():
        parameters = make_draft(SHEATH, {}, body).parameters
        sewn = sum(
            float(value) for name, value in parameters.items()
            if name.startswith("bodice.bust_dart_")
        )  # fmt: skip
        assert sewn >= 0.75 * float(parameters["bodice.bust_dart"]) - 0.02


def test_the_zip_lets_the_hips_through() -> None:
    """Trade facts §6: closed waist + 2 × zip at least hip + 20."""
    for body in women():
        for spec in (SHEATH, PENCIL):
            draft = make_draft(spec, {}, body)
            zip_length = float(draft.parameters["skirt.zip_length"])
            assert value(draft, "waist_girth") + 2 * zip_length >= body["hip_girth"] + 18


def test_a_narrow_hem_below_the_knee_has_a_vent_and_a_wide_one_none() -> None:
    narrow, wide = (
        make_draft(SHEATH, {"length": 700.0, "flare": flare}, BOOK_SIZE) for flare in (0.0, 12.0)
    )
    assert float(narrow.parameters["skirt.vent_height"]) >= 180
    assert wide.parameters["skirt.vent_height"] == 0


def test_the_vent_stays_well_below_the_crotch() -> None:
    for body in women():
        for length in (560.0, 650.0, 900.0):
            vent = float(
                make_draft(SHEATH, {"length": length}, body).parameters["skirt.vent_height"]
            )
            assert vent == 0 or length - vent >= body["body_rise"] + 149


def test_facings_are_cut_from_the_same_lines() -> None:
    """With a V, the same line to the point; with an armhole dart, the armhole as it is when closed."""
    for chosen in ({"neckline": "jewel"}, {"neckline": "v", "neck_depth": 140.0}):
        draft = make_draft(SHEATH, chosen, BOOK_SIZE)
        for name in ("neckline_left", "neckline_right"):
            assert np.array_equal(
                draft.piece("FB").edge(name).points, draft.piece("FNF").edge(name).points
            )
        shell, facing = (draft.piece(code).edge("armhole").points for code in ("BB", "BAF"))
        steps = [np.hypot(*np.diff(points, axis=0).T) for points in (shell, facing)]
        assert steps[0] == pytest.approx(steps[1])  # the same line, turned with its shoulder dart


def test_every_open_dart_is_notched_and_drilled() -> None:
    for body in women()[:8]:
        draft = make_draft(SHEATH, {}, body)
        for seam in draft.seams:
            if seam.kind != "dart":
                continue
            piece = draft.piece(seam.a[0].piece)
            notched = {(round(x, 3), round(y, 3)) for x, y in (n.point for n in piece.notches)}
            legs = [piece.edge(str(side.edge)).points for side in (*seam.a, *seam.b)]
            ends = [(round(x, 3), round(y, 3)) for leg in legs for x, y in (leg[0], leg[-1])]
            (point,) = {end for end in ends if ends.count(end) == 2}
            assert set(ends) - {point} <= notched
            drills = [spot for mark in piece.marks if mark.kind == "drill" for spot in mark.points]
            assert min(abs(math.dist(point, spot) - 10) for spot in drills) < 0.01


def test_a_seam_s_end_is_notched_where_its_line_runs_on() -> None:
    """At a zip's lower end; on the lining too, and there above the vent."""
    for body in (BOOK_SIZE, *women()[::8]):
        draft = make_draft(SHEATH, {"lined": True}, body)
        for code in ("BS", "BSL"):
            piece = draft.piece(code)
            long = piece.edge("centre_back").length
            found = {round(n.at, 3) for n in piece.notches if n.edge == "centre_back"}
            assert round(long, 3) in found
            assert code == "BS" or not draft.parameters["skirt.vent_height"] or 0.0 in found


def test_a_wrap_s_centre_fronts_are_notched() -> None:
    for body in (BOOK_SIZE, *women()[::8]):
        draft = make_draft(SPECS["wrap-dress"], {}, body)
        for code, edges in (("FB", {"waist_overlap"}), ("FS", {"waist_overlap", "hem_overlap"})):
            notches = draft.piece(code).notches
            assert {n.edge for n in notches if abs(n.point[0]) < 1e-6} >= edges


def test_the_side_seams_of_bodice_and_skirt_are_matched_between_their_ends() -> None:
    for body in women()[:8]:
        draft = make_draft(SHEATH, {}, body)
        sides = [seam for seam in draft.seams if "side" in seam.name and "facing" not in seam.name]
        assert len(sides) == 4
        assert all(seam.match for seam in sides)


def test_the_armhole_does_not_hook_in_under_the_shoulder() -> None:
    """But for very broad backs, whose shoulders end inside the armhole's pitch."""
    hooked = 0
    for body in women():
        draft = make_draft(SHEATH, {}, body)
        for code, line in (("FB", "across front"), ("BB", "across back")):
            piece = draft.piece(code)
            tip = max(
                x for edge in piece.edges
                if edge.name.startswith("shoulder") and "dart" not in edge.name
                for x in edge.points[:, 0]
            )  # fmt: skip
            pitch = max(
                x for inside in piece.lines if inside.name.startswith(line)
                for x in inside.points[:, 0]
            )  # fmt: skip
            hooked += bool(tip < pitch - 5)
    assert hooked <= 4


@pytest.mark.parametrize("slug", ["sheath-dress", "wrap-dress"])
def test_a_skirt_s_first_dart_stands_under_the_bodice_s(slug: str) -> None:
    """And so under a princess seam; to a millimetre."""

    def first(draft: Draft, code: str) -> float | None:
        names = {edge.name.removesuffix("_left"): edge for edge in draft.piece(code).edges}
        if "waist_2" in names or code == "FB":
            return float(np.hypot(*np.diff(names["waist_1"].points, axis=0).T).sum())
        return None

    met = 0
    for body in (BOOK_SIZE, *women()[::2]):
        draft = make_draft(SPECS[slug], {}, body)
        for above, below in (("FB", "FS"), ("BB", "BS")):
            bodice, skirt = first(draft, above), first(draft, below)
            if bodice is not None and skirt is not None:
                assert skirt == pytest.approx(bodice, abs=1.0)
                met += 1
    assert met > len(women()) / 2


def test_a_flared_hem_is_turned_up_less() -> None:
    straight, flared = (make_draft(SHEATH, {"flare": f}, BOOK_SIZE) for f in (0, 8))
    assert straight.piece("FS").edge("hem_left").allowance == 40
    assert flared.piece("FS").edge("hem_left").allowance == 30
    assert flared.parameters["skirt.hem_allowance"] == 30


def test_the_band_s_button_lies_under_its_buttonhole() -> None:
    draft = make_draft(PENCIL, {}, BOOK_SIZE)
    spots = {mark.kind: mark.points[0] for mark in draft.piece("WB").marks}
    (x, y), (hole_x, hole_y) = spots["button"], spots["buttonhole"]
    waist = value(draft, "waist_girth")
    assert (x - waist - 3, y) == pytest.approx((hole_x, hole_y))  # it begins 3 past the button


def test_contradicting_lengths_are_reconciled_and_said() -> None:
    body = Body({**BOOK_SIZE, "front_neck_to_waist": BOOK_SIZE["front_neck_to_waist"] + 60.0}, {})
    codes = {remark.code for remark in make_draft(SHEATH, {}, body).warnings}
    assert codes & {"lengths_reconciled", "lengths_contradict"}


def test_a_body_no_dress_can_be_drafted_for_is_refused_in_words() -> None:
    body = Body({**BOOK_SIZE, "back_neck_to_waist": 230.0, "front_neck_to_waist": 200.0}, {})
    with pytest.raises(Refusal) as refused:
        make_draft(SHEATH, {}, body)
    assert refused.value.measurements
    assert refused.value.message.endswith((".", "?"))


@settings(max_examples=60, deadline=None)
@given(
    st.floats(1350, 2000), st.floats(650, 1600), st.floats(500, 1500), st.floats(650, 1700),
    st.sampled_from([{}, {"neckline": "v", "neck_depth": 140.0}, {"fit": "easy", "flare": 3.0}]),
)  # fmt: skip
def test_any_four_numbers_give_a_draft_or_a_refusal(
    height: float, bust: float, waist: float, hip: float, chosen: dict[str, Setting]
) -> None:
    body = complete({"height": height, "bust_girth": bust, "waist_girth": waist, "hip_girth": hip})
    for spec in (SHEATH, PENCIL):
        known = {name: choice for name, choice in chosen.items() if spec.option(name)}
        try:
            draft = make_draft(spec, known, body)
        except Refusal as refusal:
            said = refusal.message
        else:
            said = "drafted"
            assert all(np.isfinite(piece.cut_line).all() for piece in draft.pieces)
        assert said


def test_bodies_far_from_any_survey_are_drafted_without_fault_or_refused() -> None:
    """Waists wider than busts, waists of 500 under busts of 950: what darts and side seams can't
    shape is refused, never drawn crossed."""
    for girths in ((950, 500, 750), (850, 1000, 1100), (1100, 1200, 1300), (1300, 650, 1500)):
        bust, waist, hip = (float(girth) for girth in girths)
        body = complete(
            {"height": 1650.0, "bust_girth": bust, "waist_girth": waist, "hip_girth": hip}
        )
        for spec in (SHEATH, PENCIL):
            try:
                draft = make_draft(spec, {}, body)
            except Refusal:
                continue
            assert check(to_dict(draft)) == []


@pytest.mark.parametrize("shape", ["v", "scoop"])
def test_neck_and_armhole_facing_do_not_lie_over_one_another(shape: str) -> None:
    choices: dict[str, Setting] = {"neckline": shape, "neck_depth": 140.0, "neck_width": 40.0}
    for body in women()[:12]:
        draft = make_draft(SHEATH, choices, body)
        for neck, armhole in (("FNF", "FAF"), ("BNF", "BAF")):
            a, b = (
                shapely.Polygon(np.concatenate([e.points for e in draft.piece(code).edges]))
                for code in (neck, armhole)
            )
            assert a.distance(b) > 2.0
