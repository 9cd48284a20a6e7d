"""`manage.py proof`: drafts for many women at each end of every option, every one checked."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from measurements.from_files import BadInput, read_bodies
from measurements.population import synthetic_women
from measurements.statistics import complete
from patterns.checks.proving import Tally, Woman, option_sets, prove, random_sets, table
from patterns.models import PatternTemplate
from patterns.specs import TemplateSpec

SYNTHETIC, SEED = 200, 1988
MOST_REFUSED, MOST_BENT = 0.01, 0.05  # shares of all drafts: refused; refused or a fallback


class Command(BaseCommand):
    help = (
        "Drafts templates for many women, at the defaults and at each end of every option, and "
        "checks every draft. Exit status 1 where there is a fault or too much is refused."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("template", nargs="?", help="the slug of a published template")
        parser.add_argument("--all", action="store_true", help="every published template")
        parser.add_argument(
            "--women", default=str(SYNTHETIC), metavar="FILE|N",
            help=f"a CSV of bodies, or how many to make up ({SYNTHETIC})",
        )  # fmt: skip
        parser.add_argument(
            "--sets", type=int, default=0, metavar="N",
            help="besides, so many sets of choices drawn at random over all options",
        )  # fmt: skip
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)

    def handle(self, *args: Any, **options: Any) -> None:
        templates = PatternTemplate.objects.filter(live=True).order_by("slug")
        if options["template"]:
            templates = templates.filter(slug=options["template"])
        elif not options["all"]:
            raise CommandError("Name a template, or say --all.", returncode=2)
        specs = [template.spec for template in templates]
        if not specs:
            raise CommandError("No published template of that name.", returncode=2)
        women = self._women(options["women"])
        right = [
            self._prove(spec, women, options["sets"], max(1, options["processes"]))
            for spec in specs
        ]
        if not all(right):
            sys.exit(1)

    def _women(self, given: str) -> list[Woman]:
        if given.isdigit():
            rows = synthetic_women(int(given), SEED)
            return [(f"made up {number}", complete(row)) for number, row in enumerate(rows, 1)]
        try:
            bodies = read_bodies(Path(given))
        except BadInput as error:
            raise CommandError(str(error), returncode=2) from error
        return [(who or f"row {number}", body) for number, (who, body) in enumerate(bodies, 1)]

    def _prove(self, spec: TemplateSpec, women: list[Woman], drawn: int, processes: int) -> bool:
        sets = option_sets(spec) + random_sets(spec, drawn)
        began, tally = time.monotonic(), Tally()
        for done, tally in prove(spec, sets, women, processes):
            took = time.monotonic() - began
            left = took / done * (len(women) - done)
            self.stderr.write(
                f"\r{spec.slug}: {done} of {len(women)} women × {len(sets)} sets of choices, "
                f"{tally.faults.total()} faults, {left:.0f} s left   ", ending="",
            )  # fmt: skip
            self.stderr.flush()
        self.stderr.write("")
        return self._report(spec, tally, len(women), len(sets))

    def _report(self, spec: TemplateSpec, tally: Tally, women: int, sets: int) -> bool:
        bent = tally.refusals + tally.fell_back
        self.stdout.write(
            f"{spec.slug}: {women} women × {sets} sets of choices = {tally.drafts} drafts, "
            f"{tally.faulty} faulty, {tally.faults.total()} faults"
        )
        for what, counts in (
            ("fault", tally.faults), ("refused", tally.refused), ("fallback", tally.fallback),
        ):  # fmt: skip
            if counts:
                self.stdout.write(f" {what}:")
            for kind, count in counts.most_common():
                self.stdout.write(table([(kind, count)], tally.drafts)[0])
                for example in tally.examples[what, kind]:
                    self.stdout.write(f"      {example}")
        for what in ("faulty", "refused", "fallback"):
            by_set = [(choices, n) for (kind, choices), n in tally.by_set.items() if kind == what]
            rows = table([row for row in by_set if row[1]], women)
            if rows:
                self.stdout.write(f" {what}, by choices (share of the women):")
                self.stdout.write("\n".join(rows[:10]))
        refused, share = tally.refusals / tally.drafts, bent / tally.drafts
        self.stdout.write(
            f" refused {refused:.2%} (at most {MOST_REFUSED:.0%}), "
            f"refused or fallback {share:.2%} (at most {MOST_BENT:.0%})"
        )
        return not tally.faulty and refused <= MOST_REFUSED and share <= MOST_BENT
