"""What the studio says of measuring: which measurement is worth taking next for a design, and which to take
twice. Worked out from what she gave, each time it is asked; nothing of it is kept but in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.crypto import salted_hmac

from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.keeping import Kept
from measurements.units import System, amount
from patterns.drafting.draft import Refusal
from patterns.engine import ENGINE, BadChoice
from patterns.specs import Setting, TemplateSpec
from patterns.worth_taking import Advice, Worth, worth_taking

from .drafting import Recent

NAMED: Final = 3
"""So many are named: the one worth taking next, and two after it; and to take twice beside bust, waist and
hip."""
LITTLE: Final = 0.05
"""What settles a smaller share of what is open is not worth her getting out the tape: the store's own."""

_MUCH: Final = (
    (0.5, "makes the fit surer than all else together"),
    (0.2, "makes the fit much surer"),
    (LITTLE, "makes the fit somewhat surer"),
)
_advice: Recent[Advice] = Recent(64)


@dataclass(frozen=True, slots=True)
class Step:
    """A measurement to take after those before it: what it does for the fit, and how far off the finished
    measures then are on average, in her unit."""

    name: str
    label: str
    much: str
    then: str


@dataclass(frozen=True, slots=True)
class Advised:
    """What to measure for a design.

    `steps`: what matters, the best first, at most `NAMED`; `off`: how far off the finished measures are
    before it. `estimated`: where nothing that matters is left, what is estimated all the same, by name and
    label. `twice`: the names of those that matter most beside the four. `stopped`: why nothing can be said.
    """

    steps: tuple[Step, ...] = ()
    off: str = ""
    estimated: tuple[tuple[str, str], ...] = ()
    twice: tuple[str, ...] = ()
    stopped: str = ""


def advised(spec: TemplateSpec, choices: Mapping[str, Setting], have: Kept) -> Advised | None:
    """What to measure next for this design by what she gave; None before she gave anything."""
    if not have.values:
        return None
    errors = {name: taken["error"] for name, taken in have.how.items()}
    four = {name: have.values[name] for name in REQUIRED if name in have.values}
    try:
        advice = _asked(spec, choices, have.values, errors)
        # What matters to the design matters whether she has taken it or not: so of the four alone.
        most = _asked(spec, choices, four, {})
    except (Refusal, BadChoice) as stopped:
        return Advised(stopped=stopped.message)
    steps = tuple(_step(worth, have.unit) for worth in _matter(advice))
    left = () if steps else tuple((one.name, DEFINITIONS[one.name].label) for one in advice.ranked)
    twice = tuple(worth.name for worth in _matter(most) if worth.name not in REQUIRED)
    return Advised(steps, _off(advice.off_mm, have.unit), left, twice)


def _asked(
    spec: TemplateSpec,
    choices: Mapping[str, Setting],
    values: Mapping[str, float],
    errors: Mapping[str, float],
) -> Advice:
    """The engine's advice, remembered briefly under a digest that tells nothing of her."""
    said = [ENGINE, spec.content, dict(choices), dict(values), dict(errors)]
    key = salted_hmac("configurator.advising", json.dumps(said, sort_keys=True)).digest()
    return _advice.get(key, lambda: worth_taking(spec, choices, values, errors))


def _matter(advice: Advice) -> Sequence[Worth]:
    return [worth for worth in advice.ranked if worth.share >= LITTLE][:NAMED]


def _step(worth: Worth, unit: System) -> Step:
    much = next(words for least, words in _MUCH if worth.share >= least)
    label = DEFINITIONS[worth.name].label
    return Step(worth.name, label, much, _off(worth.then_mm, unit))


def _off(mm: float, unit: System) -> str:
    """So small a length as she reads it, in one piece: "4.2 mm", "0.17 in"."""
    text = amount(mm, "mm", "in", 2) if unit == "in" else f"{mm:.1f} mm"
    return text.replace(" ", "\N{NO-BREAK SPACE}")
