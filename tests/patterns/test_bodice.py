"""The bodice's back, what it opens by, and what runs on below the waist: what a tailor relies on."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from dataclasses import replace

import pytest

from measurements.body import Body
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.checks import check
from patterns.components.bodice.matching import conflicts
from patterns.components.halves import Half, Rim, Run
from patterns.components.stretches import _moved
from patterns.components.stride import stride
from patterns.drafting.draft import Draft, Edge, Piece, Refusal
from patterns.engine import make_draft, resolve
from patterns.exports.as_json import to_dict
from patterns.specs import Setting, TemplateSpec

from .dressed import SIZE_40, dress

EASES = {"bust": 70.0, "waist": 40.0, "hip": 55.0}
THROUGH: Mapping[str, Setting] = {"bodice.cut": "through", "bodice.length": 600.0}
LOOSE: Mapping[str, Setting] = {**THROUGH, "bodice.shaping": "loose", "bodice.length": 520.0}
PRINCESS: Mapping[str, Setting] = {
    **THROUGH, "bodice.back": "princess", "bodice.bust": "shoulder_princess", "bodice.flare": 5.0,
}  # fmt: skip

WOMEN = [complete(row) for row in synthetic_women(14, 1988)]
LARGER = [complete(row) for row in larger_women(10, 11)]


def style(skirt: bool = False, **parameters: Setting) -> TemplateSpec:
    """A sleeveless garment with these parameters of its bodice."""
    components = ("bodice", "neckline", "armhole", *(("skirt",) if skirt else ()))
    said = {f"bodice.{name}": value for name, value in parameters.items()}
    return TemplateSpec(
        slug="tried", name="Tried", kind="dress", components=components, options=(),
        eases={"regular": EASES}, parameters={"neckline.shape": "scoop", **said},
    )  # fmt: skip


def of(given: Mapping[str, Setting], **more: Setting) -> TemplateSpec:
    own = {name.removeprefix("bodice."): value for name, value in given.items()}
    return style(**{**own, **more})


VARIANTS = {
    "back dart": style(True, back="dart"),
    "back panels": style(True, back="princess"),
    "panels all round": style(True, back="princess", bust="armhole_princess"),
    "side zip": style(True, opening="side"),
    "fish-eye darts": of(THROUGH, opening="side", back="dart", flare=-1.0),
    "long, slit": of(THROUGH, length=1000.0, flare=-1.0),
    "back vent": of(THROUGH, length=800.0, slit="back"),
    "loose": of(LOOSE, flare=3.0),
    "loose, eased": of(LOOSE, bust="eased", length=180.0, opening="none"),
    "short": of(THROUGH, length=120.0),
    "let out": of(THROUGH, length=200.0, opening="none", inlay=15.0),
    "panels to the hem": of(PRINCESS),
    "armhole panels to the hem": of(PRINCESS, bust="armhole_princess", slit="back", flare=0.0),
    "front panels only": of(PRINCESS, back="ease", opening="side"),
    "loose panels": of({**LOOSE, **PRINCESS}, shaping="loose"),
}


def drafts(spec: TemplateSpec, women: list[Body]) -> list[Draft]:
    """Of those who are not refused."""
    found = []
    for body in women:
        with contextlib.suppress(Refusal):
            found.append(make_draft(spec, {}, body))
    return found


def piece(draft: Draft, code: str) -> Piece:
    return draft.piece(code)


def lean(edge: Edge, at: int) -> float:
    """Degrees by which the first or last stretch of an edge is off the upright."""
    (x0, y0), (x1, y1) = edge.points[:2] if at == 0 else edge.points[-2:]
    return math.degrees(math.atan2(abs(x1 - x0), abs(y1 - y0)))


@pytest.mark.parametrize("name", VARIANTS)
def test_no_fault_on_any_woman(name: str) -> None:
    made = drafts(VARIANTS[name], [*WOMEN[:6], *LARGER[:4]])
    assert len(made) >= 8
    faults = [str(fault) for draft in made for fault in check(to_dict(draft))]
    assert not faults, faults[:3]


def test_few_are_refused() -> None:
    for name in ("fish-eye darts", "loose", "panels to the hem"):
        assert len(drafts(VARIANTS[name], WOMEN)) == len(WOMEN), name


def test_a_back_dart_is_closed_into_the_front_shoulder() -> None:
    for draft in drafts(VARIANTS["back dart"], WOMEN[:5]):
        back = piece(draft, "BB")
        inner, outer = back.edge("shoulder_dart_inner"), back.edge("shoulder_dart_outer")
        mouth = math.dist(inner.points[0], outer.points[-1])
        assert 7.0 <= mouth <= 13.0
        assert inner.length == pytest.approx(outer.length, abs=0.01)
        seam = next(seam for seam in draft.seams if seam.name == "shoulder left")
        assert seam.kind == "join"


def test_the_back_is_whole_where_it_does_not_open() -> None:
    for opening in ("side", "none"):
        draft = make_draft(of(THROUGH, opening=opening), {}, WOMEN[0])
        assert piece(draft, "BB").quantity == 1
        assert {edge.name for edge in piece(draft, "BB").edges} >= {"hem_left", "hem_right"}
    assert piece(make_draft(of(THROUGH), {}, WOMEN[0]), "BB").quantity == 2


def test_a_side_zip_opens_on_the_left_and_ends_below_the_waist() -> None:
    draft = make_draft(VARIANTS["fish-eye darts"], {}, WOMEN[0])
    zips = [seam for seam in draft.seams if seam.closure == "zip"]
    assert len(zips) == 1
    assert all(side.edge and side.edge.endswith("_left") for side in zips[0].a)
    (left,) = (s for s in zips[0].a if s.edge == "side_lower_zip_left")
    end = float(piece(draft, "FB").edge(str(left.edge)).points[:, 1].max())
    waist = piece(draft, "FB").levels["waist"].y
    assert waist is not None
    assert end - waist > WOMEN[0]["waist_to_hip"] - 20.0
    joined = {side.edge for seam in draft.seams if seam.kind == "join" for side in seam.a}
    assert {"side_upper_zip_right", "side_lower_zip_right"} <= joined
    assert draft.parameters["bodice.zip_length"] > 250.0


def test_front_and_back_have_one_side_seam_below_the_waist() -> None:
    for draft in drafts(VARIANTS["fish-eye darts"], WOMEN[:4]):
        front, back = (
            float(piece(draft, code).edge(name).length)
            for code, name in (("FB", "side_lower_below_left"), ("BB", "side_below_left"))
        )
        assert front == pytest.approx(back, abs=0.01)


def test_fish_eye_darts_are_as_the_trade_has_them() -> None:
    for draft in drafts(VARIANTS["fish-eye darts"], WOMEN):
        for code in ("FB", "BB"):
            waist = piece(draft, code).levels["waist"].y
            assert waist is not None
            for dart in piece(draft, code).inner_darts:
                wide = abs(dart.a[1][0] - dart.b[1][0])
                assert wide <= 30.0
                assert dart.a[1][1] == pytest.approx(waist, abs=0.01)  # widest at the waist
                assert dart.a[0][1] < waist < dart.a[-1][1]
                bust = piece(draft, code).levels["bust"].y
                assert bust is None or dart.a[0][1] > bust


def test_hips_have_the_ease_asked_for_and_never_less() -> None:
    for name in ("fish-eye darts", "loose", "panels to the hem"):
        for draft in drafts(VARIANTS[name], [*WOMEN, *LARGER]):
            hip = draft.measure("hip_girth")
            assert hip is not None
            assert hip.ease is not None
            assert hip.ease >= EASES["hip"] - 0.01
            told = {warning.code for warning in draft.warnings}
            assert hip.ease < EASES["hip"] + 10.01 or "hip_hangs_free" in told


def test_a_loose_waist_is_free_and_clears_the_body() -> None:
    for draft in drafts(VARIANTS["loose"], [*WOMEN, *LARGER]):
        waist = draft.measure("waist_girth")
        assert waist is not None
        assert waist.body is None
        assert waist.value >= draft.body["waist_girth"] + 30.0
        assert not any(piece.inner_darts for piece in draft.pieces)


def test_what_goes_over_the_head_lets_bust_or_hips_through() -> None:
    for draft in drafts(of(THROUGH, opening="none", length=200.0), WOMEN):
        waist = draft.measure("waist_girth")
        assert waist is not None
        assert waist.value >= min(draft.body["bust_girth"], draft.body["hip_girth"]) + 19.9
        assert not [seam for seam in draft.seams if seam.closure == "zip"]
        assert "waist_to_pass" in {warning.code for warning in draft.warnings}


def test_a_hem_is_wide_enough_to_walk_in_or_slit() -> None:
    for name in ("long, slit", "back vent", "fish-eye darts"):
        for draft in drafts(VARIANTS[name], WOMEN[:6]):
            hem, length = draft.measure("hem_girth"), draft.measure("skirt_length")
            assert hem is not None
            assert length is not None
            vents = [seam for seam in draft.seams if seam.closure == "vent"]
            if hem.value < stride(draft.body, length.value) and length.value > 900.0:
                assert vents
            where = "vent_height" if name == "back vent" else "slit_height"
            assert bool(vents) == bool(draft.parameters[f"bodice.{where}"])
            assert len(vents) in ((0, 1) if name == "back vent" else (0, 2))


def test_a_hem_lies_at_its_length_below_the_waist() -> None:
    for name in ("loose", "panels to the hem"):
        for draft in drafts(VARIANTS[name], WOMEN[:4]):
            length = draft.parameters["bodice.length"]
            assert isinstance(length, float)
            front = piece(draft, "FB")
            line = next(line for line in front.lines if line.name == "skirt length left")
            assert math.dist(*line.points) == pytest.approx(length, abs=0.01)
            lowest = float(front.edge("hem_left").points[:, 1].max())
            assert lowest == pytest.approx(float(line.points[-1][1]), abs=0.01)


def test_panels_part_from_each_other_only_below_the_bust() -> None:
    for draft in drafts(VARIANTS["panels to the hem"], WOMEN[:4]):
        seam = next(seam for seam in draft.seams if seam.name.startswith("back princess"))
        lengths = [
            sum(piece(draft, side.piece).edge(str(side.edge)).length for side in sides)
            for sides in (seam.a, seam.b)
        ]
        assert lengths[0] == pytest.approx(lengths[1], abs=0.01)
        assert len(seam.match) >= 3


def test_princess_backs_measure_as_wide_across_as_asked() -> None:
    for bust in ("shoulder_princess", "armhole_princess"):
        for draft in drafts(of(PRINCESS, bust=bust), WOMEN[:5]):
            across = draft.measure("across_back")
            assert across is not None
            got = sum(
                float(math.dist(*line.points)) * part.quantity
                for part in draft.pieces for line in part.lines
                if line.name.startswith("across back")
            )  # fmt: skip
            assert got == pytest.approx(across.value, abs=0.05)


def test_a_back_is_taken_in_by_waist_darts_or_by_its_seam() -> None:
    """At a waist seam by darts that open on it, cut through by fish-eye darts; panels need neither."""
    for name, shaped in (("back dart", 1), ("back panels", 0), ("fish-eye darts", 1)):
        found = []
        for draft in drafts(VARIANTS[name], [*WOMEN, *LARGER]):
            backs = [p for p in draft.pieces if p.code in ("BB", "SBB")]
            opened = [seam for seam in draft.seams if seam.kind == "dart" and "waist" in seam.name
                      and seam.a[0].piece in ("BB", "SBB")]  # fmt: skip
            inner = [dart for back in backs for dart in back.inner_darts]
            assert bool(inner) <= (name == "fish-eye darts")
            found.append(bool(opened or inner))
        assert sum(found) >= 0.8 * len(found) if shaped else not any(found), name


def test_inlay_is_left_at_sides_and_centre_back_and_told() -> None:
    draft = make_draft(of(THROUGH, inlay=15.0), {}, WOMEN[0])
    for code, names in (("FB", ("side_lower_left",)), ("BB", ("side", "centre_back"))):
        for name in names:
            assert piece(draft, code).edge(name).allowance == 35.0
    told = next(warning for warning in draft.warnings if warning.code == "inlay")
    assert "90 mm" in told.message


def test_it_can_be_let_out_less_without_a_centre_seam() -> None:
    draft = make_draft(of(THROUGH, inlay=15.0, opening="side"), {}, WOMEN[0])
    told = next(warning for warning in draft.warnings if warning.code == "inlay")
    assert "60 mm" in told.message


def test_a_waist_seam_lets_out_no_more_than_the_side_of_it_that_has_less() -> None:
    """One true sentence for the garment: bust by the bodice, hips by the skirt, the waist by the lesser."""
    for skirt, said in ((10.0, "bust by up to 60 mm, waist and hips by up to 40 mm."),
                        (0.0, "bust by up to 60 mm.")):  # fmt: skip
        spec = style(True, inlay=10.0)
        own = {**spec.parameters, "skirt.style": "straight", "skirt.inlay": skirt}
        draft = make_draft(replace(spec, parameters=own), {}, WOMEN[0])
        assert any(edge.name == "vent_top" for edge in piece(draft, "BS").edges)
        (told,) = [warning.message for warning in draft.warnings if warning.code == "inlay"]
        assert told.endswith(said)


def test_a_shoulder_is_told_as_the_sheet_measures_it() -> None:
    told = 0
    for body in (*WOMEN, *LARGER):
        with contextlib.suppress(Refusal):
            draft = make_draft(style(True), {}, body)
            measure = draft.measure("shoulder_length")
            assert measure is not None
            for warning in draft.warnings:
                if warning.code == "shoulder_lengthened":
                    told += 1
                    assert f"its seam is {measure.value:.0f} mm long" in warning.message
                    assert f"the measured {body['shoulder_length']:.0f} mm" in warning.message
    assert told


def test_what_does_not_go_together_is_said() -> None:
    def said(spec: TemplateSpec) -> list[str]:
        return conflicts(resolve(spec, {}), spec.components)

    assert not said(VARIANTS["fish-eye darts"])
    assert said(style(True, cut="through"))
    assert said(style(True, opening="none"))
    assert said(style(True, front="wrap"))
    assert said(of(THROUGH, slit="back", opening="side"))
    assert said(style(True, shaping="loose"))


def test_drafting_twice_gives_the_same() -> None:
    for spec in (VARIANTS["fish-eye darts"], VARIANTS["panels to the hem"]):
        assert str(to_dict(make_draft(spec, {}, WOMEN[1]))) == str(
            to_dict(make_draft(spec, {}, WOMEN[1]))
        )


@pytest.mark.parametrize("slack", [0.4, -0.4])
def test_where_gathers_end_can_follow_what_they_are_sewn_to(slack: float) -> None:
    """A cut of the skirt that falls beside a dart is made at the dart: the bodice's gathers follow it."""
    draft = make_draft(
        dress(
            "skirt",
            bodice__bust="gathers",
            bodice__front="wrap",
            bodice__opening="front",
            skirt__style="wrap",
        ),
        {},
        SIZE_40,
    )
    pieces = [draft.piece("FB")]
    half = Half("FB", "front", whole=False)
    before = {edge.name: edge.length for edge in pieces[0].edges}
    gathered, plain = (
        Rim((Run(half, name, before[name], reversed=True, ratio=ratio),))
        for name, ratio in (("waist_2", 1.5), ("waist_3", 1.0))
    )
    moved = _moved(pieces, gathered, plain, slack)

    front = pieces[0]
    for rim, name, more in ((moved[0], "waist_2", slack), (moved[1], "waist_3", -slack)):
        assert rim.runs[0].length == pytest.approx(before[name] + more)
        assert front.edge(name).length == pytest.approx(before[name] + more)
    meeting = front.edge("waist_3").points[-1]
    assert meeting == pytest.approx(front.edge("waist_2").points[0])
    assert [n for n in front.notches if n.point == pytest.approx(tuple(meeting), abs=1e-6)]
    assert len(front.notches) == len(draft.piece("FB").notches)
