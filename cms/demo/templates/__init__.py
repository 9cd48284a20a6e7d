"""The templates that a fresh install offers, one module a family."""

from __future__ import annotations

from typing import Final

from patterns.specs import TemplateSpec

from .dresses import DRESSES
from .skirts import SKIRTS
from .tops import TOPS
from .words import SUMMARIES

TEMPLATES: Final[tuple[TemplateSpec, ...]] = (*DRESSES, *TOPS, *SKIRTS)
_BY_SLUG: Final = {spec.slug: spec for spec in TEMPLATES}
PENCIL_SKIRT: Final = _BY_SLUG["pencil-skirt"]
SHEATH_DRESS: Final = _BY_SLUG["sheath-dress"]

__all__ = ["PENCIL_SKIRT", "SHEATH_DRESS", "SUMMARIES", "TEMPLATES"]
