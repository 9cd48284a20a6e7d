"""A puff's cap: the plain cap opened at its crown, raised, and gathered back to the armhole."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.components.base import Making
from patterns.components.meeting import Armhole
from patterns.drafting.geometry import Cubic, Path
from patterns.drafting.solving import root

from .arm import Arm, cuffed, hem_at
from .below import FLARED, LEAST_GATHER, Named
from .cap import Cap

LEAST, MOST = 50.0, 100.0  # trade facts §4: a puff's cap is 50-100 longer, at the crown only
GATHERED = 0.22  # what it gathers at least of the armhole there: the contract's ratio of 1.2
SPREAD = 0.7  # what share of it is let in as width, all the way down; the rest raises the crown


@dataclass(frozen=True, slots=True)
class Fullness:
    """How much longer than the armhole the crown is between its notches, and how much of that is let in
    as width, mm."""

    extra: float
    spread: float


def fullness(making: Making, arm: Arm, hole: Armhole, cap: Cap) -> Fullness:
    """As asked; more where a full arm's hem would not gather into its cuff otherwise."""
    eased = cap.front.length + cap.back.length - hole.front.length - hole.back.length
    extra = LEAST + (MOST - LEAST) * making.number("sleeve.fullness") / 100
    extra = max(extra, GATHERED * (hole.front_pitch + hole.back_pitch))
    spread = SPREAD * (extra - eased)
    ends = hem_at(making, arm, cap.high)
    cuff = cuffed(making, arm, ends)
    if cuff:
        long = ends - cap.high - cuff.height
        wanted = LEAST_GATHER * cuff.closed - cap.front_wide - cap.back_wide - FLARED * long
        spread = max(spread, wanted)
    return Fullness(max(extra, eased + spread / SPREAD), spread)


def puffed(cap: Cap, lower: tuple[float, float], full: Fullness, armhole: float) -> Named:
    """The plain cap spread by half of it to each side, its crown between the notches (`lower` from either
    underarm) raised until it is as much longer as asked than the `armhole`'s stretch there: plain, gathered,
    gathered, plain, from the front underarm to the back's. Raises NoRootError."""
    half = full.spread / 2
    front_under, _ = cap.front.split(lower[0])
    _, back_under = cap.back.split(cap.back.length - lower[1])
    front_under, back_under = front_under.moved((-half, 0.0)), back_under.moved((half, 0.0))
    wanted = armhole + full.extra
    left, right = front_under.end, back_under.start
    up, down = front_under.arriving, back_under.leaving

    def crown(rise: float) -> tuple[Cubic, Cubic]:
        top = (0.0, -cap.high - rise)
        return (
            Cubic.leaving_arriving(left, up, top, (1.0, 0.0), 0.36, 0.46),
            Cubic.leaving_arriving(top, (1.0, 0.0), right, down, 0.46, 0.36),
        )

    def miss(rise: float) -> float:
        front, back = crown(rise)
        return front.length + back.length - wanted

    front, back = crown(root(miss, -0.3 * cap.high, 2.0 * cap.high))
    return (
        ("cap_front_under", front_under), ("cap_front", Path.of(front)),
        ("cap_back", Path.of(back)), ("cap_back_under", back_under),
    )  # fmt: skip
