"""What a merchandiser is told of a fabric's picture: never refused, since no measure sees as she does."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import HttpRequest
from PIL import Image
from wagtail.admin.forms import WagtailAdminModelForm

from patterns.models import Fabric
from patterns.seams import broken_edges


def seam_words(fabric: Fabric) -> str:
    """What is wrong with the edges of its picture, in a sentence; empty where they run on."""
    edges = _broken(fabric.tile.file.name) if fabric.tile else ()
    if not edges:
        return ""
    return (
        f"The {' and the '.join(edges)} edges of the picture do not run on into each other: where it "
        "begins anew, a line may show on the garment. Look at the preview, or choose a picture that is "
        "seamless."
    )


class FabricForm(WagtailAdminModelForm):
    """Says below the picture that its edges do not fit."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        if words := seam_words(self.instance):
            self.fields["tile"].help_text = words


def warn_of_seams(request: HttpRequest, saved: Any) -> None:
    """Once it is saved, whatever page follows."""
    if isinstance(saved, Fabric) and (words := seam_words(saved)):
        messages.warning(request, words)


@lru_cache(maxsize=256)
def _broken(name: str) -> tuple[str, ...]:
    """Of a stored picture; another picture has another name."""
    try:
        with default_storage.open(name) as file:
            return tuple(broken_edges(Image.open(file)))
    except OSError:  # gone, or no picture
        return ()
