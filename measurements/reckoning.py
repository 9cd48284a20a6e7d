"""Measurements that nobody took: those of a size, and those of a garment that fits. Knows no Django.

Each has its standard error and counts as an estimate until she measures it.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from types import MappingProxyType
from typing import Final, Literal

from measurements.charts import BUST_CLASSES, CHARTS, DEMO_CHART
from measurements.statistics import DEVIATIONS, expect

Fit = Literal["close", "regular", "easy"]
FITS: Final[Mapping[Fit, str]] = MappingProxyType(
    {"close": "Close", "regular": "Regular", "easy": "Easy"}
)
Kind = Literal["dress", "top", "skirt"]
KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {"dress": "A dress", "top": "A top or blouse", "skirt": "A skirt"}
)

Reckoned = dict[str, tuple[float, float]]
"""By name: the value and its standard error, in mm."""

# What a garment measures over its body, close / regular / easy: the trade's targets for woven cloth
# (common practice, inside the span that Aldrich, Threads and the pattern houses print). None: hangs
# free, so it says nothing of the body. The dress is a sheath, the top a shell or blouse, the skirt's
# waist a band.
EASE: Final[Mapping[Kind, Mapping[str, tuple[float, float, float | None]]]] = MappingProxyType(
    {
        "dress": {
            "bust_girth": (50, 70, 100),
            "waist_girth": (25, 40, 70),
            "hip_girth": (40, 55, 80),
        },
        "top": {
            "bust_girth": (70, 100, 150),
            "waist_girth": (60, 100, None),
            "hip_girth": (50, 80, 120),
        },
        "skirt": {"waist_girth": (5, 10, 20), "hip_girth": (30, 50, 75)},
    }
)
# A sleeve is 10 to 15 mm longer than the straight arm, so that it can bend (common practice).
SLEEVE_EASE: Final = 12.5
# Lengths of a garment that are taken as the body's own.
LENGTHS: Final[Mapping[str, float]] = MappingProxyType(
    {"shoulder_length": 0.0, "back_neck_to_waist": 0.0, "outer_arm_length": SLEEVE_EASE}
)
# Assumed: a flat width is read to 5 mm, which counts twice in a girth; the maker's seams lie within
# 10 mm of the body's own points, two in three.
FLAT_READING: Final = 5.0
SEAM_PLACE: Final = 10.0


def takes(kind: Kind, fit: Fit, name: str) -> bool:
    """Whether a garment of that kind and fit says anything of that measurement."""
    if name in LENGTHS:
        return kind != "skirt"
    return name in EASE[kind] and EASE[kind][name][list(FITS).index(fit)] is not None


def from_garment(kind: Kind, fit: Fit, flat: Mapping[str, float]) -> Reckoned:
    """The body under a garment, from its flat measures in mm by the names of the measurements: half
    girths from side to side, and lengths."""
    found: Reckoned = {}
    for name, measure in flat.items():
        if not takes(kind, fit, name):
            continue
        if name in LENGTHS:
            found[name] = (measure - LENGTHS[name], hypot(SEAM_PLACE, FLAT_READING))
            continue
        eases = EASE[kind][name]
        ease = eases[list(FITS).index(fit)]
        assert ease is not None
        # One woman's "regular" is another's "close": the ease is as unsure as half of that range.
        known = [one for one in eases if one is not None]
        unsure = (known[-1] - known[0]) / 2
        found[name] = (2 * measure - ease, hypot(unsure, 2 * FLAT_READING))
    return found


def from_size(size: str, chart: str = DEMO_CHART) -> Reckoned:
    """The four of a woman who wears that size. Raises KeyError for a size that is not there.

    Assumed: two in three are within one step of the chart at the bust. Waist and hip are as unsure as
    that bust and the survey make them; her height is not known by her size at all.
    """
    values = CHARTS[chart].sizes[size]
    low, high = BUST_CLASSES[size]
    step = float(high - low)
    bust, height = values["bust_girth"], values["height"]
    expected = expect({"height": height, "bust_girth": bust})
    return {
        "height": (height, DEVIATIONS["height"]),
        "bust_girth": (bust, step),
        **{
            name: (values[name], hypot(expected[name][1], step * values[name] / bust))
            for name in ("waist_girth", "hip_girth")
        },
    }
