"""What every room's tests may ask for: the demo catalogue and one user of each role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import Group
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from accounts.models import User


class OneStore(LoadScopeScheduling):
    """Tests to the processes one by one, but all that need a whole store in a browser to the same."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneStore:
    return OneStore(config, log)


Rows = list[tuple[Any, ...]]
_furnished: dict[str, Rows] = {}
"""Every table's rows once the demo catalogue stands in it: laid back for each test that asks, which
takes a twentieth of loading it."""


@pytest.fixture
def demo(db: None) -> None:
    """The demo catalogue: templates, fabrics, ready-made pieces with their stock, and pages."""
    from django.db import connection
    from wagtail.models import Site

    from cms.demo.load import load_demo

    with connection.cursor() as cursor:
        if not _furnished:
            load_demo()
            for table in connection.introspection.table_names(cursor):
                _furnished[table] = cursor.execute(f'SELECT * FROM "{table}"').fetchall()
            return
        for table, rows in _furnished.items():
            cursor.execute(f'DELETE FROM "{table}"')
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
    Site.clear_site_root_paths_cache()


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
