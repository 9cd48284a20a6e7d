"""`manage.py proof`: drafts for many women and many choices, every one checked."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from measurements.from_files import BadInput, read_bodies
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.checks import KINDS
from patterns.checks.choosing import Choices, pair_sets, random_sets
from patterns.checks.proving import Tally, Trial, Woman, prove, sample, table
from patterns.models import PatternTemplate
from patterns.specs import TemplateSpec

SYNTHETIC, SEED, PAIRED = 200, 1988, 10
LARGER = "larger:"
MOST_REFUSED, MOST_BENT = 0.002, 0.05
"""Shares of all drafts: refused; refused or with a fallback. The issue's own bounds."""
MOST_REFUSED_LARGER = 0.02
"""Of larger women: full busts may take a seam where a smaller one has a dart, so fallbacks are only told."""
BAR = 30


class Command(BaseCommand):
    help = (
        "Drafts templates for many women, at the defaults, at all pairs of options' values and at "
        "choices drawn at random, and checks every draft. Exit status 1 where there is a fault or "
        "too much is refused."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("template", nargs="?", help="the slug of a published template")
        parser.add_argument("--all", action="store_true", help="every published template")
        parser.add_argument(
            "--women", default=str(SYNTHETIC), metavar=f"FILE|N|{LARGER}N",
            help=f"a CSV of bodies, or how many to make up ({SYNTHETIC}), or how many larger and "
            "taller ones",
        )  # fmt: skip
        parser.add_argument(
            "--pairs", type=int, default=PAIRED, metavar="N",
            help=f"all pairs of options' values (ends of ranges) on so many of the women ({PAIRED}; "
            "0: none)",
        )  # fmt: skip
        parser.add_argument(
            "--sets", type=int, default=0, metavar="N",
            help="besides, so many sets of choices drawn at random over all options, on all women",
        )  # fmt: skip
        parser.add_argument(
            "--seed", type=int, default=SEED, metavar="S",
            help=f"of the women made up and the choices drawn ({SEED})",
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
        women = self._women(options["women"], options["seed"])
        if not women:
            raise CommandError("There is no woman to draft for.", returncode=2)
        larger = options["women"].startswith(LARGER)
        bounds = (MOST_REFUSED_LARGER, 1.0) if larger else (MOST_REFUSED, MOST_BENT)
        trials = [
            trial
            for spec in specs
            for trial in self._trials(
                spec, women, options["pairs"], options["sets"], options["seed"]
            )
        ]
        tallies = self._prove(trials, max(1, options["processes"]))
        right = [self._report(spec, tallies[spec.slug], len(women), bounds) for spec in specs]
        self._sum_up(specs, tallies)
        if not all(right):
            sys.exit(1)

    def _women(self, given: str, seed: int) -> list[Woman]:
        count = given.removeprefix(LARGER)
        if count.isdigit():
            make_up = larger_women if given.startswith(LARGER) else synthetic_women
            rows = make_up(int(count), seed)
            who = "larger" if given.startswith(LARGER) else "made up"
            return [(f"{who} {number}", complete(row)) for number, row in enumerate(rows, 1)]
        try:
            bodies = read_bodies(Path(given))
        except BadInput as error:
            raise CommandError(str(error), returncode=2) from error
        return [(who or f"row {number}", body) for number, (who, body) in enumerate(bodies, 1)]

    def _trials(
        self, spec: TemplateSpec, women: list[Woman], paired: int, drawn: int, seed: int
    ) -> list[Trial]:
        pairs, at_random = pair_sets(spec, seed), random_sets(spec, drawn, seed)
        defaults: Choices = {}
        words = f"{len(women)} women × (defaults + {len(at_random.sets)} sets at random)"
        if paired:
            words += f", {min(paired, len(women))} × {len(pairs.sets)} sets for all pairs"
        words += f"; {pairs.left_out} pairs and {at_random.left_out} sets do not go together"
        self.stdout.write(f"{spec.slug}: {words}")
        found = [Trial(spec, [defaults, *at_random.sets], women)]
        return [*found, Trial(spec, pairs.sets, sample(women, paired))] if paired else found

    def _prove(self, trials: list[Trial], processes: int) -> dict[str, Tally]:
        tallies = {trial.spec.slug: Tally() for trial in trials}
        whole, done, faulty = sum(trial.drafts for trial in trials), 0, 0
        began = time.monotonic()
        for slug, tally in prove(trials, processes):
            tallies[slug].add(tally)
            done, faulty = done + tally.drafts, faulty + tally.faulty
            left = (time.monotonic() - began) / done * (whole - done)
            bar = "█" * (BAR * done // whole)
            self.stderr.write(
                f"\r{bar:·<{BAR}} {done} of {whole} drafts, {faulty} faulty, {left:.0f} s left   ",
                ending="",
            )
            self.stderr.flush()
        self.stderr.write("")
        return tallies

    def _report(
        self, spec: TemplateSpec, tally: Tally, women: int, bounds: tuple[float, float]
    ) -> bool:
        bent = tally.refusals + tally.fell_back
        self.stdout.write(
            f"{spec.slug}: {tally.drafts} drafts, {tally.faulty} faulty, "
            f"{tally.faults.total()} faults"
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
        most_refused, most_bent = bounds
        self.stdout.write(
            f" refused {refused:.2%} (at most {most_refused:.1%}), "
            f"refused or fallback {share:.2%} (at most {most_bent:.0%}); "
            f"{1e3 * tally.seconds / tally.drafts:.1f} ms a draft with its checks, "
            f"slowest drafted in {1e3 * tally.slowest[0]:.0f} ms"
        )
        return not tally.faulty and refused <= most_refused and share <= most_bent

    def _sum_up(self, specs: list[TemplateSpec], tallies: dict[str, Tally]) -> None:
        """A table by check, a column for each template, and a row of what was refused."""
        whole = Tally()
        for tally in tallies.values():
            whole.add(tally)
        self.stdout.write(f"\n{whole.drafts} drafts of {len(specs)} templates, by check:")
        for kind in sorted({*KINDS, *whole.faults}):
            where = ", ".join(
                f"{spec.slug} {tallies[spec.slug].faults[kind]}"
                for spec in specs if tallies[spec.slug].faults[kind]
            )  # fmt: skip
            self.stdout.write(f"  {kind:<28}{whole.faults[kind]:>8}  {where}".rstrip())
        self.stdout.write(
            f"{whole.faulty} faulty; refused {whole.refusals / whole.drafts:.2%}, "
            f"with a fallback {whole.fell_back / whole.drafts:.2%}"
        )
