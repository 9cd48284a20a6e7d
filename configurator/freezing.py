"""A design as an order line keeps it: all that production needs, so that nothing later changes it.

What is frozen is plain JSON. It is read back here alone; no row is asked for anything again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from measurements.body import Body
from measurements.charts import size_body
from patterns.drafting.draft import Draft
from patterns.engine import ENGINE, BadChoice
from patterns.models import ReadyMadePiece
from patterns.proved import proved_draft
from patterns.specs import FabricSpec, Setting, TemplateSpec

from .choosing import read_kept
from .drafting import Made
from .models import Design
from .quoting import Quote, QuoteLine, quote, reckon, to_cut

VERSION = 1

Frozen = dict[str, Any]
"""A frozen design: JSON as it is kept. `thaw` reads it."""


@dataclass(frozen=True, slots=True)
class Thawed:
    """A frozen design as values. `cloth` is the length of each material to cut, mm.

    A ready-made piece has no body of its own but a `size` of a `chart`. `tailor` is what she told the
    tailor beside it, as her profile keeps it: left and right, posture, notes.
    """

    kind: Literal["custom", "ready_made"]
    name: str
    engine: str
    spec: TemplateSpec
    template_revision: int | None
    choices: Mapping[str, Setting]
    fabric: FabricSpec
    body: Body | None
    tailor: Mapping[str, Any]
    size: str | None
    chart: str | None
    cloth: Mapping[str, int]
    quote: Quote

    @property
    def drafted_for(self) -> Body:
        """The body it is drafted for: hers, or its size's."""
        if self.body is not None:
            return self.body
        assert self.chart is not None
        assert self.size is not None
        return size_body(self.chart, self.size)


def freeze(design: Design, body: Body, tailor: Mapping[str, Any] | None = None) -> Frozen:
    """A custom design for this body, as an order line keeps it, priced now. `tailor` is what she
    told the tailor beside her measurements.

    Raises BadChoice where the template, the fabric or a choice is not offered (any more): what would
    be taken for it she must see first. Raises Refusal where this body cannot be drafted well.
    """
    template = design.template
    if not template.live:
        raise BadChoice("", f"{template.name} is not in the studio any more.")
    if all(fabric.pk != design.fabric_id for fabric in template.offered_fabrics()):
        gone = f"{template.name} is not offered in {design.fabric.name} any more."
        raise BadChoice("fabric", gone)
    spec, fabric = template.spec, design.fabric.spec
    reading = read_kept(spec, design.choices)
    for name, sentence in {**reading.errors, **reading.proposals}.items():
        raise BadChoice(name, sentence)
    made = Made(spec, reading.choices, body)
    need = made.cloth(fabric)
    return _frozen(
        kind="custom",
        name=spec.name,
        spec=spec,
        template_revision=template.live_revision_id,
        choices=made.draft.choices,
        fabric=fabric,
        body=body,
        tailor=tailor,
        cloth=need,
        priced=quote(spec, fabric, reading.choices, need["main"], undone=made.undone),
    )


def freeze_piece(piece: ReadyMadePiece, size: str) -> Frozen:
    """A ready-made piece in one of its sizes, as an order line keeps it, priced now.

    Raises BadChoice where the piece or the size is not sold.
    """
    if not piece.live:
        raise BadChoice("", f"{piece.name} is not sold any more.")
    spec, fabric = piece.template.spec, piece.fabric.spec
    try:
        body = size_body(piece.chart, size)
    except KeyError:
        raise BadChoice("size", f"{piece.name} does not come in size {size}.") from None
    made = Made(spec, piece.settled, body)
    label = f"{piece.name}, ready-made, size {size}"
    return _frozen(
        kind="ready_made",
        name=piece.name,
        spec=spec,
        template_revision=piece.template.live_revision_id,
        choices=made.draft.choices,
        fabric=fabric,
        body=None,
        size=size,
        chart=piece.chart,
        cloth=made.cloth(fabric),
        priced=reckon([QuoteLine("ready_made", label, piece.price)]),
    )


def thaw(frozen: Mapping[str, Any]) -> Thawed:
    """What was frozen, as values. Raises ValueError for a form that this version cannot read."""
    if frozen["version"] != VERSION:
        raise ValueError(f"a frozen design of version {frozen['version']} cannot be read")
    return Thawed(
        kind=frozen["kind"],
        name=frozen["name"],
        engine=frozen["engine"],
        spec=TemplateSpec.from_dict(frozen["template"]),
        template_revision=frozen["template_revision"],
        choices=dict(frozen["choices"]),
        fabric=FabricSpec.from_dict(frozen["fabric"]),
        body=None if frozen["body"] is None else Body.from_dict(frozen["body"]),
        tailor=dict(frozen["tailor"]),
        size=frozen["size"],
        chart=frozen["chart"],
        cloth=dict(frozen["cloth"]),
        quote=Quote.from_dict(frozen["quote"]),
    )


def without_body(frozen: Mapping[str, Any]) -> Frozen:
    """A frozen design as it stays when its person is forgotten: to be read, not to be drafted."""
    return {**frozen, "body": None, "tailor": {}}


def draft_frozen(frozen: Mapping[str, Any]) -> Draft:
    """The draft of a frozen design, from what was frozen alone."""
    thawed = thaw(frozen)
    return proved_draft(thawed.spec, thawed.choices, thawed.drafted_for)


def _frozen(
    *,
    kind: str,
    name: str,
    spec: TemplateSpec,
    template_revision: int | None,
    choices: Mapping[str, Setting],
    fabric: FabricSpec,
    body: Body | None,
    cloth: Mapping[str, float],
    priced: Quote,
    tailor: Mapping[str, Any] | None = None,
    size: str | None = None,
    chart: str | None = None,
) -> Frozen:
    return {
        "version": VERSION,
        "kind": kind,
        "name": name,
        "engine": ENGINE,
        "template": spec.to_dict(),
        "template_revision": template_revision,
        "choices": dict(choices),
        "fabric": fabric.to_dict(),
        "body": None if body is None else body.to_dict(),
        "tailor": dict(tailor or {}),
        "size": size,
        "chart": chart,
        "cloth": {material: to_cut(length) for material, length in cloth.items()},
        "quote": priced.to_dict(),
    }
