"""Prices as the shop writes them."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()

SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
SPACE = "\N{NO-BREAK SPACE}"


def written(cents: int, currency: str | None = None) -> str:
    """An amount in minor units as words of price: 124900 is "€ 1,249.00"."""
    currency = currency or settings.CURRENCY
    sign = SIGNS.get(currency, currency)
    minus = "−" if cents < 0 else ""
    return f"{minus}{sign}{SPACE}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


@register.filter
def unbroken(text: str) -> str:
    """{{ "98 % wool"|unbroken }} keeps each number with its percent sign on one line."""
    return text.replace(" %", f"{SPACE}%")


@register.filter
def money(cents: int | None) -> str:
    """{{ 24900|money }} gives "€ 249.00"; nothing for no amount."""
    return "" if cents is None else written(int(cents))
