"""`manage.py taping_pictures`: where each tape goes, one file a measurement and all on one sheet."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from measurements.charts import STOCK_BODY
from measurements.definitions import DEFINITIONS
from measurements.taping import picture, sheet


class Command(BaseCommand):
    help = "Draws the sheet of all tapes on the stock figure; with --each, a file for each too."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--out", type=Path, default=Path(settings.BASE_DIR) / "docs" / "pictures",
            help="a folder (docs/pictures)",
        )  # fmt: skip
        parser.add_argument("--each", action="store_true", help="a file for each measurement too")

    def handle(self, *args: Any, **options: Any) -> None:
        out: Path = options["out"]
        out.mkdir(parents=True, exist_ok=True)
        (out / "taping.svg").write_text(sheet(STOCK_BODY))
        if options["each"]:
            for name in DEFINITIONS:
                (out / f"{name}.svg").write_text(picture(name, STOCK_BODY))
        self.stdout.write(f"{len(DEFINITIONS)} tapes on {out / 'taping.svg'}")
