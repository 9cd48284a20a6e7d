"""What a style of skirt hands to the assembly: the panels of its front and its back, by their halves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from patterns.components.base import Making
from patterns.components.halves import Half, Rim, Run, rim
from patterns.components.waists import Segment
from patterns.drafting.cutting import Mouth, NotchAt, Part
from patterns.drafting.draft import InsideLine, Level, Pleat, Point

from .figures import Figures


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece of the shell by its half, its parts clockwise from the waist's inner end."""

    half: Half
    name: str
    parts: tuple[Part, ...]
    grainline: tuple[Point, Point]
    waist: tuple[str, ...] = ("waist",)
    mouths: tuple[Mouth, ...] = ()
    notches: tuple[NotchAt, ...] = ()
    lines: tuple[InsideLine, ...] = ()
    pleats: tuple[Pleat, ...] = ()
    hip: Level | None = None

    def part(self, name: str) -> Part:
        return next(part for part in self.parts if part.name == name)

    def has(self, name: str) -> bool:
        return any(part.name == name for part in self.parts)

    def replaced(self, name: str, *others: Part) -> Panel:
        """With other parts in the place of one."""
        parts = [p for part in self.parts for p in (others if part.name == name else (part,))]
        return replace(self, parts=tuple(parts))

    def rim(self, *names: str, reversed: bool = False) -> Rim:
        return rim(self.half, self.parts, *names, reversed=reversed)


@dataclass(frozen=True, slots=True)
class Quarter:
    """Front or back from its centre to the side, one panel after another; each is sewn to the next by
    its edge "panel". `segments` are the waist's stretches between darts and seams with the edges that
    run down from them, for a band or a facing cut from this shape; none where it has no shape of its own.
    """

    panels: tuple[Panel, ...]
    segments: tuple[Segment, ...] = ()

    @property
    def last(self) -> Panel:
        return self.panels[-1]

    @property
    def hem(self) -> float:
        return sum(p.part("hem").path.length for p in self.panels if p.has("hem"))

    def edge(self, *names: str) -> Rim:
        """A rim of the last panel's."""
        return self.last.rim(*names)

    def waist(self) -> Rim:
        runs: list[Run] = []
        for panel in self.panels:
            found = panel.rim(*panel.waist)
            taken = {pleat.name: abs(pleat.start[0][0] - pleat.end[0][0]) for pleat in panel.pleats}
            runs += [
                replace(run, pleats=tuple(taken), taken=sum(taken.values())) for run in found.runs
            ]
        first = self.panels[0]
        return Rim(tuple(runs), first.rim(first.waist[0]).centred)

    def opened(self, edge: str, depth: float) -> Quarter:
        """With the side (or the centre) opened from the top down: an edge of its own, `..._zip`; where the
        opening would end less than 40 above the hem, it is all of it."""
        number = 0 if edge.startswith("centre") else len(self.panels) - 1
        panel = self.panels[number]
        part = panel.part(edge)
        opened = f"{edge}_zip"
        if depth > part.path.length - 40.0:
            parts = [replace(part, name=opened)]
        elif edge.startswith("centre"):  # it runs up
            low, high = part.path.split(part.path.length - depth)
            parts = [replace(part, path=low), replace(part, name=opened, path=high)]
        else:
            high, low = part.path.split(depth)
            parts = [replace(part, name=opened, path=high), replace(part, path=low)]
        return self.with_panel(number, panel.replaced(edge, *parts))

    def with_panel(self, number: int, panel: Panel) -> Quarter:
        return replace(self, panels=(*self.panels[:number], panel, *self.panels[number + 1 :]))


@dataclass(frozen=True, slots=True)
class Shell:
    """`ratio`: how full its waist is gathered, 1 where it is not. `lower` is a second tier, gathered on to
    the first by `lower_ratio`. `hip_lines` names the lines along which a free hip is measured, where no
    level can. `fitted`: the hips are drafted to the body's. `words` are its own steps of sewing."""

    front: Quarter
    back: Quarter
    fitted: bool
    ratio: float = 1.0
    lower: tuple[Quarter, Quarter] | None = None
    lower_ratio: float = 1.0
    words: Sequence[tuple[int, str]] = ()
    told: dict[str, float] = field(default_factory=dict)

    def quarters(self) -> tuple[Quarter, ...]:
        return (self.front, self.back, *(self.lower or ()))

    def panels(self) -> list[Panel]:
        return [panel for quarter in self.quarters() for panel in quarter.panels]


View = Literal["front", "back"]
Style = Callable[[Making, Figures], Shell]
