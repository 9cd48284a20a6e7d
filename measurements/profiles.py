"""A customer's profiles: found through their owner alone, and what she may do with each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest

from measurements.models import Profile, ProfileChange

CHOSEN: Final = "profile"
"""Where her session says which of them she works with."""
MOST: Final = 30
"""So many profiles an account may hold: a dressmaker's family, no more."""
_CACHE: Final = "_profiles"


class TooManyProfiles(ValueError):  # noqa: N818 - named for what it says
    """The account holds as many as it may."""


def profiles_of(request: HttpRequest) -> list[Profile]:
    """Hers, the default first; none for a guest. Looked up once a request."""
    found: list[Profile] | None = getattr(request, _CACHE, None)
    if found is None:
        user = request.user
        found = list(Profile.objects.filter(user_id=user.pk)) if user.is_authenticated else []
        setattr(request, _CACHE, found)
    return found


def look_again(request: HttpRequest) -> None:
    """Forget what was looked up of her profiles: they have just changed."""
    if hasattr(request, _CACHE):
        delattr(request, _CACHE)


def find(request: HttpRequest, key: object) -> Profile:
    """Her profile of that number. Raises Http404 for one that is not there or not hers."""
    for profile in profiles_of(request):
        if str(profile.pk) == str(key):
            return profile
    raise Http404("no such profile")


def chosen(request: HttpRequest) -> Profile | None:
    """The one she works with: chosen in this session, else her default; None before the first."""
    profiles = profiles_of(request)
    wanted = request.session.get(CHOSEN) if profiles else None
    return next((p for p in profiles if p.pk == wanted), profiles[0] if profiles else None)


def choose(request: HttpRequest, profile: Profile) -> None:
    """Work with that one from now on, on the measuring pages and in the studio."""
    if request.session.get(CHOSEN) != profile.pk:
        request.session[CHOSEN] = profile.pk


def add(
    request: HttpRequest,
    name: str,
    values: Mapping[str, Any] | None = None,
    *,
    most: float = MOST,
) -> Profile:
    """A new profile of hers, chosen at once; her first is her default.

    `values` are its other fields. Raises TooManyProfiles where she has `most` already.
    """
    owner: Any = request.user
    with transaction.atomic():
        there = Profile.objects.filter(user=owner)
        if there.count() >= most:
            raise TooManyProfiles
        fields: dict[str, Any] = {"user": owner, "name": name, **(values or {})}
        try:
            with transaction.atomic():
                profile = Profile.objects.create(**fields, is_default=not there.exists())
        except IntegrityError:  # her first came to be at this very moment
            profile = Profile.objects.create(**fields, is_default=False)
    look_again(request)
    choose(request, profile)
    return profile


def copy(request: HttpRequest, profile: Profile, name: str) -> Profile:
    """A copy to change without touching the first: her "before summer". Raises TooManyProfiles."""
    fields = ("values", "how", "readings", "seen", "tailor", "unit")
    with transaction.atomic():
        made = add(request, name, {field: getattr(profile, field) for field in fields})
        if made.values:
            changed = {name: [None, value] for name, value in made.values.items()}
            ProfileChange.objects.create(profile=made, way="copy", changed=changed)
    return made


def rename(profile: Profile, name: str) -> None:
    profile.name = name
    profile.save(update_fields=["name"])


def tell_tailor(profile: Profile, words: Mapping[str, Any]) -> None:
    """Keep what the tailor should know: left and right, posture, notes."""
    profile.tailor = dict(words)
    profile.save(update_fields=["tailor", "updated"])


def make_default(request: HttpRequest, profile: Profile) -> None:
    """The one that the studio draws on unless she chooses another."""
    with transaction.atomic():
        Profile.objects.filter(user_id=profile.user_id, is_default=True).update(is_default=False)
        Profile.objects.filter(pk=profile.pk).update(is_default=True)
    look_again(request)


def delete(request: HttpRequest, profile: Profile) -> None:
    """Delete it with its history; where it was the default, her oldest becomes that."""
    with transaction.atomic():
        Profile.objects.filter(pk=profile.pk).delete()
        left = Profile.objects.filter(user_id=profile.user_id)
        if not left.filter(is_default=True).exists() and (oldest := left.order_by("pk").first()):
            Profile.objects.filter(pk=oldest.pk).update(is_default=True)
    request.session.pop(CHOSEN, None)
    look_again(request)
