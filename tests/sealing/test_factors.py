"""The secret of an app and the recovery codes are sealed where they are kept."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from config.signing_in import Factors
from tests.accounts.test_second_factor import code_now, prove, sign_in


@pytest.mark.django_db
def test_a_copy_of_the_database_shows_no_secret(client: Client, customer: User) -> None:
    sign_in(client, customer)
    prove(client)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    codes = re.findall(r"<li>(\d{8})</li>", done.content.decode())
    assert len(codes) == 10
    kept = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    seed = Factors().decrypt(kept.data["seed"])
    assert re.fullmatch("[0-9a-f]{80}", seed), "there is one to be found"
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = [row for table in tables for row in cursor.execute(f'SELECT * FROM "{table}"')]
    everything = "\n".join(map(repr, rows))
    assert customer.email in everything
    for word in (secret, seed, *codes):
        assert word not in everything
