"""What a hem must let: the stride it needs at its length, and the vent or slit that gives it. All mm."""

from __future__ import annotations

from measurements.body import Body

HEM_KNEE, HEM_MIDI = 1100.0, 1250.0
"""Trade facts §6: hem girths that stride freely, at the knee and at mid-calf."""
BELOW_CROTCH = 150.0  # §6: a vent's top lies at least so far below the crotch
NO_ROOM = 100.0  # a hem less than this below a vent's highest top strides anyway; our own
VENT = (
    "Vent: neaten its edges; fold the left back in along its fold line and lay it over the right back's "
    "underlay; stitch through on the slant across the top, slip-stitch the corners at the hem."
)
LEAST, MOST = 180.0, 250.0  # §6: a vent's height at knee length


def stride(body: Body, length: float) -> float:
    """The hem girth that strides freely at this length below the waist: the two printed figures, and the
    line through them (our own reading between knee and mid-calf, 200 mm lower)."""
    return HEM_KNEE + (HEM_MIDI - HEM_KNEE) * (length - body["waist_to_knee"]) / 200.0


def vent_height(body: Body, length: float, hem_girth: float) -> float:
    """How tall a vent or slit is; 0 where the hem strides freely, or ends so high that none is needed.

    §6: 180-250 tall, its top at least 150 below the crotch; taller where the hem is below the knee.
    """
    room = length - body["body_rise"] - BELOW_CROTCH
    short = stride(body, length) - hem_girth
    if short <= 0 or room < NO_ROOM:
        return 0.0
    tall = (
        LEAST
        + min(max(short / 300.0, 0.0), 1.0) * (MOST - LEAST)
        + max(length - body["waist_to_knee"], 0.0) * 0.4
    )
    return min(tall, room)
