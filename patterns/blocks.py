"""What a template's option, ease and fixed parameter are made of in the merchandisers' screens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from .components import COMPONENTS
from .engine import PRESENT
from .prices import PriceBlock
from .specs import FIT, Choice, Instruction, Material, OptionSpec, Setting

FITS = [("close", "Close"), ("regular", "Regular"), ("easy", "Easy")]
MEASURES = ("bust", "waist", "hip", "upper_arm")
USES = [
    ("main", "Main cloth"),
    ("contrast", "Contrast"),
    ("lining", "Lining"),
    ("interfacing", "Interfacing"),
    ("notions", "Notions"),
]
SWITCHED = ("true", "false")
"""A toggle's values as they are written in conditions and fixed parameters."""
NAME = r"^[a-z][a-z0-9_]*$"
RANGE = {"min": "beginning", "max": "end", "step": "step", "default": "default"}
NAME_ERROR = {"invalid": "Use small letters, digits and underscores, beginning with a letter."}


class UnfinishedError(ValueError):
    """A draft's option has an empty number, so there is nothing yet to draw or to price."""


def component_choices() -> Iterator[tuple[str, str]]:
    """The components that know how to draft themselves."""
    return ((name, name.capitalize()) for name in COMPONENTS)


def parameter_choices() -> list[tuple[str, Any]]:
    """Every parameter that can be fixed or opened, under its component's heading."""
    parts = [(f"{PRESENT}{name}", f"has a {_plain(name)}: true or false") for name in COMPONENTS]
    groups: list[tuple[str, Any]] = [
        ("The whole garment", [(FIT, "fit: the row of eases"), *parts])
    ]
    for name, component in COMPONENTS.items():
        rows = [(f"{name}.{p}", f"{name}: {p.replace('_', ' ')}") for p in component.parameters]
        groups.append((name.capitalize(), rows))
    return groups


def unit_choices() -> list[tuple[str, str]]:
    """The units in which components tell their ranges."""
    units = {
        p.unit for c in COMPONENTS.values() for p in c.parameters.values() if p.kind == "range"
    }
    return [(unit, unit) for unit in sorted(units, key=lambda unit: (unit != "mm", unit))]


def _plain(name: str) -> str:
    return name.replace("_", " ")


class WhenBlock(blocks.StructBlock):
    """A condition under which an option is offered."""

    option = blocks.CharBlock(help_text="Short name of the other option, such as neckline.")
    values = blocks.ListBlock(
        blocks.CharBlock(),
        help_text="Offered when that is any of these; a toggle's are true and false.",
    )

    class Meta:
        icon = "view"
        label_format = "{option}"


class OptionBlock(blocks.StructBlock):
    """What every opened parameter has."""

    name = blocks.RegexBlock(
        NAME,
        label="Short name",
        error_messages=NAME_ERROR,
        help_text="Kept in designs and orders: do not change it once the template was published.",
    )
    parameter = blocks.ChoiceBlock(choices=parameter_choices, label="What it sets")
    label = blocks.CharBlock(max_length=40, help_text="What the buyer reads.")
    help = blocks.CharBlock(required=False, max_length=200, help_text="A sentence under the label.")
    group = blocks.CharBlock(
        required=False, max_length=40, help_text="Heading in the studio, such as Neckline."
    )

    class Meta:
        label_format = "{label}"


class FixedParameterBlock(blocks.StructBlock):
    """A parameter that the template, or one of its choices, decides."""

    parameter = blocks.ChoiceBlock(choices=parameter_choices)
    value = blocks.CharBlock(help_text="A number, a choice, or true or false.")

    class Meta:
        icon = "lock"
        label_format = "{parameter}: {value}"


class ChoiceBlock(blocks.StructBlock):
    value = blocks.CharBlock(help_text="As the component calls it, such as scoop.")
    label = blocks.CharBlock(max_length=40, help_text="What the buyer reads.")
    surcharge = PriceBlock(help_text="Added to the price. Tax included, such as 12.00.")
    sets = blocks.ListBlock(
        FixedParameterBlock(),
        default=[],
        required=False,
        label="Also sets",
        help_text="What else comes with it: a sleeve in place of the faced armhole, say.",
    )

    class Meta:
        icon = "pick"
        label_format = "{label}"


class ChoiceOptionBlock(OptionBlock):
    parameter = blocks.ChoiceBlock(
        choices=parameter_choices,
        required=False,
        label="What it sets",
        help_text="Empty where each choice says for itself what it sets.",
    )
    choices = blocks.ListBlock(ChoiceBlock(), min_num=1)
    default = blocks.CharBlock(help_text="The value that is chosen to begin with.")
    when = blocks.ListBlock(WhenBlock(), default=[], required=False, label="Offered only when")

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        values = [choice["value"] for choice in result["choices"]]
        if len(set(values)) < len(values):
            raise wrong(choices="Two choices have the same value.")
        if result["default"] not in values:
            raise wrong(default=f"The default must be one of the choices: {', '.join(values)}.")
        return result

    class Meta:
        icon = "radio-full"
        label = "Choice"


class RangeOptionBlock(OptionBlock):
    min = blocks.FloatBlock(label="From")
    max = blocks.FloatBlock(label="To")
    step = blocks.FloatBlock(default=10)
    default = blocks.FloatBlock(help_text="Where it stands to begin with.")
    unit = blocks.ChoiceBlock(choices=unit_choices, default="mm")
    surcharge = PriceBlock(help_text="Added when it is moved from the default. Tax included.")
    when = blocks.ListBlock(WhenBlock(), default=[], required=False, label="Offered only when")

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        low, high, start, step = (result[name] for name in ("min", "max", "default", "step"))
        if None in (low, high, start, step):
            return result  # a draft may leave them empty
        if low >= high:
            raise wrong(max=f"This must be more than {low:g}, where the range begins.")
        if not 0 < step <= high - low:
            raise wrong(step=f"A step must be more than 0 and at most {high - low:g}.")
        if not low <= start <= high:
            raise wrong(default=f"The default must lie between {low:g} and {high:g}.")
        if abs((start - low) / step - round((start - low) / step)) > 1e-6:
            raise wrong(default=f"No number of steps of {step:g} leads from {low:g} to {start:g}.")
        return result

    class Meta:
        icon = "sliders"
        label = "Range"


class ToggleOptionBlock(OptionBlock):
    default = blocks.BooleanBlock(required=False, label="On to begin with")
    surcharge = PriceBlock(help_text="Added when it is on. Tax included.")
    when = blocks.ListBlock(WhenBlock(), default=[], required=False, label="Offered only when")

    class Meta:
        icon = "check"
        label = "Toggle"


class OptionsBlock(blocks.StreamBlock):
    """All that a template opens to the buyer, in the order in which the studio asks."""

    choice = ChoiceOptionBlock()
    range = RangeOptionBlock()
    toggle = ToggleOptionBlock()

    def clean(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        result = super().clean(value, *args, **kwargs)
        errors = dict(self._clashes(result))
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return result

    class Meta:
        collapsed = True  # one line each, by its label, until it is opened

    def _clashes(self, options: Any) -> Iterator[tuple[int, ValidationError]]:
        """What is wrong between options: two of one name, or a condition that can never hold."""
        values = {
            child.value["name"]: (
                SWITCHED
                if child.block_type == "toggle"
                else [choice["value"] for choice in child.value.get("choices", ())]
            )
            for child in options
        }
        names: set[str] = set()
        parameters: set[str] = set()
        for index, child in enumerate(options):
            name, parameter = child.value["name"], child.value["parameter"]
            if name and name in names:
                yield index, wrong(name=f"Another option is called {name}.")
            elif parameter and parameter in parameters:
                yield index, wrong(parameter="Another option sets this already.")
            else:
                for condition in child.value["when"]:
                    other = condition["option"]
                    if other not in values or other == name:
                        yield index, wrong(when=f"There is no other option called {other}.")
                        break
                    strange = set(condition["values"]) - set(values[other])
                    if strange:
                        words = f"{other} is never {' or '.join(sorted(strange))}."
                        yield index, wrong(when=words)
                        break
            names.add(name)
            parameters.add(parameter)


class EaseBlock(blocks.StructBlock):
    """A row of eases: how much wider than the body the garment is, in mm of the whole girth."""

    fit = blocks.ChoiceBlock(choices=FITS)
    bust = blocks.FloatBlock(required=False, min_value=0, max_value=400, help_text="mm")
    waist = blocks.FloatBlock(required=False, min_value=0, max_value=400, help_text="mm")
    hip = blocks.FloatBlock(required=False, min_value=0, max_value=400, help_text="mm")
    upper_arm = blocks.FloatBlock(required=False, min_value=0, max_value=400, help_text="mm")

    class Meta:
        icon = "expand-right"
        label_format = "{fit}: bust {bust}, waist {waist}, hip {hip}"


class EasesBlock(blocks.StreamBlock):
    ease = EaseBlock()

    def clean(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        result = super().clean(value, *args, **kwargs)
        fits = [child.value["fit"] for child in result]
        twice = {
            index: wrong(fit="There is a row for this fit already.")
            for index, fit in enumerate(fits)
            if fit in fits[:index]
        }
        if twice:
            raise StreamBlockValidationError(block_errors=twice)
        return result


class MaterialBlock(blocks.StructBlock):
    """What the garment is made of beside the buyer's cloth, or what her cloth should be like."""

    use = blocks.ChoiceBlock(choices=USES)
    name = blocks.CharBlock(max_length=120, help_text="Such as Viscose lining, 75 g/m².")

    class Meta:
        icon = "tag"
        label_format = "{use}: {name}"


class InstructionBlock(blocks.StructBlock):
    """A word of your own to the bench, among the steps that the parts of the garment bring along."""

    step = blocks.IntegerBlock(
        min_value=0,
        max_value=99,
        help_text="Where it stands: 10 fuse, 20 darts, 30 panels, 40 pockets, 50 shoulders, 60 neck, "
        "70 sleeves, 75 sides, 80 waist, 85 closure, 90 lining, 95 hem, 99 press.",
    )
    words = blocks.CharBlock(max_length=300)

    class Meta:
        icon = "list-ol"
        label_format = "{step}: {words}"


def wrong(**problems: str) -> StructBlockValidationError:
    """What is wrong with a block, beside the part it concerns."""
    return StructBlockValidationError(
        block_errors={name: ValidationError(text) for name, text in problems.items()}
    )


def setting(text: str) -> Setting:
    """What was typed as a value, as the number, switch or choice that it means."""
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text)
    except ValueError:
        return text


def _met(text: str) -> Setting:
    """A value in a condition: a toggle's as the switch that it is, any other as it was typed."""
    return text == "true" if text in SWITCHED else text


def option_spec(kind: Any, value: Mapping[str, Any]) -> OptionSpec:
    """An option block's value as the plain option that drafting and pricing know.

    Raises UnfinishedError, in words for the merchandiser, where a draft leaves its numbers empty.
    """
    when = {row["option"]: tuple(_met(one) for one in row["values"]) for row in value["when"]}
    shared: dict[str, Any] = {
        "name": value["name"],
        "parameter": value["parameter"] or "",
        "kind": kind,
        "label": value["label"],
        "help": value["help"] or "",
        "group": value["group"] or "",
        "default": value["default"],
        "when": when,
    }
    if kind == "choice":
        choices = tuple(
            Choice(
                choice["value"],
                choice["label"],
                choice["surcharge"] or 0,
                {row["parameter"]: setting(row["value"]) for row in choice["sets"]},
            )
            for choice in value["choices"]
        )
        return OptionSpec(**shared, choices=choices)
    if kind == "range":
        empty = [label for name, label in RANGE.items() if value[name] is None]
        if empty:
            title = value["label"] or value["name"]
            words = f"The option “{title}” still lacks its {' and '.join(empty)}."
            raise UnfinishedError(words)
        shared |= {name: float(value[name]) for name in RANGE}
        shared["unit"] = value["unit"]
    return OptionSpec(**shared, surcharge=value["surcharge"] or 0)


def eases(rows: Sequence[Any]) -> dict[str, dict[str, float]]:
    """The rows of eases as {"close": {"bust": 50, …}}; a measure left empty is not in it."""
    return {
        row.value["fit"]: {
            measure: float(row.value[measure])
            for measure in MEASURES
            if row.value[measure] is not None
        }
        for row in rows
    }


def materials(rows: Sequence[Any]) -> tuple[Material, ...]:
    return tuple(Material(row.value["use"], row.value["name"]) for row in rows)


def instructions(rows: Sequence[Any]) -> tuple[Instruction, ...]:
    return tuple(Instruction(row.value["step"], row.value["words"]) for row in rows)
