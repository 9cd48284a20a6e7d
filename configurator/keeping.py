"""Whose a design is, and keeping it. A guest's are hers by her session, till she signs in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from patterns.models import Fabric, PatternTemplate
from patterns.specs import Setting

from .models import Design, new_key

if TYPE_CHECKING:
    from accounts.models import User

SESSION_KEY = "designs"
SESSION_LIMIT = 60
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")


def find(key: str | None, *, whole: bool = True) -> Design | None:
    """The design kept at that key; `whole`: with its template and fabric read along."""
    if not key or not _KEY.fullmatch(key):
        return None
    designs = Design.objects.select_related("template", "fabric") if whole else Design.objects
    return designs.filter(key=key).first()


def is_hers(request: HttpRequest, design: Design) -> bool:
    """Whether who asks may change this design: her account's, or nobody's yet and begun by her."""
    if design.owner_id is not None:
        return request.user.is_authenticated and design.owner_id == request.user.pk
    return design.key in request.session.get(SESSION_KEY, [])


def designs_of(request: HttpRequest) -> list[Design]:
    """What she has designed, the latest first."""
    designs = Design.objects.select_related("template", "fabric")
    keys = request.session.get(SESSION_KEY, [])
    hers = designs.filter(key__in=keys, owner=None) if keys else designs.none()
    if request.user.is_authenticated:
        hers = hers | designs.filter(owner=request.user)
    return list(hers.order_by("-updated")[:SESSION_LIMIT])


def keep(
    request: HttpRequest,
    design: Design | None,
    *,
    key: str | None,
    template: PatternTemplate,
    choices: Mapping[str, Setting],
    fabric: Fabric,
) -> Design:
    """Write what she chose to her design. Another's design is never written: hers is a copy.

    `key` is the one that the page she began on was given; a design is made under it if there is
    none yet, so that two changes sent at once do not make two.
    """
    if design is not None and (design.template_id != template.pk or not is_hers(request, design)):
        design, key = None, None
    values: dict[str, Any] = {
        "template_id": template.pk,
        "template_revision": template.live_revision_id,
        "choices": dict(choices),
        "fabric_id": fabric.pk,
    }
    if request.user.is_authenticated:
        values["owner_id"] = request.user.pk
    if design is None:
        key = key if key and _KEY.fullmatch(key) else new_key()
        design, made = Design.objects.get_or_create(key=key, defaults=values)
        if made:
            _remember(request, design.key)
            return design
        if not is_hers(request, design):
            return keep(request, None, key=None, template=template, choices=choices, fabric=fabric)
    changed = [name for name, value in values.items() if getattr(design, name) != value]
    if changed:
        for name in changed:
            setattr(design, name, values[name])
        design.save(update_fields=[*changed, "updated"])
    return design


def held_of(user: User) -> list[dict[str, Any]]:
    """All designs of an account, for its owner to take along."""
    return [
        {
            "template": design.template.name,
            "fabric": design.fabric.name,
            "choices": design.choices,
            "address": design.get_absolute_url(),
            "begun": design.created,
            "changed": design.updated,
        }
        for design in Design.objects.filter(owner=user).select_related("template", "fabric")
    ]


def _remember(request: HttpRequest, key: str) -> None:
    keys = [other for other in request.session.get(SESSION_KEY, []) if other != key]
    request.session[SESSION_KEY] = [*keys, key][-SESSION_LIMIT:]
