"""The shared checker beside the checkout, where there is one: a second opinion on our checks."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from shapely.errors import ShapelyError

TOOL = Path(__file__).resolve().parents[3] / "shared" / "tools" / "check_draft.py"


def load() -> ModuleType | None:
    if not TOOL.is_file():
        return None
    spec = importlib.util.spec_from_file_location("check_draft", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHECKER = load()


def kinds(data: Mapping[str, Any]) -> set[str] | None:
    """The kinds of fault that the shared checker finds, None where it is not at hand."""
    if CHECKER is None:
        return None
    found: list[str] = []
    try:
        CHECKER.check(data, lambda kind, text: found.append(kind))
    except (KeyError, ShapelyError):  # as its own main() does: a crossed outline can't be measured
        found.append("not in the form")
    return set(found)
