"""Timing and telling: medians of many runs, beside the aim and how far under it they are."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `value` in `unit`; `aim` is the most that it should be."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """The value as a share of its aim: 1 or less is good."""
        return None if self.aim is None else self.value / self.aim

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": None if self.ratio is None else round(self.ratio, 3)}


def milliseconds(call: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter_ns()
    result = call()
    return (time.perf_counter_ns() - began) / 1e6, result


def median(times: Sequence[float]) -> float:
    return statistics.median(times)


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest time that so large a share of all does not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def table(rows: Iterable[Row]) -> str:
    lines = [f"  {'':<46}{'measured':>12}{'aim':>10}{'of aim':>9}"]
    for row in rows:
        aim = "" if row.aim is None else f"{row.aim:g} {row.unit}"
        share = "" if row.ratio is None else f"{row.ratio:.2f}"
        value = f"{row.value:.0f}" if row.value >= 1000 or row.unit == "" else f"{row.value:.1f}"
        lines.append(f"  {row.name:<46}{value + ' ' + row.unit:>12}{aim:>10}{share:>9}  {row.note}")
    return "\n".join(line.rstrip() for line in lines)
