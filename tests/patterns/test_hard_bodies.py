"""Bodies that are hard to draft for, their figures made up and rounded: each once came out with a fault."""

from __future__ import annotations

import math

import numpy as np
import pytest

from measurements.body import Body
from measurements.statistics import complete
from patterns.drafting.draft import Draft, Refusal
from patterns.drafting.geometry import unit
from patterns.engine import make_draft
from patterns.specs import Setting, TemplateSpec

from .dressed import SIZE_40, dress
from .skirts import faults


def body(**given: float) -> Body:
    return complete(given)


LOW_ARMHOLE = body(
    height=1610, bust_girth=920, waist_girth=800, hip_girth=1020, underbust_girth=780, scye_depth=250,
    side_neck_to_bust_point=220, back_neck_to_waist=360, front_neck_to_waist=310, armscye_girth=410,
)  # fmt: skip
LOW_BUST = body(
    height=1640, bust_girth=810, waist_girth=670, hip_girth=890, underbust_girth=640, scye_depth=180,
    side_neck_to_bust_point=310, back_neck_to_waist=310, front_neck_to_waist=330, armscye_girth=330,
)  # fmt: skip
LONG_AND_NARROW = body(
    height=1690, bust_girth=810, waist_girth=620, hip_girth=930, underbust_girth=740, scye_depth=180,
    side_neck_to_bust_point=210, back_neck_to_waist=380, front_neck_to_waist=330, armscye_girth=350,
)  # fmt: skip
SHORT_SIDE = body(
    height=1730, bust_girth=860, waist_girth=650, hip_girth=970, underbust_girth=690, scye_depth=240,
    side_neck_to_bust_point=240, back_neck_to_waist=360, front_neck_to_waist=370, armscye_girth=360,
    upper_arm_girth=290,
)  # fmt: skip
FULL_BUST = body(
    height=1580, bust_girth=1000, waist_girth=870, hip_girth=1110, underbust_girth=840, scye_depth=250,
    side_neck_to_bust_point=280, back_neck_to_waist=330, front_neck_to_waist=350, armscye_girth=410,
)  # fmt: skip
SHORT_ARM = body(
    height=1570, bust_girth=840, waist_girth=680, hip_girth=890, underbust_girth=720, scye_depth=230,
    side_neck_to_bust_point=240, back_neck_to_waist=370, front_neck_to_waist=300, armscye_girth=390,
    upper_arm_girth=280, outer_arm_length=500,
)  # fmt: skip
THICK_ARM = body(
    height=1620, bust_girth=930, waist_girth=720, hip_girth=930, underbust_girth=800, scye_depth=230,
    side_neck_to_bust_point=240, back_neck_to_waist=370, front_neck_to_waist=300, armscye_girth=300,
    upper_arm_girth=330,
)  # fmt: skip

LOOSE: dict[str, Setting] = {
    "bodice__cut": "through", "bodice__shaping": "loose", "bodice__opening": "none",
    "bodice__length": 200.0,
}  # fmt: skip


def drafted(spec: TemplateSpec, woman: Body) -> Draft:
    """Her draft, without fault."""
    draft = make_draft(spec, {}, woman)
    assert faults(draft) == []
    return draft


@pytest.mark.parametrize("cut", ["empire", "waist"])
@pytest.mark.parametrize("bust", ["waist", "armhole"])
def test_a_waist_dart_ends_below_the_height_at_which_the_bust_is_measured(
    cut: str, bust: str
) -> None:
    spec = dress(
        "sleeve",
        "skirt",
        bodice__bust=bust,
        bodice__cut=cut,
        skirt__style="a_line",
        skirt__flare=6.0,
    )
    front = drafted(spec, LOW_ARMHOLE).piece("FB")
    level = front.levels["bust"].y
    assert level is not None
    tips = [
        edge.points[-1] for edge in front.edges if edge.name.startswith("waist_dart")
        and edge.name.endswith("outer_left")
    ]  # fmt: skip
    assert tips
    assert min(y for _, y in tips) > level


def test_a_dart_leaves_the_armhole_and_does_not_run_along_it() -> None:
    front = drafted(dress(bodice__bust="side", **LOOSE), LOW_BUST).piece("FB")
    above, leg = (
        front.edge("armhole_upper_left").points,
        front.edge("armhole_dart_upper_left").points,
    )
    (x, y), (u, v) = unit(tuple(above[-1] - above[-2])), unit(tuple(leg[-1] - leg[0]))
    assert math.degrees(math.acos(x * u + y * v)) > 30.0


def test_the_seam_below_a_french_dart_has_its_own_allowance() -> None:
    for inlay in (0.0, 10.0, 20.0):
        spec = dress("sleeve", "skirt", bodice__bust="french", bodice__inlay=inlay)
        assert drafted(spec, LONG_AND_NARROW).parameters["bodice.bust_dart_french"]


@pytest.mark.parametrize("root", [410.0, 420.0, 430.0])
def test_an_armhole_s_depth_is_solved_where_a_dart_takes_of_its_girth(root: float) -> None:
    her = body(
        height=1720, bust_girth=1110, waist_girth=920, hip_girth=1200, underbust_girth=900,
        scye_depth=190, side_neck_to_bust_point=320, back_neck_to_waist=390, front_neck_to_waist=330,
        armscye_girth=root,
    )  # fmt: skip
    draft = drafted(dress(bodice__bust="side", bodice__across_back_ease=-12.0, **LOOSE), her)
    girth = draft.measure("armhole_girth")
    assert girth is not None
    assert girth.value >= root + 5.0
    assert any(warning.code == "armhole_moved" for warning in draft.warnings)


def test_an_arm_that_no_armhole_has_room_for_is_refused_with_its_measurements() -> None:
    her = body(
        height=1750, bust_girth=950, waist_girth=810, hip_girth=1040, underbust_girth=830,
        scye_depth=170, side_neck_to_bust_point=330, back_neck_to_waist=390, front_neck_to_waist=300,
        armscye_girth=540,
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        make_draft(dress(bodice__bust="side", bodice__across_back_ease=-12.0, **LOOSE), {}, her)
    assert refused.value.code == "armhole"
    assert "armscye_girth" in refused.value.measurements


def test_the_curve_under_a_kimono_s_arm_holds_its_allowance() -> None:
    spec = dress(
        "sleeve", sleeve__style="kimono", sleeve__length="short", bodice__bust="shoulder_princess",
        sleeve__upper_arm_ease=70.0, **LOOSE,
    )  # fmt: skip
    draft = drafted(spec, SHORT_SIDE)
    points = draft.piece("BB").edge("underarm_right").points
    steps = np.diff(points, axis=0)
    turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    long = np.hypot(steps[:, 0], steps[:, 1])
    assert np.min(0.5 * (long[1:] + long[:-1])[turns > 1e-6] / turns[turns > 1e-6]) > 20.0


@pytest.mark.parametrize("long", [180.0, 200.0, 230.0])
def test_a_kimono_is_drafted_that_ends_just_below_the_hips(long: float) -> None:
    """Where its side seam's last stretch is a millimetre: a trial arm may reach down to it."""
    spec = dress(
        "sleeve", sleeve__style="kimono", sleeve__length="short", bodice__bust="shoulder_princess",
        sleeve__upper_arm_ease=70.0, **{**LOOSE, "bodice__length": long},
    )  # fmt: skip
    her = body(
        height=1590, bust_girth=890, waist_girth=720, hip_girth=890, underbust_girth=720, scye_depth=210,
        side_neck_to_bust_point=240, back_neck_to_waist=340, front_neck_to_waist=360, armscye_girth=360,
        upper_arm_girth=310, waist_to_hip=long - 1.0,
    )  # fmt: skip
    assert not any(piece.code == "SL" for piece in drafted(spec, her).pieces)


def test_a_front_that_hangs_in_the_hem_keeps_its_balance() -> None:
    draft = drafted(dress(bodice__bust="eased", **LOOSE), FULL_BUST)
    hangs = draft.parameters["bodice.bust_dart_hem"]
    assert isinstance(hangs, float)
    assert hangs > 20.0


def test_a_short_sleeve_s_lining_is_hemmed_no_deeper_than_its_seam_runs_straight() -> None:
    draft = drafted(dress("sleeve", "skirt", "lining", sleeve__length="short"), SHORT_ARM)
    assert draft.piece("SLL").edge("sleeve_hem").allowance < 20.0


def test_a_lined_sleeve_is_eased_so_that_its_lining_can_be() -> None:
    drafted(dress("sleeve", "skirt", "lining", sleeve__length="short"), THICK_ARM)


def test_patch_pockets_give_way_to_the_side_seams_on_a_front_in_panels() -> None:
    spec = dress(
        "pocket", bodice__cut="through", bodice__bust="shoulder_princess", bodice__length=600.0,
        bodice__opening="back", pocket__style="patch",
    )  # fmt: skip
    draft = drafted(spec, SIZE_40)
    assert any(warning.code == "fallback_inseam_pocket" for warning in draft.warnings)
    assert not any(piece.code == "PP" for piece in draft.pieces)
    spec = dress(
        "pocket", bodice__cut="through", bodice__bust="shoulder_princess", bodice__length=600.0,
        bodice__opening="side", pocket__style="patch",
    )  # fmt: skip
    with pytest.raises(Refusal):
        make_draft(spec, {}, SIZE_40)


def test_a_peplum_too_short_for_a_zip_to_end_in_it_parts_at_its_hem() -> None:
    her = body(height=1620, bust_girth=820, waist_girth=580, hip_girth=860)
    spec = dress("skirt", skirt__style="quarter_circle", skirt__length=150.0)
    draft = drafted(spec, her)
    assert not any(edge.name == "centre_back" for edge in draft.piece("BS").edges)
    assert [trim.name for trim in draft.trims if "zip" in trim.name] == ["separating zip"]
