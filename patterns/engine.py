"""From a template, the buyer's choices and a body to a draft. Pure: same in, same out, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from measurements.body import Body
from patterns.components import COMPONENTS
from patterns.components.base import Making, Parameter
from patterns.drafting.cutting import CrossedOutlineError
from patterns.drafting.draft import Draft, Refusal
from patterns.specs import FIT, OptionSpec, Setting, TemplateSpec

ENGINE = "toile 0.1"
"""Written into every draft and frozen with every order: raise it with any change of a draft."""


class BadChoice(ValueError):  # noqa: N818 - it is the choice that is bad
    """A choice that the template does not allow: which option, and a sentence for the buyer."""

    def __init__(self, option: str, message: str) -> None:
        super().__init__(message)
        self.option, self.message = option, message


def settle(spec: TemplateSpec, chosen: Mapping[str, Setting]) -> dict[str, Setting]:
    """The buyer's choices whole: defaults filled in, those checked that she made.

    Only options that are offered beside the others stand in the answer. Raises BadChoice for an
    unknown option, one that is not offered, and a value out of its range.
    """
    for name in chosen:
        if spec.option(name) is None:
            raise BadChoice(name, f"This pattern has no option “{name}”.")
    wanted = {option.name: chosen.get(option.name, option.default) for option in spec.options}
    settled: dict[str, Setting] = {}
    for option in spec.options:
        if option.offered(wanted):
            settled[option.name] = _checked(option, wanted[option.name])
        elif option.name in chosen:
            others = " and ".join(
                f"{name} is {' or '.join(values)}" for name, values in option.when.items()
            )
            raise BadChoice(option.name, f"{option.label} can be chosen only when {others}.")
    return settled


def _checked(option: OptionSpec, value: Setting) -> Setting:
    if option.kind == "choice":
        if value not in option.values:
            raise BadChoice(
                option.name, f"{option.label} can be {', '.join(option.values)}, not “{value}”."
            )
        return value
    if option.kind == "toggle":
        if not isinstance(value, bool):
            raise BadChoice(option.name, f"{option.label} can be true or false, not “{value}”.")
        return value
    if isinstance(value, bool | str) or not option.min <= value <= option.max:
        raise BadChoice(
            option.name,
            f"{option.label} can be from {option.min:g} to {option.max:g} {option.unit}, not {value}.",
        )
    return float(value)


def resolve(spec: TemplateSpec, choices: Mapping[str, Setting]) -> dict[str, Setting]:
    """Every parameter as {"component.parameter": value}: defaults, the fit's eases, what the template
    fixes, what the buyer chose; each over the one before."""
    resolved: dict[str, Setting] = {
        f"{name}.{parameter.name}": parameter.default
        for name in spec.components
        for parameter in COMPONENTS[name].parameters.values()
    }
    resolved[FIT] = spec.parameters.get(FIT, "regular")
    for option in spec.options:
        if option.parameter == FIT and option.name in choices:
            resolved[FIT] = choices[option.name]
    for measure, ease in spec.eases.get(str(resolved[FIT]), {}).items():
        for name in spec.components:
            if f"{measure}_ease" in COMPONENTS[name].parameters:
                resolved[f"{name}.{measure}_ease"] = float(ease)
    resolved.update(spec.parameters)
    for option in spec.options:
        if option.name in choices and option.parameter != FIT:
            resolved[option.parameter] = choices[option.name]
    resolved["cloth"] = spec.cloth
    return resolved


def make_draft(
    spec: TemplateSpec,
    chosen: Mapping[str, Setting],
    body: Body,
    *,
    subject: str | None = None,
) -> Draft:
    """The draft of a design. Raises BadChoice, or Refusal where this body cannot be drafted well."""
    choices = settle(spec, chosen)
    parameters = resolve(spec, choices)
    missing = [
        need for name in spec.components for need in COMPONENTS[name].needs if need not in body
    ]
    if missing:
        raise Refusal(
            "measurement_missing",
            f"This garment also needs: {', '.join(sorted(set(missing)))}.",
            tuple(sorted(set(missing))),
        )
    making = Making(body, parameters, spec.components)
    try:
        for name in _order(spec.components):
            COMPONENTS[name].draft(making)
    except CrossedOutlineError as crossed:
        raise Refusal(
            "outline",
            "These measurements leave no room for the darts and curves of this garment.",
            ("bust_girth", "waist_girth", "hip_girth"),
        ) from crossed
    return Draft(
        style=spec.slug, kind=spec.kind, engine=ENGINE, subject=subject, body=body,
        choices=choices, parameters=making.parameters,
        pieces=tuple(making.pieces), seams=tuple(making.seams),
        finished=tuple(making.finished), warnings=tuple(making.warnings),
    )  # fmt: skip


def _order(components: tuple[str, ...]) -> list[str]:
    """The components so that each comes after those it must meet."""
    ordered: list[str] = []

    def place(name: str) -> None:
        for earlier in COMPONENTS[name].after:
            if earlier in components:
                place(earlier)
        if name not in ordered:
            ordered.append(name)

    for name in components:
        place(name)
    return ordered


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
    return found


def _option_problems(
    spec: TemplateSpec, option: OptionSpec, known: Mapping[str, Parameter]
) -> list[str]:
    title = f"The option “{option.label}”"
    found = []
    for other, values in option.when.items():
        asked = spec.option(other)
        if asked is None:
            found.append(f"{title} depends on an option “{other}” that is not there.")
        elif any(value not in asked.values for value in values):
            found.append(f"{title} depends on a choice that “{asked.label}” does not have.")
    if option.parameter == FIT:
        found += [
            f"{title} offers the fit “{value}”, which has no row of eases."
            for value in option.values if value not in spec.eases
        ]  # fmt: skip
    elif option.parameter not in known:
        return [*found, f"{title} opens a parameter “{option.parameter}” that is not there."]
    elif known[option.parameter].kind != option.kind:
        return [*found, f"{title} must be a {known[option.parameter].kind}."]
    else:
        found += _outside(title, known[option.parameter], option.ends)
        if option.kind == "range" and option.unit != known[option.parameter].unit:
            found.append(f"{title} is told in {known[option.parameter].unit}, not {option.unit}.")
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


def plain(value: Setting) -> str:
    """A value as a sentence names it: 1200, not 1200.0."""
    return f"{value:g}" if isinstance(value, float) else str(value)


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
    return []
