"""What an order line keeps of a design, and that nothing later changes it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from configurator.freezing import draft_frozen, freeze, freeze_piece, thaw, without_body
from configurator.models import Design
from measurements.body import Body
from measurements.charts import STOCK_BODY, size_body
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.engine import ENGINE, BadChoice
from patterns.exports.as_json import to_dict
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece

from .conftest import HER
from .test_quoting import short_waisted


@pytest.fixture
def body() -> Body:
    return complete(HER)


def kept(frozen: dict[str, Any]) -> dict[str, Any]:
    """As it comes back from an order line."""
    again: dict[str, Any] = json.loads(json.dumps(frozen))
    return again


def test_a_frozen_design_holds_all_that_production_needs(design: Design, body: Body) -> None:
    frozen = kept(freeze(design, body))
    thawed = thaw(frozen)
    assert frozen["version"] == 1
    assert (thawed.kind, thawed.name, thawed.engine) == ("custom", "Sheath dress", ENGINE)
    assert thawed.spec == design.template.spec
    assert thawed.template_revision == design.template.live_revision_id
    assert thawed.fabric == design.fabric.spec
    assert thawed.body == body
    assert thawed.choices["neck_depth"] == 110.0
    assert thawed.choices["fit"] == "regular"
    assert (thawed.size, thawed.chart) == (None, None)
    assert thawed.quote.total == sum(line.amount for line in thawed.quote.lines)


def test_what_she_told_the_tailor_is_frozen_and_forgotten_with_her_body(
    design: Design, body: Body
) -> None:
    words = {"posture": ["rounded"], "notes": "A scar at the left side."}
    frozen = kept(freeze(design, body, words))
    assert thaw(frozen).tailor == words
    assert thaw(freeze(design, body)).tailor == {}
    left = without_body(frozen)
    assert (thaw(left).body, thaw(left).tailor) == (None, {})
    assert "scar" not in json.dumps(left)


def test_the_cloth_that_is_priced_is_the_cloth_to_cut(design: Design, body: Body) -> None:
    thawed = thaw(freeze(design, body))
    assert thawed.cloth["main"] % 50 == 0
    cloth = next(line for line in thawed.quote.lines if line.code == "cloth")
    assert cloth.label.endswith(f"{thawed.cloth['main'] / 1000:.2f}\N{NO-BREAK SPACE}m")


def test_no_later_edit_changes_what_was_frozen(design: Design, body: Body) -> None:
    frozen = kept(freeze(design, body))
    drafted, quoted = to_dict(draft_frozen(frozen)), thaw(frozen).quote
    template = design.template
    template.price += 5000
    template.eases = [
        ("ease", {"fit": fit, "bust": 140.0, "waist": 140.0, "hip": 140.0})
        for fit in ("close", "regular", "easy")
    ]
    template.save_revision().publish()
    Fabric.objects.filter(pk=design.fabric_id).update(name="Something else", price_per_metre=9900)
    again = Design.objects.get(pk=design.pk)
    assert freeze(again, body) != frozen
    assert to_dict(draft_frozen(frozen)) == drafted
    assert thaw(frozen).quote == quoted


def test_what_was_frozen_is_read_without_the_database(design: Design, body: Body) -> None:
    frozen = kept(freeze(design, body))
    with CaptureQueriesContext(connection) as queries:
        thaw(frozen)
        draft_frozen(frozen)
    assert not queries.captured_queries


def test_choices_set_aside_are_not_ordered(design: Design, body: Body) -> None:
    design.choices = {"neckline": "jewel", "neck_depth": 140.0}
    frozen = freeze(design, body)
    assert "neck_depth" not in frozen["choices"]


def test_what_is_not_offered_is_not_frozen(design: Design, body: Body, demo: None) -> None:
    design.choices = {"length": 9000.0}
    with pytest.raises(BadChoice, match="Length can be"):
        freeze(design, body)
    design.choices = {}
    design.fabric = Fabric.objects.get(slug="denim-indigo")
    with pytest.raises(BadChoice, match="is not offered in Denim"):
        freeze(design, body)
    PatternTemplate.objects.filter(pk=design.template_id).update(live=False)
    with pytest.raises(BadChoice, match="not in the studio any more"):
        freeze(Design.objects.get(pk=design.pk), body)


def test_a_body_that_is_refused_is_not_frozen(design: Design) -> None:
    with pytest.raises(Refusal):
        freeze(design, complete({**HER, "bust_girth": 700.0, "waist_girth": 1500.0}))


def test_a_ready_made_piece_is_frozen_with_its_size_and_price(demo: None) -> None:
    piece = ReadyMadePiece.objects.select_related("template", "fabric").first()
    assert piece is not None
    frozen = kept(freeze_piece(piece, "40"))
    thawed = thaw(frozen)
    assert (thawed.kind, thawed.size, thawed.chart) == ("ready_made", "40", piece.chart)
    assert thawed.body is None
    assert thawed.drafted_for == size_body(piece.chart, "40")
    assert thawed.quote.total == piece.price
    assert [line.code for line in thawed.quote.lines] == ["ready_made"]
    assert draft_frozen(frozen).body == thawed.drafted_for


def test_ready_made_costs_less_than_the_same_made_to_measure(demo: None) -> None:
    for piece in ReadyMadePiece.objects.select_related("template", "fabric"):
        same = Design(template=piece.template, fabric=piece.fabric, choices=piece.choices)
        assert thaw(freeze(same, STOCK_BODY)).quote.total > piece.price


def test_a_size_that_the_chart_does_not_have_is_refused(demo: None) -> None:
    piece = ReadyMadePiece.objects.first()
    assert piece is not None
    with pytest.raises(BadChoice, match="does not come in size 99"):
        freeze_piece(piece, "99")


def test_a_form_that_is_not_known_is_not_read(design: Design, body: Body) -> None:
    with pytest.raises(ValueError, match="version 2"):
        thaw({**freeze(design, body), "version": 2})


def test_what_cannot_be_made_for_her_is_not_charged_in_her_order_either(
    sheath: PatternTemplate, navy: Fabric
) -> None:
    chosen = Design.objects.create(template=sheath, fabric=navy, choices={"shaping": "french"})
    usual, hers = freeze(chosen, STOCK_BODY), freeze(chosen, short_waisted())
    amounts = [
        {line.code: line.amount for line in thaw(one).quote.lines}["option:shaping"]
        for one in (usual, hers)
    ]
    assert amounts == [600, 0]
    line = next(one for one in thaw(hers).quote.lines if one.code == "option:shaping")
    assert "not charged" in line.label
