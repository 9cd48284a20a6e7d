"""`manage.py draft`: a draft of a published template for one body, or for many, as data."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from measurements.body import Body
from measurements.from_files import BadInput, read_bodies, read_body
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import BadChoice, settle
from patterns.exports.as_json import refusal_to_dict, to_dict, to_line
from patterns.exports.svg import pieces_svg
from patterns.models import PatternTemplate, published_template
from patterns.proved import proved_draft
from patterns.specs import OptionSpec, Setting, TemplateSpec

FORMATS = ("json", "svg", "pdf")
NOT_YET = ("dxf",)


def bad(message: str) -> NoReturn:
    """End with exit status 2 and one line that says what is wrong."""
    raise CommandError(" ".join(message.split()), returncode=2)


class Command(BaseCommand):
    help = "Drafts a published pattern template for a body (mm), as JSON, SVG or PDF."
    requires_system_checks = ()

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = self._usage  # type: ignore[method-assign]  # one line, not the whole usage
        return parser

    def _usage(self, message: str) -> NoReturn:
        if getattr(self, "_called_from_command_line", False):
            self.stderr.write(f"draft: {message}")
            sys.exit(2)
        bad(message)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("style", nargs="?", help="the slug of a published template")
        parser.add_argument("--body", type=Path, help="a JSON file: {name: mm}")
        parser.add_argument("--bodies", type=Path, help="a CSV file: one JSON line a row")
        parser.add_argument(
            "--set", action="append", default=[], metavar="OPTION=VALUE", dest="choices"
        )
        parser.add_argument("--format", default="json", help="json (default), svg, pdf or dxf")
        parser.add_argument("--out", type=Path, help="a file; standard output without it")
        parser.add_argument("--list", action="store_true", help="the styles and their options")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["list"]:
                self._list()
            else:
                self._draft(**options)
        except BadInput as error:
            bad(str(error))
        except BadChoice as error:
            bad(error.message)
        except OperationalError as error:
            bad(f"There is no catalogue to draft from ({error}): run make setup first.")
        except BrokenPipeError:  # the reader has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _list(self) -> None:
        templates = PatternTemplate.objects.filter(live=True).order_by("slug")
        self._write((json.dumps([listed(template.spec) for template in templates]) + "\n").encode())

    def _draft(self, **options: Any) -> None:
        if not options["style"]:
            bad("Name a style; draft --list lists them.")
        template = published_template(options["style"])
        if template is None:
            bad(f"There is no published style “{options['style']}”; draft --list lists them.")
        spec = template.spec
        form = options["format"]
        if form in NOT_YET:
            bad(f"{form.upper()} is not there yet: ask for {', '.join(FORMATS)}.")
        if form not in FORMATS:
            bad(f"There is no format “{form}”: ask for {', '.join(FORMATS)}.")
        chosen = parsed(spec, options["choices"])
        settle(spec, chosen)
        if (options["body"] is None) == (options["bodies"] is None):
            bad("Give either --body BODY.json or --bodies WOMEN.csv.")
        if options["bodies"] is not None:
            if form != "json" or options["out"]:
                bad("--bodies writes JSON lines to standard output; it takes no --format or --out.")
            for subject, body in read_bodies(options["bodies"]):
                found = drafted(spec, chosen, body, subject)
                data = found if isinstance(found, dict) else to_dict(found)
                self._write((to_line(data) + "\n").encode())
            return
        one = drafted(spec, chosen, read_body(options["body"]), None)
        self._write(written(one, form, spec), options["out"])

    def _write(self, content: bytes, out: Path | None = None) -> None:
        if out is not None:
            try:
                out.write_bytes(content)
            except OSError as error:
                bad(f"{out} cannot be written: {error.strerror}.")
            return
        binary = getattr(self.stdout, "buffer", None)  # a text stream of a test's has none
        if binary is None:
            self.stdout.write(content.decode(), ending="")
        else:
            binary.write(content)
            binary.flush()


def drafted(
    spec: TemplateSpec, chosen: dict[str, Setting], body: Body, subject: str | None
) -> Draft | dict[str, Any]:
    """The draft, or what stands in its place for a body that cannot be drafted."""
    try:
        return proved_draft(spec, chosen, body, subject=subject)
    except Refusal as refusal:
        return refusal_to_dict(refusal, spec.slug, subject)


def written(found: Draft | dict[str, Any], form: str, spec: TemplateSpec) -> bytes:
    """A draft in one of FORMATS; a refusal is JSON whatever was asked for."""
    if isinstance(found, dict):
        return (to_line(found) + "\n").encode()
    if form == "svg":
        return pieces_svg(found).encode()
    if form == "pdf":
        from patterns.exports.pdf import Heading, pattern_pdf  # slow to import, so only here

        return pattern_pdf(found, Heading(name=spec.name))
    return (to_line(to_dict(found)) + "\n").encode()


def parsed(spec: TemplateSpec, given: Sequence[str]) -> dict[str, Setting]:
    """Each OPTION=VALUE as its option's kind has it. The engine says whether it is allowed."""
    chosen: dict[str, Setting] = {}
    for words in given:
        name, equals, value = words.partition("=")
        if not equals:
            bad(f"--set wants OPTION=VALUE, not “{words}”.")
        option = spec.option(name)
        kind = option.kind if option else "choice"
        if kind == "range":
            try:
                chosen[name] = float(value)
            except ValueError:
                bad(f"{name} must be a number, not “{value}”.")
        elif kind == "toggle":
            if value not in ("true", "false"):
                bad(f"{name} is true or false, not “{value}”.")
            chosen[name] = value == "true"
        else:
            chosen[name] = value
    return chosen


def listed(spec: TemplateSpec) -> dict[str, Any]:
    return {
        "style": spec.slug,
        "name": spec.name,
        "kind": spec.kind,
        "options": [listed_option(option) for option in spec.options],
    }


def listed_option(option: OptionSpec) -> dict[str, Any]:
    data: dict[str, Any] = {"name": option.name, "kind": option.kind}
    if option.kind == "choice":
        data["values"] = list(option.values)
    elif option.kind == "toggle":
        data["values"] = [False, True]
    else:
        data |= {"min": option.min, "max": option.max, "step": option.step}
    data["default"] = option.default
    if option.when:
        data["when"] = {name: list(values) for name, values in option.when.items()}
    return data
