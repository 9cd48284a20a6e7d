"""Every measurement that Toile knows: what it is called and how it is taken. Knows no Django.

Names are those of the survey that the estimates come from. Where ISO 8559-1:2017 has the same
measurement its name is given, and the clause where it is certain; where Toile takes it otherwise
(the waist), `how` says what Toile means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Unit = Literal["mm", "degrees", "kg"]

REQUIRED: Final = ("height", "bust_girth", "waist_girth", "hip_girth")

REGIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "whole": "The whole of you",
        "chest": "Bust and chest",
        "neck": "Neck and shoulders",
        "back": "Back and front",
        "arm": "Arm",
        "waist": "Waist to floor",
        "leg": "Legs and feet",
    }
)


@dataclass(frozen=True, slots=True)
class Definition:
    """One measurement.

    `lowest` and `highest` (in `unit`) bound what the form takes for a measurement at all: far
    wider than the survey, since its women were fit adults and bounds drawn from them would turn
    others away. `region` is a key of REGIONS.
    """

    name: str
    label: str
    unit: Unit
    region: str
    lowest: float
    highest: float
    how: str
    iso_name: str | None = None
    iso_clause: str | None = None


# A paragraph each: name, label, unit, region, limits; how it is taken; ISO name and clause.
# fmt: off
_ALL = (
    Definition(
        "height", "Height", "mm", "whole", 1300, 2000,
        "Barefoot, heels to a wall, looking straight ahead. From the floor to the top of the head.",
        "Stature",
    ),
    Definition(
        "body_mass_kg", "Weight", "kg", "whole", 30, 300,
        "On a scale, lightly dressed. It sharpens the estimates and appears on no garment.",
        "Body mass",
    ),
    Definition(
        "head_girth", "Head", "mm", "whole", 450, 700,
        "Round the head above the ears, over the middle of the forehead, hair pressed flat.",
        "Head girth",
    ),
    Definition(
        "bust_girth", "Bust", "mm", "chest", 600, 1700,
        "In the bra you will wear, level all the way round, over the fullest part of the bust. "
        "Breathe easily and do not pull.",
        "Bust girth", "5.3.4",
    ),
    Definition(
        "underbust_girth", "Under-bust", "mm", "chest", 500, 1550,
        "Level round the ribs, straight below the breasts, after a gentle breath out.",
        "Under-bust girth", "5.3.8",
    ),
    Definition(
        "upper_chest_girth", "Upper chest", "mm", "chest", 600, 1650,
        "Level round the chest with the tape high in the armpits, arms hanging down.",
    ),
    Definition(
        "bust_point_to_bust_point", "Between the bust points", "mm", "chest", 100, 420,
        "From one bust point straight across to the other; the tape does not dip between.",
        "Bust point to bust point",
    ),
    Definition(
        "side_neck_to_bust_point", "Neck to bust point", "mm", "chest", 150, 560,
        "From where the neck turns into the shoulder, down over the chest to the bust point.",
        "Side neck point to bust point",
    ),
    Definition(
        "bust_height", "Floor to bust point", "mm", "chest", 800, 1600,
        "Standing barefoot, straight up from the floor to the level of the bust points.",
        "Bust height",
    ),
    Definition(
        "neck_girth", "Neck", "mm", "neck", 230, 600,
        "Round the middle of the neck, over the larynx. Leave room to swallow.",
        "Neck girth", "5.3.2",
    ),
    Definition(
        "neck_base_girth", "Base of the neck", "mm", "neck", 270, 680,
        "Round the root of the neck, where a fine chain lies: over the bone at the back and the "
        "hollow in front.",
        "Neck base girth", "5.3.3",
    ),
    Definition(
        "shoulder_length", "Shoulder", "mm", "neck", 70, 200,
        "From where the neck turns into the shoulder, along the top, to the point over the joint.",
        "Shoulder length",
    ),
    Definition(
        "shoulder_slope", "Shoulder slope", "degrees", "neck", 5, 40,
        "How far the shoulder falls below the level. A tailor reads it from a photograph; few "
        "women need to give it.",
        "Shoulder slope",
    ),
    Definition(
        "biacromial_breadth", "Between the shoulder bones", "mm", "neck", 260, 500,
        "In a straight line from the edge of one shoulder bone to the other, taken from behind.",
    ),
    Definition(
        "side_neck_height", "Floor to side of neck", "mm", "neck", 1000, 1800,
        "Standing barefoot, straight up from the floor to where the neck turns into the shoulder.",
    ),
    Definition(
        "shoulder_height", "Floor to shoulder", "mm", "neck", 950, 1750,
        "Standing barefoot, straight up from the floor to the point over the shoulder joint.",
        "Shoulder height",
    ),
    Definition(
        "back_neck_height", "Floor to nape", "mm", "back", 1000, 1820,
        "Standing barefoot, from the floor up to the bone that stands out at the nape.",
        "Back neck height",
    ),
    Definition(
        "back_width", "Across the back", "mm", "back", 220, 620,
        "Across the shoulder blades, from one arm's fold to the other, arms hanging down.",
        "Back width",
    ),
    Definition(
        "back_neck_to_waist", "Nape to waist", "mm", "back", 240, 560,
        "From the bone at the nape down the spine to the waist. Tie a ribbon round the waist "
        "first.",
        "Back neck point to waist", "5.4.5",
    ),
    Definition(
        "front_neck_to_waist", "Front neck to waist", "mm", "back", 190, 520,
        "From the hollow between the collar bones straight down to the waist. Usually shorter "
        "than the back.",
        "Front neck point to waist",
    ),
    Definition(
        "scye_depth", "Nape to armhole", "mm", "back", 130, 360,
        "From the bone at the nape down the spine to a level line under the arms, with the "
        "finger's breadth that a dressmaker leaves.",
        "Scye depth",
    ),
    Definition(
        "armscye_girth", "Round the arm's root", "mm", "arm", 250, 700,
        "From the shoulder point under the arm and back up to it, arm hanging down.",
        "Armscye girth",
    ),
    Definition(
        "upper_arm_girth", "Upper arm", "mm", "arm", 170, 650,
        "Round the fullest part of the upper arm, arm hanging loose.",
        "Upper-arm girth", "5.3.16",
    ),
    Definition(
        "elbow_girth", "Elbow", "mm", "arm", 160, 480,
        "Round the elbow, over its point, arm a little bent.",
        "Elbow girth",
    ),
    Definition(
        "wrist_girth", "Wrist", "mm", "arm", 100, 280,
        "Round the wrist over the bone on the little finger's side.",
        "Wrist girth", "5.3.19",
    ),
    Definition(
        "outer_arm_length", "Shoulder to wrist", "mm", "arm", 400, 800,
        "From the point over the shoulder joint, down the outside of the arm, to the wrist bone.",
        "Outer arm length", "5.7.8",
    ),
    Definition(
        "back_neck_to_wrist", "Nape to wrist", "mm", "arm", 600, 1100,
        "From the nape over the shoulder and the bent elbow to the wrist bone.",
        "Back neck point to wrist length", "5.4.17",
    ),
    Definition(
        "waist_girth", "Waist", "mm", "waist", 450, 1600,
        "Tie a ribbon round your middle and bend sideways: it settles where you are narrowest. "
        "Measure there, not tightly.",
        "Waist girth", "5.3.10",
    ),
    Definition(
        "hip_girth", "Hip", "mm", "waist", 650, 1800,
        "Feet together, level round the fullest part of your seat.",
        "Hip girth", "5.3.13",
    ),
    Definition(
        "waist_to_hip", "Waist to hip", "mm", "waist", 80, 420,
        "At the side, straight down from the waist ribbon to the level of the fullest seat.",
    ),
    Definition(
        "waist_to_knee", "Waist to knee", "mm", "waist", 380, 900,
        "At the side, straight down from the waist ribbon to the middle of the knee.",
    ),
    Definition(
        "waist_height", "Waist to floor", "mm", "waist", 700, 1450,
        "Barefoot, straight down from the waist ribbon to the floor.",
        "Waist height",
    ),
    Definition(
        "hip_height", "Floor to hip", "mm", "waist", 500, 1200,
        "Barefoot, straight up from the floor to the level of the fullest seat.",
        "Hip height",
    ),
    Definition(
        "body_rise", "Body rise", "mm", "waist", 170, 520,
        "Standing, straight down from the waist ribbon to the level of the crotch: waist to floor "
        "less the inside leg.",
        "Body rise",
    ),
    Definition(
        "total_crotch_length", "Crotch length, whole", "mm", "waist", 480, 1400,
        "From the waist in front, between the legs, up to the waist at the back; not tight.",
        "Total crotch length",
    ),
    Definition(
        "back_crotch_length", "Crotch length, back", "mm", "waist", 220, 800,
        "The back part of that: from between the legs up to the waist at the back.",
    ),
    Definition(
        "inside_leg_length", "Inside leg", "mm", "leg", 480, 1100,
        "Barefoot, from the crotch straight down to the floor; a book held there helps.",
        "Inside leg height",
    ),
    Definition(
        "knee_height", "Floor to knee", "mm", "leg", 280, 700,
        "Barefoot, straight up from the floor to the middle of the knee.",
        "Knee height",
    ),
    Definition(
        "thigh_girth", "Thigh", "mm", "leg", 350, 1150,
        "Level round the thigh just below the fold of the seat.",
        "Thigh girth", "5.3.20",
    ),
    Definition(
        "knee_girth", "Knee", "mm", "leg", 230, 750,
        "Level round the knee, over the middle of the kneecap, standing.",
        "Knee girth",
    ),
    Definition(
        "calf_girth", "Calf", "mm", "leg", 220, 700,
        "Level round the fullest part of the calf.",
        "Calf girth",
    ),
    Definition(
        "ankle_girth", "Ankle", "mm", "leg", 140, 420,
        "Round the narrowest part of the leg, above the ankle bones.",
        "Ankle girth",
    ),
)
# fmt: on

DEFINITIONS: Final[Mapping[str, Definition]] = MappingProxyType({d.name: d for d in _ALL})
