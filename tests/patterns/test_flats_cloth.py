"""How cloth is drawn where it folds, opens and is seen from inside: as the draft has it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

import numpy as np
import pytest

from cms.demo.templates import TEMPLATES
from measurements.figure import QUIET
from measurements.figure.curves import spline
from measurements.statistics import complete
from patterns.drafting.draft import Draft
from patterns.engine import make_draft
from patterns.flats import draw, line_drawing, threads
from patterns.flats.cloth import palette
from patterns.flats.conventions import Gore
from patterns.flats.worn import Worn
from patterns.specs import FabricSpec, Setting
from tests.patterns.cloths import demo_cloth
from tests.patterns.cloths import seen as seen_pixels
from tests.patterns.flat_specs import body
from tests.patterns.seen import Points, Seen, strokes

CLOTH = FabricSpec("trial", "Trial cloth, grey", "#808080", 1500.0, 1)
SPECS = {spec.slug: spec for spec in TEMPLATES}
BODY = complete({"height": 1650.0, "bust_girth": 930.0, "waist_girth": 760.0, "hip_girth": 1010.0})


def made(slug: str, **choices: Setting) -> Draft:
    return make_draft(SPECS[slug], choices, BODY)


def mirrored(line: Points) -> Points:
    return line * np.array((-1.0, 1.0))


def apart(one: Points, other: Points) -> float:
    """How far the lowest ends of two lines are from one another, mm."""
    return float(np.hypot(*(one[np.argmax(one[:, 1])] - other[np.argmax(other[:, 1])])))


@pytest.mark.parametrize("skirt", ["half_circle", "gathered"])
def test_no_fold_of_a_full_skirt_has_its_like_on_the_other_side(skirt: str) -> None:
    text = line_drawing(made("fit-and-flare-dress", skirt=skirt))
    folds = Seen(text).lines["fold"]
    for fold in folds:
        nearest = min(apart(fold, mirrored(other)) for other in folds if other is not fold)
        assert nearest > 0.5
    assert text == line_drawing(made("fit-and-flare-dress", skirt=skirt))


def test_a_full_hem_waves_and_a_straight_one_does_not() -> None:
    def turns(slug: str, **choices: Setting) -> int:
        hem = Seen(line_drawing(made(slug, **choices))).points("hem")
        way = np.sign(np.diff(hem[:, 1]))
        return int((np.diff(way[way != 0]) != 0).sum())

    assert turns("circle-skirt", skirt="circle") > 10
    assert turns("pencil-skirt") == 1  # lowest at the centre


def test_a_pleat_hangs_as_broad_as_it_is_pressed_and_the_hem_goes_up_in_steps() -> None:
    draft = made("fit-and-flare-dress", skirt="box_pleats")
    seen = Seen(line_drawing(draft))
    wide = float(draft.parameters["skirt.pleat_width"])
    stitched = [line for line in seen.lines["pleat"] if line[:, 1].min() < seen.low("waist") + 20]
    hung = [line for line in seen.lines["pleat"] if line[:, 1].min() > seen.low("waist") + 100]
    assert len(hung) == 2 * len(stitched)  # two edges meet at each
    inner = sorted(
        (line for line in hung if line[:, 0].min() > 0), key=lambda one: one[:, 0].mean()
    )[0]
    assert np.ptp(inner[:, 0]) < 3.0  # the face at the centre: its edges run side by side
    assert 2 * inner[:, 0].mean() == pytest.approx(wide, abs=4.0)
    steps = np.diff(seen.lines["hem"][0], axis=0)
    upright = (np.abs(steps[:, 0]) < 0.3) & (np.abs(steps[:, 1]) > 2.0)
    assert upright.sum() == 2 * len(stitched)


def test_knife_pleats_all_lie_one_way() -> None:
    seen = Seen(line_drawing(made("pleated-skirt", skirt="knife_pleats")))
    (hem,) = seen.lines["hem"]
    steps = np.diff(hem[np.argsort(hem[:, 0], kind="stable")], axis=0)
    upright = steps[np.abs(steps[:, 0]) < 0.3][:, 1]
    assert len({*np.sign(upright[np.abs(upright) > 2.0])}) == 1


@pytest.mark.parametrize("slug", ["wrap-skirt", "a-line-skirt"])
def test_no_fold_rises_where_a_hem_is_little_wider_than_the_hip(slug: str) -> None:
    hem = Seen(line_drawing(made(slug, flare=4.0))).lines
    rising = [line for line in hem.get("fold", ()) if line[:, 1].max() > hem["hem"][0][:, 1].min()]
    assert not rising


def test_a_lining_shows_below_the_facing_and_in_a_slit_if_there_is_one() -> None:
    lining = palette(CLOTH).lining
    for slug, view, choices in (
        ("sheath-dress", "front", {"neck_depth": 120.0}),
        ("pencil-skirt", "back", {"slit": "slit"}),
    ):
        drawn = [
            draw(made(slug, lined=lined, **choices), CLOTH, "back" if view == "back" else "front",
                 figure=False)
            for lined in (False, True)
        ]  # fmt: skip
        assert [lining in text for text in drawn] == [False, True], slug


def test_lace_lies_on_its_lining_or_shows_her() -> None:
    lace, href = demo_cloth("cotton-lace-ivory")
    bare, lined = (
        draw(made("sheath-dress", lined=lined), lace, tile_href=href) for lined in (False, True)
    )
    assert lace.second_colour in lined
    assert lace.second_colour not in bare
    assert 'fill-opacity="0.4"' in bare
    assert 'fill-opacity="0.4"' not in lined


def test_her_hands_hang_over_a_skirt() -> None:
    text = draw(made("fit-and-flare-dress"), CLOTH)
    skirt = text.index('data-part="garment"')
    arms = [found.start() for found in re.finditer(r'<use href="#[^"]*she-whole-arm"', text)]
    assert sum(at > skirt for at in arms) == 2
    assert max(arms) < text.index('data-line="neckline"')  # below what she wears above


def turns(text: str) -> set[float]:
    """By how much the cloth's tile is turned where a picture lays it, degrees."""
    found = re.findall(r'patternTransform="[^"]*rotate\((-?[\d.]+)\)', text)
    return {float(turn) for turn in found}


def test_stripes_turn_round_a_circle_and_a_print_breaks_at_each_pleat() -> None:
    stripe, href = demo_cloth("cotton-stripe-navy")
    circle = draw(made("circle-skirt", skirt="circle"), stripe, tile_href=href)
    angles = sorted(turns(circle))
    assert angles[0] < -25 < 25 < angles[-1]
    floral, href = demo_cloth("cotton-floral-meadow")

    def pieces(skirt: str) -> int:
        draft = made("fit-and-flare-dress", skirt=skirt)
        return len(re.findall(r"<pattern ", draw(draft, floral, tile_href=href)))

    assert pieces("box_pleats") > 4
    assert pieces("gathered") > pieces("box_pleats")


def lean(line: Points) -> float:
    """By how much a line leans out on its way down, degrees from the vertical."""
    (ax, ay), (bx, by) = line[np.argmin(line[:, 1])], line[np.argmax(line[:, 1])]
    return float(np.degrees(np.arctan2(bx - ax, by - ay)))


@pytest.mark.parametrize("skirt", ["quarter_circle", "half_circle", "circle"])
@pytest.mark.parametrize("view", ["front", "back"])
def test_stripes_meet_the_side_of_a_circle_skirt_as_its_grainline_has_it(
    skirt: str, view: Literal["front", "back"]
) -> None:
    draft = made("circle-skirt", skirt=skirt)
    piece = next(each for each in draft.pieces if each.code == ("FS" if view == "front" else "BS"))
    side = next(edge.points for edge in piece.edges if edge.name.startswith("side"))
    off_grain = abs(lean(side)) - abs(lean(np.array(piece.grainline)))
    stripe, href = demo_cloth("cotton-stripe-navy")
    text = draw(draft, stripe, view, tile_href=href)
    drawn = lean(max(Seen(text).lines["side"], key=lambda line: float(line[:, 0].mean())))
    assert max(turns(text)) == pytest.approx(off_grain - drawn, abs=2.5)  # turned so far inwards


@pytest.mark.parametrize(
    ("slug", "choices", "part"),
    [("bow-blouse", {}, "bow"), ("wrap-dress", {"tied": "ties"}, "tie-bow")],
)
def test_stripes_run_along_a_tie_and_it_casts_a_shade(
    slug: str, choices: dict[str, Setting], part: str
) -> None:
    """Not on down from the body's, as if one saw through it."""
    text = draw(made(slug, **choices), demo_cloth("cotton-stripe-navy")[0])
    ends = [line for line in Seen(text).lines[part] if np.ptp(line[:, 1]) > 150.0]
    along = {
        float(turn) for turn in re.findall(r'<path transform="[^"]*rotate\((-?[\d.]+)\)', text)
    }
    for end in ends:
        low = end[np.argmax(end[:, 1])]
        high = end[:2].mean(axis=0)
        wanted = -lean(np.array((high, low)))
        assert min(abs(turn - wanted) for turn in along) < 6.0
    assert len(re.findall(r'id="[^"]*cast"', text)) >= len(ends)


def bare_stretches(text: str, height: float) -> list[float]:
    """How broad what shows no stripe is at a height of the drawing, from one to the next, mm."""
    _, top, _, high = (float(value) for value in Seen(text).root.attrib["viewBox"].split())
    rows = 1600
    scale = rows / high
    row = seen_pixels(text, rows)[round((height - top) * scale)]
    dark = np.nonzero(row.sum(axis=1) < 420.0)[0]
    return list(np.diff(dark[dark < row.shape[0] // 2]) / scale)


@pytest.mark.parametrize("slug", ["puff-sleeve-blouse", "sheath-dress", "qipao"])
def test_no_stretch_of_a_striped_hip_is_without_stripes(slug: str) -> None:
    stripe, _ = demo_cloth("cotton-stripe-navy")
    text = draw(made(slug), stripe, figure=False)
    for below in (25.0, 50.0, 75.0):
        bare = bare_stretches(text, Seen(text).levels["waist"][0] + below)
        seen = [wide for wide in bare if wide > 1.0]
        assert max(seen) < 15.0
        # the less the nearer the side, where the cloth turns away
        assert all(one < other + 1.0 for one, other in pairwise(seen[:6]))


def gores(slug: str, fabric: FabricSpec, **choices: Setting) -> int:
    return len(re.findall(r'<g id="[^"]*-gore"', draw(made(slug, **choices), fabric)))


@pytest.mark.parametrize("cloth", ["cotton-stripe-navy", "linen-check-sage"])
def test_stripes_and_checks_begin_anew_at_a_seam_and_at_a_wrap_s_edge(cloth: str) -> None:
    fabric, _ = demo_cloth(cloth)
    assert gores("princess-dress", fabric) == 2
    assert gores("a-line-skirt", fabric, skirt="six_panel") == 2
    assert gores("wrap-dress", fabric) == 4  # bodice and skirt
    assert gores("sheath-dress", fabric) == 0


@pytest.mark.parametrize("slug", ["wrap-skirt", "shift-dress"])
def test_a_patch_goes_round_her_with_its_cloth(slug: str) -> None:
    """Not flat on the picture, where its outer corner would stand out past the side."""
    draft = made(slug, pockets=True)
    size = draft.parameters["pocket.size"]
    assert isinstance(size, float)
    seen = Seen(line_drawing(draft))
    side = min(seen.lines["side"], key=lambda line: float(line[:, 0].mean()))
    side = side[np.argsort(side[:, 1], kind="stable")]
    patch = min(seen.lines["pocket"], key=lambda line: float(line[:, 0].mean()))
    assert (patch[:, 0] - np.interp(patch[:, 1], side[:, 1], side[:, 0])).min() > 2.0
    upper = patch[patch[:, 1] < patch[:, 1].min() + 0.3 * np.ptp(patch[:, 1])]
    assert 0.55 * size < np.ptp(upper[:, 0]) < 0.8 * size


@pytest.mark.parametrize("slug", ["fit-and-flare-dress", "empire-line-dress"])
def test_the_lower_of_two_tiers_stands_out_and_the_upper_one_s_folds_reach_it(slug: str) -> None:
    seen = Seen(line_drawing(made(slug, skirt="tiers")))
    seam = seen.right("tier")
    end = seam[np.argmax(seam[:, 0])]
    side = max(seen.lines["side"], key=lambda line: float(line[:, 0].mean()))
    out = side[np.abs(side[:, 1] - end[1]) < 1.0][:, 0]
    assert np.ptp(out) > 3.0
    folds = [line for line in seen.lines["fold"] if np.abs(line[:, 1].max() - end[1]) < 25.0]
    assert len(folds) >= 6


def test_no_spike_stands_at_the_end_of_a_knife_pleat_s_hem() -> None:
    seen = Seen(line_drawing(made("pleated-skirt", skirt="knife_pleats")))
    (hem,) = seen.lines["hem"]
    assert np.ptp(hem[hem[:, 0] < hem[:, 0].min() + 0.5][:, 1]) < 1.0
    assert np.ptp(hem[hem[:, 0] > hem[:, 0].max() - 0.5][:, 1]) < 1.0


@pytest.mark.parametrize("slug", ["circle-skirt", "fit-and-flare-dress", "pencil-skirt"])
def test_a_hem_shades_her_legs_below_it(slug: str) -> None:
    text = draw(made(slug), CLOTH)
    (cast,) = re.findall(rf'<path d="([^"]*)" fill="{QUIET.shade}" fill-opacity="\.5"/>', text)
    low = max(float(line[:, 1].max()) for line in strokes(cast))
    assert low > Seen(text).low("hem") + 6.0


@pytest.mark.parametrize("slug", ["princess-dress", "circle-skirt"])
@pytest.mark.parametrize("who", ["average", "plus"])
def test_threads_drawn_together_lie_where_each_does_by_itself(slug: str, who: str) -> None:
    worn = Worn(make_draft(SPECS[slug], {}, body(who)), "front")
    gore = Gore([], lambda y: 40.0 + 0.05 * (y - worn.side.y[0]))
    heights = np.linspace(worn.side.y[0] - 90.0 * worn.has_bodice, worn.hem, 23).tolist()
    along = np.linspace(0.0, 1.1 * worn.quarter(worn.hem), 41)
    each = [[worn.lie(gore.origin(y) + thread, y) for thread in along.tolist()] for y in heights]
    one_by_one = np.array(each, dtype=float)  # None becomes nan
    assert 0.05 < np.isnan(one_by_one).mean() < 0.8  # some the side seam has cut off
    np.testing.assert_allclose(threads.lie(worn, gore, along, heights), one_by_one, atol=1e-9)


def test_curves_drawn_together_run_as_each_does_by_itself() -> None:
    rows = [
        [(0.0, 0.0), (3.0, 40.0), (-2.0, 90.0), (-2.0, 90.0), (14.0, 200.0)],
        [(5.0, 10.0), (6.0, 30.0), (21.0, 31.0)],
        [(1.0, 2.0), (4.0, 60.0)],
        [(7.0, -4.0), (7.5, 80.0), (9.0, 81.0), (40.0, 260.0)],
    ]
    points = np.array([point for row in rows for point in row])
    together = threads.splines(points, np.cumsum([len(row) for row in rows]))
    one_by_one = np.concatenate([spline(row) for row in rows])
    np.testing.assert_allclose(together, one_by_one, atol=1e-9)
