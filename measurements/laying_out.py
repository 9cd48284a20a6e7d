"""The measuring page's rows and groups: which fields stand together, and what is said there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from measurements.beyond_survey import MAY_BE_NOTHING
from measurements.body import Body
from measurements.definitions import DEFINITIONS, REGIONS, REQUIRED, Definition
from measurements.units import amount, suffix

if TYPE_CHECKING:
    from django.forms import BoundField

    from measurements.forms import MeasurementsForm
    from measurements.looking import Question

# The ones that cannot be told from the four: worth a second pair of hands and a quarter of an hour.
WORTH_TAKING = (
    "underbust_girth",
    "back_neck_to_waist",
    "front_neck_to_waist",
    "shoulder_length",
    "back_width",
    "side_neck_to_bust_point",
    "bust_point_to_bust_point",
    "waist_to_hip",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One field with its unit and, where known, its estimate; what is wrong with it, and what is asked
    beside it."""

    field: BoundField
    definition: Definition
    suffix: str
    estimate: str
    error: str
    errors: Sequence[str]
    questions: Sequence[Question]
    other_unit: bool  # the number was refused, and would be right in the other unit


@dataclass(frozen=True, slots=True)
class Group:
    """Optional fields under one summary; open where something is entered or wrong."""

    key: str
    title: str
    rows: Sequence[Row]
    open: bool
    given: int


FEW = 4
"""So many that a garment needs are shown at once, without opening their group."""


def rows_and_groups(
    form: MeasurementsForm,
    body: Body | None,
    needed: Sequence[str] = (),
) -> tuple[list[Row], list[Group]]:
    """The required rows, and the optional ones in groups: first those `needed` for what she designs."""
    first = [name for name in DEFINITIONS if name in needed and name not in REQUIRED]
    rows = {name: row_of(form, name, body) for name in DEFINITIONS}
    regions = {
        region: [
            name
            for name, d in DEFINITIONS.items()
            if d.region == region and name not in (*REQUIRED, *WORTH_TAKING, *first)
        ]
        for region in REGIONS
    }
    worth = [name for name in WORTH_TAKING if name not in first]
    titled = [
        ("needed", "For what you are designing", first),
        ("worth", "The ones most worth taking", worth),
        *((region, REGIONS[region], names) for region, names in regions.items()),
    ]
    groups = [_group(key, title, names, rows) for key, title, names in titled if names]
    if 0 < len(first) <= FEW:
        groups[0] = replace(groups[0], open=True)
    return [rows[name] for name in REQUIRED], groups


def row_of(form: MeasurementsForm, name: str, body: Body | None) -> Row:
    """The row of one field."""
    definition = DEFINITIONS[name]
    estimate = error = ""
    if body is not None and body.is_estimated(name) and name not in MAY_BE_NOTHING:
        estimate = amount(body[name], definition.unit, form.system)
        error = amount(body.errors[name], definition.unit, form.system)
    return Row(
        form[name],
        definition,
        suffix(definition.unit, form.system),
        estimate,
        error,
        *form.said_of(name),
    )


def _group(key: str, title: str, names: Sequence[str], rows: Mapping[str, Row]) -> Group:
    members = [rows[name] for name in names]
    given = sum(1 for row in members if row.field.value())
    wanted = any(row.field.errors for row in members)
    return Group(key, title, members, wanted or bool(given), given)
