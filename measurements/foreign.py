"""Measurements from a file that she brings: ours as JSON or CSV, FreeSewing's YAML, Seamly's and
Valentina's individual files. Knows no Django, keeps nothing, reads nothing but the bytes it is given.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from xml.parsers import expat

import yaml

from measurements.asking import in_range
from measurements.definitions import DEFINITIONS
from measurements.from_files import BadInput
from measurements.other_names import FREESEWING, FREESEWING_OLD_ENDING, SEAMLY

LARGEST: Final = 64 * 1024
"""Bytes. A file of all measurements has about three thousand."""
MOST_BRACKETS: Final = 100
"""In YAML: brackets within brackets cost its reader time with the square of their number, and a list
of measurements needs one pair."""

_MM: Final[Mapping[str, float]] = MappingProxyType({"mm": 1.0, "cm": 10.0, "inch": 25.4})
_UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {"mm": "mm", "cm": "cm", "in": "inch", "inch": "inch", "inches": "inch"}
)
UNIT_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"mm": "millimetres", "cm": "centimetres", "inch": "inches"}
)
_OURS: Final = MappingProxyType({name: name for name in DEFINITIONS})
_WORDS_BESIDE: Final = frozenset({"unit", "units", "name", "notes", "subject"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: `values` by our names in mm, degrees or kg; what was `not_understood`, by the
    file's own names; `no_number`, our name and what stands there, of those that we know but whose value
    is none; the unit that its lengths were read in, and whether the file said so."""

    values: Mapping[str, float]
    not_understood: tuple[str, ...]
    no_number: tuple[tuple[str, str], ...]
    unit: str
    unit_stated: bool


def read_file(name: str, content: bytes) -> Found:
    """The measurements of a file. Raises BadInput with one sentence for her."""
    if len(content) > LARGEST:
        raise BadInput(f"That file is larger than {LARGEST // 1024} KB: it holds more than that.")
    ending = name.rpartition(".")[2].lower()
    if ending in ("smis", "vit"):
        pairs, unit = _seamly(content)
        return _found(pairs, unit, SEAMLY)
    if ending in ("smms", "vst"):
        raise BadInput(
            "That is a file of many sizes; we need one of a single person (.smis, .vit)."
        )
    if ending not in ("json", "csv", "yaml", "yml"):
        raise BadInput("We read files that end in .json, .csv, .yaml, .yml, .smis or .vit.")
    text = _text(content)
    if ending == "csv":
        data: Any = _csv(text)
    elif ending == "json":
        data = _json(text)
    else:
        data = _yaml(text)
    if not isinstance(data, dict):
        raise BadInput("That file holds no list of names with a number each.")
    inner = next(
        (data[k] for k in ("measurements", "values") if isinstance(data.get(k), dict)), None
    )
    unit = _UNITS.get(str(data.get("unit", data.get("units", ""))).strip().lower(), "")
    pairs = [(str(key), value) for key, value in (inner if inner is not None else data).items()]
    names = _OURS if any(key in _OURS and key != "height" for key, _ in pairs) else FREESEWING
    return _found(pairs, unit, names)


def _found(pairs: Iterable[tuple[str, object]], unit: str, names: Mapping[str, str]) -> Found:
    written: dict[str, float] = {}
    unknown: list[str] = []
    no_number: list[tuple[str, str]] = []
    for key, value in pairs:
        ours = names.get(key) or names.get(key.removesuffix(FREESEWING_OLD_ENDING))
        number = _number(value)
        if number == 0 or value is None or value == "":
            continue  # not given
        if ours is not None and number is not None:
            written[ours] = number
        elif ours is not None and isinstance(value, str):
            no_number.append((ours, value.strip()[:40]))
        elif key not in _WORDS_BESIDE:
            unknown.append(key[:60])
    if not written and no_number:
        name, text = no_number[0]
        raise BadInput(
            f"{DEFINITIONS[name].label} is “{text}” in that file: please give a plain number."
        )
    if not written:
        raise BadInput("We found no measurement in that file that we know by its name.")
    read_in = unit or _likeliest_unit(written)
    values = {
        name: written[name] * (_MM[read_in] if DEFINITIONS[name].unit == "mm" else 1.0)
        for name in DEFINITIONS
        if name in written
    }
    return Found(values, tuple(unknown), tuple(no_number), read_in, bool(unit))


def _likeliest_unit(written: Mapping[str, float]) -> str:
    """The unit in which most of the lengths are such as bodies have; in doubt millimetres."""

    def good(unit: str) -> int:
        return sum(
            in_range(DEFINITIONS[name], value * _MM[unit])
            for name, value in written.items()
            if DEFINITIONS[name].unit == "mm"
        )

    return max(_MM, key=good)


def _number(value: object) -> float | None:
    """A number as files write it; None where it is none (a formula, a word)."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("That file is no text in UTF-8, so we cannot read it.") from None


def _json(text: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("That file ends in .json but is no JSON.") from None
    return found


def _yaml(text: str) -> object:
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise BadInput("That file is not written as YAML should be, so we cannot read it.")
    try:
        found: object = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise BadInput(
            "That file is not written as YAML should be, so we cannot read it."
        ) from None
    return found


def _csv(text: str) -> dict[str, object]:
    """Either a row of names over a row of numbers, or a name and a number on each line."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    except csv.Error:
        raise BadInput("That file ends in .csv but its rows cannot be read.") from None
    if len(rows) >= 2 and sum(cell.strip() in _OURS for cell in rows[0]) >= 2:
        if len(rows) > 2:
            raise BadInput("That file holds several people; please bring one with a single row.")
        return {n.strip(): v.strip() for n, v in zip(rows[0], rows[1], strict=False) if n.strip()}
    return {row[0].strip(): row[1].strip() for row in rows if len(row) >= 2}


def _seamly(content: bytes) -> tuple[list[tuple[str, object]], str]:
    """Names and values, and the unit, of a .smis or .vit. A document type, and with it every entity,
    is refused as soon as it begins."""
    pairs: list[tuple[str, object]] = []
    words: list[str] = []
    root: list[str] = []
    unit = ""

    def refuse(*_: object) -> None:
        raise BadInput("That file brings definitions of its own, which we do not read.")

    def start(tag: str, attributes: dict[str, str]) -> None:
        root.append(tag)
        words.clear()
        if tag == "m" and "name" in attributes:
            pairs.append((attributes["name"], attributes.get("value", "")))

    def end(tag: str) -> None:
        nonlocal unit
        if tag == "unit":
            unit = _UNITS.get("".join(words).strip().lower(), "")
        words.clear()

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words.append
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as wrong:
        if isinstance(wrong, BadInput):
            raise
        raise BadInput("That file is damaged: it is no whole XML.") from None
    if root[0] not in ("smis", "vit"):
        raise BadInput("That file is no measurement file of Seamly or Valentina.")
    return pairs, unit
