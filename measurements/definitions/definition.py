"""What one measurement is, and the groups they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Unit = Literal["mm", "degrees", "kg"]
View = Literal["front", "back", "side"]

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
    others away. `region` is a key of REGIONS, `view` the side her picture is seen from. `how` is
    three sentences; `mistake` the usual one; `why` the part of a garment that it shapes.
    """

    name: str
    label: str
    unit: Unit
    region: str
    lowest: float
    highest: float
    view: View
    how: str
    mistake: str
    why: str
    iso_name: str | None = None
    iso_clause: str | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """`how`, a sentence each."""
        return tuple(re.split(r"(?<=[.!?]) (?=[A-Z])", self.how))
