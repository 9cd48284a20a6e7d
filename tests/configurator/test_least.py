"""The "from" price: true, and the same wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest
from django.test import Client

from configurator.choosing import read_kept
from configurator.drafting import Made
from configurator.least import least_price
from configurator.quoting import quote
from measurements.charts import STOCK_BODY
from patterns.models import PatternTemplate

pytestmark = pytest.mark.usefixtures("demo")


def price_in(html: str) -> str:
    found = re.search(r"from\s*<span class=\"price[^\"]*\">([^<]+)</span>", html)
    assert found
    return found[1]


def test_it_is_the_same_on_every_page(client: Client) -> None:
    for other in PatternTemplate.objects.exclude(slug="sheath-dress"):
        other.unpublish()
    pages = ("/", "/catalogue/", "/catalogue/sheath-dress/", "/studio/")
    assert len({price_in(client.get(path).content.decode()) for path in pages}) == 1


def test_nothing_in_the_studio_costs_less() -> None:
    template = PatternTemplate.objects.get(slug="pencil-skirt")
    spec = replace(template.spec, name="A skirt whose price nobody has found yet")
    cloths = [fabric.spec for fabric in template.offered_fabrics()]
    ends = {
        option.name: option.values if option.kind == "choice" else (option.min, option.default)
        for option in spec.options
    }
    prices = set()
    for values in product(*ends.values()):
        choices = read_kept(spec, dict(zip(ends, values, strict=True))).choices
        made = Made(spec, choices, STOCK_BODY)
        prices |= {quote(spec, each, choices, made.main_cloth(each)).total for each in cloths}
    assert least_price(spec, cloths) == min(prices)
