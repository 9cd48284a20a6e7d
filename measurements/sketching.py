"""Her figure while she is still entering: drawn from whatever is there. Knows no Django."""

from __future__ import annotations

from collections.abc import Mapping

from measurements.asking import in_range
from measurements.body import Body
from measurements.charts import STOCK_BODY
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.statistics import complete, expect


def sketched_body(values: Mapping[str, float]) -> Body:
    """A body with `values`, the rest as the survey lets expect; the stock figure without any.

    Values that no body has are left out: a slip within what bodies have is drawn, and shows.
    """
    good = {n: v for n, v in values.items() if n in DEFINITIONS and in_range(DEFINITIONS[n], v)}
    if not good:
        return STOCK_BODY
    likely = expect(good)
    return complete({**{n: likely[n][0] for n in REQUIRED if n not in good}, **good})
