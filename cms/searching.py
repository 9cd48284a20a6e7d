"""Search over Wagtail's index: garments by their words, our own pages, and what was perhaps meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from django.apps import apps

from .basepage.models import BasePage
from .filters import labels
from .shelf import Shelf

MOST = 200
"""Garments that one search may find."""
SMALL = frozenset({"a", "an", "and", "for", "in", "of", "or", "the", "to", "with", "made", "my"})


def garments(words: str) -> list[int]:
    """The pages that these words find, the best first: all words whole, else beginnings of words."""
    return [page.pk for page in _found("GarmentPage", words, MOST)]


def stories(words: str, most: int = 4) -> list[BasePage]:
    """Our own pages that say something about it."""
    return _found("StoryPage", words, most)


def _found(model: str, words: str, most: int) -> list[BasePage]:
    """The best pages of a model, first. Signs, which an index may read as its own language, tell nothing."""
    plain = " ".join(re.findall(r"\w+", words.lower()))
    if not plain:
        return []
    pages = apps.get_model("cms", model).objects.live()
    return list(pages.search(plain)[:most]) or list(pages.autocomplete(plain)[:most])


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
