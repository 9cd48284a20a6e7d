"""Every style and length of sleeve on many bodies: what a tailor relies on, measured on the pieces."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from measurements.body import Body
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.checks import check
from patterns.components import COMPONENTS
from patterns.components.base import Making
from patterns.components.sleeve import conflicts
from patterns.components.sleeve.cap import OF_ARMHOLE, least_armhole, solve_cap, widest
from patterns.drafting.draft import Draft, Edge, Piece, Refusal, Seam
from patterns.drafting.solving import NoRootError
from patterns.engine import make_draft, resolve
from patterns.exports.as_json import to_dict
from patterns.specs import Setting, TemplateSpec

from .shared_checker import CHECKER

SIZE_40 = complete(
    {"height": 1680.0, "bust_girth": 920.0, "waist_girth": 740.0, "hip_girth": 990.0}
)
SET_IN = ("short", "elbow", "three_quarter", "long")
FULL = {
    "puff in a band": {"style": "puff", "length": "short", "cuff": "band", "cuff__height": 25.0},
    "long puff": {"style": "puff", "length": "long", "cuff": "band"},
    "fullest puff": {"style": "puff", "length": "elbow", "cuff": "casing", "fullness": 100.0},
    "bishop": {"style": "bishop", "length": "long", "cuff": "band"},
    "fullest bishop": {"style": "bishop", "length": "long", "cuff": "band", "fullness": 100.0,
                       "cuff__height": 80.0},
    "bishop in a casing": {"style": "bishop", "length": "three_quarter", "cuff": "casing"},
    "long bell": {"style": "bell", "length": "long"},
    "short bell": {"style": "bell", "length": "short", "fullness": 100.0},
}  # fmt: skip


def blouse(ease: float = 50.0, **said: Setting) -> TemplateSpec:
    """A sleeved bodice with a skirt at its waist; `cuff` a style of cuff, other components' parameters as
    component__name, the sleeve's by their names."""
    parts: list[str] = ["bodice", "neckline", "sleeve"]
    parameters: dict[str, Setting] = {"bodice.across_back_ease": 10.0}
    for key, value in said.items():
        if key == "cuff":
            parts.append("cuff")
            parameters["cuff.style"] = value
        else:
            parameters[key.replace("__", ".") if "__" in key else f"sleeve.{key}"] = value
    if parameters.get("bodice.cut") != "through":
        parts.append("skirt")
    eases = {"regular": {"bust": 80.0, "waist": 40.0, "hip": 60.0, "upper_arm": ease}}
    return TemplateSpec("blouse", "Blouse", "top", tuple(parts), (), eases, parameters)


@cache
def bodies() -> tuple[Body, ...]:
    rows = [*synthetic_women(6, 4), *larger_women(3, 5)]
    return (SIZE_40, *(complete(row) for row in rows))


def drafts(count: int = 99, **said: Setting) -> list[Draft]:
    """A draft for each body that has one; most must."""
    found = [draft for draft in _drafts(tuple(said.items()))[:count] if draft]
    assert len(found) >= 0.6 * len(bodies()[:count])
    return found


@cache
def _drafts(said: tuple[tuple[str, Setting], ...]) -> list[Draft | None]:
    found: list[Draft | None] = []
    for body in bodies():
        try:
            found.append(make_draft(blouse(**dict(said)), {}, body))
        except Refusal:
            found.append(None)
    return found


WORDS = ("SL", "CU", "PL", "sleeve", "cuff", "slit", "upper_arm", "overarm", "underarm")


def faults(draft: Draft) -> list[str]:
    """What either checker finds in the sleeve; the bodice has its own tests."""
    data = to_dict(draft)
    found = [f"{fault.kind}: {fault.text}" for fault in check(data)]
    if CHECKER is not None:
        CHECKER.check(data, lambda kind, text: found.append(f"{kind}: {text}"))
    return [fault for fault in found if any(word in fault for word in WORDS)]


def value(draft: Draft, name: str) -> float:
    measure = draft.measure(name)
    assert measure is not None, name
    return measure.value


def seam(draft: Draft, name: str) -> Seam:
    return next(each for each in draft.seams if each.name == name)


def edge(draft: Draft, name: str, code: str = "SL") -> Edge:
    return draft.piece(code).edge(name)


def lengths(draft: Draft, of: Seam) -> tuple[float, float]:
    sides = []
    for side in (of.a, of.b):
        sides.append(sum(edge(draft, s.edge or "", s.piece).length for s in side))
    return sides[0], sides[1]


@pytest.mark.parametrize("length", SET_IN)
def test_a_set_in_sleeve_is_without_fault(length: str) -> None:
    for draft in drafts(length=length):
        assert faults(draft) == []


@pytest.mark.parametrize("length", ["three_quarter", "long"])
def test_a_fitted_sleeve_is_without_fault(length: str) -> None:
    for draft in drafts(length=length, fitted=True):
        assert faults(draft) == []


@pytest.mark.parametrize("name", FULL)
def test_a_full_sleeve_is_without_fault(name: str) -> None:
    for draft in drafts(**FULL[name]):
        assert faults(draft) == []


def test_the_cap_is_eased_over_the_crown_alone_and_more_at_the_back() -> None:
    for draft in drafts():
        for hand in ("left", "right"):
            sewn = seam(draft, f"sleeve {hand}")
            cap, hole = lengths(draft, sewn)
            assert sewn.kind == "ease"
            assert sewn.where == "cap"
            assert cap - hole == pytest.approx(sewn.ease, abs=0.02)
            assert 0.03 <= sewn.ease / hole <= 0.08
            front, crown, back = sewn.match
            assert front[0] == pytest.approx(front[1], abs=0.02)
            assert cap - back[0] == pytest.approx(hole - back[1], abs=0.02)
            over_front = (crown[0] - front[0]) - (crown[1] - front[1])
            assert 0.4 <= over_front / sewn.ease <= 0.5


def test_the_crown_stands_a_little_forward_of_the_shoulder() -> None:
    for draft in drafts():
        sewn = seam(draft, "sleeve left")
        front = sum(
            edge(draft, s.edge or "", s.piece).length
            for s in sewn.b
            if s.piece.startswith(("F", "S"))
        )
        assert 5.0 <= front - sewn.match[1][1] <= 10.0


def test_both_hands_are_notched_single_in_front_double_behind_and_at_the_crown() -> None:
    for draft in drafts(4):
        notches = {(n.edge, n.kind) for n in draft.piece("SL").notches}
        assert {("cap_front", "single"), ("cap_back", "double")} <= notches
        crown = edge(draft, "cap_front").length
        assert any(
            abs(n.at - crown) < 0.5 for n in draft.piece("SL").notches if n.edge == "cap_front"
        )


def test_the_upper_arm_has_its_ease_and_the_cap_a_quarter_of_the_armhole() -> None:
    for ease in (40.0, 60.0):
        for draft in drafts(ease=ease):
            girth = draft.measure("upper_arm_girth")
            assert girth is not None
            assert girth.ease is not None
            gave_way = any(w.code == "fallback_upper_arm_ease" for w in draft.warnings)
            assert 35.0 <= girth.ease <= ease if gave_way else girth.ease == ease
            assert girth.value == pytest.approx(draft.body["upper_arm_girth"] + girth.ease)
            top = edge(draft, "cap_front").points[:, 1]
            high = top[0] - top[-1]
            assert high >= 0.25 * value(draft, "armhole_girth") - 0.01
            assert high <= 0.45 * value(draft, "armhole_girth")


def test_the_front_is_scooped_and_the_back_fuller() -> None:
    for draft in drafts():
        area = {}
        for name in ("cap_front", "cap_back"):
            points = edge(draft, name).points
            chord = points[-1] - points[0]
            away = points - points[0]
            off = (chord[1] * away[:, 0] - chord[0] * away[:, 1]) / math.hypot(*chord)
            along = away @ chord / math.hypot(*chord) ** 2
            area[name] = float(np.trapezoid(off, along)), float(off.min())
        assert area["cap_back"][0] > area["cap_front"][0]
        assert area["cap_front"][1] < -2.0  # hollowed under the chord


def test_lengths_end_where_they_say() -> None:
    found = {length: drafts(6, length=length) for length in SET_IN}
    for short, elbow, three, long in zip(*found.values(), strict=True):
        arm = long.body["outer_arm_length"]
        ends = [value(draft, "sleeve_length") for draft in (short, elbow, three, long)]
        assert ends == sorted(ends)
        assert 10.0 <= ends[3] - arm <= 15.0
        assert ends[0] < 0.5 * arm
        assert 0.5 * arm < ends[1] < 0.6 * arm
        assert 0.72 * arm < ends[2] < 0.85 * arm


def test_a_hand_goes_through_every_hem_or_it_opens() -> None:
    for said in (
        {},
        {"fitted": True},
        {"length": "three_quarter"},
        FULL["long puff"],
        FULL["bishop"],
    ):
        for draft in drafts(6, **said):
            hand = 1.23 * draft.body["wrist_girth"]
            opens = any(s.closure == "buttons" for s in draft.seams)
            assert opens or value(draft, "sleeve_hem") >= hand + 10.0


def test_straight_seams_run_out_square_to_the_hem() -> None:
    for draft in drafts(length="long"):
        for name, at in (("underarm_back", -1), ("underarm_front", 0)):
            points = edge(draft, name).points
            way = points[at] - points[at - 1 if at else 1]
            assert abs(way[0]) < 1e-6 * abs(way[1])


def test_both_underarm_seams_are_as_long_and_the_elbow_has_room() -> None:
    for draft in drafts(length="long"):
        piece = draft.piece("SL")
        assert edge(draft, "underarm_back").length == pytest.approx(
            edge(draft, "underarm_front").length, abs=0.01
        )
        arm = 0.58 * draft.body["outer_arm_length"]
        y = arm + edge(draft, "cap_front").points[-1][1]
        assert _width(piece, float(y)) >= draft.body["elbow_girth"] + 35.0


def _width(piece: Piece, y: float) -> float:
    xs = []
    for each in piece.edges:
        for (x0, y0), (x1, y1) in zip(each.points, each.points[1:], strict=False):
            if (y0 > y) != (y1 > y):
                xs.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    return float(max(xs) - min(xs))


def test_an_elbow_dart_bends_the_forearm_forward() -> None:
    for draft in drafts(length="long", fitted=True):
        upper, lower = edge(draft, "elbow_dart_upper"), edge(draft, "elbow_dart_lower")
        assert 10.0 <= math.dist(upper.points[0], lower.points[-1]) <= 25.0
        hem = edge(draft, "sleeve_hem").points
        assert hem[0][1] > hem[-1][1]  # lower at the back
        straight = edge(drafts_of(draft.body, length="long"), "sleeve_hem").points
        assert hem[:, 0].mean() < straight[:, 0].mean()  # the front lies on paper's left


def drafts_of(body: Body, **said: Setting) -> Draft:
    return make_draft(blouse(**said), {}, body)


def test_a_puff_is_gathered_over_its_crown_alone() -> None:
    for full, least in ((0.0, 50.0), (100.0, 100.0)):
        said = {**FULL["puff in a band"], "fullness": full}
        for draft in drafts(**said):
            crown = seam(draft, "sleeve crown left")
            cap, hole = lengths(draft, crown)
            assert crown.kind == "gather"
            assert cap - hole >= max(least, 0.21 * hole) - 0.1
            if draft.body["upper_arm_girth"] < 350.0:
                assert cap - hole <= max(100.0, 0.23 * hole)
            for side in ("front", "back"):
                under = seam(draft, f"sleeve under {side} left")
                a, b = lengths(draft, under)
                assert under.kind == "join"
                assert a == pytest.approx(b, abs=0.02)
            girth = draft.measure("upper_arm_girth")
            assert girth is not None
            assert girth.body is None  # its width is its fullness
            assert girth.value > draft.body["upper_arm_girth"] + 60.0


def test_parting_the_armhole_keeps_its_length_and_its_facing_measures() -> None:
    plain, puff = (drafts(6, **said) for said in ({"length": "short"}, FULL["puff in a band"]))
    for a, b in zip(plain, puff, strict=True):
        assert value(a, "armhole_girth") == pytest.approx(value(b, "armhole_girth"), abs=0.01)
        assert sum(e.length for e in a.piece("FB").edges) == pytest.approx(
            sum(e.length for e in b.piece("FB").edges), abs=0.01
        )


def test_a_bishop_is_longer_at_the_back_and_opens_there() -> None:
    for draft in drafts(**FULL["bishop"]):
        back, front = edge(draft, "sleeve_hem_back").points, edge(draft, "sleeve_hem").points
        slit = next(line for line in draft.piece("SL").lines if line.name == "opening")
        assert slit.kind == "cut"
        assert math.dist(slit.points[0], back[-1]) < 0.01
        assert back[-1][1] > max(back[0][1], front[-1][1]) + 5.0
        assert slit.points[0][0] > 0.0
        hem = sum(edge(draft, name).length for name in ("sleeve_hem", "sleeve_hem_back"))
        assert 1.5 <= hem / value(draft, "sleeve_hem") <= 2.5


def test_a_cuff_buttons_only_where_the_hand_would_not_go_through() -> None:
    for draft in drafts(**FULL["bishop"]):
        cuff = draft.piece("CU")
        assert {mark.kind for mark in cuff.marks} == {"button", "buttonhole"}
        assert any(trim.name.startswith("button") and trim.quantity == 2 for trim in draft.trims)
        assert value(draft, "sleeve_hem") == pytest.approx(
            draft.body["wrist_girth"] + 40.0, abs=0.1
        )
        assert draft.piece("CUI").layer == "interfacing"
    for draft in drafts(**FULL["puff in a band"]):
        assert not draft.piece("CU").marks
        assert not any(trim.name.startswith("button") for trim in draft.trims)


def test_a_cuff_is_part_of_the_sleeve_s_length() -> None:
    low, high = (
        drafts(4, style="bishop", length="long", cuff="band", cuff__height=tall)
        for tall in (30.0, 90.0)
    )
    for a, b in zip(low, high, strict=True):
        assert value(a, "sleeve_length") == pytest.approx(value(b, "sleeve_length"), abs=1.0)


def test_a_casing_is_the_sleeve_s_own_hem_with_elastic_in_it() -> None:
    for draft in drafts(6, **FULL["bishop in a casing"]):
        assert not any(piece.component == "cuff" for piece in draft.pieces)
        elastic = next(trim for trim in draft.trims if trim.name.startswith("elastic"))
        assert elastic.quantity == 2
        assert elastic.size is not None
        assert draft.body["wrist_girth"] < elastic.size < value(draft, "sleeve_hem")
        assert edge(draft, "sleeve_hem").finish == "hem"


def test_a_bell_flares_from_the_elbow() -> None:
    for draft in drafts(**FULL["long bell"]):
        elbow = 0.58 * draft.body["outer_arm_length"]
        y = elbow + edge(draft, "cap_front").points[-1][1]
        narrow = _width(draft.piece("SL"), float(y))
        assert narrow >= draft.body["elbow_girth"] + 35.0
        assert value(draft, "sleeve_hem") > 1.2 * narrow


def test_the_least_armhole_is_enough_and_hardly_more() -> None:
    for upper in (240.0, 300.0, 380.0, 470.0):
        for ease in (40.0, 80.0):
            body = Body({**SIZE_40, "upper_arm_girth": upper})
            spec = blouse(ease=ease)
            making = Making(body, resolve(spec, {}), spec.components)
            girth = least_armhole(making)
            eased = 25.0 / OF_ARMHOLE * girth

            def high(
                girth: float, eased: float = eased, wide: float = upper + ease
            ) -> float:  # the two halves of a usual armhole
                front, back = girth / 2 - 17.0 + 0.45 * eased, girth / 2 + 17.0 + 0.55 * eased
                try:
                    return solve_cap(front, back, wide, lambda high: 0.12).high
                except NoRootError:
                    return 0.0

            assert high(girth) >= 0.25 * girth
            assert high(girth - 12.0) < 0.25 * girth


def test_a_cap_of_a_given_height_is_as_wide_as_it_may_be() -> None:
    for high in (90.0, 120.0, 150.0):
        wide = widest(210.0, 235.0, high, 0.1)
        assert solve_cap(210.0, 235.0, wide, lambda _: 0.1).high == pytest.approx(high, abs=0.01)


def test_no_cap_is_found_where_the_armhole_is_too_short() -> None:
    with pytest.raises(NoRootError):
        solve_cap(150.0, 160.0, 400.0, lambda high: 0.1)


def test_a_full_arm_is_told_of_before_it_is_refused() -> None:
    told, refused = [], []
    for more in range(0, 160, 10):
        body = Body({**SIZE_40, "upper_arm_girth": SIZE_40["upper_arm_girth"] + more})
        try:
            draft = make_draft(blouse(), {}, body)
        except Refusal as refusal:
            refused.append((more, refusal))
            continue
        told.append((more, {warning.code for warning in draft.warnings}))
        assert faults(draft) == []
    assert told
    assert "cap_ease" not in told[0][1]
    if refused:
        assert "fallback_upper_arm_ease" in told[-1][1]
        assert all(refusal.code == "sleeve_cap" for _, refusal in refused)
        assert "upper_arm_girth" in refused[0][1].measurements
        assert refused[0][0] > told[-1][0]


def test_what_does_not_go_together_is_said() -> None:
    def said(*parts: str, **parameters: Setting) -> list[str]:
        settled = {f"sleeve.{name}": value for name, value in parameters.items()}
        return conflicts(settled, ("bodice", "sleeve", *parts))

    assert said(style="set_in", length="long") == []
    assert said("cuff", style="bishop", length="long") == []
    assert len(said("armhole", style="set_in", length="long")) == 1
    assert len(said(style="puff", length="short")) == 1
    assert len(said("cuff", style="bell", length="long")) == 1
    assert len(said("cuff", style="bishop", length="short")) == 1
    assert len(said(style="set_in", length="short", fitted=True)) == 1
    assert len(said(style="kimono", length="long")) == 1
    assert all(sentence.endswith(".") for sentence in said("armhole", style="puff", length="short"))
    assert COMPONENTS["cuff"].conflicts({}, ("bodice", "cuff")) == ["A cuff needs a sleeve."]


KIMONO = {
    "style": "kimono", "length": "short", "bodice__cut": "through", "bodice__length": 200.0,
    "bodice__bust": "eased", "bodice__shaping": "loose", "bodice__opening": "none",
}  # fmt: skip


def kimonos() -> list[Draft]:
    """Those cut in one with the bodice: of the survey's women nearly all."""
    found = drafts(**KIMONO)
    for draft in found:
        told = any(warning.code == "fallback_set_in" for warning in draft.warnings)
        assert told == any(piece.code == "SL" for piece in draft.pieces)
        assert faults(draft) == []
    grown = [draft for draft in found if not any(piece.code == "SL" for piece in draft.pieces)]
    assert len(grown) >= 6
    return grown


def test_a_kimono_grows_from_front_and_back() -> None:
    for draft in kimonos():
        for code, suffix in (("FB", "_left"), ("BB", "_right")):
            names = [each.name for each in draft.piece(code).edges]
            assert {f"overarm{suffix}", f"sleeve_hem{suffix}", f"underarm{suffix}"} <= set(names)
        assert value(draft, "upper_arm_girth") >= draft.body["upper_arm_girth"] + 35.0
        front, back = edge(draft, "overarm_left", "FB"), edge(draft, "overarm_right", "BB")
        assert front.length == pytest.approx(back.length, abs=0.02)
        assert value(draft, "sleeve_length") == pytest.approx(front.length, abs=0.02)


def test_a_kimono_is_rounded_under_the_arm() -> None:
    for draft in kimonos():
        points = edge(draft, "underarm_left", "FB").points
        steps = np.diff(points, axis=0)
        turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
        assert math.degrees(float(turns.max())) < 12.0
