"""A demo template's value as the rows and blocks that merchandisers edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from patterns.blocks import MEASURES
from patterns.choices import written
from patterns.specs import OptionSpec, Setting, TemplateSpec


def template_fields(spec: TemplateSpec, summary: str) -> dict[str, Any]:
    """The fields of a PatternTemplate, but for its fabrics; `.spec` gives the value back."""
    return {
        "slug": spec.slug,
        "name": spec.name,
        "kind": spec.kind,
        "summary": summary,
        "components": [("component", name) for name in spec.components],
        "parameters": [("parameter", row) for row in _fixed(spec.parameters)],
        "options": [(option.kind, _option(option)) for option in spec.options],
        "eases": [
            ("ease", {"fit": fit, **{name: row.get(name) for name in MEASURES}})
            for fit, row in spec.eases.items()
        ],
        "price": spec.price,
        "made_to_measure": spec.made_to_measure,
        "materials": [("material", asdict(one)) for one in spec.materials],
        "instructions": [("instruction", asdict(one)) for one in spec.instructions],
    }


def _fixed(parameters: Mapping[str, Setting]) -> list[dict[str, str]]:
    return [{"parameter": name, "value": written(value)} for name, value in parameters.items()]


def _option(option: OptionSpec) -> dict[str, Any]:
    value: dict[str, Any] = {
        name: getattr(option, name)
        for name in ("name", "parameter", "label", "help", "group", "default")
    }
    value["when"] = [
        {"option": name, "values": [written(value) for value in values]}
        for name, values in option.when.items()
    ]
    if option.kind == "choice":
        value["choices"] = [
            {
                "value": one.value,
                "label": one.label,
                "surcharge": one.surcharge,
                "sets": _fixed(one.sets),
            }
            for one in option.choices
        ]
        return value
    value["surcharge"] = option.surcharge
    if option.kind == "range":
        for name in ("min", "max", "step", "unit"):
            value[name] = getattr(option, name)
    return value
