"""Templates, fabrics, ready-made pieces and their stock, as merchandisers keep them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin

from .specs import Choice, FabricSpec, OptionSpec, TemplateSpec

hex_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", "Give the colour as # and six hex digits, such as #1d2a44.")

class WhenBlock(blocks.StructBlock):
    option = blocks.CharBlock(help_text="Name of the other option.")
    values = blocks.ListBlock(blocks.CharBlock(), help_text="It is offered when that option is one of these.")


class OptionBlock(blocks.StructBlock):
    """What every opened parameter has."""

    name = blocks.RegexBlock(r"^[a-z][a-z_]*$", help_text="Kept in designs; never rename it.")
    parameter = blocks.CharBlock(help_text="component.parameter, such as skirt.length; or fit.")
    label = blocks.CharBlock()
    help = blocks.CharBlock(required=False)
    group = blocks.CharBlock(required=False, help_text="Heading in the studio, such as Neckline.")
    when = blocks.ListBlock(WhenBlock(), default=[], required=False)


class ChoiceBlock(blocks.StructBlock):
    value = blocks.CharBlock()
    label = blocks.CharBlock()
    surcharge = blocks.IntegerBlock(default=0, min_value=0, help_text="Cents, tax included.")


class ChoiceOptionBlock(OptionBlock):
    choices = blocks.ListBlock(ChoiceBlock(), min_num=1)
    default = blocks.CharBlock()


class RangeOptionBlock(OptionBlock):
    min = blocks.FloatBlock()
    max = blocks.FloatBlock()
    step = blocks.FloatBlock(default=10)
    default = blocks.FloatBlock()
    unit = blocks.ChoiceBlock(choices=[("mm", "mm"), ("degrees", "degrees")], default="mm")
    surcharge = blocks.IntegerBlock(default=0, min_value=0, help_text="Cents, when moved from the default.")


class EaseBlock(blocks.StructBlock):
    fit = blocks.ChoiceBlock(choices=[("close", "Close"), ("regular", "Regular"), ("easy", "Easy")])
    bust = blocks.FloatBlock(required=False)
    waist = blocks.FloatBlock(required=False)
    hip = blocks.FloatBlock(required=False)


class FixedParameterBlock(blocks.StructBlock):
    parameter = blocks.CharBlock()
    value = blocks.CharBlock()


class Fabric(DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):
    """A cloth that designs may be made of. Width in mm, price per metre in cents."""

    PATTERNS = [(name, name) for name in ("plain", "twill", "denim", "stripe", "check")]

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    composition = models.CharField(max_length=120, blank=True)
    weight = models.PositiveIntegerField("weight, g/m²", default=0)
    colour = models.CharField(max_length=7, validators=[hex_colour])
    second_colour = models.CharField(max_length=7, blank=True, validators=[hex_colour])
    pattern = models.CharField(max_length=12, choices=PATTERNS, default="plain")
    width = models.PositiveIntegerField("width, mm", validators=[MinValueValidator(700)])
    nap = models.BooleanField("one way", default=False, help_text="All pieces must lie the same way up.")
    price_per_metre = models.PositiveIntegerField("price per metre, cents")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def spec(self) -> FabricSpec:
        return FabricSpec(
            slug=self.slug, name=self.name, colour=self.colour, width=float(self.width),
            price_per_metre=self.price_per_metre, composition=self.composition, weight=self.weight,
            pattern=self.pattern, second_colour=self.second_colour, nap=self.nap,
        )


class PatternTemplate(
    DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
    """What merchandisers publish: components, their parameters, options, eases, fabrics, prices."""

    KINDS = [(kind, kind) for kind in ("dress", "skirt", "top", "trousers", "jacket", "coat", "jumpsuit")]

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=KINDS)
    summary = models.CharField(max_length=200, blank=True)
    components = models.JSONField(default=list, help_text='Such as ["bodice", "skirt"].')
    parameters = StreamField([("parameter", FixedParameterBlock())], blank=True)
    options = StreamField(
        [("choice", ChoiceOptionBlock()), ("range", RangeOptionBlock()), ("toggle", OptionBlock())], blank=True
    )
    eases = StreamField([("ease", EaseBlock())])
    fabrics = ParentalManyToManyField(Fabric, related_name="templates")
    price = models.PositiveIntegerField("price of the work, cents", help_text="Tax included, without cloth.")
    made_to_measure = models.PositiveIntegerField("made-to-measure surcharge, cents")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ReadyMadePiece(DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):
    """A template made up in stock sizes, in one cloth and one set of choices."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    template = models.ForeignKey(PatternTemplate, on_delete=models.PROTECT, related_name="ready_made")
    fabric = models.ForeignKey(Fabric, on_delete=models.PROTECT, related_name="+")
    choices = models.JSONField(default=dict, blank=True)
    price = models.PositiveIntegerField("price, cents")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class StockedSize(models.Model):
    """How many of a ready-made piece hang in the shop, by size. Never below zero."""

    piece = models.ForeignKey(ReadyMadePiece, on_delete=models.CASCADE, related_name="sizes")
    size = models.CharField(max_length=8)
    quantity = models.IntegerField(default=0)

    class Meta:
        ordering = ["piece", "size"]
        constraints = [
            models.UniqueConstraint(fields=["piece", "size"], name="one_stock_row_a_size"),
            models.CheckConstraint(condition=models.Q(quantity__gte=0), name="stock_never_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.piece} {self.size}: {self.quantity}"
