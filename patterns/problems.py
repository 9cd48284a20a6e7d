"""What is wrong with a template on paper, said when it is made. Knows no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from patterns.components import COMPONENTS
from patterns.components.base import Parameter
from patterns.engine import PRESENT, conflicts, plain
from patterns.specs import FIT, OptionSpec, Setting, TemplateSpec


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a template, in a sentence for the merchandiser.

    `part` is the template's field, `name` the option, fit or parameter concerned; empty for the
    field as a whole.
    """

    part: Literal["components", "parameters", "options", "eases"]
    name: str
    message: str


def problems(spec: TemplateSpec) -> list[Problem]:
    """All that is wrong with a template on paper; empty when drafting it can be tried."""
    found: list[Problem] = []
    if not spec.components:
        found.append(Problem("components", "", "A template needs at least one component."))
    for name in spec.components:
        if name not in COMPONENTS:
            words = f"There is no component “{name}”; there are {', '.join(COMPONENTS)}."
            found.append(Problem("components", name, words))
    known = {
        f"{name}.{parameter.name}": parameter
        for name in spec.components if name in COMPONENTS
        for parameter in COMPONENTS[name].parameters.values()
    }  # fmt: skip
    known |= {f"{PRESENT}{name}": Parameter(name, True, kind="toggle") for name in spec.components}
    spoken_of = [*spec.parameters, *(option.parameter for option in spec.options)]
    found += [
        Problem("components", "", f"The {name} is spoken of below: add it, or take its settings out.")
        for name in COMPONENTS
        if name not in spec.components and any(key.startswith(f"{name}.") for key in spoken_of)
    ]  # fmt: skip
    for key, value in spec.parameters.items():
        if key in known:
            wrong = _outside(f"The fixed parameter {key}", known[key], (value,))
        else:
            wrong = [] if key == FIT else [f"There is no parameter “{key}”."]
        found += [Problem("parameters", key, words) for words in wrong]
    names = [option.name for option in spec.options]
    found += [
        Problem("options", name, f"Two options are named “{name}”.")
        for name in sorted(set(names)) if names.count(name) > 1
    ]  # fmt: skip
    for option in spec.options:
        wrong = _option_problems(spec, option, known)
        found += [Problem("options", option.name, words) for words in wrong]
    told = {measure for eases in spec.eases.values() for measure in eases}
    for fit, eases in spec.eases.items():
        found += [
            Problem("eases", fit, f"The {fit} fit lacks the {measure} ease that another fit has.")
            for measure in sorted(told - set(eases))
        ]
        for measure, ease in eases.items():
            for key, parameter in known.items():
                if key.endswith(f".{measure}_ease"):
                    wrong = _outside(f"The {measure} ease of the {fit} fit", parameter, (ease,))
                    found += [Problem("eases", fit, words) for words in wrong]
    return found or _misfits(spec)


def _misfits(spec: TemplateSpec) -> list[Problem]:
    """What does not go together: the template as it stands, or a choice that nothing could go with."""
    found = [
        Problem("components", "", sentence)
        for sentence in conflicts(spec, _whole(spec, {}))
    ]  # fmt: skip
    for option in spec.options if not found else ():
        for value in option.ends:
            beside = dict(_offering(option))
            settings = [{**beside, option.name: value}]
            settings += [
                {**beside, option.name: value, other.name: end}
                for other in spec.options if other is not option for end in other.ends
            ]  # fmt: skip
            against = [conflicts(spec, _whole(spec, chosen)) for chosen in settings]
            if all(against):
                words = f"“{option.label}” can never be {plain(value)}: {against[0][0]}"
                found.append(Problem("options", option.name, words))
    return found


def _offering(option: OptionSpec) -> dict[str, Setting]:
    """One way to have an option offered."""
    return {name: values[0] for name, values in option.when.items()}


def _whole(spec: TemplateSpec, chosen: Mapping[str, Setting]) -> dict[str, Setting]:
    wanted = {option.name: chosen.get(option.name, option.default) for option in spec.options}
    return {option.name: wanted[option.name] for option in spec.offered(wanted)}


def _option_problems(
    spec: TemplateSpec, option: OptionSpec, known: Mapping[str, Parameter]
) -> list[str]:
    title = f"The option “{option.label}”"
    found = []
    earlier = [o.name for o in spec.options[: spec.options.index(option)]]
    for other, values in option.when.items():
        asked = spec.option(other)
        if asked is None:
            found.append(f"{title} depends on an option “{other}” that is not there.")
        elif other not in earlier:
            found.append(f"{title} must come after “{asked.label}”, on which it depends.")
        elif any(value not in asked.ends for value in values):
            found.append(f"{title} depends on a choice that “{asked.label}” does not have.")
    if option.parameter == FIT:
        found += [
            f"{title} offers the fit “{value}”, which has no row of eases."
            for value in option.values if value not in spec.eases
        ]  # fmt: skip
    elif not option.parameter and option.kind == "choice":
        pass  # nothing but what its values set
    elif option.parameter not in known:
        return [*found, f"{title} opens a parameter “{option.parameter}” that is not there."]
    elif known[option.parameter].kind != option.kind:
        return [*found, f"{title} must be a {known[option.parameter].kind}."]
    else:
        found += _outside(title, known[option.parameter], option.ends)
        if option.kind == "range" and option.unit != known[option.parameter].unit:
            found.append(f"{title} is told in {known[option.parameter].unit}, not {option.unit}.")
    for choice in option.choices:
        for key, value in choice.sets.items():
            if key in known:
                found += _outside(
                    f"{title} sets {key} by “{choice.label}”: it", known[key], (value,)
                )
            else:
                found.append(f"{title} sets a parameter “{key}” that is not there.")
    if option.kind == "range" and not option.min < option.max:
        found.append(f"{title}: the smallest value must be under the largest.")
    if option.kind == "range" and option.step <= 0:
        found.append(f"{title}: the step must be over 0.")
    if option.kind == "range" and not option.min <= float(option.default) <= option.max:
        found.append(f"{title}: the default lies outside its range.")
    if option.kind == "choice" and option.default not in option.values:
        found.append(f"{title}: the default is not among its choices.")
    if option.surcharge < 0 or any(choice.surcharge < 0 for choice in option.choices):
        found.append(f"{title}: a surcharge cannot be negative.")
    return found


def _outside(title: str, parameter: Parameter, values: tuple[Setting, ...]) -> list[str]:
    if parameter.kind == "choice":
        return [
            f"{title} cannot be “{value}”: {parameter.name} is one of {', '.join(parameter.values)}."
            for value in values if value not in parameter.values
        ]  # fmt: skip
    if parameter.kind == "range":
        return [
            f"{title} cannot be {plain(value)}: {parameter.name} goes from {parameter.min:g}"
            f" to {parameter.max:g}."
            for value in values
            if isinstance(value, str | bool) or not parameter.min <= value <= parameter.max
        ]  # fmt: skip
    return [f"{title} is either on or off." for value in values if not isinstance(value, bool)]
