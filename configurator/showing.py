"""What the studio's page shows of a design: picture, price, choices, and what stands in the way."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.utils import timezone

from measurements.body import Body
from measurements.charts import STOCK_BODY
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.models import Profile
from measurements.units import System, amount
from patterns import tiles
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import Fabric, PatternTemplate
from patterns.specs import FIT, FabricSpec, OptionSpec, Setting, TemplateSpec

from .advising import Advised
from .barring import Bar, bars, needed
from .choosing import UNIT_SIGNS, Reading, bare, shown, why_not_offered
from .drafting import VIEWS, Made, View
from .easing import Ease, eases, mapped
from .models import Design
from .quoting import Quote, quote, to_cut
from .seeing import USUAL, Seeing
from .stock_figure import Addresses
from .wording import fit_words, range_words

SHAPE, NECKLINE, SLEEVES, LENGTH, DETAILS = "Shape", "Neckline", "Sleeves", "Length", "Details"
FABRIC, FIT_GROUP = "Fabric", "Fit"
ORDER = (SHAPE, NECKLINE, SLEEVES, LENGTH, DETAILS, FABRIC, FIT_GROUP)
"""Headings in the order in which a woman thinks of a garment; a template's own come after the sleeves."""

FRAMES = {NECKLINE: "bodice", SLEEVES: "arms"}
"""What is seen best from near, by its heading: the frame of a choice's picture."""
SHAPING = "bodice.bust"
BEHIND = ("bodice.opening",)
"""What is seen from behind."""


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """`picture`: the address of this garment's shape with it; empty where it cannot be had."""

    value: str
    label: str
    words: str
    surcharge: int
    chosen: bool
    barred: bool
    picture: str


@dataclass(frozen=True, slots=True)
class ShownOption:
    """One option as its field shows it; numbers are in the buyer's unit."""

    name: str
    kind: str
    label: str
    help: str
    written: str
    words: str
    surcharge: int
    offered: bool
    why_not: str
    error: str
    proposal: str = ""
    """What was taken for a choice that is no longer offered, in words."""
    choices: tuple[ShownChoice, ...] = ()
    bars: tuple[Bar, ...] = ()
    barred: bool = False
    """A toggle that cannot be turned; of a choice, its values say so."""
    picture: str = ""
    """Of a toggle: the garment with it."""
    min: str = ""
    max: str = ""
    step: str = ""
    sign: str = ""
    default: str = ""
    """A range as it is offered, with its sign; anything else costs its surcharge."""


@dataclass(frozen=True, slots=True)
class Group:
    """Options under a heading; FABRIC has none, there the cloths stand."""

    title: str
    options: tuple[ShownOption, ...]

    @property
    def of_cloth(self) -> bool:
        return self.title == FABRIC


@dataclass(frozen=True, slots=True)
class Refused:
    message: str
    measurements: tuple[tuple[str, str], ...]
    """(name, label) of the measurements concerned."""
    estimated: bool = False
    """Whether it rests on any that were estimated: then taking them may well help."""


@dataclass
class Showing:
    """A design shown to one visitor. `own_body` is hers if we know it; else it is the stock figure.

    Where her body is refused, picture and price fall back to the stock figure, and `refused` says
    why; nothing can be bought then.
    """

    template: PatternTemplate
    spec: TemplateSpec
    reading: Reading
    fabric: Fabric
    fabrics: list[Fabric]
    own_body: Body | None
    unit: System = "cm"
    key: str = ""
    address: str = ""
    design: Design | None = None
    """As it is kept; None while it is not."""
    errors: dict[str, str] = field(default_factory=dict)
    proposals: dict[str, str] = field(default_factory=dict)
    """What was taken for what is no longer offered, a sentence by option name, "fabric" or ""."""
    refused: Refused | None = None
    pictures: dict[str, str] = field(default_factory=dict)
    quote: Quote | None = None
    cloth_length: int = 0
    warnings: tuple[str, ...] = ()
    drawn_on: Body = STOCK_BODY
    profiles: Sequence[Profile] = ()
    """Hers, to choose among; `profile` is the one drawn on."""
    profile: Profile | None = None
    given: bool = False
    """Whether she gave any measurement, so that something can be said of the others."""
    seeing: Seeing = USUAL
    eases: Sequence[Ease] = ()
    """How much wider than she it is, where she wants to see it."""
    advised: Advised | None = None
    """What is worth measuring next, where the page itself was asked for it."""

    instead: PatternTemplate | None = None
    """What comes nearest to a template that is no longer in the studio."""

    @property
    def cloth(self) -> FabricSpec:
        return self.fabric.spec

    @property
    def on_her_figure(self) -> bool:
        return self.own_body is not None and self.drawn_on is self.own_body

    @property
    def closed(self) -> bool:
        """The template is no longer in the studio."""
        return not self.template.live

    @property
    def fits_together(self) -> bool:
        return not self.errors and self.refused is None and self.quote is not None

    @property
    def can_be_ordered(self) -> bool:
        return self.fits_together and not self.closed and self.own_body is not None

    @property
    def general_errors(self) -> list[str]:
        """What is wrong with the design as a whole."""
        return [s for name, s in self.errors.items() if not self._field_label(name)]

    @property
    def proposed(self) -> list[tuple[str, str]]:
        """Anchor and label of each field that says what was taken for what is no longer offered."""
        labels = [(name, self._field_label(name)) for name in self.proposals]
        return [(f"why-{name}", label) for name, label in labels if label]

    @property
    def left_out(self) -> str:
        """What of the design is no longer offered at all, in words."""
        return self.proposals.get("", "")

    @property
    def marked(self) -> list[tuple[str, str]]:
        """Anchor and label of each field that says what is wrong with it."""
        labels = [(name, self._field_label(name)) for name in self.errors]
        return [(f"error-{name}", label) for name, label in labels if label]

    def _field_label(self, name: str) -> str:
        option = self.spec.option(name)
        return option.label if option else "Fabric" if name == "fabric" else ""

    @property
    def groups(self) -> list[Group]:
        """The options under their headings, as a woman thinks of a garment."""
        by_title: dict[str, list[ShownOption]] = {FABRIC: []}
        for option, shown_option in zip(self.spec.options, self.options, strict=True):
            by_title.setdefault(option.group or DETAILS, []).append(shown_option)
        own = ORDER.index(LENGTH) - 0.5
        titles = sorted(by_title, key=lambda t: ORDER.index(t) if t in ORDER else own)
        return [Group(title, tuple(by_title[title])) for title in titles]

    @property
    def pictured(self) -> dict[str, str]:
        """The address of each choice's picture, by its element's id; empty for one without."""
        found = {
            f"pictured-{option.name}-{choice.value}": choice.picture
            for option in self.options
            for choice in option.choices
        }
        toggles = (option for option in self.options if option.kind == "toggle")
        return found | {f"pictured-{option.name}": option.picture for option in toggles}

    @property
    def filled(self) -> dict[str, str]:
        """What each field of the form says: an unticked box is not there."""
        unticked = {o.name for o in self.options if o.kind == "toggle" and o.written != "on"}
        said = {name: v for name, v in self.reading.written.items() if name not in unticked}
        return said | {"fabric-slug": self.fabric.slug}

    @property
    def due(self) -> datetime.date:
        """When it leaves the workroom if it is ordered today."""
        return timezone.localdate() + datetime.timedelta(days=settings.SEWING_DAYS)

    @property
    def metres(self) -> str:
        return f"{self.cloth_length / 1000:.2f}".rstrip("0").rstrip(".")

    @cached_property
    def _wanted(self) -> dict[str, Setting]:
        return {one.name: one.default for one in self.spec.options} | self.reading.kept

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self.spec, self.cloth)

    def _picture(self, option: OptionSpec, value: Setting, impossible: Collection[Setting]) -> str:
        """Where this garment's shape is to be had with a value; empty for what cannot be had now."""
        if option.name not in self.reading.choices or value in impossible:
            return ""
        wanted = {**self._wanted, option.name: value}
        chosen = {one.name: wanted[one.name] for one in self.spec.offered(wanted)}
        view: View = "back" if option.parameter.startswith(BEHIND) else "front"
        frame = "bodice" if option.parameter == SHAPING else FRAMES.get(option.group, "")
        return self._addresses.shape(chosen, view, frame)

    @cached_property
    def options(self) -> tuple[ShownOption, ...]:
        return tuple(self._shown(option) for option in self.spec.options)

    @property
    def needed(self) -> list[str]:
        """The measurements that this design is drafted from."""
        return needed(self.spec, self.reading.choices)

    @property
    def tape(self) -> list[tuple[str, str]]:
        """Her main measurements in her unit, or the stock figure's."""
        body = self.own_body if self.own_body is not None else STOCK_BODY
        return [
            (DEFINITIONS[name].label, amount(body[name], DEFINITIONS[name].unit, self.unit, 2))
            for name in REQUIRED
        ]

    def _words(self, option: OptionSpec, value: Setting) -> str:
        """What a range's value means; in inches too for whoever measures in them."""
        words = range_words(option, value, self.drawn_on)
        if self.unit == "in" and option.unit == "mm" and isinstance(value, int | float):
            words += f" ({amount(value, 'mm', 'in')})"
        return words

    def _fit_words(self, option: OptionSpec, value: str) -> str:
        if option.parameter != FIT:
            return ""
        return fit_words(self.spec, {**self.reading.choices, option.name: value})

    def _shown(self, option: OptionSpec) -> ShownOption:
        values = self.reading.shown
        value = values.get(option.name, option.default)
        offered = option.name in self.reading.choices
        ranged = option.kind == "range"
        written = self.reading.written[option.name]
        barring = bars(self.spec, option, self.reading.choices, self.own_body) if offered else ()
        barred = {value for bar in barring for value in bar.values} - {value}
        impossible = {one for bar in barring if not bar.measure for one in bar.values} - {value}
        return ShownOption(
            name=option.name,
            kind=option.kind,
            label=option.label,
            help=option.help,
            written=written,
            words=self._words(option, value) if ranged else "",
            surcharge=option.surcharge,
            offered=offered,
            why_not="" if offered else why_not_offered(self.spec, option, values),
            error=self.errors.get(option.name, ""),
            proposal=self.proposals.get(option.name, ""),
            choices=tuple(
                ShownChoice(
                    value=choice.value,
                    label=choice.label,
                    words=self._fit_words(option, choice.value),
                    surcharge=choice.surcharge,
                    chosen=choice.value == written,
                    barred=choice.value in barred and choice.value != written,
                    picture=self._picture(option, choice.value, impossible),
                )
                for choice in option.choices
            ),
            bars=tuple(bar for bar in barring if barred & set(bar.values) or bar.measure),
            barred=option.kind == "toggle" and bool(barred),
            picture=self._picture(option, True, impossible) if option.kind == "toggle" else "",
            min=bare(option, option.min) if ranged else "",
            max=bare(option, option.max) if ranged else "",
            step=bare(option, option.step) if ranged else "",
            sign=UNIT_SIGNS.get(option.unit, option.unit),
            default=shown(option, float(option.default)) if ranged else "",
        )


def show(
    template: PatternTemplate,
    spec: TemplateSpec,
    reading: Reading,
    fabric: Fabric,
    fabrics: list[Fabric],
    own_body: Body | None,
    *,
    fabric_error: str = "",
    unit: System = "cm",
    seeing: Seeing = USUAL,
) -> Showing:
    """Draft, draw and price a design for her, or for the stock figure where she has no measurements
    yet or hers cannot be drafted."""
    showing = Showing(template, spec, reading, fabric, fabrics, own_body, unit=unit, seeing=seeing)
    showing.errors, showing.proposals = dict(reading.errors), dict(reading.proposals)
    if fabric_error:
        showing.errors["fabric"] = fabric_error
    for body in (own_body, STOCK_BODY):
        if body is None:
            continue
        try:
            _make(showing, body)
        except Refusal as refusal:
            showing.refused = showing.refused or _refused(refusal, body)
        except BadChoice as bad:
            showing.errors.setdefault(bad.option if spec.option(bad.option) else "", bad.message)
        else:
            return showing
    return showing


def _make(showing: Showing, body: Body) -> None:
    made, seen = Made(showing.spec, showing.reading.choices, body), showing.seeing
    need = made.main_cloth(showing.cloth)
    pictures: Mapping[str, str] = {
        view: made.picture(showing.cloth, view, tiles.address, figure=seen.shows, look=seen.look)
        for view in VIEWS
    }
    if seen.ease:
        showing.eases = eases(made.draft, showing.unit)
        pictures = {view: mapped(svg, showing.eases, body) for view, svg in pictures.items()}
    showing.drawn_on = body
    showing.cloth_length = to_cut(need)
    showing.quote = quote(
        showing.spec, showing.cloth, showing.reading.choices, need, undone=made.undone
    )
    showing.pictures = dict(pictures)
    showing.warnings = tuple(dict.fromkeys(w.message for w in made.draft.warnings))


def _refused(refusal: Refusal, body: Body) -> Refused:
    """What to say of a refusal. Where some of its measurements were estimated only those are named: they
    are the likeliest to be off, and she can take them."""
    guessed = tuple(name for name in refusal.measurements if body.is_estimated(name))
    labels = tuple(
        (name, DEFINITIONS[name].label if name in DEFINITIONS else name.replace("_", " "))
        for name in guessed or refusal.measurements
    )
    return Refused(refusal.message, labels, estimated=bool(guessed))
