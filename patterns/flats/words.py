"""What a drawing shows, in words, for those who do not see it."""

from __future__ import annotations

from patterns.specs import FabricSpec

from .worn import Worn

NECKLINES = {"jewel": "jewel neck", "v": "V neck", "scoop": "scoop neck"}


def title(worn: Worn, fabric: FabricSpec | None) -> str:
    """Such as "sheath dress in navy wool crêpe, V neck, knee length, front"."""
    what = worn.draft.style.replace("-", " ")
    if fabric is not None and fabric.name:
        what += f" in {_cloth(fabric.name)}"
    parts = [what]
    if worn.has_bodice:
        parts.append(NECKLINES.get(worn.text("neckline.shape"), ""))
    if worn.has_skirt:
        parts.append(length(worn))
    return ", ".join([*(part for part in parts if part), worn.view])


def _cloth(name: str) -> str:
    """ "Wool crêpe, navy" as it is said in a sentence: "navy wool crêpe"."""
    cloth, _, colour = name.partition(", ")
    cloth = cloth[0].lower() + cloth[1:]
    return f"{colour} {cloth}" if colour else cloth


def length(worn: Worn) -> str:
    """Where the hem ends on her."""
    level = worn.level
    hem = worn.hem + worn.sag(worn.hem)
    knee = level["knee"]
    if hem < knee - 120:
        return "short"
    if hem < knee - 35:
        return "above the knee"
    if hem < knee + 45:
        return "knee length"
    if hem < knee + 0.45 * (level["floor"] - knee):
        return "below the knee"
    if hem < knee + 0.78 * (level["floor"] - knee):
        return "midi length"
    return "ankle length"


def description(worn: Worn, fabric: FabricSpec | None) -> str:
    """What is to be seen, in a sentence."""
    seen = ["A drawing of the garment on a standing figure" if fabric else "A line drawing"]
    if worn.view == "back":
        seen.append("from behind, with its zip at the centre back")
        if worn.number("skirt.vent_height") > 0:
            seen.append("and a vent at the hem")
    else:
        seen.append("from the front")
    flare = worn.number("skirt.flare")
    if worn.has_skirt:
        seen.append("and an A-line skirt" if flare >= 4 else "and a straight skirt")
    text = ", ".join(seen[:2]) + "".join(f" {part}" for part in seen[2:])
    return text + "."
