"""Collars: as long as the neckline they are sewn to, open where the garment opens, with turn of cloth."""

from __future__ import annotations

import numpy as np
import pytest

from patterns.components import COMPONENTS
from patterns.drafting.draft import Draft
from patterns.engine import make_draft
from patterns.specs import Setting, TemplateSpec

from .dressed import SIZE_40, drafts, dress, long
from .skirts import faults

NONE: dict[str, Setting] = {
    "bodice__cut": "through", "bodice__shaping": "loose", "bodice__opening": "none"
}  # fmt: skip
VARIANTS: dict[str, dict[str, Setting]] = {
    "mandarin": {"collar__style": "mandarin"},
    "high mandarin": {"collar__style": "mandarin", "collar__height": 45.0},
    "qipao": {"collar__style": "qipao", "collar__height": 60.0},
    "peter pan": {"collar__style": "peter_pan"},
    "wide peter pan on a scoop": {
        "collar__style": "peter_pan", "collar__width": 95.0, "neckline__shape": "scoop",
        "neckline__depth": 60.0,
    },
    "bow": {"collar__style": "tie_bow"},
    "bias bow on a v": {"collar__style": "tie_bow", "collar__cut": "bias", "neckline__shape": "v"},
}  # fmt: skip


def collared(**parameters: Setting) -> TemplateSpec:
    whole = {"neckline__shape": "jewel", **parameters}
    skirt = () if whole.get("bodice__cut") == "through" else ("skirt",)
    return dress("collar", *skirt, **whole)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("opening", ["back", "none", "side"])
def test_every_collar_is_drafted_without_fault(variant: str, opening: str) -> None:
    more: dict[str, Setting] = {} if opening == "back" else {**NONE, "bodice__opening": opening}
    for _, draft in drafts(collared(**VARIANTS[variant], **more), 5):
        assert faults(draft) == []


def neckline(draft: Draft) -> float:
    """Of one half."""
    back = "neckline" if draft.piece("BB").quantity == 2 else "neckline_right"
    return long(draft, "FB", "neckline_left") + long(draft, "BB", back)


@pytest.mark.parametrize("variant", ["mandarin", "qipao", "peter pan", "wide peter pan on a scoop"])
def test_both_layers_are_just_as_long_at_the_neck_as_the_neckline(variant: str) -> None:
    for _, draft in drafts(collared(**VARIANTS[variant]), 2):
        for code in ("CO", "COU"):
            assert draft.piece(code).quantity == 2  # cut in two: it opens at the back
            assert long(draft, code, "neck") == pytest.approx(neckline(draft), abs=0.02)


@pytest.mark.parametrize(("style", "turn"), [("mandarin", 1.0), ("peter_pan", 1.2)])
def test_the_upper_layer_has_turn_of_cloth(style: str, turn: float) -> None:
    """Trade facts §7: 1-1.5 in light cloth, at the outer edge alone."""
    draft = make_draft(collared(collar__style=style), {}, SIZE_40)
    upper, under = (draft.piece(code).edge("centre_back").length for code in ("CO", "COU"))
    assert upper - under == pytest.approx(turn, abs=1e-6)
    assert 0.2 < long(draft, "CO", "outer") - long(draft, "COU", "outer") < 6.0


def test_a_collar_is_whole_at_centre_back_unless_the_garment_opens_there() -> None:
    back = make_draft(collared(collar__style="peter_pan"), {}, SIZE_40)
    none = make_draft(collared(collar__style="peter_pan", **NONE), {}, SIZE_40)
    assert back.piece("CO").quantity == 2
    assert none.piece("CO").quantity == 1


@pytest.mark.parametrize(
    ("style", "where"), [("qipao", "FB"), ("tie_bow", "FB"), ("peter_pan", "BB")]
)
def test_the_neck_opens_where_the_collar_does(style: str, where: str) -> None:
    """A side zip does not let the head through: the neck is slashed under the collar's ends."""
    draft = make_draft(
        collared(collar__style=style, **{**NONE, "bodice__opening": "side"}), {}, SIZE_40
    )
    slashed = {piece.code for piece in draft.pieces for line in piece.lines if line.kind == "cut"}
    assert where in slashed
    assert slashed <= {where, f"{where[0]}NF", f"{where[0]}NFI"}
    assert any(remark.code == "neck_opening" for remark in draft.warnings)


@pytest.mark.parametrize("variant", ["mandarin", "peter pan"])
def test_a_collar_is_notched_at_the_shoulder(variant: str) -> None:
    draft = make_draft(collared(**VARIANTS[variant]), {}, SIZE_40)
    back, neck = long(draft, "BB", "neckline"), draft.piece("CO").edge("neck")
    from_centre = [
        notch.at if abs(neck.points[0, 0]) < 0.01 else neck.length - notch.at
        for notch in draft.piece("CO").notches if notch.edge == "neck"
    ]  # fmt: skip
    assert any(abs(at - back) < 0.05 for at in from_centre)


def test_a_stand_curves_up_to_a_round_front() -> None:
    draft = make_draft(collared(collar__style="qipao"), {}, SIZE_40)
    neck = draft.piece("CO").edge("neck").points
    assert neck[0, 1] < neck[-1, 1] - 10.0  # centre front lies higher than centre back
    outer = draft.piece("CO").edge("outer").points
    steps = np.diff(outer, axis=0)
    turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    assert turns.max() < 0.35  # no corner: rounded


def test_a_bow_leaves_room_for_its_knot() -> None:
    for _, draft in drafts(collared(collar__style="tie_bow"), 4):
        assert neckline(draft) - long(draft, "TI", "neck") == pytest.approx(25.0, abs=0.02)
        assert long(draft, "TI", "tie") == pytest.approx(620.0, abs=0.01)


def test_a_bias_bow_lies_on_the_true_bias() -> None:
    piece = make_draft(collared(**VARIANTS["bias bow on a v"]), {}, SIZE_40).piece("TI")
    (ax, ay), (bx, by) = piece.grainline
    assert piece.grain == "bias"
    assert abs(bx - ax) == pytest.approx(abs(by - ay))


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"collar.style": "mandarin", "neckline.shape": "v"}, "jewel"),
        ({"collar.style": "tie_bow", "neckline.shape": "square"}, "V"),
        ({"collar.style": "peter_pan", "neckline.shape": "jewel", "bodice.front": "wrap"}, "wrap"),
    ],
)
def test_what_does_not_go_together_is_said(parameters: dict[str, Setting], words: str) -> None:
    (sentence,) = COMPONENTS["collar"].conflicts(parameters, ("bodice", "neckline", "collar"))
    assert words in sentence
