"""Derive the figure's proportions from the surveys beside the checkout.

    python scripts/derive_figure.py > measurements/figure/proportions.py

Reads ../shared/data/women_shape_2012.csv (breadths) and women_1988.csv (what the figure falls back
to where a body lacks a measurement). Only the figures that come out are kept in the project.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"

HEADER = '''"""Proportions of the figure. Written by scripts/derive_figure.py; do not edit by hand.

BREADTH, DEPTH: either / height = a + b * girth / height (women_shape_2012.csv, 993 women), with the
standard deviation of what the line leaves, in mm. `navel` is that survey's waist.
"""

from __future__ import annotations

from collections.abc import Mapping
'''

BREADTHS = (
    ("bust", "bust_girth", "bust_breadth"),
    ("navel", "waist_girth_omphalion", "waist_breadth"),
    ("hip", "hip_girth", "hip_breadth"),
)
DEPTHS = (
    ("bust", "bust_girth", "bust_depth"),
    ("navel", "waist_girth_omphalion", "waist_depth"),
    ("hip", "hip_girth", "hip_depth"),
)
FALLBACKS = (
    "bust_girth",
    "waist_girth",
    "hip_girth",
    "underbust_girth",
    "neck_girth",
    "neck_base_girth",
    "shoulder_length",
    "back_width",
    "scye_depth",
    "outer_arm_length",
    "upper_arm_girth",
    "elbow_girth",
    "wrist_girth",
    "waist_to_hip",
    "waist_height",
    "inside_leg_length",
    "thigh_girth",
    "knee_girth",
    "calf_girth",
    "ankle_girth",
    "head_girth",
    "knee_height",
    "bust_height",
    "back_neck_height",
    "side_neck_height",
    "shoulder_height",
    "bust_point_to_bust_point",
)


def columns(name: str) -> dict[str, np.ndarray]:
    with (DATA / name).open() as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([float(row[key] or "nan") for row in rows]) for key in rows[0]}


def main() -> None:
    shape, tailor = columns("women_shape_2012.csv"), columns("women_1988.csv")
    print(HEADER)
    for title, lines in (("BREADTH", BREADTHS), ("DEPTH", DEPTHS)):
        print(f"{title}: Mapping[str, tuple[float, float]] = {{")
        for level, girth, across in lines:
            x = shape[girth] / shape["height"]
            b, a = np.polyfit(x, shape[across] / shape["height"], 1)
            left = float(np.std(shape[across] - shape["height"] * (a + b * x)))
            print(f'    "{level}": ({a:.4f}, {b:.4f}),  # {left:.0f} mm')
        print("}\n")
    navel = np.mean(shape["waist_girth_omphalion"] / shape["height"]) / np.mean(
        shape["hip_girth"] / shape["height"]
    )
    natural = np.mean(tailor["waist_girth"] / tailor["height"]) / np.mean(
        tailor["hip_girth"] / tailor["height"]
    )
    print("NAVEL_OVER_WAIST = " + f"{navel / natural:.3f}")
    print('"""Girth at the navel over the natural waist\'s, between the surveys, hips equal."""\n')
    rise = np.mean(shape["tenth_rib_height"] - shape["waist_height_omphalion"])
    drop = np.mean(tailor["waist_to_hip"])
    print(f"NAVEL_BELOW_WAIST = {rise / drop:.3f}")
    print('"""How far the navel lies below the natural waist, as a share of waist to hip."""\n')
    axilla = np.mean((shape["shoulder_height"] - shape["axilla_height"]) / shape["height"])
    print(f"AXILLA_BELOW_SHOULDER = {axilla:.4f}")
    print('"""Of the height."""\n')
    print("OF_HEIGHT: Mapping[str, float] = {")
    for name in FALLBACKS:
        print(f'    "{name}": {np.nanmean(tailor[name] / tailor["height"]):.4f},')
    print("}")
    print('"""Means, for what a body does not have."""')


if __name__ == "__main__":
    main()
