"""The bodice's front: whatever shapes the bust, it fits, sews up and stays within what can be sewn."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pytest

from measurements.body import Body
from measurements.charts import DEMO_CHART, size_body
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.checks import check
from patterns.components.base import Making
from patterns.components.bodice.shaping import ORDER, share_out
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.specs import Setting, TemplateSpec

WOMEN = [complete(woman) for woman in synthetic_women(8, 11)]
LARGER = [complete(woman) for woman in larger_women(5, 4)]
FLARED: Mapping[str, Setting] = {"skirt.style": "a_line", "skirt.flare": 6.0}
WRAPPED: Mapping[str, Setting] = {
    "bodice.front": "wrap", "bodice.opening": "front", "skirt.style": "wrap", "skirt.opening": "front",
}  # fmt: skip
DARTS = ("side", "french", "shoulder", "armhole", "waist", "eased")
PRINCESS = ("shoulder_princess", "armhole_princess")


def spec(bust: str, cut: str = "waist", sleeve: bool = False, **more: Setting) -> TemplateSpec:
    components = ["bodice", "neckline", "sleeve" if sleeve else "armhole"]
    if cut != "through":
        components.append("skirt")
    return TemplateSpec(
        slug="front", name="Front", kind="dress", components=tuple(components), options=(),
        eases={"regular": {"bust": 70.0, "waist": 40.0, "hip": 55.0, "upper_arm": 50.0}},
        parameters={
            "bodice.bust": bust, "bodice.cut": cut,
            "bodice.across_back_ease": 4.0 if sleeve else -12.0,
            **{name.replace("__", "."): value for name, value in more.items()},
        },
    )  # fmt: skip


def drafted(bust: str, body: Body, cut: str = "waist", **more: Setting) -> Draft:
    return make_draft(spec(bust, cut, **more), {}, body)


def named(settings: Mapping[str, Setting]) -> dict[str, Setting]:
    return {name.replace(".", "__"): value for name, value in settings.items()}


VARIANTS: list[tuple[str, str, Mapping[str, Setting]]] = [
    *((bust, "waist", {}) for bust in (*DARTS, *PRINCESS)),
    ("gathers", "waist", {"skirt.style": "half_circle"}),
    *((bust, "empire", FLARED) for bust in ("side", "gathers", "shoulder_princess")),
    *((bust, "through", {}) for bust in ("side", "french", "armhole", "armhole_princess")),
    ("eased", "through", {"bodice.shaping": "loose"}),
    *((bust, "waist", WRAPPED) for bust in ("side", "waist", "gathers")),
]


@pytest.mark.parametrize(("bust", "cut", "more"), VARIANTS)
def test_every_way_to_shape_the_bust_sews_up(
    bust: str, cut: str, more: Mapping[str, Setting]
) -> None:
    made = spec(bust, cut, **named(more))
    for body in (*WOMEN[:4], *LARGER[:2]):
        assert check(to_dict(make_draft(made, {}, body))) == []


@pytest.mark.parametrize("bust", [*DARTS, *PRINCESS, "gathers"])
def test_no_woman_is_refused_for_her_bust(bust: str) -> None:
    made = spec(bust, **named({"skirt.style": "half_circle"}))
    for body in (*WOMEN, *LARGER):
        make_draft(made, {}, body)


def mouth(draft: Draft, first: str, second: str) -> float:
    front = draft.piece("FB")
    return math.dist(front.edge(first).points[0], front.edge(second).points[-1])


@pytest.mark.parametrize(("bust", "legs"), [
    ("side", ("bust_dart_upper_left", "bust_dart_lower_left")),
    ("french", ("bust_dart_upper_left", "bust_dart_lower_left")),
    ("shoulder", ("shoulder_dart_inner_left", "shoulder_dart_outer_left")),
    ("armhole", ("armhole_dart_upper_left", "armhole_dart_lower_left")),
])  # fmt: skip
def test_a_dart_opens_where_it_was_asked_for_and_can_be_sewn(
    bust: str, legs: tuple[str, str]
) -> None:
    found = 0
    for body in (*WOMEN, *LARGER):
        draft = drafted(bust, body)
        if any(edge.name == legs[0] for edge in draft.piece("FB").edges):
            found += 1
            assert mouth(draft, *legs) <= 45.0
    assert found >= 10


def test_what_is_shared_out_adds_up_and_leaves_a_quarter_at_most(size_38: Body) -> None:
    most = {"side": 42.0, "waist": 20.0, "armhole": 50.0, "shoulder": 24.0}
    for style in ("side", "armhole", "shoulder"):
        for whole in (3.0, 12.0, 40.0, 60.0, 90.0, 110.0):
            making = Making(size_38, {}, ())
            shaping = share_out(making, style, whole, most, 60.0)
            assert sum(shaping.shares.values()) + shaping.left == pytest.approx(whole)
            assert shaping.left <= max(0.25 * whole, 4.0) + 0.5
            assert all(
                shaping[place] <= most[place] + 0.01 for place in ORDER[style] if place in most
            )
    with pytest.raises(Refusal):
        share_out(Making(size_38, {}, ()), "side", 300.0, most, 60.0)


@pytest.fixture
def size_38() -> Body:
    return size_body(DEMO_CHART, "38")


def test_the_drafting_books_size_12(size_38: Body) -> None:
    """Trade facts §3: bust 880."""
    draft = drafted("side", size_38, sleeve=True, neckline__shape="jewel")
    value = {measure.name: measure.value for measure in draft.finished}
    assert abs(value["across_back"] - 344) <= 8
    assert abs(value["across_front"] - 324) <= 6
    assert abs(value["shoulder_length"] - 122) <= 4
    assert 0.46 <= value["armhole_girth"] / 880 <= 0.50


@pytest.mark.parametrize("sleeve", [False, True])
def test_the_armhole_has_room_for_the_arm(sleeve: bool) -> None:
    for body in (*WOMEN, *LARGER):
        try:
            draft = drafted("side", body, sleeve=sleeve)
        except Refusal:
            continue
        girth = draft.measure("armhole_girth")
        assert girth
        assert girth.value >= body["armscye_girth"] + (15.0 if sleeve else 5.0)


@pytest.mark.parametrize("bust", PRINCESS)
def test_a_princess_seam_is_eased_over_the_bust_alone_and_runs_on_smoothly(bust: str) -> None:
    for body in (*WOMEN, *LARGER):
        draft = drafted(bust, body)
        seam = next(seam for seam in draft.seams if seam.name == "front princess left")
        assert 0.0 <= seam.ease <= 6.0
        (above_a, above_b), (_, _), (below_a, below_b) = seam.match
        assert above_a == pytest.approx(above_b, abs=0.1)
        assert (below_a - above_a) - (below_b - above_b) == pytest.approx(seam.ease, abs=0.1)
        assert below_b - above_b <= 120.0
        for code, name in (("FB", "princess_left"), ("SFB", "princess")):
            steps = np.diff(draft.piece(code).edge(name).points, axis=0)
            turns = np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))
            assert np.abs(turns).max() < math.radians(3.0)


def test_gathers_stand_under_the_bust_and_are_usual_ones() -> None:
    for body in WOMEN:
        draft = drafted("gathers", body, "empire", **named(FLARED))
        gathered = [seam for seam in draft.seams if seam.kind == "gather"]
        assert len(gathered) == 2
        assert all(1.2 <= (seam.ratio or 0.0) <= 2.5 for seam in gathered)
        assert draft.measure("underbust_girth")
        assert not draft.measure("waist_girth")


def test_a_wrap_crosses_the_centre_above_the_waist_and_is_stayed() -> None:
    for body in WOMEN:
        draft = drafted("waist", body, **named(WRAPPED))
        front = draft.piece("FB")
        assert front.quantity == 2
        assert front.mirrored
        edge = front.edge("wrap_edge").points
        assert edge[0][0] < -80.0
        assert edge[-1][0] > 20.0
        over = next(mark.points[0] for mark in front.marks if mark.kind == "match")
        assert over[0] == 0.0
        assert edge[-1][1] < over[1] < edge[0][1]
        tape = next(trim for trim in draft.trims if trim.name == "stay tape")
        measure = draft.measure("wrap_edge")
        assert measure
        assert tape.size
        assert 0.97 * measure.value < tape.size < measure.value
        assert any(seam.closure == "wrap" for seam in draft.seams)
        assert draft.piece("TI").quantity == 2


def test_an_eased_front_swings_its_bust_into_the_hem_and_tells_what_dart_is_kept() -> None:
    for body in WOMEN:
        draft = drafted("eased", body, "through", bodice__shaping="loose")
        hem = draft.parameters.get("bodice.bust_dart_hem", 0.0)
        whole = draft.parameters["bodice.bust_dart"]
        assert isinstance(hem, float)
        assert isinstance(whole, float)
        assert hem <= 0.36 * max(whole, 0.0)
        kept = any(edge.name.startswith("bust_dart") for edge in draft.piece("FB").edges)
        assert kept == any(remark.code == "dart_kept" for remark in draft.warnings)


def test_the_same_numbers_give_the_same_front(size_38: Body) -> None:
    for bust in ("side", *PRINCESS):
        first, second = (drafted(bust, size_38) for _ in range(2))
        for a, b in zip(first.pieces, second.pieces, strict=True):
            assert a.cut_line.tobytes() == b.cut_line.tobytes()
