"""What every page of the shop has. Chosen by WAGTAIL_PAGE_MODEL before the first migration."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.models import AbstractPage
from wagtail.models.pages import ShowInMenusMixin
from wagtail.search import index


class BasePage(AbstractPage, ShowInMenusMixin):
    """A page with its sentence for cards, shared links and search engines.

    Wagtail's first migration makes one of these the front of the site, before there is a home page.
    """

    FEET: ClassVar = [
        ("help", "Help"),
        ("house", "The house"),
        ("small", "Small print"),
    ]

    template = "cms/not_open.html"

    summary = models.CharField(
        max_length=200,
        blank=True,
        help_text="One sentence, shown on cards, in shared links and by search engines.",
    )
    foot = models.CharField(
        "at the foot of every page",
        max_length=8,
        choices=FEET,
        blank=True,
        help_text="Under which heading it is linked there; empty: not at all.",
    )

    promote_panels: ClassVar = [
        *AbstractPage.promote_panels,
        "summary",
        "foot",
        *ShowInMenusMixin.promote_panels,
    ]
    search_fields: ClassVar = [
        *AbstractPage.search_fields,
        *ShowInMenusMixin.search_fields,
        index.SearchField("summary"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`here`: this page's address. It is the one asked for, without what follows a question mark."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["here"] = request.path
        return context
