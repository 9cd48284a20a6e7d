"""Templates, fabrics and ready-made pieces as merchandisers edit them, under Atelier."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.models import Occasion
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece

from .columns import PriceColumn, SwatchColumn, words
from .fabrics import FabricForm
from .pieces import PieceForm
from .stock import StockViewSet

PREVIEW_HELP = (
    "<p>Open the preview beside this form to see the garment drawn, its options and what it would "
    "cost, from what stands here now. The studio follows when you publish.</p>"
)
ORDERS_HELP = "<p>What was ordered already stays as it was, whatever you change here.</p>"


class TemplateViewSet(SnippetViewSet):
    model = PatternTemplate
    icon = "cut"
    menu_label = "Templates"
    list_display: ClassVar = [
        "name",
        words("kind", "Kind", lambda row: row.get_kind_display()),
        words("options", "Options", lambda row: str(len(row.options))),
        words("fabrics", "Fabrics", lambda row: str(row.fabrics.count())),
        PriceColumn("price", label="Work"),
        PriceColumn("made_to_measure", label="Made to measure"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter: ClassVar = ["kind", "live"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    HelpPanel(content=PREVIEW_HELP),
                    TitleFieldPanel("name"),
                    FieldPanel("slug"),
                    FieldPanel("kind"),
                    FieldPanel("summary"),
                    FieldPanel("components"),
                ],
                heading="Garment",
            ),
            ObjectList(
                [
                    HelpPanel(
                        content="<p>What the buyer decides, in the order in which the studio asks. "
                        "Surcharges include tax.</p>"
                    ),
                    FieldPanel("options"),
                ],
                heading="Options",
            ),
            ObjectList(
                [
                    HelpPanel(
                        content="<p>Ease is how much wider than the body the garment is, round the "
                        "whole of it, in mm. One row for each fit that is offered. Woven and "
                        "closed, never under 40 at the bust, 30 at the hip, 0 at the waist.</p>"
                    ),
                    FieldPanel("eases"),
                    FieldPanel("parameters", heading="Fixed for every buyer"),
                ],
                heading="Ease",
            ),
            ObjectList(
                [
                    HelpPanel(content=ORDERS_HELP),
                    FieldRowPanel([FieldPanel("price"), FieldPanel("made_to_measure")]),
                    FieldPanel("fabrics", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("shown_in"),
                ],
                heading="Prices and fabrics",
            ),
            ObjectList(
                [
                    HelpPanel(
                        content="<p>For the spec sheet. Zips, buttons, tape and the sewing steps "
                        "come from the parts of the garment by themselves; here stands what only "
                        "you can say: which lining, which interfacing, a word to the bench.</p>"
                    ),
                    FieldPanel("materials"),
                    FieldPanel("instructions", heading="Notes to the bench"),
                ],
                heading="Bench",
            ),
        ]
    )


class FabricViewSet(SnippetViewSet):
    model = Fabric
    icon = "grid"
    menu_label = "Fabrics"
    list_display: ClassVar = [
        "name",
        SwatchColumn("colour", label="Colour"),
        "composition",
        words("width", "Width", lambda row: f"{row.width} mm"),
        PriceColumn("price_per_metre", label="Per metre"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter: ClassVar = ["pattern", "family", "live"]
    edit_handler = ObjectList(
        [
            TitleFieldPanel("name"),
            FieldPanel("slug"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("pattern"), FieldPanel("family")]),
                    FieldRowPanel([FieldPanel("colour"), FieldPanel("second_colour")]),
                    FieldRowPanel([FieldPanel("repeat"), FieldPanel("band")]),
                    FieldRowPanel([FieldPanel("tile"), FieldPanel("tile_width")]),
                    FieldRowPanel([FieldPanel("drape"), FieldPanel("sheen")]),
                ],
                heading="How it looks",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("composition"),
                    FieldRowPanel([FieldPanel("weight"), FieldPanel("width")]),
                    FieldPanel("care"),
                    FieldPanel("nap"),
                ],
                heading="How it is made",
            ),
            MultiFieldPanel(
                [HelpPanel(content=ORDERS_HELP), FieldPanel("price_per_metre")], heading="Price"
            ),
        ],
        base_form_class=FabricForm,
    )


class PieceViewSet(SnippetViewSet):
    model = ReadyMadePiece
    icon = "tag"
    menu_label = "Ready-made"
    list_display: ClassVar = [
        "name",
        "template",
        "fabric",
        PriceColumn("price", label="Price"),
        words("stock", "In stock", lambda row: _stock(row)),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter: ClassVar = ["template", "live"]
    edit_handler = ObjectList(
        [
            TitleFieldPanel("name"),
            FieldPanel("slug"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("template"), FieldPanel("fabric")]), "choices"],
                heading="What it is",
            ),
            MultiFieldPanel(
                [
                    HelpPanel(
                        content="<p>How many hang in the shop, by size, is kept under Stock.</p>"
                    ),
                    FieldPanel("chart"),
                    FieldPanel("price"),
                ],
                heading="How it is sold",
            ),
        ],
        base_form_class=PieceForm,
    )

    def get_queryset(self, request: Any) -> Any:
        rows = ReadyMadePiece.objects.select_related("template", "fabric")
        return rows.prefetch_related("sizes")


class OccasionViewSet(SnippetViewSet):
    model = Occasion
    icon = "tag"
    menu_label = "Occasions"
    list_display: ClassVar = ["name", "slug", "place"]
    edit_handler = ObjectList(
        [TitleFieldPanel("name"), FieldPanel("slug"), FieldPanel("place")],
    )


class AtelierGroup(SnippetViewSetGroup):
    items = (TemplateViewSet, FabricViewSet, PieceViewSet, StockViewSet, OccasionViewSet)
    menu_label = "Atelier"
    menu_icon = "cut"
    menu_order = 100


def _stock(piece: ReadyMadePiece) -> str:
    """A piece's stock in a line: "38: 3, 40: 1", or that all is sold."""
    left = [f"{row.size}: {row.quantity}" for row in piece.sizes.all() if row.quantity]
    return ", ".join(left) or "none"
