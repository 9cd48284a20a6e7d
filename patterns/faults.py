"""What is wrong with a template, sorted so that each sentence stands beside what it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from measurements.charts import STOCK_BODY

from . import engine
from .drafting.draft import Refusal
from .problems import Problem, problems
from .specs import OptionSpec, Setting, TemplateSpec

if TYPE_CHECKING:
    from .models import PatternTemplate

Fault = tuple[str, int | None, str]
"""The template's field, which block of it (None: the field as a whole), and the sentence."""


def faults(template: PatternTemplate) -> list[Fault]:
    """All that would keep this template from being drafted: first on paper, then by trying."""
    spec = template.spec
    found = [_placed(template, problem) for problem in problems(spec)]
    return found or list(_undraftable(spec))


def as_errors(found: list[Fault]) -> ValidationError:
    """The faults as one error, each beside its block."""
    fields: dict[str, dict[int | None, list[str]]] = defaultdict(lambda: defaultdict(list))
    for field, index, text in found:
        fields[field][index].append(text)
    return ValidationError(
        {
            field: StreamBlockValidationError(
                block_errors={
                    index: StructBlockValidationError(
                        non_block_errors=[ValidationError(text) for text in texts]
                    )
                    for index, texts in rows.items()
                    if index is not None
                },
                non_block_errors=[ValidationError(text) for text in rows.get(None, ())],
            )
            for field, rows in fields.items()
        }
    )


def _placed(template: PatternTemplate, problem: Problem) -> Fault:
    """A problem beside the block of the admin's form that it speaks of."""
    blocks: list[str] = {
        "components": [],  # its blocks are bare choices, which carry no words
        "options": [row.value["name"] for row in template.options],
        "eases": [row.value["fit"] for row in template.eases],
        "parameters": [row.value["parameter"] for row in template.parameters],
    }[problem.part]
    index = blocks.index(problem.name) if problem.name in blocks else None
    return problem.part, index, problem.message


def _undraftable(spec: TemplateSpec) -> Iterator[Fault]:
    """Where the stock figure is refused: at the defaults, or at an end of an option."""
    refused = _refused(spec, {})
    if refused:
        words = f"At its defaults this cannot be drafted on the stock figure. {refused}"
        yield "components", None, words
        return
    for index, option in enumerate(spec.options):
        for value in option.ends:
            refused = _refused(spec, {option.name: value, **_conditions(option)})
            if refused:
                words = f"At {engine.plain(value)} this cannot be drafted on the stock figure. {refused}"
                yield "options", index, words


def _refused(spec: TemplateSpec, choices: dict[str, Setting]) -> str:
    try:
        engine.make_draft(spec, choices, STOCK_BODY)
    except (Refusal, engine.BadChoice) as refusal:
        return refusal.message
    return ""


def _conditions(option: OptionSpec) -> dict[str, Setting]:
    """Choices under which the option is offered."""
    return {name: values[0] for name, values in option.when.items()}
