"""Logins of this install's demo: a merchandiser, a tailor, a customer, each with its password."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.models import User
from accounts.roles import ensure_roles

LOGINS = (
    ("merchandiser@toile.example", "Merchandisers"),
    ("tailor@toile.example", "Tailors"),
    ("customer@toile.example", None),
)


class Command(BaseCommand):
    help = "Make the demo logins where they are missing; a password once made stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.VAR_DIR) / "demo_logins.txt"
        known = read(path)
        with transaction.atomic():
            ensure_roles()
            for email, group in LOGINS:
                user = User.objects.filter(email=email).first()
                if user is None:
                    # The password of an earlier database goes on, so that the file stays true.
                    password = known.setdefault(email, secrets.token_urlsafe(9))
                    user = User.objects.create_user(email, password)
                    # Nobody could open the letter that would confirm it.
                    confirmed = {"verified": True, "primary": True}
                    EmailAddress.objects.create(user=user, email=email, **confirmed)
                if group:
                    user.groups.add(Group.objects.get(name=group))
            write(path, known)


def read(path: Path) -> dict[str, str]:
    """E-mail address to password, from the file of an earlier run; empty if there is none."""
    if not path.exists():
        return {}
    lines = path.read_text().splitlines()
    return dict(line.split() for line in lines if "@" in line)


def write(path: Path, logins: dict[str, str]) -> None:
    """Keep the logins where only their owner can read them; the file is whole or the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("Logins of this install's demo, made by `manage.py demo_logins`.\n")
        file.writelines(f"{email}  {password}\n" for email, password in logins.items())
    fresh.replace(path)
