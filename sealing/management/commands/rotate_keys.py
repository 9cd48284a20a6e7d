"""Seal everything anew under the first of DATA_KEYS."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sealing.rotating import rotate_all


class Command(BaseCommand):
    help = (
        "Seal measurements, frozen designs, sessions, second factors and documents anew under the "
        "newest key, the first of DATA_KEYS. May be stopped and run again; once it says that all "
        "is done, the older keys can be taken away."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        unreadable = 0
        for count in rotate_all():
            words = f"{count.kind}: {count.anew} sealed anew, {count.already} were already"
            if count.unreadable:
                words += f", {count.unreadable} that no key opens"
            self.stdout.write(words)
            unreadable += count.unreadable
        if unreadable:
            raise CommandError(
                f"{unreadable} of these no key opens. Add the key they were sealed under to the end "
                "of the list and run this again before you take any key away."
            )
        self.stdout.write("All is under the newest key: the older ones can be taken away.")
