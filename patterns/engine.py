"""From a template, the buyer's choices and a body to a draft. Pure: same in, same out, byte for byte."""

from __future__ import annotations

import math
from collections.abc import Mapping

from measurements.body import Body
from measurements.definitions import DEFINITIONS
from patterns.components import COMPONENTS
from patterns.components.base import Making
from patterns.drafting.draft import Draft, Refusal
from patterns.specs import FIT, OptionSpec, Setting, TemplateSpec

ENGINE = "toile 0.4"
"""Written into every draft and frozen with every order: raise it with any change of a draft."""


PRESENT = "components."
"""What begins the parameters that say whether the garment has a component."""

CLOSE = "close"
ERRORS_OF_EASE = 1.3
"""With estimates the least ease is 1.3 times their standard error: the store's own rule."""


class BadChoice(ValueError):  # noqa: N818 - it is the choice that is bad
    """A choice that the template does not allow: which option, and a sentence for the buyer."""

    def __init__(self, option: str, message: str) -> None:
        super().__init__(message)
        self.option, self.message = option, message


def settle(spec: TemplateSpec, chosen: Mapping[str, Setting]) -> dict[str, Setting]:
    """The buyer's choices whole: defaults filled in, those checked that she made.

    Only options that are offered beside the others stand in the answer. Raises BadChoice for an
    unknown option, one that is not offered, a value out of its range, and what does not go together.
    """
    return _decide(spec, chosen)[0]


def _decide(
    spec: TemplateSpec, chosen: Mapping[str, Setting]
) -> tuple[dict[str, Setting], dict[str, Setting]]:
    """The choices settled, and every parameter that they resolve to."""
    for name in chosen:
        if spec.option(name) is None:
            raise BadChoice(name, f"This pattern has no option “{name}”.")
    wanted = {option.name: chosen.get(option.name, option.default) for option in spec.options}
    offered = {option.name: option for option in spec.offered(wanted)}
    settled = {name: _checked(option, wanted[name]) for name, option in offered.items()}
    for option in spec.options:
        if option.name in chosen and option.name not in offered:
            others = " and ".join(
                f"{name} is {' or '.join(plain(value) for value in values)}"
                for name, values in option.when.items()
            )
            raise BadChoice(option.name, f"{option.label} can be chosen only when {others}.")
    parameters = resolve(spec, settled)
    against = _against(components(spec, parameters), parameters)
    if against:
        raise BadChoice(_culprit(spec, chosen, settled), against[0])
    return settled, parameters


def conflicts(spec: TemplateSpec, settled: Mapping[str, Setting]) -> list[str]:
    """What does not go together among settled choices, a sentence each."""
    parameters = resolve(spec, settled)
    return _against(components(spec, parameters), parameters)


def _against(present: tuple[str, ...], parameters: Mapping[str, Setting]) -> list[str]:
    return [
        sentence for name in present for sentence in COMPONENTS[name].conflicts(parameters, present)
    ]


def _culprit(
    spec: TemplateSpec, chosen: Mapping[str, Setting], settled: Mapping[str, Setting]
) -> str:
    """The option to blame for a conflict: one that was chosen and whose default would end it."""
    for option in spec.options:
        if option.name in chosen and option.name in settled:
            wanted = {o.name: chosen.get(o.name, o.default) for o in spec.options}
            wanted[option.name] = option.default
            if not conflicts(spec, {o.name: wanted[o.name] for o in spec.offered(wanted)}):
                return option.name
    return next(iter(chosen), "")


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


def components(spec: TemplateSpec, resolved: Mapping[str, Setting]) -> tuple[str, ...]:
    """The components that the garment has, by its resolved parameters."""
    return tuple(name for name in spec.components if resolved.get(f"{PRESENT}{name}", True))


def resolve(spec: TemplateSpec, choices: Mapping[str, Setting]) -> dict[str, Setting]:
    """Every parameter as {"component.parameter": value}: defaults, the fit's eases, what the template
    fixes, what the buyer chose; each over the one before. Only of the components the garment has."""
    said: dict[str, Setting] = {FIT: "regular", **spec.parameters}
    for option in spec.options:
        if option.name in choices:
            said.update(option.sets(choices[option.name]))
    resolved: dict[str, Setting] = {FIT: said[FIT], "cloth": spec.cloth}
    present = components(spec, said)
    for name in spec.components:
        resolved[f"{PRESENT}{name}"] = name in present
    eases = spec.eases.get(str(said[FIT]), {})
    for name in present:
        for parameter in COMPONENTS[name].parameters.values():
            ease = eases.get(parameter.name.removesuffix("_ease"), parameter.default)
            key = f"{name}.{parameter.name}"
            resolved[key] = said.get(
                key, float(ease) if parameter.name.endswith("_ease") else parameter.default
            )
    return resolved


def asked_for(spec: TemplateSpec, parameters: Mapping[str, Setting]) -> list[str]:
    """The measurements that a garment with these parameters asks for: all that its components need, and
    those that help them, in the order of the definitions."""
    present = [COMPONENTS[name] for name in components(spec, parameters)]
    asked = {name for each in present for name in (*each.needs, *each.helps)}
    return [name for name in DEFINITIONS if name in asked]


def make_draft(
    spec: TemplateSpec,
    chosen: Mapping[str, Setting],
    body: Body,
    *,
    subject: str | None = None,
) -> Draft:
    """The draft of a design. Raises BadChoice, or Refusal where this body cannot be drafted well."""
    choices, parameters = _decide(spec, chosen)
    present = components(spec, parameters)
    needs = {need for name in present for need in COMPONENTS[name].needs}
    missing = sorted(needs.difference(body.values_by_name))
    if missing:
        raise Refusal(
            "measurement_missing",
            f"This garment also needs: {', '.join(missing)}.",
            tuple(missing),
        )
    making = Making(body, parameters, present)
    _mind_estimates(spec, making)
    try:
        for name in _order(present):
            COMPONENTS[name].draft(making)
        making.finish()
    except (ArithmeticError, ValueError) as impossible:
        # No root, a crossed outline, the root of a minus.
        raise Refusal(
            "outline",
            "These measurements leave no room for the darts and curves of this garment.",
            ("bust_girth", "waist_girth", "hip_girth"),
        ) from impossible
    return Draft(
        style=spec.slug, kind=spec.kind, engine=ENGINE, subject=subject, body=body,
        choices=choices, parameters=making.parameters,
        pieces=tuple(making.pieces), seams=tuple(making.seams),
        finished=tuple(making.finished), warnings=tuple(making.warnings),
        trims=tuple(making.trims),
        operations=tuple(sorted(making.operations, key=lambda operation: operation.step)),
    )  # fmt: skip


def estimated_for_fit(spec: TemplateSpec, choices: Mapping[str, Setting], body: Body) -> list[str]:
    """The measurements that this garment's fit rests on and that are estimated for this body: with any,
    its close fit is not offered."""
    parameters = resolve(spec, choices)
    return [girth for girth, _ in _fitted(spec, parameters) if body.is_estimated(girth)]


def _fitted(spec: TemplateSpec, parameters: Mapping[str, Setting]) -> list[tuple[str, str]]:
    """The girths that the template's eases speak of, with the parameter that gives each its ease."""
    measures = {measure for eases in spec.eases.values() for measure in eases}
    return [
        (f"{measure}_girth", key)
        for key in parameters
        for measure in measures if key.endswith(f".{measure}_ease")
    ]  # fmt: skip


def _mind_estimates(spec: TemplateSpec, making: Making) -> None:
    """An ease is never less than 1.3 times the error of what was estimated, and close fit is not drafted
    on estimates."""
    body, parameters = making.body, making.parameters
    fitted = [
        (girth, key) for girth, key in _fitted(spec, parameters) if body.is_estimated(girth)
    ]  # fmt: skip
    if fitted and parameters[FIT] == CLOSE:
        names = tuple(dict.fromkeys(girth for girth, _ in fitted))
        labels = " and ".join(DEFINITIONS[name].label.lower() for name in names)
        raise Refusal(
            "fit_needs_measuring",
            f"A close fit is cut only to measurements that were taken: please measure {labels}, "
            "or choose a regular fit.",
            names,
        )
    for girth, key in fitted:
        least = math.ceil(ERRORS_OF_EASE * body.errors[girth])
        if making.number(key) < least:
            parameters[key] = float(least)
            making.warn(
                "ease_for_estimate",
                f"{DEFINITIONS[girth].label} was estimated, so {least} mm of ease are allowed there.",
            )


def _order(present: tuple[str, ...]) -> list[str]:
    """The components so that each comes after those it must meet."""
    ordered: list[str] = []

    def place(name: str) -> None:
        for earlier in COMPONENTS[name].after:
            if earlier in present:
                place(earlier)
        if name not in ordered:
            ordered.append(name)

    for name in present:
        place(name)
    return ordered


def plain(value: Setting) -> str:
    """A value as a sentence names it: 1200, not 1200.0."""
    return f"{value:g}" if isinstance(value, float) else str(value)
