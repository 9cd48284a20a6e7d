"""Derive the project's figures from the survey of measured women.

    python scripts/derive_statistics.py [SURVEY.csv]      default: ../shared/data/women_1988.csv

Writes measurements/statistics_1988.json: how many women, and for each measurement its mean and
standard deviation, the same of its natural logarithm, and the correlations of the logarithms; and
how near two levels of the body come to each other in one woman of a hundred (`one_in_a_hundred`).
No woman's own row is kept. How bodies larger than the survey's follow from these figures stands in
measurements/population.py.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SURVEY = ROOT.parent / "shared" / "data" / "women_1988.csv"
TARGET = ROOT / "measurements" / "statistics_1988.json"

# (less, more): levels and lengths between which a garment needs room.
BETWEEN = (
    ("waist_height", "bust_height"),
    ("scye_depth", "back_neck_to_waist"),
    ("waist_to_hip", "body_rise"),
    ("waist_to_hip", "waist_to_knee"),
)


def derive(survey: Path) -> dict[str, object]:
    """The figures of a survey's CSV: a header of names, a column `subject`, no gaps."""
    with survey.open(newline="") as file:
        return figures([
            {name: float(value) for name, value in row.items() if name != "subject"}
            for row in csv.DictReader(file)
        ])  # fmt: skip


def figures(rows: Sequence[Mapping[str, float]]) -> dict[str, object]:
    """The figures of women, a row each with the same names."""
    names = sorted(rows[0])
    values = np.array([[row[name] for name in names] for row in rows])
    logs = np.log(values)
    correlations = np.corrcoef(logs.T)
    column = {name: values[:, number] for number, name in enumerate(names)}
    return {
        "survey": "women of the 1988 anthropometric survey of the US Army (public domain)",
        "women": len(rows),
        "names": names,
        "mean": [round(float(x), 2) for x in values.mean(axis=0)],
        "deviation": [round(float(x), 2) for x in values.std(axis=0, ddof=1)],
        "log_mean": [round(float(x), 6) for x in logs.mean(axis=0)],
        "log_deviation": [round(float(x), 6) for x in logs.std(axis=0, ddof=1)],
        "one_in_a_hundred": [
            [less, more, round(float(np.percentile(column[more] - column[less], 1)), 1)]
            for less, more in BETWEEN
        ],
        # Row by row below the diagonal.
        "log_correlation": [
            [round(float(correlations[i, j]), 6) for j in range(i)] for i in range(len(names))
        ],
    }


def main() -> None:
    survey = Path(sys.argv[1]) if len(sys.argv) > 1 else SURVEY
    found = derive(survey)
    lines = [f"  {json.dumps(key)}: {_laid_out(value)}" for key, value in found.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{found['women']} women -> {TARGET.relative_to(ROOT)}")


def _laid_out(value: object) -> str:
    """JSON with one line for each row of a matrix."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "[\n" + ",\n".join("    " + json.dumps(row) for row in value) + "\n  ]"
    return json.dumps(value)


if __name__ == "__main__":
    main()
