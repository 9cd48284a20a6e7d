"""The pages that stand around every page, in masthead and footer: kept as the shelf is, by its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.models import Site

from configurator.drafting import Recent

from .basepage.models import BasePage
from .shelf import state


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class Frame:
    """`menu`: pages right under the front; `feet`: by column of the footer; `catalogue`: where it is;
    `columns`: the footer's, written."""

    menu: Sequence[Link] = ()
    feet: Mapping[str, Sequence[Link]] = field(default_factory=dict)
    catalogue: str = ""
    columns: str = ""


_frames: Recent[Frame] = Recent(4)


def frame_for(request: HttpRequest) -> Frame:
    """The frame of the site that was asked."""
    site = Site.find_for_request(request)
    if site is None:
        return Frame()
    return _frames.get((site.pk, state(request)), lambda: _frame(request, site))


def _frame(request: HttpRequest, site: Site) -> Frame:
    from .models import CataloguePage

    top = site.root_page.depth + 1
    wanted = Q(show_in_menus=True, depth=top) | ~Q(foot="")
    pages = BasePage.objects.descendant_of(site.root_page).live().filter(wanted).order_by("path")
    menu: list[Link] = []
    feet: dict[str, list[Link]] = {heading: [] for heading, _ in BasePage.FEET}
    for page in pages:
        link = Link(page.title, page.get_url(request, site) or "")
        if page.show_in_menus and page.depth == top:
            menu.append(link)
        if page.foot:
            feet[page.foot].append(link)
    catalogue = CataloguePage.objects.descendant_of(site.root_page).live().order_by("path").first()
    where = (catalogue.get_url(request, site) or "") if catalogue else ""
    columns = render_to_string("footer_columns.html", {"feet": feet, "catalogue": where})
    return Frame(menu, feet, where, columns)
