"""How deep the armhole is cut: by rule, and moved from there until the arm and its sleeve have their room."""

from __future__ import annotations

from collections.abc import Callable

from patterns.components.base import Making
from patterns.components.sleeve.cap import least_armhole
from patterns.drafting.draft import Refusal
from patterns.drafting.solving import NoRootError, root

from .block import GIRTH_BY_DEPTH, Block

MOST_LOWERED = 15.0  # that an armhole is moved from the depth of one for a sleeve; the house rule
LEAST_BARE, MOST_BARE = 10.0, 80.0  # a sleeveless armhole over the arm's root; trade facts §3: 25
LEAST_SLEEVED, MOST_SLEEVED = 28.0, 110.0  # one for a sleeve; §3: 40-55
WORN_BARE, WORN_SLEEVED = (5.0, 110.0), (15.0, 150.0)  # beyond which none is right; our own
KEPT_SIDE = 50.0  # of a side seam is left where the armhole is deepened; our own
NEAR = 3.0  # how nearly its girth is brought to what it should be; our own


def move(making: Making, block: Block, girth_at: Callable[[float], float]) -> float:
    """By how much deeper (shallower: negative) than by rule the armhole of `block` is cut.
    `girth_at`: how long it is, so moved.

    Raises Refusal where no depth gives it a girth that is right.
    """
    if making.text("sleeve.style") == "kimono":
        return 0.0
    sleeved, arm = making.has("sleeve"), making.body["armscye_girth"]
    least, most = (LEAST_SLEEVED, MOST_SLEEVED) if sleeved else (LEAST_BARE, MOST_BARE)
    least = max(arm + least, least_armhole(making))
    girth = girth_at(0.0)
    wanted = min(max(girth, least), max(arm + most, least))
    moved = 0.0
    if abs(girth - wanted) >= 0.5:
        moved = _solved(girth_at, girth, wanted, _bound(making, block, wanted > girth))
    tightest, widest = WORN_SLEEVED if sleeved else WORN_BARE
    over = girth_at(moved) - arm
    if not tightest <= over <= widest:
        raise Refusal(
            "armhole",
            "Shoulder, back and side leave no armhole that is right for the arm. Please check the girth "
            "round the arm's root, the back's width and the armhole's depth.",
            ("armscye_girth", "back_width", "scye_depth", "shoulder_length"),
        )
    return moved


def tell(making: Making, moved: float) -> None:
    if moved:
        making.warn(
            "armhole_moved",
            f"The armhole is cut {abs(moved):.0f} mm {'deeper' if moved > 0 else 'less deep'} than by "
            "rule, so that the arm and its sleeve have their room.",
        )


def _bound(making: Making, block: Block, deeper: bool) -> float:
    """How far the depth may be moved: what a sleeveless one was raised by comes on top, and something of
    the side seam is left."""
    if not deeper:
        return -MOST_LOWERED
    raised = float(making.parameters.get("armhole.raise", 0.0))
    return max(min(MOST_LOWERED + raised, block.lengths.side - KEPT_SIDE), 0.0)


def _solved(girth_at: Callable[[float], float], girth: float, wanted: float, bound: float) -> float:
    """The depth within the bound that gives the girth, or the bound where none does."""
    guess = (wanted - girth) / GIRTH_BY_DEPTH
    if abs(guess) >= abs(bound):
        guess = bound
    if abs(girth_at(guess) - wanted) <= NEAR:
        return guess
    try:
        return root(lambda moved: girth_at(moved) - wanted, 0.0, bound, exact=NEAR)
    except NoRootError:
        return bound
