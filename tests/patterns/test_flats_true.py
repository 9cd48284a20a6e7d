"""The drawn garment against its draft, by the SVG alone, on many bodies and at every step of every slider."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import shapely

from cms.demo.templates import TEMPLATES
from measurements.body import Body
from measurements.population import synthetic_women
from measurements.statistics import complete
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.flats import draw, line_drawing
from patterns.flats.arms import AROUND
from patterns.specs import FabricSpec, OptionSpec, Setting, TemplateSpec
from tests.patterns.seen import Seen, long, moved

CLOTH = FabricSpec("trial", "Trial cloth, grey", "#808080", 1500.0, 1)
SPECS = {spec.slug: spec for spec in TEMPLATES}
LARGER = (
    {"height": 1620.0, "bust_girth": 1200.0, "waist_girth": 1060.0, "hip_girth": 1270.0},
    {"height": 1580.0, "bust_girth": 1060.0, "waist_girth": 990.0, "hip_girth": 1080.0},
)
STEPS = 20


def women() -> list[Body]:
    return [complete(row) for row in (*synthetic_women(6, 11), *LARGER)]


def made(slug: str, body: Body, **choices: Setting) -> Draft | None:
    try:
        return make_draft(SPECS[slug], choices, body)
    except Refusal:
        return None


def average() -> Body:
    return complete({
        "height": 1650.0, "bust_girth": 930.0, "waist_girth": 760.0, "hip_girth": 1010.0,
    })  # fmt: skip


def sleeved(spec: TemplateSpec) -> dict[str, Setting]:
    """The template with the last of the sleeves that it offers, if they are to be chosen."""
    option = next((each for each in spec.options if each.name == "sleeves"), None)
    return {} if option is None else {"sleeves": option.values[-1]}


def close(seen: float, wanted: float) -> bool:
    return abs(seen - wanted) <= max(0.01 * wanted, 3.0)


@pytest.mark.parametrize("slug", SPECS)
def test_every_breadth_and_length_is_the_draft_s_on_every_body(slug: str) -> None:
    told = 0
    for body in women():
        draft = made(slug, body, **sleeved(SPECS[slug]))
        if draft is None:
            continue
        finished = {measure.name: measure.value for measure in draft.finished}
        for view in ("front", "back"):
            seen = Seen(draw(draft, CLOTH, "front" if view == "front" else "back"))
            for level, (_, ratio) in seen.levels.items():
                if f"{level}_girth" in finished:
                    told += 1
                    assert close(seen.breadth(level), finished[f"{level}_girth"] * ratio), level
            if "sleeve_hem" in finished and "cuff" not in seen.lines:
                told += 1
                assert close(seen.across("sleeve_hem"), finished["sleeve_hem"] * AROUND)
            if "hem" in seen.lines:
                told += 1
                assert close(seen.low("hem") - seen.waist, finished["skirt_length"])
            if {"waist", "hem"} <= set(seen.lines) and draft.parameters.get(
                "bodice.cut"
            ) != "empire":
                assert seen.low("waist") == pytest.approx(seen.waist, abs=1)
    assert told > 10


def elastic(draft: Draft) -> float | None:
    """How far round the arm an elastic lies that is cut 10 mm shorter and lapped by 20; None without."""
    cut = next((trim.size for trim in draft.trims if trim.name.startswith("elastic")), None)
    return cut and cut - 20.0 + 10.0


def reach(seen: Seen, style: object, cuffed: bool) -> float:
    """How long the right sleeve is drawn with its cuff: down its outside from the shoulder's tip, a kimono's
    from the neck; one with fullness straight from tip to end, since it is longer than it reaches."""
    if style == "kimono":
        return long(seen.right("shoulder")) + long(seen.outer("sleeve"))
    if style in ("puff", "bishop"):
        tip = seen.right("armhole")[0]
        end = max(seen.foot("cuff")[[0, -1]], key=lambda point: float(point[0]))
        return float(np.hypot(*(end - tip)))
    return long(seen.outer("sleeve")) + (long(seen.outer("cuff")) if cuffed else 0.0)


def wanted_reach(draft: Draft, finished: dict[str, float]) -> float:
    style = draft.parameters["sleeve.style"]
    if style == "kimono":
        return finished["shoulder_length"] + finished["sleeve_length"]
    if style in ("puff", "bishop"):
        return float(draft.parameters["sleeve.ends"])
    return finished["sleeve_length"]


SLEEVES = [
    pytest.param(spec.slug, {option.name: value}, id=f"{spec.slug} {value}")
    for spec in TEMPLATES for option in spec.options if option.name == "sleeves"
    for value in option.values if value != "none"
] + [
    pytest.param(spec.slug, {}, id=spec.slug)
    for spec in TEMPLATES
    if "sleeve" in spec.components and not any(each.name == "sleeves" for each in spec.options)
]  # fmt: skip


@pytest.mark.parametrize(("slug", "choices"), SLEEVES)
def test_every_sleeve_and_cuff_is_as_long_and_as_broad_as_its_draft_s(
    slug: str, choices: dict[str, Setting]
) -> None:
    told = 0
    for body in women():
        draft = made(slug, body, **choices)
        if draft is None:
            continue
        finished = {measure.name: measure.value for measure in draft.finished}
        for view in ("front", "back"):
            seen = Seen(draw(draft, CLOTH, "front" if view == "front" else "back"))
            cuffed = "cuff" in seen.lines
            end = seen.foot("cuff" if cuffed else "sleeve_hem")
            girth = elastic(draft) or finished["sleeve_hem"]
            assert close(float(np.hypot(*(end[-1] - end[0]))), girth * AROUND)
            style = draft.parameters["sleeve.style"]
            assert close(reach(seen, style, cuffed), wanted_reach(draft, finished)), (style, view)
            told += 1
    assert told > 6


def right_of(seen: Seen, name: str) -> list[np.ndarray]:
    return [line for line in seen.lines.get(name, []) if line[:, 0].mean() > 0]


@pytest.mark.parametrize(
    "slug", ["sheath-dress", "princess-dress", "peplum-top", "shell-top", "qipao"]
)
def test_an_armhole_runs_straight_from_the_tip_to_the_side_without_a_step(slug: str) -> None:
    for body in women():
        draft = made(slug, body, sleeves="none")
        if draft is None:
            continue
        for view in ("front", "back"):
            seen = Seen(draw(draft, CLOTH, "front" if view == "front" else "back"))
            armhole = seen.right("armhole")
            under = armhole[-1]
            assert any(side[0] == pytest.approx(under, abs=0.2) for side in right_of(seen, "side"))
            assert armhole[:, 0].min() > under[0] - 1.5  # no notch in it
            assert (np.diff(armhole[:, 1]) >= 0).all()
            chord = np.interp(armhole[:, 1], armhole[[0, -1], 1], armhole[[0, -1], 0])
            assert (chord - armhole[:, 0]).max() < 0.45 * (armhole[0, 0] - under[0]) + 3.0


@pytest.mark.parametrize("slug", ["qipao", "princess-dress"])
def test_cloth_creases_at_the_waist_only_where_it_is_close_and_across_no_dart(slug: str) -> None:
    creased = 0
    for body in women():
        for fit in ("close", "regular", "easy"):
            draft = made(slug, body, fit=fit)
            if draft is None:
                continue
            seen = Seen(line_drawing(draft))
            darts = [shapely.LineString(line) for line in right_of(seen, "dart")]
            below = seen.right("armhole")[-1][1] + 30.0
            lines = [line for line in right_of(seen, "break") if line[:, 1].min() > below]
            assert fit == "close" or not lines
            creased += len(lines)
            for line in lines:
                assert not any(shapely.LineString(line).crosses(dart) for dart in darts)
    assert creased


def test_a_wrap_s_own_ties_hang_clear_of_its_edge() -> None:
    draft = made("wrap-dress", average(), tied="ties")
    assert draft is not None
    seen = Seen(line_drawing(draft))
    ends = np.concatenate([line for line in seen.lines["tie-bow"] if np.ptp(line[:, 1]) > 150.0])
    edge = max(seen.lines["wrap_edge"], key=lambda line: float(line[:, 1].max()))
    below = ends[ends[:, 1] > edge[:, 1].min() + 40.0]
    assert (np.interp(below[:, 1], edge[:, 1], edge[:, 0]) - below[:, 0]).min() > 8.0


def signature(draft: Draft) -> tuple[object, ...]:
    """What a draft decides by itself as a slider moves: how many darts, whether it needs a vent."""
    of_its_own = ("skirt.vent_height", "bodice.vent_height", "bodice.slit_height", "neckline.slash")
    return (
        len(draft.seams), sum(len(piece.inner_darts) for piece in draft.pieces),
        *(bool(draft.parameters.get(name)) for name in of_its_own),
    )  # fmt: skip


def allowed(option: OptionSpec) -> float:
    """How far a line may move at one of so many steps, mm: of a length by twice as much and a little, of
    another range no further than a flare's folds grow at a step."""
    step = (option.max - option.min) / STEPS
    return 2.2 * step + 8.0 if option.unit == "mm" else 27.0


@pytest.mark.parametrize(
    ("slug", "option"),
    [
        pytest.param(spec.slug, option, id=f"{spec.slug} {option.name}")
        for spec in TEMPLATES for option in spec.options if option.kind == "range"
    ],
)  # fmt: skip
def test_small_steps_of_a_slider_move_the_lines_smoothly(slug: str, option: OptionSpec) -> None:
    needed: dict[str, Setting] = {name: values[-1] for name, values in option.when.items()}
    drafts = [
        draft for value in np.linspace(option.min, option.max, STEPS + 1)
        if (draft := made(slug, average(), **needed, **{option.name: float(value)}))
    ]  # fmt: skip
    view = "back" if "back" in option.name else "front"
    seen = [Seen(line_drawing(draft, "back" if view == "back" else "front")) for draft in drafts]
    steps = [
        moved(a, b)
        for (a, b), (one, other) in zip(pairwise(seen), pairwise(drafts), strict=True)
        if signature(one) == signature(other)
    ]
    assert len(steps) > STEPS / 2
    assert max(steps) <= allowed(option)
    assert max(steps) > 0.1  # it is a slider that shows


@pytest.mark.parametrize(
    ("slug", "one", "other", "same", "differs"),
    [
        ("sheath-dress", {"neck_depth": 60.0}, {"neck_depth": 120.0},
         ("side", "hem", "waist", "dart", "armhole", "shoulder"), "neckline"),
        ("sheath-dress", {"length": 500.0}, {"length": 540.0},
         ("neckline", "armhole", "shoulder", "waist"), "hem"),
        ("sheath-dress", {"sleeves": "short"}, {"sleeves": "long"},
         ("neckline", "armhole", "shoulder", "side", "hem", "waist", "dart"), "sleeve_hem"),
        ("fit-and-flare-dress", {"belt": False}, {"belt": True},
         ("neckline", "armhole", "side", "hem", "fold", "dart"), ""),
        ("bow-blouse", {"cuff_height": 30.0}, {"cuff_height": 80.0},
         ("side", "hem", "bow", "armhole", "shoulder"), "sleeve_hem"),
        ("circle-skirt", {"band_height": 30.0}, {"band_height": 50.0},
         ("hem", "waist", "fold"), "band_top"),
    ],
)  # fmt: skip
def test_an_option_changes_only_what_it_should(
    slug: str,
    one: dict[str, Setting],
    other: dict[str, Setting],
    same: tuple[str, ...],
    differs: str,
) -> None:
    drafts = [make_draft(SPECS[slug], choices, average()) for choices in (one, other)]
    a, b = (Seen(line_drawing(draft)) for draft in drafts)
    for name in same:
        assert [line.tolist() for line in a.lines[name]] == [
            line.tolist() for line in b.lines[name]
        ], name
    if differs:
        assert a.points(differs).tolist() != b.points(differs).tolist()


def hung(slug: str, drape: str, weight: int = 0) -> Seen:
    draft = make_draft(SPECS[slug], {}, average())
    return Seen(line_drawing(draft, fabric=replace(CLOTH, drape=drape, weight=weight)))


def test_stiff_cloth_stands_off_in_few_folds_and_fluid_cloth_falls_in_many() -> None:
    stiff, crisp, fluid = (hung("circle-skirt", drape) for drape in ("stiff", "crisp", "fluid"))
    wide = [float(np.abs(each.points("side")[:, 0]).max()) for each in (stiff, crisp, fluid)]
    assert wide[0] > wide[1] + 10 > wide[2] + 20
    folds = [len(each.lines["fold"]) for each in (stiff, crisp, fluid)]
    assert folds[0] < folds[1] < folds[2]
    breaks = [len(hung("shift-dress", drape).lines["break"]) for drape in ("stiff", "fluid")]
    assert breaks[0] < breaks[1]


def test_heavy_cloth_falls_closer_than_light() -> None:
    light, heavy = (hung("circle-skirt", "crisp", weight) for weight in (90, 380))
    assert np.abs(light.points("side")[:, 0]).max() > np.abs(heavy.points("side")[:, 0]).max() + 10


def test_how_cloth_hangs_changes_no_true_breadth() -> None:
    stiff, fluid = (hung("sheath-dress", drape) for drape in ("stiff", "fluid"))
    for name in ("side", "hem", "neckline"):
        assert stiff.points(name).tolist() == fluid.points(name).tolist()


@pytest.mark.parametrize("slug", SPECS)
def test_every_hem_that_is_turned_up_is_stitched_from_side_to_side(slug: str) -> None:
    for body in women()[::3]:
        draft = made(slug, body)
        if draft is None:
            continue
        for view in ("front", "back"):
            seen = Seen(draw(draft, CLOTH, "front" if view == "front" else "back"))
            low = max(float(line[:, 1].max()) for line in seen.lines["hem"])
            stitched = np.concatenate([
                line for line in seen.lines["hem_stitch"] if line[:, 1].max() > low - 80.0
            ])  # fmt: skip
            for hand in (1.0, -1.0):
                end = max(stitched, key=lambda point: hand * float(point[0]))
                side = max(seen.lines["side"], key=lambda line: hand * float(line[:, 0].mean()))
                side = side[np.argsort(side[:, 1], kind="stable")]
                assert end[0] == pytest.approx(np.interp(end[1], side[:, 1], side[:, 0]), abs=6.0)
