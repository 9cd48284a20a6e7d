"""What a preview says of a template, a fabric or a piece: worked out from unpublished values.

Nothing here is read back from the shop: an ease, an option's range, label or surcharge, the allowed
fabrics and the prices all come from the row as the merchandiser has it on her screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cms.seams import seam_words
from configurator import stock_figure
from configurator.drafting import Made
from configurator.quoting import Quote, quote
from measurements.charts import STOCK_BODY
from patterns.blocks import UnfinishedError
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import BadChoice
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece
from patterns.specs import OptionSpec, Setting, TemplateSpec


@dataclass(frozen=True)
class Variant:
    """One picture: the design that it shows, and what choosing it adds to the price."""

    label: str
    choices: Mapping[str, Setting]
    surcharge: int = 0


@dataclass(frozen=True)
class OptionShown:
    """An option as the buyer will meet it, with a picture of each choice or each end."""

    option: OptionSpec
    span: str
    start: str
    when: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True)
class FitShown:
    """A row of eases, with the girths that it gives on the stock figure, mm."""

    name: str
    measures: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True)
class Shown:
    """A preview. `trouble` says, in words, why there is no picture or price."""

    pattern: PatternTemplate | None
    fabric: Fabric | None
    choices: Mapping[str, Setting] = field(default_factory=dict)
    quote: Quote | None = None
    cloth: float = 0.0
    options: Sequence[OptionShown] = ()
    fits: Sequence[FitShown] = ()
    fabrics: Sequence[tuple[Fabric, int | None]] = ()
    custom: int | None = None
    trouble: str = ""
    notes: Sequence[str] = ()


def show_template(row: PatternTemplate) -> Shown:
    """A template at its defaults in the first cloth that it allows."""
    try:
        spec = row.spec
    except UnfinishedError as unfinished:
        return Shown(row, None, trouble=f"{unfinished} Fill it in, and this is drawn.")
    fabrics = sorted(row.fabrics.all(), key=lambda one: one.name)
    if not fabrics:
        return Shown(row, None, trouble="Allow at least one fabric, and this is drawn in it.")
    prices = stock_figure.prices(spec, [fabric.spec for fabric in fabrics], {})
    priced = list(zip(fabrics, prices, strict=True))
    notes = [
        f"{fabric.name} is not published: the studio does not offer it."
        for fabric in fabrics
        if not fabric.live
    ]
    found = _made(spec, fabrics[0], {})
    if isinstance(found, str):
        return Shown(row, fabrics[0], fabrics=priced, trouble=found, notes=notes)
    made, length = found
    return Shown(
        row,
        fabrics[0],
        quote=_quote(made, fabrics[0], length),
        cloth=length,
        options=[_option(spec, option) for option in spec.options],
        fits=list(_fits(spec)),
        fabrics=priced,
        notes=notes,
    )


def show_fabric(row: Fabric) -> Shown:
    """A fabric on the first published template that allows it, else on any."""
    allowing = PatternTemplate.objects.filter(live=True)
    pattern = (row.pk and allowing.filter(fabrics=row.pk).first()) or allowing.first()
    if pattern is None:
        return Shown(None, row, trouble="Publish a template, and this cloth is shown on it.")
    found = _made(pattern.spec, row, {})
    if isinstance(found, str):
        return Shown(pattern, row, trouble=found)
    made, length = found
    return Shown(
        pattern,
        row,
        quote=_quote(made, row, length),
        cloth=length,
        notes=[words] if (words := seam_words(row)) else [],
    )


def show_piece(row: ReadyMadePiece) -> Shown:
    """A ready-made piece, beside what the same would cost made to measure."""
    spec = row.template.spec
    found = _made(spec, row.fabric, row.choices)
    if isinstance(found, str):
        return Shown(row.template, row.fabric, row.choices, trouble=found)
    made, length = found
    return Shown(
        row.template,
        row.fabric,
        row.choices,
        cloth=length,
        custom=_quote(made, row.fabric, length).total,
        options=[
            _chosen(option, made.draft)
            for option in spec.options
            if option.name in made.draft.choices
        ],
    )


def _made(
    spec: TemplateSpec, fabric: Fabric, choices: Mapping[str, Setting]
) -> tuple[Made, float] | str:
    """The design on the stock figure and the cloth it needs, mm, or why there is none."""
    try:
        made = stock_figure.made(spec, choices)
        return made, made.main_cloth(fabric.spec)
    except (Refusal, BadChoice) as refusal:
        return refusal.message


def _quote(made: Made, fabric: Fabric, length: float) -> Quote:
    """What it costs as the studio asks for it."""
    return quote(made.spec, fabric.spec, made.draft.choices, length, undone=made.undone)


def _option(spec: TemplateSpec, option: OptionSpec) -> OptionShown:
    conditions = {name: values[0] for name, values in option.when.items()}
    if option.kind == "choice":
        variants = tuple(
            Variant(choice.label, {**conditions, option.name: choice.value}, choice.surcharge)
            for choice in option.choices
        )
        start = next((one.label for one in option.choices if one.value == option.default), "")
        span = ", ".join(choice.label for choice in option.choices)
    elif option.kind == "range":
        ends = (option.min, option.max)
        variants = tuple(
            Variant(
                measured(end, option.unit),
                {**conditions, option.name: end},
                option.surcharge if end != option.default else 0,
            )
            for end in ends
        )
        start = measured(float(option.default), option.unit)
        steps = measured(option.step, option.unit)
        span = f"{option.min:g} to {measured(option.max, option.unit)}, in steps of {steps}"
    else:
        variants = tuple(
            Variant(label, {**conditions, option.name: on}, option.surcharge if on else 0)
            for label, on in (("Off", False), ("On", True))
        )
        start, span = ("On" if option.default else "Off"), "Off or on"
    return OptionShown(option, span, start, _when(spec, option), variants)


def _chosen(option: OptionSpec, draft: Draft) -> OptionShown:
    value = draft.choices[option.name]
    if option.kind == "choice":
        words = next((one.label for one in option.choices if one.value == value), str(value))
    elif option.kind == "range":
        words = measured(float(value), option.unit)
    else:
        words = "On" if value else "Off"
    return OptionShown(option, words, words, "", ())


def _when(spec: TemplateSpec, option: OptionSpec) -> str:
    """Under which other choices it is offered, in the buyer's words."""
    parts = []
    for name, values in option.when.items():
        other = spec.option(name)
        labels: dict[Setting, str] = {True: "on", False: "off"}
        if other is not None:
            labels |= {one.value: one.label for one in other.choices}
        words = " or ".join(labels.get(value, str(value)) for value in values)
        parts.append(f"{other.label if other else name} is {words}")
    return " and ".join(parts)


def _fits(spec: TemplateSpec) -> Iterator[FitShown]:
    """What each row of eases gives on the stock figure."""
    for fit, row in spec.eases.items():
        measures = tuple(
            (measure.replace("_", " "), ease, STOCK_BODY[f"{measure}_girth"] + ease)
            for measure, ease in row.items()
        )
        yield FitShown(fit.capitalize(), measures)


def measured(value: float, unit: str) -> str:
    return f"{value:g}°" if unit == "degrees" else f"{value:g}\N{NO-BREAK SPACE}mm"
