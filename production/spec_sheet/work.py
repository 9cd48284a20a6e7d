"""What a garment takes beside its cloth, and in which order it is made: in rows for the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from patterns.drafting.draft import Draft, Trim
from patterns.specs import FabricSpec, TemplateSpec

_USES: Mapping[str, str] = {
    "main": "Cloth",
    "contrast": "Contrast",
    "lining": "Lining",
    "interfacing": "Interfacing",
}


@dataclass(frozen=True, slots=True)
class Needed:
    """A line of the bill of materials: what it is for, what to take, how much of it."""

    use: str
    what: str
    much: str


def bill(
    draft: Draft,
    spec: TemplateSpec,
    fabric: FabricSpec,
    cloth: Mapping[str, float],
    quantity: int = 1,
) -> list[Needed]:
    """The bill of materials: cloths by the length to cut (mm, for one garment), then trims as the draft
    counts them, then the template's own notions. For `quantity` garments."""
    named: dict[str, list[str]] = {}
    for material in spec.materials:
        named.setdefault(material.use, []).append(material.name)
    rows = []
    for use, length in cloth.items():
        words = "; ".join(named.get(use, ()))
        if use == "main":
            words = f"{fabric.name}, {fabric.width:.0f} mm wide"
        rows.append(Needed(_USES.get(use, use.capitalize()), words, _metres(length, quantity)))
    counted: dict[tuple[str, float | None], int] = {}
    for trim in draft.trims:
        key = (trim.name, trim.size)
        counted[key] = counted.get(key, 0) + trim.quantity
    rows += [
        Needed("Trim", _named(Trim(name, count, size)), str(count * quantity))
        for (name, size), count in counted.items()
    ]
    return rows + [Needed("Notions", words, "") for words in named.get("notions", ())]


def order_of_work(draft: Draft, spec: TemplateSpec) -> list[str]:
    """The sewing steps of all components, the template's own words among them, each once."""
    steps = [(operation.step, 0, operation.words) for operation in draft.operations]
    steps += [(own.step, 1, own.words) for own in spec.instructions]
    in_order = sorted(steps, key=lambda step: step[:2])  # stable: components keep their own order
    return list(dict.fromkeys(words for _, _, words in in_order))


def _metres(length: float, quantity: int) -> str:
    words = f"{length / 1000:.2f} m"
    return words if quantity == 1 else f"{words} each, {length * quantity / 1000:.2f} m in all"


def _named(trim: Trim) -> str:
    words = trim.name[0].upper() + trim.name[1:]
    if trim.size is None or f"{trim.size:g} mm" in words:
        return words
    return f"{words}, {trim.size:.0f} mm"
