"""What Django's system checks say of how the shop is paid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, register

PROVIDERS = ("till", "stripe")


@register("payment")
def payment_is_named(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The way to be paid is named, never assumed: a shop must not take orders nobody pays for."""
    provider = getattr(settings, "PAYMENT_PROVIDER", "")
    if provider not in PROVIDERS:
        return [
            Error(
                f"PAYMENT_PROVIDER is {provider!r}: it must be named.",
                hint="“stripe”, or “till” for a shop in which no money moves.",
                id="orders.E001",
            )
        ]
    if provider == "stripe":
        return [
            Error(f"PAYMENT_PROVIDER is “stripe”, but {name} is not set.", id="orders.E002")
            for name in ("STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET")
            if not getattr(settings, name, "")
        ]
    return []


@register("payment", deploy=True)
def till_is_said(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Before a shop opens, say that it takes no money."""
    if getattr(settings, "PAYMENT_PROVIDER", "") != "till":
        return []
    return [Info("Payments go through the in-house till: no money moves.", id="orders.I001")]
