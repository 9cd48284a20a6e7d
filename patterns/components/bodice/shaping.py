"""Where the bust's shaping goes: how much each dart takes, by the style asked for and by what can be sewn.

The whole shaping, and every share of it, is told as the width that a dart from the side seam would have
(mm). What a share comes to as an angle, and as a mouth somewhere else, `turn_of` and the dart's own
length say.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from patterns.components.base import Making, and_list
from patterns.drafting.draft import Refusal

WIDEST_DART = 44.5  # trade facts §4: bust dart at most 45 at its mouth; a hair under
LEFT, MOST_LEFT = 0.10, 0.25
"""What is left as ease in the armhole: a tenth as a rule; §4: at most a quarter."""
WIDEST_LEFT = 24.0  # and never more than this; our own
NARROWEST = 15.0  # §4: darts of 10-30; a narrower one from the side is not worth sewing
LEAST = 4.0  # a whole shaping under this is no dart at all; our own
SIDE_SHORT = 22.0  # §3: a side dart ends 20-30 short of the bust point
TOLD_AT_HEM = 8.0
"""Mm by which a front's hem dips before it is told; trade facts §9: what a front's length may be off."""
PRINCESS = ("shoulder_princess", "armhole_princess")
ALL_TAKING = (*PRINCESS, "gathers")
"""What takes a bust of any fullness; trade facts §4."""

ORDER = {
    "side": ("side", "waist", "hem", "armhole", "shoulder"),
    "french": ("french", "waist", "hem", "armhole", "shoulder"),
    "armhole": ("armhole", "waist", "side", "shoulder"),
    "shoulder": ("shoulder", "waist", "side", "armhole"),
    "waist": ("waist", "side", "armhole", "shoulder"),
    "eased": ("hem", "side", "waist", "armhole", "shoulder"),
}
"""Which place takes what the one before cannot. A wider waist dart, or a hem that hangs lower, shows least,
so it comes second; our own."""

ON_SIDE = ("side", "french", "waist", "hem")

WORDS = {
    "side": "the side", "french": "low on the side", "armhole": "the armhole",
    "shoulder": "the shoulder", "waist": "the waist", "hem": "the hem",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shaping:
    """Each place's share, and what is left as ease in the armhole: widths at the side seam, mm."""

    shares: dict[str, float] = field(default_factory=dict)
    left: float = 0.0

    def __getitem__(self, place: str) -> float:
        return self.shares.get(place, 0.0)


def turn_of(share: float, radius: float) -> float:
    """The angle (degrees) that a share opens about a dart's end: that of a side dart of this width which
    ends `SIDE_SHORT` before the bust point. `radius`: from the bust point to the side seam."""
    return 2 * math.degrees(math.asin(min(1.0, share / 2 / max(radius - SIDE_SHORT, 20.0))))


def share_out(
    making: Making, style: str, whole: float, most: dict[str, float], room: float
) -> Shaping:
    """The shaping shared out: a tenth is left in the armhole, up to a quarter where that lets one dart
    do; what is wider still goes on to the next place.

    `most`: what each place can take; one that is missing cannot be used. `room`: what darts from side and
    waist can take together, for the waist's lifts the side that the other opens on. Raises Refusal where all
    together cannot take it.
    """
    whole = max(whole, 0.0)
    if whole < LEAST:
        return Shaping({}, whole)
    places = [place for place in ORDER[style] if most.get(place, 0.0) > 1.0]
    for place in ("side", "french"):
        if place in places and most[place] < min(NARROWEST, 0.5 * whole):
            places.remove(place)
    tenth, quarter = (1 - LEFT) * whole, whole - min(MOST_LEFT * whole, WIDEST_LEFT)
    if style == "eased":  # as much as may be is left
        tenth = quarter
    shares = _fill(places, most, room, tenth, quarter, spread=style != "eased")
    sewn = sum(shares.values())
    if sewn < quarter - 0.5:
        raise Refusal(
            "bust_dart_too_wide",
            "The bust would need darts wider than can be sewn well in this style. "
            "Please check bust and under-bust, or choose a style with princess seams.",
            ("bust_girth", "underbust_girth"),
        )
    _tell(making, style, shares)
    return Shaping(shares, whole - sewn)


def _fill(
    places: Sequence[str],
    most: dict[str, float],
    room: float,
    tenth: float,
    quarter: float,
    spread: bool,
) -> dict[str, float]:
    """Places in order until a quarter at most is left; the last two even out where `spread`."""
    shares: dict[str, float] = {}
    sewn = 0.0
    for place in places:
        if sewn >= quarter - 0.01:
            break
        share = min(tenth - sewn, most[place])
        if place in ON_SIDE:
            share = min(share, room - sum(shares.get(other, 0.0) for other in ON_SIDE))
        if share > 1.0:
            shares[place] = share
            sewn += share
    if spread and len(shares) > 1:
        last, before = list(shares)[-1], list(shares)[-2]
        # No dart so small beside a full one.
        if last not in ("waist", "hem") and shares[last] < NARROWEST:
            more = min(NARROWEST, most[last]) - shares[last]
            shares[last] += more
            shares[before] -= min(more, max(shares[before] - NARROWEST, 0.0))
    return shares


def _tell(making: Making, style: str, shares: dict[str, float]) -> None:
    if shares.get("hem", 0.0) > TOLD_AT_HEM:
        making.warn(
            "dart_moved",
            f"The front is cut {shares['hem']:.0f} mm longer at the centre than at the side, for the bust to "
            "lift: so its hem hangs level, and less is sewn into darts.",
        )
    asked = ORDER[style][0]
    sewn = [place for place in shares if place != "hem"]
    if style == "eased":
        if sewn:
            where = and_list([WORDS[place] for place in sewn])
            kept = "a small dart" if len(sewn) == 1 else "small darts"
            making.warn(
                "dart_kept",
                f"The bust needs more room than can be eased away: {kept} from {where} "
                f"{'is' if len(sewn) == 1 else 'are'} kept.",
            )
        return
    if asked not in shares:
        where = and_list([WORDS[place] for place in sewn])
        code = (
            "dart_moved" if style == "waist" and sewn[0] == "side" else f"fallback_{sewn[0]}_dart"
        )
        making.warn(
            code,
            f"There is no room for a dart from {WORDS[asked]}: the bust is shaped from {where}.",
        )
    elif len(sewn) > 1:
        others = and_list([WORDS[place] for place in sewn[1:]])
        making.warn(
            "dart_moved" if sewn[1:] == ["waist"] else "dart_split",
            f"The bust needs more than one dart can take: part of it is sewn from {others}.",
        )
