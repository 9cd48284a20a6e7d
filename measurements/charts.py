"""Sizes for ready-made pieces, and the stock figure for whatever others can see. No Django.

The chart is our own: bust classes as EN 13402-3 steps them (40 mm apart, wider from 1020 on),
each drafted for the middle of its class, with the waist and hip that the survey lets expect of a
woman of that bust and 1680 mm tall.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from measurements.beyond_survey import taken_as_measured
from measurements.body import Body
from measurements.statistics import complete, expect

Size = Mapping[str, float]

_HEIGHT: Final = 1680.0
BUST_CLASSES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "34": (780, 820),
        "36": (820, 860),
        "38": (860, 900),
        "40": (900, 940),
        "42": (940, 980),
        "44": (980, 1020),
        "46": (1020, 1070),
        "48": (1070, 1130),
        "50": (1130, 1190),
        "52": (1190, 1250),
    }
)


@dataclass(frozen=True, slots=True)
class SizeChart:
    """Sizes by label, smallest first; each gives the four required measurements in mm."""

    name: str
    source: str
    sizes: Mapping[str, Size]


def _size(bust_class: tuple[int, int]) -> Size:
    bust = sum(bust_class) / 2
    expected = expect({"height": _HEIGHT, "bust_girth": bust})
    return MappingProxyType(
        {
            "height": _HEIGHT,
            "bust_girth": bust,
            "waist_girth": 5.0 * round(expected["waist_girth"][0] / 5),
            "hip_girth": 5.0 * round(expected["hip_girth"][0] / 5),
        }
    )


DEMO_CHART: Final = "toile-1"

CHARTS: Final[Mapping[str, SizeChart]] = MappingProxyType(
    {
        DEMO_CHART: SizeChart(
            DEMO_CHART,
            "Bust classes by EN 13402-3; waist and hip by regression on the 1988 survey",
            MappingProxyType({label: _size(limits) for label, limits in BUST_CLASSES.items()}),
        )
    }
)


def size_body(chart: str, size: str) -> Body:
    """The body a size is drafted for: what the chart does not say follows from it, and is the size's own,
    no estimate of a woman; only what no survey has stays one. Raises KeyError for a chart or size that
    is not there."""
    return taken_as_measured(complete(CHARTS[chart].sizes[size]))


STOCK_BODY: Final[Body] = size_body(DEMO_CHART, "38")
