"""What every room's tests may ask for: the demo catalogue and one user of each role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group

if TYPE_CHECKING:
    from accounts.models import User


@pytest.fixture
def demo(db: None) -> None:
    """The demo catalogue: templates, fabrics, ready-made pieces with their stock, and pages."""
    from cms.demo.load import load_demo

    load_demo()


@pytest.fixture
def customer(db: None) -> User:
    return user("customer@example.com")


@pytest.fixture
def tailor(db: None) -> User:
    return user("tailor@example.com", "Tailors")


@pytest.fixture
def merchandiser(db: None) -> User:
    return user("merchandiser@example.com", "Merchandisers")


def user(email: str, group: str | None = None) -> User:
    from accounts.models import User
    from accounts.roles import ensure_roles

    made = User.objects.create_user(email, "a password for tests")
    if group:
        ensure_roles()
        made.groups.add(Group.objects.get(name=group))
    return made
