"""The two trades behind the store, as groups: what each may see and change.

Merchandisers keep what is sold and the pages, in Wagtail. Tailors keep the work at the bench, and
with it the measurements of the women they cut for. Neither sees the other's; a customer sees only
her own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission

MERCHANDISERS: Final = "Merchandisers"
TAILORS: Final = "Tailors"

_ALL: Final = ("add", "change", "delete", "view")
# Of whole apps nothing is given: a model that joins one later is nobody's until it stands here.
_MERCHANDISERS: Final[Mapping[str, tuple[str, ...]]] = {
    "patterns.patterntemplate": (*_ALL, "publish"),
    "patterns.fabric": (*_ALL, "publish"),
    "patterns.readymadepiece": (*_ALL, "publish"),
    "patterns.stockedsize": _ALL,
    "cms.occasion": _ALL,
    "wagtailadmin.admin": ("access",),
}
_TAILORS: Final[Mapping[str, tuple[str, ...]]] = {"production.workorder": ("view", "change")}

_PAGE_RIGHTS: Final = ("add", "change", "publish", "lock", "unlock")
_COLLECTION_RIGHTS: Final = ("add", "change", "choose")


def ensure_roles() -> None:
    """Make both groups and give them what is theirs; safe to run again and again.

    A permission of a model that is not installed is passed over. What else staff gave a group by
    hand stays.
    """
    merchandisers, _ = Group.objects.get_or_create(name=MERCHANDISERS)
    tailors, _ = Group.objects.get_or_create(name=TAILORS)
    merchandisers.permissions.add(*_permissions(_MERCHANDISERS))
    tailors.permissions.add(*_permissions(_TAILORS))
    _open_pages(merchandisers)


def is_tailor(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether `user` may work at the bench."""
    return _may(user, "production.view_workorder")


def is_merchandiser(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether `user` may change what is sold."""
    return _may(user, "patterns.change_patterntemplate")


def works_here(user: Any) -> bool:
    """Whether `user` is staff of any kind: reaches the admin or the bench."""
    return bool(
        user.is_active
        and (
            user.is_staff
            or user.has_perm("wagtailadmin.access_admin")
            or is_tailor(user)
            or is_merchandiser(user)
        )
    )


def _may(user: Any, permission: str) -> bool:
    return bool(user.is_active and user.has_perm(permission))


def _permissions(rights: Mapping[str, Iterable[str]]) -> list[Permission]:
    found: list[Permission] = []
    for model, actions in rights.items():
        app, name = model.split(".")
        codenames = [f"{action}_{name}" for action in actions]
        found += Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
    return found


def _open_pages(group: Group) -> None:
    """Let `group` write and publish every page, and use every picture."""
    from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

    pages = GroupPagePermission._meta.get_field("page").related_model  # the shop's own page model
    label = pages._meta
    root = pages.get_first_root_node()
    if root is not None:
        for permission in Permission.objects.filter(
            content_type__app_label=label.app_label,
            codename__in=[f"{action}_{label.model_name}" for action in _PAGE_RIGHTS],
        ):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    collection = Collection.get_first_root_node()
    if collection is not None:
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailimages",
            codename__in=[f"{action}_image" for action in _COLLECTION_RIGHTS],
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
