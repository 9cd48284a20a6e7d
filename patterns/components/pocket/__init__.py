"""Pockets: bags in the side seams, or patches on the front."""

from collections.abc import Mapping

from patterns.components.base import Component, Parameter, parameters
from patterns.specs import Setting

from .draft import STYLES, draft

PLEATED = ("knife_pleats", "box_pleats")
FLAT_FRONTS = ("straight", "a_line", "wrap")
LEAST_SKIRT = 400.0  # a shorter one has no room below the waist for a hand


def _conflicts(resolved: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    style, skirt = resolved["pocket.style"], resolved.get("skirt.style")
    through = resolved.get("bodice.cut") == "through"
    if "skirt" not in components and not through:
        return ["Pockets need a skirt, or a bodice that is cut through to the hip."]
    found = []
    opening = resolved.get("bodice.opening", resolved.get("skirt.opening"))
    if style == "inseam" and opening == "side":
        found.append("Pockets in the side seams leave no room for a zip there.")
    if style == "inseam" and skirt in PLEATED:
        found.append(
            "The side seams of a pleated skirt lie inside a pleat: no pocket can open there."
        )
    if style == "patch" and skirt is not None and skirt not in FLAT_FRONTS:
        found.append("A patch pocket lies flat only on a straight, A-line or wrap skirt.")
    length = resolved.get("skirt.length", LEAST_SKIRT)
    if not through and isinstance(length, int | float) and length < LEAST_SKIRT:
        found.append(f"A skirt under {LEAST_SKIRT:g} mm is too short for pockets.")
    return found


POCKET = Component(
    name="pocket",
    parameters=parameters(
        Parameter("style", "inseam", kind="choice", values=tuple(STYLES)),
        Parameter("size", 150.0, min=120.0, max=180.0,
                  help="How long the mouth of a pocket in the side seam is, how wide a patch."),
    ),
    needs=(),
    draft=draft,
    after=("bodice", "skirt"),
    conflicts=_conflicts,
)  # fmt: skip
