"""What other programs call our measurements. Knows no Django.

Only what is taken at the same places as ours is here: FreeSewing's `hpsToWaistBack` (from the side of the
neck) is not ours by another name; its `hips` (round the top of the hip bones) is our high hip.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FREESEWING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "height": "height",
        "ankle": "ankle_girth",
        "biceps": "upper_arm_girth",
        "bustSpan": "bust_point_to_bust_point",
        "chest": "bust_girth",
        "crossSeam": "total_crotch_length",
        "head": "head_girth",
        "highBust": "upper_chest_girth",
        "hips": "high_hip_girth",
        "hpsToBust": "side_neck_to_bust_point",
        "inseam": "inside_leg_length",
        "knee": "knee_girth",
        "neck": "neck_girth",
        "seat": "hip_girth",
        "shoulderSlope": "shoulder_slope",
        "shoulderToWrist": "outer_arm_length",
        "underbust": "underbust_girth",
        "upperLeg": "thigh_girth",
        "waist": "waist_girth",
        "waistToFloor": "waist_height",
        "waistToKnee": "waist_to_knee",
        "waistToSeat": "waist_to_hip",
        "waistToUpperLeg": "body_rise",
        "wrist": "wrist_girth",
    }
)
FREESEWING_OLD_ENDING: Final = "Circumference"
"""Until its second version: chestCircumference, waistCircumference …"""

SEAMLY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "height": "height",
        "height_neck_back": "back_neck_height",
        "height_neck_side": "side_neck_height",
        "height_shoulder_tip": "shoulder_height",
        "height_bustpoint": "bust_height",
        "height_waist_side": "waist_height",
        "height_hip": "hip_height",
        "height_knee": "knee_height",
        "height_waist_side_to_hip": "waist_to_hip",
        "height_waist_side_to_knee": "waist_to_knee",
        "across_back_b": "back_width",
        "arm_elbow_circ": "elbow_girth",
        "arm_neck_back_to_wrist_bent": "back_neck_to_wrist",
        "arm_shoulder_tip_to_wrist": "outer_arm_length",
        "arm_upper_circ": "upper_arm_girth",
        "arm_wrist_circ": "wrist_girth",
        "armscye_circ": "armscye_girth",
        "bust_circ": "bust_girth",
        "bustpoint_to_bustpoint": "bust_point_to_bust_point",
        "bustpoint_to_neck_side": "side_neck_to_bust_point",
        "crotch_length": "total_crotch_length",
        "crotch_length_b": "back_crotch_length",
        "head_circ": "head_girth",
        "highbust_circ": "upper_chest_girth",
        "hip_circ": "hip_girth",
        "leg_ankle_circ": "ankle_girth",
        "leg_calf_circ": "calf_girth",
        "leg_crotch_to_floor": "inside_leg_length",
        "leg_knee_circ": "knee_girth",
        "leg_thigh_upper_circ": "thigh_girth",
        "lowbust_circ": "underbust_girth",
        "neck_back_to_waist_b": "back_neck_to_waist",
        "neck_circ": "neck_girth",
        "neck_front_to_waist_f": "front_neck_to_waist",
        "rise_length_side": "body_rise",
        "shoulder_length": "shoulder_length",
        "waist_circ": "waist_girth",
        "waist_to_hip_side": "waist_to_hip",
    }
)
