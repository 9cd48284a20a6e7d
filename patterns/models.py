"""Templates, fabrics, ready-made pieces and their stock, as merchandisers keep them."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from measurements.charts import CHARTS, DEMO_CHART

from . import engine
from .blocks import (
    EasesBlock,
    FixedParameterBlock,
    InstructionBlock,
    MaterialBlock,
    OptionsBlock,
    UnfinishedError,
    component_choices,
    eases,
    instructions,
    materials,
    option_spec,
    setting,
)
from .choices import ChoicesField
from .faults import as_errors, faults
from .prices import PriceField
from .specs import FabricSpec, Setting, TemplateSpec

hex_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", "Give the colour as # and six hex digits, such as #1d2a44."
)
SLUG_HELP = "Part of addresses and orders: do not change it once it was published."


HEADINGS = {
    "dress": "Dresses",
    "jumpsuit": "Jumpsuits",
    "top": "Tops and blouses",
    "skirt": "Skirts",
    "trousers": "Trousers",
    "jacket": "Jackets",
    "coat": "Coats",
}
"""The kinds of garment as a shop hangs them, and in that order."""


def chart_choices() -> list[tuple[str, str]]:
    """The charts by name, each with what it rests on: the first clause of its source."""
    return [(name, f"{name}: {chart.source.split(';')[0]}") for name, chart in CHARTS.items()]


class FabricManager(models.Manager["Fabric"]):
    """Brings each cloth's tile along: whoever draws, prices or lists a cloth asks for its `spec`."""

    def get_queryset(self) -> models.QuerySet[Fabric]:
        return super().get_queryset().select_related("tile")


class Fabric(
    DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, index.Indexed, models.Model
):
    """A cloth that designs may be made of. Widths in mm, price per metre in minor units."""

    PATTERNS: ClassVar = [
        ("plain", "Plain"),
        ("twill", "Twill"),
        ("denim", "Denim"),
        ("stripe", "Stripe"),
        ("check", "Check"),
        ("dot", "Dot"),
        ("floral", "Floral"),
        ("jacquard", "Jacquard"),
        ("lace", "Lace"),
        ("velvet", "Velvet"),
    ]
    FAMILIES: ClassVar = [
        (family, family.capitalize())
        for family in (
            "black", "grey", "white", "neutral", "brown", "red", "pink", "orange", "yellow", "green",
            "blue", "purple",
        )
    ]  # fmt: skip
    DRAPES: ClassVar = [
        ("stiff", "Stiff: stands off, as brocade"),
        ("crisp", "Crisp: few clear folds, as poplin"),
        ("fluid", "Fluid: many soft folds, as crêpe"),
    ]
    SHEENS: ClassVar = [
        (-1.0, "Pile, lit at its edges, as velvet"),
        (0.0, "Matt, as flannel"),
        (0.3, "A soft gleam, as silk crêpe"),
        (0.6, "Lustrous, as sateen or brocade"),
        (1.0, "Glossy, as satin"),
    ]

    slug = models.SlugField(unique=True, help_text=SLUG_HELP)
    name = models.CharField(max_length=80)
    composition = models.CharField(max_length=120, blank=True, help_text="Such as 100 % wool.")
    weight = models.PositiveIntegerField("weight, g/m²", default=0)
    care = models.CharField(
        max_length=160, blank=True, help_text="As the label says it, such as Hand wash, iron cool."
    )
    colour = models.CharField(
        max_length=7,
        validators=[hex_colour],
        help_text="Of the ground: # and six hex digits, such as #1d2a44.",
    )
    second_colour = models.CharField(
        max_length=7,
        blank=True,
        validators=[hex_colour],
        help_text="Of the stripe, the check or the weft, or of the lining under lace; empty for a "
        "shade of the first.",
    )
    family = models.CharField(
        "colour family",
        max_length=12,
        choices=FAMILIES,
        blank=True,
        help_text="Under which colour buyers find it.",
    )
    pattern = models.CharField(max_length=12, choices=PATTERNS, default="plain")
    repeat = models.FloatField(
        "repeat, mm",
        default=0.0,
        validators=[MinValueValidator(0.0), MaxValueValidator(400.0)],
        help_text="Of a stripe or check: from one to the next. 0 where the tile shows it instead.",
    )
    band = models.FloatField(
        "band, mm",
        default=0.0,
        validators=[MinValueValidator(0.0), MaxValueValidator(400.0)],
        help_text="How broad each stripe is, or each band of the check.",
    )
    tile = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A picture of the cloth, flat and evenly lit, whose opposite edges run on into each "
        "other. Lace: transparent where it is open.",
    )
    tile_width = models.FloatField(
        "the tile is so wide, mm",
        default=0.0,
        validators=[MinValueValidator(0.0), MaxValueValidator(1000.0)],
        help_text="What the picture’s breadth measures on the cloth itself: the garment is drawn to "
        "this scale.",
    )
    drape = models.CharField(
        max_length=8,
        choices=DRAPES,
        default="crisp",
        help_text="How it falls: what folds are drawn.",
    )
    sheen = models.FloatField(
        choices=SHEENS, default=0.0, help_text="How it takes the light in the drawing."
    )
    width = models.PositiveIntegerField(
        "width, mm",
        validators=[
            MinValueValidator(700, "No garment of ours can be cut from cloth under 700 mm wide."),
            MaxValueValidator(3200, "Cloth wider than 3,200 mm? Give the width in mm."),
        ],
        help_text="Between the selvedges: what can be cut from.",
    )
    nap = models.BooleanField(
        "one way", default=False, help_text="All pieces must lie the same way up."
    )
    price_per_metre = PriceField(help_text="Tax included, such as 32.00.")

    objects = FabricManager()

    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ("name",)
        base_manager_name = "objects"

    def __str__(self) -> str:
        return self.name

    @property
    def spec(self) -> FabricSpec:
        tile = self.tile
        return FabricSpec(
            slug=self.slug,
            name=self.name,
            colour=self.colour.lower(),
            width=float(self.width),
            price_per_metre=self.price_per_metre,
            composition=self.composition,
            weight=self.weight,
            pattern=self.pattern,
            second_colour=self.second_colour.lower(),
            nap=self.nap,
            drape=cast(Any, self.drape),
            sheen=self.sheen,
            repeat=self.repeat,
            band=self.band,
            tile=tile.file.name if tile else "",
            tile_width=self.tile_width,
            tile_height=self.tile_width * tile.height / tile.width if tile else 0.0,
            family=self.family,
            care=self.care,
        )

    @property
    def width_cm(self) -> str:
        """The width as buyers read it: "140", "147.5"."""
        return f"{self.width / 10:g}"

    def clean(self) -> None:
        super().clean()
        faults: dict[str, str] = {}
        if self.pattern in ("stripe", "check") and not self.second_colour:
            faults["second_colour"] = f"A {self.pattern} needs a second colour."
        if self.band and self.band >= self.repeat:
            faults["band"] = "A band must be narrower than its repeat."
        if self.repeat and not self.band:
            faults["band"] = "Give the width of each band, in mm."
        if self.tile_id and not self.tile_width:
            faults["tile_width"] = "Give what the picture’s breadth measures on the cloth, in mm."
        if faults:
            raise ValidationError(faults)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "cms/previews/fabric.html"


class PatternTemplate(
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """What merchandisers publish: components, their parameters, options, eases, fabrics, prices."""

    KINDS: ClassVar = [
        (kind, kind.capitalize())
        for kind in ("dress", "skirt", "top", "trousers", "jacket", "coat", "jumpsuit")
    ]

    slug = models.SlugField(unique=True, help_text=SLUG_HELP)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=KINDS)
    summary = models.CharField(max_length=200, blank=True, help_text="One sentence for cards.")
    components = StreamField(
        [("component", blocks.ChoiceBlock(choices=component_choices))],
        help_text="What the garment is made of, in the order in which it is drafted: from the top.",
    )
    parameters = StreamField([("parameter", FixedParameterBlock())], blank=True)
    options = StreamField(OptionsBlock(), blank=True)
    eases = StreamField(EasesBlock())
    fabrics = ParentalManyToManyField(Fabric, related_name="templates")
    shown_in = models.ForeignKey(
        Fabric,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The cloth of its first picture, of those allowed; empty: the first by name.",
    )
    materials = StreamField(
        [("material", MaterialBlock())],
        blank=True,
        help_text="Linings, interfacings and notions, and what the cloth should be like.",
    )
    instructions = StreamField(
        [("instruction", InstructionBlock())],
        blank=True,
        verbose_name="notes to the bench",
        help_text="Printed among the sewing steps of the spec sheet.",
    )
    price = PriceField(
        "price of the work",
        help_text="Pattern, cutting, sewing and notions, without the cloth. Tax included.",
    )
    made_to_measure = PriceField(
        "made-to-measure surcharge",
        help_text="For drafting one body; a ready-made piece does not pay it. Tax included.",
    )

    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def spec(self) -> TemplateSpec:
        """The template as drafting and pricing know it, from these values, published or not.

        Raises UnfinishedError where a draft leaves an option's numbers empty.
        """
        return TemplateSpec(
            slug=self.slug,
            name=self.name,
            kind=cast(Any, self.kind),
            components=tuple(child.value for child in self.components),
            options=tuple(option_spec(child.block_type, child.value) for child in self.options),
            eases=eases(self.eases),
            parameters={
                child.value["parameter"]: setting(child.value["value"]) for child in self.parameters
            },
            price=self.price,
            made_to_measure=self.made_to_measure,
            materials=materials(self.materials),
            instructions=instructions(self.instructions),
        )

    def offered_fabrics(self) -> list[Fabric]:
        """The allowed fabrics that are published themselves: the one it is shown in, then by name."""
        return sorted(
            (fabric for fabric in self.fabrics.all() if fabric.live),
            key=lambda one: (one.pk != self.shown_in_id, one.name),
        )

    def clean(self) -> None:
        super().clean()
        try:
            found = faults(self)
        except (AttributeError, KeyError, TypeError, ValueError):
            return  # something is still empty or of a wrong kind: its own field says so
        if found:
            raise as_errors(found)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "cms/previews/template.html"


class ReadyMadePiece(
    DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, index.Indexed, models.Model
):
    """A template made up in stock sizes, in one cloth and one set of choices."""

    slug = models.SlugField(unique=True, help_text=SLUG_HELP)
    name = models.CharField(max_length=80)
    template = models.ForeignKey(
        PatternTemplate, on_delete=models.PROTECT, related_name="ready_made"
    )
    fabric = models.ForeignKey(Fabric, on_delete=models.PROTECT, related_name="+")
    choices = ChoicesField()
    chart = models.CharField("size chart", max_length=60, choices=chart_choices, default=DEMO_CHART)
    price = PriceField(help_text="Tax included. Less than the same piece made to measure.")

    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.template_id is None:
            return
        try:
            engine.settle(self.template.spec, self.choices or {})
        except UnfinishedError as unfinished:
            words = f"This template is not finished. {unfinished}"
            raise ValidationError({"template": words}) from unfinished
        except engine.BadChoice as bad:
            raise ValidationError({"choices": bad.message}) from bad

    @property
    def settled(self) -> dict[str, Setting]:
        """Every option's value: what this piece chooses, and the template's defaults."""
        return engine.settle(self.template.spec, self.choices)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "cms/previews/piece.html"


class StockedSize(models.Model):
    """How many of a ready-made piece hang in the shop, by size. Never below zero.

    Not part of the piece's revisions: publishing an older one must not bring back what was sold.
    """

    piece = models.ForeignKey(ReadyMadePiece, on_delete=models.CASCADE, related_name="sizes")
    size = models.CharField(max_length=8)
    quantity = models.IntegerField(default=0)

    class Meta:
        ordering = ("piece", "size")
        constraints = (
            models.UniqueConstraint(fields=["piece", "size"], name="one_stock_row_a_size"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0),
                name="stock_never_below_zero",
                violation_error_message="There cannot be fewer than none.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.piece}, size {self.size}: {self.quantity}"

    def clean(self) -> None:
        super().clean()
        sizes = CHARTS[self.piece.chart].sizes
        if self.size not in sizes:
            known = ", ".join(sizes)
            raise ValidationError({"size": f"The piece's chart has the sizes {known}."})


def published_template(slug: str) -> PatternTemplate | None:
    """The template of that name as it stands in the shop now, or None if there is none."""
    return PatternTemplate.objects.filter(live=True, slug=slug).first()
