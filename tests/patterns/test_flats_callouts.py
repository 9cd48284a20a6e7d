"""Letters on the spec sheet's line drawing: each finished measure once, and nothing in another's way."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from cms.demo.templates import TEMPLATES
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.flats import draw, lettered, line_drawing
from patterns.flats.callouts import RADIUS, crosses
from patterns.specs import TemplateSpec
from tests.patterns.seen import SVG, Seen, strokes
from tests.patterns.test_flats import PLAIN

BODIES = (
    (1540, 800, 620, 860),
    (1650, 930, 760, 1010),
    (1580, 1060, 990, 1080),
    (1620, 1200, 1060, 1270),
)
VIEWS = ("front", "back")


@pytest.mark.parametrize("spec", TEMPLATES, ids=lambda spec: spec.slug)
@pytest.mark.parametrize("who", BODIES, ids=("small", "average", "older", "plus"))
def test_every_letter_has_its_measure_and_no_leader_meets_another(
    spec: TemplateSpec, who: tuple[int, ...]
) -> None:
    names = ("height", "bust_girth", "waist_girth", "hip_girth")
    body = complete({name: float(value) for name, value in zip(names, who, strict=True)})
    try:
        draft = make_draft(spec, {}, body)
    except Refusal as refusal:
        pytest.skip(refusal.message)
    finished = {measure.name for measure in draft.finished}
    letters: list[str] = []
    for view in VIEWS:
        side = "front" if view == "front" else "back"
        named = lettered(draft, "front" if view == "front" else "back")
        seen = Seen(line_drawing(draft, "front" if view == "front" else "back", callouts=True))
        groups = [group for group in seen.root.iter(f"{SVG}g") if "data-callout" in group.attrib]
        assert {g.attrib["data-callout"]: g.attrib["data-measure"] for g in groups} == named, side
        assert set(named.values()) <= finished
        letters += named
        leaders, rings = [], []
        for group in groups:
            paths = list(group.iter(f"{SVG}path"))
            leader = strokes(paths[1].attrib["d"])[0]
            leaders.append((tuple(leader[0]), tuple(leader[-1])))
            rings.append(np.concatenate(strokes(paths[2].attrib["d"])).mean(axis=0))
        for (n, one), (m, other) in combinations(enumerate(leaders), 2):
            assert not crosses(one, other)
            assert np.hypot(*(rings[n] - rings[m])) > 2 * RADIUS
        for n, (start, end) in enumerate(leaders):
            along = np.linspace(start, end, 60)
            for m, ring in enumerate(rings):
                if n != m:
                    assert np.hypot(*(along - ring).T).min() > RADIUS
    assert sorted(letters) == list("ABCDEFGHIJKLM")[: len(letters)]
    assert len(letters) >= 3


def test_only_a_drawing_that_asks_for_letters_has_them() -> None:
    body = complete(
        {"height": 1650.0, "bust_girth": 930.0, "waist_girth": 760.0, "hip_girth": 1010.0}
    )
    draft = make_draft(TEMPLATES[0], {}, body)
    assert "data-callout" not in line_drawing(draft)
    assert "data-callout" not in draw(draft, PLAIN)
