"""Which collar is drafted, and what each is sewn to: the neckline, between shell and facing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.specs import Setting

from .bow import draft_bow
from .peter_pan import draft_peter_pan
from .stand import draft_mandarin, draft_qipao


@dataclass(frozen=True, slots=True)
class Style:
    """How a collar is drafted, what it is called, and the neckline shapes that it lies on."""

    draft: Callable[[Making], None]
    name: str
    shapes: tuple[str, ...]


STYLES: Mapping[str, Style] = {
    "mandarin": Style(draft_mandarin, "stand collar", ("jewel",)),
    "qipao": Style(draft_qipao, "qipao collar", ("jewel",)),
    "peter_pan": Style(draft_peter_pan, "Peter Pan collar", ("jewel", "scoop")),
    "tie_bow": Style(draft_bow, "tie bow", ("jewel", "scoop", "v")),
}


def draft(making: Making) -> None:
    """Adds the collar's pieces and the seams that set it in.

    Raises Refusal where the neckline's curve leaves no collar to draw.
    """
    STYLES[making.text("collar.style")].draft(making)


def conflicts(parameters: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    style = STYLES[str(parameters["collar.style"])]
    if "neckline" not in components:
        return [f"A {style.name} needs a neckline to be sewn to."]
    found = []
    if parameters.get("bodice.front") == "wrap":
        found.append(f"A {style.name} does not go on a wrap front.")
    shape = str(parameters.get("neckline.shape", ""))
    if shape not in style.shapes:
        words = " or ".join("V" if name == "v" else name for name in style.shapes)
        found.append(f"A {style.name} lies on a {words} neckline, not on a {shape} one.")
    return found
