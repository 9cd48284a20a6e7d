"""What the shop adds to Wagtail's admin."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from .admin.viewsets import AtelierGroup

register_snippet(AtelierGroup)
