"""The measurements that no survey of ours has: estimated from those that it has, and widely.

Nothing here proves them. Each has its own error, our own guess and a wide one, and carries the
errors of what it is worked out from. What she enters is never overwritten. Knows no Django.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import hypot, isfinite
from types import MappingProxyType
from typing import Final

from measurements.body import Body

MEDIAN_CUP: Final = 134.0
"""Bust less under-bust: the median of the 1988 survey."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How a measurement is estimated: from which, by what rule, give or take `error` mm."""

    needs: tuple[str, ...]
    rule: Callable[..., float]
    error: float
    source: str

    def of(self, body: Mapping[str, float], errors: Mapping[str, float]) -> tuple[float, float]:
        """Value and standard error: its own, and that of each measurement it is worked out from."""
        given = [body[name] for name in self.needs]
        value = self.rule(*given)
        carried = [
            (self.rule(*given[:i], given[i] + 1.0, *given[i + 1 :]) - value) * errors.get(name, 0.0)
            for i, name in enumerate(self.needs)
        ]
        return value, hypot(self.error, *carried)


def chest_width(back_width: float, bust: float) -> float:
    """The chest's width, whole. Trade facts §3: chest 324 to back 344 at bust 880; A's table adds 12 to the
    chest and 10 to the back each 40 of bust. The mean of what her back and what her bust say. Bunka's
    B/8 + 62 a half is a block's, 20 more."""
    by_back = back_width - 20.0 + 0.05 * (bust - 880.0)
    # Over 1040 the breasts grow, and the chest above them much less: our own.
    by_bust = 324.0 + 0.3 * (min(bust, 1040.0) - 880.0) + 0.1 * max(bust - 1040.0, 0.0)
    return (by_back + by_bust) / 2


def _high_bust(bust: float, underbust: float) -> float:
    return bust - max(50.0 + 0.7 * (bust - underbust - MEDIAN_CUP), 0.0)


def _bust_to_waist(bust_height: float, waist_height: float) -> float:
    return max(bust_height - waist_height + 5.0, 40.0)


def _belly(waist: float, hip: float) -> float:
    return max(waist + 0.65 * (hip - waist), 1.08 * waist)


ESTIMATES: Final[Mapping[str, Estimate]] = MappingProxyType(
    {
        "high_bust_girth": Estimate(
            ("bust_girth", "underbust_girth"), _high_bust, 25.0,
            "Trade facts §3: full less high bust is 50 for a B cup. That the survey's median cup is one, "
            "and that the difference grows 0.7 as fast as the cup: our own.",
        ),
        "across_front": Estimate(
            ("back_width", "bust_girth"), chest_width, 18.0,
            "Trade facts §3, by the rule that the bodice is drafted with.",
        ),
        "bust_point_to_waist": Estimate(
            ("bust_height", "waist_height"), _bust_to_waist, 12.0,
            "The difference of the two heights, and 5 for the way over the ribs: our own.",
        ),
        "front_over_bust_to_waist": Estimate(
            ("side_neck_to_bust_point", "bust_height", "waist_height"),
            lambda neck, bust, waist: neck + _bust_to_waist(bust, waist), 15.0,
            "Neck to bust point, and bust point to waist.",
        ),
        "high_hip_girth": Estimate(
            ("waist_girth", "hip_girth"), lambda waist, hip: waist + 0.55 * (hip - waist), 30.0,
            "This share of the way from waist to hip: our own.",
        ),
        "belly_girth": Estimate(
            ("waist_girth", "hip_girth"), _belly, 45.0,
            "This share of the way from waist to hip, and 1.08 of the waist at least: our own.",
        ),
        "hand_girth": Estimate(
            ("wrist_girth",), lambda wrist: 1.23 * wrist, 10.0,
            "The 1988 survey's published means for women: knuckles 186 to wrist 151.",
        ),
        "seated_rise": Estimate(
            ("body_rise",), lambda rise: rise + 20.0, 12.0,
            "Trade facts §6: the standing rise and 15 to 25.",
        ),
        "nape_to_knee": Estimate(
            ("back_neck_to_waist", "waist_to_knee"), lambda back, knee: back + knee, 15.0,
            "Nape to waist, and waist to knee.",
        ),
        "heel_height": Estimate(
            (), lambda: 0.0, 30.0,
            "Barefoot, as all lengths are taken, until she says what she will wear.",
        ),
    }
)  # fmt: skip
MAY_BE_NOTHING: Final = frozenset({"heel_height"})


def with_beyond(body: Body, entered: Mapping[str, float]) -> Body:
    """The body with these too: as entered, or estimated from it. Raises ValueError for what is entered
    and is no number over 0 (a heel may be 0)."""
    values, errors = dict(body.values_by_name), dict(body.errors)
    for name, estimate in ESTIMATES.items():
        if name in entered:
            value = float(entered[name])
            if not (isfinite(value) and (value > 0 or (value == 0 and name in MAY_BE_NOTHING))):
                raise ValueError(f"{name} must be a number over 0, not {value}")
            values[name] = value
        else:
            value, error = estimate.of(body, body.errors)
            values[name], errors[name] = round(value, 1), round(error, 1)
    return Body(values, errors)


def taken_as_measured(body: Body) -> Body:
    """The body with all that the survey has counted as measured: a size's own, no estimate of a woman.
    What the survey has not stays an estimate."""
    return Body(body.values_by_name, {n: e for n, e in body.errors.items() if n in ESTIMATES})
