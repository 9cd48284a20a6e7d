"""What a design costs, and how it is reckoned."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cms.demo.templates import PENCIL_SKIRT, SHEATH_DRESS, TEMPLATES
from configurator.drafting import Made
from configurator.quoting import Quote, QuoteLine, cloth_amount, quote, reckon, to_cut
from measurements.body import Body
from measurements.charts import STOCK_BODY
from measurements.population import larger_women, synthetic_women
from measurements.statistics import complete
from patterns.engine import settle
from patterns.specs import FabricSpec, OptionSpec, Setting, TemplateSpec

SHELL_TOP = next(spec for spec in TEMPLATES if spec.slug == "shell-top")
CREPE = FabricSpec("crepe", "Wool crêpe", "#1d2a44", 1500.0, 3990)


def priced(spec: TemplateSpec, need: float = 1210.0, **chosen: Setting) -> dict[str, int]:
    found = quote(spec, CREPE, settle(spec, chosen), need)
    assert found.total == sum(line.amount for line in found.lines)
    return {line.code: line.amount for line in found.lines}


def test_work_cloth_and_made_to_measure_each_have_a_line() -> None:
    assert priced(SHEATH_DRESS) == {
        "work": SHEATH_DRESS.price,
        "cloth": 4988,  # 1.25 m at 39.90
        "made_to_measure": SHEATH_DRESS.made_to_measure,
    }


def test_a_choice_costs_its_surcharge_only_when_it_is_chosen() -> None:
    assert priced(SHEATH_DRESS, neckline="v")["option:neckline"] == 1500
    assert "option:neckline" not in priced(SHEATH_DRESS, neckline="jewel")


def test_a_range_costs_its_surcharge_once_it_leaves_its_default() -> None:
    assert "option:flare" not in priced(SHEATH_DRESS, flare=0.0)
    assert priced(SHEATH_DRESS, flare=8.0)["option:flare"] == 1200


def test_a_toggle_costs_its_surcharge_when_it_is_on() -> None:
    toggle = OptionSpec("lined", "skirt.lined", "toggle", "Lined", False, surcharge=2500)
    lined = replace(PENCIL_SKIRT, options=(*PENCIL_SKIRT.options, toggle))
    assert priced(lined, lined=True)["option:lined"] == 2500
    assert "option:lined" not in priced(lined, lined=False)


def test_an_option_that_is_not_offered_costs_nothing() -> None:
    deep = tuple(
        replace(o, surcharge=900) if o.name == "neck_depth" else o for o in SHEATH_DRESS.options
    )
    spec = replace(SHEATH_DRESS, options=deep)
    assert priced(spec, neckline="v", neck_depth=130.0)["option:neck_depth"] == 900
    assert "option:neck_depth" not in priced(spec, neckline="jewel")


@pytest.mark.parametrize(
    ("need", "cut"),
    [(1200.0, 1200), (1200.004, 1200), (1200.1, 1250), (1249.0, 1250), (1250.0, 1250), (0.0, 0)],
)
def test_cloth_is_cut_by_the_next_50_mm(need: float, cut: int) -> None:
    assert to_cut(need) == cut


def test_more_cloth_costs_more_to_the_cent() -> None:
    assert cloth_amount(CREPE, 1000) == 3990
    assert cloth_amount(CREPE, 1050) == 4190  # 41.895, half a cent up
    assert cloth_amount(CREPE, 50) == 200  # 1.995


@pytest.mark.parametrize(
    ("total", "tax"), [(12000, 2000), (1, 0), (3, 1), (6, 1), (9, 2), (24999, 4167)]
)
def test_the_total_contains_20_percent_of_tax(total: int, tax: int) -> None:
    assert reckon([QuoteLine("work", "Work", total)]).tax == tax


def test_amounts_are_whole_cents() -> None:
    found = quote(SHEATH_DRESS, CREPE, settle(SHEATH_DRESS, {}), 1337.7)
    assert all(type(line.amount) is int for line in found.lines)
    assert type(found.total) is int
    assert type(found.tax) is int
    assert found.currency == "EUR"


def test_a_quote_survives_json() -> None:
    found = quote(SHEATH_DRESS, CREPE, settle(SHEATH_DRESS, {"neckline": "v"}), 1337.7)
    assert Quote.from_dict(json.loads(json.dumps(found.to_dict()))) == found


def short_waisted() -> Body:
    """A woman with no room between bust and waist for a dart from low on the side."""
    return complete(list(synthetic_women(5, 17))[-1])


def test_a_dart_that_her_body_has_no_room_for_is_not_charged() -> None:
    chosen: dict[str, Setting] = {"shaping": "french", "neckline": "v"}
    for body, undone, amount in ((STOCK_BODY, set(), 600), (short_waisted(), {"shaping"}, 0)):
        made = Made(SHEATH_DRESS, chosen, body)
        assert made.undone == undone
        found = quote(SHEATH_DRESS, CREPE, made.draft.choices, 1210.0, undone=made.undone)
        lines = {line.code: line for line in found.lines}
        assert lines["option:shaping"].amount == amount
        assert ("not charged" in lines["option:shaping"].label) == bool(undone)
        assert "measurement" not in lines["option:shaping"].label, "others read it too"
        told = {remark.code for remark in made.draft.warnings}
        assert ("dart_moved" in told) == bool(undone), "she herself is told why"
        assert lines["option:neckline"].amount == 1500, "what was carried out is charged"
        assert found.total == sum(line.amount for line in found.lines)


def test_what_gave_way_to_another_component_or_seam_is_not_carried_out() -> None:
    kimono = {"sleeves": "kimono"}
    assert not Made(SHELL_TOP, kimono, STOCK_BODY).undone
    women = [complete(row) for row in larger_women(3, 17)]
    gave_way = [
        Made(SHELL_TOP, kimono, body).undone == {"sleeves"}
        for body in women
        if Made(SHELL_TOP, kimono, body).draft.parameters["sleeve.style"] == "set_in"
    ]
    assert gave_way
    assert all(gave_way)
