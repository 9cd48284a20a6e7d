"""A woman's measurements as the tailor reads them, on the sheet and at the bench."""

from __future__ import annotations

from measurements.beyond_survey import ESTIMATES
from measurements.body import Body
from measurements.definitions import DEFINITIONS


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
