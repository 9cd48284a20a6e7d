"""Whose a design is, and keeping it. A guest's are hers by her session, till she signs in.

A design's own key opens it to her alone; others see it by its share key, as long as she shares it,
and never write to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.sessions.backends.base import SessionBase
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from patterns.models import Fabric, PatternTemplate
from patterns.specs import Setting

from .models import NAME_LENGTH, Design, new_key

if TYPE_CHECKING:
    from accounts.models import User

SESSION_KEY = "designs"
BEGUN_KEY, BEGUN_LIMIT = "designs begun", 20
"""Keys given to a guest's latest pages, under which her design will be kept."""
SESSION_LIMIT = 60
"""So many designs a guest's session remembers, the latest."""
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
_COPY = ", copy"


def find(request: HttpRequest, key: str | None, *, whole: bool = True) -> Design | None:
    """Her design of that key; None for one that is not there or not hers. `whole`: with its template
    and fabric read along."""
    if not key or not _KEY.fullmatch(key):
        return None
    designs = Design.objects.select_related("template", "fabric") if whole else Design.objects
    design = designs.filter(key=key).first()
    return design if design is not None and is_hers(request, design) else None


def find_shared(share_key: str) -> Design | None:
    """The design that is shared at that key, to look at."""
    if not _KEY.fullmatch(share_key):
        return None
    designs = Design.objects.select_related("template", "fabric")
    return designs.filter(share_key=share_key, put_away=None).first()


def known_to(session: Mapping[str, Any] | SessionBase) -> list[str]:
    """The keys of a guest's designs that her session knows, kept or only begun: of two requests at once
    the one may have written the session without the other's design."""
    return [*session.get(SESSION_KEY, []), *session.get(BEGUN_KEY, [])]


def is_hers(request: HttpRequest, design: Design) -> bool:
    """Whether who asks may see and change this design: her account's, or nobody's yet and begun by
    her."""
    if design.put_away is not None:
        return False
    if design.owner_id is not None:
        return request.user.is_authenticated and design.owner_id == request.user.pk
    return design.key in known_to(request.session)


def begin(request: HttpRequest) -> str:
    """A key for the page that she begins a design on.

    A guest's session knows it from here on: of two first changes sent at once, the one must not find
    another's design where the other has just kept hers.
    """
    key = new_key()
    if not request.user.is_authenticated:
        begun = request.session.get(BEGUN_KEY, [])
        request.session[BEGUN_KEY] = [*begun, key][-BEGUN_LIMIT:]
    return key


def designs_of(request: HttpRequest) -> models.QuerySet[Design]:
    """What she has designed, the latest first."""
    designs = Design.objects.select_related("template", "fabric").filter(put_away=None)
    keys = known_to(request.session)
    hers = designs.filter(key__in=keys, owner=None) if keys else designs.none()
    if request.user.is_authenticated:
        hers = hers | designs.filter(owner=request.user)
    return hers.order_by("-updated", "-pk")


def keep(
    request: HttpRequest,
    design: Design | None,
    *,
    key: str | None,
    template: PatternTemplate,
    choices: Mapping[str, Setting],
    fabric: Fabric,
    name: str | None = None,
) -> Design:
    """Write what she chose to her design, and what she calls it unless that is None. Another's design
    is never written: hers is a copy.

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
    if name is not None:
        values["name"] = tidied(name)
    if request.user.is_authenticated:
        values["owner_id"] = request.user.pk
    if design is None:
        key = key if key and _KEY.fullmatch(key) else new_key()
        design, made = Design.objects.get_or_create(key=key, defaults=values)
        if made:
            _remember(request, design.key)
            return design
        if not is_hers(request, design) or design.template_id != template.pk:
            return keep(
                request,
                None,
                key=None,
                template=template,
                choices=choices,
                fabric=fabric,
                name=name,
            )
    changed = [name for name, value in values.items() if getattr(design, name) != value]
    if changed:
        for name in changed:
            setattr(design, name, values[name])
        design.save(update_fields=[*changed, "updated"])
    return design


def adopt(request: HttpRequest) -> int:
    """Move a guest's designs into the account she has just signed in to; gives how many."""
    keys = known_to(request.session)
    if not keys or not request.user.is_authenticated:
        return 0
    return Design.objects.filter(key__in=keys, owner=None).update(owner=request.user)


# --- what she does with a design as a whole -----------------------------------------------------


def tidied(name: str) -> str:
    """A name as it is kept: on one line, and no longer than there is room for."""
    return " ".join(name.split())[:NAME_LENGTH].rstrip()


def rename(design: Design, name: str) -> None:
    """Call it that; empty: what it is. When it was changed last stays as it was."""
    design.name = tidied(name)
    Design.objects.filter(pk=design.pk).update(name=design.name)


def copy(request: HttpRequest, design: Design) -> Design:
    """A copy of hers beside it, shared with nobody."""
    name = design.called[: NAME_LENGTH - len(_COPY)] + _COPY
    return _copied(request, design, name=name)


def take(request: HttpRequest, design: Design) -> Design:
    """A copy, for whoever looks, of a design that was shared with her; its name stays behind."""
    return _copied(request, design, name="")


def carry(request: HttpRequest, design: Design, template: PatternTemplate) -> Design:
    """A copy of hers made of another template. It remembers every choice: those that the other does not
    offer are said where it is shown."""
    return _copied(request, design, name=design.name, template=template)


def share(design: Design) -> str:
    """Share it, if it is not shared yet; gives its share key."""
    if design.share_key is None:
        unshared = Design.objects.filter(pk=design.pk, share_key=None)
        unshared.update(share_key=new_key())
        design.refresh_from_db(fields=["share_key"])
    return str(design.share_key)


def stop_sharing(design: Design) -> None:
    """Nobody sees it by that link any more: shared again, it has another."""
    design.share_key = None
    Design.objects.filter(pk=design.pk).update(share_key=None)


def delete(design: Design) -> None:
    """Delete it. What was ordered is frozen; what lies in a basket stays there as it is now."""
    with transaction.atomic():
        stop_sharing(design)
        if not held(design):
            design.delete()
            return
        Design.objects.filter(pk=design.pk).update(name="", put_away=timezone.now())


def held(design: Design) -> bool:
    """Whether a basket holds it: any row of a room above that points to it."""
    return any(
        field.related_model._base_manager.filter(**{field.field.name: design}).exists()
        for field in Design._meta.get_fields(include_hidden=True)
        if isinstance(field, models.ManyToOneRel)
    )


def clear_away() -> int:
    """Delete what was put away and no basket holds any longer; gives how many. For the worker."""
    gone = [design for design in Design.objects.exclude(put_away=None) if not held(design)]
    for design in gone:
        design.delete()
    return len(gone)


def held_of(user: User) -> list[dict[str, Any]]:
    """All designs of an account, for its owner to take along."""
    return [
        {
            "name": design.name,
            "template": design.template.name,
            "fabric": design.fabric.name,
            "choices": design.choices,
            "address": design.get_absolute_url(),
            "shared at": design.shared_address,
            "begun": design.created,
            "changed": design.updated,
            "deleted, but in a basket": design.put_away,
        }
        for design in Design.objects.filter(owner=user).select_related("template", "fabric")
    ]


def _copied(
    request: HttpRequest, design: Design, *, name: str, template: PatternTemplate | None = None
) -> Design:
    made = Design.objects.create(
        name=name,
        template=template or design.template,
        template_revision=template.live_revision_id if template else design.template_revision,
        choices=design.choices,
        fabric_id=design.fabric_id,
        owner_id=request.user.pk if request.user.is_authenticated else None,
    )
    _remember(request, made.key)
    return made


def _remember(request: HttpRequest, key: str) -> None:
    keys = [other for other in request.session.get(SESSION_KEY, []) if other != key]
    request.session[SESSION_KEY] = [*keys, key][-SESSION_LIMIT:]
