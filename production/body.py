"""A woman's measurements, and what she told the tailor beside them, as the tailor reads them: on the
sheet and at the bench."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from measurements.beyond_survey import ESTIMATES
from measurements.body import Body
from measurements.definitions import DEFINITIONS
from measurements.profile_forms import POSTURE, SIDES


@dataclass(frozen=True, slots=True)
class Told:
    """What she told the tailor. `rows` are (what, how, by how much): each side that is not like the
    other, then how she stands. `notes` are her own words, a paragraph each."""

    rows: Sequence[tuple[str, str, str]]
    notes: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.rows or self.notes)


def told(tailor: Mapping[str, Any]) -> Told:
    """What was frozen of left and right, posture and notes, in words."""
    rows = [
        (
            SIDES.get(key, key),
            side["side"],
            "not measured" if side["by"] is None else f"{side['by']:.0f} mm",
        )
        for key, side in tailor.get("sides", {}).items()
    ]
    rows += [("Posture", POSTURE.get(key, key), "") for key in tailor.get("posture", ())]
    notes = [line.strip() for line in tailor.get("notes", "").splitlines() if line.strip()]
    return Told(rows, notes)


def body_rows(body: Body) -> list[tuple[str, str, str]]:
    """Each measurement as (label, value in mm or as its label says, entered or how surely estimated);
    what she gave comes first, since it can be relied on. What no survey has stands there only if taken."""
    rows = []
    for name in [*DEFINITIONS, *(name for name in body if name not in DEFINITIONS)]:
        if name not in body or (name in ESTIMATES and body.is_estimated(name)):
            continue
        known = DEFINITIONS.get(name)
        unit = known.unit if known else "mm"
        value = f"{body[name]:.0f}" if unit == "mm" else f"{body[name]:.1f}"
        mark = "entered" if not body.is_estimated(name) else f"estimated ± {body.errors[name]:.0f}"
        label = known.label if known else name.replace("_", " ")
        if unit != "mm":
            label += f", in {unit}"
        rows.append((label, value, mark))
    rows.sort(key=lambda row: "estimated" in row[2])
    return rows
