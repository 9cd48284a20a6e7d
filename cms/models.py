"""The shop's pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from patterns.models import HEADINGS, PatternTemplate

from .basepage.models import BasePage
from .blocks import FEATURES, StoryBlock
from .demo.models import LoadedRow
from .offers import Offer, offer_of

__all__ = ["CataloguePage", "GarmentPage", "HomePage", "LoadedRow", "StoryPage"]


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
        garments = GarmentPage.objects.descendant_of(self).live().select_related("pattern")
        shown = list(garments.order_by("path")[:6])
        context["garments"] = [(page, page.offer()) for page in shown]
        hero = self.garment if self.garment and self.garment.live else next(iter(shown), None)
        context["hero"] = (hero, hero.offer()) if hero else None
        return context


class CataloguePage(BasePage):
    """All garments, a rail for each kind, each with its picture and both its prices."""

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
        garments = GarmentPage.objects.child_of(self).live().select_related("pattern")
        hung: dict[str, list[tuple[GarmentPage, Offer]]] = {kind: [] for kind in HEADINGS}
        for page in garments.order_by("path"):
            hung[page.pattern.kind].append((page, page.offer()))
        context["rails"] = [(k, HEADINGS[k], shown) for k, shown in hung.items() if shown]
        return context


class GarmentPage(BasePage):
    """One pattern, to be had made to measure, ready-made, or both."""

    SOLD: ClassVar = [
        ("both", "Made to measure and ready-made"),
        ("custom", "Made to measure only"),
        ("ready", "Ready-made only"),
    ]

    pattern = models.ForeignKey(PatternTemplate, on_delete=models.PROTECT, related_name="pages")
    sold = models.CharField(max_length=8, choices=SOLD, default="both")
    intro = RichTextField(blank=True, features=FEATURES)
    body = StreamField(StoryBlock(), blank=True)

    content_panels: ClassVar = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("pattern"), FieldPanel("sold")], heading="What is sold here"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["cms.CataloguePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/garment.html"

    class Meta:
        verbose_name = "garment"

    def offer(self) -> Offer:
        """What this page sells now."""
        return offer_of(self.pattern, custom=self.sold != "ready", ready=self.sold != "custom")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["offer"] = self.offer()
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
    parent_page_types: ClassVar = ["cms.HomePage", "cms.StoryPage"]
    subpage_types: ClassVar = ["cms.StoryPage"]
    show_in_menus_default = True
    template = "cms/story.html"

    class Meta:
        verbose_name = "story"
