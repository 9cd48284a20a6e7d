"""The door through which a design is drafted for a buyer or the bench: a draft that has proved itself.

`engine.make_draft` drafts; `checks` then looks at what came out as a stranger would. What would not sew
up is refused here, so that nobody can buy it. Knows no Django.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from measurements.body import Body
from patterns.checks import check
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.specs import Setting, TemplateSpec

logger = logging.getLogger(__name__)


def proved_draft(
    spec: TemplateSpec,
    chosen: Mapping[str, Setting],
    body: Body,
    *,
    subject: str | None = None,
) -> Draft:
    """The draft of a design, each seam and measure of it checked. Raises BadChoice; Refusal where this
    body cannot be drafted well, or what was drafted would not sew up."""
    draft = make_draft(spec, chosen, body, subject=subject)
    faults = check(to_dict(draft, arrays=True))
    if faults:
        # No figure of hers goes into a log: the kinds say where to look.
        logger.error(
            "%s: a draft failed its proof: %s",
            spec.slug,
            ", ".join(sorted({f.kind for f in faults})),
        )
        raise Refusal(
            "unproved",
            "This garment did not come out right for these measurements. Please check them, or choose "
            "another shape; we have been told.",
            ("bust_girth", "waist_girth", "hip_girth"),
        )
    return draft
