"""What may have slipped as she measured or typed: by what is likely, never a wall. Knows no Django.

    findings(values, system)    -> list[Finding], slips first; empty when all goes together

`values` by name in mm, degrees or kg, as read from what she typed, before any bounds are asked of them: a
height of 64 mm is how inches look. Every finding says in a sentence what it is; where a correction is known,
`corrected` holds the values for one tap and `answer` the words on the button; where two slips explain it
nearly as well (a waist in inches, or half of it), `other` is the second, with a button of its own. `key`
names a finding without its values. Nothing is changed here, and every finding may be waved through.

A slip is named when what she would then have meant is so much likelier, for a woman of whatever size
(measurements/likelihood.py), that it outweighs how seldom women slip (`SELDOM`, in natural logarithms).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Final, Literal

import numpy as np

from measurements.definitions import DEFINITIONS, Definition
from measurements.likelihood import Places, Together, together
from measurements.statistics import NAMES, Array
from measurements.units import System, amount

Kind = Literal["unit", "swap", "together", "unusual"]

SELDOM: Final = 6.0
"""A slip must make all e^6 = 400 times likelier: about one woman in some hundreds makes a given one."""
_EACH_MORE: Final = 1.0  # and each further value of the same slip e times
_RARE: Final = 0.03
"""Values that do not go together are asked about when one body of 33 would have one so far out, were the
model quite right; of the measured women it is one in 200."""
_NEARLY: Final = 9.0
"""Two slips this near in likelihood (e^9) are both offered, the likelier first: of the measured women with a
waist in inches or halved, one in ten or so gets two buttons, and all find theirs."""
_BOTH: Final = (
    0.05  # two are to blame when taking out either leaves nothing stranger than one in twenty
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What may be wrong, in words: a unit slip, two fields swapped, two values that do not go together,
    or one that is unusual by itself. `slip` names a unit slip: a `code` of SLIPS."""

    kind: Kind
    names: tuple[str, ...]
    message: str
    slip: str = ""
    corrected: Mapping[str, float] = field(default_factory=dict)
    answer: str = ""
    other: Finding | None = (
        None  # another slip that it may have been as well, with its own correction
    )

    @property
    def key(self) -> str:
        return ":".join((self.kind, self.slip, *self.names))


@dataclass(frozen=True, slots=True)
class Slip:
    """A way to write one thing for another: what was meant is the value times `factor`."""

    code: str
    system: System | None  # in which it can happen; None in both
    factor: float
    applies: Callable[[Definition], bool]
    looks: str  # "... looks like inches"


def _length(definition: Definition) -> bool:
    return definition.unit == "mm"


def _girth(definition: Definition) -> bool:
    return definition.name.endswith("_girth")


def _height(definition: Definition) -> bool:
    return definition.name == "height"


def _weight(definition: Definition) -> bool:
    return definition.unit == "kg"


SLIPS: Final = (
    Slip("inches", "cm", 2.54, _length, "inches"),
    Slip("centimetres", "in", 1 / 2.54, _length, "centimetres"),
    Slip("half", None, 2.0, _girth, "half of it, as measured flat"),
    Slip("millimetres", "cm", 0.1, _length, "millimetres"),
    Slip("millimetres", "in", 1 / 25.4, _length, "millimetres"),
    Slip("metres", "cm", 100.0, _length, "metres"),
    Slip("metres", "in", 1000 / 25.4, _length, "metres"),
    Slip("feet", "cm", 30.48, _height, "feet"),
    Slip("feet", "in", 12.0, _height, "feet"),
    Slip("pounds", "cm", 0.45359237, _weight, "pounds"),
    Slip("kilograms", "in", 1 / 0.45359237, _weight, "kilograms"),
    Slip("stone", "cm", 6.35029318, _weight, "stone"),
    Slip("stone", "in", 14.0, _weight, "stone"),
)


def findings(values: Mapping[str, float], system: System) -> list[Finding]:
    """What may have slipped among `values` (each over 0)."""
    names = tuple(name for name in NAMES if name in values)
    if not names:
        return []
    among = together(names)
    current = {name: float(values[name]) for name in names}
    offset = among.logs(current)
    found: list[Finding] = []
    while better := _likeliest_slip(among, offset, system):
        before, (after, changed, slip) = current, better
        others = _nearly_as_likely(among, offset, after, changed, slip, system)
        offset = after
        current = {**current, **_after(current, changed, slip)}
        finding = (
            _unit_finding(changed, slip, before, current, system, others)
            if slip
            else _swap_finding(changed, before, current, system)
        )
        found.append(finding)
        if len(found) > len(names):
            break
    return [*found, *_strangers(current, system)]


# --- Slips ---------------------------------------------------------------------------------------


def _likeliest_slip(
    among: Together, offset: Array, system: System
) -> tuple[Array, tuple[str, ...], Slip | None] | None:
    """The slip that explains most: the offsets as they were meant, the names it befell, and which of
    SLIPS it was, None for a swap. None when no slip makes them likelier by enough."""
    start = float(among.likelihood(offset[None, :])[0])
    best, found = start, None
    for slip in SLIPS:
        if slip.system in (None, system):
            places = [i for i, n in enumerate(among.names) if slip.applies(DEFINITIONS[n])]
            if places:
                value, moved, chosen = _worst_hit(among, offset, slip, places)
                if value > best:
                    best, found = value, (moved, tuple(among.names[i] for i in chosen), slip)
    ones, others = _swappable(among.names)
    if len(ones):
        gains = among.each_swapped(offset, ones, others) - SELDOM
        row = int(gains.argmax())
        if gains[row] > best:
            i, j = int(ones[row]), int(others[row])
            swapped, means = offset.copy(), among.means
            swapped[[i, j]] = offset[j] + means[j] - means[i], offset[i] + means[i] - means[j]
            return swapped, (among.names[i], among.names[j]), None
    return found


def _worst_hit(
    among: Together, offset: Array, slip: Slip, places: list[int]
) -> tuple[float, Array, tuple[int, ...]]:
    """The values that `slip` most likely befell: one, or as many as make all likelier. Starts from each
    alone and from all, then takes values in or out one by one."""
    step = float(np.log(slip.factor))
    may = np.zeros(len(among.names), dtype=bool)
    may[places] = True
    results = []
    for start in (np.zeros_like(may), may):
        chosen = start.copy()
        best = _worth(among, offset + step * chosen, int(chosen.sum()))
        while True:
            count = chosen.sum() + np.where(chosen, -1, 1)
            likely = among.each_moved(offset + step * chosen, np.where(chosen, -step, step))
            worth = likely - SELDOM - _EACH_MORE * (count - 1)
            place = int(np.where(may & (count > 0), worth, -np.inf).argmax())
            if not may[place] or count[place] == 0 or worth[place] <= best:
                break
            best = float(worth[place])
            chosen[place] = not chosen[place]
        results.append((best, chosen))
    best, chosen = max(results, key=lambda result: result[0])
    return best, offset + step * chosen, tuple(int(i) for i in np.flatnonzero(chosen))


def _worth(among: Together, offset: Array, count: int) -> float:
    """How likely a body is that so many values slipped into; none is no slip at all."""
    if not count:
        return -np.inf
    return float(among.likelihood(offset[None, :])[0]) - SELDOM - _EACH_MORE * (count - 1)


def _nearly_as_likely(
    among: Together,
    offset: Array,
    after: Array,
    names: tuple[str, ...],
    slip: Slip | None,
    system: System,
) -> Slip | None:
    """The other slip that explains the same values nearly as well; None when there is none."""
    best = float(among.likelihood(after[None, :])[0]) if slip else np.inf
    for other in SLIPS:
        fits = other.system in (None, system) and other is not slip
        if fits and all(other.applies(DEFINITIONS[name]) for name in names):
            moved = offset.copy()
            moved[[among.names.index(name) for name in names]] += np.log(other.factor)
            if float(among.likelihood(moved[None, :])[0]) > best - _NEARLY:
                return other
    return None


@lru_cache(maxsize=2048)
def _swappable(names: tuple[str, ...]) -> tuple[Places, Places]:
    """The places of any two measurements that are in the same unit: the ones, and the others."""
    pairs = [
        (i, j)
        for i, j in combinations(range(len(names)), 2)
        if DEFINITIONS[names[i]].unit == DEFINITIONS[names[j]].unit
    ]
    places = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return places[:, 0], places[:, 1]


def _after(
    values: Mapping[str, float], names: tuple[str, ...], slip: Slip | None
) -> dict[str, float]:
    if slip:
        return {name: values[name] * slip.factor for name in names}
    one, other = names
    return {one: values[other], other: values[one]}


# --- What does not go together ---------------------------------------------------------------------


def _strangers(values: Mapping[str, float], system: System) -> Iterator[Finding]:
    """Values far out beside all the others, the strangest first; each is left aside before the rest are
    judged, so that one mistake does not throw suspicion on all."""
    left = dict(values)
    limit = _RARE / len(values)
    while left:
        among = together(tuple(left))
        offset = among.logs(left)
        chances, expected = among.tails(offset)
        worst = int(chances.argmin())
        if chances[worst] > limit:
            return
        name = among.names[worst]
        usual = among.value(worst, float(expected[worst]))
        partner = _partner(left, name)
        if partner is None:
            yield _unusual_finding(name, left[name], usual, system)
        else:
            either = _as_much_to_blame(left, name, partner)
            yield _together_finding(name, partner, left, usual, system, either)
        del left[name]
        if partner and either:
            left.pop(partner, None)


def _partner(values: Mapping[str, float], name: str) -> str | None:
    """The measurement beside which, by itself, that of `name` is strangest; None when there is none."""
    chances = {
        other: _pair_chance(values, name, other)
        for other in values
        if other != name and DEFINITIONS[other].unit != "degrees"
    }
    return min(chances, key=lambda other: chances[other], default=None)


def _pair_chance(values: Mapping[str, float], name: str, other: str) -> float:
    among = together(tuple(n for n in NAMES if n in (name, other)))
    return float(among.tails(among.logs(values))[0][among.names.index(name)])


def _as_much_to_blame(values: Mapping[str, float], name: str, other: str) -> bool:
    """Whether taking out `other` in place of `name` would leave nothing strange either."""
    rest = together(tuple(n for n in values if n != other))
    if len(rest.names) < 2:
        return True
    return float(rest.tails(rest.logs(values))[0].min()) > _BOTH / len(rest.names)


# --- Words -----------------------------------------------------------------------------------------


def _unit_finding(
    names: tuple[str, ...],
    slip: Slip,
    before: Mapping[str, float],
    after: Mapping[str, float],
    system: System,
    other: Slip | None = None,
) -> Finding:
    entered = listed([f"{_label(name)} {_said(name, before, system, 2)}" for name in names])
    meant = listed([_said(name, after, system) for name in names])
    looks = "looks" if len(names) == 1 else "look"
    message = f"{_capital(entered)} {looks} like {slip.looks}. Did you mean {meant}?"
    second = None
    if other:
        else_meant = {**before, **_after(before, names, other)}
        second = _unit_finding(names, other, before, else_meant, system)
        said = listed([_said(name, else_meant, system) for name in names])
        message = (
            f"{_capital(entered)} {looks} like {slip.looks}, or like {other.looks}. "
            f"Did you mean {meant}, or {said}?"
        )
    corrected = {name: after[name] for name in names}
    return Finding("unit", names, message, slip.code, corrected, f"Yes, {meant}", second)


def _swap_finding(
    names: tuple[str, ...],
    before: Mapping[str, float],
    after: Mapping[str, float],
    system: System,
) -> Finding:
    one, other = (_label(name) for name in names)
    message = (
        f"{_capital(one)} {_said(names[0], before, system)} and {other} {_said(names[1], before, system)} "
        "look swapped. Did you mean them the other way round?"
    )
    answer = (
        f"Yes, {one} {_said(names[0], after, system)} and {other} {_said(names[1], after, system)}"
    )
    return Finding("swap", names, message, "", {name: after[name] for name in names}, answer)


def _together_finding(
    name: str,
    partner: str,
    values: Mapping[str, float],
    usual: float,
    system: System,
    either: bool,
) -> Finding:
    one, other = _label(name), _label(partner)
    about = amount(usual, DEFINITIONS[name].unit, system, 0)
    which = "one of the two again" if either else f"“{one}” again first"
    message = (
        f"{_capital(one)} {_said(name, values, system)} and {other} {_said(partner, values, system)} seldom "
        f"go together: beside your other measurements {one} is more often about {about}. "
        f"Please measure {which}. If it is so, keep it."
    )
    return Finding("together", (name, partner), message)


def _unusual_finding(name: str, value: float, usual: float, system: System) -> Finding:
    unit = DEFINITIONS[name].unit
    message = (
        f"{_capital(_label(name))} {amount(value, unit, system)} is unusual; about "
        f"{amount(usual, unit, system, 0)} is more common. Please look again. If it is so, keep it."
    )
    return Finding("unusual", (name,), message)


def _said(name: str, values: Mapping[str, float], system: System, decimals: int = 1) -> str:
    return amount(values[name], DEFINITIONS[name].unit, system, decimals)


def _label(name: str) -> str:
    label = DEFINITIONS[name].label
    return label[0].lower() + label[1:]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def listed(parts: list[str]) -> str:
    """As a sentence has them: "a, b and c"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
