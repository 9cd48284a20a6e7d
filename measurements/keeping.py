"""Where a visitor's measurements stay: a guest's in her session, a customer's in her account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest

from measurements.asking import contradictions
from measurements.body import Body
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.models import Profile
from measurements.statistics import complete
from measurements.units import SYSTEMS, System

SESSION_KEY = "measurements"
_CACHE = "_kept_measurements"


def kept_values(request: HttpRequest) -> dict[str, float]:
    """What the visitor entered, by name, in mm, degrees or kg; empty when nothing yet."""
    return dict(_kept(request)[0])


def kept_unit(request: HttpRequest) -> System:
    """The unit she measures in."""
    return _kept(request)[1]


def kept_body(request: HttpRequest) -> Body | None:
    """Her whole body, the rest estimated; None until the required four are there."""
    values = kept_values(request)
    if any(name not in values for name in REQUIRED):
        return None
    return complete(values)


def keep(request: HttpRequest, values: Mapping[str, float], unit: System) -> None:
    """Keep `values` in place of whatever was kept before."""
    clean = {name: float(value) for name, value in values.items() if name in DEFINITIONS}
    if request.user.is_authenticated:
        Profile.objects.update_or_create(
            user=cast(Any, request.user), defaults={"values": clean, "unit": unit}
        )
        request.session.pop(SESSION_KEY, None)
    else:
        request.session[SESSION_KEY] = {"values": clean, "unit": unit}
    setattr(request, _CACHE, (clean, unit))


def forget(request: HttpRequest) -> None:
    """Drop all that was kept of the visitor's measurements."""
    if request.user.is_authenticated:
        Profile.objects.filter(user_id=request.user.pk).delete()
    request.session.pop(SESSION_KEY, None)
    setattr(request, _CACHE, ({}, kept_unit(request)))


def adopt(request: HttpRequest) -> bool:
    """Move what a guest entered into the account she has just signed in to; True if there was any.

    What she entered last is what she saw her garment drawn on, so it wins. Older entries of the
    account that she did not give again stay, unless they cannot belong to the same body.
    """
    entered = request.session.get(SESSION_KEY)
    if not request.user.is_authenticated or not entered or not entered["values"]:
        return False
    newest = dict(entered["values"])
    older = Profile.objects.filter(user_id=request.user.pk).first()
    together = {**(older.values if older else {}), **newest}
    agree = not any(contradictions(together, entered["unit"]))
    keep(request, together if agree else newest, entered["unit"])
    return True


def held_of(user: Any) -> list[dict[str, Any]]:
    """All that an account holds of her measurements, for its owner to take along."""
    return [
        {"values": profile.values, "unit shown": profile.unit, "changed": profile.updated}
        for profile in Profile.objects.filter(user_id=user.pk)
    ]


def _kept(request: HttpRequest) -> tuple[dict[str, float], System]:
    """Values and unit, looked up once a request."""
    found: tuple[dict[str, float], System] | None = getattr(request, _CACHE, None)
    if found is None:
        found = _look_up(request)
        setattr(request, _CACHE, found)
    return found


def _look_up(request: HttpRequest) -> tuple[dict[str, float], System]:
    if request.user.is_authenticated:
        profile = Profile.objects.filter(user_id=request.user.pk).first()
        if profile is not None:
            return dict(profile.values), cast(System, profile.unit)
    entered = request.session.get(SESSION_KEY) or {}
    unit = entered.get("unit")
    return dict(entered.get("values", {})), unit if unit in SYSTEMS else "cm"
