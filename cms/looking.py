"""What the catalogue answers to an address: filters, garments and pages, written once for all who ask."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string

from configurator.drafting import Recent

from . import searching
from .filters import SORTS, Asked, Looking, read
from .shelf import Shelf, in_stock, kinds, shelf, state

Answer = dict[str, Any]

_answers: Recent[Answer] = Recent(48)


def answer(request: HttpRequest, per_page: int, here: str) -> Answer:
    """What a catalogue's page says: `shop`, the filters and what they find, as HTML, and what stands in
    the page's head. Kept for each state of shop and stock; what was searched for is looked up anew."""
    hanging, stock = shelf(request), in_stock()
    asked, number = read(request.GET, hanging), request.GET.get("page", "1")
    if asked.words or asked.errors:
        return _answer(hanging, asked, stock, number, per_page, here)
    key = (state(request), frozenset(stock), asked.query(), number, per_page, here)
    return _answers.get(key, lambda: _answer(hanging, asked, stock, number, per_page, here))


def _answer(
    shelf: Shelf, asked: Asked, stock: set[int], number: str, per_page: int, here: str
) -> Answer:
    searched = searching.find(asked.words) if asked.words else None
    looking = Looking(shelf, asked, stock, searched.garments if searched else None)
    found = looking.found
    pages = Paginator(found, per_page)
    shown = pages.get_page(number)
    said: Answer = {
        "asked": asked,
        "here": here,
        "facets": looking.facets,
        "set_filters": looking.set_filters,
        "sorts": SORTS,
        "total": len(found),
        "shown": shown,
        "further": [(number, asked.query(number)) for number in pages.page_range],
    }
    if searched:
        said["stories"] = searched.stories
    if not found:
        said["perhaps"] = searching.perhaps(asked.words, shelf) if asked.words else ""
        said["kinds"] = kinds(shelf.hangings)
    return {
        "asked": asked,
        "shown": shown,
        "query": asked.query(shown.number),
        "shop": render_to_string("cms/shop.html", said),
    }
