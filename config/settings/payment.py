"""What a way to be paid asks of the other settings."""

from __future__ import annotations

from typing import Any


def allow_stripe(policy: dict[str, dict[str, Any]]) -> None:
    """Let a form of ours lead on to Stripe's Checkout, which browsers count as its action."""
    policy["DIRECTIVES"]["form-action"].append("https://checkout.stripe.com")
