"""Keeps the search index true where words come from elsewhere: a garment is found by its cloths' names.

Wagtail indexes a page when the page itself is saved. That a template, a fabric or a piece was published
or taken away, by hand or by the clock, it tells by signals alone, so this listens to those two.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from modelsearch.tasks import insert_or_update_object_task
from wagtail.signals import published, unpublished

from patterns.models import Fabric, PatternTemplate, ReadyMadePiece

_SELLS = {
    PatternTemplate: "pattern",
    Fabric: "pattern__fabrics",
    ReadyMadePiece: "pattern__ready_made",
}


def listen() -> None:
    for model in _SELLS:
        published.connect(index_again, sender=model, dispatch_uid=f"index {model.__name__}")
        unpublished.connect(index_again, sender=model, dispatch_uid=f"unindex {model.__name__}")


def index_again(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Ask for the pages that sell this row to be indexed anew, by the worker."""
    from .models import GarmentPage

    sells = Q(**{_SELLS[sender]: instance})
    for key in GarmentPage.objects.live().filter(sells).values_list("pk", flat=True).distinct():
        insert_or_update_object_task.enqueue("cms", "garmentpage", str(key))
