"""Which of a buyer's choices a draft could not carry out for its body, where the garment was made another
way instead: a dart from low on the side with no room for it, patches that gave way to pockets in the seam.
Knows no Django."""

from __future__ import annotations

from collections.abc import Iterator

from patterns.drafting.draft import Draft
from patterns.engine import PRESENT, resolve
from patterns.specs import OptionSpec, Setting, TemplateSpec

BUST = "bodice.bust"
DARTS = ("side", "french", "armhole", "shoulder", "waist")
"""The bust's shapings that are a dart in that place; of each that is sewn the draft says how wide it is."""


def not_carried_out(spec: TemplateSpec, draft: Draft) -> frozenset[str]:
    """The names of those options. A number that was settled while drafting is no other way of making it."""
    wanted = resolve(spec, draft.choices)
    return frozenset(
        option.name
        for option in spec.options
        if option.name in draft.choices
        and any(
            _otherwise(name, wanted[name], draft)
            for name in _meant(option, draft.choices[option.name], draft)
            if name in wanted
        )
    )


def _meant(option: OptionSpec, value: Setting, draft: Draft) -> Iterator[str]:
    """The parameters that a choice stands for: those it sets, and all of a component that it brings."""
    yield from option.sets(value)
    if option.parameter.startswith(PRESENT) and value is True:
        own = f"{option.parameter.removeprefix(PRESENT)}."
        yield from (name for name in draft.parameters if name.startswith(own))


def _otherwise(name: str, wanted: Setting, draft: Draft) -> bool:
    """Whether it was made otherwise than a parameter in words, or yes and no, says."""
    if not isinstance(wanted, str | bool):
        return False
    if draft.parameters.get(name, wanted) != wanted:
        return True
    return name == BUST and wanted in DARTS and f"{BUST}_dart_{wanted}" not in draft.parameters
