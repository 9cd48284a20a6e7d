"""A design that nobody has thought of yet, and that is good all the same. Knows no Django.

Good: all of it goes together, it can be drafted for her without a new remark from the cutting table, no
measure is pushed to an end of what is offered, and few extras come along. Her fit stays as she has it.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from measurements.body import Body
from patterns.checks.choosing import goes_together
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.specs import FIT, OptionSpec, Setting, TemplateSpec

from .drafting import Made

TRIES = 24
NEAR = 0.5  # a measure is drawn from this share of its range, round what the template proposes
EXTRA = 0.25  # how often a toggle is on


def surprise(
    spec: TemplateSpec,
    body: Body,
    now: Mapping[str, Setting],
    chance: random.Random | None = None,
) -> dict[str, Setting]:
    """Choices other than those of `now`; the template's own where chance finds none that are good."""
    chance = chance or random.SystemRandom()
    said = _remarks(spec, now, body) or set()
    for _ in range(TRIES):
        drawn = {option.name: _drawn(option, now, chance) for option in spec.options}
        chosen = {option.name: drawn[option.name] for option in spec.offered(drawn)}
        if chosen == dict(now) or not goes_together(spec, chosen):
            continue
        remarks = _remarks(spec, chosen, body)
        if remarks is not None and remarks <= said:
            return chosen
    return {}


def _drawn(option: OptionSpec, now: Mapping[str, Setting], chance: random.Random) -> Setting:
    if option.parameter == FIT:
        return now.get(option.name, option.default)
    if option.kind == "choice":
        return chance.choice(option.values)
    if option.kind == "toggle":
        return chance.random() < EXTRA
    usual, room = float(option.default), NEAR * (option.max - option.min) / 2
    steps = round(chance.uniform(-room, room) / option.step)
    return min(max(usual + steps * option.step, option.min), option.max)


def _remarks(spec: TemplateSpec, choices: Mapping[str, Setting], body: Body) -> set[str] | None:
    """What the cutting table remarks of a design; None where it cannot be drafted."""
    try:
        return {remark.code for remark in Made(spec, choices, body).draft.warnings}
    except (Refusal, BadChoice):
        return None
