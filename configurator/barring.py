"""What cannot be chosen just now, and why: values that do not go with the others, and a close fit on
measurements that nobody has taken. Knows no Django.

What is barred stays in sight with its reason; what she chose already is never barred, only told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from measurements.body import Body
from measurements.definitions import DEFINITIONS, REQUIRED
from patterns.engine import CLOSE, asked_for, conflicts, estimated_for_fit, resolve
from patterns.specs import FIT, OptionSpec, Setting, TemplateSpec


@dataclass(frozen=True, slots=True)
class Bar:
    """Values of an option that are not to be had beside the others: which, why, and the measurements
    that would open them, each by name and label."""

    values: tuple[Setting, ...]
    labels: tuple[str, ...]
    words: str
    measure: tuple[tuple[str, str], ...] = ()


def bars(
    spec: TemplateSpec, option: OptionSpec, choices: Mapping[str, Setting], body: Body | None
) -> tuple[Bar, ...]:
    """Which values of an option that is offered are barred beside these choices, for this body."""
    if option.kind == "range":
        return ()
    found: dict[tuple[str, tuple[tuple[str, str], ...]], list[Setting]] = {}
    for value in option.values if option.kind == "choice" else (True,):
        for reason in _reasons(spec, option, value, choices, body):
            found.setdefault(reason, []).append(value)
            break
    labels = {choice.value: choice.label for choice in option.choices}
    return tuple(
        Bar(tuple(values), tuple(labels.get(str(v), option.label) for v in values), words, measure)
        for (words, measure), values in found.items()
    )


def _reasons(
    spec: TemplateSpec,
    option: OptionSpec,
    value: Setting,
    choices: Mapping[str, Setting],
    body: Body | None,
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    wanted = {one.name: choices.get(one.name, one.default) for one in spec.options}
    wanted[option.name] = value
    settled = {one.name: wanted[one.name] for one in spec.offered(wanted)}
    if value != choices.get(option.name):
        for sentence in conflicts(spec, settled):
            yield sentence, ()
    if body is not None and option.sets(value).get(FIT) == CLOSE:
        names = dict.fromkeys(estimated_for_fit(spec, settled, body))
        if names:
            words = "A close fit is cut only to measurements that were taken."
            yield words, tuple((name, DEFINITIONS[name].label) for name in names)


def needed(spec: TemplateSpec, choices: Mapping[str, Setting]) -> list[str]:
    """The measurements that this garment asks for beside the four that all are, in their order."""
    return [name for name in asked_for(spec, resolve(spec, choices)) if name not in REQUIRED]
