"""A template's spec, remembered by its content: to read it out of Wagtail's blocks takes as long as to
draft."""

from __future__ import annotations

import json

from patterns.models import PatternTemplate
from patterns.specs import TemplateSpec

from .drafting import Recent

_PLAIN = ("slug", "name", "kind", "price", "made_to_measure")
_STREAMS = ("components", "options", "eases", "parameters", "materials", "instructions")
_specs: Recent[TemplateSpec] = Recent(64)


def spec_of(template: PatternTemplate) -> TemplateSpec:
    """As `template.spec`; what it is found by is all that it is made of, so it can never be stale."""
    plain = [getattr(template, name) for name in _PLAIN]
    streams = [list(getattr(template, name).raw_data) for name in _STREAMS]
    return _specs.get(json.dumps([plain, streams], default=str), lambda: template.spec)
