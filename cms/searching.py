"""Search over Wagtail's index: garments by their words, our own pages, and what was perhaps meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.apps import apps

from .basepage.models import BasePage
from .filters import labels
from .shelf import Shelf

MOST, STORIES = 200, 4
"""Pages that one search may find, and of them our own."""
SMALL = frozenset({"a", "an", "and", "for", "in", "of", "or", "the", "to", "with", "made", "my"})


@dataclass(frozen=True)
class Found:
    """What some words find, the best first: the keys of garments' pages, and our own pages."""

    garments: list[int]
    stories: list[BasePage]


def find(words: str) -> Found:
    """Of each sort what has all words whole, else what has beginnings of them: one query, and a second
    where either is wanting."""
    plain = " ".join(
        re.findall(r"\w+", words.lower())
    )  # an index may read signs as its own language
    kinds = [apps.get_model("cms", name) for name in ("GarmentPage", "StoryPage")]
    found: list[list[BasePage]] = [[], []]
    for way in ("search", "autocomplete"):
        wanting = [kind for kind, pages in zip(kinds, found, strict=True) if not pages]
        if not (plain and wanting):
            break
        live = BasePage.objects.live().type(*wanting)
        for page in getattr(live, way)(plain)[:MOST]:
            found[kinds.index(page.cached_content_type.model_class())].append(page)
    garments, stories = found
    return Found([page.pk for page in garments], stories[:STORIES])


def perhaps(words: str, shelf: Shelf) -> str:
    """The same with each word that the shop does not know put right; empty where nothing is near."""
    known = _known(shelf)
    said = words.lower().split()
    right = [word if word in known else _nearest(word, known) for word in said]
    kept = " ".join(word for word in right if word)
    return kept if kept != " ".join(said) else ""


def _nearest(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.7)), "")


def _known(shelf: Shelf) -> set[str]:
    """Every word that names something here: garments, kinds, occasions, fabrics, colours."""
    texts = [hanging.title for hanging in shelf.hangings]
    texts += [hanging.kind for hanging in shelf.hangings]
    texts += [label for words in labels(shelf).values() for label in words.values()]
    texts += [fabric.name for one in shelf.hangings for fabric in one.offer.all_fabrics]
    return {word for text in texts for word in re.findall(r"\w+", text.lower())} - SMALL
