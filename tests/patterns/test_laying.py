"""How much cloth a draft needs: pieces inside the cloth, apart, along the grain, the same again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from cms.demo.templates import TEMPLATES
from measurements.statistics import complete
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.laying import ClothNeed, Laid, along_grain, cloth_need, main_cloth
from tests.patterns.drafts import right_draft
from tests.patterns.dressed import SIZE_40


def on_cloth(draft: Draft, laid: Laid) -> shapely.Polygon:
    points = along_grain(draft.piece(laid.piece), laid.copy)
    if laid.turned:
        points = points.max(axis=0) - points
    return shapely.Polygon(points + np.array([laid.x, laid.y]))


def prove(draft: Draft, need: ClothNeed, width: float) -> None:
    for material, length in need.lengths.items():
        shapes = [on_cloth(draft, laid) for laid in need.layout if laid.material == material]
        for index, shape in enumerate(shapes):
            assert shapely.box(0, 0, width, length).covers(shape)
            for other in shapes[:index]:
                assert shape.intersection(other).area < 1e-6


def test_each_copy_lies_on_the_cloth_apart_from_the_others() -> None:
    draft = right_draft()
    need = cloth_need(draft, 1400.0)

    copies = sorted((laid.piece, laid.copy) for laid in need.layout)
    assert copies == [("BS", 1), ("BS", 2), ("BWF", 1), ("BWF", 2), ("FS", 1), ("FWF", 1)]
    assert [laid.mirrored for laid in need.layout if laid.piece == "BS"] == [False, True]
    prove(draft, need, 1400.0)


def test_a_wide_cloth_takes_the_skirt_side_by_side_and_a_narrow_one_does_not() -> None:
    wide = cloth_need(right_draft(), 1400.0).lengths["main"]
    narrow = cloth_need(right_draft(), 900.0).lengths["main"]

    assert 650 <= wide <= 760  # one length of the skirt and the facings
    assert narrow >= 2 * 650
    assert wide % 10 == 0


def test_a_roomier_fit_is_not_the_cheaper_for_a_bad_layout() -> None:
    """Three rows of a pleated skirt need no fourth because its band was laid first."""
    spec = next(spec for spec in TEMPLATES if spec.slug == "pleated-skirt")
    taken = complete({**SIZE_40.values_by_name})
    need = [
        cloth_need(make_draft(spec, {"fit": fit}, taken), 1400.0)
        for fit in ("close", "regular", "easy")
    ]
    lengths = [each.lengths["main"] for each in need]
    assert lengths == sorted(lengths)
    assert lengths[-1] < 2000.0
    prove(make_draft(spec, {"fit": "easy"}, taken), need[-1], 1400.0)


def test_the_same_draft_is_laid_the_same() -> None:
    assert cloth_need(right_draft(), 1400.0) == cloth_need(right_draft(), 1400.0)


@pytest.mark.parametrize("nap", [False, True])
def test_the_main_cloth_alone_is_as_long_as_in_the_whole_need(nap: bool) -> None:
    draft = right_draft()
    assert main_cloth(draft, 1400.0, nap) == cloth_need(draft, 1400.0, nap).lengths["main"]
    with pytest.raises(Refusal):
        main_cloth(draft, 500.0, nap)


def test_with_a_nap_nothing_is_turned() -> None:
    need = cloth_need(right_draft(), 1400.0, nap=True)

    assert not any(laid.turned for laid in need.layout)
    assert need.lengths["main"] >= cloth_need(right_draft(), 1400.0).lengths["main"]


def test_a_piece_wider_than_the_cloth_is_refused_in_words() -> None:
    with pytest.raises(Refusal) as refusal:
        cloth_need(right_draft(), 500.0)

    assert refusal.value.code == "cloth_too_narrow"
    assert "front skirt is 54 cm wide" in refusal.value.message or (
        "front skirt is 55 cm wide" in refusal.value.message
    )


def test_a_grainline_across_lays_the_piece_along_the_cloth() -> None:
    draft = right_draft()
    facing = replace(draft.piece("FWF"), grainline=((50.0, 25.0), (400.0, 25.0)))
    turned = replace(
        draft, pieces=tuple(facing if piece.code == "FWF" else piece for piece in draft.pieces)
    )

    width, length = along_grain(facing).max(axis=0)
    assert length > 500 > width
    prove(turned, cloth_need(turned, 1400.0), 1400.0)


def test_a_tilted_grainline_is_turned_upright() -> None:
    piece = right_draft().piece("BS")
    tilted = replace(piece, grainline=((100.0, 100.0), (300.0, 300.0)))
    square = along_grain(tilted)

    assert np.ptp(square[:, 0]) == pytest.approx(np.ptp(square[:, 0]))
    assert shapely.Polygon(square).area == pytest.approx(shapely.Polygon(piece.cut_line).area)
    assert square.max(axis=0)[1] > along_grain(piece).max(axis=0)[1] * 0.9


def test_interfacing_is_laid_on_a_cloth_of_its_own() -> None:
    draft = right_draft()
    interfacing = replace(draft.piece("BWF"), code="BWFI", material="interfacing")
    need = cloth_need(replace(draft, pieces=(*draft.pieces, interfacing)), 1400.0)

    assert need.lengths["interfacing"] < 200
    assert need.lengths["main"] == cloth_need(draft, 1400.0).lengths["main"]
