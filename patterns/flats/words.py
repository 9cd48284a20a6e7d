"""What a drawing shows, in words, for those who do not see it."""

from __future__ import annotations

from patterns.components.collar.flat import NAMES as COLLARS
from patterns.components.neckline.flat import NAMES as NECKLINES
from patterns.components.pocket.flat import NAMES as POCKETS
from patterns.components.sleeve.flat import NAMES as SLEEVES
from patterns.specs import FabricSpec

from .worn import Worn

SLEEVE_LENGTHS = {
    "short": "short",
    "elbow": "elbow-length",
    "three_quarter": "three-quarter",
    "long": "long",
}
SKIRTS = {
    "straight": "a straight skirt",
    "a_line": "an A-line skirt",
    "six_panel": "a six-panel skirt",
    "quarter_circle": "a quarter circle skirt",
    "half_circle": "a half circle skirt",
    "circle": "a full circle skirt",
    "gathered": "a gathered skirt",
    "knife_pleats": "a knife-pleated skirt",
    "box_pleats": "a box-pleated skirt",
    "tiers": "a skirt in two tiers",
    "wrap": "a wrap skirt",
}
DARTS = {
    "side": "at the side",
    "french": "from low on the side",
    "armhole": "at the armhole",
    "shoulder": "at the shoulder",
    "waist": "at the waist",
}
"""Where a bust's darts can be sewn, as the draft has them: what was asked for may have given way."""
SHAPED = {
    "shoulder_princess": "princess seams from the shoulder",
    "armhole_princess": "princess seams from the armhole",
    "gathers": "gathers under the bust",
}


def title(worn: Worn, fabric: FabricSpec | None) -> str:
    """Such as "sheath dress in navy wool crêpe, V neck, knee length, front"."""
    what = worn.draft.style.replace("-", " ")
    if fabric is not None and fabric.name:
        what += f" in {_cloth(fabric.name)}"
    parts = [what]
    if worn.has_bodice:
        parts += [neck(worn), sleeves(worn)]
    if worn.lower and worn.draft.kind != "top":
        parts.append(length(worn))
    return ", ".join([*(part for part in parts if part), worn.view])


def _cloth(name: str) -> str:
    """ "Wool crêpe, navy" as it is said in a sentence: "navy wool crêpe"."""
    cloth, _, colour = name.partition(", ")
    cloth = cloth[0].lower() + cloth[1:]
    return f"{colour} {cloth}" if colour else cloth


def neck(worn: Worn) -> str:
    """Her collar; or, without one, the neckline."""
    if worn.has("collar"):
        return COLLARS.get(worn.text("collar.style"), "collar")
    return "wrap front" if worn.wraps else NECKLINES.get(worn.text("neckline.shape"), "")


def sleeves(worn: Worn) -> str:
    """Such as "long bishop sleeves"; nothing where there are none."""
    if not worn.has("sleeve"):
        return ""
    style, long = worn.text("sleeve.style", "set_in"), worn.text("sleeve.length")
    return f"{SLEEVE_LENGTHS.get(long, '')} {SLEEVES.get(style, 'sleeves')}".strip()


def length(worn: Worn) -> str:
    """Where the hem ends on her."""
    level = worn.level
    hem, knee = worn.low, level["knee"]
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


def bust(worn: Worn) -> str:
    """What shapes the bust: seams, gathers, or darts wherever they are sewn."""
    if shaped := SHAPED.get(worn.text("bodice.bust")):
        return shaped
    sewn = [
        words
        for name, words in DARTS.items()
        if f"bodice.bust_dart_{name}" in worn.draft.parameters
    ]
    if not sewn:
        return ""
    return "bust darts " + " and ".join(part for part in (", ".join(sewn[:-1]), sewn[-1]) if part)


def description(worn: Worn, fabric: FabricSpec | None) -> str:
    """What is to be seen, in a sentence."""
    shown = "A drawing of the garment on a standing figure" if fabric else "A line drawing"
    shown += ", from the front" if worn.front else ", from behind"
    seen: list[str] = []
    if worn.has_bodice and worn.front:
        seen.append(bust(worn))
        if worn.empire:
            seen.append("a seam under the bust")
    if worn.has_skirt:
        small = worn.length < 300 and worn.has_bodice
        style = SKIRTS.get(worn.style, "a skirt")
        if worn.style == "straight" and worn.number("skirt.flare") >= 4:
            style = "an A-line skirt"
        seen.append(style.replace("skirt", "peplum") if small else style)
    elif worn.through:
        seen.append("cut in one from shoulder to hem")
    if worn.has("pocket"):
        seen.append(POCKETS.get(worn.text("pocket.style", "inseam"), "pockets"))
    if worn.has("belt"):
        seen.append("a belt")
    if not worn.front:
        if worn.opening == "back":
            seen.append("its zip at the centre back")
        if worn.number("skirt.vent_height") > 0:
            seen.append("a vent at the hem")
    seen = [part for part in seen if part]
    if not seen:
        return f"{shown}."
    if len(seen) > 1:
        seen = [", ".join(seen[:-1]) + f" and {seen[-1]}"]
    return f"{shown}, with {seen[0]}."
