"""How she wants to see her design: on which figure, with what hair, with the map of its ease. A guest's is
kept in her session, a customer's with her account; no design and no order knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from measurements.figure import HAIR_COLOURS, HAIR_SHAPES, QUIET, SKINS, Look, look_of

from .models import Likeness

if TYPE_CHECKING:
    from accounts.models import User

SESSION_KEY = "seeing"
_CACHE = "_seeing"
ASKED = "see-asked"
"""The field that says a form has these: an unticked box is not in a form at all."""
LOOK = "look"
"""What a form asks for that keeps nothing: what it says was chosen in another tab, which keeps it."""


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
    before = _kept(request)
    if ASKED not in request.POST or request.POST.get("then-do") == LOOK:
        return before
    prefix = "see-"
    said = {
        name.removeprefix(prefix).replace("-", "_"): value
        for name, value in request.POST.items()
        if name.startswith(prefix)
    }
    now = read(said)
    if now != before:
        _keep(request, now)
    return now


def adopt(request: HttpRequest) -> None:
    """Move what a guest chose into the account she has just signed in to. What she left as it usually is
    she did not choose, so there her account's stays."""
    held = request.session.pop(SESSION_KEY, None)
    if not held or not request.user.is_authenticated:
        return
    if hasattr(request, _CACHE):
        delattr(request, _CACHE)
    usual, new = asdict(USUAL), asdict(read(held))
    chosen = {name: value for name, value in new.items() if value != usual[name]}
    if chosen:
        _keep(request, read({**asdict(_kept(request)), **chosen}))


def held_of(user: User) -> dict[str, Any] | None:
    """How an account wants to see its designs, for its owner to take along; None where it never said."""
    likeness = Likeness.objects.filter(user=user).first()
    return asdict(read(likeness.seeing)) if likeness else None


def _kept(request: HttpRequest) -> Seeing:
    """As she last wanted it; looked up once a request."""
    found: Seeing | None = getattr(request, _CACHE, None)
    if found is None:
        if request.user.is_authenticated:
            likeness = Likeness.objects.filter(user_id=request.user.pk).first()
            held = likeness.seeing if likeness else None
        else:
            held = request.session.get(SESSION_KEY)
        found = read(held) if held else USUAL
        setattr(request, _CACHE, found)
    return found


def _keep(request: HttpRequest, now: Seeing) -> None:
    if request.user.is_authenticated:
        values = {"seeing": asdict(now)}
        Likeness.objects.update_or_create(user_id=request.user.pk, defaults=values)
    else:
        request.session[SESSION_KEY] = asdict(now)
    setattr(request, _CACHE, now)
