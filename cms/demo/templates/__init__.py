"""The templates that a fresh install offers, one module a family."""

from __future__ import annotations

from typing import Final

from patterns.specs import TemplateSpec

from .dresses import DRESSES
from .first import PENCIL_SKIRT, SHEATH_DRESS, TEMPLATES
from .skirts import SKIRTS
from .tops import TOPS
from .words import SUMMARIES

WARDROBE: Final[tuple[TemplateSpec, ...]] = (*DRESSES, *SKIRTS, *TOPS)

__all__ = ["PENCIL_SKIRT", "SHEATH_DRESS", "SUMMARIES", "TEMPLATES", "WARDROBE"]
