"""The templates that a fresh install offers, one module a family."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from patterns.components import COMPONENTS
from patterns.specs import TemplateSpec

from .dresses import DRESSES
from .skirts import SKIRTS
from .tops import TOPS
from .words import SUMMARIES

WARDROBE: Final[tuple[TemplateSpec, ...]] = (*DRESSES, *SKIRTS, *TOPS)


def _so_far(spec: TemplateSpec) -> TemplateSpec:
    """A template without the parts that cannot be drafted yet."""
    gone = {name for name in spec.components if name not in COMPONENTS}

    def of_gone(key: str) -> bool:
        return key.removeprefix("components.").split(".")[0] in gone

    options = tuple(
        replace(
            option,
            choices=tuple(
                replace(c, sets={k: v for k, v in c.sets.items() if not of_gone(k)})
                for c in option.choices
            ),
        )
        for option in spec.options
        if not of_gone(option.parameter)
    )
    return replace(
        spec,
        components=tuple(name for name in spec.components if name not in gone),
        options=options,
        parameters={k: v for k, v in spec.parameters.items() if not of_gone(k)},
    )


_NOT_YET: Final = ("wrap-dress", "empire-line-dress")
TEMPLATES: Final = tuple(_so_far(spec) for spec in WARDROBE if spec.slug not in _NOT_YET)
_BY_SLUG: Final = {spec.slug: spec for spec in TEMPLATES}
PENCIL_SKIRT: Final = _BY_SLUG["pencil-skirt"]
SHEATH_DRESS: Final = _BY_SLUG["sheath-dress"]

__all__ = ["PENCIL_SKIRT", "SHEATH_DRESS", "SUMMARIES", "TEMPLATES", "WARDROBE"]
