"""Which choices a proof tries: each end of every option, all pairs of them, and some at random.

A choice that does not go with the others is not drafted: it is left out, and counted. No Django.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from patterns.engine import BadChoice, settle
from patterns.specs import OptionSpec, Setting, TemplateSpec

Choices = dict[str, Setting]
Value = tuple[str, Setting]  # an option's name and what it is set to
Pair = tuple[Value, Value]

TRIES = 24  # ways tried to let a pair stand in a set before it counts as not going together


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of choices, and how many were left out because something in them does not go together."""

    sets: list[Choices]
    left_out: int = 0


def goes_together(spec: TemplateSpec, chosen: Mapping[str, Setting]) -> bool:
    try:
        settle(spec, chosen)
    except BadChoice:
        return False
    return True


def option_sets(spec: TemplateSpec) -> list[Choices]:
    """The defaults, then each end of every option, beside each choice under which it is offered."""
    sets: list[Choices] = [{}]
    settled = [settle(spec, {})]
    for option in spec.options:
        for beside in _besides(spec, option):
            for value in option.ends:
                chosen: Choices = {**beside, option.name: value}
                if goes_together(spec, chosen) and settle(spec, chosen) not in settled:
                    sets.append(chosen)
                    settled.append(settle(spec, chosen))
    return sets


def _besides(spec: TemplateSpec, option: OptionSpec) -> Iterator[Choices]:
    """Each way to have an option offered: what must be chosen besides, and what that needs in turn."""
    for values in product(*option.when.values()):
        beside: Choices = dict(zip(option.when, values, strict=True))
        yield {**_needed(spec, beside), **beside}


def _needed(spec: TemplateSpec, chosen: Choices) -> Choices:
    """What must be chosen for these to be offered, the first of several ways."""
    needed: Choices = {}
    for option in reversed(spec.options):
        if option.name in chosen or option.name in needed:
            for name, values in option.when.items():
                if name not in chosen and name not in needed:
                    default = spec.option(name)
                    fits = default is not None and default.default in values
                    needed[name] = default.default if default and fits else values[0]
    return needed


def pair_sets(spec: TemplateSpec, seed: int = 1) -> Sets:
    """So few sets that any two values (ends of ranges) of any two options, which are offered beside each
    other and go together, stand together in at least one: a covering array, found greedily."""
    random = np.random.default_rng(seed)
    open_pairs = _pairs(spec)
    sets: list[Choices] = []
    left_out = 0
    while open_pairs:
        pair = next(iter(open_pairs))
        for turn in range(TRIES):
            chosen = _filled(spec, dict(pair), open_pairs, random, greedy=turn < TRIES // 2)
            if chosen is not None and goes_together(spec, chosen):
                break
        else:
            del open_pairs[pair]
            left_out += 1
            continue
        sets.append(chosen)
        for met in combinations(chosen.items(), 2):
            open_pairs.pop(met, None)
    return Sets(sets, left_out)


def _pairs(spec: TemplateSpec) -> dict[Pair, None]:
    """Every two values of two options, in the template's order."""
    found: dict[Pair, None] = {}
    for first, second in combinations(spec.options, 2):
        for a, b in product(first.ends, second.ends):
            if first.name in second.when and a not in second.when[first.name]:
                continue
            found[(first.name, a), (second.name, b)] = None
    return found


def _filled(
    spec: TemplateSpec,
    fixed: Choices,
    open_pairs: Mapping[Pair, None],
    random: np.random.Generator,
    greedy: bool,
) -> Choices | None:
    """A whole set of choices around those fixed; None where they are not offered beside each other.

    Greedy: each option takes the value that meets most of the open pairs; else any.
    """
    wanted = {**_needed(spec, fixed), **fixed}
    chosen: Choices = {}
    for option in spec.options:
        offered = all(chosen.get(name) in values for name, values in option.when.items())
        if not offered:
            if option.name in fixed:
                return None
            continue
        if option.name in wanted:
            chosen[option.name] = wanted[option.name]
            continue
        values = list(option.ends)
        random.shuffle(values)
        others = [*chosen.items(), *((n, v) for n, v in fixed.items() if n not in chosen)]

        def meets(value: Setting, name: str = option.name, others: list[Value] = others) -> int:
            return sum(
                (other, (name, value)) in open_pairs or ((name, value), other) in open_pairs
                for other in others
            )

        chosen[option.name] = max(values, key=meets) if greedy else values[0]
    return chosen


def random_sets(spec: TemplateSpec, count: int, seed: int = 1) -> Sets:
    """Choices drawn at random over all options at once, only those offered beside each other; the same
    seed gives the same."""
    random = np.random.default_rng(seed)
    sets: list[Choices] = []
    left_out = 0
    while len(sets) < count and left_out < 50 * count:
        drawn: Choices = {option.name: _drawn(option, random) for option in spec.options}
        chosen = {option.name: drawn[option.name] for option in spec.offered(drawn)}
        if goes_together(spec, chosen):
            sets.append(chosen)
        else:
            left_out += 1
    return Sets(sets, left_out)


def _drawn(option: OptionSpec, random: np.random.Generator) -> Setting:
    if option.kind == "range":
        steps = round((option.max - option.min) / option.step)
        return option.min + option.step * int(random.integers(0, steps + 1))
    return option.ends[int(random.integers(len(option.ends)))]


def told(choices: Mapping[str, Setting]) -> str:
    return ", ".join(f"{name}={value}" for name, value in choices.items()) or "defaults"
