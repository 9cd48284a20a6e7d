"""Reading bodies for the command line: one from JSON, many from CSV. Knows no Django.

Names and units are those of `measurements.definitions`; columns that no measurement bears are
ignored, absent or empty values are estimated.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping
from pathlib import Path

from measurements.beyond_survey import MAY_BE_NOTHING
from measurements.body import Body
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.statistics import complete


class BadInput(ValueError):  # noqa: N818 - named for what it says
    """What was given cannot be read: one line that says what is wrong."""


def _number(value: object, name: str, where: str) -> float | None:
    """A measurement as written; None where it is absent or empty."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            raise ValueError
        number = float(value)
    except ValueError:
        raise BadInput(f"{where}: {name} must be a number, not {value!r}.") from None
    least = 0.0 if name in MAY_BE_NOTHING else math.ulp(0.0)
    if not math.isfinite(number) or number < least:
        raise BadInput(f"{where}: {name} must be a number over 0, not {value}.")
    return number


def _body(row: Mapping[str, object], where: str) -> Body:
    values = {name: _number(row.get(name), name, where) for name in DEFINITIONS}
    missing = [name for name in REQUIRED if values.get(name) is None]
    if missing:
        raise BadInput(f"{where}: {', '.join(missing)} must be there.")
    return complete({name: value for name, value in values.items() if value is not None})


def read_body(path: Path) -> Body:
    """The body of a flat JSON object, {name: number}. Raises BadInput."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadInput(f"{path} is not JSON: {error}.") from error
    if not isinstance(data, dict):
        raise BadInput(f"{path} must hold one object of names and numbers.")
    return _body(data, str(path))


def read_bodies(path: Path) -> list[tuple[str | None, Body]]:
    """The subjects and bodies of a CSV's rows, in its order. Raises BadInput before any is used."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
            if missing:
                raise BadInput(f"{path} has no column {', '.join(missing)}.")
            return [
                (row.get("subject") or None, _body(row, f"{path}, line {reader.line_num}"))
                for row in reader
            ]
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"{path} is not a CSV in UTF-8: {error}.") from error
