"""Skins and shapes of hair: chosen by name, closed, light, and laid over a garment where they hang."""

from __future__ import annotations

import re
from itertools import product
from typing import Final
from xml.etree import ElementTree

import cairosvg
import pytest

from measurements.body import Body
from measurements.figure import (
    HAIR_COLOURS,
    HAIR_SHAPES,
    QUIET,
    SKINS,
    View,
    drawing,
    drawn,
    figure_for,
    look_of,
)
from measurements.figure.hair import hair_of
from measurements.figure.side import side_of
from measurements.figure.side_hair import side_hair

from .test_figure import BODIES, VIEWS, crosses_itself, points_of

AVERAGE: Final = figure_for(Body({k: float(v) for k, v in BODIES["average"].items()}))


@pytest.fixture(params=list(BODIES), scope="module")
def body(request: pytest.FixtureRequest) -> Body:
    return Body({name: float(value) for name, value in BODIES[request.param].items()})


@pytest.mark.parametrize("hair", HAIR_SHAPES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_look_is_light_and_strict(body: Body, view: View, hair: str) -> None:
    text = drawing(figure_for(body), view, look_of(hair=hair), prefix="x7-")
    assert len(text) < (14_000 if hair == "knot" else 17_000)
    assert "nan" not in text
    assert "style=" not in text
    assert "filter" not in text
    ids = re.findall(r'id="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("x7-") for name in ids)
    used = {"".join(pair) for pair in re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', text)}
    assert used <= set(ids)
    ElementTree.fromstring(f"<svg>{text}</svg>")


@pytest.mark.parametrize("hair", HAIR_SHAPES)
def test_hair_is_closed_and_on_her_head(body: Body, hair: str) -> None:
    figure = figure_for(body)
    shapes = [hair_of(figure, view, hair) for view in ("front", "back")]
    shapes.append(side_hair(side_of(figure), hair))
    for shape in shapes:
        assert bool(shape.on) == (hair != "none")
        for curve in (*shape.on, *shape.behind):
            assert curve[0][0] == pytest.approx(curve[-1][3])
            points = points_of(curve)
            assert not crosses_itself(points)
            assert -0.2 < points[:, 1].min() / figure.levels["chin"] < 0.9
            assert points[:, 1].max() < figure.levels["underbust"]


def test_what_hangs_down_her_back_lies_over_the_garment_and_nothing_is_lost() -> None:
    figure, long = AVERAGE, look_of(hair="long")
    behind, body, head, over = drawn(figure, "back", long)
    assert long.hair in over
    assert long.hair not in behind + body + head
    assert drawn(figure, "front", long).over == ""
    assert drawn(figure, "front", long).behind
    for view in VIEWS:
        assert "".join(drawn(figure, view, long)) == drawing(figure, view, long)


def test_looks_are_chosen_by_name_and_an_unknown_name_gives_the_usual_one() -> None:
    looks = {look_of(*names) for names in product(SKINS, HAIR_SHAPES, HAIR_COLOURS)}
    scarves = len(SKINS) * (len(HAIR_COLOURS) - 1)  # a scarf hides the colour of hair
    assert len(looks) == len(SKINS) * len(HAIR_SHAPES) * len(HAIR_COLOURS) - scarves
    assert look_of("plaid", "", "no such") == look_of() == QUIET


def brightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2


@pytest.mark.parametrize("skin", SKINS)
def test_lines_stand_out_from_every_skin(skin: str) -> None:
    tone = SKINS[skin]
    assert (brightness(tone.skin) + 0.05) / (brightness(tone.line) + 0.05) > 1.9
    assert brightness(tone.line) < brightness(tone.shade) < brightness(tone.skin)


def test_skins_go_from_deep_to_fair() -> None:
    tones = [brightness(tone.skin) for tone in SKINS.values()]
    assert tones == sorted(tones)
    assert tones[-1] > 8 * tones[0]


def test_a_printer_s_program_draws_the_skin_and_the_shade_within_it() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-450 0 900 1700">'
        f"{drawing(AVERAGE, 'front', look_of('tan'))}</svg>"
    )
    plain = cairosvg.svg2png(bytestring=svg.encode(), output_width=90)
    unshaded = re.sub(r'stroke-opacity="[.\d]+"', 'stroke-opacity="0"', svg)
    assert plain != cairosvg.svg2png(bytestring=unshaded.encode(), output_width=90)
