"""The edges of a front from its neckline round to the waist, as parts, and the chest's line across it."""

from __future__ import annotations

from patterns.drafting.cutting import Mouth, Part
from patterns.drafting.draft import InsideLine
from patterns.drafting.geometry import Line, Path, crossing, rotate, sub

from .hanging import Hung, Upper
from .shell import measured


def upper_parts(upper: Upper) -> tuple[list[Part], list[Mouth]]:
    """The edges from the neckline round to the underarm, with the darts that open on them."""
    parts: list[Part] = []
    mouths: list[Mouth] = []
    if upper.shoulder_legs:
        inner, outer = upper.shoulders
        parts += [
            Part("shoulder_inner", inner, 10.0), Part("shoulder_dart_inner", upper.shoulder_legs[0], 0.0),
            Part("shoulder_dart_outer", upper.shoulder_legs[1], 0.0), Part("shoulder_outer", outer, 10.0),
        ]  # fmt: skip
        mouths.append(Mouth("shoulder_dart_inner", "shoulder_dart_outer", "first"))
    else:
        parts.append(Part("shoulder", upper.shoulders[0], 10.0))
    if upper.hole_legs:
        above, below = upper.holes
        parts += [
            Part("armhole_upper", above, 10.0, line="armhole"),
            Part("armhole_dart_upper", upper.hole_legs[0], 0.0),
            Part("armhole_dart_lower", upper.hole_legs[1], 0.0),
            Part("armhole_lower", below, 10.0, line="armhole"),
        ]  # fmt: skip
        mouths.append(Mouth("armhole_dart_upper", "armhole_dart_lower", "second"))
    else:
        parts.append(Part("armhole", upper.holes[0], 10.0, line="armhole"))
    return parts, mouths


def side_parts(hung: Hung, allowance: float) -> tuple[list[Part], list[Mouth]]:
    """The side seam from the underarm to the waist, with the dart that opens on it."""
    if hung.upper == hung.waist:
        return [Part("side", Path.of(Line(hung.underarm, hung.waist)), allowance)], []
    return [
        Part("side_upper", Path.of(Line(hung.underarm, hung.upper)), allowance),
        Part("bust_dart_upper", Path.of(Line(hung.upper, hung.end)), 0.0),
        Part("bust_dart_lower", Path.of(Line(hung.end, hung.lower)), 0.0),
        Part("side_lower", Path.of(Line(hung.lower, hung.waist)), allowance),
    ], [Mouth("bust_dart_upper", "bust_dart_lower", "second")]


def across_lines(upper: Upper) -> list[InsideLine]:
    """The chest's width at the pitch's height: one line, or two beside a shoulder dart."""
    start, pitch = (0.0, upper.pitch[1]), upper.pitch
    if not upper.shoulder_legs:
        return [measured("across front", start, pitch)]
    mouth = upper.shoulders[0].end
    met = crossing(mouth, sub(upper.shoulder_end, mouth), start, (1.0, 0.0))
    if met is None or pitch[1] > upper.shoulder_end[1]:
        return [measured("across front", start, (upper.shoulder_end[0], pitch[1]))]
    turned = [rotate(p, upper.shoulder_end, upper.shoulder_turn) for p in (met, pitch)]
    return [
        measured("across front", start, met),
        measured("across front outer", turned[0], turned[1]),
    ]
