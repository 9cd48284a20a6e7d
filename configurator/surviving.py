"""What stands nearest to a cloth or a template that is no longer offered, for designs made of it.

How much a difference counts is our own judgement: a change of colour or pattern is seen from across
the room, one of weight or drape is felt when the garment is worn. Both cloths are as they are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, log

from patterns.models import Fabric, PatternTemplate
from patterns.specs import FabricSpec

# One is a difference that nobody overlooks.
PATTERN, DRAPE, PILE = 1.5, 0.7, 0.7
COLOUR = 1 / 20  # a step of CIELAB distance
WEIGHT = 1.5  # twice or half as heavy, about one


@dataclass(frozen=True, slots=True)
class Cloth:
    """The fabric to show. `proposal` says so where it was taken for the one that was `kept`, which the
    design remembers till she chooses; `error` what is wrong with what she asked for."""

    shown: Fabric
    kept: Fabric
    proposal: str = ""
    error: str = ""


def cloth_of(kept: Fabric, template: PatternTemplate, offered: list[Fabric]) -> Cloth:
    """A design's fabric, or what comes nearest to it where it is no longer offered."""
    if kept in offered:
        return Cloth(kept, kept)
    near = nearest_fabric(kept.spec, offered)
    if near is None:
        return Cloth(kept, kept, error=not_offered(kept.name, template))
    gone = f"{kept.name} is not offered for the {template.name.lower()} any more."
    return Cloth(near, kept, f"{gone} {near.name} comes nearest and is taken for it.")


def not_offered(name: str, template: PatternTemplate) -> str:
    return f"{name} is not offered for the {template.name.lower()}. Please choose another fabric."


def nearest_fabric(gone: FabricSpec, offered: Sequence[Fabric]) -> Fabric | None:
    """The most like it of what is offered; None where nothing is."""
    return min(offered, key=lambda one: unlikeness(gone, one.spec), default=None)


def unlikeness(one: FabricSpec, other: FabricSpec) -> float:
    """How unlike two cloths are, by colour, pattern, weight, drape and sheen; 0 for the same."""
    parts = [
        COLOUR * dist(lab(one.colour), lab(other.colour)),
        PATTERN * (one.pattern != other.pattern),
        DRAPE * (one.drape != other.drape),
        PILE * abs(one.sheen - other.sheen),
    ]
    if one.weight and other.weight:
        parts.append(WEIGHT * abs(log(one.weight / other.weight)))
    return sum(parts)


def nearest_template(gone: PatternTemplate) -> PatternTemplate | None:
    """The template of the same kind in the studio that has most in common with it, by components and
    options; None where there is none."""
    mine = _traits(gone)
    others = PatternTemplate.objects.filter(live=True, kind=gone.kind).exclude(pk=gone.pk)
    offered = [one for one in others.order_by("name") if one.offered_fabrics()]
    return max(offered, key=lambda one: _alike(mine, _traits(one)), default=None)


def _traits(template: PatternTemplate) -> set[str]:
    spec = template.spec
    return {*spec.components, *(f"{one.name}: {one.parameter}" for one in spec.options)}


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def lab(colour: str) -> tuple[float, float, float]:
    """CIELAB of "#1d2a44" under D65, as IEC 61966-2-1 and CIE 15 have it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (_root(value) for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116
