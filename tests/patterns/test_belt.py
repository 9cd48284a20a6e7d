"""Belts: long enough to tie or to buckle, round whatever waist the garment has."""

from __future__ import annotations

import pytest

from patterns.engine import make_draft

from .dressed import SIZE_40, drafts, dress
from .skirts import bodies, drafted, faults, skirt, value


@pytest.mark.parametrize("style", ["tie", "stiff"])
@pytest.mark.parametrize("width", [20.0, 80.0])
def test_a_belt_is_drafted_without_fault(style: str, width: float) -> None:
    for _, draft in drafts(dress("skirt", "belt", belt__style=style, belt__width=width), 4):
        assert faults(draft) == []
    for body in bodies()[::5]:
        spec = skirt("half_circle", "belt", belt__style=style, belt__width=width)
        assert faults(drafted(spec, body)) == []


def test_a_stiff_belt_is_as_long_as_the_waist_and_a_little_for_the_cloth() -> None:
    for body, draft in drafts(dress("skirt", "belt", belt__style="stiff"), 3):
        assert value(draft, "belt_length") == pytest.approx(
            body["waist_girth"] + 40.0 + 20.0, abs=1.0
        )


def test_a_loose_dress_is_drawn_in_by_its_belt() -> None:
    loose = dress("belt", bodice__cut="through", bodice__shaping="loose", belt__style="stiff")
    draft = make_draft(loose, {}, SIZE_40)
    assert value(draft, "belt_length") < SIZE_40["waist_girth"] + 80.0


def test_a_tie_belt_has_ends_to_tie() -> None:
    draft = make_draft(dress("skirt", "belt", belt__style="tie"), {}, SIZE_40)
    assert value(draft, "belt_length") > SIZE_40["waist_girth"] + 1000.0
    assert draft.piece("BE").quantity == 2  # joined at centre back, so that it fits the cloth


def test_a_stiff_belt_brings_its_buckle_and_eyelets() -> None:
    draft = make_draft(dress("skirt", "belt", belt__style="stiff", belt__width=30.0), {}, SIZE_40)
    trims = {trim.name: trim for trim in draft.trims}
    assert trims["belt buckle"].size == 30.0
    (holes,) = (mark for mark in draft.piece("BE").marks)
    assert len(holes.points) == trims["eyelet"].quantity == 5
