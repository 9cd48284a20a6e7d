"""What keeps the drawing calm: seams in one curve, hands and hems that lie clear, one colour for one edge."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from cms.demo.templates import TEMPLATES
from measurements.body import Body
from measurements.figure import figure_for
from measurements.figure.curves import path_data
from measurements.figure.drawing import knee_lines
from measurements.statistics import complete
from patterns.engine import make_draft
from patterns.flats import FLATS, bare, draw, line_drawing, quiet
from patterns.flats.arms import ArmLine
from patterns.flats.reading import View
from patterns.flats.worn import Worn
from patterns.specs import FabricSpec, Setting
from tests.patterns.cloths import demo_cloth
from tests.patterns.seen import SVG, Seen, strokes

CLOTH = FabricSpec("trial", "Trial cloth, grey", "#808080", 1500.0, 1)
SPECS = {spec.slug: spec for spec in TEMPLATES}
BODY = complete({"height": 1650.0, "bust_girth": 930.0, "waist_girth": 760.0, "hip_girth": 1010.0})
LARGER = complete(
    {"height": 1620.0, "bust_girth": 1200.0, "waist_girth": 1060.0, "hip_girth": 1270.0}
)
SMALL = complete({"height": 1540.0, "bust_girth": 800.0, "waist_girth": 620.0, "hip_girth": 860.0})
OLDER = complete(
    {"height": 1580.0, "bust_girth": 1060.0, "waist_girth": 990.0, "hip_girth": 1080.0}
)
TALL = complete({"height": 1830.0, "bust_girth": 900.0, "waist_girth": 700.0, "hip_girth": 1000.0})


def drawn(slug: str, body: Body = BODY, cloth: FabricSpec = CLOTH, **choices: Setting) -> str:
    return draw(make_draft(SPECS[slug], choices, body), cloth)


@pytest.mark.parametrize("body", [BODY, LARGER, TALL])
@pytest.mark.parametrize("shaping", ["shoulder_princess", "armhole_princess"])
def test_a_princess_seam_turns_gently_and_keeps_its_ends(shaping: str, body: Body) -> None:
    seen = Seen(line_drawing(make_draft(SPECS["peplum-top"], {"shaping": shaping}, body)))
    seam = seen.right("princess")
    far = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(seam, axis=0).T))))
    steps = np.arange(0.0, far[-1], 20.0)
    paced = np.column_stack([np.interp(steps, far, seam[:, axis]) for axis in (0, 1)])
    turn = np.diff(np.degrees(np.arctan2(*np.diff(paced, axis=0).T)))
    assert np.abs(turn).max() < 8.0  # no corner
    assert min(turn[turn > 0].sum(), -turn[turn < 0].sum()) < 3.0  # one way only
    upper = seen.right("shoulder" if shaping == "shoulder_princess" else "armhole")
    assert np.hypot(*(upper - seam[0]).T).min() < 12.0
    assert np.hypot(*(seen.points("waist") - seam[-1]).T).min() < 12.0


def test_a_knee_that_the_hem_would_cut_is_not_drawn() -> None:
    cap = path_data(knee_lines(figure_for(BODY), "front")[0])
    assert cap in drawn("sheath-dress", length=450.0)
    assert cap not in drawn("sheath-dress", length=580.0)
    assert cap not in drawn("shell-top")  # worn with a skirt to the knee


@pytest.mark.parametrize(
    ("slug", "over"),
    [("princess-dress", True), ("fit-and-flare-dress", True), ("pencil-skirt", False)],
)
def test_her_hands_hang_before_whatever_stands_out_to_them(slug: str, *, over: bool) -> None:
    garment = drawn(slug, TALL).partition('data-part="garment"')[2]
    assert ("she-whole-arm" in garment) == over


@pytest.mark.parametrize("colour", ["#24304a", "#c9b9a2"])
def test_the_bow_and_its_mouth_are_told_from_the_cloth_alike(colour: str) -> None:
    seen = Seen(drawn("bow-blouse", cloth=replace(CLOTH, colour=colour)))
    dark = colour == "#24304a"
    stroke = {
        name: {
            path.attrib["stroke"]
            for path in seen.root.iter(f"{SVG}path") if path.attrib.get("data-line") == name
        }
        for name in ("bow", "bow_mouth")
    }  # fmt: skip
    assert (stroke["bow"] == stroke["bow_mouth"]) == dark
    base = int(colour[1:3], 16)
    assert all((int(each[1:3], 16) > base) == dark for kind in stroke.values() for each in kind)


@pytest.mark.parametrize("colour", ["#1f2a44", "#222226", "#c9b9a2"])
def test_folds_are_told_from_dark_cloth_as_from_light(colour: str) -> None:
    seen = Seen(drawn("circle-skirt", cloth=replace(CLOTH, colour=colour)))
    folds = {
        path.attrib["fill"]
        for path in seen.root.iter(f"{SVG}path") if path.attrib.get("data-line") == "fold"
    }  # fmt: skip
    dark = colour != "#c9b9a2"
    assert folds
    assert all((int(each[1:3], 16) > int(colour[1:3], 16)) == dark for each in folds)


def test_a_print_breaks_on_a_fold_s_own_line() -> None:
    cloth, href = demo_cloth("viscose-floral-midnight")
    text = draw(make_draft(SPECS["circle-skirt"], {"skirt": "circle"}, BODY), cloth, tile_href=href)
    seen = Seen(text)
    cuts = [
        strokes(path.attrib["d"])[0]
        for path in seen.root.iter(f"{SVG}path") if "cloth" in path.attrib.get("fill", "")
    ][1:]  # fmt: skip
    edges = shapely.MultiLineString([cut for cut in cuts if len(cut) > 20])
    broken = [
        fold for fold in seen.lines["fold"]
        if edges.distance(shapely.Point(fold[fold[:, 1].argmax()])) < 2.0
    ]  # fmt: skip
    assert len(broken) >= 3
    assert all(edges.distance(shapely.Point(*at)) < 3.0 for fold in broken for at in fold)


@pytest.mark.parametrize("body", [BODY, LARGER, TALL])
@pytest.mark.parametrize("slug", ["shell-top", "bow-blouse", "qipao", "wrap-dress", "circle-skirt"])
def test_no_line_of_her_neck_touches_the_garment_s_edge(slug: str, body: Body) -> None:
    worn = Worn(make_draft(SPECS[slug], {}, body), "front")
    named = [name for name in ("bodice", "collar") if worn.has(name)]
    sheets = [sheet for name in named for sheet in FLATS[name](worn).whole()]
    seen = bare.lines(worn, sheets)
    covers = [strokes(path_data(panel.curve))[0] for sheet in sheets for panel in sheet.panels]
    if not worn.has_bodice:
        covers = [strokes(path_data(quiet.top_outline(worn)))[0]]
    cloth = shapely.unary_union([shapely.Polygon(each).buffer(0) for each in covers])
    for curve in seen:
        assert shapely.LineString(strokes(path_data(curve))[0]).distance(cloth) > 6.0
    assert len(seen) == {"qipao": 0, "shell-top": 2, "bow-blouse": 2}.get(slug, 4)


@pytest.mark.parametrize("length", [800.0, 850.0])
def test_a_hem_that_is_hardly_full_has_no_nicks(length: float) -> None:
    for body in (BODY, TALL):
        seen = Seen(drawn("wrap-skirt", body, length=length))
        hem = seen.points("hem")
        way = np.degrees(np.arctan2(*np.diff(hem[np.argsort(hem[:, 0])], axis=0).T[::-1]))
        assert np.abs(way).max() < 12.0
        low = hem[:, 1].min()
        folds = [fold for fold in seen.lines.get("fold", []) if fold[:, 1].max() > low - 5.0]
        for fold in folds:  # a short one is a hair's breadth
            broad = 2 * shapely.Polygon(fold).area / np.ptp(fold[:, 1])
            assert broad < max(0.4, 0.02 * np.ptp(fold[:, 1]))


def test_gathers_are_seen_above_the_belt_that_lies_over_their_seam() -> None:
    seen = Seen(drawn("wrap-dress", shaping="gathers"))
    top = seen.points("belt")[:, 1].min()
    assert all(abs(each[:, 1].max() - top) < 15.0 for each in seen.lines["gathers"])
    assert min(np.ptp(each[:, 1]) for each in seen.lines["gathers"]) > 15.0


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_kimono_s_arms_reach_under_its_body_and_lie_as_their_grain_is_cut(view: View) -> None:
    draft = make_draft(SPECS["shell-top"], {"sleeves": "kimono"}, BODY)
    worn = Worn(draft, view)
    assert worn.kimono
    arm = FLATS["sleeve"](worn).panels[0]
    body = FLATS["bodice"](worn).panels[0]
    shapes = [shapely.Polygon(strokes(path_data(each.curve))[0]).buffer(0) for each in (arm, body)]
    shared = shapes[0].intersection(shapes[1])
    assert 2.0 < 2 * shared.area / shared.length < 6.0  # one narrow strip along where they part
    assert arm.grain is not None
    overarm = next(
        edge.points for piece in draft.pieces if piece.code == ("SFB" if view == "front" else "BB")
        for edge in piece.edges if edge.name.startswith("overarm")
    )  # fmt: skip
    across, down = np.abs(overarm[-1] - overarm[0])
    hangs = ArmLine(worn).lean
    assert arm.grain[1] - hangs == pytest.approx(np.degrees(np.arctan2(across, down)))


def test_no_spike_stands_at_the_end_of_a_box_pleat_s_hem() -> None:
    for body in (BODY, LARGER, TALL, SMALL, OLDER):
        hem = Seen(drawn("pleated-skirt", body, skirt="box_pleats")).points("hem")
        upright = np.abs(np.diff(hem[:, 0])) < 0.2
        by_side = np.abs(hem[:-1, 0]) > np.abs(hem[:, 0]).max() - 5.0
        assert np.abs(np.diff(hem[:, 1]))[upright & by_side].max(initial=0.0) < 2.5


def test_a_hem_s_stitches_run_level_out_to_the_side() -> None:
    for body in (BODY, LARGER, SMALL):
        seen = Seen(drawn("fit-and-flare-dress", body))
        ends = [seen.lines["hem_stitch"][n] for n in (0, -1)]
        assert all(np.ptp(end[np.abs(end[:, 0]).argsort()[-6:], 1]) < 1.5 for end in ends)
        assert ends[0][:, 0].max() < seen.right("side")[:, 0].max()


def test_a_faced_waist_shows_its_inside_as_a_band_does() -> None:
    for waistband in ("faced", "straight"):
        flat = line_drawing(make_draft(SPECS["pencil-skirt"], {"waistband": waistband}, BODY))
        assert "band_back" in Seen(flat).lines


@pytest.mark.parametrize("body", [BODY, LARGER, OLDER, SMALL])
@pytest.mark.parametrize("height", [30.0, 40.0, 50.0])
def test_a_skirt_s_darts_are_drawn_as_long_as_they_are_sewn(height: float, body: Body) -> None:
    draft = make_draft(
        SPECS["pencil-skirt"], {"waistband": "contoured", "band_height": height}, body
    )
    views: tuple[tuple[View, str], ...] = (("front", "FS"), ("back", "BS"))
    for view, code in views:
        legs = [
            piece.edge(seam.a[0].edge).points
            for piece in draft.pieces if piece.code == code
            for seam in draft.seams
            if seam.kind == "dart" and seam.a[0].piece == code and seam.a[0].edge
        ]  # fmt: skip
        sewn = {round(float(np.hypot(*(leg[-1] - leg[0])))) for leg in legs}
        seen = Seen(line_drawing(draft, view)).lines.get("dart", [])
        drawn_ = {round(float(np.ptp(dart[:, 1]))) for dart in seen}
        for long in sewn:
            assert long <= 13 or any(abs(long - each) <= 3 for each in drawn_)
        for long in drawn_:
            assert any(abs(long - each) <= 3 for each in sewn)


@pytest.mark.parametrize("body", [BODY, LARGER, SMALL])
@pytest.mark.parametrize("skirt", ["gathered", "tiers", "half_circle"])
def test_no_fold_of_a_full_skirt_stands_out_past_its_side(skirt: str, body: Body) -> None:
    seen = Seen(drawn("fit-and-flare-dress", body, skirt=skirt))
    right = [side for side in seen.lines["side"] if side[:, 0].mean() > 0]
    edge = max(right, key=lambda side: float(side[:, 1].max()))
    edge = edge[edge[:, 1].argsort()]
    for fold in seen.lines["fold"]:
        below = fold[(fold[:, 1] > edge[0, 1] + 20) & (fold[:, 1] < edge[-1, 1] - 10)]
        out = np.abs(below[:, 0]) - np.interp(below[:, 1], edge[:, 1], edge[:, 0])
        assert out.max(initial=-1.0) < 4.0


def test_the_drawing_of_gathered_satin_is_small() -> None:
    satin, _ = demo_cloth("silk-satin-champagne")
    draft = make_draft(SPECS["fit-and-flare-dress"], {"skirt": "tiers"}, LARGER)
    assert len(draw(draft, satin, tile_href=lambda _: "/media/tile.webp").encode()) <= 60 * 1024
