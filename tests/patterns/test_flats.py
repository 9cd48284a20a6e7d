"""The drawn garment: true to the draft by the SVG alone, light, the same each time."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Literal
from xml.etree import ElementTree

import cairosvg
import numpy as np
import pytest
from PIL import Image

from cms.demo.fabrics import FABRICS
from patterns.flats import draw, line_drawing
from patterns.specs import FabricSpec, Setting
from tests.patterns.flat_specs import drafted
from tests.patterns.seen import Seen

SVG = "{http://www.w3.org/2000/svg}"
View = Literal["front", "back"]
PLAIN = FABRICS[0]
GARMENTS = ("bust side", "skirt straight")


def spec_of(pattern: str) -> FabricSpec:
    return FabricSpec(
        pattern, f"Trial cloth, {pattern}", "#e8e2d4", 1500, 1,
        pattern=pattern, second_colour="#334455",
    )  # fmt: skip


@pytest.mark.parametrize("who", ["average", "small", "tall", "plus"])
@pytest.mark.parametrize(
    ("garment", "chosen"),
    [
        ("bust side", {}),
        ("bust side", {"skirt__flare": 12.0, "skirt__length": 1000.0}),
        ("bust side", {"fit": "easy", "neckline__shape": "v", "neckline__depth": 180.0}),
        ("skirt straight", {}),
        ("skirt straight", {"skirt__flare": -2.0, "skirt__length": 450.0}),
    ],
)
@pytest.mark.parametrize("view", ["front", "back"])
def test_breadths_and_length_are_the_draft_s(
    garment: str, who: str, chosen: dict[str, Setting], view: View
) -> None:
    draft = drafted(garment, who, **chosen)
    read = Seen(draw(draft, PLAIN, view))
    for level in ("bust", "waist", "hip", "hem"):
        measure = draft.measure(f"{level}_girth")
        if measure is None:
            continue
        expected = measure.value * read.levels[level][1]
        assert read.breadth(level) == pytest.approx(expected, rel=0.01, abs=1), level
    hem, waist = read.points("hem"), read.points("waist")
    at_centre = [float(p[np.argmin(np.abs(p[:, 0]))][1]) for p in (waist, hem)]
    asked = draft.parameters["skirt.length"]
    assert isinstance(asked, float)
    assert at_centre[1] - at_centre[0] == pytest.approx(asked, abs=3)


def test_a_deeper_neckline_is_drawn_deeper_by_as_much() -> None:
    lows = []
    for depth in (40.0, 110.0, 180.0):
        draft = drafted("neckline v", neckline__depth=depth, neckline__back_depth=0.0)
        lows.append(float(Seen(draw(draft, PLAIN)).points("neckline")[:, 1].max()))
    assert np.diff(lows) == pytest.approx([70, 70], rel=0.06)


def test_a_skirt_hangs_below_its_fullest_point() -> None:
    side = Seen(draw(drafted("bust side"), PLAIN)).points("side")
    read = Seen(draw(drafted("bust side"), PLAIN))
    below = side[(side[:, 0] > 0) & (side[:, 1] > read.levels["hip"][0] + 60)]
    bend = below[:, 0] - np.interp(
        below[:, 1], below[[0, -1], 1], below[[0, -1], 0]
    )  # how far from one straight line
    assert np.abs(bend).max() < 1.0


@pytest.mark.parametrize("name", ["length", "flare"])
def test_small_steps_move_the_lines_smoothly(name: str) -> None:
    low, high = {"length": (450.0, 1000.0), "flare": (0.0, 12.0)}[name]
    seen = []
    for value in np.linspace(low, high, 23):
        read = Seen(draw(drafted("skirt straight", **{f"skirt__{name}": float(value)}), PLAIN))
        seen.append((read.breadth("hem"), read.levels["hem"][0]))
    steps = np.abs(np.diff(np.array(seen), axis=0))
    assert steps.max() < 32  # 550 mm in 22 steps are 25 each


def test_darts_are_as_many_as_the_draft_sews() -> None:
    draft = drafted("bust side")
    for view, codes in (("front", ("FB", "FS")), ("back", ("BB", "BS"))):
        sewn = sum(
            1 if s.a[0].piece.startswith("F") else 2
            for s in draft.seams
            if s.kind == "dart" and s.a[0].piece in codes and s.a[0].copy == 1
        )
        root = ElementTree.fromstring(line_drawing(draft, "front" if view == "front" else "back"))
        drawn = sum(
            path.attrib["d"].count("M")
            for path in root.iter(f"{SVG}path")
            if path.attrib.get("data-line") == "dart"
        )
        assert drawn == sewn


@pytest.mark.parametrize("pattern", ["plain", "twill", "denim", "stripe", "check"])
@pytest.mark.parametrize("garment", GARMENTS)
@pytest.mark.parametrize("view", ["front", "back"])
def test_a_drawing_is_light_strict_and_says_what_it_shows(
    pattern: str, garment: str, view: View
) -> None:
    draft = drafted(garment, "plus", skirt__length=1000.0, skirt__flare=12.0)
    text = draw(draft, spec_of(pattern), view)
    assert len(text.encode()) <= 60 * 1024
    for word in ("style=", "<style", "<script", "<filter", "mix-blend", "<mask", "nan", " on"):
        assert word not in re.sub(r"<(title|desc).*?</\1>", "", text), word
    ids = re.findall(r' id="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    for used in re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', text):
        assert "".join(used) in ids
    title = ElementTree.fromstring(text).find(f"{SVG}title")
    assert title is not None
    what = draft.style.replace("-", " ")
    neck = "scoop neck, " if what == "sheath dress" else ""
    assert re.fullmatch(
        f"{what} in {pattern} trial cloth, {neck}(midi|ankle) length, {view}",
        title.text or "",
    )


def test_ids_of_two_drawings_never_clash_and_one_drawing_never_changes() -> None:
    draft = drafted("bust side")
    front, behind = draw(draft, PLAIN, "front"), draw(draft, PLAIN, "back")
    other = draw(draft, FABRICS[1], "front")
    sets = [set(re.findall(r' id="([^"]*)"', text)) for text in (front, behind, other)]
    assert not sets[0] & sets[1]
    assert not sets[0] & sets[2]
    assert draw(draft, PLAIN, "front") == front


@pytest.mark.parametrize("garment", GARMENTS)
def test_a_line_drawing_has_no_colour_and_no_figure(garment: str) -> None:
    text = line_drawing(drafted(garment), "front")
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", text))
    assert colours <= {"#fff", "#111111", "#333333", "#e6e3df"}
    assert len(text) < 20_000


@pytest.mark.parametrize("figure", [True, False])
def test_cairosvg_draws_the_garment_in_its_colour(figure: bool) -> None:
    text = draw(drafted("bust side"), PLAIN, figure=figure)
    png = cairosvg.svg2png(bytestring=text.encode(), output_height=400, background_color="#fff")
    picture = np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)
    wanted = [int(PLAIN.colour[i : i + 2], 16) for i in (1, 3, 5)]
    near = np.abs(picture - wanted).sum(axis=2) < 70
    assert near.mean() > 0.12
