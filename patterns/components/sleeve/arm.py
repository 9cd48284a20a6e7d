"""The arm a sleeve is drafted for: how far down it ends, and how much must go round and through it."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.components.base import Making

BENT = 12.0  # trade facts §5: 10-15 more than the straight arm, for the bent one
ELBOW_AT = 0.58  # of the arm from the shoulder point; our own, by the usual proportions of an arm
BICEPS_AT = 0.30  # where the upper arm is measured; our own
SHORT, PUFFED = (0.40, 55.0), (0.50, 80.0)
"""Where a short sleeve ends: this share of the way from underarm to elbow, and so far at least; a puff has
its cuff within. Our own."""
ABOVE_ELBOW = 15.0  # an elbow-length sleeve ends above the joint, that it may bend; our own

HAND = 1.23
"""Girth of the knuckles over the wrist's, thumb apart: the 1988 survey's published means for women, 186
and 151. No hand is in our rows, so this is an estimate, until she has hers taken; `THUMB` to spare."""
THUMB = 20.0  # what the thumb laid in the palm adds; our own
PASSES = 10.0  # trade facts §2: the hand must pass, hand girth + 10

ROOM_ELBOW, ROOM_WRIST = 50.0, 70.0
"""What a straight sleeve has over the arm there, when it hangs; §2 asks for 25 round the bent elbow, about
15 more than the straight one. Our own."""
BENT_ELBOW = 40.0


@dataclass(frozen=True, slots=True)
class Arm:
    """All mm; distances down the arm are from the shoulder point."""

    length: float
    upper: float
    elbow: float
    wrist: float
    knuckles: float | None = None
    """Round the hand, if she has taken it."""

    @property
    def elbow_at(self) -> float:
        return ELBOW_AT * self.length

    @property
    def hand(self) -> float:
        """Round the hand with the thumb laid in: hers, or an estimate."""
        knuckles = HAND * self.wrist if self.knuckles is None else self.knuckles
        return knuckles + THUMB

    def girth_at(self, down: float) -> float:
        """Round the hanging arm: straight between upper arm, elbow and wrist."""
        biceps = BICEPS_AT * self.length
        if down <= self.elbow_at:
            share = max(0.0, down - biceps) / (self.elbow_at - biceps)
            return self.upper + share * (self.elbow - self.upper)
        share = min(1.0, (down - self.elbow_at) / (self.length - self.elbow_at))
        return self.elbow + share * (self.wrist - self.elbow)

    def room_at(self, down: float, upper_ease: float) -> float:
        """What a straight sleeve measures there: the arm and its ease, growing to the wrist, where the
        hand must pass."""
        biceps = BICEPS_AT * self.length
        if down <= self.elbow_at:
            share = max(0.0, down - biceps) / (self.elbow_at - biceps)
            ease = upper_ease + share * (ROOM_ELBOW - upper_ease)
        else:
            share = min(1.0, (down - self.elbow_at) / (self.length - self.elbow_at))
            ease = ROOM_ELBOW + share * (ROOM_WRIST - ROOM_ELBOW)
        return max(self.girth_at(down) + ease, self.hand + PASSES)


def arm_of(making: Making) -> Arm:
    body = making.body
    return Arm(
        body["outer_arm_length"], body["upper_arm_girth"], body["elbow_girth"], body["wrist_girth"],
        body.entered("hand_girth"),
    )  # fmt: skip


def hem_at(making: Making, arm: Arm, high: float) -> float:
    """How far below the shoulder a sleeve of the asked length ends, a cuff included; `high` is its cap's
    height, which a short one clears."""
    length = making.text("sleeve.length")
    if length == "short":
        share, least = PUFFED if making.text("sleeve.style") == "puff" else SHORT
        return high + max(share * (arm.elbow_at - high), least)
    return {
        "elbow": arm.elbow_at - ABOVE_ELBOW,
        "three_quarter": (arm.elbow_at + arm.length) / 2,
    }.get(length, arm.length + BENT)


@dataclass(frozen=True, slots=True)
class Cuffed:
    """A cuff as its sleeve must know it: how much of the length it makes, how long it is closed, and
    whether it must open for the hand."""

    style: str
    height: float
    closed: float
    opens: bool


def cuffed(making: Making, arm: Arm, ends: float) -> Cuffed | None:
    """The garment's cuff on a sleeve that ends so far down the arm; None without. A casing is part of
    the sleeve, takes none of its length, and stretches over the hand."""
    if not making.has("cuff"):
        return None
    girth = arm.girth_at(ends)
    if making.text("cuff.style") == "casing":
        return Cuffed("casing", 0.0, girth, False)
    closed = girth + making.number("cuff.wrist_ease")
    return Cuffed("band", making.number("cuff.height"), closed, closed < arm.hand + PASSES)
