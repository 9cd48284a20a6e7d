"""A merchandiser who has signed in."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User


@pytest.fixture
def staff(client: Client, merchandiser: User) -> Client:
    client.force_login(merchandiser)
    return client
