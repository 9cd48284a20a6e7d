from typing import Any

from django.core.management.base import BaseCommand

from accounts.roles import MERCHANDISERS, TAILORS, ensure_roles


class Command(BaseCommand):
    help = "Make the groups of the store's trades and give them what is theirs."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_roles()
        self.stdout.write(f"Roles are in place: {MERCHANDISERS}, {TAILORS}.")
