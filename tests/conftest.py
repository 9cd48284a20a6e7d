"""What every room's tests may ask for: the demo catalogue and one user of each role."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from xdist.scheduler import LoadScopeScheduling

from tests import furnished

if TYPE_CHECKING:
    from accounts.models import User


PROOF = "tests/patterns/test_proof.py"
LONG = (PROOF, "tests/patterns/test_pdf.py")
"""The longest single tests come first, so that no process ends long after the others."""


@pytest.hookimpl(trylast=True)  # of each kind, in the order that pytest-django gives them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is imported and collected by now stays to the end: looking through it for garbage again and
    again takes a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


LOOKED_AT = ("tests/browser/test_every_page.py", "tests/browser/test_account_pages.py")


class TwoStores(LoadScopeScheduling):
    """Tests to the processes one by one, but those that need a whole store in a browser in two parts: pages
    that are looked at, and ways that are gone. Together they would outlast all that the other process has.

    The part with most tests is dealt first: the proofs, which need no store, while the other process
    furnishes one for both."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(PROOF):
            return "proved"
        if not nodeid.startswith("tests/browser/"):
            return nodeid
        return "looked at" if nodeid.startswith(LOOKED_AT) else "gone"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TwoStores:
    return TwoStores(config, log)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Each run begins with a copy of the migrated database, so that nobody need take one down."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    furnished.take_migrated(Path(settings.DATABASES["default"]["TEST"]["NAME"]))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    furnished.keep_migrated(Path(settings.DATABASES["default"]["NAME"]))


@pytest.fixture
def demo(db: None) -> None:
    """The demo catalogue: templates, fabrics, ready-made pieces with their stock, and pages."""
    furnished.lay()


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
