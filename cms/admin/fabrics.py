"""What a merchandiser is told of a fabric's picture: never refused, since no measure sees as she does."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminModelForm

from cms.seams import seam_words
from patterns.models import Fabric


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
