from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.demo.load import load_demo
from configurator.cards import rails
from patterns import tiles
from patterns.models import Fabric


class Command(BaseCommand):
    help = "Loads the demo catalogue; rows that staff changed or deleted are left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        load_demo()
        rails()  # finds the least prices, so that the first visitor need not wait for them
        for fabric in Fabric.objects.all():
            list(tiles.every(fabric.spec))
        self.stdout.write("The demo catalogue is loaded.")
