"""Cloth on the garment: seamless, at true scale, along the grain, in its light; and the 24 of the demo."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from cms.demo.fabrics import FABRICS
from cms.demo.templates import TEMPLATES
from cms.demo.weaving import TILES, picture
from measurements.figure import figure_for
from patterns.engine import make_draft
from patterns.flats import draw
from patterns.specs import FabricSpec
from patterns.tiles import scaled
from tests.patterns.cloths import BY_SLUG, data_uri, demo_cloth, seen, woven
from tests.patterns.flat_specs import drafted

SHEATH = next(spec for spec in TEMPLATES if spec.slug == "sheath-dress")
TRIAL = FabricSpec(
    "trial", "Trial", "#808080", 1400.0, 1, tile="trial", tile_width=40, tile_height=40
)


def halves() -> Image.Image:
    """A tile whose left half is black and whose right half is white."""
    return Image.fromarray(np.repeat(np.uint8([[0] * 32 + [255] * 32]), 64, axis=0)).convert("RGB")


def seamed(steps: np.ndarray) -> bool:
    """Whether the first step from a line of pixels to the next, which is that over the tile's edges, stands
    out: a thread's or a stripe's edge is a step like many more."""
    others = steps[4:-3]
    like_it = int((others >= 0.8 * steps[0]).sum())
    return bool(steps[0] > 3.0 * np.median(others) + 4.0 and like_it < 3)


def within(svg: str, x: float, y: float, height: int = 1600) -> np.ndarray:
    """The colour drawn at a place given in mm."""
    left, top, _, high = view_box(svg)
    scale = height / high
    return np.asarray(seen(svg, height)[round((y - top) * scale), round((x - left) * scale)])


def view_box(svg: str) -> list[float]:
    box = re.search(r'viewBox="([^"]*)"', svg)
    assert box is not None
    return [float(v) for v in box[1].split()]


class TestTiles:
    @pytest.mark.parametrize("slug", TILES)
    @pytest.mark.parametrize("size", [512, 128])
    def test_its_edges_run_on_into_each_other(self, slug: str, size: int) -> None:
        tile = woven(slug).convert("RGBA")
        flat = tile if size == 512 else scaled(tile, size)
        assert flat.size == (size, size)
        pixels = np.asarray(flat).astype(float)
        for axis in (0, 1):
            assert not seamed(
                np.abs(pixels - np.roll(pixels, 1, axis=axis)).mean(axis=(1 - axis, 2))
            )

    def test_a_picture_that_does_not_run_on_is_told_by_that_measure(self) -> None:
        ramp = np.repeat(np.arange(256.0)[None, :], 256, axis=0)
        steps = np.abs(ramp - np.roll(ramp, 1, axis=1)).mean(axis=0)
        assert seamed(steps)

    @pytest.mark.parametrize("slug", ["viscose-floral-midnight", "linen-oatmeal"])
    def test_it_is_woven_the_same_each_time(self, slug: str) -> None:
        assert picture(TILES[slug]) == picture(TILES[slug])

    @pytest.mark.parametrize("cloth", FABRICS, ids=lambda cloth: cloth.slug)
    def test_it_has_the_cloth_s_colour(self, cloth: FabricSpec) -> None:
        if cloth.pattern not in ("plain", "twill", "denim", "velvet"):
            return
        mean = np.asarray(woven(cloth.slug).convert("RGB")).mean(axis=(0, 1))
        wanted = [int(cloth.colour[i : i + 2], 16) for i in (1, 3, 5)]
        assert np.abs(mean - wanted).max() < 4

    @pytest.mark.parametrize("cloth", FABRICS, ids=lambda cloth: cloth.slug)
    def test_a_banded_one_shows_whole_repeats(self, cloth: FabricSpec) -> None:
        if cloth.repeat:
            assert (TILES[cloth.slug].width / cloth.repeat).is_integer()


def test_the_demo_offers_24_cloths_that_say_all_that_is_asked() -> None:
    assert len(FABRICS) == 24
    assert {cloth.slug for cloth in FABRICS} == set(TILES)
    assert {"stripe", "check", "dot", "floral", "jacquard", "lace", "velvet", "denim", "twill"} <= {
        cloth.pattern for cloth in FABRICS
    }
    assert {cloth.drape for cloth in FABRICS} == {"stiff", "crisp", "fluid"}
    for cloth in FABRICS:
        assert cloth.composition
        assert cloth.care
        assert cloth.family
        assert 60 < cloth.weight < 400


class TestOnTheGarment:
    def test_it_is_drawn_at_true_scale(self) -> None:
        """Black and white change every 20 mm across the dress, by its picture alone."""
        svg = draw(drafted("bust side"), TRIAL, tile_href=lambda _: data_uri(halves()))
        level = figure_for(drafted("bust side").body).levels["hip"]
        _, top, _, high = view_box(svg)
        row = seen(svg, 2400)[round((level - top) / high * 2400)].mean(axis=1)
        middle = row[len(row) // 2 - 160 : len(row) // 2 + 160] > 110
        changes = np.nonzero(np.diff(middle))[0]
        assert len(changes) >= 8
        assert np.diff(changes) * high / 2400 == pytest.approx(20, abs=0.9)

    def test_a_check_of_20_mm_is_20_mm(self) -> None:
        svg = draw(drafted("skirt straight"), BY_SLUG["linen-check-sage"])
        rows = re.search(r'<path d="(M[^"]*)" fill="none" stroke="#6f7c62"', svg)
        assert rows is not None
        starts = [float(y) for y in re.findall(r"M-?[\d.]+ ?(-?[\d.]+)c", rows[1])]
        assert np.diff(starts) == pytest.approx(20, abs=0.2)

    def test_the_bands_of_a_check_have_no_outline(self) -> None:
        svg = draw(drafted("skirt straight"), BY_SLUG["linen-check-sage"])
        assert 'stroke="url(#' not in svg
        turned = draw(drafted("skirt circle"), BY_SLUG["linen-check-sage"])
        assert 'stroke="url(#' in turned, "but where folds break it their lines are seen"

    def test_the_tile_turns_with_the_grain(self) -> None:
        def ways(garment: str) -> list[float]:
            svg = draw(drafted(garment), TRIAL, tile_href=lambda _: "tile.webp")
            return [
                float(turn)
                for turn in re.findall(r'<pattern[^>]*patternTransform="[^"]*rotate\(([^)]*)', svg)
            ]

        assert ways("skirt straight") == [90.0]  # its waistband's runs round
        sleeves = ways("shift eased")
        assert sorted(sleeves)[0] == pytest.approx(-sorted(sleeves)[-1])
        assert sleeves[0]
        circle = ways("skirt circle")
        assert max(circle) == 90.0
        assert min(circle) < -60  # crosswise, nearly, at the side
        assert max(abs(turn) for turn in ways("skirt quarter_circle") if turn != 90) < 23

    def test_lace_shows_her_or_her_slip_where_the_draft_has_no_lining_and_else_its_lining(
        self,
    ) -> None:
        lace = replace(TRIAL, pattern="lace", second_colour="#b08060", sheen=0.0)
        open_work = data_uri(Image.new("RGBA", (64, 64), (0, 0, 0, 0)))
        draft = drafted("shift eased")
        figure = figure_for(draft.body)
        there = draw(draft, lace, tile_href=lambda _: open_work)
        without = draw(draft, lace)
        edge = 0.55 * (figure.arm.joint[0] + figure.shoulder_point[0])
        for place in ((0.0, figure.levels["waist"]), (edge, figure.levels["bust"] - 30)):
            assert within(there, *place).mean() > within(without, *place).mean() + 20
        lined = make_draft(SHEATH, {"lined": True}, draft.body)
        x, y = 0.0, figure.levels["hip"]
        drawn = draw(lined, lace, tile_href=lambda _: open_work)
        assert np.abs(within(drawn, x, y) - (0xB0, 0x80, 0x60)).max() < 30
        bare = draw(make_draft(SHEATH, {}, draft.body), lace, tile_href=lambda _: open_work)
        assert within(bare, x, y).mean() > within(drawn, x, y).mean() + 20

    def test_a_slip_under_lace_stays_within_its_neckline(self) -> None:
        lace = replace(TRIAL, pattern="lace", second_colour="#b08060", sheen=0.0)
        open_work = data_uri(Image.new("RGBA", (64, 64), (0, 0, 0, 0)))
        draft = make_draft(SHEATH, {"neck_depth": 140.0}, drafted("shift eased").body)
        her = figure_for(draft.body)
        above_its_edge = (0.0, her.levels["pit"] + 105.0)  # and below that of the slip
        with_slip, opaque = draw(draft, lace, tile_href=lambda _: open_work), draw(draft, TRIAL)
        skin = within(opaque, *above_its_edge).astype(int)
        assert np.ptp(skin) > 25
        assert np.abs(within(with_slip, *above_its_edge) - skin).max() < 12

    def test_without_its_picture_a_cloth_is_its_colour(self) -> None:
        for svg in (
            draw(drafted("bust side"), TRIAL),
            draw(drafted("bust side"), TRIAL, tile_href=lambda _: ""),
        ):
            assert "<pattern" not in svg
            assert 'fill="#808080"' in svg

    def test_a_cloth_as_an_old_order_kept_it_is_still_drawn(self) -> None:
        old = {
            "slug": "cotton-stripe", "name": "Striped cotton", "colour": "#f0eee8", "width": 1480.0,
            "price_per_metre": 2400, "composition": "100 % cotton", "weight": 130,
            "pattern": "stripe", "second_colour": "#2c3a5c", "nap": False,
        }  # fmt: skip
        cloth = FabricSpec.from_dict(old)
        assert (cloth.drape, cloth.sheen, cloth.tile) == ("crisp", 0.0, "")
        assert "H2V" in draw(drafted("skirt straight"), cloth)  # a stripe 4 mm wide down the centre


class TestLight:
    def across(self, cloth: FabricSpec) -> np.ndarray:
        """How light a straight skirt is from side to side, at its hip."""
        svg = draw(drafted("skirt straight", skirt__length=600.0), cloth)
        level = figure_for(drafted("skirt straight").body).levels["hip"] + 60
        left, top, wide, high = view_box(svg)
        row = seen(svg, 1200)[round((level - top) / high * 1200)].mean(axis=1)
        half = 0.4 * drafted("skirt straight").body["hip_girth"] / 2 * 0.8
        return np.interp(
            np.linspace(-half, half, 80), left + np.arange(len(row)) * wide / len(row), row
        )

    def test_satin_gleams_where_wool_does_not(self) -> None:
        matt, satin = (
            self.across(replace(TRIAL, tile="", sheen=sheen, colour="#806040")) for sheen in (0, 1)
        )
        assert satin.max() > matt.max() + 25
        assert satin[-5:].mean() <= matt[-5:].mean()  # its shade is deeper beside it

    def test_velvet_is_deep_where_it_is_looked_into(self) -> None:
        matt, velvet = (
            self.across(replace(TRIAL, tile="", sheen=sheen, colour="#1d4034")) for sheen in (0, -1)
        )
        assert velvet[30:50].mean() < matt[30:50].mean() - 5
        assert velvet[:5].mean() > velvet[30:50].mean() + 15


@pytest.mark.parametrize("cloth", FABRICS, ids=lambda cloth: cloth.slug)
def test_a_drawing_is_light_without_its_tile(cloth: FabricSpec) -> None:
    spec, _ = demo_cloth(cloth.slug)
    for garment in ("flared half_circle", "bow blouse"):
        svg = draw(drafted(garment), spec, tile_href=lambda _: "/media/tile.webp")
        assert len(svg.encode()) <= 60_000
        assert not re.search("<filter|<mask|style=|mix-blend", svg)
        ids = re.findall(r' id="([^"]*)"', svg)
        assert len(ids) == len(set(ids))
        for used in re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', svg):
            assert "".join(used) in ids


def test_two_drawings_in_one_cloth_share_no_id() -> None:
    spec, href = demo_cloth("viscose-floral-midnight")
    draft = drafted("flared half_circle")
    front, behind = (
        set(re.findall(r' id="([^"]*)"', draw(draft, spec, view, tile_href=href)))
        for view in ("front", "back")
    )  # fmt: skip
    assert front
    assert not front & behind
