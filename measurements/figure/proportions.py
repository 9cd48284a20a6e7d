"""Proportions of the figure. Written by scripts/derive_figure.py; do not edit by hand.

BREADTH, DEPTH: either / height = a + b * girth / height (women_shape_2012.csv, 993 women), with the
standard deviation of what the line leaves, in mm. `navel` is that survey's waist.
"""

from __future__ import annotations

from collections.abc import Mapping

BREADTH: Mapping[str, tuple[float, float]] = {
    "bust": (0.0638, 0.1740),  # 11 mm
    "navel": (0.0224, 0.3057),  # 10 mm
    "hip": (0.0142, 0.3239),  # 9 mm
}

DEPTH: Mapping[str, tuple[float, float]] = {
    "bust": (-0.0263, 0.3067),  # 9 mm
    "navel": (-0.0270, 0.2991),  # 11 mm
    "hip": (-0.0417, 0.2944),  # 12 mm
}

NAVEL_OVER_WAIST = 1.125
"""Girth at the navel over the natural waist's, between the surveys, hips equal."""

NAVEL_BELOW_WAIST = 0.350
"""How far the navel lies below the natural waist, as a share of waist to hip."""

AXILLA_BELOW_SHOULDER = 0.0591
"""Of the height."""

OF_HEIGHT: Mapping[str, float] = {
    "bust_girth": 0.5551,
    "waist_girth": 0.4446,
    "hip_girth": 0.5927,
    "underbust_girth": 0.4715,
    "neck_girth": 0.1936,
    "neck_base_girth": 0.2277,
    "shoulder_length": 0.0744,
    "back_width": 0.2156,
    "scye_depth": 0.1292,
    "outer_arm_length": 0.3483,
    "upper_arm_girth": 0.1783,
    "elbow_girth": 0.1461,
    "wrist_girth": 0.0928,
    "waist_to_hip": 0.1341,
    "waist_height": 0.6484,
    "inside_leg_length": 0.4735,
    "thigh_girth": 0.3556,
    "knee_girth": 0.2240,
    "calf_girth": 0.2163,
    "ankle_girth": 0.1260,
    "head_girth": 0.3357,
    "knee_height": 0.2815,
    "bust_height": 0.7207,
    "back_neck_height": 0.8639,
    "side_neck_height": 0.8570,
    "shoulder_height": 0.8185,
    "bust_point_to_bust_point": 0.1183,
}
"""Means, for what a body does not have."""
