"""What a design costs, line by line. Money is integer minor units, tax included.

Where it stands on the shop's own figures (currency, tax), these are handed in.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from patterns.specs import FabricSpec, OptionSpec, Setting, TemplateSpec

CUT_STEP = 50.0
"""Cloth is cut by this much, mm: the next 50 mm above what the pieces need."""


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """`code` is for programs ("work", "option:neckline", "cloth", ...), `label` for people."""

    code: str
    label: str
    amount: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Priced lines; `tax` is contained in `total`."""

    lines: tuple[QuoteLine, ...]
    total: int
    tax: int
    currency: str
    tax_percent: int

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "lines": [asdict(line) for line in self.lines]}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Quote:
        return cls(**{**data, "lines": tuple(QuoteLine(**line) for line in data["lines"])})


def quote(
    spec: TemplateSpec,
    fabric: FabricSpec,
    choices: Mapping[str, Setting],
    cloth_length_mm: float,
    *,
    undone: Collection[str] = (),
    currency: str | None = None,
    tax_percent: int | None = None,
) -> Quote:
    """The price of a custom design whose pieces need `cloth_length_mm` of this fabric.

    `choices` are those offered, defaults filled in. `undone` names the options whose choice could not be
    carried out: their line says so and costs nothing, and not why, since others read it too. Currency and
    tax are the shop's if not given.
    """
    lines = [QuoteLine("work", f"{spec.name}: cutting, sewing and notions", spec.price)]
    for option in spec.options:
        if option.name in choices:
            line = _surcharge(option, choices[option.name])
            lines += [_waived(line) if option.name in undone else line] if line else []
    length = to_cut(cloth_length_mm)
    lines.append(
        QuoteLine(
            "cloth",
            f"{fabric.name}, {length / 1000:.2f}\N{NO-BREAK SPACE}m",
            cloth_amount(fabric, length),
        )
    )
    if spec.made_to_measure:
        lines.append(
            QuoteLine("made_to_measure", "Drafted for your measurements", spec.made_to_measure)
        )
    return reckon(lines, currency=currency, tax_percent=tax_percent)


def reckon(
    lines: list[QuoteLine], *, currency: str | None = None, tax_percent: int | None = None
) -> Quote:
    """A quote over these lines, with the tax that their total contains, rounded to the cent."""
    from django.conf import settings

    currency = settings.CURRENCY if currency is None else currency
    percent = settings.TAX_PERCENT if tax_percent is None else tax_percent
    total = sum(line.amount for line in lines)
    tax = (2 * total * percent + 100 + percent) // (2 * (100 + percent))
    return Quote(tuple(lines), total, tax, currency, percent)


def to_cut(need_mm: float) -> int:
    """The length to cut, mm: the need rounded up to the next 50 (a need of 1250.0004 is 1250)."""
    return int(CUT_STEP) * math.ceil(round(need_mm, 2) / CUT_STEP)


def cloth_amount(fabric: FabricSpec, length_mm: int) -> int:
    """What a length of cloth costs, cents, half a cent rounded up."""
    return (2 * fabric.price_per_metre * length_mm + 1000) // 2000


def _surcharge(option: OptionSpec, value: Setting) -> QuoteLine | None:
    """The line that a choice adds, if it costs anything."""
    if option.kind == "choice":
        choice = next(choice for choice in option.choices if choice.value == value)
        amount, label = choice.surcharge, f"{option.label}: {choice.label}"
    elif option.kind == "range":
        amount, label = (option.surcharge if value != option.default else 0), option.label
    else:
        amount, label = (option.surcharge if value else 0), option.label
    return QuoteLine(f"option:{option.name}", label, amount) if amount else None


def _waived(line: QuoteLine) -> QuoteLine:
    return QuoteLine(line.code, f"{line.label} (made another way, not charged)", 0)
