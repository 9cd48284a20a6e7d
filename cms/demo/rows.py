"""A demo template's value as the rows and blocks that merchandisers edit."""

from __future__ import annotations

from typing import Any

from patterns.specs import OptionSpec, TemplateSpec


def template_fields(spec: TemplateSpec, summary: str) -> dict[str, Any]:
    """The fields of a PatternTemplate, but for its fabrics; `.spec` gives the value back."""
    return {
        "slug": spec.slug,
        "name": spec.name,
        "kind": spec.kind,
        "summary": summary,
        "components": [("component", name) for name in spec.components],
        "parameters": [
            ("parameter", {"parameter": name, "value": str(value)})
            for name, value in spec.parameters.items()
        ],
        "options": [(option.kind, _option(option)) for option in spec.options],
        "eases": [
            ("ease", {"fit": fit, **{name: row.get(name) for name in ("bust", "waist", "hip")}})
            for fit, row in spec.eases.items()
        ],
        "price": spec.price,
        "made_to_measure": spec.made_to_measure,
    }


def _option(option: OptionSpec) -> dict[str, Any]:
    value: dict[str, Any] = {
        name: getattr(option, name)
        for name in ("name", "parameter", "label", "help", "group", "default")
    }
    value["when"] = [
        {"option": name, "values": list(values)} for name, values in option.when.items()
    ]
    if option.kind == "choice":
        value["choices"] = [
            {"value": one.value, "label": one.label, "surcharge": one.surcharge}
            for one in option.choices
        ]
        return value
    value["surcharge"] = option.surcharge
    if option.kind == "range":
        for name in ("min", "max", "step", "unit"):
            value[name] = getattr(option, name)
    return value
