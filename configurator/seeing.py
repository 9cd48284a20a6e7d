"""How she wants to see her design: on which figure, with what hair, with the map of its ease. Kept in her
session alone; no design and no order knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from measurements.figure import HAIR_COLOURS, HAIR_SHAPES, QUIET, SKINS, Look, look_of

SESSION_KEY = "seeing"
ASKED = "see-asked"
"""The field that says a form has these: an unticked box is not in a form at all."""


@dataclass(frozen=True, slots=True)
class Seeing:
    """Names out of SKINS, HAIR_SHAPES and HAIR_COLOURS; whether the figure and the ease are shown."""

    skin: str = "light"
    hair: str = "knot"
    hair_colour: str = "brown"
    figure: bool = True
    ease: bool = False

    @property
    def shows(self) -> bool:
        """Whether the figure is drawn: a map of ease lies on it."""
        return self.figure or self.ease

    @property
    def look(self) -> Look:
        return look_of(self.skin, self.hair, self.hair_colour) if self.shows else QUIET

    @property
    def options(self) -> list[tuple[str, str, list[tuple[str, str, str, bool]]]]:
        """Field, legend, and of each value its name, label, colour and whether it is hers."""
        tones = {name: (tone.label, tone.skin) for name, tone in SKINS.items()}
        shapes = {name: (label, "") for name, label in HAIR_SHAPES.items()}
        colours = {name: (colour.label, colour.hair) for name, colour in HAIR_COLOURS.items()}
        return [
            (field, legend, [(k, *v, k == hers) for k, v in values.items()])
            for field, legend, values, hers in (
                ("see-skin", "Skin", tones, self.skin),
                ("see-hair", "Hair", shapes, self.hair),
                ("see-hair-colour", "Its colour", colours, self.hair_colour),
            )
        ]


USUAL = Seeing()


def read(held: Mapping[str, Any]) -> Seeing:
    """What a form or a session says; the usual for what cannot be read."""

    def named(name: str, among: Mapping[str, object]) -> str:
        said = str(held.get(name) or "")
        return said if said in among else str(getattr(USUAL, name))

    return Seeing(
        named("skin", SKINS),
        named("hair", HAIR_SHAPES),
        named("hair_colour", HAIR_COLOURS),
        bool(held.get("figure")),
        bool(held.get("ease")),
    )


def seeing(request: HttpRequest) -> Seeing:
    """How she wants to see it: as the form says that she sends, else as she last wanted it."""
    held = request.session.get(SESSION_KEY)
    before = read(held) if held else USUAL
    if ASKED not in request.POST:
        return before
    prefix = "see-"
    said = {
        name.removeprefix(prefix).replace("-", "_"): value
        for name, value in request.POST.items()
        if name.startswith(prefix)
    }
    now = read(said)
    if now != before:
        request.session[SESSION_KEY] = asdict(now)
    return now
