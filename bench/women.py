"""Measured women to try the store's figures on: rows of a CSV in the form of shared/data."""

from __future__ import annotations

import csv
from pathlib import Path

from measurements.statistics import NAMES

BESIDE = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "women_1988.csv"
"""The survey beside the checkout; its rows are never in the project."""

Woman = dict[str, float]


def read_women(file: Path) -> list[Woman]:
    """A row each, by name, in mm, degrees and kg: what the store knows, of what the row says."""
    with file.open(newline="") as opened:
        return [
            {name: float(row[name]) for name in NAMES if row.get(name)}
            for row in csv.DictReader(opened)
        ]
