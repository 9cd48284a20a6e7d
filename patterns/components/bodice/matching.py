"""What does not go together on a bodice, said when a template is made or a choice is."""

from __future__ import annotations

from collections.abc import Mapping

from patterns.specs import Setting


def conflicts(resolved: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    """A sentence for each thing that cannot be had."""
    cut, front, opening = (resolved[f"bodice.{name}"] for name in ("cut", "front", "opening"))
    bust, shaping, slit = (resolved[f"bodice.{name}"] for name in ("bust", "shaping", "slit"))
    found = []
    if cut == "through" and "skirt" in components:
        found.append("A bodice that runs on to a hem has no skirt below it.")
    if cut == "through" and front == "wrap":
        found.append("A wrapped front ends at the waist or under the bust, with a skirt below it.")
    if (front == "wrap") != (opening == "front"):
        found.append("A wrapped front opens at the front, and only a wrapped front does.")
    if cut != "through" and opening == "none":
        found.append(
            "A bodice with a seam at the waist or under the bust opens somewhere to be put on."
        )
    if cut == "through" and bust in ("gathers", "waist"):
        found.append(
            "Gathers or a bust dart from the waist need a seam there, or one under the bust."
        )
    if cut != "through" and shaping == "loose":
        found.append(
            "A bodice that ends in a seam is shaped to it: only one that runs on hangs loose."
        )
    if cut == "through" and slit == "back" and opening != "back":
        found.append("A vent at the back needs the centre back seam of a zip there.")
    kimono = "sleeve" in components and resolved.get("sleeve.style") == "kimono"
    if kimono and opening == "side":
        found.append("A sleeve cut in one with the bodice leaves no room for a zip at the side.")
    return found
