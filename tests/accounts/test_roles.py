"""Who may do what: merchandisers what is sold, tailors the work, customers neither."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from accounts.roles import ensure_roles, is_merchandiser, is_tailor

pytestmark = pytest.mark.django_db


def rights(name: str) -> set[str]:
    group = Group.objects.get(name=name)
    return {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}


def test_made_twice_they_are_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("ensure_roles")
    before = (rights("Merchandisers"), rights("Tailors"))
    ensure_roles()
    assert (rights("Merchandisers"), rights("Tailors")) == before
    assert Group.objects.filter(name__in=["Merchandisers", "Tailors"]).count() == 2
    assert "Merchandisers, Tailors" in capsys.readouterr().out


def test_each_has_what_is_its_own_and_nothing_of_the_other() -> None:
    ensure_roles()
    assert rights("Tailors") == {"production.view_workorder", "production.change_workorder"}
    merchandisers = rights("Merchandisers")
    assert {"patterns.publish_fabric", "patterns.change_patterntemplate"} <= merchandisers
    assert {"patterns.change_stockedsize", "wagtailadmin.access_admin"} <= merchandisers
    assert not any(r.startswith(("production.", "measurements.", "orders.")) for r in merchandisers)
    assert not any(r.startswith(("accounts.", "auth.")) for r in merchandisers)


def test_who_is_who(customer: User, tailor: User, merchandiser: User) -> None:
    assert is_tailor(tailor)
    assert not is_merchandiser(tailor)
    assert is_merchandiser(merchandiser)
    assert not is_tailor(merchandiser)
    for nobody in (customer, AnonymousUser()):
        assert not is_tailor(nobody)
        assert not is_merchandiser(nobody)


def test_one_who_left_is_nobody(tailor: User) -> None:
    tailor.is_active = False
    tailor.save()
    assert not is_tailor(User.objects.get(pk=tailor.pk))


def test_the_admin_opens_to_merchandisers_only(
    customer: User, tailor: User, merchandiser: User
) -> None:
    def answer(user: User) -> int:
        client = Client()
        client.force_login(user)
        return client.get("/admin/").status_code

    assert answer(merchandiser) == 200
    assert answer(tailor) in {302, 403}
    assert answer(customer) in {302, 403}


def test_merchandisers_may_write_pages(merchandiser: User) -> None:
    from wagtail.models import GroupPagePermission

    root = GroupPagePermission._meta.get_field("page").related_model.get_first_root_node()
    allowed = root.permissions_for_user(merchandiser)
    assert allowed.can_add_subpage() or root.depth == 1
    group = Group.objects.get(name="Merchandisers")
    given = {p.permission.codename.split("_")[0] for p in group.page_permissions.all()}
    assert {"add", "change", "publish"} <= given
