"""A puff's cap: the plain cap opened at its crown, raised, and gathered back to the armhole."""

from __future__ import annotations

from patterns.drafting.geometry import Cubic, Path
from patterns.drafting.solving import root

from .below import Named
from .cap import Cap

SPREAD = 0.6
"""What share of a puff's extra length is let in as width, all the way down; the rest raises the crown."""


def puffed(cap: Cap, lower: tuple[float, float], extra: float, armhole: float) -> Named:
    """The plain cap spread by half of `SPREAD` of `extra` to each side, its crown between the notches
    (`lower` from either underarm) raised until it is `extra` longer than the armhole's stretch there:
    plain, gathered, gathered, plain, from the front underarm to the back's. Raises NoRootError."""
    half = SPREAD * extra / 2
    front_under, _ = cap.front.split(lower[0])
    _, back_under = cap.back.split(cap.back.length - lower[1])
    front_under, back_under = front_under.moved((-half, 0.0)), back_under.moved((half, 0.0))
    wanted = armhole + extra
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
