"""Armhole and sleeve, against each other and against the arm."""

from __future__ import annotations

import math

import numpy as np

from .garment import Garment, Seam, Side, around
from .piece import Fault, Faults

SLEEVELESS, SET_IN = (5.0, 110.0), (15.0, 150.0)
"""How much wider than the arm's root an armhole is, at least and at most. §3 has + 25 and + 40 to 55
as the figure to draft with; a raised or a deep and easy one lies to both sides of it."""
CAP = 0.25  # of the armhole's girth at least, §5
PITCH = 2.0  # mm between sleeve and armhole from the underarm to the first notch, §5
UPPER_ARM = 35.0  # §2, woven
AT_HEM = 10.0  # mm that a sleeve's end stands off the arm there; our own
HAND = 1.25  # hand over wrist where hers is not taken, our own: the surveys here have no hand
ELBOW_AT, WRIST_AT = 0.56, 0.98  # of the arm's length below the shoulder point


def sleeve_faults(garment: Garment) -> Faults:
    yield from _armholes(garment)
    yield from _sleeves(garment)


def _armhole_girth(garment: Garment) -> float:
    return around(garment.edges("bodice", "armhole")) / 2


def _armholes(garment: Garment) -> Faults:
    girth, root = _armhole_girth(garment), garment.body.get("armscye_girth")
    if not girth or root is None:
        return
    least, most = SET_IN if garment.sleeve_seams else SLEEVELESS
    if not least <= girth - root <= most:
        text = f"its girth is {girth:.0f} mm at an arm's root of {root:.0f}"
        yield Fault("armhole", f"{text}: {least:g} to {most:g} more are right")


def _sleeves(garment: Garment) -> Faults:
    yield from _caps(garment)
    for seam, sleeve_first in garment.sleeve_seams:
        yield from _pitch_faults(garment, seam, sleeve_first)
    arm = garment.body.get("upper_arm_girth")
    upper = garment.finished.get("upper_arm_girth")
    cloth = garment.parameters.get("cloth")
    if arm is not None and upper is not None and cloth != "knit" and upper < arm + UPPER_ARM - 0.1:
        yield Fault("sleeve", f"{upper:.0f} mm around an upper arm of {arm:.0f}")
    yield from _sleeve_end(garment)


def _caps(garment: Garment) -> Faults:
    """A cap too low for its armhole pulls across the arm."""
    caps: dict[str, set[str]] = {}
    for seam, sleeve_first in garment.sleeve_seams:
        for side in seam["a" if sleeve_first else "b"]:
            caps.setdefault(side["piece"], set()).add(side["edge"])
    least = CAP * _armhole_girth(garment)
    for code, names in caps.items():
        piece = garment.pieces[code]
        (x0, y0), (x1, y1) = piece.data["grainline"]
        way = np.array((x1 - x0, y1 - y0)) / math.hypot(x1 - x0, y1 - y0)
        heights = np.concatenate([piece.run(name).points @ way for name in names])
        feet = [
            float(np.array(piece.end(name, at_end)) @ way)
            for name in names for at_end in (False, True)
            if piece.next_to(name, after=at_end)["name"] not in names
        ]  # fmt: skip
        tall = max(
            min(feet) - float(heights.min()), float(heights.max()) - max(feet)
        )  # the grain may point either way
        if tall < least - 0.5:
            text = f"{code}: {tall:.0f} mm high in an armhole of {_armhole_girth(garment):.0f}"
            yield Fault("sleeve cap", text)


def _pitch_faults(garment: Garment, seam: Seam, sleeve_first: bool) -> Faults:
    """Below its first notch a sleeve is not eased: it would hang turned."""
    marks = [(mark["a"], mark["b"]) for mark in seam.get("match") or ()]
    if not marks:
        return
    whole = tuple(
        sum(garment.pieces[side["piece"]].side_length(side) for side in seam[end])
        for end in ("a", "b")
    )
    holes = seam["b" if sleeve_first else "a"]
    for last, (low, high) in ((False, ((0.0, 0.0), marks[0])), (True, (marks[-1], whole))):
        if not _at_underarm(garment, holes[-1 if last else 0], last):
            continue
        off = abs((high[0] - low[0]) - (high[1] - low[1]))
        if off > PITCH:
            yield Fault("sleeve pitch", f"{seam['name']}: off by {off:.1f} mm below the notch")


def _at_underarm(garment: Garment, side: Side, last: bool) -> bool:
    """Whether a side of the armhole ends there at its foot: not at the shoulder, nor amid the armhole."""
    piece = garment.pieces[side["piece"]]
    at_end = last != bool(side.get("reversed"))
    if piece.next_to(side["edge"], after=at_end).get("line") == "armhole":
        return False
    heights = [
        piece.end(name, end)[1]
        for name, edge in piece.edges.items()
        if edge.get("line") == "armhole"
        for end in (False, True)
    ]
    return piece.end(side["edge"], at_end)[1] > (min(heights) + max(heights)) / 2


def _sleeve_end(garment: Garment) -> Faults:
    """Where a sleeve ends the arm goes in; a long one lets the hand through, or opens, or stretches."""
    end, long = garment.finished.get("sleeve_hem"), garment.finished.get("sleeve_length")
    body = garment.body
    if end is None or long is None or "outer_arm_length" not in body:
        return
    down = long / body["outer_arm_length"]
    girths = [body[name] for name in ("upper_arm_girth", "elbow_girth", "wrist_girth")]
    arm = float(np.interp(down, (0.28, ELBOW_AT, WRIST_AT), girths))
    least = arm + AT_HEM
    opens = any(
        garment.pieces[side["piece"]].component in ("sleeve", "cuff")
        for seam in garment.openings for side in seam["a"]
    )  # fmt: skip
    if down > ELBOW_AT and not opens:
        taken = "hand_girth" in body and "hand_girth" not in garment.data["estimated"]
        hand = body["hand_girth"] if taken else HAND * body["wrist_girth"]
        least = max(least, hand + AT_HEM)
    if end < least - 0.5:
        yield Fault("sleeve", f"its end is {end:.0f} mm around where {least:.0f} are needed")
