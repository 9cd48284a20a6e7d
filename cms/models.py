"""The shop's pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from patterns.models import HEADINGS, PatternTemplate

from . import structured
from .basepage.models import BasePage
from .blocks import FEATURES, StoryBlock
from .cloths import colour_family, fibres
from .demo.models import LoadedRow
from .looking import answer
from .offers import published, with_sizes
from .shelf import Hanging, hang, kinds, shelf

__all__ = ["CataloguePage", "GarmentPage", "HomePage", "LoadedRow", "Occasion", "StoryPage"]


class Occasion(models.Model):
    """What a garment is worn for: a filter of the catalogue."""

    name = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(unique=True, help_text="Part of the catalogue's addresses.")
    place = models.PositiveSmallIntegerField(
        default=0, help_text="The smaller, the further up among the filters."
    )

    class Meta:
        ordering = ("place", "name")

    def __str__(self) -> str:
        return self.name


class HomePage(BasePage):
    """The shop's front: one garment large, what Toile does, the catalogue's first garments."""

    heading = models.CharField(max_length=80)
    lead = models.TextField(blank=True, help_text="One or two sentences under the heading.")
    garment = models.ForeignKey(
        "cms.GarmentPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Stands beside the heading; empty: the first of the catalogue.",
    )
    body = StreamField(StoryBlock(), blank=True)

    content_panels: ClassVar = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("heading"), FieldPanel("lead"), FieldPanel("garment")], heading="Top"
        ),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["basepage.BasePage"]
    subpage_types: ClassVar = ["cms.CataloguePage", "cms.StoryPage"]
    max_count = 1
    template = "cms/home.html"

    class Meta:
        verbose_name = "home page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        here = shelf(request)
        context["garments"] = _one_of_each_kind(here.hangings)
        context["hero"] = here.by_page.get(self.garment_id or 0) or next(iter(here.hangings), None)
        context["kinds"] = kinds(here.hangings)
        context["structured"] = structured.house()
        return context


def _one_of_each_kind(hangings: tuple[Hanging, ...], number: int = 8) -> list[Hanging]:
    """The first few, mixed: the first of each kind, then the second of each, and so on."""
    rails: dict[str, list[Hanging]] = {}
    for hanging in hangings:
        rails.setdefault(hanging.kind, []).append(hanging)
    rounds = [rail[at] for at in range(len(hangings)) for rail in rails.values() if at < len(rail)]
    return rounds[:number]


class CataloguePage(BasePage):
    """All garments, to be filtered, sorted and searched; each with its picture and both prices."""

    PER_PAGE = 24

    intro = RichTextField(blank=True, features=FEATURES)

    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.GarmentPage"]
    show_in_menus_default = True
    template = "cms/catalogue.html"

    class Meta:
        verbose_name = "catalogue"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context |= answer(request, self.PER_PAGE, context["here"])
        context["structured"] = structured.trail([(self.title, context["here"])])
        return context

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A garment is looked up as what it is, in one query."""
        if len(path_components) == 1:
            found = (
                GarmentPage.objects.child_of(self).live().filter(slug=path_components[0]).first()
            )
            if found is not None:
                return RouteResult(found)
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; what htmx asked for takes the shortest address that says the same."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        if request.headers.get("HX-Request") and hasattr(response, "context_data"):
            query = response.context_data["query"]
            response["HX-Push-Url"] = request.path if query == "." else query
        return response


class GarmentPage(BasePage):
    """One pattern, to be had made to measure, ready-made, or both."""

    SOLD: ClassVar = [
        ("both", "Made to measure and ready-made"),
        ("custom", "Made to measure only"),
        ("ready", "Ready-made only"),
    ]

    pattern = models.ForeignKey(PatternTemplate, on_delete=models.PROTECT, related_name="pages")
    sold = models.CharField(max_length=8, choices=SOLD, default="both")
    occasions = ParentalManyToManyField(Occasion, blank=True, related_name="garments")
    intro = RichTextField(blank=True, features=FEATURES)
    body = StreamField(StoryBlock(), blank=True)

    content_panels: ClassVar = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("pattern"), FieldPanel("sold")], heading="What is sold here"),
        FieldPanel("occasions", widget=forms.CheckboxSelectMultiple),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.SearchField("sold_in", boost=2),
        index.AutocompleteField("sold_in"),
    ]
    parent_page_types: ClassVar = ["cms.CataloguePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/garment.html"

    class Meta:
        verbose_name = "garment"

    @property
    def ways(self) -> dict[str, bool]:
        """Whether it is sold made to measure ("custom") and ready-made ("ready")."""
        return {"custom": self.sold != "ready", "ready": self.sold != "custom"}

    def sold_in(self) -> str:
        """For the index: its kind, its cloths and their colours, what it is worn for."""
        kind = self.pattern.kind
        fabrics, pieces = published(self.pattern, **self.ways)
        words = [kind, HEADINGS[kind], *(occasion.name for occasion in self.occasions.all())]
        for fabric in [*fabrics, *(piece.fabric for piece in pieces)]:
            words += [fabric.name, fabric.composition, colour_family(fabric.colour)]
            words += fibres(fabric.composition)
        return " ".join(dict.fromkeys(words))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        here = shelf(request)
        draft = getattr(request, "is_preview", False) or self.pk not in here.by_page
        hanging = hang(self) if draft else here.by_page[self.pk]
        offer = hanging.offer
        context["offer"], context["ready"] = offer, with_sizes(offer.ready)
        context["related"] = here.related(hanging)
        context["path"] = [
            hanging.above,
            (offer.heading, f"{hanging.above[1]}?kind={hanging.kind}"),
        ]
        context["structured"] = [
            structured.product(self, offer, context["ready"], context["here"]),
            structured.trail([*context["path"], (self.title, context["here"])]),
        ]
        return context


class StoryPage(BasePage):
    """Words and pictures of our own: how we work, how to measure."""

    lead = models.TextField(blank=True, help_text="One or two sentences under the title.")
    body = StreamField(StoryBlock(), blank=True)

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]
    parent_page_types: ClassVar = ["cms.HomePage", "cms.StoryPage"]
    subpage_types: ClassVar = ["cms.StoryPage"]
    show_in_menus_default = True
    template = "cms/story.html"

    class Meta:
        verbose_name = "story"
