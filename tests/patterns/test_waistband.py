"""The waistband's three styles on the skirts they go with."""

import numpy as np
import pytest

from patterns.components import COMPONENTS
from patterns.engine import resolve

from .skirts import SIZE_40, bodies, drafted, faults, skirt, value

SHAPED = ("straight", "a_line", "six_panel", "quarter_circle", "half_circle", "circle")


@pytest.mark.parametrize("style", ["straight", "contoured", "faced"])
def test_it_is_without_fault_and_as_wide_as_asked(style: str) -> None:
    for of_skirt in SHAPED:
        for opening in ("back", "side"):
            spec = skirt(of_skirt, waistband__style=style, skirt__opening=opening)
            for body in bodies()[::5]:
                draft = drafted(spec, body)
                assert faults(draft) == []
                assert value(draft, "waist_girth") == pytest.approx(
                    body["waist_girth"] + 10, abs=0.1
                )


@pytest.mark.parametrize("style", ["gathered", "tiers", "knife_pleats", "box_pleats"])
def test_a_straight_band_takes_up_what_is_gathered_or_pleated(style: str) -> None:
    draft = drafted(skirt(style))
    band = next(seam for seam in draft.seams if seam.name == "band")
    assert band.kind == ("gather" if style in ("gathered", "tiers") else "ease")


def test_it_opens_where_the_skirt_opens() -> None:
    for opening, line in (("back", "centre back"), ("side", "left side")):
        band = drafted(skirt("straight", skirt__opening=opening)).piece("WB")
        assert line in {inside.name for inside in band.lines}


def test_a_wrap_skirt_s_band_runs_out_into_ties() -> None:
    draft = drafted(skirt("wrap"))
    assert draft.piece("TI").quantity == 2
    ties = [seam for seam in draft.seams if seam.name.startswith("tie ")]
    assert {side.edge for seam in ties for side in seam.a} == {"end", "tie_end"}
    (slit,) = (mark for mark in draft.piece("WB").marks if mark.kind == "buttonhole")
    assert len(slit.points) == 2


def test_a_contoured_band_is_curved_and_takes_the_place_of_the_skirt_s_top() -> None:
    draft = drafted(skirt("straight", waistband__style="contoured", waistband__height=40.0))
    plain = drafted(skirt("straight", waistband__style="faced"))
    top = draft.piece("WB").edge("top_left").points
    bottom = draft.piece("WB").edge("bottom_left")
    assert bottom.length > draft.piece("WB").edge("top_left").length + 3
    assert top[-1][1] < top[0][1] - 5
    for code in ("FS", "BS"):
        edge = "side_left" if code == "FS" else "side"
        shorter = plain.piece(code).edge(edge).length - draft.piece(code).edge(edge).length
        assert shorter == pytest.approx(40.0, abs=0.01)
    assert value(draft, "skirt_length") == pytest.approx(600.0, abs=0.1)


def test_a_contoured_band_has_its_own_twin_for_a_facing() -> None:
    draft = drafted(skirt("a_line", waistband__style="contoured"))
    for code, twin in (("WB", "WF"), ("WBB", "WFB")):
        assert draft.piece(twin).layer == "facing"
        for one, other in zip(draft.piece(code).edges, draft.piece(twin).edges, strict=True):
            assert np.allclose(one.points, other.points)
    assert {piece.code for piece in draft.pieces if piece.layer == "interfacing"} == {"WBI", "WBBI"}


def test_a_waist_facing_has_no_darts_and_is_fused() -> None:
    draft = drafted(skirt("straight", waistband__style="faced"))
    assert {edge.name for edge in draft.piece("WF").edges} == {
        f"{name}_{hand}" for name in ("top", "side", "bottom") for hand in ("left", "right")
    }
    assert draft.piece("WFI").layer == "interfacing"


def test_what_has_no_shape_of_its_own_gets_a_straight_band() -> None:
    def said(style: str, band: str, *more: str) -> list[str]:
        spec = skirt(style, *more, waistband__style=band)
        return COMPONENTS["waistband"].conflicts(resolve(spec, {}), spec.components)

    assert said("straight", "contoured") == []
    assert said("gathered", "contoured")
    assert said("wrap", "faced")
    assert said("straight", "straight", "bodice")
    assert drafted(skirt("straight"), SIZE_40).trims[-1].name == "button"
