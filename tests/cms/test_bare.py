"""A shop that is migrated but not furnished yet: no page of ours, no demo catalogue."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/studio/", "/basket/", "/measurements/"])
def test_it_opens_in_the_shops_own_frame(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert 'class="masthead"' in answer.content.decode()


def test_its_front_asks_for_patience_and_is_not_to_be_found(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "look in again soon" in page
    assert "noindex" in page
    assert "merchandising" not in page


def test_its_front_leads_a_merchandiser_to_the_furnishing(staff: Client) -> None:
    assert "To merchandising" in staff.get("/").content.decode()
