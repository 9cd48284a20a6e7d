"""A pattern template as a plain, JSON-able value: database rows and demo files both turn into it.

Knows no Django. Lengths are mm, money is minor units (cents), tax included.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

Setting = float | str | bool
"""What a parameter or an option can be set to."""

FIT = "fit"
"""The parameter that stands for the template's row of eases; it belongs to no one component."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of an option. `sets` are further parameters that come with it: a sleeve instead of a faced
    armhole is {"components.sleeve": True, "components.armhole": False}."""

    value: str
    label: str
    surcharge: int = 0
    sets: Mapping[str, Setting] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """A parameter opened to the buyer.

    `name` is what `--set` and forms call it; `parameter` is "component.parameter", "fit",
    "components.belt" (a toggle: whether the garment has that component), or empty for a choice that is
    nothing but what its values set. A choice has `choices` with a surcharge each; a range has min, max
    and step, and its `surcharge` is due when it is moved from its default; a toggle's when it is on.
    `when` says which options before it must hold for it to be offered: {"neckline": ("v", "scoop")}.
    """

    name: str
    parameter: str
    kind: Literal["choice", "range", "toggle"]
    label: str
    default: Setting
    help: str = ""
    group: str = ""
    choices: tuple[Choice, ...] = ()
    min: float = 0.0
    max: float = 0.0
    step: float = 1.0
    unit: str = "mm"
    surcharge: int = 0
    when: Mapping[str, tuple[Setting, ...]] = field(default_factory=dict)

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(choice.value for choice in self.choices)

    @property
    def ends(self) -> tuple[Setting, ...]:
        """The values that it can be pushed to: all of a choice, both ends of a range, off and on."""
        if self.kind == "choice":
            return self.values
        return (self.min, self.max) if self.kind == "range" else (False, True)

    def sets(self, value: Setting) -> Mapping[str, Setting]:
        """All parameters that a value of the option means."""
        own = {self.parameter: value} if self.parameter else {}
        chosen = next((choice for choice in self.choices if choice.value == value), None)
        return {**own, **chosen.sets} if chosen else own


@dataclass(frozen=True, slots=True)
class Material:
    """What a template is made of: `use` is what its pieces are cut from ("main", "lining",
    "interfacing", "contrast"), or "notions"; `name` what to take, in words."""

    use: Literal["main", "contrast", "lining", "interfacing", "notions"]
    name: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """A template's own word to the bench, among its components' operations: at which step, and what."""

    step: int
    words: str


@dataclass(frozen=True)  # no slots: `content` is kept
class TemplateSpec:
    """What drafting and pricing need to know of a template.

    `components` are all that the garment may have; one that an option (or `parameters`) leaves out by
    "components.NAME": False is not made. `parameters` are those that the template fixes; `eases` gives
    for each fit the ease by measure: {"close": {"bust": 50, "waist": 25, "hip": 40}}.
    `price` is the work and notions, `made_to_measure` the surcharge for drafting one body. `materials`
    and `instructions` are for the bench, beside what the draft's components say themselves.
    """

    slug: str
    name: str
    kind: Literal["dress", "skirt", "top", "trousers", "jacket", "coat", "jumpsuit"]
    components: tuple[str, ...]
    options: tuple[OptionSpec, ...]
    eases: Mapping[str, Mapping[str, float]]
    parameters: Mapping[str, Setting] = field(default_factory=dict)
    cloth: Literal["woven", "knit"] = "woven"
    price: int = 0
    made_to_measure: int = 0
    materials: tuple[Material, ...] = ()
    instructions: tuple[Instruction, ...] = ()

    def option(self, name: str) -> OptionSpec | None:
        return next((option for option in self.options if option.name == name), None)

    def offered(self, wanted: Mapping[str, Setting]) -> list[OptionSpec]:
        """The options that are offered beside these values (of all options, defaults filled in)."""
        found: dict[str, OptionSpec] = {}
        for option in self.options:
            if all(
                name in found and wanted.get(name) in values for name, values in option.when.items()
            ):
                found[option.name] = option
        return list(found.values())

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @cached_property
    def content(self) -> str:
        """The whole of it as text: what its drafts and pictures are found by."""
        return json.dumps(self.to_dict(), sort_keys=True)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> TemplateSpec:
        options = tuple(
            OptionSpec(
                **{
                    **option,
                    "choices": tuple(Choice(**choice) for choice in option.get("choices", ())),
                    "when": {k: tuple(v) for k, v in option.get("when", {}).items()},
                }
            )
            for option in data["options"]
        )
        materials = tuple(Material(**one) for one in data.get("materials", ()))
        instructions = tuple(Instruction(**one) for one in data.get("instructions", ()))
        return cls(
            **{
                **data,
                "components": tuple(data["components"]),
                "options": options,
                "materials": materials,
                "instructions": instructions,
            }
        )


Drape = Literal["stiff", "crisp", "fluid"]
"""How cloth falls: stiff stands off, crisp breaks in few clear folds, fluid clings and falls in many."""


@dataclass(frozen=True, slots=True)
class FabricSpec:
    """A cloth as drawing, laying out and pricing need it. Width in mm, price per metre in minor units.

    `pattern` is what is seen on it: "plain", "stripe", "floral" … A stripe or check with a `repeat` (mm
    from one to the next, each band `band` mm wide) is drawn thread by thread round the body; all else by
    its `tile`, the stored name of a seamless picture of `tile_width` × `tile_height` mm of the cloth.
    `second_colour` is the stripe's, the weft's, or that of the lining under lace.
    `sheen`: 1 satin, 0 matt, -1 a pile that catches light at its edges. `nap`: all pieces lie one way up.
    What came later than an order has a default here, since orders keep their cloth as it was.
    """

    slug: str
    name: str
    colour: str
    width: float
    price_per_metre: int
    composition: str = ""
    weight: int = 0
    pattern: str = "plain"
    second_colour: str = ""
    nap: bool = False
    drape: Drape = "crisp"
    sheen: float = 0.0
    repeat: float = 0.0
    band: float = 0.0
    tile: str = ""
    tile_width: float = 0.0
    tile_height: float = 0.0
    family: str = ""
    care: str = ""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> FabricSpec:
        return cls(**data)
