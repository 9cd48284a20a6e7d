"""Every measurement that Toile knows: its name, how and why it is taken. Knows no Django.

Names are those of the survey that the estimates come from, and ten beside it (`beyond_survey`).
Where ISO 8559-1:2017 has the same measurement, or one near it, its name is given, and the clause
where it is certain; where Toile takes it otherwise (the waist), `how` says what Toile means.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .definition import REGIONS, REQUIRED, Definition, Unit, View
from .lower import LOWER
from .upper import UPPER

DEFINITIONS: Final[Mapping[str, Definition]] = MappingProxyType(
    {d.name: d for d in (*UPPER, *LOWER)}
)

__all__ = ["DEFINITIONS", "REGIONS", "REQUIRED", "Definition", "Unit", "View"]
