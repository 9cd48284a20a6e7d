"""What a choice means in words."""

from __future__ import annotations

import pytest

from cms.demo.templates import PENCIL_SKIRT, SHEATH_DRESS
from configurator.wording import fit_words, hem_words, range_words, summary
from measurements.charts import STOCK_BODY
from measurements.statistics import complete
from patterns.engine import settle

TO_KNEE = STOCK_BODY["waist_height"] - STOCK_BODY["knee_height"]


@pytest.mark.parametrize(
    ("below_knee", "words"),
    [
        (-150, "above the knee"),
        (-40, "just above the knee"),
        (0, "at the knee"),
        (60, "just below the knee"),
        (180, "at mid-calf"),
        (400, "at the ankle"),
    ],
)
def test_a_hem_is_told_by_the_knee(below_knee: float, words: str) -> None:
    assert hem_words(TO_KNEE + below_knee, STOCK_BODY) == words


def test_the_same_length_falls_lower_on_a_shorter_woman() -> None:
    length = PENCIL_SKIRT.option("length")
    assert length is not None
    girths = {"bust_girth": 900.0, "waist_girth": 720.0, "hip_girth": 980.0}
    short = complete({"height": 1500.0, **girths})
    tall = complete({"height": 1850.0, **girths})
    assert range_words(length, 600.0, short).startswith("just below the knee")
    assert range_words(length, 600.0, tall).startswith(("just above the knee", "above the knee"))
    assert range_words(length, 600.0, tall).endswith("60\N{NO-BREAK SPACE}cm")


def test_a_fit_is_told_in_cm() -> None:
    assert fit_words(SHEATH_DRESS, settle(SHEATH_DRESS, {"fit": "close"})) == (
        "5\N{NO-BREAK SPACE}cm more at the bust, "
        "2.5\N{NO-BREAK SPACE}at the waist, 4\N{NO-BREAK SPACE}at the hip"
    )
    sleeved = settle(SHEATH_DRESS, {"fit": "close", "sleeves": "long"})
    assert fit_words(SHEATH_DRESS, sleeved).endswith("4\N{NO-BREAK SPACE}at the upper arm")
    assert fit_words(PENCIL_SKIRT, {"fit": "close"}).startswith("0.5")


def test_a_summary_names_every_choice_that_is_offered() -> None:
    rows = dict(summary(SHEATH_DRESS, settle(SHEATH_DRESS, {"neckline": "v"})))
    assert rows["Neckline"] == "V-neck"
    assert rows["Depth"] == "8\N{NO-BREAK SPACE}cm"
    assert rows["Flare"] == "0°"
    assert rows["Fit"].startswith("Regular (")
    assert "Depth" not in dict(summary(SHEATH_DRESS, settle(SHEATH_DRESS, {"neckline": "jewel"})))
