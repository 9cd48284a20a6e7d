"""Where each measurement's tape lies: one rule a measurement."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .stage import Stage
from .tapes import (
    Rule,
    Tape,
    across,
    along,
    armscye,
    beside,
    bust_point,
    crotch,
    down,
    hand,
    hang,
    heel,
    height,
    high_bust,
    in_front,
    leg,
    nape_to_knee,
    nape_to_wrist,
    neck_base,
    of,
    outer_arm,
    over_bust,
    rod,
    round_arm,
    round_at,
    scye,
    seated,
    slope,
    straights,
    trunk,
    weight,
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "height": height,
        "body_mass_kg": weight,
        "head_girth": round_at("head", lambda s: (0.0, 0.34 * s.levels["chin"]), sag=0.06),
        "bust_girth": trunk("bust", 0.08),
        "underbust_girth": trunk("underbust", 0.08),
        "upper_chest_girth": round_at("trunk", lambda s: (0.0, s.levels["axilla"] + 6), sag=0.05),
        "high_bust_girth": high_bust,
        "bust_point_to_bust_point": lambda s: along(
            (-s.figure.bust_point, s.levels["bust"]), bust_point(s)
        ),
        "side_neck_to_bust_point": lambda s: along(s.figure.neck_point, bust_point(s)),
        "bust_point_to_waist": down(lambda s: s.figure.bust_point, of("bust"), "waist"),
        "bust_height": rod(
            lambda s: s.hit("trunk", (0.0, s.levels["bust"]), (1.0, 0.0)), in_front
        ),
        "neck_girth": round_at(
            "neck", lambda s: (0.0, 0.55 * s.levels["chin"] + 0.45 * s.levels["side_neck"]), sag=0.10
        ),
        "neck_base_girth": neck_base,
        "shoulder_length": lambda s: along(s.figure.neck_point, s.figure.shoulder_point),
        "shoulder_slope": slope,
        "biacromial_breadth": lambda s: along(
            (-s.figure.shoulder_point[0], s.figure.shoulder_point[1]), s.figure.shoulder_point
        ),
        "side_neck_height": rod(lambda s: s.figure.neck_point, beside),
        "shoulder_height": rod(lambda s: s.figure.shoulder_point, beside),
        "back_neck_height": rod(
            lambda s: s.side.nape if s.side else (0.0, 0.0),
            lambda s: s.hit("trunk", (0.0, s.levels["hip"]), (-1.0, 0.0))[0] - 0.05 * s.figure.height,
        ),
        "back_width": across("back_width"),
        "across_front": across("across_front"),
        "back_neck_to_waist": down(lambda s: 0.0, of("nape"), "waist"),
        "front_neck_to_waist": down(lambda s: 0.0, of("pit"), "waist"),
        "front_over_bust_to_waist": over_bust,
        "scye_depth": scye,
        "armscye_girth": armscye,
        "upper_arm_girth": round_arm(0.36),
        "elbow_girth": round_arm(0.99),
        "wrist_girth": round_arm(1.97),
        "hand_girth": hand,
        "outer_arm_length": outer_arm,
        "back_neck_to_wrist": nape_to_wrist,
        "waist_girth": trunk("waist", 0.08),
        "high_hip_girth": round_at(
            "trunk", lambda s: (0.0, s.levels["waist"] + 0.5 * (s.levels["hip"] - s.levels["waist"])),
            sag=0.08,
        ),
        "belly_girth": round_at(
            "trunk",
            lambda s: (0.0, s.levels["navel"] + 0.25 * (s.levels["hip"] - s.levels["navel"])),
        ),
        "hip_girth": trunk("hip"),
        "waist_to_hip": hang(of("waist"), of("hip")),
        "waist_to_knee": hang(of("waist"), of("knee")),
        "nape_to_knee": nape_to_knee,
        "waist_height": hang(of("waist"), of("floor")),
        "hip_height": hang(of("hip"), of("floor")),
        "body_rise": hang(of("waist"), of("crotch")),
        "seated_rise": seated,
        "total_crotch_length": crotch(True),
        "back_crotch_length": crotch(False),
        "inside_leg_length": lambda s: Tape(
            [straights([(0.0, s.levels["crotch"] - 6), (0.0, s.levels["floor"])])],
            guides=[((-60.0, s.levels["crotch"] - 6), (60.0, s.levels["crotch"] - 6)),
                    ((-150.0, s.levels["floor"]), (150.0, s.levels["floor"]))],
        ),
        "knee_height": hang(of("knee"), of("floor")),
        "thigh_girth": leg("thigh"),
        "knee_girth": leg("knee"),
        "calf_girth": leg("calf"),
        "ankle_girth": leg("ankle"),
        "heel_height": heel,
    }
)  # fmt: skip


def tape_for(name: str, stage: Stage) -> Tape:
    """The tape of a measurement, on a figure in the view that its definition names."""
    return RULES[name](stage)
