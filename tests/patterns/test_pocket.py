"""Pockets in the side seams and on the front: where they lie, and that they are sewn to what is there."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from patterns.components import COMPONENTS
from patterns.components.pocket.shells import stretch
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft, resolve

from .skirts import SIZE_40, bodies, drafted, faults, skirt

INSEAM = ("straight", "a_line", "six_panel", "half_circle", "circle", "gathered", "tiers", "wrap")
PATCH = ("straight", "a_line", "wrap")


def with_pocket(of_skirt: str, style: str, **parameters: float) -> Draft:
    return drafted(skirt(of_skirt, "pocket", pocket__style=style, **parameters))


@pytest.mark.parametrize(("style", "skirts"), [("inseam", INSEAM), ("patch", PATCH)])
def test_they_are_without_fault(style: str, skirts: tuple[str, ...]) -> None:
    for of_skirt in skirts:
        for body in bodies()[::5]:
            spec = skirt(of_skirt, "pocket", pocket__style=style)
            assert faults(drafted(spec, body)) == []


@pytest.mark.parametrize("of_skirt", INSEAM)
def test_an_inseam_pocket_s_bags_are_sewn_to_both_side_seams_between_notches(of_skirt: str) -> None:
    draft = with_pocket(of_skirt, "inseam", pocket__size=150.0)
    names = {seam.name for seam in draft.seams}
    for hand in ("left", "right"):
        assert {f"pocket {part} {hand}" for part in ("front", "back", "bag")} <= names
        side = next(s for s in draft.seams if s.name == f"side {hand}")
        marks = sorted(at for at, _ in side.match)
        assert any(abs(b - a - 150.0) < 0.01 for a in marks for b in marks)
    assert draft.piece("PO").edge("mouth").length == pytest.approx(150.0, abs=0.01)


def test_a_mouth_that_ends_beside_a_point_of_its_seam_has_no_stub_there() -> None:
    """Or the allowance is laid along the stub, and its corner crosses itself."""
    seam = np.array([[0.0, 0.0], [1.0, 100.0], [1.00001, 200.0], [3.0, 300.0]])
    mouth = stretch(seam, 50.0, float(np.hypot(1.0, 100.0)) + 100.0 + 1e-5)
    assert np.diff(mouth, axis=0)[-1][1] == pytest.approx(100.0, abs=0.01)


def test_the_bags_lie_clear_of_the_hem() -> None:
    draft = with_pocket("straight", "inseam", skirt__length=450.0)
    bag = draft.piece("PO")
    deep = float(np.ptp(bag.edge("round").points[:, 1]))
    assert deep < 400.0


def test_a_patch_pocket_lies_on_the_front_clear_of_darts_and_seams() -> None:
    for body in bodies():
        try:
            draft = drafted(skirt("straight", "pocket", pocket__style="patch"), body)
        except Refusal:  # so narrow a front has no room for them
            continue
        front = draft.piece("FS")
        outline = shapely.Polygon(np.concatenate([edge.points[:-1] for edge in front.edges]))
        for line in front.lines:
            if line.name.startswith("pocket"):
                assert outline.buffer(-5).covers(shapely.LineString(line.points))
                for mark in front.marks:
                    for point in mark.points:
                        assert not shapely.Polygon(line.points).covers(shapely.Point(point))


def test_its_upper_edge_is_hemmed_and_the_others_are_sewn_on() -> None:
    patch = with_pocket("a_line", "patch").piece("PP")
    assert patch.edge("top").finish == "hem"
    assert patch.edge("edge").finish == "seam"
    assert patch.quantity == 2


def test_a_wrap_has_a_patch_only_where_a_hand_can_reach_it() -> None:
    draft = with_pocket("wrap", "patch")
    assert draft.piece("PP").quantity == 1
    (seam,) = (seam for seam in draft.seams if seam.name.startswith("patch pocket"))
    assert seam.b[0].copy == 2  # the wearer's right front, which lies on top


@pytest.mark.parametrize("style", ["inseam", "patch"])
def test_a_shift_has_them_too(style: str) -> None:
    spec = skirt("straight", "pocket", pocket__style=style)
    shift = replace(
        spec, kind="dress", components=("bodice", "neckline", "armhole", "pocket"),
        parameters={"pocket.style": style, "bodice.cut": "through", "bodice.shaping": "loose",
                    "bodice.length": 550.0},
    )  # fmt: skip
    draft = make_draft(shift, {}, SIZE_40)
    assert any(seam.name.endswith("pocket left") or "pocket" in seam.name for seam in draft.seams)
    assert faults(draft) == []


def test_where_no_pocket_can_be_is_said() -> None:
    def said(of_skirt: str, style: str, **parameters: str | float) -> list[str]:
        spec = skirt(of_skirt, "pocket", pocket__style=style, **parameters)
        return COMPONENTS["pocket"].conflicts(resolve(spec, {}), spec.components)

    assert said("straight", "inseam") == []
    assert said("straight", "inseam", skirt__opening="side")
    assert said("knife_pleats", "inseam")
    assert said("circle", "patch")
    assert said("half_circle", "inseam", skirt__length=200.0)
