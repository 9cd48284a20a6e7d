"""Points of measure: the code, the words and the tolerance of every finished measure.

Tolerances are those of the trade for a pressed garment lying flat (common practice), ± mm on the
whole measure. A measure that is not in the table is still printed, with the tolerance of its sort.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from patterns.drafting.draft import FinishedMeasure


@dataclass(frozen=True, slots=True)
class PointOfMeasure:
    code: str
    label: str
    tolerance: float
    how: str


_ROWS = (
    ("bust_girth", "B1", "Bust", 10, "Twice the width, level with the bust points"),
    ("across_front", "B2", "Across front", 5, "Between the armhole notches"),
    ("across_back", "B3", "Across back", 5, "Between the double armhole notches"),
    ("waist_girth", "W1", "Waist", 8, "Twice the width along the waist"),
    ("shoulder_length", "S1", "Shoulder", 3, "Along the seam, neckline to armhole"),
    ("armhole_girth", "A1", "Armhole", 6, "Along the curve, all round one armhole"),
    ("neckline_length", "N1", "Neckline", 6, "Along the edge, all round"),
    ("centre_back_length", "L1", "Centre back, bodice", 8, "Neckline seam or nape to the waist"),
    ("hip_girth", "H1", "Hip", 10, "Twice the width at the hip notches"),
    ("hem_girth", "H2", "Hem", 10, "Twice the width along the hem"),
    ("skirt_length", "L2", "Skirt", 8, "Centre front, waist seam to hem"),
    ("upper_arm_girth", "A2", "Upper arm", 5, "Twice the width under the armhole"),
    ("sleeve_length", "A3", "Sleeve", 6, "Top of the cap to the hem"),
    ("sleeve_hem", "A4", "Sleeve hem", 4, "Twice the width along the hem"),
    ("thigh_girth", "T1", "Thigh", 6, "Twice the width under the crotch"),
    ("knee_girth", "T2", "Knee", 5, "Twice the width at the knee"),
    ("crotch_seam", "T3", "Crotch seam", 5, "Along the seam, front waist to back waist"),
    ("inside_leg", "T4", "Inside leg", 8, "Along the seam, crotch to hem"),
)
POINTS: Mapping[str, PointOfMeasure] = {
    name: PointOfMeasure(code, label, tolerance, how) for name, code, label, tolerance, how in _ROWS
}
WAISTBAND = PointOfMeasure("W1", "Waistband", 5, "Closed, along the band")


def point_of(measure: FinishedMeasure) -> PointOfMeasure:
    """How a finished measure is called, measured and allowed to differ."""
    if measure.name == "waist_girth" and (measure.ease_parameter or "").startswith("waistband."):
        return WAISTBAND
    known = POINTS.get(measure.name)
    if known:
        return known
    words = measure.name.replace("_", " ")
    girth = measure.name.endswith("_girth")
    return PointOfMeasure("–", words.capitalize(), 10.0 if girth else 5.0, "")


def in_order(measures: tuple[FinishedMeasure, ...]) -> list[FinishedMeasure]:
    """Measures as they are taken, from the neck down; unknown ones last."""
    order = {name: number for number, name in enumerate(POINTS)}
    return sorted(measures, key=lambda measure: (order.get(measure.name, len(order)), measure.name))
